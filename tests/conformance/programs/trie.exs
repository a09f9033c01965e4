# A trie in nested maps.
put = fn words -> Enum.reduce(words, %{}, fn w, t -> put_in(t, Enum.map(String.graphemes(w) ++ [:end], &Access.key(&1, %{})), true) end) end
t = put.(~w(car cart cat dog))
IO.puts(inspect(t, width: 900)) # expect: %{"c" => %{"a" => %{"r" => %{:end => true, "t" => %{end: true}}, "t" => %{end: true}}}, "d" => %{"o" => %{"g" => %{end: true}}}}
IO.puts(inspect(get_in(t, String.graphemes("ca")) |> Map.keys(), width: 900)) # expect: ["r", "t"]
all = fn all, t, p -> Enum.flat_map(t, fn {:end, _} -> [p]; {c, sub} -> all.(all, sub, p <> c) end) end
IO.puts(inspect(all.(all, t, "") |> Enum.sort(), width: 900)) # expect: ["car", "cart", "cat", "dog"]
IO.puts(inspect(all.(all, get_in(t, ["c", "a", "r"]), "car") |> Enum.sort(), width: 900)) # expect: ["car", "cart"]
