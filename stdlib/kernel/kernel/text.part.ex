# stdlib/kernel/kernel/text.part.ex: values as text, text joined and matched.
# Here: to_string, to_charlist, inspect, <>, =~, binary_slice.
# Holds: a string is a binary in UTF-8.

@doc """
`term` as a string, by the protocol `String.Chars`.

This is what interpolation does. Atoms, numbers, charlists and strings have a text; tuples, maps and
functions have none: use `inspect/2`.

## Examples

    iex> to_string(:ok)
    "ok"
    iex> "one: \#{1}"
    "one: 1"
"""
defmacro to_string(term) when is_binary(term), do: term

defmacro to_string(term) do
  # A text that is known when the code compiles stands for itself, in patterns too.
  case :"Elixir.Kernel.Utils".expand(term, __CALLER__) do
    text when is_binary(text) -> text
    _ -> string_of(term)
  end
end

defp string_of(term) do
  quote generated: true do
    case unquote(term) do
      x when :erlang.is_binary(x) -> x
      x -> :"Elixir.String.Chars".to_string(x)
    end
  end
end

@doc """
`term` as a charlist, by the protocol `List.Chars`.

## Examples

    iex> to_charlist("abc")
    'abc'
"""
defmacro to_charlist(term) do
  {{:., [], [:"Elixir.List.Chars", :to_charlist]}, [], [term]}
end

@doc false
defmacro to_char_list(term) do
  {{:., [], [:"Elixir.Kernel", :to_charlist]}, [], [term]}
end

@doc """
`term` as text that programmers read, by the protocol `Inspect`.

Options are those of `Inspect.Opts`: `:limit`, `:width`, `:pretty`, `:base`, `:charlists`, …

## Examples

    iex> inspect({:ok, "text"})
    "{:ok, \\"text\\"}"
    iex> inspect(255, base: :hex)
    "0xFF"
    iex> inspect([1, 2, 3], limit: 2)
    "[1, 2, ...]"
"""
@spec inspect(Inspect.t(), keyword) :: String.t()
def inspect(term, opts \\ []) when is_list(opts) do
  opts = :"Elixir.Inspect.Opts".new(opts)

  limit =
    case :erlang.map_get(:pretty, opts) do
      true -> :erlang.map_get(:width, opts)
      _ -> :infinity
    end

  doc = :"Elixir.Inspect.Algebra".group(:"Elixir.Inspect.Algebra".to_doc(term, opts))
  :erlang.iolist_to_binary(:"Elixir.Inspect.Algebra".format(doc, limit))
end

@doc """
Joins two binaries.

In a pattern the left side must be a literal, or of a size known to the pattern: the rest is bound to
the right side. When the left side is used nowhere else its buffer grows in place, so building a long
string from its beginning is linear.

## Examples

    iex> "foo" <> "bar"
    "foobar"
    iex> "foo" <> rest = "foobar"
    iex> rest
    "bar"
"""
defmacro left <> right do
  in_match = :erlang."=:="(:erlang.map_get(:context, __CALLER__), :match)
  parts = joined({:<>, [], [left, right]}, [])
  {:<<>>, [], binary_segments(parts, in_match, __CALLER__)}
end

defp joined({:<>, _, [left, right]}, acc), do: joined(left, joined(right, acc))
defp joined(other, acc), do: [other | acc]

defp binary_segments([last], in_match, env), do: [binary_segment(last, in_match, true, env)]

defp binary_segments([part | rest], in_match, env) do
  [binary_segment(part, in_match, false, env) | binary_segments(rest, in_match, env)]
end

defp binary_segment(part, in_match, last, env) do
  case :"Elixir.Kernel.Utils".expand(part, env) do
    text when is_binary(text) -> text
    other -> binary_part_of(other, in_match, last)
  end
end

defp binary_part_of(other, _, _) when is_number(other) when is_atom(other) when is_list(other) do
  :"Elixir.Kernel.Utils".fail("expected binary argument in <> operator but got: ", other)
