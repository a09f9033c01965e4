# stdlib/kernel/kernel/utils.ex: what Kernel's macros do while code is compiled.
# Here: expansion, pipes, guards, structs, delegation, destructuring, raise, as functions.
# Not here: the macros (kernel.ex); escaping of terms (kernel/escape.ex).
# Holds: only special forms and calls by full name, since this is compiled before Kernel.
defmodule Kernel.Utils do
  @moduledoc false

  # --- lists -------------------------------------------------------------------------------------
  # :lists is compiled with the help of Kernel's macros, so they do without it.

  def map(fun, [h | t]), do: [fun.(h) | map(fun, t)]
  def map(_, []), do: []

  def all(fun, [h | t]) do
    case fun.(h) do
      true -> all(fun, t)
      false -> false
    end
  end

  def all(_, []), do: true

  def last([one]), do: one
  def last([_ | t]), do: last(t)

  def zip([a | as], [b | bs]), do: [{a, b} | zip(as, bs)]
  def zip([], []), do: []

  # --- expansion -------------------------------------------------------------------------------

  # Expands the outermost macro or alias until nothing changes.
  def expand(quoted, env) do
    case expand_once(quoted, env) do
      # The value of an attribute, as the compiler hands it on.
      {{:"$literal", _, [value]}, true} -> :"Elixir.Kernel.Escape".escape(value, false)
      {next, true} -> expand(next, env)
      {same, false} -> same
    end
  end

  # {form, whether anything was expanded}; what belongs to the environment comes from it.
  def expand_once({:__DIR__, _, context}, env) when is_atom(context) do
    {:filename.dirname(:erlang.map_get(:file, env)), true}
  end

  def expand_once({:__ENV__, _, context}, env) when is_atom(context) do
    {:"Elixir.Macro".escape(:"Elixir.Macro.Env".prune_compile_info(env)), true}
  end

  def expand_once({{:., _, [{:__ENV__, _, context}, field]}, _, []} = call, env) when :erlang.andalso(is_atom(context), is_atom(field)) do
    case env do
      %{^field => value} -> {:"Elixir.Kernel.Escape".escape(value, false), true}
      _ -> {call, false}
    end
  end

  def expand_once(quoted, env), do: :vial_compiler.expand_once(quoted, env)

  # Expands aliases and nothing else; used where a module's name is looked for.
  def expand_alias({:__aliases__, _, _} = alias, env), do: expand(alias, env)
  def expand_alias({:__MODULE__, _, context}, env) when is_atom(context), do: :erlang.map_get(:module, env)
  def expand_alias(other, _env), do: other

  # What `@doc` and the like read as: the text last given, of `{line, text}` or of a list of such and of metadata.
  def doc_text({line, text}) when :erlang.is_integer(line), do: text
  def doc_text([{_line, metadata} | rest]) when :erlang.is_list(metadata), do: doc_text(rest)
  def doc_text([{_line, text} | _]), do: text
  def doc_text(_), do: nil

  def fail(message), do: :erlang.error(:"Elixir.ArgumentError".exception(message))

  def fail(message, quoted) do
    fail(<<message::binary, :"Elixir.Macro".to_string(quoted)::binary>>)
  end

  def in_module!(env, what) do
    case env do
      %{module: nil} -> fail(<<"cannot invoke ", what::binary, " outside module">>)
      _ -> :ok
    end
  end

  def no_function!(env, what) do
    case env do
      %{function: nil} -> :ok
      _ -> fail(<<"cannot invoke ", what::binary, " inside function/macro">>)
    end
  end

  # --- pipes -------------------------------------------------------------------------------------

  def unpipe(expr), do: :lists.reverse(unpipe(expr, []))
  defp unpipe({:|>, _, [left, right]}, acc), do: unpipe(right, unpipe(left, acc))
  defp unpipe(other, acc), do: [{other, 0} | acc]

  def pipe_all(acc, [{call, position} | rest]), do: pipe_all(pipe(acc, call, position), rest)
  def pipe_all(acc, []), do: acc

  def pipe(expr, {:fn, _, _}, _) do
    fail(
      <<"cannot pipe ", text(expr)::binary,
        " into an anonymous function without calling the function; use Kernel.then/2 instead or ",
        "define the anonymous function as a regular private function">>
    )
  end

  def pipe(expr, {:&, _, _} = call, _), do: bad_target(expr, call)
  def pipe(expr, {call, _, [_, _]} = whole, _) when call == := do
    bad_operator(expr, whole, call, "two arguments")
  end

  def pipe(expr, {call, meta, context}, position) when is_atom(context) do
    {call, meta, insert_at([], position, expr)}
  end

  def pipe(_, {sign, _, [_]} = whole, _) when sign == :+ when sign == :- do
    name = :erlang.atom_to_binary(sign)
    {_, _, [operand]} = whole

    fail(
      <<"piping into a unary operator is not supported, please use the qualified name: Kernel.",
        name::binary, "(", text(operand)::binary, "), instead of ", text(whole)::binary>>
    )
  end

  def pipe(expr, {call, meta, args} = whole, position) when is_list(args) do
    case :lists.member(call, [:{}, :%{}, :%, :<<>>, :__aliases__]) do
      true -> bad_target(expr, whole)
      false -> pipe_call(expr, call, meta, args, position)
    end
  end

  def pipe(expr, other, _position), do: bad_target(expr, other)

  defp pipe_call(expr, call, meta, args, position) do
    case operator_arity(call) do
      1 -> bad_operator(expr, {call, meta, args}, call, "one argument")
      2 when length(args) == 2 -> bad_operator(expr, {call, meta, args}, call, "one argument")
      _ -> {call, meta, insert_at(args, position, expr)}
    end
  end

  defp operator_arity(call) do
    case :lists.member(call, [:!, :@, :^, :not, :"~~~"]) do
      true -> 1
      false -> binary_arity(call)
    end
  end

  defp binary_arity(call) do
    case :lists.member(call, [:+, :-, :*, :/, :<>, :++, :--, :and, :or, :&&, :||, :==, :!=, :=~, :===, :!==, :<, :>, :<=, :>=, :in, :"^^^", :"&&&", :"|||", :<<<, :>>>, :**, :.., :when, :|]) do
      true -> 2
      false -> 0
    end
  end

  defp bad_operator(expr, whole, call, count) do
    fail(
      <<"cannot pipe ", text(expr)::binary, " into ", text(whole)::binary, ", the ",
        :"Elixir.Kernel".inspect(call)::binary, " operator can only take ", count::binary>>
    )
  end

  defp bad_target(expr, target) do
    fail(
      <<"cannot pipe ", text(expr)::binary, " into ", text(target)::binary,
        ", can only pipe into local calls foo(), remote calls Foo.bar() or anonymous function ",
        "calls foo.()">>
    )
  end

  defp text(quoted), do: :"Elixir.Macro".to_string(quoted)

  defp insert_at(args, 0, expr), do: [expr | args]
  defp insert_at([], _, expr), do: [expr]

  defp insert_at(args, n, expr) when n < 0 do
    insert_at(args, :erlang.max(length(args) + n + 1, 0), expr)
  end

  defp insert_at([h | t], n, expr), do: [h | insert_at(t, n - 1, expr)]

  # --- raise -------------------------------------------------------------------------------------

  # The exception that raise/1 and reraise/2 are given as a string, a module or as itself.
  def raise(message) when is_binary(message), do: :"Elixir.RuntimeError".exception(message)
  def raise(module) when is_atom(module), do: module.exception([])
  def raise(%{__struct__: module, __exception__: true} = e) when is_atom(module), do: e

  def raise(other) do
    :"Elixir.ArgumentError".exception(
      <<"raise/1 and reraise/2 expect a module name, string or exception ",
        "as the first argument, got: ", :"Elixir.Kernel".inspect(other)::binary>>
    )
  end

  # --- destructure ---------------------------------------------------------------------------------

  # `list` with as many elements as there are patterns, nil where there are none.
  def destructure(list, count) when is_list(list), do: fit(list, count)
  def destructure(nil, count), do: fit([], count)
  defp fit(_, 0), do: []
  defp fit([], count), do: [nil | fit([], count - 1)]
  defp fit([h | t], count), do: [h | fit(t, count - 1)]

  # --- structs --------------------------------------------------------------------------------------

  # Checks the fields of a defstruct; the struct, the keys that must be given, and the pairs.
  def defstruct(module, fields) do
    case :vial_compiler.has_attribute(module, :__struct__) do
      true ->
        fail(
          <<"defstruct has already been called for ",
            :"Elixir.Kernel".inspect(module)::binary,
            ", defstruct can only be called once per module">>
        )

      false ->
        :ok
    end

    pairs = struct_fields(fields, fields)
    enforced = :vial_compiler.get_attribute(module, :enforce_keys, nil)
    keys = enforce_list(enforced)
    struct = :maps.put(:__struct__, module, :maps.from_list(pairs))
    known_keys(keys, struct, pairs)
    repeated_fields(pairs)
    :vial_compiler.put_attribute(module, :__struct__, struct, nil)
    :vial_compiler.put_attribute(module, :__struct_fields__, field_infos(pairs, keys), nil)
    {struct, :lists.usort(keys), pairs}
  end

  # The struct as a quoted form; a value that has none is told with its field.
  def escape_struct(struct, pairs) do
    :lists.foreach(&escape_field/1, pairs)
    :"Elixir.Kernel.Escape".escape(struct, false)
  end

  defp escape_field({key, value}) do
    try do
      :"Elixir.Kernel.Escape".escape(value, false)
    catch
      :error, %{__struct__: :"Elixir.ArgumentError", message: text} ->
        fail(<<"invalid value for struct field ", :erlang.atom_to_binary(key)::binary, ", ", text::binary>>)
    end
  end

  # What __info__(:struct) tells of the fields.
  defp field_infos([{key, _} | rest], keys) do
    [%{field: key, required: :lists.member(key, keys)} | field_infos(rest, keys)]
  end

  defp field_infos([], _keys), do: []

  defp enforce_list(nil), do: []
  defp enforce_list(keys) when is_list(keys), do: map(&enforced_key/1, keys)
  defp enforce_list(key), do: [enforced_key(key)]

  defp enforced_key(key) when is_atom(key), do: key
  defp enforced_key(key), do: fail(<<"keys given to @enforce_keys must be atoms, got: ", :"Elixir.Kernel".inspect(key)::binary>>)

  defp known_keys(keys, struct, pairs) do
    case :lists.filter(fn key -> not :maps.is_key(key, struct) end, keys) do
      [] ->
        :ok

      unknown ->
        fail(
          <<"@enforce_keys required keys (", :"Elixir.Kernel".inspect(unknown)::binary, ") that are not defined in defstruct: ",
            :"Elixir.Kernel".inspect(pairs)::binary>>
        )
    end
  end

  defp repeated_fields([{key, _} | rest]) do
    case :lists.keymember(key, 1, rest) do
      true -> :"Elixir.IO".warn(<<"duplicate key ", :"Elixir.Kernel".inspect(key)::binary, " found in struct">>)
      false -> :ok
    end

    repeated_fields(rest)
  end

  defp repeated_fields([]), do: :ok

  @doc """
  What `module.__struct__` gave, if it is a struct of the module.
  """
  def checked_struct(module, %{__struct__: module} = struct, _arity) when is_atom(module), do: struct

  def checked_struct(module, %{__struct__: other}, arity) when is_atom(other) do
    fail(
      <<"expected struct name returned by ", struct_function(module, arity)::binary, " to be ", :"Elixir.Kernel".inspect(module)::binary,
        ", got: ", :"Elixir.Kernel".inspect(other)::binary>>
    )
  end

  def checked_struct(module, other, arity) do
    fail(
      <<"expected ", struct_function(module, arity)::binary,
        " to return a map with a :__struct__ key that holds the name of the struct (atom), got: ", :"Elixir.Kernel".inspect(other)::binary>>
    )
  end

  defp struct_function(module, arity) do
    <<:"Elixir.Kernel".inspect(module)::binary, ".__struct__/", :erlang.integer_to_binary(arity)::binary>>
  end

  defp struct_fields([{key, value} | rest], all) when is_atom(key), do: [{key, value} | struct_fields(rest, all)]
  defp struct_fields([key | rest], all) when is_atom(key), do: [{key, nil} | struct_fields(rest, all)]
  defp struct_fields([], _), do: []

  defp struct_fields([other | _], all) when is_list(all) do
    case other do
      {key, _} ->
        fail(<<"struct field names must be atoms, got: ", :"Elixir.Kernel".inspect(key)::binary>>)

      _ ->
        fail(<<"struct field names must be atoms, got: ", :"Elixir.Kernel".inspect(other)::binary>>)
    end
  end

  defp struct_fields(_, all) do
    fail(
      <<"struct fields definition must be list, got: ", :"Elixir.Kernel".inspect(all)::binary>>
    )
  end

  # The struct with pairs put in; a key that it has not is an error.
  def fill_struct(struct, enforced, pairs) do
    {filled, missing} = fill(pairs, struct, enforced)

    case missing do
      [] ->
        filled

      _ ->
        fail(
          <<"the following keys must also be given when building struct ",
            :"Elixir.Kernel".inspect(:erlang.map_get(:__struct__, struct))::binary, ": ",
            :"Elixir.Kernel".inspect(missing)::binary>>
        )
    end
  end

  defp fill([{key, value} | rest], struct, missing) do
    case struct do
      %{^key => _} -> fill(rest, :maps.put(key, value, struct), :lists.delete(key, missing))
      _ -> :erlang.error(:"Elixir.KeyError".exception([key: key]))
    end
  end

  defp fill([], struct, missing), do: {struct, missing}

  # Of defexception: the struct with the pairs it has fields for.
  def new_exception(struct, pairs) do
    {known, unknown} = :lists.partition(fn {key, _} -> :maps.is_key(key, struct) end, pairs)

    case unknown do
      [] ->
        :ok

      _ ->
        :"Elixir.IO".warn(
          <<"the following fields are unknown when raising ",
            :"Elixir.Kernel".inspect(:erlang.map_get(:__struct__, struct))::binary, ": ",
            :"Elixir.Kernel".inspect(unknown)::binary, ". Please make sure to only give known ",
            "fields when raising or redefine ",
            :"Elixir.Kernel".inspect(:erlang.map_get(:__struct__, struct))::binary,
            ".exception/1 to discard unknown fields. Future Elixir versions will raise on unknown ",
            "fields given to raise/2">>
        )
    end

    :maps.merge(struct, :maps.from_list(known))
  end

  # --- delegation -----------------------------------------------------------------------------------

  def delegate_all(funs, opts) do
    target = to_of(opts)

    case :erlang.orelse(is_list(funs), :lists.keymember(:append_first, 1, opts)) do
      true -> fail("passing a list to defdelegate/2, or :append_first, is no longer supported")
      false -> :ok
    end

    {target, delegate_each(funs, opts)}
  end

  defp to_of(opts) do
    case :lists.keyfind(:to, 1, opts) do
      {:to, target} -> target
      false -> fail("expected to: to be given as argument")
    end
  end

  # {name, arguments of the head, name of the target, arguments of the call}
  defp delegate_each({:when, _, [_head, guard]}, _) do
    fail(<<"guards are not allowed in defdelegate/2, got: when ", :"Elixir.Macro".to_string(guard)::binary>>)
  end

  defp delegate_each({name, _, context}, opts) when is_atom(context), do: delegate_each({name, [], []}, opts)

  defp delegate_each({name, _, args}, opts) when is_atom(name) do
    as =
      case :lists.keyfind(:as, 1, opts) do
        {:as, other} -> other
        false -> name
      end

    {name, args, as, map(&delegate_argument/1, args)}
  end

  defp delegate_each(other, _) do
    fail("guards are not allowed in defdelegate/2, got: ", other)
  end

  defp delegate_argument({:\\, _, [arg, _default]}), do: delegate_argument(arg)
  defp delegate_argument({_, _, context} = arg) when is_atom(context), do: arg

  defp delegate_argument(other) do
    fail(
      <<"defdelegate/2 only accepts function parameters, got: ",
        :"Elixir.Macro".to_string(other)::binary>>
    )
  end

  # --- guards made by defguard ------------------------------------------------------------------------

  # The guard's expression with its macros expanded and imported functions named in full, so that it
  # means the same where it is used.
  def guard_expression(expr, env), do: walk(expr, :maps.put(:context, :guard, env))

  # The body of such a macro. It is expanded when the macro is defined: the module's guards before it are there.
  defmacro guard_body(expr, names, variables) do
    escaped = :"Elixir.Kernel.Escape".escape(guard_expression(expr, __CALLER__), false)
    {{:., [], [:"Elixir.Kernel.Utils", :guard_call]}, [], [escaped, names, variables, {:__CALLER__, [], nil}]}
  end

  defp walk(expr, env) do
    case expand(expr, env) do
      {_, _, _} = node ->
        variable_or_call(node, env)

      {left, right} ->
        {walk(left, env), walk(right, env)}

      list when is_list(list) ->
        map(fn item -> walk(item, env) end, list)

      other ->
        other
    end
  end

  defp variable_or_call({_, _, context} = variable, _) when is_atom(context), do: variable

  defp variable_or_call({name, meta, args}, env) when is_atom(name) do
    done = map(fn arg -> walk(arg, env) end, args)

    case importing(:erlang.map_get(:functions, env), {name, length(args)}) do
      nil -> special(name, meta, args, done, env)
      module -> {{:., meta, [module, name]}, meta, done}
    end
  end

  defp variable_or_call({left, meta, args}, env) do
    {walk(left, env), meta, map(fn arg -> walk(arg, env) end, args)}
  end

  # What is neither imported nor a special form cannot be a guard.
  defp special(name, meta, args, done, env) do
    arity = length(args)

    # The forms that make values; this runs before Macro is there.
    case :lists.member(name, [:., :{}, :%{}, :<<>>, :"::", :%, :^, :&, :__block__, :__aliases__]) do
      true ->
        {name, meta, done}

      false ->
        what = <<:erlang.atom_to_binary(name)::binary, "/", :erlang.integer_to_binary(arity)::binary>>

        :erlang.error(
          :"Elixir.CompileError".exception(
            file: :erlang.map_get(:file, env),
            line: :erlang.map_get(:line, env),
            description:
              <<"cannot find or invoke local ", what::binary,
                " inside guards. Only macros can be invoked in a guards and they must be defined before their invocation. Called as: ",
                :"Elixir.Macro".to_string({name, meta, args})::binary>>
          )
        )
    end
  end

  defp importing([{module, functions} | rest], wanted) do
    case :lists.member(wanted, functions) do
      true -> module
      false -> importing(rest, wanted)
    end
  end

  defp importing([], _), do: nil

  # What a macro made by defguard gives for arguments `args` of the variables `names`: in a guard the
  # arguments in place, elsewhere each is evaluated once.
  def guard_call(expr, names, args, env) do
    case env do
      %{context: :guard} -> replace(expr, zip(names, args))
      _ -> bound_guard(expr, names, args)
    end
  end

  defp bound_guard(expr, names, args) do
    variables = map(fn name -> {name, [generated: true], :"Elixir.Kernel.Utils"} end, names)
    # At once: each argument sees what was bound before the call.
    bind = {:=, [generated: true], [{:{}, [], variables}, {:{}, [], args}]}
    {:__block__, [], [bind, replace(expr, zip(names, variables))]}
  end

  defp replace({name, _, context} = variable, pairs) when is_atom(context) do
    case :lists.keyfind(name, 1, pairs) do
      {_, value} -> value
      false -> variable
    end
  end

  defp replace({left, meta, args}, pairs) when is_list(args) do
    {replace(left, pairs), meta, replace(args, pairs)}
  end

  defp replace({left, right}, pairs), do: {replace(left, pairs), replace(right, pairs)}
  defp replace([h | t], pairs), do: [replace(h, pairs) | replace(t, pairs)]
  defp replace(other, _), do: other
end
