# stdlib/elixir/list/difference.part.ex: the shortest way from one list to another.
# Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, section 4: the greedy
# walk of the edit graph. A path is {y, left, right, edits}: how far down it is, what remains of both
# lists, and the edits so far, latest first. After `n` edits there is one furthest path for each
# diagonal -n, -n + 2, … n.

@doc """
The shortest edits that turn `list1` into `list2`, as a keyword list of `:eq`, `:del` and `:ins`.

Takes O((n + m) d) time for d edits.

## Examples

    iex> List.myers_difference([1, 4, 2, 3], [1, 2, 3, 4])
    [eq: [1], del: [4], eq: [2, 3], ins: [4]]
"""
@spec myers_difference(list, list) :: [{:eq | :ins | :del, list}]
def myers_difference(list1, list2) when is_list(list1) and is_list(list2),
  do: edit_script(list1, list2, nil)

@doc """
The shortest edits that turn `list1` into `list2`, showing replaced elements by `diff_script`.

`diff_script` is called where an element was replaced by one other; unless it gives `nil`, its result
stands in the list as `:diff`.

## Examples

    iex> List.myers_difference(["a", "db"], ["a", "dc"], fn a, b -> if String.first(a) == String.first(b), do: {a, b} end)
    [eq: ["a"], diff: {"db", "dc"}]
"""
@spec myers_difference(list, list, (term, term -> script | nil)) ::
        [{:eq | :ins | :del | :diff, list}]
      when script: term
def myers_difference(list1, list2, diff_script)
    when is_list(list1) and is_list(list2) and is_function(diff_script),
    do: edit_script(list1, list2, diff_script)

defp edit_script(left, right, diff_script) do
  case follow_equal({0, left, right, []}) do
    {:done, edits} -> grouped(edits, [], diff_script)
    {:more, path} -> round_of_edits(1, [path], diff_script)
  end
end

# `paths` are the furthest ones of the round before, by falling diagonal first to last.
defp round_of_edits(count, paths, diff_script) do
  case extend(paths, nil, [], diff_script) do
    {:done, edits} -> grouped(edits, [], diff_script)
    {:more, paths} -> round_of_edits(count + 1, :lists.reverse(paths), diff_script)
  end
end

# Between two neighbours the diagonal is reached from the one that is further down.
defp extend([], below, acc, script), do: reach(move_right(below, script), [], below, acc, script)

defp extend([path | rest], nil, acc, script),
  do: reach(move_down(path, script), [path | rest], path, acc, script)

defp extend([path | rest], below, acc, script) do
  if :erlang.element(1, below) > :erlang.element(1, path),
    do: reach(move_right(below, script), [path | rest], path, acc, script),
    else: reach(move_down(path, script), [path | rest], path, acc, script)
end

defp reach(path, paths, next_below, acc, script) do
  case {follow_equal(path), paths} do
    {{:done, edits}, _} -> {:done, edits}
    {{:more, path}, []} -> {:more, [path | acc]}
    {{:more, path}, [_ | rest]} -> extend(rest, next_below, [path | acc], script)
  end
end

# With a script, an insertion right after a deletion may be shown as one difference.
defp move_right({y, left, [x | right], [{:del, [old]} | edits]}, script) when script != nil do
  case script.(old, x) do
    nil -> {y, left, right, [{:ins, [x]}, {:del, [old]} | edits]}
    diff -> {y, left, right, [{:diff, diff} | edits]}
  end
end

defp move_right({y, left, [x | right], edits}, _script),
  do: {y, left, right, [{:ins, [x]} | edits]}

defp move_right({y, left, [], edits}, _script), do: {y, left, [], edits}

defp move_down({y, [x | left], right, [{:ins, [new]} | edits]}, script) when script != nil do
  case script.(x, new) do
    nil -> {y + 1, left, right, [{:del, [x]}, {:ins, [new]} | edits]}
    diff -> {y + 1, left, right, [{:diff, diff} | edits]}
  end
end

defp move_down({y, [x | left], right, edits}, _script),
  do: {y + 1, left, right, [{:del, [x]} | edits]}

defp move_down({y, [], right, edits}, _script), do: {y + 1, [], right, edits}

defp follow_equal({y, [x | left], [x | right], edits}),
  do: follow_equal({y + 1, left, right, [{:eq, [x]} | edits]})

defp follow_equal({_y, [], [], edits}), do: {:done, edits}
defp follow_equal(path), do: {:more, path}

# Reverses the edits and joins neighbours of one kind.
defp grouped([{:diff, _} = edit | rest], acc, script), do: grouped(rest, [edit | acc], script)

defp grouped([{kind, [x]} | rest], [{kind, list} | acc], script) when kind != :diff,
  do: grouped(rest, [{kind, [x | list]} | acc], script)

# What was inserted behind its like reads better in front of it, when that joins what is equal.
defp grouped([_ | _] = edits, [{:eq, same}, {:ins, same}, {:eq, after_it} | acc], script),
  do: grouped(edits, [{:ins, same}, {:eq, same ++ after_it} | acc], script)

defp grouped([edit | rest], acc, script), do: grouped(rest, [edit | acc], script)
defp grouped([], acc, _script), do: acc
