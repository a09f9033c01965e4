# stdlib/erlang/vial_argument.ex: what an argument had to be, and how that is said when it was not.
# Here: kinds of arguments with their tests and texts; the kinds of natives that take several arguments.
# Not here: raising (vial_error.ex); what only the native knows, such as an access right: its own text
# stands in the `error_info` of the stack entry and is kept where no kind is violated.
# Why: a native stops at the first argument that is wrong, the reference names all of them.
defmodule :vial_argument do
  @moduledoc false

  @doc """
  Returns the texts for the arguments of a native that failed, by position, given its own.
  """
  def texts(module, function, args, own) when is_list(args) do
    case kinds(module, function, length(args)) do
      nil -> own
      kinds -> :maps.merge(own, :maps.from_list(causes(args, kinds)))
    end
  end

  def texts(_module, _function, _arity, own), do: own

  @doc """
  Returns `{position, text}` for each argument that is not of its kind.
  """
  def causes(args, kinds), do: causes(args, kinds, 1)

  defp causes([arg | args], [kind | kinds], position) do
    case wrong(kind, arg) do
      nil -> causes(args, kinds, position + 1)
      text -> [{position, text} | causes(args, kinds, position + 1)]
    end
  end

  defp causes([], [], _position), do: []

  # nil, or what is wrong with the argument.
  defp wrong(:any, _), do: nil
  defp wrong(:atom, x), do: unless(is_atom(x), do: "not an atom")
  defp wrong(:pid, x), do: unless(is_pid(x), do: "not a pid")
  defp wrong(:integer, x), do: unless(is_integer(x), do: "not an integer")
  defp wrong(:list, x), do: unless(is_list(x), do: "not a list")
  defp wrong(:tuple, x), do: unless(is_tuple(x), do: "not a tuple")
  defp wrong(:map, x), do: unless(is_map(x), do: "not a map")
  defp wrong({:fun, 1}, x), do: unless(is_function(x, 1), do: "not a fun that takes one argument")
  defp wrong({:fun, 2}, x), do: unless(is_function(x, 2), do: "not a fun that takes two arguments")
  defp wrong({:fun, 3}, x), do: unless(is_function(x, 3), do: "not a fun that takes three arguments")
  defp wrong(:positive, x), do: unless(is_integer(x) and x > 0, do: "not a positive increment")
  defp wrong(:negative, x), do: unless(is_integer(x) and x < 0, do: "not a negative increment")
  defp wrong(:iterator, x), do: unless(iterator?(x), do: "not a valid iterator")

  defp wrong(:map_or_iterator, x),
    do: unless(is_map(x) or iterator?(x), do: "not a map or an iterator")

  defp wrong(:binary, x) when is_binary(x), do: nil
  defp wrong(:binary, x) when is_bitstring(x), do: "is a bitstring (expected a binary)"
  defp wrong(:binary, _), do: "not a binary"

  defp wrong(:count, x) when is_integer(x), do: if(x < 0, do: "out of range")
  defp wrong(:count, _), do: "not an integer"
  defp wrong(:limit, x) when is_integer(x), do: if(x < 1, do: "out of range")
  defp wrong(:limit, _), do: "not an integer"
  defp wrong(:endianness, x), do: unless(x in [:big, :little], do: "must be 'big' or 'little'")

  defp wrong(:part, {at, size}) when is_integer(at) and is_integer(size), do: nil
  defp wrong(:part, _), do: "not a valid {Pos,Length} tuple"

  defp wrong(:binaries, x), do: unless(binaries?(x, 0), do: "not a flat list of binaries")
  defp wrong(:pattern, x), do: unless(pattern?(x), do: "not a valid pattern")

  defp wrong(:iodata, x), do: unless(iodata?(x), do: "not an iodata term")
  defp wrong(:word, x) when is_integer(x), do: unless(x in 0..0xFFFFFFFF, do: "out of range")
  defp wrong(:word, _), do: "not an integer"
  defp wrong(:time_unit, x) when is_integer(x), do: unless(x > 0, do: "invalid time unit")

  defp wrong(:time_unit, x) do
    names = [:second, :seconds, :millisecond, :milli_seconds, :microsecond, :micro_seconds, :nanosecond, :nano_seconds]
    unless x in [:native, :perf_counter | names], do: "invalid time unit"
  end

  defp wrong(:table, x) when is_atom(x) or is_reference(x), do: nil
  defp wrong(:table, _), do: "not an atom or a table identifier"
  defp wrong(:table_name, x), do: unless(is_atom(x), do: "invalid table name (must be an atom)")
  defp wrong(:boolean, x), do: unless(is_boolean(x), do: "not a boolean value")

  defp wrong(:objects, {}), do: "is an empty tuple"
  defp wrong(:objects, x) when is_tuple(x) or x == [], do: nil

  defp wrong(:objects, x) when is_list(x),
    do: unless(objects?(x), do: "not a non-empty tuple or a list of non-empty tuples")

  defp wrong(:objects, _), do: "not a tuple"
  defp wrong(:object, {}), do: "is an empty tuple"
  defp wrong(:object, x), do: unless(is_tuple(x), do: "not a tuple")
  defp wrong(:counters, x), do: unless(all?(x, &counter?/1), do: "not a valid update operation")

  defp wrong(:elements, x),
    do: unless(all?(x, &element?/1), do: "is not a valid element specification")

  defp wrong(:local_time, x), do: unless(time?(x), do: "not a valid local time")

  defp wrong(:daylight, x),
    do: unless(x in [true, false, :undefined], do: "not 'true', 'false', or 'undefined'")

  defp iodata?(x) do
    :erlang.iolist_size(x)
    true
  rescue
    ArgumentError -> false
  end

  defp iterator?(x), do: x == :none or match?([{_, _} | _], x)

  defp binaries?([x | rest], n) when is_binary(x), do: binaries?(rest, n + 1)
  defp binaries?([], n), do: n > 0
  defp binaries?(_, _), do: false

  defp pattern?([x | rest]) when is_binary(x) and x != "", do: rest == [] or pattern?(rest)
  defp pattern?(x), do: (is_binary(x) and x != "") or match?({_, _}, x)

  defp objects?([x | rest]) when is_tuple(x) and x != {}, do: objects?(rest)
  defp objects?(x), do: x == []

  defp all?([x | rest], test), do: test.(x) and (rest == [] or all?(rest, test))
  defp all?([], _test), do: true
  defp all?(x, test), do: test.(x)

  defp counter?(n) when is_integer(n), do: true
  defp counter?({at, n}), do: is_integer(at) and is_integer(n)

  defp counter?({at, n, limit, reset}),
    do: is_integer(at) and is_integer(n) and is_integer(limit) and is_integer(reset)

  defp counter?(_), do: false

  defp element?({at, _}), do: is_integer(at)
  defp element?(_), do: false

  defp time?({{y, m, d}, {h, n, s}}), do: :lists.all(&is_integer/1, [y, m, d, h, n, s])
  defp time?(_), do: false

  # The kinds of a native's arguments; nil: its own text is all there is to say.
  defp kinds(:atomics, f, 3) when f in [:put, :add, :add_get, :exchange], do: [:any, :any, :integer]
  defp kinds(:atomics, :compare_exchange, 4), do: [:any, :any, :integer, :integer]
  defp kinds(:binary, function, arity), do: binary(function, arity)
  defp kinds(:ets, function, arity), do: ets(function, arity)
  defp kinds(:erlang, function, arity), do: erlang(function, arity)
  defp kinds(_, _, _), do: nil

  defp binary(:at, 2), do: [:binary, :count]
  defp binary(:bin_to_list, 1), do: [:binary]
  defp binary(:bin_to_list, 2), do: [:binary, :part]
  defp binary(:bin_to_list, 3), do: [:binary, :integer, :integer]
  defp binary(:copy, 1), do: [:binary]
  defp binary(:copy, 2), do: [:binary, :count]
  defp binary(:decode_unsigned, 1), do: [:binary]
  defp binary(:decode_unsigned, 2), do: [:binary, :endianness]
  defp binary(:encode_unsigned, 1), do: [:count]
  defp binary(:encode_unsigned, 2), do: [:count, :endianness]
  defp binary(f, 1) when f in [:first, :last], do: [:binary]
  defp binary(f, 1) when f in [:longest_common_prefix, :longest_common_suffix], do: [:binaries]
  defp binary(f, 2) when f in [:match, :matches, :split], do: [:binary, :pattern]
  defp binary(f, 3) when f in [:match, :matches, :split], do: [:binary, :pattern, :any]
  defp binary(:part, arity), do: erlang(:binary_part, arity)
  defp binary(:replace, 3), do: [:binary, :pattern, :binary]
  defp binary(:replace, 4), do: [:binary, :pattern, :binary, :any]
  defp binary(_, _), do: nil

  defp ets(:delete_object, 2), do: [:table, :tuple]
  defp ets(:give_away, 3), do: [:table, :pid, :any]
  defp ets(:info, 1), do: [:table]
  defp ets(f, 2) when f in [:insert, :insert_new], do: [:table, :objects]
  defp ets(:lookup_element, 3), do: [:table, :any, :limit]
  defp ets(f, 3) when f in [:match, :match_object, :select, :select_reverse], do: [:table, :any, :limit]
  defp ets(:new, 2), do: [:atom, :list]
  defp ets(:rename, 2), do: [:table, :table_name]
  defp ets(:safe_fixtable, 2), do: [:table, :boolean]
  defp ets(:update_counter, 3), do: [:table, :any, :counters]
  defp ets(:update_counter, 4), do: [:table, :any, :counters, :object]
  defp ets(:update_element, 3), do: [:table, :any, :elements]
  defp ets(:whereis, 1), do: [:table_name]

  defp ets(f, 1)
       when f in [:delete, :delete_all_objects, :first, :last, :tab2list],
       do: [:table]

  defp ets(f, 2)
       when f in [
              :delete,
              :lookup,
              :match,
              :match_object,
              :member,
              :next,
              :prev,
              :select,
              :select_count,
              :select_delete,
              :select_replace,
              :select_reverse,
              :slot,
              :setopts,
              :take,
              :vial_delete_matching
            ],
       do: [:table, :any]

  defp ets(_, _), do: nil

  defp erlang(:binary_part, 2), do: [:binary, :part]
  defp erlang(:binary_part, 3), do: [:binary, :integer, :integer]
  defp erlang(:function_exported, 3), do: [:atom, :atom, :integer]
  defp erlang(:group_leader, 2), do: [:pid, :pid]
  defp erlang(:localtime_to_universaltime, 2), do: [:local_time, :daylight]
  defp erlang(:make_fun, 3), do: [:atom, :atom, :integer]
  defp erlang(:split_binary, 2), do: [:binary, :count]
  defp erlang(_, _), do: nil
end
