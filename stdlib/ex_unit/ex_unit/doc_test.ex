# stdlib/ex_unit/ex_unit/doc_test.ex: examples in documentation as tests.
# Here: finding examples in text, making a test of each group.
# Not here: registering tests (ExUnit.Case).
# Holds: an empty line ends a test; the expressions of one test share their variables.
defmodule ExUnit.DocTest do
  @moduledoc """
  Makes tests of the examples in a module's documentation.

      defmodule ListTest do
        use ExUnit.Case, async: true
        doctest List
      end

  An example begins with `iex>`, goes on in lines that begin with `...>`, and is followed by the value it is
  to have. Examples without an empty line between them are one test and share variables:

      iex> list = [1, 2]
      iex> length(list)
      2

  A value written as `#Name<...>` is compared with what the expression's value looks like by `inspect/1`. An
  exception is written as `** (ArgumentError) the message`, and ends at an empty line. Without a value, the
  expression has to run without an error.
  """

  alias ExUnit.DocTest.Error

  @doc """
  Defines tests for the examples of `module`.

  ## Options

    * `:only`, `:except` - `{function, arity}` pairs, or `:moduledoc`
    * `:import` - whether the module's functions are imported (`false`)
    * `:tags` - tags of the tests

  ## Examples

      doctest String, except: [:moduledoc, trim: 1]
  """
  defmacro doctest(mod, opts \\ []) do
    required =
      if is_atom(Macro.expand(mod, __CALLER__)) do
        quote do
          require unquote(mod)
        end
      end

    tests =
      quote bind_quoted: [mod: mod, opts: opts] do
        env = __ENV__
        file = ExUnit.DocTest.__file__(mod)

        for {name, test, tags} <- ExUnit.DocTest.__doctests__(mod, opts) do
          @file file
          doc = ExUnit.Case.register_test(env.module, env.file, env.line, :doctest, name, tags)
          def unquote(doc)(_), do: unquote(test)
        end
      end

    [required, tests]
  end

  @doc false
  def __file__(module), do: "(for doctest at) " <> source(module)

  defp source(module) do
    case module.__info__(:compile)[:source] do
      nil -> "nofile"
      source -> source |> List.to_string() |> Path.relative_to_cwd()
    end
  end

  @doc false
  # The tests of a module: [{name, quoted body, tags}].
  def __doctests__(module, opts) do
    tags = opts |> Keyword.get(:tags, []) |> List.wrap()
    import? = Keyword.get(opts, :import, false)
    file = source(module)

    module
    |> documents(file)
    |> chosen(module, opts, file)
    |> Enum.flat_map(fn {what, line, text} -> for test <- tests(text, line, module, file), do: {what, test} end)
    |> ordered(opts)
    |> Enum.with_index(1)
    |> Enum.map(fn {{what, test}, index} ->
      {"#{name(module, what)} (#{index})", body(test, module, import?, file), tags}
    end)
  end

  # As the reference has it, those picked by name come last first.
  defp ordered(tests, opts), do: if(opts[:only] in [nil, []], do: tests, else: Enum.reverse(tests))

  defp name(module, :moduledoc), do: "module #{inspect(module)}"
  defp name(module, {function, arity}), do: "#{inspect(module)}.#{function}/#{arity}"

  # -- documentation --------------------------------------------------------------------------------------------

  # [{:moduledoc | {name, arity}, line of the first line of text, text}]
  defp documents(module, file) do
    case Code.fetch_docs(module) do
      {:docs_v1, anno, _, _, moduledoc, _, docs} ->
        module_docs(anno, moduledoc) ++ for(doc <- Enum.sort(docs), found <- function_docs(doc), do: found)

      {:error, reason} ->
        raise Error,
          file: file,
          message: "could not retrieve the documentation for module #{inspect(module)}. #{explained(reason)}"
    end
  end

  defp explained(:module_not_found), do: "The module is not loaded and could not be found"
  defp explained(:chunk_not_found), do: "The module was not compiled with docs"
  defp explained(reason), do: inspect(reason)

  defp module_docs(anno, %{"en" => text}), do: [{:moduledoc, first_line(anno), text}]
  defp module_docs(_anno, _), do: []

  defp function_docs({{kind, name, arity}, anno, _, %{"en" => text}, _}) when kind in [:function, :macro],
    do: [{{name, arity}, first_line(anno), text}]

  defp function_docs(_), do: []

  # The text begins in the line below `@doc`.
  defp first_line(line) when is_integer(line), do: line + 1
  defp first_line({line, _column}), do: line + 1
  defp first_line(options) when is_list(options), do: first_line(options[:location] || 0)

  defp chosen(documents, module, opts, file) do
    only = opts[:only] || []
    except = opts[:except] || []

    for item <- only, not known?(module, item) do
      raise Error, file: file, message: "undefined or private function given to doctest:\n\n    #{function_name(module, item)}\n\n"
    end

    Enum.filter(documents, fn {what, _, _} -> (only == [] or what in only) and what not in except end)
  end

  defp known?(_module, :moduledoc), do: true
  defp known?(module, {name, arity}), do: function_exported?(module, name, arity) or macro_exported?(module, name, arity)
  defp known?(_module, _), do: false

  defp function_name(module, {name, arity}), do: "#{inspect(module)}.#{name}/#{arity}"
  defp function_name(_module, other), do: inspect(other)

  # -- examples in text -----------------------------------------------------------------------------------------

  @prompt ~r/^([ \t]*)iex(?:\(\d+\))?>/
  @more ~r/^(\.\.\.|iex)(?:\(\d+\))?>(.*)$/
  @start ~r/^iex(?:\(\d+\))?>(.*)$/
  @fences ["```", "~~~"]

  # A test is a list of examples %{line:, code: [text], expected: [text], shown: [text]}.
  defp tests(text, line, module, file) do
    text
    |> String.split(["\r\n", "\n"])
    |> Enum.with_index(line)
    |> outside([], {module, file})
  end

  defp outside([], tests, _where), do: Enum.reverse(tests)

  defp outside([{text, _} | rest] = lines, tests, where) do
    case Regex.run(@prompt, text) do
      [_, indent] ->
        {test, rest} = inside(lines, indent, [], where)
        outside(rest, [test | tests], where)

      nil ->
        outside(rest, tests, where)
    end
  end

  # The lines of one test, up to an empty line or the end of a block of code.
  defp inside([], _indent, examples, _where), do: {finished(examples), []}

  defp inside([{text, number} | rest], indent, examples, where) do
    stripped = strip(text, indent)

    cond do
      String.trim(text) == "" ->
        {finished(examples), rest}

      String.starts_with?(String.trim_leading(text), @fences) ->
        {finished(examples), rest}

      stripped == nil ->
        raise_indent(text, number, indent, where)

      true ->
        inside(rest, indent, add(examples, stripped, number), where)
    end
  end

  defp finished(examples) do
    examples
    |> Enum.reverse()
    |> Enum.map(fn example ->
      %{
        line: example.line,
        code: example.code |> Enum.reverse() |> Enum.join("\n"),
        expected: example.expected |> Enum.reverse() |> Enum.join("\n") |> String.trim_trailing(),
        shown: example.shown |> Enum.reverse() |> Enum.join("\n")
      }
    end)
  end

  defp strip(text, indent) do
    if String.starts_with?(text, indent), do: binary_part(text, byte_size(indent), byte_size(text) - byte_size(indent))
  end

  # A prompt right after code goes on with it; after a value it begins another example.
  defp add([%{expected: []} = example | rest], text, _number) do
    case Regex.run(@more, text) do
      [_, prompt, code] -> [%{example | code: [code | example.code], shown: [prompt <> ">" <> code | example.shown]} | rest]
      nil -> [%{example | expected: [text], shown: [text | example.shown]} | rest]
    end
  end

  defp add(examples, text, number) do
    case {Regex.run(@start, text), examples} do
      {[_, code], _} ->
        [%{line: number, code: [code], expected: [], shown: ["iex>" <> code]} | examples]

      {nil, [example | rest]} ->
        [%{example | expected: [text | example.expected], shown: [text | example.shown]} | rest]
    end
  end

  defp raise_indent(text, number, indent, {_module, file}) do
    raise Error,
      file: file,
      line: number,
      message: """
      indentation level mismatch on doctest line: #{inspect(text)}

      If you are planning to assert on the result of an `iex>` expression, \
      make sure the result is indented at the beginning of `iex>`, which \
      in this case is exactly #{String.length(indent)} spaces.

      If instead you have an `iex>` expression that spans over multiple lines, \
      please make sure that each line after the first one begins with `...>`.
      """
  end

  # -- from an example to code ----------------------------------------------------------------------------------

  defp body(examples, module, import?, file) do
    imported = if import?, do: [quote(do: import(unquote(module)))], else: []
    line = hd(examples).line
    # Whatever happens is told at the first line of the test.
    quoted = Enum.map(examples, &example(%{&1 | line: line}, module, file))
    {:__block__, [], imported ++ quoted ++ [:ok]}
  end

  defp example(example, module, file) do
    stack = Macro.escape([{module, :__MODULE__, 0, [file: String.to_charlist(file), line: example.line]}])

    case expected(example.expected) do
      :nothing -> parsed(example.code, example, stack, file, & &1)
      {:value, text} -> value(example, text, stack, file)
      {:inspected, text} -> inspected(example, text, stack, file)
      {:raised, exception, message} -> raised(example, exception, message, stack, file)
    end
  end

  defp expected(""), do: :nothing

  defp expected("** (" <> _ = text) do
    case Regex.run(~r/^\*\* \(([\w.]+)\)(.*)$/s, text) do
      [_, name, message] -> {:raised, Module.concat([name]), message |> String.split("\n") |> Enum.map_join("\n", &String.trim/1)}
      nil -> {:value, text}
    end
  end

  defp expected("#" <> _ = text) do
    if text =~ ~r/^#[A-Z][\w.]*</, do: {:inspected, text}, else: {:value, text}
  end

  defp expected(text), do: {:value, text}

  defp value(example, text, stack, file) do
    parsed(example.code, example, stack, file, fn code ->
      parsed(text, example, stack, file, fn expected ->
        quote do
          value = unquote(code)

          ExUnit.DocTest.__compare__(
            value,
            unquote(expected),
            unquote("#{Macro.to_string(code)} === #{text}"),
            unquote(shown(example)),
            unquote(stack)
          )
        end
      end)
    end)
  end

  defp inspected(example, text, stack, file) do
    parsed(example.code, example, stack, file, fn code ->
      quote do
        value = unquote(code)

        ExUnit.DocTest.__compare__(
          inspect(value),
          unquote(text),
          unquote("inspect(#{Macro.to_string(code)}) === #{inspect(text)}"),
          unquote(shown(example, inspect(text))),
          unquote(stack)
        )
      end
    end)
  end

  defp raised(example, exception, message, stack, file) do
    parsed(example.code, example, stack, file, fn code ->
      quote do
        ExUnit.DocTest.__raised__(
          fn -> unquote(code) end,
          unquote(exception),
          unquote(message),
          unquote(shown(example, "** (#{inspect(exception)}) #{inspect(message)}")),
          unquote(stack)
        )
      end
    end)
  end

  # The example as a failure shows it: as written, or with another value.
  defp shown(example), do: "\n" <> example.shown

  defp shown(example, expected) do
    code = example.shown |> String.split("\n") |> Enum.filter(&(&1 =~ @more)) |> Enum.join("\n")
    shown(%{example | shown: code <> "\n" <> expected})
  end

  # Code that does not parse is the failure of its test, not of the file.
  defp parsed(text, example, stack, file, fun) do
    case Code.string_to_quoted(text, line: example.line, file: "(for doctest at) " <> file) do
      {:ok, quoted} -> fun.(quoted)
      {:error, _} -> uncompiled(text, example, stack, file)
    end
  end

  defp uncompiled(text, example, stack, file) do
    Code.string_to_quoted!(text, line: example.line, file: file)
  rescue
    error ->
      message = "Doctest did not compile, got: (#{inspect(error.__struct__)}) #{Exception.message(error)}" <> hint(text)

      quote do
        reraise ExUnit.AssertionError,
                [message: unquote(message), doctest: unquote(shown(example))],
                unquote(stack)
      end
  end

  defp hint(text) do
    if text =~ ~r/#[A-Z][\w.]*</ do
      "\nIf you are planning to assert on the result of an iex> expression which contains a value inspected as " <>
        "#Name<...>, please make sure the inspected value is placed at the beginning of the expression; otherwise " <>
        "Elixir will treat it as a comment due to the leading sign #."
    else
      ""
    end
  end

  # -- while a test runs ----------------------------------------------------------------------------------------

  @doc false
  def __compare__(value, expected, _expr, _shown, _stack) when value === expected, do: :ok

  def __compare__(value, expected, expr, shown, stack) do
    reraise ExUnit.AssertionError,
            [doctest: shown, message: "Doctest failed", expr: {:doctest, expr}, left: value, right: expected],
            stack
  end

  @doc false
  def __raised__(function, exception, message, shown, stack) do
    case outcome(function) do
      {:ok, _} ->
        fail("expected exception #{inspect(exception)} but nothing was raised", shown, stack)

      {:raised, %{__struct__: ^exception} = error} ->
        actual = Exception.message(error)

        unless actual == message do
          fail("wrong message for #{inspect(exception)}\nexpected:\n  #{inspect(message)}\nactual:\n  #{inspect(actual)}", shown, stack)
        end

      {:raised, error} ->
        fail(
          "expected exception #{inspect(exception)} but got #{inspect(error.__struct__)} " <>
            "with message #{inspect(Exception.message(error))}",
          shown,
          stack
        )
    end
  end

  defp outcome(function) do
    {:ok, function.()}
  rescue
    error -> {:raised, error}
  end

  defp fail(message, shown, stack) do
    reraise ExUnit.AssertionError, [message: "Doctest failed: " <> message, doctest: shown], stack
  end
end
