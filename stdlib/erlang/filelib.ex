# stdlib/erlang/filelib.ex: questions to the file system, and wildcards.
# Here: kinds, sizes and times of files, directories made on the way, files found by pattern.
# Not here: single operations (:file), names as text (:filename).
defmodule :filelib do
  @moduledoc """
  File system utilities.
  """

  @doc "Tells whether the name is a directory."
  def is_dir(name), do: type(name) == :directory
  def is_dir(name, _module), do: is_dir(name)

  @doc "Tells whether the name is a file or a directory."
  def is_file(name), do: type(name) in [:regular, :directory]
  def is_file(name, _module), do: is_file(name)

  @doc "Tells whether the name is a regular file."
  def is_regular(name), do: type(name) == :regular
  def is_regular(name, _module), do: is_regular(name)

  defp type(name) do
    case :file.read_file_info(name) do
      {:ok, info} -> elem(info, 2)
      _ -> nil
    end
  end

  @doc "Returns the size in bytes; 0 if there is no such file."
  def file_size(name) do
    case :file.read_file_info(name) do
      {:ok, info} -> elem(info, 1)
      _ -> 0
    end
  end

  def file_size(name, _module), do: file_size(name)

  @doc "Returns when the file was last modified, in local time; 0 if there is no such file."
  def last_modified(name) do
    case :file.read_file_info(name) do
      {:ok, info} -> elem(info, 5)
      _ -> 0
    end
  end

  def last_modified(name, _module), do: last_modified(name)

  @doc "Makes the directories above a name."
  def ensure_dir("/"), do: :ok
  def ensure_dir('/'), do: :ok

  def ensure_dir(name), do: ensure_path(:filename.dirname(name))

  @doc "Makes a directory and those above it."
  def ensure_path("/"), do: :ok
  def ensure_path('/'), do: :ok

  def ensure_path(path) do
    case is_dir(path) do
      true -> :ok
      false -> make_below(path)
    end
  end

  defp make_below(path) do
    parent = :filename.dirname(path)

    # A link to itself, or a name that is its own directory, would never end.
    if parent == path do
      {:error, :einval}
    else
      with :ok <- ensure_path(parent) do
        case :file.make_dir(path) do
          {:error, :eexist} -> if is_dir(path), do: :ok, else: {:error, :eexist}
          other -> other
        end
      end
    end
  end

  @doc """
  Folds over the files below a directory whose base names match a regular expression.
  """
  def fold_files(dir, regexp, recursive, fun, acc) do
    {:ok, regex} = :re.compile(regexp, [:unicode])
    fold_dir(dir, regex, recursive, fun, acc)
  end

  def fold_files(dir, regexp, recursive, fun, acc, _module),
    do: fold_files(dir, regexp, recursive, fun, acc)

  defp fold_dir(dir, regex, recursive, fun, acc) do
    case :file.list_dir_all(dir) do
      {:ok, names} -> fold_names(:lists.sort(names), dir, regex, recursive, fun, acc)
      _ -> acc
    end
  end

  defp fold_names([], _dir, _regex, _recursive, _fun, acc), do: acc

  defp fold_names([name | rest], dir, regex, recursive, fun, acc) do
    path = :filename.join(dir, name)

    acc =
      case type(path) do
        :regular ->
          if :re.run(name, regex, [{:capture, :none}]) == :match, do: fun.(path, acc), else: acc

        :directory when recursive ->
          fold_dir(path, regex, recursive, fun, acc)

        _ ->
          acc
      end

    fold_names(rest, dir, regex, recursive, fun, acc)
  end

  @doc """
  Lists the files that match a pattern, sorted.

  `?` is one character, `*` any number of them, `**` any number of directories, `[a-z]` one
  of a set, `{a,b}` one of several texts; a backslash takes the next character as it is.
  """
  def wildcard(pattern), do: :vial_wildcard.files(pattern, nil, :file, true)

  @doc "Lists the files below `dir` that match a pattern, as names relative to it."
  def wildcard(pattern, dir) when is_list(dir) or is_binary(dir),
    do: :vial_wildcard.files(pattern, dir, :file, true)

  def wildcard(pattern, module) when is_atom(module),
    do: :vial_wildcard.files(pattern, nil, module, true)

  @doc "Lists the files below `dir`, with a module that has `:file`'s functions."
  def wildcard(pattern, dir, module), do: :vial_wildcard.files(pattern, dir, module, true)

  @doc "Compiles a pattern; raises `{:badpattern, reason}` for a wrong one."
  def compile_wildcard(pattern), do: {:compiled_wildcard, :vial_wildcard.compile(pattern)}

  @doc """
  Returns a relative name without `.` and `..`, or `:unsafe` if it may lead out of `cwd`.
  """
  def safe_relative_path(path, cwd) do
    case :filename.pathtype(path) do
      :relative -> safe(:filename.split(path), [], path, if(empty?(cwd), do: nil, else: cwd), 0)
      _ -> :unsafe
    end
  end

  defp empty?(name), do: name == "" or name == []

  # Symbolic links are followed when there is a directory to follow them in.
  defp safe([], [], path, _cwd, _links), do: if(is_binary(path), do: "", else: [])
  defp safe([], done, _path, _cwd, _links), do: :filename.join(:lists.reverse(done))
  defp safe([dot | rest], done, path, cwd, links) when dot in [".", '.'], do: safe(rest, done, path, cwd, links)
  defp safe([up | _], [], _path, _cwd, _links) when up in ["..", '..'], do: :unsafe
  defp safe([up | rest], [_ | done], path, cwd, links) when up in ["..", '..'], do: safe(rest, done, path, cwd, links)

  defp safe([name | rest], done, path, nil, links), do: safe(rest, [name | done], path, nil, links)

  defp safe([name | rest], done, path, cwd, links) do
    case :file.read_link(:filename.join([cwd | :lists.reverse([name | done])])) do
      {:ok, _target} when links > 64 ->
        :unsafe

      {:ok, target} ->
        if :filename.pathtype(target) == :relative,
          do: safe(:filename.split(target) ++ rest, done, path, cwd, links + 1),
          else: :unsafe

      _ ->
        safe(rest, [name | done], path, cwd, links)
    end
  end

  @doc "Looks for a file in the directory that belongs to `dir` by the usual rules."
  def find_file(name, dir), do: find_file(name, dir, [])

  def find_file(name, dir, rules) do
    candidates = [dir | for({from, to} <- rules, new = replaced(dir, from, to), do: new)]
    found(for(d <- candidates, do: :filename.join(d, name)))
  end

  @doc "Looks for the source of an object file."
  def find_source(path), do: find_source(:filename.basename(path), :filename.dirname(path))
  def find_source(name, dir), do: find_source(name, dir, [])

  def find_source(name, dir, _rules) do
    root = :filename.rootname(name)
    dirs = [dir, replaced(dir, 'ebin', 'src') || dir, replaced(dir, 'ebin', 'lib') || dir]
    found(for(d <- dirs, ext <- ['.ex', '.exs', '.erl'], do: :filename.join(d, root ++ ext)))
  end

  defp replaced(dir, from, to) do
    case :filename.split(dir) |> :lists.reverse() do
      [^from | rest] -> :filename.join(:lists.reverse([to | rest]))
      _ -> nil
    end
  end

  defp found([]), do: {:error, :not_found}
  defp found([path | rest]), do: if(is_regular(path), do: {:ok, path}, else: found(rest))
end
