# stdlib/ex_unit/ex_unit/callbacks.ex: what happens before and after tests.
# Here: setup and setup_all as macros, how their answers change the context, processes of a test.
# Not here: what runs on_exit callbacks (ExUnit.OnExitHandler).
# Holds: a module keeps its callbacks in attributes; __before_compile__ makes __ex_unit__/2 of them.
defmodule ExUnit.Callbacks do
  @moduledoc """
  What happens before and after tests: `setup`, `setup_all`, `on_exit/2` and processes of a test.

  `setup_all` runs once for a module, in a process of its own that lives as long as the module's tests;
  `setup` runs in each test's process before the test, those of the module before those of a `describe`
  block. A callback is a block, which may take the context, or names functions that take it:

      setup_all do
        {:ok, port: 4000}
      end

      setup :connect

      setup %{socket: socket} do
        on_exit(fn -> close(socket) end)
        [greeting: "hello"]
      end

      defp connect(%{port: port}), do: [socket: open(port)]

  A callback answers `:ok`, or a keyword list or map (perhaps in `{:ok, ...}`) that becomes part of the
  context; anything else is a failure.

  When a test is over, the processes that `start_supervised/2` started are stopped, the test's process
  ends with the reason `:shutdown`, and what `on_exit/2` was given runs in another process, the last first.
  """

  @reserved [:case, :module, :file, :line, :test, :async, :registered, :describe]

  @doc false
  defmacro __using__(_) do
    quote do
      ExUnit.Callbacks.__register__(__MODULE__)
      @before_compile ExUnit.Callbacks
      import ExUnit.Callbacks
    end
  end

  @doc false
  def __register__(module) do
    for {name, value} <- [
          ex_unit_describe: nil,
          ex_unit_setup: [],
          ex_unit_setup_all: [],
          ex_unit_describe_setups: [],
          ex_unit_callback_count: 0
        ] do
      Module.put_attribute(module, name, value)
    end
  end

  # -- setup and setup_all --------------------------------------------------------------------------------------

  @doc """
  Defines what runs before each test: a block, the name of a function, or a list of names.

  ## Examples

      setup do
        [list: []]
      end

      setup :connect
  """
  defmacro setup(block_or_functions)
  defmacro setup(do: block), do: block_callback(:setup, quote(do: _), block)
  defmacro setup(names), do: named_callbacks(:setup, names)

  @doc """
  Defines what runs before each test, with the context.

  ## Examples

      setup %{test: name} do
        [name: name]
      end
  """
  defmacro setup(context, block)
  defmacro setup(context, do: block), do: block_callback(:setup, context, block)

  @doc """
  Defines what runs once before the tests of a module: a block, the name of a function, or a list of names.

  ## Examples

      setup_all do
        [started: System.monotonic_time()]
      end
  """
  defmacro setup_all(block_or_functions)
  defmacro setup_all(do: block), do: block_callback(:setup_all, quote(do: _), block)
  defmacro setup_all(names), do: named_callbacks(:setup_all, names)

  @doc """
  Defines what runs once before the tests of a module, with the context.
  """
  defmacro setup_all(context, block)
  defmacro setup_all(context, do: block), do: block_callback(:setup_all, context, block)

  defp block_callback(kind, context, block) do
    quote bind_quoted: [
            kind: kind,
            context: Macro.escape(context, unquote: true),
            block: Macro.escape(block, unquote: true)
          ] do
      name = ExUnit.Callbacks.__new_callback__(__MODULE__, kind)
      defp unquote(name)(unquote(context)), do: unquote(block)
    end
  end

  defp named_callbacks(kind, names) do
    quote bind_quoted: [kind: kind, names: names] do
      for {name, argument, call} <- ExUnit.Callbacks.__named_callbacks__(__MODULE__, kind, names) do
        defp unquote(name)(unquote(argument)), do: unquote(call)
      end
    end
  end

  @doc false
  # A new name for a block, kept as a callback.
  def __new_callback__(module, kind) do
    name = new_name(module, kind)
    keep(module, kind, [name])
    name
  end

  defp new_name(module, kind) do
    count = Module.get_attribute(module, :ex_unit_callback_count)
    Module.put_attribute(module, :ex_unit_callback_count, count + 1)
    :"__ex_unit_#{kind}_#{count}"
  end

  @doc false
  # Gives the functions to define: within describe a name means what is imported there.
  def __named_callbacks__(module, kind, names) do
    names = Enum.map(List.wrap(names), &checked/1)
    here? = kind == :setup and Module.get_attribute(module, :ex_unit_describe) != nil
    own = for name <- names, do: if(here? and is_atom(name), do: new_name(module, kind), else: name)
    keep(module, kind, own)
    context = {:context, [], nil}
    for {name, meant} <- Enum.zip(own, names), name != meant, do: {name, context, {meant, [], [context]}}
  end

  defp checked(name) when is_atom(name) and name != nil, do: name

  defp checked({module, function} = pair) when is_atom(module) and is_atom(function), do: pair

  defp checked(other) do
    raise ArgumentError,
          "setup/setup_all expect a callback name as an atom or a list of callback names, got: #{inspect(other)}"
  end

  # Kept the last first.
  defp keep(module, kind, names) do
    attribute = attribute(kind, Module.get_attribute(module, :ex_unit_describe))
    Module.put_attribute(module, attribute, Enum.reverse(names) ++ Module.get_attribute(module, attribute))
  end

  defp attribute(:setup, nil), do: :ex_unit_setup
  defp attribute(:setup, _describe), do: :ex_unit_describe_setup
  defp attribute(:setup_all, nil), do: :ex_unit_setup_all

  defp attribute(:setup_all, _describe) do
    raise "cannot invoke setup_all/1-2 inside describe as setup_all always applies to all tests in a module"
  end

  @doc false
  # A describe block begins: what it adds to setup is kept apart.
  def __describe__(module, line, message) do
    Module.put_attribute(module, :ex_unit_describe, {line, message})
    Module.put_attribute(module, :ex_unit_describe_setup, [])
  end

  @doc false
  def __end_describe__(module) do
    {_, message} = Module.get_attribute(module, :ex_unit_describe)
    setups = Module.delete_attribute(module, :ex_unit_describe_setup)
    Module.put_attribute(module, :ex_unit_describe, nil)

    if setups != [] do
      others = Module.get_attribute(module, :ex_unit_describe_setups)
      Module.put_attribute(module, :ex_unit_describe_setups, [{message, Enum.reverse(setups)} | others])
    end
  end

  @doc false
  defmacro __before_compile__(env) do
    module = env.module
    setup_all = module |> Module.get_attribute(:ex_unit_setup_all) |> Enum.reverse()
    setup = module |> Module.get_attribute(:ex_unit_setup) |> Enum.reverse()
    describes = module |> Module.get_attribute(:ex_unit_describe_setups) |> Enum.reverse()
    context = quote(do: context)

    quote generated: true do
      @doc false
      def __ex_unit__(:setup_all, unquote(context)), do: unquote(chain(setup_all, module, context))

      def __ex_unit__(:setup, unquote(context)) do
        unquote(context) = unquote(chain(setup, module, context))
        unquote(by_describe(describes, module, context))
      end
    end
  end

  defp by_describe([], _module, context), do: context

  defp by_describe(describes, module, context) do
    clauses =
      Enum.flat_map(describes, fn {message, setups} ->
        quote(do: (unquote(message) -> unquote(chain(setups, module, context))))
      end)

    otherwise = quote(generated: true, do: (_ -> unquote(context)))
    {:case, [generated: true], [quote(do: unquote(context).describe), [do: clauses ++ otherwise]]}
  end

  # context |> first() |> second(), merging each answer.
  defp chain(callbacks, module, context) do
    Enum.reduce(callbacks, context, fn callback, before ->
      quote generated: true do
        unquote(context) = unquote(before)
        ExUnit.Callbacks.__merge__(unquote(module), unquote(context), unquote(call(callback, context)))
      end
    end)
  end

  defp call({module, function}, context), do: quote(do: unquote(module).unquote(function)(unquote(context)))
  defp call(function, context), do: {function, [], [context]}

  # -- the context ----------------------------------------------------------------------------------------------

  @doc false
  def __merge__(_module, context, :ok), do: context
  def __merge__(module, context, {:ok, value} = original), do: merge(module, context, value, original)
  def __merge__(module, context, value), do: merge(module, context, value, value)

  defp merge(module, _context, %_{}, original), do: raise_answer(module, original)
  defp merge(module, context, more, _original) when is_map(more), do: merge_map(module, context, more)
  defp merge(module, context, more, _original) when is_list(more), do: merge_map(module, context, Map.new(more))
  defp merge(module, _context, _value, original), do: raise_answer(module, original)

  defp merge_map(module, context, more) do
    Map.merge(context, more, fn
      key, old, new when key in @reserved and old != new ->
        raise "ExUnit callback in #{inspect(module)} is trying to set " <>
                "reserved field #{inspect(key)} to #{inspect(new)}"

      _key, _old, new ->
        new
    end)
  end

  defp raise_answer(module, answer) do
    raise "expected ExUnit callback in #{inspect(module)} to " <>
            "return :ok | keyword | map, got #{inspect(answer)} instead"
  end

  # -- at the end of a test -------------------------------------------------------------------------------------

  @doc """
  Has `callback` called when the test is over, or after all tests of the module if called in `setup_all`.

  It runs in another process. A callback of the same name takes the place of the older one.

  ## Examples

      on_exit(fn -> File.rm("test.txt") end)
  """
  @spec on_exit(term, (() -> term)) :: :ok
  def on_exit(name_or_ref \\ make_ref(), callback) when is_function(callback, 0) do
    case ExUnit.OnExitHandler.add(self(), name_or_ref, callback) do
      :ok -> :ok
      :error -> raise ArgumentError, "on_exit/2 callback can only be invoked from the test process"
    end
  end

  # -- processes of a test --------------------------------------------------------------------------------------

  @doc """
  Starts a process under the test's supervisor: `{:ok, pid}` or `{:error, reason}`.

  It is stopped when the test is over, before `on_exit/2`'s callbacks. `opts` change the child specification.

  ## Examples

      {:ok, pid} = start_supervised({Agent, fn -> 0 end})
  """
  @doc since: "1.5.0"
  @spec start_supervised(Supervisor.child_spec() | module | {module, term}, keyword) ::
          Supervisor.on_start_child()
  def start_supervised(child_spec_or_module, opts \\ []) do
    supervisor = supervisor!("start_supervised/2")
    spec = Supervisor.child_spec(child_spec_or_module, opts)

    case Supervisor.start_child(supervisor, spec) do
      {:error, {:already_started, _pid}} -> {:error, {:duplicate_child_name, spec.id}}
      {:error, :already_present} -> {:error, {:duplicate_child_name, spec.id}}
      other -> other
    end
  end

  defp supervisor!(function) do
    case ExUnit.OnExitHandler.get_supervisor(self()) do
      {:ok, nil} -> __start_supervisor__()
      {:ok, supervisor} -> supervisor
      :error -> raise ArgumentError, "#{function} can only be invoked from the test process"
    end
  end

  @doc false
  def __start_supervisor__ do
    {:ok, supervisor} =
      Supervisor.start_link([], strategy: :one_for_one, max_restarts: 1_000_000, max_seconds: 1)

    ExUnit.OnExitHandler.put_supervisor(self(), supervisor)
    supervisor
  end

  @doc """
  As `start_supervised/2`; answers the pid, and raises if the process does not start.

  ## Examples

      pid = start_supervised!({Agent, fn -> 0 end})
  """
  @doc since: "1.6.0"
  @spec start_supervised!(Supervisor.child_spec() | module | {module, term}, keyword) :: pid
  def start_supervised!(child_spec_or_module, opts \\ []) do
    case start_supervised(child_spec_or_module, opts) do
      {:ok, pid} ->
        pid

      {:ok, pid, _info} ->
        pid

      {:error, reason} ->
        raise "failed to start child with the spec #{inspect(child_spec_or_module)}.\n" <>
                "Reason: #{start_failure(reason)}"
    end
  end

  defp start_failure({{:EXIT, reason}, info}) when is_tuple(info) and elem(info, 0) == :child, do: Exception.format_exit(reason)
  defp start_failure({reason, info}) when is_tuple(info) and elem(info, 0) == :child, do: Exception.format_exit(reason)
  defp start_failure(reason), do: Exception.format_exit({:start_spec, reason})

  @doc """
  As `start_supervised!/2`, and links the process to the test: the test fails when it does.

  ## Examples

      pid = start_link_supervised!({Agent, fn -> 0 end})
  """
  @doc since: "1.14.0"
  @spec start_link_supervised!(Supervisor.child_spec() | module | {module, term}, keyword) :: pid
  def start_link_supervised!(child_spec_or_module, opts \\ []) do
    pid = start_supervised!(child_spec_or_module, opts)
    Process.link(pid)
    pid
  end

  @doc """
  Stops a process that `start_supervised/2` started, by the id of its child specification.

  ## Examples

      {:ok, _} = start_supervised({Agent, fn -> 0 end})
      :ok = stop_supervised(Agent)
  """
  @doc since: "1.5.0"
  @spec stop_supervised(id :: term) :: :ok | {:error, :not_found}
  def stop_supervised(id) do
    case ExUnit.OnExitHandler.get_supervisor(self()) do
      {:ok, nil} ->
        {:error, :not_found}

      {:ok, supervisor} ->
        # One that is linked must not take the test along.
        for {^id, pid, _, _} when is_pid(pid) <- Supervisor.which_children(supervisor), do: Process.unlink(pid)

        with :ok <- Supervisor.terminate_child(supervisor, id) do
          # A temporary child is gone already.
          _ = Supervisor.delete_child(supervisor, id)
          :ok
        end

      :error ->
        raise ArgumentError, "stop_supervised/1 can only be invoked from the test process"
    end
  end

  @doc """
  As `stop_supervised/1`; raises if there is no such process.
  """
  @doc since: "1.10.0"
  @spec stop_supervised!(id :: term) :: :ok
  def stop_supervised!(id) do
    case stop_supervised(id) do
      :ok -> :ok
      {:error, :not_found} -> raise "could not stop child ID #{inspect(id)} because it was not found"
    end
  end
end
