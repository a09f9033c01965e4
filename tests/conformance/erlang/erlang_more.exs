# :calendar, checksums, units of time and spawn requests as functions of :erlang.
t = fn f -> try do IO.inspect f.() rescue e -> IO.inspect {e.__struct__} end end
t.(fn -> :erlang.crc32("hello") end) # expect: 907060870
t.(fn -> :erlang.crc32(5, ["a", "b"]) end) # expect: 3824466984
t.(fn -> :erlang.crc32_combine(:erlang.crc32("abc"), :erlang.crc32("defg"), 4) end) # expect: 824863398
t.(fn -> :erlang.adler32("hello") end) # expect: 103547413
t.(fn -> :erlang.adler32_combine(:erlang.adler32("abc"), :erlang.adler32("defg"), 4) end) # expect: 182125245
t.(fn -> :erlang.convert_time_unit(-1500, :millisecond, :second) end) # expect: -2
t.(fn -> :erlang.convert_time_unit(1, :second, :native) end) # expect: 1000000000
t.(fn -> :erlang.convert_time_unit(1, :second, 60) end) # expect: 60
t.(fn -> for d <- [{2020, 12, 31}, {2021, 1, 1}, {2018, 12, 31}, {2016, 1, 3}], do: :calendar.iso_week_number(d) end) # expect: [{2020, 53}, {2020, 53}, {2019, 1}, {2015, 53}]
t.(fn -> :calendar.rfc3339_to_system_time('2018-02-01T15:18:02.088Z', unit: :nanosecond) end) # expect: 1517498282088000000
t.(fn -> :calendar.rfc3339_to_system_time('2018-02-01 15:18:02-05:30') end) # expect: 1517518082
t.(fn -> :calendar.time_difference({{2020,1,2},{0,0,0}},{{2020,1,1},{23,0,1}}) end) # expect: {-1, {23, 0, 1}}
t.(fn -> :calendar.local_time_to_universal_time_dst({{2020,1,2},{0,0,0}}) end) # expect: [{{2020, 1, 2}, {0, 0, 0}}]
t.(fn -> :calendar.now_to_datetime({1,2,3}) end) # expect: {{1970, 1, 12}, {13, 46, 42}}
t.(fn -> :os.find_executable('nope-x') end) # expect: false
t.(fn -> :os.getenv('NOPE_X', 'd') end) # expect: 'd'
t.(fn -> ref = :erlang.spawn_request(fn -> 1 end, [:monitor]); receive do {:spawn_reply, ^ref, :ok, p} -> is_pid(p) end end) # expect: true
t.(fn -> :erlang.nodes(:connected, %{}) end) # expect: []
t.(fn -> :erlang.get_cookie() end) # expect: :nocookie
t.(fn -> :erlang.append([1],[2]) end) # expect: [1, 2]
t.(fn -> :erlang.external_size({1,2}, []) end) # expect: 7
t.(fn -> :erlang.posixtime_to_universaltime(1) end) # expect: {{1970, 1, 1}, {0, 0, 1}}
t.(fn -> :erlang.disconnect_node(:a@b) end) # expect: :ignored
