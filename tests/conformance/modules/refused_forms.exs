# Names of modules, attributes and delegates that are refused, and how.
told = fn code ->
  try do
    Code.eval_string(code)
  rescue
    e -> Exception.message(e)
  end
end

IO.puts(told.(~S[defmodule :"shop/till", do: :ok])) # expect: nofile:1: invalid module name: :"shop/till"
IO.puts(told.(~S[defmodule :"shop\\till", do: :ok])) # expect: nofile:1: invalid module name: :"shop\\till"
IO.puts(told.("defmodule A1 do\n@Price\nend")) # expect: module attributes set via @ cannot start with an uppercase letter
IO.inspect(told.("defmodule A2 do\n@Price 1\nend")) # expect: "nofile:2:8: syntax error before: \"1\"\n    |\n  2 | @Price 1\n    |        ^"
IO.inspect(told.("defmodule A3 do\n@price = 7\nend")) # expect: "invalid write attribute syntax. If you want to define an attribute, don't do this:\n\n    @foo = :value\n\nInstead, do this:\n\n    @foo :value\n"
IO.inspect(told.("defmodule A4 do\n@price quote do\n1 + 2\nend\nend"), width: :infinity) # expect: "expected 0 or 1 argument for @price, got 2.\n\nIt seems you are trying to use the do-syntax with @module attributes but the do-block is binding to the attribute name. You probably want to wrap the argument value in parentheses, like this:\n\n    @price (quote do\n      1 + 2\n    end)\n"
IO.puts(told.("defmodule A5 do\n@price 1, 2\nend")) # expect: expected 0 or 1 argument for @price, got: 2
IO.puts(told.("defmodule A6 do\ndefdelegate first(list) when is_list(list), to: List\nend")) # expect: guards are not allowed in defdelegate/2, got: when is_list(list)
