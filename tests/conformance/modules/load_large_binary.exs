# A module of some hundred functions is made ready on another thread; a process killed meanwhile leaves nothing behind.
functions = for n <- 1..600, do: "def f#{n}(x) when is_integer(x), do: {:f#{n}, x + #{n}, [x, \"text #{n}\"]}\n"
[{module, bytes}] = Code.compile_string("defmodule LargeOne do\n#{functions}end")
IO.inspect(byte_size(bytes) > 32 * 1024)          # expect: true

:code.purge(module)
:code.delete(module)
IO.inspect(:erlang.module_loaded(module))         # expect: false
IO.inspect(:code.load_binary(module, 'large_one.ex', bytes))   # expect: {:module, LargeOne}
IO.inspect(module.f600(1))                        # expect: {:f600, 601, [1, "text 600"]}

for _ <- 1..20 do
  {pid, ref} = spawn_monitor(fn ->
    :code.purge(module)
    :code.load_binary(module, 'large_one.ex', bytes)
  end)
  Process.exit(pid, :kill)
  receive do: ({:DOWN, ^ref, _, _, _} -> :ok)
end
:code.purge(module)
:code.load_binary(module, 'large_one.ex', bytes)
IO.inspect(module.f1(2))                          # expect: {:f1, 3, [2, "text 1"]}
