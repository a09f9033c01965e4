defmodule :ets do
  @moduledoc """
  Tables of tuples that processes share: what the natives of the same module leave to the language.

  The natives make and change tables and look into them; here stand those that go over a table with a
  function, and forms that others express.
  """

  require Kernel.Part

  Kernel.Part.include("ets/spec.part.ex")
  Kernel.Part.include("ets/file.part.ex")
  Kernel.Part.include("ets/show.part.ex")

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

  @doc "A traversal that is fixed needs nothing here: going from key to key never skips a row that stays."
  def safe_fixtable(table, flag) when is_boolean(flag) do
    _ = :ets.member(table, flag)
    true
  end

  def safe_fixtable(table, flag), do: :vial_error.wrong([table, flag], [:table, :boolean])

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

  @doc "A query over a table: this needs the module `:qlc`, which Vial does not have."
  def table(table), do: table(table, [])
  def table(_table, _options), do: no_module("table", ":qlc, which makes queries")

  @doc "Copies a table to the disk: this needs the module `:dets`, which Vial does not have."
  def to_dets(_table, _dets), do: no_module("to_dets/2", ":dets, which keeps tables on disk")

  @doc "Fills a table from the disk: this needs the module `:dets`, which Vial does not have."
  def from_dets(_table, _dets), do: no_module("from_dets/2", ":dets, which keeps tables on disk")

  defp no_module(name, what), do: raise("ets:#{name} needs the module #{what}; vial does not have it")

  @doc false
  def internal_delete_all(table, _continuation) do
    count = :ets.info(table, :size)
    :ets.delete_all_objects(table)
    count
  end

  @doc false
  def internal_select_delete(table, spec), do: :ets.select_delete(table, spec)

  @doc false
  def internal_request_all do
    ref = make_ref()
    send(self(), {ref, :ets.all()})
    ref
  end
end
