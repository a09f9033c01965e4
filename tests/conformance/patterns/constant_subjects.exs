# Constants as subjects: what can never match is left out, and values stay where calls need them.
defmodule Constant do
  def with_else(a) do
    with "" <- %{a: 1} do
      a
    else
      [head = same, second] -> {same, head, second}
      1.0 -> a
      %{a: x} -> {:map, x}
    end
  end

  def tuple(a) do
    case {1, 2.0, "three"} do
      [_ | _] -> :list
      {_, _} -> :pair
      {1, 2, _} -> :integer
      {x, y, "three"} -> {a, x, y}
    end
  end

  def binary(a) do
    case "abc" do
      %{} -> :map
      <<?x, _::binary>> -> :x
      <<?a, rest::binary>> -> {a, rest}
    end
  end

  def big do
    case 123_456_789_012_345_678_901_234_567_890 do
      f when is_float(f) -> f
      n when is_integer(n) and n > 5 -> n
    end
  end

  def fun do
    case &String.length/1 do
      f when is_function(f, 2) -> 2
      f when is_function(f, 1) -> f.("abc")
    end
  end

  # The second argument stands in a frame while `not` may raise.
  def behind_not(a, b) do
    {1, 2} = not(a) -- b
    keep(b)
  end

  def negated(a, b) do
    c = not a
    d = Enum.count([c | b])
    {keep(b), d}
  end

  def keep(x), do: x
end

IO.inspect(Constant.with_else(5)) # expect: {:map, 1}
IO.inspect(Constant.tuple(5)) # expect: {5, 1, 2.0}
IO.inspect(Constant.binary(5)) # expect: {5, "bc"}
IO.inspect(Constant.big()) # expect: 123456789012345678901234567890
IO.inspect(Constant.fun()) # expect: 3
IO.inspect(try do Constant.behind_not([1], []) rescue e -> e.__struct__ end) # expect: ArgumentError
IO.inspect(try do Constant.behind_not(true, []) rescue e -> e.__struct__ end) # expect: ArgumentError
IO.inspect(Constant.negated(true, [1])) # expect: {[1], 2}
