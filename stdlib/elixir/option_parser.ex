# stdlib/elixir/option_parser.ex: command-line arguments.
# Here: parsing switches, printing them, splitting a command line.
defmodule OptionParser do
  @moduledoc """
  Parses command-line arguments.

      iex> OptionParser.parse(["--debug", "-n", "3", "file"], strict: [debug: :boolean, number: :integer], aliases: [n: :number])
      {[debug: true, number: 3], ["file"], []}

  ## Options

    * `:strict` - the switches that are allowed, with their types
    * `:switches` - types of some switches; others are taken as they come
    * `:aliases` - short names
    * `:allow_nonexistent_atoms` - whether switches that are not given may make atoms

  Types: `:boolean` (with its `--no-` form), `:count`, `:integer`, `:float`, `:string`; a list with `:keep`
  keeps every occurrence.
  """

  @type argv :: [String.t()]
  @type parsed :: keyword
  @type errors :: [{String.t(), String.t() | nil}]
  @type options :: keyword

  @doc """
  Parses all switches: `{parsed, args, invalid}`.

  ## Examples

      iex> OptionParser.parse(["--source", "path", "arg"], switches: [source: :string])
      {[source: "path"], ["arg"], []}
      iex> OptionParser.parse(["--limit", "xyz"], strict: [limit: :integer])
      {[], [], [{"--limit", "xyz"}]}
  """
  @spec parse(argv, options) :: {parsed, argv, errors}
  def parse(argv, opts \\ []) when is_list(argv) and is_list(opts),
    do: do_parse(argv, build_config(opts), [], [], [], true)

  @doc """
  Parses all switches; raises `OptionParser.ParseError` for what is not valid.

  ## Examples

      iex> OptionParser.parse!(["--limit", "3"], strict: [limit: :integer])
      {[limit: 3], []}
  """
  @spec parse!(argv, options) :: {parsed, argv}
  def parse!(argv, opts \\ []) when is_list(argv) and is_list(opts) do
    case parse(argv, opts) do
      {parsed, args, []} -> {parsed, args}
      {_, _, errors} -> raise OptionParser.ParseError, format_errors(errors, opts)
    end
  end

  @doc """
  Parses switches up to the first argument.

  ## Examples

      iex> OptionParser.parse_head(["--verbose", "a", "--other"], strict: [verbose: :boolean])
      {[verbose: true], ["a", "--other"], []}
  """
  @spec parse_head(argv, options) :: {parsed, argv, errors}
  def parse_head(argv, opts \\ []) when is_list(argv) and is_list(opts),
    do: do_parse(argv, build_config(opts), [], [], [], false)

  @doc """
  Parses switches up to the first argument; raises `OptionParser.ParseError`.

  ## Examples

      iex> OptionParser.parse_head!(["--limit", "3", "x"], strict: [limit: :integer])
      {[limit: 3], ["x"]}
  """
  @spec parse_head!(argv, options) :: {parsed, argv}
  def parse_head!(argv, opts \\ []) when is_list(argv) and is_list(opts) do
    case parse_head(argv, opts) do
      {parsed, args, []} -> {parsed, args}
      {_, _, errors} -> raise OptionParser.ParseError, format_errors(errors, opts)
    end
  end

  defp do_parse([], _config, opts, args, invalid, _all?),
    do: {Enum.reverse(opts), Enum.reverse(args), Enum.reverse(invalid)}

  defp do_parse(argv, config, opts, args, invalid, all?) do
    case next_with_config(argv, config) do
      {:ok, option, value, rest} ->
        do_parse(rest, config, store(opts, option, value, config), args, invalid, all?)

      {:invalid, option, value, rest} ->
        do_parse(rest, config, opts, args, [{option, value} | invalid], all?)

      {:undefined, option, _value, rest} ->
        invalid = if config.strict?, do: [{option, nil} | invalid], else: invalid
        do_parse(rest, config, opts, args, invalid, all?)

      {:error, ["--" | rest]} ->
        {Enum.reverse(opts), Enum.reverse(args, rest), Enum.reverse(invalid)}

      {:error, [arg | rest] = remaining} ->
        if all?,
          do: do_parse(rest, config, opts, [arg | args], invalid, all?),
          else: {Enum.reverse(opts), Enum.reverse(args, remaining), Enum.reverse(invalid)}
    end
  end

  # A switch that is not kept replaces what came before it.
  defp store(opts, option, value, config) do
    case types(config, option) do
      {_, :count} -> Keyword.update(opts, option, value, &(&1 + 1))
      {:keep, _} -> [{option, value} | opts]
      _ -> [{option, value} | Keyword.delete(opts, option)]
    end
  end

  defp types(config, option) do
    types = List.wrap(config.switches[option])
    keep = if :keep in types, do: :keep, else: :last
    {keep, Enum.find([:boolean, :count, :integer, :float, :string], default_type(types), &(&1 in types))}
  end

  # What is kept and says no more has a value.
  defp default_type(types), do: if(:keep in types, do: :string)

  @doc """
  Takes the first switch off the arguments.

  `{:ok, key, value, rest}`, `{:invalid, option, value, rest}`, `{:undefined, option, value, rest}`, or
  `{:error, rest}` when the first is no switch.

  ## Examples

      iex> OptionParser.next(["--debug", "rest"], strict: [debug: :boolean])
      {:ok, :debug, true, ["rest"]}
      iex> OptionParser.next(["rest"], strict: [debug: :boolean])
      {:error, ["rest"]}
  """
  @spec next(argv, options) ::
          {:ok, key :: atom, value :: term, argv}
          | {:invalid, String.t(), String.t() | nil, argv}
          | {:undefined, String.t(), String.t() | nil, argv}
          | {:error, argv}
  def next(argv, opts \\ []) when is_list(argv) and is_list(opts),
    do: next_with_config(argv, build_config(opts))

  defp next_with_config([], _config), do: {:error, []}
  defp next_with_config(["--" | _] = argv, _config), do: {:error, argv}

  defp next_with_config(["--" <> option | rest], config) do
    {option, value} = split_option(option)
    original = "--" <> option

    if String.contains?(option, "_") do
      {:undefined, original, value, rest}
    else
      next_tagged(tag_option(option, config), value, original, rest, config)
    end
  end

  defp next_with_config(["-" | _] = argv, _config), do: {:error, argv}

  defp next_with_config(["-" <> option | rest] = argv, config) do
    {option, value} = split_option(option)
    original = "-" <> option

    cond do
      value == nil and negative_number?(original) ->
        {:error, argv}

      String.contains?(option, ["-", "_"]) ->
        {:undefined, original, value, rest}

      String.length(option) == 1 or expand_alias(option, config) != nil ->
        next_short(option, value, original, rest, config)

      true ->
        next_with_config(expanded(option, value) ++ rest, config)
    end
  end

  defp next_with_config(argv, _config), do: {:error, argv}

  defp next_short(option, value, original, rest, config) do
    case expand_alias(option, config) do
      nil -> known(:unknown, value, original, rest, config)
      key -> next_tagged({:default, key}, value, original, rest, config)
    end
  end

  # Several letters are as many switches; from the first digit on it is the last one's value.
  defp expanded(option, value) do
    {letters, digits} = split_at_digit(option, "")
    {last, letters} = letters |> String.graphemes() |> Enum.map(&("-" <> &1)) |> List.pop_at(-1)
    last = if digits == "", do: last, else: last <> "=" <> digits
    letters ++ [if(value, do: last <> "=" <> value, else: last)]
  end

  defp split_at_digit(<<c, _::binary>> = text, letters) when c in ?0..?9, do: {letters, text}
  defp split_at_digit(<<c, rest::binary>>, letters), do: split_at_digit(rest, <<letters::binary, c>>)
  defp split_at_digit("", letters), do: {letters, ""}

  defp negative_number?(text), do: Integer.parse(text) != :error or Float.parse(text) != :error

  defp expand_alias(option, config) do
    case to_existing_key(option, true) do
      nil -> nil
      key -> config.aliases[key]
    end
  end

  defp next_tagged(tagged, value, original, rest, config) do
    if tagged != :unknown and config.strict? and not config_has?(tagged, config) do
      {:undefined, original, value, rest}
    else
      known(tagged, value, original, rest, config)
    end
  end

  defp config_has?({_, key}, config), do: Keyword.has_key?(config.switches, key)

  # What is not known takes a value all the same.
  defp known(:unknown, value, original, rest, config) do
    {value, _, rest} = normalize_value(:default, value, nil, rest, config)
    {:undefined, original, value, rest}
  end

  defp known({kind, key}, value, original, rest, config) do
    {_, type} = types(config, key)
    {value, type, rest} = normalize_value(kind, value, type, rest, config)
    validate(key, value, type, original, rest)
  end

  # A value is given after `=`, or is the next argument, unless that is a switch.
  defp normalize_value(:negated, nil, :boolean, rest, _config), do: {false, :done, rest}
  defp normalize_value(:negated, nil, nil, rest, _config), do: {false, :done, rest}
  defp normalize_value(_, nil, :boolean, rest, _config), do: {true, :done, rest}
  defp normalize_value(_, nil, :count, rest, _config), do: {1, :done, rest}

  defp normalize_value(_, nil, nil, rest, config) do
    if value_in_tail?(rest, config),
      do: {hd(rest), nil, tl(rest)},
      else: {true, :done, rest}
  end

  defp normalize_value(_, nil, type, rest, config) do
    if value_in_tail?(rest, config), do: {hd(rest), type, tl(rest)}, else: {nil, type, rest}
  end

  defp normalize_value(_, value, type, rest, _config), do: {value, type, rest}

  defp value_in_tail?(["-" | _], _config), do: true
  defp value_in_tail?(["- " <> _ | _], _config), do: true
  defp value_in_tail?(["-" <> _ = arg | _], _config), do: negative_number?(arg)
  defp value_in_tail?([_ | _], _config), do: true
  defp value_in_tail?([], _config), do: false

  defp validate(key, value, :done, _original, rest), do: {:ok, key, value, rest}
  defp validate(_key, nil, _type, original, rest), do: {:invalid, original, nil, rest}

  defp validate(key, value, type, original, rest) do
    case convert(value, type) do
      {:ok, converted} -> {:ok, key, converted, rest}
      :error -> {:invalid, original, value, rest}
    end
  end

  defp convert(value, :boolean) when value in ["t", "true"], do: {:ok, true}
  defp convert(value, :boolean) when value in ["f", "false"], do: {:ok, false}
  defp convert(_value, :boolean), do: :error

  defp convert(value, :integer), do: parsed(Integer.parse(value))
  defp convert(value, :float), do: parsed(Float.parse(value))
  defp convert(_value, :count), do: :error
  defp convert(value, _type), do: {:ok, value}

  defp parsed({number, ""}), do: {:ok, number}
  defp parsed(_), do: :error

  defp split_option(option) do
    case :binary.split(option, "=") do
      [option] -> {option, nil}
      [option, value] -> {option, value}
    end
  end

  # `--no-name` negates a boolean, unless a switch has that very name.
  defp tag_option("no-" <> option = original, config) do
    negated = to_key(option, config)
    whole = to_key(original, config)

    cond do
      negated != nil and boolean?(negated, config) -> {:negated, negated}
      whole != nil -> {:default, whole}
      true -> :unknown
    end
  end

  defp tag_option(option, config) do
    case to_key(option, config) do
      nil -> :unknown
      key -> {:default, key}
    end
  end

  defp boolean?(key, config), do: :boolean in List.wrap(config.switches[key])

  defp to_key(option, config), do: option |> to_underscore("") |> to_existing_key(not config.allow_nonexistent_atoms?)

  defp to_existing_key(option, true) do
    String.to_existing_atom(option)
  rescue
    ArgumentError -> nil
  end

  defp to_existing_key(option, false), do: String.to_atom(option)

  defp to_underscore(<<?-, rest::binary>>, acc), do: to_underscore(rest, acc <> "_")
  defp to_underscore(<<c, rest::binary>>, acc), do: to_underscore(rest, <<acc::binary, c>>)
  defp to_underscore("", acc), do: acc

  defp build_config(opts) do
    {switches, strict?} =
      cond do
        opts[:switches] && opts[:strict] ->
          raise ArgumentError, ":switches and :strict cannot be given together"

        switches = opts[:switches] ->
          validate_switches(switches)
          {switches, false}

        strict = opts[:strict] ->
          validate_switches(strict)
          {strict, true}

        true ->
          IO.warn("not passing the :switches or :strict option to OptionParser is deprecated")
          {[], false}
      end

    %{
      aliases: opts[:aliases] || [],
      switches: switches,
      strict?: strict?,
      allow_nonexistent_atoms?: opts[:allow_nonexistent_atoms] || false
    }
  end

  defp validate_switches(switches) do
    Enum.each(switches, fn {name, type_or_types} ->
      types = List.wrap(type_or_types)
      unknown = types -- [:boolean, :count, :integer, :float, :string, :keep]

      if unknown != [] do
        raise ArgumentError, "invalid switch types/modifiers: " <> Enum.map_join(unknown, ", ", &inspect/1)
      end

      _ = name
    end)
  end

  @doc """
  Turns a keyword list into arguments.

  ## Examples

      iex> OptionParser.to_argv(foo_bar: "baz", verbose: true, quiet: false)
      ["--foo-bar", "baz", "--verbose", "--no-quiet"]
  """
  @spec to_argv(Enumerable.t(), options) :: argv
  def to_argv(enum, options \\ []) do
    switches = Keyword.get(options, :switches, [])

    Enum.flat_map(enum, fn
      {_key, nil} -> []
      {key, true} -> [to_switch(key)]
      {key, false} -> [to_switch(key, "--no-")]
      {key, value} -> to_argv_pair(key, value, switches[key])
    end)
  end

  defp to_argv_pair(key, value, :count), do: List.duplicate(to_switch(key), value)
  defp to_argv_pair(key, value, _type), do: [to_switch(key), to_string(value)]

  defp to_switch(key, prefix \\ "--") when is_atom(key),
    do: prefix <> String.replace(Atom.to_string(key), "_", "-")

  @doc """
  Splits a command line as a shell does: at white space, with quotes and backslashes.

  Raises if a quote is not closed.

  ## Examples

      iex> OptionParser.split("foo bar")
      ["foo", "bar"]
      iex> OptionParser.split("foo \\"bar baz\\"")
      ["foo", "bar baz"]
  """
  @spec split(String.t()) :: argv
  def split(string), do: do_split(String.trim_leading(string, " "), "", [], nil)

  # In a quote, a backslash takes the quote's own sign.
  defp do_split("", "", acc, nil), do: Enum.reverse(acc)
  defp do_split("", buffer, acc, nil), do: Enum.reverse([buffer | acc])

  defp do_split("", _, _acc, marker) do
    raise "argv string did not terminate properly, a #{<<marker>>} was opened but never closed"
  end

  defp do_split(<<quote, t::binary>>, buffer, acc, nil) when quote in [?", ?'],
    do: do_split(t, buffer, acc, quote)

  defp do_split(<<?\\, quote, t::binary>>, buffer, acc, quote), do: do_split(t, <<buffer::binary, quote>>, acc, quote)
  defp do_split(<<quote, t::binary>>, buffer, acc, quote) when quote != nil, do: do_split(t, buffer, acc, nil)
  defp do_split(<<?\\, h, t::binary>>, buffer, acc, nil) when h in [?", ?', ?\s, ?\\], do: do_split(t, <<buffer::binary, h>>, acc, nil)

  defp do_split(<<?\s, t::binary>>, buffer, acc, nil),
    do: do_split(String.trim_leading(t, " "), "", [buffer | acc], nil)

  defp do_split(<<h, t::binary>>, buffer, acc, quote), do: do_split(t, <<buffer::binary, h>>, acc, quote)

  defp format_errors(errors, opts) when is_list(errors) do
    types = opts[:switches] || opts[:strict] || []
    error_count = length(errors)
    error = if error_count == 1, do: "error", else: "errors"
    "#{error_count} #{error} found!\n" <> Enum.map_join(errors, "\n", &format_error(&1, opts, types))
  end

  defp format_error({option, nil}, opts, types) do
    if type = option_type(option, opts, types) do
      if type == :boolean, do: "#{option} : Unknown option", else: "#{option} : Missing argument of type #{type}"
    else
      "#{option} : Unknown option" <> did_you_mean(option, types)
    end
  end

  defp format_error({option, value}, opts, types) do
    type = option_type(option, opts, types)
    "#{option} : Expected type #{type}, got #{inspect(value)}"
  end

  defp did_you_mean("--" <> option, types) do
    wanted = to_underscore(option, "")

    best =
      types
      |> Keyword.keys()
      |> Enum.map(&{String.jaro_distance(Atom.to_string(&1), wanted), &1})
      |> Enum.filter(fn {distance, _} -> distance > 0.8 end)
      |> Enum.sort(:desc)

    case best do
      [{_, key} | _] -> ". Did you mean #{to_switch(key)}?"
      [] -> ""
    end
  end

  defp did_you_mean(_option, _types), do: ""

  defp option_type(option, opts, types) do
    name =
      case option do
        "--no-" <> name -> name |> to_underscore("") |> to_existing_key(true)
        "--" <> name -> name |> to_underscore("") |> to_existing_key(true)
        "-" <> name -> (opts[:aliases] || [])[to_existing_key(name, true)]
      end

    type = types[name]
    if is_list(type), do: List.delete(type, :keep) |> List.first(), else: type
  end
end
