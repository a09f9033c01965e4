# DynamicSupervisor, whole.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
{:ok, d} = DynamicSupervisor.start_link(strategy: :one_for_one, max_children: 2)
job = %{id: :job, start: {Agent, :start_link, [fn -> 0 end]}, restart: :temporary}
{:ok, a} = DynamicSupervisor.start_child(d, job)
{:ok, b} = DynamicSupervisor.start_child(d, job)
IO.puts(inspect(DynamicSupervisor.start_child(d, job), width: 900)) # expect: {:error, :max_children}
IO.puts(inspect(DynamicSupervisor.count_children(d), width: 900)) # expect: %{active: 2, specs: 2, supervisors: 0, workers: 2}
IO.puts(inspect(DynamicSupervisor.which_children(d) |> Enum.map(fn {id, p, t, m} -> {id, p in [a, b], t, m} end), width: 900)) # expect: [{:undefined, true, :worker, [Agent]}, {:undefined, true, :worker, [Agent]}]
IO.puts(inspect(DynamicSupervisor.terminate_child(d, a), width: 900)) # expect: :ok
IO.puts(inspect(DynamicSupervisor.terminate_child(d, a), width: 900)) # expect: {:error, :not_found}
IO.puts(inspect(DynamicSupervisor.count_children(d), width: 900)) # expect: %{active: 1, specs: 1, supervisors: 0, workers: 1}
ref = Process.monitor(b)
Agent.stop(b, :shutdown)
IO.puts(inspect((receive do {:DOWN, ^ref, _, _, r} -> r end), width: 900)) # expect: :shutdown
{:ok, c} = DynamicSupervisor.start_child(d, {Agent, fn -> :perm end})
ref = Process.monitor(c)
Process.exit(c, :kill)
IO.puts(inspect((receive do {:DOWN, ^ref, _, _, r} -> r end), width: 900)) # expect: :killed
Process.sleep(20)
[{_, c2, _, _}] = DynamicSupervisor.which_children(d)
IO.puts(inspect(c2 != c and Agent.get(c2, & &1), width: 900)) # expect: :perm
IO.puts(inspect(DynamicSupervisor.start_child(d, %{id: 1, start: {Agent, :start_link, [fn -> exit(:no) end]}}), width: 900)) # expect: {:error, :no}
IO.puts(inspect(DynamicSupervisor.start_child(d, %{id: 1, start: {:not_there, :f, []}}) |> elem(0), width: 900)) # expect: :error
IO.puts(inspect(error.(fn -> DynamicSupervisor.start_child(d, :nonsense) end), width: 900)) # expect: {ArgumentError, "The module :nonsense was given as a child to a supervisor but it does not exist."}
IO.puts(inspect(DynamicSupervisor.start_child(d, %{id: 1}), width: 900)) # expect: {:error, {:invalid_child_spec, %{id: 1}}}
IO.puts(inspect(DynamicSupervisor.stop(d), width: 900)) # expect: :ok
defmodule Dyn do
  use DynamicSupervisor
  def start_link(x), do: DynamicSupervisor.start_link(__MODULE__, x, name: __MODULE__)
  def init(_), do: DynamicSupervisor.init(strategy: :one_for_one, extra_arguments: [:extra])
end
{:ok, _} = Dyn.start_link(1)
{:ok, e} = DynamicSupervisor.start_child(Dyn, %{id: 1, start: {Kernel, :apply, [Agent, :start_link]}} |> Map.put(:start, {Base.Extra, :start, [1]}) |> Map.put(:start, {Agent, :start_link, []}) |> Map.put(:restart, :temporary)) |> then(fn r -> {:ok, r} end)
IO.puts(inspect(elem(e, 0), width: 900)) # expect: :error
IO.puts(inspect(Dyn.child_spec(1), width: 900)) # expect: %{id: Dyn, start: {Dyn, :start_link, [1]}, type: :supervisor}
IO.puts(inspect(DynamicSupervisor.init([]), width: 900)) # expect: {:ok, %{extra_arguments: [], intensity: 3, max_children: :infinity, period: 5, strategy: :one_for_one}}
IO.puts(inspect(error.(fn -> DynamicSupervisor.init(strategy: :rest_for_one) end), width: 900)) # expect: {:ok, {:ok, %{extra_arguments: [], intensity: 3, max_children: :infinity, period: 5, strategy: :rest_for_one}}}
