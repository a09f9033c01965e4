# Structs: defaults, enforce, update, patterns, derive.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Point do
  @enforce_keys [:x]
  defstruct [:x, y: 0, tags: []]
  def move(%__MODULE__{x: x} = p, dx), do: %{p | x: x + dx}
  def origin?(%Point{x: 0, y: 0}), do: true
  def origin?(%Point{}), do: false
end
defmodule Other do
  @derive {Inspect, only: [:a]}
  defstruct a: 1, b: 2
end
defmodule Except do
  @derive {Inspect, except: [:secret]}
  defstruct [:name, :secret]
end
defmodule Plain do
  defstruct [:v]
end
p = struct!(Point, x: 1)
IO.puts(inspect(p, width: 900)) # expect: %Point{x: 1, y: 0, tags: []}
IO.puts(inspect(Point.move(p, 5), width: 900)) # expect: %Point{x: 6, y: 0, tags: []}
IO.puts(inspect(Point.origin?(struct(Point, x: 0)), width: 900)) # expect: true
IO.puts(inspect(error.(fn -> struct!(Point, []) end), width: 900)) # expect: {ArgumentError, "the following keys must also be given when building struct Point: [:x]"}
IO.puts(inspect(error.(fn -> struct!(Point, x: 1, zz: 2) end), width: 900)) # expect: {KeyError, "key :zz not found"}
IO.puts(inspect(struct(Point, x: 1, zz: 2), width: 900)) # expect: %Point{x: 1, y: 0, tags: []}
IO.puts(inspect(error.(fn -> %{p | zz: 1} end), width: 900)) # expect: {KeyError, "key :zz not found"}
IO.puts(inspect(%{p | y: 9, tags: [:a]}, width: 900)) # expect: %Point{x: 1, y: 9, tags: [:a]}
IO.puts(inspect(p.x, width: 900)) # expect: 1
IO.puts(inspect(error.(fn -> p.nope end), width: 900)) # expect: {KeyError, "key :nope not found in: %Point{x: 1, y: 0, tags: []}"}
IO.puts(inspect(error.(fn -> p[:x] end), width: 900)) # expect: {UndefinedFunctionError, "function Point.fetch/2 is undefined (Point does not implement the Access behaviour. If you are using get_in/put_in/update_in, you can specify the field to be accessed using Access.key!/1)"}
IO.puts(inspect(Map.from_struct(p), width: 900)) # expect: %{tags: [], x: 1, y: 0}
IO.puts(inspect(Map.get(p, :y), width: 900)) # expect: 0
IO.puts(inspect(is_struct(p), width: 900)) # expect: true
IO.puts(inspect(is_struct(p, Point), width: 900)) # expect: true
IO.puts(inspect(is_struct(p, Plain), width: 900)) # expect: false
IO.puts(inspect(is_map(p), width: 900)) # expect: true
IO.puts(inspect(p == %{p | y: 0}, width: 900)) # expect: true
IO.puts(inspect(match?(%{x: 1}, p), width: 900)) # expect: true
IO.puts(inspect(match?(%_{x: 1}, p), width: 900)) # expect: true
IO.puts(inspect((case p do %mod{} -> mod end), width: 900)) # expect: Point
IO.puts(inspect(struct(Other), width: 900)) # expect: #Other<a: 1, ...>
IO.puts(inspect(struct(Except, name: "n", secret: "s"), width: 900)) # expect: #Except<name: "n", ...>
IO.puts(inspect(inspect(p, structs: false), width: 900)) # expect: "%{__struct__: Point, tags: [], x: 1, y: 0}"
IO.puts(inspect(Map.keys(p), width: 900)) # expect: [:__struct__, :tags, :x, :y]
IO.puts(inspect(p.__struct__, width: 900)) # expect: Point
IO.puts(inspect(Point.__struct__(), width: 900)) # expect: %Point{x: nil, y: 0, tags: []}
IO.puts(inspect(error.(fn -> Point.__struct__([]) end), width: 900)) # expect: {ArgumentError, "the following keys must also be given when building struct Point: [:x]"}
IO.puts(inspect(Point.__struct__(x: 3), width: 900)) # expect: %Point{x: 3, y: 0, tags: []}
IO.puts(inspect(Map.put(p, :extra, 1), width: 900)) # expect: %{__struct__: Point, extra: 1, tags: [], x: 1, y: 0}
IO.puts(inspect(Enum.sort_by([struct(Plain, v: 2), struct(Plain, v: 1)], & &1.v), width: 900)) # expect: [%Plain{v: 1}, %Plain{v: 2}]
IO.puts(inspect(error.(fn -> Enum.map(p, & &1) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for %Point{x: 1, y: 0, tags: []} of type Point (a struct)"}
IO.puts(inspect(error.(fn -> to_string(p) end), width: 900)) # expect: {Protocol.UndefinedError, "protocol String.Chars not implemented for %Point{x: 1, y: 0, tags: []} of type Point (a struct)"}
IO.puts(inspect(error.(fn -> Code.eval_string("%Point{}") end), width: 900)) # expect: {ArgumentError, "the following keys must also be given when building struct Point: [:x]"}
IO.puts(inspect(error.(fn -> Code.eval_string("%Point{x: 1, q: 2}") end), width: 900)) # expect: {KeyError, "key :q not found"}
IO.puts(inspect(error.(fn -> Code.eval_string("%NoStruct{}") end), width: 900)) # expect: {CompileError, "nofile:1: NoStruct.__struct__/1 is undefined, cannot expand struct NoStruct. Make sure the struct name is correct. If the struct name exists and is correct but it still cannot be found, you likely have cyclic module usage in your code"}
IO.puts(inspect(error.(fn -> Code.eval_string("%String{}") end), width: 900)) # expect: {CompileError, "nofile:1: String.__struct__/1 is undefined, cannot expand struct String. Make sure the struct name is correct. If the struct name exists and is correct but it still cannot be found, you likely have cyclic module usage in your code"}
IO.puts(inspect(error.(fn -> Code.eval_string("defmodule D do defstruct [:a, :a] end; %D{}") |> elem(1) end), width: 900)) # expect: {CompileError, "nofile:1: cannot access struct D, the struct was not yet defined or the struct is being accessed in the same context that defines it"}
IO.puts(inspect(update_in(p.y, &(&1 + 1)), width: 900)) # expect: %Point{x: 1, y: 1, tags: []}
IO.puts(inspect(put_in(p.tags, [1]), width: 900)) # expect: %Point{x: 1, y: 0, tags: [1]}
IO.puts(inspect(get_in(p, [Access.key(:y)]), width: 900)) # expect: 0
IO.puts(inspect(%{p => 1} |> Map.has_key?(struct(Point, x: 1)), width: 900)) # expect: true
IO.puts(inspect(Point.__info__(:struct), width: 900)) # expect: [%{field: :x, required: true}, %{field: :y, required: false}, %{field: :tags, required: false}]
IO.puts(inspect({p.x, p.y} < {2, 0}, width: 900)) # expect: true
