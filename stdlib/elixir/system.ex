defmodule System do
  @moduledoc """
  The world around a program: arguments, environment variables, clocks, the machine, its end.

  Times: `monotonic_time/1` never goes back and measures durations; `system_time/1` is the machine's
  idea of the time of day; `os_time/1` asks the operating system.
  """

  @typep time_unit :: :second | :millisecond | :microsecond | :nanosecond | pos_integer
  @type time_unit_or_native :: time_unit | :native

  # --- arguments and environment ------------------------------------------------------------------------

  @doc "The arguments of the program, those after the script's file."
  @spec argv() :: [String.t()]
  def argv, do: :vial_settings.get(:argv, [])

  @doc "Replaces the arguments that `argv/0` gives."
  @spec argv([String.t()]) :: :ok
  def argv(args), do: :vial_settings.put(:argv, args)

  @doc """
  The value of an environment variable, or `default`.

  ## Examples

      iex> System.put_env("VIAL_DOC_COLOUR", "red")
      iex> System.get_env("VIAL_DOC_COLOUR")
      "red"
      iex> System.get_env("VIAL_DOC_NOT_SET", "none")
      "none"
  """
  @spec get_env(String.t(), String.t() | nil) :: String.t() | nil
  def get_env(varname, default \\ nil) when is_binary(varname) and (is_binary(default) or is_nil(default)) do
    case :os.getenv(String.to_charlist(varname)) do
      false -> default
      other -> List.to_string(other)
    end
  end

  @doc "All environment variables, as a map."
  @spec get_env() :: %{optional(String.t()) => String.t()}
  def get_env do
    Map.new(:os.env(), fn {k, v} -> {IO.chardata_to_string(k), IO.chardata_to_string(v)} end)
  end

  @doc "The value of an environment variable: `{:ok, value}` or `:error`."
  @spec fetch_env(String.t()) :: {:ok, String.t()} | :error
  def fetch_env(varname) when is_binary(varname) do
    case :os.getenv(String.to_charlist(varname)) do
      false -> :error
      other -> {:ok, List.to_string(other)}
    end
  end

  @doc "As `fetch_env/1`; raises `System.EnvError` when the variable is not set."
  @spec fetch_env!(String.t()) :: String.t()
  def fetch_env!(varname) when is_binary(varname) do
    case fetch_env(varname) do
      {:ok, value} -> value
      :error -> raise System.EnvError, env: varname
    end
  end

  @doc "Sets an environment variable."
  @spec put_env(String.t(), String.t()) :: :ok
  def put_env(varname, value) when is_binary(varname) and is_binary(value) do
    case :binary.match(varname, "=") do
      {_, _} -> raise ArgumentError, "cannot execute System.put_env/2 for key with \"=\", got: #{inspect(varname)}"
      :nomatch -> :os.putenv(String.to_charlist(varname), String.to_charlist(value))
    end

    :ok
  end

  @doc "Sets several environment variables; nil takes one away."
  @spec put_env(Enumerable.t()) :: :ok
  def put_env(enum) do
    Enum.each(enum, fn
      {key, nil} -> :os.unsetenv(to_charlist(key))
      {key, val} -> :os.putenv(to_charlist(key), to_charlist(val))
    end)
  end

  @doc "Takes an environment variable away."
  @spec delete_env(String.t()) :: :ok
  def delete_env(varname) do
    :os.unsetenv(String.to_charlist(varname))
    :ok
  end

  # --- versions -----------------------------------------------------------------------------------------

  @doc "The version of Elixir that this machine is compatible with."
  @spec version() :: String.t()
  def version, do: "1.14.0"

  @doc "What is known of the build."
  @spec build_info() :: map
  def build_info do
    %{build: "1.14.0 (Vial)", date: "1970-01-01T00:00:00Z", revision: "", version: "1.14.0", otp_release: otp_release()}
  end

  @doc "The release of OTP that this machine is compatible with."
  @spec otp_release() :: String.t()
  def otp_release, do: "25"

  @doc "The byte order of the machine: `:little` or `:big`."
  @spec endianness() :: :little | :big
  def endianness, do: if(match?(<<1, 0>>, <<1::native-16>>), do: :little, else: :big)

  @doc "The byte order of the machine that compiled this."
  @spec compiled_endianness() :: :little | :big
  def compiled_endianness, do: :little

  @doc "How many schedulers there are."
  @spec schedulers() :: pos_integer
  def schedulers, do: :erlang.system_info(:schedulers)

  @doc "How many schedulers run."
  @spec schedulers_online() :: pos_integer
  def schedulers_online, do: :erlang.system_info(:schedulers_online)

  # --- places ---------------------------------------------------------------------------------------------

  @doc "The user's home folder, or nil."
  @spec user_home() :: String.t() | nil
  def user_home, do: get_env("HOME")

  @doc "As `user_home/0`; raises when there is none."
  @spec user_home!() :: String.t()
  def user_home!, do: user_home() || raise("could not find the user home, please set the HOME environment variable")

  @doc """
  A folder for temporary files that can be written to: of `TMPDIR`, `TEMP`, `TMP`, `/tmp` or the
  current one; nil when there is none.
  """
  @spec tmp_dir() :: String.t() | nil
  def tmp_dir do
    write_env_tmp_dir("TMPDIR") || write_env_tmp_dir("TEMP") || write_env_tmp_dir("TMP") || write_tmp_dir("/tmp") ||
      write_tmp_dir(elem(File.cwd(), 1))
  end

  defp write_env_tmp_dir(env) do
    case get_env(env) do
      nil -> nil
      tmp -> write_tmp_dir(tmp)
    end
  end

  defp write_tmp_dir(dir) do
    case File.stat(dir) do
      {:ok, %{type: :directory, access: access}} when access in [:read_write, :write] -> dir
      _ -> nil
    end
  end

  @doc "As `tmp_dir/0`; raises when there is none."
  @spec tmp_dir!() :: String.t()
  def tmp_dir! do
    tmp_dir() || raise("could not get a writable temporary directory, please set the TMPDIR environment variable")
  end

  @doc "The path of a program found in `PATH`, or nil."
  @spec find_executable(String.t()) :: String.t() | nil
  def find_executable(program) when is_binary(program) do
    if String.contains?(program, "/") do
      if executable?(program), do: Path.expand(program), else: nil
    else
      (get_env("PATH") || "") |> String.split(":", trim: true) |> Enum.map(&Path.join(&1, program)) |> Enum.find(&executable?/1)
    end
  end

  defp executable?(path) do
    case File.stat(path) do
      {:ok, %{type: :regular, mode: mode}} -> Bitwise.band(mode, 0o111) != 0
      _ -> false
    end
  end

  @doc "Runs a program. Needs OS processes, which come with `Port`."
  @spec cmd(binary, [binary], keyword) :: {Collectable.t(), non_neg_integer}
  def cmd(command, args, opts \\ []) when is_binary(command) and is_list(args) and is_list(opts) do
    raise "System.cmd/3 needs Port, which this version of vial does not have yet"
  end

  @doc "Runs a command line of the shell. Needs OS processes, which come with `Port`."
  @spec shell(binary, keyword) :: {Collectable.t(), non_neg_integer}
  def shell(command, opts \\ []) when is_binary(command) and is_list(opts) do
    raise "System.shell/2 needs Port, which this version of vial does not have yet"
  end

  # --- the end ----------------------------------------------------------------------------------------------

  @doc """
  Ends the machine at once with an exit status (0, an integer up to 255, or `:abort`); a text is told on
  standard error, with status 1.
  """
  @spec halt(non_neg_integer | binary | :abort) :: no_return
  def halt(status \\ 0)
  def halt(status) when is_integer(status) or status == :abort, do: finish(status)

  def halt(status) when is_binary(status) do
    IO.puts(:stderr, status)
    finish(1)
  end

  defp finish(status) do
    :erlang.halt(status)
  end

  @doc """
  Ends the machine in order with an exit status; answers at once.

  Supervision trees are shut down, other processes killed, what was printed is written; see `:init.stop/1`.
  What `at_exit/1` registered is for the end of the program and does not run.
  """
  @spec stop(non_neg_integer | binary) :: :ok
  def stop(status \\ 0)
  def stop(status) when is_integer(status), do: :init.stop(status)
  def stop(status) when is_binary(status), do: :init.stop(String.to_charlist(status))

  @doc "Has `fun` called with the exit status when the program ends."
  @spec at_exit((non_neg_integer -> any)) :: :ok
  def at_exit(fun) when is_function(fun, 1) do
    :vial_settings.put(:at_exit, [fun | :vial_settings.get(:at_exit, [])])
  end

  @doc false
  # Answers the status that the program ends with: a function may set another by an exit. Functions
  # registered meanwhile are called as well.
  def run_at_exit(status) do
    case :vial_settings.get(:at_exit, []) do
      [] ->
        status

      funs ->
        :vial_settings.put(:at_exit, [])
        funs |> Enum.reduce(status, &call_at_exit/2) |> run_at_exit()
    end
  end

  defp call_at_exit(fun, status) do
    fun.(status)
    status
  catch
    :exit, {:shutdown, other} when is_integer(other) and other in 0..255 ->
      other

    kind, reason ->
      IO.puts(:stderr, Exception.format(kind, reason, __STACKTRACE__))
      1
  end

  @doc "Whether the program keeps running when its script has ended."
  @spec no_halt() :: boolean
  def no_halt, do: :vial_settings.get(:no_halt, false)

  @doc "Says whether the program keeps running when its script has ended."
  @spec no_halt(boolean) :: :ok
  def no_halt(boolean) when is_boolean(boolean), do: :vial_settings.put(:no_halt, boolean)

  @doc "The number of the OS process, as text."
  @spec pid() :: String.t()
  def pid, do: List.to_string(:os.getpid())

  # --- clocks -----------------------------------------------------------------------------------------------

  @doc "The monotonic time in native units."
  @spec monotonic_time() :: integer
  def monotonic_time, do: :erlang.monotonic_time()

  @doc "The monotonic time in `unit`."
  @spec monotonic_time(time_unit_or_native) :: integer
  def monotonic_time(unit), do: :erlang.monotonic_time(normalize_time_unit(unit))

  @doc "The time of day since 1970 in native units."
  @spec system_time() :: integer
  def system_time, do: :erlang.system_time()

  @doc "The time of day since 1970 in `unit`."
  @spec system_time(time_unit_or_native) :: integer
  def system_time(unit), do: :erlang.system_time(normalize_time_unit(unit))

  @doc "The operating system's time since 1970 in native units."
  @spec os_time() :: integer
  def os_time, do: :os.system_time()

  @doc "The operating system's time since 1970 in `unit`."
  @spec os_time(time_unit_or_native) :: integer
  def os_time(unit), do: :os.system_time(normalize_time_unit(unit))

  @doc "What to add to the monotonic time for the time of day, in native units."
  @spec time_offset() :: integer
  def time_offset, do: :erlang.time_offset()

  @doc "What to add to the monotonic time for the time of day, in `unit`."
  @spec time_offset(time_unit_or_native) :: integer
  def time_offset(unit), do: :erlang.time_offset(normalize_time_unit(unit))

  @doc """
  Converts a time between units, rounding down.

  ## Examples

      iex> System.convert_time_unit(1_500, :millisecond, :second)
      1
      iex> System.convert_time_unit(-1, :millisecond, :second)
      -1
      iex> System.convert_time_unit(2, :second, 10)
      20
  """
  @spec convert_time_unit(integer, time_unit_or_native, time_unit_or_native) :: integer
  def convert_time_unit(time, from_unit, to_unit) do
    from = parts(normalize_time_unit(from_unit))
    to = parts(normalize_time_unit(to_unit))
    Integer.floor_div(time * to, from)
  end

  defp parts(:native), do: 1_000_000_000
  defp parts(:second), do: 1
  defp parts(:millisecond), do: 1_000
  defp parts(:microsecond), do: 1_000_000
  defp parts(:nanosecond), do: 1_000_000_000
  defp parts(unit), do: unit

  @doc false
  def normalize_time_unit(:native), do: :native
  def normalize_time_unit(unit) when unit in [:second, :millisecond, :microsecond, :nanosecond], do: unit
  def normalize_time_unit(:seconds), do: :second
  def normalize_time_unit(:milliseconds), do: :millisecond
  def normalize_time_unit(:microseconds), do: :microsecond
  def normalize_time_unit(:nanoseconds), do: :nanosecond
  def normalize_time_unit(unit) when is_integer(unit) and unit > 0, do: unit

  def normalize_time_unit(other) do
    raise ArgumentError,
          "unsupported time unit. Expected :second, :millisecond, " <>
            ":microsecond, :nanosecond, or a positive integer, " <> "got #{inspect(other)}"
  end

  @doc """
  An integer that this machine has not given before. `:positive` and `:monotonic` ask for more.

  ## Examples

      iex> System.unique_integer([:positive]) > 0
      true
  """
  @spec unique_integer([:positive | :monotonic]) :: integer
  def unique_integer(modifiers \\ []), do: :erlang.unique_integer(modifiers)

  # --- signals ------------------------------------------------------------------------------------------------

  @doc "Has `fun` called when the OS process gets a signal. Comes with the signal server."
  def trap_signal(_signal, _id \\ make_ref(), fun) when is_function(fun, 0) do
    raise "System.trap_signal/3 needs the signal server, which this version of vial does not have yet"
  end

  @doc "Ends a `trap_signal/3`."
  def untrap_signal(_signal, _id), do: {:error, :not_found}

  @doc "Restarts the machine. Vial ends and is started anew by whoever runs it."
  def restart, do: raise("System.restart/0 is not supported: start vial again")

  @doc false
  @deprecated "Use File.cwd/0 instead"
  def cwd do
    case File.cwd() do
      {:ok, folder} -> folder
      _ -> nil
    end
  end

  @doc false
  @deprecated "Use File.cwd!/0 instead"
  def cwd!, do: File.cwd!()

  @doc false
  @deprecated "Use System.pid/0 instead"
  def get_pid, do: pid()

  @doc false
  @deprecated "Use __STACKTRACE__ instead"
  def stacktrace do
    raise "System.stacktrace/0 is gone: use __STACKTRACE__ inside rescue and catch"
  end
end
