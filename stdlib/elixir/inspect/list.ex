# stdlib/elixir/inspect/list.ex: how lists, keyword lists and charlists are shown.
defimpl Inspect, for: List do
  @moduledoc false
  import Inspect.Algebra

  def inspect([], opts), do: color("[]", :list, opts)

  def inspect(term, %Inspect.Opts{} = opts) do
    %{charlists: kind, printable_limit: limit} = opts

    cond do
      kind == :as_charlists -> charlist(term, opts)
      kind == :infer and List.ascii_printable?(term, limit) -> charlist(term, opts)
      keyword?(term) -> list(term, opts, &keyword/2)
      true -> list(term, opts, &to_doc/2)
    end
  end

  defp list(term, opts, fun) do
    open = color("[", :list, opts)
    close = color("]", :list, opts)
    container_doc(open, term, close, opts, fun, separator: color(",", :list, opts), break: breaks(fun))
  end

  defp breaks(fun) do
    if fun == (&keyword/2), do: :strict, else: :maybe
  end

  defp charlist(term, opts) do
    text =
      case Code.Identifier.escape(IO.chardata_to_string(term), ?', opts.printable_limit) do
        {escaped, ""} -> [?', escaped, ?']
        {escaped, _} -> [?', escaped, ?', " ++ ..."]
      end

    color(IO.iodata_to_binary(text), :charlist, opts)
  end

  @doc false
  def keyword({key, value}, opts) do
    key = color(Code.Identifier.inspect_atom(:key, key), :atom, opts)
    concat(key, concat(" ", to_doc(value, opts)))
  end

  @doc false
  def keyword?([{key, _value} | rest]) when is_atom(key) do
    not module_name?(:erlang.atom_to_binary(key)) and keyword?(rest)
  end

  def keyword?([]), do: true
  def keyword?(_other), do: false

  defp module_name?("Elixir." <> _), do: true
  defp module_name?(_), do: false
end
