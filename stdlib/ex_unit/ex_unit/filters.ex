# stdlib/ex_unit/ex_unit/filters.ex: which tests run.
# Here: reading filters, their precedence, the line of a test.
defmodule ExUnit.Filters do
  @moduledoc """
  Reads and applies filters of tests.

  A filter is an atom (the tag is there) or a pair of a tag and a value.
  """

  @type t :: list({atom, Regex.t() | String.Chars.t()} | atom)

  @doc """
  Splits `file:line` as given on a command line: `{path, options}` for `ExUnit.configure/1`.

  A colon and number that belong to an existing file's name are no line.

  ## Examples

      iex> ExUnit.Filters.parse_path("test/sum_test.exs:12")
      {"test/sum_test.exs", [exclude: [:test], include: [line: "12"]]}
      iex> ExUnit.Filters.parse_path("test/sum_test.exs")
      {"test/sum_test.exs", []}
  """
  @spec parse_path(String.t()) :: {String.t(), any}
  def parse_path(file) do
    {path, lines} = file |> String.split(":") |> Enum.reverse() |> split_lines([])

    cond do
      lines == [] or File.regular?(file) ->
        {file, []}

      bad = Enum.find(lines, &(String.to_integer(&1) <= 0)) ->
        IO.warn("invalid line number given as ExUnit filter: #{bad}", [])
        {path, []}

      true ->
        {path, exclude: [:test], include: Enum.map(lines, &{:line, &1})}
    end
  end

  defp split_lines([last | rest], lines) when rest != [] do
    case Integer.parse(last) do
      {_, ""} -> split_lines(rest, [last | lines])
      _ -> {[last | rest] |> Enum.reverse() |> Enum.join(":"), lines}
    end
  end

  defp split_lines([path], lines), do: {path, lines}

  @doc """
  Removes what is given twice; a filter that is both included and excluded is included.

  ## Examples

      iex> ExUnit.Filters.normalize(nil, nil)
      {[], []}
      iex> ExUnit.Filters.normalize([:a, :b, :b], [:a, :c])
      {[:a, :b], [:c]}
      iex> ExUnit.Filters.normalize([a: "true"], [:a])
      {[a: "true"], [:a]}
      iex> ExUnit.Filters.normalize([:a], a: "true")
      {[:a], []}
      iex> ExUnit.Filters.normalize([a: "true"], a: true)
      {[a: "true"], []}
      iex> ExUnit.Filters.normalize([], a: 1, a: 1, a: 2)
      {[], [a: 1, a: 2]}
  """
  @spec normalize(t | nil, t | nil) :: {t, t}
  def normalize(include, exclude) do
    include = distinct(include)
    {tags, values} = Enum.split_with(include, &is_atom/1)
    taken = MapSet.new(values, &comparable/1)

    exclude =
      for filter <- distinct(exclude), filter not in tags, name(filter) not in tags, comparable(filter) not in taken do
        filter
      end

    {include, exclude}
  end

  defp distinct(filters), do: filters |> List.wrap() |> Enum.uniq()

  defp name({name, _}), do: name
  defp name(name), do: name

  defp comparable({name, %Regex{} = value}), do: {name, value}
  defp comparable({name, value}), do: {name, to_string(value)}
  defp comparable(name), do: name

  @doc """
  Reads filters as a command line gives them.

  ## Examples

      iex> ExUnit.Filters.parse(["foo:bar", "baz", "line:9", "bool:true"])
      [{:foo, "bar"}, :baz, {:line, "9"}, {:bool, "true"}]
  """
  @spec parse([String.t()]) :: t
  def parse(filters) do
    Enum.map(filters, fn filter ->
      case String.split(filter, ":", parts: 2) do
        [name, value] -> {String.to_atom(name), value}
        [name] -> String.to_atom(name)
      end
    end)
  end

  @doc """
  What failed when the suite last ran: the set of files and the set of tests, from the manifest's file.
  """
  @spec failure_info(Path.t()) :: {MapSet.t(Path.t()), MapSet.t(ExUnit.test_id())}
  def failure_info(manifest_file) do
    manifest = ExUnit.FailuresManifest.read(manifest_file)

    {ExUnit.FailuresManifest.files_with_failures(manifest), ExUnit.FailuresManifest.failed_test_ids(manifest)}
  end

  @doc """
  Whether a test with `tags` runs: `:ok`, `{:excluded, why}` or `{:skipped, why}`.

  Exclusion comes first, inclusion takes it back, and a test that is left is skipped if it is tagged
  `:skip`, unless `:skip` is included. `collection` holds all tests of the module, since a line stands for
  the test that begins at it or above it.

  ## Examples

      iex> ExUnit.Filters.eval([foo: "bar"], [:foo], %{foo: "bar"}, [])
      :ok
      iex> ExUnit.Filters.eval([foo: "bar"], [:foo], %{foo: "baz"}, [])
      {:excluded, "due to foo filter"}
  """
  @spec eval(t, t, map, [ExUnit.Test.t()]) :: :ok | {:excluded, String.t()} | {:skipped, String.t()}
  def eval(include, exclude, tags, collection) when is_map(tags) do
    excluded = Enum.find(exclude, &tag?(&1, tags, collection))

    cond do
      excluded != nil and not included?(include, tags, collection) -> {:excluded, "due to #{name(excluded)} filter"}
      skip_included?(include, tags, collection) -> :ok
      true -> skipped(tags)
    end
  end

  defp included?(include, tags, collection), do: Enum.any?(include, &tag?(&1, tags, collection))

  defp skip_included?(include, tags, collection) do
    Enum.any?(include, &(name(&1) == :skip and tag?(&1, tags, collection)))
  end

  defp skipped(%{skip: true}), do: {:skipped, "due to skip tag"}
  defp skipped(%{skip: reason}) when is_binary(reason), do: {:skipped, reason}
  defp skipped(_tags), do: :ok

  defp tag?({:line, _} = filter, tags, collection), do: at_line?(filter, tags, collection)

  defp tag?({name, %Regex{} = regex}, tags, _collection) do
    case Map.fetch(tags, name) do
      {:ok, value} -> to_string(value) =~ regex
      :error -> false
    end
  end

  defp tag?({name, wanted}, tags, _collection) do
    case Map.fetch(tags, name) do
      {:ok, value} -> as_text(wanted) == as_text(value)
      :error -> false
    end
  end

  defp tag?(name, tags, _collection) when is_atom(name), do: Map.has_key?(tags, name)

  # Modules are written without their prefix.
  defp as_text(value), do: value |> to_string() |> String.replace_prefix("Elixir.", "")

  # A line stands for the test at it, for all tests of the describe block that begins at it, else for
  # the last test above it.
  defp at_line?({:line, line}, tags, collection) do
    line = if is_integer(line), do: line, else: String.to_integer(line)

    case tags do
      %{line: ^line} ->
        true

      %{describe_line: ^line} ->
        not starts_test?(line, collection)

      %{line: own} ->
        own <= line and own == closest(line, collection) and not describe?(line, collection)

      _ ->
        false
    end
  end

  defp starts_test?(line, collection), do: Enum.any?(collection, &(&1.tags[:line] == line))
  defp describe?(line, collection), do: Enum.any?(collection, &(&1.tags[:describe_line] == line))

  defp closest(line, collection) do
    collection |> Enum.map(& &1.tags[:line]) |> Enum.filter(&(is_integer(&1) and &1 <= line)) |> Enum.max(fn -> nil end)
  end
end
