# Handlers nest; after runs on every way out.
log = fn x -> send(self(), x) end
r = try do
  try do
    raise "inner"
  after
    log.(:inner_after)
  end
rescue
  e in RuntimeError -> e.message
after
  log.(:outer_after)
end
IO.inspect(r) # expect: "inner"
flush = fn f -> receive do x -> [x | f.(f)] after 0 -> [] end end
IO.inspect(flush.(flush)) # expect: [:inner_after, :outer_after]
r = try do
  try do
    raise "first"
  rescue
    _ -> raise ArgumentError, "second"
  end
rescue
  e -> e
end
IO.inspect(r) # expect: %ArgumentError{message: "second"}
r = try do
  try do
    throw(:x)
  rescue
    _ -> :not_for_throws
  end
catch
  v -> {:outer, v}
end
IO.inspect(r) # expect: {:outer, :x}
f = fn ->
  try do
    :value
  after
    :ignored
  end
end
IO.inspect(f.()) # expect: :value
