# stdlib/elixir/inspect/float.ex: how floats are shown: the shortest text that reads back.
defimpl Inspect, for: Float do
  @moduledoc false

  def inspect(term, opts),
    do: Inspect.Algebra.color(:erlang.float_to_binary(term, [:short]), :number, opts)
end
