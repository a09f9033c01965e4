# IO.ANSI.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(IO.ANSI.red()) # expect: "\e[31m"
IO.inspect(IO.ANSI.reset()) # expect: "\e[0m"
IO.inspect(IO.ANSI.bright() <> "x") # expect: "\e[1mx"
IO.inspect(IO.ANSI.color(100)) # expect: "\e[38;5;100m"
IO.inspect(IO.ANSI.color(1, 2, 3)) # expect: "\e[38;5;67m"
IO.inspect(IO.ANSI.color_background(5)) # expect: "\e[48;5;5m"
IO.inspect(IO.ANSI.light_blue_background()) # expect: "\e[104m"
IO.inspect(IO.ANSI.cursor(2, 3)) # expect: "\e[2;3H"
IO.inspect(IO.ANSI.cursor_up(4)) # expect: "\e[4A"
IO.inspect(IO.ANSI.cursor_left(1)) # expect: "\e[1D"
IO.inspect(IO.ANSI.clear()) # expect: "\e[2J"
IO.inspect(IO.ANSI.clear_line()) # expect: "\e[2K"
IO.inspect(IO.ANSI.home()) # expect: "\e[H"
IO.inspect(IO.ANSI.format([:red, "a", :reset], true) |> IO.iodata_to_binary()) # expect: "\e[31ma\e[0m\e[0m"
IO.inspect(IO.ANSI.format([:red, "a", [:bright, "b"]], false) |> IO.iodata_to_binary()) # expect: "ab"
IO.inspect(IO.ANSI.format_fragment([:green, "x"], true) |> IO.iodata_to_binary()) # expect: "\e[32mx"
IO.inspect(IO.ANSI.underline()) # expect: "\e[4m"
IO.inspect(IO.ANSI.inverse_off()) # expect: "\e[27m"
IO.inspect(IO.ANSI.default_color()) # expect: "\e[39m"
IO.puts(inspect(error.(fn -> IO.ANSI.color(300) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in IO.ANSI.color/1"}
IO.puts(inspect(error.(fn -> IO.ANSI.format([:no_such_color], true) end), width: 900)) # expect: {ArgumentError, "invalid ANSI sequence specification: :no_such_color"}
IO.puts(inspect(error.(fn -> IO.ANSI.color(9, 9, 9) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in IO.ANSI.color/3"}
