# Hello, in three ways: a function, a macro that runs while this compiles, and a list.
defmodule Greeter do
  defmacro shout(text) do
    loud = String.upcase(text)
    quote do: unquote(loud) <> "!"
  end

  def greet(name), do: "Hello, #{name}."
end

defmodule Hello do
  require Greeter

  def run do
    IO.puts(Greeter.shout("hello, world"))

    for {name, n} <- Enum.with_index(["Ada", "Joe", "Robert"], 1) do
      IO.puts("#{n}. #{Greeter.greet(name)}")
    end
  end
end

Hello.run()
