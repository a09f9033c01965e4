# IO.inspect options and shapes.
IO.inspect([1, 2], label: "list") # expect: list: [1, 2]
IO.inspect("x", label: "s") # expect: s: "x"
IO.inspect(inspect(%{a: 1, b: [1, 2]}, limit: 1)) # expect: "%{a: 1, ...}"
IO.inspect(inspect(Enum.to_list(1..200), limit: 3)) # expect: "[1, 2, 3, ...]"
IO.inspect(inspect("a\nb")) # expect: "\"a\\nb\""
IO.inspect(inspect("a", binaries: :as_binaries)) # expect: "<<97>>"
IO.inspect(inspect('ab', charlists: :as_lists)) # expect: "[97, 98]"
IO.inspect(inspect(255, base: :hex)) # expect: "0xFF"
IO.inspect(inspect({1, "two", :three, 4.0, [5], %{6 => 7}, nil})) # expect: "{1, \"two\", :three, 4.0, [5], %{6 => 7}, nil}"
IO.inspect(inspect([a: 1, b: 2])) # expect: "[a: 1, b: 2]"
IO.inspect(inspect([{:a, 1}, {"b", 2}])) # expect: "[{:a, 1}, {\"b\", 2}]"
IO.inspect(inspect(%{"k" => 1})) # expect: "%{\"k\" => 1}"
IO.inspect(inspect(<<1, 2, 255>>)) # expect: "<<1, 2, 255>>"
IO.inspect(inspect(<<1::3>>)) # expect: "<<1::size(3)>>"
IO.inspect(inspect(1..5)) # expect: "1..5"
IO.inspect(inspect(1..5//2)) # expect: "1..5//2"
IO.inspect(inspect(MapSet.new([1]))) # expect: "MapSet.new([1])"
IO.inspect(inspect(&String.upcase/1)) # expect: "&String.upcase/1"
IO.inspect(inspect(:"a-b")) # expect: ":\"a-b\""
IO.inspect(inspect(Foo.Bar)) # expect: "Foo.Bar"
IO.inspect(inspect(~r/a+/i)) # expect: "~r/a+/i"
IO.inspect(inspect("é" <> <<0>>)) # expect: "<<195, 169, 0>>"
IO.inspect(inspect(%{1 => 2, :a => 3})) # expect: "%{1 => 2, :a => 3}"
IO.inspect(inspect(self()) =~ ~r/^#PID<0\.\d+\.\d+>$/) # expect: true
IO.inspect(inspect(make_ref()) =~ ~r/^#Reference</) # expect: true
IO.inspect(inspect(fn -> 1 end) =~ ~r/^#Function</) # expect: true
IO.puts(inspect(Enum.to_list(1..30), pretty: true, width: 30)) # expect: [1, 2, 3, 4, 5, 6, 7, 8, 9,
# expect:  10, 11, 12, 13, 14, 15, 16,
# expect:  17, 18, 19, 20, 21, 22, 23,
# expect:  24, 25, 26, 27, 28, 29, 30]
