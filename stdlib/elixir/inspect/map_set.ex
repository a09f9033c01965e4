# stdlib/elixir/inspect/map_set.ex: how sets are shown: as the expression that makes them.
defimpl Inspect, for: MapSet do
  @moduledoc false
  import Inspect.Algebra

  def inspect(set, opts) do
    opts = %{opts | charlists: :as_lists}
    concat("MapSet.new(", concat(Inspect.List.inspect(MapSet.to_list(set), opts), ")"))
  end
end
