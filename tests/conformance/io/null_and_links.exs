# Paths with a zero byte, trees copied with what their links lead to, devices that give charlists.
message = fn fun ->
  try do
    fun.()
  rescue
    e -> Exception.message(e)
  end
end

IO.puts(message.(fn -> File.rm_rf("a\0b") end)) # expect: cannot execute File.rm_rf/1 for path with null byte, got: <<97, 0, 98>>
IO.puts(message.(fn -> File.cp_r("a\0b", "c") end)) # expect: cannot execute File.cp_r/3 for path with null byte, got: <<97, 0, 98>>
IO.puts(message.(fn -> File.cp_r!("a", "c\0") end)) # expect: cannot execute File.cp_r/3 for path with null byte, got: <<99, 0>>
IO.puts(message.(fn -> Path.wildcard("a\0*") end)) # expect: cannot execute Path.wildcard/2 for path with null byte, got: <<97, 0, 42>>

dir = Path.join(System.tmp_dir!(), "vial-links-#{System.pid()}-#{System.unique_integer([:positive])}")
from = Path.join(dir, "from")
File.mkdir_p!(Path.join(from, "sub"))
File.write!(Path.join(from, "sub/f"), "FOO\nbar\n")
File.ln_s!("sub/f", Path.join(from, "file"))
File.ln_s!("sub", Path.join(from, "folder"))
types = fn to -> for name <- ["file", "folder", "sub"], do: File.lstat!(Path.join([dir, to, name])).type end
{:ok, copied} = File.cp_r(from, Path.join(dir, "to"), dereference_symlinks: true)
IO.inspect({length(copied), types.("to")}) # expect: {6, [:regular, :directory, :directory]}
{:ok, copied} = File.cp_r(from, Path.join(dir, "same"))
IO.inspect({length(copied), types.("same")}) # expect: {5, [:symlink, :symlink, :directory]}

{:ok, device} = File.open(Path.join(from, "file"), [:charlist])
IO.inspect([IO.read(device, 2), IO.read(device, :line), IO.getn(device, "", :eof), IO.getn(device, "", :eof)]) # expect: ['FO', 'O\n', 'bar\n', :eof]
{:ok, device} = File.open(Path.join(from, "file"), [:charlist])
IO.inspect([IO.read(device, :eof), IO.read(device, :eof)]) # expect: ['FOO\nbar\n', :eof]
{:ok, device} = File.open(Path.join(from, "file"), [])
IO.inspect([IO.getn(device, "", :eof), IO.getn(device, "", :eof)]) # expect: ["FOO\nbar\n", :eof]
File.rm_rf!(dir)

{:ok, pid} = StringIO.open("a\r\nb\r\nc\rd\ne\r")
IO.inspect(for _ <- 1..5, do: IO.read(pid, :line)) # expect: ["a\n", "b\n", "c\rd\n", "e\r", :eof]
{:ok, pid} = StringIO.open("a\r\nb\r\n")
IO.inspect([IO.read(pid, 2), IO.gets(pid, ""), IO.binread(pid, :line)]) # expect: ["a\r", "\n", "b\n"]
