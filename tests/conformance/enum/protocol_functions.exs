# Enumerable.count, member?, slice, and functions as enumerables.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Enumerable.count([1])) # expect: {:ok, 1}
IO.inspect(Enumerable.count(1..3)) # expect: {:ok, 3}
IO.inspect(Enumerable.count(%{a: 1})) # expect: {:ok, 1}
IO.inspect(Enumerable.member?(1..3, 2)) # expect: {:ok, true}
IO.inspect(Enumerable.member?(%{a: 1}, {:a, 1})) # expect: {:ok, true}
IO.inspect(Enumerable.member?([1], 1)) # expect: {:error, Enumerable.List}
IO.inspect(Enumerable.count(MapSet.new([1, 2]))) # expect: {:ok, 2}
{:ok, size, _} = Enumerable.slice(1..10//3)
IO.inspect(size) # expect: 4
IO.inspect(Enumerable.slice([1]) |> elem(0)) # expect: :error
f = fn acc, fun -> Enumerable.reduce([1, 2, 3], acc, fun) end
IO.inspect(Enum.to_list(f)) # expect: [1, 2, 3]
IO.inspect(Enum.map(f, &(&1 * 2))) # expect: [2, 4, 6]
IO.inspect(Enum.take(f, 2)) # expect: [1, 2]
IO.inspect(Enum.count(f)) # expect: 3
IO.inspect(Enum.member?(f, 3)) # expect: true
IO.inspect(Enum.slice(f, 1, 2)) # expect: [2, 3]
IO.inspect(Enum.reverse(f)) # expect: [3, 2, 1]
IO.inspect(Enum.zip(f, [:a, :b])) # expect: [{1, :a}, {2, :b}]
IO.inspect(Enumerable.impl_for(f)) # expect: Enumerable.Function
IO.inspect(Enumerable.impl_for!(1..2)) # expect: Enumerable.Range
IO.puts(inspect(error.(fn -> Enumerable.impl_for!(:a) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for :a of type Atom"}
IO.puts(inspect(error.(fn -> Enumerable.count(1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.inspect(Enumerable.__protocol__(:functions)) # expect: [count: 1, member?: 2, reduce: 3, slice: 1]
IO.inspect(Enumerable.__protocol__(:module)) # expect: Enumerable
IO.inspect(Collectable.impl_for([])) # expect: Collectable.List
IO.inspect(Collectable.impl_for(%{})) # expect: Collectable.Map
IO.inspect(Collectable.impl_for("")) # expect: Collectable.BitString
IO.inspect(Collectable.impl_for(1)) # expect: nil
IO.inspect(Collectable.impl_for(MapSet.new())) # expect: Collectable.MapSet
{acc, fun} = Collectable.into(%{z: 0})
IO.inspect(acc |> fun.({:cont, {:a, 1}}) |> fun.(:done)) # expect: %{a: 1, z: 0}
{acc, fun} = Collectable.into("x")
IO.inspect(acc |> fun.({:cont, "y"}) |> fun.(:done)) # expect: "xy"
{acc, fun} = Collectable.into([])
IO.inspect(acc |> fun.({:cont, 1}) |> fun.({:cont, 2}) |> fun.(:done)) # expect: [1, 2]
IO.puts(inspect(error.(fn -> (fn -> {acc, fun} = Collectable.into(%{}); fun.(acc, {:cont, 1}) end).() end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in anonymous fn/2 in Collectable.Map.into/1"}
