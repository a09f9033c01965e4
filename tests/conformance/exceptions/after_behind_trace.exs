# A handler that only builds the trace cannot raise into the `after` around it.
defmodule AfterBehindTrace do
  def run(fun) do
    kept = Process.get(:kept, :kept)

    try do
      fun.()
    catch
      kind, reason -> {kind, reason, is_list(__STACKTRACE__)}
    after
      IO.inspect(kept)
    end
  end
end

IO.inspect(AfterBehindTrace.run(fn -> :fine end))
# expect: :kept
# expect: :fine
IO.inspect(AfterBehindTrace.run(fn -> throw(:ball) end))
# expect: :kept
# expect: {:throw, :ball, true}
