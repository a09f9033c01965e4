# stdlib/erlang/io_lib_pretty.ex: terms laid out in lines, as ~p shows them.
# Here: print. Not here: terms on one line (io_lib.ex).
#
# A term becomes a node {form, length}: form is its characters (a list), or {:list, nodes}, {:tuple, tagged?, nodes},
# {:map, pairs}, {:bytes, chars}; a pair is {{:pair, key, value}, length}. :dots ends what was cut at a depth.
# A node that fits into what is left of the line stands there whole. `c` holds what does not change: width of the
# line, characters allowed in it, and the indentation of elements behind a tag. `col` is where a node begins, `ind`
# the indentation in characters, `last` how many brackets must still close behind it, `used` the characters of the line.
defmodule :io_lib_pretty do
  @moduledoc """
  Lays terms out in lines, as `~p` of `:io_lib.format/2` shows them.

  ## Examples

      iex> :io_lib_pretty.print({:a, 'text', <<1, 2>>}) |> IO.chardata_to_string()
      ~S({a,"text",<<1,2>>})
  """

  @doc """
  A term in lines of 80 characters.

  ## Examples

      iex> :io_lib_pretty.print([1, 2]) |> IO.chardata_to_string()
      "[1,2]"
  """
  def print(term), do: print(term, 1, 80, -1)

  @doc """
  A term in lines; options are `:column`, `:line_length`, `:depth`, `:line_max_chars`, `:encoding` and `:strings`.

  ## Examples

      iex> :io_lib_pretty.print('ab', strings: false) |> IO.chardata_to_string()
      "[97,98]"
  """
  def print(term, options) when is_list(options) do
    col = Keyword.get(options, :column, 1)
    width = Keyword.get(options, :line_length, 80)
    depth = Keyword.get(options, :depth, -1)
    most = Keyword.get(options, :line_max_chars, -1)
    encoding = Keyword.get(options, :encoding, :latin1)
    strings = Keyword.get(options, :strings, true)
    lines(term, col, width, depth, most, encoding, strings)
  end

  @doc """
  A term in lines of `width` characters from `col`, `depth` deep; -1 is no limit.

  ## Examples

      iex> :io_lib_pretty.print([:aaaa, :bbbb], 1, 8, -1) |> IO.chardata_to_string()
      "[aaaa,\\n bbbb]"
  """
  def print(term, col, width, depth), do: lines(term, col, width, depth, -1, :latin1, true)

  defp lines(term, col, width, depth, most, encoding, strings)
       when is_tuple(term) or is_list(term) or is_map(term) or is_bitstring(term) do
    {_, length} = node = node(term, depth, {encoding, strings})
    most = if most == -1, do: length, else: most

    if width == 0 or (length < width - col and length <= most) do
      flat(node)
    else
      broken(node, col, width, most)
    end
  end

  defp lines(term, _, _, depth, _, encoding, _), do: :io_lib.write(term, depth, encoding)

  defp broken(node, col, width, most) do
    tag = Enum.find([-1, 4], 1, fn tag -> fits_with?(node, col, %{width: width, most: most, tag: tag}) end)
    show(node, col, chars(?\s, col - 1), 0, 0, %{width: width, most: most, tag: tag})
  end

  defp chars(char, count) when count > 0, do: :lists.duplicate(count, char)
  defp chars(_, _), do: []

  # -- nodes

  defp node(_, 0, _), do: {'...', 3}
  defp node([], _, _), do: {'[]', 2}
  defp node({}, _, _), do: {'{}', 2}
  defp node([_ | _], 1, _), do: {{:list, :dots}, 5}

  defp node([_ | _] = list, depth, {encoding, strings} = how) do
    if strings and printable_list?(list, encoding) do
      measured(written_string(list, encoding))
    else
      nodes = list_nodes(list, depth, how)
      {{:list, nodes}, nodes_length(nodes, 2)}
    end
  end

  defp node(tuple, 1, _) when is_tuple(tuple), do: {'{...}', 5}

  defp node(tuple, depth, how) when is_tuple(tuple) do
    nodes = element_nodes(:erlang.tuple_to_list(tuple), depth, how)
    tagged? = tuple_size(tuple) > 1 and is_atom(elem(tuple, 0))
    {{:tuple, tagged?, nodes}, nodes_length(nodes, 2)}
  end

  defp node(map, _, _) when is_map(map) and map_size(map) == 0, do: {'\#{}', 3}
  defp node(map, 1, _) when is_map(map), do: {'\#{...}', 6}

  defp node(map, depth, how) when is_map(map) do
    pairs = pair_nodes(:maps.to_list(map), depth, depth - 1, how)
    {{:map, pairs}, nodes_length(pairs, 3)}
  end

  defp node(<<>>, _, _), do: {'<<>>', 4}
  defp node(bits, 1, _) when is_bitstring(bits), do: {'<<...>>', 7}

  defp node(bits, depth, {encoding, strings}) when is_bitstring(bits) do
    case strings and is_binary(bits) and binary_text(bits, depth, encoding) do
      false ->
        chars = :io_lib.write_bytes(bits, depth)
        {{:bytes, chars}, :io_lib.chars_length(chars) + 4}

      text ->
        measured(text)
    end
  end

  defp node(term, depth, {encoding, _}), do: measured(:io_lib.write(term, depth, encoding))

  defp measured(chars), do: {chars, :io_lib.chars_length(chars)}

  defp printable_list?(list, :unicode), do: :io_lib.printable_list(list)
  defp printable_list?(list, _), do: :io_lib.printable_latin1_list(list)

  defp written_string(list, :unicode), do: :io_lib.write_string(list)
  defp written_string(list, _), do: :io_lib.write_string_as_latin1(list)

  defp list_nodes([], _, _), do: []
  defp list_nodes(_, 1, _), do: :dots
  defp list_nodes([h | t], depth, how), do: [node(h, depth - 1, how) | list_nodes(t, depth - 1, how)]
  defp list_nodes(other, depth, how), do: node(other, depth - 1, how)

  defp element_nodes([], _, _), do: []
  defp element_nodes(_, 1, _), do: :dots
  defp element_nodes([h | t], depth, how), do: [node(h, depth - 1, how) | element_nodes(t, depth - 1, how)]

  defp pair_nodes([], _, _, _), do: []
  defp pair_nodes(_, 1, _, _), do: :dots

  defp pair_nodes([{key, value} | rest], count, depth, how) do
    {_, key_length} = key = node(key, depth, how)
    {_, value_length} = value = node(value, depth, how)
    [{{:pair, key, value}, key_length + value_length + 4} | pair_nodes(rest, count - 1, depth, how)]
  end

  defp nodes_length([{_, length}], sum), do: sum + length
  defp nodes_length([{_, length} | rest], sum), do: nodes_length(rest, sum + length + 1)
  defp nodes_length([], sum), do: sum
  defp nodes_length(:dots, sum), do: sum + 3
  defp nodes_length({_, length}, sum), do: sum + length

  # A binary that is text; at a depth, one that begins with so much text as would be shown of its bytes.
  defp binary_text(binary, depth, encoding) do
    most = if depth < 0, do: byte_size(binary), else: min(4 * (depth - 1), byte_size(binary))

    case encoding == :unicode and first_chars(binary, most, []) do
      {chars, rest} -> utf8_text(chars, rest, depth)
      _ -> latin1_text(binary, most, depth)
    end
  end

  defp latin1_text(binary, most, depth) do
    chars = :erlang.binary_to_list(binary, 1, most)
    shown = Enum.take_while(chars, &:io_lib.printable_latin1?/1)

    cond do
      length(shown) == byte_size(binary) -> [?<, ?<, :io_lib.write_latin1_string(shown), ?>, ?>]
      enough?(shown, depth) -> [?<, ?<, :io_lib.write_latin1_string(shown), ?., ?., ?., ?>, ?>]
      true -> false
    end
  end

  defp enough?(shown, depth), do: depth >= 2 and length(shown) >= depth - 1

  defp utf8_text(chars, rest, depth) do
    shown = Enum.take_while(chars, &:io_lib.printable_list([&1]))
    tail = if :lists.all(fn c -> c < 128 end, shown), do: '', else: '/utf8'

    cond do
      rest == "" and length(shown) == length(chars) -> [?<, ?<, :io_lib.write_string(shown), tail, ?>, ?>]
      enough?(shown, depth) -> [?<, ?<, :io_lib.write_string(shown), tail, ?., ?., ?., ?>, ?>]
      true -> false
    end
  end

  defp first_chars("", _, acc), do: {:lists.reverse(acc), ""}
  defp first_chars(rest, 0, acc), do: {:lists.reverse(acc), rest}
  defp first_chars(<<c::utf8, rest::binary>>, most, acc), do: first_chars(rest, most - 1, [c | acc])
  defp first_chars(_, _, _), do: :invalid

  # -- nodes on one line

  defp flat({{:list, nodes}, _}), do: [?[, flat_nodes(nodes, ?|), ?]]
  defp flat({{:tuple, _, nodes}, _}), do: [?{, flat_nodes(nodes, ?,), ?}]
  defp flat({{:map, pairs}, _}), do: [?#, ?{, flat_nodes(pairs, ?,), ?}]
  defp flat({{:pair, key, value}, _}), do: [flat(key), ' => ', flat(value)]
  defp flat({{:bytes, chars}, _}), do: [?<, ?<, chars, ?>, ?>]
  defp flat({chars, _}), do: chars

  defp flat_nodes([first | rest], bar), do: [flat(first) | flat_tail(rest, bar)]
  defp flat_nodes(:dots, _), do: '...'

  defp flat_tail([], _), do: []
  defp flat_tail([node | rest], bar), do: [?,, flat(node) | flat_tail(rest, bar)]
  defp flat_tail(:dots, bar), do: [bar | '...']
  defp flat_tail(node, bar), do: [bar | flat(node)]

  # -- what is known of a node

  defp plain?({{:pair, key, value}, _}), do: plain?(key) and plain?(value)
  defp plain?({form, _}), do: is_list(form)

  # The brackets that close behind an element count only for the last one.
  defp brackets([_ | _], _), do: 0
  defp brackets(_, last), do: last + 1

  defp fits?({_, length}, col, last, used, c), do: length < c.width - col - last and length + used + last <= c.most

  defp tail_fits?(length, col, 0, used, c), do: length + 1 < c.width - col and used + length + 1 <= c.most
  defp tail_fits?(length, col, last, used, c), do: length < c.width - col - last and used + length + last <= c.most

  defp deeper(ind, count), do: [ind | chars(?\s, count)]

  # -- nodes in lines

  defp show({form, _} = node, col, ind, last, used, c) do
    if fits?(node, col, last, used, c), do: flat(node), else: show_form(form, col, ind, last, used, c)
  end

  defp show_form({:list, nodes}, col, ind, last, used, c),
    do: [?[, show_nodes(nodes, col + 1, deeper(ind, 1), last, ?|, used + 1, c), ?]]

  defp show_form({:tuple, true, nodes}, col, ind, last, used, c),
    do: [?{, show_tagged(nodes, col, ind, last, used + 1, c), ?}]

  defp show_form({:tuple, false, nodes}, col, ind, last, used, c),
    do: [?{, show_nodes(nodes, col + 1, deeper(ind, 1), last, ?,, used + 1, c), ?}]

  defp show_form({:map, pairs}, col, ind, last, used, c),
    do: [?#, ?{, show_nodes(pairs, col + 2, deeper(ind, 2), last, ?,, used + 1, c), ?}]

  defp show_form({:pair, key, value}, col, ind, last, used, c) do
    step = value_step(c)
    below = deeper(ind, step)
    [show(key, col, ind, last, used, c), ' =>\n', below | show(value, col + step, below, last, 0, c)]
  end

  defp show_form({:bytes, chars}, col, ind, last, used, c) do
    room = max(8, min(c.width - col - 2, c.most - 4 - used) - last)
    [?<, ?<, show_bytes(chars, room, room, deeper(ind, 2)), ?>, ?>]
  end

  defp show_form(chars, _, _, _, _, _), do: chars

  defp show_bytes([chars, ?, | rest], room, whole, ind) do
    length = length(chars) + 1

    if room < length do
      [?\n, ind, chars, ?, | show_bytes(rest, whole - length, whole, ind)]
    else
      [chars, ?, | show_bytes(rest, room - length, whole, ind)]
    end
  end

  defp show_bytes(chars, room, _whole, ind) do
    if room < :io_lib.chars_length(chars), do: [?\n, ind | chars], else: chars
  end

  # A tuple that begins with an atom: the rest stands behind it, or on lines of its own.
  defp show_tagged([{tag, length} | rest], col, ind, last, used, c) do
    behind = length + 2

    if c.tag > 0 and behind > c.tag do
      [tag | show_tail(rest, col + c.tag, col + behind, deeper(ind, c.tag), last, ?,, used + length, c)]
    else
      [tag, ?, | show_nodes(rest, col + behind, deeper(ind, behind), last, ?,, used + length + 1, c)]
    end
  end

  defp show_tagged(:dots, _, _, _, _, _), do: '...'

  defp show_nodes([first | rest], col, ind, last, bar, used, c) do
    {text, width} = show_element(first, col, ind, brackets(rest, last), used, c)
    [text | show_tail(rest, col, col + width, ind, last, bar, used + width, c)]
  end

  defp show_nodes(:dots, _, _, _, _, _, _), do: '...'

  defp show_tail([], _, _, _, _, _, _, _), do: []
  defp show_tail(:dots, _, _, _, _, bar, _, _), do: [bar | '...']

  defp show_tail([{_, length} = node | rest], start, col, ind, last, bar, used, c) do
    closing = brackets(rest, last)

    if plain?(node) and tail_fits?(length + 1, col, closing, used, c) do
      [?,, flat(node) | show_tail(rest, start, col + length + 1, ind, last, bar, used + length + 1, c)]
    else
      {text, width} = show_element(node, start, ind, closing, 0, c)
      [?,, ?\n, ind, text | show_tail(rest, start, start + width, ind, last, bar, width, c)]
    end
  end

  defp show_tail({_, length} = node, start, col, ind, last, bar, used, c) do
    room = length + 1 < c.width - col - (last + 1) and used + length + 1 + last + 1 <= c.most

    if plain?(node) and room do
      [bar | flat(node)]
    else
      [bar, ?\n, ind | show(node, start, ind, last + 1, 0, c)]
    end
  end

  # The second part is the width taken; all of the line where something other than plain stood there.
  defp show_element({_, length} = node, col, ind, last, used, c) do
    if plain?(node) and fits?(node, col, last, used, c) do
      {flat(node), length}
    else
      {show(node, col, ind, last, used, c), c.width}
    end
  end

  defp value_step(%{tag: tag}) when tag > 0, do: tag
  defp value_step(_), do: 4

  # -- does it look well with elements behind a tag indented so (-1: by the tag's own length)

  defp fits_with?(node, col, c) do
    _ = try_node(node, col, 0, 0, c)
    true
  catch
    :too_narrow -> false
  end

  defp try_node({form, length} = node, col, last, used, c) do
    if fits?(node, col, last, used, c), do: length, else: try_form(form, col, last, used, c)
  end

  defp try_form({:list, nodes}, col, last, used, c), do: try_nodes(nodes, col + 1, last, used + 1, c)
  defp try_form({:tuple, true, nodes}, col, last, used, c), do: try_tagged(nodes, col, last, used + 1, c)
  defp try_form({:tuple, false, nodes}, col, last, used, c), do: try_nodes(nodes, col + 1, last, used + 1, c)
  defp try_form({:map, pairs}, col, last, used, c), do: try_nodes(pairs, col + 2, last, used + 2, c)

  defp try_form({:pair, key, value}, col, last, used, c) do
    try_node(key, col, last, used, c)
    try_node(value, col + value_step(c), last, 0, c)
  end

  defp try_form(_, _, _, _, _), do: 0

  defp try_tagged([{_, length} | rest], col, last, used, c) do
    behind = length + 2

    cond do
      c.tag > 0 and behind > c.tag ->
        start = col + c.tag

        if c.most + start <= c.width or start <= div(c.width, 2),
          do: try_tail(rest, start, col + behind, last, used + length, c),
          else: throw(:too_narrow)

      c.most + col + behind < c.width or col + behind < div(c.width, 2) ->
        try_nodes(rest, col + behind, last, used + length + 1, c)

      true ->
        throw(:too_narrow)
    end
  end

  defp try_tagged(:dots, _, _, _, _), do: 0

  defp try_nodes([first | rest], col, last, used, c) do
    width = try_element(first, col, brackets(rest, last), used, c)
    try_tail(rest, col, col + width, last, used + width, c)
  end

  defp try_nodes(_, _, _, _, _), do: 0

  defp try_tail([], _, _, _, _, _), do: 0
  defp try_tail(:dots, _, _, _, _, _), do: 0

  defp try_tail([{_, length} = node | rest], start, col, last, used, c) do
    closing = brackets(rest, last)

    if plain?(node) and tail_fits?(length + 1, col, closing, used, c) do
      try_tail(rest, start, col + length + 1, last, used + length + 1, c)
    else
      width = try_element(node, start, closing, 0, c)
      try_tail(rest, start, start + width, last, width, c)
    end
  end

  defp try_tail({_, length} = node, start, col, last, used, c) do
    room = length + 1 < c.width - col - (last + 1) and used + length + 1 + last + 1 <= c.most
    if plain?(node) and room, do: 0, else: try_node(node, start, last + 1, 0, c)
  end

  defp try_element({_, length} = node, col, last, used, c) do
    if plain?(node) and fits?(node, col, last, used, c) do
      length
    else
      try_node(node, col, last, used, c)
      c.width
    end
  end
end
