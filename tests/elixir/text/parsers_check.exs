# tests/elixir/text/parsers_check.exs: Version, URI, OptionParser and Record against the reference's.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("check.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)
Shadow.load(["elixir/version/parser.ex", "elixir/version/requirement.ex", "elixir/version.ex", "elixir/uri.ex", "elixir/option_parser.ex", "elixir/record.ex"])
Check.start()

plain = fn
  v -> v |> inspect(limit: :infinity, structs: false) |> String.replace("V.", "")
end
each = fn label, fun -> Check.same(label, fn -> plain.(fun.(& &1)) end, fn -> plain.(fun.(&Module.concat(V, &1))) end) end

versions = ["1.2.3", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-1", "1.0.0+build.5", "1.0.0-rc.1+b", "2.0.0", "0.0.1", "1.2", "1", "", "a", "1.2.3.4", "01.2.3", "1.2.3-", "1.2.3-01", "1.2.3+", "1.2.3-a_b", "-1.2.3", "1.2.3 ", "2.1.0-dev", "10.20.30"]
for v <- versions, do: (each.("parse #{v}", fn m -> m.(Version).parse(v) end); each.("parse! #{v}", fn m -> m.(Version).parse!(v) |> m.(Version).to_string() end))
for a <- versions, b <- versions, do: each.("compare #{a} #{b}", fn m -> m.(Version).compare(a, b) end)
reqs = ["== 1.0.0", "> 1.0.0", "~> 1.0", "~> 1.2.3", "~> 1.0.0-alpha", ">= 1.0.0 and < 2.0.0", "< 1.0.0 or > 2.0.0", "!= 1.2.3", "1.2.3", "", "~> 1", "== == 1", "and", "> 1.0", ">=1.0.0", "1.0.0 or", "> 1.0.0 and", "~> 2.0.0 or ~> 1.0.0 and > 1.0.0-b", "<= 1.0.0-alpha.2", "> 1.0.0 > 2.0.0"]
for r <- reqs do
  each.("req #{r}", fn m -> case m.(Version).parse_requirement(r) do {:ok, r} -> {:ok, r.source}; :error -> :error end end)
  for v <- versions, o <- [[], [allow_pre: false]], do: each.("match? #{v} #{r}", fn m -> m.(Version).match?(v, r, o) end)
end

uris = ["", "/", "a", "http://foo.com", "https://foo.com/", "http://user:pw@foo.com:8080/p/a?q=1&b=2#frag", "foo:bar", "mailto:a@b.c", "//host/path", "http://[::1]:4000/x", "http://[::1]", "?q", "#f", "HTTP://Foo.COM/Bar", "http://foo.com:/", "http://foo.com:abc", "http:///x", "http://", "ftp://x", "a b", "/x>y", "%41", "%4", "%zz", "urn:x:y", "1a:b", "x+y-z.1://h", "http://foo.com?x", "http://foo.com#x", "http://a@b@c/", "http://foo:8_0", "file:///etc/x", "http://é.com", "?a=%E9", "http://foo.com:99999/", "http://foo%20bar/"]
for u <- uris do
  each.("parse #{u}", fn m -> m.(URI).parse(u) end)
  each.("new #{u}", fn m -> m.(URI).new(u) end)
  each.("to_string #{u}", fn m -> m.(URI).parse(u) |> m.(URI).to_string() end)
  each.("new! #{u}", fn m -> m.(URI).new!(u) end)
  for r <- ["g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "g/./h", "g/../h", "http://x/y/../z"], do: each.("merge #{u} #{r}", fn m -> m.(URI).merge(u, r) end)
  for r <- ["x=1", ""], do: each.("append #{u}", fn m -> m.(URI).append_query(m.(URI).parse(u), r) end)
end

for s <- ["", "a b+c", "é/?#[]@", "%41%", "a%2Bb+c", "100%"], f <- [:encode, :decode, :encode_www_form, :decode_www_form], do: each.("#{f} #{s}", fn m -> apply(m.(URI), f, [s]) end)
for q <- ["", "a=1", "a=1&b=2", "a", "a&b", "a=b=c", "&", "a=%20+x", "&&a=1", "=", "a=1&a=2"], e <- [:www_form, :rfc3986], do: (each.("query #{q}", fn m -> m.(URI).decode_query(q, %{}, e) end); each.("decoder #{q}", fn m -> Enum.to_list(m.(URI).query_decoder(q, e)) end))
for q <- [[a: 1], %{"a b" => "c+d"}, [{"a", nil}], [a: 'x'], [{[1], 1}]], e <- [:www_form, :rfc3986], do: each.("encode_query", fn m -> m.(URI).encode_query(q, e) end)
for s <- ["http", "https", "ftp", "foo", "ws", "wss", "ldap", "sftp", "tftp"], do: each.("port", fn m -> m.(URI).default_port(s) end)
for c <- [?a, ?%, ?/, ?é, ?~, ?\s], f <- [:char_reserved?, :char_unreserved?, :char_unescaped?], do: each.("char", fn m -> apply(m.(URI), f, [c]) end)
each.("bad path", fn m -> m.(URI).to_string(struct(m.(URI), host: "a", path: "b")) end)

_ = [:debug, :verbose, :n, :name, :number, :ratio, :no_color, :color, :keep, :x, :v, :foo_bar, :unknown_flag]
switches = [debug: :boolean, verbose: :count, name: :string, number: :integer, ratio: :float, keep: :keep, ints: [:integer, :keep], color: :boolean, foo_bar: :string]
aliases = [d: :debug, v: :verbose, n: :number, f: :name, nn: :name]
argvs = [[], ["a"], ["--debug"], ["--no-debug"], ["--debug=false"], ["--debug=x"], ["--name", "x"], ["--name=x=y"], ["--name"], ["--name", "--debug"], ["--number", "3", "a"], ["--number", "x"], ["--number", "-3"], ["--number=-3"], ["--ratio", "1.5"], ["--ratio", "x"], ["-d"], ["-v", "-v"], ["-vv"], ["-dv", "x"], ["-n", "5"], ["-n5"], ["-n=5"], ["-dn5"], ["--verbose", "--verbose", "x"], ["--keep", "a", "--keep", "b"], ["--ints", "1", "--ints", "2"], ["--unknown"], ["--unknown-flag", "x"], ["-z"], ["-zd"], ["--"], ["--", "a"], ["a", "--", "--debug"], ["a", "--debug", "b"], ["--foo-bar", "x"], ["--foo_bar", "x"], ["-"], ["--name", "-"], ["-1"], ["--debg"], ["--no-name", "x"], ["--no-unknown"], ["-nn", "x"], ["--name", "a", "--name", "b"], ["-f", "-1"], ["--number"], ["--no-debug=true"], ["--nonexistingatomxyz"], ["-é"], ["--debug", "true"]]

for a <- argvs, o <- [[strict: switches, aliases: aliases], [switches: switches, aliases: aliases], [switches: []], [strict: []], [switches: switches, aliases: aliases, return_separator: true], [strict: switches, allow_nonexistent_atoms: true]], f <- [:parse, :parse_head, :next, :parse!, :parse_head!] do
  each.("#{f} #{inspect({a, Keyword.keys(o)})}", fn m -> try do apply(m.(OptionParser), f, [a, o]) rescue e in [OptionParser.ParseError, V.OptionParser.ParseError] -> Exception.message(e) end end)
end

for k <- [[foo_bar: "baz"], [a: true], [a: false], [a: nil], [a: 1, b: 2.5], %{x: "y"}], do: each.("to_argv", fn m -> m.(OptionParser).to_argv(k) end)
each.("to_argv", fn m -> m.(OptionParser).to_argv([v: 3], switches: [v: :count]) end)
for s <- ["", "a b", "a  b ", "a 'b c' d", "a \"b c\"", "a\\ b", "'a", "\"a\\\"b\"", "a\"b c\"d", "''", "a '' b", "\\\\", "'a\\'b'"], do: each.("split #{s}", fn m -> m.(OptionParser).split(s) end)
each.("both", fn m -> m.(OptionParser).parse([], switches: [a: :string], strict: []) end)
each.("bad type", fn m -> m.(OptionParser).parse([], strict: [a: :foo]) end)

record = fn m ->
  {mod, _} = Code.eval_string("""
  defmodule #{inspect(m.(RecordUser))} do
    require #{inspect(m.(Record))}
    #{inspect(m.(Record))}.defrecord(:user, name: "john", age: 25, opts: [1, {:a, %{}}])
    #{inspect(m.(Record))}.defrecord(:file, :tagged, [:size, {:x, 3}])
    #{inspect(m.(Record))}.defrecordp(:hidden, a: 1)
    def all do
      u = user(name: "meg")
      user(name: n) = u
      t = {:user, 1, 2, 3}
      h = hidden(a: 7)
      [u, n, user(u, :age), user(u, age: 5), user(:name), user(), user(_: nil), user(t), file(), file(size: 9), hidden(h, :a),
       (case u do user(age: 25) -> :yes; _ -> :no end), #{inspect(m.(Record))}.is_record(u), #{inspect(m.(Record))}.is_record(u, :user), #{inspect(m.(Record))}.is_record({}), guard(u), guard(1)]
    end
    defp guard(x) when #{inspect(m.(Record))}.is_record(x, :user), do: 1
    defp guard(x) when #{inspect(m.(Record))}.is_record(x), do: 2
    defp guard(_), do: 3
    def bad(x), do: user(x)
  end |> elem(1)
  """)
  {mod.all(), (try do mod.bad({:other}) rescue e -> Exception.message(e) end), (try do mod.bad({:user}) rescue e -> Exception.message(e) end)}
end
each.("records", record)

for module <- [Version, Version.Requirement, URI, OptionParser], do: Check.same("exports of #{inspect(module)}", fn -> [] end, fn -> Shadow.missing(module) end)
Check.finish()
