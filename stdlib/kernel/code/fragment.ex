# stdlib/kernel/code/fragment.ex: what incomplete code means at a place.
# Here: the context of a cursor, of a place in a line, and the quoted form of text that ends at a cursor.
# Not here: reading backwards (code/fragment/behind.ex), the parser (:vial_compiler.string_to_quoted/2).
defmodule Code.Fragment do
  @moduledoc """
  Tells what stands at a place of code that need not be complete: for completion, documentation at the cursor and
  the like.

  All of it is a best effort: only the line of the place counts in `cursor_context/2` and `surround_context/3`, so
  code in strings and comments is seen as code.
  """
  alias Code.Fragment.Behind

  @type position :: {line :: pos_integer, column :: pos_integer}

  @doc """
  What a cursor at the end of the text stands in.

  One of

    * `{:alias, name}`, `{:alias, base, name}` - an alias, `base` being `{:local_or_var, _}` or `{:module_attribute, _}`;
    * `{:dot, inside, name}`, `{:dot_call, inside, name}`, `{:dot_arity, inside, name}` - a name behind a dot, then
      an opening parenthesis or a blank, then a slash; `inside` is `{:var, _}`, `{:alias, _}`,
      `{:module_attribute, _}`, `{:unquoted_atom, _}` or a `:dot`;
    * `{:local_or_var, name}`, `{:local_call, name}`, `{:local_arity, name}` - a name without a dot;
    * `{:operator, name}`, `{:operator_call, name}`, `{:operator_arity, name}`;
    * `{:module_attribute, name}`, `{:sigil, name}`, `{:unquoted_atom, name}`;
    * `{:struct, inside}` - behind `%`; `inside` is a name or one of the tuples above;
    * `:expr` - any expression may follow;
    * `:none` - nothing that is known.

  Names are charlists.

  ## Examples

      iex> Code.Fragment.cursor_context("x = Enum.ma")
      {:dot, {:alias, 'Enum'}, 'ma'}
      iex> Code.Fragment.cursor_context("put(")
      {:local_call, 'put'}
      iex> Code.Fragment.cursor_context("[1, ")
      :expr
  """
  @spec cursor_context(List.Chars.t(), keyword) :: atom | tuple
  def cursor_context(fragment, opts \\ []) when is_list(opts) do
    last = fragment |> lines() |> List.last()

    case last |> Enum.reverse() |> Behind.context() do
      {context, _} -> context
      :none -> :none
    end
  end

  @doc """
  What stands around a place: a map of `:context`, `:begin` and `:end` (the first place behind it), or `:none`.

  The text counts as complete, so the contexts are those of `cursor_context/2` but that calls and arities behind a
  dot are `:dot`, those of operators `:operator`, reserved words `{:keyword, name}`, a lone `@` an operator; empty
  names and `:expr` do not occur.

  ## Examples

      iex> Code.Fragment.surround_context("1 + total(x)", {1, 7})
      %{begin: {1, 5}, context: {:local_call, 'total'}, end: {1, 10}}
      iex> Code.Fragment.surround_context("a + b", {1, 2})
      :none
  """
  @spec surround_context(List.Chars.t(), position, keyword) :: %{begin: position, end: position, context: tuple} | :none
  def surround_context(fragment, {line, column} = _position, opts \\ []) when is_list(opts) do
    lines = lines(fragment)

    with [_ | _] = text <- Enum.at(lines, line - 1) || List.last(lines),
         {before, ahead} = Enum.split(text, column - 1),
         {context, from, to} <- Behind.surround(Enum.reverse(before), ahead) do
      %{context: context, begin: {line, from + 1}, end: {line, to + 1}}
    else
      _ -> :none
    end
  end

  defp lines(fragment) do
    for line <- fragment |> to_string() |> String.split(["\r\n", "\n"]), do: String.to_charlist(line)
  end

  @doc """
  Parses text that ends at a cursor: what is open is closed, and `__cursor__()` stands for the argument, element or
  value the cursor is in.

  Options are `:file`, `:line`, `:column`, `:columns`, `:token_metadata` and `:literal_encoder`, as for
  `Code.string_to_quoted/2`.

  ## Examples

      iex> {:ok, form} = Code.Fragment.container_cursor_to_quoted("send(pid, {:done, res")
      iex> Macro.to_string(form)
      "send(pid, {:done, __cursor__()})"
  """
  @spec container_cursor_to_quoted(List.Chars.t(), keyword) :: {:ok, Macro.t()} | {:error, tuple}
  def container_cursor_to_quoted(fragment, opts \\ []) when is_list(opts) do
    opts = Keyword.take(opts, [:file, :line, :column, :columns, :token_metadata, :literal_encoder])
    Code.string_to_quoted(fragment, [cursor: true, warnings: false] ++ opts)
  end
end
