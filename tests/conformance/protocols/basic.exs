# A protocol dispatches on the type of its first argument.
defprotocol Size do
  @doc "How big"
  def size(x)
  @fallback_to_any false
end
defimpl Size, for: BitString do
  def size(s), do: byte_size(s)
end
defimpl Size, for: [List, Tuple] do
  def size(x) when is_list(x), do: length(x)
  def size(x), do: tuple_size(x)
end
defimpl Size, for: Map do
  def size(m), do: map_size(m)
end
defimpl Size, for: MapSet do
  def size(s), do: {:set, MapSet.size(s)}
end
defimpl Size, for: Atom do
  def size(nil), do: 0
  def size(a), do: a |> Atom.to_string() |> String.length()
end
IO.inspect(Enum.map(["abc", [1], {1, 2}, %{a: 1}, MapSet.new([1, 2]), nil, :four], &Size.size/1)) # expect: [3, 1, 2, 1, {:set, 2}, 0, 4]
IO.inspect(Size.impl_for(1)) # expect: nil
IO.inspect(Size.impl_for([])) # expect: Size.List
IO.inspect(Size.impl_for!("x")) # expect: Size.BitString
IO.inspect(Size.__protocol__(:functions)) # expect: [size: 1]
try do
  Size.size(1.5)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: Protocol.UndefinedError: "protocol Size not implemented for 1.5 of type Float"
end
try do
  Size.size(1..2)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: Protocol.UndefinedError: "protocol Size not implemented for 1..2 of type Range (a struct)"
end
