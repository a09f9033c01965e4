# tests/elixir/text/doctests.exs: the doctests of our text modules, under the reference.
# Here: each module is loaded beside the reference's own (shadow.exs); in the examples its name is ours.
Code.require_file("shadow.exs", __DIR__)
Code.require_file("natives.exs", __DIR__)
ExUnit.start()
dir = Path.join(System.tmp_dir!(), "vial_doctests_#{System.unique_integer([:positive])}")
File.mkdir_p!(dir)
Process.put(:shadow_dir, dir)
Code.put_compiler_option(:docs, true)
Code.prepend_path(dir)

Shadow.load(
  ~w(erlang/vial_io_input elixir/string elixir/string/break elixir/base elixir/path elixir/version/parser elixir/version/requirement elixir/version
     elixir/uri elixir/option_parser elixir/io elixir/io/stream elixir/string_io elixir/io/ansi/sequence elixir/io/ansi elixir/inspect/algebra erlang/vial_wildcard erlang/filelib)
  |> Enum.map(&(&1 <> ".ex"))
)

defmodule TextDoctest do
  use ExUnit.Case
  alias V.{String, Base, Path, Version, URI, OptionParser, IO, StringIO}
  _ = [String, Base, Path, Version, URI, OptionParser, IO, StringIO]
  doctest V.String
  doctest V.Base
  doctest V.Path
  doctest V.Version, except: [parse_requirement: 1, parse_requirement!: 1, compile_requirement: 1]
  doctest V.URI
  doctest V.OptionParser
  doctest V.IO, except: [warn: 1, warn: 2, getn: 2, gets: 2, stream: 0]
  doctest V.StringIO
  doctest V.IO.ANSI
end

ExUnit.after_suite(fn _ -> File.rm_rf!(dir) end)
