# tests/elixir/text/doctests.exs: runs the doctests of our modules under the reference.
# Usage: elixir doctests.exs FILE MODULE [FILE MODULE …]; more files to load come first with +.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)
ExUnit.start()
args = System.argv()
files = Enum.filter(args, &(String.ends_with?(&1, ".ex"))) |> Enum.map(&String.trim_leading(&1, "+"))
Code.put_compiler_option(:docs, true)
Shadow.load(files)
