# Keywords at the end of calls, lists, tuples.
f = fn a, opts -> {a, opts} end
IO.inspect(f.(1, a: 2, b: 3)) # expect: {1, [a: 2, b: 3]}
IO.inspect([1, a: 2]) # expect: [1, {:a, 2}]
IO.inspect({1, a: 2}) # expect: {1, [a: 2]}
IO.inspect(%{1 => 2, a: 3}) # expect: %{1 => 2, :a => 3}
IO.inspect(Keyword.get([a: 1, b: [c: 2]], :b)) # expect: [c: 2]
IO.inspect([{:a, 1}, {:b, 2}] == [a: 1, b: 2]) # expect: true
IO.inspect(if(true, [{:do, 1}])) # expect: 1
IO.inspect([a: 1, a: 2][:a]) # expect: 1
IO.inspect(Enum.sort([b: 1, a: 2])) # expect: [a: 2, b: 1]
IO.inspect((quote(do: f(1, a: 2)))) # expect: {:f, [], [1, [a: 2]]}
IO.inspect((quote(do: f 1, a: 2 do 3 end))) # expect: {:f, [], [1, [a: 2], [do: 3]]}
IO.inspect((quote(do: f(a: 1)))) # expect: {:f, [], [[a: 1]]}
