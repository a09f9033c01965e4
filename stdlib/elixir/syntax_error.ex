# stdlib/elixir/syntax_error.ex: raised when source text is not the language.
defmodule SyntaxError do
  @moduledoc """
  Raised when source text is not the language.
  """

  defexception [:file, :line, :column, :snippet, description: "syntax error"]

  @impl true
  def message(%{file: file, line: line, column: column, description: description, snippet: snippet})
      when not is_nil(snippet) and not is_nil(column) do
    place = Exception.format_file_line_column(file && Path.relative_to_cwd(file), line, column)
    place <> " " <> description <> Exception.format_snippet(snippet, line)
  end

  def message(%{file: file, line: line, column: column, description: description}) do
    place = Exception.format_file_line_column(file && Path.relative_to_cwd(file), line, column)
    place <> " " <> description
  end
end
