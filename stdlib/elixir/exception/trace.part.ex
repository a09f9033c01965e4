# stdlib/elixir/exception/trace.part.ex: part of Exception: stack traces and places in words.

@doc """
Returns the text of a stack trace, one entry a line; by default the caller's.

## Examples

    iex> Exception.format_stacktrace([{Foo, :bar, 1, [file: 'a.ex', line: 3]}])
    "    a.ex:3: Foo.bar/1\\n"
"""
@spec format_stacktrace(stacktrace | nil) :: String.t()
def format_stacktrace(trace \\ nil) do
  trace =
    if trace do
      trace
    else
      case Process.info(self(), :current_stacktrace) do
        {:current_stacktrace, t} -> Enum.drop(t, 3)
      end
    end

  case trace do
    [] -> "\n"
    _ -> Enum.map_join(trace, &("    " <> format_stacktrace_entry(&1) <> "\n"))
  end
end

@doc """
Returns the text of one entry of a stack trace.

## Examples

    iex> Exception.format_stacktrace_entry({Foo, :bar, [1], []})
    "Foo.bar(1)"
"""
@spec format_stacktrace_entry(stacktrace_entry) :: String.t()
def format_stacktrace_entry(entry)

def format_stacktrace_entry({module, :__MODULE__, 0, location}),
  do: format_location(location) <> inspect(module) <> " (module)"

# The top level of a file.
def format_stacktrace_entry({_module, :__MODULE__, 1, location}),
  do: format_location(location) <> "(module)"

def format_stacktrace_entry({_module, :__FILE__, 1, location}),
  do: format_location(location) <> "(file)"

def format_stacktrace_entry({module, fun, arity, location}),
  do: format_application(module) <> format_location(location) <> format_mfa(module, fun, arity)

def format_stacktrace_entry({fun, arity, location}),
  do: format_location(location) <> format_fa(fun, arity)

defp format_application(module) do
  # A module of no application, or before there is a table of them, has no prefix.
  case :application.get_application(module) do
    {:ok, app} ->
      case :application.get_key(app, :vsn) do
        {:ok, vsn} when is_list(vsn) -> "(" <> Atom.to_string(app) <> " " <> List.to_string(vsn) <> ") "
        _ -> "(" <> Atom.to_string(app) <> ") "
      end

    :undefined ->
      ""
  end
catch
  :error, :undef -> ""
end

defp format_location(opts) when is_list(opts),
  do: format_file_line(Keyword.get(opts, :file), Keyword.get(opts, :line), " ")

@doc """
Returns the text of a module, function and arity; with arguments, of the call.

## Examples

    iex> Exception.format_mfa(Foo, :bar, 1)
    "Foo.bar/1"
    iex> Exception.format_mfa(Foo, :bar, [])
    "Foo.bar()"
    iex> Exception.format_mfa(nil, :bar, [])
    "nil.bar()"
"""
@spec format_mfa(module, atom, arity_or_args) :: String.t()
def format_mfa(module, fun, arity) when is_atom(module) and is_atom(fun) do
  case Code.Identifier.extract_anonymous_fun_parent(fun) do
    {outer_name, outer_arity} ->
      "anonymous fn#{format_arity(arity)} in " <>
        "#{inspect(module)}.#{Code.Identifier.inspect_atom(:remote_call, outer_name)}/#{outer_arity}"

    :error ->
      "#{inspect(module)}.#{Code.Identifier.inspect_atom(:remote_call, fun)}#{format_arity(arity)}"
  end
end

@doc """
Returns the text of an anonymous function and its arity or arguments.

## Examples

    iex> Exception.format_fa(&String.length/1, 1)
    "&String.length/1/1"
"""
@spec format_fa(fun, arity) :: String.t()
def format_fa(fun, arity) when is_function(fun), do: "#{inspect(fun)}#{format_arity(arity)}"

defp format_arity(arity) when is_list(arity),
  do: "(" <> Enum.map_join(arity, ", ", &inspect/1) <> ")"

defp format_arity(arity) when is_integer(arity), do: "/" <> Integer.to_string(arity)

@doc """
Returns `"file:line:"`, as far as they are known, and the suffix.

## Examples

    iex> Exception.format_file_line("foo", 1)
    "foo:1:"
    iex> Exception.format_file_line("foo", nil)
    "foo:"
    iex> Exception.format_file_line(nil, nil)
    ""
"""
@spec format_file_line(String.t() | nil, non_neg_integer | nil, String.t()) :: String.t()
def format_file_line(file, line, suffix \\ ""), do: format_file_line_column(file, line, nil, suffix)

@doc """
Returns `"file:line:column:"`, as far as they are known, and the suffix.

## Examples

    iex> Exception.format_file_line_column("foo", 1, 2)
    "foo:1:2:"
    iex> Exception.format_file_line_column("foo", 1, nil)
    "foo:1:"
"""
@doc since: "1.10.0"
@spec format_file_line_column(
        String.t() | nil,
        non_neg_integer | nil,
        non_neg_integer | nil,
        String.t()
      ) :: String.t()
def format_file_line_column(file, line, column, suffix \\ "") do
  cond do
    is_nil(file) -> ""
    is_nil(line) or line == 0 -> "#{file}:#{suffix}"
    is_nil(column) or column == 0 -> "#{file}:#{line}:#{suffix}"
    true -> "#{file}:#{line}:#{column}:#{suffix}"
  end
end

@doc false
def format_snippet(%{content: content, offset: offset}, line) do
  number = line |> Integer.to_string() |> String.pad_leading(2)
  margin = String.duplicate(" ", String.length(number))
  caret = String.duplicate(" ", offset) <> "^"
  "\n #{margin} |\n #{number} | #{content}\n #{margin} | #{caret}"
end

def format_snippet(_, _), do: ""
