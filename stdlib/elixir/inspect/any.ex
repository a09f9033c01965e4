# stdlib/elixir/inspect/any.ex: how structs without their own implementation are shown,
# and what `@derive {Inspect, options}` makes.
defimpl Inspect, for: Any do
  @moduledoc false

  defmacro __deriving__(module, struct, options) do
    fields = struct |> Map.keys() |> List.delete(:__struct__) |> List.delete(:__exception__)
    only = Keyword.get(options, :only, fields)
    except = Keyword.get(options, :except, [])
    optional = Keyword.get(options, :optional, [])

    check_fields(:only, only, fields, module)
    check_fields(:except, except, fields, module)
    check_fields(:optional, optional, fields, module)

    shown = fields |> Enum.reject(&(&1 in except)) |> Enum.filter(&(&1 in only))
    complete? = shown == fields
    optional = if optional == :all, do: shown, else: optional
    defaults = Macro.escape(Map.take(struct, optional))

    quote do
      defimpl Inspect, for: unquote(module) do
        def inspect(struct, opts) do
          infos = Inspect.Any.shown_fields(struct, unquote(shown), unquote(defaults))
          name = Code.Identifier.inspect_atom(:literal, unquote(module))

          if unquote(complete?) do
            Inspect.Map.inspect(struct, name, infos, opts)
          else
            infos = infos ++ [:...]
            Inspect.Map.fields(struct, "#" <> name <> "<", infos, ">", opts)
          end
        end
      end
    end
  end

  defp check_fields(_option, :all, _fields, _module), do: :ok

  defp check_fields(option, chosen, fields, module) do
    case chosen -- fields do
      [] ->
        :ok

      unknown ->
        raise ArgumentError,
              "unknown fields #{Kernel.inspect(unknown)} in #{Kernel.inspect(option)} " <>
                "when deriving the Inspect protocol for #{Kernel.inspect(module)}"
    end
  end

  @doc false
  def shown_fields(%{__struct__: module} = struct, shown, defaults) do
    for %{field: field} = info <- module.__info__(:struct),
        field in shown,
        not default?(struct, field, defaults),
        do: info
  end

  defp default?(struct, field, defaults) do
    case defaults do
      %{^field => default} -> :maps.get(field, struct) == default
      _ -> false
    end
  end

  def inspect(%module{} = struct, opts) do
    case struct_fields(module, struct) do
      {:ok, infos} ->
        Inspect.Map.inspect(struct, Code.Identifier.inspect_atom(:literal, module), infos, opts)

      :error ->
        Inspect.Map.inspect(struct, opts)
    end
  end

  @doc false
  def inspect(map, name, infos, opts), do: Inspect.Map.fields(map, "#" <> name <> "<", infos ++ [:...], ">", opts)

  # A map that only claims to be the struct is shown as the map it is.
  defp struct_fields(module, struct) do
    infos = module.__info__(:struct)
    wanted = [:__struct__ | for(%{field: field} <- infos, do: field)]

    if :lists.sort(wanted) == :lists.sort(:maps.keys(struct)) do
      {:ok, for(%{field: field} = info <- infos, field != :__exception__, do: info)}
    else
      :error
    end
  rescue
    _ -> :error
  end
end
