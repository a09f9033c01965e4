# stdlib/elixir/key_error.ex: raised when a key is not found in a map, struct or keyword list.
defmodule KeyError do
  @moduledoc """
  Raised when a key is not found in a map, struct or keyword list.
  """

  defexception [:key, :term, :message]

  @threshold 0.77
  @max_suggestions 5

  @impl true
  def message(%{message: nil} = exception), do: message(exception.key, exception.term)
  def message(%{message: message}), do: message

  defp message(key, nil), do: "key #{inspect(key)} not found"
  defp message(key, term), do: "key #{inspect(key)} not found in: #{inspect(term)}"

  @impl true
  def blame(%{message: message} = exception, stacktrace) when is_binary(message),
    do: {exception, stacktrace}

  def blame(%{term: nil, message: nil} = exception, stacktrace),
    do: {%{exception | message: message(exception.key, nil)}, stacktrace}

  def blame(exception, stacktrace) do
    %{term: term, key: key} = exception
    {%{exception | message: message(key, term) <> hint(key, atom_keys(term))}, stacktrace}
  end

  defp atom_keys(term) when is_map(term), do: for({key, _} <- :maps.to_list(term), is_atom(key), do: key)

  defp atom_keys(term) do
    if Keyword.keyword?(term), do: Keyword.keys(term), else: []
  end

  defp hint(key, available) when is_atom(key) do
    wanted = Atom.to_string(key)

    close =
      for other <- available,
          distance = String.jaro_distance(wanted, Atom.to_string(other)),
          distance >= @threshold,
          do: {distance, other}

    case close |> Enum.sort(&(elem(&1, 0) >= elem(&2, 0))) |> Enum.take(@max_suggestions) do
      [] -> ""
      chosen -> ". Did you mean:\n\n" <> suggestions(Enum.map(chosen, &elem(&1, 1)))
    end
  end

  defp hint(_key, _available), do: ""

  defp suggestions(keys), do: keys |> Enum.sort() |> Enum.map_join(&"      * #{inspect(&1)}\n")
end
