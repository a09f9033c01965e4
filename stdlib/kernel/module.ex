# stdlib/kernel/module.ex: modules as data and while they are defined.
# Here: names, creation, attributes, definitions.
# Not here: storage (natives of :vial_compiler).
defmodule Module do
  @moduledoc ~S"""
  Names modules, makes them, and works on one while it is being defined.

  ## Attributes with a meaning

    * `@moduledoc`, `@doc`, `@typedoc`: documentation, a string, `false`, or a keyword list of metadata;
    * `@spec`, `@type`, `@typep`, `@opaque`, `@callback`, `@macrocallback`: types, kept and not checked;
    * `@behaviour`, `@impl`, `@optional_callbacks`: what the module promises;
    * `@before_compile`, `@after_compile`, `@on_definition`: macros and functions to call at those times;
    * `@derive`, `@enforce_keys`: for the next `defstruct/1`;
    * `@deprecated`, `@since`, `@dialyzer`, `@compile`, `@external_resource`, `@vsn`, `@on_load`.

  Any other name is the module's own.

  ## Examples

      iex> Module.concat(Foo, Bar)
      Foo.Bar
      iex> {:module, name, _, _} = Module.create(Module.DocExample, quote(do: def(one, do: 1)), __ENV__)
      iex> name.one()
      1
  """

  @type definition :: {atom, arity}
  @type def_kind :: :def | :defp | :defmacro | :defmacrop

  @doc """
  A module's own information: that of the reference's host and, with `:macros` and the like, ours.
  """
  @callback __info__(:attributes | :compile | :functions | :macros | :md5 | :module) :: term

  @doc """
  The attributes that have a meaning, with what each is for.

  ## Examples

      iex> Map.has_key?(Module.reserved_attributes(), :doc)
      true
  """
  @spec reserved_attributes() :: map
  def reserved_attributes() do
    %{
      after_compile: %{doc: "A hook that will be invoked right after the current module is compiled."},
      after_verify: %{doc: "A hook that will be invoked right after the current module is verified."},
      before_compile: %{doc: "A hook that will be invoked before the module is compiled."},
      behaviour: %{doc: "Specifies that the current module implements a given behaviour."},
      callback: %{doc: "Provides a specification for a behaviour callback."},
      compile: %{doc: "Defines options for module compilation."},
      deprecated: %{doc: "Provides the deprecation reason for a function."},
      derive: %{doc: "Derives an implementation for the given protocol for the struct defined in the current module."},
      dialyzer: %{doc: "Defines Dialyzer warnings to request or suppress."},
      doc: %{doc: "Provides documentation for a function/macro/callback."},
      external_resource: %{doc: "Specifies an external resource for the current module."},
      file: %{doc: "Changes the filename used in stacktraces for the function or macro that follows the attribute."},
      impl: %{doc: "Declares an implementation of a callback function or macro."},
      macrocallback: %{doc: "Provides a specification for a macro behaviour callback."},
      moduledoc: %{doc: "Provides documentation for the current module."},
      on_definition: %{doc: "A hook that will be invoked when each function or macro in the current module is defined."},
      on_load: %{doc: "A hook that will be invoked whenever the module is loaded."},
      opaque: %{doc: "Defines an opaque type to be used in `@spec`."},
      optional_callbacks: %{doc: "Specifies which behaviour callbacks and macro behaviour callbacks are optional."},
      spec: %{doc: "Provides a specification for a function."},
      type: %{doc: "Defines a type to be used in `@spec`."},
      typedoc: %{doc: "Provides documentation for a type."},
      typep: %{doc: "Defines a private type to be used in `@spec`."},
      vsn: %{doc: "Specify the module version."}
    }
  end

  ## Names

  @doc """
  The alias made of a list of names.

  ## Examples

      iex> Module.concat([Foo, "Bar"])
      Foo.Bar
  """
  @spec concat([binary | atom]) :: atom
  def concat(list) when is_list(list), do: :erlang.binary_to_atom(joined(list))

  @doc """
  The alias made of two names.

  ## Examples

      iex> Module.concat(Foo, "Bar")
      Foo.Bar
  """
  @spec concat(binary | atom, binary | atom) :: atom
  def concat(left, right) when (is_binary(left) or is_atom(left)) and (is_binary(right) or is_atom(right)) do
    concat([left, right])
  end

  @doc """
  As `concat/1`, for aliases that exist as atoms; else `ArgumentError`.

  ## Examples

      iex> Module.safe_concat([List, Chars])
      List.Chars
  """
  @spec safe_concat([binary | atom]) :: atom
  def safe_concat(list) when is_list(list), do: :erlang.binary_to_existing_atom(joined(list))

  @doc """
  As `concat/2`, for aliases that exist as atoms; else `ArgumentError`.

  ## Examples

      iex> Module.safe_concat(List, Chars)
      List.Chars
  """
  @spec safe_concat(binary | atom, binary | atom) :: atom
  def safe_concat(left, right) when (is_binary(left) or is_atom(left)) and (is_binary(right) or is_atom(right)) do
    safe_concat([left, right])
  end

  # Elixir itself is the root only where the name starts.
  defp joined([root | rest]) when root in [Elixir, "Elixir"], do: joined(rest, "Elixir")
  defp joined(parts), do: joined(parts, "Elixir")
  defp joined([nil | rest], acc), do: joined(rest, acc)
  defp joined([part | rest], acc), do: joined(rest, <<acc::binary, name_part(part)::binary>>)
  defp joined([], acc), do: acc

  defp name_part(part) when is_atom(part), do: name_part(:erlang.atom_to_binary(part))
  defp name_part(<<"Elixir.", rest::binary>>), do: <<".", rest::binary>>
  defp name_part(<<".", _::binary>> = part), do: part
  defp name_part(part) when is_binary(part), do: <<".", part::binary>>

  @doc """
  The names an alias is made of.

  ## Examples

      iex> Module.split(Very.Long.Name)
      ["Very", "Long", "Name"]
  """
  @spec split(module | String.t()) :: [String.t(), ...]
  def split(module)
  def split(module) when is_atom(module), do: split(Atom.to_string(module), module)
  def split(module) when is_binary(module), do: split(module, module)

  defp split("Elixir." <> name, _original) when name != "", do: String.split(name, ".")

  defp split(_module, original) do
    raise ArgumentError, "expected an Elixir module, got: #{inspect(original)}"
  end

  ## Creation

  @doc """
  Defines a module of that name with `quoted` as its body.

  `env_or_opts` is an environment or a keyword list with `:file` and `:line`.

  ## Examples

      iex> {:module, module, _, _} = Module.create(Module.DocHello, quote(do: def(hi, do: :hi)), __ENV__)
      iex> module.hi()
      :hi
  """
  @spec create(module, Macro.t(), Macro.Env.t() | keyword) :: {:module, module, binary, term}
  def create(module, quoted, env_or_opts)
  def create(module, quoted, %Macro.Env{} = env), do: create_in(module, quoted, env)

  def create(module, quoted, opts) when is_list(opts) do
    unless Keyword.has_key?(opts, :file) do
      raise ArgumentError, "expected :file to be given as option"
    end

    create_in(module, quoted, Code.env_for_eval(opts))
  end

  defp create_in(module, quoted, env) do
    # The code is as if a macro of the environment's module had given it, with names of its own.
    mark = {Map.get(env, :line, 0), env.module, :erlang.unique_integer([:positive])}
    quoted = Macro.prewalk(quoted, &marked(&1, mark))
    :vial_compiler.compile_module(module, quoted, [], %{env | module: nil, function: nil, versioned_vars: %{}})
  end

  defp marked({name, meta, context}, {line, module, counter}) when is_list(meta) do
    meta = if Keyword.has_key?(meta, :line), do: meta, else: [line: line] ++ meta
    own? = lexical?(name, context) or (is_atom(name) and name != :_ and module != nil and context == module)
    meta = if own? and not Keyword.has_key?(meta, :counter), do: [counter: counter] ++ meta, else: meta
    {name, meta, context}
  end

  defp marked(other, _mark), do: other

  defp lexical?(name, [_ | _]), do: name in [:alias, :import, :require, :__aliases__]
  defp lexical?(_, _), do: false

  @doc """
  Runs `quoted` as if it stood in the body of the module being defined.
  """
  def eval_quoted(module_or_env, quoted, binding \\ [], opts \\ [])

  def eval_quoted(%Macro.Env{} = env, quoted, binding, opts) when is_list(binding) and is_list(opts) do
    {value, binding, _} = :vial_compiler.eval_quoted(quoted, binding, struct!(env, opts))
    {value, binding}
  end

  def eval_quoted(module, quoted, binding, opts) when is_atom(module) and is_list(binding) do
    assert_open(module, "eval_quoted/4")
    env = struct!(Code.env_for_eval(opts), module: module)
    {value, binding, _} = :vial_compiler.eval_quoted(quoted, binding, env)
    {value, binding}
  end

  @doc """
  Whether the module is being defined.

  ## Examples

      iex> Module.open?(Enum)
      false
  """
  @spec open?(module) :: boolean
  def open?(module) when is_atom(module), do: :vial_compiler.is_open(module)

  defp assert_open(module, name, instead \\ "") do
    unless open?(module) do
      raise ArgumentError,
            "could not call Module.#{name} because the module #{inspect(module)} is already compiled" <> instead
    end
  end

  ## Attributes

  @doc """
  Sets an attribute of the module being defined; one that accumulates gets the value in front.

  ## Examples

      defmodule M do
        Module.put_attribute(__MODULE__, :level, 3)
      end
  """
  @spec put_attribute(module, atom, term) :: :ok
  def put_attribute(module, key, value) when is_atom(module) and is_atom(key) do
    assert_open(module, "put_attribute/3")
    :vial_compiler.put_attribute(module, key, Module.Attribute.check(module, key, value), nil)
    :ok
  end

  @doc """
  The value of an attribute of the module being defined, or `default`; of one that accumulates, a list.
  """
  @spec get_attribute(module, atom, term) :: term
  def get_attribute(module, key, default \\ nil) when is_atom(module) and is_atom(key) do
    assert_open(module, "get_attribute/2", ". Use the Module.__info__/1 callback or Code.fetch_docs/1 instead")

    case :vial_compiler.has_attribute(module, key) do
      true -> :vial_compiler.get_attribute(module, key, nil)
      false -> default_attribute(:vial_compiler.get_attribute(module, key, nil), default)
    end
  end

  # An attribute that accumulates and has no value yet is an empty list.
  defp default_attribute(nil, default), do: default
  defp default_attribute(value, _), do: value

  @doc """
  Whether an attribute of the module being defined has been set.
  """
  @spec has_attribute?(module, atom) :: boolean
  def has_attribute?(module, key) when is_atom(module) and is_atom(key) do
    assert_open(module, "has_attribute?/2")
    :vial_compiler.has_attribute(module, key)
  end

  @doc """
  Names of the attributes set so far.
  """
  @spec attributes_in(module) :: [atom]
  def attributes_in(module) when is_atom(module) do
    assert_open(module, "attributes_in/1")
    :vial_compiler.attributes_in(module)
  end

  @doc """
  Forgets an attribute and gives its value, `nil` without one.
  """
  @spec delete_attribute(module, atom) :: term
  def delete_attribute(module, key) when is_atom(module) and is_atom(key) do
    assert_open(module, "delete_attribute/2")
    :vial_compiler.delete_attribute(module, key)
  end

  @doc """
  Makes an attribute accumulate (`accumulate: true`), or stay in the compiled module (`persist: true`).

  ## Examples

      defmodule M do
        Module.register_attribute(__MODULE__, :step, accumulate: true)
        @step :one
        @step :two
        def steps, do: @step
      end
  """
  @spec register_attribute(module, atom, accumulate: boolean, persist: boolean) :: :ok
  def register_attribute(module, attribute, options)
      when is_atom(module) and is_atom(attribute) and is_list(options) do
    assert_open(module, "register_attribute/3")
    :vial_compiler.register_attribute(module, attribute, options)
    :ok
  end

  @doc false
  def __put_attribute__(module, key, value, line, _traces) when is_atom(key) do
    :vial_compiler.put_attribute(module, key, Module.Attribute.check(module, key, value), line)
    :ok
  end

  @doc false
  def __get_attribute__(module, key, line, _trace?) when is_atom(key) do
    :vial_compiler.get_attribute(module, key, line)
  end

  ## Definitions

  @doc """
  Whether the module being defined has that function or macro so far.

  ## Examples

      defmodule M do
        def f, do: 1
        true = Module.defines?(__MODULE__, {:f, 0})
      end
  """
  @spec defines?(module, definition) :: boolean
  def defines?(module, {name, arity} = tuple) when is_atom(module) and is_atom(name) and is_integer(arity) do
    assert_open(module, "defines?/2", ". Use Kernel.function_exported?/3 and Kernel.macro_exported?/3 to check for public functions and macros instead")
    :vial_compiler.defines(module, tuple)
  end

  @doc """
  Whether the module being defined has that function or macro as a `kind` so far.
  """
  @spec defines?(module, definition, def_kind) :: boolean
  def defines?(module, {name, arity} = tuple, def_kind)
      when is_atom(module) and is_atom(name) and is_integer(arity) and is_atom(def_kind) do
    assert_open(module, "defines?/3", ". Use Kernel.function_exported?/3 and Kernel.macro_exported?/3 to check for public functions and macros instead")
    :vial_compiler.defines(module, tuple, def_kind)
  end

  @doc """
  Whether the module being defined has that type so far.
  """
  @spec defines_type?(module, definition) :: boolean
  def defines_type?(module, definition) when is_atom(module), do: Kernel.Typespec.defines_type?(module, definition)

  @doc """
  The functions and macros defined so far.
  """
  @spec definitions_in(module) :: [definition]
  def definitions_in(module) when is_atom(module) do
    assert_open(module, "definitions_in/1", ". Use the Module.__info__/1 callback to get public functions and macros instead")
    :vial_compiler.definitions_in(module)
  end

  @doc """
  The definitions of one kind so far.
  """
  @spec definitions_in(module, def_kind) :: [definition]
  def definitions_in(module, kind) when is_atom(module) and kind in [:def, :defp, :defmacro, :defmacrop] do
    assert_open(module, "definitions_in/2", ". Use the Module.__info__/1 callback to get public functions and macros instead")
    :vial_compiler.definitions_in(module, kind)
  end

  @doc """
  A definition of the module being defined: `{:v1, kind, metadata, clauses}` or `nil`.

  With `skip_clauses: true` the clauses are left out.
  """
  @spec get_definition(module, definition, keyword) ::
          {:v1, def_kind, meta :: keyword, [{meta :: keyword, arguments :: [Macro.t()], guards :: [Macro.t()], Macro.t()}]}
          | nil
  def get_definition(module, {name, arity} = tuple, options \\ [])
      when is_atom(module) and is_atom(name) and is_integer(arity) and is_list(options) do
    assert_open(module, "get_definition/3")

    case :vial_compiler.get_definition(module, tuple) do
      {:v1, kind, meta, clauses} ->
        {:v1, kind, meta, if(options[:skip_clauses], do: [], else: clauses)}

      nil ->
        nil
    end
  end

  @doc """
  Takes a definition back; whether there was one.
  """
  @spec delete_definition(module, definition) :: boolean
  def delete_definition(module, {name, arity} = tuple) when is_atom(module) and is_atom(name) and is_integer(arity) do
    assert_open(module, "delete_definition/2")
    :vial_compiler.delete_definition(module, tuple)
  end

  @doc """
  Makes definitions overridable: a list of names and arities, or a behaviour's callbacks.
  """
  @spec make_overridable(module, [definition]) :: :ok
  @spec make_overridable(module, module) :: :ok
  def make_overridable(module, tuples_or_behaviour)

  def make_overridable(module, tuples) when is_atom(module) and is_list(tuples) do
    assert_open(module, "make_overridable/2")
    :lists.foreach(&check_overridable/1, tuples)

    case :vial_compiler.make_overridable(module, tuples) do
      :ok ->
        :ok

      {:error, {name, arity}} ->
        raise ArgumentError, "cannot make function #{name}/#{arity} overridable because it was not defined"
    end
  end

  def make_overridable(module, behaviour) when is_atom(module) and is_atom(behaviour) do
    cond do
      behaviour not in List.wrap(get_attribute(module, :behaviour)) ->
        raise ArgumentError,
              "cannot make module #{inspect(behaviour)} overridable because it was not added with @behaviour"

      not (Code.ensure_compiled(behaviour) == {:module, behaviour}) ->
        raise ArgumentError,
              "cannot make module #{inspect(behaviour)} overridable because it was not defined"

      not function_exported?(behaviour, :behaviour_info, 1) ->
        raise ArgumentError,
              "cannot make module #{inspect(behaviour)} overridable because it does not define any callbacks"

      true ->
        callbacks =
          for callback <- behaviour.behaviour_info(:callbacks),
              {pair, _kind} = normalize(callback),
              defines?(module, pair),
              do: pair

        make_overridable(module, callbacks)
    end
  end

  defp normalize({name, arity}) do
    case Atom.to_string(name) do
      "MACRO-" <> rest -> {{String.to_atom(rest), arity - 1}, :defmacro}
      _ -> {{name, arity}, :def}
    end
  end

  defp check_overridable({name, arity}) when is_atom(name) and is_integer(arity) and arity in 0..255, do: :ok

  defp check_overridable(other) do
    raise ArgumentError,
          "each element in tuple list has to be a {function_name :: atom, arity :: 0..255} tuple, got: #{inspect(other)}"
  end

  @doc """
  Whether a definition of the module being defined is overridable.
  """
  @spec overridable?(module, definition) :: boolean
  def overridable?(module, {name, arity} = tuple) when is_atom(name) and is_integer(arity) do
    :vial_compiler.overridable(module, tuple)
  end

  @doc """
  The definitions that are overridable.
  """
  @spec overridables_in(module) :: [atom]
  def overridables_in(module) when is_atom(module), do: :vial_compiler.overridables_in(module)

  @doc """
  Copies a `@spec` of the module being defined to a callback; whether there was one.
  """
  @spec spec_to_callback(module, definition) :: boolean
  def spec_to_callback(module, definition), do: Kernel.Typespec.spec_to_callback(module, definition)
end
