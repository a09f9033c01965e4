# stdlib/kernel/kernel/tests.part.ex: what a value is, and parts of it that guards may ask for.
# Here: is_*, sizes, hd, tl, elem, rounding, node, map keys.
# Holds: each is one instruction or native of the machine; the compiler replaces calls of these.

@doc """
Whether `term` is an atom; `true`, `false`, `nil` and aliases are atoms.

Allowed in guards.

## Examples

    iex> is_atom(nil)
    true
    iex> is_atom("nil")
    false
"""
@spec is_atom(term) :: boolean
def is_atom(term), do: :erlang.is_atom(term)

@doc """
Whether `term` is a binary: a bitstring of whole bytes, which strings are.

Allowed in guards.

## Examples

    iex> is_binary("text")
    true
    iex> is_binary(<<1::3>>)
    false
"""
@spec is_binary(term) :: boolean
def is_binary(term), do: :erlang.is_binary(term)

@doc """
Whether `term` is a bitstring, binary or not.

Allowed in guards.

## Examples

    iex> is_bitstring(<<1::3>>)
    true
    iex> is_bitstring('text')
    false
"""
@spec is_bitstring(term) :: boolean
def is_bitstring(term), do: :erlang.is_bitstring(term)

@doc """
Whether `term` is `true` or `false`.

Allowed in guards.

## Examples

    iex> is_boolean(false)
    true
    iex> is_boolean(nil)
    false
"""
@spec is_boolean(term) :: boolean
def is_boolean(term), do: :erlang.is_boolean(term)

@doc """
Whether `term` is a float.

Allowed in guards.

## Examples

    iex> is_float(1.0)
    true
    iex> is_float(1)
    false
"""
@spec is_float(term) :: boolean
def is_float(term), do: :erlang.is_float(term)

@doc """
Whether `term` is a function.

Allowed in guards.

## Examples

    iex> is_function(&length/1)
    true
    iex> is_function(:length)
    false
"""
@spec is_function(term) :: boolean
def is_function(term), do: :erlang.is_function(term)

@doc """
Whether `term` is an integer of any size.

Allowed in guards.

## Examples

    iex> is_integer(123)
    true
    iex> is_integer(1.0)
    false
"""
@spec is_integer(term) :: boolean
def is_integer(term), do: :erlang.is_integer(term)

@doc """
Whether `term` is a list, proper or not.

Allowed in guards.

## Examples

    iex> is_list([1 | 2])
    true
    iex> is_list({})
    false
"""
@spec is_list(term) :: boolean
def is_list(term), do: :erlang.is_list(term)

@doc """
Whether `term` is a map; structs are maps.

Allowed in guards.

## Examples

    iex> is_map(%{a: 1})
    true
    iex> is_map([a: 1])
    false
"""
@spec is_map(term) :: boolean
def is_map(term), do: :erlang.is_map(term)

@doc """
Whether `term` is an integer or a float.

Allowed in guards.

## Examples

    iex> is_number(1.5)
    true
    iex> is_number("1.5")
    false
"""
@spec is_number(term) :: boolean
def is_number(term), do: :erlang.is_number(term)

@doc """
Whether `term` is a process identifier.

Allowed in guards.

## Examples

    iex> is_pid(self())
    true
    iex> is_pid(make_ref())
    false
"""
@spec is_pid(term) :: boolean
def is_pid(term), do: :erlang.is_pid(term)

@doc """
Whether `term` is a port identifier.

Allowed in guards.

## Examples

    iex> is_port(self())
    false
"""
@spec is_port(term) :: boolean
def is_port(term), do: :erlang.is_port(term)

@doc """
Whether `term` is a reference.

Allowed in guards.

## Examples

    iex> is_reference(make_ref())
    true
    iex> is_reference(self())
    false
"""
@spec is_reference(term) :: boolean
def is_reference(term), do: :erlang.is_reference(term)

@doc """
Whether `term` is a tuple.

Allowed in guards.

## Examples

    iex> is_tuple({})
    true
    iex> is_tuple([])
    false
"""
@spec is_tuple(term) :: boolean
def is_tuple(term), do: :erlang.is_tuple(term)

@doc """
Whether `term` is a function of `arity` arguments.

Allowed in guards.

## Examples

    iex> is_function(&max/2, 2)
    true
    iex> is_function(&max/2, 1)
    false
"""
@spec is_function(term, non_neg_integer) :: boolean
def is_function(term, arity), do: :erlang.is_function(term, arity)

