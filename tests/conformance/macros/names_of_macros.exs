# Modules and aliases that a macro writes are those of that macro, whatever the user has of the same name.
defmodule Writes do
  defmacro __using__(_) do
    quote do
      @before_compile unquote(__MODULE__)
    end
  end

  defmacro __before_compile__(_env) do
    quote do
      defmodule First do
        defstruct foo: :bar
      end

      defmodule Second do
        defstruct baz: %First{}
      end
    end
  end
end

defmodule Uses do
  use Writes
  alias Some.Other.First
  def names, do: {First, struct(Uses.First), struct(Uses.Second).baz}
end

IO.inspect(Uses.names()) # expect: {Some.Other.First, %Uses.First{foo: :bar}, %Uses.First{foo: :bar}}

code =
  quote do
    alias List, as: L
    x = 2
    def flat, do: L.flatten([1, [unquote({:x, [], nil}), [3]]])
    def count, do: unquote(3)
    _ = x
  end

code = Macro.prewalk(code, fn {:x, _, nil} -> 2; other -> other end)
Module.create(Made, code, __ENV__)
IO.inspect({Made.flat(), Made.count()}) # expect: {[1, 2, 3], 3}
kept = quote(unquote: false, do: Kernel.unquote(:max)(1, unquote(2)))
IO.inspect(kept |> Macro.escape(unquote: true) |> Code.eval_quoted() |> elem(0) |> Macro.to_string()) # expect: "Kernel.max(1, 2)"
kept = quote(unquote: false, do: Kernel.unquote(:self)())
IO.inspect(kept |> Macro.escape(unquote: true) |> Code.eval_quoted() |> elem(0)) # expect: {{:., [], [{:__aliases__, [alias: false], [:Kernel]}, :self]}, [], []}
