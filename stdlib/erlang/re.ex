# stdlib/erlang/re.ex: regular expressions, as Erlang calls them.
# Here: options, runs with captures, splitting, replacing; over the natives :vial_re.*.
# Not here: matching (runtime/text, by PCRE2), Elixir's Regex.
# Holds: a compiled pattern is data: {:re_pattern, captures, unicode, crlf, packed}, where packed is
# the options' bits in 32 bits, then the source. The machine keeps what it made of it.
defmodule :re do
  @moduledoc """
  Regular expressions in Perl's syntax.

  Results are positions in bytes. Compile a pattern that is used often, though a pattern given as
  text is kept compiled too.
  """

  @compile_bits [
    unicode: 0x1,
    anchored: 0x2,
    caseless: 0x4,
    dollar_endonly: 0x8,
    dotall: 0x10,
    extended: 0x20,
    firstline: 0x40,
    multiline: 0x80,
    no_auto_capture: 0x100,
    dupnames: 0x200,
    ungreedy: 0x400,
    ucp: 0x800,
    never_utf: 0x1000,
    no_start_optimize: 0x2000,
    bsr_anycrlf: 0x4000,
    bsr_unicode: 0x8000
  ]

  @newline_bits [cr: 0x10000, lf: 0x20000, crlf: 0x30000, any: 0x40000, anycrlf: 0x50000]

  @doc "Returns the version of the library."
  def version, do: :vial_re.version()

  @doc """
  Compiles a pattern: `{:ok, compiled}` or `{:error, {text, position}}`.

  ## Examples

      iex> {:ok, pattern} = :re.compile("b+")
      iex> :re.run("abba", pattern)
      {:match, [{1, 2}]}
  """
  def compile(source), do: compile(source, [])

  def compile(source, options) do
    case bits(options, 0) do
      {:ok, bits} -> compile_text(text(source, bits, [source, options]), bits)
      :error -> :vial_error.badarg([source, options], %{2 => "invalid options"})
    end
  end

  defp compile_text(source, bits) do
    case :vial_re.compile(source, bits) do
      {:ok, captures} ->
        unicode = :erlang.band(bits, 1)
        {:ok, {:re_pattern, captures, unicode, 0, <<bits::32, source::binary>>}}

      {:error, {text, at}} ->
        {:error, {:erlang.binary_to_list(text), at}}
    end
  end

  defp text(source, _bits, _args) when is_binary(source), do: source

  defp text(source, bits, args) do
    bytes_of(source, bits) || :vial_error.badarg(args, %{1 => "not an iodata term"})
  end

  defp bits([], bits), do: {:ok, bits}

  defp bits([option | rest], bits) do
    case option_bits(option) do
      nil -> :error
      more -> bits(rest, :erlang.bor(bits, more))
    end
  end

  defp bits(_, _), do: :error

  defp option_bits({:newline, kind}), do: pair_value(@newline_bits, kind)
  defp option_bits(option) when is_atom(option), do: pair_value(@compile_bits, option)
  defp option_bits(_), do: nil

  defp pair_value(pairs, key) do
    case :lists.keyfind(key, 1, pairs) do
      {_, value} -> value
      false -> nil
    end
  end

  @doc "Tells about a compiled pattern: `:namelist`."
  def inspect({:re_pattern, _, _, _, packed}, :namelist),
    do: {:namelist, for({name, _} <- :vial_re.names(packed), do: name)}

  def inspect(pattern, item), do: :erlang.error(:badarg, [pattern, item])

  @doc """
  Runs a pattern: `{:match, captured}`, `:match` or `:nomatch`.

  ## Options

  Those of `compile/2`, and `:global`, `{:offset, n}`, `:notbol`, `:noteol`, `:notempty`,
  `:notempty_atstart`, `:report_errors`, `{:match_limit, n}`, and
  `{:capture, which, type}`: which is `:all`, `:all_but_first`, `:all_names`, `:first`, `:none` or a list
  of numbers and names, type `:index`, `:binary` or `:list`.

  ## Examples

      iex> :re.run("abcd", "b(c)")
      {:match, [{1, 2}, {2, 1}]}
      iex> :re.run("abcd", "b(c)", [{:capture, :all_but_first, :binary}])
      {:match, ["c"]}
      iex> :re.run("abcd", "x")
      :nomatch
  """
  def run(subject, pattern), do: run(subject, pattern, [])

  def run(subject, pattern, options) do
    args = [subject, pattern, options]
    run = options(options, new_run(), args)
    packed = packed(pattern, run, args)
    subject = subject_bytes(subject, packed, args)
    if run.global, do: global(subject, packed, run, args), else: once(subject, packed, run, args)
  end

  defp new_run do
    %{global: false, offset: 0, bits: 0, capture: :all, type: :index, compile: [], errors: false}
  end

  defp options([], run, _args), do: %{run | compile: :lists.reverse(run.compile)}

  defp options([option | rest], run, args) do
    case option do
      :global -> options(rest, %{run | global: true}, args)
      {:offset, at} when is_integer(at) and at >= 0 -> options(rest, %{run | offset: at}, args)
      :notbol -> options(rest, %{run | bits: :erlang.bor(run.bits, 1)}, args)
      :noteol -> options(rest, %{run | bits: :erlang.bor(run.bits, 2)}, args)
      :notempty -> options(rest, %{run | bits: :erlang.bor(run.bits, 4)}, args)
      :notempty_atstart -> options(rest, %{run | bits: :erlang.bor(run.bits, 8)}, args)
      :anchored -> options(rest, %{run | bits: :erlang.bor(run.bits, 16)}, args)
      :report_errors -> options(rest, %{run | errors: true}, args)
      {:match_limit, _} -> options(rest, run, args)
      {:match_limit_recursion, _} -> options(rest, run, args)
      {:capture, which} -> options(rest, %{run | capture: which}, args)
      {:capture, which, type} when type in [:index, :binary, :list] -> options(rest, %{run | capture: which, type: type}, args)
      other -> if option_bits(other), do: options(rest, %{run | compile: [other | run.compile]}, args), else: bad_options(args)
    end
  end

  defp options(_, _run, args), do: bad_options(args)

  defp bad_options(args), do: :vial_error.badarg(args, %{length(args) => "invalid options"})

  defp packed({:re_pattern, _, _, _, packed}, %{compile: []}, _args), do: packed
  defp packed({:re_pattern, _, _, _, _}, _run, args), do: bad_options(args)

  defp packed(source, _run, args) when not is_binary(source) and not is_list(source),
    do: :vial_error.badarg(args, %{2 => "neither an iodata term nor a compiled regular expression"})

  defp packed(source, run, args) do
    case compile(source, run.compile) do
      {:ok, {:re_pattern, _, _, _, packed}} ->
        packed

      {:error, {text, at}} ->
        why = "could not parse regular expression\n" <> :erlang.list_to_binary(text) <> " on character " <> :erlang.integer_to_binary(at)
        :vial_error.badarg(args, %{2 => why})
    end
  end

  defp subject_bytes(subject, _packed, _args) when is_binary(subject), do: subject

  defp subject_bytes(subject, <<bits::32, _::binary>>, args) do
    bytes_of(subject, bits) || :vial_error.badarg(args, %{1 => "not an iodata term"})
  end

  # nil: no character data.
  defp bytes_of(text, bits) do
    encoding = if :erlang.band(bits, 1) == 1, do: :unicode, else: :latin1
    binary = :unicode.characters_to_binary(text, encoding, encoding)
    if is_binary(binary), do: binary
  rescue
    ArgumentError -> nil
  end

  defp match(subject, packed, at, bits, run, args) do
    case :vial_re.run(subject, packed, at, bits) do
      {:error, :badutf} -> :erlang.error(:badarg, args)
      {:error, reason} when run.errors -> {:error, reason}
      {:error, _} -> :nomatch
      other -> other
    end
  end

  defp once(subject, packed, run, args) do
    if run.offset > byte_size(subject), do: :erlang.error(:badarg, args)

    case match(subject, packed, run.offset, run.bits, run, args) do
      {:match, places} ->
        if nothing?(run.capture, packed),
          do: :match,
          else: {:match, typed(chosen(run.capture, places, packed), subject, run.type, packed)}

      other ->
        other
    end
  end

  # Whether the captures that were asked for cannot be any.
  defp nothing?(:none, _packed), do: true
  defp nothing?([], _packed), do: true
  defp nothing?(:all_names, packed), do: :vial_re.names(packed) == []
  defp nothing?(_, _packed), do: false

  defp global(subject, packed, run, args) do
    if run.offset > byte_size(subject), do: :erlang.error(:badarg, args)

    case matches(subject, packed, run.offset, run, args, []) do
      {:error, _} = error ->
        error

      [] ->
        :nomatch

      all ->
        if nothing?(run.capture, packed),
          do: :match,
          else: {:match, for(places <- all, do: typed(chosen(run.capture, places, packed), subject, run.type, packed))}
    end
  end

  # After an empty match the same place is tried for one that is not, before moving on.
  defp matches(subject, packed, at, run, args, done) do
    case match(subject, packed, at, run.bits, run, args) do
      {:match, [{start, 0} | _] = places} -> after_empty(subject, packed, start, run, args, [places | done])
      {:match, [{start, size} | _] = places} -> matches(subject, packed, start + size, run, args, [places | done])
      :nomatch -> :lists.reverse(done)
      error -> error
    end
  end

  defp after_empty(subject, packed, at, run, args, done) do
    case match(subject, packed, at, :erlang.bor(run.bits, 24), run, args) do
      {:match, [{start, size} | _] = places} ->
        matches(subject, packed, start + size, run, args, [places | done])

      _ when at >= byte_size(subject) ->
        :lists.reverse(done)

      _ ->
        matches(subject, packed, at + step(subject, at, packed), run, args, done)
    end
  end

  defp step(subject, at, <<bits::32, _::binary>>) do
    case subject do
      <<_::binary-size(at), c::utf8, _::binary>> when :erlang.band(bits, 1) == 1 -> byte_size(<<c::utf8>>)
      <<_::binary-size(at), ?\r, ?\n, _::binary>> -> 1
      _ -> 1
    end
  end

  defp chosen(:all, places, _packed), do: without_unset(places)
  defp chosen(:all_but_first, [_ | places], _packed), do: without_unset(places)
  defp chosen(:first, [first | _], _packed), do: [first]
  defp chosen(:none, _places, _packed), do: []

  defp chosen(:all_names, places, packed) do
    names = :vial_re.names(packed)
    for name <- :lists.usort(for({name, _} <- names, do: name)), do: named(name, names, places)
  end

  defp chosen(list, places, packed) when is_list(list) do
    names = :vial_re.names(packed)
    for which <- list, do: place(which, names, places)
  end

  defp place(index, _names, places) when is_integer(index), do: nth(index, places)
  defp place(name, names, places), do: named(:unicode.characters_to_binary(to_chars(name)), names, places)

  defp to_chars(name) when is_atom(name), do: :erlang.atom_to_list(name)
  defp to_chars(name), do: name

  # Of several groups with one name, the one that matched.
  defp named(name, names, places) do
    found = for {^name, index} <- names, place = nth(index, places), place != {-1, 0}, do: place

    case found do
      [place | _] -> place
      [] -> {-1, 0}
    end
  end

  defp nth(_, []), do: {-1, 0}
  defp nth(0, [place | _]), do: place
  defp nth(index, [_ | rest]), do: nth(index - 1, rest)

  # Groups at the end that took no part are left out.
  defp without_unset(places) do
    places |> :lists.reverse() |> drop_unset() |> :lists.reverse()
  end

  defp drop_unset([{-1, 0} | rest]), do: drop_unset(rest)
  defp drop_unset(places), do: places

  defp typed(places, _subject, :index, _packed), do: places
  defp typed(places, subject, :binary, _packed), do: for(place <- places, do: part(place, subject))

  defp typed(places, subject, :list, packed),
    do: for(place <- places, do: chars(part(place, subject), packed))

  defp part({-1, 0}, _subject), do: ""
  defp part({at, size}, subject), do: :erlang.binary_part(subject, at, size)

  # Characters if the pattern is of characters, else bytes.
  defp chars(bytes, <<bits::32, _::binary>>) when :erlang.band(bits, 1) == 0,
    do: :erlang.binary_to_list(bytes)

  defp chars(bytes, _packed) do
    case :unicode.characters_to_list(bytes) do
      list when is_list(list) -> list
      _ -> :erlang.binary_to_list(bytes)
    end
  end

  @doc """
  Splits at the matches; groups in the pattern are kept between the parts.

  Options: those of `run/3`, `{:return, :iodata | :binary | :list}`, `{:parts, n | :infinity}`, `:group`
  and `:trim`.

  ## Examples

      iex> :re.split("a,b,c", ",", [{:return, :binary}])
      ["a", "b", "c"]
  """
  def split(subject, pattern), do: split(subject, pattern, [])

  def split(subject, pattern, options) do
    args = [subject, pattern, options]
    {own, options} = :lists.partition(&split_option?/1, options)
    run = plain_options(options, args)
    packed = packed(pattern, run, args)
    subject = subject_bytes(subject, packed, args)
    return = value(:return, own, :iodata)
    parts = if :lists.member(:trim, own), do: :infinity, else: value(:parts, own, :infinity)

    all = matches(subject, packed, run.offset, run, args, [])
    groups = split_groups(subject, all, parts)
    groups = if all != [] and :lists.member(:trim, own), do: trimmed(groups), else: groups

    if :lists.member(:group, own) do
      for group <- groups, do: for(part <- group, do: returned(part, return, packed))
    else
      parts = for group <- groups, part <- group, do: part
      parts = if all != [] and :lists.member(:trim, own), do: trimmed_parts(parts), else: parts
      for part <- parts, do: returned(part, return, packed)
    end
  end

  defp plain_options(options, args) do
    options(options, new_run(), args)
  catch
    :error, :badarg -> :erlang.error(:badarg, args)
  end

  defp split_option?({:return, _}), do: true
  defp split_option?({:parts, _}), do: true
  defp split_option?(option), do: option in [:group, :trim]

  defp value(key, options, default) do
    case :lists.keyfind(key, 1, options) do
      {_, value} -> value
      false -> default
    end
  end

  defp returned(part, :list, packed), do: chars(part, packed)
  defp returned(part, _, _packed), do: part

  defp trimmed_parts(parts), do: parts |> :lists.reverse() |> drop_blank() |> :lists.reverse()

  defp drop_blank(["" | rest]), do: drop_blank(rest)
  defp drop_blank(parts), do: parts

  # A part with the groups of the match that ended it; the last part alone.
  defp split_groups("", _all, _parts), do: [[""]]

  defp split_groups(subject, all, parts) do
    all = for [{at, size} | _] = places <- all, size > 0 or at > 0, do: places
    cut(subject, 0, limited(all, parts))
  end

  defp limited(all, :infinity), do: all
  defp limited(all, 0), do: all
  defp limited(all, parts), do: :lists.sublist(all, parts - 1)

  defp cut(subject, from, []), do: [[:erlang.binary_part(subject, from, byte_size(subject) - from)]]

  defp cut(subject, from, [[{at, size} | groups] | rest]) do
    part = :erlang.binary_part(subject, from, at - from)
    kept = for group <- groups, do: part(group, subject)
    [[part | kept] | cut(subject, at + size, rest)]
  end

  defp trimmed(groups) do
    groups |> :lists.reverse() |> drop_empty() |> :lists.reverse()
  end

  defp drop_empty([group | rest] = groups) do
    if :lists.all(fn part -> part == "" end, group), do: drop_empty(rest), else: groups
  end

  defp drop_empty([]), do: []

  @doc """
  Replaces the first match, or all with `:global`.

  In the replacement `&` is the match, `\\\\1` or `\\\\g{1}` a group; a backslash takes `&` and itself as they are.

  ## Examples

      iex> :re.replace("abc", "b", "[&]", [{:return, :binary}])
      "a[b]c"
  """
  def replace(subject, pattern, replacement), do: replace(subject, pattern, replacement, [])

  def replace(subject, pattern, replacement, options) do
    args = [subject, pattern, replacement, options]
    {own, options} = :lists.partition(&match?({:return, _}, &1), options)
    run = plain_options(options, args)
    packed = packed(pattern, run, args)
    bytes = subject_bytes(subject, packed, args)
    return = value(:return, own, :iodata)

    all =
      if run.global do
        matches(bytes, packed, run.offset, run, args, [])
      else
        case match(bytes, packed, run.offset, run.bits, run, args) do
          {:match, places} -> [places]
          _ -> []
        end
      end

    result(replaced(bytes, 0, all, replacement_fun(replacement, args)), all, {subject, packed}, return)
  end

  defp replacement_fun(fun, _args) when is_function(fun, 2) do
    fn [whole | groups], subject ->
      fun.(part(whole, subject), for(group <- groups, do: part(group, subject)))
    end
  end

  defp replacement_fun(text, args) do
    bytes = bytes_of(text, 1) || :vial_error.badarg(args, %{3 => "not an iodata term"})
    pieces = pieces(bytes, <<>>)

    fn places, subject ->
      for piece <- pieces, do: if(is_binary(piece), do: piece, else: part(nth(piece, places), subject))
    end
  end

  defp pieces(<<?\\, ?g, ?{, rest::binary>>, acc) do
    case :binary.split(rest, "}") do
      [digits, rest] -> [acc, :erlang.binary_to_integer(digits) | pieces(rest, <<>>)]
      _ -> pieces(rest, <<acc::binary, ?\\, ?g, ?{>>)
    end
  end

  defp pieces(<<?\\, ?g, d, rest::binary>>, acc) when d in ?0..?9, do: group(<<d, rest::binary>>, 0, acc)
  defp pieces(<<?\\, d, rest::binary>>, acc) when d in ?0..?9, do: group(<<d, rest::binary>>, 0, acc)
  defp pieces(<<?\\, c, rest::binary>>, acc) when c in [?&, ?\\], do: pieces(rest, <<acc::binary, c>>)
  defp pieces(<<?&, rest::binary>>, acc), do: [acc, 0 | pieces(rest, <<>>)]
  defp pieces(<<c, rest::binary>>, acc), do: pieces(rest, <<acc::binary, c>>)
  defp pieces(<<>>, acc), do: [acc]

  defp group(<<d, rest::binary>>, number, acc) when d in ?0..?9, do: group(rest, number * 10 + d - ?0, acc)
  defp group(rest, number, acc), do: [acc, number | pieces(rest, <<>>)]

  defp replaced(subject, from, [], _fun), do: [:erlang.binary_part(subject, from, byte_size(subject) - from)]

  defp replaced(subject, from, [[{at, size} | _] = places | rest], fun) do
    before = :erlang.binary_part(subject, from, at - from)
    [before, fun.(places, subject) | replaced(subject, at + size, rest, fun)]
  end

  defp result(_iodata, [], {subject, _}, :iodata), do: subject
  defp result(iodata, _all, _source, :iodata), do: iodata
  defp result(iodata, _all, _source, :binary), do: :erlang.iolist_to_binary(iodata)
  defp result(iodata, _all, {_, packed}, :list), do: chars(:erlang.iolist_to_binary(iodata), packed)
end
