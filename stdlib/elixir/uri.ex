# stdlib/elixir/uri.ex: uniform resource identifiers.
# Here: parsing, printing, merging, percent-encoding, queries.
defmodule URI do
  @moduledoc """
  URIs: taking them apart, putting them together, encoding their parts.
  """

  @derive {Inspect, optional: [:authority]}
  defstruct [:scheme, :authority, :userinfo, :host, :port, :path, :query, :fragment]

  @type t :: %__MODULE__{
          scheme: nil | binary,
          authority: nil | binary,
          userinfo: nil | binary,
          host: nil | binary,
          port: nil | :inet.port_number(),
          path: nil | binary,
          query: nil | binary,
          fragment: nil | binary
        }

  @reserved ':/?#[]@!$&\'()*+,;='
  @unreserved '~_-.'

  @doc """
  Returns the default port of a scheme, or `nil`.

  ## Examples

      iex> URI.default_port("https")
      443
      iex> URI.default_port("ponzi")
      nil
  """
  @spec default_port(binary) :: nil | non_neg_integer
  def default_port(scheme) when is_binary(scheme) do
    case :persistent_term.get({__MODULE__, scheme}, nil) do
      nil -> known_port(scheme)
      port -> port
    end
  end

  defp known_port("ftp"), do: 21
  defp known_port("http"), do: 80
  defp known_port("https"), do: 443
  defp known_port("ldap"), do: 389
  defp known_port("sftp"), do: 22
  defp known_port("tftp"), do: 69
  defp known_port("ws"), do: 80
  defp known_port("wss"), do: 443
  defp known_port(_), do: nil

  @doc """
  Registers a default port for a scheme, for the whole VM.

  ## Examples

      iex> URI.default_port("vial-example", 1234)
      :ok
      iex> URI.default_port("vial-example")
      1234
  """
  @spec default_port(binary, non_neg_integer) :: :ok
  def default_port(scheme, port) when is_binary(scheme) and is_integer(port) and port >= 0,
    do: :persistent_term.put({__MODULE__, scheme}, port)

  @doc """
  Encodes an enumerable of pairs as a query.

  `encoding` is `:www_form` (default: a space is `+`) or `:rfc3986`. Raises `ArgumentError` for lists.

  ## Examples

      iex> URI.encode_query([{"foo", 1}, {"key", "value with spaces"}])
      "foo=1&key=value+with+spaces"
      iex> URI.encode_query([key: "a b"], :rfc3986)
      "key=a%20b"
  """
  @spec encode_query(Enumerable.t(), :rfc3986 | :www_form) :: binary
  def encode_query(enumerable, encoding \\ :www_form),
    do: Enum.map_join(enumerable, "&", &encode_kv_pair(&1, encoding))

  defp encode_kv_pair({key, _}, _) when is_list(key),
    do: raise(ArgumentError, "encode_query/2 keys cannot be lists, got: #{inspect(key)}")

  defp encode_kv_pair({_, value}, _) when is_list(value),
    do: raise(ArgumentError, "encode_query/2 values cannot be lists, got: #{inspect(value)}")

  defp encode_kv_pair({key, value}, :rfc3986),
    do: encode(Kernel.to_string(key), &char_unreserved?/1) <> "=" <> encode(Kernel.to_string(value), &char_unreserved?/1)

  defp encode_kv_pair({key, value}, :www_form),
    do: encode_www_form(Kernel.to_string(key)) <> "=" <> encode_www_form(Kernel.to_string(value))

  @doc """
  Decodes a query into a map; of a key given twice the last counts.

  ## Examples

      iex> URI.decode_query("foo=1&bar=two+words")
      %{"bar" => "two words", "foo" => "1"}
      iex> URI.decode_query("percent=oh+yes%21", %{"starting" => "map"})
      %{"percent" => "oh yes!", "starting" => "map"}
  """
  @spec decode_query(binary, %{optional(binary) => binary}, :rfc3986 | :www_form) :: %{optional(binary) => binary}
  def decode_query(query, map \\ %{}, encoding \\ :www_form)

  def decode_query(query, %_{} = dict, encoding) when is_binary(query) do
    raise ArgumentError, "URI.decode_query/3 expects the second argument to be a map, other Enumerable data structures are not supported, got: #{inspect({dict, encoding})}"
  end

  def decode_query(query, map, encoding) when is_binary(query) and is_map(map),
    do: decode_into(query, map, encoding)

  def decode_query(query, dict, encoding) when is_binary(query) do
    raise ArgumentError,
          "expected the second argument to be a map, got: #{inspect(dict)} (#{inspect(encoding)})"
  end

  defp decode_into(query, map, encoding) do
    case next_pair(query, encoding) do
      nil -> map
      {{key, value}, rest} -> decode_into(rest, Map.put(map, key, value), encoding)
    end
  end

  @doc """
  Returns the pairs of a query as a stream.

  ## Examples

      iex> URI.query_decoder("foo=1&bar=2") |> Enum.to_list()
      [{"foo", "1"}, {"bar", "2"}]
  """
  @spec query_decoder(binary, :rfc3986 | :www_form) :: Enumerable.t()
  def query_decoder(query, encoding \\ :www_form) when is_binary(query),
    do: Stream.unfold(query, &next_pair(&1, encoding))

  defp next_pair("", _encoding), do: nil

  defp next_pair(query, encoding) do
    {pair, rest} =
      case :binary.split(query, "&") do
        [pair, rest] -> {pair, rest}
        [pair] -> {pair, ""}
      end

    case :binary.split(pair, "=") do
      [key, value] -> {{decode_part(key, encoding), decode_part(value, encoding)}, rest}
      [key] -> {{decode_part(key, encoding), ""}, rest}
    end
  end

  defp decode_part(text, :www_form), do: decode_www_form(text)
  defp decode_part(text, :rfc3986), do: decode(text)

  @doc """
  Tells whether a character has a meaning in URIs.

  ## Examples

      iex> URI.char_reserved?(?+)
      true
  """
  @spec char_reserved?(byte) :: boolean
  def char_reserved?(character), do: character in @reserved

  @doc """
  Tells whether a character never needs encoding.

  ## Examples

      iex> URI.char_unreserved?(?_)
      true
  """
  @spec char_unreserved?(byte) :: boolean
  def char_unreserved?(character),
    do: character in ?0..?9 or character in ?a..?z or character in ?A..?Z or character in @unreserved

  @doc """
  Tells whether a character may stand in a URI as it is.

  ## Examples

      iex> URI.char_unescaped?(?{)
      false
  """
  @spec char_unescaped?(byte) :: boolean
  def char_unescaped?(character), do: char_reserved?(character) or char_unreserved?(character)

  @doc """
  Percent-encodes the bytes for which `predicate` is false.

  ## Examples

      iex> URI.encode("ftp://s-ite.tld/?value=put it+й")
      "ftp://s-ite.tld/?value=put%20it+%D0%B9"
      iex> URI.encode("a string", &(&1 != ?i))
      "a str%69ng"
  """
  @spec encode(binary, (byte -> as_boolean(term))) :: binary
  def encode(string, predicate \\ &char_unescaped?/1) when is_binary(string) and is_function(predicate, 1),
    do: for(<<byte <- string>>, into: "", do: percent(byte, predicate))

  defp percent(char, predicate), do: if(predicate.(char), do: <<char>>, else: percent(char))

  defp percent(char), do: <<?%, hex(:erlang.bsr(char, 4)), hex(:erlang.band(char, 15))>>

  defp hex(n) when n <= 9, do: n + ?0
  defp hex(n), do: n + ?A - 10

  @doc """
  Encodes as HTML forms do: a space is `+`.

  ## Examples

      iex> URI.encode_www_form("put: it+й")
      "put%3A+it%2B%D0%B9"
  """
  @spec encode_www_form(binary) :: binary
  def encode_www_form(string) when is_binary(string) do
    for <<byte <- string>>, into: "" do
      if byte == ?\s, do: "+", else: percent(byte, &char_unreserved?/1)
    end
  end

  @doc """
  Decodes percent signs; one without two digits stays.

  ## Examples

      iex> URI.decode("https%3A%2F%2Felixir-lang.org")
      "https://elixir-lang.org"
  """
  @spec decode(binary) :: binary
  def decode(uri), do: unpercent(uri, "", false)

  @doc """
  Decodes as HTML forms do.

  ## Examples

      iex> URI.decode_www_form("%3Call+in%2F")
      "<all in/"
  """
  @spec decode_www_form(binary) :: binary
  def decode_www_form(string) when is_binary(string), do: unpercent(string, "", true)

  defp unpercent(<<?+, tail::binary>>, acc, true), do: unpercent(tail, <<acc::binary, ?\s>>, true)

  defp unpercent(<<?%, hex1, hex2, tail::binary>>, acc, spaces?) do
    with high when is_integer(high) <- digit(hex1),
         low when is_integer(low) <- digit(hex2) do
      unpercent(tail, <<acc::binary, high * 16 + low>>, spaces?)
    else
      _ -> unpercent(<<hex1, hex2, tail::binary>>, <<acc::binary, ?%>>, spaces?)
    end
  end

  defp unpercent(<<head, tail::binary>>, acc, spaces?), do: unpercent(tail, <<acc::binary, head>>, spaces?)
  defp unpercent(<<>>, acc, _spaces?), do: acc

  defp digit(n) when n in ?A..?F, do: n - ?A + 10
  defp digit(n) when n in ?a..?f, do: n - ?a + 10
  defp digit(n) when n in ?0..?9, do: n - ?0
  defp digit(_n), do: nil

  @doc """
  Parses a URI strictly: `{:ok, uri}` or `{:error, part}` with the first text that may not stand there.

  ## Examples

      iex> {:ok, uri} = URI.new("https://elixir-lang.org/")
      iex> uri.host
      "elixir-lang.org"
      iex> URI.new("/invalid_greater_than_in_path/>")
      {:error, ">"}
  """
  @doc since: "1.13.0"
  @spec new(t | String.t()) :: {:ok, t} | {:error, String.t()}
  def new(%URI{} = uri), do: {:ok, uri}

  def new(binary) when is_binary(binary) do
    uri = split_uri(binary)

    # What does not parse with its scheme is read again as a path, where the colon is wrong.
    case URI.Syntax.first_invalid(uri) do
      nil -> {:ok, without_authority(uri)}
      _ when uri.scheme != nil -> {:error, ":"}
      part -> {:error, part}
    end
  end

  # The parts of the authority are kept, not its text. As the reference has it, a colon without a
  # port leaves it undefined.
  defp without_authority(%{port: :empty} = uri), do: %{uri | authority: nil, port: :undefined}
  defp without_authority(uri), do: with_defaults(%{uri | authority: nil})

  @doc """
  Parses a URI strictly; raises `URI.Error`.

  ## Examples

      iex> URI.new!("https://elixir-lang.org/").path
      "/"
  """
  @doc since: "1.13.0"
  @spec new!(t | String.t()) :: t
  def new!(%URI{} = uri), do: uri

  def new!(binary) when is_binary(binary) do
    case new(binary) do
      {:ok, uri} -> uri
      {:error, part} -> raise URI.Error, action: :parse, reason: :invalid_uri, part: part
    end
  end

  @doc """
  Takes a URI apart, whatever it holds.

  ## Examples

      iex> URI.parse("https://elixir-lang.org/docs?q=1#top").query
      "q=1"
      iex> URI.parse("/foo/bar").path
      "/foo/bar"
  """
  @spec parse(t | binary) :: t
  def parse(%URI{} = uri), do: uri

  def parse(string) when is_binary(string) do
    uri = split_uri(string)

    # Of what is no port the digits it begins with are taken.
    port =
      case uri.port do
        {:invalid, digits} -> digits
        :empty -> nil
        port -> port
      end

    with_defaults(%{uri | port: port})
  end

  defp with_defaults(%URI{scheme: scheme, port: nil} = uri) when is_binary(scheme) do
    %{uri | port: default_port(scheme)}
  end

  defp with_defaults(uri), do: uri

  # scheme ":" "//" authority path "?" query "#" fragment, each part but the path optional.
  defp split_uri(string) do
    {string, fragment} = cut(string, "#")
    {string, query} = cut(string, "?")
    {scheme, string} = scheme(string)

    {authority, path} =
      case string do
        "//" <> rest -> authority_path(rest)
        path -> {nil, path}
      end

    {userinfo, host, port} = split_authority(authority)

    %URI{
      scheme: scheme && String.downcase(scheme, :ascii),
      authority: authority,
      userinfo: userinfo,
      host: host,
      port: port,
      path: nillify(path),
      query: query,
      fragment: fragment
    }
  end

  defp cut(string, sign) do
    case :binary.split(string, sign) do
      [left, right] -> {left, right}
      [whole] -> {whole, nil}
    end
  end

  defp scheme(string) do
    case :binary.split(string, ":") do
      [<<c, _::binary>> = scheme, rest] when c in ?a..?z or c in ?A..?Z ->
        if scheme?(scheme), do: {scheme, rest}, else: {nil, string}

      _ ->
        {nil, string}
    end
  end

  defp scheme?(text) do
    for(<<c <- text>>, c not in ?a..?z and c not in ?A..?Z and c not in ?0..?9 and c not in '+-.', do: c) == []
  end

  defp authority_path(rest) do
    case :binary.match(rest, "/") do
      {at, _} -> {binary_part(rest, 0, at), binary_part(rest, at, byte_size(rest) - at)}
      :nomatch -> {rest, ""}
    end
  end

  defp split_authority(nil), do: {nil, nil, nil}
  defp split_authority(""), do: {nil, "", nil}
  defp split_authority(":"), do: {nil, "", nil}

  defp split_authority(authority) do
    {userinfo, rest} =
      case :binary.matches(authority, "@") do
        [] ->
          {nil, authority}

        signs ->
          {at, _} = List.last(signs)
          <<userinfo::binary-size(at), ?@, rest::binary>> = authority
          {userinfo, rest}
      end

    {host, port} = host_port(rest)
    {userinfo, host && unbracketed(host), port}
  end

  defp host_port("[" <> _ = text) do
    case :binary.split(text, "]") do
      [host, ":" <> port] -> {host <> "]", port(port)}
      [host, _] -> {host <> "]", nil}
      [host] -> {host, nil}
    end
  end

  defp host_port(text) do
    case :binary.split(text, ":") do
      [host, port] -> {host, port(port)}
      [host] -> {host, nil}
    end
  end

  defp port(""), do: :empty

  defp port(text) do
    case Integer.parse(text) do
      {port, ""} when port >= 0 -> port
      {port, _} when port >= 0 -> {:invalid, port}
      _ -> {:invalid, nil}
    end
  end

  defp unbracketed("[" <> rest), do: String.trim_trailing(rest, "]")
  defp unbracketed(host), do: host

  defp nillify(""), do: nil
  defp nillify(text), do: text

  @doc """
  Returns a URI as text. Raises `ArgumentError` when its parts cannot stand together.

  ## Examples

      iex> URI.to_string(URI.parse("http://google.com"))
      "http://google.com"
      iex> URI.to_string(%URI{scheme: "foo", host: "bar.baz"})
      "foo://bar.baz"
  """
  @spec to_string(t) :: binary
  defdelegate to_string(uri), to: String.Chars.URI

  @doc """
  Resolves a reference against an absolute URI, as RFC 3986 has it.

  ## Examples

      iex> URI.merge(URI.parse("http://google.com"), "/query") |> to_string()
      "http://google.com/query"
      iex> URI.merge("http://example.com", "http://google.com") |> to_string()
      "http://google.com"
  """
  @spec merge(t | binary, t | binary) :: t
  def merge(uri, rel)
  def merge(%URI{host: nil}, _rel), do: raise(ArgumentError, "you must merge onto an absolute URI")

  def merge(_base, %URI{scheme: rel_scheme} = rel) when rel_scheme != nil,
    do: %{rel | path: remove_dot_segments(rel.path)}

  def merge(base, %URI{authority: authority} = rel) when authority != nil,
    do: %{rel | scheme: base.scheme, path: remove_dot_segments(rel.path)}

  def merge(%URI{} = base, %URI{path: nil} = rel),
    do: %{base | query: rel.query || base.query, fragment: rel.fragment}

  def merge(%URI{} = base, %URI{} = rel) do
    new_path = merge_paths(base.path, rel.path)
    %{base | path: new_path, query: rel.query, fragment: rel.fragment}
  end

  def merge(base, rel), do: merge(parse(base), parse(rel))

  defp merge_paths(nil, rel_path), do: merge_paths("/", rel_path)
  defp merge_paths(_, "/" <> _ = rel_path), do: remove_dot_segments(rel_path)

  defp merge_paths(base_path, rel_path) do
    [_ | base_segments] = base_path |> String.split("/") |> Enum.reverse()
    (Enum.reverse(base_segments) ++ [rel_path]) |> Enum.join("/") |> remove_dot_segments()
  end

  defp remove_dot_segments(nil), do: nil

  defp remove_dot_segments(path) do
    path |> String.split("/") |> dot_segments([]) |> Enum.join("/")
  end

  defp dot_segments([], acc), do: Enum.reverse(acc)
  defp dot_segments(["." | rest], acc), do: dot_segments(rest, acc)
  defp dot_segments([".." | rest], [""]), do: dot_segments(rest, [""])
  defp dot_segments([".." | rest], [_ | acc]), do: dot_segments(rest, acc)
  defp dot_segments([".." | rest], []), do: dot_segments(rest, [])
  defp dot_segments([head | rest], acc), do: dot_segments(rest, [head | acc])

  @doc """
  Adds to the query.

  ## Examples

      iex> URI.append_query(URI.parse("http://example.com/?x=1"), "y=2") |> URI.to_string()
      "http://example.com/?x=1&y=2"
  """
  @doc since: "1.14.0"
  @spec append_query(t, binary) :: t
  def append_query(%URI{} = uri, query) when is_binary(query) and uri.query in [nil, ""],
    do: %{uri | query: query}

  def append_query(%URI{} = uri, query) when is_binary(query) do
    if String.ends_with?(uri.query, "&"),
      do: %{uri | query: uri.query <> query},
      else: %{uri | query: uri.query <> "&" <> query}
  end
