# Many processes meet a machine's first pattern at once.
parent = self()

pids =
  for n <- 1..200 do
    spawn(fn ->
      receive do
        :go -> send(parent, Regex.replace(~r/\d+/, "a#{n}", "b"))
      end
    end)
  end

Enum.each(pids, &send(&1, :go))
answers = for _ <- pids, do: receive(do: (answer -> answer))
IO.inspect(Enum.uniq(answers)) # expect: ["ab"]
