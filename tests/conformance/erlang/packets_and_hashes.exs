# decode_packet, phash, checksums' arguments, specifications of traces, what a system without ports and traces says.
message = fn f ->
  try do
    f.()
  rescue
    e in [ArgumentError, ErlangError] -> Exception.message(e) |> String.split("\n", trim: true) |> Enum.drop(1) |> Enum.map(&String.trim/1)
  end
end

for {type, bytes, options} <- [
      {:raw, "ab", []},
      {1, <<2, "abc">>, []},
      {2, <<0, 2, "abc">>, []},
      {4, <<0, 0, 0, 5, "abc">>, []},
      {1, <<5, "abcdefgh">>, [packet_size: 4]},
      {:line, "ab\ncd", []},
      {:line, "abcdef\nx", [line_length: 3]},
      {:line, "ab;cd", [line_delimiter: ?;]},
      {:http, "GET /a HTTP/1.1\r\nHost: x", []},
      {:http_bin, "GET http://h:80/p HTTP/1.1\r\n", []},
      {:http_bin, "HTTP/1.1 404 Not Found\r\n", []},
      {:http_bin, "hello\r\n", []},
      {:httph_bin, "x-foo-BAR:  1 \r\n\r\n", []},
      {:httph_bin, "content-length: 5\r\nA: 1", []},
      {:httph_bin, "Folded: a\r\n b\r\nN: 1\r\n", []},
      {:httph_bin, "\r\nrest", []},
      {:httph_bin, "Host: x\r\n", []}
    ] do
  IO.inspect(:erlang.decode_packet(type, bytes, options), width: 200)
end
# expect: {:ok, "ab", ""}
# expect: {:ok, "ab", "c"}
# expect: {:ok, "ab", "c"}
# expect: {:more, 9}
# expect: {:error, :invalid}
# expect: {:ok, "ab\n", "cd"}
# expect: {:ok, "abc", "def\nx"}
# expect: {:ok, "ab;", "cd"}
# expect: {:ok, {:http_request, :GET, {:abs_path, '/a'}, {1, 1}}, "Host: x"}
# expect: {:ok, {:http_request, :GET, {:absoluteURI, :http, "h", 80, "/p"}, {1, 1}}, ""}
# expect: {:ok, {:http_response, {1, 1}, 404, "Not Found"}, ""}
# expect: {:ok, {:http_error, "hello\r\n"}, ""}
# expect: {:ok, {:http_header, 0, "X-Foo-Bar", "x-foo-BAR", "1 "}, "\r\n"}
# expect: {:ok, {:http_header, 38, :"Content-Length", "content-length", "5"}, "A: 1"}
# expect: {:ok, {:http_header, 0, "Folded", "Folded", "a\r\n b"}, "N: 1\r\n"}
# expect: {:ok, :http_eoh, "rest"}
# expect: {:more, :undefined}

IO.inspect(message.(fn -> :erlang.decode_packet(:line, :a, [:b]) end), width: 200) # expect: ["* 2nd argument: not a binary"]
terms = [1, -1, 100_000, 134_217_728, 1_180_591_620_717_411_303_424, :hello, "abc", "", [], [1], [1, 2], 'abc', [:a | :b], {}, {1, :a}, 1.5, -0.0, [256], ["a", 'bc', {[]}], {:a, 1.5, 2}]
IO.inspect(Enum.map(terms, &:erlang.phash(&1, 4_294_967_296)), width: 500) # expect: [2788898428, 1680185270, 2381070142, 2147483673, 2395840193, 7258928, 1972007566, 1, 2, 2952798237, 1096597535, 3654580166, 4159696708, 1, 4164092905, 1073217537, 1, 1015129879, 4000472610, 2434707919]
IO.inspect(message.(fn -> :erlang.phash(1, 0) end), width: 200) # expect: ["* 1st argument: out of range"]
IO.inspect(message.(fn -> :erlang.crc32(:a, :b) end), width: 200) # expect: ["* 1st argument: not an integer", "* 2nd argument: not an iodata term"]
IO.inspect(message.(fn -> :erlang.adler32([256]) end), width: 200) # expect: ["* 1st argument: not an iodata term"]
IO.inspect(message.(fn -> :erlang.crc32_combine(1, :a, -1) end), width: 200) # expect: ["* 2nd argument: not an integer", "* 3rd argument: out of range"]
IO.inspect(message.(fn -> :erlang.convert_time_unit(1.0, :x, 0) end), width: 200) # expect: ["* 1st argument: not an integer", "* 2nd argument: invalid time unit", "* 3rd argument: invalid time unit"]
IO.inspect(:erlang.match_spec_test([1, 2], [{[:"$1", :"$2"], [{:<, :"$1", :"$2"}], [{:return_trace}, {:message, {{:"$2", :"$1"}}}]}], :trace), width: 200) # expect: {:ok, {2, 1}, [:return_trace], []}
IO.inspect(:erlang.match_spec_test([1], [{1, [], []}], :trace), width: 200) # expect: {:error, [error: 'Match head is invalid in this context.']}
IO.inspect(:erlang.match_spec_test({1}, [{{:"$1"}, [], [{:message, 1}]}], :table), width: 200) # expect: {:error, [error: 'Special form \'message\' used in wrong dialect.']}
IO.inspect(message.(fn -> :erlang.match_spec_test(1, [], :foo) end), width: 200) # expect: ["* 3rd argument: invalid type for match spec"]
IO.inspect({:erlang.system_monitor(), :erlang.system_monitor(:undefined), :erlang.system_profile()}) # expect: {:undefined, :undefined, :undefined}
IO.inspect({:erlang.seq_trace_info(:label), :erlang.seq_trace_info(:send), :erlang.trace_info(self(), :flags)}) # expect: {[], {:send, false}, {:flags, []}}
IO.inspect({:erlang.trace_info({String, :length, 1}, :traced), :erlang.trace_info({String, :nope, 1}, :traced)}) # expect: {{:traced, false}, {:traced, :undefined}}
IO.inspect({:erlang.trace(self(), false, [:call]), :erlang.trace_pattern({String, :length, 1}, false, [])}) # expect: {1, 1}
ref = :erlang.trace_delivered(self())
receive do: ({:trace_delivered, _, ^ref} -> IO.puts("delivered")) # expect: delivered
IO.inspect({:erlang.port_info(:none), :erlang.fun_info_mfa(&String.length/1)}) # expect: {:undefined, {String, :length, 1}}
IO.inspect(:erlang.spawn_opt(fn -> :ok end, scheduler: 1) |> is_pid()) # expect: true
IO.inspect(message.(fn -> :erlang.spawn_opt(fn -> :ok end, scheduler: 5000) end), width: 200) # expect: ["* 2nd argument: invalid spawn option"]
IO.inspect(Enum.map([:procs, :loaded, :info], &is_binary(:erlang.system_info(&1)))) # expect: [true, true, true]
IO.inspect(:erlang.system_info({:cpu_topology, :defined})) # expect: :undefined
IO.inspect(message.(fn -> :erlang.set_cookie(1) end), width: 200) # expect: ["* 1st argument: not an atom"]
IO.inspect(:erlang.statistics(:microstate_accounting) |> hd() |> Map.keys()) # expect: [:counters, :id, :type]
