# A binary pattern takes a prefix off.
"hello " <> name = "hello world"
IO.inspect(name) # expect: "world"
f = fn
  "GET " <> path -> {:get, path}
  "POST " <> path -> {:post, path}
  "" -> :empty
  other -> {:other, other}
end
IO.inspect(Enum.map(["GET /", "POST /x", "", "GETX"], f)) # expect: [{:get, "/"}, {:post, "/x"}, :empty, {:other, "GETX"}]
<<first, rest::binary>> = "abc"
IO.inspect({first, rest}) # expect: {97, "bc"}
<<c::utf8, tail::binary>> = "éa"
IO.inspect({c, tail}) # expect: {233, "a"}
