# Nested modules and their aliases.
defmodule Outer do
  defmodule Inner do
    def hi, do: :inner
    defmodule Deep do
      def hi, do: {__MODULE__, Outer.Inner.hi()}
    end
  end
  def hi, do: Inner.hi()
  def deep, do: Inner.Deep.hi()
end
IO.inspect({Outer.hi(), Outer.Inner.hi(), Outer.deep()}) # expect: {:inner, :inner, {Outer.Inner.Deep, :inner}}
IO.inspect(Outer.Inner) # expect: Outer.Inner
IO.inspect(Module.split(Outer.Inner.Deep)) # expect: ["Outer", "Inner", "Deep"]
IO.inspect(Module.concat(Outer, Inner)) # expect: Outer.Inner
IO.inspect(Module.concat(["A", "B.C"])) # expect: A.B.C
