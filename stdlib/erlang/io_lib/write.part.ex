# stdlib/erlang/io_lib/write.part.ex: terms on one line, as Erlang writes them.
# Here: write/1,2,3, what ~w and ~W use. Not here: atoms and text (text.part.ex), lines (io_lib_pretty.ex).

@doc """
A term on one line. `depth` bounds how much of it is shown, -1 not at all.

## Examples

    iex> :io_lib.write({:a, [1, "b"], %{c: 1.5}}) |> IO.chardata_to_string()
    "{a,[1,<<98>>],\\\#{c => 1.5}}"
    iex> :io_lib.write([1, 2, 3, 4], 3) |> IO.chardata_to_string()
    "[1,2|...]"
"""
def write(term), do: write(term, -1, :latin1)
def write(term, options) when is_list(options), do: write(term, Keyword.get(options, :depth, -1), Keyword.get(options, :encoding, :latin1))
def write(term, depth), do: write(term, depth, :latin1)

@doc false
def write(term, depth, pretty) when is_boolean(pretty) do
  if pretty, do: print(term, 1, 80, depth), else: write(term, depth, :latin1)
end

def write(_term, 0, _encoding), do: '...'
def write(term, _, _) when is_integer(term), do: :erlang.integer_to_list(term)
def write(term, _, _) when is_float(term), do: :erlang.float_to_list(term, [:short])
def write(term, _, encoding) when is_atom(term), do: write_atom(term, encoding)
def write([], _, _), do: '[]'
def write({}, _, _), do: '{}'
def write([_ | _], 1, _), do: '[...]'
def write([h | t], depth, encoding), do: [?[, [write(h, depth - 1, encoding) | write_tail(t, depth - 1, encoding)], ?]]
def write(term, 1, _) when is_tuple(term), do: '{...}'

def write(term, depth, encoding) when is_tuple(term) do
  [h | t] = :erlang.tuple_to_list(term)
  [?{, [write(h, depth - 1, encoding) | write_elements(t, depth - 1, encoding)], ?}]
end

def write(term, 1, _) when is_map(term), do: '\#{}'
def write(term, _, _) when is_map(term) and map_size(term) == 0, do: '\#{}'

def write(term, depth, encoding) when is_map(term) do
  [first | rest] = :maps.to_list(term)
  [?#, ?{, [write_pair(first, depth - 1, encoding) | write_pairs(rest, depth - 1, depth - 1, encoding)], ?}]
end

def write(<<>>, _, _), do: '<<>>'
def write(term, depth, _) when is_bitstring(term), do: [?<, ?<, write_bytes(term, depth), ?>, ?>]
def write(term, _, _) when is_pid(term), do: :erlang.pid_to_list(term)
def write(term, _, _) when is_port(term), do: :erlang.port_to_list(term)
def write(term, _, _) when is_reference(term), do: :erlang.ref_to_list(term)

def write(term, _, encoding) when is_function(term) do
  case :erlang.fun_info(term, :type) do
    {_, :external} -> write_external(:erlang.fun_info(term), encoding)
    _ -> :erlang.fun_to_list(term)
  end
end

defp write_external(info, encoding) do
  [module, name, arity] = for key <- [:module, :name, :arity], do: Keyword.fetch!(info, key)
  'fun ' ++ write_atom(module, encoding) ++ ':' ++ write_atom(name, encoding) ++ '/' ++ :erlang.integer_to_list(arity)
end

defp write_tail([], _, _), do: []
defp write_tail(_, 1, _), do: [?|, ?., ?., ?.]
defp write_tail([h | t], depth, encoding), do: [?,, write(h, depth - 1, encoding) | write_tail(t, depth - 1, encoding)]
defp write_tail(other, depth, encoding), do: [?|, write(other, depth - 1, encoding)]

defp write_elements([], _, _), do: []
defp write_elements(_, 1, _), do: [?,, ?., ?., ?.]
defp write_elements([h | t], depth, encoding), do: [?,, write(h, depth - 1, encoding) | write_elements(t, depth - 1, encoding)]

# `depth` is that of keys and values, `count` falls with each pair.
defp write_pairs(_, 1, _, _), do: [?,, ?., ?., ?.]
defp write_pairs([], _, _, _), do: []

defp write_pairs([pair | rest], count, depth, encoding),
  do: [?,, write_pair(pair, depth, encoding) | write_pairs(rest, count - 1, depth, encoding)]

defp write_pair({key, value}, depth, encoding), do: [write(key, depth, encoding), ' => ', write(value, depth, encoding)]

@doc false
# The bytes between << and >>: [chars, ?,, chars, …].
def write_bytes(_, 1), do: ['...']
def write_bytes(<<byte>>, _), do: [:erlang.integer_to_list(byte)]
def write_bytes(<<byte, rest::bits>>, depth) when rest != <<>>, do: [:erlang.integer_to_list(byte), ?, | write_bytes(rest, depth - 1)]

def write_bytes(bits, _) do
  size = bit_size(bits)
  <<n::size(size)>> = bits
  [:erlang.integer_to_list(n), ?: , :erlang.integer_to_list(size)]
end

@doc """
A bitstring as bytes, of which `depth` bounds the count: the text, and the bits left out.

## Examples

    iex> {text, rest} = :io_lib.write_binary(<<1, 2, 3>>, 2, -1)
    iex> {IO.chardata_to_string(text), rest}
    {"<<1,...>>", <<2, 3>>}
"""
def write_binary(bits, depth, _limit) do
  {[?<, ?<, write_bytes(bits, depth), ?>, ?>], left_out(bits, depth)}
end

defp left_out(bits, 1), do: bits
defp left_out(<<_, rest::bits>>, depth), do: left_out(rest, depth - 1)
defp left_out(_, _), do: <<>>
