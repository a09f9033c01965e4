# tests/stdlib/erlang/timer_test.exs: delayed and repeated messages and calls.
ExUnit.start()

defmodule TimerTest do
  use ExUnit.Case, async: true

  test "a message after a time, and none from a timer that was stopped" do
    {:ok, _} = :timer.send_after(1, :first)
    assert_receive :first
    {:ok, timer} = :timer.send_after(60_000, :never)
    assert :timer.cancel(timer) == {:ok, :cancel}
    assert :timer.send_after(-1, :x) == {:error, :badarg}
    assert :timer.cancel(:x) == {:error, :badarg}
  end

  test "an interval beats until it is stopped" do
    {:ok, timer} = :timer.send_interval(2, :beat)
    for _ <- 1..3, do: assert_receive(:beat)
    assert :timer.cancel(timer) == {:ok, :cancel}
  end

  test "calls and exits" do
    {:ok, _} = :timer.apply_after(1, Kernel, :send, [self(), :applied])
    assert_receive :applied
    pid = spawn(fn -> :timer.sleep(:infinity) end)
    ref = Process.monitor(pid)
    {:ok, _} = :timer.kill_after(1, pid)
    assert_receive {:DOWN, ^ref, _, _, :killed}
  end

  test "measuring" do
    assert {time, 3} = :timer.tc(fn -> 1 + 2 end)
    assert is_integer(time) and time >= 0
    assert {_, 3} = :timer.tc(Kernel, :+, [1, 2])
    assert :timer.hms(1, 2, 3) == 3_723_000
    assert :timer.now_diff({0, 2, 0}, {0, 1, 5}) == 999_995
  end
end
