# The binding after an evaluation is told backwards by name.
IO.inspect(Code.eval_string("b = 1; {a, c} = {2, 3}; zz = 1", y: 3, b: 7)) # expect: {1, [zz: 1, y: 3, c: 3, b: 1, a: 2]}
IO.inspect(Code.eval_quoted(quote(do: (a = 1; var!(b) = 2; z = a; z)), [])) # expect: {1, [{{:z, Elixir}, 1}, {:b, 2}, {{:a, Elixir}, 1}]}
