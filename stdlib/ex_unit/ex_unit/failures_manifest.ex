# stdlib/ex_unit/ex_unit/failures_manifest.ex: which tests failed when they last ran.
# Here: a map from {module, test} to the test's file, and its file on disk.
# Holds: a test that was excluded or skipped keeps its entry; an unreadable file counts as empty.
defmodule ExUnit.FailuresManifest do
  @moduledoc false

  @version 1

  def new, do: %{}

  @doc "The files that hold tests which failed."
  def files_with_failures(manifest), do: manifest |> Map.values() |> MapSet.new()

  @doc "The tests that failed."
  def failed_test_ids(manifest), do: manifest |> Map.keys() |> MapSet.new()

  def put_test(manifest, %ExUnit.Test{state: {state, _}}) when state in [:skipped, :excluded], do: manifest

  def put_test(manifest, %ExUnit.Test{state: nil} = test), do: Map.delete(manifest, {test.module, test.name})

  def put_test(manifest, %ExUnit.Test{state: {state, _}} = test) when state in [:failed, :invalid] do
    Map.put(manifest, {test.module, test.name}, test.tags.file)
  end

  @doc "Writes the entries whose files and modules are still there."
  def write!(manifest, file) do
    kept = Map.filter(manifest, fn {{module, name}, path} -> still_there?(module, name, path) end)
    File.mkdir_p!(Path.dirname(file))
    File.write!(file, :erlang.term_to_binary({@version, kept}))
  end

  defp still_there?(module, name, path) do
    File.regular?(path) and (not :erlang.module_loaded(module) or function_exported?(module, name, 1))
  end

  def read(file) do
    with {:ok, bytes} <- File.read(file),
         {:ok, {@version, manifest}} when is_map(manifest) <- decode(bytes) do
      manifest
    else
      _ -> new()
    end
  end

  defp decode(bytes) do
    {:ok, :erlang.binary_to_term(bytes)}
  rescue
    ArgumentError -> :error
  end
end
