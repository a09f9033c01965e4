# stdlib/erlang/erlang/packet.part.ex: packets cut from a stream of bytes.
# Here: decode_packet for raw bytes, lengths of 1, 2 and 4 bytes, lines, and HTTP's requests, responses and headers.
# Not here: sockets.
# Holds: the answer for bytes that do not hold a whole packet is {:more, length or :undefined}.

@doc """
Cuts the first packet from bytes: `{:ok, packet, rest}`, `{:more, length | :undefined}` or `{:error, reason}`.

Types: `:raw` (or 0), a length before it in 1, 2 or 4 bytes, `:line`, and `:http`, `:httph`, `:http_bin`, `:httph_bin`.
Options: `:packet_size`, `:line_length`, `:line_delimiter`.

## Examples

    iex> :erlang.decode_packet(2, <<0, 3, "abcd">>, [])
    {:ok, "abc", "d"}
    iex> :erlang.decode_packet(:line, "one", [])
    {:more, :undefined}
    iex> :erlang.decode_packet(:http_bin, "GET /a HTTP/1.1" <> <<13, 10>>, [])
    {:ok, {:http_request, :GET, {:abs_path, "/a"}, {1, 1}}, ""}
    iex> :erlang.decode_packet(:httph_bin, "host: here" <> <<13, 10, 65>>, [])
    {:ok, {:http_header, 14, :Host, "host", "here"}, "A"}
"""
def decode_packet(type, bytes, options) do
  refuse_packet(type, bytes, options)
  limit = packet_option(options, :packet_size, 0)

  case type do
    raw when raw in [:raw, 0] -> if bytes == "", do: {:more, :undefined}, else: {:ok, bytes, ""}
    n when n in [1, 2, 4] -> sized_packet(n, bytes, limit)
    :line -> line_packet(bytes, packet_option(options, :line_delimiter, ?\n), packet_option(options, :line_length, 0), limit)
    http when http in [:http, :http_bin] -> http_packet(bytes, http == :http_bin, :start, limit)
    http when http in [:httph, :httph_bin] -> http_packet(bytes, http == :httph_bin, :header, limit)
    kind -> raise "erlang:decode_packet/3: packets of the type #{kind} are not cut by vial"
  end
end

@packet_types [:raw, 0, 1, 2, 4, :line, :http, :http_bin, :httph, :httph_bin] ++ [:asn1, :sunrm, :cdr, :fcgi, :tpkt, :ssl_tls]

defp refuse_packet(type, bytes, options) do
  causes =
    if(type in @packet_types, do: [], else: [{1, "invalid packet type"}]) ++
      if(is_binary(bytes), do: [], else: [{2, "not a binary"}]) ++
      cond do
        not is_list(options) -> [{3, "not a list"}]
        not is_binary(bytes) or (Enum.all?(options, &packet_option?/1) and type in @packet_types) -> []
        true -> [{3, "invalid option in list"}]
      end

  if causes != [],
    do: :vial_error.badarg([type, bytes, options], :maps.from_list(causes))
end

defp packet_option?({:line_delimiter, n}), do: is_integer(n) and n in 0..255
defp packet_option?({name, n}), do: name in [:packet_size, :line_length] and is_integer(n) and n >= 0
defp packet_option?(_), do: false

defp packet_option(options, name, default) do
  case :lists.keyfind(name, 1, options) do
    {_, n} -> n
    false -> default
  end
end

defp sized_packet(n, bytes, limit) do
  case bytes do
    <<length::size(n)-unit(8), _::binary>> when (limit > 0 and length > limit) or length > 0x7FFFFFFF -> {:error, :invalid}
    <<length::size(n)-unit(8), packet::binary-size(length), rest::binary>> -> {:ok, packet, rest}
    <<length::size(n)-unit(8), _::binary>> -> {:more, n + length}
    _ -> {:more, :undefined}
  end
end

# A line longer than the limit comes in pieces.
defp line_packet(bytes, delimiter, limit, packet_limit) do
  case :binary.match(bytes, <<delimiter>>) do
    {at, 1} when packet_limit > 0 and at >= packet_limit -> {:error, :invalid}
    {at, 1} when limit == 0 or at < limit -> split_packet(bytes, at + 1)
    _ when limit > 0 and byte_size(bytes) >= limit -> split_packet(bytes, limit)
    _ -> {:more, :undefined}
  end
end

defp split_packet(bytes, size) do
  <<packet::binary-size(size), rest::binary>> = bytes
  {:ok, packet, rest}
end

# -- HTTP

# A header's line goes on where the next one begins with a blank, so that the byte behind it must be there.
defp http_packet(bytes, binary?, state, limit) do
  case http_line_end(bytes, 0, state) do
    nil ->
      if limit > 0 and byte_size(bytes) >= limit, do: {:error, :invalid}, else: {:more, :undefined}

    size when limit > 0 and size > limit ->
      {:error, :invalid}

    size ->
      <<line::binary-size(size), rest::binary>> = bytes
      {:ok, http_line(state, line, strip_line(line), binary?), rest}
  end
