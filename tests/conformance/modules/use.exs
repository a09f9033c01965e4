# use calls __using__ with its options.
defmodule Plugin do
  defmacro __using__(opts) do
    name = Keyword.get(opts, :name, "none")
    quote do
      @before_compile Plugin
      @steps []
      import Plugin
      def name, do: unquote(name)
      def overridable, do: :default
      defoverridable overridable: 0
    end
  end
  defmacro step(s), do: quote(do: @steps([unquote(s) | @steps]))
  defmacro __before_compile__(env) do
    steps = env.module |> Module.get_attribute(:steps) |> Enum.reverse()
    quote do: def(steps, do: unquote(steps))
  end
end
defmodule UsesIt do
  use Plugin, name: "mine"
  step :one
  step :two
  def overridable, do: {:mine, super()}
end
IO.inspect({UsesIt.name(), UsesIt.steps(), UsesIt.overridable()}) # expect: {"mine", [:one, :two], {:mine, :default}}
