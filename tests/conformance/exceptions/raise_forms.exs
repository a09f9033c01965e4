# raise and reraise, every way.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.puts(inspect(error.(fn -> raise "text" end), width: 900)) # expect: {RuntimeError, "text"}
IO.puts(inspect(error.(fn -> raise ArgumentError end), width: 900)) # expect: {ArgumentError, "argument error"}
IO.puts(inspect(error.(fn -> raise ArgumentError, "why" end), width: 900)) # expect: {ArgumentError, "why"}
IO.puts(inspect(error.(fn -> raise ArgumentError, message: "kw" end), width: 900)) # expect: {ArgumentError, "kw"}
IO.puts(inspect(error.(fn -> raise %RuntimeError{message: "struct"} end), width: 900)) # expect: {RuntimeError, "struct"}
IO.puts(inspect(error.(fn -> raise KeyError, key: :k, term: %{} end), width: 900)) # expect: {KeyError, "key :k not found in: %{}"}
IO.puts(inspect(error.(fn -> raise :an_atom end), width: 900)) # expect: {UndefinedFunctionError, "function :an_atom.exception/1 is undefined (module :an_atom is not available)"}
IO.puts(inspect(error.(fn -> raise nil end), width: 900)) # expect: {UndefinedFunctionError, "function nil.exception/1 is undefined"}
IO.puts(inspect(error.(fn -> raise {1, 2} end), width: 900)) # expect: {ArgumentError, "raise/1 and reraise/2 expect a module name, string or exception as the first argument, got: {1, 2}"}
IO.puts(inspect(error.(fn -> raise String end), width: 900)) # expect: {UndefinedFunctionError, "function String.exception/1 is undefined or private"}
IO.puts(inspect(error.(fn -> raise "interpolated #{1 + 1}" end), width: 900)) # expect: {RuntimeError, "interpolated 2"}
IO.puts(inspect(error.(fn -> raise UndefinedFunctionError, module: Foo, function: :bar, arity: 1 end), width: 900)) # expect: {UndefinedFunctionError, "function Foo.bar/1 is undefined (module Foo is not available)"}
IO.puts(inspect(error.(fn -> raise FunctionClauseError, module: Foo, function: :bar, arity: 2 end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Foo.bar/2"}
IO.puts(inspect(error.(fn -> raise CaseClauseError, term: 1 end), width: 900)) # expect: {CaseClauseError, "no case clause matching: 1"}
IO.puts(inspect(error.(fn -> raise MatchError, term: {:a} end), width: 900)) # expect: {MatchError, "no match of right hand side value: {:a}"}
IO.puts(inspect(error.(fn -> raise File.Error, reason: :enoent, action: "read file", path: "/x" end), width: 900)) # expect: {File.Error, "could not read file \"/x\": no such file or directory"}
IO.puts(inspect(error.(fn -> raise SystemLimitError end), width: 900)) # expect: {SystemLimitError, "a system limit has been reached"}
IO.puts(inspect(error.(fn -> raise BadMapError, term: 1 end), width: 900)) # expect: {BadMapError, "expected a map, got: 1"}
IO.puts(inspect(error.(fn -> raise BadStructError, struct: Foo, term: 1 end), width: 900)) # expect: {BadStructError, "expected a struct named Foo, got: 1"}
IO.puts(inspect(error.(fn -> raise BadFunctionError, term: :x end), width: 900)) # expect: {BadFunctionError, "expected a function, got: :x"}
IO.puts(inspect(error.(fn -> raise CondClauseError end), width: 900)) # expect: {CondClauseError, "no cond clause evaluated to a truthy value"}
IO.puts(inspect(error.(fn -> raise WithClauseError, term: :t end), width: 900)) # expect: {WithClauseError, "no with clause matching: :t"}
IO.puts(inspect(error.(fn -> raise TryClauseError, term: :t end), width: 900)) # expect: {TryClauseError, "no try clause matching: :t"}
IO.puts(inspect(error.(fn -> raise ErlangError, original: :thing end), width: 900)) # expect: {ErlangError, "Erlang error: :thing"}
IO.puts(inspect(error.(fn -> raise Enum.EmptyError end), width: 900)) # expect: {Enum.EmptyError, "empty error"}
IO.puts(inspect(error.(fn -> raise Enum.OutOfBoundsError end), width: 900)) # expect: {Enum.OutOfBoundsError, "out of bounds error"}
IO.puts(inspect(error.(fn -> raise Protocol.UndefinedError, protocol: Enumerable, value: 1 end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer"}
IO.puts(inspect(error.(fn -> raise Protocol.UndefinedError, protocol: Enumerable, value: 1, description: "because" end), width: 900)) # expect: {Protocol.UndefinedError, "protocol Enumerable not implemented for 1 of type Integer, because"}
IO.puts(inspect(error.(fn -> raise SyntaxError, description: "bad", file: "f.ex", line: 3 end), width: 900)) # expect: {SyntaxError, "f.ex:3: bad"}
IO.puts(inspect(error.(fn -> raise CompileError, description: "bad", file: "f.ex", line: 3 end), width: 900)) # expect: {CompileError, "f.ex:3: bad"}
IO.puts(inspect(error.(fn -> raise CompileError, description: "bad" end), width: 900)) # expect: {CompileError, " bad"}
IO.puts(inspect(error.(fn -> raise TokenMissingError, description: "bad", file: "f.ex", line: 3 end), width: 900)) # expect: {TokenMissingError, "f.ex:3: bad"}
IO.puts(inspect(error.(fn -> raise UnicodeConversionError, encoded: "a", rest: <<255>>, kind: :invalid end), width: 900)) # expect: {UnicodeConversionError, "invalid encoding starting at <<255>>"}
IO.puts(inspect(error.(fn -> raise Code.LoadError, file: "f.ex" end), width: 900)) # expect: {KeyError, "key :reason not found in: [file: \"f.ex\"]"}
IO.puts(inspect(error.(fn -> raise File.CopyError, reason: :enoent, action: "copy", source: "a", destination: "b" end), width: 900)) # expect: {File.CopyError, "could not copy from \"a\" to \"b\": no such file or directory"}
IO.puts(inspect(error.(fn -> raise File.RenameError, reason: :eacces, action: "rename", source: "a", destination: "b" end), width: 900)) # expect: {File.RenameError, "could not rename from \"a\" to \"b\": permission denied"}
IO.puts(inspect(error.(fn -> raise File.LinkError, reason: :eexist, action: "link", existing: "a", new: "b" end), width: 900)) # expect: {File.LinkError, "could not link from \"a\" to \"b\": file already exists"}
IO.puts(inspect(error.(fn -> raise IO.StreamError, reason: :terminated end), width: 900)) # expect: {IO.StreamError, "error during streaming: the file server process is terminated"}
IO.puts(inspect(error.(fn -> raise Regex.CompileError, message: "m" end), width: 900)) # expect: {Regex.CompileError, "m"}
IO.puts(inspect(error.(fn -> raise OptionParser.ParseError, message: "m" end), width: 900)) # expect: {OptionParser.ParseError, "m"}
IO.puts(inspect(error.(fn -> raise URI.Error, action: :parse, part: ":", reason: "x" end), width: 900)) # expect: {URI.Error, "cannot parse due to reason x: \":\""}
IO.puts(inspect(error.(fn -> raise Version.InvalidVersionError, "1" end), width: 900)) # expect: {Version.InvalidVersionError, "invalid version: \"1\""}
IO.puts(inspect(error.(fn -> raise Version.InvalidRequirementError, "1" end), width: 900)) # expect: {Version.InvalidRequirementError, "invalid requirement: \"1\""}
IO.puts(inspect(error.(fn -> raise System.EnvError, env: "X" end), width: 900)) # expect: {System.EnvError, "could not fetch environment variable \"X\" because it is not set"}
IO.puts(inspect(error.(fn -> raise BadBooleanError, operator: :and, term: 1 end), width: 900)) # expect: {BadBooleanError, "expected a boolean on left-side of \"and\", got: 1"}
IO.puts(inspect(error.(fn -> raise BadArityError, function: &is_atom/1, args: [1, 2] end), width: 900)) # expect: {BadArityError, "&:erlang.is_atom/1 with arity 1 called with 2 arguments (1, 2)"}
IO.puts(inspect(error.(fn -> raise ArithmeticError end), width: 900)) # expect: {ArithmeticError, "bad argument in arithmetic expression"}
IO.puts(inspect(error.(fn -> raise Inspect.Error, message: "m" end), width: 900)) # expect: {KeyError, "key :exception not found in: [message: \"m\"]"}
r = try do
  try do
    raise "first"
  rescue
    e -> reraise ArgumentError, [message: "second after #{e.message}"], __STACKTRACE__
  end
rescue
  e -> {e.__struct__, e.message}
end
IO.inspect(r) # expect: {ArgumentError, "second after first"}
IO.inspect((try do raise "a" rescue e -> Exception.message(e) end)) # expect: "a"
IO.inspect(is_exception(%RuntimeError{})) # expect: true
IO.inspect(is_exception(%RuntimeError{}, RuntimeError)) # expect: true
IO.inspect(is_exception(%{})) # expect: false
IO.inspect(Exception.exception?(%ArgumentError{})) # expect: true
IO.inspect(Exception.normalize(:error, :badarith)) # expect: %ArithmeticError{message: "bad argument in arithmetic expression"}
IO.inspect(Exception.normalize(:error, {:badmatch, 1})) # expect: %MatchError{term: 1}
IO.inspect(Exception.normalize(:exit, :x)) # expect: :x
IO.inspect(Exception.format_banner(:error, %RuntimeError{message: "m"})) # expect: "** (RuntimeError) m"
IO.inspect(Exception.format_banner(:throw, :ball)) # expect: "** (throw) :ball"
IO.inspect(Exception.format_banner(:exit, :normal)) # expect: "** (exit) normal"
IO.inspect(Exception.format_exit(:killed)) # expect: "killed"
IO.inspect(Exception.format_exit({:noproc, {GenServer, :call, [:x, :y, 5000]}})) # expect: "exited in: GenServer.call(:x, :y, 5000)\n    ** (EXIT) no process: the process is not alive or there's no process currently associated with the given name, possibly because its application isn't started"
IO.inspect(Exception.format_exit({%RuntimeError{message: "boom"}, []})) # expect: "{%RuntimeError{message: \"boom\"}, []}"
IO.inspect(Exception.format_exit({:shutdown, :reason})) # expect: "shutdown: :reason"
IO.inspect(Exception.format_mfa(Foo, :bar, 2)) # expect: "Foo.bar/2"
IO.inspect(Exception.format_mfa(Foo, :"b ar", [1, :x])) # expect: "Foo.\"b ar\"(1, :x)"
IO.inspect(Exception.format_fa(fn -> 1 end, 0) =~ "#Function<") # expect: true
IO.inspect(Exception.format_file_line("a.ex", 3)) # expect: "a.ex:3:"
IO.inspect(Exception.format_file_line("a.ex", 0)) # expect: "a.ex:"
IO.inspect(Exception.format_file_line_column("a.ex", 3, 7)) # expect: "a.ex:3:7:"
IO.inspect(Exception.format_stacktrace_entry({Foo, :bar, 2, [file: 'a.ex', line: 3]})) # expect: "a.ex:3: Foo.bar/2"
IO.inspect(Exception.format_stacktrace_entry({Foo, :bar, [1, 2], []})) # expect: "Foo.bar(1, 2)"
