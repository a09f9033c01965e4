# stdlib/elixir/inspect/map.ex: how maps and the fields of structs are shown.
defimpl Inspect, for: Map do
  @moduledoc false
  import Inspect.Algebra

  def inspect(map, opts) do
    list = :maps.to_list(map)

    if Inspect.List.keyword?(list) do
      container(list, "%{", "}", opts, &Inspect.List.keyword/2)
    else
      arrow = color(" => ", :map, opts)
      container(list, "%{", "}", opts, &association(&1, &2, arrow))
    end
  end

  @doc false
  def inspect(map, name, infos, opts) do
    fields(map, "%" <> name <> "{", infos, "}", opts)
  end

  @doc false
  def fields(map, left, infos, right, opts) do
    fun = fn
      %{field: field}, opts -> Inspect.List.keyword({field, :maps.get(field, map)}, opts)
      :..., _opts -> "..."
    end

    container(infos, left, right, opts, fun)
  end

  defp container(entries, left, right, opts, fun) do
    open = color(left, :map, opts)
    separator = color(",", :map, opts)
    close = color(right, :map, opts)
    container_doc(open, entries, close, opts, fun, separator: separator, break: :strict)
  end

  defp association({key, value}, opts, arrow) do
    concat(concat(to_doc(key, opts), arrow), to_doc(value, opts))
  end
end
