# stdlib/kernel/code/eval.part.ex: running code.
# Here: eval_string, eval_quoted, eval_file, env_for_eval.

@doc """
Parses and runs text; gives the value and the binding after it.

`binding` is a keyword list of variables. `opts` is an environment or `:file` and `:line`.

## Examples

    iex> {3, binding} = Code.eval_string("a + b", a: 1, b: 2)
    iex> Enum.sort(binding)
    [a: 1, b: 2]
    iex> {_, binding} = Code.eval_string("c = a + b", a: 1, b: 2)
    iex> binding[:c]
    3
"""
@spec eval_string(List.Chars.t(), binding, Macro.Env.t() | keyword) :: {term, binding}
def eval_string(string, binding \\ [], opts \\ [])

def eval_string(string, binding, %Macro.Env{} = env) do
  quoted = string_to_quoted!(string, file: env.file, line: env.line)
  eval_in(quoted, binding, env)
end

def eval_string(string, binding, opts) when is_list(opts) do
  quoted = string_to_quoted!(string, Keyword.take(opts, [:file, :line]))
  eval_in(quoted, binding, env_for_eval(opts))
end

@doc """
Runs a quoted form; gives the value and the binding after it.

## Examples

    iex> Code.eval_quoted(quote(do: 1 + 1))
    {2, []}
"""
@spec eval_quoted(Macro.t(), binding, Macro.Env.t() | keyword) :: {term, binding}
def eval_quoted(quoted, binding \\ [], env_or_opts \\ [])
def eval_quoted(quoted, binding, %Macro.Env{} = env), do: eval_in(quoted, binding, env)
def eval_quoted(quoted, binding, opts) when is_list(opts), do: eval_in(quoted, binding, env_for_eval(opts))

defp eval_in(quoted, binding, env) do
  {value, binding, _env} = checked(fn -> :vial_compiler.eval_quoted(quoted, binding, env) end)
  {value, binding}
end

# Calls of other modules in what `run` compiles are checked when it is done.
defp checked(run) do
  nested = :vial_compiler.nest_batch()

  try do
    run.()
  after
    if nested, do: :vial_compiler.finish_batch()
  end
end

@doc """
As `eval_quoted/3`, with the environment before and after.

## Examples

    iex> env = Code.env_for_eval(__ENV__)
    iex> {3, _binding, %Macro.Env{}} = Code.eval_quoted_with_env(quote(do: 1 + 2), [], env)
    iex> :ok
    :ok
"""
@spec eval_quoted_with_env(Macro.t(), binding, Macro.Env.t()) :: {term, binding, Macro.Env.t()}
def eval_quoted_with_env(quoted, binding, %Macro.Env{} = env) when is_list(binding) do
  :vial_compiler.eval_quoted(quoted, binding, env)
end

@doc """
An environment to run code in: that of a program, or a given one without what only compilation needs.

## Examples

    iex> Code.env_for_eval(file: "a.exs", line: 3).line
    3
"""
@spec env_for_eval(Macro.Env.t() | keyword) :: Macro.Env.t()
def env_for_eval(env_or_opts)
def env_for_eval(%Macro.Env{} = env), do: %{env | context: nil, lexical_tracker: nil, tracers: []}

def env_for_eval(opts) when is_list(opts) do
  {_, _, env} = :vial_compiler.eval_quoted(nil, [], nil)

  Enum.reduce(opts, env, fn
    {:file, file}, env when is_binary(file) -> %{env | file: file}
    {:line, line}, env when is_integer(line) -> %{env | line: line}
    {:module, module}, env when is_atom(module) -> %{env | module: module}
    {key, value}, env when key in [:aliases, :requires, :functions, :macros] -> Map.put(env, key, value)
    _, env -> env
  end)
end

@doc """
Runs a file; gives the value and the binding after it.
"""
@spec eval_file(binary, nil | binary) :: {term, binding}
def eval_file(file, relative_to \\ nil) when is_binary(file) do
  file = find_file!(file, relative_to)
  eval_string(File.read!(file), [], file: file, line: 1)
end

defp find_file!(file, relative_to) do
  file = if relative_to, do: Path.expand(file, relative_to), else: Path.expand(file)

  if File.regular?(file) do
    file
  else
    raise Code.LoadError, file: file, reason: :enoent
  end
end
