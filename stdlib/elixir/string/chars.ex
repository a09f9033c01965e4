# stdlib/elixir/string/chars.ex: the protocol behind to_string/1 and interpolation.
# Here: the protocol and the types of the language; structs implement it where they are defined.
defprotocol String.Chars do
  @moduledoc ~S"""
  Turns terms into text; used by `to_string/1` and by `"#{interpolation}"`.

  Implement it only for types that have one obvious text; `inspect/1` is for showing any term to
  programmers.

      iex> "#{1} #{:two} #{3.0}"
      "1 two 3.0"
      iex> to_string([?h, ["é", ?!]])
      "hé!"
  """

  @doc """
  The string of `term`.

  ## Examples

      iex> String.Chars.to_string(nil)
      ""
      iex> String.Chars.to_string(1.0e10)
      "1.0e10"
  """
  @spec to_string(t) :: String.t()
  def to_string(term)
end

defimpl String.Chars, for: Atom do
  def to_string(nil), do: ""
  def to_string(atom), do: :erlang.atom_to_binary(atom)
end

defimpl String.Chars, for: BitString do
  def to_string(term) when is_binary(term), do: term

  def to_string(term) do
    raise Protocol.UndefinedError,
      protocol: @protocol,
      value: term,
      description: "cannot convert a bitstring to a string"
  end
end

defimpl String.Chars, for: List do
  def to_string(charlist), do: List.to_string(charlist)
end

defimpl String.Chars, for: Integer do
  def to_string(term), do: :erlang.integer_to_binary(term)
end

defimpl String.Chars, for: Float do
  def to_string(term), do: :erlang.float_to_binary(term, [:short])
end
