# stdlib/kernel/kernel/define.part.ex: modules and what is defined in them.
# Here: defmodule, def and its kin, @, defguard, defdelegate, defoverridable, defprotocol, defimpl.
# Not here: structs and exceptions (structs.part.ex).
# Holds: storing definitions and attributes is the compiler's (natives of :vial_compiler).

@doc """
Defines a module named `alias`; the value is `{:module, name, bytecode, value of the block}`.

The block is run when the module is defined: it may call anything defined before, and `def` and the
like in it define functions. A module defined inside another one has its name below it, with an alias.

## Examples

    iex> defmodule Kernel.DocExample do
    ...>   def answer, do: 42
    ...> end
    iex> Kernel.DocExample.answer()
    42
"""
defmacro defmodule(alias, do_block) do
  :vial_compiler.module_definition(alias, do_block, __CALLER__)
end

@doc """
Defines a public function of the module.

The same name with another number of arguments is another function; several clauses of one function
stand together and are tried in order. `\\\\` gives an argument a default; a head without body says
defaults for many clauses. The body may have `rescue`, `catch`, `else` and `after`.

## Examples

    defmodule Sum do
      def total([]), do: 0
      def total([h | t]) when is_number(h), do: h + total(t)
    end
"""
defmacro def(call, expr \\ nil) do
  :vial_compiler.definition(:def, call, expr, __CALLER__)
end

@doc """
Defines a private function: only the module itself may call it. See `def/2`.

## Examples

    defmodule Tool do
      def run, do: helper()
      defp helper, do: :ok
    end
"""
defmacro defp(call, expr \\ nil) do
  :vial_compiler.definition(:defp, call, expr, __CALLER__)
end

@doc """
Defines a public macro: a function that is given code as quoted forms when it is called and returns
the code that stands in place of the call.

Callers `require` or `import` the module first. See `quote/2` and `unquote/1`.

## Examples

    defmodule Logic do
      defmacro unless_zero(x, do: body) do
        quote do
          if unquote(x) != 0, do: unquote(body)
        end
      end
    end
"""
defmacro defmacro(call, expr \\ nil) do
  :vial_compiler.definition(:defmacro, call, expr, __CALLER__)
end

@doc """
Defines a private macro, for use below it in the same module. See `defmacro/2`.

## Examples

    defmodule Once do
      defmacrop twice(x), do: quote(do: unquote(x) * 2)
      def four, do: twice(2)
    end
"""
defmacro defmacrop(call, expr \\ nil) do
  :vial_compiler.definition(:defmacrop, call, expr, __CALLER__)
end

@doc """
Reads, sets and documents with attributes of the module being defined.

`@name value` sets one, `@name` reads it: in a function the value at that place becomes a constant.
Some attributes have a meaning: `@moduledoc`, `@doc`, `@spec`, `@type`, `@behaviour`, `@impl`,
`@before_compile`, `@derive`, … See `Module`.

## Examples

    defmodule Config do
      @limit 10
      def limit, do: @limit
    end
"""
defmacro @expr do
  :vial_compiler.attribute(expr, __CALLER__)
end

@doc """
Defines a macro that may stand in guards, and elsewhere.

The arguments are variables and what stands behind `when` is a guard. Outside guards each argument is
run once.

## Examples

    defmodule Even do
      defguard is_even(value) when is_integer(value) and rem(value, 2) == 0
      def describe(n) when is_even(n), do: :even
    end
"""
defmacro defguard(guard) do
  define_guard(:defmacro, guard, __CALLER__)
end

@doc """
Defines a macro for guards that only this module sees. See `defguard/1`.

## Examples

    defmodule Bit do
      defguardp is_bit(value) when value in [0, 1]
      def flip(b) when is_bit(b), do: 1 - b
    end
"""
defmacro defguardp(guard) do
  define_guard(:defmacrop, guard, __CALLER__)
end

defp define_guard(kind, guard, env) do
  name = :erlang.atom_to_binary(kind)
  :"Elixir.Kernel.Utils".in_module!(env, <<name::binary, "/2">>)

  case guard do
    {:when, _, [call, {:when, _, _}]} -> two_whens(call)
    {:when, _, [call, test]} -> store_guard(kind, call, test, env)
    {name, _, _} when is_atom(name) -> :vial_compiler.definition(kind, guard, nil, env)
    _ -> :"Elixir.Kernel.Utils".fail("invalid syntax in defguard ", guard)
  end
end

defp two_whens(call) do
  text = :"Elixir.Macro".to_string(call)
  :"Elixir.Kernel.Utils".fail(<<"invalid syntax in defguard ", text::binary, ", only a single when clause is allowed">>)
end

defp store_guard(kind, {name, meta, args}, test, env) when is_atom(name) do
  args = guard_arguments(args)
  names = :"Elixir.Kernel.Utils".map(&guard_variable/1, args)
  variables = :"Elixir.Kernel.Utils".map(fn variable -> {variable, [], __MODULE__} end, names)
  parameters = guard_parameters(args, variables)
  utils = :"Elixir.Kernel.Utils"
  guard = {{:., [], [utils, :guard_body]}, [], [test, names, variables]}
  body = {:__block__, [], [{:require, [], [utils]}, guard]}
  call = {name, meta, parameters}
  definition = :vial_compiler.definition(kind, call, [do: body], env)

  case kind do
    :defmacro -> {:__block__, [], [mark_guard(meta), definition]}
    _ -> definition
  end
