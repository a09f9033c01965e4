# A field's default must have a quoted form.
for text <- ["defstruct tea: fn -> 1 end", "defstruct tea: &String.upcase/1", "defstruct [cup: 1, tea: {1, fn -> 2 end}]"] do
  try do
    Code.eval_string("defmodule Shop#{:erlang.phash2(text)} do\n  #{text}\nend")
    IO.puts("fine")
  rescue
    error -> IO.puts(error |> Exception.message() |> String.replace(~r/#Function<[^>]+>/, "F"))
  end
end

# expect: invalid value for struct field tea, cannot escape F. The supported values are: lists, tuples, maps, atoms, numbers, bitstrings, PIDs and remote functions in the format &Mod.fun/arity
# expect: fine
# expect: invalid value for struct field tea, cannot escape F. The supported values are: lists, tuples, maps, atoms, numbers, bitstrings, PIDs and remote functions in the format &Mod.fun/arity
