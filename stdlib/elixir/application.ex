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
    not_in_function!(__CALLER__, "compile_env/3")

    quote do
      Application.__compile_env__(unquote(app), unquote(key_or_path), unquote(default))
    end
  end

  @doc "As `compile_env/3`; raises when the value is not set."
  defmacro compile_env!(app, key_or_path) do
    not_in_function!(__CALLER__, "compile_env!/2")

    quote do
      Application.__compile_env__!(unquote(app), unquote(key_or_path))
    end
  end

  defp not_in_function!(%{function: nil}, _name), do: :ok

  defp not_in_function!(_env, name),
    do: raise("Application.#{name} cannot be called inside functions, only in the module body")

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
        not_set!(app, path)
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
        not_set!(app, key)
    end
  end

  defp not_set!(app, key_or_path) do
    why =
      if spec(app, :vsn),
        do: "configuration at #{inspect(key_or_path)} was not set",
        else: "the application was not loaded nor configured"

    raise ArgumentError,
          "could not fetch application environment #{inspect(key_or_path)} for application #{inspect(app)} because #{why}"
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
    case invalid_config(config, []) do
      nil ->
        for {app, values} <- config, {key, value} <- values, do: put_env(app, key, value)
        :ok

      what ->
        raise ArgumentError, "argument error: " <> inspect(String.to_charlist(what))
    end
  end

  defp invalid_config([{app, values} | rest], seen) do
    cond do
      not is_atom(app) -> "application: #{:io_lib.format("~p", [app])}; application name must be an atom"
      not is_list(values) -> "application: #{app}; parameters must be a list"
      app in seen -> "duplicate application config: #{app}"
      true -> invalid_values(app, values, []) || invalid_config(rest, [app | seen])
    end
  end

  defp invalid_config([], _seen), do: nil
  defp invalid_config([other | _], _seen), do: "invalid application config: #{:io_lib.format("~p", [other])}"

  defp invalid_values(app, [{key, _} | rest], seen) do
    cond do
      not is_atom(key) -> "application: #{app}; invalid parameter name: #{:io_lib.format("~p", [key])}"
      key in seen -> "application: #{app}; duplicate parameter: #{key}"
      true -> invalid_values(app, rest, [key | seen])
    end
  end

  defp invalid_values(_app, [], _seen), do: nil
  defp invalid_values(app, [other | _], _seen), do: "application: #{app}; invalid parameter: #{:io_lib.format("~p", [other])}"

  @doc "Takes a value away."
  @spec delete_env(app, key, keyword) :: :ok
  def delete_env(app, key, _opts \\ []) when is_atom(app) do
    :vial_settings.put({:env, app}, Map.delete(env(app), key))
  end

  # -- applications themselves
  #
  # What is known of an application is under {:spec, app}: the properties of its resource file; the pid of its top
  # supervisor under {:running, app}. Projects load theirs; the library's own are always there.

  @own [:kernel, :stdlib, :compiler, :elixir, :ex_unit, :iex, :logger, :mix, :eex]

  @doc """
  Loads what is known of an application: `:ok`, or `{:error, reason}`.

  ## Examples

      iex> Application.load(:no_such_application)
      {:error, {'no such file or directory', 'no_such_application.app'}}
  """
  @spec load(app) :: :ok | {:error, term}
  def load(app) when is_atom(app) do
    cond do
      app in @own or specification(app) != nil -> {:error, {:already_loaded, app}}
      true -> {:error, {'no such file or directory', :erlang.atom_to_list(app) ++ '.app'}}
    end
  end

  @doc false
  # :application.load/1 of a specification.
  def __load__(app, properties) do
    if specification(app) do
      {:error, {:already_loaded, app}}
    else
      :vial_settings.put({:spec, app}, properties)
      :vial_settings.put(:loaded_applications, [app | loaded()])
      for {key, value} <- Keyword.get(properties, :env, []), fetch_env(app, key) == :error, do: put_env(app, key, value)
      :ok
    end
  end

  defp specification(app), do: :vial_settings.get({:spec, app}, nil)
  defp loaded, do: :vial_settings.get(:loaded_applications, [])
  defp running, do: :vial_settings.get(:started_applications, [])

  @doc "Makes sure that an application is loaded: `:ok`, or `{:error, reason}`."
  @spec ensure_loaded(app) :: :ok | {:error, term}
  def ensure_loaded(app) when is_atom(app) do
    case load(app) do
      {:error, {:already_loaded, ^app}} -> :ok
      other -> other
    end
  end

  @doc "Forgets an application that is loaded and not running."
  @spec unload(app) :: :ok | {:error, term}
  def unload(app) when is_atom(app) do
    cond do
      app in @own or List.keymember?(running(), app, 0) -> {:error, {:running, app}}
      specification(app) == nil -> {:error, {:not_loaded, app}}
      true -> forget(app)
    end
  end

  defp forget(app) do
    :vial_settings.put({:spec, app}, nil)
    :vial_settings.put(:loaded_applications, loaded() -- [app])
  end

  @doc """
  Starts an application: its call-back module's `start/2`, after those it needs have been started.

  ## Examples

      iex> Application.start(:elixir)
      {:error, {:already_started, :elixir}}
  """
  @spec start(app, :permanent | :transient | :temporary) :: :ok | {:error, term}
  def start(app, _type \\ :temporary) when is_atom(app) do
    with :ok <- ensure_loaded(app),
         :ok <- not_started(app),
         :ok <- needs_started(app),
         {:ok, pid, state} <- call_start(app) do
      :vial_settings.put(:started_applications, [{app, pid, state} | running()])
      :ok
    end
  end

  # Of the library's own applications, the test framework alone has to be started.
  defp not_started(:ex_unit) do
    if Process.whereis(ExUnit.Server), do: {:error, {:already_started, :ex_unit}}, else: :ok
  end

  defp not_started(app) do
    if app in @own or List.keymember?(running(), app, 0), do: {:error, {:already_started, app}}, else: :ok
  end

  defp needs_started(app) do
    missing = Enum.find(spec(app, :applications) || [], &(not_started(&1) == :ok))
    if missing, do: {:error, {:not_started, missing}}, else: :ok
  end

  defp call_start(:ex_unit), do: with({:ok, pid} <- ExUnit.start(:normal, []), do: {:ok, pid, []})

  defp call_start(app) do
    case spec(app, :mod) do
      {module, args} -> started(module.start(:normal, args), app, module, args)
      _ -> {:ok, nil, nil}
    end
  rescue
    error -> {:error, {:bad_return, {{elem(spec(app, :mod), 0), :start, [:normal, elem(spec(app, :mod), 1)]}, {:EXIT, {error, __STACKTRACE__}}}}}
  end

  defp started({:ok, pid}, _, _, _) when is_pid(pid), do: {:ok, pid, []}
  defp started({:ok, pid, state}, _, _, _) when is_pid(pid), do: {:ok, pid, state}

  defp started({:error, reason}, _, module, args),
    do: {:error, {reason, {module, :start, [:normal, args]}}}

  defp started(other, _, module, args), do: {:error, {:bad_return, {{module, :start, [:normal, args]}, other}}}

  @doc "As `start/2`, but `:ok` when it is running already."
  @spec ensure_started(app, :permanent | :transient | :temporary) :: :ok | {:error, term}
  def ensure_started(app, type \\ :temporary) when is_atom(app) do
    case start(app, type) do
      {:error, {:already_started, ^app}} -> :ok
      other -> other
    end
  end

  @doc """
  Starts an application and all it needs: `{:ok, those_started}` or `{:error, {app, reason}}`.

  ## Examples

      iex> Application.ensure_all_started(:elixir)
      {:ok, []}
  """
  @spec ensure_all_started(app, :permanent | :transient | :temporary) :: {:ok, [app]} | {:error, {app, term}}
  def ensure_all_started(app, type \\ :temporary) when is_atom(app) do
    case start_all([app], type, []) do
      {:ok, started} -> {:ok, Enum.reverse(started)}
      {:error, reason, started} -> undo(started, reason)
    end
  end

  defp undo(started, reason) do
    Enum.each(started, &stop/1)
    {:error, reason}
  end

  defp start_all([], _type, started), do: {:ok, started}

  defp start_all([app | rest], type, started) do
    case start(app, type) do
      :ok -> start_all(rest, type, [app | started])
      {:error, {:already_started, ^app}} -> start_all(rest, type, started)
      {:error, {:not_started, needed}} -> start_all([needed, app | rest], type, started)
      {:error, reason} -> {:error, {app, reason}, started}
    end
  end

  @doc "Stops an application: `:ok` or `{:error, {:not_started, app}}`."
  @spec stop(app) :: :ok | {:error, term}
  def stop(app) when is_atom(app) do
    case List.keytake(running(), app, 0) do
      {{_, pid, state}, rest} ->
        :vial_settings.put(:started_applications, rest)
        stop_running(app, pid, state)

      nil ->
        {:error, {:not_started, app}}
    end
  end

  defp stop_running(_app, nil, _state), do: :ok

  defp stop_running(app, pid, state) do
    {module, _} = spec(app, :mod)
    state = if function_exported?(module, :prep_stop, 1), do: module.prep_stop(state), else: state
    ref = Process.monitor(pid)
    Process.unlink(pid)
    Process.exit(pid, :shutdown)

    receive do
      {:DOWN, ^ref, _, _, _} -> :ok
    end

    if function_exported?(module, :stop, 1), do: module.stop(state)
    :ok
  end

  @doc """
  The applications that run: `[{app, description, version}]`.

  ## Examples

      iex> List.keymember?(Application.started_applications(), :elixir, 0)
      true
  """
  @spec started_applications(timeout) :: [{app, charlist, charlist}]
  def started_applications(_timeout \\ 5000),
    do: for(app <- Enum.map(running(), &elem(&1, 0)) ++ @own, do: described(app))

  @doc "The applications that are loaded: `[{app, description, version}]`."
  @spec loaded_applications() :: [{app, charlist, charlist}]
  def loaded_applications, do: for(app <- loaded() ++ @own, do: described(app))

  defp described(app), do: {app, spec(app, :description) || :erlang.atom_to_list(app), spec(app, :vsn) || []}

  @doc """
  What is known of an application, or `nil` when it is not loaded.

  ## Examples

      iex> Application.spec(:no_such_application)
      nil
  """
  @spec spec(app) :: keyword | nil
  def spec(app) when is_atom(app) do
    case own_spec(app) || specification(app) do
      nil -> nil
      properties -> for key <- [:description, :id, :vsn, :modules, :maxP, :maxT, :registered, :included_applications, :optional_applications, :applications, :mod, :start_phases], do: {key, property(properties, key)}
    end
  end

  @doc """
  One of the things known of an application, or `nil`.

  ## Examples

      iex> Application.spec(:elixir, :vsn) |> List.to_string()
      System.version()
  """
  @spec spec(app, atom) :: term
  def spec(app, key) when is_atom(app) and is_atom(key) do
    case own_spec(app) || specification(app) do
      nil -> nil
      properties -> property(properties, key)
    end
  end

  defp own_spec(app) when app in @own,
    do: [description: :erlang.atom_to_list(app), vsn: String.to_charlist(System.version())]

  defp own_spec(_), do: nil

  @defaults [description: [], id: [], vsn: [], modules: [], maxP: :infinity, maxT: :infinity, registered: [], included_applications: [], optional_applications: [], applications: [], mod: [], start_phases: :undefined]

  defp property(properties, key), do: Keyword.get(properties, key, Keyword.get(@defaults, key))

  @doc """
  The application a module belongs to, or `nil`.

  ## Examples

      iex> Application.get_application(NoSuchModule)
      nil
  """
  @spec get_application(atom) :: atom | nil
  def get_application(module) when is_atom(module),
    do: Enum.find(loaded(), fn app -> module in spec(app, :modules) end)

  @doc "The folder of an application: none is known by name, so it raises `ArgumentError`."
  @spec app_dir(app) :: String.t()
  def app_dir(app) when is_atom(app), do: raise(ArgumentError, "unknown application: #{inspect(app)}")

  @doc "A path below the folder of an application."
  @spec app_dir(app, String.t() | [String.t()]) :: String.t()
  def app_dir(app, path) when is_atom(app) and (is_binary(path) or is_list(path)), do: app_dir(app)

  @doc """
  A reason of `start/2` or `stop/1` in words.

  ## Examples

      iex> Application.format_error({:already_started, :a})
      "already started application a"
  """
  @spec format_error(any) :: String.t()
  def format_error(reason) do
    case reason do
      {:already_loaded, app} -> "already loaded application #{app}"
      {:not_loaded, app} -> "not loaded application #{app}"
      {:already_started, app} -> "already started application #{app}"
      {:not_started, app} -> "not started application #{app}"
      {:running, app} -> "running application #{app}"
      {:bad_return, {call, {:EXIT, exit}}} -> "exited in: " <> shown(call) <> "\n    ** (EXIT) " <> Exception.format_exit(exit)
      {:bad_return, {call, value}} -> shown(call) <> " returned a bad value: " <> inspect(value)
      {reason, {module, fun, args}} when is_list(args) -> shown({module, fun, args}) <> " returned an error: " <> inspect(reason)
      reason -> Exception.format_exit(reason)
    end
  end

  defp shown({module, fun, args}), do: Exception.format_mfa(module, fun, args)

  @doc "As `compile_env/3` in code that is made by macros, with its environment."
  @spec compile_env(Macro.Env.t(), app, key | list, value) :: value
  def compile_env(%Macro.Env{}, app, key_or_path, default), do: __compile_env__(app, key_or_path, default)

  @doc "As `compile_env!/2` in code that is made by macros, with its environment."
  @spec compile_env!(Macro.Env.t(), app, key | list) :: value
  def compile_env!(%Macro.Env{}, app, key_or_path), do: __compile_env__!(app, key_or_path)
end
