# URI.new names the first text that may not stand where it stands; behind a scheme that is the colon.
IO.inspect(URI.new("//[::1"), width: 200)   # expect: {:error, ""}
IO.inspect(URI.new("//[1:2:3:4:5:6:7:8:9]/"), width: 200)   # expect: {:error, "1:2:3:4:5:6:7:8:9"}
IO.inspect(URI.new("//[1::2]x"), width: 200)   # expect: {:error, "x"}
IO.inspect(URI.new("//[1::9]:70/") |> elem(1), width: 200)   # expect: %URI{scheme: nil, userinfo: nil, host: "1::9", port: 70, path: "/", query: nil, fragment: nil}
IO.inspect(URI.new("//tea@cup@shelf/"), width: 200)   # expect: {:error, "@"}
IO.inspect(URI.new("//tea:7x/"), width: 200)   # expect: {:error, "x"}
IO.inspect(URI.new("tea#a#b"), width: 200)   # expect: {:error, "#"}
IO.inspect(URI.new("/thé"), width: 200)   # expect: {:error, "é"}
IO.inspect(URI.new("[x]"), width: 200)   # expect: {:error, "["}
IO.inspect(URI.new("http://tea pot"), width: 200)   # expect: {:error, ":"}
IO.inspect(URI.new("http://thé/"), width: 200)   # expect: {:error, ":"}
IO.inspect(URI.new("tea@pot:x"), width: 200)   # expect: {:error, ":"}
IO.inspect(URI.new("a/b:c") |> elem(1), width: 200)   # expect: %URI{scheme: nil, userinfo: nil, host: nil, port: nil, path: "a/b:c", query: nil, fragment: nil}
