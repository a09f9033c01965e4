# stdlib/elixir/argument_error.ex: raised when an argument is not one the function takes.
defmodule ArgumentError do
  @moduledoc """
  Raised when an argument is not one the function takes.
  """

  defexception message: "argument error"

  # What native functions found wrong is put in words when the stack trace is at hand.
  @impl true
  def blame(exception, [{:erlang, :apply, [module, function, args], _} | _] = stacktrace) do
    message =
      cond do
        not proper_list?(args) ->
          "you attempted to apply a function named #{inspect(function)} on module #{inspect(module)} " <>
            "with arguments #{inspect(args)}. Arguments (the third argument of apply) must always be a proper list"

        is_atom(module) and not is_atom(function) ->
          "you attempted to apply a function named #{inspect(function)} on module #{inspect(module)}. " <>
            "However #{inspect(function)} is not a valid function name. Function names " <>
            "(the second argument of apply) must always be an atom"

        not is_atom(module) and is_atom(function) and args == [] ->
          "you attempted to apply a function named #{inspect(function)} on #{inspect(module)}. " <>
            "If you are using Kernel.apply/3, make sure the module is an atom. " <>
            "If you are using the dot syntax, such as module.function(), " <>
            "make sure the left-hand side of the dot is a module atom"

        not is_atom(module) ->
          "you attempted to apply a function on #{inspect(module)}. " <>
            "Modules (the first argument of apply) must always be an atom"

        true ->
          exception.message
      end

    {%{exception | message: message}, stacktrace}
  end

  def blame(exception, stacktrace), do: {exception, stacktrace}

  defp proper_list?(list), do: is_list(list) and is_list(last_tail(list))

  defp last_tail([_ | tail]), do: last_tail(tail)
  defp last_tail(tail), do: tail
end
