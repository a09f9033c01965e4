# stdlib/erlang/compile.ex: the compiler of Erlang, of which Vial has only the options.
# Here: env_compiler_options/0.
# Not here: compiling (there is no Erlang here; see :vial_compiler).
defmodule :compile do
  @moduledoc false

  @doc "The options that the environment asks for: none."
  def env_compiler_options, do: []
end
