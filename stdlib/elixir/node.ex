defmodule Node do
  @moduledoc """
  Nodes: machines that know each other.

  A machine that was not told to join others is `:nonode@nohost`, alone.
  """

  @type t :: node

  @doc """
  The name of this node.

  ## Examples

      iex> Node.self() == node()
      true
  """
  @spec self() :: t
  def self, do: :erlang.node()

  @doc "Whether this node is part of a distributed system."
  @spec alive?() :: boolean
  def alive?, do: :erlang.node() != :nonode@nohost

  @doc """
  The visible nodes connected to this one.

  ## Examples

      iex> is_list(Node.list())
      true
  """
  @spec list() :: [t]
  def list, do: :erlang.nodes()

  @doc "The nodes of a kind: `:visible`, `:hidden`, `:connected`, `:this`, `:known`."
  @spec list(atom | [atom]) :: [t]
  def list(args), do: :erlang.nodes(args)
end
