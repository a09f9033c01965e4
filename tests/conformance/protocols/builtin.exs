# String.Chars, Enumerable, Collectable, Inspect for one's own type.
defmodule Bag do
  defstruct items: []
  defimpl String.Chars do
    def to_string(b), do: "bag of " <> Enum.join(b.items, ",")
  end
  defimpl Enumerable do
    def count(b), do: {:ok, length(b.items)}
    def member?(b, x), do: {:ok, x in b.items}
    def slice(_), do: {:error, __MODULE__}
    def reduce(b, acc, f), do: Enumerable.List.reduce(b.items, acc, f)
  end
  defimpl Collectable do
    def into(b) do
      {b, fn
        b, {:cont, x} -> %{b | items: b.items ++ [x]}
        b, :done -> b
        _, :halt -> :ok
      end}
    end
  end
end
b = Enum.into([3, 1, 2], struct(Bag))
IO.inspect(to_string(b)) # expect: "bag of 3,1,2"
IO.inspect("#{b}") # expect: "bag of 3,1,2"
IO.inspect(Enum.sort(b)) # expect: [1, 2, 3]
IO.inspect(Enum.count(b)) # expect: 3
IO.inspect(3 in b) # expect: true
IO.inspect(Enum.map(b, &(&1 * 2))) # expect: [6, 2, 4]
IO.inspect(Enum.take(b, 2)) # expect: [3, 1]
IO.inspect(Enum.zip(b, [:a, :b, :c])) # expect: [{3, :a}, {1, :b}, {2, :c}]
IO.inspect(for x <- b, x > 1, do: x) # expect: [3, 2]
try do
  to_string({1, 2})
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: Protocol.UndefinedError: "protocol String.Chars not implemented for {1, 2} of type Tuple"
end
try do
  Enum.map(5, & &1)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: Protocol.UndefinedError: "protocol Enumerable not implemented for 5 of type Integer"
end
