# Deep patterns in heads, matches, functions.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
f = fn %{user: %{name: n, tags: [first | _]}, meta: {_, %{k: v}}} -> {n, first, v}; %{user: nil} -> :none; _ -> :no end
IO.inspect(f.(%{user: %{name: "a", tags: [1, 2]}, meta: {0, %{k: :v}}})) # expect: {"a", 1, :v}
IO.inspect(f.(%{user: nil})) # expect: :none
IO.inspect(f.(%{user: %{name: "a", tags: []}, meta: {0, %{}}})) # expect: :no
[{a, [b, {c, _}]}, %{d: <<e, _::binary>>}] = [{1, [2, {3, 4}]}, %{d: "xyz"}]
IO.inspect({a, b, c, e}) # expect: {1, 2, 3, 120}
{x, x} = {1, 1}
IO.inspect(x) # expect: 1
IO.puts(inspect(error.(fn -> ({y, y} = {1, 2}) end), width: 900)) # expect: {MatchError, "no match of right hand side value: {1, 2}"}
[p, p | q] = [1, 1, 2, 3]
IO.inspect({p, q}) # expect: {1, [2, 3]}
%{a: z = [w | _]} = %{a: [1, 2]}
IO.inspect({z, w}) # expect: {[1, 2], 1}
