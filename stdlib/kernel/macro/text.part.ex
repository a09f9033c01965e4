# stdlib/kernel/macro/text.part.ex: quoted forms, atoms and names as text, and escapes in text.
# Here: to_string, inspect_atom, classify_atom, operator?, camelize, underscore, unescape_string.

@doc """
The code of a quoted form, as the formatter writes it.

## Examples

    iex> Macro.to_string(quote(do: foo.bar("baz")))
    "foo.bar(\\"baz\\")"
"""
@spec to_string(t) :: String.t()
def to_string(tree) do
  case :code.ensure_loaded(Code.Formatter) do
    {:module, _} -> IO.iodata_to_binary(Inspect.Algebra.format(Code.quoted_to_algebra(tree), 98))
    _ -> plain(tree)
  end
end

# While the library is compiled, before there is a formatter: enough for warnings and errors.
defp plain(atom) when is_atom(atom) do
  case :erlang.atom_to_binary(atom) do
    <<"Elixir.", rest::binary>> -> rest
    text when atom == nil or is_boolean(atom) -> text
    text -> <<":", text::binary>>
  end
end

defp plain(n) when is_integer(n), do: :erlang.integer_to_binary(n)
defp plain(text) when is_binary(text), do: <<?", text::binary, ?">>
defp plain({name, _, context}) when is_atom(name) and is_atom(context), do: :erlang.atom_to_binary(name)
defp plain({:__aliases__, _, parts}), do: plain_list(parts, ".")
defp plain({{:., _, [left, name]}, _, args}) when is_atom(name), do: <<plain(left)::binary, ".", :erlang.atom_to_binary(name)::binary, "(", plain_list(args, ", ")::binary, ")">>
defp plain({op, _, [left, right]}) when op in [:+, :-, :*, :/, :==, :and, :or, :in, :|>, :<>, :++, :=, :|, :"::"], do: <<plain(left)::binary, " ", :erlang.atom_to_binary(op)::binary, " ", plain(right)::binary>>
defp plain({:@, _, [attribute]}), do: <<"@", plain(attribute)::binary>>
defp plain({name, _, args}) when is_atom(name) and is_list(args), do: <<:erlang.atom_to_binary(name)::binary, "(", plain_list(args, ", ")::binary, ")">>
defp plain({left, right}), do: <<"{", plain(left)::binary, ", ", plain(right)::binary, "}">>
defp plain(list) when is_list(list), do: <<"[", plain_list(list, ", ")::binary, "]">>
defp plain(_), do: "..."

defp plain_list([], _), do: ""
defp plain_list([one], _), do: plain_part(one)
defp plain_list([h | t], between), do: <<plain_part(h)::binary, between::binary, plain_list(t, between)::binary>>

defp plain_part(part) when is_atom(part) and part not in [nil, true, false], do: :erlang.atom_to_binary(part)
defp plain_part(part), do: plain(part)

@doc false
def to_string(tree, fun) do
  fun.(tree, Macro.to_string(tree))
end

@doc """
An atom as it is written in code, by where it stands: `:literal`, `:key` or `:remote_call`.

## Examples

    iex> Macro.inspect_atom(:literal, :"two words")
    ":\\"two words\\""
    iex> Macro.inspect_atom(:key, :foo)
    "foo:"
    iex> Macro.inspect_atom(:remote_call, :+)
    "+"
"""
@spec inspect_atom(:literal | :key | :remote_call, atom) :: String.t()
def inspect_atom(format, atom), do: Code.Identifier.inspect_atom(format, atom)

@doc """
What an atom can be in code: `:alias`, `:identifier`, `:unquoted` or `:quoted`.

## Examples

    iex> Macro.classify_atom(Foo)
    :alias
    iex> Macro.classify_atom(:foo)
    :identifier
    iex> Macro.classify_atom(:"a b")
    :quoted
"""
@spec classify_atom(atom) :: :alias | :identifier | :quoted | :unquoted
def classify_atom(atom), do: Code.Identifier.classify(atom)

@doc """
Whether a name with that arity is an operator.

## Examples

    iex> Macro.operator?(:+, 2)
    true
    iex> Macro.operator?(:foo, 2)
    false
"""
@spec operator?(name :: atom, arity) :: boolean
def operator?(name, arity)
def operator?(:"..//", 3), do: true
# Code allows it, though it is no operator by precedence.
def operator?(:.., 0), do: true
def operator?(name, 2) when is_atom(name), do: Code.Identifier.binary_op(name) != :error
def operator?(name, 1) when is_atom(name), do: Code.Identifier.unary_op(name) != :error
def operator?(name, arity) when is_atom(name) and is_integer(arity), do: false

