# A struct in the modules and implementations inside the module that defines it.
defmodule Cup do
  @enforce_keys [:size]
  defstruct [:size, full: false]

  defimpl String.Chars do
    def to_string(%Cup{size: size, full: full}), do: "cup of #{size}, #{full}"
  end

  defmodule Maker do
    def make(size), do: %Cup{size: size}
    def fill(%Cup{full: false} = cup), do: %Cup{cup | full: true}

    defmodule Broken do
      def any?(cup), do: match?(%Cup{size: 0}, cup)
    end
  end

  def small, do: %Cup{size: 1}
  def small?(%__MODULE__{size: size}), do: size < 2
end

IO.puts(Cup.small()) # expect: cup of 1, false
IO.puts(Cup.Maker.make(3) |> Cup.Maker.fill()) # expect: cup of 3, true
IO.inspect({Cup.small?(Cup.small()), Cup.Maker.Broken.any?(Cup.small())}) # expect: {true, false}

for text <- [
      "defmodule Early do\n  defmodule In do\n    def f, do: %Early{}\n  end\n  defstruct [:a]\nend",
      "defmodule Late do\n  defstruct [:a]\n  defmodule In do\n    def f(%Late{b: 1}), do: 1\n  end\nend"
    ] do
  try do
    Code.eval_string(text)
  rescue
    error -> IO.inspect({error.__struct__, Exception.message(error)}, width: 1000)
  end
end

# expect: {CompileError, "nofile:3: Early.__struct__/1 is undefined, cannot expand struct Early. Make sure the struct name is correct. If the struct name exists and is correct but it still cannot be found, you likely have cyclic module usage in your code"}
# expect: {CompileError, "nofile:4: unknown key :b for struct Late"}
