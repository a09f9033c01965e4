# only: vial
# Natives that rest and go on keep a state, and their names are open to programs: what programs give them is badarg.
defmodule State do
  def give(module, function, arguments) do
    apply(module, function, arguments)
  rescue
    e -> e.__struct__
  end
end

states = [:set, [], {}, {[], [], [], [], [], [], 0}, {[], [], [], [], [], [], 0, :proof}, {[1], [], [], [], [], 2, 3, 4}]
IO.inspect(for(s <- states, do: State.give(:lists, :sort_slowly, [s])) |> Enum.uniq()) # expect: [ArgumentError]
IO.inspect(for(s <- states, do: State.give(:maps, :from_list_slowly, [s])) |> Enum.uniq()) # expect: [ArgumentError]
IO.inspect(State.give(:maps, :list_slowly, [:a, 0, [], 0])) # expect: ArgumentError
IO.inspect(State.give(:maps, :list_slowly, [%{}, 0, [], 0])) # expect: ArgumentError
IO.inspect(State.give(:maps, :list_slowly, [Map.new(1..40, &{&1, 1}), 256, [], 0])) # expect: ArgumentError
IO.inspect(State.give(:maps, :list_slowly, [Map.new(1..40, &{&1, 1}), 0, [], 3])) # expect: ArgumentError
IO.inspect(State.give(:lists, :append_slowly, [:a, :b, :c])) # expect: ArgumentError
IO.inspect(State.give(:binary, :copy_slowly, [{"ab", "xy", 0, :proof}])) # expect: ArgumentError
IO.inspect(State.give(:binary, :search_slowly, ["ab", "b", {1, 3}, true, []])) # expect: ArgumentError
IO.inspect(State.give(:ets, :insert_slowly, [:none, [], make_ref()])) # expect: ArgumentError
IO.inspect(State.give(:ets, :vial_walk, [:none, [], 1, 2, 3])) # expect: ArgumentError
