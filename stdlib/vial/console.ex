defmodule Vial.Console do
  @moduledoc false
  # The terminal of a session, as an I/O device: what is printed while a line is being edited goes above it.
  # Keys are read all the time, so Ctrl-C is seen while something runs. The history is kept in a file.
  #
  # Messages besides the I/O protocol:
  #   {:read_entry, from, ref, prompt, more}   an entry of the session: answered {:entry, ref, text | :eof |
  #                                            :interrupt}; meanwhile `from` is asked
  #     {:finished?, self, ref, text}            answered {ref, boolean}: does Enter end the entry?
  #     {:completions, self, ref, text}          answered {ref, {insertion, candidates}}
  #   {:give_up, from, ref}                    the entry is not wanted any more: answered {:entry, ref, :given_up}
  #   {:owner, pid}                            who hears {:interrupt} when nothing is being read

  @history_limit 2_000

  def start(path) do
    pid = spawn(fn -> init(path) end)
    pid
  end

  defp init(path) do
    Process.flag(:trap_exit, true)
    console = self()
    spawn_link(fn -> read_keys(console) end)
    :vial_io.raw(true)
    write("\e[?2004h")
    loop(%{line: nil, asking: nil, row: 0, bytes: "", ahead: [], pending: [], buffer: "", owner: nil, path: path, history: load(path)})
  end

  defp read_keys(console) do
    got = :vial_io.read(0, 4096)
    send(console, {:keys, got})
    if is_binary(got), do: read_keys(console)
  end

  defp loop(state) do
    receive do
      message -> message |> handle(state) |> loop()
    end
  end

  defp handle({:keys, bytes}, state) when is_binary(bytes) do
    {keys, rest} = Vial.Line.keys(state.bytes <> bytes)
    press(keys, %{state | bytes: rest})
  end

  defp handle({:keys, _}, state), do: press([:hangup], state)
  defp handle({:owner, pid}, state), do: %{state | owner: pid}

  defp handle({:read_entry, from, ref, prompt, more}, state) do
    begin(%{state | asking: {:entry, from, ref}}, Vial.Line.new(prompt, more, state.history))
  end

  defp handle({:give_up, from, ref}, %{asking: {:entry, from, ref} = asking} = state), do: state |> leave() |> answer(asking, :given_up)

  defp handle({:io_request, from, ref, request}, state) do
    if :vial_io_input.input?(request) do
      state = %{state | pending: state.pending ++ [{from, ref, request, :start}]}
      if length(state.pending) == 1, do: serve(state), else: state
    else
      state = print(state, fn -> send(from, {:io_reply, ref, put(request)}) end)
      state
    end
  end

  defp handle({:stop, from}, state) do
    write("\e[?2004l")
    :vial_io.raw(false)
    send(from, {:stopped, self()})
    exit(state.path)
  end

  defp handle(_, state), do: state

  # --- output --------------------------------------------------------------------------------------------

  defp write(text), do: :vial_io.write(1, IO.iodata_to_binary(text))

  # Every process that prints is served alike (:vial_io_device.output/2).
  defp put(request) do
    {reply, _} = :vial_io_device.output(request, %{out: 1, encoding: :unicode, binary: true})
    reply
  end

  # The line being edited is taken away and drawn again below.
  defp print(%{line: nil} = state, fun) do
    fun.()
    state
  end

  defp print(state, fun) do
    write([up(state.row), "\r\e[J"])
    fun.()
    draw(%{state | row: 0})
  end

  defp up(0), do: ""
  defp up(rows), do: "\e[#{rows}A"

  defp draw(%{line: nil} = state), do: state

  defp draw(state) do
    {text, row} = Vial.Line.draw(state.line, columns())
    write([up(state.row), "\r\e[J", text])
    %{state | row: row}
  end

  defp columns do
    case :vial_io.geometry(1) do
      {columns, _} when is_integer(columns) and columns > 1 -> columns
      _ -> 80
    end
  end

  # --- keys ----------------------------------------------------------------------------------------------

  defp begin(state, line) do
    state = draw(%{state | line: line, row: 0})
    press(state.ahead, %{state | ahead: []})
  end

  # Keys that come while nothing is read wait, but for Ctrl-C.
  defp press([], state), do: state
  defp press([{:ctrl, ?c} | rest], %{line: nil} = state), do: press(rest, interrupt(%{state | ahead: []}))
  defp press([key | rest], %{line: nil} = state), do: press(rest, %{state | ahead: state.ahead ++ [key]})

  defp press([key | rest], state) do
    press(rest, act(if(key == :hangup, do: {:eof, state.line}, else: Vial.Line.key(state.line, key)), state))
  end

  defp act({:edit, line}, state), do: draw(%{state | line: line})
  defp act({:redraw, line}, state), do: draw(%{state | line: line, row: 0} |> tap(fn _ -> write("\e[H\e[2J") end))
  defp act({:eof, line}, state), do: finish(%{state | line: line}, :eof)
  defp act({:complete, line}, state), do: complete(%{state | line: line})

  defp act({:interrupt, line}, state) do
    state = leave(%{state | line: line})

    case state.asking do
      {:entry, from, ref} -> answer(state, {:entry, from, ref}, :interrupt)
      :input -> interrupt(%{state | asking: nil, pending: []})
    end
  end

  defp act({:enter, line}, %{asking: {:entry, from, ref}} = state) do
    text = Vial.Line.text(line)

    if ask(from, ref, {:finished?, self(), ref, text}, true) do
      finish(remember(%{state | line: line}, text), text)
    else
      draw(%{state | line: %{line | left: line.left <> "\n"}})
    end
  end

  defp act({:enter, line}, state), do: finish(%{state | line: line}, Vial.Line.text(line))

  # The cursor behind the text, on a row of its own.
  defp leave(state) do
    line = %{state.line | left: Vial.Line.text(state.line), right: "", search: nil}
    state = draw(%{state | line: line})
    write("\r\n")
    %{state | line: nil, row: 0}
  end

  defp finish(state, result) do
    state = leave(state)

    case {state.asking, result} do
      {{:entry, _, _} = asking, _} -> answer(state, asking, result)
      {:input, :eof} -> serve_end(%{state | asking: nil})
      {:input, text} -> serve(%{state | asking: nil, buffer: state.buffer <> text <> "\n"})
    end
  end

  defp answer(state, {:entry, from, ref}, result) do
    send(from, {:entry, ref, result})
    %{state | asking: nil}
  end

  defp interrupt(state) do
    if state.owner, do: send(state.owner, :interrupt)
    state
  end

  defp ask(from, ref, question, otherwise) do
    send(from, question)

    receive do
      {^ref, answer} -> answer
    after
      2_000 -> otherwise
    end
  end

  # --- completion ----------------------------------------------------------------------------------------

  defp complete(%{asking: {:entry, from, ref}} = state) do
    line = state.line

    case ask(from, ref, {:completions, self(), ref, line.left}, {"", []}) do
      {"", []} -> if(String.trim(line.left) == "", do: draw(%{state | line: %{line | left: line.left <> "  "}}), else: state)
      {"", candidates} -> print(state, fn -> write([table(candidates), "\r\n"]) end)
      {insertion, _} -> draw(%{state | line: %{line | left: line.left <> insertion}})
    end
  end

  defp complete(state), do: state

  defp table(candidates) do
    widest = (candidates |> Enum.map(&Vial.Line.width/1) |> Enum.max()) + 2
    fit = max(div(columns() - 1, widest), 1)

    candidates
    |> Enum.chunk_every(fit)
    |> Enum.map(fn row -> row |> Enum.map(&String.pad_trailing(&1, widest)) |> Enum.join() |> String.trim_trailing() end)
    |> Enum.intersperse("\r\n")
  end

  # --- input that programs ask for ----------------------------------------------------------------------

  defp serve(%{pending: []} = state), do: state

  defp serve(%{pending: [{from, ref, request, continuation} | rest]} = state) do
    taken =
      if state.buffer == "" and continuation == :start,
        do: {:more, :start},
        else: :vial_io_input.take(request, state.buffer, false, continuation, :unicode, true)

    case taken do
      {:done, reply, left} ->
        send(from, {:io_reply, ref, reply})
        serve(%{state | pending: rest, buffer: left})

      {:more, continuation} ->
        read_line(%{state | pending: [{from, ref, request, continuation} | rest]}, request)

      {:more_empty, continuation} ->
        read_line(%{state | buffer: "", pending: [{from, ref, request, continuation} | rest]}, request)
    end
  end

  defp read_line(state, request) do
    prompt = :unicode.characters_to_binary(shown(:vial_io_input.prompt(request)))
    {above, prompt} = split_prompt(prompt)
    write(above)
    begin(%{state | asking: :input}, Vial.Line.new(prompt, "", []))
  end

  defp shown(prompt) when is_atom(prompt), do: Atom.to_string(prompt)
  defp shown(prompt), do: prompt

  defp split_prompt(prompt) do
    case prompt |> String.split("\n") |> Enum.reverse() do
      [last] -> {"", last}
      [last | above] -> {above |> Enum.reverse() |> Enum.map(&(&1 <> "\r\n")), last}
    end
  end

  defp serve_end(%{pending: [{from, ref, request, continuation} | rest]} = state) do
    {:done, reply, left} = :vial_io_input.take(request, state.buffer, true, continuation, :unicode, true)
    send(from, {:io_reply, ref, reply})
    serve(%{state | pending: rest, buffer: left})
  end

  # --- history -------------------------------------------------------------------------------------------

  # One entry a line; a newline in it is written \n, a backslash \\.
  defp load(nil), do: []

  defp load(path) do
    case File.read(path) do
      {:ok, text} -> text |> String.split("\n", trim: true) |> Enum.map(&unescape/1) |> Enum.reverse() |> Enum.take(@history_limit)
      {:error, _} -> []
    end
  end

  defp remember(state, text) do
    cond do
      String.trim(text) == "" or List.first(state.history) == text ->
        state

      true ->
        if state.path, do: File.write(state.path, escape(text) <> "\n", [:append])
        %{state | history: Enum.take([text | state.history], @history_limit)}
    end
  end

  defp escape(text), do: text |> String.replace("\\", "\\\\") |> String.replace("\n", "\\n")
  defp unescape(line), do: Regex.replace(~r/\\(.)/, line, fn _, c -> if c == "n", do: "\n", else: c end)
end
