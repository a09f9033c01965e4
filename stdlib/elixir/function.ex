# stdlib/elixir/function.ex: functions as values.
# Not here: calling them by name (apply/3), is_function guards (Kernel).
defmodule Function do
  @moduledoc """
  Functions over functions.

      iex> fun = Function.capture(String, :length, 1)
      iex> fun.("héllo")
      5
  """

  @type information ::
          :arity | :env | :index | :module | :name | :new_index | :new_uniq | :pid | :type | :uniq

  @doc """
  The function `module.function_name/arity` as a value, as `&module.function_name/arity` is.

  It need not exist until it is called.

  ## Examples

      iex> Function.capture(String, :length, 1)
      &String.length/1
  """
  @spec capture(module, atom, arity) :: fun
  def capture(module, function_name, arity), do: :erlang.make_fun(module, function_name, arity)

  @doc """
  What is known of a function, as a keyword list.

  `:type` is `:external` for captures of named functions and `:local` for the others; these have
  `:module`, `:name`, `:arity` and `:env` too, and more that is for debugging only.

  ## Examples

      iex> info = Function.info(&String.length/1)
      iex> {info[:module], info[:name], info[:arity], info[:type]}
      {String, :length, 1, :external}
  """
  @spec info(fun) :: [{information, term}]
  def info(fun), do: :erlang.fun_info(fun)

  @doc """
  One thing known of a function, as a pair.

  ## Examples

      iex> Function.info(fn _ -> :ok end, :arity)
      {:arity, 1}
  """
  @spec info(fun, item) :: {item, term} when item: information
  def info(fun, item), do: :erlang.fun_info(fun, item)

  @doc """
  Gives back what it is given.

  ## Examples

      iex> Enum.group_by(~w(a b a), &Function.identity/1)
      %{"a" => ["a", "a"], "b" => ["b"]}
  """
  @spec identity(value) :: value when value: var
  def identity(value), do: value
end
