# Copies that take many slices are whole, whatever the size of the piece.
for piece <- ["x", "abc", :binary.copy("0123456789", 7_001), <<0::3, "odd">> |> then(fn <<_::3, rest::binary>> -> rest end)] do
  count = div(300_000, byte_size(piece)) + 1
  made = :binary.copy(piece, count)
  again = for <<part::binary-size(byte_size(piece)) <- made>>, uniq: true, do: part
  IO.inspect({byte_size(made) == count * byte_size(piece), again == [piece], String.duplicate(piece, count) == made})
end
# expect: {true, true, true}
# expect: {true, true, true}
# expect: {true, true, true}
# expect: {true, true, true}

IO.inspect({:binary.copy("abc", 0), :binary.copy("", 1_000_000), :binary.copy(<<>>)}) # expect: {"", "", ""}

# One that would take seconds dies at once.
{pid, ref} = spawn_monitor(fn -> :binary.copy("abcdefgh", 100_000_000) end)
for _ <- 1..100, do: :erlang.yield()
killed = System.monotonic_time(:millisecond)
Process.exit(pid, :kill)
receive do: ({:DOWN, ^ref, _, _, _} -> IO.inspect(System.monotonic_time(:millisecond) - killed < 1_000)) # expect: true
