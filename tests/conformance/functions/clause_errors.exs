# FunctionClauseError and friends name what was called.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Clauses do
  def one(1), do: :one
  def guarded(x) when is_atom(x), do: x
  def default(a, b \\ 2) when a > b, do: {a, b}
  defp hidden(:ok), do: :ok
  def call_hidden(x), do: hidden(x)
  def caseless(x), do: (case x do 1 -> 2 end)
  def matching(x) do
    {:ok, v} = x
    v
  end
  defmacro mac(1), do: 2
end
IO.puts(inspect(error.(fn -> Clauses.one(2) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Clauses.one/1"}
IO.puts(inspect(error.(fn -> Clauses.guarded("s") end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Clauses.guarded/1"}
IO.puts(inspect(error.(fn -> Clauses.default(1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Clauses.default/2"}
IO.puts(inspect(error.(fn -> Clauses.default(1, 5) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Clauses.default/2"}
IO.puts(inspect(error.(fn -> Clauses.call_hidden(1) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Clauses.hidden/1"}
IO.puts(inspect(error.(fn -> Clauses.caseless(5) end), width: 900)) # expect: {CaseClauseError, "no case clause matching: 5"}
IO.puts(inspect(error.(fn -> Clauses.matching({:error, 1}) end), width: 900)) # expect: {MatchError, "no match of right hand side value: {:error, 1}"}
IO.puts(inspect(error.(fn -> Clauses.hidden(1) end), width: 900)) # expect: {UndefinedFunctionError, "function Clauses.hidden/1 is undefined or private"}
IO.puts(inspect(error.(fn -> Clauses.nope() end), width: 900)) # expect: {UndefinedFunctionError, "function Clauses.nope/0 is undefined or private"}
IO.puts(inspect(error.(fn -> Clauses.one() end), width: 900)) # expect: {UndefinedFunctionError, "function Clauses.one/0 is undefined or private"}
IO.puts(inspect(error.(fn -> apply(Clauses, :one, []) end), width: 900)) # expect: {UndefinedFunctionError, "function Clauses.one/0 is undefined or private"}
IO.puts(inspect(error.(fn -> apply(Clauses, :one, [1, 2]) end), width: 900)) # expect: {UndefinedFunctionError, "function Clauses.one/2 is undefined or private"}
IO.puts(inspect(error.(fn -> Clauses.mac(1) end), width: 900)) # expect: {UndefinedFunctionError, "function Clauses.mac/1 is undefined or private"}
IO.puts(inspect(error.(fn -> (%{a: 1} = %{b: 2}) end), width: 900)) # expect: {MatchError, "no match of right hand side value: %{b: 2}"}
IO.puts(inspect(error.(fn -> ([a, b] = [1]) end), width: 900)) # expect: {MatchError, "no match of right hand side value: [1]"}
IO.puts(inspect(error.(fn -> ({1, x} = {2, 3}) end), width: 900)) # expect: {MatchError, "no match of right hand side value: {2, 3}"}
IO.puts(inspect(error.(fn -> ("a" <> _ = "b") end), width: 900)) # expect: {MatchError, "no match of right hand side value: \"b\""}
IO.puts(inspect(error.(fn -> (<<1, _::8>> = <<2, 3>>) end), width: 900)) # expect: {MatchError, "no match of right hand side value: <<2, 3>>"}
IO.puts(inspect(error.(fn -> (1 = 2) end), width: 900)) # expect: {MatchError, "no match of right hand side value: 2"}
IO.puts(inspect(error.(fn -> (^error = 1) end), width: 900)) # expect: {MatchError, "no match of right hand side value: 1"}
IO.puts(inspect(function_exported?(Clauses, :one, 1), width: 900)) # expect: true
IO.puts(inspect(function_exported?(Clauses, :hidden, 1), width: 900)) # expect: false
IO.puts(inspect(macro_exported?(Clauses, :mac, 1), width: 900)) # expect: true
IO.puts(inspect(Clauses.__info__(:functions), width: 900)) # expect: [call_hidden: 1, caseless: 1, default: 1, default: 2, guarded: 1, matching: 1, one: 1]
IO.puts(inspect(Clauses.__info__(:macros), width: 900)) # expect: [mac: 1]
IO.puts(inspect(Clauses.__info__(:module), width: 900)) # expect: Clauses
IO.puts(inspect(Clauses.module_info(:module), width: 900)) # expect: Clauses
