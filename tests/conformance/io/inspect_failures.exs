# What is shown when an implementation raises, or another inspect function has none.
defmodule Failing do
  defstruct name: "Foo"

  defimpl Inspect do
    def inspect(%{name: name}, _), do: Atom.to_string(name)
  end
end

shown = inspect(struct(Failing))
IO.inspect(shown |> String.split("\n") |> Enum.take(10), width: 900) # expect: ["#Inspect.Error<", "  got ArgumentError with message:", "", "      \"\"\"", "      errors were found at the given arguments:", "", "        * 1st argument: not an atom", "      \"\"\"", "", "  while inspecting:"]

defprotocol Other do
  def show(term, opts)
end

defmodule Without do
  defstruct []
end

shown = inspect(struct(Without), inspect_fun: &Other.show/2)
IO.inspect(shown |> String.split("\n") |> Enum.take(9), width: 300) # expect: ["#Inspect.Error<", "  got Protocol.UndefinedError with message:", "", "      \"\"\"", "      protocol Other not implemented for %Without{} of type Without (a struct)", "      \"\"\"", "", "  while inspecting:", ""]
