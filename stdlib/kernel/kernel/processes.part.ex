# stdlib/kernel/kernel/processes.part.ex: processes, messages, calls by name.
# Here: spawn*, send, self, node, make_ref, apply, function_exported?, macro_exported?.
# Not here: Process, which has the rest.

@doc """
The process identifier of the process that asks.

Allowed in guards.

## Examples

    iex> is_pid(self())
    true
"""
@spec self() :: pid
def self(), do: :erlang.self()

@doc """
The name of this node, `:nonode@nohost` when it is no part of a cluster.

Allowed in guards.

## Examples

    iex> is_atom(node())
    true
"""
@spec node :: node
def node, do: :erlang.node()

@doc """
The node where a process, port or reference was made.

Allowed in guards.

## Examples

    iex> node(self()) == node()
    true
"""
@spec node(pid | reference | port) :: node
def node(arg), do: :erlang.node(arg)

@doc """
A reference that no other call gives.

## Examples

    iex> make_ref() == make_ref()
    false
"""
@spec make_ref() :: reference
def make_ref(), do: :erlang.make_ref()

@doc """
Sends `message` to `dest`, a process, a registered name or `{name, node}`, and gives the message.

A process that is gone gets nothing, without an error; an unknown name raises `ArgumentError`.

## Examples

    iex> send(self(), :hello)
    iex> receive do: (x -> x)
    :hello
"""
@spec send(dest :: Process.dest(), message) :: message when message: any
def send(dest, message), do: :erlang.send(dest, message)

@doc """
Starts a process that runs `fun`, and gives its identifier.

## Examples

    iex> me = self()
    iex> spawn(fn -> send(me, :done) end)
    iex> receive do: (x -> x)
    :done
"""
@spec spawn((() -> any)) :: pid
def spawn(fun), do: :erlang.spawn(fun)

@doc """
Starts a process that calls `module.fun` with the list `args`.

## Examples

    iex> is_pid(spawn(IO, :iodata_length, ["abc"]))
    true
"""
@spec spawn(module, atom, list) :: pid
def spawn(module, fun, args), do: :erlang.spawn(module, fun, args)

@doc """
Starts a process linked to this one: when one fails the other is told.

## Examples

    iex> is_pid(spawn_link(fn -> :ok end))
    true
"""
@spec spawn_link((() -> any)) :: pid
def spawn_link(fun), do: :erlang.spawn_link(fun)

@doc """
Starts a linked process that calls `module.fun` with the list `args`.

## Examples

    iex> is_pid(spawn_link(IO, :iodata_length, ["abc"]))
    true
"""
@spec spawn_link(module, atom, list) :: pid
def spawn_link(module, fun, args), do: :erlang.spawn_link(module, fun, args)

@doc """
Starts a process and a monitor of it; gives both.

## Examples

    iex> {pid, ref} = spawn_monitor(fn -> :ok end)
    iex> receive do: ({:DOWN, ^ref, :process, ^pid, reason} -> reason)
    :normal
"""
@spec spawn_monitor((() -> any)) :: {pid, reference}
def spawn_monitor(fun), do: :erlang.spawn_monitor(fun)

@doc """
Starts a process that calls `module.fun` with the list `args`, and a monitor of it; gives both.

## Examples

    iex> {pid, _ref} = spawn_monitor(IO, :iodata_length, ["abc"])
    iex> is_pid(pid)
    true
"""
@spec spawn_monitor(module, atom, list) :: {pid, reference}
def spawn_monitor(module, fun, args), do: :erlang.spawn_monitor(module, fun, args)

@doc """
Calls `fun` with the list `args`.

## Examples

    iex> apply(fn x, y -> x + y end, [1, 2])
    3
"""
@spec apply(fun, [any]) :: any
def apply(fun, args), do: :erlang.apply(fun, args)

@doc """
Calls `module.function` with the list `args`.

## Examples

    iex> apply(Enum, :reverse, [[1, 2, 3]])
    [3, 2, 1]
"""
@spec apply(module, function_name :: atom, [any]) :: any
def apply(module, function_name, args), do: :erlang.apply(module, function_name, args)

@doc """
Whether `module` is loaded and has a public function of that name and arity.

It does not load the module: see `Code.ensure_loaded/1`.

## Examples

    iex> function_exported?(Enum, :map, 2)
    true
    iex> function_exported?(Enum, :map, 7)
    false
"""
@spec function_exported?(module, atom, arity) :: boolean
def function_exported?(module, function, arity) do
  :erlang.function_exported(module, function, arity)
end

@doc """
Whether `module` is loaded and has a public macro of that name and arity.

## Examples

    iex> macro_exported?(Kernel, :if, 2)
    true
"""
@spec macro_exported?(module, atom, arity) :: boolean
def macro_exported?(module, macro, arity)
    when :erlang.andalso(is_atom(module), :erlang.andalso(is_atom(macro), is_integer(arity))) do
  name = :erlang.binary_to_atom(<<"MACRO-", :erlang.atom_to_binary(macro)::binary>>)
  :erlang.function_exported(module, name, arity + 1)
end
