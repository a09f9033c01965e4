# A module's attributes can be read after it is compiled, by what @after_compile names.
defmodule Hook do
  def __after_compile__(env, bytecode) do
    IO.inspect({Module.get_attribute(env.module, :level), is_binary(bytecode)})  # expect: {3, true}
  end
end

defmodule Hooked do
  @after_compile Hook
  @level 3
  def level, do: @level
end

IO.inspect(Hooked.level())  # expect: 3
