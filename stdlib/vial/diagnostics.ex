defmodule Vial.Diagnostics do
  @moduledoc false
  # What the command line shows when code does not compile: all errors, not only the one that ended the
  # program. The compiler looks at the text again (compiler/expand/check.h) while nothing the code does
  # reaches standard output.

  @key :"$vial_source"

  @doc false
  # Says which text is being run, and the text itself if it is in no file.
  def source(name, text), do: :erlang.put(@key, {name, text})

  @doc false
  # Whether `reason` is an error of code that does not compile; its diagnostics have been shown then.
  def shown?(reason, trace) do
    case first(reason, trace) do
      nil -> false
      first -> first |> errors() |> show()
    end
  end

  @doc false
  # The diagnostics of a file that failed with `reason`, or nil when it failed otherwise.
  def of(reason, trace, file) do
    source(file, nil)
    first = first(reason, trace)
    first && errors(first)
  end

  @doc false
  def show([]), do: false

  def show(errors) do
    IO.write(:stderr, errors |> Enum.map(&elem(&1, 0)) |> Enum.intersperse("\n"))
    true
  end

  # {file, line, message} of the error that was met; `:macro` when a macro raised.
  defp first(%CompileError{file: file, line: line, description: text}, _) when is_binary(text), do: {file || "nofile", line || 0, text}
  defp first(%SyntaxError{file: file, line: line, description: text}, _), do: {shown(file), line, text}
  defp first(%TokenMissingError{file: file, line: line, description: text}, _), do: {shown(file), line, text}
  defp first(_, trace), do: if(in_macro?(trace), do: :macro, else: nil)

  # As the compiler names files.
  defp shown(file), do: if(is_binary(file), do: Path.relative_to_cwd(file), else: file)

  # The expander calls macros through :vial_expansion.
  defp in_macro?([{_, name, _, _}, {:vial_expansion, _, _, _} | _]), do: String.starts_with?(Atom.to_string(name), "MACRO-")
  defp in_macro?([_ | rest]), do: in_macro?(rest)
  defp in_macro?([]), do: false

  defp errors(first) do
    {name, text} = with :undefined <- :erlang.get(@key), do: {nil, nil}

    case first do
      :macro when name == nil -> []
      :macro -> check(name, text, nil)
      {^name, _, _} -> check(name, text, first)
      {other, _, _} -> check(other, nil, first)
    end
  end

  defp check(name, text, first) do
    text =
      case text || File.read(name) do
        {:ok, text} -> text
        {:error, _} -> ""
        text -> text
      end

    leader = :erlang.group_leader()
    :erlang.group_leader(spawn_link(&swallow/0), self())

    try do
      :vial_compiler.check(text, name, first, true)
    after
      sink = :erlang.group_leader()
      :erlang.group_leader(leader, self())
      send(sink, :stop)
    end
  end

  # An I/O device that keeps nothing.
  defp swallow do
    receive do
      :stop ->
        :ok

      {:io_request, from, ref, request} ->
        send(from, {:io_reply, ref, answer(request)})
        swallow()
    end
  end

  defp answer(request) when elem(request, 0) in [:put_chars, :setopts], do: :ok
  defp answer(:getopts), do: []
  defp answer(_), do: :eof
end
