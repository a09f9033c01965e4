defmodule Vial.Disasm do
  @moduledoc false
  # `vial disasm`: the listing of a .vbc, of what a source file defines, or of a module by name.

  def listing(name) do
    cond do
      Path.extname(name) == ".vbc" and File.regular?(name) -> name |> File.read!() |> text(name)
      File.regular?(name) -> name |> compiled() |> Enum.map(&text(elem(&1, 1), name))
      true -> name |> module() |> text(name)
    end
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
