# A tiny interpreter: text to tokens, tokens to a tree, the tree to a value.
defmodule Calculator do
  def eval(text, vars \\ %{}) do
    with {:ok, tokens} <- tokens(text, []),
         {:ok, tree, []} <- expression(tokens, 0) do
      value(tree, vars)
    else
      {:ok, _tree, [extra | _]} -> {:error, "unexpected #{inspect(extra)}"}
      {:error, why} -> {:error, why}
    end
  end

  defp tokens("", acc), do: {:ok, Enum.reverse(acc)}
  defp tokens(<<c, rest::binary>>, acc) when c in [?\s, ?\t], do: tokens(rest, acc)
  defp tokens(<<c, rest::binary>>, acc) when c in ~c"+-*/^()=", do: tokens(rest, [<<c>> | acc])

  defp tokens(<<c, _::binary>> = text, acc) when c in ?0..?9 do
    {number, rest} = Float.parse(text)
    tokens(rest, [number | acc])
  end

  defp tokens(<<c, _::binary>> = text, acc) when c in ?a..?z do
    [name] = Regex.run(~r/^[a-z]+/, text)
    tokens(binary_part(text, byte_size(name), byte_size(text) - byte_size(name)), [{:name, name} | acc])
  end

  defp tokens(<<c::utf8, _::binary>>, _acc), do: {:error, "cannot read #{<<c::utf8>>}"}

  # Precedence climbing: an operator binds what follows as far as stronger operators reach.
  @strength %{"+" => {1, 2}, "-" => {1, 2}, "*" => {3, 4}, "/" => {3, 4}, "^" => {6, 5}}

  defp expression(tokens, least) do
    with {:ok, left, rest} <- operand(tokens), do: operators(left, rest, least)
  end

  defp operators(left, [op | rest], least) when is_map_key(@strength, op) do
    case @strength[op] do
      {binds, _} when binds < least -> {:ok, left, [op | rest]}
      {_, next} -> with({:ok, right, rest} <- expression(rest, next), do: operators({op, left, right}, rest, least))
    end
  end

  defp operators(left, rest, _least), do: {:ok, left, rest}

  defp operand([n | rest]) when is_number(n), do: {:ok, n, rest}
  defp operand([{:name, _} = name | rest]), do: {:ok, name, rest}
  defp operand(["-" | rest]), do: with({:ok, tree, rest} <- expression(rest, 5), do: {:ok, {:negate, tree}, rest})

  defp operand(["(" | rest]) do
    case expression(rest, 0) do
      {:ok, tree, [")" | rest]} -> {:ok, tree, rest}
      {:ok, _, _} -> {:error, "missing )"}
      error -> error
    end
  end

  defp operand([token | _]), do: {:error, "unexpected #{inspect(token)}"}
  defp operand([]), do: {:error, "unexpected end"}

  defp value(n, _vars) when is_number(n), do: {:ok, n}

  defp value({:name, name}, vars) do
    with :error <- Map.fetch(vars, name), do: {:error, "unknown name #{name}"}
  end

  defp value({:negate, tree}, vars), do: with({:ok, n} <- value(tree, vars), do: {:ok, -n})

  defp value({op, left, right}, vars) do
    with {:ok, a} <- value(left, vars), {:ok, b} <- value(right, vars), do: apply_op(op, a, b)
  end

  defp apply_op("/", _, b) when b == 0, do: {:error, "division by zero"}
  defp apply_op("+", a, b), do: {:ok, a + b}
  defp apply_op("-", a, b), do: {:ok, a - b}
  defp apply_op("*", a, b), do: {:ok, a * b}
  defp apply_op("/", a, b), do: {:ok, a / b}
  defp apply_op("^", a, b), do: {:ok, :math.pow(a, b)}
end

vars = %{"pi" => 3.14159, "r" => 2}

for text <- ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "pi * r ^ 2", "10 / 4 - 1", "1 / 0", "2 * (3", "x + 1", "3 $ 4", "1 2"] do
  case Calculator.eval(text, vars) do
    {:ok, n} -> IO.puts("#{text} = #{n}")
    {:error, why} -> IO.puts("#{text}: #{why}")
  end
end
