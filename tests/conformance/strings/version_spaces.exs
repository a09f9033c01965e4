# Spaces in requirements part texts; they are not to be left out.
reads? = fn text -> Version.parse_requirement(text) != :error end
IO.inspect(Enum.map(["1 . 2 . 3", "> = 1.2.3", "1.2.3 1.3.0", "1.2.3or 1.3.0", "1.2.3 an 1.3.0"], reads?)) # expect: [false, false, false, false, false]
IO.inspect(Enum.map([">=1.2.3 and <2.0.0", "  >= 1.2.3   and   <   2.0.0  ", "1.2.3 or 1.3.0"], reads?)) # expect: [true, true, true]
