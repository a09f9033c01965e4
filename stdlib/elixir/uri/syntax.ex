# stdlib/elixir/uri/syntax.ex: what may stand where in a URI, for `URI.new/1`.
# Not here: taking a URI apart (uri.ex).
defmodule URI.Syntax do
  @moduledoc false

  @doc """
  Returns the first text in the parts of a URI that may not stand there, or `nil`.
  """
  def first_invalid(%URI{} = uri) do
    authority(uri.authority) || path(uri) || after_path(uri.query) || after_path(uri.fragment)
  end

  defp authority(nil), do: nil

  # Where user information does not fit, all is read as a host, in which `@` is wrong.
  defp authority(text) do
    case :binary.split(text, "@") do
      [host] -> host(host)
      [user, host] -> (scan(user, &user?/1) || host(host)) && host(text)
    end
  end

  defp host("[" <> rest) do
    case scan(rest, &address?/1) do
      "]" ->
        [address, rest] = :binary.split(rest, "]")
        if ipv6?(address), do: port(rest), else: address

      nil ->
        ""

      other ->
        other
    end
  end

  defp host(text) do
    case :binary.split(text, ":") do
      [name] -> scan(name, &name?/1)
      [name, port] -> scan(name, &name?/1) || scan(port, &digit?/1)
    end
  end

  defp port(":" <> digits), do: scan(digits, &digit?/1)
  defp port(text), do: scan(text, fn _ -> false end)

  # Eight groups of up to four hexadecimal digits; `::` stands for those left out once, and four
  # decimal numbers at the end for two.
  defp ipv6?(address) do
    case String.split(address, "::") do
      [all] -> groups(all) == 8
      [left, right] -> is_integer(groups(left)) and is_integer(groups(right)) and groups(left) + groups(right) < 8
      _ -> false
    end
  end

  defp groups(""), do: 0
  defp groups(text), do: text |> String.split(":") |> count_groups(0)

  defp count_groups([], count), do: count

  defp count_groups([last], count) do
    cond do
      group?(last) -> count + 1
      ipv4?(last) -> count + 2
      true -> :error
    end
  end

  defp count_groups([group | rest], count),
    do: if(group?(group), do: count_groups(rest, count + 1), else: :error)

  defp group?(text), do: byte_size(text) in 1..4 and match?({_, ""}, Integer.parse(text, 16))

  defp ipv4?(text) do
    numbers = String.split(text, ".")
    length(numbers) == 4 and Enum.all?(numbers, &(match?({n, ""} when n in 0..255, Integer.parse(&1))))
  end

  defp path(%{path: nil}), do: nil

  # Without a scheme a colon in the first segment would end one.
  defp path(%{scheme: nil, authority: nil, path: path}) do
    [segment | _] = :binary.split(path, "/")
    scan(segment, &(name?(&1) or &1 == ?@)) || scan(path, &path?/1)
  end

  defp path(%{path: path}), do: scan(path, &path?/1)

  defp after_path(nil), do: nil
  defp after_path(text), do: scan(text, &(path?(&1) or &1 == ??))

  # The first character that is not allowed.
  defp scan(<<c, rest::binary>> = text, allowed?) do
    if allowed?.(c), do: scan(rest, allowed?), else: String.first(text)
  end

  defp scan("", _allowed?), do: nil

  defp digit?(c), do: c in ?0..?9
  defp address?(c), do: c in ?0..?9 or c in ?a..?f or c in ?A..?F or c in ':.'
  defp name?(c), do: URI.char_unreserved?(c) or c in '%!$&\'()*+,;='
  defp user?(c), do: name?(c) or c == ?:
  defp path?(c), do: user?(c) or c in '@/'
end
