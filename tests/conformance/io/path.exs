# Path, every function.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Path.join("a", "b")) # expect: "a/b"
IO.inspect(Path.join(["a", "/b", "c/"])) # expect: "a/b/c"
IO.inspect(Path.join("", "a")) # expect: "a"
IO.inspect(Path.join("/", "a")) # expect: "/a"
IO.inspect(Path.split("/a/b/c.ex")) # expect: ["/", "a", "b", "c.ex"]
IO.inspect(Path.split("a//b/")) # expect: ["a", "b"]
IO.inspect(Path.split("")) # expect: []
IO.inspect(Path.basename("/a/b.ex")) # expect: "b.ex"
IO.inspect(Path.basename("/a/b.ex", ".ex")) # expect: "b"
IO.inspect(Path.basename("/")) # expect: ""
IO.inspect(Path.dirname("/a/b")) # expect: "/a"
IO.inspect(Path.dirname("a")) # expect: "."
IO.inspect(Path.dirname("/")) # expect: "/"
IO.inspect(Path.extname("a/b.tar.gz")) # expect: ".gz"
IO.inspect(Path.extname(".hidden")) # expect: ""
IO.inspect(Path.rootname("a/b.ex")) # expect: "a/b"
IO.inspect(Path.rootname("a/b.ex", ".exs")) # expect: "a/b.ex"
IO.inspect(Path.type("/a")) # expect: :absolute
IO.inspect(Path.type("a")) # expect: :relative
IO.inspect(Path.relative("/a/b")) # expect: "a/b"
IO.inspect(Path.relative_to("/a/b/c", "/a")) # expect: "b/c"
IO.inspect(Path.relative_to("/a/b", "/x")) # expect: "/a/b"
IO.inspect(Path.relative_to("/a", "/a")) # expect: "."
IO.inspect(Path.absname("b", "/a")) # expect: "/a/b"
IO.inspect(Path.absname("/b", "/a")) # expect: "/b"
IO.inspect(Path.expand("/a/../b/./c")) # expect: "/b/c"
IO.inspect(Path.expand("x/..", "/root")) # expect: "/root"
IO.inspect(Path.expand("../../..", "/a")) # expect: "/"
IO.inspect(Path.safe_relative("a/../b")) # expect: {:ok, "b"}
IO.inspect(Path.safe_relative("../a")) # expect: :error
IO.inspect(Path.safe_relative("/a")) # expect: :error
IO.inspect(Path.join('a', "b")) # expect: "a/b"
IO.puts(inspect(error.(fn -> Path.join(:a, "b") end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in IO.chardata_to_string/1"}
IO.puts(inspect(error.(fn -> Path.join(1, "a") end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in IO.chardata_to_string/1"}
IO.puts(inspect(error.(fn -> Path.basename(nil) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in IO.chardata_to_string/1"}
IO.inspect(Path.wildcard("/no/such/*")) # expect: []
