# The first list is made before the accumulator, a bitstring after it.
log = fn x, value -> Process.put(:log, [x | Process.get(:log, [])]) && value || value end
took = fn -> Process.delete(:log) |> Enum.reverse() |> Enum.join(" ") end

for x <- log.("list", [1]), reduce: log.("start", 0) do acc -> acc + x end
IO.puts(took.()) # expect: list start
for x <- log.("list", [1]), y <- log.("second", [2]), reduce: log.("start", 0) do acc -> acc + x + y end
IO.puts(took.()) # expect: list start second
for <<c <- log.("bytes", "a")>>, reduce: log.("start", 0) do acc -> acc + c end
IO.puts(took.()) # expect: bytes start
for x <- log.("list", [1]), <<c <- log.("bytes", "a")>>, reduce: log.("start", 0) do acc -> acc + c + x end
IO.puts(took.()) # expect: list start bytes
for x <- log.("list", 1..2), into: log.("into", %{}), do: {x, x}
IO.puts(took.()) # expect: into list
