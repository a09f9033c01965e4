# File: reading, writing, folders, errors.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
dir = Path.join(System.tmp_dir!(), "vial_case_#{System.pid()}")
File.rm_rf!(dir)
IO.inspect(File.mkdir_p(dir)) # expect: :ok
p = fn n -> Path.join(dir, n) end
IO.inspect(File.write(p.("a"), "one\ntwo\n")) # expect: :ok
IO.inspect(File.read(p.("a"))) # expect: {:ok, "one\ntwo\n"}
IO.inspect(File.write(p.("a"), ["three", ?\n], [:append])) # expect: :ok
IO.inspect(File.stream!(p.("a")) |> Enum.to_list()) # expect: ["one\n", "two\n", "three\n"]
IO.inspect(File.stream!(p.("a"), [], 4) |> Enum.take(2)) # expect: ["one\n", "two\n"]
IO.inspect(File.exists?(p.("a"))) # expect: true
IO.inspect(File.regular?(p.("a"))) # expect: true
IO.inspect(File.dir?(dir)) # expect: true
IO.inspect(File.ls(dir)) # expect: {:ok, ["a"]}
IO.inspect(File.cp(p.("a"), p.("b"))) # expect: :ok
IO.inspect(File.rename(p.("b"), p.("c"))) # expect: :ok
IO.inspect(File.ls!(dir) |> Enum.sort()) # expect: ["a", "c"]
IO.inspect(File.stat!(p.("a")).size) # expect: 14
IO.inspect(File.stat!(dir).type) # expect: :directory
IO.inspect(File.copy(p.("a"), p.("d"), 3)) # expect: {:ok, 3}
IO.inspect(File.read!(p.("d"))) # expect: "one"
IO.inspect(File.mkdir(p.("sub"))) # expect: :ok
IO.inspect(File.mkdir(p.("sub"))) # expect: {:error, :eexist}
IO.inspect(File.rmdir(p.("a"))) # expect: {:error, :enotdir}
IO.inspect(File.rm(p.("nope"))) # expect: {:error, :enoent}
IO.inspect(File.read(p.("nope"))) # expect: {:error, :enoent}
IO.inspect(File.touch(p.("t"))) # expect: :ok
IO.inspect(File.open(p.("a"), [:read], &IO.read(&1, :line))) # expect: {:ok, "one\n"}
IO.inspect(File.open!(p.("o"), [:write], fn f -> IO.write(f, "héllo"); :written end)) # expect: :written
IO.inspect(File.read!(p.("o"))) # expect: <<104, 233, 108, 108, 111>>
IO.inspect(File.cp_r(p.("sub"), p.("sub2")) |> elem(0)) # expect: :ok
IO.inspect(File.ln_s(p.("a"), p.("link"))) # expect: :ok
IO.inspect(File.read_link(p.("link")) == {:ok, p.("a")}) # expect: true
IO.inspect(File.lstat!(p.("link")).type) # expect: :symlink
IO.inspect(File.rm(p.("a"))) # expect: :ok
msg = fn f -> String.replace(Exception.message(elem(error.(f), 1) |> then(&%RuntimeError{message: &1})), dir, "DIR") end
IO.inspect(msg.(fn -> File.read!(p.("nope")) end)) # expect: "could not read file \"DIR/nope\": no such file or directory"
IO.inspect(msg.(fn -> File.rm!(p.("nope")) end)) # expect: "could not remove file \"DIR/nope\": no such file or directory"
IO.inspect(msg.(fn -> File.ls!(p.("nope")) end)) # expect: "could not list directory \"DIR/nope\": no such file or directory"
IO.inspect(msg.(fn -> File.mkdir!(p.("x/y")) end)) # expect: "could not make directory \"DIR/x/y\": no such file or directory"
IO.inspect(msg.(fn -> File.cp!(p.("nope"), p.("z")) end)) # expect: "could not copy from \"DIR/nope\" to \"DIR/z\": no such file or directory"
IO.inspect(msg.(fn -> File.open!(p.("nope")) end)) # expect: "could not open \"DIR/nope\": no such file or directory"
IO.inspect(msg.(fn -> File.stream!(p.("nope")) |> Enum.to_list() end)) # expect: "could not stream \"DIR/nope\": no such file or directory"
IO.inspect(File.rm_rf(dir) |> elem(0)) # expect: :ok
IO.inspect(File.exists?(dir)) # expect: false
