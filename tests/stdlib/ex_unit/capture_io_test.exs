# tests/stdlib/ex_unit/capture_io_test.exs: capturing devices.
ExUnit.start()

defmodule CaptureIOTest do
  use ExUnit.Case
  import ExUnit.CaptureIO

  test "standard output" do
    assert capture_io(fn -> IO.puts("a") end) == "a\n"
    assert capture_io(fn -> :ok end) == ""
    assert capture_io(:stdio, fn -> IO.write("é") end) == "é"
    assert with_io(fn -> IO.write("x") && 4 end) == {4, "x"}
    assert capture_io(fn -> IO.inspect(%{a: 1}) end) == "%{a: 1}\n"
    assert capture_io(fn -> :io.format("~p~n", [:a]) end) == "a\n"
  end

  test "processes that are started meanwhile" do
    assert capture_io(fn -> Task.await(Task.async(fn -> IO.write("task") end)) end) == "task"
  end

  test "the group leader comes back, after an error too" do
    leader = Process.group_leader()
    assert_raise RuntimeError, fn -> capture_io(fn -> raise "x" end) end
    assert catch_throw(capture_io(fn -> throw(:t) end)) == :t
    assert Process.group_leader() == leader
  end

  test "inside of each other" do
    outer = capture_io(fn -> IO.write("a" <> capture_io(fn -> IO.write("b") end) <> "c") end)
    assert outer == "abc"
  end

  test "input" do
    assert capture_io("joe\n", fn -> IO.write(IO.gets("name? ")) end) == "name? joe\n"
    assert capture_io([input: "joe", capture_prompt: false], fn -> IO.write(IO.gets("name? ")) end) == "joe"
    assert capture_io(:stdio, "1\n2\n", fn -> IO.write(IO.read(:line) <> IO.read(:line)) end) == "1\n2\n"
    assert capture_io("", fn -> IO.inspect(IO.gets("")) end) == ":eof\n"
  end

  test "standard error" do
    assert capture_io(:stderr, fn -> IO.puts(:stderr, "e") end) == "e\n"
    assert capture_io(:standard_error, fn -> IO.write(:standard_error, "e") end) == "e"
    assert with_io(:stderr, fn -> IO.write(:stderr, "e") && 1 end) == {1, "e"}
    before = Process.whereis(:standard_error)
    assert_raise RuntimeError, fn -> capture_io(:stderr, fn -> raise "x" end) end
    assert Process.whereis(:standard_error) == before
  end

  test "a device twice" do
    text =
      capture_io(:stderr, fn ->
        IO.write(:stderr, "1")
        assert capture_io(:stderr, fn -> IO.write(:stderr, "2") end) == "2"
        IO.write(:stderr, "3")
      end)

    assert text == "123"
  end

  test "no such device" do
    assert_raise RuntimeError, "could not find IO device registered at :nobody", fn ->
      capture_io(:nobody, fn -> :ok end)
    end
  end
end
