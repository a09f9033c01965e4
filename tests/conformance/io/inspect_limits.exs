# Inspect: limit, printable_limit, width.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(inspect(Enum.to_list(1..100), limit: 3)) # expect: "[1, 2, 3, ...]"
IO.inspect(inspect(Enum.to_list(1..100), limit: 0)) # expect: "[...]"
IO.inspect(inspect([[1, 2, 3], [4, 5, 6], [7]], limit: 4)) # expect: "[[1, 2, 3], [4, 5, ...], '\\a']"
IO.inspect(inspect(%{a: 1, b: 2, c: 3}, limit: 2)) # expect: "%{a: 1, b: 2, ...}"
IO.inspect(inspect({1, 2, 3}, limit: 1)) # expect: "{1, ...}"
IO.inspect(inspect("abcdefgh", printable_limit: 3)) # expect: "\"abc\" <> ..."
IO.inspect(inspect('abcdefgh', printable_limit: 3)) # expect: "'abc' ++ ..."
IO.inspect(inspect(["abc", "def"], printable_limit: 4)) # expect: "[\"abc\", \"def\"]"
IO.inspect(inspect(String.duplicate("x", 5000)) |> String.length()) # expect: 4105
IO.inspect(inspect(String.duplicate("x", 5000), printable_limit: :infinity) |> String.length()) # expect: 5002
IO.inspect(inspect(Enum.to_list(1..60)) |> String.ends_with?(", ...]")) # expect: true
IO.inspect(inspect(Enum.to_list(1..60), limit: :infinity) |> String.length()) # expect: 231
IO.inspect(inspect(<<1, 2, 3, 4>>, limit: 2)) # expect: "<<1, 2, ...>>"
IO.inspect(inspect(%{1 => [1, 2, 3]}, limit: 2)) # expect: "%{1 => [1, ...]}"
IO.inspect(inspect([a: [b: [c: 1]]], limit: 2)) # expect: "[a: [b: [...]]]"
IO.inspect(inspect(MapSet.new([1, 2, 3]), limit: 1)) # expect: "MapSet.new([1, ...])"
IO.inspect(inspect([1, 2, 3], width: 3, pretty: true)) # expect: "[1,\n 2,\n 3]"
IO.inspect(inspect(%{aaaa: 1, bbbb: [1, 2]}, width: 10, pretty: true)) # expect: "%{\n  aaaa: 1,\n  bbbb: [1,\n   2]\n}"
IO.inspect(inspect({:ok, "abc", [1]}, width: 5, pretty: true)) # expect: "{:ok,\n \"abc\",\n [1]}"
IO.puts(inspect(error.(fn -> inspect(1, limit: :x) end), width: 900)) # expect: {:ok, "1"}
