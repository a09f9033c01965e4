# stdlib/elixir/inspect/failure.ex: what to do when an implementation of Inspect raises.
# Holds: the message of the failure may itself inspect the struct; the process dictionary
# remembers that, and the struct is then shown as a plain map.
defmodule Inspect.Failure do
  @moduledoc false

  @trap :"$inspect_failure"

  @doc """
  Shows the failure when `opts.safe`, else raises `Inspect.Error`.
  """
  def to_doc(struct, exception, stacktrace, opts) do
    case :erlang.get(@trap) do
      :undefined -> guarded(struct, exception, stacktrace, opts)
      _ -> Inspect.Map.inspect(struct, opts)
    end
  end

  defp guarded(struct, exception, stacktrace, opts) do
    :erlang.put(@trap, true)

    try do
      failed(struct, exception, stacktrace, opts)
    after
      :erlang.erase(@trap)
    end
  end

  defp failed(struct, exception, stacktrace, opts) do
    inspected =
      struct
      |> Inspect.Map.inspect(%Inspect.Opts{opts | syntax_colors: [], inspect_fun: &Inspect.inspect/2})
      |> Inspect.Algebra.format(opts.width)
      |> IO.iodata_to_binary()

    error =
      Inspect.Error.exception(
        exception: exception,
        stacktrace: stacktrace,
        inspected_struct: inspected
      )

    if opts.safe, do: Inspect.inspect(error, opts), else: reraise(error, stacktrace)
  end
end
