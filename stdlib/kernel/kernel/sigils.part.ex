# stdlib/kernel/kernel/sigils.part.ex: the built-in sigils.
# Here: ~s ~S ~c ~C ~w ~W ~r ~R ~D ~T ~N ~U.
# Holds: a sigil without interpolation is a constant where its value can be one.

@doc """
A string with escapes and interpolation.

## Examples

    iex> ~s(a "quoted" word)
    "a \\"quoted\\" word"
"""
defmacro sigil_s(term, modifiers)

defmacro sigil_s({:<<>>, _, [piece]}, []) when is_binary(piece) do
  :"Elixir.Macro".unescape_string(piece)
end

defmacro sigil_s({:<<>>, line, pieces}, []) do
  {:<<>>, line, unescape_pieces(pieces)}
end

@doc """
A string without escapes and interpolation.

## Examples

    iex> ~S(a\\nb \#{c})
    "a\\\\nb \\\#{c}"
"""
defmacro sigil_S(term, modifiers)
defmacro sigil_S({:<<>>, _, [binary]}, []) when is_binary(binary), do: binary

@doc """
A charlist with escapes and interpolation.

## Examples

    iex> ~c(abc)
    'abc'
"""
defmacro sigil_c(term, modifiers)

defmacro sigil_c({:<<>>, _, [string]}, []) when is_binary(string) do
  :unicode.characters_to_list(:"Elixir.Macro".unescape_string(string))
end

defmacro sigil_c({:<<>>, _, pieces}, []) do
  {{:., [], [:"Elixir.List", :to_charlist]}, [], [unescape_list_pieces(pieces)]}
end

@doc """
A charlist without escapes and interpolation.

## Examples

    iex> ~C(a\\nb)
    'a\\\\nb'
"""
defmacro sigil_C(term, modifiers)

defmacro sigil_C({:<<>>, _, [string]}, []) when is_binary(string) do
  :unicode.characters_to_list(string)
end

@doc """
A list of words, with escapes and interpolation.

The modifier says what they are: `s` strings (without one too), `a` atoms, `c` charlists.

## Examples

    iex> ~w(foo bar)
    ["foo", "bar"]
    iex> ~w(foo bar)a
    [:foo, :bar]
"""
defmacro sigil_w(term, modifiers)

defmacro sigil_w({:<<>>, _, [string]}, modifiers) when is_binary(string) do
  words(:"Elixir.Macro".unescape_string(string), modifiers, __CALLER__)
end

defmacro sigil_w({:<<>>, meta, pieces}, modifiers) do
  words({:<<>>, meta, unescape_pieces(pieces)}, modifiers, __CALLER__)
end

@doc """
A list of words, without escapes and interpolation. Modifiers as for `sigil_w/2`.

## Examples

    iex> ~W(a\#{b} c)
    ["a\\\#{b}", "c"]
"""
defmacro sigil_W(term, modifiers)

defmacro sigil_W({:<<>>, _, [string]}, modifiers) when is_binary(string) do
  words(string, modifiers, __CALLER__)
end

defp words(string, [], env), do: words(string, [?s], env)

defp words(string, [mod], _env) when mod == ?s when mod == ?a when mod == ?c do
  case is_binary(string) do
    true -> made_words(:"Elixir.String".split(string), mod)
    false -> split_words(string, mod)
  end
end

defp words(_, _, _) do
  :"Elixir.Kernel.Utils".fail("modifier must be one of: s, a, c")
end

defp made_words(parts, ?s), do: parts
defp made_words(parts, ?a), do: :"Elixir.Kernel.Utils".map(&:erlang.binary_to_atom/1, parts)
defp made_words(parts, ?c), do: :"Elixir.Kernel.Utils".map(&:unicode.characters_to_list/1, parts)

defp split_words(string, mod) do
  parts = {{:., [], [:"Elixir.String", :split]}, [], [string]}

  case mod do
    ?s -> parts
    ?a -> quote(do: :lists.map(&:erlang.binary_to_atom/1, unquote(parts)))
    ?c -> quote(do: :lists.map(&:unicode.characters_to_list/1, unquote(parts)))
  end
end

defp unescape_pieces(pieces), do: :"Elixir.Macro".unescape_tokens(pieces)

# The pieces as elements of a list: interpolations without their segment type.
defp unescape_list_pieces(pieces) do
  :"Elixir.Kernel.Utils".map(
    fn
      {:"::", _, [code, {:binary, _, _}]} -> code
      text when is_binary(text) -> :"Elixir.Macro".unescape_string(text)
    end,
    pieces
  )
end

@doc """
A regular expression, with escapes as expressions know them and interpolation.

Modifiers are the options of `Regex.compile/2`.

## Examples

    iex> "foo" =~ ~r/^f/
    true
"""
defmacro sigil_r(term, modifiers)

defmacro sigil_r({:<<>>, _, [string]}, options) when is_binary(string) do
  binary = :"Elixir.Macro".unescape_string(string, &:"Elixir.Regex".unescape_map/1)
  regex = :"Elixir.Regex".compile!(binary, :erlang.list_to_binary(options))
  :"Elixir.Kernel.Escape".escape(regex, false)
end

