# stdlib/elixir/list/chars.ex: the protocol behind to_charlist/1.
defprotocol List.Chars do
  @moduledoc """
  Converts terms to charlists, for `Kernel.to_charlist/1`.
  """

  @doc """
  Returns `term` as a charlist.

  ## Examples

      iex> List.Chars.to_charlist("ab")
      'ab'
      iex> List.Chars.to_charlist(nil)
      []
  """
  @spec to_charlist(t) :: charlist
  def to_charlist(term)

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

defimpl List.Chars, for: List do
  # The list may hold anything: what is not a charlist shows when it is used as one.
  def to_charlist(list), do: list
end

defimpl List.Chars, for: Integer do
  def to_charlist(term), do: :erlang.integer_to_list(term)
end

defimpl List.Chars, for: Float do
  def to_charlist(term), do: :erlang.float_to_list(term, [:short])
end
