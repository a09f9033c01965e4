# tests/elixir/text/natives.exs: what Vial's natives answer, said with the reference's library.
defmodule :vial_unicode do
  def grapheme_size(""), do: 0

  def grapheme_size(binary) do
    case String.next_grapheme(binary) do
      {grapheme, _} -> byte_size(grapheme)
      nil -> 0
    end
  end

  def length(binary), do: String.length(binary)
  def graphemes(binary), do: String.graphemes(binary)

  def graphemes_offset(binary, count), do: offset(binary, count, 0, 0)
  defp offset(_, 0, bytes, n), do: {bytes, n}

  defp offset(binary, count, bytes, n) do
    case String.next_grapheme(binary) do
      {g, rest} -> offset(rest, count - 1, bytes + byte_size(g), n + 1)
      nil -> {bytes, n}
    end
  end

  def downcase(binary, mode), do: String.downcase(binary, mode)
  def upcase(binary, mode), do: String.upcase(binary, mode)
  def titlecase_first(binary, mode), do: titlecased(binary, mode)

  defp titlecased(binary, mode) do
    {first, rest} = String.next_codepoint(binary) || {"", ""}
    _ = rest
    capital = String.capitalize(first, mode)
    {byte_size(first), capital}
  end

  def casefold(binary), do: :unicode.characters_to_binary(:string.casefold(binary))

  def normalize(binary, :nfd), do: binary_or_rest(:unicode.characters_to_nfd_binary(binary))
  def normalize(binary, :nfc), do: binary_or_rest(:unicode.characters_to_nfc_binary(binary))
  def normalize(binary, :nfkd), do: binary_or_rest(:unicode.characters_to_nfkd_binary(binary))
  def normalize(binary, :nfkc), do: binary_or_rest(:unicode.characters_to_nfkc_binary(binary))
  defp binary_or_rest(binary) when is_binary(binary), do: binary
  defp binary_or_rest({:error, good, rest}), do: {:error, good, rest}

  def valid(binary), do: String.valid?(binary)
  def break_between(a, b, _state), do: {match?([[_ | _] | _], [hd(tl([0 | :unicode_util.gc([a, b])]))]) == false, 0}

  def identifier_kind(binary) do
    case Macro.classify_atom(String.to_atom(binary)) do
      :identifier -> :lower
      :unquoted -> :upper
      _ -> :none
    end
  end
end
