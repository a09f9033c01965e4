# stdlib/kernel/code/parse.part.ex: text to quoted form.
# Here: string_to_quoted and its kin.
# Not here: the parser (:vial_compiler.string_to_quoted/2).

@doc """
Parses text: `{:ok, quoted}` or `{:error, {metadata, message, token}}`.

## Options

  * `:file`, `:line`, `:column` - where the text starts, for metadata and errors;
  * `:columns` - metadata has columns too (`false`);
  * `:token_metadata` - metadata tells of parentheses, blocks, newlines (`false`);
  * `:unescape` - whether escapes in strings are replaced (`true`);
  * `:existing_atoms_only` - an atom that does not exist is an error (`false`);
  * `:literal_encoder` - a function `literal, metadata -> {:ok, form} | {:error, text}`;
  * `:static_atoms_encoder` - a function for atoms of the text itself;
  * `:warnings` - whether warnings are printed (`true`).

## Examples

    iex> Code.string_to_quoted("1 + 3")
    {:ok, {:+, [line: 1], [1, 3]}}
    iex> Code.string_to_quoted("1 \\\\")
    {:error, {[line: 1, column: 3], "invalid escape \\\\ at end of file", ""}}
"""
@spec string_to_quoted(List.Chars.t(), keyword) ::
        {:ok, Macro.t()} | {:error, {location :: keyword, binary | {binary, binary}, binary}}
def string_to_quoted(string, opts \\ []) when is_list(opts) do
  encoder = Keyword.get(opts, :literal_encoder)

  with {:ok, quoted} <- parse_and_warn(source(string), opts),
       {:ok, quoted} <- encode_atoms(quoted, Keyword.get(opts, :static_atoms_encoder)) do
    if is_function(encoder, 2), do: encode_literals(quoted, encoder, opts), else: {:ok, quoted}
  end
end

defp parse_and_warn(text, opts) do
  case :vial_compiler.string_to_quoted(text, opts) do
    {:ok, quoted, warnings} ->
      :vial_compiler.tell_warnings(Keyword.get(opts, :file, "nofile"), text, warnings)
      {:ok, quoted}

    other ->
      other
  end
end

# Atoms of the text come from the parser as {:"$atom", place, text}; they are encoded in the order of the text.
defp encode_atoms(quoted, encoder) when is_function(encoder, 2) do
  places = quoted |> static_atoms([]) |> Enum.sort()
  encoded = for {place, text} <- places, into: %{}, do: {{place, text}, encode_atom(text, place, encoder)}
  {:ok, put_atoms(quoted, encoded)}
catch
  {:static_atom, error} -> {:error, error}
end

defp encode_atoms(quoted, _), do: {:ok, quoted}

defp encode_atom(text, place, encoder) do
  case encoder.(text, place) do
    {:ok, form} -> form
    {:error, reason} when is_binary(reason) -> throw({:static_atom, {place, reason <> ": ", text}})
  end
end

defp static_atoms({:"$atom", place, text}, found), do: [{place, text} | found]
defp static_atoms(tuple, found) when is_tuple(tuple), do: static_atoms(Tuple.to_list(tuple), found)
defp static_atoms(list, found) when is_list(list), do: :lists.foldl(&static_atoms/2, found, list)
defp static_atoms(_, found), do: found

defp put_atoms({:"$atom", place, text}, encoded), do: :erlang.map_get({place, text}, encoded)
defp put_atoms({left, meta, right}, encoded), do: {put_atoms(left, encoded), meta, put_atoms(right, encoded)}
defp put_atoms({left, right}, encoded), do: {put_atoms(left, encoded), put_atoms(right, encoded)}
defp put_atoms(list, encoded) when is_list(list), do: :lists.map(&put_atoms(&1, encoded), list)
defp put_atoms(other, _), do: other

@doc """
As `string_to_quoted/2`, giving the form or raising `SyntaxError`, `TokenMissingError` or
`ArgumentError`.

## Examples

    iex> Code.string_to_quoted!("x")
    {:x, [line: 1], nil}
"""
@spec string_to_quoted!(List.Chars.t(), keyword) :: Macro.t()
def string_to_quoted!(string, opts \\ []) when is_list(opts) do
  case string_to_quoted(string, opts) do
    {:ok, quoted} -> quoted
    {:error, error} -> :erlang.error(syntax_exception(error, source(string), opts))
  end
end

@doc """
As `string_to_quoted/2`, with the comments: `{:ok, quoted, comments}`.

A comment is a map of `:line`, `:column`, `:previous_eol_count`, `:next_eol_count` and `:text`.

## Examples

    iex> {:ok, _, [%{text: text}]} = Code.string_to_quoted_with_comments("1 # one")
    iex> text
    "# one"
"""
@spec string_to_quoted_with_comments(List.Chars.t(), keyword) ::
        {:ok, Macro.t(), list(map)} | {:error, {location :: keyword, term, term}}
