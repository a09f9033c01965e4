# A macro that makes a state machine from a table, with compile-time checks.
error = fn f -> try do {:ok, f.()} rescue e -> {e.__struct__, Exception.message(e)} catch k, v -> {k, v} end end
defmodule Machine do
  defmacro __using__(_) do
    quote do
      import Machine, only: [state: 2, initial: 1]
      Module.register_attribute(__MODULE__, :transitions, accumulate: true)
      @before_compile Machine
    end
  end

  defmacro initial(name), do: quote(do: @initial(unquote(name)))

  defmacro state(name, do: {:__block__, _, lines}), do: transitions(name, lines)
  defmacro state(name, do: line), do: transitions(name, [line])

  defp transitions(name, lines) do
    for {:on, _, [event, [to: to]]} <- lines do
      quote do: @transitions({unquote(name), unquote(event), unquote(to)})
    end
  end

  defmacro __before_compile__(env) do
    transitions = Module.get_attribute(env.module, :transitions)
    initial = Module.get_attribute(env.module, :initial) || raise CompileError, description: "no initial state", file: env.file, line: env.line
    states = transitions |> Enum.flat_map(fn {a, _, b} -> [a, b] end) |> Enum.uniq() |> Enum.sort()

    quote bind_quoted: [transitions: Macro.escape(transitions), initial: initial, states: states] do
      defstruct state: initial, log: []
      for {from, event, to} <- transitions do
        def unquote(event)(%__MODULE__{state: unquote(from)} = m), do: {:ok, %{m | state: unquote(to), log: [unquote(event) | m.log]}}
      end
      for event <- transitions |> Enum.map(&elem(&1, 1)) |> Enum.uniq() do
        def unquote(event)(%__MODULE__{state: s}), do: {:error, {:bad_transition, s, unquote(event)}}
        def unquote(:"can_#{event}?")(m), do: match?({:ok, _}, apply(__MODULE__, unquote(event), [m]))
      end
      def states, do: unquote(states)
    end
  end
end

defmodule Door do
  use Machine
  initial :closed

  state :closed do
    on :open, to: :opened
    on :lock, to: :locked
  end

  state :opened do
    on :close, to: :closed
  end

  state :locked, do: on(:unlock, to: :closed)
end

door = struct(Door)
IO.puts(inspect(Door.states(), width: 900)) # expect: [:closed, :locked, :opened]
IO.puts(inspect(Door.open(struct(Door)), width: 900)) # expect: {:ok, %Door{state: :opened, log: [:open]}}
{:ok, locked} = Door.lock(struct(Door))
IO.puts(inspect(Door.open(locked), width: 900)) # expect: {:error, {:bad_transition, :locked, :open}}
IO.puts(inspect(Door.can_unlock?(locked), width: 900)) # expect: true
IO.puts(inspect(Door.can_close?(door), width: 900)) # expect: false
IO.puts(inspect(with({:ok, d} <- Door.unlock(locked), {:ok, d} <- Door.open(d), do: Enum.reverse(d.log)), width: 900)) # expect: [:lock, :unlock, :open]
IO.puts(inspect(Door.__info__(:functions), width: 900)) # expect: [__struct__: 0, __struct__: 1, can_close?: 1, can_lock?: 1, can_open?: 1, can_unlock?: 1, close: 1, lock: 1, open: 1, states: 0, unlock: 1]
IO.puts(inspect(error.(fn -> Code.eval_string("defmodule Bad do\n use Machine\n state :a, do: on(:x, to: :b)\nend") end), width: 900)) # expect: {CompileError, "nofile:1: no initial state"}
IO.puts(inspect(error.(fn -> apply(Door, :closed, [1]) end), width: 900)) # expect: {UndefinedFunctionError, "function Door.closed/1 is undefined or private"}
