# stdlib/elixir/atom.ex: the text of atoms.
# Not here: making atoms of text (String.to_atom/1, List.to_atom/1).
defmodule Atom do
  @moduledoc """
  Atoms are constants whose value is their name; `true`, `false`, `nil` and module names are atoms.

      iex> Atom.to_string(:hello)
      "hello"
      iex> Atom.to_string(Enum)
      "Elixir.Enum"
  """

  @doc """
  The name of the atom as a string.

  ## Examples

      iex> Atom.to_string(nil)
      "nil"
  """
  @spec to_string(atom) :: String.t()
  def to_string(atom), do: :erlang.atom_to_binary(atom)

  @doc """
  The name of the atom as a charlist.

  ## Examples

      iex> Atom.to_charlist(:ab)
      [97, 98]
  """
  @spec to_charlist(atom) :: charlist
  def to_charlist(atom), do: :erlang.atom_to_list(atom)

  @doc false
  @deprecated "Use Atom.to_charlist/1 instead"
  @spec to_char_list(atom) :: charlist
  def to_char_list(atom), do: Atom.to_charlist(atom)
end
