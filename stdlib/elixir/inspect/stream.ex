# stdlib/elixir/inspect/stream.ex: how lazy streams are shown.
defimpl Inspect, for: Stream do
  @moduledoc false
  import Inspect.Algebra

  def inspect(%{enum: enum, funs: funs}, opts) do
    concat("#Stream<", concat(to_doc([enum: enum, funs: :lists.reverse(funs)], opts), ">"))
  end
end
