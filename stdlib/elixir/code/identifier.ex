# stdlib/elixir/code/identifier.ex: how atoms and operators are spelled in source.
# Here: operator precedences, classification of atoms, quoting and escaping of text.
# Not here: printing of whole expressions (code/formatter.ex).
defmodule Code.Identifier do
  @moduledoc false

  @doc """
  Returns `{associativity, precedence}` of a unary operator, or `:error`.
  """
  @spec unary_op(atom) :: {:non_associative, pos_integer} | :error
  def unary_op(op) do
    cond do
      op in [:&] -> {:non_associative, 90}
      op in [:!, :^, :not, :+, :-, :"~~~"] -> {:non_associative, 300}
      op in [:@] -> {:non_associative, 320}
      true -> :error
    end
  end

  @doc """
  Returns `{associativity, precedence}` of a binary operator, or `:error`.
  """
  @spec binary_op(atom) :: {:left | :right, pos_integer} | :error
  def binary_op(op) do
    cond do
      op in [:<-, :\\] -> {:left, 40}
      op in [:when] -> {:right, 50}
      op in [:"::"] -> {:right, 60}
      op in [:|] -> {:right, 70}
      op in [:=] -> {:right, 100}
      op in [:||, :|||, :or] -> {:left, 120}
      op in [:&&, :&&&, :and] -> {:left, 130}
      op in [:==, :!=, :=~, :===, :!==] -> {:left, 140}
      op in [:<, :<=, :>=, :>] -> {:left, 150}
      op in [:|>, :<<<, :>>>, :<~, :~>, :<<~, :~>>, :<~>, :"<|>"] -> {:left, 160}
      op in [:in] -> {:left, 170}
      op in [:"^^^"] -> {:left, 180}
      op in [:"//"] -> {:right, 190}
      op in [:++, :--, :.., :<>, :+++, :---] -> {:right, 200}
      op in [:+, :-] -> {:left, 210}
      op in [:*, :/] -> {:left, 220}
      op in [:**] -> {:left, 230}
      op in [:.] -> {:left, 310}
      true -> :error
    end
  end

  @doc """
  Tells how an atom may be written: `:alias`, `:identifier`, `:unquoted` or `:quoted`.
  """
  @spec classify(atom) :: :alias | :identifier | :unquoted | :quoted
  def classify(atom) do
    case inner_classify(atom) do
      :alias -> :alias
      :identifier -> :identifier
      kind when kind in [:unquoted_operator, :not_callable] -> :unquoted
      _ -> :quoted
    end
  end

  @doc """
  Spells an atom as a literal, as the key of a keyword list or as a function after a dot.
  """
  @spec inspect_atom(:literal | :key | :remote_call, atom) :: binary
  def inspect_atom(format, atom)

  def inspect_atom(:literal, atom) when is_nil(atom) or is_boolean(atom),
    do: :erlang.atom_to_binary(atom)

  def inspect_atom(:literal, atom) do
    binary = :erlang.atom_to_binary(atom)

    case inner_classify(atom, binary) do
      :alias when binary == "Elixir" -> binary
      :alias -> without_elixir(binary)
      kind when kind in [:quoted_operator, :quoted] -> ":" <> quoted(binary)
      _ -> ":" <> binary
    end
  end

  def inspect_atom(:key, atom) do
    binary = :erlang.atom_to_binary(atom)

    case inner_classify(atom, binary) do
      kind when kind in [:quoted_operator, :quoted, :alias] -> quoted(binary) <> ":"
      _ -> binary <> ":"
    end
  end

  def inspect_atom(:remote_call, atom) do
    binary = :erlang.atom_to_binary(atom)

    case inner_classify(atom, binary) do
      kind when kind in [:identifier, :unquoted_operator, :quoted_operator] -> binary
      _ -> quoted(binary)
    end
  end

  defp without_elixir("Elixir.Elixir" <> _ = binary), do: binary
  defp without_elixir("Elixir." <> rest), do: rest

  defp quoted(binary), do: IO.iodata_to_binary([?", elem(escape(binary, ?"), 0), ?"])

  defp inner_classify(atom), do: inner_classify(atom, :erlang.atom_to_binary(atom))

  # The text decides for what starts with a letter; only the rest is looked up.
  defp inner_classify(atom, <<c, _::binary>> = binary) when c in ?a..?z or c == ?_ do
    if atom in [:when, :and, :or, :not, :in], do: :unquoted_operator, else: ascii(binary, binary)
  end

  defp inner_classify(_atom, "Elixir" <> rest = binary) do
    if alias?(rest), do: :alias, else: upper(binary)
  end

  defp inner_classify(_atom, <<c, _::binary>> = binary) when c in ?A..?Z, do: upper(binary)
  defp inner_classify(_atom, <<c, _::binary>> = binary) when c > 127, do: unicode(binary)

  defp inner_classify(atom, _binary) do
    cond do
      atom in [:%, :%{}, :{}, :<<>>, :..., :.., :., :"..//", :->] -> :not_callable
      atom in [:"::", :"^^^", :"~~~", :"<|>"] -> :quoted_operator
      atom == :"//" -> :quoted
      unary_op(atom) != :error or binary_op(atom) != :error -> :unquoted_operator
      true -> :quoted
    end
  end

  defp ascii(<<>>, _), do: :identifier
  defp ascii(<<c>>, _) when c == ?? or c == ?!, do: :identifier

  defp ascii(<<c, rest::binary>>, binary)
       when c in ?a..?z or c in ?A..?Z or c in ?0..?9 or c == ?_,
       do: ascii(rest, binary)

  defp ascii(<<c, _::binary>>, binary) when c == ?@ or c > 127, do: unicode(binary)
  defp ascii(_, _), do: :quoted

  defp upper(binary) do
    case ascii(binary, binary) do
      :identifier -> :not_callable
      other -> other
    end
  end

  # A node name such as a@b is one atom; each side of the sign has only to continue.
  defp unicode(binary) do
    name = without_mark(binary)

    case :vial_unicode.identifier_kind(:binary.replace(name, "@", "_", [:global])) do
      :none -> :quoted
      :lower -> if name =~ "@", do: :not_callable, else: :identifier
      :upper -> :not_callable
    end
  end

  defp without_mark(binary) do
    size = byte_size(binary) - 1

    case binary do
      <<name::binary-size(size), c>> when c == ?? or c == ?! -> name
      _ -> binary
    end
  end

  defp alias?(<<>>), do: true
  defp alias?(<<?., c, rest::binary>>) when c in ?A..?Z, do: alias_rest?(rest)
  defp alias?(_), do: false

  defp alias_rest?(<<c, rest::binary>>)
       when c in ?a..?z or c in ?A..?Z or c in ?0..?9 or c == ?_,
       do: alias_rest?(rest)

  defp alias_rest?(rest), do: alias?(rest)

  @doc """
  Finds the function that an anonymous function's name was made from, or `:error`.
  """
  @spec extract_anonymous_fun_parent(atom) :: {atom, binary} | :error
  def extract_anonymous_fun_parent(atom) when is_atom(atom) do
    with "-" <> rest <- :erlang.atom_to_binary(atom),
         [last | reversed] <- rest |> :binary.split("-", [:global]) |> :lists.reverse(),
         "" <- last,
         {kind, reversed} <- fun_kind(reversed),
         true <- kind in ["fun", "inlined"],
         [name_arity] <- [joined(reversed)],
         {name, arity} <- name_and_arity(name_arity) do
      {:erlang.binary_to_atom(name, :utf8), arity}
    else
      _ -> :error
    end
  end

  defp fun_kind([_index, kind | rest]), do: {kind, rest}
  defp fun_kind(_), do: :error

  defp joined(reversed), do: reversed |> :lists.reverse() |> Enum.join("-")

  defp name_and_arity(text) do
    case text |> :binary.split("/", [:global]) |> :lists.reverse() do
      [arity, first | rest] -> {[first | rest] |> :lists.reverse() |> Enum.join("/"), arity}
      _ -> :error
    end
  end

  @doc """
  Escapes a binary for text between two `char`s, at most `limit` characters of it.

  Returns the escaped iodata and what was left over. `fun` replaces the escapes of the
  control characters: it takes a code point and returns iodata or `false`.
  """
  @spec escape(binary, char, :infinity | non_neg_integer, (char -> iodata | false)) ::
          {iodata, binary}
  def escape(binary, char, limit \\ :infinity, fun \\ &escape_char/1)
      when (is_binary(binary) and limit == :infinity) or limit >= 0 do
    if fun == (&escape_char/1) do
      plain_escape(binary, char, limit)
    else
      escape(binary, char, limit, [], fun)
    end
  end

  # Text without anything to escape is returned as it is.
  defp plain_escape(binary, char, limit) do
    if limit == :infinity or byte_size(binary) <= limit do
      case plain_prefix(binary, char, 0) do
        size when size == byte_size(binary) ->
          {binary, ""}

        size ->
          <<prefix::binary-size(size), rest::binary>> = binary
          limit = if limit == :infinity, do: limit, else: limit - size
          escape(rest, char, limit, [prefix], &escape_char/1)
      end
    else
      escape(binary, char, limit, [], &escape_char/1)
    end
  end

  defp plain_prefix(<<c, rest::binary>>, char, size)
       when c >= ?\s and c < 127 and c != char and c != ?\\ and c != ?#,
       do: plain_prefix(rest, char, size + 1)

  defp plain_prefix(_, _, size), do: size

  defp escape(<<_, _::binary>> = binary, _char, 0, acc, _fun), do: {acc, binary}

  defp escape(<<char, t::binary>>, char, count, acc, fun),
    do: escape(t, char, decrement(count), [acc | [?\\, char]], fun)

  defp escape(<<?#, ?{, t::binary>>, char, count, acc, fun),
    do: escape(t, char, decrement(count), [acc | [?\\, ?#, ?{]], fun)

  defp escape(<<c::utf8, t::binary>>, char, count, acc, fun) do
    escaped = fun.(c) || escape_char(c)
    escape(t, char, decrement(count), [acc | escaped], fun)
  end

  defp escape(<<byte, t::binary>>, char, count, acc, fun),
    do: escape(t, char, decrement(count), [acc, '\\x', hex(byte, 2)], fun)

  defp escape(<<>>, _char, _count, acc, _fun), do: {acc, <<>>}

  defp decrement(:infinity), do: :infinity
  defp decrement(count), do: count - 1

  defp escape_char(0), do: [?\\, ?0]
  defp escape_char(?\a), do: [?\\, ?a]
  defp escape_char(?\b), do: [?\\, ?b]
  defp escape_char(?\d), do: [?\\, ?d]
  defp escape_char(?\e), do: [?\\, ?e]
  defp escape_char(?\f), do: [?\\, ?f]
  defp escape_char(?\n), do: [?\\, ?n]
  defp escape_char(?\r), do: [?\\, ?r]
  defp escape_char(?\\), do: [?\\, ?\\]
  defp escape_char(?\t), do: [?\\, ?t]
  defp escape_char(?\v), do: [?\\, ?v]

  # The byte order mark cannot be seen.
  defp escape_char(0xFEFF), do: '\\uFEFF'

  defp escape_char(c)
       when c in 0x20..0x7E or c in 0xA0..0xD7FF or c in 0xE000..0xFFFD or c in 0x10000..0x10FFFF,
       do: <<c::utf8>>

  defp escape_char(c) when c < 0x100, do: ['\\x' | hex(c, 2)]
  defp escape_char(c) when c < 0x10000, do: ['\\x{', hex(c, 4), ?}]
  defp escape_char(c), do: ['\\x{', hex(c, 6), ?}]

  defp hex(number, digits) do
    text = :erlang.integer_to_binary(number, 16)
    :binary.copy("0", digits - byte_size(text)) <> text
  end
end
