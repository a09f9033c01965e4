defmodule :ets do
  @moduledoc """
  Tables of tuples that processes share: what the natives of the same module leave to the language.

  The natives make and change tables and look into them; here stand those that go over a table with a
  function, and forms that others express.
  """

  @doc "Takes out all objects that match a pattern."
  def match_delete(table, pattern) do
    :ets.vial_delete_matching(table, pattern)
    true
  end

  @doc "All objects of a table."
  def tab2list(table), do: :ets.match_object(table, :_)

  @doc "Folds over all objects, in order from the first key."
  def foldl(fun, acc, table), do: foldl_keys(fun, acc, table, :ets.first(table))

  defp foldl_keys(_fun, acc, _table, :"$end_of_table"), do: acc

  defp foldl_keys(fun, acc, table, key) do
    acc = :lists.foldl(fun, acc, :ets.lookup(table, key))
    foldl_keys(fun, acc, table, :ets.next(table, key))
  end

  @doc "As `foldl/3`, from the last key."
  def foldr(fun, acc, table), do: :lists.foldr(fun, acc, tab2list(table))

  @doc "As `select/2`, backwards in an ordered table."
  def select_reverse(table, spec), do: :lists.reverse(:ets.select(table, spec))

  @doc "A traversal that is fixed needs nothing here: going from key to key never skips a row that stays."
  def safe_fixtable(table, flag) when is_boolean(flag) do
    _ = :ets.member(table, flag)
    true
  end

  def safe_fixtable(table, flag), do: :vial_error.wrong([table, flag], [:table, :boolean])

  @doc "Whether something is a compiled match specification."
  def is_compiled_ms({:vial_match_spec, _}), do: true
  def is_compiled_ms(_), do: false

  @doc "A match specification for `match_spec_run/2`."
  def match_spec_compile(spec) do
    # Refuses what is none, as the natives do.
    :ets.delete(probe(spec))
    {:vial_match_spec, spec}
  end

  defp probe(spec) do
    table = :ets.new(:probe, [])
    :ets.select(table, spec)
    table
  end

  @doc "Runs a match specification over a list of tuples."
  def match_spec_run(list, {:vial_match_spec, spec}) do
    table = :ets.new(:run, [:ordered_set, {:keypos, 1}])
    results = Enum.flat_map(list, &run_one(table, &1, spec))
    :ets.delete(table)
    results
  end

  defp run_one(table, object, spec) when is_tuple(object) and tuple_size(object) > 0 do
    :ets.insert(table, object)
    result = :ets.select(table, spec)
    :ets.delete_all_objects(table)
    result
  end

  defp run_one(_table, _object, _spec), do: []

  @doc "Checks a match specification on one tuple: `{:ok, result | false}` or `{:error, why}`."
  def test_ms(object, spec) when is_tuple(object) do
    case match_spec_run([object], match_spec_compile(spec)) do
      [result] -> {:ok, result}
      [] -> {:ok, false}
    end
  rescue
    ArgumentError -> {:error, [error: 'not a valid match specification']}
  end

  @doc "Fills a table by a function that gives `{objects, next}` or `:end_of_input`."
  def init_table(table, init) do
    :ets.delete_all_objects(table)
    fill(table, init.(:read))
  end

  defp fill(_table, :end_of_input), do: true

  defp fill(table, {objects, next}) do
    :ets.insert(table, objects)
    fill(table, next.(:read))
  end
end
