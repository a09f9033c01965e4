# stdlib/elixir/inspect/integer.ex: how integers are shown, in any of four bases.
defimpl Inspect, for: Integer do
  @moduledoc false

  def inspect(term, %Inspect.Opts{base: base} = opts),
    do: Inspect.Algebra.color(text(term, base), :number, opts)

  defp text(term, :decimal), do: :erlang.integer_to_binary(term)
  defp text(term, base), do: based(term, prefix(base), radix(base))

  defp based(term, prefix, radix) when term < 0,
    do: "-" <> prefix <> :erlang.integer_to_binary(-term, radix)

  defp based(term, prefix, radix), do: prefix <> :erlang.integer_to_binary(term, radix)

  defp radix(:binary), do: 2
  defp radix(:octal), do: 8
  defp radix(:hex), do: 16

  defp prefix(:binary), do: "0b"
  defp prefix(:octal), do: "0o"
  defp prefix(:hex), do: "0x"
end
