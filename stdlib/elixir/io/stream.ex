# stdlib/elixir/io/stream.ex: streams over devices.
defmodule IO.Stream do
  @moduledoc """
  A stream over a device, made by `IO.stream/2` and `IO.binstream/2`.

  It reads as it is enumerated and writes what is collected into it. A second enumeration
  goes on where the first stopped.
  """

  defstruct device: nil, raw: true, line_or_bytes: :line

  @type t :: %__MODULE__{}

  @doc false
  def __build__(device, raw, line_or_bytes),
    do: %IO.Stream{device: device, raw: raw, line_or_bytes: line_or_bytes}

  defimpl Collectable do
    def into(%{device: device, raw: raw} = stream), do: {:ok, into(stream, device, raw)}

    defp into(stream, device, raw) do
      fn
        :ok, {:cont, x} when raw -> IO.binwrite(device, x)
        :ok, {:cont, x} -> IO.write(device, x)
        :ok, _ -> stream
      end
    end
  end

  defimpl Enumerable do
    def reduce(%{device: device, raw: raw, line_or_bytes: line_or_bytes}, acc, fun) do
      next =
        if raw,
          do: &IO.each_binstream(&1, line_or_bytes),
          else: &IO.each_stream(&1, line_or_bytes)

      Stream.resource(fn -> device end, next, & &1).(acc, fun)
    end

    def count(_stream), do: {:error, __MODULE__}
    def member?(_stream, _term), do: {:error, __MODULE__}
    def slice(_stream), do: {:error, __MODULE__}
  end
end
