# stdlib/kernel/kernel/errors.part.ex: raising, throwing, exiting.
# Here: raise, reraise, throw, exit.
# Not here: catching, which `try/1` does.

@doc """
Raises an exception: with a string a `RuntimeError`, with a module that exception, with an exception
itself.

## Examples

    iex> try do
    ...>   raise "oops"
    ...> rescue
    ...>   e in RuntimeError -> e.message
    ...> end
    "oops"
"""
defmacro raise(message) do
  case raised(message, __CALLER__) do
    {:text, text} -> throw_error(call(:"Elixir.RuntimeError", :exception, [text]))
    {:module, module} -> throw_error(call(module, :exception, [[]]))
    other -> throw_error(call(:"Elixir.Kernel.Utils", :raise, [other]))
  end
end

@doc """
Raises the exception of module `exception`, made by its `exception/1` from `attributes`.

## Examples

    iex> try do
    ...>   raise ArgumentError, "bad"
    ...> rescue
    ...>   e -> Exception.message(e)
    ...> end
    "bad"
"""
defmacro raise(exception, attributes) do
  throw_error(call(exception, :exception, [attributes]))
end

@doc """
Raises an exception with a given stack trace, as `__STACKTRACE__` gives it.

## Examples

    try do
      raise "oops"
    rescue
      e -> reraise e, __STACKTRACE__
    end
"""
defmacro reraise(message, stacktrace) do
  case raised(message, __CALLER__) do
    {:text, text} -> throw_again(call(:"Elixir.RuntimeError", :exception, [text]), stacktrace)
    {:module, module} -> throw_again(call(module, :exception, [[]]), stacktrace)
    other -> throw_again(call(:"Elixir.Kernel.Utils", :raise, [other]), stacktrace)
  end
end

@doc """
Raises the exception of module `exception`, made from `attributes`, with a given stack trace.

## Examples

    try do
      raise "oops"
    rescue
      _ -> reraise ArgumentError, [message: "worse"], __STACKTRACE__
    end
"""
defmacro reraise(exception, attributes, stacktrace) do
  throw_again(call(exception, :exception, [attributes]), stacktrace)
end

# What is known of the argument when the code is compiled.
defp raised(message, env) do
  case :"Elixir.Kernel.Utils".expand(message, env) do
    text when is_binary(text) -> {:text, text}
    {:<<>>, _, _} = text -> {:text, text}
    module when is_atom(module) -> {:module, module}
    _ -> message
  end
end

defp call(module, function, args), do: {{:., [], [module, function]}, [], args}
defp throw_error(exception), do: call(:erlang, :error, [exception])
defp throw_again(exception, trace), do: call(:erlang, :raise, [:error, exception, trace])

@doc """
Throws `value` to the next `catch` around; without one the process fails.

## Examples

    iex> try do
    ...>   throw(:done)
    ...> catch
    ...>   x -> x
    ...> end
    :done
"""
@spec throw(term) :: no_return
def throw(term), do: :erlang.throw(term)

@doc """
Ends the process with `reason`, unless a `catch :exit` is around.

Linked processes get the reason, unless it is `:normal`.

## Examples

    iex> try do
    ...>   exit(:shutdown)
    ...> catch
    ...>   :exit, why -> why
    ...> end
    :shutdown
"""
@spec exit(term) :: no_return
def exit(reason), do: :erlang.exit(reason)
