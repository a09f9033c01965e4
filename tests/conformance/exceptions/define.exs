# defexception: fields, message/1, exception/1, blame.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Simple do
  defexception message: "default text"
end
defmodule Fields do
  defexception [:code, :why]
  def message(e), do: "#{e.code}: #{inspect(e.why)}"
end
defmodule Made do
  defexception [:message, :n]
  @impl true
  def exception(n) when is_integer(n), do: %Made{message: "made with #{n}", n: n}
  def exception(opts), do: struct!(Made, opts)
end
defmodule NoMessage do
  defexception [:x]
end
IO.puts(inspect(error.(fn -> raise Simple end), width: 900)) # expect: {Simple, "default text"}
IO.puts(inspect(error.(fn -> raise Simple, "given" end), width: 900)) # expect: {Simple, "given"}
IO.puts(inspect(error.(fn -> raise Simple, message: "kw" end), width: 900)) # expect: {Simple, "kw"}
IO.puts(inspect(error.(fn -> raise Fields, code: 4, why: :x end), width: 900)) # expect: {Fields, "4: :x"}
IO.puts(inspect(error.(fn -> raise Fields end), width: 900)) # expect: {Fields, ": nil"}
IO.puts(inspect(error.(fn -> raise Made, 3 end), width: 900)) # expect: {Made, "made with 3"}
IO.puts(inspect(error.(fn -> raise Made, n: 1, message: "m" end), width: 900)) # expect: {Made, "m"}
IO.puts(inspect(error.(fn -> raise Made, zzz: 1 end), width: 900)) # expect: {KeyError, "key :zzz not found"}
IO.puts(inspect(error.(fn -> raise Fields, zzz: 1 end), width: 900)) # expect: {Fields, ": nil"}
IO.puts(inspect(error.(fn -> raise Simple, zzz: 1 end), width: 900)) # expect: {Simple, "default text"}
IO.inspect(struct(Fields, code: 1)) # expect: %Fields{code: 1, why: nil}
IO.inspect(Simple.exception([])) # expect: %Simple{message: "default text"}
IO.inspect(Simple.exception("msg")) # expect: %Simple{message: "msg"}
IO.inspect(Simple.message(struct(Simple))) # expect: "default text"
IO.inspect(Map.keys(struct(Fields))) # expect: [:__exception__, :__struct__, :code, :why]
IO.inspect(function_exported?(Simple, :message, 1)) # expect: true
IO.inspect((try do raise Fields, code: 1 rescue e in Fields -> e end)) # expect: %Fields{code: 1, why: nil}
IO.inspect((try do raise Fields, code: 1 rescue e in [Simple, Fields] -> e.code end)) # expect: 1
IO.inspect((try do raise Simple rescue Fields -> :no; Simple -> :yes end)) # expect: :yes
IO.puts(inspect(error.(fn -> (try do raise Simple rescue e in Fields -> e end) end), width: 900)) # expect: {Simple, "default text"}
IO.inspect(inspect(struct(Simple))) # expect: "%Simple{message: \"default text\"}"
IO.inspect(Exception.blame(:error, struct(Simple), []) |> elem(0)) # expect: %Simple{message: "default text"}
