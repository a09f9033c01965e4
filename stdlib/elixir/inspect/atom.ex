# stdlib/elixir/inspect/atom.ex: how atoms are shown.
defimpl Inspect, for: Atom do
  @moduledoc false

  def inspect(atom, opts) do
    text = Code.Identifier.inspect_atom(:literal, atom)

    case opts.syntax_colors do
      [] -> text
      _ -> Inspect.Algebra.color(text, color_key(atom), opts)
    end
  end

  defp color_key(nil), do: nil
  defp color_key(atom) when is_boolean(atom), do: :boolean
  defp color_key(_), do: :atom
end
