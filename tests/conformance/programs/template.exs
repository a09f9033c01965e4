# A template compiler by macro.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Tmpl do
  defmacro deftemplate(name, text) do
    parts = Regex.split(~r/\{\{\s*(\w+)\s*\}\}/, text, include_captures: true)
    body = for p <- parts do
      case Regex.run(~r/^\{\{\s*(\w+)\s*\}\}$/, p) do
        [_, key] -> quote do: to_string(Map.fetch!(var!(assigns), unquote(String.to_atom(key))))
        nil -> p
      end
    end
    quote do
      def unquote(name)(var!(assigns)), do: IO.iodata_to_binary(unquote(body))
    end
  end
end
defmodule Mail do
  import Tmpl
  deftemplate :hello, "Dear {{name}}, you are {{ age }}."
  deftemplate :plain, "nothing"
end
IO.inspect(Mail.hello(%{name: "Ann", age: 5})) # expect: "Dear Ann, you are 5."
IO.inspect(Mail.plain(%{})) # expect: "nothing"
IO.puts(inspect(error.(fn -> Mail.hello(%{name: "Bob"}) end), width: 900)) # expect: {KeyError, "key :age not found in: %{name: \"Bob\"}"}
