# stdlib/kernel/code/load.part.ex: loaded modules, the code path, documentation.
# Here: ensure_loaded, ensure_compiled, append_path and its kin, fetch_docs.

@doc """
Loads `module` unless it is loaded: `{:module, module}` or `{:error, reason}`.

## Examples

    iex> Code.ensure_loaded(Enum)
    {:module, Enum}
    iex> Code.ensure_loaded(NoSuchModule)
    {:error, :nofile}
"""
@spec ensure_loaded(module) ::
        {:module, module} | {:error, :embedded | :badfile | :nofile | :on_load_failure}
def ensure_loaded(module) when is_atom(module), do: :code.ensure_loaded(module)

@doc """
Whether `module` is loaded or can be.

## Examples

    iex> Code.ensure_loaded?(String)
    true
"""
@spec ensure_loaded?(module) :: boolean
def ensure_loaded?(module) when is_atom(module), do: match?({:module, ^module}, ensure_loaded(module))

@doc """
As `ensure_loaded/1`, raising `ArgumentError` when it cannot be.

## Examples

    iex> Code.ensure_loaded!(Enum)
    Enum
"""
@spec ensure_loaded!(module) :: module
def ensure_loaded!(module) do
  module_of!(ensure_loaded(module), module)
end

defp module_of!({:module, module}, _), do: module

defp module_of!({:error, reason}, module),
  do: raise(ArgumentError, "could not load module #{inspect(module)} due to reason #{inspect(reason)}")

@doc """
Makes sure that `module` is compiled and loaded, waiting for it if it is being compiled now.

## Examples

    iex> Code.ensure_compiled(Enum)
    {:module, Enum}
"""
@spec ensure_compiled(module) ::
        {:module, module}
        | {:error, :embedded | :badfile | :nofile | :on_load_failure | :unavailable}
def ensure_compiled(module) when is_atom(module) do
  case ensure_loaded(module) do
    {:error, :nofile} -> await_compilation(module)
    other -> other
  end
end

# :deadlock is no error here: the caller may do without.
defp await_compilation(module) do
  waited = if can_await_module_compilation?(), do: Kernel.ErrorHandler.ensure_compiled(module, :module, :soft)

  cond do
    waited == :found -> {:module, module}
    waited == :deadlock or :vial_compiler.is_open(module) -> {:error, :unavailable}
    true -> {:error, :nofile}
  end
end

@doc """
As `ensure_compiled/1`, raising `ArgumentError` when it cannot be.

## Examples

    iex> Code.ensure_compiled!(Enum)
    Enum
"""
@spec ensure_compiled!(module) :: module
def ensure_compiled!(module) do
  module_of!(ensure_compiled(module), module)
end

@doc """
Whether `module` is compiled.
"""
@deprecated "Use Code.ensure_compiled/1 instead (see the proper disclaimers in its docs)"
@spec ensure_compiled?(module) :: boolean
def ensure_compiled?(module) when is_atom(module), do: match?({:module, ^module}, ensure_compiled(module))

@doc """
Whether a process may wait for a module that another one compiles.
"""
@spec can_await_module_compilation?() :: boolean
def can_await_module_compilation? do
  :erlang.process_info(self(), :error_handler) == {:error_handler, Kernel.ErrorHandler}
end

@doc """
Puts a folder of compiled modules at the end of the code path; whether there is such a folder.
"""
@spec append_path(Path.t()) :: true | false
def append_path(path), do: :code.add_pathz(String.to_charlist(Path.expand(path))) == true

@doc """
Puts a folder of compiled modules at the front of the code path; whether there is such a folder.
"""
@spec prepend_path(Path.t()) :: true | false
def prepend_path(path), do: :code.add_patha(String.to_charlist(Path.expand(path))) == true

@doc """
Takes a folder off the code path; whether it was on it.
"""
@spec delete_path(Path.t()) :: boolean
def delete_path(path), do: :code.del_path(String.to_charlist(Path.expand(path))) == true

@doc """
The documentation of a module, in the form `{:docs_v1, annotation, language, format, moduledoc, metadata,
docs}`, or `{:error, reason}`.

## Examples

    iex> elem(Code.fetch_docs(Enum), 2)
    :elixir
    iex> Code.fetch_docs(NoSuchModule)
    {:error, :module_not_found}
"""
@spec fetch_docs(module | String.t()) :: tuple | {:error, :module_not_found | :chunk_not_found}
def fetch_docs(module_or_path)

def fetch_docs(module) when is_atom(module) do
  case ensure_loaded(module) do
    {:module, ^module} ->
      case :vial_code.docs(module) do
        nil -> {:error, :chunk_not_found}
        docs -> docs
      end

    _ ->
      {:error, :module_not_found}
  end
end

def fetch_docs(path) when is_binary(path) do
  case File.read(path) do
    {:ok, bytes} -> :vial_code.chunk(bytes, :docs) || {:error, :chunk_not_found}
    {:error, _} -> {:error, :module_not_found}
  end
end

@doc false
@deprecated "Code.get_docs/2 always returns nil as its outdated documentation is no longer stored on BEAM files. Use Code.fetch_docs/1 instead"
def get_docs(_module, _kind), do: nil
