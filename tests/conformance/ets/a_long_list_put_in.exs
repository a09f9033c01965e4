# A list that takes many slices to put in: what is replaced, refused and counted.
many = for i <- 1..30_000, do: {i, [i]}
again = for i <- 20_001..40_000, do: {i, :new}

for kind <- [:set, :ordered_set, :bag, :duplicate_bag] do
  t = :ets.new(:t, [kind])
  true = :ets.insert(t, many)
  true = :ets.insert(t, many)
  false = :ets.insert_new(t, again)
  false = :ets.insert_new(t, Enum.reverse(again))
  before = :ets.info(t, :size)
  true = :ets.insert(t, again)
  true = :ets.insert_new(t, for({i, v} <- many, do: {-i, v}))
  IO.inspect({kind, before, :ets.info(t, :size), :ets.lookup(t, 25_000)}, width: 200)
end
# expect: {:set, 30000, 70000, [{25000, :new}]}
# expect: {:ordered_set, 30000, 70000, [{25000, :new}]}
# expect: {:bag, 30000, 80000, [{25000, [25000]}, {25000, :new}]}
# expect: {:duplicate_bag, 60000, 110000, [{25000, [25000]}, {25000, [25000]}, {25000, :new}]}

t = :ets.new(:t, [:public])
bad = many ++ [{}]
try do: :ets.insert(t, bad), rescue: (e -> IO.inspect(e.__struct__)) # expect: ArgumentError
try do: :ets.insert(t, many ++ :end), rescue: (e -> IO.inspect(e.__struct__)) # expect: ArgumentError
IO.inspect(:ets.info(t, :size)) # expect: 0
IO.inspect(:ets.insert_new(t, [])) # expect: true

# Killed on the way: nothing or all.
{pid, ref} = spawn_monitor(fn -> :ets.insert(t, many) end)
Process.exit(pid, :kill)
receive do: ({:DOWN, ^ref, _, _, _} -> IO.inspect(:ets.info(t, :size) in [0, 30_000])) # expect: true
