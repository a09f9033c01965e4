# Shortest paths and topological order.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Graph do
  def dijkstra(g, from), do: go(g, :gb_sets.singleton({0, from}), %{})
  defp go(g, q, done) do
    if :gb_sets.is_empty(q) do
      done
    else
      {{d, v}, q} = :gb_sets.take_smallest(q)
      if is_map_key(done, v), do: go(g, q, done), else: go(g, Enum.reduce(g[v] || [], q, fn {w, c}, q -> :gb_sets.add({d + c, w}, q) end), Map.put(done, v, d))
    end
  end
  def topo(deps) do
    case Enum.split_with(deps, fn {_, ds} -> ds == [] end) do
      {[], []} -> []
      {[], _} -> throw(:cycle)
      {ready, rest} ->
        names = ready |> Enum.map(&elem(&1, 0)) |> Enum.sort()
        names ++ topo(for {n, ds} <- rest, do: {n, ds -- names})
    end
  end
end
g = %{a: [b: 7, c: 9, f: 14], b: [c: 10, d: 15], c: [d: 11, f: 2], d: [e: 6], f: [e: 9]}
IO.inspect(Graph.dijkstra(g, :a)) # expect: %{a: 0, b: 7, c: 9, d: 20, e: 20, f: 11}
IO.inspect(Graph.topo(a: [:b, :c], b: [:c], c: [], d: [])) # expect: [:c, :d, :b, :a]
IO.puts(inspect(error.(fn -> Graph.topo(a: [:b], b: [:a]) end), width: 900)) # expect: {:throw, :cycle}
