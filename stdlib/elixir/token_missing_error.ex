# stdlib/elixir/token_missing_error.ex: raised when source text ends too early.
defmodule TokenMissingError do
  @moduledoc """
  Raised when source text ends too early.
  """

  defexception [:file, :line, :column, :snippet, description: "expression is incomplete"]

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