defmacro sigil_r({:<<>>, meta, pieces}, options) do
  unescaped = :"Elixir.Macro".unescape_tokens(pieces, &:"Elixir.Regex".unescape_map/1)
  binary = {:<<>>, meta, unescaped}
  {{:., [], [:"Elixir.Regex", :compile!]}, [], [binary, :erlang.list_to_binary(options)]}
end

@doc """
A regular expression without escapes and interpolation. Modifiers as for `sigil_r/2`.

## Examples

    iex> "a.c" =~ ~R/a\\.c/
    true
"""
defmacro sigil_R(term, modifiers)

defmacro sigil_R({:<<>>, _, [string]}, options) when is_binary(string) do
  regex = :"Elixir.Regex".compile!(string, :erlang.list_to_binary(options))
  :"Elixir.Kernel.Escape".escape(regex, false)
end

@doc """
A date, ISO 8601 unless a calendar's name follows.

## Examples

    ~D[2024-02-29]
"""
defmacro sigil_D(date_string, modifiers)

defmacro sigil_D({:<<>>, _, [string]}, []) when is_binary(string) do
  {calendar, parts} = calendar_parts(string, :parse_date)
  {year, month, day} = calendar_value(parts, string, calendar, "Date")
  calendar_struct(:"Elixir.Date", calendar: calendar, year: year, month: month, day: day)
end

@doc """
A time of day, ISO 8601 unless a calendar's name follows.

## Examples

    ~T[13:00:07.005]
"""
defmacro sigil_T(time_string, modifiers)

defmacro sigil_T({:<<>>, _, [string]}, []) when is_binary(string) do
  {calendar, parts} = calendar_parts(string, :parse_time)
  {hour, minute, second, micro} = calendar_value(parts, string, calendar, "Time")
  calendar_struct(:"Elixir.Time", calendar: calendar, hour: hour, minute: minute, second: second, microsecond: micro)
end

@doc """
A date and time without a time zone, ISO 8601 unless a calendar's name follows.

## Examples

    ~N[2024-02-29 13:00:07]
"""
defmacro sigil_N(datetime_string, modifiers)

defmacro sigil_N({:<<>>, _, [string]}, []) when is_binary(string) do
  {calendar, parts} = calendar_parts(string, :parse_naive_datetime)
  {year, month, day, hour, minute, second, micro} = calendar_value(parts, string, calendar, "NaiveDateTime")

  calendar_struct(:"Elixir.NaiveDateTime",
    calendar: calendar, year: year, month: month, day: day,
    hour: hour, minute: minute, second: second, microsecond: micro
  )
end

@doc """
A date and time in UTC, ISO 8601 with `Z` or an offset of zero.

## Examples

    ~U[2024-02-29 13:00:07Z]
"""
defmacro sigil_U(datetime_string, modifiers)

defmacro sigil_U({:<<>>, _, [string]}, []) when is_binary(string) do
  {calendar, parts} = calendar_parts(string, :parse_utc_datetime)
  {{year, month, day, hour, minute, second, micro}, offset} = calendar_value(parts, string, calendar, "DateTime")

  case offset do
    0 ->
      :ok

    _ ->
      :"Elixir.Kernel.Utils".fail(
        <<"cannot parse ", inspect(string)::binary, " as UTC DateTime for ", inspect(calendar)::binary,
          ", reason: :non_utc_offset">>
      )
  end

  calendar_struct(:"Elixir.DateTime",
    calendar: calendar, year: year, month: month, day: day,
    hour: hour, minute: minute, second: second, microsecond: micro,
    time_zone: "Etc/UTC", zone_abbr: "UTC", utc_offset: 0, std_offset: 0
  )
end

defp calendar_parts(string, function) do
  case :"Elixir.String".split(string, " ", parts: 4) do
    parts when length(parts) >= 2 ->
      last = :"Elixir.Kernel.Utils".last(parts)

      case last do
        <<first, _::binary>> when :erlang.andalso(first >= ?A, first <= ?Z) ->
          case :binary.match(last, ":") do
            :nomatch -> named_calendar(string, last, function)
            _ -> iso(string, function)
          end

        _ ->
          iso(string, function)
      end

    _ ->
      iso(string, function)
  end
end

defp named_calendar(string, name, function) do
  calendar = :"Elixir.Module".concat([name])
  value = :binary.part(string, 0, byte_size(string) - byte_size(name) - 1)
  {calendar, :erlang.apply(calendar, function, [value])}
end

defp iso(string, function) do
  {:"Elixir.Calendar.ISO", :erlang.apply(:"Elixir.Calendar.ISO", function, [string])}
end

defp calendar_value({:ok, value}, _, _, _), do: value
defp calendar_value({:ok, value, offset}, _, _, _), do: {value, offset}

defp calendar_value({:error, reason}, string, calendar, type) do
  :"Elixir.Kernel.Utils".fail(
    <<"cannot parse ", inspect(string)::binary, " as ", type::binary, " for ",
      inspect(calendar)::binary, ", reason: ", inspect(reason)::binary>>
  )
end

defp calendar_struct(module, fields) do
  :"Elixir.Kernel.Escape".escape(:maps.put(:__struct__, module, :maps.from_list(fields)), false)
end
