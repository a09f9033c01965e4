# Structs of modules that are named by an atom as it stands.
defmodule :plain_shape do
  defstruct side: 1
  def grow(%:plain_shape{side: side} = shape), do: %:plain_shape{shape | side: side + 1}
  def same?(%:"plain_shape"{}), do: true
end

IO.inspect(:plain_shape.grow(struct(:plain_shape))) # expect: %:plain_shape{side: 2}
IO.inspect(:plain_shape.same?(struct(:plain_shape))) # expect: true
IO.inspect(Code.string_to_quoted("%:\"a b\"{c: 1}")) # expect: {:ok, {:%, [line: 1], [:"a b", {:%{}, [line: 1], [c: 1]}]}}
IO.inspect(Code.string_to_quoted("%nil{}")) # expect: {:error, {[line: 1, column: 5], "syntax error before: ", "'{'"}}
IO.inspect(Code.string_to_quoted("%1{}")) # expect: {:error, {[line: 1, column: 3], "syntax error before: ", "'{'"}}
