# Sorting: stable, by key, by module, descending.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Enum.sort([3, 1, 2])) # expect: [1, 2, 3]
IO.inspect(Enum.sort([3, 1, 2], :desc)) # expect: [3, 2, 1]
IO.inspect(Enum.sort(["b", :a, 1, 2.0, {1}, [1], %{}, nil])) # expect: [1, 2.0, :a, nil, {1}, %{}, [1], "b"]
IO.inspect(Enum.sort([{2, :a}, {1, :b}, {2, :c}, {1, :d}], fn {a, _}, {b, _} -> a <= b end)) # expect: [{1, :b}, {1, :d}, {2, :a}, {2, :c}]
IO.inspect(Enum.sort([{2, :a}, {1, :b}, {2, :c}, {1, :d}], fn {a, _}, {b, _} -> a >= b end)) # expect: [{2, :a}, {2, :c}, {1, :b}, {1, :d}]
IO.inspect(Enum.sort_by([{2, :a}, {1, :b}, {2, :c}, {1, :d}], &elem(&1, 0))) # expect: [{1, :b}, {1, :d}, {2, :a}, {2, :c}]
IO.inspect(Enum.sort_by([{2, :a}, {1, :b}, {2, :c}, {1, :d}], &elem(&1, 0), :desc)) # expect: [{2, :a}, {2, :c}, {1, :b}, {1, :d}]
IO.inspect(Enum.sort_by(["aaa", "b", "cc"], &byte_size/1, &>=/2)) # expect: ["aaa", "cc", "b"]
IO.inspect(Enum.sort_by(%{a: 3, b: 1}, fn {_, v} -> v end)) # expect: [b: 1, a: 3]
defmodule Weight do
  defstruct [:kg]
  def compare(%{kg: a}, %{kg: b}) when a < b, do: :lt
  def compare(%{kg: a}, %{kg: a}), do: :eq
  def compare(_, _), do: :gt
end
weights = for kg <- [5, 1, 9], do: %{kg: kg}
IO.inspect(Enum.sort(weights, Weight)) # expect: [%{kg: 1}, %{kg: 5}, %{kg: 9}]
IO.inspect(Enum.sort(weights, {:desc, Weight})) # expect: [%{kg: 9}, %{kg: 5}, %{kg: 1}]
IO.inspect(Enum.sort(weights, {:asc, Weight})) # expect: [%{kg: 1}, %{kg: 5}, %{kg: 9}]
IO.inspect(Enum.sort_by(weights, & &1, {:desc, Weight})) # expect: [%{kg: 9}, %{kg: 5}, %{kg: 1}]
IO.inspect(Enum.min(weights, Weight)) # expect: %{kg: 1}
IO.inspect(Enum.max(weights, Weight)) # expect: %{kg: 9}
IO.inspect(Enum.max_by([%{w: hd(weights)}], & &1.w, Weight)) # expect: %{w: %{kg: 5}}
IO.inspect(Enum.min_max_by(["aaa", "b", "cc"], &String.length/1)) # expect: {"b", "aaa"}
IO.inspect(Enum.min_max_by([3, 1, 2], & &1, fn a, b -> a > b end)) # expect: {3, 1}
IO.inspect(Enum.sort(5..1)) # expect: [1, 2, 3, 4, 5]
IO.inspect(Enum.sort(MapSet.new([3, 1, 2]), &>/2)) # expect: [3, 2, 1]
IO.puts(inspect(error.(fn -> Enum.sort([1, 2], :up) end), width: 900)) # expect: {UndefinedFunctionError, "function :up.compare/2 is undefined (module :up is not available)"}
IO.puts(inspect(error.(fn -> Enum.sort([2, 1], NoSuchModule) end), width: 900)) # expect: {UndefinedFunctionError, "function NoSuchModule.compare/2 is undefined (module NoSuchModule is not available)"}
IO.inspect(Enum.sort([1, 1.0, 1], :desc)) # expect: [1, 1.0, 1]
IO.inspect(Enum.sort(Enum.to_list(1..50) ++ Enum.to_list(25..75)) == Enum.sort_by(Enum.to_list(1..50) ++ Enum.to_list(25..75), & &1)) # expect: true
IO.inspect(Enum.sort([-0.0, 0, 0.0])) # expect: [-0.0, 0, 0.0]
IO.inspect(Enum.sort([[], [1], [1, 2], [2], [1 | 2]])) # expect: [[], [1 | 2], [1], [1, 2], [2]]
IO.inspect(Enum.sort([{}, {1, 2}, {3}, {1}])) # expect: [{}, {1}, {3}, {1, 2}]
IO.inspect(Enum.sort([%{a: 2}, %{b: 1}, %{a: 1, b: 0}, %{a: 1}])) # expect: [%{a: 1}, %{a: 2}, %{b: 1}, %{a: 1, b: 0}]
IO.inspect(Enum.sort([<<1>>, <<1, 0>>, "", <<1::1>>, <<0::1>>])) # expect: ["", <<0::size(1)>>, <<1>>, <<1, 0>>, <<1::size(1)>>]
IO.inspect(Enum.dedup([1, 1, 2, 2.0, 2, 3, 1])) # expect: [1, 2, 2.0, 2, 3, 1]
IO.inspect(Enum.dedup_by([{1, :a}, {1, :b}, {2, :c}, {1, :d}], &elem(&1, 0))) # expect: [{1, :a}, {2, :c}, {1, :d}]
IO.inspect(Enum.uniq([1, 2, 1, 1.0, 3, 2])) # expect: [1, 2, 1.0, 3]
IO.inspect(Enum.uniq_by([{1, :x}, {2, :y}, {1, :z}], &elem(&1, 0))) # expect: [{1, :x}, {2, :y}]
