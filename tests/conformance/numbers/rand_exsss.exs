# The same seed gives the same numbers: exsss.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
:rand.seed(:exsss, 42)
IO.inspect(for(_ <- 1..5, do: :rand.uniform(1000))) # expect: [294, 431, 615, 198, 771]
IO.inspect(:rand.uniform()) # expect: 0.5665765936300625
IO.inspect(:rand.normal() |> Float.round(12)) # expect: 1.608987473883
IO.inspect(:rand.bytes(4)) # expect: <<17, 240, 50, 239>>
IO.inspect(:rand.uniform(1_000_000_000_000_000_000_000)) # expect: 238672545793261463815
IO.inspect(:rand.uniform_real()) # expect: 0.3892631373883075
:rand.seed(:exsss, {1, 2, 3})
IO.inspect(for(_ <- 1..3, do: :rand.uniform(10))) # expect: [7, 1, 5]
IO.puts(inspect(error.(fn -> :rand.uniform(0) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :rand.uniform_s/2"}
IO.puts(inspect(error.(fn -> :rand.seed(:no_such) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in :rand.mk_alg/1"}
