# A zipper over a binary tree, with a custom Inspect.
defmodule Tree do
  defstruct [:value, :left, :right]
  def new(v, l \\ nil, r \\ nil), do: %Tree{value: v, left: l, right: r}
end

defimpl Inspect, for: Tree do
  import Inspect.Algebra

  def inspect(%{value: value, left: left, right: right}, opts) do
    concat(["(", to_doc(value, opts), ":", if(left, do: to_doc(left, opts), else: ""), ":", if(right, do: to_doc(right, opts), else: ""), ")"])
  end
end

defmodule Zipper do
  defstruct [:focus, trail: []]
  def from(tree), do: %Zipper{focus: tree}
  def to_tree(%Zipper{trail: [], focus: t}), do: t
  def to_tree(z), do: z |> up() |> to_tree()
  def value(%{focus: %{value: v}}), do: v
  def left(%{focus: %{left: nil}}), do: nil
  def left(%{focus: f, trail: t}), do: %Zipper{focus: f.left, trail: [{:left, f} | t]}
  def right(%{focus: %{right: nil}}), do: nil
  def right(%{focus: f, trail: t}), do: %Zipper{focus: f.right, trail: [{:right, f} | t]}
  def up(%{trail: []}), do: nil
  def up(%{focus: f, trail: [{side, parent} | t]}), do: %Zipper{focus: Map.replace!(parent, side, f), trail: t}
  def set_value(z, v), do: put_in(z.focus.value, v)
  def set(z, side, t) when side in [:left, :right], do: %{z | focus: %{z.focus | side => t}}
end

t = Tree.new(1, Tree.new(2, nil, Tree.new(3)), Tree.new(4))
IO.inspect(t) # expect: (1:(2::(3::)):(4::))
z = Zipper.from(t)
IO.inspect(z |> Zipper.left() |> Zipper.right() |> Zipper.value()) # expect: 3
IO.inspect(z |> Zipper.left() |> Zipper.left()) # expect: nil
IO.inspect(z |> Zipper.left() |> Zipper.right() |> Zipper.set_value(30) |> Zipper.to_tree()) # expect: (1:(2::(30::)):(4::))
IO.inspect(z |> Zipper.right() |> Zipper.set(:left, Tree.new(:new)) |> Zipper.to_tree()) # expect: (1:(2::(3::)):(4:(:new::):))
IO.inspect(z |> Zipper.left() |> Zipper.up() == z) # expect: true
IO.inspect(Zipper.up(z)) # expect: nil
IO.inspect(z |> Zipper.left() |> Zipper.set_value(nil) |> Zipper.up()) # expect: %Zipper{focus: (1:(nil::(3::)):(4::)), trail: []}
