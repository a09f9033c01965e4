# tests/elixir/text/exception_check.exs: our exceptions, their messages and normalisation.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("check.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)

dir = Path.expand("../../../stdlib/elixir", __DIR__)
errors = Path.wildcard(dir <> "/**/*error.ex") |> Enum.reject(&(&1 =~ "inspect/"))
errors = Enum.sort_by(errors, &(Path.basename(&1) == "erlang_error.ex"))
Shadow.load(["elixir/code/identifier.ex"] ++ Enum.map(errors, &("elixir/" <> Path.relative_to(&1, dir))) ++ ["elixir/exception.ex", "elixir/exception/blame.ex"])
Check.start()

names = for path <- errors, do: path |> Path.relative_to(dir) |> Path.rootname() |> Macro.camelize() |> String.split("/") |> Module.concat()
names = Enum.map(names, fn Elixir.Uri.Error -> URI.Error; Elixir.Io.StreamError -> IO.StreamError; name -> name end)

plain = fn value ->
  value |> inspect(limit: :infinity, printable_limit: :infinity) |> String.replace("V.", "") |> String.replace(~r/#PID<[^>]*>/, "#PID")
end

both = fn label, fun ->
  Check.same(label, fn -> plain.(fun.(& &1)) end, fn -> plain.(fun.(&Module.concat(V, &1))) end)
end

f = fn a -> a end

made = [
  {BadArityError, function: f, args: [1, 2]}, {BadArityError, function: f, args: []}, {BadArityError, function: f, args: [1]},
  {BadBooleanError, operator: :and, term: 1}, {BadFunctionError, term: 1}, {BadFunctionError, term: f}, {BadMapError, term: 1},
  {BadStructError, struct: Foo, term: 1}, {CaseClauseError, term: {1}}, {CondClauseError, []}, {WithClauseError, term: 1},
  {TryClauseError, term: 1}, {MatchError, term: 1}, {CompileError, file: "a.ex", line: 3, description: "x"},
  {CompileError, file: "a.ex", description: "x"}, {CompileError, []}, {SyntaxError, file: "a.ex", line: 3, column: 4, description: "x"},
  {SyntaxError, file: "a.ex", line: 3, column: 4, description: "x", snippet: %{content: "foo bar", offset: 2}},
  {SyntaxError, file: "a.ex", line: 103, column: 4, description: "x", snippet: %{content: "foo bar", offset: 2}},
  {TokenMissingError, file: "a.ex", line: 3, description: "x"}, {SyntaxError, file: "a.ex", line: 3, description: "x", snippet: %{content: "foo bar", offset: 0}},
  {KeyError, key: :a}, {KeyError, key: :a, term: %{b: 1}}, {KeyError, key: :a, term: [b: 1]}, {KeyError, key: :a, term: 1, message: "m"},
  {UndefinedFunctionError, module: Foo, function: :bar, arity: 1}, {UndefinedFunctionError, module: String, function: :bar, arity: 1},
  {UndefinedFunctionError, module: nil, function: :bar, arity: 1}, {UndefinedFunctionError, []}, {UndefinedFunctionError, module: Foo, function: :bar, arity: 1, reason: "xx"},
  {FunctionClauseError, module: Foo, function: :bar, arity: 1}, {FunctionClauseError, []}, {FunctionClauseError, module: Foo, function: :"-a/1-fun-0-", arity: 1},
  {FunctionClauseError, module: Foo, function: :bar, arity: 1, args: [[1, 2]], kind: :def, clauses: [{[%{match?: false, node: {:x, [], nil}}], []}, {[%{match?: true, node: {:x, [], nil}}], [%{match?: false, node: {:is_list, [], [{:x, [], nil}]}}]}]},
  {UnicodeConversionError, encoded: "a", rest: <<255>>, kind: :invalid}, {UnicodeConversionError, encoded: "a", rest: [[<<255, 1>>] | "x"], kind: :incomplete},
  {UnicodeConversionError, encoded: "a", rest: [1_114_112], kind: :invalid}, {Protocol.UndefinedError, protocol: Enumerable, value: 1},
  {Protocol.UndefinedError, protocol: Enumerable, value: %{a: 1}, description: "foo"}, {Protocol.UndefinedError, protocol: Enumerable, value: 1..2},
  {File.Error, action: "read file", path: "a", reason: :enoent}, {File.Error, action: "remove directory", path: "a", reason: :eexist},
  {File.CopyError, action: "copy", source: "a", destination: "b", reason: :enoent, on: "c"}, {File.RenameError, action: "rename", source: "a", destination: "b", reason: :enoent},
  {File.LinkError, action: "create hard link", existing: "a", new: "b", reason: :enoent}, {ErlangError, original: {:a, 1}}, {ErlangError, original: :foo, reason: ": bar"},
  {Code.LoadError, file: "a", reason: :enoent}, {System.EnvError, env: "FOO"}, {SystemLimitError, []}, {Version.InvalidVersionError, "a"},
  {Version.InvalidRequirementError, "a"}, {URI.Error, action: :parse, reason: ":", part: "x"}, {RuntimeError, "a"}, {RuntimeError, []}, {ArgumentError, "b"},
  {ArgumentError, message: nil}, {ArgumentError, message: 1}, {Regex.CompileError, "x"}, {OptionParser.ParseError, "x"}, {IO.StreamError, reason: :enoent},
  {ArithmeticError, []}, {Enum.EmptyError, []}, {Enum.OutOfBoundsError, []}
]

for {name, args} <- made do
  both.("message of #{inspect({name, args})}", fn m -> m.(name).exception(args) |> m.(Exception).message() end)
  both.("fields of #{inspect({name, args})}", fn m -> m.(name).exception(args) |> Map.from_struct() end)
end

stacks = [[], [{Foo, :bar, 2, []}], [{Foo, :bar, [1, 2], []}], [{:maps, :get, [:a, %{}], []}], [{:erlang, :binary_to_integer, ["a"], [error_info: %{module: :erl_erts_errors}]}], [{:x, :y, [1, 2, 3, 4], [error_info: %{module: ErrorTexts}]}]]

defmodule ErrorTexts do
  def format_error(_, _), do: %{2 => "two", 4 => "four", :general => "gen"}
end

reasons = [
  :badarg, :badarith, :undef, :function_clause, :system_limit, :cond_clause, {:badarity, {f, [1, 2]}}, {:badfun, 1}, {:badmatch, 1}, {:badmap, 1}, {:badbool, :and, 1},
  {:badkey, :a}, {:badkey, :a, %{}}, {:badstruct, Foo, 1}, {:case_clause, 1}, {:with_clause, 1}, {:try_clause, 1}, :foo, {:badarg, 1}, {:nocatch, 1}
]

for r <- reasons, s <- stacks, k <- [:error, :exit, :throw] do
  both.("normalize #{inspect({k, r, s})}", fn m -> m.(Exception).normalize(k, r, s) end)
  both.("format #{inspect({k, r, s})}", fn m -> m.(Exception).format(k, r, s) end)
end

blames = [
  {%KeyError{key: :fo, term: %{foo: 1, fop: 2, bar: 3}}, []}, {%KeyError{key: :foo, term: [fo: 1]}, []}, {%KeyError{key: "foo", term: %{}}, []},
  {:badarith, [{:erlang, :+, [1, :a], []}]}, {:badarith, [{:erlang, :-, [:a], []}]}, {:badarith, [{:erlang, :div, [1, 0], []}]}, {:badarith, [{:erlang, :bnot, [:a], []}]},
  {:badarith, [{:math, :sqrt, [-1], []}]}, {:undef, [{Enum, :mapp, [[], 1], []}]}, {:undef, [{:lists, :revers, [[], 1], []}]}, {:undef, [{Kernel, :if, [1, 2], []}]},
  {:undef, [{nil, :foo, [], []}]}, {:undef, [{Nope, :foo, [], []}]}, {:badarg, [{:erlang, :apply, [:a, 1, []], []}]}, {:badarg, [{:erlang, :apply, [1, :a, []], []}]},
  {:badarg, [{:erlang, :apply, [1, :a, [1]], []}]}, {:function_clause, [{:nomod, :foo, [1, "a"], []}]}, {:badkey, []}, {:badarg, []}
]

for {r, s} <- blames do
  both.("blame #{inspect({r, s})}", fn m ->
    r = if is_map(r), do: struct(m.(r.__struct__), Map.from_struct(r)), else: r
    {e, s} = m.(Exception).blame(:error, r, s)
    {m.(Exception).message(e), s}
  end)
end

exits = [
  :normal, :shutdown, {:shutdown, 1}, :calling_self, :timeout, :killed, :noconnection, :noproc, {:nodedown, :a}, {:badarg, [{Foo, :bar, 1, [file: 'a.ex', line: 3]}]},
  {:noproc, {GenServer, :call, [:a, :b, 5000]}}, {{:badarg, []}, {GenServer, :call, [:a]}}, :foo, {:a, :b}, {:EXIT, 1}, {:EXIT, {:a, :b}}, {:bad_return_value, 1}, {:bad_call, 1},
  {:bad_cast, 1}, {:start_spec, :x}, {:supervisor_data, :x}, {:supervisor_data, {:invalid_type, 1}}, {:already_started, :pid}, {:normal, {Foo, :bar, [1]}}, "str",
  {:undef, [{Foo, :bar, 1, []}]}, {:a, []}, {{:noproc, {Foo, :bar, [1]}}, {GenServer, :call, [1]}}, {{:badarg, [{Foo, :bar, 1, []}]}, {GenServer, :call, [1]}},
  {:nodedown, {Foo, :bar, []}}, {{:nodedown, :a}, {Foo, :bar, []}}, {:shutdown, {:failed_to_start_child, Foo, :bar}}, {:shutdown, {:failed_to_start_child, Foo, {:EXIT, :bar}}},
  {:supervisor_data, {:invalid_intensity, 1}}, {:supervisor_data, {:invalid_period, 1}}, {:supervisor_data, {:invalid_max_seconds, 1}}, {:supervisor_data, {:invalid_strategy, 1}},
  {:start_spec, {:invalid_mfa, 1}}, {:start_spec, {:invalid_child_spec, 1}}, {:start_spec, {:invalid_shutdown, 1}}, {:start_spec, {:invalid_restart_type, 1}},
  {:start_spec, {:invalid_child_type, 1}}, {:start_spec, {:duplicate_child_name, 1}}, {:start_spec, {:invalid_modules, 1}}, {:start_spec, {:invalid_module, 1}}, {:bad_supervisor_configuration, 1}, {:failed_to_start_child, 1, 2}
]

for e <- exits, do: both.("exit #{inspect(e)}", fn m -> m.(Exception).format_exit(e) end)
for e <- exits, p <- [:exit, {:EXIT, self()}], do: both.("exit #{inspect({p, e})}", fn m -> m.(Exception).format_banner(p, e) end)

entries = [
  {Foo, :bar, 1, []}, {Foo, :bar, [1, "a"], [file: 'x', line: 1]}, {f, 0, []}, {f, [1], [file: 'x']}, {Foo, :__MODULE__, 0, [file: 'a', line: 2]}, {:elixir_compiler, :__MODULE__, 1, []},
  {Foo, :__FILE__, 1, [file: 'a', line: 1]}, {Foo, :"-a/1-fun-0-", 2, []}, {Foo, :"MACRO-a", 2, []}, {:erlang, :+, 2, []}, {Kernel, :"a b", 2, []},
  {String, :length, 1, [file: 'lib/string.ex', line: 1]}, {Foo, :bar, 1, [file: 'a.ex', line: 0]}, {Foo, :bar, 1, [file: [], line: 0]}
]

for e <- entries, do: both.("entry #{inspect(e)}", fn m -> m.(Exception).format_stacktrace_entry(e) end)
both.("trace", fn m -> m.(Exception).format_stacktrace(entries) end)
both.("empty trace", fn m -> m.(Exception).format_stacktrace([]) end)
for a <- [nil, "", "a"], l <- [nil, 0, 1], c <- [nil, 2, 0], do: both.("place", fn m -> {m.(Exception).format_file_line(a, l), m.(Exception).format_file_line_column(a, l, c, "z")} end)

for module <- [Exception | names], do: Check.same("exports of #{inspect(module)}", fn -> [] end, fn -> Shadow.missing(module) end)
for module <- names, do: both.("struct of #{inspect(module)}", fn m -> m.(module).__struct__() |> Map.from_struct() end)
Check.finish()
