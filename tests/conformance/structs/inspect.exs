# How structs print.
defmodule S1 do
  defstruct [:a, :b]
end
defmodule S2 do
  @derive {Inspect, only: [:id]}
  defstruct [:id, :secret]
end
defmodule S3 do
  defstruct [:v]
  defimpl Inspect do
    def inspect(%{v: v}, _opts), do: "#S3<#{v}>"
  end
end
IO.inspect(struct(S1, a: [1], b: %{c: "x"})) # expect: %S1{a: [1], b: %{c: "x"}}
IO.inspect(struct(S2, id: 1, secret: 2)) # expect: #S2<id: 1, ...>
IO.inspect([struct(S3, v: 7)]) # expect: [#S3<7>]
IO.inspect(%{__struct__: NoSuch, a: 1}) # expect: %{__struct__: NoSuch, a: 1}
