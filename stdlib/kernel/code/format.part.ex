# stdlib/kernel/code/format.part.ex: code as text.
# Here: format_string!, format_file!, quoted_to_algebra.
# Not here: how (Code.Formatter, Code.Normalizer).

@doc """
Text of code in the standard layout, as iodata.

`:line_length` is 98 by default.

## Examples

    iex> Code.format_string!("a   =   1") |> IO.iodata_to_binary()
    "a = 1"
"""
@spec format_string!(binary, keyword) :: iodata
def format_string!(string, opts \\ []) when is_binary(string) and is_list(opts) do
  line_length = Keyword.get(opts, :line_length, 98)

  to_quoted_opts =
    [
      unescape: false,
      literal_encoder: &{:ok, {:__block__, &2, [&1]}},
      columns: true,
      token_metadata: true,
      warnings: false
    ] ++ opts

  {forms, comments} = string_to_quoted_with_comments!(string, to_quoted_opts)
  doc = Code.Formatter.to_algebra(forms, [comments: comments] ++ opts)
  Inspect.Algebra.format(doc, line_length)
end

@doc """
A file's text in the standard layout, as iodata, with a newline at its end.
"""
@spec format_file!(binary, keyword) :: iodata
def format_file!(file, opts \\ []) when is_binary(file) and is_list(opts) do
  string = File.read!(file)
  [format_string!(string, [file: file, line: 1] ++ opts), ?\n]
end

@doc """
A quoted form as a document for `Inspect.Algebra`.

## Examples

    iex> quote(do: foo(1)) |> Code.quoted_to_algebra() |> Inspect.Algebra.format(98) |> IO.iodata_to_binary()
    "foo(1)"
"""
@spec quoted_to_algebra(Macro.t(), keyword) :: Inspect.Algebra.t()
def quoted_to_algebra(quoted, opts \\ []) do
  quoted |> Code.Normalizer.normalize(opts) |> Code.Formatter.to_algebra(opts)
end

@doc false
@deprecated "Use Code.Fragment.cursor_context/2 instead"
def cursor_context(code, options \\ []), do: Code.Fragment.cursor_context(code, options)
