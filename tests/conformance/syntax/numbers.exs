# Number literals.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect({0x1F, 0b101, 0o17, 1_000, 1.5e3, 1.0e-3, -5, +5, ?a}) # expect: {31, 5, 15, 1000, 1500.0, 0.001, -5, 5, 97}
IO.inspect(1_0.0_1) # expect: 10.01
IO.inspect(0xABC_DEF) # expect: 11259375
IO.puts(inspect(error.(fn -> Code.string_to_quoted!("0b2") end), width: 900)) # expect: {SyntaxError, "nofile:1:1: invalid character \"b\" after number 0. If you intended to write a number, make sure to separate the number from the character (using comma, space, etc). If you meant to write a function name or a variable, note that identifiers in Elixir cannot start with numbers. Unexpected token: b\n    |\n  1 | 0b2\n    | ^"}
IO.puts(inspect(error.(fn -> Code.string_to_quoted!("1__0") end), width: 900)) # expect: {SyntaxError, "nofile:1:1: invalid character \"_\" after number 1. If you intended to write a number, make sure to separate the number from the character (using comma, space, etc). If you meant to write a function name or a variable, note that identifiers in Elixir cannot start with numbers. Unexpected token: _\n    |\n  1 | 1__0\n    | ^"}
IO.puts(inspect(error.(fn -> Code.string_to_quoted!("1.") end), width: 900)) # expect: {TokenMissingError, "nofile:1:2: syntax error: expression is incomplete\n    |\n  1 | 1.\n    |  ^"}
IO.puts(inspect(error.(fn -> Code.string_to_quoted!("0xG") end), width: 900)) # expect: {SyntaxError, "nofile:1:1: invalid character \"x\" after number 0. If you intended to write a number, make sure to separate the number from the character (using comma, space, etc). If you meant to write a function name or a variable, note that identifiers in Elixir cannot start with numbers. Unexpected token: x\n    |\n  1 | 0xG\n    | ^"}
IO.inspect(1.0E3) # expect: 1000.0
IO.inspect(-  3) # expect: -3
