# A JSON reader and writer over binaries, with a protocol for encoding.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defprotocol ToJson do
  @fallback_to_any true
  def encode(term)
end

defimpl ToJson, for: Integer, do: (def encode(n), do: Integer.to_string(n))
defimpl ToJson, for: Float, do: (def encode(n), do: Float.to_string(n))
defimpl ToJson, for: List, do: (def encode(l), do: ["[", l |> Enum.map(&ToJson.encode/1) |> Enum.intersperse(","), "]"])

defimpl ToJson, for: Atom do
  def encode(a) when a in [nil, true, false], do: if(a == nil, do: "null", else: to_string(a))
  def encode(a), do: ToJson.encode(Atom.to_string(a))
end

defimpl ToJson, for: BitString do
  def encode(s), do: [?", for(<<c::utf8 <- s>>, do: escape(c)), ?"]
  defp escape(?"), do: '\\"'
  defp escape(?\\), do: '\\\\'
  defp escape(?\n), do: '\\n'
  defp escape(c) when c < 32, do: ["\\u", c |> Integer.to_string(16) |> String.pad_leading(4, "0")]
  defp escape(c), do: <<c::utf8>>
end

defimpl ToJson, for: [Map, Any] do
  def encode(%_{} = struct), do: struct |> Map.from_struct() |> encode()
  def encode(%{} = map), do: ["{", map |> Enum.map(fn {k, v} -> [ToJson.encode(to_string(k)), ?:, ToJson.encode(v)] end) |> Enum.intersperse(?,), "}"]
  def encode(other), do: raise(ArgumentError, "cannot encode #{inspect(other)}")
end

defmodule Json do
  defmodule Error do
    defexception [:at, :what]
    def message(e), do: "#{e.what} at byte #{e.at}"
  end

  def decode!(text) do
    {value, rest} = value(skip(text))
    if skip(rest) != "", do: fail(text, rest, "trailing text")
    value
  catch
    {:fail, rest, what} -> reraise Error, [at: byte_size(text) - byte_size(rest), what: what], __STACKTRACE__
  end

  defp fail(_, rest, what), do: throw({:fail, rest, what})
  defp skip(<<c, rest::binary>>) when c in [?\s, ?\n, ?\t, ?\r], do: skip(rest)
  defp skip(text), do: text

  for {word, value} <- ["null", "true", "false"] |> Enum.zip([nil, true, false]) do
    defp value(unquote(word) <> rest), do: {unquote(value), rest}
  end

  defp value(<<?", rest::binary>>), do: string(rest, [])
  defp value("[" <> rest), do: array(skip(rest), [])
  defp value("{" <> rest), do: object(skip(rest), [])

  defp value(<<c, _::binary>> = text) when c in ?0..?9 or c == ?- do
    {n, ""} = n_rest = Float.parse(Regex.run(~r/^-?\d+(\.\d+)?([eE][+-]?\d+)?/, text) |> hd())
    [digits | _] = Regex.run(~r/^-?\d+(\.\d+)?([eE][+-]?\d+)?/, text)
    _ = n_rest
    rest = binary_part(text, byte_size(digits), byte_size(text) - byte_size(digits))
    if digits =~ ~r/[.eE]/, do: {n, rest}, else: {String.to_integer(digits), rest}
  end

  defp value(text), do: fail(text, text, "unexpected #{inspect(String.first(text))}")

  defp string(<<?", rest::binary>>, acc), do: {IO.iodata_to_binary(acc), rest}
  defp string(<<?\\, ?u, hex::binary-4, rest::binary>>, acc), do: string(rest, [acc, <<String.to_integer(hex, 16)::utf8>>])
  defp string(<<?\\, c, rest::binary>>, acc), do: string(rest, [acc, Map.get(%{?n => "\n", ?t => "\t"}, c, <<c>>)])
  defp string(<<c::utf8, rest::binary>>, acc), do: string(rest, [acc, <<c::utf8>>])
  defp string(rest, _), do: fail(nil, rest, "unterminated string")

  defp array("]" <> rest, acc), do: {Enum.reverse(acc), rest}
  defp array("," <> rest, acc), do: array(rest, acc)

  defp array(text, acc) do
    {v, rest} = text |> skip() |> value()
    array(skip(rest), [v | acc])
  end

  defp object("}" <> rest, acc), do: {Map.new(acc), rest}
  defp object("," <> rest, acc), do: object(skip(rest), acc)

  defp object(text, acc) do
    with <<?", rest::binary>> <- text,
         {k, rest} <- string(rest, []),
         ":" <> rest <- skip(rest),
         {v, rest} <- value(skip(rest)) do
      object(skip(rest), [{k, v} | acc])
    else
      _ -> fail(nil, text, "bad object")
    end
  end
end

IO.inspect(ToJson.encode(%{a: [1, 2.5, nil, true], b: "x\"\n\u0001é"}) |> IO.iodata_to_binary()) # expect: "{\"a\":[1,2.5,null,true],\"b\":\"x\\\"\\n\\u0001é\"}"
IO.inspect(ToJson.encode(1..3) |> IO.iodata_to_binary()) # expect: "{\"first\":1,\"last\":3,\"step\":1}"
IO.puts(inspect(error.(fn -> ToJson.encode({1}) end), width: 900)) # expect: {ArgumentError, "cannot encode {1}"}
IO.inspect(Json.decode!(~S( {"a": [1, -2.5e3, "x\u00e9\n", {}], "b": null, "c": [true,false, []]} ))) # expect: %{"a" => [1, -2500.0, "xé\n", %{}], "b" => nil, "c" => [true, false, []]}
IO.inspect(Json.decode!("12")) # expect: 12
IO.puts(inspect(error.(fn -> Json.decode!("[1, 2") end), width: 900)) # expect: {Json.Error, "unexpected nil at byte 5"}
IO.puts(inspect(error.(fn -> Json.decode!("[1, ?]") end), width: 900)) # expect: {Json.Error, "unexpected \"?\" at byte 4"}
IO.puts(inspect(error.(fn -> Json.decode!(~S({"a" 1})) end), width: 900)) # expect: {Json.Error, "bad object at byte 1"}
IO.puts(inspect(error.(fn -> Json.decode!("1 2") end), width: 900)) # expect: {Json.Error, "trailing text at byte 1"}
IO.puts(inspect(error.(fn -> Json.decode!(~S("abc)) end), width: 900)) # expect: {Json.Error, "unterminated string at byte 4"}
IO.inspect(%{"k" => [1, %{"z" => "q"}]} |> ToJson.encode() |> IO.iodata_to_binary() |> Json.decode!()) # expect: %{"k" => [1, %{"z" => "q"}]}
