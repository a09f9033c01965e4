# tests/elixir/text/inspect_check.exs: our Inspect, its options and its algebra against the reference.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("check.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)

impls =
  ~w(atom integer float bit_string list tuple map function pid port reference any range map_set stream macro/env
     inspect/error)

Shadow.load(
  ["elixir/code/identifier.ex", "elixir/inspect/opts.ex", "elixir/inspect/failure.ex", "elixir/inspect/algebra.ex", "elixir/inspect.ex"] ++
    Enum.map(impls, &"elixir/inspect/#{&1}.ex")
)

defmodule Terms do
  defmodule Plain do
    defstruct [:a, b: 1]
  end

  defmodule Bad do
    defstruct [:a]
  end

  defmodule Only do
    defstruct [:a, :b, c: 3]
  end

  def some do
    [
      [], [1], [1, 2, 3], [1 | 2], [1, 2 | 3], {}, {1}, {1, {2, [3]}}, %{}, %{a: 1}, %{1 => 2, a: 3}, %{A => 1},
      [a: 1], [a: 1, "b c": 2, é: 3], [{A, 1}], [{:a, 1} | :b], 'abc', 'a\'b\n', [0], [7, 8, 27], "abc", "a\"b\#{c}\n\0é",
      <<255, 1>>, <<1::3>>, <<1, 2, 5::6>>, "", 0, -1, 123_456_789_012_345_678_901, 1.0, -0.0, 1.0e100, 1.5e-7, 0.1,
      nil, true, false, :a, :"a b", A, A.B, :"Elixir.a", :+, :"::", &IO.puts/1, &Foo."a b"/2, &:erlang.+/2, 1..2, 2..1, 1..5//2,
      MapSet.new([1, 2]), MapSet.new('ab'), self(), %Plain{}, %Plain{a: %Plain{}}, %{__struct__: Plain, a: 1}, %{__struct__: 13},
      %{__struct__: Nope, b: 1}, %ArgumentError{}, Stream.map([1], & &1), make_ref(), fn a -> a end,
      Enum.to_list(1..100), String.duplicate("x", 5000), List.duplicate(?x, 5000), :binary.copy(<<200>>, 100),
      [String.duplicate("é", 40), String.duplicate("y", 40)], Enum.map(1..30, &{&1, "v#{&1}"}),
      %{name: "joe", tags: [:a, :b, :c], nested: %{x: 1.5, y: {1, 2, 3}, z: 'chars'}}, __ENV__,
      [[[[[[1, 2], 3], 4], 5], 6], 7], {:ok, [%{a: [b: [c: {:d, "e"}]]}]}, <<0x80::utf8, 0xFFFE::utf8>>, [233], [-1], [1.0, "a"]
    ] ++ words()
  end

  defp words do
    names =
      ~w(% %{} {} <<>> ... .. . ..// -> => <- :: | when + ** // <> ! not in ^ ^^^ ~~~ & |> <|> @ ; , : [] ( -+ fn end do true
         A A.B Elixir Elixir.A Elixir.Elixir.A Elixir.A. Elixir.A..B A.b aB a? a! a?b a!! ? a@b a@ @a _ _a _1 1a é É Ünï Elixir.É
         __aliases__ 日本 µ ﬁ a· ·a ªb xor ~~ $ a-b %% Elixir.1A)

    Enum.flat_map(names, fn name ->
      atom = String.to_atom(name)
      [atom, [{atom, 1}], %{atom => 1}, Function.capture(Foo, atom, 1)]
    end)
  end
end

defimpl Inspect, for: Terms.Bad do
  def inspect(_, _), do: raise("oops\nsecond line")
end

defimpl V.Inspect, for: Terms.Bad do
  def inspect(_, _), do: raise("oops\nsecond line")
end

Check.start()

