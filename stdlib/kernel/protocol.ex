# stdlib/kernel/protocol.ex: protocols: functions that each type of value implements for itself.
# Here: what defprotocol, defimpl and @derive do; consolidation; questions about protocols.
# Not here: the macros' names (kernel/define.part.ex), Protocol.UndefinedError (stdlib/elixir).
# Holds: the implementation of P for type T is the module P.T, found by its name when it is needed, so
# types and implementations may come at any time. A consolidated protocol knows all of them.
defmodule Protocol do
  @moduledoc """
  Functions that work on many types of values, each type in its own way.

  A protocol names functions; `defimpl/3` gives them for a type. The first argument of a call decides
  which implementation runs. Use one where types that you do not know yet shall take part; where all
  cases are known, pattern matching is simpler and faster.

      defprotocol Size do
        @doc "How many things `value` holds."
        def size(value)
      end

      defimpl Size, for: BitString do
        def size(string), do: byte_size(string)
      end

      defimpl Size, for: Map do
        def size(map), do: map_size(map)
      end

      Size.size("four")
      #=> 4

  ## Types

  `for:` takes the module of a struct, `Atom`, `BitString`, `Float`, `Function`, `Integer`, `List`,
  `Map`, `PID`, `Port`, `Reference`, `Tuple` or `Any`. A struct is not a map here. With
  `@fallback_to_any true` in the protocol the implementation for `Any` serves what has none of its own.

  ## Deriving

  `@derive [Size]` before `defstruct` implements `Size` by its `Any`, which may say how with a macro
  `__deriving__/3`.

  ## Consolidation

  `consolidate/2` makes a protocol with all its implementations known, whose calls are faster. Projects
  do it when they are compiled. Implementations that come later are not seen by it.
  """

  @doc """
  Declares a function of the protocol being defined; only inside `defprotocol/2`.

  ## Examples

      defprotocol Blank do
        def blank?(value)
      end
  """
  defmacro def(signature)

  defmacro def({_, _, args}) when args == [] or is_atom(args) do
    raise ArgumentError, "protocol functions expect at least one argument"
  end

  defmacro def({name, _, args}) when is_atom(name) and is_list(args) do
    arity = length(args)
    type_args = :lists.map(fn _ -> quote(do: term) end, :lists.seq(2, arity))
    type_args = [quote(do: t) | type_args]
    call_args = :lists.map(fn i -> {String.to_atom(<<?x, ?0 + i>>), [], __MODULE__} end, :lists.seq(2, arity))
    call_args = [quote(do: term) | call_args]

    quote generated: true do
      name = unquote(name)
      arity = unquote(arity)
      @__functions__ {name, arity}
      Protocol.__function__(__MODULE__, {name, arity})

      Kernel.def unquote(name)(unquote_splicing(call_args)) do
        impl_for!(term).unquote(name)(unquote_splicing(call_args))
      end

      Protocol.__callback__(__MODULE__, name, arity)
      unquote(callback(name, type_args))
    end
  end

  defmacro def(_) do
    raise ArgumentError, "invalid arguments for def inside defprotocol"
  end

  # The callback that the function is, unless a @spec says more.
  defp callback(name, type_args) do
    quote do
      @callback unquote(name)(unquote_splicing(type_args)) :: term
    end
  end

  @doc """
  Whether `module` is loaded or can be, and is a protocol; otherwise raises `ArgumentError`.

  ## Examples

      iex> Protocol.assert_protocol!(Enumerable)
      :ok
  """
  @spec assert_protocol!(module) :: :ok
  def assert_protocol!(module), do: assert_protocol!(module, "")

  defp assert_protocol!(module, extra) do
    case Code.ensure_compiled(module) do
      {:module, ^module} -> :ok
      {:error, reason} -> raise ArgumentError, not_loaded(module, reason) <> extra
    end

    if function_exported?(module, :__protocol__, 1) do
      :ok
    else
      raise ArgumentError, "#{inspect(module)} is not a protocol" <> extra
    end
  end

  @doc """
  Checks that `base` implements `protocol`; otherwise raises `ArgumentError`.

  ## Examples

      iex> Protocol.assert_impl!(Enumerable, List)
      :ok
  """
  @spec assert_impl!(module, module) :: :ok
  def assert_impl!(protocol, base), do: assert_impl!(protocol, base, "")

  defp not_loaded(module, reason), do: "could not load module #{inspect(module)} due to reason #{inspect(reason)}"

  defp assert_impl!(protocol, base, extra) do
    impl = Module.concat(protocol, base)

    case Code.ensure_compiled(impl) do
      {:module, ^impl} -> :ok
      {:error, reason} -> raise ArgumentError, not_loaded(impl, reason) <> extra
    end

    unless function_exported?(impl, :__impl__, 1) do
      raise ArgumentError, "#{inspect(impl)} is not an implementation of a protocol" <> extra
    end

    case impl.__impl__(:protocol) do
      ^protocol ->
        :ok

      other ->
        raise ArgumentError,
              "expected #{inspect(impl)} to be an implementation of #{inspect(protocol)}" <>
                ", got: #{inspect(other)}" <> extra
    end
  end

  @doc """
  Implements `protocol` for the struct `module` by the protocol's `Any`, as `@derive` would.

  ## Examples

      require Protocol
      Protocol.derive(Size, User, only: [:name])
  """
  defmacro derive(protocol, module, options \\ []) do
    quote do
      module = unquote(module)
      Protocol.__derive__([{unquote(protocol), unquote(options)}], module, __ENV__)
    end
  end

  @doc """
  The protocols among the modules below `paths`.

  ## Examples

      iex> Protocol.extract_protocols([])
      []
  """
  @spec extract_protocols([charlist | String.t()]) :: [atom]
  def extract_protocols(paths) do
    matching(paths, "", fn module -> if protocol?(module), do: module end)
  end

  @doc """
  The types that `protocol` is implemented for by modules below `paths`.

  ## Examples

      iex> Protocol.extract_impls(Enumerable, [])
      []
  """
  @spec extract_impls(module, [charlist | String.t()]) :: [atom]
  def extract_impls(protocol, paths) when is_atom(protocol) do
    matching(paths, Atom.to_string(protocol) <> ".", fn module ->
      if Code.ensure_loaded?(module) and function_exported?(module, :__impl__, 1) and
           module.__impl__(:protocol) == protocol,
         do: module.__impl__(:for)
    end)
  end

  defp matching(paths, prefix, fun) do
    for path <- paths,
        file <- list_folder(path),
        name = Path.basename(file),
        String.starts_with?(name, "Elixir." <> ""),
        String.starts_with?(name, prefix),
        found = fun.(String.to_atom(Path.rootname(name))),
        do: found
  end

  defp list_folder(path) do
    case File.ls(to_string(path)) do
      {:ok, files} -> files
      _ -> []
    end
  end

  defp protocol?(module) do
    Code.ensure_loaded?(module) and function_exported?(module, :__protocol__, 1) and
      module.__protocol__(:module) == module
  end

  @doc """
  Whether `protocol` is consolidated.

  ## Examples

      iex> is_boolean(Protocol.consolidated?(Enumerable))
      true
  """
  @spec consolidated?(module) :: boolean
  def consolidated?(protocol), do: protocol.__protocol__(:consolidated?)

  @doc """
  Bytecode of `protocol` as if it knew the implementations for `types` and no others.

  The module that is loaded stays as it is. Errors: `{:error, :not_a_protocol}`,
  `{:error, :no_beam_info}` when nothing is known of the module.
  """
  @spec consolidate(module, [module]) ::
          {:ok, binary} | {:error, :not_a_protocol} | {:error, :no_beam_info}
  def consolidate(protocol, types) when is_atom(protocol) do
    if protocol?(protocol) do
      {:ok, :vial_compiler.consolidated(protocol, consolidated_body(protocol, types))}
    else
      {:error, :not_a_protocol}
    end
  end

  # The functions of a consolidated protocol: a clause for each type.
  defp consolidated_body(protocol, types) do
    any? = :lists.member(Any, types) and protocol.__info__(:attributes)[:__protocol__][:fallback_to_any]
    any = if any?, do: Module.concat(protocol, Any)

    built_in =
      for {guard, type} <- __built_in__() do
        target = if :lists.member(type, types), do: Module.concat(protocol, type), else: any
        quote(do: Kernel.def(impl_for(data) when :erlang.unquote(guard)(data), do: unquote(target)))
      end

    structs =
      for type <- types, type != Any, not :lists.keymember(type, 2, __built_in__()) do
        quote(do: defp(struct_impl_for(unquote(type)), do: unquote(Module.concat(protocol, type))))
      end

    functions =
      for {name, arity} <- protocol.__protocol__(:functions) do
        args = Macro.generate_arguments(arity, __MODULE__)

        quote do
          Kernel.def unquote(name)(unquote_splicing(args)) do
            impl_for!(unquote(hd(args))).unquote(name)(unquote_splicing(args))
          end
        end
      end

    quote do
      unquote_splicing(functions)
      Kernel.def(impl_for(%struct{}), do: struct_impl_for(struct))
      unquote_splicing(built_in)
      unquote_splicing(structs)
      defp struct_impl_for(_), do: unquote(any)
      unquote(asking(protocol, protocol.__protocol__(:functions), true, types))
    end
  end

  ## Callbacks of the macros

  @doc false
  def __protocol__(name, do: block) do
    quote do
      defmodule unquote(name) do
        @before_compile Protocol

        # Functions are only declared here.
        import Kernel,
          except: [
            def: 1, def: 2, defp: 1, defp: 2, defdelegate: 2, defguard: 1, defguardp: 1,
            defmacro: 1, defmacro: 2, defmacrop: 1, defmacrop: 2
          ]

        import Protocol, only: [def: 1]

        Module.register_attribute(__MODULE__, :__functions__, accumulate: true)
        @fallback_to_any false

        unquote(block)
      end
    end
  end

  @doc false
  def __function__(module, function) do
    earlier = Module.get_attribute(module, :__functions__)

    if :erlang.length(:lists.filter(&(&1 == function), earlier)) > 1 do
      {name, arity} = function
      raise ArgumentError, "function #{name}/#{arity} is already declared in the protocol"
    end

    :ok
  end

  @doc false
  def __callback__(_module, _name, _arity), do: :ok

  @doc false
  defmacro __before_compile__(env) do
    functions = :lists.reverse(Module.get_attribute(env.module, :__functions__) || [])

    if functions == [] do
      IO.warn("protocols must define at least one function, but none was defined", Macro.Env.stacktrace(env))
    end

    fallback = Module.get_attribute(env.module, :fallback_to_any) == true
    prefix = Atom.to_string(env.module) <> "."

    built_in =
      for {guard, type} <- __built_in__() do
        target = Module.concat(env.module, type)

        quote generated: true do
          Kernel.def impl_for(data) when :erlang.unquote(guard)(data) do
            try do
              unquote(target).__impl__(:target)
            catch
              :error, :undef -> any_impl_for()
            end
          end
        end
      end

    any =
      if fallback do
        target = Module.concat(env.module, Any)

        quote generated: true do
          try do
            unquote(target).__impl__(:target)
          catch
            :error, :undef -> nil
          end
        end
      end

    quote generated: true do
      unless Module.defines_type?(__MODULE__, {:t, 0}) do
        @type t :: term
      end

      @doc false
      Kernel.def impl_for(data)

      Kernel.def impl_for(%{__struct__: struct}) when is_atom(struct) do
        struct_impl_for(struct)
      end

      unquote_splicing(built_in)

      defp struct_impl_for(struct) do
        target = Protocol.__target__(unquote(prefix), struct)

        try do
          target.__impl__(:target)
        catch
          :error, :undef -> any_impl_for()
        end
      end

      defp any_impl_for, do: unquote(any)

      @__protocol__ [fallback_to_any: unquote(fallback)]
      Module.register_attribute(__MODULE__, :__protocol__, persist: true)
      unquote(asking(env.module, functions, false, :not_consolidated))
    end
  end

  @doc false
  def __target__(prefix, struct) do
    case :erlang.atom_to_binary(struct) do
      <<"Elixir.", rest::binary>> -> :erlang.binary_to_atom(<<prefix::binary, rest::binary>>)
      other -> :erlang.binary_to_atom(<<prefix::binary, other::binary>>)
    end
  end

  # impl_for! and what a protocol tells of itself.
  defp asking(protocol, functions, consolidated, types) do
    impls = if types == :not_consolidated, do: types, else: {:consolidated, types}

    quote generated: true do
      @doc false
      Kernel.def impl_for!(data) do
        case impl_for(data) do
          nil -> :erlang.error(Protocol.UndefinedError.exception(protocol: unquote(protocol), value: data))
          impl -> impl
        end
      end

      @doc false
      Kernel.def __protocol__(:module), do: unquote(protocol)
      Kernel.def __protocol__(:functions), do: unquote(:lists.sort(functions))
      Kernel.def __protocol__(:consolidated?), do: unquote(consolidated)
      Kernel.def __protocol__(:impls), do: unquote(Kernel.Escape.escape(impls, false))
    end
  end

  @doc false
  def __impl__(protocol, opts, do_block, env) do
    opts = :lists.append(opts, do_block)

    {block, opts} =
      case :lists.keytake(:do, 1, opts) do
        {:value, {:do, block}, opts} -> {block, opts}
        false -> raise ArgumentError, "defimpl expects a do-end block"
      end

    for =
      case :lists.keyfind(:for, 1, opts) do
        {:for, for} -> for
        false -> env.module || raise(ArgumentError, "defimpl/3 expects a :for option when declared outside a module")
      end

    case for do
      list when is_list(list) -> {:__block__, [], :lists.map(&implementation(protocol, &1, block), list)}
      _ -> implementation(protocol, for, block)
    end
  end

  defp implementation(protocol, for, block) do
    quote do
      protocol = unquote(protocol)
      for = unquote(for)
      Protocol.assert_protocol!(protocol)
      Protocol.__ensure_defimpl__(protocol, for, __ENV__)

      defmodule Module.concat(protocol, for) do
        @behaviour protocol
        @protocol protocol
        @for for

        unquote(block)

        Module.register_attribute(__MODULE__, :__impl__, persist: true)
        @__impl__ [protocol: @protocol, for: @for]

        @doc false
        def __impl__(:target), do: __MODULE__
        def __impl__(:protocol), do: @protocol
        def __impl__(:for), do: @for
      end
    end
  end

  @doc false
  def __ensure_defimpl__(protocol, for, env) do
    if function_exported?(protocol, :__protocol__, 1) and consolidated?(protocol) do
      message =
        "the #{inspect(protocol)} protocol has already been consolidated, an " <>
          "implementation for #{inspect(for)} has no effect. If you want to " <>
          "implement protocols after compilation or during tests, check the " <>
          "\"Consolidation\" section in the Protocol module documentation"

      IO.warn(message, Macro.Env.stacktrace(env))
    end

    :ok
  end

  @doc false
  def __derive__(derives, for, %Macro.Env{} = env) when is_atom(for) do
    struct = (Module.open?(for) && Module.get_attribute(for, :__struct__)) || for.__struct__()

    each = fn
      protocol when is_atom(protocol) -> derive_one(protocol, for, struct, [], env)
      {protocol, opts} when is_atom(protocol) -> derive_one(protocol, for, struct, opts, env)
    end

    :lists.foreach(each, :lists.flatten([derives]))
    :ok
  end

  defp derive_one(protocol, for, struct, opts, env) do
    extra = ", cannot derive #{inspect(protocol)} for #{inspect(for)}"
    assert_protocol!(protocol, extra)
    __ensure_defimpl__(protocol, for, env)
    assert_impl!(protocol, Any, extra)
    any = Module.concat(protocol, Any)

    quoted =
      if macro_exported?(any, :__deriving__, 3) do
        :erlang.apply(any, :"MACRO-__deriving__", [env, for, struct, opts])
      else
        by_any(protocol, for, any)
      end

    # Functions of the protocol's Any are what the struct gets: the code runs outside the module.
    Code.eval_quoted(quoted, [], %{env | function: nil})
  end

  defp by_any(protocol, for, any) do
    functions =
      for {name, arity} <- protocol.__protocol__(:functions) do
        args = Macro.generate_arguments(arity, __MODULE__)

        quote do
          def unquote(name)(unquote_splicing(args)) do
            unquote(any).unquote(name)(unquote_splicing(args))
          end
        end
      end

    quote do
      defmodule unquote(Module.concat(protocol, for)) do
        @behaviour unquote(protocol)
        unquote_splicing(functions)
        Module.register_attribute(__MODULE__, :__impl__, persist: true)
        @__impl__ [protocol: unquote(protocol), for: unquote(for)]

        @doc false
        def __impl__(:target), do: unquote(any)
        def __impl__(:protocol), do: unquote(protocol)
        def __impl__(:for), do: unquote(for)
      end
    end
  end

  @doc false
  def __functions_spec__([]), do: []
  def __functions_spec__([head | tail]), do: [:lists.foldl(&{:|, [], [&1, &2]}, head, tail), quote(do: ...)]

  @doc false
  def __built_in__ do
    [
      is_tuple: Tuple,
      is_atom: Atom,
      is_list: List,
      is_map: Map,
      is_bitstring: BitString,
      is_integer: Integer,
      is_float: Float,
      is_function: Function,
      is_pid: PID,
      is_port: Port,
      is_reference: Reference
    ]
  end
end
