# Tests beside others that fail when the limit of failures is reached are not told of; options that imply others.
ExUnit.start(autorun: false, seed: 0)
defmodule A1 do
  use ExUnit.Case, async: true
  test "error", do: assert(false)
end
defmodule A2 do
  use ExUnit.Case, async: true
  test "error", do: assert(false)
end
defmodule S1 do
  use ExUnit.Case
  test "error", do: assert(false)
end
ExUnit.configure(max_failures: 1)
said = ExUnit.CaptureIO.capture_io(fn -> send(self(), {:ran, ExUnit.run()}) end)
receive do: ({:ran, result} -> IO.inspect({result, said =~ "--max-failures reached"})) # expect: {%{excluded: 0, failures: 1, skipped: 0, total: 1}, true}
said = ExUnit.CaptureIO.capture_io(fn -> send(self(), {:ran, ExUnit.run()}) end)
receive do: ({:ran, result} -> IO.inspect({result, said =~ "--max-failures reached"})) # expect: {%{excluded: 0, failures: 0, skipped: 0, total: 0}, false}
ExUnit.configure(slowest: 3)
IO.inspect [ExUnit.configuration()[:max_cases], ExUnit.configuration()[:trace]] # expect: [1, true]
ExUnit.configure(slowest: 0, max_failures: :infinity, trace: false)
