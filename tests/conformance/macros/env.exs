# __ENV__ and __CALLER__.
defmodule Env do
  defmacro where do
    c = __CALLER__
    {c.module, c.function, c.line} |> Macro.escape()
  end
end
defmodule UseEnv do
  require Env
  def f(_), do: Env.where()
  def g, do: {__ENV__.function, __ENV__.module}
  def line, do: __ENV__.line
end
IO.inspect(UseEnv.f(1)) # expect: {UseEnv, {:f, 1}, 10}
IO.inspect(UseEnv.g()) # expect: {{:g, 0}, UseEnv}
IO.inspect(UseEnv.line()) # expect: 12
IO.inspect(__ENV__.module) # expect: nil
IO.inspect(is_binary(__DIR__)) # expect: true
IO.inspect(Path.basename(__ENV__.file)) # expect: "env.exs"
