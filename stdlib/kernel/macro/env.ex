# stdlib/kernel/macro/env.ex: what is known at a place in the code.
# Here: the struct and questions about it.
# Not here: how the compiler keeps it (compiler/expand).
defmodule Macro.Env do
  @moduledoc """
  The environment of a place in the code: `__ENV__` there, `__CALLER__` in a macro.

  Fields: `:module`, `:function` (`{name, arity}` or `nil`), `:context` (`:match`, `:guard` or `nil`),
  `:file`, `:line`, `:aliases`, `:requires`, `:functions` and `:macros` (what is imported), `:macro_aliases`,
  `:context_modules`, `:lexical_tracker`, `:tracers`, `:versioned_vars` (the variables in scope).
  """

  @type t :: %__MODULE__{}
  @type context :: :match | :guard | nil

  @fields [
    aliases: [],
    context: nil,
    context_modules: [],
    file: "nofile",
    function: nil,
    functions: [],
    lexical_tracker: nil,
    line: 0,
    macro_aliases: [],
    macros: [],
    module: nil,
    requires: [],
    tracers: [],
    versioned_vars: %{}
  ]

  defstruct @fields

  @doc """
  Without what only the compiler needs.
  """
  @spec prune_compile_info(t) :: t
  def prune_compile_info(env), do: %{env | lexical_tracker: nil, tracers: []}

  @doc """
  The variables in scope, as `{name, context}`.

  ## Examples

      iex> x = 1
      iex> {:x, nil} in Macro.Env.vars(__ENV__) and x == 1
      true
  """
  @spec vars(t) :: [{atom, atom | term}]
  def vars(env)
  def vars(%{__struct__: Macro.Env, versioned_vars: vars}), do: Map.keys(vars)

  @doc """
  Whether a variable is in scope: a name, or `{name, context}`.

  ## Examples

      iex> x = 1
      iex> Macro.Env.has_var?(__ENV__, {:x, nil}) and x == 1
      true
  """
  @spec has_var?(t, {atom, atom | term}) :: boolean
  def has_var?(env, variable)
  def has_var?(%{__struct__: Macro.Env, versioned_vars: vars}, variable), do: Map.has_key?(vars, variable)

  @doc """
  File and line as a keyword list.

  ## Examples

      iex> Keyword.keys(Macro.Env.location(__ENV__))
      [:file, :line]
  """
  @spec location(t) :: keyword
  def location(env)
  def location(%{__struct__: Macro.Env, file: file, line: line}), do: [file: file, line: line]

  @doc """
  What an alias of that name stands for: `{:ok, module}` or `:error`.
  """
  @spec fetch_alias(t, atom) :: {:ok, atom} | :error
  def fetch_alias(%{__struct__: Macro.Env, aliases: aliases}, atom) when is_atom(atom), do: fetch(aliases, atom)

  @doc """
  What an alias of that name, made by a macro, stands for: `{:ok, module}` or `:error`.
  """
  @spec fetch_macro_alias(t, atom) :: {:ok, atom} | :error
  def fetch_macro_alias(%{__struct__: Macro.Env, macro_aliases: aliases}, atom) when is_atom(atom) do
    case fetch(aliases, atom) do
      {:ok, {_, module}} -> {:ok, module}
      :error -> :error
    end
  end

  defp fetch(aliases, atom), do: Keyword.fetch(aliases, Module.concat([atom]))

  @doc """
  The modules whose function or macro of that name and arity is imported.

  ## Examples

      iex> Macro.Env.lookup_import(__ENV__, {:is_atom, 1})
      [function: Kernel]
      iex> Macro.Env.lookup_import(__ENV__, {:nothing, 1})
      []
  """
  @spec lookup_import(t, {atom, arity}) :: [{:function | :macro, module}]
  def lookup_import(%{__struct__: Macro.Env, functions: functions, macros: macros}, {name, arity} = pair)
      when is_atom(name) and is_integer(arity) do
    found = for {module, pairs} <- functions, pair in pairs, do: {:function, module}
    found ++ for {module, pairs} <- macros, pair in pairs, do: {:macro, module}
  end

  @doc """
  Whether `module` is required.

  ## Examples

      iex> Macro.Env.required?(__ENV__, Kernel)
      true
  """
  @spec required?(t, module) :: boolean
  def required?(%{__struct__: Macro.Env, requires: requires}, module) when is_atom(module), do: module in requires

  @doc """
  With `tracer` before the other tracers.
  """
  @spec prepend_tracer(t, module) :: t
  def prepend_tracer(env, tracer), do: %{env | tracers: [tracer | env.tracers]}

  @doc """
  As if in a pattern.
  """
  @spec to_match(t) :: t
  def to_match(%{__struct__: Macro.Env} = env), do: %{env | context: :match}

  @doc """
  Whether the place is in a guard.

  ## Examples

      iex> Macro.Env.in_guard?(__ENV__)
      false
  """
  @spec in_guard?(t) :: boolean
  def in_guard?(env)
  def in_guard?(%{__struct__: Macro.Env, context: context}), do: context == :guard

  @doc """
  Whether the place is in a pattern.

  ## Examples

      iex> Macro.Env.in_match?(__ENV__)
      false
  """
  @spec in_match?(t) :: boolean
  def in_match?(env)
  def in_match?(%{__struct__: Macro.Env, context: context}), do: context == :match

  @doc """
  The place as a stack trace, for warnings and errors.

  ## Examples

      iex> [{_, _, _, location}] = Macro.Env.stacktrace(__ENV__)
      iex> Keyword.has_key?(location, :line)
      true
  """
  @spec stacktrace(t) :: list
  def stacktrace(%{__struct__: Macro.Env} = env) do
    cond do
      is_nil(env.module) ->
        [{:elixir_compiler, :__FILE__, 1, relative_location(env)}]

      is_nil(env.function) ->
        [{env.module, :__MODULE__, 0, relative_location(env)}]

      true ->
        {name, arity} = env.function
        [{env.module, name, arity, relative_location(env)}]
    end
  end

  defp relative_location(env) do
    [file: String.to_charlist(Path.relative_to_cwd(env.file)), line: env.line]
  end
end
