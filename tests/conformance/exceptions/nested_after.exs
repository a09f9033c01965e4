# after runs in order, results and exceptions pass through.
log = fn x -> IO.puts(x) end
r = try do
  try do
    log.("inner")
    raise "x"
  after
    log.("after inner")
  end
rescue
  e -> {:rescued, e.message}
after
  log.("after outer")
end
# expect: inner
# expect: after inner
# expect: after outer
IO.inspect(r) # expect: {:rescued, "x"}
IO.inspect(try do 1 after 2 end) # expect: 1
IO.inspect(try do throw(:a) catch x -> {:caught, x} after :ignored end) # expect: {:caught, :a}
