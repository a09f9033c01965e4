# A tokenizer, a Pratt parser and an evaluator with closures.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Calc do
  def eval(text, env \\ %{}) do
    with {:ok, tokens} <- tokenize(text, []),
         {ast, []} <- expr(tokens, 0),
         do: {:ok, run(ast, env)},
         else: ({:error, _} = e -> e; {_, [t | _]} -> {:error, {:unexpected, t}})
  catch
    {:syntax, what} -> {:error, what}
  end

  defp tokenize(<<c, rest::binary>>, acc) when c in ' \t\n', do: tokenize(rest, acc)
  defp tokenize(<<c, _::binary>> = text, acc) when c in ?0..?9 or c == ?. do
    [digits] = Regex.run(~r/^\d*\.?\d*(?:e[+-]?\d+)?/, text)
    n = if digits =~ ".", do: elem(Float.parse("0" <> digits), 0), else: String.to_integer(digits)
    tokenize(String.slice(text, String.length(digits)..-1//1), [n | acc])
  end
  defp tokenize(<<c, _::binary>> = text, acc) when c in ?a..?z do
    {name, rest} = text |> String.split_at(Enum.find_index(String.to_charlist(text) ++ [0], &(&1 not in ?a..?z)))
    tokenize(rest, [{:name, String.to_atom(name)} | acc])
  end
  defp tokenize(<<op, rest::binary>>, acc) when op in '+-*/^()=,', do: tokenize(rest, [<<op>> | acc])
  defp tokenize("", acc), do: {:ok, Enum.reverse(acc)}
  defp tokenize(<<c::utf8, _::binary>>, _), do: {:error, "bad character #{<<c::utf8>>}"}

  @power %{"+" => {1, 2}, "-" => {1, 2}, "*" => {3, 4}, "/" => {3, 4}, "^" => {6, 5}}
  defp expr(tokens, min) do
    {left, rest} = prefix(tokens)
    infix(left, rest, min)
  end

  defp infix(left, [op | rest] = tokens, min) do
    case @power do
      %{^op => {l, r}} when l >= min ->
        {right, rest} = expr(rest, r)
        infix({op, left, right}, rest, min)
      _ -> {left, tokens}
    end
  end
  defp infix(left, [], _), do: {left, []}

  defp prefix([n | rest]) when is_number(n), do: {n, rest}
  defp prefix([{:name, f}, "(" | rest]) do
    {arg, rest} = expr(rest, 0)
    {{:call, f, arg}, expect(rest, ")")}
  end
  defp prefix([{:name, v} | rest]), do: {{:var, v}, rest}
  defp prefix(["-" | rest]), do: with({e, rest} <- expr(rest, 4), do: {{"-", 0, e}, rest})
  defp prefix(["(" | rest]) do
    {e, rest} = expr(rest, 0)
    {e, expect(rest, ")")}
  end
  defp prefix([t | _]), do: throw({:syntax, {:unexpected, t}})
  defp prefix([]), do: throw({:syntax, :end_of_input})

  defp expect([t | rest], t), do: rest
  defp expect(_, t), do: throw({:syntax, {:expected, t}})

  defp run(n, _) when is_number(n), do: n
  defp run({:var, v}, env), do: Map.fetch!(env, v)
  defp run({:call, f, arg}, env), do: apply(:math, f, [run(arg, env)])
  defp run({"^", a, b}, env), do: run(a, env) ** run(b, env)
  defp run({op, a, b}, env), do: apply(Kernel, String.to_existing_atom(op), [run(a, env), run(b, env)])
end

IO.inspect(Calc.eval("1 + 2 * 3")) # expect: {:ok, 7}
IO.inspect(Calc.eval("(1 + 2) * 3 - -4")) # expect: {:ok, 13}
IO.inspect(Calc.eval("2 ^ 3 ^ 2")) # expect: {:ok, 512}
IO.inspect(Calc.eval("10 / 4 - 1")) # expect: {:ok, 1.5}
IO.inspect(Calc.eval("x * y", %{x: 3, y: 1.5})) # expect: {:ok, 4.5}
IO.inspect(Calc.eval("sqrt(16) + .5")) # expect: {:ok, 4.5}
IO.inspect(Calc.eval("1 +")) # expect: {:error, :end_of_input}
IO.inspect(Calc.eval("(1")) # expect: {:error, {:expected, ")"}}
IO.inspect(Calc.eval("1 2")) # expect: {:error, {:unexpected, 2}}
IO.inspect(Calc.eval("3 $ 4")) # expect: {:error, "bad character $"}
IO.inspect(Calc.eval("* 2")) # expect: {:error, {:unexpected, "*"}}
IO.puts(inspect(error.(fn -> Calc.eval("zz") end), width: 900)) # expect: {KeyError, "key :zz not found in: %{}"}
IO.puts(inspect(error.(fn -> Calc.eval("1/0") end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> Calc.eval("nofun(1)") end), width: 900)) # expect: {UndefinedFunctionError, "function :math.nofun/1 is undefined or private"}
IO.puts(inspect(error.(fn -> Calc.eval("sqrt(0-1)") end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
