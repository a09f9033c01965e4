# Literals of all kinds in patterns.
f = fn
  1 -> :int
  1.0 -> :float
  "s" -> :string
  's' -> :charlist
  :a -> :atom
  nil -> nil
  true -> :yes
  123_456_789_012_345_678_901_234 -> :big
  [] -> :nil_list
  <<1, 2>> -> :bytes
  _ -> :other
end
IO.puts(inspect(Enum.map([1, 1.0, "s", 's', :a, nil, true, 123_456_789_012_345_678_901_234, [], <<1, 2>>, 2], f), width: 400)) # expect: [:int, :float, :string, :charlist, :atom, nil, :yes, :big, :nil_list, :bytes, :other]
