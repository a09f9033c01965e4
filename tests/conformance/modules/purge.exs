# Two versions at once; what runs the old one, and what is left of it after a purge.
defmodule Versions do
  def source(n) do
    """
    defmodule Versions.M do
      def value, do: {:lit, #{n}, ["a literal text of version #{n}", %{a: #{n}.5}]}
      def wait(p) do
        send(p, :ready)
        receive do :go -> send(p, {:old, #{n}}) end
        receive do :more -> send(p, value()) end
      end
      def keep(list), do: [value() | list]
    end
    """
  end

  def load(n), do: Code.compile_string(source(n))
end

Code.compiler_options(ignore_module_conflict: true)
alias Versions.M
me = self()
Versions.load(1)
first = M.value()
pid = spawn(fn -> M.wait(me) end)
receive do: (:ready -> :ok)
IO.inspect(:erlang.check_old_code(M)) # expect: false
IO.inspect(:erlang.check_process_code(pid, M)) # expect: false
Versions.load(2)
IO.inspect(:erlang.check_old_code(M)) # expect: true
IO.inspect(:erlang.check_process_code(pid, M)) # expect: true
IO.inspect(:erlang.check_process_code(self(), M)) # expect: false
IO.inspect(:code.soft_purge(M)) # expect: false
send(pid, :go)
IO.inspect((receive do: (m -> m))) # expect: {:old, 1}
ref = Process.monitor(pid)
IO.inspect(:code.purge(M)) # expect: true
IO.inspect((receive do: ({:DOWN, ^ref, _, _, why} -> why))) # expect: :killed
IO.inspect(:erlang.check_old_code(M)) # expect: false
IO.inspect(:code.purge(M)) # expect: false
IO.inspect(:code.soft_purge(M)) # expect: true

# Literals of versions that are gone: in a heap, a dictionary, a message not yet received.
keeper = spawn(fn ->
  Process.put(:kept, M.value())
  send(me, :kept)
  receive do: ({:what, from} -> send(from, {Process.get(:kept), M.value()}))
end)
receive do: (:kept -> :ok)
send(me, {:waiting, M.value()})
all =
  Enum.reduce(3..30, [], fn n, list ->
    Versions.load(n)
    :code.purge(M)
    M.keep(list)
  end)
:erlang.garbage_collect()
IO.inspect(first) # expect: {:lit, 1, ["a literal text of version 1", %{a: 1.5}]}
IO.inspect(Enum.map(all, &elem(&1, 1)) == Enum.to_list(30..3)) # expect: true
IO.inspect(List.last(all)) # expect: {:lit, 3, ["a literal text of version 3", %{a: 3.5}]}
send(keeper, {:what, me})
IO.inspect((receive do: ({a, b} when elem(a, 0) == :lit -> {elem(a, 1), elem(b, 1)}))) # expect: {2, 30}
IO.inspect((receive do: ({:waiting, w} -> w))) # expect: {:lit, 2, ["a literal text of version 2", %{a: 2.5}]}
IO.inspect(:code.delete(M)) # expect: true
IO.inspect(:code.purge(M)) # expect: false
IO.inspect(Code.ensure_loaded?(M)) # expect: false
