# URI: parse, build, encode, merge.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
IO.puts(inspect(URI.parse("https://user:pw@host.com:8080/p/a?q=1&r=2#frag"), width: 900)) # expect: %URI{scheme: "https", authority: "user:pw@host.com:8080", userinfo: "user:pw", host: "host.com", port: 8080, path: "/p/a", query: "q=1&r=2", fragment: "frag"}
IO.puts(inspect(URI.parse("/just/path"), width: 900)) # expect: %URI{scheme: nil, userinfo: nil, host: nil, port: nil, path: "/just/path", query: nil, fragment: nil}
IO.puts(inspect(URI.parse("mailto:x@y.z"), width: 900)) # expect: %URI{scheme: "mailto", userinfo: nil, host: nil, port: nil, path: "x@y.z", query: nil, fragment: nil}
IO.puts(inspect(URI.parse("//h/p").host, width: 900)) # expect: "h"
IO.puts(inspect(URI.parse("http://[::1]:80/").host, width: 900)) # expect: "::1"
IO.puts(inspect(URI.new("http://ok"), width: 900)) # expect: {:ok, %URI{scheme: "http", userinfo: nil, host: "ok", port: 80, path: nil, query: nil, fragment: nil}}
IO.puts(inspect(URI.new("bad uri"), width: 900)) # expect: {:error, " "}
IO.puts(inspect(error.(fn -> URI.new!("bad uri") end), width: 900)) # expect: {URI.Error, "cannot parse due to reason invalid_uri: \" \""}
IO.puts(inspect(URI.to_string(%URI{scheme: "http", host: "a.b", path: "/c", query: "d"}), width: 900)) # expect: "http://a.b/c?d"
IO.puts(inspect(URI.encode("a b/é?"), width: 900)) # expect: "a%20b/%C3%A9?"
IO.puts(inspect(URI.encode_www_form("a b&c=é"), width: 900)) # expect: "a+b%26c%3D%C3%A9"
IO.puts(inspect(URI.decode("a%20b%C3%A9"), width: 900)) # expect: "a bé"
IO.puts(inspect(URI.decode_www_form("a+b%26"), width: 900)) # expect: "a b&"
IO.puts(inspect(URI.encode_query(%{"a" => 1, "b c" => "d&"}), width: 900)) # expect: "a=1&b+c=d%26"
IO.puts(inspect(URI.encode_query([a: "x y"], :rfc3986), width: 900)) # expect: "a=x%20y"
IO.puts(inspect(URI.decode_query("a=1&b=x+y&c"), width: 900)) # expect: %{"a" => "1", "b" => "x y", "c" => ""}
IO.puts(inspect(URI.query_decoder("a=1&b=2") |> Enum.to_list(), width: 900)) # expect: [{"a", "1"}, {"b", "2"}]
IO.puts(inspect(URI.merge("http://a.b/c/d", "../e?x"), width: 900)) # expect: %URI{scheme: "http", authority: "a.b", userinfo: nil, host: "a.b", port: 80, path: "/e", query: "x", fragment: nil}
IO.puts(inspect(URI.merge("http://a.b/c", "//z/y") |> to_string(), width: 900)) # expect: "http://z/y"
IO.puts(inspect(error.(fn -> URI.merge("/a", "b") end), width: 900)) # expect: {ArgumentError, "you must merge onto an absolute URI"}
IO.puts(inspect(URI.default_port("https"), width: 900)) # expect: 443
IO.puts(inspect(URI.char_reserved?(?/), width: 900)) # expect: true
IO.puts(inspect(URI.char_unreserved?(?~), width: 900)) # expect: true
IO.puts(inspect(error.(fn -> URI.decode("%zz") end), width: 900)) # expect: {:ok, "%zz"}
IO.puts(inspect(error.(fn -> URI.encode_query([{[1], 2}]) end), width: 900)) # expect: {ArgumentError, "encode_query/2 keys cannot be lists, got: [1]"}
