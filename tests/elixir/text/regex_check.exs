# tests/elixir/text/regex_check.exs: :re and Regex against the reference's.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("check.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)
Shadow.load(["erlang/re.ex", "elixir/regex.ex", "elixir/code/identifier.ex", "elixir/inspect/opts.ex", "elixir/inspect/algebra.ex", "elixir/inspect.ex", "elixir/inspect/regex.ex"])
Check.start()

both = fn f, args, ours -> Check.same("#{f} #{inspect(args, limit: 30)}", fn -> apply(:re, f, args) end, fn -> apply(:v_re, f, ours || args) end) end

subjects = ["", "a", "abcd", "aXbXc", "foo bar foo", "a,b,,c,", "éàü", "line1\nline2\r\nline3", "aaa", 'abc']
patterns = ["", "a", "b(c)(x)?", "X", ",", "(?<foo>[a-c])(?<bar>z)?", "x*", "^l\\w+", "(a)|(b)", ".", "(,)", "\\s+", "$", "foo"]
captures = [[], [{:capture, :all, :binary}], [{:capture, :all_but_first, :list}], [{:capture, :first, :binary}], [{:capture, :none}], [{:capture, :all_names, :binary}], [{:capture, [1, 0], :binary}], [{:capture, ["foo", :bar], :binary}], [{:capture, [1, 7]}], [{:capture, []}]]

for s <- subjects, p <- patterns, c <- captures, o <- [[], [:global], [{:offset, 1}], [:caseless], [:unicode], [:multiline], [:foo], [{:offset, 99}]],
    IO.iodata_length(:unicode.characters_to_binary(s)) > 0 or not Enum.any?(o, &match?({:offset, _}, &1)),
    {:offset, 99} not in o,
    do: both.(:run, [s, p, c ++ o], nil)

for s <- subjects, p <- patterns, o <- [[], [{:return, :binary}], [{:return, :list}], [{:return, :binary}, :trim], [{:return, :binary}, {:parts, 2}], [{:return, :binary}, :group], [{:return, :binary}, :group, :trim], [:foo]] do
  both.(:split, [s, p, o], nil)
  for r <- ["x", "[&]", "\\1", "\\g{1}y\\&\\\\"], g <- [[], [:global]], o not in [[], [:foo]], not Enum.any?(o, &(&1 in [:group, :trim] or match?({:parts, _}, &1))), do: both.(:replace, [s, p, r, g ++ o], nil)
end

for p <- ["(", "a)", "[", "a**", "\\", "(?<a>b", "(?<a>b)(?<a>c)", "[z-a]", "a{2,1}"], do: both.(:compile, [p], nil)
Check.same("namelist", fn -> :re.inspect(elem(:re.compile("(?<b>a)(?<a>x)"), 1), :namelist) end, fn -> :v_re.inspect(elem(:v_re.compile("(?<b>a)(?<a>x)"), 1), :namelist) end)

sources = [{"a", ""}, {"b(c)(x)?", ""}, {"(?<foo>[a-c])(?<bar>z)?", ""}, {"x*", ""}, {",", ""}, {"A", "i"}, {".", "u"}, {".+", "s"}, {"^l", "m"}, {"(a)|(b)", ""}, {"", ""}, {"b", "U"}, {"$", ""}, {"a b", "x"}]
make = fn m, {s, o} -> m.(Regex).compile!(s, o) end
each = fn label, fun -> Check.same(label, fn -> fun.(& &1) end, fn -> fun.(&Module.concat(V, &1)) end) end

for p <- sources, s <- Enum.filter(subjects, &is_binary/1) do
  each.("match? #{inspect({p, s})}", fn m -> m.(Regex).match?(make.(m, p), s) end)
  each.("named #{inspect({p, s})}", fn m -> m.(Regex).named_captures(make.(m, p), s) end)

  for o <- [[], [return: :index], [capture: :all_but_first], [capture: :first], [capture: :none], [capture: :all_names], [capture: [1]], [capture: ["foo"]], [offset: 1]] do
    if o[:offset] == nil or s != "", do: each.("run #{inspect({p, s, o})}", fn m -> m.(Regex).run(make.(m, p), s, o) end)
    if o[:offset] == nil or s != "", do: each.("scan #{inspect({p, s, o})}", fn m -> m.(Regex).scan(make.(m, p), s, o) end)
  end

  for o <- [[], [trim: true], [parts: 1], [parts: 2], [parts: 3], [include_captures: true], [include_captures: true, trim: true], [include_captures: true, parts: 2], [on: :all], [on: [1]], [on: [:foo]], [on: :all_but_first], [on: [1], include_captures: true]],
      do: each.("split #{inspect({p, s, o})}", fn m -> m.(Regex).split(make.(m, p), s, o) end)

  for r <- ["x", "[\\0]", "\\1", "\\g{1}0", "\\\\x", "\\2\\g{9}"], o <- [[], [global: false]],
      do: each.("replace #{inspect({p, s, r, o})}", fn m -> m.(Regex).replace(make.(m, p), s, r, o) end)

  for f <- [fn -> "0" end, fn a -> "<#{a}>" end, fn a, b -> "<#{a}#{b}>" end],
      do: each.("replace fun #{inspect({p, s})}", fn m -> m.(Regex).replace(make.(m, p), s, f) end)
end

for c <- [{"(", ""}, {"a", "z"}, {"a", "iz"}, {"a", [:caseless]}, {"a", [:foo]}], do: (each.("compile #{inspect(c)}", fn m -> m.(Regex).compile(elem(c, 0), elem(c, 1)) |> then(fn {:ok, r} -> {:ok, r.source, r.opts}; e -> e end) end); each.("compile! #{inspect(c)}", fn m -> m.(Regex).compile!(elem(c, 0), elem(c, 1)).opts end))
for p <- sources, do: (each.("names", fn m -> m.(Regex).names(make.(m, p)) end); each.("opts", fn m -> {m.(Regex).opts(make.(m, p)), m.(Regex).source(make.(m, p))} end))
for s <- ["a.b*c[d]-e{f}|g^h$i\\j k#l\n&~/", "", "é"], do: each.("escape", fn m -> m.(Regex).escape(s) end)

for c <- sources ++ [{"a/b", ""}, {"a\\/b", "i"}, {"a\n\t\\n\\\\/", ""}, {"\\d\"", ""}, {"a", [:caseless]}, {"a", []}, {"é\u2028\u0001", ""}] do
  Check.same("inspect #{inspect(c)}", fn -> Inspect.inspect(make.(& &1, c), %Inspect.Opts{}) end, fn -> V.Inspect.inspect(make.(&Module.concat(V, &1), c), struct(V.Inspect.Opts)) end)
end

Check.same("exports of Regex", fn -> [] end, fn -> Shadow.missing(Regex) end)
Check.same("exports of :re", fn -> [] end, fn -> Shadow.missing_erlang(:re) -- [ucompile: 2, urun: 3, grun: 3, internal_run: 4] end)
Check.finish()
