# stdlib/elixir/inspect/reference.ex: how references are shown.
defimpl Inspect, for: Reference do
  @moduledoc false

  def inspect(ref, _opts) do
    '#Ref' ++ rest = :erlang.ref_to_list(ref)
    "#Reference" <> IO.iodata_to_binary(rest)
  end
end
