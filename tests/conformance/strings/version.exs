# Version: parse, compare, requirements.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.inspect(Version.parse("1.2.3-rc.1+build")) # expect: {:ok, %Version{major: 1, minor: 2, patch: 3, pre: ["rc", 1], build: "build"}}
IO.inspect(Version.parse("1.2")) # expect: :error
IO.puts(inspect(error.(fn -> Version.parse!("x") end), width: 900)) # expect: {Version.InvalidVersionError, "invalid version: \"x\""}
IO.inspect(Version.compare("1.0.0", "1.0.1")) # expect: :lt
IO.inspect(Version.compare("1.0.0-rc", "1.0.0")) # expect: :lt
IO.inspect(Version.compare("1.0.0-1", "1.0.0-a")) # expect: :lt
IO.puts(inspect(error.(fn -> Version.compare("1", "2.0.0") end), width: 900)) # expect: {Version.InvalidVersionError, "invalid version: \"1\""}
IO.inspect(Version.match?("1.5.0", "~> 1.2")) # expect: true
IO.inspect(Version.match?("2.0.0", "~> 1.2")) # expect: false
IO.inspect(Version.match?("1.2.9", "~> 1.2.3")) # expect: true
IO.inspect(Version.match?("1.0.0", ">= 1.0.0 and < 2.0.0")) # expect: true
IO.inspect(Version.match?("0.9.0", "== 0.9.0 or > 3.0.0")) # expect: true
IO.inspect(Version.match?("1.0.0-rc", "> 0.9.0")) # expect: true
IO.inspect(Version.match?("1.0.0-rc", "> 0.9.0", allow_pre: false)) # expect: false
IO.inspect(Version.match?("1.0.0", "!= 1.0.0")) # expect: false
IO.puts(inspect(error.(fn -> Version.match?("1.0.0", "nonsense") end), width: 900)) # expect: {Version.InvalidRequirementError, "invalid requirement: \"nonsense\""}
IO.inspect(Version.parse_requirement("~> 1.0") |> elem(0)) # expect: :ok
IO.inspect(Version.parse_requirement("bad")) # expect: :error
IO.inspect(Version.parse_requirement!("~> 1.0") |> inspect()) # expect: "Version.parse_requirement!(\"~> 1.0\")"
IO.inspect(to_string(Version.parse!("1.2.3-a.1+b"))) # expect: "1.2.3-a.1+b"
IO.inspect(inspect(Version.parse!("1.2.3"))) # expect: "%Version{major: 1, minor: 2, patch: 3}"
IO.inspect(Enum.sort(["1.10.0", "1.9.0"] |> Enum.map(&Version.parse!/1), Version) |> Enum.map(&to_string/1)) # expect: ["1.9.0", "1.10.0"]
IO.inspect(Version.to_string(%Version{major: 1, minor: 0, patch: 0})) # expect: "1.0.0"
