# stdlib/erlang/erl_erts_errors.ex: what natives say of their arguments.
# Here: the call-back that the `error_info` of a stack entry names.
# Not here: the texts, which the natives put into the entry and vial_argument.ex completes.
defmodule :erl_erts_errors do
  @moduledoc false

  @doc """
  Returns the texts a native gave for its arguments, by position.
  """
  def format_error(_reason, [{module, function, args, info} | _]) do
    case :lists.keyfind(:error_info, 1, info) do
      {_, %{cause: cause}} when is_map(cause) -> :vial_argument.texts(module, function, args, cause)
      _ -> :vial_argument.texts(module, function, args, %{})
    end
  end

  def format_error(_reason, _), do: %{}

  @doc """
  Says which segment of a binary could not be made and why.
  """
  def format_bs_fail(_reason, [{_module, _fun, _args, info} | _]) do
    case :lists.keyfind(:error_info, 1, info) do
      {_, %{cause: {segment, type, what, value, unit}}} ->
        text = segment_fault(what, type, inspect(value), unit)
        %{reason: "construction of binary failed", general: "segment #{segment} of type '#{type}': #{text}"}

      _ ->
        %{}
    end
  end

  def format_bs_fail(_reason, _), do: %{}

  defp segment_fault(:type, type, value, _), do: "expected #{wanted(type)} but got: #{value}"
  defp segment_fault(:size, _, value, _), do: "expected a non-negative integer as size but got: #{value}"
  defp segment_fault(:too_large, _, value, _), do: "the size #{value} is too large"
  defp segment_fault(:no_float, _, value, _), do: "the value #{value} is outside the range expressible as a float"
  defp segment_fault(:short, _, value, _), do: "the value #{value} is shorter than the size of the segment"
  defp segment_fault(:unit, _, value, _), do: "the size of the value #{value} is not a multiple of the unit for the segment"

  defp segment_fault(:invalid, :float, value, _),
    do: "expected one of the supported sizes 16, 32, or 64 but got: #{value}"

  defp wanted(:integer), do: "an integer"
  defp wanted(:float), do: "a float or an integer"
  defp wanted(:binary), do: "a binary"
  defp wanted(utf), do: "a non-negative integer encodable as #{utf}"
end
