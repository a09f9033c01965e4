# stdlib/erlang/string.ex: text as strings, lists of characters or both, by graphemes.
# Here: the module, in parts: cutting (string/cut.part.ex), searching (string/search.part.ex), case and
# numbers (string/convert.part.ex), the functions over plain lists of characters (string/chars.part.ex).
# Holds: a string gives strings, a list gives flat lists of characters.
defmodule :string do
  @moduledoc """
  Works on text given as a string, a list of characters, or a list of both.

  Characters are graphemes: what is read as one, though it may be several code points. A grapheme of one code
  point is that number, of several the list of them. What is given as a string comes back as strings; what is
  given as a list as flat lists of characters.

  ## Examples

      iex> :string.lexemes("one, two", [?,, ?\\s])
      ["one", "two"]
      iex> :string.pad("ab", 4) |> IO.chardata_to_string()
      "ab  "
      iex> :string.trim('  x ')
      'x'
  """

  require Kernel.Part

  Kernel.Part.include("string/cut.part.ex")
  Kernel.Part.include("string/search.part.ex")
  Kernel.Part.include("string/convert.part.ex")
  Kernel.Part.include("string/chars.part.ex")

  # UTF-8 of any text; what is none raises badarg.
  defp utf8(text) when is_binary(text) do
    if :vial_unicode.valid(text), do: text, else: :erlang.error({:badarg, text})
  end

  defp utf8(text) when is_list(text) do
    case :unicode.characters_to_binary(text) do
      binary when is_binary(binary) -> binary
      {_, _, rest} -> :erlang.error({:badarg, rest})
    end
  end

  # A result in the form the text had.
  defp like(result, text) when is_binary(text), do: result
  defp like(result, text) when is_list(text), do: :unicode.characters_to_list(result)

  # A grapheme as OTP has it: a code point, or the list of them.
  defp cluster(grapheme) do
    case :unicode.characters_to_list(grapheme) do
      [c] -> c
      chars -> chars
    end
  end

  # Graphemes of a set of separators as a map of strings.
  defp set(graphemes) when is_list(graphemes),
    do: :lists.foldl(fn g, set -> Map.put(set, utf8(List.wrap(g)), true) end, %{}, graphemes)

  defp first_grapheme(text) do
    size = :vial_unicode.grapheme_size(text)
    <<grapheme::binary-size(size), rest::binary>> = text
    {grapheme, rest}
  end

  @doc """
  Whether text has no characters.

  ## Examples

      iex> :string.is_empty(["", []])
      true
  """
  def is_empty([]), do: true
  def is_empty(""), do: true
  def is_empty([h | t]) when is_list(h) or is_binary(h), do: is_empty(h) and is_empty(t)
  def is_empty(text) when is_list(text) or is_binary(text), do: false

  @doc """
  The count of graphemes.

  ## Examples

      iex> :string.length("e\\u0301x")
      2
  """
  def length(text), do: text |> utf8() |> :vial_unicode.length()

  @doc """
  The graphemes of text.

  ## Examples

      iex> :string.to_graphemes("ae\\u0301")
      [?a, [?e, 0x301]]
  """
  def to_graphemes(text), do: :lists.map(&cluster/1, text |> utf8() |> :vial_unicode.graphemes())

  @doc """
  The graphemes of text, the last first.

  ## Examples

      iex> :string.reverse("abc")
      'cba'
  """
  def reverse(text), do: text |> to_graphemes() |> :lists.reverse()

  @doc """
  Whether two texts are the same; with `ignore_case` by their folded case, with a form (`:nfc`, `:nfd`, `:nfkc`, `:nfkd`)
  after normalising both.

  ## Examples

      iex> :string.equal("Ab", 'aB', true)
      true
      iex> :string.equal("é", "e\\u0301", false, :nfc)
      true
  """
  def equal(a, b), do: utf8(a) == utf8(b)
  def equal(a, b, ignore_case), do: equal(a, b, ignore_case, :none)

  def equal(a, b, ignore_case, form), do: comparable(a, ignore_case, form) == comparable(b, ignore_case, form)

  defp comparable(text, ignore_case, form) do
    text = utf8(text)
    text = if ignore_case, do: :vial_unicode.casefold(text), else: text
    if form == :none, do: text, else: normal(:vial_unicode.normalize(text, form), text)
  end

  defp normal(result, _) when is_binary(result), do: result
  defp normal(_, text), do: text

  @doc """
  The first code point and what follows: `[code_point | rest]`, `[]` at the end, `{:error, text}` where it is no text.

  ## Examples

      iex> :string.next_codepoint("abc")
      [?a | "bc"]
  """
  def next_codepoint(<<c::utf8, rest::binary>>), do: [c | rest]
  def next_codepoint(""), do: []
  def next_codepoint(text) when is_binary(text), do: {:error, text}
  def next_codepoint([]), do: []
  def next_codepoint([c | rest]) when is_integer(c), do: [c | rest]

  def next_codepoint([inner | rest]) do
    case next_codepoint(inner) do
      [c | left] -> [c | before(left, rest)]
      [] -> next_codepoint(rest)
      error -> error
    end
  end

  defp before("", rest), do: rest
  defp before([], rest), do: rest
  defp before(left, rest) when is_list(left) and is_list(rest), do: left ++ rest
  defp before(left, rest), do: [left | rest]

  @doc """
  The first grapheme and what follows, as `next_codepoint/1`.

  ## Examples

      iex> :string.next_grapheme("e\\u0301x")
      [[?e, 0x301] | "x"]
  """
  def next_grapheme(text) when is_binary(text) do
    case text do
      "" ->
        []

      <<_::utf8, _::binary>> ->
        {grapheme, rest} = first_grapheme(text)
        [cluster(grapheme) | rest]

      _ ->
        {:error, text}
    end
  end

  def next_grapheme(text) when is_list(text) do
    case next_codepoint(text) do
      [c | rest] -> joined([c], rest)
      other -> other
    end
  end

  # Takes code points in while they and the next one still make one grapheme.
  defp joined(chars, rest) do
    with [c | left] <- next_codepoint(rest),
         1 <- :vial_unicode.length(utf8(chars ++ [c])) do
      joined(chars ++ [c], left)
    else
      _ -> [single(chars) | rest]
    end
  end

  defp single([c]), do: c
  defp single(chars), do: chars
end
