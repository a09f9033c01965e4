defmodule :application do
  @moduledoc """
  Applications as Erlang's library names them: their environments.

  Starting and stopping applications comes with projects; here no module belongs to one.
  """

  @doc "The application a module belongs to: `:undefined` for every module that was loaded by itself."
  def get_application(pid_or_module) when is_atom(pid_or_module) or is_pid(pid_or_module), do: :undefined

  @doc "The value of `key` of `app`: `{:ok, value}` or `:undefined`."
  def get_env(app, key) do
    case Application.fetch_env(app, key) do
      {:ok, value} -> {:ok, value}
      :error -> :undefined
    end
  end

  @doc "The value of `key` of `app`, or `default`."
  def get_env(app, key, default), do: Application.get_env(app, key, default)
  @doc "All values of `app`."
  def get_all_env(app), do: Application.get_all_env(app)
  @doc "Sets a value."
  def set_env(app, key, value), do: Application.put_env(app, key, value)
  def set_env(app, key, value, _opts), do: Application.put_env(app, key, value)
  @doc "Takes a value away."
  def unset_env(app, key), do: Application.delete_env(app, key)
end
