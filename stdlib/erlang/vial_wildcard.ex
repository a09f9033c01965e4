# stdlib/erlang/vial_wildcard.ex: file name patterns.
# Here: compiling a pattern and walking the directories that may hold matches.
# Not here: the functions programs call (:filelib.wildcard, Path.wildcard).
# Holds: a pattern is a list of components; braces are spread out first, so a component is a
# literal text, :double_star, or a list of :any, :star, {:one, set} and code points.
defmodule :vial_wildcard do
  @moduledoc false

  @doc """
  Lists the matches, sorted; `dot?` lets `*` and `?` match names that begin with a dot.
  """
  def files(pattern, dir, module, dot?) do
    {_, text} = text(pattern)
    base = if dir, do: elem(text(dir), 1), else: nil

    names =
      for alternative <- spread(text), match <- walk(alternative, base, module, dot?), do: match

    for name <- :lists.usort(names), do: to_list(name)
  end

  @doc """
  Checks a pattern and returns what it consists of.
  """
  def compile(pattern) do
    {_, text} = text(pattern)
    for alternative <- spread(text), do: components(alternative)
  end

  defp text(text) when is_binary(text), do: {:binary, text}

  defp text(text) do
    case :unicode.characters_to_binary(text) do
      binary when is_binary(binary) -> {:list, binary}
      _ -> :erlang.error(:badarg, [text])
    end
  end

  defp to_list(name), do: :unicode.characters_to_list(name)

  # Every way to choose one text of each pair of braces.
  defp spread(text) do
    case braces(text, 0) do
      nil ->
        [text]

      {before, choices, rest} ->
        for choice <- choices, whole <- spread_rest(before, choice, rest), do: whole
    end
  end

  defp spread_rest(before, choice, rest),
    do: for(tail <- spread(choice <> rest), do: before <> tail)

  # The first pair of braces: the text before, what stands between its commas, the rest.
  defp braces(text, at) do
    case text do
      <<_::binary-size(at), ?\\, _::utf8, _::binary>> -> braces(text, at + 2)
      <<before::binary-size(at), ?{, rest::binary>> -> closed(before, rest)
      <<_::binary-size(at), _, _::binary>> -> braces(text, at + 1)
      _ -> nil
    end
  end

  defp closed(before, rest) do
    case choices(rest, 0, <<>>, []) do
      {choices, rest} -> {before, choices, rest}
      nil -> :erlang.error({:badpattern, :missing_delimiter})
    end
  end

  defp choices(<<?\\, c::utf8, rest::binary>>, depth, acc, done),
    do: choices(rest, depth, <<acc::binary, ?\\, c::utf8>>, done)

  defp choices(<<?}, rest::binary>>, 0, acc, done), do: {:lists.reverse([acc | done]), rest}
  defp choices(<<?,, rest::binary>>, 0, acc, done), do: choices(rest, 0, <<>>, [acc | done])
  defp choices(<<?{, rest::binary>>, depth, acc, done), do: choices(rest, depth + 1, <<acc::binary, ?{>>, done)
  defp choices(<<?}, rest::binary>>, depth, acc, done), do: choices(rest, depth - 1, <<acc::binary, ?}>>, done)
  defp choices(<<c, rest::binary>>, depth, acc, done), do: choices(rest, depth, <<acc::binary, c>>, done)
  defp choices(<<>>, _depth, _acc, _done), do: nil

  # A dot that the pattern begins with says nothing.
  defp components(text) do
    case :filename.split(text) do
      [".", next | rest] -> for part <- [next | rest], do: component(part)
      parts -> for part <- parts, do: component(part)
    end
  end

  defp component("**"), do: :double_star

  defp component(text) do
    parts = parts(text, [])
    if :lists.all(&is_integer/1, parts), do: {:literal, :unicode.characters_to_binary(parts)}, else: parts
  end

  defp parts(<<>>, acc), do: :lists.reverse(acc)
  defp parts(<<?\\, c::utf8, rest::binary>>, acc), do: parts(rest, [c | acc])
  defp parts(<<?*, rest::binary>>, [:star | _] = acc), do: parts(rest, acc)
  defp parts(<<?*, rest::binary>>, acc), do: parts(rest, [:star | acc])
  defp parts(<<??, rest::binary>>, acc), do: parts(rest, [:any | acc])

  defp parts(<<?[, rest::binary>>, acc) do
    case set(rest, []) do
      {set, rest} -> parts(rest, [{:one, set} | acc])
      nil -> parts(rest, [?[ | acc])
    end
  end

  defp parts(<<c::utf8, rest::binary>>, acc), do: parts(rest, [c | acc])
  defp parts(<<c, rest::binary>>, acc), do: parts(rest, [c | acc])

  defp set(<<?], rest::binary>>, [_ | _] = acc), do: {acc, rest}

  defp set(<<?\\, c::utf8, rest::binary>>, acc), do: set(rest, [c | acc])

  defp set(<<from::utf8, ?-, to::utf8, rest::binary>>, acc) when to != ?],
    do: set(rest, [{from, to} | acc])

  defp set(<<c::utf8, rest::binary>>, acc), do: set(rest, [c | acc])
  defp set(<<>>, _acc), do: nil

  defp walk(text, base, module, dot?) do
    case components(text) do
      [] -> []
      [{:literal, "/"} | rest] -> absolute(rest, module, dot?)
      parts -> below(parts, base, "", module, dot?)
    end
  end

  defp absolute([], _module, _dot?), do: ["/"]
  defp absolute(rest, module, dot?), do: below(rest, nil, "/", module, dot?)

  # `found` is the name so far, as it will be returned; "" at the start.
  defp below([], _base, found, _module, _dot?), do: [found]

  defp below([:double_star | rest], base, found, module, dot?),
    do: double_star(rest, base, found, module, dot?)

  defp below([{:literal, name} | rest], base, found, module, dot?) do
    path = joined(found, name)
    if exists?(path, base, module), do: below(rest, base, path, module, dot?), else: []
  end

  defp below([parts | rest], base, found, module, dot?) do
    for name <- list(found, base, module),
        visible?(name, dot?),
        matches?(:unicode.characters_to_list(name), parts),
        path = joined(found, name),
        rest == [] or directory?(path, base, module),
        match <- below(rest, base, path, module, dot?),
        do: match
  end

  # Two stars at the end are every file and directory below; before more, any directory.
  defp double_star([], base, found, module, dot?) do
    for name <- list(found, base, module), visible?(name, dot?), match <- deep(joined(found, name), base, module, dot?), do: match
  end

  defp double_star(rest, base, found, module, dot?) do
    deeper =
      for name <- list(found, base, module),
          visible?(name, dot?),
          path = joined(found, name),
          directory?(path, base, module),
          match <- double_star(rest, base, path, module, dot?),
          do: match

    below(rest, base, found, module, dot?) ++ deeper
  end

  defp deep(path, base, module, dot?) do
    if directory?(path, base, module),
      do: [path | double_star([], base, path, module, dot?)],
      else: [path]
  end

  defp visible?(<<?., _::binary>>, dot?), do: dot?
  defp visible?(_, _), do: true

  defp joined("", name), do: name
  defp joined("/", name), do: "/" <> name
  defp joined(found, name), do: found <> "/" <> name

  defp full("", nil), do: "."
  defp full("", base), do: base
  defp full(<<?/, _::binary>> = path, _base), do: path
  defp full(path, nil), do: path
  defp full(path, base), do: base <> "/" <> path

  defp list(found, base, module) do
    case module.list_dir_all(to_list_name(full(found, base))) do
      {:ok, names} -> for name <- names, binary = name_binary(name), do: binary
      _ -> []
    end
  end

  # The file system's functions take and give lists, as :file does.
  defp to_list_name(path), do: to_list(path)
  defp name_binary(name) when is_binary(name), do: name
  defp name_binary(name), do: :unicode.characters_to_binary(name)

  defp exists?(path, base, module) do
    match?({:ok, _}, module.read_link_info(to_list_name(full(path, base))))
  end

  defp directory?(path, base, module) do
    case module.read_file_info(to_list_name(full(path, base))) do
      {:ok, info} -> elem(info, 2) == :directory
      _ -> false
    end
  end

  defp matches?([], []), do: true
  defp matches?(name, [:star]) when is_list(name), do: true
  defp matches?([], [:star | rest]), do: matches?([], rest)
  defp matches?([_ | tail] = name, [:star | rest]), do: matches?(name, rest) or matches?(tail, [:star | rest])
  defp matches?([_ | name], [:any | rest]), do: matches?(name, rest)
  defp matches?([c | name], [{:one, set} | rest]), do: in_set?(c, set) and matches?(name, rest)
  defp matches?([c | name], [c | rest]), do: matches?(name, rest)
  defp matches?(_, _), do: false

  defp in_set?(c, set), do: :lists.any(fn {a, b} -> c >= a and c <= b; other -> c == other end, set)
end
