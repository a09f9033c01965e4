# stdlib/elixir/inspect/function.ex: how functions are shown.
defimpl Inspect, for: Function do
  @moduledoc false

  def inspect(function, _opts) do
    info = :erlang.fun_info(function)
    module = info[:module]
    name = info[:name]

    if info[:type] == :external and info[:env] == [] do
      "&#{external(module, name)}/#{info[:arity]}"
    else
      "#Function<" <> local(module, name, info) <> ">"
    end
  end

  defp external(module, name) do
    Code.Identifier.inspect_atom(:literal, module) <>
      "." <> Code.Identifier.inspect_atom(:remote_call, name)
  end

  # The top level of a file is a module of its own, which a reader cannot name.
  defp local(module, name, info) do
    with "elixir_compiler_" <> _ <- Atom.to_string(module),
         true <- function_exported?(module, :__RELATIVE__, 0) do
      "#{uniq(info)} in file:#{module.__RELATIVE__()}"
    else
      _ -> "#{uniq(info)}/#{info[:arity]} in #{parent(module, name)}"
    end
  end

  defp parent(module, name) do
    case Code.Identifier.extract_anonymous_fun_parent(name) do
      {name, arity} -> external(module, name) <> "/" <> arity
      :error -> external(module, name)
    end
  end

  defp uniq(info), do: "#{info[:new_index]}.#{info[:uniq]}"
end