@doc """
Whether a name with that arity is a special form.

## Examples

    iex> Macro.special_form?(:case, 2)
    true
    iex> Macro.special_form?(:if, 2)
    false
"""
@spec special_form?(name :: atom, arity) :: boolean
def special_form?(name, arity) when is_atom(name) and is_integer(arity) do
  :lists.member({name, arity}, [
    %: 2, %{}: 1, &: 1, .: 2, "::": 2, <<>>: 1, =: 2, ^: 1, __CALLER__: 0, __DIR__: 0, __ENV__: 0,
    __MODULE__: 0, __STACKTRACE__: 0, __aliases__: 1, __block__: 1, alias: 1, alias: 2, case: 2,
    cond: 1, fn: 1, for: 1, import: 1, import: 2, quote: 1, quote: 2, receive: 1, require: 1,
    require: 2, super: 1, try: 1, unquote: 1, unquote_splicing: 1, with: 1, {}: 1
  ])
end

@doc """
A name in camel case; slashes become dots.

For names of modules and functions, not for text: only ASCII is changed.

## Examples

    iex> Macro.camelize("foo_bar/baz")
    "FooBar.Baz"
"""
@spec camelize(String.t()) :: String.t()
def camelize(string)
def camelize(""), do: ""
def camelize(<<?_, rest::binary>>), do: camelize(rest)
def camelize(<<h, rest::binary>>), do: <<to_upper(h)>> <> do_camelize(rest)

defp do_camelize(<<?_, ?_, rest::binary>>), do: do_camelize(<<?_, rest::binary>>)

defp do_camelize(<<?_, h, rest::binary>>) when h >= ?a and h <= ?z,
  do: <<to_upper(h)>> <> do_camelize(rest)

defp do_camelize(<<?_, h, rest::binary>>) when h >= ?0 and h <= ?9, do: <<h>> <> do_camelize(rest)
defp do_camelize(<<?_>>), do: <<>>
defp do_camelize(<<?/, rest::binary>>), do: <<?.>> <> camelize(rest)
defp do_camelize(<<h, rest::binary>>), do: <<h>> <> do_camelize(rest)
defp do_camelize(<<>>), do: <<>>

@doc """
A name in lower case with underscores; dots become slashes.

For names of modules, not for text: only ASCII is changed.

## Examples

    iex> Macro.underscore("FooBar.Baz")
    "foo_bar/baz"
    iex> Macro.underscore(Foo.HTTPServer)
    "foo/http_server"
"""
@spec underscore(module | atom | String.t()) :: String.t()
def underscore(atom) when is_atom(atom) do
  "Elixir." <> rest = Atom.to_string(atom)
  underscore(rest)
end

def underscore(<<h, t::binary>>), do: <<to_lower(h)>> <> do_underscore(t, h)
def underscore(""), do: ""

defp do_underscore(<<h, t, rest::binary>>, _)
     when h >= ?A and h <= ?Z and not (t >= ?A and t <= ?Z) and not (t >= ?0 and t <= ?9) and
            t != ?. and t != ?_ do
  <<?_, to_lower(h), t>> <> do_underscore(rest, t)
end

defp do_underscore(<<h, t::binary>>, prev)
     when h >= ?A and h <= ?Z and not (prev >= ?A and prev <= ?Z) and prev != ?_ do
  <<?_, to_lower(h)>> <> do_underscore(t, h)
end

defp do_underscore(<<?., t::binary>>, _), do: <<?/>> <> underscore(t)
defp do_underscore(<<h, t::binary>>, _), do: <<to_lower(h)>> <> do_underscore(t, h)
defp do_underscore(<<>>, _), do: <<>>

defp to_upper(char) when char >= ?a and char <= ?z, do: char - 32
defp to_upper(char), do: char
defp to_lower(char) when char >= ?A and char <= ?Z, do: char + 32
defp to_lower(char), do: char

@doc """
Text with its escapes (`\\\\n`, `\\\\x41`, `\\\\u00e9`, …) replaced by what they stand for.

`map` says for a character behind a backslash what it stands for, or `false` to leave both as they
are; for `:newline`, `:unicode` and `:hex` whether those are known. Badly formed escapes raise
`ArgumentError`.

## Examples

    iex> Macro.unescape_string("a\\\\nb")
    "a\\nb"
    iex> Macro.unescape_string("\\\\d", fn ?d -> ?\\d; _ -> false end)
    "\\d"
"""
@spec unescape_string(String.t(), (non_neg_integer -> non_neg_integer | false)) :: String.t()
def unescape_string(string, map \\ &unescape_char/1), do: unescape(string, map, <<>>)

