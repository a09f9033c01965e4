# stdlib/elixir/inspect/regex.ex: how regular expressions are shown.
defimpl Inspect, for: Regex do
  @moduledoc false

  def inspect(%{opts: []} = regex, opts), do: sigil(regex.source, "", opts)

  def inspect(%{opts: regex_opts} = regex, opts) when is_list(regex_opts) do
    source = Inspect.Algebra.to_doc(regex.source, opts)
    options = Inspect.Algebra.to_doc(regex_opts, opts)
    Inspect.Algebra.concat(["Regex.compile!(", source, ", ", options, ")"])
  end

  def inspect(regex, opts), do: sigil(regex.source, regex.opts, opts)

  defp sigil(source, modifiers, opts) do
    {escaped, _} =
      source
      |> normalize(<<>>)
      |> Code.Identifier.escape(?/, :infinity, &escape_map/1)

    text = IO.iodata_to_binary(["~r/", escaped, ?/, modifiers])
    Inspect.Algebra.color(text, :regex, opts)
  end

  # Only the new lines and their like are escaped: a backslash says what it says in the pattern.
  defp escape_map(?\a), do: '\\a'
  defp escape_map(?\b), do: '\\x08'
  defp escape_map(?\d), do: '\\x7F'
  defp escape_map(?\e), do: '\\x1B'
  defp escape_map(?\f), do: '\\f'
  defp escape_map(?\n), do: '\\n'
  defp escape_map(?\r), do: '\\r'
  defp escape_map(?\t), do: '\\t'
  defp escape_map(?\v), do: '\\v'
  defp escape_map(?\\), do: '\\'
  defp escape_map(_), do: false

  # A slash that is escaped already must not be escaped again.
  defp normalize(<<?\\, ?\\, rest::binary>>, acc), do: normalize(rest, <<acc::binary, ?\\, ?\\>>)
  defp normalize(<<?\\, ?/, rest::binary>>, acc), do: normalize(rest, <<acc::binary, ?/>>)
  defp normalize(<<?\\, c, rest::binary>>, acc), do: normalize(rest, <<acc::binary, ?\\, c>>)
  defp normalize(<<c, rest::binary>>, acc), do: normalize(rest, <<acc::binary, c>>)
  defp normalize(<<>>, acc), do: acc
end
