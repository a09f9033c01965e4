# tests/elixir/text/check.exs: counting comparisons, for the *_check.exs files.
defmodule Check do
  def start, do: Process.put(:check, {0, 0})

  def same(label, expected, actual) do
    expected = result(expected)
    actual = result(actual)
    {ok, bad} = Process.get(:check, {0, 0})

    if expected === actual do
      Process.put(:check, {ok + 1, bad})
    else
      Process.put(:check, {ok, bad + 1})
      if bad < 8 do
        IO.puts("DIFF #{String.slice(label, 0, 160)}\n  reference: #{short(expected, actual)}\n  ours:      #{short(actual, expected)}")
      end
    end
  end

  defp result(fun) do
    fun.()
  rescue
    e -> {:raised, e.__struct__, Exception.message(e) |> String.replace("V.", "")}
  catch
    kind, value -> {kind, value}
  end

  # A long text is shown from a little before the place where the two part.
  defp short(a, b) when is_binary(a) and is_binary(b) do
    same = :binary.longest_common_prefix([a, b])
    from = max(same - 30, 0)
    inspect(binary_part(a, from, min(150, byte_size(a) - from)))
  end

  defp short(a, _), do: a |> inspect(limit: 60) |> String.slice(0, 400)

  def finish do
    {ok, bad} = Process.get(:check)
    IO.puts("#{ok} the same, #{bad} different")
    if bad > 0, do: System.halt(1)
  end
end
