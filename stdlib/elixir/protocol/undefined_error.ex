# stdlib/elixir/protocol/undefined_error.ex: raised when a protocol is not implemented for a value.
defmodule Protocol.UndefinedError do
  @moduledoc """
  Raised when a protocol is not implemented for a value.
  """

  defexception [:protocol, :value, description: ""]

  @impl true
  def message(%{protocol: protocol, value: value, description: description}) do
    "protocol #{inspect(protocol)} not implemented for #{inspect(value)} of type #{type(value)}" <>
      if(description == "", do: "", else: ", " <> description)
  end

  defp type(%{__struct__: struct}) when is_atom(struct), do: "#{inspect(struct)} (a struct)"

  defp type(value) do
    cond do
      is_atom(value) -> "Atom"
      is_bitstring(value) -> "BitString"
      is_float(value) -> "Float"
      is_function(value) -> "Function"
      is_integer(value) -> "Integer"
      is_list(value) -> "List"
      is_map(value) -> "Map"
      is_pid(value) -> "PID"
      is_port(value) -> "Port"
      is_reference(value) -> "Reference"
      is_tuple(value) -> "Tuple"
    end
  end
end
