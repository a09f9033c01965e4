# stdlib/elixir/string_io.ex: a device over a string.
# Here: the process, its I/O protocol, reading its output.
# Not here: cutting input into lines and characters (:vial_io_input).
defmodule StringIO do
  @moduledoc """
  A device that reads from a string and keeps what is written.

      iex> {:ok, pid} = StringIO.open("foo")
      iex> IO.read(pid, 2)
      "fo"
      iex> IO.write(pid, "bar")
      iex> StringIO.contents(pid)
      {"o", "bar"}
  """

  use GenServer

  @doc """
  Makes a device over `string`.

  ## Options

    * `:capture_prompt` - whether prompts are kept with the output
    * `:encoding` - `:unicode` (default) or `:latin1`

  ## Examples

      iex> {:ok, pid} = StringIO.open("foo", capture_prompt: true)
      iex> IO.gets(pid, ">")
      "foo"
      iex> StringIO.contents(pid)
      {"", ">"}
  """
  @spec open(binary, keyword) :: {:ok, pid}
  def open(string, options_or_function \\ [])

  def open(string, options) when is_binary(string) and is_list(options),
    do: GenServer.start_link(__MODULE__, {self(), string, options}, [])

  def open(string, function) when is_binary(string) and is_function(function, 1),
    do: open(string, [], function)

  @doc """
  Makes a device, calls `function` with it and closes it.

  ## Examples

      iex> StringIO.open("foo", [], fn pid -> IO.read(pid, :eof) end)
      {:ok, "foo"}
  """
  @doc since: "1.7.0"
  @spec open(binary, keyword, (pid -> result)) :: {:ok, result} when result: term
  def open(string, options, function)
      when is_binary(string) and is_list(options) and is_function(function, 1) do
    {:ok, pid} = GenServer.start(__MODULE__, {self(), string, options}, [])

    try do
      {:ok, function.(pid)}
    after
      {:ok, {_input, _output}} = close(pid)
    end
  end

  @doc """
  Returns `{input, output}`: what is left to read, and what was written.

  ## Examples

      iex> {:ok, pid} = StringIO.open("in")
      iex> StringIO.contents(pid)
      {"in", ""}
  """
  @spec contents(pid) :: {binary, binary}
  def contents(pid) when is_pid(pid), do: GenServer.call(pid, :contents)

  @doc """
  Returns what was written and forgets it.

  ## Examples

      iex> {:ok, pid} = StringIO.open("in")
      iex> IO.write(pid, "out")
      iex> StringIO.flush(pid)
      "out"
      iex> StringIO.contents(pid)
      {"in", ""}
  """
  @spec flush(pid) :: binary
  def flush(pid) when is_pid(pid), do: GenServer.call(pid, :flush)

  @doc """
  Ends the device and returns `{:ok, {input, output}}`.

  ## Examples

      iex> {:ok, pid} = StringIO.open("in")
      iex> StringIO.close(pid)
      {:ok, {"in", ""}}
  """
  @spec close(pid) :: {:ok, {binary, binary}}
  def close(pid) when is_pid(pid), do: GenServer.call(pid, :close)

  @impl true
  def init({pid, string, options}) do
    {:ok,
     %{
       encoding: options[:encoding] || :unicode,
       input: string,
       output: [],
       capture_prompt: options[:capture_prompt] || false,
       ref: Process.monitor(pid)
     }}
  end

  @impl true
  def handle_info({:io_request, from, reply_as, request}, state) do
    {reply, state} = request(request, state)
    send(from, {:io_reply, reply_as, reply})
    {:noreply, state}
  end

  def handle_info({:DOWN, ref, _, _, _}, %{ref: ref} = state), do: {:stop, :shutdown, state}
  def handle_info(_message, state), do: {:noreply, state}

  @impl true
  def handle_call(:contents, _from, state), do: {:reply, {state.input, output(state)}, state}
  def handle_call(:flush, _from, state), do: {:reply, output(state), %{state | output: []}}

  def handle_call(:close, _from, state),
    do: {:stop, :normal, {:ok, {state.input, output(state)}}, state}

  # Written pieces are kept in reverse.
  defp output(%{output: output}), do: output |> :lists.reverse() |> IO.iodata_to_binary()

  defp request({:put_chars, chars} = request, state), do: put_chars(:latin1, chars, request, state)

  defp request({:put_chars, encoding, chars} = request, state),
    do: put_chars(encoding, chars, request, state)

  defp request({:put_chars, module, fun, args} = request, state),
    do: put_chars(:latin1, apply(module, fun, args), request, state)

  defp request({:put_chars, encoding, module, fun, args} = request, state),
    do: put_chars(encoding, apply(module, fun, args), request, state)

  defp request({:get_chars, prompt, count}, state),
    do: request({:get_chars, :latin1, prompt, count}, state)

  defp request({:get_line, prompt}, state), do: request({:get_line, :latin1, prompt}, state)

  defp request({:get_until, prompt, module, fun, args}, state),
    do: request({:get_until, :latin1, prompt, module, fun, args}, state)

  defp request({:get_password, encoding}, state), do: request({:get_line, encoding, ""}, state)

  defp request({:setopts, [encoding: encoding]}, state) when encoding in [:latin1, :unicode],
    do: {:ok, %{state | encoding: encoding}}

  defp request({:setopts, _opts}, state), do: {{:error, :enotsup}, state}
  defp request(:getopts, state), do: {[binary: true, encoding: state.encoding], state}
  defp request({:get_geometry, _}, state), do: {{:error, :enotsup}, state}
  defp request({:requests, requests}, state), do: requests(requests, {:ok, state})

  defp request(request, state) do
    if :vial_io_input.input?(request), do: read(request, state), else: {{:error, :request}, state}
  end

  defp requests([request | rest], {:ok, state}), do: requests(rest, request(request, state))
  defp requests(_, result), do: result

  defp put_chars(encoding, chars, request, state) do
    case :unicode.characters_to_binary(chars, encoding, state.encoding) do
      string when is_binary(string) ->
        {:ok, %{state | output: [string | state.output]}}

      {_, _, _} ->
        {{:error, {:no_translation, encoding, state.encoding}}, state}
    end
  rescue
    ArgumentError -> {{:error, request}, state}
  end

  defp read(request, state) do
    state = prompted(:vial_io_input.prompt(request), state)
    {chunk, rest} = chunk(request, state.input)
    take(request, chunk, rest, :start, state)
  end

  # A function that collects its input gets a line at a time, with a prompt for each.
  defp chunk({:get_until, _, _, _, _, _}, input) do
    case :binary.split(input, "\n") do
      [line, rest] -> {line <> "\n", rest}
      [last] -> {last, ""}
    end
  end

  defp chunk(_request, input), do: {input, ""}

  defp prompted(prompt, %{capture_prompt: true} = state) do
    case :unicode.characters_to_binary(to_chardata(prompt), :unicode, state.encoding) do
      text when is_binary(text) -> %{state | output: [text | state.output]}
      _ -> state
    end
  end

  defp prompted(_prompt, state), do: state

  defp to_chardata(prompt) when is_atom(prompt), do: Atom.to_string(prompt)
  defp to_chardata(prompt), do: prompt

  # The whole input is there, so whatever asks for more than the chunks hold is at its end. Input is
  # bytes that stand for characters in whatever encoding the request names.
  defp take(request, input, rest, continuation, state) do
    case :vial_io_input.take(request, input, true, continuation, :erlang.element(2, request), true) do
      {:done, {:error, _} = error, _} when :erlang.element(1, request) != :get_until ->
        {error(request, error), state}

      {:done, reply, left} ->
        {line_end(reply, :erlang.element(1, request)), %{state | input: left <> rest}}

      {:more_empty, continuation} ->
        {chunk, rest} = chunk(request, rest)
        state = prompted(:vial_io_input.prompt(request), state)
        take(request, chunk, rest, continuation, state)
    end
  end

  # A line that ends by a carriage return and a new line is given with the new line alone.
  defp line_end(line, :get_line) when is_binary(line) do
    if String.ends_with?(line, "\r\n"), do: binary_part(line, 0, byte_size(line) - 2) <> "\n", else: line
  end

  defp line_end(reply, _request), do: reply

  defp error({:get_chars, _, _, _}, _error), do: {:error, :invalid_unicode}
  defp error(_request, error), do: error
end
