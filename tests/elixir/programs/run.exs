# tests/elixir/programs/run.exs KIND FOLDER: compiles each module of the folder, calls it with every input, prints what comes of it.
# A line is `NUMBER <tab> CALL <tab> OUTCOME`, and `compile` stands for the call where the module does not compile.
# Here: what both sides run. Not here: which differences count (compare.exs).
defmodule ProgramHelpers do
  def turns(0, a, _), do: a
  def turns(n, a, b), do: turns(n - 1, {a, b}, [n | List.wrap(b)])

  def merged(%{} = a, %{} = b), do: Map.merge(a, b)
  def merged([{k, v} | rest], b), do: merged(rest, [{v, k} | List.wrap(b)])
  def merged(a, b), do: {a, b}

  def echo(x) do
    send(self(), {:echo, x})

    receive do
      {:echo, y} when is_list(y) -> {:list, y}
      {:echo, y} -> y
    end
  end

  def note(x), do: Process.put(:notes, x)
end

defmodule ProgramRun do
  @longest 2000
  @limit_ms 1000

  def file(path, kind) do
    number = path |> Path.basename(".ex") |> String.to_integer()

    case compile(File.read!(path)) do
      :ok -> Enum.each(calls(kind, number), &call(number, &1))
      {:error, error} -> line(number, "compile", first_line(error))
    end
  end

  defp compile(text) do
    Code.eval_string(text)
    :ok
  rescue
    error -> {:error, error}
  end

  defp first_line(error) do
    message = error |> Exception.message() |> String.split("\n") |> hd()
    "#{inspect(error.__struct__)} #{message}"
  end

  # In a process of its own, killed when it takes too long: a drawn program may multiply without end.
  defp call(number, {name, args}) do
    module = Module.concat(["Program#{number}"])
    parent = self()
    {pid, monitor} = spawn_monitor(fn -> send(parent, {self(), noted(module, name, args)}) end)

    outcome =
      receive do
        {^pid, text} -> text
        {:DOWN, ^monitor, _, _, why} -> "ended: #{inspect(why)}"
      after
        @limit_ms -> "too long"
      end

    Process.exit(pid, :kill)
    Process.demonitor(monitor, [:flush])
    line(number, "#{name}(#{Enum.map_join(args, ", ", &shown/1)})", outcome)
  end

  defp noted(module, name, args) do
    Process.put(:notes, 0)
    outcome = outcome(module, name, args)
    shown({outcome, Process.get(:notes)})
  end

  defp outcome(module, name, args) do
    {:ok, apply(module, name, args)}
  rescue
    error -> {error.__struct__, Exception.message(error)}
  catch
    kind, why -> {kind, why}
  end

  # What is too long to read is cut, with a hash of the whole.
  defp shown(term) do
    text = inspect(term, limit: :infinity, printable_limit: :infinity, charlists: :as_lists)
    text = text |> String.replace(~r/#Function<[^>]*>/, "FUN") |> String.replace(~r/\s+/, " ")

    if String.length(text) <= @longest,
      do: text,
      else: "#{String.slice(text, 0, @longest)}… #{:erlang.phash2(text)}"
  end

  defp line(number, call, outcome), do: IO.puts([to_string(number), "\t", call, "\t", outcome])

  # Each value as the first argument, with one that depends on the module as the second.
  defp calls("untyped", number) do
    values = values()

    for {value, i} <- Enum.with_index(values),
        do: {:f, [value, Enum.at(values, rem(i * 7 + number, length(values)))]}
  end

  defp calls("typed", _) do
    for name <- [:f, :g], input <- inputs(), do: {name, input}
  end

  defp values do
    numbers = [1, 0, -5, 2.5, Bitwise.bsl(1, 70)]
    texts = ["abc", "aé", <<1, 2, 3::5>>]
    numbers ++ texts ++ [:a, nil, [], [1, 2, 3], [{1, 2}, {:a, 3}]] ++ structures()
  end

  defp structures, do: [{:ok, 1}, {1, [2, {3}]}, %{"k" => 2, a: 1}]

  defp inputs do
    [
      [1, [], ""],
      [0, [1, 2, 3], "abc"],
      [-7, [5, 0, 9, 1], "héé"],
      [2_305_843_009_213_693_951, [2_305_843_009_213_693_951, -1], "x"],
      [100, Enum.to_list(1..9), <<0, 255>>]
    ]
  end
end

[kind, folder] = System.argv()
number = &(&1 |> Path.basename(".ex") |> String.to_integer())
paths = folder |> File.ls!() |> Enum.sort_by(number) |> Enum.map(&Path.join(folder, &1))
Enum.each(paths, &ProgramRun.file(&1, kind))
