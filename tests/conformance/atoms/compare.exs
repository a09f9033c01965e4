# Term order across all kinds.
terms = [%{a: 1}, [1], "bin", {1, 2}, :atom, 1.5, 1, nil, [], {}, %{}, <<1::3>>, 2, -1, 1.0e20, true]
IO.puts(inspect(Enum.sort(terms), width: 900)) # expect: [-1, 1, 1.5, 2, 1.0e20, :atom, nil, true, {}, {1, 2}, %{}, %{a: 1}, [], [1], <<1::size(3)>>, "bin"]
IO.puts(inspect(1 < :a and :a < {} and {} < %{} and %{} < [] and [] < [1] and [1] < "a", width: 900)) # expect: true
IO.puts(inspect({1, 2, 3} > {9, 9}, width: 900)) # expect: true
IO.puts(inspect([1, 2] < [1, 3], width: 900)) # expect: true
IO.puts(inspect(%{a: 1} < %{b: 0}, width: 900)) # expect: true
IO.puts(inspect(%{a: 2} > %{a: 1}, width: 900)) # expect: true
IO.puts(inspect("abc" < "abd", width: 900)) # expect: true
IO.puts(inspect(1 == 1.0 and 1 !== 1.0, width: 900)) # expect: true
IO.puts(inspect(:abc < :abd and :B < :a, width: 900)) # expect: true
