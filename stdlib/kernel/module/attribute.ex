# stdlib/kernel/module/attribute.ex: the values of attributes that have a meaning.
# Here: what each may be; the value as it is kept.
# Not here: keeping them (:vial_compiler), what comes of them (compiler/expand).
defmodule Module.Attribute do
  @moduledoc false

  @types [:type, :typep, :opaque, :spec, :callback, :macrocallback]
  @dialyzer [:no_return, :no_unused, :no_improper_lists, :no_fun_app, :no_match, :no_opaque, :no_fail_call] ++
              [:no_contracts, :no_behaviours, :no_undefined_callbacks, :unmatched_returns, :error_handling, :race_conditions] ++
              [:no_missing_calls, :specdiffs, :overspecs, :underspecs, :unknown, :no_underspecs, :no_unknown, :no_extra_return] ++
              [:no_missing_return, :extra_return, :missing_return]
  @reserved [:defaults, :opaque]

  def check(_module, :behaviour, value) when not is_atom(value) do
    raise ArgumentError, "@behaviour expects a module, got: #{inspect(value)}"
  end

  def check(module, :on_load, value) do
    if :vial_compiler.has_attribute(module, :on_load), do: raise(ArgumentError, "the @on_load attribute can only be set once per module")

    case value do
      name when is_atom(name) -> {name, 0}
      {name, 0} when is_atom(name) -> value
      _ -> refuse(:on_load, "that annotates a function to be invoked when the module is loaded. It should be an atom or an {atom, 0} tuple", value)
    end
  end

  def check(_module, :dialyzer, value) do
    if dialyzer?(value), do: value, else: raise(ArgumentError, "invalid value for @dialyzer attribute: #{inspect(value)}")
  end

  def check(_module, :external_resource, value) when not is_binary(value) do
    refuse(:external_resource, "used for specifying file dependencies. It should be a string path to a file", value)
  end

  def check(_module, :deprecated, value) when not is_binary(value) do
    refuse(:deprecated, "that annotates a definition as deprecated. It should be a string with the reason for the deprecation", value)
  end

  def check(_module, :impl, value) when not is_atom(value) or value == nil do
    refuse(:impl, "that marks the next definition as a callback implementation. It should be a module or a boolean", value)
  end

  def check(_module, :file, value) do
    case value do
      file when is_binary(file) -> value
      {file, line} when is_binary(file) and is_integer(line) -> value
      _ -> refuse(:file, "that annotates the file and line the next definition comes from. It should be a string or {string, line} tuple as value", value)
    end
  end

  def check(_module, key, value) when key in [:doc, :moduledoc, :typedoc], do: documentation(key, value)

  def check(_module, key, value) when key in [:before_compile, :after_compile, :on_definition] do
    case value do
      module when is_atom(module) -> value
      {module, function} when is_atom(module) and is_atom(function) -> value
      _ -> raise ArgumentError, "@#{key} expects a module or a {module, function} tuple, got: #{inspect(value)}"
    end
  end

  def check(module, :derive, value) do
    if :vial_compiler.has_attribute(module, :__struct__) do
      IO.warn("warning: module attribute @derive was set after defstruct, all @derive calls must come before defstruct")
    end

    value
  end

  def check(_module, :compile, {:parse_transform, module} = value) do
    IO.warn("@compile {:parse_transform, #{inspect(module)}} is deprecated. Elixir will no longer support Erlang-based transforms in future versions")
    value
  end

  def check(_module, key, _value) when key in @types do
    raise ArgumentError, "attributes type, typep, opaque, spec, callback, and macrocallback must be set directly via the @ notation"
  end

  def check(_module, _key, value), do: value

  @doc false
  # What cannot be written as code cannot be read within a function.
  def unwritable(name, value) do
    Macro.escape(value)
    :ok
  rescue
    e in ArgumentError ->
      reraise ArgumentError, "cannot inject attribute @#{name} into function/macro because " <> Exception.message(e), __STACKTRACE__
  end

  # A documentation's line comes with it when the compiler sets it.
  defp documentation(key, {line, value}) when is_integer(line), do: {line, documentation(key, value)}
  defp documentation(_key, value) when is_binary(value) or value in [nil, false], do: value

  defp documentation(key, value) do
    if is_list(value) and Enum.all?(value, &match?({name, _} when is_atom(name), &1)) do
      Enum.each(value, &metadata/1)
      value
    else
      refuse(key, "for documentation. It should be either false, nil, a string, or a keyword list", value)
    end
  end

  defp metadata({:deprecated, value}) when not is_binary(value) do
    raise ArgumentError,
          ":deprecated is a built-in documentation metadata key. It should be a string representing the replacement for the " <>
            "deprecated entity, got: #{inspect(value)}"
  end

  defp metadata({:since, value}) when not is_binary(value) do
    raise ArgumentError,
          ":since is a built-in documentation metadata key. It should be a string representing the version in which the documented " <>
            "entity was added, got: #{inspect(value)}"
  end

  defp metadata({key, _}) when key in @reserved, do: IO.warn("ignoring reserved documentation metadata key: #{inspect(key)}")
  defp metadata(_), do: :ok

  defp dialyzer?(value) when is_atom(value), do: value in @dialyzer
  defp dialyzer?({:nowarn_function, functions}), do: functions?(functions)
  defp dialyzer?({option, functions}), do: if(is_list(option), do: dialyzer?(option), else: option in @dialyzer) and functions?(functions)
  defp dialyzer?(list) when is_list(list), do: Enum.all?(list, &dialyzer?/1)
  defp dialyzer?(_), do: false

  defp functions?({name, arity}), do: is_atom(name) and is_integer(arity)
  defp functions?(list) when is_list(list), do: Enum.all?(list, &functions?/1)
  defp functions?(_), do: false

  @spec refuse(atom, String.t(), term) :: no_return
  defp refuse(key, what, value) do
    raise ArgumentError, "@#{key} is a built-in module attribute #{what}, got: #{inspect(value)}"
  end
end
