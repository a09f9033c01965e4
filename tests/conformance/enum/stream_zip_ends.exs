# Zipping sources that end without suspending, and streams of time that never comes.
defmodule AtOnce do
  defstruct [:items, :end]

  defimpl Enumerable do
    def reduce(%{items: items, end: how}, {:cont, _}, _fun), do: {how, items}
    def reduce(_, {:halt, acc}, _fun), do: {:halted, acc}
    def count(_), do: {:error, __MODULE__}
    def member?(_, _), do: {:error, __MODULE__}
    def slice(_), do: {:error, __MODULE__}
  end
end

IO.inspect(Enum.to_list(Stream.zip([1..3, struct(AtOnce, items: [:a, :b, :c], end: :halted)]))) # expect: [{1, :a}, {2, :b}, {3, :c}]
IO.inspect(Enum.to_list(Stream.zip(struct(AtOnce, items: [:a, :b], end: :done), 1..9))) # expect: [a: 1, b: 2]
IO.inspect(Enum.to_list(Stream.zip_with(1..9, fn _, _ -> {:cont, [10, 20]} end, &+/2))) # expect: [11, 22]
waiting = Task.async(fn -> Enum.take(Stream.timer(:infinity), 1) end)
IO.inspect(Task.shutdown(waiting, :brutal_kill)) # expect: nil
waiting = Task.async(fn -> Enum.take(Stream.interval(:infinity), 1) end)
IO.inspect(Task.yield(waiting, 1)) # expect: nil
IO.inspect(Task.shutdown(waiting, :brutal_kill)) # expect: nil
