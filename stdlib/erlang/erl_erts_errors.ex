# stdlib/erlang/erl_erts_errors.ex: what natives say of their arguments.
# Here: the call-back that the `error_info` of a stack entry names.
# Not here: the texts, which the natives themselves put into the entry.
defmodule :erl_erts_errors do
  @moduledoc false

  @doc """
  Returns the texts a native gave for its arguments, by position.
  """
  def format_error(_reason, [{_module, _fun, _args, info} | _]) do
    case :lists.keyfind(:error_info, 1, info) do
      {_, %{cause: cause}} when is_map(cause) -> cause
      _ -> %{}
    end
  end

  def format_error(_reason, _), do: %{}
end
