# stdlib/elixir/path.ex: file names for Elixir programs, always strings.
# Here: taking paths apart and together, expanding, relating, wildcards.
# Not here: the work on the text, which :filename does; the file system (File).
defmodule Path do
  @moduledoc """
  Paths as text.

  Paths are given as chardata and returned as strings. Nothing here looks at the file
  system but for `wildcard/2`, and `absname/1`, `expand/1` and `relative_to_cwd/1`, which ask for
  the working directory.
  """

  @type t :: IO.chardata()

  @doc """
  Makes a path absolute without expanding it.

  ## Examples

      iex> Path.absname("/foo/../bar")
      "/foo/../bar"
  """
  @spec absname(t) :: binary
  def absname(path), do: normalize_path(path, &File.cwd!/0)

  @doc """
  Makes a path absolute below another.

  ## Examples

      iex> Path.absname("foo", "/bar")
      "/bar/foo"
  """
  @spec absname(t, t) :: binary
  def absname(path, relative_to), do: normalize_path(path, fn -> IO.chardata_to_string(relative_to) end)

  defp normalize_path(path, base) do
    path = IO.chardata_to_string(path)

    case type(path) do
      :absolute -> :filename.absname_join("/", path)
      :relative -> :filename.absname_join(base.(), path)
    end
  end

  @doc """
  Makes a path absolute, with `.`, `..` and `~` replaced.

  ## Examples

      iex> Path.expand("/foo/bar/../baz")
      "/foo/baz"
  """
  @spec expand(t) :: binary
  def expand(path), do: path |> expand_home() |> absname() |> expand_dot()

  @doc """
  Makes a path absolute below another, with `.`, `..` and `~` replaced in both.

  ## Examples

      iex> Path.expand("foo/bar/../bar", "/baz")
      "/baz/foo/bar"
  """
  @spec expand(t, t) :: binary
  def expand(path, relative_to),
    do: path |> expand_home() |> absname(expand_home(relative_to)) |> absname() |> expand_dot()

  defp expand_home(path) do
    case IO.chardata_to_string(path) do
      "~" -> System.user_home!()
      "~/" <> rest -> System.user_home!() <> "/" <> rest
      path -> path
    end
  end

  defp expand_dot(path), do: expand_dot(:filename.split(path), [])

  defp expand_dot([".." | rest], [_, _ | _] = [_ | done]), do: expand_dot(rest, done)
  defp expand_dot([".." | rest], done), do: expand_dot(rest, done)
  defp expand_dot(["." | rest], done), do: expand_dot(rest, done)
  defp expand_dot([part | rest], done), do: expand_dot(rest, [part | done])
  defp expand_dot([], done), do: :filename.join(:lists.reverse(done))

  @doc """
  Tells whether a path is `:absolute` or `:relative`.

  ## Examples

      iex> Path.type("/usr/local/bin")
      :absolute
      iex> Path.type("usr")
      :relative
  """
  @spec type(t) :: :absolute | :relative | :volumerelative
  def type(name) when is_list(name) or is_binary(name) do
    case IO.chardata_to_string(name) do
      "/" <> _ -> :absolute
      _ -> :relative
    end
  end

  @doc """
  Makes an absolute path relative to the root.

  ## Examples

      iex> Path.relative("/usr/local/bin")
      "usr/local/bin"
      iex> Path.relative("../usr")
      "../usr"
  """
  @spec relative(t) :: binary
  def relative(name) do
    case IO.chardata_to_string(name) do
      "/" -> "."
      "/" <> rest -> rest
      path -> path
    end
  end

  @doc """
  Makes a path relative to another, if it is below it; else it is returned as it is.

  ## Examples

      iex> Path.relative_to("/usr/local/foo", "/usr/local")
      "foo"
      iex> Path.relative_to("/usr/local/foo", "/etc")
      "/usr/local/foo"
  """
  @spec relative_to(t, t) :: binary
  def relative_to(path, from) do
    path = IO.chardata_to_string(path)
    relative_to(split(path), split(IO.chardata_to_string(from)), path)
  end

  defp relative_to(path, path, _original), do: "."
  defp relative_to([part | rest1], [part | rest2], original), do: relative_to(rest1, rest2, original)
  defp relative_to([_ | _] = rest, [], _original), do: :filename.join(rest)
  defp relative_to(_, _, original), do: original

  @doc """
  Makes a path relative to the working directory, if it is below it.

  ## Examples

      iex> Path.relative_to_cwd("/nowhere")
      "/nowhere"
  """
  @spec relative_to_cwd(t) :: binary
  def relative_to_cwd(path) do
    case :file.get_cwd() do
      {:ok, base} -> relative_to(path, IO.chardata_to_string(base))
      _ -> path
    end
  end

  @doc """
  Returns the last component; of the root, the empty string.

  ## Examples

      iex> Path.basename("foo/bar")
      "bar"
      iex> Path.basename("/")
      ""
  """
  @spec basename(t) :: binary
  def basename(path), do: :filename.basename(IO.chardata_to_string(path))

  @doc """
  Returns the last component without the given extension.

  ## Examples

      iex> Path.basename("~/foo/bar.ex", ".ex")
      "bar"
      iex> Path.basename("~/foo/bar.ex", ".exs")
      "bar.ex"
  """
  @spec basename(t, t) :: binary
  def basename(path, extension),
    do: :filename.basename(IO.chardata_to_string(path), IO.chardata_to_string(extension))

  @doc """
  Returns all but the last component.

  ## Examples

      iex> Path.dirname("/foo/bar.ex")
      "/foo"
      iex> Path.dirname("/foo/bar/")
      "/foo/bar"
      iex> Path.dirname("bar.ex")
      "."
  """
  @spec dirname(t) :: binary
  def dirname(path), do: :filename.dirname(IO.chardata_to_string(path))

  @doc """
  Returns the extension with its dot, or the empty string.

  ## Examples

      iex> Path.extname("foo.erl")
      ".erl"
      iex> Path.extname(".gitignore")
      ""
  """
  @spec extname(t) :: binary
  def extname(path), do: :filename.extension(IO.chardata_to_string(path))

  @doc """
  Returns the path without its extension.

  ## Examples

      iex> Path.rootname("/foo/bar.ex")
      "/foo/bar"
  """
  @spec rootname(t) :: binary
  def rootname(path), do: :filename.rootname(IO.chardata_to_string(path))

  @doc """
  Returns the path without the given extension.

  ## Examples

      iex> Path.rootname("/foo/bar.erl", ".ex")
      "/foo/bar.erl"
  """
  @spec rootname(t, t) :: binary
  def rootname(path, extension),
    do: :filename.rootname(IO.chardata_to_string(path), IO.chardata_to_string(extension))

  @doc """
  Joins a list of paths.

  ## Examples

      iex> Path.join(["~", "foo", "/bar/"])
      "~/foo/bar"
      iex> Path.join(["/", "foo"])
      "/foo"
  """
  @spec join(nonempty_list(t)) :: binary
  def join([name1, name2 | rest]), do: join([join(name1, name2) | rest])
  def join([name]), do: IO.chardata_to_string(name)

  @doc """
  Joins two paths. A slash that begins the second or ends either is dropped.

  ## Examples

      iex> Path.join("foo", "bar")
      "foo/bar"
      iex> Path.join("/foo", "/bar/")
      "/foo/bar"
  """
  @spec join(t, t) :: binary
  def join(left, right) do
    left = IO.chardata_to_string(left)
    right = IO.chardata_to_string(right)
    trim_slash(joined(left, without_root(right)))
  end

  defp joined("", right), do: right
  defp joined("/", right), do: "/" <> right
  defp joined(left, right), do: trim_slash(left) <> "/" <> right

  defp without_root("/" <> rest), do: rest
  defp without_root(path), do: path

  # One slash at the end goes, but for the root's.
  defp trim_slash("/"), do: "/"

  defp trim_slash(path) do
    size = byte_size(path) - 1

    case path do
      <<rest::binary-size(size), ?/>> -> rest
      _ -> path
    end
  end

  @doc """
  Splits a path into its components; an absolute one begins with `"/"`.

  ## Examples

      iex> Path.split("/foo/bar")
      ["/", "foo", "bar"]
      iex> Path.split("")
      []
  """
  @spec split(t) :: [binary]
  def split(path), do: :filename.split(IO.chardata_to_string(path))

  @doc """
  Lists the files that match a pattern, sorted.

  `?` is one character, `*` any number of them, `**` any number of directories, `[a-z]` one of a
  set, `{a,b}` one of several texts; a backslash takes the next character as it is.
  Names that begin with a dot are left out without `match_dot: true`.

  ## Examples

      iex> Path.wildcard("no_such_directory/*")
      []
  """
  @spec wildcard(t, match_dot: boolean) :: [binary]
  def wildcard(glob, opts \\ []) when is_list(opts) do
    dot? = Keyword.get(opts, :match_dot, false)

    glob = IO.chardata_to_string(glob)

    if String.contains?(glob, "\0") do
      raise ArgumentError, "cannot execute Path.wildcard/2 for path with null byte, got: #{inspect(glob)}"
    end

    glob
    |> :vial_wildcard.files(nil, :file, dot?)
    |> Enum.map(&IO.chardata_to_string/1)
  end

  @doc """
  Returns a relative path without `..` that lead out of it, or `:error`.

  ## Examples

      iex> Path.safe_relative_to("deps/my_dep/../app.beam", "deps")
      {:ok, "deps/app.beam"}
      iex> Path.safe_relative_to("../app.beam", "deps")
      :error
  """
  @doc since: "1.14.0"
  @spec safe_relative_to(t, t) :: {:ok, binary} | :error
  def safe_relative_to(path, relative_to) do
    case :filelib.safe_relative_path(IO.chardata_to_string(path), IO.chardata_to_string(relative_to)) do
      :unsafe -> :error
      safe -> {:ok, IO.chardata_to_string(safe)}
    end
  end

  @doc """
  Returns a relative path without `..` that lead out of the working directory, or `:error`.

  ## Examples

      iex> Path.safe_relative("foo")
      {:ok, "foo"}
      iex> Path.safe_relative("foo/../..")
      :error
  """
  @doc since: "1.14.0"
  @spec safe_relative(t) :: {:ok, binary} | :error
  def safe_relative(path), do: safe_relative_to(path, File.cwd!())
end
