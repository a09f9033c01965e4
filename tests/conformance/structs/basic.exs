# Structs are maps with a name.
defmodule Point do
  defstruct x: 0, y: 0, tag: nil
end
defmodule UsePoint do
  def origin, do: %Point{}
  def move(%Point{x: x} = p, dx), do: %{p | x: x + dx}
  def is?(%Point{}), do: true
  def is?(_), do: false
  def name(%mod{}), do: mod
  def update(p), do: %Point{p | y: 9}
end
p = UsePoint.origin()
IO.inspect(p) # expect: %Point{x: 0, y: 0, tag: nil}
IO.inspect(UsePoint.move(p, 5)) # expect: %Point{x: 5, y: 0, tag: nil}
IO.inspect(UsePoint.is?(%{x: 1})) # expect: false
IO.inspect(UsePoint.is?(p)) # expect: true
IO.inspect(UsePoint.name(1..2)) # expect: Range
IO.inspect(UsePoint.update(p)) # expect: %Point{x: 0, y: 9, tag: nil}
IO.inspect(p.x) # expect: 0
IO.inspect(Map.keys(p)) # expect: [:__struct__, :tag, :x, :y]
IO.inspect(p.__struct__) # expect: Point
IO.inspect(struct(Point, x: 3, nope: 1)) # expect: %Point{x: 3, y: 0, tag: nil}
IO.inspect(is_struct(p)) # expect: true
IO.inspect(is_struct(p, Point)) # expect: true
try do
  struct!(Point, nope: 1)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :nope not found"
end
try do
  %{p | nope: 1}
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: KeyError: "key :nope not found"
end
try do
  p[:x]
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: UndefinedFunctionError: "function Point.fetch/2 is undefined (Point does not implement the Access behaviour. If you are using get_in/put_in/update_in, you can specify the field to be accessed using Access.key!/1)"
end
