# stdlib/kernel/kernel/nested.part.ex: values deep inside others.
# Here: get_in, put_in, update_in, get_and_update_in, pop_in, by path and by expression.
# Not here: how one step is done (Access).
# Holds: a step of a path is a key for Access, or a function called as `fun.(op, data, next)`.

@doc """
The value at the end of `keys` in nested data.

Each key goes through `Access.get/2`, or is a function such as those of `Access`. `nil` on the way
gives `nil`.

## Examples

    iex> users = %{"ann" => %{age: 27}}
    iex> get_in(users, ["ann", :age])
    27
    iex> get_in(users, ["bob", :age])
    nil
    iex> get_in(%{list: [%{n: 1}, %{n: 2}]}, [:list, Access.all(), :n])
    [1, 2]
"""
@spec get_in(Access.t(), nonempty_list(term)) :: term
def get_in(data, keys)

def get_in(nil, [_ | _]), do: nil
def get_in(data, [fun]) when is_function(fun), do: fun.(:get, data, fn value -> value end)
def get_in(data, [fun | rest]) when is_function(fun), do: fun.(:get, data, fn value -> get_in(value, rest) end)
def get_in(data, [key]), do: :"Elixir.Access".get(data, key)
def get_in(data, [key | rest]), do: get_in(:"Elixir.Access".get(data, key), rest)

@doc """
Nested data with `value` at the end of `keys`.

## Examples

    iex> put_in(%{"ann" => %{age: 27}}, ["ann", :age], 28)
    %{"ann" => %{age: 28}}
"""
@spec put_in(Access.t(), nonempty_list(term), term) :: Access.t()
def put_in(data, [_ | _] = keys, value) do
  :erlang.element(2, get_and_update_in(data, keys, fn _ -> {nil, value} end))
end

@doc """
Nested data with the value at the end of `keys` replaced by what `fun` makes of it.

## Examples

    iex> update_in(%{"ann" => %{age: 27}}, ["ann", :age], &(&1 + 1))
    %{"ann" => %{age: 28}}
"""
@spec update_in(Access.t(), nonempty_list(term), (term -> term)) :: Access.t()
def update_in(data, [_ | _] = keys, fun) when is_function(fun) do
  :erlang.element(2, get_and_update_in(data, keys, fn value -> {nil, fun.(value)} end))
end

@doc """
Reads and changes the value at the end of `keys` at once.

`fun` gives `{value to return, new value}`, or `:pop` to take the value out.

## Examples

    iex> get_and_update_in(%{a: %{b: 1}}, [:a, :b], &{&1, &1 + 1})
    {1, %{a: %{b: 2}}}
"""
@spec get_and_update_in(structure, keys, (term | nil -> {current, new} | :pop)) :: {current, structure}
      when structure: Access.t(), keys: nonempty_list(any), current: Access.value(), new: Access.value()
def get_and_update_in(data, keys, fun)

def get_and_update_in(data, [head], fun) when is_function(head, 3) do
  head.(:get_and_update, data, fun)
end

def get_and_update_in(data, [head | rest], fun) when is_function(head, 3) do
  head.(:get_and_update, data, fn value -> get_and_update_in(value, rest, fun) end)
end

def get_and_update_in(data, [head], fun) when is_function(fun, 1) do
  :"Elixir.Access".get_and_update(data, head, fun)
end

def get_and_update_in(data, [head | rest], fun) when is_function(fun, 1) do
  :"Elixir.Access".get_and_update(data, head, fn value -> get_and_update_in(value, rest, fun) end)
end

@doc """
Takes the value at the end of `keys` out of nested data; gives it and what is left.

## Examples

    iex> pop_in(%{"ann" => %{age: 27}}, ["ann", :age])
    {27, %{"ann" => %{}}}
    iex> pop_in(%{}, ["ann", :age])
    {nil, %{}}
"""
@spec pop_in(data, nonempty_list(Access.get_and_update_fun(term, data) | term)) :: {term, data}
      when data: Access.container()
def pop_in(data, keys)
def pop_in(nil, [key | _]), do: :"Elixir.Kernel.Utils".fail(<<"could not pop key ", inspect(key)::binary, " on a nil value">>)
def pop_in(data, [_ | _] = keys), do: pop_in_data(data, keys)

defp pop_in_data(nil, [_ | _]), do: :pop
defp pop_in_data(data, [fun]) when is_function(fun), do: fun.(:get_and_update, data, fn _ -> :pop end)

defp pop_in_data(data, [fun | rest]) when is_function(fun) do
  fun.(:get_and_update, data, fn value -> pop_in_data(value, rest) end)
end

defp pop_in_data(data, [key]), do: :"Elixir.Access".pop(data, key)

defp pop_in_data(data, [key | rest]) do
  :"Elixir.Access".get_and_update(data, key, fn value -> pop_in_data(value, rest) end)
end

@doc """
Puts `value` where `path`, an expression of dots and brackets, leads.

`put_in(user.address[:city], c)` is the whole `user` with that changed. Dots are for fields that
exist, brackets for any `Access`.

## Examples

    iex> user = %{address: %{city: "Rome"}}
    iex> put_in(user.address.city, "Oslo")
    %{address: %{city: "Oslo"}}
    iex> put_in(user[:address][:zip], 1)
    %{address: %{city: "Rome", zip: 1}}
"""
defmacro put_in(path, value) do
  case path_steps(path, "put_in/2") do
    {:map, data, keys} -> put_fields(data, keys, value)
    {:any, data, keys} -> call(:"Elixir.Kernel", :put_in, [data, keys, value])
  end
