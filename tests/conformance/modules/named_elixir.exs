# The root's own name as a part of other names.
defmodule Outer do
  defmodule Elixir do
    def sample, do: 1
  end
end

IO.inspect(Outer.Elixir.sample()) # expect: 1
IO.inspect([Elixir, Elixir.Elixir, Elixir.Elixir.Elixir, Outer.Elixir, Elixir.Outer.Elixir]) # expect: [Elixir, Elixir.Elixir, Elixir.Elixir.Elixir, Outer.Elixir, Outer.Elixir]
IO.inspect([Module.concat(Elixir, Elixir), Module.concat(Elixir.Elixir, Foo), Module.concat([Elixir, "Foo", Elixir])]) # expect: [Elixir.Elixir, Elixir.Elixir.Foo, Foo.Elixir]

defmodule Removes do
  def all do
    alias __MODULE__.Foo
    first = Foo
    alias Elixir.Foo
    {first, Foo}
  end
end

IO.inspect(Removes.all()) # expect: {Removes.Foo, Foo}