end

defp http_line_end(bytes, from, state) do
  case :binary.match(bytes, "\n", scope: {from, byte_size(bytes) - from}) do
    :nomatch -> nil
    {at, 1} -> if state == :header, do: header_end(bytes, at + 1), else: at + 1
  end
end

defp header_end(bytes, size) do
  cond do
    size <= 2 and strip_line(:erlang.binary_part(bytes, 0, size)) == "" -> size
    size == byte_size(bytes) -> nil
    :binary.at(bytes, size) in [?\s, ?\t] -> http_line_end(bytes, size, :header)
    true -> size
  end
end

defp strip_line(line), do: line |> String.trim_trailing("\n") |> String.trim_trailing("\r")

defp http_line(:header, _line, "", _binary?), do: :http_eoh

defp http_line(:header, line, text, binary?) do
  case :binary.split(text, ":") do
    [name, value] -> if name =~ ~r/[ \t]/, do: http_error(line, binary?), else: http_header(name, String.replace(value, ~r/^[ \t]+/, ""), binary?)
    _ -> http_error(line, binary?)
  end
end

defp http_line(:start, line, "HTTP/" <> rest, binary?) do
  with {version, after_version} <- http_version(rest),
       {status, phrase} when status in 0..999 <- Integer.parse(String.trim_leading(after_version, " ")) do
    {:http_response, version, status, http_text(String.trim_leading(phrase, " "), binary?)}
  else
    _ -> http_error(line, binary?)
  end
end

defp http_line(:start, line, text, binary?) do
  with [method, rest] when method != "" <- :binary.split(text, " "),
       {target, version} <- http_target(String.trim_leading(rest, " ")) do
    {:http_request, http_method(method, binary?), http_uri(target, binary?), version}
  else
    _ -> http_error(line, binary?)
  end
end

defp http_error(line, binary?), do: {:http_error, http_text(line, binary?)}

# Without a version it is a request of HTTP/0.9.
defp http_target(rest) do
  case :binary.split(rest, " ") do
    [target] when target != "" -> {target, {0, 9}}
    [target, version] -> with "HTTP/" <> version <- String.trim_leading(version, " "), {version, _} <- http_version(version), do: {target, version}
    _ -> nil
  end
end

defp http_version(text) do
  with {major, "." <> rest} <- Integer.parse(text), {minor, rest} <- Integer.parse(rest) do
    {{major, minor}, rest}
  else
    _ -> nil
  end
end

@http_methods ~w(OPTIONS GET HEAD POST PUT DELETE TRACE)

defp http_method(method, _binary?) when method in @http_methods, do: String.to_atom(method)
defp http_method(method, binary?), do: http_text(method, binary?)

defp http_uri("*", _binary?), do: :*
defp http_uri("/" <> _ = path, binary?), do: {:abs_path, http_text(path, binary?)}

defp http_uri(uri, binary?) do
  case Regex.run(~r{^(https?)://(\[[^\]]*\]|[^/:]*)(?::(\d+))?(.*)$}i, uri, capture: :all_but_first) do
    [scheme, host, port, path] ->
      path = if path == "", do: "/", else: path
      {:absoluteURI, String.to_atom(String.downcase(scheme)), http_text(host, binary?), if(port == "", do: :undefined, else: String.to_integer(port)), http_text(path, binary?)}

    nil ->
      case :binary.split(uri, ":") do
        [scheme, rest] -> {:scheme, http_text(scheme, binary?), http_text(rest, binary?)}
        _ -> http_text(uri, binary?)
      end
  end
end

# The headers that come as atoms, by their numbers.
@http_fields ~w(Cache-Control Connection Date Pragma Transfer-Encoding Upgrade Via Accept Accept-Charset Accept-Encoding
  Accept-Language Authorization From Host If-Modified-Since If-Match If-None-Match If-Range If-Unmodified-Since
  Max-Forwards Proxy-Authorization Range Referer User-Agent Age Location Proxy-Authenticate Public Retry-After Server
  Vary Warning Www-Authenticate Allow Content-Base Content-Encoding Content-Language Content-Length Content-Location
  Content-Md5 Content-Range Content-Type Etag Expires Last-Modified Accept-Ranges Set-Cookie Set-Cookie2
  X-Forwarded-For Cookie Keep-Alive Proxy-Connection)
             |> Enum.with_index(1)
             |> Map.new(fn {name, n} -> {name, {n, :erlang.binary_to_atom(name)}} end)

defp http_header(name, value, binary?) do
  canonical = name |> String.split("-") |> Enum.map_join("-", &String.capitalize(&1, :ascii))

  case @http_fields do
    %{^canonical => {n, atom}} -> {:http_header, n, atom, http_text(name, binary?), http_text(value, binary?)}
    _ -> {:http_header, 0, http_text(canonical, binary?), http_text(name, binary?), http_text(value, binary?)}
  end
end

defp http_text(text, true), do: text
defp http_text(text, false), do: :erlang.binary_to_list(text)