@doc """
Whether `map` has `key`; a value that is no map raises `BadMapError`.

Allowed in guards, where it fails instead.

## Examples

    iex> is_map_key(%{a: nil}, :a)
    true
    iex> is_map_key(%{a: nil}, :b)
    false
"""
@spec is_map_key(map, term) :: boolean
def is_map_key(map, key), do: :erlang.is_map_key(key, map)

@doc """
The size of a bitstring in bits. Constant time.

Allowed in guards.

## Examples

    iex> bit_size(<<433::16, 3::3>>)
    19
"""
@spec bit_size(bitstring) :: non_neg_integer
def bit_size(bitstring), do: :erlang.bit_size(bitstring)

@doc """
The bytes needed to hold a bitstring. Constant time.

For the characters of a string use `String.length/1`. Allowed in guards.

## Examples

    iex> byte_size("héllo")
    6
    iex> byte_size(<<1::3>>)
    1
"""
@spec byte_size(bitstring) :: non_neg_integer
def byte_size(bitstring), do: :erlang.byte_size(bitstring)

@doc """
The part of `binary` that starts at byte `start` and is `size` bytes long.

A negative size goes back from `start`. Outside the binary it raises `ArgumentError`. Allowed in guards.

## Examples

    iex> binary_part("foobar", 1, 2)
    "oo"
    iex> binary_part("foobar", 6, -3)
    "bar"
"""
@spec binary_part(binary, non_neg_integer, integer) :: binary
def binary_part(binary, start, size), do: :erlang.binary_part(binary, start, size)

@doc """
The number of elements of a proper list. Linear.

Allowed in guards.

## Examples

    iex> length([1, 2, 3])
    3
"""
@spec length(list) :: non_neg_integer
def length(list), do: :erlang.length(list)

@doc """
The number of pairs in a map. Constant time.

Allowed in guards.

## Examples

    iex> map_size(%{a: 1, b: 2})
    2
"""
@spec map_size(map) :: non_neg_integer
def map_size(map), do: :erlang.map_size(map)

@doc """
The number of elements of a tuple. Constant time.

Allowed in guards.

## Examples

    iex> tuple_size({:a, :b})
    2
"""
@spec tuple_size(tuple) :: non_neg_integer
def tuple_size(tuple), do: :erlang.tuple_size(tuple)

@doc """
The first element of a non-empty list, else `ArgumentError`.

Allowed in guards.

## Examples

    iex> hd([1, 2, 3])
    1
"""
@spec hd(nonempty_maybe_improper_list(elem, any)) :: elem when elem: term
def hd(list), do: :erlang.hd(list)

@doc """
A non-empty list without its first element, else `ArgumentError`.

Allowed in guards.

## Examples

    iex> tl([1, 2, 3])
    [2, 3]
    iex> tl([1 | 2])
    2
"""
@spec tl(nonempty_maybe_improper_list(elem, tail)) :: maybe_improper_list(elem, tail) | tail when elem: term, tail: term
def tl(list), do: :erlang.tl(list)

@doc """
The element of `tuple` at `index`, counted from 0; outside it raises `ArgumentError`.

Allowed in guards.

## Examples

    iex> elem({:a, :b}, 1)
    :b
"""
@spec elem(tuple, non_neg_integer) :: term
def elem(tuple, index), do: :erlang.element(index + 1, tuple)

@doc """
`tuple` with `value` at `index`, counted from 0; outside it raises `ArgumentError`.

## Examples

    iex> put_elem({:a, :b}, 0, 1)
    {1, :b}
"""
@spec put_elem(tuple, non_neg_integer, term) :: tuple
def put_elem(tuple, index, value), do: :erlang.setelement(index + 1, tuple, value)

@doc """
The smallest integer not below `number`.

Allowed in guards.

## Examples

    iex> ceil(1.2)
    2
    iex> ceil(-1.2)
    -1
"""
@spec ceil(number) :: integer
def ceil(number), do: :erlang.ceil(number)

@doc """
The largest integer not above `number`.

Allowed in guards.

## Examples

    iex> floor(1.8)
    1
    iex> floor(-1.2)
    -2
"""
@spec floor(number) :: integer
def floor(number), do: :erlang.floor(number)

@doc """
The nearest integer; halves go away from zero.

Allowed in guards.

## Examples

    iex> round(2.5)
    3
    iex> round(-2.5)
    -3
"""
@spec round(number) :: integer
def round(number), do: :erlang.round(number)

@doc """
The integer part of `number`.

Allowed in guards.

## Examples

    iex> trunc(5.9)
    5
    iex> trunc(-5.9)
    -5
"""
@spec trunc(number) :: integer
def trunc(number), do: :erlang.trunc(number)

