# stdlib/kernel/part.ex: splits the source of a long module over several files.
# Here: the macro that puts the definitions of a part file into the module being defined.
# Not here: reading and parsing, which the native :vial_compiler.quoted_file/1 does.
# Holds: only special forms and remote calls, since Kernel itself is built from parts.
defmodule Kernel.Part do
  @moduledoc false

  # `path` is relative to the file that says include. The part's definitions are compiled as if
  # they stood there; their metadata names the part, so lines in traces and messages are right.
  defmacro include(path) do
    file = :erlang.map_get(:file, __CALLER__)
    :vial_compiler.quoted_file(:erlang.iolist_to_binary([folder(file), path]))
  end

  # All up to and with the last slash: Path is not compiled yet when the first part is read.
  defp folder(file) do
    case :binary.matches(file, "/") do
      [] -> ""
      slashes -> :binary.part(file, 0, :erlang.+(last(slashes), 1))
    end
  end

  defp last([{position, _}]), do: position
  defp last([_ | rest]), do: last(rest)
end
