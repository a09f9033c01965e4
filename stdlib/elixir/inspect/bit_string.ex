# stdlib/elixir/inspect/bit_string.ex: how binaries and bitstrings are shown.
defimpl Inspect, for: BitString do
  @moduledoc false
  import Inspect.Algebra

  def inspect(term, %Inspect.Opts{binaries: kind, base: :decimal} = opts) when is_binary(term) do
    if kind == :as_strings or (kind == :infer and String.printable?(term, opts.printable_limit)) do
      color(string(term, opts.printable_limit), :string, opts)
    else
      bits(term, opts)
    end
  end

  def inspect(term, opts), do: bits(term, opts)

  defp string(term, limit) do
    case Code.Identifier.escape(term, ?", limit) do
      {escaped, ""} -> :erlang.iolist_to_binary([?", escaped, ?"])
      {escaped, _} -> :erlang.iolist_to_binary([?", escaped, ?", " <> ..."])
    end
  end

  defp bits("", opts), do: concat(color("<<", :binary, opts), color(">>", :binary, opts))

  defp bits(bitstring, opts) do
    left = color("<<", :binary, opts)
    right = color(">>", :binary, opts)
    docs = entries(bitstring, opts.limit, opts)
    group(concat(concat(left, nest(docs, 2)), right))
  end

  defp entries(_, 0, _opts), do: "..."

  defp entries(<<byte, rest::bitstring>>, limit, opts) do
    doc = Inspect.Integer.inspect(byte, opts)

    case rest do
      <<>> -> doc
      _ -> flex_glue(concat(doc, ","), entries(rest, decrement(limit), opts))
    end
  end

  defp entries(bitstring, _limit, opts) do
    size = bit_size(bitstring)
    <<bits::size(size)>> = bitstring
    concat(Inspect.Integer.inspect(bits, opts), "::size(" <> Integer.to_string(size) <> ")")
  end

  defp decrement(:infinity), do: :infinity
  defp decrement(limit), do: limit - 1
end
