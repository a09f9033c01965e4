# stdlib/ex_unit/ex_unit/capture_io.ex: what is written to a device, as a string.
# Here: the group leader of the calling process; other devices by ExUnit.CaptureServer.
defmodule ExUnit.CaptureIO do
  @moduledoc """
  Captures what a function writes.

      import ExUnit.CaptureIO

      assert capture_io(fn -> IO.puts("a") end) == "a\\n"
      assert capture_io("joe", fn -> IO.gets("name? ") |> IO.write() end) == "name? joe"
      assert capture_io(:stderr, fn -> IO.puts(:stderr, "oh") end) == "oh\\n"
      assert with_io(fn -> IO.puts("a"); 4 end) == {4, "a\\n"}

  Standard output is captured for the calling process and those it starts. Devices with a name, such as
  `:stderr`, are captured for all processes: what others write meanwhile is captured as well.

  ## Options

    * `:input` - what can be read from the device (`""`); a string in place of options means the same
    * `:capture_prompt` - whether prompts belong to the output (`true`); for standard output only
    * `:encoding` - `:unicode` (default) or `:latin1`
  """

  @doc """
  Answers what `fun` writes to standard output.

  ## Examples

      iex> ExUnit.CaptureIO.capture_io(fn -> IO.write("john") end)
      "john"
  """
  @spec capture_io((() -> any)) :: String.t()
  def capture_io(fun) when is_function(fun, 0), do: fun |> with_io() |> elem(1)

  @doc """
  As `capture_io/1`, with a device, an input or options.

  ## Examples

      iex> ExUnit.CaptureIO.capture_io("this is input", fn -> IO.write(IO.gets("> ")) end)
      "> this is input"
  """
  @spec capture_io(atom | String.t() | keyword, (() -> any)) :: String.t()
  def capture_io(device_input_or_options, fun) when is_function(fun, 0) do
    device_input_or_options |> with_io(fun) |> elem(1)
  end

  @doc """
  As `capture_io/1`, with a device and an input or options.
  """
  @spec capture_io(atom, String.t() | keyword, (() -> any)) :: String.t()
  def capture_io(device, input_or_options, fun) when is_function(fun, 0) do
    device |> with_io(input_or_options, fun) |> elem(1)
  end

  @doc """
  Answers the value of `fun`, and what it writes to standard output.

  ## Examples

      iex> ExUnit.CaptureIO.with_io(fn -> IO.write("a"); 2 + 2 end)
      {4, "a"}
  """
  @doc since: "1.13.0"
  @spec with_io((() -> any)) :: {any, String.t()}
  def with_io(fun) when is_function(fun, 0), do: with_io(:stdio, [], fun)

  @doc """
  As `with_io/1`, with a device, an input or options.
  """
  @doc since: "1.13.0"
  @spec with_io(atom | String.t() | keyword, (() -> any)) :: {any, String.t()}
  def with_io(device_input_or_options, fun)
  def with_io(device, fun) when is_atom(device) and is_function(fun, 0), do: with_io(device, [], fun)
  def with_io(input, fun) when is_binary(input) and is_function(fun, 0), do: with_io(:stdio, [input: input], fun)
  def with_io(options, fun) when is_list(options) and is_function(fun, 0), do: with_io(:stdio, options, fun)

  @doc """
  As `with_io/1`, with a device and an input or options.
  """
  @doc since: "1.13.0"
  @spec with_io(atom, String.t() | keyword, (() -> any)) :: {any, String.t()}
  def with_io(device, input_or_options, fun)

  def with_io(device, input, fun) when is_atom(device) and is_binary(input) and is_function(fun, 0),
    do: with_io(device, [input: input], fun)

  def with_io(device, options, fun) when is_atom(device) and is_list(options) and is_function(fun, 0),
    do: capture(device_name(device), options, fun)

  defp device_name(:stdio), do: :standard_io
  defp device_name(:stderr), do: :standard_error
  defp device_name(other), do: other

  defp capture(:standard_io, options, fun) do
    prompts? = Keyword.get(options, :capture_prompt, true)
    encoding = Keyword.get(options, :encoding, :unicode)
    original = Process.group_leader()

    {:ok, device} =
      StringIO.open(Keyword.get(options, :input, ""), capture_prompt: prompts?, encoding: encoding)

    try do
      Process.group_leader(self(), device)
      value = fun.()
      {_, output} = StringIO.contents(device)
      {value, output}
    after
      Process.group_leader(self(), original)
      StringIO.close(device)
    end
  end

  defp capture(device, options, fun) do
    input = Keyword.get(options, :input, "")
    encoding = Keyword.get(options, :encoding, :unicode)

    case ExUnit.CaptureServer.device_capture_on(device, encoding, input) do
      {:ok, ref} ->
        try do
          value = fun.()
          {value, ExUnit.CaptureServer.device_output(device, ref)}
        after
          ExUnit.CaptureServer.device_capture_off(ref)
        end

      {:error, reason} ->
        raise refused(reason, device, encoding)
    end
  end

  defp refused(:no_device, device, _encoding), do: "could not find IO device registered at #{inspect(device)}"

  defp refused(:input_on_already_captured_device, device, _encoding) do
    "attempted multiple captures on device #{inspect(device)} with input. " <>
      "If you need to give an input to a captured device, you cannot run your test asynchronously"
  end

  defp refused({:changed_encoding, current}, device, encoding) do
    """
    attempted to change the encoding for a currently captured device #{inspect(device)}.

    Currently set as: #{inspect(current)}
    Given: #{inspect(encoding)}

    If you need to use multiple encodings on a captured device, you cannot \
    run your test asynchronously
    """
  end
end
