# A parser of sums in words, with regular expressions.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Wordy do
  @operations %{"plus" => :+, "minus" => :-, "multiplied by" => :*, "divided by" => :div}
  @number ~r/^\s*(-?\d+)(?:st|nd|rd|th)?/
  @operator ~r/^\s*(plus|minus|multiplied by|divided by)\b/

  def answer("What is" <> question), do: question |> String.trim_trailing("?") |> number()
  def answer(_), do: raise(ArgumentError)

  defp number(text) do
    {n, rest} = token(@number, text)
    operators(String.to_integer(n), rest)
  end

  defp operators(value, rest) do
    if String.trim(rest) == "" do
      value
    else
      {op, rest} = token(@operator, rest)
      {n, rest} = token(@number, rest)
      operators(apply(Kernel, @operations[op], [value, String.to_integer(n)]), rest)
    end
  end

  defp token(regex, text) do
    case Regex.run(regex, text) do
      [all, token] -> {token, String.replace_prefix(text, all, "")}
      nil -> raise ArgumentError, "cannot read #{inspect(String.trim(text))}"
    end
  end
end

IO.inspect(Wordy.answer("What is 5?")) # expect: 5
IO.inspect(Wordy.answer("What is -1 plus -10?")) # expect: -11
IO.inspect(Wordy.answer("What is 17 minus 6 plus 3?")) # expect: 14
IO.inspect(Wordy.answer("What is -3 plus 7 multiplied by -2?")) # expect: -8
IO.inspect(Wordy.answer("What is -12 divided by 2 divided by -3?")) # expect: 2
IO.puts(inspect(error.(fn -> Wordy.answer("What is 52 cubed?") end), width: 900)) # expect: {ArgumentError, "cannot read \"cubed\""}
IO.puts(inspect(error.(fn -> Wordy.answer("Who is the president?") end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> Wordy.answer("What is 1 plus?") end), width: 900)) # expect: {ArgumentError, "cannot read \"\""}
IO.puts(inspect(error.(fn -> Wordy.answer("What is 1 divided by 0?") end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
