# do/else/rescue/catch/after as keywords.
IO.inspect(if(true, [{:do, 1}, {:else, 2}])) # expect: 1
IO.inspect((if true, do: (1; 2))) # expect: 2
f = fn x -> x
  :last end
IO.inspect(f.(1)) # expect: :last
IO.inspect(case(1, do: (1 -> :one; _ -> :two))) # expect: :one
IO.inspect((try do 1 after 2 end)) # expect: 1
IO.inspect((for x <- [1], do: x)) # expect: [1]
r = receive do
  :x -> 1
after
  0 -> :timeout
end
IO.inspect(r) # expect: :timeout
IO.inspect((quote(do: (a -> b)))) # expect: [{:->, [], [[{:a, [], Elixir}], {:b, [], Elixir}]}]
IO.inspect([do: 1, end: 2, fn: 3, nil: 4, true: 5, and: 6]) # expect: [do: 1, end: 2, fn: 3, nil: 4, true: 5, and: 6]
