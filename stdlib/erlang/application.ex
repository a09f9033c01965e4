defmodule :application do
  @moduledoc """
  Applications as Erlang's library names them: their environments, starting and stopping them; see `Application`.

  ## Examples

      iex> :application.load({:application, :doc_loaded, [vsn: '1.0', env: [a: 1]]})
      :ok
      iex> :application.get_key(:doc_loaded, :vsn)
      {:ok, '1.0'}
      iex> :application.get_env(:doc_loaded, :a)
      {:ok, 1}
  """

  @doc "The application a module belongs to: `{:ok, app}` or `:undefined`."
  def get_application(module) when is_atom(module) do
    case Application.get_application(module) do
      nil -> :undefined
      app -> {:ok, app}
    end
  end

  def get_application(pid) when is_pid(pid), do: :undefined

  @doc "Loads an application, by name or by its specification `{:application, app, properties}`."
  def load({:application, app, properties}) when is_atom(app) and is_list(properties), do: Application.__load__(app, properties)
  def load(app), do: Application.load(app)

  @doc "Forgets an application that is loaded."
  def unload(app), do: Application.unload(app)

  @doc "Starts an application."
  def start(app), do: Application.start(app)
  def start(app, type), do: Application.start(app, type)

  @doc "Starts an application and all it needs."
  def ensure_all_started(app), do: Application.ensure_all_started(app)
  def ensure_all_started(app, type), do: Application.ensure_all_started(app, type)
  def ensure_started(app), do: Application.ensure_started(app)
  def ensure_started(app, type), do: Application.ensure_started(app, type)

  @doc "Stops an application."
  def stop(app), do: Application.stop(app)

  @doc "The applications that run, and those that are loaded."
  def which_applications, do: Application.started_applications()
  def which_applications(timeout), do: Application.started_applications(timeout)
  def loaded_applications, do: Application.loaded_applications()

  @doc "One of the things known of an application, or all: `{:ok, value}` or `:undefined`."
  def get_key(app, key) do
    case Application.spec(app, key) do
      nil -> :undefined
      value -> {:ok, value}
    end
  end

  def get_all_key(app) do
    case Application.spec(app) do
      nil -> :undefined
      properties -> {:ok, properties}
    end
  end

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
