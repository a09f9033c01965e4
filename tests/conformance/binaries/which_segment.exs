# Of several segments at fault: first what cannot be measured, then the left side, then the others.
defmodule T do
  def a(a, b), do: <<a::8, b::binary>>
  def b(a, b), do: <<a::binary, b::8>>
  def c(a, b), do: <<a::utf8, b::binary>>
  def d(a, b), do: <<a::float, b::binary>>
  def e(a, b), do: <<a::8, b::size(a)>>
  def f(a, b), do: <<1, a::binary, b::binary>>
  def g(a, b), do: <<a::binary, b::utf8>>
  def h(a, b), do: <<a::binary, 1::size(b)>>
  def i(a, b), do: <<a::binary-size(b), 1>>
  def j(a, b), do: <<1, a::binary-size(2), b::binary>>
end

fault = fn name, a, b ->
  try do
    inspect(apply(T, name, [a, b]))
  rescue
    e in ArgumentError -> Exception.message(e) |> String.replace_prefix("construction of binary failed: ", "")
  end
end

both = fn name -> for {a, b} <- [{:x, :y}, {:x, <<1::3>>}, {<<1::3>>, :y}, {1.5, "ab"}, {"ab", -1}], do: fault.(name, a, b) end
IO.puts(Enum.join(both.(:a), " | ")) # expect: segment 2 of type 'binary': expected a binary but got: :y | segment 1 of type 'integer': expected an integer but got: :x | segment 2 of type 'binary': expected a binary but got: :y | segment 1 of type 'integer': expected an integer but got: 1.5 | segment 2 of type 'binary': expected a binary but got: -1
IO.puts(Enum.join(both.(:b), " | ")) # expect: segment 1 of type 'binary': expected a binary but got: :x | segment 1 of type 'binary': expected a binary but got: :x | segment 1 of type 'binary': the size of the value <<1::size(3)>> is not a multiple of the unit for the segment | segment 1 of type 'binary': expected a binary but got: 1.5 | <<97, 98, 255>>
IO.puts(Enum.join(both.(:c), " | ")) # expect: segment 2 of type 'binary': expected a binary but got: :y | segment 1 of type 'utf8': expected a non-negative integer encodable as utf8 but got: :x | segment 2 of type 'binary': expected a binary but got: :y | segment 1 of type 'utf8': expected a non-negative integer encodable as utf8 but got: 1.5 | segment 2 of type 'binary': expected a binary but got: -1
IO.puts(Enum.join(both.(:d), " | ")) # expect: segment 2 of type 'binary': expected a binary but got: :y | segment 1 of type 'float': expected a float or an integer but got: :x | segment 2 of type 'binary': expected a binary but got: :y | <<63, 248, 0, 0, 0, 0, 0, 0, 97, 98>> | segment 2 of type 'binary': expected a binary but got: -1
IO.puts(Enum.join(both.(:e), " | ")) # expect: segment 2 of type 'integer': expected a non-negative integer as size but got: :x | segment 2 of type 'integer': expected a non-negative integer as size but got: :x | segment 2 of type 'integer': expected a non-negative integer as size but got: <<1::size(3)>> | segment 2 of type 'integer': expected a non-negative integer as size but got: 1.5 | segment 2 of type 'integer': expected a non-negative integer as size but got: "ab"
IO.puts(Enum.join(both.(:f), " | ")) # expect: segment 2 of type 'binary': expected a binary but got: :x | segment 2 of type 'binary': expected a binary but got: :x | segment 3 of type 'binary': expected a binary but got: :y | segment 2 of type 'binary': expected a binary but got: 1.5 | segment 3 of type 'binary': expected a binary but got: -1
IO.puts(Enum.join(both.(:g), " | ")) # expect: segment 1 of type 'binary': expected a binary but got: :x | segment 1 of type 'binary': expected a binary but got: :x | segment 1 of type 'binary': the size of the value <<1::size(3)>> is not a multiple of the unit for the segment | segment 1 of type 'binary': expected a binary but got: 1.5 | segment 2 of type 'utf8': expected a non-negative integer encodable as utf8 but got: -1
IO.puts(Enum.join(both.(:h), " | ")) # expect: segment 2 of type 'integer': expected a non-negative integer as size but got: :y | segment 2 of type 'integer': expected a non-negative integer as size but got: <<1::size(3)>> | segment 2 of type 'integer': expected a non-negative integer as size but got: :y | segment 2 of type 'integer': expected a non-negative integer as size but got: "ab" | segment 2 of type 'integer': expected a non-negative integer as size but got: -1
IO.puts(Enum.join(both.(:i), " | ")) # expect: segment 1 of type 'binary': expected a non-negative integer as size but got: :y | segment 1 of type 'binary': expected a non-negative integer as size but got: <<1::size(3)>> | segment 1 of type 'binary': expected a non-negative integer as size but got: :y | segment 1 of type 'binary': expected a non-negative integer as size but got: "ab" | segment 1 of type 'binary': expected a non-negative integer as size but got: -1
IO.puts(Enum.join(both.(:j), " | ")) # expect: segment 3 of type 'binary': expected a binary but got: :y | segment 2 of type 'binary': expected a binary but got: :x | segment 3 of type 'binary': expected a binary but got: :y | segment 2 of type 'binary': expected a binary but got: 1.5 | segment 3 of type 'binary': expected a binary but got: -1
