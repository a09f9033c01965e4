# Modules and aliases that a macro writes are those of that macro, whatever the user has of the same name.
defmodule Furnish do
  defmacro __using__(legs) do
    quote do
      defmodule Table do
        defstruct legs: unquote(legs)
      end

      def table, do: struct(Table)
      @before_compile Furnish
    end
  end

  defmacro __before_compile__(_env) do
    quote do
      defmodule Top do
        defstruct width: 2
      end

      defmodule Set do
        defstruct top: %Top{}, tops: [%Top{width: 3}]
      end
    end
  end
end

defmodule Room do
  use Furnish, 4
  alias Garden.Top
  def names, do: {Top, table(), struct(Room.Set)}
end

IO.inspect(Room.names(), width: 300) # expect: {Garden.Top, %Room.Table{legs: 4}, %Room.Set{top: %Room.Top{width: 2}, tops: [%Room.Top{width: 3}]}}

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
