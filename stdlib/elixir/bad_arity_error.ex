# stdlib/elixir/bad_arity_error.ex: raised when an anonymous function is called with a wrong number of arguments.
defmodule BadArityError do
  @moduledoc """
  Raised when an anonymous function is called with a wrong number of arguments.
  """

  defexception [:function, :args]

  @impl true
  def message(exception) do
    fun = exception.function
    args = exception.args
    shown = Enum.map_join(args, ", ", &inspect/1)
    {:arity, arity} = Function.info(fun, :arity)
    "#{inspect(fun)} with arity #{arity} called with #{count(length(args), shown)}"
  end

  defp count(0, _shown), do: "no arguments"
  defp count(1, shown), do: "1 argument (#{shown})"
  defp count(n, shown), do: "#{n} arguments (#{shown})"
end
