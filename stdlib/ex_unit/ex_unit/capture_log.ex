# stdlib/ex_unit/ex_unit/capture_log.ex: what is logged, as a string.
# Here: the functions; what a test tagged :capture_log needs.
# Not here: Logger, which they need.
defmodule ExUnit.CaptureLog do
  @moduledoc """
  Captures what a function logs.

      import ExUnit.CaptureLog
      require Logger

      assert capture_log(fn -> Logger.error("log message") end) =~ "log message"
  """

  @doc """
  Answers what is logged while `fun` runs.
  """
  @spec capture_log(keyword, (() -> any)) :: String.t()
  def capture_log(opts \\ [], fun), do: opts |> with_log(fun) |> elem(1)

  @doc """
  Answers the value of `fun`, and what is logged while it runs.
  """
  @doc since: "1.13.0"
  @spec with_log(keyword, (() -> result)) :: {result, String.t()} when result: any
  def with_log(opts \\ [], fun) when is_list(opts) and is_function(fun, 0) do
    raise "ExUnit.CaptureLog needs Logger, which this version does not have yet"
  end

  @doc false
  # For a test tagged :capture_log: without Logger there is nothing to keep back.
  def __with_test_log__(_opts, fun), do: {fun.(), ""}
end
