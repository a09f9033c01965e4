# stdlib/elixir/inspect/range.ex: how ranges are shown.
defimpl Inspect, for: Range do
  @moduledoc false
  import Inspect.Algebra

  def inspect(%{first: first, last: last, step: 1}, opts) when last >= first,
    do: concat(to_doc(first, opts), concat("..", to_doc(last, opts)))

  def inspect(%{first: first, last: last, step: step}, opts) do
    step = concat("//", to_doc(step, opts))
    concat(to_doc(first, opts), concat("..", concat(to_doc(last, opts), step)))
  end
end