@doc """
The absolute value.

Allowed in guards.

## Examples

    iex> abs(-3.5)
    3.5
    iex> abs(7)
    7
"""
@spec abs(number) :: number
def abs(number), do: :erlang.abs(number)

@doc """
Whether `term` is `nil`.

Allowed in guards.

## Examples

    iex> is_nil(nil)
    true
    iex> is_nil(false)
    false
"""
defmacro is_nil(term) do
  {{:., [], [:erlang, :"=:="]}, [generated: true], [term, nil]}
end

@doc """
Whether `term` is a struct.

Allowed in guards.

## Examples

    iex> is_struct(1..2)
    true
    iex> is_struct(%{})
    false
"""
defmacro is_struct(term) do
  once(term, __CALLER__, &struct_test/1)
end

@doc """
Whether `term` is a struct of module `name`.

Allowed in guards.

## Examples

    iex> is_struct(1..2, Range)
    true
    iex> is_struct(1..2, MapSet)
    false
"""
defmacro is_struct(term, name) do
  check = {{:., [], [:erlang, :is_atom]}, [generated: true], [name]}

  once(term, __CALLER__, fn value ->
    struct = {{:., [], [:erlang, :map_get]}, [generated: true], [:__struct__, value]}
    same = {{:., [], [:erlang, :"=:="]}, [generated: true], [struct, name]}
    named_first(value, named(check, name, __CALLER__), both(struct_test(value), same), __CALLER__)
  end)
end

# What is no map needs no name in a guard.
defp named_first(_, true, test, _), do: test

defp named_first(value, named, test, %{context: :guard}) do
  map = {{:., [], [:erlang, :is_map]}, [generated: true], [value]}
  both(both(map, named), test)
end

defp named_first(_, named, test, _), do: both(named, test)

# A name that is no atom is the caller's mistake: an error, in a guard its failure.
defp named(_, name, _) when is_atom(name), do: true
defp named(_, {:__aliases__, _, _}, _), do: true
defp named(check, _, %{context: :guard}), do: {{:., [], [:erlang, :orelse]}, [generated: true], [check, :fail]}

defp named(check, _, _) do
  error = {{:., [], [:erlang, :error]}, [generated: true], [:badarg]}
  {{:., [], [:erlang, :orelse]}, [generated: true], [check, error]}
end

@doc """
Whether `term` is an exception.

Allowed in guards.

## Examples

    iex> is_exception(%RuntimeError{})
    true
    iex> is_exception(%{})
    false
"""
defmacro is_exception(term) do
  once(term, __CALLER__, &exception_test/1)
end

@doc """
Whether `term` is an exception of module `name`.

Allowed in guards.

## Examples

    iex> is_exception(%RuntimeError{}, RuntimeError)
    true
    iex> is_exception(%RuntimeError{}, ArgumentError)
    false
"""
defmacro is_exception(term, name) do
  check = {{:., [], [:erlang, :is_atom]}, [generated: true], [name]}

  once(term, __CALLER__, fn value ->
    struct = {{:., [], [:erlang, :map_get]}, [generated: true], [:__struct__, value]}
    same = {{:., [], [:erlang, :"=:="]}, [generated: true], [struct, name]}
    named_first(value, named(check, name, __CALLER__), both(exception_test(value), same), __CALLER__)
  end)
end

defp struct_test(value) do
  map = {{:., [], [:erlang, :is_map]}, [generated: true], [value]}
  key = {{:., [], [:erlang, :is_map_key]}, [generated: true], [:__struct__, value]}
  struct = {{:., [], [:erlang, :map_get]}, [generated: true], [:__struct__, value]}
  atom = {{:., [], [:erlang, :is_atom]}, [generated: true], [struct]}
  both(both(map, key), atom)
end

defp exception_test(value) do
  key = {{:., [], [:erlang, :is_map_key]}, [generated: true], [:__exception__, value]}
  mark = {{:., [], [:erlang, :map_get]}, [generated: true], [:__exception__, value]}
  true_mark = {{:., [], [:erlang, :"=:="]}, [generated: true], [mark, true]}
  both(both(struct_test(value), key), true_mark)
end

defp both(left, true), do: left
defp both(left, right), do: {{:., [], [:erlang, :andalso]}, [generated: true], [left, right]}

# In a guard the term itself; elsewhere it is run once.
defp once(term, %{context: :guard}, fun), do: fun.(term)
defp once({_, _, context} = term, _, fun) when is_atom(context), do: fun.(term)

defp once(term, _, fun) do
  variable = {:term, [generated: true], __MODULE__}
  {:__block__, [], [{:=, [generated: true], [variable, term]}, fun.(variable)]}
end
