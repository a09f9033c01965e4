# stdlib/kernel/code/compile.part.ex: files and text to modules.
# Here: compile_string, compile_quoted, compile_file, require_file, compiler options.

@doc """
Compiles text: `[{module, bytecode}]` of the modules it defines.

## Examples

    iex> [{module, _}] = Code.compile_string("defmodule Code.DocOne do def one, do: 1 end")
    iex> module.one()
    1
"""
@spec compile_string(List.Chars.t(), binary) :: [{module, binary}]
def compile_string(string, file \\ "nofile") when is_binary(file) do
  compile_quoted(string_to_quoted!(string, file: file), file)
end

@doc """
Compiles a quoted form: `[{module, bytecode}]` of the modules it defines.

## Examples

    iex> [{module, _}] = Code.compile_quoted(quote(do: defmodule(Code.DocTwo, do: def(two, do: 2))))
    iex> module.two()
    2
"""
@spec compile_quoted(Macro.t(), binary) :: [{module, binary}]
def compile_quoted(quoted, file \\ "nofile") when is_binary(file) do
  checked(fn -> :vial_compiler.compile_quoted(quoted, file) end)
end

@doc """
Compiles a file: `[{module, bytecode}]` of the modules it defines.
"""
@spec compile_file(binary, nil | binary) :: [{module, binary}]
def compile_file(file, relative_to \\ nil) when is_binary(file) do
  file = find_file!(file, relative_to)
  checked(fn -> :vial_compiler.compile_file(file) end)
end

@doc """
Compiles a file unless it has been required before: `[{module, bytecode}]`, or `nil`.
"""
@spec require_file(binary, nil | binary) :: [{module, binary}] | nil
def require_file(file, relative_to \\ nil) when is_binary(file) do
  file = find_file!(file, relative_to)

  if :lists.member(file, required_files()) do
    nil
  else
    :persistent_term.put({Code, :required_files}, [file | required_files()])
    checked(fn -> :vial_compiler.compile_file(file) end)
  end
end

@doc """
The files required so far.

## Examples

    iex> is_list(Code.required_files())
    true
"""
@spec required_files() :: [binary]
def required_files, do: :persistent_term.get({Code, :required_files}, [])

@doc """
Forgets that files have been required.
"""
@spec unrequire_files([binary]) :: :ok
def unrequire_files(files) when is_list(files) do
  :persistent_term.put({Code, :required_files}, required_files() -- files)
  :ok
end

@doc false
@deprecated "Use Code.require_file/2 or Code.compile_file/2 instead"
def load_file(file, relative_to \\ nil) when is_binary(file), do: compile_file(file, relative_to)

@doc false
@deprecated "Use Code.required_files/0 instead"
def loaded_files, do: required_files()

@doc false
@deprecated "Use Code.unrequire_files/1 instead"
def unload_files(files), do: unrequire_files(files)

@options [
  docs: true,
  ignore_already_consolidated: false,
  ignore_module_conflict: false,
  debug_info: true,
  warnings_as_errors: false,
  relative_paths: true,
  no_warn_undefined: [],
  tracers: [],
  parser_options: []
]

@doc """
The options of the compiler and their values.

## Examples

    iex> Code.compiler_options()[:docs]
    true
"""
@spec compiler_options() :: map
def compiler_options, do: Map.new(@options, fn {key, _} -> {key, get_compiler_option(key)} end)

@doc """
The names of the compiler's options.

## Examples

    iex> :docs in Code.available_compiler_options()
    true
"""
@spec available_compiler_options() :: [atom]
def available_compiler_options, do: Keyword.keys(@options)

@doc """
The value of one option.

## Examples

    iex> Code.get_compiler_option(:debug_info)
    true
"""
@spec get_compiler_option(atom) :: term
def get_compiler_option(key) when is_atom(key) do
  :persistent_term.get({Code, key}, Keyword.get(@options, key))
end

@doc """
Sets one option; an unknown one raises `RuntimeError`.

## Examples

    iex> Code.put_compiler_option(:docs, true)
    :ok
"""
@spec put_compiler_option(atom, term) :: :ok
def put_compiler_option(key, value) when is_atom(key) do
  unless Keyword.has_key?(@options, key) do
    raise "unknown compiler option: #{inspect(key)}"
  end

  if key in [:docs, :debug_info, :ignore_already_consolidated, :ignore_module_conflict, :relative_paths, :warnings_as_errors] and
       not is_boolean(value) do
    raise "compiler option #{inspect(key)} should be a boolean, got: #{inspect(value)}"
  end

  if key == :tracers and value != [], do: raise("compiler tracers are not there yet: #{inspect(value)} would not be called")
  :persistent_term.put({Code, key}, value)
  if key == :ignore_module_conflict, do: :vial_compiler.quiet_redefinition(value)
  :ok
end

@doc """
Sets several options; gives what they were.

## Examples

    iex> Code.compiler_options(docs: true)
    %{docs: true}
"""
@spec compiler_options(Enumerable.t()) :: %{optional(atom) => term}
def compiler_options(opts) do
  for {key, value} <- opts, into: %{} do
    previous = get_compiler_option(key)
    put_compiler_option(key, value)
    {key, previous}
  end
end

@doc """
Frees modules that the compiler made for itself; how many.

## Examples

    iex> {:ok, n} = Code.purge_compiler_modules()
    iex> is_integer(n)
    true
"""
@spec purge_compiler_modules() :: {:ok, non_neg_integer}
def purge_compiler_modules, do: {:ok, 0}
