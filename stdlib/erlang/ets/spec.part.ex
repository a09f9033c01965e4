# stdlib/erlang/ets/spec.part.ex: match specifications without a table.
# Here: compiling and running them, what is wrong with one, in words.
# Not here: what they mean (runtime/table/match_run.cpp).
# Holds: a compiled one is the specification, found to be one; natives compile it for each call.

@doc "Whether something is a compiled match specification."
def is_compiled_ms({:vial_match_spec, _}), do: true
def is_compiled_ms(_), do: false

@doc """
A match specification for `match_spec_run/2`.

    iex> spec = :ets.match_spec_compile([{{:"$1", :_}, [], [:"$1"]}])
    iex> :ets.match_spec_run([a: 1, b: 2], spec)
    [:a, :b]
"""
def match_spec_compile(spec) do
  if valid_spec?(spec),
    do: {:vial_match_spec, spec},
    else: :vial_error.badarg([spec], %{1 => "not a valid match specification"})
end

defp valid_spec?(spec) do
  [] = :ets.vial_run_spec([], spec, [])
  true
rescue
  ArgumentError -> false
end

@doc """
What a compiled match specification makes of the terms of a list that it matches.

    iex> spec = :ets.match_spec_compile([{{:"$1"}, [{:>, :"$1", 1}], [{{:"$1", :big}}]}])
    iex> :ets.match_spec_run([{1}, {2}, {3}], spec)
    [{2, :big}, {3, :big}]
"""
def match_spec_run(list, compiled), do: :lists.reverse(match_spec_run_r(list, compiled, []))

@doc """
As `match_spec_run/2`, the last first, in front of another list.

    iex> spec = :ets.match_spec_compile([{{:"$1"}, [], [:"$1"]}])
    iex> :ets.match_spec_run_r([{1}, {2}], spec, [:rest])
    [2, 1, :rest]
"""
def match_spec_run_r(list, {:vial_match_spec, spec}, rest) when is_list(list), do: :ets.vial_run_spec(list, spec, rest)
def match_spec_run_r(_list, _compiled, _rest), do: :erlang.error(:badarg)

@doc """
Tries a match specification on one term: `{:ok, result}`, `{:ok, false}` where it does not match, or
`{:error, [error: text]}` with all that is wrong with it.

    iex> :ets.test_ms({1, 2}, [{{:"$1", :_}, [], [:"$1"]}])
    {:ok, 1}
    iex> :ets.test_ms({1, 2}, [{{:"$1", :_}, [], [:"$2"]}])
    {:error, [error: 'Variable $2 is unbound.']}
"""
def test_ms(object, spec) do
  case vial_test_spec(object, spec) do
    {:ok, result, [], []} -> {:ok, result}
    {:error, _} = error -> error
  end
end

@doc false
# As :erlang.match_spec_test/3 with the type `table`.
def vial_test_spec(object, spec) do
  case spec_errors(spec, :table) do
    [] -> {:ok, List.first(:ets.vial_run_spec([object], spec, []), false), [], []}
    errors -> {:error, for(text <- errors, do: {:error, text})}
  end
end

@doc false
# As :erlang.match_spec_test/3 with the type `trace`: heads are lists of patterns, bodies do things.
def vial_test_trace(args, spec) do
  case spec_errors(spec, :trace) do
    [] -> Enum.find_value(spec, {:ok, false, [], []}, &trace_clause(args, &1))
    errors -> {:error, for(text <- errors, do: {:error, text})}
  end
end

# The value is that of the last message; flags are what asks for the function's end.
defp trace_clause(args, {head, guards, body}) do
  {object, pattern} = trace_head(args, head)
  messages = for {:message, expression} <- body, do: if(expression == :"$_", do: {:const, args}, else: expression)
  flags = for {name} <- body, name in [:return_trace, :exception_trace], do: name

  case :ets.vial_run_spec([object], [{pattern, guards, [{List.to_tuple(messages)}]}], []) do
    [values] -> {:ok, List.last(Tuple.to_list(values), true), flags, []}
    [] -> nil
  end
end

defp trace_head(args, head) when is_list(head), do: {List.to_tuple(args), List.to_tuple(head)}
defp trace_head(args, head) when is_tuple(head), do: {List.to_tuple(args), head}
defp trace_head(args, head), do: {args, head}

@doc "Makes a continuation that was kept elsewhere usable: it always is."
def repair_continuation(:"$end_of_table", _spec), do: :"$end_of_table"
def repair_continuation({table, _, {_, _, _} = state, place}, spec) when is_list(spec), do: {table, spec, state, place}

@doc """
Would turn a literal fun into a match specification: that is done when Erlang's sources are compiled, so a
call in a program exits, as in OTP.
"""
def fun2ms(fun) when is_function(fun) do
  words = [:function, :called, :with, :real, :fun, :should, :be, :transformed, :with, :parse_transform] ++
    [:or, :called, :with, :a, :fun, :generated, :in, :the, :shell]

  exit({:badarg, {:ets, :fun2ms, words}})
end

# -- what is wrong with a specification

# `scope` is {variables of the head, :table | :trace}.
defp spec_errors([_ | _] = spec, kind), do: clause_errors(spec, kind, [])
defp spec_errors(_, _kind), do: ['Match programs are not in a list.']

