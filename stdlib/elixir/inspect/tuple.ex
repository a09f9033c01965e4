# stdlib/elixir/inspect/tuple.ex: how tuples are shown.
defimpl Inspect, for: Tuple do
  @moduledoc false
  import Inspect.Algebra

  def inspect(tuple, opts) do
    open = color("{", :tuple, opts)
    close = color("}", :tuple, opts)
    options = [separator: color(",", :tuple, opts), break: :flex]
    container_doc(open, Tuple.to_list(tuple), close, opts, &to_doc/2, options)
  end
end
