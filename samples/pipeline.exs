# Back pressure: each stage asks the one before it for as many items as it can hold, so the producer
# makes no more than is wanted and no mailbox grows.
defmodule Stage do
  # `step` turns an item into a list of items; `source` is the stage before, nil for the producer.
  def start(step, source, batch), do: spawn_link(fn -> loop(%{step: step, source: source, batch: batch, held: []}) end)

  def ask(stage, count) do
    ref = make_ref()
    send(stage, {:ask, self(), ref, count})

    receive do
      {^ref, items} -> items
    end
  end

  defp loop(state) do
    receive do
      {:ask, who, ref, count} ->
        {items, state} = gather(state, count)
        send(who, {ref, items})
        loop(state)
    end
  end

  defp gather(%{held: held} = state, count) when length(held) >= count do
    {now, later} = Enum.split(held, count)
    {now, %{state | held: later}}
  end

  defp gather(%{source: produce} = state, count) when is_function(produce) do
    {produce.(count), state}
  end

  defp gather(state, count) do
    case ask(state.source, state.batch) do
      [] -> {state.held, %{state | held: []}}
      items -> gather(%{state | held: state.held ++ Enum.flat_map(items, state.step)}, count)
    end
  end
end

{:ok, made} = Agent.start_link(fn -> 0 end)

produce = fn count ->
  from = Agent.get_and_update(made, fn n -> {n, min(n + count, 1_000)} end)
  Enum.to_list((from + 1)..min(from + count, 1_000)//1)
end

numbers = Stage.start(nil, produce, 10)
evens = Stage.start(fn n -> if rem(n, 2) == 0, do: [n], else: [] end, numbers, 10)
squares = Stage.start(fn n -> [n * n] end, evens, 5)

IO.inspect(Stage.ask(squares, 3), label: "first three", charlists: :as_lists)
IO.puts("made so far: #{Agent.get(made, & &1)}")
IO.inspect(Stage.ask(squares, 4), label: "next four", charlists: :as_lists)
IO.puts("made so far: #{Agent.get(made, & &1)}")

rest = Stream.repeatedly(fn -> Stage.ask(squares, 50) end) |> Enum.take_while(&(&1 != [])) |> List.flatten()
IO.puts("the rest: #{length(rest)} items, the last is #{List.last(rest)}")
