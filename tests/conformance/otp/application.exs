# Loading, starting and stopping applications; a node that is alone.
defmodule MyApp do
  use Application
  def start(_t, _a) do Supervisor.start_link([], strategy: :one_for_one) end
  def stop(_), do: :ok
end
IO.inspect :application.load({:application, :my_app, [vsn: '1.0', mod: {MyApp, [1]}, registered: [], applications: [:kernel, :stdlib], env: [a: 1], modules: [MyApp], description: 'd']}) # expect: :ok
IO.inspect Application.get_env(:my_app, :a) # expect: 1
IO.inspect Application.ensure_all_started(:my_app) # expect: {:ok, [:my_app]}
IO.inspect Application.ensure_all_started(:my_app) # expect: {:ok, []}
IO.inspect Application.start(:my_app) # expect: {:error, {:already_started, :my_app}}
IO.inspect Application.get_application(MyApp) # expect: :my_app
IO.inspect(Application.spec(:my_app) |> Keyword.take([:vsn, :mod, :modules])) # expect: [vsn: '1.0', modules: [MyApp], mod: {MyApp, [1]}]
IO.inspect Application.spec(:my_app, :vsn) # expect: '1.0'
IO.inspect Application.unload(:my_app) # expect: {:error, {:running, :my_app}}
IO.inspect(Keyword.take(Application.spec(:my_app), [:vsn, :mod])) # expect: [vsn: '1.0', mod: {MyApp, [1]}]
IO.inspect Application.start(:nope) # expect: {:error, {'no such file or directory', 'nope.app'}}
IO.inspect Application.ensure_all_started(:nope) # expect: {:error, {:nope, {'no such file or directory', 'nope.app'}}}
IO.puts(Enum.map_join([{:already_loaded, :a}, {:not_started, :b}, {:bad_return, {{A, :start, [1]}, :x}}, {:foo, {A, :start, [1, 2]}}, :bar], "|", &Application.format_error/1)) # expect: already loaded application a|not started application b|A.start(1) returned a bad value: :x|A.start(1, 2) returned an error: :foo|:bar
IO.inspect Node.ping(:a@b) # expect: :pang
IO.inspect Node.spawn(node(), fn -> 1 end) |> is_pid # expect: true
