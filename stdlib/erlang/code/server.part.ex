# stdlib/erlang/code/server.part.ex: what stands around the loading of modules in OTP.
# Here: loading in two steps, chunks of a module's file, the code server's life, of which Vial has none.
# Not here: loading (code.ex).

@doc "Where the compiler stands: it is part of `vial`."
def compiler_dir, do: cwd()

@doc "Looks for files of one name in several folders of the path and says how many there are."
def clash do
  names = for folder <- get_path(), {:ok, files} <- [:file.list_dir(folder)], file <- files, :filename.extension(file) == objfile_extension(), do: file
  count = length(names -- Enum.uniq(names))
  IO.puts("** Found #{count} name clashes in code paths ")
end

@doc "A chunk of OTP's in a module's file: `:undefined`, a `.vbc` has its own; `vial disasm` shows them."
def get_chunk(bytes, _chunk) when is_binary(bytes), do: :undefined

@doc "As `load_abs/1`."
def load_abs(file, module) when is_atom(module), do: load_abs(file)

@doc """
Readies modules, found by name or given as `{module, file, bytes}`, for `finish_loading/1`.

    iex> :code.prepare_loading([:no_such_module])
    {:error, [no_such_module: :nofile]}
    iex> {:ok, prepared} = :code.prepare_loading([])
    iex> :code.finish_loading(prepared)
    :ok
"""
def prepare_loading(modules) when is_list(modules) do
  found =
    for entry <- modules do
      case entry do
        {module, file, bytes} -> {module, bytes, file}
        module when is_atom(module) -> get_object_code(module)
      end
    end

  case for {module, :error} <- Enum.zip(modules, found), do: {module, :nofile} do
    [] -> {:ok, {:vial_prepared, for({module, bytes, file} <- found, do: {module, file, bytes})}}
    missing -> {:error, missing}
  end
end

@doc "Loads what `prepare_loading/1` readied."
def finish_loading({:vial_prepared, modules}), do: atomic_load(modules)

@doc "Loads machine code for a module: Vial has none of OTP's, so nothing is loaded."
def load_native_partial(module, bytes) when is_atom(module) and is_binary(bytes), do: no_native(module)
def load_native_sticky(module, bytes, _place) when is_atom(module) and is_binary(bytes), do: no_native(module)

defp no_native(module), do: {:error, {:no_native_code, module}}

@doc "Sets the archive that modules come from first: Vial's are in its image, so none can be set."
def set_primary_archive(archive, bytes, _info, parse) when is_list(archive) and is_binary(bytes) and is_function(parse, 1),
  do: {:error, 'modules are in the image of vial'}

@doc "Starts the code server: it is part of the machine, so it has been started."
def start_link, do: {:error, :already_started}

@doc "Stops the system, as OTP's code server does when it is stopped."
def stop, do: :init.stop()
