# tests/elixir/text/file_check.exs: our File and :file, doing the same things as the reference's.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("check.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)

Shadow.load(["erlang/io.ex", "erlang/vial_io_input.ex", "erlang/file.ex", "erlang/file_io_server.ex", "elixir/io.ex", "elixir/file/stat.ex", "elixir/file/stream.ex", "elixir/file.ex", "elixir/string_io.ex"])

# One scenario, run by each in an empty directory of its own.
defmodule Scenario do
  def run(m) do
    file = m.(File)
    io = m.(IO)
    stream = &Enum.to_list/1

    [
      file.write("a.txt", "one\ntwo\nthr\u00e9e"), file.read("a.txt"), file.read!("a.txt"), file.write!("a.txt", "\nfour", [:append]), file.read("a.txt"),
      file.read("none"), fails(fn -> file.read!("none") end), file.write("x/y", "z"), fails(fn -> file.write!("x/y", "z") end), file.exists?("a.txt"), file.regular?("a.txt"), file.dir?("."), file.dir?("none"),
      file.mkdir("d"), file.mkdir("d"), file.mkdir("e/f"), file.mkdir_p("e/f/g"), file.mkdir_p("e/f/g"), file.mkdir_p("a.txt/b"), fails(fn -> file.mkdir!("d") end),
      sorted(file.ls(".")), file.ls("none"), Enum.sort(file.ls!("e")), file.cp("a.txt", "d/b.txt"), file.read("d/b.txt"), file.cp("none", "q"), fails(fn -> file.cp!("none", "q") end),
      file.write("e/f/h", "h"), file.ln_s("a.txt", "link"), file.read_link("link"), file.read_link("a.txt"), fails(fn -> file.read_link!("a.txt") end), file.ln("a.txt", "hard"), fails(fn -> file.ln!("a.txt", "hard") end),
      sorted(file.cp_r("e", "e2")), sorted(file.cp_r("e", "e2")), sorted(file.cp_r("e", "e2", fn _, _ -> false end)), file.read("e2/f/h"), file.cp_r("none", "x"), fails(fn -> file.cp_r!("none", "x") end),
      file.rename("e2", "e3"), file.rename("none", "e4"), fails(fn -> file.rename!("none", "e4") end), file.rm("hard"), file.rm("hard"), fails(fn -> file.rm!("hard") end), file.rm("e3"), file.rmdir("e3"), fails(fn -> file.rmdir!("e3") end),
      sorted(file.rm_rf("e3")), file.rm_rf("e3"), file.rm_rf(""), fails(fn -> file.rm_rf!("a.txt/b") end), file.copy("a.txt", "c.txt"), file.copy("a.txt", "c.txt", 3), file.read("c.txt"), file.copy("none", "c"), fails(fn -> file.copy!("none", "c") end),
      file.stream!("a.txt") |> stream.(), file.stream!("a.txt", [], 4) |> stream.(), file.stream!("a.txt", [:utf8]) |> stream.(), file.stream!("a.txt", [:utf8], 4) |> stream.(), Enum.count(file.stream!("a.txt")), Enum.count(file.stream!("a.txt", [], 5)),
      fails(fn -> Enum.to_list(file.stream!("none")) end), (Enum.into(["x", "y\n"], file.stream!("s.txt")); file.read("s.txt")), (Enum.into(["é\n"], file.stream!("s.txt", [:utf8])); file.read("s.txt")),
      file.write("bom.txt", <<0xEF, 0xBB, 0xBF, "bom\n">>), file.stream!("bom.txt", [:trim_bom]) |> stream.(), file.stream!("bom.txt", [:trim_bom, :utf8]) |> stream.(),
      opened(file, io), raw(file, m.(:file)), file.open("none"), fails(fn -> file.open!("none") end), file.open("a.txt", fn d -> io.read(d, :line) end), file.open("a.txt", [:read, :utf8], fn d -> io.read(d, :eof) end),
      file.chmod("a.txt", 0o600), (with {:ok, s} <- file.stat("a.txt"), do: {s.size, s.type, s.access, Bitwise.band(s.mode, 0o777), s.links}), file.stat("none"), fails(fn -> file.stat!("none") end), fails(fn -> file.lstat!("none") end), (with {:ok, s} <- file.lstat("link"), do: s.type),
      file.touch("a.txt", 1_000_000_000), file.stat!("a.txt").mtime, file.stat!("a.txt", time: :posix).mtime, file.touch("a.txt", {{2010, 4, 17}, {14, 0, 0}}), file.stat!("a.txt").mtime, file.touch("new", 5), file.stat!("new", time: :posix).mtime, file.touch("x/y"), fails(fn -> file.touch!("x/y") end),
      (s = file.stat!("a.txt"); file.write_stat("a.txt", %{s | mode: 0o644})), Bitwise.band(file.stat!("a.txt").mode, 0o777), Path.basename(file.cwd!()), file.cd("d"), file.cd(".."), file.cd("none"), fails(fn -> file.cd!("none") end), file.cd!("d", fn -> file.ls!() end),
      fails(fn -> file.read("a\0b") end), file.write("l", ["a", [?b]]), file.read("l"), file.write("l", [300])
    ]
  end

  defp opened(file, io) do
    {:ok, d} = file.open("o.txt", [:read, :write])
    results = [io.binwrite(d, "hello\nworld\nlast"), :file_position, position(file, d, 0), io.binread(d, 3), io.binread(d, :line), io.read(d, 2), position(file, d, {:cur, 1}), io.binread(d, :eof), io.binread(d, :eof), io.read(d, :line), file.close(d), file.close(d)]
    {:ok, d} = file.open("o.txt", [:append])
    results = results ++ [io.write(d, "é"), file.close(d), file.read("o.txt")]
    {:ok, d} = file.open("o.txt", [:write, :utf8])
    results = results ++ [io.write(d, "é\n"), io.puts(d, "x"), file.close(d), file.read("o.txt"), file.open("o.txt", [:write, :exclusive])]
    {:ok, d} = file.open("o.txt", [:read, :charlist])
    results ++ [io.gets(d, ""), file.close(d)]
  end

  defp position(V.File, d, at), do: :v_file.position(d, at)
  defp position(File, d, at), do: :file.position(d, at)

  defp raw(file, f) do
    {:ok, d} = file.open("r.txt", [:raw, :read, :write])
    [f.write(d, "abc\ndef\nghi"), f.position(d, 2), f.read(d, 3), f.read_line(d), f.pread(d, 0, 2), f.pwrite(d, 1, "X"), f.position(d, :eof), f.read(d, 1), f.position(d, 5), f.truncate(d), f.close(d), file.read("r.txt"), f.position(d, :foo), f.copy("r.txt", "r2.txt"), f.read_file("r2.txt"), f.list_dir("d"), f.read_link("link"), f.read_file(:none), f.open("r.txt", :foo)]
  end

  defp sorted({:ok, list}), do: {:ok, Enum.sort(list)}
  defp sorted(other), do: other

  defp fails(fun) do
    fun.()
  rescue
    e -> {e.__struct__, Exception.message(e)}
  end
