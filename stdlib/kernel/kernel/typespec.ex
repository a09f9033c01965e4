# stdlib/kernel/kernel/typespec.ex: types and specs of the module being defined.
# Here: questions about them.
# Not here: reading them (the attribute form) and keeping them (:vial_compiler).
# Holds: types are parsed and kept, not checked.
defmodule Kernel.Typespec do
  @moduledoc false

  @doc false
  def defines_type?(module, {name, arity}) do
    :lists.any(
      fn
        {kind, {:"::", _, [call, _]}, _} when kind in [:type, :typep, :opaque] -> head(call) == {name, arity}
        {kind, {_, _, _} = call, _} when kind in [:type, :typep, :opaque] -> head(call) == {name, arity}
        _ -> false
      end,
      :vial_compiler.typespecs_in(module)
    )
  end

  defp head({name, _, args}) when is_atom(name) and is_list(args), do: {name, length(args)}
  defp head({name, _, context}) when is_atom(name) and is_atom(context), do: {name, 0}
  defp head(_), do: nil

  @doc false
  def spec_to_callback(module, definition) do
    specs =
      for {:spec, spec, line} <- :vial_compiler.typespecs_in(module), spec_head(spec) == definition, do: {spec, line}

    for {spec, line} <- specs, do: :vial_compiler.put_typespec(module, :callback, spec, line)
    specs != []
  end

  defp spec_head({:when, _, [spec, _]}), do: spec_head(spec)
  defp spec_head({:"::", _, [call, _]}), do: head(call)
  defp spec_head(_), do: nil
end
