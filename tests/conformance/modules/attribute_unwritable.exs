# Values of attributes that cannot be written as code cannot be read in functions; others can.
defmodule Fine do
  @fun &String.upcase/1
  @nested [%{a: &Enum.map/2}, {1, "b"}]
  def all, do: {@fun, @nested}
  @closure fn -> 1 end
  IO.inspect(@closure.()) # expect: 1
end

IO.inspect(Fine.all()) # expect: {&String.upcase/1, [%{a: &Enum.map/2}, {1, "b"}]}

for value <- ["fn -> 1 end", "{[make_ref()]}", "%{fn -> 1 end => 1}"] do
  try do
    Code.eval_string("defmodule Bad do\n  @held #{value}\n  def held, do: @held\nend")
  rescue
    e -> send(self(), e.__struct__ == ArgumentError and e.message =~ "cannot inject attribute @held into function/macro because cannot escape #")
  end
end

IO.inspect(for _ <- 1..3, do: receive(do: (told -> told))) # expect: [true, true, true]

# A private macro is nobody's by the module's name.
private = "defmodule Hides do\n defmacrop seven, do: 7\n defmacro more, do: 1 + __MODULE__.seven()\n def sum, do: more() + more()\nend"
IO.inspect(try do Code.eval_string(private) rescue e -> e.__struct__ end) # expect: UndefinedFunctionError
