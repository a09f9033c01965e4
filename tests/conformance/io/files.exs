# Files: write, read, list, remove.
dir = Path.join(System.tmp_dir!(), "vial-files-#{System.unique_integer([:positive])}-#{System.os_time()}")
IO.inspect(File.mkdir_p(dir)) # expect: :ok
f = Path.join(dir, "a.txt")
IO.inspect(File.write(f, "one\ntwo\n")) # expect: :ok
IO.inspect(File.read(f)) # expect: {:ok, "one\ntwo\n"}
IO.inspect(File.read(Path.join(dir, "nope"))) # expect: {:error, :enoent}
IO.inspect(File.exists?(f)) # expect: true
IO.inspect(File.ls(dir)) # expect: {:ok, ["a.txt"]}
IO.inspect(File.stream!(f) |> Enum.map(&String.trim/1)) # expect: ["one", "two"]
IO.inspect(File.write(f, "three", [:append])) # expect: :ok
IO.inspect(File.read!(f) |> String.split("\n")) # expect: ["one", "two", "three"]
IO.inspect(File.stat!(f).size) # expect: 13
IO.inspect(File.dir?(dir)) # expect: true
IO.inspect(File.cp(f, f <> "2")) # expect: :ok
IO.inspect(File.rename(f <> "2", f <> "3")) # expect: :ok
IO.inspect(Enum.sort(File.ls!(dir))) # expect: ["a.txt", "a.txt3"]
IO.inspect(File.rm(f)) # expect: :ok
IO.inspect(length(elem(File.rm_rf(dir), 1)) > 0) # expect: true
IO.inspect(File.exists?(dir)) # expect: false
try do
  File.read!("/nonexistent/file")
rescue
  e -> IO.puts("#{inspect(e.__struct__)}: #{inspect(Exception.message(e))}") # expect: File.Error: "could not read file \"/nonexistent/file\": no such file or directory"
end
{:error, r} = File.open("/nonexistent/x", [:read])
IO.inspect(r) # expect: :enoent
