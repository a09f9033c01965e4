# stdlib/elixir/file/stream.ex: files as streams.
defmodule File.Stream do
  @moduledoc """
  A stream over a file, made by `File.stream!/3`.

  The file is opened when the stream is enumerated, or collected into, and closed after.
  """

  defstruct path: nil, modes: [], line_or_bytes: :line, raw: true

  @type t :: %__MODULE__{}

  @doc false
  def __build__(path, modes, line_or_bytes) do
    raw = :lists.keyfind(:encoding, 1, modes) == false

    modes =
      case raw do
        true -> if :read_ahead in modes or List.keymember?(modes, :read_ahead, 0), do: [:raw | modes], else: [:raw, :read_ahead | modes]
        false -> modes
      end

    %File.Stream{path: path, modes: modes, raw: raw, line_or_bytes: line_or_bytes}
  end

  @doc false
  def open_error(path, reason, action), do: raise(File.Error, reason: reason, action: action, path: path)

  defimpl Collectable do
    def into(%{path: path, modes: modes, raw: raw} = stream) do
      modes = for mode <- modes, mode not in [:read], do: mode

      case :file.open(path, [:write | modes]) do
        {:ok, device} -> {:ok, into(device, stream, raw)}
        {:error, reason} -> File.Stream.open_error(path, reason, "stream")
      end
    end

    defp into(device, stream, raw) do
      fn
        :ok, {:cont, x} when raw ->
          IO.binwrite(device, x)

        :ok, {:cont, x} ->
          IO.write(device, x)

        :ok, :done ->
          :ok = :file.close(device)
          stream

        :ok, :halt ->
          :ok = :file.close(device)
      end
    end
  end

  defimpl Enumerable do
    @read_ahead_bytes 64 * 1024

    def reduce(%{path: path, modes: modes, line_or_bytes: line_or_bytes, raw: raw}, acc, fun) do
      start_fun = fn ->
        case :file.open(path, read_modes(modes)) do
          {:ok, device} -> if :trim_bom in modes, do: trim_bom(device, raw), else: device
          {:error, reason} -> File.Stream.open_error(path, reason, "stream")
        end
      end

      next_fun =
        if raw,
          do: &IO.each_binstream(&1, line_or_bytes),
          else: &IO.each_stream(&1, line_or_bytes)

      Stream.resource(start_fun, next_fun, &:file.close/1).(acc, fun)
    end

    def count(%{path: path, modes: modes, line_or_bytes: :line} = stream) do
      # Lines are counted by their new lines, if the encoding cannot hide them.
      if stream.raw or utf8?(modes), do: {:ok, count_lines(path)}, else: {:error, __MODULE__}
    end

    def count(%{path: path, raw: true, line_or_bytes: bytes, modes: modes}) do
      case File.stat(path) do
        {:ok, %{size: 0}} -> {:error, __MODULE__}
        {:ok, %{size: size}} -> {:ok, div(size - bom(path, modes) + bytes - 1, bytes)}
        {:error, reason} -> File.Stream.open_error(path, reason, "stream")
      end
    end

    def count(_), do: {:error, __MODULE__}

    defp bom(path, modes) do
      with true <- :trim_bom in modes,
           {:ok, device} <- :file.open(path, [:read, :raw, :binary]) do
        start = :file.read(device, 4)
        :ok = :file.close(device)

        case start do
          {:ok, bytes} -> bytes |> :unicode.bom_to_encoding() |> elem(1)
          _ -> 0
        end
      else
        _ -> 0
      end
    end

    def member?(_stream, _term), do: {:error, __MODULE__}
    def slice(_stream), do: {:error, __MODULE__}

    defp utf8?(modes) do
      case :lists.keyfind(:encoding, 1, modes) do
        {:encoding, encoding} -> encoding in [:utf8, :unicode]
        _ -> true
      end
    end

    defp read_modes(modes), do: [:binary | for(mode <- modes, mode not in [:trim_bom, :binary], do: mode)]

    defp trim_bom(device, true) do
      skip = device |> IO.binread(4) |> bom_size()
      {:ok, ^skip} = :file.position(device, skip)
      device
    end

    defp trim_bom(device, false) do
      # Bytes are read as characters of the device's encoding: the mark is one of them.
      case IO.read(device, 1) do
        "\uFEFF" -> device
        _ -> rewound(device)
      end
    end

    defp rewound(device) do
      {:ok, 0} = :file.position(device, 0)
      device
    end

    defp bom_size(bytes) when is_binary(bytes), do: bytes |> :unicode.bom_to_encoding() |> elem(1)
    defp bom_size(_), do: 0

    defp count_lines(path) do
      case :file.open(path, [:read, :raw, :binary]) do
        {:ok, device} ->
          count = count_lines(device, 0)
          :ok = :file.close(device)
          count

        {:error, reason} ->
          File.Stream.open_error(path, reason, "stream")
      end
    end

    # As the reference has it, a last line without its new line is not counted.
    defp count_lines(device, count) do
      case :file.read(device, @read_ahead_bytes) do
        {:ok, data} -> count_lines(device, count + length(:binary.matches(data, "\n")))
        _ -> count
      end
    end
  end
end
