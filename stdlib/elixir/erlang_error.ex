# stdlib/elixir/erlang_error.ex: error reasons of Erlang's kind as exceptions.
# Here: the exception for reasons without their own, and the table from reason to exception.
# Not here: what natives say of bad arguments (the error_info of the stack trace).
defmodule ErlangError do
  @moduledoc """
  Wraps an error reason that has no exception of its own, in `:original`.
  """
  defexception [:original, :reason]

  @impl true
  def message(exception)
  def message(%__MODULE__{original: original, reason: nil}), do: "Erlang error: #{inspect(original)}"
  def message(%__MODULE__{original: original, reason: reason}), do: "Erlang error: #{inspect(original)}#{reason}"

  @doc false
  def normalize(reason, stacktrace)

  def normalize(:badarg, stacktrace) do
    case error_info(:badarg, stacktrace, "errors were found at the given arguments") do
      {:ok, reason, details} -> %ArgumentError{message: reason <> details}
      :error -> %ArgumentError{}
    end
  end

  def normalize(:badarith, _), do: %ArithmeticError{}

  def normalize(:system_limit, stacktrace) do
    case error_info(:system_limit, stacktrace, "a system limit has been reached due to errors at the given arguments") do
      {:ok, reason, details} -> %SystemLimitError{message: reason <> details}
      :error -> %SystemLimitError{}
    end
  end

  def normalize(:cond_clause, _), do: %CondClauseError{}
  def normalize({:badarity, {fun, args}}, _), do: %BadArityError{function: fun, args: args}
  def normalize({:badfun, term}, _), do: %BadFunctionError{term: term}
  def normalize({:badstruct, struct, term}, _), do: %BadStructError{struct: struct, term: term}
  def normalize({:badmatch, term}, _), do: %MatchError{term: term}
  def normalize({:badmap, term}, _), do: %BadMapError{term: term}
  def normalize({:badbool, op, term}, _), do: %BadBooleanError{operator: op, term: term}
  def normalize({:badkey, key}, stacktrace), do: %KeyError{key: key, term: key_term(stacktrace)}
  def normalize({:badkey, key, map}, _) when is_map(map), do: %KeyError{key: key, term: map}

  def normalize({:badkey, key, term}, _) do
    message =
      "key #{inspect(key)} not found in: #{inspect(term)}. If you are using the dot syntax, " <>
        "such as map.field, make sure the left-hand side of the dot is a map"

    %KeyError{key: key, term: term, message: message}
  end

  def normalize({:case_clause, term}, _), do: %CaseClauseError{term: term}
  def normalize({:with_clause, term}, _), do: %WithClauseError{term: term}
  def normalize({:try_clause, term}, _), do: %TryClauseError{term: term}

  def normalize(:undef, stacktrace) do
    {module, function, arity} = from_stacktrace(stacktrace)
    %UndefinedFunctionError{module: module, function: function, arity: arity}
  end

  def normalize(:function_clause, stacktrace) do
    {module, function, arity} = from_stacktrace(stacktrace)
    %FunctionClauseError{module: module, function: function, arity: arity}
  end

  def normalize({:badarg, payload}, _),
    do: %ArgumentError{message: "argument error: #{inspect(payload)}"}

  def normalize(other, stacktrace) do
    case error_info(other, stacktrace, "") do
      {:ok, _reason, details} -> %ErlangError{original: other, reason: details}
      :error -> %ErlangError{original: other}
    end
  end

  defp key_term([{Map, :get_and_update!, [map, _, _], _} | _]), do: map
  defp key_term([{Map, :update!, [map, _, _], _} | _]), do: map
  defp key_term([{:maps, :update, [_, _, map], _} | _]), do: map
  defp key_term([{:maps, :get, [_, map], _} | _]), do: map
  defp key_term([{:erlang, :map_get, [_, map], _} | _]), do: map
  defp key_term(_), do: nil

  defp from_stacktrace([{module, function, args, _} | _]) when is_list(args),
    do: {module, function, length(args)}

  defp from_stacktrace([{module, function, arity, _} | _]), do: {module, function, arity}
  defp from_stacktrace(_), do: {nil, nil, nil}

  # The top entry may name a module that puts the error in words: one text for each
  # argument at fault, by position, or one under :general; :reason replaces the headline.
  defp error_info(erl_exception, stacktrace, default_reason) do
    with [{module, _, args, opts} | tail] when is_list(opts) <- stacktrace,
         %{} = info <- Keyword.get(opts, :error_info) do
      error_module = Map.get(info, :module, module)
      error_fun = Map.get(info, :function, :format_error)
      told = told(error_module, error_fun, erl_exception, stacktrace)
      details(told, args, tail, default_reason)
    else
      _ -> :error
    end
  end

  defp told(module, fun, exception, stacktrace) do
    if Code.ensure_loaded?(module) and function_exported?(module, fun, 2),
      do: apply(module, fun, [exception, stacktrace]),
      else: %{}
  rescue
    _ -> %{}
  end

  defp details(told, _args, _tail, _default) when map_size(told) == 0, do: :error

  defp details(told, args, _tail, default_reason) do
    reason =
      case told do
        %{reason: reason} -> to_string(reason)
        _ -> default_reason
      end

    arity = if is_list(args), do: length(args), else: args

    arguments =
      for position <- 1..arity//1, text = Map.get(told, position), do: argument(position, text)

    case {arguments, told} do
      {[_ | _], _} -> {:ok, reason, IO.iodata_to_binary([":\n\n", arguments])}
      {[], %{general: general}} -> {:ok, reason, IO.iodata_to_binary([": ", general])}
      {[], _} -> :error
    end
  end

  defp argument(position, text), do: "  * #{ordinal(position)} argument: #{text}\n"

  defp ordinal(1), do: "1st"
  defp ordinal(2), do: "2nd"
  defp ordinal(3), do: "3rd"
  defp ordinal(n), do: "#{n}th"
end
