# stdlib/elixir/exception/blame.ex: which clauses of a function were tried.
# Here: nothing is known of a function's clauses at run time unless the loader kept them;
# `:vial_code.definition/3` answers with them or with :error.
defmodule Exception.Blame do
  @moduledoc false

  @doc """
  Answers for `Exception.blame_mfa/3`.
  """
  def mfa(module, function, args) do
    if :erlang.function_exported(:vial_code, :definition, 3),
      do: :vial_code.definition(module, function, length(args)) |> clauses(),
      else: :error
  end

  defp clauses({:ok, kind, clauses}), do: {:ok, kind, clauses}
  defp clauses(_), do: :error
end
