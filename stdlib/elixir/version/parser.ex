# stdlib/elixir/version/parser.ex: reading versions and requirements.
defmodule Version.Parser do
  @moduledoc false

  @doc """
  Reads a version: `{:ok, {major, minor, patch, pre, build_parts}}` or `:error`.
  """
  def parse_version(string, approximate? \\ false) when is_binary(string) do
    {string, build} = cut(string, "+")
    {string, pre} = cut(string, "-")

    with {:ok, numbers} <- numbers(string),
         {major, minor, patch} <- three(numbers, approximate?),
         {:ok, pre} <- identifiers(pre, true),
         {:ok, build} <- identifiers(build, false) do
      {:ok, {major, minor, patch, pre, build}}
    else
      _ -> :error
    end
  end

  defp cut(string, sign) do
    case :binary.split(string, sign) do
      [whole] -> {whole, nil}
      [left, right] -> {left, right}
    end
  end

  defp numbers(string) do
    parts = for part <- :binary.split(string, ".", [:global]), do: number(part)
    if :error in parts, do: :error, else: {:ok, parts}
  end

  # Digits only, and no zero before others.
  defp number(<<?0, _, _::binary>>), do: :error

  defp number(text) do
    if text != "" and digits?(text), do: String.to_integer(text), else: :error
  end

  defp digits?(text), do: for(<<c <- text>>, c not in ?0..?9, do: c) == []

  defp three([major, minor, patch], _approximate?), do: {major, minor, patch}
  defp three([major, minor], true), do: {major, minor, nil}
  defp three(_, _), do: :error

  # Pre-release identifiers of digits are numbers; they come before texts.
  defp identifiers(nil, _pre?), do: {:ok, []}

  defp identifiers(text, pre?) do
    parts = for part <- :binary.split(text, ".", [:global]), do: identifier(part, pre?)
    if :error in parts, do: :error, else: {:ok, parts}
  end

  defp identifier("", _), do: :error

  defp identifier(part, pre?) do
    cond do
      not allowed?(part) -> :error
      pre? and digits?(part) -> number(part)
      true -> part
    end
  end

  defp allowed?(part),
    do: for(<<c <- part>>, c not in ?0..?9 and c not in ?a..?z and c not in ?A..?Z and c != ?-, do: c) == []

  @doc """
  Reads a requirement: `{:ok, lexed}` or `:error`.
  """
  def parse_requirement(string) do
    string |> lexer([]) |> comparisons([])
  end

  defp lexer(">=" <> rest, acc), do: lexer(rest, [:>= | acc])
  defp lexer("<=" <> rest, acc), do: lexer(rest, [:<= | acc])
  defp lexer("~>" <> rest, acc), do: lexer(rest, [:~> | acc])
  defp lexer(">" <> rest, acc), do: lexer(rest, [:> | acc])
  defp lexer("<" <> rest, acc), do: lexer(rest, [:< | acc])
  defp lexer("==" <> rest, acc), do: lexer(rest, [:== | acc])
  defp lexer("!=" <> rest, acc), do: lexer(rest, [:!= | acc])
  defp lexer("!" <> rest, acc), do: lexer(rest, [:!= | acc])
  defp lexer(" or " <> rest, acc), do: lexer(rest, [:or | acc])
  defp lexer(" and " <> rest, acc), do: lexer(rest, [:and | acc])
  defp lexer(" " <> rest, acc), do: apart(rest, acc)
  defp lexer("", acc), do: :lists.reverse(acc)

  defp lexer(<<c::utf8, rest::binary>>, [text | acc]) when is_binary(text),
    do: lexer(rest, [text <> <<c::utf8>> | acc])

  defp lexer(<<c::utf8, rest::binary>>, acc), do: lexer(rest, [<<c::utf8>> | acc])
  defp lexer(_, _acc), do: [:error]

  # Spaces part one text from the next.
  defp apart(<<c, rest::binary>>, [text | _] = acc) when is_binary(text) and c not in ' !=<>' do
    if connective?(rest, c), do: lexer(<<" ", c, rest::binary>>, acc), else: [:error]
  end

  defp apart(rest, acc), do: lexer(rest, acc)

  defp connective?("r " <> _, ?o), do: true
  defp connective?("nd " <> _, ?a), do: true
  defp connective?(_, _), do: false

  # operator, version, then a connective before more; the operator may be left out.
  defp comparisons([operator, text | rest], acc) when operator in [:>=, :<=, :~>, :>, :<, :==, :!=] and is_binary(text),
    do: comparison(operator, text, rest, acc)

  defp comparisons([text | rest], acc) when is_binary(text), do: comparison(:==, text, rest, acc)
  defp comparisons(_, _acc), do: :error

  defp comparison(operator, text, rest, acc) do
    case parse_version(text, operator == :~>) do
      {:ok, {major, minor, patch, pre, _build}} ->
        connected(rest, [{major, minor, patch, pre, nil}, operator | acc])

      :error ->
        :error
    end
  end

  defp connected([], acc), do: {:ok, :lists.reverse(acc)}
  defp connected([connective | rest], acc) when connective in [:and, :or], do: comparisons(rest, [connective | acc])
  defp connected(_, _acc), do: :error
end
