# What is wrong with a configuration is said before any of it is set; compile_env is not for functions.
told = fn fun ->
  try do
    fun.()
  rescue
    error -> {error.__struct__, Exception.message(error)}
  end
end
IO.inspect(told.(fn -> Application.fetch_env!(:tea_shop, :cup) end), width: 200)   # expect: {ArgumentError, "could not fetch application environment :cup for application :tea_shop because the application was not loaded nor configured"}
IO.inspect(told.(fn -> Application.fetch_env!(:elixir, :cup) end), width: 200)   # expect: {ArgumentError, "could not fetch application environment :cup for application :elixir because configuration at :cup was not set"}
IO.inspect(told.(fn -> Application.put_all_env([{"tea", []}]) end), width: 200)   # expect: {ArgumentError, "argument error: 'application: <<\"tea\">>; application name must be an atom'"}
IO.inspect(told.(fn -> Application.put_all_env(tea: 1) end), width: 200)   # expect: {ArgumentError, "argument error: 'application: tea; parameters must be a list'"}
IO.inspect(told.(fn -> Application.put_all_env(tea: [1]) end), width: 200)   # expect: {ArgumentError, "argument error: 'application: tea; invalid parameter: 1'"}
IO.inspect(told.(fn -> Application.put_all_env(tea: [a: 1, a: 2]) end), width: 200)   # expect: {ArgumentError, "argument error: 'application: tea; duplicate parameter: a'"}
IO.inspect(told.(fn -> Application.put_all_env(tea: [a: 1], tea: [b: 2]) end), width: 200)   # expect: {ArgumentError, "argument error: 'duplicate application config: tea'"}
IO.inspect(Application.get_env(:tea, :a))   # expect: nil
IO.inspect(told.(fn -> Code.eval_string("defmodule Cup, do: def(a, do: Application.compile_env(:tea, :a))") end), width: 200)   # expect: {RuntimeError, "Application.compile_env/3 cannot be called inside functions, only in the module body"}
IO.inspect(told.(fn -> Code.eval_string("defmodule Cup, do: Application.compile_env!(:tea, [:a, :b])") end), width: 200)   # expect: {ArgumentError, "could not fetch application environment [:a, :b] for application :tea because the application was not loaded nor configured"}
IO.inspect(told.(fn -> Supervisor.child_spec({Agent, 1}, significant: true) end), width: 200)   # expect: {ArgumentError, "unknown key :significant in child specification override"}
