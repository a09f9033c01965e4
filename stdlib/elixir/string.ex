# stdlib/elixir/string.ex: strings, which are UTF-8 binaries.
# Here: types, splitting, slicing, padding, conversion; the rest in the parts below.
# Parts: string/case.part.ex (case, normalisation, validity), string/trim.part.ex (trimming
# and replacing at the ends), string/distance.part.ex (similarity of strings).
# Not here: what Unicode says (the natives :vial_unicode.*, see runtime/text).
defmodule String do
  @moduledoc """
  Strings: binaries that hold UTF-8.

  A *code point* is a number Unicode gave to a character; a *grapheme* is what a reader
  takes for one character, which may be several code points. `length/1`, `at/2`, `slice/3`
  and their like count graphemes and take time linear in the string; `byte_size/1` is
  constant and counts bytes. Bytes that are not valid UTF-8 count as one grapheme each.

      iex> String.length("e\\u0301")
      1
      iex> byte_size("é")
      2
  """

  import Kernel, except: [length: 1]
  require Kernel.Part

  @type t :: binary
  @type codepoint :: t
  @type grapheme :: t
  @type pattern ::
          t | [nonempty_binary] | (compiled_search_pattern :: :binary.cp())

  @conditional_mappings [:greek, :turkic]

  Kernel.Part.include("string/case.part.ex")
  Kernel.Part.include("string/trim.part.ex")
  Kernel.Part.include("string/distance.part.ex")

  @doc """
  Splits a string at whitespace; leading and trailing whitespace is dropped.

  Spaces that forbid a line break, such as U+00A0, do not split.

  ## Examples

      iex> String.split(" foo   bar ")
      ["foo", "bar"]
      iex> String.split("no\\u00a0break")
      ["no\\u00a0break"]
  """
  @spec split(t) :: [t]
  def split(binary), do: String.Break.split(binary)

  @doc """
  Splits a string at every match of `pattern`.

  `pattern` is a string, a list of strings, a compiled pattern or a `Regex`. The empty
  string splits into graphemes.

  ## Options

    * `:parts` - `:infinity` (default) or how many parts there are at most
    * `:trim` - whether empty strings are dropped
    * for a regular expression, those of `Regex.split/3`

  ## Examples

      iex> String.split("a,b,c", ",")
      ["a", "b", "c"]
      iex> String.split("a,b c,d", [" ", ","], parts: 2)
      ["a", "b c,d"]
      iex> String.split(" a b ", " ", trim: true)
      ["a", "b"]
      iex> String.split("abc", "")
      ["", "a", "b", "c", ""]
      iex> String.split("a1b2", ~r{\\d})
      ["a", "b", ""]
  """
  @spec split(t, pattern | Regex.t(), keyword) :: [t]
  def split(string, pattern, options \\ [])

  def split(string, %{__struct__: Regex} = pattern, options) when is_binary(string) and is_list(options),
    do: Regex.split(pattern, string, options)

  def split(string, "", options) when is_binary(string) and is_list(options) do
    parts = Keyword.get(options, :parts, :infinity)
    index = parts_to_index(parts)
    trim = Keyword.get(options, :trim, false)

    if trim == false and index != 1 do
      ["" | split_graphemes(string, index - 1, trim)]
    else
      split_graphemes(string, index, trim)
    end
  end

  def split(string, [], options) when is_binary(string) and is_list(options) do
    if string == "" and Keyword.get(options, :trim, false), do: [], else: [string]
  end

  def split(string, pattern, []) when is_binary(string) and is_tuple(pattern),
    do: :binary.split(string, pattern, [:global])

  def split(string, pattern, []) when is_binary(string),
    do: :binary.split(string, pattern, [:global])

  def split(string, pattern, options) when is_binary(string) and is_list(options) do
    parts = Keyword.get(options, :parts, :infinity)
    trim = Keyword.get(options, :trim, false)

    case {parts, trim} do
      {:infinity, false} -> :binary.split(string, pattern, [:global])
      {:infinity, true} -> :binary.split(string, pattern, [:global, :trim_all])
      {2, false} -> :binary.split(string, pattern)
      _ -> split_parts(string, pattern, trim, parts_to_index(parts))
    end
  end

  defp parts_to_index(:infinity), do: 0
  defp parts_to_index(n) when is_integer(n) and n > 0, do: n

  # `count` parts are left; 0 and below mean no bound.
  defp split_graphemes("", _count, true), do: []
  defp split_graphemes("", _count, _trim), do: [""]
  defp split_graphemes(string, 1, _trim), do: [string]

  defp split_graphemes(string, count, trim) do
    size = :vial_unicode.grapheme_size(string)
    <<grapheme::binary-size(size), rest::binary>> = string
    [grapheme | split_graphemes(rest, count - 1, trim)]
  end

  defp split_parts("", _pattern, true, _count), do: []
  defp split_parts("", _pattern, _trim, _count), do: [""]
  defp split_parts(string, _pattern, _trim, 1), do: [string]

  defp split_parts(string, pattern, trim, count) do
    case :binary.split(string, pattern) do
      ["", rest] when trim -> split_parts(rest, pattern, trim, count)
      [head, rest] -> [head | split_parts(rest, pattern, trim, count - 1)]
      [_] -> [string]
    end
  end

  @doc """
  Splits lazily: the parts are found as they are asked for.

  Takes the patterns of `split/3` but for regular expressions, and the option `:trim`.

  ## Examples

      iex> String.splitter("1,2 3,4", [" ", ","]) |> Enum.take(3)
      ["1", "2", "3"]
      iex> String.splitter("ab", "", trim: true) |> Enum.to_list()
      ["a", "b"]
  """
  @spec splitter(t, pattern, keyword) :: Enumerable.t()
  def splitter(string, pattern, options \\ [])

  def splitter(string, "", options) when is_binary(string) and is_list(options) do
    if Keyword.get(options, :trim, false) do
      Stream.unfold(string, &next_grapheme/1)
    else
      Stream.unfold(:first, &splitter_grapheme(&1, string))
    end
  end

  def splitter(string, [], options) when is_binary(string) and is_list(options) do
    if string == "" and Keyword.get(options, :trim, false), do: [], else: [string]
  end

  def splitter(string, pattern, options) when is_binary(string) and is_list(options) do
    pattern = compile_pattern(pattern)
    Stream.unfold(string, splitter_fun(pattern, Keyword.get(options, :trim, false)))
  end

  defp splitter_grapheme(:first, string), do: {"", string}
  defp splitter_grapheme(:done, _), do: nil
  defp splitter_grapheme("", _), do: {"", :done}
  defp splitter_grapheme(string, _), do: next_grapheme(string)

  defp splitter_fun(pattern, trim) do
    fn
      nil -> nil
      string -> splitter_part(string, pattern, trim)
    end
  end

  defp splitter_part("", _pattern, true), do: nil

  defp splitter_part(string, pattern, trim) do
    case :binary.split(string, pattern) do
      ["", rest] when trim -> splitter_part(rest, pattern, trim)
      [head, rest] -> {head, rest}
      [last] -> {last, nil}
    end
  end

  defp compile_pattern(pattern) when is_tuple(pattern), do: pattern
  defp compile_pattern(pattern), do: :binary.compile_pattern(pattern)

  @doc """
  Splits a string in two at the given offset in graphemes; a negative one counts from the end.

  ## Examples

      iex> String.split_at("sweetelixir", 5)
      {"sweet", "elixir"}
      iex> String.split_at("sweetelixir", -6)
      {"sweet", "elixir"}
      iex> String.split_at("abc", 9)
      {"abc", ""}
  """
  @spec split_at(t, integer) :: {t, t}
  def split_at(string, offset)

  def split_at(string, offset) when is_binary(string) and is_integer(offset) do
    offset = if offset < 0, do: max(length(string) + offset, 0), else: offset
    {size, _} = :vial_unicode.graphemes_offset(string, offset)
    <<left::binary-size(size), right::binary>> = string
    {left, right}
  end

  @doc """
  Replaces every match of `pattern` in `subject`.

  `pattern` is a string, a list of strings, a compiled pattern or a `Regex`. `replacement`
  is a string, or a function from the match to a string or iodata.

  ## Options

    * `:global` - whether all matches are replaced (default) or the first
    * `:insert_replaced` - offsets in `replacement` at which the match is put, for
      string patterns

  ## Examples

      iex> String.replace("a,b,c", ",", "-")
      "a-b-c"
      iex> String.replace("a,b,c", ",", "-", global: false)
      "a-b,c"
      iex> String.replace("a,b,c", "b", &String.upcase/1)
      "a,B,c"
      iex> String.replace("abc", "", "-")
      "-a-b-c-"
      iex> String.replace("a,b,c", ~r/b/, "[\\\\0]")
      "a,[b],c"
  """
  @spec replace(t, pattern | Regex.t(), t | (t -> t | iodata), keyword) :: t
  def replace(subject, pattern, replacement, options \\ [])
      when is_binary(subject) and (is_binary(replacement) or is_function(replacement, 1)) and
             is_list(options) do
    replace_guarded(subject, pattern, replacement, options)
  end

  defp replace_guarded(subject, %{__struct__: Regex} = regex, replacement, options),
    do: Regex.replace(regex, subject, replacement, options)

  defp replace_guarded(subject, "", "", _), do: subject
  defp replace_guarded(subject, [], _, _), do: subject

  defp replace_guarded(subject, "", replacement, options) do
    if Keyword.get(options, :global, true) do
      IO.iodata_to_binary([replaced("", replacement) | intersperse(subject, replacement)])
    else
      IO.iodata_to_binary([replaced("", replacement) | subject])
    end
  end

  defp replace_guarded(subject, pattern, replacement, options),
    do: replace_matches(subject, pattern, replacement, options)

  defp intersperse(subject, replacement) do
    case next_grapheme(subject) do
      {current, rest} -> [current, replaced("", replacement) | intersperse(rest, replacement)]
      nil -> []
    end
  end

  defp replace_matches(subject, pattern, replacement, options) do
    if insert = Keyword.get(options, :insert_replaced) do
      :binary.replace(subject, pattern, replacement, [{:insert_replaced, insert} | scope(options)])
    else
      case find_matches(subject, pattern, Keyword.get(options, :global, true)) do
        [] -> subject
        matches -> IO.iodata_to_binary(replace_at(subject, 0, matches, replacement))
      end
    end
  end

  defp scope(options), do: if(Keyword.get(options, :global) != false, do: [:global], else: [])

  defp find_matches(subject, pattern, true), do: :binary.matches(subject, pattern)

  defp find_matches(subject, pattern, _) do
    case :binary.match(subject, pattern) do
      :nomatch -> []
      match -> [match]
    end
  end

  defp replace_at(subject, from, [], _replacement),
    do: [binary_part(subject, from, byte_size(subject) - from)]

  defp replace_at(subject, from, [{at, size} | rest], replacement) do
    before = binary_part(subject, from, at - from)
    new = replaced(subject, at, size, replacement)
    [before, new | replace_at(subject, at + size, rest, replacement)]
  end

  defp replaced(_subject, _at, _size, replacement) when is_binary(replacement), do: replacement
  defp replaced(subject, at, size, fun), do: fun.(binary_part(subject, at, size))

  defp replaced(_match, replacement) when is_binary(replacement), do: replacement
  defp replaced(match, fun), do: fun.(match)

  @doc """
  Reverses the graphemes of a string. A byte that is not valid UTF-8 keeps its place.

  ## Examples

      iex> String.reverse("abc")
      "cba"
      iex> String.reverse("∂og")
      "go∂"
  """
  @spec reverse(t) :: t
  def reverse(string) when is_binary(string) do
    case :unicode.characters_to_binary(string) do
      ^string -> reverse_valid(string)
      {_, good, <<byte, rest::binary>>} -> reverse_valid(good) <> <<byte>> <> reverse(rest)
    end
  end

  defp reverse_valid(string),
    do: string |> :vial_unicode.graphemes() |> :lists.reverse() |> IO.iodata_to_binary()

  @doc """
  Repeats a string; `n` may be 0.

  ## Examples

      iex> String.duplicate("ab", 3)
      "ababab"
      iex> String.duplicate("ab", 0)
      ""
  """
  @spec duplicate(t, non_neg_integer) :: t
  def duplicate(subject, n), do: :binary.copy(subject, n)

  @doc """
  Lists the code points of a string, each as a string; an invalid byte stands for itself.

  ## Examples

      iex> String.codepoints("olá")
      ["o", "l", "á"]
  """
  @spec codepoints(t) :: [codepoint]
  def codepoints(string) when is_binary(string), do: do_codepoints(string)

  defp do_codepoints(<<c, rest::binary>>) when c < 128, do: [<<c>> | do_codepoints(rest)]
  defp do_codepoints(<<c::utf8, rest::binary>>), do: [<<c::utf8>> | do_codepoints(rest)]
  defp do_codepoints(<<byte, rest::binary>>), do: [<<byte>> | do_codepoints(rest)]
  defp do_codepoints(<<>>), do: []

  @doc """
  Takes the first code point off a string; `nil` for the empty string.

  ## Examples

      iex> String.next_codepoint("olá")
      {"o", "lá"}
      iex> String.next_codepoint("")
      nil
  """
  @spec next_codepoint(t) :: {codepoint, t} | nil
  def next_codepoint(<<c::utf8, rest::binary>>), do: {<<c::utf8>>, rest}
  def next_codepoint(<<byte, rest::binary>>), do: {<<byte>>, rest}
  def next_codepoint(<<>>), do: nil

  @doc """
  Lists the graphemes of a string.

  ## Examples

      iex> String.graphemes("Ńaïve")
      ["Ń", "a", "ï", "v", "e"]
  """
  @spec graphemes(t) :: [grapheme]
  def graphemes(string) when is_binary(string), do: :vial_unicode.graphemes(string)

  @doc """
  Takes the first grapheme off a string; `nil` for the empty string.

  ## Examples

      iex> String.next_grapheme("olá")
      {"o", "lá"}
      iex> String.next_grapheme("")
      nil
  """
  @spec next_grapheme(t) :: {grapheme, t} | nil
  def next_grapheme(string) when is_binary(string) do
    case :vial_unicode.grapheme_size(string) do
      0 ->
        nil

      size ->
        <<grapheme::binary-size(size), rest::binary>> = string
        {grapheme, rest}
    end
  end

  @doc false
  def next_grapheme_size(string) when is_binary(string) do
    case :vial_unicode.grapheme_size(string) do
      0 ->
        nil

      size ->
        <<_::binary-size(size), rest::binary>> = string
        {size, rest}
    end
  end

  @doc """
  Returns the first grapheme, or `nil` for the empty string.

  ## Examples

      iex> String.first("elixir")
      "e"
      iex> String.first("")
      nil
  """
  @spec first(t) :: grapheme | nil
  def first(string) when is_binary(string) do
    case next_grapheme(string) do
      {grapheme, _} -> grapheme
      nil -> nil
    end
  end

  @doc """
  Returns the last grapheme, or `nil` for the empty string. Linear in the string.

  ## Examples

      iex> String.last("elixir")
      "r"
      iex> String.last("")
      nil
  """
  @spec last(t) :: grapheme | nil
  def last(""), do: nil
  def last(string) when is_binary(string), do: at(string, -1)

  @doc """
  Counts the graphemes of a string. Linear in the string.

  ## Examples

      iex> String.length("elixir")
      6
      iex> String.length("եոգլի")
      5
  """
  @spec length(t) :: non_neg_integer
  def length(string) when is_binary(string), do: :vial_unicode.length(string)

  @doc """
  Returns the grapheme at `position`, from 0, or `nil`; a negative one counts from the end.

  ## Examples

      iex> String.at("elixir", 1)
      "l"
      iex> String.at("elixir", -1)
      "r"
      iex> String.at("elixir", 10)
      nil
  """
  @spec at(t, integer) :: grapheme | nil
  def at(string, position) when is_binary(string) and is_integer(position) and position >= 0 do
    {size, _} = :vial_unicode.graphemes_offset(string, position)
    <<_::binary-size(size), rest::binary>> = string
    first(rest)
  end

  def at(string, position) when is_binary(string) and is_integer(position) and position < 0 do
    case length(string) + position do
      position when position >= 0 -> at(string, position)
      _ -> nil
    end
  end

  @doc """
  Returns up to `length` graphemes from `start` on; a negative start counts from the end.

  ## Examples

      iex> String.slice("elixir", 1, 3)
      "lix"
      iex> String.slice("elixir", -4, 4)
      "ixir"
      iex> String.slice("elixir", 10, 3)
      ""
  """
  @spec slice(t, integer, non_neg_integer) :: grapheme
  def slice(string, start, length)

  def slice(_, _, 0), do: ""

  def slice(string, start, length)
      when is_binary(string) and is_integer(start) and is_integer(length) and start >= 0 and
             length >= 0,
      do: do_slice(string, start, length)

  def slice(string, start, length)
      when is_binary(string) and is_integer(start) and is_integer(length) and start < 0 and
             length >= 0,
      do: do_slice(string, max(length(string) + start, 0), length)

  defp do_slice(string, start, length) do
    {from, _} = :vial_unicode.graphemes_offset(string, start)
    <<_::binary-size(from), rest::binary>> = string
    {size, _} = :vial_unicode.graphemes_offset(rest, length)
    binary_part(rest, 0, size)
  end

  @doc """
  Returns the graphemes at the positions of a range, whose ends may count from the end.

  ## Examples

      iex> String.slice("elixir", 1..3)
      "lix"
      iex> String.slice("elixir", 1..-2//1)
      "lixi"
      iex> String.slice("a·̀ô", -1..-1)
      "ô"
      iex> String.slice("elixir", 10..20)
      ""
  """
  @spec slice(t, Range.t()) :: t
  def slice(string, first..last//step = range) when is_binary(string) do
    cond do
      step > 0 ->
        slice_range(string, first, last, step)

      # A range that runs downwards only because its end counts from the end goes up.
      step == -1 and first > last ->
        slice_range(string, first, last, 1)

      true ->
        raise ArgumentError,
              "String.slice/2 does not accept ranges with negative steps, got: #{inspect(range)}"
    end
  end

  defp slice_range("", _, _, _), do: ""

  defp slice_range(string, first, -1, 1) when first >= 0 do
    {size, _} = :vial_unicode.graphemes_offset(string, first)
    binary_part(string, size, byte_size(string) - size)
  end

  defp slice_range(string, first, last, step) when first >= 0 and last >= 0 do
    if last >= first, do: slice_step(do_slice(string, first, last - first + 1), step), else: ""
  end

  defp slice_range(string, first, last, step) do
    count = length(string)
    first = if first < 0, do: max(count + first, 0), else: first
    last = if last < 0, do: count + last, else: last

    if first > last or first > count do
      ""
    else
      slice_step(do_slice(string, first, last - first + 1), step)
    end
  end

  defp slice_step(string, 1), do: string

  defp slice_step(string, step) when step > 1,
    do: string |> graphemes() |> Enum.take_every(step) |> IO.iodata_to_binary()

  @doc """
  Tells whether a string starts with one of the given prefixes; the empty one always fits.

  ## Examples

      iex> String.starts_with?("elixir", "eli")
      true
      iex> String.starts_with?("elixir", ["erlang", "ruby"])
      false
  """
  @spec starts_with?(t, t | [t]) :: boolean
  def starts_with?(string, prefix) when is_binary(string) and is_binary(prefix),
    do: prefix?(string, prefix)

  def starts_with?(string, prefixes) when is_binary(string) and is_list(prefixes),
    do: any_prefix?(string, prefixes)

  # A compiled pattern, or nothing that the native takes.
  def starts_with?(string, pattern) when is_binary(string),
    do: Kernel.match?({0, _}, :binary.match(string, pattern))

  defp any_prefix?(_string, []), do: false

  defp any_prefix?(string, [prefix | rest]),
    do: prefix?(string, prefix) or any_prefix?(string, rest)

  defp prefix?(string, prefix) do
    size = byte_size(prefix)

    case string do
      <<^prefix::binary-size(size), _::binary>> -> true
      _ -> false
    end
  end

  @doc """
  Tells whether a string ends with one of the given suffixes; the empty one always fits.

  ## Examples

      iex> String.ends_with?("language", "age")
      true
      iex> String.ends_with?("language", ["youth", "elixir"])
      false
  """
  @spec ends_with?(t, t | [t]) :: boolean
  def ends_with?(string, suffix) when is_binary(string) and is_binary(suffix),
    do: suffix?(string, suffix)

  def ends_with?(string, suffixes) when is_binary(string) and is_list(suffixes),
    do: any_suffix?(string, suffixes)

  defp any_suffix?(_string, []), do: false

  defp any_suffix?(string, [suffix | rest]),
    do: suffix?(string, suffix) or any_suffix?(string, rest)

  defp suffix?(string, suffix) do
    skip = byte_size(string) - byte_size(suffix)

    case string do
      <<_::binary-size(skip), ^suffix::binary>> -> true
      _ -> false
    end
  end

  @doc """
  Tells whether a string matches a regular expression.

  ## Examples

      iex> String.match?("foo", ~r/o+/)
      true
      iex> String.match?("bar", ~r/foo/)
      false
  """
  @spec match?(t, Regex.t()) :: boolean
  def match?(string, regex) when is_binary(string), do: Regex.match?(regex, string)

  @doc """
  Tells whether a string contains one of the given strings.

  `contents` may be a compiled pattern; the empty string is contained in every string.

  ## Examples

      iex> String.contains?("elixir of life", "of")
      true
      iex> String.contains?("elixir of life", ["death", "taxes"])
      false
      iex> String.contains?("elixir", "")
      true
  """
  @spec contains?(t, t | [t] | :binary.cp()) :: boolean
  def contains?(string, contents) when is_binary(string) and is_list(contents) do
    Enum.any?(contents, fn part -> part == "" end) or
      (contents != [] and :binary.match(string, contents) != :nomatch)
  end

  def contains?(string, contents) when is_binary(string),
    do: "" == contents or :binary.match(string, contents) != :nomatch

  @doc """
  Converts a string to a list of code points.

  Raises `UnicodeConversionError` for invalid UTF-8.

  ## Examples

      iex> String.to_charlist("æß")
      'æß'
  """
  @spec to_charlist(t) :: charlist
  def to_charlist(string) when is_binary(string) do
    case :unicode.characters_to_list(string) do
      result when is_list(result) ->
        result

      {:error, encoded, rest} ->
        raise UnicodeConversionError, encoded: encoded, rest: rest, kind: :invalid

      {:incomplete, encoded, rest} ->
        raise UnicodeConversionError, encoded: encoded, rest: rest, kind: :incomplete
    end
  end

  @doc """
  Converts a string to an atom of at most 255 characters; atoms are never collected.

  ## Examples

      iex> String.to_atom("my_atom")
      :my_atom
  """
  @spec to_atom(t) :: atom
  def to_atom(string) when is_binary(string), do: :erlang.binary_to_atom(string, :utf8)

  @doc """
  Converts a string to an atom that exists already; raises `ArgumentError` otherwise.

  ## Examples

      iex> String.to_existing_atom("ok")
      :ok
  """
  @spec to_existing_atom(t) :: atom
  def to_existing_atom(string) when is_binary(string),
    do: :erlang.binary_to_existing_atom(string, :utf8)

  @doc """
  Reads a decimal integer that is the whole string; raises `ArgumentError` otherwise.

  ## Examples

      iex> String.to_integer("-123")
      -123
  """
  @spec to_integer(t) :: integer
  def to_integer(string) when is_binary(string), do: :erlang.binary_to_integer(string)

  @doc """
  Reads an integer in a base from 2 to 36 that is the whole string.

  ## Examples

      iex> String.to_integer("3FF", 16)
      1023
  """
  @spec to_integer(t, 2..36) :: integer
  def to_integer(string, base) when is_binary(string) and is_integer(base),
    do: :erlang.binary_to_integer(string, base)

  @doc """
  Reads a float that is the whole string and has a decimal point.

  Raises `ArgumentError` otherwise; see `Float.parse/1`.

  ## Examples

      iex> String.to_float("2.2017764e+0")
      2.2017764
  """
  @spec to_float(t) :: float
  def to_float(string) when is_binary(string), do: :erlang.binary_to_float(string)

  @doc false
  @deprecated "Use String.to_charlist/1 instead"
  @spec to_char_list(t) :: charlist
  def to_char_list(string), do: String.to_charlist(string)

  @doc false
  @deprecated "Use String.trim_trailing/1 instead"
  defdelegate rstrip(binary), to: String.Break, as: :trim_trailing

  @doc false
  @deprecated "Use String.trim_trailing/2 with a binary as second argument instead"
  def rstrip(string, char) when is_integer(char), do: replace_trailing(string, <<char::utf8>>, "")

  @doc false
  @deprecated "Use String.trim_leading/1 instead"
  defdelegate lstrip(binary), to: String.Break, as: :trim_leading

  @doc false
  @deprecated "Use String.trim_leading/2 with a binary as second argument instead"
  def lstrip(string, char) when is_integer(char), do: replace_leading(string, <<char::utf8>>, "")

  @doc false
  @deprecated "Use String.trim/1 instead"
  def strip(string), do: trim(string)

  @doc false
  @deprecated "Use String.trim/2 with a binary second argument instead"
  def strip(string, char), do: trim(string, <<char::utf8>>)

  @doc false
  @deprecated "Use String.pad_leading/2 instead"
  def rjust(subject, len), do: rjust(subject, len, ?\s)

  @doc false
  @deprecated "Use String.pad_leading/3 with a binary padding instead"
  def rjust(subject, len, pad) when is_integer(pad) and is_integer(len) and len >= 0,
    do: pad_leading(subject, len, <<pad::utf8>>)

  @doc false
  @deprecated "Use String.pad_trailing/2 instead"
  def ljust(subject, len), do: ljust(subject, len, ?\s)

  @doc false
  @deprecated "Use String.pad_trailing/3 with a binary padding instead"
  def ljust(subject, len, pad) when is_integer(pad) and is_integer(len) and len >= 0,
    do: pad_trailing(subject, len, <<pad::utf8>>)

  @doc false
  @deprecated "Use String.valid?/1 instead"
  def valid_character?(string) do
    case string do
      <<_::utf8>> -> valid?(string)
      _ -> false
    end
  end
end
