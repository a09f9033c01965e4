# stdlib/erlang/code.ex: the module :code: what is loaded, and where modules are looked for.
# Here: the path, questions about modules, purging. Not here: loading and deleting, which are natives
# (runtime/code; vm/tables/natives.def says what each does).
# Holds: the path is a list of folders of .vbc files, as charlists; modules of the library are found before it.
defmodule :code do
  @moduledoc """
  Loading, asking for and removing modules.

  A module is loaded when it is first called, from the library or from a folder of the path. Two versions of a
  module live at once, the current and the old one; `delete/1` makes the current one old, `purge/1` forgets the old.

  ## Examples

      iex> :code.ensure_loaded(:lists)
      {:module, :lists}
      iex> :code.is_loaded(:no_such_module)
      false
  """

  require Kernel.Part
  Kernel.Part.include("code/server.part.ex")

  @doc """
  Where a loaded module comes from: `{:file, place}`, or `false` when it is not loaded.

  ## Examples

      iex> {:file, _} = :code.is_loaded(:erlang)
      iex> :code.is_loaded(:no_such_module)
      false
  """
  def is_loaded(module) when is_atom(module) do
    if loaded?(module), do: {:file, place(module)}, else: false
  end

  defp loaded?(module), do: module == :erlang or :lists.member(module, :erlang.loaded())

  @doc """
  Where a module comes from or would come from: a charlist, `:preloaded`, or `:non_existing`.

  ## Examples

      iex> :code.which(:no_such_module)
      :non_existing
  """
  def which(module) when is_atom(module) do
    case :vial_code.which(module) do
      nil -> if module == :erlang, do: :preloaded, else: :non_existing
      "" -> []
      place -> :erlang.binary_to_list(place)
    end
  end

  defp place(module) do
    case which(module) do
      :non_existing -> []
      place -> place
    end
  end

  @doc """
  All loaded modules with where they come from.

  ## Examples

      iex> List.keymember?(:code.all_loaded(), :lists, 0)
      true
  """
  def all_loaded, do: :lists.map(fn module -> {module, place(module)} end, :erlang.loaded())

  @doc """
  All modules that are loaded or could be: `[{name, place, loaded?}]`, names as charlists.

  ## Examples

      iex> List.keymember?(:code.all_available(), 'lists', 0)
      true
  """
  def all_available do
    loaded = Map.new(:erlang.loaded(), &{:erlang.atom_to_binary(&1), true})
    names = Map.merge(Map.new(:vial_code.available(), &{&1, false}), loaded)
    for {name, loaded?} <- :lists.sort(:maps.to_list(names)), do: {:erlang.binary_to_list(name), place(:erlang.binary_to_atom(name)), loaded?}
  end

  @doc """
  Whether a module is loaded, and whether its file has changed since: `:loaded`, `:not_loaded`.

  ## Examples

      iex> :code.module_status(:no_such_module)
      :not_loaded
  """
  def module_status(module) when is_atom(module), do: if(loaded?(module), do: :loaded, else: :not_loaded)
  def module_status(modules) when is_list(modules), do: :lists.map(fn module -> {module, module_status(module)} end, modules)
  def module_status, do: :lists.map(fn module -> {module, module_status(module)} end, :erlang.loaded())

  @doc "Modules whose files have changed since they were loaded: none are known."
  def modified_modules, do: []

  @doc """
  Loads several modules: `:ok`, or `{:error, [{module, reason}]}`.

  ## Examples

      iex> :code.ensure_modules_loaded([:lists, :maps])
      :ok
      iex> :code.ensure_modules_loaded([:no_such_module])
      {:error, [no_such_module: :nofile]}
  """
  def ensure_modules_loaded(modules) when is_list(modules) do
    case for(module <- modules, {:error, reason} <- [:code.ensure_loaded(module)], do: {module, reason}) do
      [] -> :ok
      failed -> {:error, failed}
    end
  end

  @doc "Loads a module from the path, although it may be loaded: `{:module, module}` or `{:error, reason}`."
  def load_file(module) when is_atom(module) do
    case get_object_code(module) do
      {_, bytes, file} ->
        :code.purge(module)
        :code.load_binary(module, file, bytes)

      :error ->
        :code.ensure_loaded(module)
    end
  end

  @doc "Loads the module of a file, whose extension is left out: `{:module, module}` or `{:error, reason}`."
  def load_abs(file) do
    name = List.to_string(file) <> ".vbc"

    with {:ok, bytes} <- :file.read_file(name),
         module when module != nil <- :vial_code.module_name(bytes) do
      :code.purge(module)
      :code.load_binary(module, :erlang.binary_to_list(name), bytes)
    else
      {:error, _} -> {:error, :nofile}
      nil -> {:error, :badfile}
    end
  end

  @doc """
  The bytes of a module's file in the path: `{module, bytes, file}` or `:error`.

  ## Examples

      iex> :code.get_object_code(:no_such_module)
      :error
  """
  def get_object_code(module) when is_atom(module) do
    case where_is_file(:erlang.atom_to_list(module) ++ objfile_extension()) do
      :non_existing ->
        :error

      file ->
        case :file.read_file(file) do
          {:ok, bytes} -> {module, bytes, file}
          _ -> :error
        end
    end
  end

  @doc "Documentation of a module: `{:ok, docs}` or `{:error, reason}`."
  def get_doc(module) do
    case Code.fetch_docs(module) do
      {:error, :module_not_found} -> {:error, :non_existing}
      {:error, _} -> {:error, :missing}
      docs -> {:ok, docs}
    end
  end

  @doc "A digest of a module's code: `:undefined` for what is not in a file."
  def module_md5(bytes) when is_binary(bytes), do: :undefined

  # -- the path

  @doc """
  The folders where modules are looked for.

  ## Examples

      iex> is_list(:code.get_path())
      true
  """
  def get_path, do: :vial_code.path()

  @doc "Sets the folders where modules are looked for."
  def set_path(path) when is_list(path) do
    if :lists.all(&folder?/1, path), do: put_path(path), else: {:error, :bad_directory}
  end

  @doc "Puts a folder at the end of the path: `true`, or `{:error, :bad_directory}`."
  def add_path(folder), do: add_pathz(folder)

  def add_pathz(folder), do: add(folder, fn path, folder -> without(path, folder, path ++ [folder]) end)

  @doc "Puts a folder at the beginning of the path: `true`, or `{:error, :bad_directory}`."
  def add_patha(folder), do: add(folder, fn path, folder -> [folder | :lists.delete(folder, path)] end)

  @doc "Puts several folders at the end of the path."
  def add_paths(folders), do: add_pathsz(folders)

  def add_pathsz(folders) do
    :lists.foreach(&add_pathz/1, folders)
    :ok
  end

  @doc "Puts several folders at the beginning of the path, in the order given the other way round."
  def add_pathsa(folders) do
    :lists.foreach(&add_patha/1, folders)
    :ok
  end

  @doc "Takes a folder off the path: whether it was on it."
  def del_path(folder) do
    folder = chars(folder)
    path = get_path()
    :lists.member(folder, path) and put_path(:lists.delete(folder, path))
  end

  @doc "Puts a folder in the place of another on the path whose last name is `name`."
  def replace_path(name, folder) do
    name = chars(name)
    folder = chars(folder)
    path = :lists.map(fn old -> if :filename.basename(old) == name, do: folder, else: old end, get_path())

    cond do
      not folder?(folder) -> {:error, :bad_directory}
      :lists.member(folder, path) -> put_path(path)
      true -> put_path(path ++ [folder])
    end
  end

  defp add(folder, change) do
    folder = chars(folder)

    if folder?(folder), do: put_path(change.(get_path(), folder)), else: {:error, :bad_directory}
  end

  defp without(path, folder, added), do: if(:lists.member(folder, path), do: path, else: added)

  defp put_path(path), do: :vial_code.set_path(:lists.map(fn folder -> :filename.flatten(folder) |> IO.chardata_to_string() end, path))

  defp folder?(folder), do: :filelib.is_dir(folder)
  defp chars(name) when is_atom(name), do: :erlang.atom_to_list(name)
  defp chars(name) when is_binary(name), do: :erlang.binary_to_list(name)
  defp chars(name), do: name

  @doc "Where a file is in the path: a charlist or `:non_existing`."
  def where_is_file(name), do: where_is_file(get_path(), name)

  def where_is_file(path, name) do
    Enum.find_value(path, :non_existing, fn folder ->
      file = :filename.join(folder, name)
      if :filelib.is_regular(file), do: file
    end)
  end

  @doc "The extension of files that hold modules."
  def objfile_extension, do: '.vbc'

  @doc "Modules are loaded when they are called: `:interactive`."
  def get_mode, do: :interactive

  @doc "Nothing is kept of the path's files."
  def rehash, do: :ok

  @doc "The folder of the machine: the current one, since all of the library is in the binary."
  def root_dir, do: cwd()
  def lib_dir, do: cwd()

  defp cwd do
    {:ok, folder} = :file.get_cwd()
    folder
  end

  @doc "The folder of an application: none is known by name."
  def lib_dir(_name), do: {:error, :bad_name}
  def lib_dir(_name, _sub), do: {:error, :bad_name}
  def priv_dir(_name), do: {:error, :bad_name}

  @doc "Modules of the library can be replaced like any other: none is sticky."
  def is_sticky(module) when is_atom(module), do: false
  def stick_dir(_folder), do: :ok
  def unstick_dir(_folder), do: :ok
  def stick_mod(_module), do: true
  def unstick_mod(_module), do: true

  @doc "No module is native in the sense OTP once had."
  def is_module_native(module) when is_atom(module), do: if(loaded?(module), do: false, else: :undefined)

  @doc "Loads several modules given as `{module, file, bytes}` or by name: all or, when one fails, none after it."
  def atomic_load(modules) when is_list(modules) do
    failed =
      for module <- modules, {:error, reason} <- [load_one(module)] do
        {if(is_tuple(module), do: elem(module, 0), else: module), reason}
      end

    if failed == [], do: :ok, else: {:error, failed}
  end

  defp load_one({module, file, bytes}), do: :code.load_binary(module, file, bytes)
  defp load_one(module), do: :code.ensure_loaded(module)

  @doc """
  Forgets the old version of `module`; processes that still use it are killed.

  Returns whether any was. The memory is freed as soon as no process can come across it.
  """
  @spec purge(module) :: boolean
  def purge(module) when is_atom(module) do
    killed = :erlang.check_old_code(module) and kill_users(:erlang.processes(), module, false)
    :vial_code.purge(module)
    killed
  end

  @doc "Forgets the old version of `module` unless a process still uses it; whether none does."
  @spec soft_purge(module) :: boolean
  def soft_purge(module) when is_atom(module) do
    unused = not :erlang.check_old_code(module) or unused?(:erlang.processes(), module)
    unused and (:vial_code.purge(module); true)
  end

  defp unused?([], _module), do: true

  defp unused?([pid | rest], module),
    do: not :erlang.check_process_code(pid, module) and unused?(rest, module)

  defp kill_users([], _module, killed), do: killed

  defp kill_users([pid | rest], module, killed) do
    if :erlang.check_process_code(pid, module) do
      reference = :erlang.monitor(:process, pid)
      :erlang.exit(pid, :kill)

      receive do
        {:DOWN, ^reference, _, _, _} -> kill_users(rest, module, true)
      end
    else
      kill_users(rest, module, killed)
    end
  end
end
