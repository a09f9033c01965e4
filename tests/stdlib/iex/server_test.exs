# tests/stdlib/iex/server_test.exs: sessions as programs start them, over captured input.
Application.ensure_all_started(:iex)
ExUnit.start()

defmodule ServerTest do
  use ExUnit.Case
  import ExUnit.CaptureIO

  # What a session answers to `input`, without its greeting and prompts.
  defp session(input, options \\ []) do
    capture_io([input: input, capture_prompt: false], fn -> IEx.Server.run([dot_iex_path: ""] ++ options) end)
    |> String.split("\n", parts: 2)
    |> List.last()
    |> String.trim()
  end

  test "values, bindings, errors" do
    assert session("1 + 2") == "3"
    assert session("tea = 3\ntea * 2") == "3\n6"
    assert session("[1,\n2]") == "[1, 2]"
    assert session("2\n|> Kernel.*(4)") == "2\n8"
    assert session("raise \"spilt\"") =~ "** (RuntimeError) spilt"
    assert session("throw :cup") == "** (throw) :cup"
    assert session("cup + 1", binding: [cup: 1], env: __ENV__) == "2"
  end

  test "what is not finished is no entry" do
    assert session("1 +\n") == ""
    assert session("#iex:break\n1") == "1"
  end

  test "values of before" do
    assert session("3\n4\nv(1) + v()") == "3\n4\n7"
    assert session("v(1)") =~ "v(1) is out of bounds"
    assert session("c(\"no_tea.ex\")") =~ "could not find files no_tea.ex"
  end

  test "IEx.pry stops the entry, and continue goes on" do
    text = session("a = 1\n(fn b -> require IEx; IEx.pry(); b * 2 end).(4)\nb + 1\n[b: self()] != []\ncontinue()\na")
    assert text =~ "Break reached: iex:2"
    assert String.ends_with?(text, "5\ntrue\n8\n1")
  end

  test "IEx.pry of another process asks" do
    stop = "spawn_monitor(fn -> require IEx; b = 20; exit({b, IEx.pry()}) end); receive do: ({:DOWN, _, _, _, why} -> why)"
    text = session(stop <> "\nY\nb + 1\ncontinue\n3")
    assert text =~ ~r/Request to pry #PID<.*> at iex:1/
    assert String.ends_with?(text, "21\n{20, :ok}\n3")
    assert session(stop <> "\nn\n3") |> String.ends_with?("{20, {:error, :refused}}\n3")
    assert session(stop <> "\nY\nexit(:normal)") |> String.ends_with?("{20, :ok}")
  end

  test "IEx.pry without a session" do
    require IEx
    assert capture_io(fn -> assert IEx.pry() == {:error, :no_iex} end) =~ ~r/Cannot pry .*server_test.exs:\d+\). Is an IEx shell running/
  end

  test "prompts" do
    IEx.configure(default_prompt: "tea(%counter)>", continuation_prompt: "more>")
    text = capture_io([input: "1\n(\n2)"], fn -> IEx.Server.run(dot_iex_path: "") end)
    assert text =~ "tea(1)> 1\ntea(2)> more> 2\ntea(3)>"
  end
end
