# stdlib/elixir/file.ex: files and directories for Elixir programs.
# Here: kinds, reading and writing, opening, streams.
# Parts: file/names.part.ex (making, renaming, linking, removing, copying), file/stat.part.ex (what is
# known of files, owners, permissions, times).
# Not here: paths as text (Path), devices (IO), the calls themselves (:file).
defmodule File do
  @moduledoc """
  Files and directories.

  Functions return `:ok`, `{:ok, value}` or `{:error, reason}`, where the reason is the name of an
  errno such as `:enoent`; their twins with `!` raise `File.Error` or one of its kin.

  `open/2` gives a device for `IO`'s functions: a process that ends with its owner. For
  many small reads and writes the mode `:raw` is faster, without encodings.
  """

  require Kernel.Part
  alias :file, as: F

  @type posix :: :file.posix()
  @type io_device :: :file.io_device()
  @type mode ::
          :append
          | :binary
          | :charlist
          | :compressed
          | :delayed_write
          | :exclusive
          | :raw
          | :read
          | :read_ahead
          | :sync
          | :write
          | {:read_ahead, pos_integer}
          | {:delayed_write, non_neg_integer, non_neg_integer}
          | encoding_mode
  @type encoding_mode :: :utf8 | {:encoding, atom | {atom, :big | :little}}
  @type stream_mode :: encoding_mode | :append | :compressed | :trim_bom | {:read_ahead, pos_integer | false}
  @type stat_options :: [time: :local | :universal | :posix]
  @type erlang_time :: :calendar.datetime()
  @type posix_time :: integer

  Kernel.Part.include("file/names.part.ex")
  Kernel.Part.include("file/stat.part.ex")

  @doc """
  Tells whether the path is a regular file.

  ## Examples

      iex> File.regular?("/")
      false
  """
  @spec regular?(Path.t(), [:raw]) :: boolean
  def regular?(path, opts \\ []), do: type(path, opts) == :regular

  @doc """
  Tells whether the path is a directory.

  ## Examples

      iex> File.dir?("/")
      true
  """
  @spec dir?(Path.t(), [:raw]) :: boolean
  def dir?(path, opts \\ []), do: type(path, opts) == :directory

  defp type(path, _opts) do
    case F.read_file_info(IO.chardata_to_string(path)) do
      {:ok, info} -> elem(info, 2)
      _ -> nil
    end
  end

  @doc """
  Tells whether the path exists: a file, a directory, a device.

  ## Examples

      iex> File.exists?("/")
      true
      iex> File.exists?("/no/such/thing")
      false
  """
  @spec exists?(Path.t(), [:raw]) :: boolean
  def exists?(path, opts \\ []), do: type(path, opts) != nil

  @doc """
  Reads a whole file.

  ## Examples

      iex> File.read("/no/such/file")
      {:error, :enoent}
  """
  @spec read(Path.t()) :: {:ok, binary} | {:error, posix}
  def read(path), do: F.read_file(IO.chardata_to_string(path))

  @doc "Reads a whole file; raises `File.Error`."
  @spec read!(Path.t()) :: binary
  def read!(path) do
    case read(path) do
      {:ok, binary} -> binary
      {:error, reason} -> raise File.Error, reason: reason, action: "read file", path: IO.chardata_to_string(path)
    end
  end

  @doc """
  Writes `content` to a file, which is made or replaced. `modes` are those of `open/2`.

  ## Examples

      iex> File.write("/no/such/directory/file", "x")
      {:error, :enoent}
  """
  @spec write(Path.t(), iodata, [mode]) :: :ok | {:error, posix}
  def write(path, content, modes \\ []) do
    modes = normalize_modes(modes, false)
    F.write_file(IO.chardata_to_string(path), content, modes)
  end

  @doc "Writes `content` to a file; raises `File.Error`."
  @spec write!(Path.t(), iodata, [mode]) :: :ok
  def write!(path, content, modes \\ []) do
    case write(path, content, modes) do
      :ok -> :ok
      {:error, reason} -> raise File.Error, reason: reason, action: "write to file", path: IO.chardata_to_string(path)
    end
  end

  @doc """
  Opens a file, by default for reading.

  With a function of one argument, that is called with the device, which is then closed, and
  `{:ok, result}` is returned.

  ## Examples

      iex> File.open("/no/such/file")
      {:error, :enoent}
  """
  @spec open(Path.t(), [mode | :ram]) :: {:ok, io_device} | {:error, posix}
  @spec open(Path.t(), (io_device -> res)) :: {:ok, res} | {:error, posix} when res: var
  def open(path, modes_or_function \\ [])

  def open(path, modes) when is_list(modes),
    do: F.open(IO.chardata_to_string(path), normalize_modes(modes, true))

  def open(path, function) when is_function(function, 1), do: open(path, [], function)

  @doc "Opens a file with `modes`, calls `function` with the device and closes it."
  @spec open(Path.t(), [mode | :ram], (io_device -> res)) :: {:ok, res} | {:error, posix} when res: var
  def open(path, modes, function) when is_list(modes) and is_function(function, 1) do
    case open(path, modes) do
      {:ok, io_device} ->
        try do
          {:ok, function.(io_device)}
        after
          :ok = close(io_device)
        end

      other ->
        other
    end
  end

  @doc "Opens a file; raises `File.Error`."
  @spec open!(Path.t(), [mode | :ram] | (io_device -> res)) :: io_device | res when res: var
  def open!(path, modes_or_function \\ []) do
    case open(path, modes_or_function) do
      {:ok, io_device_or_result} -> io_device_or_result
      {:error, reason} -> raise File.Error, reason: reason, action: "open", path: IO.chardata_to_string(path)
    end
  end

  @doc "Opens a file for `function` and closes it; raises `File.Error`."
  @spec open!(Path.t(), [mode | :ram], (io_device -> res)) :: res when res: var
  def open!(path, modes, function) do
    case open(path, modes, function) do
      {:ok, result} -> result
      {:error, reason} -> raise File.Error, reason: reason, action: "open", path: IO.chardata_to_string(path)
    end
  end

  @doc "Closes a file."
  @spec close(io_device) :: :ok | {:error, posix | :badarg | :terminated}
  def close(io_device), do: F.close(io_device)

  @doc """
  Makes a stream over a file: of lines, or of pieces of so many bytes.

  Nothing is opened until it is used. `:trim_bom` skips a byte order mark.
  """
  @spec stream!(Path.t(), stream_mode, :line | pos_integer) :: File.Stream.t()
  def stream!(path, modes \\ [], line_or_bytes \\ :line) do
    modes = normalize_modes(modes, true)
    File.Stream.__build__(IO.chardata_to_string(path), modes, line_or_bytes)
  end

  # Devices speak binaries unless charlists are asked for.
  defp normalize_modes([:utf8 | rest], binary?), do: [{:encoding, :utf8} | normalize_modes(rest, binary?)]
  defp normalize_modes([:read_ahead | rest], binary?), do: [{:read_ahead, 64 * 1024} | normalize_modes(rest, binary?)]
  defp normalize_modes([mode | rest], _binary?) when mode in [:charlist, :char_list], do: normalize_modes(rest, false)
  defp normalize_modes([mode | rest], binary?), do: [mode | normalize_modes(rest, binary?)]
  defp normalize_modes([], true), do: [:binary]
  defp normalize_modes([], false), do: []
end
