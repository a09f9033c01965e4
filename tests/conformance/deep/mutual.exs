# Deep and mutual recursion.
defmodule Rec do
  def even?(0), do: true
  def even?(n), do: odd?(n - 1)
  def odd?(0), do: false
  def odd?(n), do: even?(n - 1)
  def ack(0, n), do: n + 1
  def ack(m, 0), do: ack(m - 1, 1)
  def ack(m, n), do: ack(m - 1, ack(m, n - 1))
  def body(0), do: 0
  def body(n), do: 1 + body(n - 1)
  def hof(0), do: {1, 0}
  def female(0), do: 1
  def female(n), do: n - male(female(n - 1))
  def male(0), do: 0
  def male(n), do: n - female(male(n - 1))
end
IO.inspect(Rec.even?(1_000_001)) # expect: false
IO.inspect(Rec.ack(2, 9)) # expect: 21
IO.inspect(Rec.body(300_000)) # expect: 300000
IO.inspect(Enum.map(0..15, &Rec.female/1)) # expect: [1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6, 7, 8, 8, 9, 9]
IO.inspect(Enum.map(0..15, &Rec.male/1)) # expect: [0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 7, 8, 9, 9]