defp unescape_char(:newline), do: true
defp unescape_char(:unicode), do: true
defp unescape_char(:hex), do: true
defp unescape_char(?0), do: 0
defp unescape_char(?a), do: 7
defp unescape_char(?b), do: 8
defp unescape_char(?d), do: 127
defp unescape_char(?e), do: 27
defp unescape_char(?f), do: 12
defp unescape_char(?n), do: 10
defp unescape_char(?r), do: 13
defp unescape_char(?s), do: 32
defp unescape_char(?t), do: 9
defp unescape_char(?v), do: 11
defp unescape_char(char), do: char

defp unescape(<<?\\, ?\r, ?\n, rest::binary>>, map, acc), do: joined_line(<<?\r, ?\n>>, rest, map, acc)
defp unescape(<<?\\, ?\n, rest::binary>>, map, acc), do: joined_line(<<?\n>>, rest, map, acc)

defp unescape(<<?\\, ?x, rest::binary>>, map, acc) do
  if map.(:hex) == true, do: unescape_hex(rest, map, acc), else: unescape_other(?x, rest, map, acc)
end

defp unescape(<<?\\, ?u, rest::binary>>, map, acc) do
  if map.(:unicode) == true, do: unescape_unicode(rest, map, acc), else: unescape_other(?u, rest, map, acc)
end

defp unescape(<<?\\, char, rest::binary>>, map, acc), do: unescape_other(char, rest, map, acc)
defp unescape(<<char, rest::binary>>, map, acc), do: unescape(rest, map, <<acc::binary, char>>)
defp unescape(<<>>, _map, acc), do: acc

defp joined_line(newline, rest, map, acc) do
  case map.(:newline) do
    true -> unescape(rest, map, acc)
    _ -> unescape(rest, map, <<acc::binary, ?\\, newline::binary>>)
  end
end

defp unescape_other(char, rest, map, acc) do
  case map.(char) do
    false -> unescape(rest, map, <<acc::binary, ?\\, char>>)
    other -> unescape(rest, map, <<acc::binary, other>>)
  end
end

# `\x{H*}` is deprecated, and a code point as that of `\u`.
defp unescape_hex(<<?{, text::binary>>, map, acc) do
  case hex_digits(text, 6, 0, 0) do
    {count, value, <<?}, rest::binary>>} when count > 0 -> code_point(value, text, count, rest, map, acc)
    _ -> bad_hex()
  end
end

defp unescape_hex(text, map, acc) do
  case hex_digits(text, 2, 0, 0) do
    {0, _, _} -> bad_hex()
    {_, value, rest} -> unescape(rest, map, <<acc::binary, value>>)
  end
end

defp bad_hex do
  raise ArgumentError,
        "invalid hex escape character, expected \\xHH where H is a hexadecimal digit"
end

defp unescape_unicode(<<?{, text::binary>>, map, acc) do
  case hex_digits(text, 6, 0, 0) do
    {count, value, <<?}, rest::binary>>} when count > 0 -> code_point(value, text, count, rest, map, acc)
    _ -> bad_unicode()
  end
end

defp unescape_unicode(text, map, acc) do
  case hex_digits(text, 4, 0, 0) do
    {4, value, rest} -> code_point(value, text, 4, rest, map, acc)
    _ -> bad_unicode()
  end
end

defp code_point(value, _text, _count, rest, map, acc)
     when value <= 0x10FFFF and (value < 0xD800 or value > 0xDFFF) do
  unescape(rest, map, <<acc::binary, value::utf8>>)
end

defp code_point(_value, text, count, _rest, _map, _acc) do
  raise ArgumentError,
        "invalid or reserved Unicode code point \\u{" <>
          binary_part(text, 0, count) <> "}"
end

defp bad_unicode do
  raise ArgumentError,
        "invalid Unicode escape character, expected \\uHHHH or \\u{H*} where H is a hexadecimal digit"
end

defp hex_digits(<<c, rest::binary>>, most, count, value) when count < most and c in ?0..?9,
  do: hex_digits(rest, most, count + 1, value * 16 + c - ?0)

defp hex_digits(<<c, rest::binary>>, most, count, value) when count < most and c in ?a..?f,
  do: hex_digits(rest, most, count + 1, value * 16 + c - ?a + 10)

defp hex_digits(<<c, rest::binary>>, most, count, value) when count < most and c in ?A..?F,
  do: hex_digits(rest, most, count + 1, value * 16 + c - ?A + 10)

defp hex_digits(rest, _most, count, value), do: {count, value, rest}

@doc false
def unescape_tokens(tokens), do: unescape_tokens(tokens, &unescape_char/1)

@doc false
def unescape_tokens(tokens, map) do
  :lists.map(fn token -> if is_binary(token), do: unescape_string(token, map), else: token end, tokens)
end
