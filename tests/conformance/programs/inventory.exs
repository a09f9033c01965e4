# Nested data with get_in, update_in, pop_in and custom Access functions.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
store = %{shelves: [%{name: "a", boxes: %{red: [1, 2], blue: []}}, %{name: "b", boxes: %{red: [9]}}], meta: [open: true, hours: {8, 18}]}
IO.puts(inspect(get_in(store, [:shelves, Access.all(), :boxes, :red]), width: 900)) # expect: [[1, 2], '\t']
IO.puts(inspect(get_in(store, [:shelves, Access.at(1), :name]), width: 900)) # expect: "b"
IO.puts(inspect(get_in(store, [:shelves, Access.at(-1), :boxes, :red, Access.at(0)]), width: 900)) # expect: 9
IO.puts(inspect(get_in(store, [:meta, :hours, Access.elem(1)]), width: 900)) # expect: 18
IO.puts(inspect(get_in(store, [:shelves, Access.filter(&(&1.name == "b")), :boxes]), width: 900)) # expect: [%{red: '\t'}]
IO.puts(inspect(get_in(store, [:nothing, :at, :all]), width: 900)) # expect: nil
IO.puts(inspect(put_in(store.meta[:open], false).meta, width: 900)) # expect: [open: false, hours: {8, 18}]
IO.puts(inspect(put_in(store, [:shelves, Access.all(), :boxes, Access.key(:green, [])], :new).shelves, width: 900)) # expect: [%{boxes: %{blue: [], green: :new, red: [1, 2]}, name: "a"}, %{boxes: %{green: :new, red: '\t'}, name: "b"}]
IO.puts(inspect(update_in(store.shelves, &length/1), width: 900)) # expect: %{meta: [open: true, hours: {8, 18}], shelves: 2}
IO.puts(inspect(update_in(store, [:shelves, Access.at(0), :boxes, :red, Access.all()], &(&1 * 10)).shelves |> hd(), width: 900)) # expect: %{boxes: %{blue: [], red: [10, 20]}, name: "a"}
IO.puts(inspect(get_and_update_in(store.meta[:open], &{&1, not &1}) |> elem(0), width: 900)) # expect: true
IO.puts(inspect(get_and_update_in(store, [:shelves, Access.all(), :name], &{&1, String.upcase(&1)}) |> elem(0), width: 900)) # expect: ["a", "b"]
IO.puts(inspect(pop_in(store.meta[:hours]) |> elem(0), width: 900)) # expect: {8, 18}
IO.puts(inspect(pop_in(store, [:shelves, Access.at(0), :boxes, :red]) |> elem(1) |> Map.get(:shelves) |> hd(), width: 900)) # expect: %{boxes: %{blue: []}, name: "a"}
IO.puts(inspect(pop_in(store, [:shelves, Access.all(), :boxes, :red]) |> elem(0), width: 900)) # expect: [[1, 2], '\t']
last = fn
  :get, list, next -> list |> List.last() |> next.()
  :get_and_update, list, next ->
    {got, new} = next.(List.last(list))
    {got, List.replace_at(list, -1, new)}
end
IO.puts(inspect(get_in(store, [:shelves, last, :name]), width: 900)) # expect: "b"
IO.puts(inspect(put_in(store, [:shelves, last, :name], "z").shelves |> Enum.map(& &1.name), width: 900)) # expect: ["a", "z"]
IO.puts(inspect(error.(fn -> get_in(store, [:shelves, :name]) end), width: 900)) # expect: {:ok, nil}
IO.puts(inspect(error.(fn -> put_in(store, [:shelves, Access.key!(:x)], 1) end), width: 900)) # expect: {RuntimeError, "Access.key!/1 expected a map/struct, got: [%{boxes: %{blue: [], red: [1, 2]}, name: \"a\"}, %{boxes: %{red: '\\t'}, name: \"b\"}]"}
IO.puts(inspect(error.(fn -> get_in(store, [:meta, :hours, Access.elem(5)]) end), width: 900)) # expect: {ArgumentError, "errors were found at the given arguments:\n\n  * 1st argument: out of range\n"}
IO.puts(inspect(error.(fn -> get_in(store, [:shelves, Access.at("x")]) end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Access.at/1"}
IO.puts(inspect(error.(fn -> update_in(store.nope, & &1) end), width: 900)) # expect: {KeyError, "key :nope not found in: %{meta: [open: true, hours: {8, 18}], shelves: [%{boxes: %{blue: [], red: [1, 2]}, name: \"a\"}, %{boxes: %{red: '\\t'}, name: \"b\"}]}"}
IO.puts(inspect(error.(fn -> put_in(%{a: 1}.b.c, 1) end), width: 900)) # expect: {KeyError, "key :b not found in: %{a: 1}"}
IO.puts(inspect(error.(fn -> get_in(store, [Access.all()]) end), width: 900)) # expect: {RuntimeError, "Access.all/0 expected a list, got: %{meta: [open: true, hours: {8, 18}], shelves: [%{boxes: %{blue: [], red: [1, 2]}, name: \"a\"}, %{boxes: %{red: '\\t'}, name: \"b\"}]}"}
IO.puts(inspect(error.(fn -> store.meta[:hours][:x] end), width: 900)) # expect: {FunctionClauseError, "no function clause matching in Access.get/3"}
