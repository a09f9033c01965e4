# stdlib/erlang/io_lib_fread.ex: values read from text by a format.
# Here: fread/2 over text, fread/3 over input that comes in pieces. Not here: devices (io.ex).
defmodule :io_lib_fread do
  @moduledoc """
  Reads values from text by a format.

  White space in the format matches any amount of it; other characters match themselves. Controls, with an
  optional width and `*` before it to leave the value out: `~d` an integer, `~u` one without a sign, `~f` a float, `~s` a word,
  `~a` a word as an atom, `~c` so many characters, `~-` a sign as 1 or -1, `~#` an integer with its base, `~l` how
  many characters have been read, `~~` a tilde.

  ## Examples

      iex> :io_lib_fread.fread('~d ~s', '12 abc rest')
      {:ok, [12, 'abc'], ' rest'}
      iex> :io_lib_fread.fread('~d', 'x')
      {:error, {:fread, :integer}}
  """

  @doc "Reads from text: `{:ok, values, rest}`, `{:more, format, count, values}` or `{:error, {:fread, what}}`."
  def fread(format, text), do: read(format, text, 0, [])

  @doc """
  Reads from input in pieces: `{:more, continuation}` or `{:done, result, rest}`. Starts with `[]`.

  ## Examples

      iex> {:more, continuation} = :io_lib_fread.fread([], '12', '~d')
      iex> :io_lib_fread.fread(continuation, ' ', '~d')
      {:more, {'~d', ' 21', 0, []}}
  """
  def fread([], text, format), do: collect({format, [], 0, []}, text)
  def fread(continuation, text, _format), do: collect(continuation, text)

  defp collect({format, line, count, values}, :eof), do: ended(format, :lists.reverse(line), count, values)

  defp collect({format, line, count, values}, text) do
    case :lists.splitwith(fn c -> c != ?\n end, text) do
      {part, []} ->
        {:more, {format, :lists.reverse(part, line), count, values}}

      {part, [?\n | rest]} ->
        line = :lists.reverse(line, part ++ [?\n])

        case read(format, line, count, values) do
          {:ok, values, left} -> {:done, {:ok, values}, left ++ rest}
          {:more, format, count, values} -> more({format, [], count, values}, rest)
          {:error, _} = error -> {:done, error, rest}
        end
    end
  end

  defp more(continuation, []), do: {:more, continuation}
  defp more(continuation, rest), do: collect(continuation, rest)

  defp ended(_format, [], _, []), do: {:done, :eof, :eof}

  defp ended(format, line, count, values) do
    case read(format, line ++ [?\n], count, values) do
      {:ok, values, _} -> {:done, {:ok, values}, []}
      {:more, _, _, []} -> {:done, :eof, :eof}
      {:more, _, _, _} -> {:done, {:error, {:fread, :input}}, :eof}
      error -> {:done, error, []}
    end
  end

  defp read([?~ | format] = all, text, count, values) do
    {take?, width, char, format} = control(format)
    {text, skipped} = if char in 'c-~l', do: {text, 0}, else: spaces(text, 0)

    if text == [] and char not in 'l' do
      {:more, all, count + skipped, :lists.reverse(values)}
    else
      field(char, take?, width, format, text, count + skipped, values)
    end
  end

  defp read([c | format], text, count, values) when c in ' \t\n\r' do
    {text, skipped} = spaces(text, 0)
    read(format, text, count + skipped, values)
  end

  defp read([c | format], [c | text], count, values), do: read(format, text, count + 1, values)
  defp read([_ | _], [_ | _], _, _), do: {:error, {:fread, :input}}
  defp read([_ | _] = format, [], count, values), do: {:more, format, count, :lists.reverse(values)}
  defp read([], text, _, values), do: {:ok, :lists.reverse(values), text}

  defp spaces([c | rest], n) when c in ' \t\n\r', do: spaces(rest, n + 1)
  defp spaces(rest, n), do: {rest, n}

  defp control([?* | format]) do
    {_, width, char, format} = control(format)
    {false, width, char, format}
  end

  defp control(format) do
    {digits, format} = :lists.splitwith(fn c -> c in ?0..?9 end, format)
    width = if digits == [], do: :none, else: :erlang.list_to_integer(digits)

    case format do
      [?t, char | rest] -> {true, width, char, rest}
      [char | rest] -> {true, width, char, rest}
      [] -> :erlang.error(:badarg)
    end
  end

  defp field(?l, _, _, format, text, count, values), do: read(format, text, count, [count | values])
  defp field(?~, _, _, format, [?~ | text], count, values), do: read(format, text, count + 1, values)
  defp field(?~, _, _, _, _, _, _), do: {:error, {:fread, :input}}
  defp field(?-, take?, _, format, [?- | text], count, values), do: value(-1, take?, format, text, count + 1, values)
  defp field(?-, take?, _, format, [?+ | text], count, values), do: value(1, take?, format, text, count + 1, values)
  defp field(?-, take?, _, format, text, count, values), do: value(1, take?, format, text, count, values)

  defp field(?c, take?, width, format, text, count, values) do
    {chars, text} = cut(text, if(width == :none, do: 1, else: width), [])
    value(chars, take?, format, text, count + length(chars), values)
  end

  defp field(char, take?, width, format, text, count, values) when char in 'dufsa#' do
    {chars, text} = word(char, text, width)

    case parsed(char, chars) do
      {:ok, value} -> value(value, take?, format, text, count + length(chars), values)
      error -> error
    end
  end

  defp field(_, _, _, _, _, _, _), do: :erlang.error(:badarg)

  defp value(value, true, format, text, count, values), do: read(format, text, count, [value | values])
  defp value(_, false, format, text, count, values), do: read(format, text, count, values)

  defp word(char, text, :none) when char in 'sa' do
    {chars, _} = :lists.splitwith(fn c -> c not in ' \t\n\r' end, text)
    cut(text, length(chars), [])
  end

  defp word(char, text, width) when char in 'sa', do: cut(text, width, [])

  defp word(char, text, width), do: cut(text, shorter(number_length(char, text), width), [])

  defp shorter(length, :none), do: length
  defp shorter(length, width), do: min(length, width)

  defp number_length(?u, text), do: digits_length(text)
  defp number_length(?d, [c | text]) when c in '+-', do: 1 + digits_length(text)
  defp number_length(?d, text), do: digits_length(text)
  defp number_length(?#, text), do: text |> Enum.take_while(&(&1 in ?0..?9 or &1 in ?a..?z or &1 in ?A..?Z or &1 in '#+-')) |> length()
  defp number_length(?f, text), do: text |> Enum.take_while(&(&1 in ?0..?9 or &1 in '.+-eE')) |> length()

  defp digits_length(text), do: text |> Enum.take_while(&(&1 in ?0..?9)) |> length()

  defp cut([c | text], n, acc) when n > 0, do: cut(text, n - 1, [c | acc])
  defp cut(text, _, acc), do: {:lists.reverse(acc), text}

  defp parsed(?s, chars), do: {:ok, chars}
  defp parsed(?a, chars), do: {:ok, :erlang.list_to_atom(chars)}

  defp parsed(char, chars) when char in 'du' do
    {:ok, :erlang.list_to_integer(chars)}
  rescue
    ArgumentError -> {:error, {:fread, if(char == ?d, do: :integer, else: :unsigned)}}
  end

  defp parsed(?f, chars) do
    {:ok, :erlang.list_to_float(chars)}
  rescue
    ArgumentError -> {:error, {:fread, :float}}
  end

  defp parsed(?#, chars) do
    {base, [?# | digits]} = :lists.splitwith(fn c -> c != ?# end, chars)
    {:ok, :erlang.list_to_integer(digits, :erlang.list_to_integer(base))}
  rescue
    _ -> {:error, {:fread, :based}}
  end
end