defp clause_errors([{head, guards, body} | rest], kind, errors) do
  scope = {head_variables([head], []), kind}

  if kind == :trace and not (is_list(head) or is_tuple(head) or head == :_ or spec_variable?(head)),
    do: clause_errors(rest, kind, errors ++ ['Match head is invalid in this context.']),
    else: clause_errors(rest, kind, errors ++ guard_errors(guards, scope) ++ body_errors(body, scope))
end

defp clause_errors([_ | _], _kind, errors), do: errors ++ ['Match program part is not a tuple of arity 3.']
defp clause_errors([], _kind, errors), do: errors
defp clause_errors(_, _kind, errors), do: errors ++ ['Match programs are not in a list.']

defp head_variables([], found), do: found
defp head_variables([[head | tail] | rest], found), do: head_variables([head, tail | rest], found)
defp head_variables([t | rest], found) when is_tuple(t), do: head_variables(Tuple.to_list(t) ++ rest, found)
defp head_variables([t | rest], found) when is_map(t), do: head_variables(:maps.values(t) ++ rest, found)
defp head_variables([t | rest], found), do: head_variables(rest, if(spec_variable?(t), do: [t | found], else: found))

defp spec_variable?(t), do: is_atom(t) and match?({_, ""}, dollar_number(Atom.to_string(t)))

defp dollar_number(<<?$, digit, _::binary>> = text) when digit in ?0..?9, do: Integer.parse(:erlang.binary_part(text, 1, byte_size(text) - 1))
defp dollar_number(_), do: :error

defp guard_errors(guards, scope) when is_list(guards), do: list_errors(guards, scope)
defp guard_errors(_, _scope), do: ['Match expression is not a list.']

defp body_errors([_ | _] = body, scope), do: list_errors(body, scope)
defp body_errors([], {_, :trace}), do: []
defp body_errors(_, {_, :trace}), do: ['Match expression is not a list.']
defp body_errors(_, _scope), do: ['Body clause does not return anything.']

defp list_errors([expression | rest], scope), do: expression_errors(expression, scope) ++ list_errors(rest, scope)
defp list_errors([], _scope), do: []
defp list_errors(_, _scope), do: ['Match expression is not a proper list.']

defp expression_errors(t, scope) when is_atom(t),
  do: if(spec_variable?(t) and t not in elem(scope, 0), do: ['Variable #{t} is unbound.'], else: [])

defp expression_errors([head | tail], scope), do: expression_errors(head, scope) ++ expression_errors(tail, scope)
defp expression_errors(map, scope) when is_map(map), do: Enum.flat_map(map, fn {k, v} -> expression_errors(k, scope) ++ expression_errors(v, scope) end)
defp expression_errors({inner}, scope) when is_tuple(inner), do: list_errors(Tuple.to_list(inner), scope)

defp expression_errors(call, scope) when is_tuple(call) do
  case Tuple.to_list(call) do
    [:const, _] -> []
    [:const | _] -> ['Special form \'const\' called with more than one argument in #{shown(call)}.']
    [name] when name in [:and, :or, :andalso, :orelse] -> ['Special form \'#{name}\' called without arguments in #{shown(call)}.']
    [name | args] when is_atom(name) and name not in [:"$_", :"$$"] ->
      if spec_variable?(name), do: no_call(call), else: call_errors(name, args, scope)

    _ ->
      no_call(call)
  end
end

defp expression_errors(_, _scope), do: []

defp no_call(call), do: ['#{shown(call)} is neither a function call, nor a tuple (tuples are written {{ ... }}).']

# What only specifications of traces may call.
@trace_forms [:is_seq_trace, :get_seq_token, :display, :process_dump, :message, :return_trace, :exception_trace, :enable_trace] ++
               [:disable_trace, :trace, :silent, :set_tcw]
@trace_functions [:get_tcw]

defp call_errors(name, args, {_, :trace} = scope) when name in @trace_forms or name == :set_seq_token, do: list_errors(args, scope)
defp call_errors(name, [], {_, :trace}) when name in @trace_functions, do: []
defp call_errors(:set_seq_token, _args, _scope), do: ['Special form \'set_seq_trace\' used in wrong dialect.']
defp call_errors(name, _args, _scope) when name in @trace_forms, do: ['Special form \'#{name}\' used in wrong dialect.']
defp call_errors(name, [], _scope) when name in @trace_functions, do: ['Function #{name}/0 cannot be called in this context.']

defp call_errors(name, args, scope) do
  known = name in [:andalso, :orelse] or :ets.vial_spec_function(name, length(args))
  list_errors(args, scope) ++ if(known, do: [], else: ['Function #{shown(name)}/#{length(args)} does_not_exist.'])
end

# Words that Erlang's syntax reserves stand without quotes here.
defp shown(term) when is_tuple(term), do: [?{, Enum.intersperse(Enum.map(Tuple.to_list(term), &shown/1), ?,), ?}]
defp shown(term) when term in [:and, :or, :not, :xor, :andalso, :orelse, :div, :rem, :band, :bor, :bxor, :bnot, :bsl, :bsr], do: Atom.to_charlist(term)
defp shown(term), do: :io_lib.format('~0p', [term])
