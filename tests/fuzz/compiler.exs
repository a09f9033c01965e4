# Compiles mutated scripts: vial run compiler.exs FOLDER SEED ROUNDS. Any exception is an answer.
defmodule Fuzz do
  @pieces ["do", "end", "fn", "->", "=", "when", "1", "x", ":a", "\"s\"", "[", "]", "{", "}", "(", ")", "%{}", "|", "^", "&", "&1", "<<", ">>"] ++
            ["::", "quote do", "unquote(x)", "@x 1", "def f(x), do: x", "case x do", "_", "super()", "__MODULE__", "%X{}", "for x <- y, do: x", ",", "\n", "|>", "."]

  def run(texts, rounds) do
    Enum.reduce(1..rounds, %{}, fn i, seen ->
      text = Enum.random(texts) |> mutate(:rand.uniform(3))
      Map.update(seen, compile(text, i), 1, &(&1 + 1))
    end)
  end

  defp mutate(text, 0), do: text

  defp mutate(text, n) do
    words = String.split(text, ~r/\b/, include_captures: true)
    at = :rand.uniform(length(words)) - 1

    words =
      case :rand.uniform(4) do
        1 -> List.insert_at(words, at, Enum.random(@pieces))
        2 -> List.delete_at(words, at)
        3 -> List.replace_at(words, at, Enum.random(@pieces))
        4 -> List.insert_at(words, at, Enum.random(words))
      end

    mutate(Enum.join(words), n - 1)
  end

  # In a process of its own, with a limit on time: macros of the text may loop.
  defp compile(text, i) do
    source = "defmodule Fuzzed#{i} do\ndef f(x, y) do\n#{text}\nend\nend"

    {pid, ref} =
      spawn_monitor(fn ->
        exit(
          try do
            Code.compile_string(source, "fuzz")
            :compiles
          rescue
            e -> e.__struct__
          catch
            kind, _ -> kind
          end
        )
      end)

    receive do
      {:DOWN, ^ref, _, _, answer} -> answer
    after
      10_000 ->
        Process.exit(pid, :kill)
        IO.puts("no answer in 10 s:\n#{source}")
        :no_answer
    end
  end
end

[folder, seed, rounds] = System.argv()
:rand.seed(:exsss, String.to_integer(seed))
texts = Path.wildcard(folder <> "/**/*.exs") |> Enum.map(&File.read!/1) |> Enum.filter(&(byte_size(&1) < 2_000))
answers = Fuzz.run(texts, String.to_integer(rounds))
for {answer, count} <- Enum.sort(answers), do: IO.puts("#{count} #{inspect(answer)}")
if answers[:no_answer], do: System.halt(1)
