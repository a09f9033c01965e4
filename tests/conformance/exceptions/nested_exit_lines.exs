# The lines of a message within an exit keep their place; servers of nodes that are not there are down.
wrong = %ArgumentError{message: "spilt\n\n  * tea\n"}
IO.puts(Exception.format_exit({{wrong, [{Cup, :fill, 1, []}]}, {GenServer, :call, [:cup, 2, 3]}}) |> String.replace("\n", "|"))   # expect: exited in: GenServer.call(:cup, 2, 3)|    ** (EXIT) an exception was raised:|        ** (ArgumentError) spilt||  * tea||            Cup.fill/1
why = fn fun -> try do fun.() catch :exit, reason -> reason end end
IO.inspect(why.(fn -> GenServer.call({:cup, :far@away}, :fill) end))   # expect: {{:nodedown, :far@away}, {GenServer, :call, [{:cup, :far@away}, :fill, 5000]}}
IO.inspect(why.(fn -> :gen_server.call({:cup, :far@away}, :fill) end))   # expect: {{:nodedown, :far@away}, {:gen_server, :call, [{:cup, :far@away}, :fill]}}
IO.inspect(GenServer.multi_call([:far@away], :cup, :fill))   # expect: {[], [:far@away]}
IO.inspect(GenServer.cast({:cup, :far@away}, :fill))   # expect: :ok
