# The head of a quoted definition knows where it was quoted, whichever way Kernel's macro is called.
defmodule Kettle do
  def heads do
    quote do
      def boil(x) when x, do: 1
      Kernel.def(pour(x) when x, do: 1)
      Kernel.def(cool, do: 1)
      Kernel.defp(steep(x), do: x)
    end
  end
end
{:__block__, _, definitions} = Kettle.heads()
IO.inspect(for {_, _, [{name, meta, _} | _]} <- definitions, do: {name, meta[:context]})   # expect: [when: Kettle, when: Kettle, cool: Kettle, steep: Kettle]