show = fn module, term, opts ->
  struct = if module == Inspect, do: struct(Inspect.Opts, opts), else: struct(V.Inspect.Opts, opts)
  limit = if opts[:pretty], do: struct.width, else: :infinity

  if module == Inspect do
    Inspect.Algebra.to_doc(term, struct) |> Inspect.Algebra.group() |> Inspect.Algebra.format(limit) |> IO.iodata_to_binary()
  else
    V.Inspect.Algebra.to_doc(term, struct) |> V.Inspect.Algebra.group() |> V.Inspect.Algebra.format(limit) |> IO.iodata_to_binary()
  end
end

colors = [
  atom: :cyan, string: :green, list: :red, map: :blue, tuple: :yellow, number: :magenta, boolean: :white, nil: :black,
  regex: :light_red, binary: :light_blue, reset: :yellow
]

variants =
  [[], [structs: false], [binaries: :as_binaries], [binaries: :as_strings], [charlists: :as_lists], [charlists: :as_charlists],
   [base: :hex], [base: :binary], [base: :octal], [limit: 0], [limit: 1], [limit: 3], [limit: :infinity], [printable_limit: 3],
   [printable_limit: :infinity], [syntax_colors: colors], [pretty: true, syntax_colors: colors, width: 20], [pretty: true, limit: :infinity, printable_limit: :infinity]] ++
    for width <- [0, 1, 5, 10, 20, 40, 80, :infinity], do: [pretty: true, width: width]

for term <- Terms.some(), opts <- variants do
  Check.same(inspect({term, opts}, printable_limit: 50, limit: 20), fn -> show.(Inspect, term, opts) end, fn -> show.(V.Inspect, term, opts) end)
end

# A stack trace differs, so only the part above it is compared.
above = fn text -> text |> String.split("Stacktrace:") |> hd() end
for opts <- [[], [pretty: true], [limit: 1]] do
  for term <- [struct(Terms.Bad), [struct(Terms.Bad, a: 1)], %{__struct__: Terms.Bad, a: 1, b: struct(Terms.Bad)}] do
    Check.same("failing", fn -> above.(show.(Inspect, term, opts)) end, fn -> above.(show.(V.Inspect, term, opts)) end)
  end
end

# Random documents, laid out by both.
defmodule Docs do
  def random(0), do: Enum.random(["", "a", "bcd", "longer text", :doc_nil, :doc_line, {:doc_string, "é", 1}])

  def random(n) do
    inner = fn -> random(n - 1) end

    case :rand.uniform(16) do
      i when i in 1..6 -> {:doc_cons, inner.(), inner.()}
      7 -> {:doc_nest, inner.(), Enum.random([1, 2, 5, :cursor, :reset]), Enum.random([:always, :break])}
      i when i in 8..9 -> {:doc_cons, {:doc_break, Enum.random([" ", "", "--"]), Enum.random([:strict, :flex])}, inner.()}
      i when i in 10..12 -> {:doc_group, inner.(), Enum.random([:self, :self, :inherit])}
      13 -> {:doc_fits, inner.(), Enum.random([:enabled, :disabled])}
      14 -> {:doc_force, inner.()}
      15 -> {:doc_cons, {:doc_collapse, Enum.random(1..2)}, {:doc_cons, :doc_line, inner.()}}
      16 -> Enum.random([{:doc_limit, inner.(), :infinity}, {:doc_color, inner.(), :red}])
    end
  end
end

:rand.seed(:exsss, {1, 2, 3})

for _ <- 1..20_000 do
  doc = Docs.random(:rand.uniform(8))
  width = Enum.random([0, 3, 8, 15, 30, :infinity])
  Check.same(inspect({width, doc}), fn -> Inspect.Algebra.format(doc, width) |> IO.iodata_to_binary() end, fn -> V.Inspect.Algebra.format(doc, width) |> IO.iodata_to_binary() end)
end

for module <- [Inspect, Inspect.Algebra, Inspect.Opts, Inspect.Map, Inspect.List, Inspect.Any, Code.Identifier] do
  Check.same("exports of #{inspect(module)}", fn -> [] end, fn -> Shadow.missing(module) end)
end

Check.finish()
