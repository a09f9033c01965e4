# Default arguments, defoverridable, super, defdelegate.
defmodule Base1 do
  defmacro __using__(opts) do
    quote do
      def hello(name \\ "you"), do: "hello #{name}"
      def size, do: unquote(opts[:size] || 1)
      def chain(x), do: [:base, x]
      defoverridable hello: 0, hello: 1, size: 0, chain: 1
    end
  end
end
defmodule Over do
  use Base1, size: 5
  def hello(name), do: super(name) <> "!"
  def size, do: super() * 2
  def chain(x), do: [:over | super(x)]
  defoverridable chain: 1
  def chain(x), do: [:again | super(x)]
end
IO.puts(inspect(Over.hello("bob"), width: 900)) # expect: "hello bob!"
IO.puts(inspect(Over.size(), width: 900)) # expect: 10
IO.puts(inspect(Over.chain(1), width: 900)) # expect: [:again, :over, :base, 1]
defmodule Plain do
  use Base1
end
IO.puts(inspect(Plain.hello(), width: 900)) # expect: "hello you"
IO.puts(inspect(Plain.size(), width: 900)) # expect: 1
defmodule Defs do
  def f(a, b \\ 10, c, d \\ fn -> :lazy end), do: {a, b, c, d.()}
  def g(x \\ h()), do: x
  defp h, do: :computed
  def head(a, b \\ :none)
  def head(1, b), do: {:one, b}
  def head(a, b), do: {a, b}
  defdelegate up(s), to: String, as: :upcase
  defdelegate reverse(list), to: Enum
  defdelegate split(s, p \\ ","), to: String
end
IO.puts(inspect(Defs.f(1, 2), width: 900)) # expect: {1, 10, 2, :lazy}
IO.puts(inspect(Defs.f(1, 2, 3), width: 900)) # expect: {1, 2, 3, :lazy}
IO.puts(inspect(Defs.f(1, 2, 3, fn -> :given end), width: 900)) # expect: {1, 2, 3, :given}
IO.puts(inspect(Defs.g(), width: 900)) # expect: :computed
IO.puts(inspect(Defs.head(1), width: 900)) # expect: {:one, :none}
IO.puts(inspect(Defs.head(2, 3), width: 900)) # expect: {2, 3}
IO.puts(inspect(Defs.up("a"), width: 900)) # expect: "A"
IO.puts(inspect(Defs.reverse([1, 2]), width: 900)) # expect: [2, 1]
IO.puts(inspect(Defs.split("a,b"), width: 900)) # expect: ["a", "b"]
IO.puts(inspect(Defs.split("a;b", ";"), width: 900)) # expect: ["a", "b"]
IO.puts(inspect(Defs.__info__(:functions), width: 900)) # expect: [f: 2, f: 3, f: 4, g: 0, g: 1, head: 1, head: 2, reverse: 1, split: 1, split: 2, up: 1]
defmodule Behave do
  @callback run(integer) :: atom
  @callback opt() :: atom
  @optional_callbacks opt: 0
end
defmodule Impl do
  @behaviour Behave
  @impl Behave
  def run(_), do: :ran
end
IO.puts(inspect(Impl.run(1), width: 900)) # expect: :ran
IO.puts(inspect(Impl.__info__(:attributes)[:behaviour], width: 900)) # expect: [Behave]
IO.puts(inspect(Behave.behaviour_info(:callbacks), width: 900)) # expect: [run: 1, opt: 0]
IO.puts(inspect(Behave.behaviour_info(:optional_callbacks), width: 900)) # expect: [opt: 0]
