# Bitstrings written inside of bitstrings: what they may be said to be, told when they are compiled.
run = fn source ->
  try do
    source |> Code.eval_string(v: 1, v2: "ab") |> elem(0)
  rescue
    e -> {e.__struct__, e |> Exception.message() |> String.split("\n") |> hd()}
  end
end

IO.puts(inspect(run.("<<(<<v>>)::bits>>"))) # expect:
IO.puts(inspect(run.("<<(<<v>>)::binary>>"))) # expect:
IO.puts(inspect(run.("<<(<<1::3>>)>>"))) # expect:
IO.puts(inspect(run.("<<(<<v::3>>)::bits>>"))) # expect:
IO.puts(inspect(run.("<<(<<1::3>>)::binary>>"))) # expect:
IO.puts(inspect(run.("<<(<<v::3>>)::binary>>"))) # expect:
IO.puts(inspect(run.("<<(<<1, 2::3>>)::binary>>"))) # expect:
IO.puts(inspect(run.("<<(<<v::4>>)::bytes>>"))) # expect:
IO.puts(inspect(run.("<<1::3>> <> v2"))) # expect:
IO.puts(inspect(run.("v2 <> <<v2::binary, 1::4>>"))) # expect:
IO.puts(inspect(run.("v2 <> <<1::4, 2::4>>"))) # expect:
IO.puts(inspect(run.("<<(<<v>>)::size(8)>>"))) # expect:
IO.puts(inspect(run.("<<(<<v>>)::binary-size(1)>>"))) # expect:
IO.puts(inspect(run.("<<(<<1>>)::4>>"))) # expect:
IO.puts(inspect(run.(~S(<<"x#{v}"::4>>)))) # expect:
IO.puts(inspect(run.(~S(<<"x#{v}"::utf16>>)))) # expect:
IO.puts(inspect(run.(~S(<<"x#{v}"::binary-size(1)>>)))) # expect:
IO.puts(inspect(run.(~S(<<"x#{v}"::binary>>)))) # expect:
