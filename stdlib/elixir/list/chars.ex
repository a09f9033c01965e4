# stdlib/elixir/list/chars.ex: the protocol behind to_charlist/1.
# Here: the protocol and the types of the language.
defprotocol List.Chars do
  @moduledoc """
  Turns terms into charlists, lists of code points; used by `to_charlist/1`.

      iex> to_charlist("hé")
      [104, 233]
      iex> to_charlist(:ok)
      [111, 107]
  """

  @doc """
  The charlist of `term`.

  ## Examples

      iex> List.Chars.to_charlist(12)
      [49, 50]
  """
  @spec to_charlist(t) :: charlist
  def to_charlist(term)

  # Elixir's older name; the protocol still answers to it.
  @doc false
  @deprecated "Use List.Chars.to_charlist/1 instead"
  Kernel.def to_char_list(term) do
    __MODULE__.to_charlist(term)
  end
end

defimpl List.Chars, for: Atom do
  def to_charlist(nil), do: []
  def to_charlist(atom), do: :erlang.atom_to_list(atom)
end

defimpl List.Chars, for: BitString do
  def to_charlist(term) when is_binary(term), do: String.to_charlist(term)

  def to_charlist(term) do
    raise Protocol.UndefinedError,
      protocol: @protocol,
      value: term,
      description: "cannot convert a bitstring to a charlist"
  end
end

# Lists are taken as charlists as they are: no check, no copy.
defimpl List.Chars, for: List do
  def to_charlist(list), do: list
end

defimpl List.Chars, for: Integer do
  def to_charlist(term), do: :erlang.integer_to_list(term)
end

defimpl List.Chars, for: Float do
  def to_charlist(term), do: :erlang.float_to_list(term, [:short])
end
