# A map pattern asks for some keys only.
%{name: n} = %{name: "Ann", age: 7}
IO.inspect(n) # expect: "Ann"
f = fn
  %{type: :circle, r: r} -> {:circle, r}
  %{type: :rect, w: w, h: h} -> {:rect, w * h}
  %{} = m -> {:other, map_size(m)}
  _ -> :none
end
IO.inspect(f.(%{type: :circle, r: 2})) # expect: {:circle, 2}
IO.inspect(f.(%{type: :rect, w: 2, h: 3, extra: true})) # expect: {:rect, 6}
IO.inspect(f.(%{type: :rect, w: 2})) # expect: {:other, 2}
IO.inspect(f.(%{})) # expect: {:other, 0}
IO.inspect(f.([])) # expect: :none
%{"k" => %{1 => v}} = %{"k" => %{1 => :deep}}
IO.inspect(v) # expect: :deep
try do
  %{missing: _} = Process.get(:none, %{a: 1})
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: MatchError: "no match of right hand side value: %{a: 1}"
end
try do
  %{a: _} = Process.get(:none, :no_map)
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: MatchError: "no match of right hand side value: :no_map"
end