end

defp binary_part_of({:^, _, [{name, _, context}]} = pinned, true, false)
     when :erlang.andalso(is_atom(name), is_atom(context)) do
  unsized(pinned)
end

defp binary_part_of({name, _, context} = variable, true, false)
     when :erlang.andalso(is_atom(name), is_atom(context)) do
  unsized(variable)
end

defp binary_part_of(other, _, _), do: typed_binary(other)

defp unsized(left) do
  :"Elixir.Kernel.Utils".fail(
    <<"the left argument of <> operator inside a match should always be a literal ",
      "binary because its size can't be verified. Got: ">>,
    left
  )
end

defp typed_binary(value), do: {:"::", [], [value, {:binary, [], nil}]}

@doc """
Whether `left` contains `right`, a string or a regular expression.

## Examples

    iex> "abcd" =~ "bc"
    true
    iex> "abcd" =~ ~r/^c/
    false
    iex> "abcd" =~ ""
    true
"""
@spec String.t() =~ (String.t() | Regex.t()) :: boolean
def left =~ "" when is_binary(left), do: true

def left =~ right when :erlang.andalso(is_binary(left), is_binary(right)) do
  :erlang."=/="(:binary.match(left, right), :nomatch)
end

def left =~ right when is_binary(left) do
  :"Elixir.Regex".match?(right, left)
end

@doc """
The bytes of `binary` in `range`, whose step must be positive. Constant time for step 1.

Positions count from 0; negative ones from the end. What lies outside is left out.

## Examples

    iex> binary_slice("elixir", 0..2)
    "eli"
    iex> binary_slice("elixir", -3..-1)
    "xir"
    iex> binary_slice("elixir", 10..20)
    ""
"""
@spec binary_slice(binary, Range.t()) :: binary
def binary_slice(binary, range)

def binary_slice(binary, %{__struct__: :"Elixir.Range", first: first, last: last, step: step})
    when :erlang.andalso(is_binary(binary), step > 0) do
  total = byte_size(binary)
  first = from_end(first, total)
  last = if last < 0, do: last + total, else: last

  case first >= total do
    true -> ""
    false -> slice_bytes(binary, first, :erlang.min(last - first + 1, total - first), step)
  end
end

def binary_slice(binary, %{__struct__: :"Elixir.Range"} = range) when is_binary(binary) do
  :"Elixir.Kernel.Utils".fail(
    <<"binary_slice/2 does not accept ranges with negative steps, got: ",
      :"Elixir.Kernel".inspect(range)::binary>>
  )
end

defp from_end(position, total) when position < 0, do: :erlang.max(position + total, 0)
defp from_end(position, _), do: position

defp slice_bytes(_, _, size, _) when size <= 0, do: ""
defp slice_bytes(binary, first, size, 1), do: :binary.part(binary, first, size)

defp slice_bytes(binary, first, size, step) do
  every(:binary.part(binary, first, size), step - 1, <<>>)
end

defp every(<<byte, rest::binary>>, skip, acc) do
  acc = <<acc::binary, byte>>

  case rest do
    <<_::size(skip)-binary, left::binary>> -> every(left, skip, acc)
    _ -> acc
  end
end

defp every(<<>>, _, acc), do: acc

@doc """
The `size` bytes of `binary` from `start` on, or fewer at its end. Constant time.

A negative `start` counts from the end.

## Examples

    iex> binary_slice("elixir", 1, 3)
    "lix"
    iex> binary_slice("elixir", -3, 10)
    "xir"
"""
@spec binary_slice(binary, start :: integer, size :: non_neg_integer) :: binary
def binary_slice(binary, start, size)
    when :erlang.andalso(:erlang.andalso(is_binary(binary), is_integer(start)), :erlang.andalso(is_integer(size), size >= 0)) do
  total = byte_size(binary)
  start = from_end(start, total)

  case start >= total do
    true -> ""
    false -> :binary.part(binary, start, :erlang.min(size, total - start))
  end
end
