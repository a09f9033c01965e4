# stdlib/erlang/filename.ex: file names as text.
# Here: taking names apart and putting them together, by Unix's rules.
# Not here: the file system (:file, :filelib); Elixir's Path.
# Holds: the work is done on binaries; a name given as a list or an atom comes back as a list.
defmodule :filename do
  @moduledoc """
  Operations on file names.

  A name is a binary, or an atom or deep list of characters; a binary gives a binary,
  the others give a list.
  """

  @doc """
  Makes a name absolute, below the working directory.

  ## Examples

      iex> :filename.absname("/a//b/")
      "/a/b"
  """
  def absname(name) do
    case pathtype(name) do
      :absolute -> apply_text(name, &normal/1)
      _ -> absname(name, cwd(name))
    end
  end

  @doc """
  Makes a name absolute, below `dir`.

  ## Examples

      iex> :filename.absname("a", "/b")
      "/b/a"
  """
  def absname(name, dir) do
    case pathtype(name) do
      :absolute -> apply_text(name, &normal/1)
      _ -> absname_join(dir, name)
    end
  end

  defp cwd(name) do
    {:ok, dir} = :file.get_cwd()
    if is_binary(name), do: :unicode.characters_to_binary(dir), else: dir
  end

  @doc "Joins a directory and a relative name."
  def absname_join(dir, name) do
    if empty?(name), do: join([dir]), else: join([dir, name])
  end

  defp empty?(name), do: name == "" or name == []

  @doc """
  Returns the last component.

  ## Examples

      iex> :filename.basename("/a/b.c")
      "b.c"
  """
  def basename(name), do: apply_text(name, &last/1)

  @doc """
  Returns the last component without the given extension.

  ## Examples

      iex> :filename.basename("/a/b.c", ".c")
      "b"
  """
  def basename(name, extension) do
    {_, extension} = text(extension)

    apply_text(name, fn path ->
      if String.ends_with?(path, "/"), do: last(path), else: without(last(path), extension)
    end)
  end

  defp without(path, extension) do
    keep = byte_size(path) - byte_size(extension)

    case path do
      <<kept::binary-size(keep), ^extension::binary>> -> kept
      _ -> path
    end
  end

  defp last(path) do
    case :lists.reverse(components(path)) do
      ["/"] -> ""
      [last | _] -> last
      [] -> ""
    end
  end

  @doc """
  Returns all but the last component; `"."` if there is none.

  ## Examples

      iex> :filename.dirname("/a/b.c")
      "/a"
      iex> :filename.dirname("a/")
      "a"
  """
  def dirname(name), do: apply_text(name, &directory/1)

  defp directory(path) do
    case :binary.matches(path, "/") do
      [] -> "."
      slashes -> path |> binary_part(0, elem(List.last(slashes), 0)) |> trim_slashes(path)
    end
  end

  defp trim_slashes(directory, path) do
    case trim_trailing(directory) do
      "" -> if String.starts_with?(path, "/"), do: "/", else: "."
      trimmed -> trimmed
    end
  end

  defp trim_trailing(path) do
    size = byte_size(path) - 1

    case path do
      <<rest::binary-size(size), ?/>> -> trim_trailing(rest)
      _ -> path
    end
  end

  @doc """
  Returns the extension with its dot, or nothing. A name that begins with its only dot has none.

  ## Examples

      iex> :filename.extension("a/b.c")
      ".c"
      iex> :filename.extension(".c")
      ""
  """
  def extension(name) do
    apply_text(name, fn path ->
      case last_dot(path) do
        {at, start} when at > start -> binary_part(path, at, byte_size(path) - at)
        _ -> ""
      end
    end)
  end

  # The last dot after the last slash, and where that component starts.
  defp last_dot(path) do
    start =
      case :binary.matches(path, "/") do
        [] -> 0
        slashes -> elem(List.last(slashes), 0) + 1
      end

    case :binary.matches(path, ".", scope: {start, byte_size(path) - start}) do
      [] -> nil
      dots -> {elem(List.last(dots), 0), start}
    end
  end

  @doc """
  Returns the name without its extension.

  ## Examples

      iex> :filename.rootname("a/b.c")
      "a/b"
  """
  def rootname(name) do
    apply_text(name, fn path ->
      case last_dot(path) do
        nil -> path
        {at, start} when at == start and start > 0 -> path
        {at, _} -> binary_part(path, 0, at)
      end
    end)
  end

  @doc "Returns the name without the given extension."
  def rootname(name, extension) do
    {_, extension} = text(extension)

    # What would be a whole component is no extension.
    apply_text(name, fn path ->
      case without(path, extension) do
        rest when rest != "" and binary_part(rest, byte_size(rest), -1) == "/" -> path
        rest -> rest
      end
    end)
  end

  @doc """
  Joins names; an absolute one starts anew.

  ## Examples

      iex> :filename.join(["a/", "b", "c/"])
      "a/b/c"
      iex> :filename.join(["a", "/b"])
      "/b"
  """
  def join([_ | _] = names) do
    texts = :lists.map(&text/1, names)
    joined = joined(for({_, path} <- texts, do: path))
    if :lists.any(fn {kind, _} -> kind == :binary end, texts), do: joined, else: to_list(joined)
  end

  @doc "Joins two names."
  def join(left, right), do: join([left, right])

  defp joined(paths) do
    [first | rest] = for path <- paths, do: squeezed(path, <<>>)
    without_end(squeezed_slashes(:lists.foldl(&add/2, first, rest), <<>>))
  end

  defp add(<<?/, _::binary>> = path, _), do: path
  defp add("", ""), do: ""
  defp add(<<?., ?/, rest::binary>>, acc) when rest != "", do: add(rest, acc)
  defp add(path, acc), do: <<acc::binary, ?/, path::binary>>

  # No doubled slashes, none at the end, no components that are a dot.
  defp normal(path), do: without_end(squeezed(path, <<>>))

  defp without_end(path) do
    case trim_trailing(path) do
      "" -> if String.starts_with?(path, "/"), do: "/", else: ""
      path -> path
    end
  end

  defp squeezed_slashes(<<?/, ?/, rest::binary>>, acc), do: squeezed_slashes(<<?/, rest::binary>>, acc)
  defp squeezed_slashes(<<c, rest::binary>>, acc), do: squeezed_slashes(rest, <<acc::binary, c>>)
  defp squeezed_slashes(<<>>, acc), do: acc

  defp squeezed(<<?/, ?/, rest::binary>>, acc), do: squeezed(<<?/, rest::binary>>, acc)
  defp squeezed(<<?/, ?., ?/, rest::binary>>, acc), do: squeezed(<<?/, rest::binary>>, acc)
  defp squeezed(<<c, rest::binary>>, acc), do: squeezed(rest, <<acc::binary, c>>)
  defp squeezed(<<>>, acc), do: acc

  @doc "Puts a slash and a name after another, whatever they are."
  def append(dir, name) do
    {kind1, dir} = text(dir)
    {kind2, name} = text(name)
    path = <<dir::binary, ?/, name::binary>>
    if kind1 == :binary or kind2 == :binary, do: path, else: to_list(path)
  end

  @doc """
  Splits into components; an absolute name begins with `"/"`.

  ## Examples

      iex> :filename.split("/a//b/")
      ["/", "a", "b"]
  """
  def split(name) do
    {kind, path} = text(name)
    parts = components(path)
    if kind == :binary, do: parts, else: :lists.map(&to_list/1, parts)
  end

  defp components(<<?/, rest::binary>>), do: ["/" | components(rest, [])]
  defp components(path), do: components(path, [])

  defp components(path, []), do: :binary.split(path, "/", [:global, :trim_all])

  @doc "Tells whether a name is `:absolute` or `:relative`."
  def pathtype(name) do
    case text(name) do
      {_, <<?/, _::binary>>} -> :absolute
      _ -> :relative
    end
  end

  @doc "Returns the name in the system's form."
  def nativename(name), do: apply_text(name, &normal/1)

  @doc "Flattens a deep name."
  def flatten(name) when is_binary(name), do: name
  def flatten(name) when is_atom(name), do: :erlang.atom_to_list(name)
  def flatten(name), do: flat(name, [])

  defp flat([], rest), do: rest
  defp flat([head | tail], rest) when is_list(head), do: flat(head, flat(tail, rest))
  defp flat([head | tail], rest) when is_atom(head), do: :erlang.atom_to_list(head) ++ flat(tail, rest)
  defp flat([head | tail], rest), do: [head | flat(tail, rest)]

  @doc "Tells whether a name can be the name of a file."
  def validate(name) do
    {_, path} = text(name)
    path != "" and :binary.match(path, <<0>>) == :nomatch
  catch
    _, _ -> false
  end

  @doc """
  Returns where an application keeps its files: `:user_cache`, `:user_config`, `:user_data`,
  `:user_log`, `:site_config` or `:site_data`.
  """
  def basedir(type, application), do: basedir(type, application, %{})

  def basedir(type, application, options) do
    below =
      case options do
        %{version: version} -> [application, version]
        _ -> [application]
      end

    case type do
      :user_cache -> user("XDG_CACHE_HOME", ".cache", below, application)
      :user_config -> user("XDG_CONFIG_HOME", ".config", below, application)
      :user_data -> user("XDG_DATA_HOME", ".local/share", below, application)
      :user_log -> user("XDG_CACHE_HOME", ".cache", below ++ ["log"], application)
      :site_config -> site("XDG_CONFIG_DIRS", ["/etc/xdg"], below, application)
      :site_data -> site("XDG_DATA_DIRS", ["/usr/local/share", "/usr/share"], below, application)
    end
  end

  defp user(variable, default, below, application) do
    base =
      case :os.getenv(:erlang.binary_to_list(variable)) do
        false -> join([home(), default])
        dir -> to_binary(dir)
      end

    like(join([base | below]), application)
  end

  defp home do
    case :os.getenv('HOME') do
      false -> "/"
      dir -> to_binary(dir)
    end
  end

  defp site(variable, defaults, below, application) do
    dirs =
      case :os.getenv(:erlang.binary_to_list(variable)) do
        false -> defaults
        text -> :binary.split(to_binary(text), ":", [:global, :trim_all])
      end

    for dir <- dirs, do: like(join([dir | below]), application)
  end

  defp like(path, name) do
    path = to_binary(path)
    if is_binary(name), do: path, else: to_list(path)
  end

  defp to_binary(name), do: elem(text(name), 1)

  defp apply_text(name, fun) do
    {kind, path} = text(name)
    if kind == :binary, do: fun.(path), else: to_list(fun.(path))
  end

  defp text(name) when is_binary(name), do: {:binary, name}

  defp text(name) when is_atom(name) or is_list(name) do
    case :unicode.characters_to_binary(flatten(name)) do
      path when is_binary(path) -> {:list, path}
      _ -> :erlang.error(:badarg, [name])
    end
  end

  defp to_list(path), do: :unicode.characters_to_list(path)
end
