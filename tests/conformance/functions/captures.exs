# & in its forms.
IO.inspect(Enum.map([1, 2], &(&1 * 2))) # expect: [2, 4]
IO.inspect((&{&1, &2}).(1, 2)) # expect: {1, 2}
IO.inspect((&[&2 | &1]).([1], 0)) # expect: [0, 1]
IO.inspect(Enum.map(["a"], &String.upcase/1)) # expect: ["A"]
add = &+/2
IO.inspect(add.(1, 2)) # expect: 3
IO.inspect((&"#{&1}!").("hi")) # expect: "hi!"
IO.inspect(Enum.reduce([1, 2, 3], &-/2)) # expect: 2
f = &Enum.map(&1, fn x -> x + 1 end)
IO.inspect(f.([1])) # expect: [2]
IO.inspect(is_function(&String.length/1, 1)) # expect: true
IO.inspect(inspect(&String.length/1)) # expect: "&String.length/1"
mod = String
IO.inspect((&mod.downcase/1).("ABC")) # expect: "abc"
IO.inspect((& &1.name).(%{name: :n})) # expect: :n
