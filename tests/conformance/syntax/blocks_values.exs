# Blocks and what they are worth.
IO.inspect((1; 2)) # expect: 2
IO.inspect((x = 5; x * 2)) # expect: 10
IO.inspect(if(false, do: 1)) # expect: nil
IO.inspect((try do 1 after 2 end)) # expect: 1
IO.inspect((quote(do: (1; 2)))) # expect: {:__block__, [], [1, 2]}
IO.inspect((quote(do: ()))) # expect: {:__block__, [], []}
IO.inspect((quote(do: (a)))) # expect: {:a, [], Elixir}
IO.inspect((unless true do 1 end)) # expect: nil
