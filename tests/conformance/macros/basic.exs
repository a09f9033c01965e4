# Macros get quoted forms and return them.
defmodule Mac do
  defmacro twice(expr) do
    quote do
      unquote(expr)
      unquote(expr)
    end
  end
  defmacro my_unless(cond, do: body) do
    quote do
      if unquote(cond), do: nil, else: unquote(body)
    end
  end
  defmacro show(expr) do
    text = Macro.to_string(expr)
    quote do
      {unquote(text), unquote(expr)}
    end
  end
  defmacro defconst(name, value) do
    quote do
      def unquote(name)(), do: unquote(value)
    end
  end
end
defmodule UseMac do
  require Mac
  import Mac
  defconst :answer, 42
  def t, do: twice(send(self(), :sent))
  def u(x), do: my_unless(x, do: :ran)
  def s(a), do: show(a + 1 * 2)
end
IO.inspect(UseMac.answer()) # expect: 42
UseMac.t()
IO.inspect((receive do m -> receive do m2 -> {m, m2} end end)) # expect: {:sent, :sent}
IO.inspect({UseMac.u(true), UseMac.u(false)}) # expect: {nil, :ran}
IO.inspect(UseMac.s(3)) # expect: {"a + 1 * 2", 5}
