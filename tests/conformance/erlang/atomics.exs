# Arrays of integers and counters that processes share; what is said of bad arguments.
shown = fn name, f ->
  text =
    try do
      inspect(f.(), limit: :infinity, width: :infinity)
    rescue
      e -> "#{inspect(e.__struct__)} " <> (Exception.message(e) |> String.split("\n", trim: true) |> Enum.map_join(" ", &String.trim/1))
    end

  IO.puts("#{name}: #{text}")
end
r = :atomics.new(2, [])
u = :atomics.new(1, signed: false)
IO.inspect({is_reference(r), :atomics.info(r), :atomics.info(u)}, width: 200)
shown.("wrap", fn -> {:atomics.put(u, 1, 18_446_744_073_709_551_615), :atomics.add_get(u, 1, 1), :atomics.sub_get(u, 1, 1)} end)
shown.("signed", fn -> {:atomics.put(r, 2, 9_223_372_036_854_775_807), :atomics.add_get(r, 2, 1), :atomics.exchange(r, 2, 5)} end)
shown.("compare", fn -> {:atomics.compare_exchange(r, 2, 5, 6), :atomics.compare_exchange(r, 2, 5, 7), :atomics.get(r, 2)} end)
parts = for _ <- 1..4, do: Task.async(fn -> for _ <- 1..1000, do: :atomics.add(r, 1, 1) end)
Task.await_many(parts)
IO.inspect(:atomics.get(r, 1))
send(self(), r)
receive do: (other when is_reference(other) -> IO.inspect({:atomics.get(other, 1), other == r}))

for {f, args} <- [new: [0, []], new: [:a, []], new: [1, [:foo]], new: [1, :foo], get: [:a, 1], put: [make_ref(), 1, 1], info: [:a], exchange: [:a, 1, 1]] do
  shown.("atomics #{f}/#{length(args)}", fn -> apply(:atomics, f, args) end)
end

for {f, args} <- [get: [0], get: [3], get: [:a], put: [1, 9_223_372_036_854_775_808], put: [1, :a], put: [5, :a], add: [1, 1.0], add_get: [1, 1_180_591_620_717_411_303_424], compare_exchange: [1, :a, :b], sub: [1, 9_223_372_036_854_775_808], sub: [1, :a]] do
  shown.("#{f} #{inspect(args)}", fn -> apply(:atomics, f, [r | args]) end)
end

shown.("unsigned", fn -> :atomics.put(u, 1, -1) end)

c = :counters.new(2, [:write_concurrency])
IO.inspect({elem(c, 0), elem(:counters.new(1, []), 0), :counters.info(c).size})
shown.("counters", fn -> {:counters.add(c, 1, 5), :counters.sub(c, 1, 2), :counters.get(c, 1), :counters.put(c, 2, -1), :counters.get(c, 2)} end)

for {f, args} <- [new: [0, []], new: [:a, []], new: [1, [:foo]], get: [:a, 1], get: [c, 3], put: [c, 1, :a], add: [c, 3, 1], sub: [c, 1, :a], info: [:a]] do
  shown.("counters #{f}/#{length(args)}", fn -> apply(:counters, f, args) end)
end

# expect: {true, %{max: 9223372036854775807, memory: 56, min: -9223372036854775808, size: 2}, %{max: 18446744073709551615, memory: 48, min: 0, size: 1}}
# expect: wrap: {:ok, 0, 18446744073709551615}
# expect: signed: {:ok, -9223372036854775808, -9223372036854775808}
# expect: compare: {:ok, 6, 6}
# expect: 4000
# expect: {4000, true}
# expect: atomics new/2: ArgumentError errors were found at the given arguments: * 1st argument: out of range
# expect: atomics new/2: ArgumentError errors were found at the given arguments: * 1st argument: not an integer
# expect: atomics new/2: ArgumentError errors were found at the given arguments: * 2nd argument: invalid option in list
# expect: atomics new/2: ArgumentError errors were found at the given arguments: * 2nd argument: not a list
# expect: atomics get/2: ArgumentError errors were found at the given arguments: * 1st argument: invalid atomics reference
# expect: atomics put/3: ArgumentError errors were found at the given arguments: * 1st argument: invalid atomics reference
# expect: atomics info/1: ArgumentError errors were found at the given arguments: * 1st argument: invalid atomics reference
# expect: atomics exchange/3: ArgumentError errors were found at the given arguments: * 1st argument: invalid atomics reference
# expect: get [0]: ArgumentError errors were found at the given arguments: * 2nd argument: out of range
# expect: get [3]: ArgumentError errors were found at the given arguments: * 2nd argument: out of range
# expect: get [:a]: ArgumentError errors were found at the given arguments: * 2nd argument: not an integer
# expect: put [1, 9223372036854775808]: ArgumentError errors were found at the given arguments: * 3rd argument: out of range
# expect: put [1, :a]: ArgumentError errors were found at the given arguments: * 3rd argument: not an integer
# expect: put [5, :a]: ArgumentError errors were found at the given arguments: * 2nd argument: out of range * 3rd argument: not an integer
# expect: add [1, 1.0]: ArgumentError errors were found at the given arguments: * 3rd argument: not an integer
# expect: add_get [1, 1180591620717411303424]: ArgumentError errors were found at the given arguments: * 3rd argument: out of range
# expect: compare_exchange [1, :a, :b]: ArgumentError errors were found at the given arguments: * 3rd argument: not an integer * 4th argument: not an integer
# expect: sub [1, 9223372036854775808]: :ok
# expect: sub [1, :a]: ArithmeticError bad argument in arithmetic expression
# expect: unsigned: ArgumentError errors were found at the given arguments: * 3rd argument: out of range
# expect: {:write_concurrency, :atomics, 2}
# expect: counters: {:ok, :ok, 3, :ok, -1}
# expect: counters new/2: ArgumentError errors were found at the given arguments: * 1st argument: out of range
# expect: counters new/2: ArgumentError errors were found at the given arguments: * 1st argument: not an integer
# expect: counters new/2: ArgumentError errors were found at the given arguments: * 2nd argument: invalid option in list
# expect: counters get/2: ArgumentError errors were found at the given arguments: * 1st argument: invalid atomics reference
# expect: counters get/2: ArgumentError errors were found at the given arguments: * 2nd argument: out of range
# expect: counters put/3: ArgumentError errors were found at the given arguments: * 3rd argument: not an integer
# expect: counters add/3: ArgumentError errors were found at the given arguments: * 2nd argument: out of range
# expect: counters sub/3: ArithmeticError bad argument in arithmetic expression
# expect: counters info/1: ArgumentError errors were found at the given arguments: * 1st argument: invalid atomics reference
