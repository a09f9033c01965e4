# stdlib/elixir/inspect/float.ex: how floats are shown: the shortest text that reads back, whole
# numbers below 10^16 with all their digits.
defimpl Inspect, for: Float do
  @moduledoc false

  def inspect(term, opts), do: Inspect.Algebra.color(text(term), :number, opts)

  defp text(term) do
    size = abs(term)

    if size >= 1.0 and size < 1.0e16 and trunc(term) == term do
      Integer.to_string(trunc(term)) <> ".0"
    else
      :erlang.float_to_binary(term, [:short])
    end
  end
end
