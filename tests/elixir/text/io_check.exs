# tests/elixir/text/io_check.exs: our IO, :io and device processes over scripted natives.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("check.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)

Shadow.load(["erlang/io.ex", "erlang/vial_io_input.ex", "erlang/vial_io_device.ex", "elixir/io.ex", "elixir/io/stream.ex"])

# Input comes from a script, output is kept.
defmodule :vial_io do
  def start(chunks), do: Agent.start_link(fn -> {chunks, []} end, name: :script)

  def write(fd, bytes) do
    Agent.update(:script, fn {input, output} -> {input, [{fd, bytes} | output]} end)
  end

  def read(0, _max) do
    Agent.get_and_update(:script, fn
      {[], output} -> {:eof, {[], output}}
      {[chunk | rest], output} -> {chunk, {rest, output}}
    end)
  end

  def geometry(_), do: {:error, :enotsup}
  def written, do: Agent.get(:script, fn {_, output} -> output |> Enum.reverse() |> Enum.map_join(&elem(&1, 1)) end)
end

{:ok, _} = :vial_io.start(["ab", "c\nd", "éf\n", <<0xC3>>, <<0xA9, ?x>>, "yz\nlast"])
user = :erlang.spawn(:v_vial_io_device, :init, [%{out: 1, in: 0}])
Process.group_leader(self(), user)

results = [
  V.IO.puts("héllo"),
  V.IO.write([?a, "b", ['c']]),
  V.IO.gets("prompt> "),
  V.IO.getn("", 2),
  V.IO.read(:stdio, :line),
  V.IO.getn("", 2),
  V.IO.puts(:atom),
  V.IO.inspect([a: 1], label: "x"),
  V.IO.read(:eof),
  V.IO.read(:line),
  :v_io.columns(),
  :v_io.getopts(),
  :v_io.setopts(binary: false),
  :v_io.get_line(''),
  :v_io.request(user, :foo),
  :v_io.requests(user, [{:put_chars, :unicode, "a"}, {:put_chars, :latin1, <<233>>}]),
  :v_io.request(user, {:put_chars, :latin1, [300]}),
  (try do V.IO.puts(<<255>>) rescue e -> Exception.message(e) end),
  (try do V.IO.puts(:nosuch, "a") rescue e -> Exception.message(e) end),
  (try do V.IO.puts(spawn(fn -> :ok end), "a") rescue e -> e.original end)
]

expected = [
  :ok, :ok, "abc\n", "dé", "f\n", "éx", :ok, [a: 1], "yz\nlast", :eof, {:error, :enotsup}, [binary: true, encoding: :unicode], :ok, :eof,
  {:error, {:request, :foo}}, :ok, {:error, :put_chars},
  "errors were found at the given arguments:\n\n  * 2nd argument: not valid character data (an iodata term)\n",
  "errors were found at the given arguments:\n\n  * 1st argument: the device does not exist\n", :terminated
]

written = :vial_io.written()
Process.group_leader(self(), Process.whereis(:user))
Check.start()
for {e, r} <- Enum.zip(expected, results), do: Check.same(inspect(e), fn -> e end, fn -> r end)
Check.same("written", fn -> "héllo\nabcprompt> atom\nx: [a: 1]\naé" end, fn -> written end)
for module <- [IO, IO.Stream], do: Check.same("exports of #{inspect(module)}", fn -> [] end, fn -> Shadow.missing(module) end)
Check.same("exports of :io", fn -> [] end, fn -> Shadow.missing_erlang(:io) end)
Check.finish()
