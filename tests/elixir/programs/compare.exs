# tests/elixir/programs/compare.exs KIND SEED FOLDER THEIRS OURS: prints the modules whose outcomes differ. Exit 1 if there are any.
# Here: which differences are known and harmless (alike/2), and nowhere else.
defmodule ProgramCompare do
  @shown_calls 3
  @shown_width 400

  def main([kind, seed, folder, theirs, ours]) do
    {theirs, ours} = {outcomes(theirs), outcomes(ours)}
    numbers = Enum.uniq(Map.keys(theirs) ++ Map.keys(ours)) |> Enum.sort()

    differing =
      for number <- numbers, (calls = differing(theirs[number], ours[number])) != [] do
        show("#{kind} seed #{seed} module #{number}", calls)
        IO.puts(File.read!(Path.join(folder, "#{number}.ex")))
      end

    calls = theirs |> Map.values() |> Enum.map(&map_size/1) |> Enum.sum()
    IO.puts("#{kind} seed #{seed}: #{calls} calls, #{length(differing)} modules differ")
    if calls == 0 or differing != [], do: System.halt(1)
  end

  # %{module => %{call => outcome}}
  defp outcomes(path) do
    for line <- path |> File.read!() |> String.split("\n"),
        [number, call, outcome] <- [String.split(line, "\t", parts: 3)],
        reduce: %{} do
      all ->
        outcomes = all |> Map.get(String.to_integer(number), %{}) |> Map.put(call, outcome)
        Map.put(all, String.to_integer(number), outcomes)
    end
  end

  defp differing(theirs, ours) do
    {theirs, ours} = {theirs || %{}, ours || %{}}

    for call <- Enum.uniq(Map.keys(theirs) ++ Map.keys(ours)),
        not same?(theirs[call], ours[call]),
        do: {call, theirs[call], ours[call]}
  end

  defp show(title, calls) do
    IO.puts("== #{title}: #{length(calls)} calls differ")

    for {call, theirs, ours} <- Enum.take(calls, @shown_calls),
        do: IO.puts("  #{call}\n    reference: #{cut(theirs)}\n    vial:      #{cut(ours)}")
  end

  defp cut(nil), do: "(nothing: it ended before)"
  defp cut(text), do: String.slice(text, 0, @shown_width)

  defp same?(theirs, ours) when is_nil(theirs) or is_nil(ours), do: false
  # How far a program without end comes in its time is not compared.
  defp same?(theirs, ours) when theirs == "too long" or ours == "too long", do: true
  defp same?(theirs, ours), do: alike(theirs, theirs) == alike(ours, theirs)

  # The known differences that mean nothing. `theirs` decides which of them apply to both outcomes.
  defp alike(outcome, theirs) do
    Enum.reduce(rules(), outcome, fn {applies, pattern, replacement}, text ->
      if theirs =~ applies, do: Regex.replace(pattern, text, replacement), else: text
    end)
  end

  defp rules do
    [
      # The reference's compiler crashes, with an error that names its own functions: ours refuses too.
      {~r/^FunctionClauseError/, ~r/^(FunctionClause|Compile|Argument)Error .*/, "refused"},
      # The message quotes code that is expanded already, and how far is not promised.
      {~r/invalid literal/, ~r/invalid literal .*/, "invalid literal"},
      # The reference's message can be Latin-1 where it quotes a string.
      {~r/{ArgumentError, <</, ~r/{ArgumentError, (".*"|<<[\d, ]*>>)}/, "{ArgumentError}"},
      # What the reference folds while it compiles fails without an explanation; ours explains.
      {~r/{ArgumentError, "argument error"}/, ~r/{ArgumentError, ".*"}/, "{ArgumentError}"}
    ]
  end
end

ProgramCompare.main(System.argv())
