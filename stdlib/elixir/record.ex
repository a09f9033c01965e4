# stdlib/elixir/record.ex: tuples with named fields.
# Here: the macros that make, read and update records.
# Not here: reading Erlang headers, which Vial has none of.
defmodule Record do
  @moduledoc """
  Records: tuples whose first element is a tag and whose other elements have names.

  They are for talking to code that expects such tuples; structs serve otherwise.

      defmodule User do
        require Record
        Record.defrecord(:user, name: "john", age: 25)
      end

      user(name: "meg")   #=> {:user, "meg", 25}
  """

  @doc """
  Not in Vial: Erlang headers are left out. Raises `ArgumentError`.
  """
  @spec extract(atom, keyword) :: keyword
  def extract(name, _opts), do: no_headers(name)

  @doc """
  Not in Vial: Erlang headers are left out. Raises `ArgumentError`.
  """
  @spec extract_all(keyword) :: [{atom, keyword}]
  def extract_all(_opts), do: no_headers(:all)

  defp no_headers(name) do
    raise ArgumentError,
          "cannot extract record #{inspect(name)}: Vial does not read Erlang source"
  end

  @doc """
  Tells whether a term is a record of the given kind. Allowed in guards.

  ## Examples

      iex> require Record
      iex> Record.is_record({User, "john"}, User)
      true
      iex> Record.is_record({}, User)
      false
  """
  defmacro is_record(data, kind) do
    if Macro.Env.in_guard?(__CALLER__) do
      quote do
        is_atom(unquote(kind)) and is_tuple(unquote(data)) and tuple_size(unquote(data)) > 0 and
          elem(unquote(data), 0) == unquote(kind)
      end
    else
      quote do
        kind = unquote(kind)
        data = unquote(data)
        is_atom(kind) and is_tuple(data) and tuple_size(data) > 0 and elem(data, 0) == kind
      end
    end
  end

  @doc """
  Tells whether a term is a record. Allowed in guards.

  ## Examples

      iex> require Record
      iex> Record.is_record({User, "john"})
      true
  """
  defmacro is_record(data) do
    if Macro.Env.in_guard?(__CALLER__) do
      quote do
        is_tuple(unquote(data)) and tuple_size(unquote(data)) > 0 and
          is_atom(elem(unquote(data), 0))
      end
    else
      quote do
        data = unquote(data)
        is_tuple(data) and tuple_size(data) > 0 and is_atom(elem(data, 0))
      end
    end
  end

  @doc """
  Defines macros to make, read, update and match a record.

  `kv` are the fields with their defaults; `tag` is the name by default.
  """
  defmacro defrecord(name, tag \\ nil, kv), do: definition(:defmacro, name, tag, kv)

  @doc """
  As `defrecord/3`, with private macros.
  """
  defmacro defrecordp(name, tag \\ nil, kv), do: definition(:defmacrop, name, tag, kv)

  defp definition(kind, name, tag, kv) do
    quote bind_quoted: [kind: kind, name: name, tag: tag, kv: kv] do
      tag = tag || name
      fields = Record.__fields__(:defrecord, kv)

      case kind do
        :defmacro ->
          defmacro unquote(name)(args \\ []),
            do: Record.__access__(unquote(tag), unquote(fields), args, __CALLER__)

          defmacro unquote(name)(record, args),
            do: Record.__access__(unquote(tag), unquote(fields), record, args, __CALLER__)

        :defmacrop ->
          defmacrop unquote(name)(args \\ []),
            do: Record.__access__(unquote(tag), unquote(fields), args, __CALLER__)

          defmacrop unquote(name)(record, args),
            do: Record.__access__(unquote(tag), unquote(fields), record, args, __CALLER__)
      end
    end
  end

  @doc false
  def __fields__(type, fields) do
    Enum.map(fields, fn
      {key, value} when is_atom(key) ->
        {key, Macro.escape(value)}

      key when is_atom(key) ->
        {key, nil}

      other ->
        raise ArgumentError, "#{type} fields must be atoms, got: #{inspect(other)}"
    end)
  end

  @doc false
  def __access__(tag, fields, args, caller) do
    cond do
      is_atom(args) -> index(tag, fields, args)
      Keyword.keyword?(args) -> create(tag, fields, args, caller)
      true -> expand_access(tag, fields, args, caller)
    end
  end

  defp expand_access(tag, fields, args, caller) do
    case Macro.expand(args, caller) do
      {:{}, _, [^tag | list]} when length(list) == length(fields) ->
        record = List.to_tuple([tag | list])
        Record.__keyword__(tag, fields, record)

      {^tag, arg} when length(fields) == 1 ->
        Record.__keyword__(tag, fields, {tag, arg})

      expanded ->
        quote do: Record.__keyword__(unquote(tag), unquote(fields), unquote(expanded))
    end
  end

  @doc false
  def __access__(tag, fields, record, args, caller) do
    cond do
      is_atom(args) -> get(tag, fields, record, args)
      Keyword.keyword?(args) -> update(tag, fields, record, args, caller)
      true -> raise ArgumentError, "expected arguments to be a compile time atom or a keyword list, got: #{Macro.to_string(args)}"
    end
  end

  defp index(tag, fields, field) do
    case Enum.find_index(fields, fn {name, _} -> name == field end) do
      nil -> unknown(tag, field)
      index -> index + 1
    end
  end

  defp unknown(tag, field),
    do: raise(ArgumentError, "record #{inspect(tag)} does not have the key: #{inspect(field)}")

  # `_: value` stands for the fields that are not named.
  defp create(tag, fields, keyword, caller) do
    in_match? = Macro.Env.in_match?(caller)
    keyword = apply_underscore(fields, keyword)

    {values, rest} =
      Enum.map_reduce(fields, keyword, fn {name, default}, rest ->
        case Keyword.fetch(rest, name) do
          {:ok, value} -> {value, Keyword.delete(rest, name)}
          :error when in_match? -> {{:_, [], nil}, rest}
          :error -> {default, rest}
        end
      end)

    case rest do
      [] -> {:{}, [], [tag | values]}
      [{field, _} | _] -> unknown(tag, field)
    end
  end

  defp update(tag, fields, var, keyword, caller) do
    if Macro.Env.in_match?(caller) do
      raise ArgumentError, "cannot invoke update style macro inside match"
    end

    keyword = apply_underscore(fields, keyword)

    Enum.reduce(keyword, var, fn {key, value}, acc ->
      index = index(tag, fields, key)
      quote do: :erlang.setelement(unquote(index + 1), unquote(acc), unquote(value))
    end)
  end

  defp get(tag, fields, record, field) do
    index = index(tag, fields, field)
    quote do: :erlang.element(unquote(index + 1), unquote(record))
  end

  defp apply_underscore(fields, keyword) do
    case Keyword.fetch(keyword, :_) do
      {:ok, default} ->
        fields
        |> Enum.map(fn {name, _} -> {name, default} end)
        |> Keyword.merge(keyword)
        |> Keyword.delete(:_)

      :error ->
        keyword
    end
  end

  @doc false
  def __keyword__(tag, fields, record) do
    if is_record(record, tag) do
      [_ | values] = Tuple.to_list(record)

      case join_keyword(fields, values, []) do
        keyword when is_list(keyword) ->
          keyword

        expected_size ->
          raise ArgumentError,
                "expected argument to be a #{inspect(tag)} record with #{expected_size} fields, got: #{inspect(record)}"
      end
    else
      raise ArgumentError,
            "expected argument to be a literal atom, literal keyword or a #{inspect(tag)} record, got runtime: #{inspect(record)}"
    end
  end

  defp join_keyword([{field, _} | fields], [value | rest], acc),
    do: join_keyword(fields, rest, [{field, value} | acc])

  defp join_keyword([], [], acc), do: :lists.reverse(acc)
  defp join_keyword(rest_fields, _rest_values, acc), do: length(acc) + length(rest_fields)
end
