# stdlib/elixir/regex.ex: regular expressions.
# Here: the struct, running, scanning, splitting, replacing.
# Not here: the engine (:re), the sigil ~r (Kernel).
defmodule Regex do
  @moduledoc """
  Regular expressions in Perl's syntax.

  They are made by the sigil `~r` or by `compile/2`. Modifiers:

    * `u` (unicode) - characters instead of bytes, and Unicode's classes for `\\\\w` and its like
    * `i` (caseless), `s` (dotall: the dot takes new lines), `m` (multiline: `^` and `$` at lines)
    * `x` (extended: white space and comments are left out), `f` (firstline), `U` (ungreedy)

  The functions of `String` take regular expressions too.
  """

  defstruct re_pattern: nil, source: "", opts: "", re_version: ""

  @type t :: %__MODULE__{re_pattern: term, source: binary, opts: binary | [term]}

  @doc """
  Compiles a pattern: `{:ok, regex}` or `{:error, {reason, position}}`.

  Options are a string of modifiers or a list of options of `:re.compile/2`.

  ## Examples

      iex> {:ok, regex} = Regex.compile("foo")
      iex> Regex.source(regex)
      "foo"
      iex> Regex.compile("foo", "z")
      {:error, {:invalid_option, "z"}}
  """
  @spec compile(binary, binary | [term]) :: {:ok, t} | {:error, any}
  def compile(source, opts \\ "") when is_binary(source), do: compile(source, opts, version())

  defp compile(source, opts, version) when is_binary(opts) do
    case translate_options(opts, []) do
      {:error, rest} -> {:error, {:invalid_option, rest}}
      translated -> compile(source, translated, opts, version)
    end
  end

  defp compile(source, opts, version) when is_list(opts), do: compile(source, opts, opts, version)

  defp compile(source, opts, doc_opts, version) do
    case :re.compile(source, opts) do
      {:ok, re_pattern} ->
        {:ok, %Regex{re_pattern: re_pattern, re_version: version, source: source, opts: doc_opts}}

      error ->
        error
    end
  end

  defp translate_options(<<?s, t::binary>>, acc), do: translate_options(t, [:dotall, {:newline, :anycrlf} | acc])
  defp translate_options(<<?u, t::binary>>, acc), do: translate_options(t, [:unicode, :ucp | acc])
  defp translate_options(<<?i, t::binary>>, acc), do: translate_options(t, [:caseless | acc])
  defp translate_options(<<?x, t::binary>>, acc), do: translate_options(t, [:extended | acc])
  defp translate_options(<<?f, t::binary>>, acc), do: translate_options(t, [:firstline | acc])
  defp translate_options(<<?U, t::binary>>, acc), do: translate_options(t, [:ungreedy | acc])
  defp translate_options(<<?m, t::binary>>, acc), do: translate_options(t, [:multiline | acc])
  defp translate_options(<<?r, t::binary>>, acc), do: translate_options(t, [:ungreedy | acc])
  defp translate_options(<<>>, acc), do: acc
  defp translate_options(rest, _acc), do: {:error, rest}

  @doc """
  Compiles a pattern; raises `Regex.CompileError`.

  ## Examples

      iex> Regex.compile!("foo", "i")
      ~r/foo/i
  """
  @spec compile!(binary, binary | [term]) :: t
  def compile!(source, options \\ "") when is_binary(source) do
    case compile(source, options) do
      {:ok, regex} -> regex
      {:error, {reason, at}} -> raise Regex.CompileError, "#{reason} at position #{at}"
    end
  end

  @doc """
  Compiles a regex again if it was compiled for another version of the engine.

  ## Examples

      iex> {:ok, regex} = Regex.recompile(~r/foo/)
      iex> regex.source
      "foo"
  """
  @doc since: "1.4.0"
  @spec recompile(t) :: {:ok, t} | {:error, any}
  def recompile(%Regex{} = regex) do
    version = version()

    case regex do
      %{re_version: ^version} -> {:ok, regex}
      _ -> compile(regex.source, regex.opts, version)
    end
  end

  @doc "Compiles a regex again if needed; raises `Regex.CompileError`."
  @doc since: "1.4.0"
  @spec recompile!(t) :: t
  def recompile!(regex) do
    case recompile(regex) do
      {:ok, regex} -> regex
      {:error, {reason, at}} -> raise Regex.CompileError, "#{reason} at position #{at}"
    end
  end

  @doc """
  Returns the version of the engine.

  ## Examples

      iex> is_tuple(Regex.version())
      true
  """
  @doc since: "1.4.0"
  @spec version :: term
  def version, do: {:re.version(), :erlang.system_info(:endian)}

  @doc """
  Tells whether a string matches.

  ## Examples

      iex> Regex.match?(~r/foo/, "foo")
      true
      iex> Regex.match?(~r/foo/, "bar")
      false
  """
  @spec match?(t, String.t()) :: boolean
  def match?(%Regex{} = regex, string) when is_binary(string),
    do: :re.run(string, regex.re_pattern, [{:capture, :none}]) == :match

  @doc false
  @deprecated "Use Kernel.is_struct/2 or pattern match on %Regex{} instead"
  def regex?(term)
  def regex?(%Regex{}), do: true
  def regex?(_), do: false

  @doc """
  Returns the captures of the first match, or `nil`.

  ## Options

    * `:return` - `:binary` (default) or `:index`, as `{position, length}` in bytes
    * `:capture` - `:all` (default), `:all_but_first`, `:first`, `:all_names`, `:none`, or a list of
      numbers and names
    * `:offset` - where to begin, in bytes

  ## Examples

      iex> Regex.run(~r/c(d)/, "abcd")
      ["cd", "d"]
      iex> Regex.run(~r/e/, "abcd")
      nil
      iex> Regex.run(~r/c(d)/, "abcd", return: :index)
      [{2, 2}, {3, 1}]
  """
  @spec run(t, binary, [term]) :: nil | [binary] | [{integer, integer}]
  def run(%Regex{} = regex, string, options \\ []) when is_binary(string) do
    return = Keyword.get(options, :return, :binary)
    captures = Keyword.get(options, :capture, :all)
    offset = Keyword.get(options, :offset, 0)

    case :re.run(string, regex.re_pattern, [{:capture, captures, return}, {:offset, offset}]) do
      :nomatch -> nil
      :match -> []
      {:match, results} -> results
    end
  end

  @doc """
  Returns the named captures of the first match as a map, or `nil`.

  ## Examples

      iex> Regex.named_captures(~r/c(?<foo>d)/, "abcd")
      %{"foo" => "d"}
      iex> Regex.named_captures(~r/a(?<foo>b)/, "x")
      nil
  """
  @spec named_captures(t, String.t(), [term]) :: map | nil
  def named_captures(regex, string, options \\ []) when is_binary(string) do
    names = names(regex)
    options = Keyword.put(options, :capture, names)
    results = run(regex, string, options)
    if results, do: Enum.zip(names, results) |> Enum.into(%{})
  end

  @doc "Returns the compiled pattern that `:re` takes."
  @spec re_pattern(t) :: term
  def re_pattern(%Regex{re_pattern: compiled}), do: compiled

  @doc """
  Returns the source.

  ## Examples

      iex> Regex.source(~r/foo/)
      "foo"
  """
  @spec source(t) :: String.t()
  def source(%Regex{source: source}), do: source

  @doc """
  Returns the modifiers or options it was made with.

  ## Examples

      iex> Regex.opts(~r/foo/m)
      "m"
  """
  @spec opts(t) :: String.t() | [term]
  def opts(%Regex{opts: opts}), do: opts

  @doc """
  Lists the names of groups, sorted.

  ## Examples

      iex> Regex.names(~r/(?<foo>bar)/)
      ["foo"]
  """
  @spec names(t) :: [String.t()]
  def names(%Regex{re_pattern: re_pattern}) do
    {:namelist, names} = :re.inspect(re_pattern, :namelist)
    names
  end

  @doc """
  Returns the captures of all matches; options as for `run/3`.

  ## Examples

      iex> Regex.scan(~r/c(d|e)/, "abcd abce")
      [["cd", "d"], ["ce", "e"]]
      iex> Regex.scan(~r/x/, "abcd")
      []
  """
  @spec scan(t, String.t(), [term]) :: [[String.t()]] | [[{integer, integer}]]
  def scan(%Regex{} = regex, string, options \\ []) when is_binary(string) do
    return = Keyword.get(options, :return, :binary)
    captures = Keyword.get(options, :capture, :all)
    offset = Keyword.get(options, :offset, 0)
    run_options = [{:capture, captures, return}, :global, {:offset, offset}]

    case :re.run(string, regex.re_pattern, run_options) do
      :match -> []
      :nomatch -> []
      {:match, results} -> results
    end
  end

  @doc """
  Splits a string at the matches.

  ## Options

    * `:parts` - how many parts at most, or `:infinity` (default)
    * `:trim` - whether empty strings are dropped
    * `:on` - which captures to split at: `:first` (default), `:all`, or a list of numbers and names
    * `:include_captures` - whether what was split at is kept between the parts

  ## Examples

      iex> Regex.split(~r{-}, "a-b-c")
      ["a", "b", "c"]
      iex> Regex.split(~r{-}, "a-b-c", parts: 2)
      ["a", "b-c"]
      iex> Regex.split(~r{-}, "a-b", include_captures: true)
      ["a", "-", "b"]
  """
  @spec split(t, String.t(), [term]) :: [String.t()]
  def split(regex, string, options \\ [])

  def split(%Regex{}, "", opts) do
    if Keyword.get(opts, :trim, false), do: [], else: [""]
  end

  def split(%Regex{} = regex, string, opts) when is_binary(string) and is_list(opts) do
    on = Keyword.get(opts, :on, :first)

    case :re.run(string, regex.re_pattern, [:global, {:capture, on}]) do
      {:match, matches} ->
        index = parts_to_index(Keyword.get(opts, :parts, :infinity))
        trim = Keyword.get(opts, :trim, false)
        include? = Keyword.get(opts, :include_captures, false)
        do_split(matches, string, 0, index, trim, include?)

      :match ->
        [string]

      :nomatch ->
        [string]
    end
  end

  defp parts_to_index(:infinity), do: 0
  defp parts_to_index(n) when is_integer(n) and n > 0, do: n

  defp do_split(_, string, offset, _counter, true, _with_captures) when byte_size(string) <= offset, do: []

  defp do_split(_, string, offset, 1, _trim, _with_captures), do: [from(string, offset)]
  defp do_split([], string, offset, _counter, _trim, _with_captures), do: [from(string, offset)]

  defp do_split([[{pos, _} | rest] | more], string, offset, counter, trim, include?) when pos - offset < 0,
    do: do_split([rest | more], string, offset, counter, trim, include?)

  defp do_split([[] | more], string, offset, counter, trim, include?),
    do: do_split(more, string, offset, counter, trim, include?)

  defp do_split([[{pos, length} | rest] | more], string, offset, counter, trim, true) do
    matched = binary_part(string, pos, length)
    keep = pos - offset
    part = binary_part(string, offset, keep)
    new_offset = pos + length

    if part == "" and trim do
      [matched | do_split([rest | more], string, new_offset, counter - 1, trim, true)]
    else
      [part, matched | do_split([rest | more], string, new_offset, counter - 1, trim, true)]
    end
  end

  defp do_split([[{pos, length} | rest] | more], string, offset, counter, trim, false) do
    part = binary_part(string, offset, pos - offset)
    new_offset = pos + length

    if part == "" and trim do
      do_split([rest | more], string, new_offset, counter, trim, false)
    else
      [part | do_split([rest | more], string, new_offset, counter - 1, trim, false)]
    end
  end

  defp from(string, offset), do: binary_part(string, offset, byte_size(string) - offset)

  @doc """
  Replaces the matches in a string.

  In a string `\\\\\\\\1` or `\\\\\\\\g{1}` stands for a group, `\\\\\\\\0` for the match. A function gets the match and, by its
  arity, the groups. `global: false` replaces the first match alone.

  ## Examples

      iex> Regex.replace(~r/d/, "abc", "d")
      "abc"
      iex> Regex.replace(~r/a(b|d)c/, "abcadc", "[\\\\1]")
      "[b][d]"
      iex> Regex.replace(~r/a(b|d)c/, "abcadc", fn _, x -> "[" <> x <> "]" end)
      "[b][d]"
      iex> Regex.replace(~r/a/, "abcadc", "x", global: false)
      "xbcadc"
  """
  @spec replace(t, String.t(), String.t() | (... -> String.t()), [term]) :: String.t()
  def replace(%Regex{} = regex, string, replacement, options \\ [])
      when is_binary(string) and is_list(options) do
    opts = if Keyword.get(options, :global) != false, do: [:global], else: []
    opts = [{:capture, :all, :index} | opts]

    case :re.run(string, regex.re_pattern, opts) do
      :nomatch ->
        string

      {:match, [{_, _} | _] = list} ->
        substitute([list], string, replacement)

      {:match, list} ->
        substitute(list, string, replacement)
    end
  end

  defp substitute(matches, string, fun) when is_function(fun) do
    {:arity, arity} = Function.info(fun, :arity)
    apply_list(string, 0, matches, fn places -> apply(fun, arguments(string, places, arity)) end)
  end

  defp substitute(matches, string, text) do
    pieces = precompile_replacement(text)
    apply_list(string, 0, matches, fn places -> for piece <- pieces, do: piece(piece, string, places) end)
  end

  defp precompile_replacement(text) when is_binary(text), do: precompile(text, "")

  defp arguments(_string, _places, 0), do: []
  defp arguments(string, [], arity), do: ["" | arguments(string, [], arity - 1)]
  defp arguments(string, [place | rest], arity), do: [part(string, place) | arguments(string, rest, arity - 1)]

  defp piece(text, _string, _places) when is_binary(text), do: text

  defp piece(index, string, places) do
    case Enum.at(places, index) do
      nil -> ""
      place -> part(string, place)
    end
  end

  defp part(_string, {-1, 0}), do: ""
  defp part(string, {at, size}), do: binary_part(string, at, size)

  defp precompile("\\g{" <> rest, acc) do
    {number, "}" <> rest} = digits(rest, [])
    [acc, List.to_integer(number) | precompile(rest, "")]
  end

  defp precompile("\\\\" <> rest, acc), do: precompile(rest, acc <> "\\")

  defp precompile(<<?\\, d, rest::binary>>, acc) when d in ?0..?9, do: [acc, d - ?0 | precompile(rest, "")]

  defp precompile(<<c, rest::binary>>, acc), do: precompile(rest, <<acc::binary, c>>)
  defp precompile("", acc), do: [acc]

  defp digits(<<d, rest::binary>>, acc) when d in ?0..?9, do: digits(rest, [d | acc])
  defp digits(rest, acc), do: {Enum.reverse(acc), rest}

  defp apply_list(string, from, matches, fun),
    do: string |> pieces(from, matches, fun) |> IO.iodata_to_binary()

  defp pieces(string, from, [], _fun), do: [from(string, from)]

  defp pieces(string, from, [[{at, size} | _] = places | rest], fun),
    do: [binary_part(string, from, at - from), fun.(places) | pieces(string, at + size, rest, fun)]

  @doc """
  Escapes a string so that it matches itself.

  ## Examples

      iex> Regex.escape(".")
      "\\\\."
      iex> Regex.escape("\\\\what if")
      "\\\\\\\\what\\\\ if"
  """
  @spec escape(String.t()) :: String.t()
  def escape(string) when is_binary(string), do: for(<<c <- string>>, into: "", do: escaped(c))

  defp escaped(c) when c in '.^$*+?()[]{}|#-\\\t\n\v\f\r\s', do: <<?\\, c>>
  defp escaped(c), do: <<c>>

  @doc false
  # What ~r leaves to the engine, but for the delimiters and new lines.
  def unescape_map(:newline), do: true
  def unescape_map(?f), do: ?\f
  def unescape_map(?n), do: ?\n
  def unescape_map(?r), do: ?\r
  def unescape_map(?t), do: ?\t
  def unescape_map(?v), do: ?\v
  def unescape_map(?a), do: ?\a
  def unescape_map(_), do: false
end