end

defp store_guard(_, call, _, _) do
  :"Elixir.Kernel.Utils".fail("invalid syntax in defguard ", call)
end

# The defaults stay with the arguments they were written for.
defp guard_parameters([{:\\, meta, [_, default]} | args], [variable | rest]) do
  [{:\\, meta, [variable, default]} | guard_parameters(args, rest)]
end

defp guard_parameters([_ | args], [variable | rest]), do: [variable | guard_parameters(args, rest)]
defp guard_parameters([], []), do: []

defp mark_guard(meta) do
  {{:., meta, [:"Elixir.Kernel", :@]}, meta, [{:doc, meta, [[guard: true]]}]}
end

defp guard_arguments(args) when is_list(args), do: args
defp guard_arguments(_), do: []

defp guard_variable({:\\, _, [argument, _]}), do: guard_variable(argument)
defp guard_variable({name, _, context}) when :erlang.andalso(is_atom(name), is_atom(context)), do: name

defp guard_variable(other) do
  :"Elixir.Kernel.Utils".fail(
    <<"invalid syntax in defguard ">>,
    other
  )
end

@doc """
Defines functions that hand their arguments to a function of another module.

`:to` names that module, `:as` another function name there.

## Examples

    defmodule Text do
      defdelegate reverse(list), to: Enum
      defdelegate big(string), to: String, as: :upcase
    end
"""
defmacro defdelegate(funs, opts) do
  funs = :"Elixir.Kernel.Escape".escape(funs, true)

  quote bind_quoted: [funs: funs, opts: opts] do
    {target, {name, args, as, as_args}} = :"Elixir.Kernel.Utils".delegate_all(funs, opts)
    @doc delegate_to: {target, as, :erlang.length(as_args)}
    def unquote(name)(unquote_splicing(args)) do
      unquote(target).unquote(as)(unquote_splicing(as_args))
    end
  end
end

@doc """
Makes functions defined so far overridable: another definition takes their place and may call
`super`.

Takes a keyword list of names and arities, or a behaviour, all whose callbacks are meant.

## Examples

    defmodule Base do
      defmacro __using__(_) do
        quote do
          def greet, do: "hello"
          defoverridable greet: 0
        end
      end
    end
"""
defmacro defoverridable(keywords_or_behaviour) do
  quote do
    :"Elixir.Module".make_overridable(__MODULE__, unquote(keywords_or_behaviour))
  end
end

@doc """
Uses a module here: requires it and runs its macro `__using__/1` with `opts`.

## Examples

    defmodule Counter do
      use Agent
      def start_link(n), do: Agent.start_link(fn -> n end)
    end
"""
defmacro use(module, opts \\ []) do
  calls = :"Elixir.Kernel.Utils".map(fn one -> use_one(one, opts, __CALLER__) end, used_modules(module, __CALLER__))

  case calls do
    [call] -> call
    _ -> {:__block__, [], calls}
  end
end

defp use_one(module, opts, env) do
  case :"Elixir.Kernel.Utils".expand(module, env) do
    name when is_atom(name) ->
      quote do
        require unquote(name)
        unquote(name).__using__(unquote(opts))
      end

    _ ->
      :"Elixir.Kernel.Utils".fail(
        <<"invalid arguments for use, expected a compile time atom or alias, got: ">>,
        module
      )
  end
end

defp used_modules({{:., _, [base, :{}]}, _, refs}, env) do
  base = :"Elixir.Kernel.Utils".expand(base, env)
  :"Elixir.Kernel.Utils".map(fn ref -> used_below(base, ref) end, refs)
end

defp used_modules(module, _), do: [module]

defp used_below(base, {:__aliases__, _, parts}), do: :"Elixir.Module".concat([base | parts])

defp used_below(base, name) when is_atom(name), do: :"Elixir.Module".concat(base, name)

@doc """
Defines a protocol: functions that each type of value implements for itself.

See `Protocol` and `defimpl/3`.

## Examples

    defprotocol Size do
      @doc "How large a value is."
      def size(value)
    end
"""
defmacro defprotocol(name, do_block)

defmacro defprotocol(name, do: block) do
  :"Elixir.Protocol".__protocol__(name, do: block)
end

@doc """
Implements a protocol for a type: `for:` names a struct's module, `Atom`, `BitString`, `Float`,
`Function`, `Integer`, `List`, `Map`, `PID`, `Port`, `Reference`, `Tuple` or `Any`, or a list of them.

Inside a module `for:` may be left out: it is that module.

## Examples

    defimpl Size, for: Map do
      def size(map), do: map_size(map)
    end
"""
defmacro defimpl(name, opts, do_block \\ []) do
  :"Elixir.Protocol".__impl__(name, opts, do_block, __CALLER__)
end
