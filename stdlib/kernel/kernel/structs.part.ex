# stdlib/kernel/kernel/structs.part.ex: structs and exceptions.
# Here: defstruct, defexception, struct, struct!.
# Not here: %Name{} (the compiler); protocols for structs (protocol.ex).

@doc """
Defines the struct of the module: its fields and their defaults.

`fields` are atoms, whose default is `nil`, or pairs. `@enforce_keys` before it lists fields that must
be given. `@derive` before it implements protocols.

## Examples

    defmodule User do
      @enforce_keys [:name]
      defstruct [:name, age: 0]
    end

    %User{name: "Ann"}
"""
defmacro defstruct(fields) do
  quote bind_quoted: [fields: fields] do
    {struct, enforced, pairs} = :"Elixir.Kernel.Utils".defstruct(__MODULE__, fields)
    escaped = :"Elixir.Kernel.Utils".escape_struct(struct, pairs)

    case :vial_compiler.get_attribute(__MODULE__, :derive, nil) do
      nil -> :ok
      [] -> :ok
      derive -> :"Elixir.Protocol".__derive__(derive, __MODULE__, __ENV__)
    end

    @doc false
    Kernel.def(__struct__(), do: unquote(escaped))

    @doc false
    Kernel.def(__struct__(kv), do: :"Elixir.Kernel.Utils".fill_struct(unquote(escaped), unquote(enforced), kv))

    struct
  end
end

@doc """
Defines an exception: a struct with the given fields and `__exception__: true`, a `message/1` when
there is a field `:message`, and `exception/1`, which `raise/2` calls.

## Examples

    defmodule NotFound do
      defexception [:path, message: "not found"]
    end
"""
defmacro defexception(fields) do
  quote bind_quoted: [fields: fields] do
    @behaviour Elixir.Exception
    struct = Kernel.defstruct([__exception__: true] ++ fields)

    case :maps.is_key(:message, struct) do
      true ->
        @impl true
        Kernel.def(message(exception), do: :erlang.map_get(:message, exception))
        Kernel.defoverridable(message: 1)

        @impl true
        Kernel.def(exception(msg) when :erlang.is_binary(msg), do: exception(message: msg))

      false ->
        :ok
    end

    @impl true
    Kernel.def exception(args) when :erlang.is_list(args) do
      :"Elixir.Kernel.Utils".new_exception(__struct__(), args)
    end

    Kernel.defoverridable(exception: 1)
  end
end

@doc """
A struct of the module, or the given struct, with `fields` put in; fields it does not have are left
out.

For fields that must exist use `struct!/2`.

## Examples

    iex> struct(URI, host: "example.com", nothing: 1).host
    "example.com"
    iex> struct(%URI{path: "/"}, host: "b").path
    "/"
"""
@spec struct(module | struct, Enumerable.t()) :: struct
def struct(struct, fields \\ [])
def struct(struct, []) when is_atom(struct), do: :"Elixir.Kernel.Utils".checked_struct(struct, struct.__struct__(), 0)

def struct(struct, fields) when is_atom(struct) do
  put_known(:"Elixir.Kernel.Utils".checked_struct(struct, struct.__struct__(), 0), fields)
end

def struct(%{__struct__: _} = struct, []), do: struct
def struct(%{__struct__: _} = struct, fields), do: put_known(struct, fields)

defp put_known(struct, fields) when is_list(fields), do: put_known_pairs(fields, struct)

defp put_known(struct, fields) do
  put_known_pairs(:"Elixir.Enum".to_list(fields), struct)
end

defp put_known_pairs([{:__struct__, _} | rest], struct), do: put_known_pairs(rest, struct)

defp put_known_pairs([{key, value} | rest], struct) do
  case struct do
    %{^key => _} -> put_known_pairs(rest, :maps.put(key, value, struct))
    _ -> put_known_pairs(rest, struct)
  end
end

defp put_known_pairs([], struct), do: struct

@doc """
As `struct/2`, but a field that does not exist raises `KeyError`, and enforced keys must be given.

## Examples

    iex> struct!(URI, host: "example.com").host
    "example.com"
"""
@spec struct!(module | struct, Enumerable.t()) :: struct
def struct!(struct, fields \\ [])

def struct!(struct, fields) when is_atom(struct) do
  :"Elixir.Kernel.Utils".checked_struct(struct, struct.__struct__(fields), 1)
end

def struct!(%{__struct__: _} = struct, fields) do
  :"Elixir.Enum".reduce(fields, struct, fn
    {:__struct__, _}, acc -> acc
    {key, value}, acc -> :maps.update(key, value, acc)
  end)
end
