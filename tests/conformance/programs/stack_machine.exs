# An interpreter of a small byte code.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule VM do
  def run(code), do: step(code, 0, [], %{}, [])
  defp step(code, pc, st, vars, out) when pc >= tuple_size(code), do: {st, vars, Enum.reverse(out)}
  defp step(code, pc, st, vars, out) do
    case {elem(code, pc), st} do
      {{:push, n}, st} -> step(code, pc + 1, [n | st], vars, out)
      {:add, [b, a | st]} -> step(code, pc + 1, [a + b | st], vars, out)
      {:mul, [b, a | st]} -> step(code, pc + 1, [a * b | st], vars, out)
      {:sub, [b, a | st]} -> step(code, pc + 1, [a - b | st], vars, out)
      {{:store, v}, [x | st]} -> step(code, pc + 1, st, Map.put(vars, v, x), out)
      {{:load, v}, st} -> step(code, pc + 1, [Map.fetch!(vars, v) | st], vars, out)
      {{:jnz, to}, [0 | st]} when is_integer(to) -> step(code, pc + 1, st, vars, out)
      {{:jnz, to}, [_ | st]} -> step(code, to, st, vars, out)
      {:print, [x | st]} -> step(code, pc + 1, st, vars, [x | out])
    end
  end
end
IO.inspect(VM.run({{:push, 5}, {:store, :n}, {:push, 1}, {:store, :f}, {:load, :f}, {:load, :n}, :mul, {:store, :f}, {:load, :n}, {:push, 1}, :sub, {:store, :n}, {:load, :n}, {:jnz, 4}, {:load, :f}, :print})) # expect: {[], %{f: 120, n: 0}, 'x'}
IO.puts(inspect(error.(fn -> VM.run({:add}) end), width: 900)) # expect: {CaseClauseError, "no case clause matching: {:add, []}"}
IO.puts(inspect(error.(fn -> VM.run({{:load, :x}}) end), width: 900)) # expect: {KeyError, "key :x not found in: %{}"}
