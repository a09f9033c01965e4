# stdlib/ex_unit/ex_unit/formatter.ex: failures, times and filters as text.
# Here: what every formatter may use; the layout of a failure.
# Not here: printing (ExUnit.CLIFormatter), what differs between two values (ExUnit.Diff).
# Holds: `formatter` is called with what a piece of text is, and answers that text, coloured or not.
defmodule ExUnit.Formatter do
  @moduledoc """
  Text for formatters, and what formatters are.

  A formatter is a `GenServer` named in the option `:formatters` of `ExUnit.configure/1`. It starts with
  all options, and is cast these events:

    * `{:suite_started, options}` and `{:suite_finished, times_us}`
    * `{:module_started, test_module}` and `{:module_finished, test_module}`, see `ExUnit.TestModule`
    * `{:test_started, test}` and `{:test_finished, test}`, see `ExUnit.Test`
    * `{:sigquit, running}` - the program is told to end
    * `:max_failures_reached`

  It ignores events that it does not know.
  """

  alias ExUnit.{AssertionError, Diff}
  alias Inspect.Algebra

  @type id :: term
  @type test :: ExUnit.Test.t()
  @type times_us :: %{
          run: pos_integer,
          async: pos_integer | nil,
          load: pos_integer | nil
        }
  @type formatter_callback_key ::
          :diff_enabled?
          | :diff_delete
          | :diff_delete_whitespace
          | :diff_insert
          | :diff_insert_whitespace
          | :extra_info
          | :error_info
          | :test_module_info
          | :test_info
          | :location_info
          | :stacktrace_info
          | :blame_diff
  @type formatter_callback :: (formatter_callback_key, term -> term)

  @padding "     "
  @diff_timeout_ms 1_500

  # -- times and filters ----------------------------------------------------------------------------------------

  @doc """
  How long a suite took, as one line.

  ## Examples

      iex> ExUnit.Formatter.format_times(%{run: 10_000, async: nil, load: nil})
      "Finished in 0.01 seconds (0.00s async, 0.01s sync)"
      iex> ExUnit.Formatter.format_times(%{run: 100_000, async: 50_000, load: 200_000})
      "Finished in 0.3 seconds (0.2s on load, 0.05s async, 0.05s sync)"
  """
  @spec format_times(times_us) :: String.t()
  def format_times(times) do
    run = rounded(times.run)
    async = rounded(times.async)
    sync = run - async

    case rounded(times.load) do
      0 when times.load == nil -> "Finished in #{text(run)} seconds (#{text(async)}s async, #{text(sync)}s sync)"
      load -> "Finished in #{text(run + load)} seconds (#{text(load)}s on load, #{text(async)}s async, #{text(sync)}s sync)"
    end
  end

  # Hundredths of a second.
  defp rounded(nil), do: 0
  defp rounded(us), do: div(us, 10_000)

  defp text(hundredths) when hundredths < 10, do: "0.0#{hundredths}"
  defp text(hundredths), do: "#{div(hundredths, 100)}.#{hundredths |> rem(100) |> div(10)}"

  @doc false
  @deprecated "Use ExUnit.Formatter.format_times/1 instead"
  def format_time(run, load), do: format_times(%{run: run, async: nil, load: load})

  @doc """
  The filters of a run, as one line.

  ## Examples

      iex> ExUnit.Formatter.format_filters([run: true, slow: false], :include)
      "Including tags: [run: true, slow: false]"
  """
  @spec format_filters(Keyword.t(), :include | :exclude) :: String.t()
  def format_filters(filters, :exclude), do: "Excluding tags: " <> inspect(filters)
  def format_filters(filters, :include), do: "Including tags: " <> inspect(filters)

  # -- failures -------------------------------------------------------------------------------------------------

  @doc """
  The failure of a test: its number, its name and place, what failed and where.
  """
  @spec format_test_failure(test, ExUnit.failed(), non_neg_integer, non_neg_integer | :infinity, formatter_callback) ::
          String.t()
  def format_test_failure(test, failures, counter, width, formatter) do
    %ExUnit.Test{name: name, module: module, tags: tags} = test
    title = formatter.(:test_info, number(counter) <> "#{name} (#{inspect(module)})")
    place = formatter.(:location_info, location(tags))

    "#{title}\n#{@padding}#{place}\n" <>
      failures(failures, fn {kind, reason, stack}, _index ->
        one_failure(test, kind, reason, stack, width, formatter)
      end)
  end

  @doc false
  @deprecated "Use ExUnit.Formatter.format_test_all_failure/5 instead"
  def format_test_case_failure(test_case, failures, counter, width, formatter) do
    format_test_all_failure(test_case, failures, counter, width, formatter)
  end

  @doc """
  The failure of a module's `setup_all`.
  """
  @spec format_test_all_failure(
          ExUnit.TestModule.t(),
          ExUnit.failed(),
          non_neg_integer,
          non_neg_integer | :infinity,
          formatter_callback
        ) :: String.t()
  def format_test_all_failure(%{name: name} = test_module, failures, counter, width, formatter) do
    title = formatter.(:test_module_info, number(counter) <> "#{inspect(name)}: ")

    "#{title}failure on setup_all callback, all tests have been invalidated\n" <>
      failures(failures, fn {kind, reason, stack}, _index ->
        one_failure(test_module, kind, reason, stack, width, formatter)
      end)
  end

  defp number(counter), do: String.pad_leading("#{counter}", 3) <> ") "

  defp location(tags) do
    path = Path.relative_to_cwd(tags.file)

    case Application.get_env(:ex_unit, :test_location_relative_path) do
      nil -> "#{path}:#{tags.line}"
      prefix -> "#{Path.join(prefix, path)}:#{tags.line}"
    end
  end

  defp failures([failure], fun), do: fun.(failure, 1)

  defp failures(failures, fun) do
    failures
    |> Enum.with_index(1)
    |> Enum.map_join("", fn {failure, index} ->
      "\n#{@padding}Failure ##{index}\n" <> fun.(failure, index)
    end)
  end

  defp one_failure(test, kind, reason, stack, width, formatter) do
    {text, stack} = what(test, kind, reason, stack, width, formatter)
    text <> stacktrace(stack, test, formatter)
  end

  defp what(test, :error, %AssertionError{} = error, stack, width, formatter) do
    {assertion(test, error, stack, width, formatter, @padding), stack}
  end

  defp what(test, kind, reason, stack, width, formatter) do
    {banner, blamed, stack} = banner(kind, reason, stack, formatter)
    banner = formatter.(:error_info, indent_all(banner, @padding))
    code = code_line(source_code(test, stack), "code: ", width, formatter, @padding)
    {@padding <> banner <> "\n" <> blamed <> code, stack}
  end

  # The first line, and what is known of the clauses of a function that none matched.
  defp banner(:error, %FunctionClauseError{} = error, stack, formatter) do
    {error, stack} = Exception.blame(:error, error, stack)
    message = Exception.format_banner(:error, %{error | args: nil, clauses: nil}, stack)

    blamed =
      error
      |> FunctionClauseError.blame(&inspect(&1), &blamed_node(&1, formatter))
      |> String.replace_prefix("\n\n", "")

    {message, if(blamed == "", do: "", else: "\n" <> @padding <> indent_all(blamed, @padding) <> "\n"), stack}
  end

  defp banner(:error, error, stack, _formatter) when is_exception(error) do
    {error, stack} = Exception.blame(:error, error, stack)
    {Exception.format_banner(:error, error, stack), "", stack}
  end

  defp banner(kind, reason, stack, _formatter), do: {Exception.format_banner(kind, reason, stack), "", stack}

  defp blamed_node(%{match?: true, node: node}, _formatter), do: Macro.to_string(node)
  defp blamed_node(%{match?: false, node: node}, formatter), do: formatter.(:blame_diff, Macro.to_string(node))
  defp blamed_node(_, formatter), do: formatter.(:blame_diff, "...")

  # -- assertions -----------------------------------------------------------------------------------------------

  @doc """
  An assertion's failure as plain text.
  """
  @spec format_assertion_error(Exception.t()) :: String.t()
  def format_assertion_error(%AssertionError{} = error) do
    assertion(nil, error, [], :infinity, fn _, text -> text end, "")
  end

  defp assertion(test, error, stack, width, formatter, padding) do
    sides? = value?(error.right)
    code_label = if sides?, do: "code:  ", else: "code: "
    {left, right, mailbox} = sides(error, formatter, width, padding)

    [
      message(error.message, formatter, padding),
      labelled(error.doctest, "doctest:", formatter, padding, &indent_all(&1, "       " )),
      code_line(if(value?(error.expr), do: {:expr, error.expr}, else: source_code(test, stack)), code_label, width, formatter, padding),
      mailbox,
      arguments(error.args, formatter, width, padding),
      line(left, if(sides?, do: "left:  ", else: "left: "), formatter, padding),
      line(right, "right: ", formatter, padding)
    ]
    |> IO.iodata_to_binary()
  end

  defp value?(value), do: value != AssertionError.no_value()

  defp message(message, formatter, padding) do
    if value?(message) and message != nil,
      do: [padding, formatter.(:error_info, indent_all(to_string(message), @padding)), "\n"],
      else: ""
  end

  defp labelled(value, label, formatter, padding, show) do
    if value?(value) and value != nil, do: line(show.(value), label, formatter, padding), else: ""
  end

  defp line(nil, _label, _formatter, _padding), do: ""
  defp line(text, label, formatter, padding), do: [padding, formatter.(:extra_info, label), text, "\n"]

  defp code_line(nil, _label, _width, _formatter, _padding), do: ""
  defp code_line({:source, text}, label, _width, formatter, padding), do: IO.iodata_to_binary(line(text, label, formatter, padding))

  defp code_line({:expr, expr}, label, _width, formatter, padding) do
    text = expr |> code() |> indent_all(@padding <> String.duplicate(" ", String.length(label)))
    IO.iodata_to_binary(line(text, label, formatter, padding))
  end

  defp code({:doctest, text}), do: text

  # An assertion is written without parentheses.
  defp code({name, _, [argument]}) when is_atom(name), do: "#{name} #{Macro.to_string(argument)}"
  defp code(expr), do: Macro.to_string(expr)

  # The line of the test that the stack trace names.
  defp source_code(%ExUnit.Test{module: module, name: name}, stack) do
    Enum.find_value(stack, fn
      {^module, ^name, _, location} -> source_line(location[:file], location[:line])
      _ -> nil
    end)
  end

  defp source_code(_test, _stack), do: nil

  defp source_line(file, line) when file != nil and is_integer(line) do
    with {:ok, text} <- File.read(to_string(file)),
         source when source != nil <- text |> String.split("\n") |> Enum.at(line - 1) do
      {:source, String.trim(source)}
    else
      _ -> nil
    end
  end

  defp source_line(_file, _line), do: nil

  defp arguments(args, formatter, width, padding) do
    if value?(args) and is_list(args) do
      shown =
        for {arg, index} <- Enum.with_index(args, 1) do
          ["         # ", Integer.to_string(index), "\n         ", shown(arg, "         ", width, 9), "\n\n"]
        end

      [padding, formatter.(:extra_info, "arguments:"), "\n\n" | shown]
    else
      ""
    end
  end

  # Text of left, right and mailbox, nil where there is none.
  defp sides(%{context: {:mailbox, _pins, []}}, _formatter, _width, _padding), do: {nil, nil, ""}

  defp sides(%{context: {:mailbox, pins, messages}, left: pattern}, formatter, width, padding) do
    shown =
      Enum.map(messages, fn message ->
        {left, right} = pair(pattern, message, {:match, pins}, formatter, width, @padding <> "           ")

        [
          [@padding, "  ", formatter.(:extra_info, "pattern: "), left, "\n"],
          [@padding, "  ", formatter.(:extra_info, "value:   "), right, "\n"]
        ]
      end)

    {nil, nil, [padding, formatter.(:extra_info, "mailbox:"), "\n" | Enum.intersperse(shown, "\n")]}
  end

  defp sides(%{left: left, right: right, context: context}, formatter, width, _padding) do
    inner = @padding <> "       "

    case {value?(left), value?(right)} do
      {true, true} ->
        {left, right} = pair(left, right, context, formatter, width, inner)
        {left, right, ""}

      {left?, right?} ->
        {if(left?, do: shown(left, inner, width, 12)), if(right?, do: shown(right, inner, width, 12)), ""}
    end
  end

  defp pair(left, right, context, formatter, width, inner) do
    room = if width == :infinity, do: :infinity, else: max(width - byte_size(inner), 20)

    case diff(left, right, context, formatter) do
      %Diff{} = diff ->
        {diff |> side(:left, :diff_delete, formatter) |> laid_out(inner, room),
         diff |> side(:right, :diff_insert, formatter) |> laid_out(inner, room)}

      nil ->
        {left_text(left, context, inner, width), shown(right, inner, width, byte_size(inner))}
    end
  end

  defp left_text(left, {:match, _}, inner, _width), do: left |> Macro.to_string() |> indent_all(inner)
  defp left_text(left, _context, inner, width), do: shown(left, inner, width, byte_size(inner))

  defp side(diff, field, key, formatter) do
    Diff.to_algebra(Map.fetch!(diff, field), fn document -> coloured(document, key, formatter) end)
  end

  # White space alone would not show in a colour of letters.
  defp coloured(document, key, formatter) when is_binary(document) do
    key = if String.trim_leading(document) == "", do: :"#{key}_whitespace", else: key
    formatter.(key, document)
  end

  defp coloured(document, key, formatter), do: formatter.(key, document)

  defp laid_out(document, inner, room) do
    document
    |> Algebra.nest(byte_size(inner))
    |> Algebra.format(room)
    |> IO.iodata_to_binary()
  end

  # Comparing large values may take too long to be worth it.
  defp diff(left, right, context, formatter) do
    if formatter.(:diff_enabled?, false) and context != nil do
      task = Task.async(fn -> left |> Diff.compute(right, context) |> elem(0) end)

      case Task.yield(task, @diff_timeout_ms) || Task.shutdown(task, :brutal_kill) do
        {:ok, diff} -> diff
        _ -> nil
      end
    end
  end

  defp shown(value, inner, width, used) do
    value
    |> Algebra.to_doc(%Inspect.Opts{})
    |> Algebra.group()
    |> laid_out(inner, if(width == :infinity, do: :infinity, else: width - used))
  end

  # -- stack traces ---------------------------------------------------------------------------------------------

  defp stacktrace([], _test, _formatter), do: ""

  defp stacktrace(stack, test, formatter) do
    entries =
      for entry <- stack do
        [@padding, "  ", formatter.(:stacktrace_info, entry(entry, test)), "\n"]
      end

    IO.iodata_to_binary([@padding, formatter.(:extra_info, "stacktrace:"), "\n" | entries])
  end

  defp entry({module, name, 1, location}, %ExUnit.Test{module: module, name: name}) do
    "#{location[:file]}:#{location[:line]}: (test)"
  end

  defp entry(entry, _test), do: Exception.format_stacktrace_entry(entry)

  defp indent_all(text, padding), do: String.replace(text, "\n", "\n" <> padding)
end
