# stdlib/elixir/io.ex: reading from and writing to devices.
# Here: the functions for people's programs, over the I/O protocol.
# Not here: the protocol's two sides (:io, :vial_io_device, StringIO), files (File).
defmodule IO do
  @moduledoc """
  Input and output.

  A device is a pid that speaks the I/O protocol, a registered name, or one of `:stdio`
  (the group leader, the default) and `:stderr`. The functions whose names begin with `bin`
  deal in bytes, the others in characters: text goes through the device's encoding.

  *IO data* is a binary or a (nested) list of bytes and binaries; *chardata* is a string or
  a (nested) list of code points and strings. Both spare concatenation:

      iex> IO.iodata_to_binary(["apple", ?,, [" lemon"]])
      "apple, lemon"
  """

  @type device :: atom | pid
  @type nodata :: {:error, term} | :eof
  @type chardata :: String.t() | maybe_improper_list(char | chardata, String.t() | [])

  defguardp is_iodata(data) when is_list(data) or is_binary(data)

  @doc """
  Reads from a device: a number of characters, a `:line`, or all until `:eof`.

  Returns the data, `:eof`, or `{:error, reason}`.

  ## Examples

      iex> {:ok, device} = StringIO.open("ab")
      iex> IO.read(device, 1)
      "a"
      iex> IO.read(device, :eof)
      "b"
      iex> IO.read(device, :eof)
      :eof
  """
  @spec read(device, :eof | :all | :line | non_neg_integer) :: chardata | nodata
  def read(device \\ :stdio, line_or_chars)

  def read(device, :all) do
    with :eof <- read_all(device), do: ""
  end

  def read(device, :eof), do: read_all(device)
  def read(device, :line), do: :io.get_line(map_dev(device), '')

  def read(device, count) when is_integer(count) and count >= 0,
    do: :io.get_chars(map_dev(device), '', count)

  @chunk 4096

  defp read_all(device), do: read_all(map_dev(device), [])

  # In the form the device gives: text, or lists of characters.
  defp read_all(device, acc) do
    case :io.get_chars(device, '', @chunk) do
      :eof when acc == [] -> :eof
      :eof when is_list(hd(acc)) -> acc |> :lists.reverse() |> :lists.append()
      :eof -> acc |> :lists.reverse() |> :unicode.characters_to_binary()
      {:error, _} = error -> error
      data -> read_all(device, [data | acc])
    end
  end

  @doc """
  Reads bytes from a device; see `read/2`.

  ## Examples

      iex> {:ok, device} = StringIO.open("ab", encoding: :latin1)
      iex> IO.binread(device, :eof)
      "ab"
  """
  @spec binread(device, :eof | :all | :line | non_neg_integer) :: iodata | nodata
  def binread(device \\ :stdio, line_or_chars)

  def binread(device, :all) do
    with :eof <- binread_all(map_dev(device), []), do: ""
  end

  def binread(device, :eof), do: binread_all(map_dev(device), [])

  def binread(device, :line) do
    case :file.read_line(map_dev(device)) do
      {:ok, data} -> data
      other -> other
    end
  end

  def binread(device, count) when is_integer(count) and count >= 0 do
    case :file.read(map_dev(device), count) do
      {:ok, data} -> data
      other -> other
    end
  end

  defp binread_all(device, acc) do
    case :file.read(device, @chunk) do
      {:ok, data} -> binread_all(device, [data | acc])
      :eof when acc == [] -> :eof
      :eof -> acc |> :lists.reverse() |> iodata_to_binary()
      other -> other
    end
  end

  @doc """
  Writes chardata to a device.

  ## Examples

      iex> IO.write("")
      :ok
  """
  @spec write(device, chardata | String.Chars.t()) :: :ok
  def write(device \\ :stdio, chardata),
    do: :io.put_chars(map_dev(device), to_chardata(chardata))

  @doc """
  Writes bytes to a device.

  Meant for devices opened without an encoding; others take the bytes for Latin-1.

  ## Examples

      iex> IO.binwrite("")
      :ok
  """
  @spec binwrite(device, iodata) :: :ok | {:error, term}
  def binwrite(device \\ :stdio, iodata) when is_iodata(iodata),
    do: :file.write(map_dev(device), iodata)

  @doc """
  Writes an item and a new line. What is no chardata goes through `to_string/1`.

  ## Examples

      iex> IO.puts([])
      :ok
  """
  @spec puts(device, chardata | String.Chars.t()) :: :ok
  def puts(device \\ :stdio, item),
    do: :io.put_chars(map_dev(device), [to_chardata(item), ?\n])

  @doc """
  Writes an inspected term and a new line, and returns the term.

  The options are those of `Inspect.Opts`, and `:label`, which is written before the term.
  Unlike `Kernel.inspect/2` it always breaks lines at `:width`.

  ## Examples

      iex> ExUnit.CaptureIO.capture_io(fn -> IO.inspect([1, 2], label: "before") end)
      "before: [1, 2]\\n"
  """
  @spec inspect(item, keyword) :: item when item: var
  def inspect(item, opts \\ []), do: inspect(:stdio, item, opts)

  @doc """
  Writes an inspected term to a device; see `inspect/2`.

  ## Examples

      iex> {:ok, device} = StringIO.open("")
      iex> IO.inspect(device, 1..3, label: "range")
      1..3
      iex> StringIO.contents(device)
      {"", "range: 1..3\\n"}
  """
  @spec inspect(device, item, keyword) :: item when item: var
  def inspect(device, item, opts) when is_list(opts) do
    label = if label = opts[:label], do: [to_chardata(label), ": "], else: []
    opts = Inspect.Opts.new(opts |> Keyword.delete(:label))
    doc = Inspect.Algebra.group(Inspect.Algebra.to_doc(item, opts))
    puts(device, [label, Inspect.Algebra.format(doc, opts.width)])
    item
  end

  @doc """
  Writes a warning to standard error, with a place.

  `stacktrace_info` is a stack trace, a `Macro.Env`, or a keyword list with `:file`,
  `:line`, `:module` and `:function`; the empty list shows no place.

  ## Examples

      IO.warn("variable bar is unused", file: "lib/foo.ex", line: 3)
  """
  @spec warn(chardata | String.Chars.t(), Exception.stacktrace() | keyword | Macro.Env.t()) :: :ok
  def warn(message, stacktrace_info)

  def warn(message, []), do: emit_warning([to_chardata(message), ?\n])

  def warn(message, %Macro.Env{} = env),
    do: warn(message, Macro.Env.stacktrace(env))

  def warn(message, [{_, _} | _] = keyword) do
    if file = keyword[:file] do
      entry = {
        keyword[:module],
        keyword[:function],
        [file: String.to_charlist(file), line: keyword[:line] || 0]
      }

      warn(message, [warning_entry(entry)])
    else
      warn(message, [])
    end
  end

  def warn(message, [{_, _, _, _} | _] = stacktrace) do
    trace = for entry <- stacktrace, do: ["\n  ", Exception.format_stacktrace_entry(entry)]
    emit_warning([to_chardata(message), trace, ?\n])
  end

  defp warning_entry({nil, _, location}), do: {:elixir_compiler, :__FILE__, 1, location}
  defp warning_entry({module, nil, location}), do: {module, :__MODULE__, 0, location}
  defp warning_entry({module, {name, arity}, location}), do: {module, name, arity, location}

  defp emit_warning(chardata), do: puts(:stderr, ["warning: ", chardata])

  @doc """
  Writes a warning to standard error with the caller's stack trace.

  ## Examples

      IO.warn("variable bar is unused")
  """
  @spec warn(chardata | String.Chars.t()) :: :ok
  def warn(message) do
    {:current_stacktrace, stacktrace} = Process.info(self(), :current_stacktrace)
    warn(message, Enum.drop(stacktrace, 2))
  end

  @doc false
  def warn_once(key, message, stacktrace_drop_levels) do
    unless :persistent_term.get({__MODULE__, :warned, key}, false) do
      :persistent_term.put({__MODULE__, :warned, key}, true)
      {:current_stacktrace, stacktrace} = Process.info(self(), :current_stacktrace)
      warn(message, Enum.drop(stacktrace, stacktrace_drop_levels))
    end

    :ok
  end

  @doc """
  Reads characters after showing a prompt; one by default.

  ## Examples

      IO.getn("continue? ", 1)
  """
  @spec getn(device | chardata | String.Chars.t(), pos_integer | chardata | String.Chars.t()) ::
          chardata | nodata
  def getn(prompt, count \\ 1)

  def getn(prompt, count) when is_integer(count) and count > 0, do: getn(:stdio, prompt, count)
  def getn(device, prompt) when not is_integer(prompt), do: getn(device, prompt, 1)

  @doc """
  Reads `count` characters from a device after showing a prompt.
  """
  @spec getn(device, chardata | String.Chars.t(), pos_integer | :eof) :: chardata | nodata
  def getn(device, prompt, :eof),
    do: getn_eof(map_dev(device), to_chardata(prompt), [])

  def getn(device, prompt, count) when is_integer(count) and count > 0,
    do: :io.get_chars(map_dev(device), to_chardata(prompt), count)

  # Lines until the end, in reverse; in the form the device gives them.
  defp getn_eof(device, prompt, lines) do
    case :io.get_line(device, prompt) do
      line when is_binary(line) or is_list(line) -> getn_eof(device, prompt, [line | lines])
      :eof when lines == [] -> :eof
      :eof when is_binary(hd(lines)) -> lines |> :lists.reverse() |> IO.iodata_to_binary()
      :eof -> lines |> :lists.reverse() |> :lists.append()
      {:error, _} = error -> error
    end
  end

  @doc """
  Reads a line, with its new line, after showing a prompt.

  ## Examples

      IO.gets("What is your name?\\n")
  """
  @spec gets(device, chardata | String.Chars.t()) :: chardata | nodata
  def gets(device \\ :stdio, prompt),
    do: :io.get_line(map_dev(device), to_chardata(prompt))

  @doc """
  Makes a stream of lines from standard input, or into standard output.

  ## Examples

      Enum.each(IO.stream(), &IO.write/1)
  """
  @doc since: "1.12.0"
  @spec stream() :: Enumerable.t()
  def stream, do: stream(:stdio, :line)

  @doc """
  Makes a stream of lines, or of so many characters, over a device.

  ## Examples

      iex> {:ok, device} = StringIO.open("a\\nb")
      iex> Enum.to_list(IO.stream(device, :line))
      ["a\\n", "b"]
  """
  @spec stream(device, :line | pos_integer) :: Enumerable.t()
  def stream(device \\ :stdio, line_or_codepoints)
      when line_or_codepoints == :line or
             (is_integer(line_or_codepoints) and line_or_codepoints > 0),
      do: IO.Stream.__build__(map_dev(device), false, line_or_codepoints)

  @doc """
  Makes a stream of lines of bytes from standard input, or into standard output.
  """
  @doc since: "1.12.0"
  @spec binstream() :: Enumerable.t()
  def binstream, do: binstream(:stdio, :line)

  @doc """
  Makes a stream of lines, or of so many bytes, over a device.
  """
  @spec binstream(device, :line | pos_integer) :: Enumerable.t()
  def binstream(device \\ :stdio, line_or_bytes)
      when line_or_bytes == :line or (is_integer(line_or_bytes) and line_or_bytes > 0),
      do: IO.Stream.__build__(map_dev(device), true, line_or_bytes)

  @doc """
  Converts chardata to a string.

  Raises `UnicodeConversionError` for what is not valid.

  ## Examples

      iex> IO.chardata_to_string([0x00E6, 0x00DF])
      "æß"
      iex> IO.chardata_to_string(["x", 'yz'])
      "xyz"
  """
  @spec chardata_to_string(chardata) :: String.t()
  def chardata_to_string(chardata)
  def chardata_to_string(string) when is_binary(string), do: string
  def chardata_to_string(list) when is_list(list), do: List.to_string(list)

  @doc """
  Converts iodata to a binary; raises `ArgumentError` for what is no iodata.

  ## Examples

      iex> IO.iodata_to_binary([65, "BC", 'D'])
      "ABCD"
  """
  @spec iodata_to_binary(iodata) :: binary
  def iodata_to_binary(iodata), do: :erlang.iolist_to_binary(iodata)

  @doc """
  Counts the bytes of iodata.

  ## Examples

      iex> IO.iodata_length([1, 2 | <<3, 4>>])
      4
  """
  @spec iodata_length(iodata) :: non_neg_integer
  def iodata_length(iodata), do: :erlang.iolist_size(iodata)

  @doc false
  def each_stream(device, line_or_codepoints) do
    case read(device, line_or_codepoints) do
      :eof -> {:halt, device}
      {:error, reason} -> raise IO.StreamError, reason: reason
      data -> {[data], device}
    end
  end

  @doc false
  def each_binstream(device, line_or_chars) do
    case binread(device, line_or_chars) do
      :eof -> {:halt, device}
      {:error, reason} -> raise IO.StreamError, reason: reason
      data -> {[data], device}
    end
  end

  @compile {:inline, map_dev: 1, to_chardata: 1}

  defp map_dev(:stdio), do: :standard_io
  defp map_dev(:stderr), do: :standard_error
  defp map_dev(other) when is_atom(other) or is_pid(other) or is_tuple(other), do: other

  defp to_chardata(list) when is_list(list), do: list
  defp to_chardata(other), do: to_string(other)
end
