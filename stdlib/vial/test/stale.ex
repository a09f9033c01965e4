# stdlib/vial/test/stale.ex: which test files have something to say since they last passed, for `vial test --stale`.
# Here: a record on disk of what the files held when they passed.
# Holds: a file is stale when it is new or changed, or when anything that all tests stand on (sources, helpers)
# has changed: what a test uses of it is not known.
defmodule Vial.Test.Stale do
  @moduledoc false

  @version 1

  @doc """
  Picks the stale ones of `files`: `{stale, record}`; the record is for `keep/2` once they have passed.
  """
  def pick(files, shared, record_file) do
    shared = Map.new(shared, &{&1, state(&1)})
    now = Map.new(files, &{Path.expand(&1), state(&1)})
    {before_shared, before} = read(record_file)
    before = if before_shared == shared, do: before, else: %{}
    stale = Enum.filter(files, &(before[Path.expand(&1)] != now[Path.expand(&1)]))
    {stale, {@version, shared, Map.merge(before, now)}}
  end

  @doc """
  Keeps the record of files that have passed.
  """
  def keep(record, record_file) do
    File.mkdir_p!(Path.dirname(record_file))
    File.write!(record_file, :erlang.term_to_binary(record))
  end

  defp state(file) do
    case File.read(file) do
      {:ok, text} -> {byte_size(text), :erlang.phash2(text), :erlang.crc32(text)}
      {:error, _} -> nil
    end
  end

  defp read(file) do
    with {:ok, bytes} <- File.read(file), {@version, shared, files} <- decode(bytes), do: {shared, files}, else: (_ -> {nil, %{}})
  end

  defp decode(bytes) do
    :erlang.binary_to_term(bytes)
  rescue
    ArgumentError -> nil
  end
end