def string_to_quoted_with_comments(string, opts \\ []) do
  case string_to_quoted(string, opts) do
    {:ok, quoted} -> {:ok, quoted, :vial_compiler.comments(source(string), opts)}
    {:error, error} -> {:error, error}
  end
end

@doc """
As `string_to_quoted_with_comments/2`, giving `{quoted, comments}` or raising.

## Examples

    iex> {1, []} = Code.string_to_quoted_with_comments!("1")
    {1, []}
"""
@spec string_to_quoted_with_comments!(List.Chars.t(), keyword) :: {Macro.t(), list(map)}
def string_to_quoted_with_comments!(string, opts \\ []) do
  case string_to_quoted_with_comments(string, opts) do
    {:ok, quoted, comments} -> {quoted, comments}
    {:error, error} -> :erlang.error(syntax_exception(error, source(string), opts))
  end
end

defp source(string) do
  text = to_string(string)

  case :unicode.characters_to_binary(text) do
    ^text -> text
    {kind, _, rest} -> raise UnicodeConversionError, encoded: [], rest: rest, kind: kind
  end
end

# Literals come from the parser as {:"$literal", metadata, [literal]}, from the inside out.
defp encode_literals(quoted, encoder, _opts) do
  {:ok, encode(quoted, encoder)}
catch
  {:literal_encoder, meta, message, literal} ->
    {:error, {Keyword.take(meta, [:line, :column]), message, literal_text(literal)}}
end

defp literal_text(literal) when is_atom(literal), do: Atom.to_string(literal)
defp literal_text(literal), do: inspect(literal)

defp encode({:"$literal", meta, [literal]}, encoder) do
  literal = encode_inside(literal, encoder)

  case encoder.(literal, meta) do
    {:ok, form} -> form
    {:error, message} -> throw({:literal_encoder, meta, message, literal})
  end
end

defp encode({left, meta, right}, encoder), do: {encode(left, encoder), meta, encode(right, encoder)}
defp encode(other, encoder), do: encode_inside(other, encoder)

defp encode_inside({left, right}, encoder), do: {encode(left, encoder), encode(right, encoder)}
defp encode_inside(list, encoder) when is_list(list), do: :lists.map(&encode(&1, encoder), list)
defp encode_inside(other, _encoder), do: other

# The exception for what string_to_quoted says is wrong.
defp syntax_exception({meta, message, token}, text, opts) do
  file = Keyword.get(opts, :file, "nofile")
  line = Keyword.get(meta, :line)
  column = Keyword.get(meta, :column)
  {module, description, shown?} = syntax_message(message, token)
  first_line = Keyword.get(opts, :line, 1)
  content = if shown? and column != nil, do: source_line(text, line - first_line)
  snippet = if content not in [nil, ""], do: %{content: content, offset: column - 1}
  struct!(module, file: file, line: line, column: column, description: description, snippet: snippet)
end

defp source_line(text, index) do
  text |> String.split(["\r\n", "\n"]) |> Enum.at(index)
end

@reserved_words ["'when'", "'and'", "'or'", "'in'", "in", "'after'", "'else'", "'catch'", "'rescue'", "after", "else", "catch", "rescue"]

defp syntax_message({before, behind}, token), do: {SyntaxError, before <> token <> behind, false}

defp syntax_message("syntax error before: ", ""), do: {TokenMissingError, "syntax error: expression is incomplete", true}

defp syntax_message("missing terminator: " <> _ = message, ""), do: {TokenMissingError, message, true}
defp syntax_message("missing interpolation" <> _ = message, ""), do: {TokenMissingError, message, true}

defp syntax_message("syntax error before: " = message, token) when token in @reserved_words do
  word = String.trim(token, "'")

  {SyntaxError,
   message <>
     word <>
     ". \"" <>
     word <>
     "\" is a reserved word in Elixir and therefore its usage is limited. For instance, it can't be used as a variable or be defined nor " <>
     "invoked as a regular function", false}
end

defp syntax_message("syntax error before: " = message, "$" <> char), do: {SyntaxError, message <> "?" <> char, false}

defp syntax_message("syntax error before: " = message, "{sigil," <> token) do
  [_, rest] = String.split(token, "},", parts: 2)
  {name, rest} = Integer.parse(rest)
  text = "sigil ~" <> <<name::utf8>> <> " starting with content '" <> first_piece(rest) <> "'"
  {SyntaxError, message <> text, false}
end

defp syntax_message("syntax error before: " = message, "[<<" <> _ = token) do
  {SyntaxError, message <> "\"" <> first_piece(token) <> "\"", false}
end

defp syntax_message(message, token), do: {SyntaxError, message <> token, true}

# The text of the first binary in a token as it is shown: [<<"a">>,...].
defp first_piece(token) do
  case String.split(token, "<<\"", parts: 2) do
    [_, rest] -> rest |> String.split("\">>", parts: 2) |> hd()
    _ -> ""
  end
end
