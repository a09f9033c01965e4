# Arguments of guards with defaults.
defmodule Divides do
  defguard divides(value, by \\ 2, rest \\ 0) when is_integer(value) and rem(value, by) == rest
end

defmodule Sorts do
  import Divides
  def sort(x) when divides(x), do: :even
  def sort(x) when divides(x, 3), do: :three
  def sort(x) when divides(x, 3, 1), do: :one_over
  def sort(_), do: :other
end

IO.inspect(Enum.map(1..9, &Sorts.sort/1)) # expect: [:one_over, :even, :three, :even, :other, :even, :one_over, :even, :three]

defmodule Uses do
  require Divides
  def all, do: {Divides.divides(4), Divides.divides(4, 4), Divides.divides(7, 4, 3)}
end

IO.inspect(Uses.all()) # expect: {true, true, true}
