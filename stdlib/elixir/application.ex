defmodule Application do
  @moduledoc """
  Values that configure a program, by application and key.

  The values live in one table that any process may read; `put_env/4` changes them at run time.
  """

  @type app :: atom
  @type key :: atom
  @type value :: term
  @type state :: term

  @doc "Starts the application: gives the pid of its top supervisor."
  @callback start(type :: term, args :: term) :: {:ok, pid} | {:ok, pid, state} | {:error, reason :: term}
  @doc "Called before the application stops."
  @callback prep_stop(state) :: state
  @doc "Called after the application has stopped."
  @callback stop(state) :: term
  @callback start_phase(phase :: term, type :: term, args :: term) :: :ok | {:error, reason :: term}
  @callback config_change(changed :: keyword, new :: keyword, removed :: [atom]) :: :ok
  @optional_callbacks start_phase: 3, prep_stop: 1, config_change: 3

  @doc false
  defmacro __using__(_) do
    quote location: :keep do
      @behaviour Application

      @doc false
      def stop(_state), do: :ok

      defoverridable Application
    end
  end

  # One entry for each application: a map.
  defp env(app), do: :vial_settings.get({:env, app}, %{})

  @doc """
  The value of `key` of `app`, or `default`.

  ## Examples

      iex> Application.put_env(:doc_app, :colour, :red)
      iex> Application.get_env(:doc_app, :colour)
      :red
      iex> Application.get_env(:doc_app, :taste, :none)
      :none
  """
  @spec get_env(app, key, value) :: value
  def get_env(app, key, default \\ nil) when is_atom(app) do
    case env(app) do
      %{^key => value} -> value
      _ -> default
    end
  end

  @doc "As `get_env/3`; meant for reads while compiling."
  defmacro compile_env(app, key_or_path, default \\ nil) do
    quote do
      Application.__compile_env__(unquote(app), unquote(key_or_path), unquote(default))
    end
  end

  @doc "As `compile_env/3`; raises when the value is not set."
  defmacro compile_env!(app, key_or_path) do
    quote do
      Application.__compile_env__!(unquote(app), unquote(key_or_path))
    end
  end

  @doc false
  def __compile_env__(app, path, default) do
    case fetch_path(app, List.wrap(path)) do
      {:ok, value} -> value
      :error -> default
    end
  end

  @doc false
  def __compile_env__!(app, path) do
    case fetch_path(app, List.wrap(path)) do
      {:ok, value} ->
        value

      :error ->
        raise ArgumentError,
              "could not fetch application environment #{inspect(path)} for application #{inspect(app)}"
    end
  end

  defp fetch_path(app, [key | path]) do
    Enum.reduce_while(path, fetch_env(app, key), fn
      key, {:ok, value} ->
        case Access.fetch(value, key) do
          {:ok, value} -> {:cont, {:ok, value}}
          :error -> {:halt, :error}
        end

      _key, :error ->
        {:halt, :error}
    end)
  end

  @doc "The value of `key` of `app`: `{:ok, value}` or `:error`."
  @spec fetch_env(app, key) :: {:ok, value} | :error
  def fetch_env(app, key) when is_atom(app), do: Map.fetch(env(app), key)

  @doc "As `fetch_env/2`; raises `ArgumentError` when it is not set."
  @spec fetch_env!(app, key) :: value
  def fetch_env!(app, key) when is_atom(app) do
    case fetch_env(app, key) do
      {:ok, value} ->
        value

      :error ->
        raise ArgumentError,
              "could not fetch application environment #{inspect(key)} for application " <>
                "#{inspect(app)} because configuration at #{inspect(key)} was not set"
    end
  end

  @doc "All values of `app`, as a keyword list."
  @spec get_all_env(app) :: [{key, value}]
  def get_all_env(app) when is_atom(app), do: Map.to_list(env(app))

  @doc "Sets the value of `key` of `app`."
  @spec put_env(app, key, value, keyword) :: :ok
  def put_env(app, key, value, _opts \\ []) when is_atom(app) do
    :vial_settings.put({:env, app}, Map.put(env(app), key, value))
  end

  @doc "Sets values of several applications: `[{app, [{key, value}]}]`. Keyword values are merged deeply."
  @spec put_all_env([{app, [{key, value}]}], keyword) :: :ok
  def put_all_env(config, _opts \\ []) when is_list(config) do
    for {app, values} <- config, {key, value} <- values, do: put_env(app, key, value)
    :ok
  end

  @doc "Takes a value away."
  @spec delete_env(app, key, keyword) :: :ok
  def delete_env(app, key, _opts \\ []) when is_atom(app) do
    :vial_settings.put({:env, app}, Map.delete(env(app), key))
  end
end
