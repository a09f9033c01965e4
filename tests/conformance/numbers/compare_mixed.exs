# The order of terms: number < atom < reference < fun < port < pid < tuple < map < list < binary.
IO.inspect(Enum.sort([%{}, "b", [1], :a, {1}, 2, 1.5, nil, [], <<1::3>>])) # expect: [1.5, 2, :a, nil, {1}, %{}, [], [1], <<1::size(3)>>, "b"]
IO.inspect(1 < :a) # expect: true
IO.inspect(:a < {}) # expect: true
IO.inspect({} < %{}) # expect: true
IO.inspect(%{} < []) # expect: true
IO.inspect([] < [0]) # expect: true
IO.inspect([1] < "") # expect: true
IO.inspect({1, 2, 3} > {9, 9}) # expect: true
IO.inspect(%{a: 1} < %{b: 1}) # expect: true
IO.inspect(%{a: 2} < %{b: 1}) # expect: true
IO.inspect(%{a: 1, b: 1} > %{z: 1}) # expect: true
IO.inspect("a" < "b") # expect: true
IO.inspect("a" < "ab") # expect: true
IO.inspect(<<1::1>> > <<0>>) # expect: true
IO.inspect(:abc < :abd) # expect: true
IO.inspect([1, 2] < [1, 2, 0]) # expect: true
IO.inspect([1 | 2] < [1, 2]) # expect: true
IO.inspect(1 < 1.5) # expect: true
IO.inspect(min(1, 1.0)) # expect: 1
IO.inspect(max(1, 1.0)) # expect: 1
