# Any term is a key.
m = %{{1, 2} => :tuple, [1] => :list, %{a: 1} => :map, 1.5 => :float, nil => :nil, "" => :empty}
IO.inspect(m[{1, 2}]) # expect: :tuple
IO.inspect(m[[1]]) # expect: :list
IO.inspect(m[%{a: 1}]) # expect: :map
IO.inspect(m[1.5]) # expect: :float
IO.inspect(m[nil]) # expect: nil
IO.inspect(m[""]) # expect: :empty
f = fn x -> x end
IO.inspect(%{f => 1}[f]) # expect: 1
pid = self()
IO.inspect(%{pid => :me}[pid]) # expect: :me
big = 2 ** 80
IO.inspect(%{big => :big}[2 ** 80]) # expect: :big
IO.inspect(%{%{%{} => %{}} => 1}[%{%{} => %{}}]) # expect: 1
