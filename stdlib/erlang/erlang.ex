# stdlib/erlang/erlang.ex: the module :erlang, most of whose functions are natives.
# Here: what is said in terms of the natives: conversions, spawn requests, code. In erlang/: checksums
# (hash.part.ex), a node alone (node.part.ex), packets (packet.part.ex), ports (port.part.ex), tracing
# (trace.part.ex), what the system tells (system.part.ex).
# Not here: the natives (runtime; vm/tables/natives.def says what each does).
defmodule :erlang do
  @moduledoc """
  The functions that guards, processes, terms, binaries and time stand on.
  """

  import Kernel, except: [send: 2]
  require Kernel.Part

  Kernel.Part.include("erlang/hash.part.ex")
  Kernel.Part.include("erlang/node.part.ex")
  Kernel.Part.include("erlang/packet.part.ex")
  Kernel.Part.include("erlang/port.part.ex")
  Kernel.Part.include("erlang/trace.part.ex")
  Kernel.Part.include("erlang/system.part.ex")

  @doc """
  Two lists as one: `++` as a function.

  ## Examples

      iex> :erlang.append([1], [2])
      [1, 2]
  """
  def append(a, b), do: a ++ b

  @doc """
  A list without the elements of another, each taken away once: `--` as a function.

  ## Examples

      iex> :erlang.subtract([1, 2, 1], [1])
      [2, 1]
  """
  def subtract(a, b), do: a -- b

  @doc """
  A count of one unit of time in another, rounded down.

  ## Examples

      iex> :erlang.convert_time_unit(1_500, :millisecond, :second)
      1
      iex> :erlang.convert_time_unit(-1, :millisecond, :second)
      -1
  """
  def convert_time_unit(time, from, to) do
    args = [time, from, to]

    if :vial_argument.causes(args, [:integer, :time_unit, :time_unit]) != [],
      do: :vial_error.wrong(args, [:integer, :time_unit, :time_unit])

    Integer.floor_div(time * per_second(to), per_second(from))
  end

  defp per_second(:second), do: 1
  defp per_second(:seconds), do: 1
  defp per_second(:millisecond), do: 1_000
  defp per_second(:milli_seconds), do: 1_000
  defp per_second(:microsecond), do: 1_000_000
  defp per_second(:micro_seconds), do: 1_000_000
  defp per_second(:nanosecond), do: 1_000_000_000
  defp per_second(:nano_seconds), do: 1_000_000_000
  defp per_second(:native), do: 1_000_000_000
  defp per_second(:perf_counter), do: 1_000_000_000
  defp per_second(n), do: n

  @doc """
  The bytes `term_to_binary/2` makes of a term.

  ## Examples

      iex> :erlang.external_size(:a, [])
      5
  """
  def external_size(term, options), do: byte_size(:erlang.term_to_binary(term, options))

  @doc """
  A term as a list of binaries in the external format.

  ## Examples

      iex> :erlang.term_to_iovec(1) |> IO.iodata_to_binary() |> :erlang.binary_to_term()
      1
  """
  def term_to_iovec(term), do: [:erlang.term_to_binary(term)]
  def term_to_iovec(term, options), do: [:erlang.term_to_binary(term, options)]

  @doc "Writes a term to standard output, whatever the group leader; `true`."
  def display(term) do
    :vial_io.write(1, IO.chardata_to_string([:io_lib.print(term, 1, 0, -1), ?\n]))
    true
  end

  @doc "Writes text to standard output, whatever the group leader; `true`."
  def display_string(text) do
    :vial_io.write(1, IO.chardata_to_string(text))
    true
  end

  @doc "Writes a new line to standard output; `true`."
  def display_nl, do: display_string("\n")

  @doc """
  Seconds since 1970 as a date and time in UTC.

  ## Examples

      iex> :erlang.posixtime_to_universaltime(0)
      {{1970, 1, 1}, {0, 0, 0}}
  """
  def posixtime_to_universaltime(seconds) when is_integer(seconds),
    do: :calendar.system_time_to_universal_time(seconds, :second)

  @doc """
  A date and time in UTC as seconds since 1970.

  ## Examples

      iex> :erlang.universaltime_to_posixtime({{1970, 1, 2}, {0, 0, 0}})
      86400
  """
  def universaltime_to_posixtime(datetime), do: :calendar.datetime_to_gregorian_seconds(datetime) - 62_167_219_200

  # -- spawn requests

  @doc """
  Asks for a process: the reference of the request, whose answer comes as a message `{:spawn_reply, ref, :ok, pid}`.

  ## Examples

      iex> ref = :erlang.spawn_request(fn -> :ok end)
      iex> receive do: ({:spawn_reply, ^ref, :ok, pid} -> is_pid(pid))
      true
  """
  def spawn_request(fun) when is_function(fun, 0), do: spawn_request(fun, [])
  def spawn_request(fun, options) when is_function(fun, 0) and is_list(options), do: spawn_request(:erlang, :apply, [fun, []], options)
  def spawn_request(node, fun) when is_atom(node) and is_function(fun, 0), do: spawn_request(node, :erlang, :apply, [fun, []], [])

  def spawn_request(module, name, args) when is_atom(name) and is_list(args), do: spawn_request(module, name, args, [])
  def spawn_request(node, fun, options) when is_function(fun, 0), do: spawn_request(node, :erlang, :apply, [fun, []], options)

  def spawn_request(module, name, args, options) when is_list(args) and is_list(options) do
    {tag, options} = Keyword.pop(options, :reply_tag, :spawn_reply)
    {reply, options} = Keyword.pop(options, :reply, :yes)

    {ref, pid} =
      case :erlang.spawn_opt(module, name, args, options) do
        {pid, ref} -> {ref, pid}
        pid -> {make_ref(), pid}
      end

    if reply in [:yes, :success_only], do: :erlang.send(self(), {tag, ref, :ok, pid})
    ref
  end

  def spawn_request(node, module, name, args) when is_atom(node) and is_atom(name),
    do: spawn_request(node, module, name, args, [])

  def spawn_request(node, module, name, args, options) do
    if node == node() do
      spawn_request(module, name, args, options)
    else
      ref = make_ref()
      :erlang.send(self(), {Keyword.get(options, :reply_tag, :spawn_reply), ref, :error, :noconnection})
      ref
    end
  end

  @doc "Whether an answer to a spawn request could still be called off: it has been sent already."
  def spawn_request_abandon(ref) when is_reference(ref), do: false

  # -- code

  @doc "The modules that are there before any is loaded."
  def pre_loaded, do: [:erlang]

  @doc "Loads a module from the bytes of a `.vbc`: `{:module, module}` or `{:error, reason}`."
  def load_module(module, bytes) when is_atom(module) and is_binary(bytes), do: :code.load_binary(module, 'nofile', bytes)

  @doc "As `check_process_code/2`."
  def check_process_code(pid, module, options) when is_list(options), do: :erlang.check_process_code(pid, module)

  @doc "Readies a module for `finish_loading/1`; `{:error, :badfile}` where the bytes hold none."
  def prepare_loading(module, bytes) when is_atom(module) and is_binary(bytes) do
    if :vial_code.module_name(bytes) == module, do: {:vial_prepared, module, bytes}, else: {:error, :badfile}
  end

  @doc "Loads modules that `prepare_loading/2` readied."
  def finish_loading(prepared) when is_list(prepared) do
    for {:vial_prepared, module, bytes} <- prepared, do: {:module, ^module} = load_module(module, bytes)
    :ok
  end

  @doc "Whether readied code runs something when it is loaded: no module does."
  def has_prepared_code_on_load({:vial_prepared, _, _}), do: false
  def has_prepared_code_on_load(prepared), do: :erlang.error(:badarg, [prepared])

  @doc "Calls what a module does when it is loaded: no module does anything, so no argument is right."
  def call_on_load_function(module), do: :erlang.error(:badarg, [module])

  @doc "As `call_on_load_function/1`."
  def finish_after_on_load(module, keep?), do: :erlang.error(:badarg, [module, keep?])

  @doc "Loads natives from a shared library: always `{:error, {:load_failed, text}}`, since Vial has none from outside."
  def load_nif(path, _info) when is_list(path), do: {:error, {:load_failed, 'vial loads no natives from libraries'}}

  @doc """
  A fun as `{module, function, arity}`.

  ## Examples

      iex> :erlang.fun_info_mfa(&String.length/1)
      {String, :length, 1}
  """
  def fun_info_mfa(fun) when is_function(fun) do
    info = :erlang.fun_info(fun)
    {info[:module], info[:name], info[:arity]}
  end

  def fun_info_mfa(fun), do: :vial_error.badarg([fun], %{1 => "not a fun"})
end
