# A set of our own with protocols, operators and a sigil.
defmodule OwnSet do
  defstruct map: %{}
  def new(items \\ []), do: Enum.into(items, %__MODULE__{})

  defmacro sigil_s({:<<>>, _, [text]}, []) do
    items = text |> String.split() |> Enum.map(&String.to_atom/1)
    quote do: OwnSet.new(unquote(items))
  end

  def a <|> b, do: %OwnSet{map: Map.merge(a.map, b.map)}
  def a <~> b, do: %OwnSet{map: Map.take(a.map, Map.keys(b.map))}

  defimpl Collectable do
    def into(set), do: {set, fn set, {:cont, x} -> put_in(set.map[x], []); set, :done -> set; _, :halt -> :ok end}
  end

  defimpl Enumerable do
    def count(set), do: {:ok, map_size(set.map)}
    def member?(set, x), do: {:ok, is_map_key(set.map, x)}
    def slice(set), do: {:ok, map_size(set.map), &Enumerable.List.slice(Map.keys(set.map), &1, &2, map_size(set.map))}
    def reduce(set, acc, fun), do: Enumerable.List.reduce(Map.keys(set.map), acc, fun)
  end

  defimpl String.Chars do
    def to_string(set), do: "{" <> Enum.join(set, ", ") <> "}"
  end

  defimpl Inspect do
    import Inspect.Algebra
    def inspect(set, opts), do: concat(["~s{", Enum.join(set, " "), "}", if(opts.limit == 1, do: "!", else: "")])
  end
end

defmodule UseSet do
  import Kernel, except: [sigil_s: 2]
  import OwnSet

  def run do
    a = ~s(x y z)
    b = ~s(y z w)
    IO.inspect(a) # expect: ~s{x y z}
    IO.puts("#{a <|> b}") # expect: {w, x, y, z}
    IO.inspect(a <~> b, limit: 1) # expect: ~s{y z}!
    IO.inspect(:y in a) # expect: true
    IO.inspect(:w in a) # expect: false
    IO.inspect(Enum.map(a, &to_string/1)) # expect: ["x", "y", "z"]
    IO.inspect(for(x <- a, into: b, do: x)) # expect: ~s{w x y z}
    IO.inspect(Enum.count(a <|> b)) # expect: 4
    IO.inspect(a == ~s(z y x)) # expect: true
    IO.inspect([a, %{b => 1}]) # expect: [~s{x y z}, %{~s{w y z} => 1}]
  end
end

UseSet.run()
