# stdlib/elixir/inspect/macro/env.ex: how compilation environments are shown.
defimpl Inspect, for: Macro.Env do
  @moduledoc false

  def inspect(%{__struct__: module} = env, opts) do
    infos =
      for %{field: field} = info <- module.__info__(:struct),
          field not in [:tracers, :versioned_vars],
          do: info

    Inspect.Map.fields(env, "#Macro.Env<", infos ++ [:...], ">", opts)
  end
end
