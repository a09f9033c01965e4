# stdlib/erlang/io_lib/limit.part.ex: bounds on how much is shown.
# Here: limit_term, and the option :chars_limit of format/3.

@doc """
A term cut to a depth: what lies deeper becomes the atom `:...`.

## Examples

    iex> :io_lib.limit_term([1, 2, 3], 2)
    [1, :...]
    iex> :io_lib.limit_term(%{a: {1, 2}}, 3)
    %{a: {1, :...}}
"""
def limit_term(term, -1), do: term
def limit_term(_term, 0), do: :...
def limit_term([_ | _], 1), do: [:...]
def limit_term([h | t], depth), do: [limit_term(h, depth - 1) | limit_tail(t, depth - 1)]
def limit_term({}, _), do: {}
def limit_term(term, 1) when is_tuple(term), do: {:...}

def limit_term(term, depth) when is_tuple(term),
  do: term |> :erlang.tuple_to_list() |> limit_elements(depth) |> :erlang.list_to_tuple()

def limit_term(term, 1) when is_map(term) and map_size(term) > 0, do: %{:... => :...}

def limit_term(term, depth) when is_map(term) do
  term |> :maps.to_list() |> limit_pairs(depth, depth - 1) |> :maps.from_list()
end

def limit_term(term, depth) when is_bitstring(term), do: limit_bits(term, depth)
def limit_term(term, _), do: term

defp limit_tail([], _), do: []
defp limit_tail(_, 1), do: [:...]
defp limit_tail([h | t], depth), do: [limit_term(h, depth - 1) | limit_tail(t, depth - 1)]
defp limit_tail(other, depth), do: limit_term(other, depth - 1)

defp limit_elements([], _), do: []
defp limit_elements(_, 1), do: [:...]
defp limit_elements([h | t], depth), do: [limit_term(h, depth - 1) | limit_elements(t, depth - 1)]

defp limit_pairs([], _, _), do: []
defp limit_pairs(_, 1, _), do: [{:..., :...}]
defp limit_pairs([{k, v} | rest], count, depth), do: [{limit_term(k, depth), limit_term(v, depth)} | limit_pairs(rest, count - 1, depth)]

defp limit_bits(bits, depth) when bit_size(bits) < 8 * (depth + 1), do: bits

defp limit_bits(bits, depth) do
  <<kept::binary-size(depth), _::bits>> = bits
  kept
end

# Shares the limit among what can be cut (text and terms): each takes what is left divided by their count.
defp limited(parts, limit) do
  fixed = :lists.foldl(fn part, n -> n + fixed_length(part) end, 0, parts)
  count = :lists.foldl(fn part, n -> if cut?(part), do: n + 1, else: n end, 0, parts)
  share(parts, max(limit - fixed, 0), count)
end

defp cut?(%{control_char: ?s, args: [arg]}), do: not is_atom(arg)
defp cut?(%{control_char: char}) when char in 'pPwW', do: true
defp cut?(_), do: false

defp fixed_length(%{} = part), do: if(cut?(part), do: 0, else: chars_length(built([part], [])))
defp fixed_length(_), do: 1

defp share([], _, _), do: []

defp share([part | rest], left, count) do
  if cut?(part) do
    part = cut(part, div(left, count))
    share_rest(part, rest, left, count)
  else
    [part | share(rest, left, count)]
  end
end

defp share_rest(part, rest, left, count) do
  used = chars_length(built([part], []))
  [part | share(rest, max(left - used, 0), count - 1)]
end

defp cut(%{control_char: ?s, args: [text]} = part, limit) do
  chars = text_chars(text, part.encoding)

  if chars_length(chars) <= limit do
    part
  else
    %{part | args: [:string.slice(chars, 0, max(limit - 3, 0)) ++ '...']}
  end
end

defp cut(%{control_char: char, args: args} = part, limit) do
  [term | depth] = args
  most = if depth == [], do: -1, else: hd(depth)
  show = if char in 'pP', do: ?P, else: ?W
  %{part | control_char: show, args: [term, fitting_depth(part, show, term, most, limit, 1)]}
end

# The largest depth whose text fits; the next one is tried only while there is something left out.
defp fitting_depth(part, show, term, most, limit, depth) do
  next = depth + 1

  cond do
    most >= 0 and next > most -> depth
    shown_length(part, show, term, next) > limit -> depth
    shown_length(part, show, term, next) == shown_length(part, show, term, -1) -> most
    true -> fitting_depth(part, show, term, most, limit, next)
  end
end

defp shown_length(part, show, term, depth) do
  chars_length(built([%{part | control_char: show, args: [term, depth], width: :none}], []))
end
