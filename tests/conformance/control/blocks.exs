# A block's value is its last expression's.
x = (
  a = 1
  a + 1
)
IO.inspect(x) # expect: 2
IO.inspect((1; 2; 3)) # expect: 3
IO.inspect((fn -> :a; :b end).()) # expect: :b
IO.inspect(((_ = 5))) # expect: 5
IO.inspect(()) # expect: nil
