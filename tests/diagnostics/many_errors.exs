# Each definition is looked at, whatever happened in the ones before.
defmodule Shop do
  def total(items), do: sum(items) + tax(itmes)
  def tax(amount) do
    rate = ratee * 2
    amount * rate
  end

  def pinned(^x), do: 1
  def guarded(x) when tax(x) > 1, do: x
  def wrong_fields, do: %Range{frist: 1, last: 2}
  def case_without, do: (case 1, do: 2)
  defmacro later(x), do: x
end

defmodule Till do
  import Shop
  def open, do: %Shop{}
  def shut, do: clsoe(1)
  def close(x), do: x
end

IO.puts("never printed")
