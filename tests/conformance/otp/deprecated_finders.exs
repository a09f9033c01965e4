# Task.find takes the message of a task among several; Registry.start_link takes keys and name apart.
tasks = [Task.async(fn -> :tea end), Task.async(fn -> :cup end)]
[first, second] = tasks
answer = receive do: ({ref, _} = message when ref == second.ref -> Task.find(tasks, message))
IO.inspect({elem(answer, 0), elem(answer, 1) == second})   # expect: {:cup, true}
IO.inspect(Task.find([first], {make_ref(), 1}))   # expect: nil
IO.inspect(Task.find(tasks, :other))   # expect: nil
IO.inspect(Task.await(first))   # expect: :tea
{:ok, _} = Registry.start_link(:unique, Shelf, partitions: 2)
{:ok, _} = Registry.register(Shelf, :cup, 1)
IO.inspect(Registry.count(Shelf))   # expect: 1
