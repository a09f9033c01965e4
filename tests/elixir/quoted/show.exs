# tests/elixir/quoted/show.exs: what the reference's parser makes of each text in a file.
# The notation is that of tests/support/print_quoted.cpp.
# Use: elixir tests/elixir/quoted/show.exs FILE [--meta]
defmodule Show do
  def term(t) when is_integer(t) and t >= -0x2000000000000000 and t <= 0x1FFFFFFFFFFFFFFF,
    do: Integer.to_string(t)

  def term(t) when is_integer(t), do: ["B", limbs(abs(t))]
  def term(t) when is_atom(t), do: [":", hex(Atom.to_string(t))]

  def term(t) when is_float(t),
    do: ["f", String.pad_leading(String.downcase(Base.encode16(<<t::float>>)), 16, "0")]

  def term(t) when is_list(t), do: ["[", items(t), "]"]
  def term(t) when is_tuple(t), do: ["{", items(Tuple.to_list(t)), "}"]
  def term(t) when is_binary(t) and byte_size(t) > 64, do: "<shared>"
  def term(t) when is_binary(t), do: ["<", hex(t), ">"]

  defp items([]), do: []
  defp items([h | t]) when is_list(t), do: [term(h), " " | items(t)]
  defp items([h | t]), do: [term(h), " |", term(t)]
  defp hex(b), do: Base.encode16(b, case: :lower)
  defp limbs(0), do: []
  defp limbs(n), do: [Integer.to_string(rem(n, 0x10000000000000000)), "." | limbs(div(n, 0x10000000000000000))]

  def result({:ok, q}), do: term(q)

  def result({:error, {meta, message, token}}) do
    message = with {a, b} <- message, do: a <> "|" <> b
    text = String.replace("#{message}|#{token}", "\n", "\\n")
    "error #{meta[:line]}:#{meta[:column] || 0} #{text}"
  end
end

[file | meta] = System.argv()
options = if meta == [], do: [], else: [columns: true, token_metadata: true]

for text <- String.split(File.read!(file), "\n%%%%\n") do
  shown =
    try do
      Show.result(Code.string_to_quoted(text, options))
    rescue
      e in UnicodeConversionError -> if String.valid?(text), do: inspect(e), else: "invalid utf-8"
    end

  IO.puts(shown)
end
