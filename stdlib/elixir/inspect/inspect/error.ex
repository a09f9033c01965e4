# stdlib/elixir/inspect/inspect/error.ex: how a failed inspection is shown.
defimpl Inspect, for: Inspect.Error do
  @moduledoc false

  def inspect(%{stacktrace: []} = error, _opts), do: shown(Exception.message(error), "")

  def inspect(%{stacktrace: stacktrace} = error, _opts) do
    trace = for entry <- stacktrace, do: ["    ", Exception.format_stacktrace_entry(entry), ?\n]
    text = IO.iodata_to_binary(["\nStacktrace:\n\n", pad_entries(trace)])
    shown(Exception.message(error), text)
  end

  defp pad_entries(trace), do: for([_, entry, _] <- trace, do: ["  ", entry, ?\n])

  defp shown(message, trace) do
    body = Inspect.Error.pad(message <> trace, 2)
    "#Inspect.Error<\n" <> trim_blank_lines(body) <> ">"
  end

  # Indenting leaves spaces on lines that hold nothing else.
  defp trim_blank_lines(text) do
    text
    |> :binary.split("\n", [:global])
    |> Enum.map_join("\n", fn line -> if blank?(line), do: "", else: line end)
  end

  defp blank?(<<?\s, rest::binary>>), do: blank?(rest)
  defp blank?(rest), do: rest == ""
end
