# stdlib/erlang/ets/show.part.ex: tables shown to people.
# Here: the list of all tables, and the objects of one, page by page.

@doc "Writes a list of all tables."
def i do
  :io.format(' ~-15s ~-17s ~-5s ~-6s ~-8s ~s~n', ['id', 'name', 'type', 'size', 'mem', 'owner'])
  :io.format(' ~s~n', [:lists.duplicate(76, ?-)])
  :lists.foreach(&show_table/1, :lists.sort(:ets.all()))
  :ok
end

defp show_table(table) do
  with facts when is_list(facts) <- :ets.info(table) do
    owner = owner_name(facts[:owner])
    columns = [table, facts[:name], facts[:type], facts[:size], facts[:memory], owner]
    texts = for x <- columns, do: :io_lib.format('~w', [x])
    :io.format(' ~-15ts ~-17ts ~-5ts ~-6s ~-8s ~ts~n', texts)
  end
end

defp owner_name(pid) do
  case Process.info(pid, :registered_name) do
    {:registered_name, name} when is_atom(name) -> name
    _ -> pid
  end
end

@doc "Writes the objects of a table, one page at a time, and asks how to go on."
def i(table), do: i(table, 40, 80)
def i(table, height), do: i(table, height, 80)
def i(table, height, width), do: show_objects(:ets.tab2list(table), table, 1, height, max(width, 10))

defp show_objects(objects, table, number, height, width) do
  {page, rest} = Enum.split(objects, max(height - 1, 1))
  number = Enum.reduce(page, number, fn object, number -> show_object(object, number, width) end)
  ask_further(rest, table, number, height, width)
end

defp show_object(object, number, width) do
  text = :lists.flatten(:io_lib.format('~tp', [object]))
  tag = :io_lib.format('<~-4w> ', [number])
  line = if length(text) > width - 9, do: Enum.take(text, width - 12) ++ '  ...', else: text
  :io.format('~s~ts~n', [tag, line])
  number + 1
end

defp ask_further(rest, table, number, height, width) do
  prompt = if rest == [], do: 'EOT  (q)uit (p)Digits (k)ill /Regexp -->', else: '(c)ontinue (q)uit (p)Digits (k)ill /Regexp -->'

  case answer(:io.get_line(prompt)) do
    'c' when rest != [] -> show_objects(rest, table, number, height, width)
    [] when rest != [] -> show_objects(rest, table, number, height, width)
    'k' -> :ets.delete(table)
    [?p | digits] -> show_one(table, digits) && ask_further(rest, table, number, height, width)
    [?/ | pattern] -> show_objects(matching(table, pattern), table, 1, height, width)
    'q' -> :ok
    end_of_input when end_of_input in [:eof, []] -> :ok
    _ -> ask_further(rest, table, number, height, width)
  end

  :ok
end

defp answer(line) when is_list(line), do: :string.trim(line)
defp answer(_), do: :eof

defp show_one(table, digits) do
  case :string.to_integer(digits) do
    {n, _} when is_integer(n) and n > 0 ->
      if object = Enum.at(:ets.tab2list(table), n - 1), do: :io.format('~tp~n', [object])

    _ ->
      :ok
  end

  true
end

defp matching(table, pattern) do
  for object <- :ets.tab2list(table), match?({:match, _}, :re.run(:io_lib.format('~tp', [object]), pattern)), do: object
end
