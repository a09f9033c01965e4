# only: vial
# An environment that is none: the reference raises from within; here it counts as an empty one.
IO.inspect(Macro.expand_once("text", nil)) # expect: "text"
IO.inspect(Macro.expand([1, 2], keypos: 3)) # expect: [1, 2]
