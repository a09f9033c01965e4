# tests/stdlib/ex_unit/describe_test.exs: names within describe mean what is imported there; linked processes end alone.
defmodule Vial.DescribeTest.Steps do
  def prepare(_context), do: [prepared: true]
end

defmodule Vial.DescribeTest do
  use ExUnit.Case, async: true

  setup :own

  defp own(_context), do: [owned: 1]

  describe "with an import" do
    import Vial.DescribeTest.Steps
    setup [:prepare, :own]

    test "its functions prepare", context do
      assert context.prepared
      assert context.owned == 1
    end
  end

  test "what describe prepares stays there", context do
    refute Map.has_key?(context, :prepared)
  end

  test "a linked process is stopped without the test" do
    pid = start_link_supervised!({Agent, fn -> 1 end})
    assert stop_supervised(Agent) == :ok
    refute Process.alive?(pid)
  end
end
