# stdlib/erlang/orddict.ex: dictionaries as sorted lists of pairs.
# Holds: keys are in term order and differ by ==.
defmodule :orddict do
  @moduledoc """
  Dictionaries as lists of pairs sorted by key: readable, and linear to change.

      iex> :orddict.store(:b, 2, [a: 1, c: 3])
      [a: 1, b: 2, c: 3]
  """

  @doc "An empty dictionary."
  def new, do: []

  @doc "The dictionary of a list of pairs; of equal keys the last counts."
  def from_list([]), do: []
  def from_list([{_, _}] = pairs), do: pairs
  def from_list(pairs), do: :lists.ukeysort(1, reversed(pairs, []))

  defp reversed([{_, _} = pair | rest], acc), do: reversed(rest, [pair | acc])
  defp reversed([], acc), do: acc

  @doc "The dictionary as a list of pairs."
  def to_list(dict), do: dict

  @doc "The number of keys."
  def size(dict), do: length(dict)

  @doc "Whether there is no key."
  def is_empty([]), do: true
  def is_empty([_ | _]), do: false

  @doc "Whether `key` is in the dictionary."
  def is_key(key, [{k, _} | rest]) when key > k, do: is_key(key, rest)
  def is_key(key, [{k, _} | _]), do: key == k
  def is_key(_key, []), do: false

  @doc "The value of `key`, which must be there."
  def fetch(key, [{k, _} | rest]) when key > k, do: fetch(key, rest)
  def fetch(key, [{k, value} | _]) when key == k, do: value

  @doc "The value of `key` as `{:ok, value}`, or `:error`."
  def find(key, [{k, _} | rest]) when key > k, do: find(key, rest)
  def find(key, [{k, value} | _]) when key == k, do: {:ok, value}
  def find(_key, [{_, _} | _]), do: :error
  def find(_key, []), do: :error

  @doc "The keys in order."
  def fetch_keys([{key, _} | rest]), do: [key | fetch_keys(rest)]
  def fetch_keys([]), do: []

  @doc "The dictionary without `key`."
  def erase(key, [{k, _} = pair | rest]) when key > k, do: [pair | erase(key, rest)]
  def erase(key, [{k, _} | _] = dict) when key < k, do: dict
  def erase(_key, [{_, _} | rest]), do: rest
  def erase(_key, []), do: []

  @doc "The value of `key` and the dictionary without it, or `:error`."
  def take(key, dict), do: take(key, dict, [])

  defp take(key, [{k, _} = pair | rest], acc) when key > k, do: take(key, rest, [pair | acc])
  defp take(key, [{k, value} | rest], acc) when key == k, do: {value, :lists.reverse(acc, rest)}
  defp take(_key, [{_, _} | _], _acc), do: :error
  defp take(_key, [], _acc), do: :error

  @doc "The dictionary in which `key` has `value`."
  def store(key, value, [{k, _} = pair | rest]) when key > k, do: [pair | store(key, value, rest)]
  def store(key, value, [{k, _} | _] = dict) when key < k, do: [{key, value} | dict]
  def store(key, value, [{_, _} | rest]), do: [{key, value} | rest]
  def store(key, value, []), do: [{key, value}]

  @doc "The dictionary with `value` at the end of the list that `key` has."
  def append(key, value, dict), do: append_list(key, [value], dict)

  @doc "The dictionary with `values` at the end of the list that `key` has."
  def append_list(key, values, [{k, _} = pair | rest]) when key > k,
    do: [pair | append_list(key, values, rest)]

  def append_list(key, values, [{k, _} | _] = dict) when key < k, do: [{key, values} | dict]
  def append_list(key, values, [{_, old} | rest]), do: [{key, old ++ values} | rest]
  def append_list(key, values, []), do: [{key, values}]

  @doc "The dictionary with what `fun` gives for the value of `key`, which must be there."
  def update(key, fun, [{k, _} = pair | rest]) when key > k, do: [pair | update(key, fun, rest)]
  def update(key, fun, [{k, value} | rest]) when key == k, do: [{key, fun.(value)} | rest]

  @doc "The dictionary with what `fun` gives for the value of `key`, or with `initial` where there is none."
  def update(key, fun, initial, [{k, _} = pair | rest]) when key > k,
    do: [pair | update(key, fun, initial, rest)]

  def update(key, _fun, initial, [{k, _} | _] = dict) when key < k, do: [{key, initial} | dict]
  def update(key, fun, _initial, [{_, value} | rest]), do: [{key, fun.(value)} | rest]
  def update(key, _fun, initial, []), do: [{key, initial}]

  @doc "The dictionary with `increment` added to the value of `key`, 0 where there is none."
  def update_counter(key, increment, dict),
    do: update(key, &(&1 + increment), increment, dict)

  @doc "Folds over keys and values in order."
  def fold(fun, acc, [{key, value} | rest]), do: fold(fun, fun.(key, value, acc), rest)
  def fold(fun, acc, []) when is_function(fun, 3), do: acc

  @doc "The dictionary with each value replaced by what `fun` gives for key and value."
  def map(fun, [{key, value} | rest]), do: [{key, fun.(key, value)} | map(fun, rest)]
  def map(fun, []) when is_function(fun, 2), do: []

  @doc "The pairs for which `fun` is true."
  def filter(fun, [{key, value} = pair | rest]) do
    case fun.(key, value) do
      true -> [pair | filter(fun, rest)]
      false -> filter(fun, rest)
    end
  end

  def filter(fun, []) when is_function(fun, 2), do: []

  @doc "The two dictionaries in one; where both have a key, with what `fun` gives for it and both values."
  def merge(fun, [{k1, _} = pair | rest], [{k2, _} | _] = dict2) when k1 < k2,
    do: [pair | merge(fun, rest, dict2)]

  def merge(fun, [{k1, _} | _] = dict1, [{k2, _} = pair | rest]) when k1 > k2,
    do: [pair | merge(fun, dict1, rest)]

  def merge(fun, [{key, value1} | rest1], [{_, value2} | rest2]),
    do: [{key, fun.(key, value1, value2)} | merge(fun, rest1, rest2)]

  def merge(fun, [], dict2) when is_function(fun, 3), do: dict2
  def merge(fun, dict1, []) when is_function(fun, 3), do: dict1
end
