# Every operator.
IO.inspect({1 + 2, 3 - 1, 2 * 3, 7 / 2}) # expect: {3, 2, 6, 3.5}
IO.inspect({[1] ++ [2], [1, 2] -- [1], "a" <> "b"}) # expect: {[1, 2], [2], "ab"}
IO.inspect({1 == 1.0, 1 === 1.0, 1 != 2, 1 !== 1.0, 1 < 2, 2 > 1, 1 <= 1, 1 >= 2}) # expect: {true, false, true, true, true, true, true, false}
IO.inspect({true and false, true or false, not true}) # expect: {false, true, false}
IO.inspect({1 && 2, nil || 3, !1}) # expect: {2, 3, false}
IO.inspect({1 in [1], 1 not in [1]}) # expect: {true, false}
IO.inspect(1..3) # expect: 1..3
IO.inspect(1..10//3) # expect: 1..10//3
IO.inspect(Enum.to_list(5..1//-2)) # expect: [5, 3, 1]
IO.inspect("abc" =~ "b") # expect: true
IO.inspect([1, 2] |> length()) # expect: 2
IO.inspect((1 |> Kernel.+(2))) # expect: 3
IO.inspect(not(1 in [2])) # expect: true
IO.inspect(-1 - -1) # expect: 0
IO.inspect(2 ** -1) # expect: 0.5
IO.inspect(!!1) # expect: true
IO.inspect((fn -> 1 end).()) # expect: 1
IO.inspect(1..3 == Range.new(1, 3)) # expect: true
a = b = 1
IO.inspect({a, b}) # expect: {1, 1}
defmodule Ops do
  def a <~> b, do: {:tilde, a, b}
  def a ~>> b, do: {:arrow, a, b}
  def a +++ b, do: {:plus, a, b}
  def a ||| b, do: {:bar, a, b}
  def left ^^^ right, do: {left, right}
end
IO.inspect(Ops.<~>(1, 2)) # expect: {:tilde, 1, 2}
