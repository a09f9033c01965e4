# stdlib/erlang/lists/key.part.ex: lists of tuples, looked up by their element at a position from 1.
# Holds: keys are compared with ==; elements that are no tuples or too short are passed over.

@doc """
The list without the first tuple whose element at `n` equals `key`.

    iex> :lists.keydelete(:a, 1, [a: 1, b: 2])
    [b: 2]
"""
def keydelete(key, n, list) when is_integer(n) and n > 0, do: keydelete_list(key, n, list)

defp keydelete_list(key, n, [x | rest]) when :erlang.element(n, x) == key, do: rest
defp keydelete_list(key, n, [x | rest]), do: [x | keydelete_list(key, n, rest)]
defp keydelete_list(_key, _n, []), do: []

@doc "The list with the first tuple whose element at `n` equals `key` replaced by `new`."
def keyreplace(key, n, list, new) when is_integer(n) and n > 0 and is_tuple(new),
  do: keyreplace_list(list, key, n, new)

defp keyreplace_list([x | rest], key, n, new) when :erlang.element(n, x) == key, do: [new | rest]
defp keyreplace_list([x | rest], key, n, new), do: [x | keyreplace_list(rest, key, n, new)]
defp keyreplace_list([], _key, _n, _new), do: []

@doc "The list with the first tuple whose element at `n` equals `key` replaced by `new`, or `new` at its end."
def keystore(key, n, list, new) when is_integer(n) and n > 0 and is_tuple(new),
  do: keystore_list(list, key, n, new)

defp keystore_list([x | rest], key, n, new) when :erlang.element(n, x) == key, do: [new | rest]
defp keystore_list([x | rest], key, n, new), do: [x | keystore_list(rest, key, n, new)]
defp keystore_list([], _key, _n, new), do: [new]

@doc "`{:value, tuple, rest}` for the first tuple whose element at `n` equals `key`, or `false`."
def keytake(key, n, list) when is_integer(n) and n > 0, do: keytake_list(list, key, n, [])

defp keytake_list([x | rest], key, n, acc) when :erlang.element(n, x) == key,
  do: {:value, x, :lists.reverse(acc, rest)}

defp keytake_list([x | rest], key, n, acc), do: keytake_list(rest, key, n, [x | acc])
defp keytake_list([], _key, _n, _acc), do: false

@doc "The tuples with their element at `n` replaced by what `fun` gives for it."
def keymap(fun, n, [x | rest]),
  do: [:erlang.setelement(n, x, fun.(:erlang.element(n, x))) | keymap(fun, n, rest)]

def keymap(fun, n, []) when is_integer(n) and n >= 1 and is_function(fun, 1), do: []