end

defimpl String.Chars, for: URI do
  def to_string(%{host: host, path: path} = uri)
      when host != nil and is_binary(path) and path != "" and binary_part(path, 0, 1) != "/" do
    raise ArgumentError,
          ":path in URI must be empty or an absolute path if URL has a :host, got: #{inspect(uri)}"
  end

  def to_string(%{scheme: scheme, port: port, path: path, query: query, fragment: fragment} = uri) do
    uri = if scheme && URI.default_port(scheme) == port, do: %{uri | port: nil}, else: uri

    # What was parsed keeps its authority unless the parts were changed.
    authority = authority(uri)

    IO.iodata_to_binary([
      if(scheme, do: [scheme, ?:], else: []),
      if(authority, do: ["//", authority], else: []),
      if(path, do: path, else: []),
      if(query, do: ["?", query], else: []),
      if(fragment, do: ["#", fragment], else: [])
    ])
  end

  defp authority(%{host: nil, authority: authority}), do: authority

  defp authority(%{host: host, userinfo: userinfo, port: port}) do
    [
      if(userinfo, do: [userinfo, "@"], else: []),
      if(String.contains?(host, ":"), do: ["[", host, "]"], else: host),
      if(port, do: [":", Integer.to_string(port)], else: [])
    ]
  end
end
