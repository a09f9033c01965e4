defmodule Vial.Disasm do
  @moduledoc false
  # `vial disasm`: the listing of a .vbc, of what a source file defines, or of a module by name.

  def listing(name) do
    cond do
      Path.extname(name) == ".vbc" and File.regular?(name) -> name |> File.read!() |> with_carried(name)
      File.regular?(name) -> name |> compiled() |> Enum.map(&text(elem(&1, 1), name))
      true -> name |> module() |> text(name)
    end
  end

  # A script's file, and the modules whose bytes stand among its literals.
  defp with_carried(bytes, name) do
    [text(bytes, name) | for({at, _} <- :binary.matches(bytes, "\x89VBC"), at > 0, do: ["\n", text(module_at(bytes, at), name)])]
  end

  defp module_at(bytes, at) do
    <<_::binary-size(at), _magic::32, _version::32, size::little-32, _::binary>> = bytes
    binary_part(bytes, at, size)
  end

  defp compiled(path), do: :vial_compiler.compile_file(path)

  # "Enum", "Elixir.Enum", ":lists" and "lists" are names of modules.
  defp module(":" <> name), do: loaded(name, name)
  defp module(name), do: loaded("Elixir." <> String.trim_leading(name, "Elixir."), name)

  defp loaded(text, name) do
    module = String.to_atom(text)

    cond do
      match?({:module, _}, :code.ensure_loaded(module)) -> module
      match?({:module, _}, :code.ensure_loaded(String.to_atom(name))) -> String.to_atom(name)
      true -> exit({:vial_status, 1, "#{name}: neither a file nor a module"})
    end
  end

  defp text(code, name) do
    case :vial_code.disassemble(code) do
      nil -> exit({:vial_status, 1, "#{name}: no bytecode"})
      listing -> listing
    end
  end
end
