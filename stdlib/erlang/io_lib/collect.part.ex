# stdlib/erlang/io_lib/collect.part.ex: what devices call to gather input until there is enough.
# Holds: a call takes the state so far (:start at first) and the next data, a list, a binary or :eof, and answers
#        {:stop, result, rest} or the next state. Called with [] at first, as get_until does, it answers
#        {:more, state} where more is needed.

@doc """
Gathers `n` characters.

    iex> :io_lib.collect_chars(:start, 'abc', 2)
    {:stop, 'ab', 'c'}
    iex> state = :io_lib.collect_chars(:start, 'a', 2)
    iex> :io_lib.collect_chars(state, 'bc', 2)
    {:stop, 'ab', 'c'}
"""
def collect_chars(state, data, n), do: collect_chars(state, data, :latin1, n)

@doc "As `collect_chars/3`, of binaries in an encoding."
def collect_chars(:start, :eof, _encoding, _n), do: {:stop, :eof, :eof}
def collect_chars({_left, acc}, :eof, _encoding, _n), do: {:stop, :lists.reverse(acc), :eof}
def collect_chars({_left, acc, :binary}, :eof, _encoding, _n), do: {:stop, acc, :eof}

def collect_chars([], data, encoding, n) do
  case collect_chars(:start, data, encoding, n) do
    {:stop, _, _} = stop -> stop
    state -> {:more, state}
  end
end

def collect_chars(:start, data, encoding, n) when is_binary(data), do: collect_binary(data, encoding, n, <<>>)
def collect_chars({left, acc, :binary}, data, encoding, _n), do: collect_binary(data, encoding, left, acc)
def collect_chars(:start, data, _encoding, n), do: collect_list(data, n, [])
def collect_chars({left, acc}, data, _encoding, _n), do: collect_list(data, left, acc)

defp collect_list(rest, 0, acc), do: {:stop, :lists.reverse(acc), rest}
defp collect_list([char | rest], n, acc), do: collect_list(rest, n - 1, [char | acc])
defp collect_list([], n, acc), do: {n, acc}

defp collect_binary(rest, _encoding, 0, acc), do: {:stop, acc, rest}
defp collect_binary(<<char::utf8, rest::binary>>, :unicode, n, acc), do: collect_binary(rest, :unicode, n - 1, <<acc::binary, char::utf8>>)
defp collect_binary(<<char, rest::binary>>, encoding, n, acc), do: collect_binary(rest, encoding, n - 1, <<acc::binary, char>>)
defp collect_binary(<<>>, _encoding, n, acc), do: {n, acc, :binary}

@doc """
Gathers a line with its new line; one that a carriage return ends too is given without it.

    iex> :io_lib.collect_line(:start, [?1, 10, ?2], :none)
    {:stop, [?1, 10], [?2]}
"""
def collect_line(state, data, _), do: collect_line(state, data, :latin1, :none)

@doc "As `collect_line/3`, of binaries in an encoding."
def collect_line(:start, :eof, _encoding, _), do: {:stop, :eof, :eof}
def collect_line(:start, data, encoding, x), do: collect_line([], data, encoding, x)
def collect_line([], :eof, _encoding, _), do: {:stop, :eof, :eof}

def collect_line(stack, :eof, _encoding, _) do
  if is_binary(hd(stack)), do: {:stop, :erlang.list_to_binary(:lists.reverse(stack)), :eof}, else: {:stop, :lists.reverse(stack), :eof}
end

def collect_line(stack, data, _encoding, _) when is_binary(data) do
  case :binary.split(data, "\n") do
    [line, rest] -> {:stop, whole_line(:erlang.list_to_binary(:lists.reverse([line | stack]))), rest}
    [_] -> [data | stack]
  end
end

def collect_line(stack, data, _encoding, _), do: collect_line_chars(data, stack)

defp whole_line(line) do
  size = byte_size(line) - 1
  if size >= 0 and :binary.at(line, size) == ?\r, do: <<:erlang.binary_part(line, 0, size)::binary, ?\n>>, else: <<line::binary, ?\n>>
end

defp collect_line_chars([?\r, ?\n | rest], acc), do: {:stop, :lists.reverse([?\n | acc]), rest}
defp collect_line_chars([?\n | rest], acc), do: {:stop, :lists.reverse([?\n | acc]), rest}
defp collect_line_chars([char | rest], acc), do: collect_line_chars(rest, [char | acc])
defp collect_line_chars([], acc), do: acc

@doc """
Gathers until a function has enough: it is called with its state, `[]` at first, the data as characters, and the
arguments given, and answers `{:done, result, rest}` or `{:more, state}`.

    iex> :io_lib.get_until(:start, 'abc', {:io_lib, :collect_chars, [2]})
    {:stop, 'ab', 'c'}
"""
def get_until(state, data, call), do: get_until(state, data, :latin1, call)

@doc "As `get_until/3`, of binaries in an encoding."
def get_until(:start, data, encoding, call), do: get_until([], data, encoding, call)

def get_until(state, data, encoding, {module, function, args}) do
  chars = if is_binary(data), do: :unicode.characters_to_list(data, encoding), else: data

  case apply(module, function, [state, chars | args]) do
    {:done, result, rest} -> {:stop, result, rest}
    {:more, next} -> next
    other -> other
  end
end
