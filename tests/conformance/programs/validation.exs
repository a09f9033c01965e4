# Validation with reduce_while, structs and protocols.
defmodule Form do
  defstruct data: %{}, errors: []
  def new(d), do: %Form{data: d}
  def required(f, ks), do: Enum.reduce(ks, f, fn k, f -> if f.data[k] in [nil, ""], do: error(f, k, "is required"), else: f end)
  def check(f, k, fun, msg), do: if(f.data[k] && !fun.(f.data[k]), do: error(f, k, msg), else: f)
  defp error(f, k, m), do: update_in(f.errors, &[{k, m} | &1])
  def result(%Form{errors: [], data: d}), do: {:ok, d}
  def result(%Form{errors: e}), do: {:error, e |> Enum.reverse() |> Enum.group_by(&elem(&1, 0), &elem(&1, 1))}
end
v = fn d -> Form.new(d) |> Form.required([:name, :age]) |> Form.check(:age, &is_integer/1, "must be a number") |> Form.check(:age, &(&1 > 0), "must be positive") |> Form.check(:name, &(String.length(&1) < 5), "too long") |> Form.result() end
IO.inspect(v.(%{name: "Ann", age: 3})) # expect: {:ok, %{age: 3, name: "Ann"}}
IO.inspect(v.(%{name: "", age: -1})) # expect: {:error, %{age: ["must be positive"], name: ["is required"]}}
IO.inspect(v.(%{name: "Alexander", age: "x"})) # expect: {:error, %{age: ["must be a number"], name: ["too long"]}}
IO.inspect(v.(%{})) # expect: {:error, %{age: ["is required"], name: ["is required"]}}
