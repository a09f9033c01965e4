# A constant that reaches a match only when other code has been simplified away: through try, a fun or a function.
defmodule Late do
  def log(x), do: Process.put(:log, x)
  def text, do: ""
  def pair, do: {:ok, [1, 2.5]}
  def number, do: 123_456_789_012_345_678_901

  def tuple(x) do
    case (try do "" after log(x) end) do
      {1} -> 2
      {_, y} -> y
      _ -> [nil, x]
    end
  end

  def widths(x) do
    case (try do {x, 1, 2} after log(x) end) do
      {a} -> a
      {_, b} -> b
      {_, _, c} -> c
      _ -> x
    end
  end

  def list(x) do
    case (try do 'ab' after log(x) end) do
      [] -> 0
      [h | t] -> {h, t, x}
    end
  end

  def parts do
    case pair() do
      {:error, _} -> :error
      {:ok, [a, b | t]} -> {a, b, t}
    end
  end

  def map(x) do
    case (try do %{a: 1} after log(x) end) do
      %{b: b} -> b
      %{a: a} when is_map(x) -> a
      m -> m
    end
  end

  def kinds(x) do
    t = text()
    n = number()
    log(x)
    {is_binary(t), is_tuple(t), is_integer(n), is_float(n), is_list(pair()), is_map(t), is_atom(n), t === n, elem(pair(), 0)}
  end

  def chosen(x) do
    case (try do 2.0 after log(x) end) do
      1 -> :one
      2 -> :two
      3 -> :three
      y -> y
    end
  end
end

IO.inspect(Late.tuple(1))       # expect: [nil, 1]
IO.inspect(Late.widths(1))      # expect: 2
IO.inspect(Late.list(1))        # expect: {97, 'b', 1}
IO.inspect(Late.parts())        # expect: {1, 2.5, []}
IO.inspect(Late.map(1))         # expect: %{a: 1}
IO.inspect(Late.map(%{}))       # expect: 1
IO.inspect(Late.kinds(1))       # expect: {true, false, true, false, false, false, false, false, :ok}
IO.inspect(Late.chosen(1))      # expect: 2.0
