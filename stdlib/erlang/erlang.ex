# stdlib/erlang/erlang.ex: the module :erlang, most of whose functions are natives.
# Here: what is said in terms of the natives: checksums, conversions, spawn requests, what a lone node answers.
# Not here: the natives (runtime; vm/tables/natives.def says what each does).
defmodule :erlang do
  @moduledoc """
  The functions that guards, processes, terms, binaries and time stand on.
  """

  import Kernel, except: [send: 2]

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
  def convert_time_unit(time, from, to) when is_integer(time),
    do: Integer.floor_div(time * per_second(to), per_second(from))

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
  defp per_second(n) when is_integer(n) and n > 0, do: n
  defp per_second(_), do: :erlang.error(:badarg)

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

  # -- checksums

  @doc """
  The CRC-32 of bytes, going on from another with `crc32/2`.

  ## Examples

      iex> :erlang.crc32("123456789")
      0xCBF43926
  """
  def crc32(data), do: crc32(0, data)

  def crc32(old, data) when is_integer(old) and old in 0..0xFFFFFFFF do
    :erlang.bxor(crc_bytes(:erlang.iolist_to_binary(data), :erlang.bxor(old, 0xFFFFFFFF)), 0xFFFFFFFF)
  end

  @crc_table (for n <- 0..255 do
                Enum.reduce(1..8, n, fn _, c ->
                  if :erlang.band(c, 1) == 1,
                    do: :erlang.bxor(0xEDB88320, :erlang.bsr(c, 1)),
                    else: :erlang.bsr(c, 1)
                end)
              end)
             |> List.to_tuple()

  defp crc_bytes(<<byte, rest::binary>>, crc) do
    entry = :erlang.element(:erlang.band(:erlang.bxor(crc, byte), 255) + 1, @crc_table)
    crc_bytes(rest, :erlang.bxor(entry, :erlang.bsr(crc, 8)))
  end

  defp crc_bytes(<<>>, crc), do: crc

  @doc """
  The CRC-32 of two pieces one behind the other, from those of each and the size of the second.

  ## Examples

      iex> :erlang.crc32_combine(:erlang.crc32("ab"), :erlang.crc32("c"), 1) == :erlang.crc32("abc")
      true
  """
  def crc32_combine(first, second, size) when is_integer(size) and size >= 0,
    do: :erlang.bxor(crc_zeros(first, size), second)

  # What so many zero bytes make of the register.
  defp crc_zeros(crc, 0), do: crc

  defp crc_zeros(crc, size) do
    entry = :erlang.element(:erlang.band(crc, 255) + 1, @crc_table)
    crc_zeros(:erlang.bxor(entry, :erlang.bsr(crc, 8)), size - 1)
  end

  @doc """
  The Adler-32 of bytes, going on from another with `adler32/2`.

  ## Examples

      iex> :erlang.adler32("abc")
      38600999
  """
  def adler32(data), do: adler32(1, data)

  def adler32(old, data) when is_integer(old) and old in 0..0xFFFFFFFF do
    adler_bytes(:erlang.iolist_to_binary(data), :erlang.band(old, 0xFFFF), :erlang.bsr(old, 16))
  end

  defp adler_bytes(<<byte, rest::binary>>, a, b) do
    a = rem(a + byte, 65_521)
    adler_bytes(rest, a, rem(b + a, 65_521))
  end

  defp adler_bytes(<<>>, a, b), do: b * 65_536 + a

  @doc "The Adler-32 of two pieces one behind the other, from those of each and the size of the second."
  def adler32_combine(first, second, size) when is_integer(size) and size >= 0 do
    a1 = :erlang.band(first, 0xFFFF)
    a2 = :erlang.band(second, 0xFFFF)
    b = :erlang.bsr(first, 16) + :erlang.bsr(second, 16) + size * (a1 - 1)
    Integer.mod(b, 65_521) * 65_536 + Integer.mod(a1 + a2 - 1, 65_521)
  end

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

  # -- a node alone

  @doc "The nodes of a kind with what is known of them: none, for a node alone."
  def nodes(kind, info) when is_map(info), do: for(node <- :erlang.nodes(kind), do: {node, %{}})

  @doc "Breaks a connection: `:ignored` where no node is connected."
  def disconnect_node(node) when is_atom(node), do: :ignored

  @doc "The secret shared by nodes of a cluster: `:nocookie` for a node alone."
  def get_cookie, do: :nocookie
  def get_cookie(node) when is_atom(node), do: :nocookie

  @doc "As `monitor_node/2`; `options` change nothing for a node alone."
  def monitor_node(node, on?, options) when is_list(options), do: :erlang.monitor_node(node, on?)

  # -- code

  @doc "The modules that are there before any is loaded."
  def pre_loaded, do: [:erlang]

  @doc "Loads a module from the bytes of a `.vbc`: `{:module, module}` or `{:error, reason}`."
  def load_module(module, bytes) when is_atom(module) and is_binary(bytes), do: :code.load_binary(module, 'nofile', bytes)

  @doc "As `check_process_code/2`."
  def check_process_code(pid, module, options) when is_list(options), do: :erlang.check_process_code(pid, module)
end
