# stdlib/elixir/undefined_function_error.ex: raised when a function is called that does not exist.
defmodule UndefinedFunctionError do
  @moduledoc """
  Raised when a function is called that does not exist.
  """

  defexception [:module, :function, :arity, :reason, :message]

  @function_threshold 0.77
  @max_suggestions 5

  @impl true
  def message(%{message: nil} = exception) do
    %{reason: reason, module: module, function: function, arity: arity} = exception
    {message, _loaded?} = message(reason, module, function, arity)
    message
  end

  def message(%{message: message}), do: message

  defp message(nil, module, function, arity) do
    cond do
      is_nil(function) or is_nil(arity) ->
        {"undefined function", false}

      is_nil(module) ->
        formatted = Exception.format_mfa(module, function, arity)
        {"function #{formatted} is undefined", false}

      function_exported?(module, :module_info, 0) ->
        message(:"function not exported", module, function, arity)

      true ->
        message(:"module could not be loaded", module, function, arity)
    end
  end

  defp message(:"module could not be loaded", module, function, arity) do
    formatted = Exception.format_mfa(module, function, arity)
    {"function #{formatted} is undefined (module #{inspect(module)} is not available)", false}
  end

  defp message(:"function not exported", module, function, arity) do
    formatted = Exception.format_mfa(module, function, arity)
    {"function #{formatted} is undefined or private", true}
  end

  defp message(reason, module, function, arity) do
    formatted = Exception.format_mfa(module, function, arity)
    {"function #{formatted} is undefined (#{reason})", false}
  end

  @impl true
  def blame(%{message: message} = exception, stacktrace) when is_binary(message),
    do: {exception, stacktrace}

  def blame(exception, stacktrace) do
    %{reason: reason, module: module, function: function, arity: arity} = exception
    {message, loaded?} = message(reason, module, function, arity)
    message = message <> hint(module, function, arity, loaded?)
    {%{exception | message: message}, stacktrace}
  end

  defp hint(nil, _function, 0, _loaded?) do
    ". If you are using the dot syntax, such as module.function(), " <>
      "make sure the left-hand side of the dot is a module atom"
  end

  defp hint(module, function, arity, true), do: hint_for_loaded_module(module, function, arity, nil)
  defp hint(_module, _function, _arity, _loaded?), do: ""

  @doc false
  def hint_for_loaded_module(module, function, arity, exports) do
    if macro_exported?(module, function, arity) do
      ". However there is a macro with the same name and arity. " <>
        "Be sure to require #{inspect(module)} if you intend to invoke this macro"
    else
      expected(module, function, arity) <> did_you_mean(function, exports || exports_for(module))
    end
  end

  # A behaviour that the module says it has asks for the function.
  defp expected(module, function, arity) do
    behaviours = for {:behaviour, list} <- module.module_info(:attributes), behaviour <- list, do: behaviour

    case Enum.find(behaviours, &asks?(&1, {function, arity})) do
      nil -> ""
      behaviour -> ", but the behaviour #{inspect(behaviour)} expects it to be present"
    end
  rescue
    UndefinedFunctionError -> ""
  end

  defp asks?(behaviour, name_arity) do
    Code.ensure_loaded?(behaviour) and function_exported?(behaviour, :behaviour_info, 1) and
      name_arity in (behaviour.behaviour_info(:callbacks) -- behaviour.behaviour_info(:optional_callbacks))
  end

  defp did_you_mean(function, exports) do
    wanted = Atom.to_string(function)

    # The same name with other numbers of arguments is what was meant, if there is any.
    close =
      case Keyword.get_values(exports, function) do
        [] ->
          for {name, arity} <- exports,
              distance = String.jaro_distance(wanted, Atom.to_string(name)),
              distance >= @function_threshold,
              do: {distance, name, arity}

        arities ->
          for arity <- arities, do: {1.0, function, arity}
      end

    case close |> Enum.sort(&(elem(&1, 0) >= elem(&2, 0))) |> Enum.take(@max_suggestions) do
      [] -> ""
      chosen -> ". Did you mean:\n\n" <> suggestions(chosen)
    end
  end

  defp suggestions(chosen) do
    chosen
    |> Enum.map(fn {_, name, arity} -> {name, arity} end)
    |> Enum.sort()
    |> Enum.map_join(fn {name, arity} -> "      * #{Code.Identifier.inspect_atom(:remote_call, name)}/#{arity}\n" end)
  end

  defp exports_for(module) do
    if function_exported?(module, :__info__, 1) and String.starts_with?(Atom.to_string(module), "Elixir.") do
      module.__info__(:macros) ++ module.__info__(:functions)
    else
      module.module_info(:exports)
    end
  rescue
    _ -> []
  end
end
