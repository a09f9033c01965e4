# OptionParser: parse, strict, split.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
p = &OptionParser.parse/2
IO.inspect(p.(["--flag", "x"], switches: [flag: :boolean])) # expect: {[flag: true], ["x"], []}
IO.inspect(p.(["--no-flag"], switches: [flag: :boolean])) # expect: {[flag: false], [], []}
IO.inspect(p.(["--n", "3", "-v", "rest"], strict: [n: :integer, verbose: :count], aliases: [v: :verbose])) # expect: {[verbose: 1, n: 3], ["rest"], []}
IO.inspect(p.(["-vvv"], strict: [verbose: :count], aliases: [v: :verbose])) # expect: {[verbose: 3], [], []}
IO.inspect(p.(["--n=abc"], strict: [n: :integer])) # expect: {[], [], [{"--n", "abc"}]}
IO.inspect(p.(["--unknown", "x"], strict: [])) # expect: {[], ["x"], [{"--unknown", nil}]}
IO.inspect(p.(["--unknown", "x"], switches: [])) # expect: {[unknown: "x"], [], []}
IO.inspect(p.(["--f", "1.5", "--s", "str"], strict: [f: :float, s: :string])) # expect: {[f: 1.5, s: "str"], [], []}
IO.inspect(p.(["--tag", "a", "--tag", "b"], strict: [tag: :keep])) # expect: {[tag: "a", tag: "b"], [], []}
IO.inspect(p.(["--n", "1", "--n", "2"], strict: [n: [:integer, :keep]])) # expect: {[n: 1, n: 2], [], []}
IO.inspect(p.(["a", "--", "--flag"], strict: [flag: :boolean])) # expect: {[], ["a", "--flag"], []}
IO.inspect(p.(["--source-dir", "x"], strict: [source_dir: :string])) # expect: {[source_dir: "x"], [], []}
IO.inspect(p.(["-p8080"], strict: [port: :integer], aliases: [p: :port])) # expect: {[port: 8080], [], []}
IO.inspect(p.(["--flag=false"], strict: [flag: :boolean])) # expect: {[flag: false], [], []}
IO.inspect(OptionParser.parse_head(["--a", "x", "--b"], strict: [a: :boolean, b: :boolean])) # expect: {[a: true], ["x", "--b"], []}
IO.inspect(OptionParser.parse!(["--n", "1"], strict: [n: :integer])) # expect: {[n: 1], []}
IO.puts(inspect(error.(fn -> OptionParser.parse!(["--n", "x"], strict: [n: :integer]) end), width: 900)) # expect: {OptionParser.ParseError, "1 error found!\n--n : Expected type integer, got \"x\""}
IO.puts(inspect(error.(fn -> OptionParser.parse!(["--zz"], strict: [n: :integer]) end), width: 900)) # expect: {OptionParser.ParseError, "1 error found!\n--zz : Unknown option"}
IO.puts(inspect(error.(fn -> OptionParser.parse!(["--n"], strict: [n: :integer]) end), width: 900)) # expect: {OptionParser.ParseError, "1 error found!\n--n : Missing argument of type integer"}
IO.inspect(OptionParser.split("foo 'bar baz' \"q x\" a\\ b")) # expect: ["foo", "bar baz", "q x", "a b"]
IO.puts(inspect(error.(fn -> OptionParser.split("foo 'bar") end), width: 900)) # expect: {RuntimeError, "argv string did not terminate properly, a ' was opened but never closed"}
IO.inspect(OptionParser.to_argv([a: true, b: false, c: 1, d: "x"])) # expect: ["--a", "--no-b", "--c", "1", "--d", "x"]
IO.inspect(OptionParser.next(["--a", "1", "b"], switches: [a: :integer])) # expect: {:ok, :a, 1, ["b"]}
IO.puts(inspect(error.(fn -> p.([], []) end), width: 900)) # expect: {:ok, {[], [], []}}
IO.puts(inspect(error.(fn -> p.(["--a"], strict: [a: :nonsense]) end), width: 900)) # expect: {ArgumentError, "invalid switch types/modifiers: :nonsense"}
# Kept without a type: a value is asked for.
IO.inspect(OptionParser.parse(["--need"], switches: [need: :keep])) # expect: {[], [], [{"--need", nil}]}
IO.inspect(OptionParser.parse(["--need", "a", "--need=b"], switches: [need: :keep])) # expect: {[need: "a", need: "b"], [], []}
