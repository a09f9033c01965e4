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
    :vial_compiler.quoted_file(<<folder(file)::binary, path::binary>>)
  end

  # All up to and with the last slash: neither Path nor :binary is compiled when the first part is
  # read.
  defp folder(file) do
    size = last_slash(file, 0, 0)
    <<folder::binary-size(size), _::binary>> = file
    folder
  end

  defp last_slash(<<?/, rest::binary>>, position, _),
    do: last_slash(rest, position + 1, position + 1)

  defp last_slash(<<_, rest::binary>>, position, found), do: last_slash(rest, position + 1, found)
  defp last_slash(<<>>, _, found), do: found
end
