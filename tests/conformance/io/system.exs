# System: environment, time, halt hooks.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(System.get_env("VIAL_NOT_SET")) # expect: nil
IO.inspect(System.get_env("VIAL_NOT_SET", "default")) # expect: "default"
IO.inspect(System.put_env("VIAL_CASE", "v")) # expect: :ok
IO.inspect(System.get_env("VIAL_CASE")) # expect: "v"
IO.inspect(System.fetch_env("VIAL_CASE")) # expect: {:ok, "v"}
IO.inspect(System.fetch_env!("VIAL_CASE")) # expect: "v"
IO.inspect(System.put_env(%{"VIAL_A" => "1", VIAL_B: "2"})) # expect: :ok
IO.inspect(System.get_env() |> Map.take(["VIAL_A", "VIAL_B"])) # expect: %{"VIAL_A" => "1", "VIAL_B" => "2"}
IO.inspect(System.delete_env("VIAL_CASE")) # expect: :ok
IO.inspect(System.fetch_env("VIAL_CASE")) # expect: :error
IO.puts(inspect(error.(fn -> System.fetch_env!("VIAL_CASE") end), width: 900)) # expect: {System.EnvError, "could not fetch environment variable \"VIAL_CASE\" because it is not set"}
IO.inspect(System.system_time(:second) > 1_600_000_000) # expect: true
IO.inspect(System.convert_time_unit(1, :second, :millisecond)) # expect: 1000
IO.inspect(System.convert_time_unit(1500, :millisecond, :second)) # expect: 1
IO.inspect(System.convert_time_unit(-1500, :millisecond, :second)) # expect: -2
IO.inspect(System.monotonic_time() <= System.monotonic_time()) # expect: true
IO.inspect(System.unique_integer([:positive]) > 0) # expect: true
IO.inspect(System.unique_integer([:monotonic]) < System.unique_integer([:monotonic])) # expect: true
IO.inspect(is_binary(System.pid())) # expect: true
IO.inspect(System.schedulers() > 0) # expect: true
IO.inspect(System.version() |> Version.match?("~> 1.14")) # expect: true
IO.inspect(System.otp_release()) # expect: "25"
IO.inspect(System.build_info() |> Map.has_key?(:version)) # expect: true
IO.inspect(System.tmp_dir!() |> File.dir?()) # expect: true
IO.puts(inspect(error.(fn -> System.convert_time_unit(1, :lightyear, :second) end), width: 900)) # expect: {ArgumentError, "unsupported time unit. Expected :second, :millisecond, :microsecond, :nanosecond, or a positive integer, got :lightyear"}
IO.puts(inspect(error.(fn -> System.put_env("a=b", "c") end), width: 900)) # expect: {ArgumentError, "cannot execute System.put_env/2 for key with \"=\", got: \"a=b\""}