end

run = fn m ->
  dir = Path.join(System.tmp_dir!(), "vial_file_check_#{System.unique_integer([:positive])}/work")
  File.mkdir_p!(dir)
  old = File.cwd!()
  File.cd!(dir)

  try do
    Scenario.run(m)
  after
    File.cd!(old)
    File.rm_rf!(Path.dirname(dir))
  end
end

Check.start()
reference = run.(& &1)
ours = run.(fn name -> if String.starts_with?(Atom.to_string(name), "Elixir."), do: Module.concat(V, name), else: :"v_#{name}" end)
for {{r, o}, i} <- Enum.with_index(Enum.zip(reference, ours)) do
  if is_list(r) and is_list(o) and length(r) == length(o),
    do: for({{r, o}, j} <- Enum.with_index(Enum.zip(r, o)), do: Check.same("step #{i}.#{j}", fn -> r end, fn -> o end)),
    else: Check.same("step #{i}", fn -> r end, fn -> o end)
end

for r <- [:enoent, :eacces, :foo, :badarg, "a", {1, 2}], do: Check.same("format_error", fn -> :file.format_error(r) end, fn -> :v_file.format_error(r) end)

string_io = fn m ->
  s = m.(StringIO)
  io = m.(IO)
  {:ok, p} = s.open("abc\ndéf\nrest", capture_prompt: true)
  {:ok, q} = s.open("a")
  [io.gets(p, "x>"), io.getn(p, "y>", 2), io.read(p, :line), s.contents(p), s.flush(p), s.contents(p), io.puts(p, "out"), io.write(p, 'é'), io.read(p, :eof), io.read(p, :eof), io.read(p, :line), s.close(p), :io.getopts(q), :io.setopts(q, encoding: :latin1), :io.columns(q), :io.request(q, :foo), io.binread(q, 1), io.binwrite(q, "z"), s.contents(q),
   s.open("foo", [], fn pid -> io.read(pid, :eof) end), s.open("foo", fn pid -> io.write(pid, "x"); s.contents(pid) end)]
end

for {{r, o}, i} <- Enum.with_index(Enum.zip(string_io.(& &1), string_io.(&Module.concat(V, &1)))), do: Check.same("string io #{i}", fn -> r end, fn -> o end)

for module <- [File, File.Stat, File.Stream, StringIO], do: Check.same("exports of #{inspect(module)}", fn -> [] end, fn -> Shadow.missing(module) end)
Check.same("exports of :file", fn -> [] end, fn -> Shadow.missing_erlang(:file) end)
Check.finish()
