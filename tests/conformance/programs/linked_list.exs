# A linked list of our own that is Enumerable and Collectable.
defmodule LinkedList do
  defstruct items: {}, size: 0
  def new, do: %LinkedList{}
  def push(%LinkedList{items: items, size: n}, x), do: %LinkedList{items: {x, items}, size: n + 1}
  def pop(%LinkedList{items: {}}), do: {:error, :empty_list}
  def pop(%LinkedList{items: {x, rest}, size: n}), do: {:ok, x, %LinkedList{items: rest, size: n - 1}}

  defimpl Enumerable do
    def count(list), do: {:ok, list.size}
    def member?(_, _), do: {:error, __MODULE__}
    def slice(_), do: {:error, __MODULE__}
    def reduce(_, {:halt, acc}, _), do: {:halted, acc}
    def reduce(list, {:suspend, acc}, fun), do: {:suspended, acc, &reduce(list, &1, fun)}

    def reduce(list, {:cont, acc}, fun) do
      case LinkedList.pop(list) do
        {:ok, x, rest} -> reduce(rest, fun.(x, acc), fun)
        {:error, _} -> {:done, acc}
      end
    end
  end

  defimpl Collectable do
    def into(list) do
      {list, fn
         acc, {:cont, x} -> LinkedList.push(acc, x)
         acc, :done -> acc
         _, :halt -> :ok
       end}
    end
  end
end

list = Enum.into([1, 2, 3], LinkedList.new())
IO.inspect(list) # expect: %LinkedList{items: {3, {2, {1, {}}}}, size: 3}
IO.inspect(Enum.to_list(list)) # expect: [3, 2, 1]
IO.inspect(Enum.count(list)) # expect: 3
IO.inspect(Enum.member?(list, 2)) # expect: true
IO.inspect(Enum.take(list, 2)) # expect: [3, 2]
IO.inspect(Enum.slice(list, 1..2)) # expect: [2, 1]
IO.inspect(Enum.zip(list, [:a, :b, :c, :d])) # expect: [{3, :a}, {2, :b}, {1, :c}]
IO.inspect(Stream.zip(list, list) |> Enum.to_list()) # expect: [{3, 3}, {2, 2}, {1, 1}]
IO.inspect(for(x <- 1..2, into: LinkedList.new(), do: x * x) |> Enum.sum()) # expect: 5
IO.inspect(Enum.at(list, -1)) # expect: 1
IO.inspect(Enum.sort(list)) # expect: [1, 2, 3]
IO.inspect(Enum.reverse(list)) # expect: [1, 2, 3]
IO.inspect(Enum.map_join(list, ",", &to_string/1)) # expect: "3,2,1"
IO.inspect(Enum.reduce_while(list, [], fn 2, acc -> {:halt, acc}; x, acc -> {:cont, [x | acc]} end)) # expect: [3]
IO.inspect(LinkedList.pop(LinkedList.new())) # expect: {:error, :empty_list}
IO.inspect(Enum.chunk_every(list, 2)) # expect: [[3, 2], [1]]
IO.inspect(Enum.random(Enum.into([:only], LinkedList.new()))) # expect: :only
