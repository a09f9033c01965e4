# :re directly.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(:re.run("abc", "b")) # expect: {:match, [{1, 1}]}
IO.inspect(:re.run("abc", "x")) # expect: :nomatch
IO.inspect(:re.run("abcabc", "b", [:global])) # expect: {:match, [[{1, 1}], [{4, 1}]]}
IO.inspect(:re.run("abc", "(a)(b)", [{:capture, :all, :binary}])) # expect: {:match, ["ab", "a", "b"]}
IO.inspect(:re.run("abc", "(a)(b)", [{:capture, [2], :list}])) # expect: {:match, ['b']}
IO.inspect(:re.run("abc", "(?<n>b)", [{:capture, ["n"], :binary}])) # expect: {:match, ["b"]}
IO.inspect(:re.run("ABC", "b", [:caseless, {:capture, :first, :binary}])) # expect: {:match, ["B"]}
IO.inspect(:re.replace("abc", "b", "[&]", [{:return, :binary}])) # expect: "a[b]c"
IO.inspect(:re.replace("aXbX", "X", "-", [:global, {:return, :list}])) # expect: 'a-b-'
IO.inspect(:re.replace("abc", "(b)", "\\1\\1", [{:return, :binary}])) # expect: "abbc"
IO.inspect(:re.split("a,b,c", ",")) # expect: ["a", "b", "c"]
IO.inspect(:re.split("a,b,c", ",", [{:parts, 2}, {:return, :list}])) # expect: ['a', 'b,c']
IO.inspect(:re.split("a1b", "(\\d)", [{:return, :binary}])) # expect: ["a", "1", "b"]
{:ok, re} = :re.compile("a(.)c", [:dotall])
IO.inspect(:re.run("a\nc", re, [{:capture, :all_but_first, :binary}])) # expect: {:match, ["\n"]}
IO.inspect(:re.compile("(")) # expect: {:error, {'missing )', 1}}
IO.puts(inspect(error.(fn -> :re.run("a", "(") end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 2nd argument: could not parse regular expression\nmissing ) on character 1\n"}
IO.inspect(:re.run("aaa", "a", [{:offset, 1}])) # expect: {:match, [{1, 1}]}
IO.inspect(:re.run("foobar", "o*", [:anchored])) # expect: {:match, [{0, 0}]}
IO.inspect(:re.run("foobar", "o*", [:notempty])) # expect: {:match, [{1, 2}]}
IO.inspect(:re.inspect(elem(:re.compile("(?<x>.)(?<y>.)"), 1), :namelist)) # expect: {:namelist, ["x", "y"]}
