# tests/elixir/random_calls.exs: calls public functions with random arguments and prints what comes of it.
# Usage: random_calls.exs [--renamed] SEED COUNT MODULE...
# Run once with the reference's modules and once with ours (tests/support/reference_run, or --renamed for
# modules of stdlib/erlang); tests/elixir/random compares the two outputs. An error is printed as its module
# and message, but a clause error only by name: which inner function had no clause is not promised.
{renamed, [seed, count | names]} =
  case System.argv() do
    ["--renamed" | rest] -> {true, rest}
    rest -> {false, rest}
  end

:rand.seed(:exsss, {String.to_integer(seed), 2, 3})

modules =
  for name <- names do
    if String.starts_with?(name, ":"),
      do: name |> String.trim_leading(":") |> String.to_atom(),
      else: Module.concat([name])
  end

if renamed do
  Code.require_file("../support/reference_rename.exs", __DIR__)
  RenamedModules.load(modules)
end

defmodule RandomCalls do
  # Drawn without Enum, so that both runs draw the same.
  defp pick(list), do: :lists.nth(:rand.uniform(length(list)), list)

  def argument do
    case :rand.uniform(12) do
      n when n <= 3 ->
        pick([0, 1, 2, 3, -1, -2, 5, 1, 2])

      4 ->
        pick([1.0, -2.5, 0.0, :a, :b, nil, "abc", "", {1, 2}, {:a, 1, 2}, {}, %{}, 37, -7, 'ab'])

      n when n <= 7 ->
        pick(lists())

      8 ->
        pick([
          %{a: 1},
          %{b: 2, a: 3.0},
          %{1 => 2, 2 => 3},
          1..4,
          3..1,
          1..9//3,
          1..0//1,
          MapSet.new([1, 2])
        ])

      _ ->
        pick(functions())
    end
  end

  defp lists do
    [
      [],
      [1],
      [1, 2, 3],
      [3, 1, 2, 3, 1.0],
      [2, 2.0, 1, 1],
      [a: 1, b: 2],
      [b: 2, a: 1, b: 3],
      [{1, :x}, {2, :y}, {1.0, :z}],
      [[1, 2], [3]],
      [[1, [2]], [], [3]],
      [:a, "b", 1],
      [1 | 2],
      'hello',
      [nil, false, 1],
      [1..2, [3]],
      ["a", "bc"],
      [{1, 2, 3}, {0, 2, 1}],
      [1, 2, 3, 4, 5, 6, 7],
      [:b, :a]
    ]
  end

  defp functions do
    [
      fn x -> x end,
      fn x -> {x, x} end,
      fn _ -> true end,
      fn x -> x == 1 end,
      fn x -> [x, x] end,
      fn x -> is_integer(x) and x > 1 end,
      fn x, y -> x <= y end,
      fn x, y -> x < y end,
      fn x, y -> {x, y} end,
      fn x, _ -> {:cont, x} end,
      fn _, acc -> acc end,
      fn x, acc -> {[x], acc} end,
      fn _, acc -> {:halt, acc} end,
      fn _, x, y -> {x, y} end,
      fn _, _, z -> z end,
      fn -> 7 end,
      fn x -> {:cont, x, []} end,
      fn _ -> nil end,
      fn x -> {true, x} end,
      fn x, acc -> {x, acc} end,
      fn _ -> :pop end,
      &>=/2
    ]
  end

  # What a call draws for itself must not change which calls follow.
  def outcome(fun) do
    state = :rand.export_seed()
    :rand.seed(:exsss, {7, 7, 7})
    text = attempt(fun)
    :rand.seed(state)
    text
  end

  defp attempt(fun) do
    try do
      fun.() |> force() |> show()
    rescue
      e in [FunctionClauseError, CaseClauseError, ArgumentError, ErlangError] ->
        inspect(e.__struct__) <> reason(e)

      e ->
        inspect(e.__struct__) <> " " <> Exception.message(e)
    catch
      kind, reason -> inspect({kind, reason})
    end
  end

  # What natives say of their arguments is theirs, not the library's.
  defp reason(%ArgumentError{message: "errors were found" <> _}), do: ""
  defp reason(%ArgumentError{message: "argument error" <> _}), do: ""
  defp reason(%ArgumentError{message: message}), do: " " <> message
  defp reason(%ErlangError{original: original}), do: " " <> inspect(original)
  defp reason(_), do: ""

  defp force(%Stream{} = stream), do: {:stream, Enum.take(stream, 6)}
  defp force(fun) when is_function(fun, 2), do: {:stream, Enum.take(fun, 6)}
  defp force(other), do: other

  defp show(term),
    do:
      Regex.replace(
        ~r/#Function<[^>]*>/,
        inspect(term, limit: 50, charlists: :as_lists),
        "#Function"
      )
end

slow = [
  cycle: 1,
  repeatedly: 1,
  interval: 1,
  timer: 1,
  sleep: 1,
  run: 1,
  jump: 0,
  jump: 1,
  bytes: 1,
  uniform: 0,
  normal: 0,
  seed: 1,
  seed_s: 1,
  mwc59_seed: 0,
  format_jumpconst58: 1
]

for module <- modules do
  functions =
    (module.module_info(:exports) -- [module_info: 0, module_info: 1, __info__: 1]) -- slow

  target = if renamed, do: :"ours_#{module}", else: module

  functions =
    Enum.filter(Enum.sort(functions), fn {name, _} ->
      not String.starts_with?("#{name}", ["MACRO-", "__"])
    end)

  for {name, arity} <- functions, _ <- 1..String.to_integer(count)//1 do
    arguments = for _ <- 1..arity//1, do: RandomCalls.argument()
    target = if function_exported?(target, name, arity), do: target, else: module

    text =
      Regex.replace(~r/#Function<([^ ]*)[^>]*>/, inspect(arguments, charlists: :as_lists), "fun")

    IO.puts(
      "#{inspect(module)}.#{name}#{text} = #{RandomCalls.outcome(fn -> apply(target, name, arguments) end)}"
    )
  end
end
