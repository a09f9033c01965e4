# stdlib/erlang/unicode.ex: encodings and normal forms of chardata.
# Here: normal forms, byte order marks, conversions with the usual encodings.
# Not here: characters_to_binary/3 and characters_to_list/2, natives of this module (runtime/text).
defmodule :unicode do
  @moduledoc """
  Converts chardata between encodings and normal forms.
  """

  @doc "Converts chardata in UTF-8 to a binary in UTF-8."
  def characters_to_binary(data), do: :unicode.characters_to_binary(data, :unicode, :unicode)

  @doc "Converts chardata to a binary in UTF-8."
  def characters_to_binary(data, encoding), do: :unicode.characters_to_binary(data, encoding, :unicode)

  @doc "Converts chardata in UTF-8 to a list of code points."
  def characters_to_list(data), do: :unicode.characters_to_list(data, :unicode)

  for {form, title} <- [nfd: "NFD", nfc: "NFC", nfkd: "NFKD", nfkc: "NFKC"] do
    @doc "Converts chardata to a binary in the normal form #{title}."
    def unquote(:"characters_to_#{form}_binary")(data), do: normalized(data, unquote(form))

    @doc "Converts chardata to a list of code points in the normal form #{title}."
    def unquote(:"characters_to_#{form}_list")(data) do
      case normalized(data, unquote(form)) do
        binary when is_binary(binary) -> :unicode.characters_to_list(binary)
        {:error, good, rest} -> {:error, :unicode.characters_to_list(good), rest}
      end
    end
  end

  defp normalized(data, form) do
    case :unicode.characters_to_binary(data) do
      binary when is_binary(binary) -> :vial_unicode.normalize(binary, form)
      {_, good, rest} -> {:error, :vial_unicode.normalize(good, form), rest}
    end
  end

  @doc """
  Tells the encoding and length of a byte order mark, or `{:latin1, 0}` for none.

  ## Examples

      iex> :unicode.bom_to_encoding(<<0xEF, 0xBB, 0xBF, ?a>>)
      {:utf8, 3}
      iex> :unicode.bom_to_encoding("abc")
      {:latin1, 0}
  """
  def bom_to_encoding(<<0xEF, 0xBB, 0xBF, _::binary>>), do: {:utf8, 3}
  def bom_to_encoding(<<0, 0, 0xFE, 0xFF, _::binary>>), do: {{:utf32, :big}, 4}
  def bom_to_encoding(<<0xFF, 0xFE, 0, 0, _::binary>>), do: {{:utf32, :little}, 4}
  def bom_to_encoding(<<0xFE, 0xFF, _::binary>>), do: {{:utf16, :big}, 2}
  def bom_to_encoding(<<0xFF, 0xFE, _::binary>>), do: {{:utf16, :little}, 2}
  def bom_to_encoding(binary) when is_binary(binary), do: {:latin1, 0}

  @doc "Returns the byte order mark of an encoding; empty where there is none."
  def encoding_to_bom(:unicode), do: <<0xEF, 0xBB, 0xBF>>
  def encoding_to_bom(:utf8), do: <<0xEF, 0xBB, 0xBF>>
  def encoding_to_bom(:utf16), do: <<0xFE, 0xFF>>
  def encoding_to_bom({:utf16, :big}), do: <<0xFE, 0xFF>>
  def encoding_to_bom({:utf16, :little}), do: <<0xFF, 0xFE>>
  def encoding_to_bom(:utf32), do: <<0, 0, 0xFE, 0xFF>>
  def encoding_to_bom({:utf32, :big}), do: <<0, 0, 0xFE, 0xFF>>
  def encoding_to_bom({:utf32, :little}), do: <<0xFF, 0xFE, 0, 0>>
  def encoding_to_bom(:latin1), do: <<>>

  @doc """
  Whether all bytes of a binary are ASCII.

  ## Examples

      iex> :unicode.bin_is_7bit("abc")
      true
      iex> :unicode.bin_is_7bit("é")
      false
  """
  def bin_is_7bit(<<byte, rest::binary>>) when byte < 128, do: bin_is_7bit(rest)
  def bin_is_7bit(binary) when is_binary(binary), do: binary == ""

  @doc "As `characters_to_binary/2`."
  def characters_to_binary_int(data, encoding), do: characters_to_binary(data, encoding)

  @doc "As `characters_to_list/2`."
  def characters_to_list_int(data, encoding), do: :unicode.characters_to_list(data, encoding)
end
