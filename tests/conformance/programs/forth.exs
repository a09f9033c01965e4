# A small Forth: words, definitions, errors as exceptions.
defmodule Forth do
  defstruct stack: [], words: %{}

  defmodule StackUnderflow do
    defexception message: "stack underflow"
  end

  defmodule InvalidWord do
    defexception [:word]
    @impl true
    def message(e), do: "invalid word: #{inspect(e.word)}"
  end

  defmodule UnknownWord do
    defexception [:word]
    def exception(word), do: %__MODULE__{word: word}
    def message(%{word: word}), do: "unknown word: #{word}"
  end

  @binary %{"+" => &Kernel.+/2, "-" => &Kernel.-/2, "*" => &Kernel.*/2}

  def new, do: %__MODULE__{}

  def eval(%__MODULE__{} = state, text) do
    text |> String.downcase() |> String.split(~r/[\p{C}\p{Z}]+/u, trim: true) |> run(state)
  end

  defp run([], state), do: state

  defp run([":", name | rest], state) do
    if name =~ ~r/^-?\d+$/, do: raise(InvalidWord, word: name)
    {body, [";" | rest]} = Enum.split_while(rest, &(&1 != ";"))
    body = Enum.flat_map(body, &Map.get(state.words, &1, [&1]))
    run(rest, put_in(state.words[name], body))
  end

  defp run([word | rest], %{words: words} = state) when is_map_key(words, word) do
    run(words[word] ++ rest, %{state | words: Map.delete(words, word)}) |> Map.put(:words, words)
  end

  defp run([word | rest], state) do
    stack =
      case Integer.parse(word) do
        {n, ""} -> [n | state.stack]
        _ -> apply_word(word, state.stack)
      end

    run(rest, %{state | stack: stack})
  end

  defp apply_word(op, [b, a | stack]) when op in ~w(+ - *), do: [@binary[op].(a, b) | stack]
  defp apply_word("/", [0, _ | _]), do: raise(ArithmeticError, "division by zero")
  defp apply_word("/", [b, a | stack]), do: [div(a, b) | stack]
  defp apply_word("dup", [a | stack]), do: [a, a | stack]
  defp apply_word("drop", [_ | stack]), do: stack
  defp apply_word("swap", [b, a | stack]), do: [a, b | stack]
  defp apply_word("over", [b, a | stack]), do: [a, b, a | stack]
  defp apply_word(word, _) when word in ~w(+ - * / dup drop swap over), do: raise(StackUnderflow)
  defp apply_word(word, _), do: raise(UnknownWord, word)

  def format(%__MODULE__{stack: stack}), do: stack |> Enum.reverse() |> Enum.join(" ")
end

run = fn text ->
  try do
    Forth.new() |> Forth.eval(text) |> Forth.format()
  rescue
    e in [Forth.StackUnderflow, Forth.UnknownWord] -> {:forth, Exception.message(e)}
    e in Forth.InvalidWord -> {e.word, Exception.message(e)}
    e -> e
  end
end

IO.inspect(run.("1 2 3 4 5 -1")) # expect: "1 2 3 4 5 -1"
IO.inspect(run.("1 2 +\t3 *")) # expect: "9"
IO.inspect(run.("12 3 / 4 0 swap -")) # expect: "4 -4"
IO.inspect(run.("1 0 /")) # expect: %ArithmeticError{message: "division by zero"}
IO.inspect(run.("1 +")) # expect: {:forth, "stack underflow"}
IO.inspect(run.("dup")) # expect: {:forth, "stack underflow"}
IO.inspect(run.(": dup-twice dup dup ; 1 dup-twice")) # expect: "1 1 1"
IO.inspect(run.(": foo 5 ; : bar foo ; : foo 6 ; bar foo")) # expect: "5 6"
IO.inspect(run.(": swap dup ; 1 swap")) # expect: "1 1"
IO.inspect(run.(": 1 2 ;")) # expect: {"1", "invalid word: \"1\""}
IO.inspect(run.("1 foo")) # expect: {:forth, "unknown word: foo"}
IO.inspect(run.("1 2 OVER Drop")) # expect: "1 2"