end

@doc """
Changes what `path`, an expression of dots and brackets, leads to with `fun`.

## Examples

    iex> user = %{address: %{visits: 1}}
    iex> update_in(user.address.visits, &(&1 + 1))
    %{address: %{visits: 2}}
"""
defmacro update_in(path, fun) do
  case path_steps(path, "update_in/2") do
    {:map, data, keys} -> update_fields(data, keys, fun)
    {:any, data, keys} -> call(:"Elixir.Kernel", :update_in, [data, keys, fun])
  end
end

@doc """
Reads and changes what `path`, an expression of dots and brackets, leads to; see
`get_and_update_in/3`.

## Examples

    iex> user = %{name: "Ann"}
    iex> get_and_update_in(user.name, &{&1, String.upcase(&1)})
    {"Ann", %{name: "ANN"}}
"""
defmacro get_and_update_in(path, fun) do
  {_, data, keys} = path_steps(path, "get_and_update_in/2")
  call(:"Elixir.Kernel", :get_and_update_in, [data, as_functions(keys), fun])
end

@doc """
Takes out what `path` leads to, whose last step must be in brackets; see `pop_in/2`.

## Examples

    iex> user = %{"name" => "Ann", "age" => 27}
    iex> pop_in(user["age"])
    {27, %{"name" => "Ann"}}
"""
defmacro pop_in(path) do
  {_, data, keys} = path_steps(path, "pop_in/1")

  case :"Elixir.Kernel.Utils".last(keys) do
    {:field, name} ->
      :"Elixir.Kernel.Utils".fail(
        <<"cannot use pop_in when the last segment is a map/struct field. ",
          "This would effectively remove the field ", inspect(name)::binary,
          " from the map/struct">>
      )

    _ ->
      call(:"Elixir.Access", :__pop__, [data, as_functions(keys)])
  end
end

# The value a path starts from and its steps: {:field, name} or {:key, expression}.
defp path_steps(path, kind) do
  case steps(path, []) do
    {_, []} ->
      :"Elixir.Kernel.Utils".fail(
        <<"expected expression given to ", kind::binary, " to access at least one element, got: ">>,
        path
      )

    {data, steps} ->
      case path_root?(data) do
        true ->
          :ok

        false ->
          :"Elixir.Kernel.Utils".fail(
            <<"expression given to ", kind::binary,
              " must start with a variable, local or remote call ",
              "and be followed by an element access, got: ">>,
            data
          )
      end

      case {:"Elixir.Kernel.Utils".all(&field?/1, steps), kind} do
        {true, _} -> {:map, data, steps}
        {false, "put_in/2"} -> {:any, data, as_functions(steps)}
        {false, "update_in/2"} -> {:any, data, as_functions(steps)}
        {false, _} -> {:any, data, steps}
      end
  end
end

defp field?({:field, _}), do: true
defp field?(_), do: false

defp steps({{:., _, [:"Elixir.Access", :get]}, _, [expr, key]}, acc), do: steps(expr, [{:key, key} | acc])

defp steps({{:., _, [{:__aliases__, _, [:Access]}, :get]}, _, [expr, key]}, acc) do
  steps(expr, [{:key, key} | acc])
end

defp steps({{:., _, [expr, name]}, _, []} = call, acc)
     when :erlang.andalso(is_tuple(expr), is_atom(name)) do
  case field_access?(expr) do
    true -> steps(expr, [{:field, name} | acc])
    false -> {call, acc}
  end
end

defp steps(other, acc), do: {other, acc}

# A.b is a call, not a field.
defp field_access?({:__aliases__, _, _}), do: false
defp field_access?({:__MODULE__, _, context}) when is_atom(context), do: false
defp field_access?(_), do: true

# A literal of one piece, a local or a call of a module by its name.
defp path_root?({{:., _, [expr, _]}, _, _}), do: :erlang.not(:erlang.andalso(is_tuple(expr), field_access?(expr)))
defp path_root?({name, _, _}), do: is_atom(name)
defp path_root?(other), do: :erlang.not(is_tuple(other))

defp as_functions(keys), do: :"Elixir.Kernel.Utils".map(&as_function/1, keys)
defp as_function({:key, key}), do: key
defp as_function({:field, name}), do: call(:"Elixir.Access", :__field__, [name])

# Only fields: the maps on the way are matched one inside the other.
defp put_fields(data, [{:field, name} | rest], value) do
  call(:"Elixir.Map", :update!, [data, name, step_fun(rest, {:put, value})])
end

defp update_fields(data, [{:field, name} | rest], fun) do
  call(:"Elixir.Map", :update!, [data, name, step_fun(rest, {:update, fun})])
end

defp step_fun([], {:update, fun}), do: fun

defp step_fun([], {:put, value}) do
  {:fn, [], [{:->, [], [[{:_, [], __MODULE__}], value]}]}
end

defp step_fun([{:field, name} | rest], last) do
  variable = {:map, [], __MODULE__}
  body = call(:"Elixir.Map", :update!, [variable, name, step_fun(rest, last)])
  {:fn, [], [{:->, [], [[variable], body]}]}
end
