defprotocol IEx.Info do
  @fallback_to_any true

  @moduledoc """
  What `i/1` tells of a term: a list of titles with their text.
  """

  @doc """
  Titles and texts about `term`.
  """
  @spec info(t) :: [{title :: String.t(), text :: String.t()}]
  def info(term)
end

defimpl IEx.Info, for: Tuple do
  def info(tuple), do: [{"Data type", "Tuple"}, {"Size", Integer.to_string(tuple_size(tuple))}, {"Reference modules", "Tuple"}]
end

defimpl IEx.Info, for: Atom do
  def info(atom) do
    case Code.ensure_loaded(atom) do
      {:module, _} -> module(atom)
      {:error, _} when atom in [true, false] -> [{"Data type", "Atom"}, {"Reference modules", "Atom"}]
      {:error, _} -> [{"Data type", "Atom"}] ++ alias_note(Atom.to_string(atom)) ++ [{"Reference modules", "Atom"}]
    end
  end

  defp alias_note("Elixir." <> _ = text), do: [{"Raw representation", ":" <> inspect(text)}, {"Description", "An alias; no module of this name is loaded or can be"}]
  defp alias_note(_), do: []

  defp module(atom) do
    functions = if function_exported?(atom, :__info__, 1), do: length(atom.__info__(:functions)), else: length(:vial_code.exports(atom))

    [
      {"Data type", "Atom"},
      {"Module bytecode", to_string(:vial_code.which(atom) || "")},
      {"Source", source(atom)},
      {"Exports", "#{functions} functions (exports(#{inspect(atom)}) lists them)"},
      {"Documentation", "h(#{inspect(atom)}) shows it"},
      {"Raw representation", ":" <> inspect(Atom.to_string(atom))},
      {"Reference modules", "Module, Atom"}
    ]
  end

  defp source(atom), do: to_string(atom.module_info(:compile)[:source] || "")
end

defimpl IEx.Info, for: List do
  def info(list) do
    kind =
      cond do
        list == [] -> "The list is empty"
        List.improper?(list) -> "An improper list: its last tail is no list"
        List.ascii_printable?(list) -> "A charlist: a list of code points that can be shown as text, '#{list}'"
        Keyword.keyword?(list) -> "A keyword list: its elements are {atom, value}"
        true -> ""
      end

    [{"Data type", "List"}, {"Description", kind}, {"Reference modules", if(list != [] and Keyword.keyword?(list), do: "Keyword, List", else: "List")}]
  end
end

defimpl IEx.Info, for: BitString do
  def info(text) when is_binary(text) do
    if String.valid?(text) do
      shown = if String.printable?(text), do: "A string: a binary of UTF-8 that can be shown", else: "A string: a binary of UTF-8, some of which cannot be shown"

      [
        {"Data type", "BitString"},
        {"Byte size", Integer.to_string(byte_size(text))},
        {"Description", shown},
        {"Raw representation", inspect(text, binaries: :as_binaries, limit: 20)},
        {"Reference modules", "String, :binary"}
      ]
    else
      [{"Data type", "BitString"}, {"Byte size", Integer.to_string(byte_size(text))}, {"Description", "A binary: bytes that are no UTF-8"}, {"Reference modules", ":binary"}]
    end
  end

  def info(bits), do: [{"Data type", "BitString"}, {"Bits size", Integer.to_string(bit_size(bits))}, {"Description", "A bitstring: its bits are no whole bytes"}]
end

defimpl IEx.Info, for: Integer do
  def info(_), do: [{"Data type", "Integer"}, {"Reference modules", "Integer"}]
end

defimpl IEx.Info, for: Float do
  def info(_), do: [{"Data type", "Float"}, {"Reference modules", "Float"}]
end

defimpl IEx.Info, for: Function do
  def info(fun) do
    info = Function.info(fun)
    kind = if info[:type] == :external, do: "A function of a module, #{inspect(info[:module])}.#{info[:name]}/#{info[:arity]}", else: "An anonymous function of #{inspect(info[:module])}"
    [{"Data type", "Function"}, {"Type", Atom.to_string(info[:type])}, {"Arity", Integer.to_string(info[:arity])}, {"Description", kind}, {"Reference modules", "Function"}]
  end
end

defimpl IEx.Info, for: PID do
  def info(pid) do
    state =
      case Process.info(pid, [:registered_name, :message_queue_len, :memory, :current_function, :links]) do
        nil -> [{"Alive", "false"}]
        info -> [{"Alive", "true"} | for({key, value} <- info, value not in [[], ""], do: {title(key), inspect(value)})]
      end

    [{"Data type", "PID"}] ++ state ++ [{"Description", "Use Process.info/1 to get more info about this process"}, {"Reference modules", "Process, Node"}]
  end

  defp title(:registered_name), do: "Name"
  defp title(:message_queue_len), do: "Message queue length"
  defp title(key), do: key |> Atom.to_string() |> String.replace("_", " ") |> String.capitalize()
end

defimpl IEx.Info, for: Map do
  def info(map), do: [{"Data type", "Map"}, {"Size", Integer.to_string(map_size(map))}, {"Reference modules", "Map"}]
end

defimpl IEx.Info, for: Port do
  def info(_), do: [{"Data type", "Port"}, {"Reference modules", "Port"}]
end

defimpl IEx.Info, for: Reference do
  def info(_), do: [{"Data type", "Reference"}]
end

defimpl IEx.Info, for: Any do
  def info(%module{} = struct) do
    [
      {"Data type", inspect(module)},
      {"Description", "A struct: a map with a key __struct__ and #{map_size(struct) - 1} fields"},
      {"Reference modules", "#{inspect(module)}, Map"}
    ]
  end
end
