# stdlib/elixir/version/requirement.ex: what a version has to fit.
# Holds: `lexed` is a flat list in the order of writing: operator, version, then :&& or :|| and so on.
defmodule Version.Requirement do
  @moduledoc """
  A requirement for versions, made by `Version.parse_requirement/1`.
  """

  defstruct [:source, :lexed]

  @opaque t :: %__MODULE__{source: String.t(), lexed: [atom | tuple]}

  @doc false
  def new(source, lexed), do: %__MODULE__{source: source, lexed: lexed}

  @doc false
  def compile_requirement(%__MODULE__{} = requirement), do: requirement

  @doc false
  def match?(%__MODULE__{lexed: [operator, requirement | rest]}, version),
    do: match_lexed?(rest, version, match_op?(operator, requirement, version))

  # `and` and `or` bind alike, from left to right, as far as the reference's do.
  defp match_lexed?([:and, operator, requirement | rest], version, acc),
    do: match_lexed?(rest, version, acc and match_op?(operator, requirement, version))

  defp match_lexed?([:or, operator, requirement | rest], version, acc),
    do: acc or match_lexed?(rest, version, match_op?(operator, requirement, version))

  defp match_lexed?([], _version, acc), do: acc

  defp match_op?(:==, requirement, version), do: compare(version, requirement) == :eq
  defp match_op?(:!=, requirement, version), do: compare(version, requirement) != :eq

  defp match_op?(:~>, {major, minor, nil, req_pre, _}, {_, _, _, pre, allow_pre} = version) do
    compare(version, {major, minor, 0, req_pre, nil}) in [:eq, :gt] and
      compare(version, {major + 1, 0, 0, [0], nil}) == :lt and
      (allow_pre or req_pre != [] or pre == [])
  end

  defp match_op?(:~>, {major, minor, _, req_pre, _} = requirement, {_, _, _, pre, allow_pre} = version) do
    compare(version, requirement) in [:eq, :gt] and
      compare(version, {major, minor + 1, 0, [0], nil}) == :lt and
      (allow_pre or req_pre != [] or pre == [])
  end

  defp match_op?(:>, {_, _, _, req_pre, _} = requirement, {_, _, _, pre, allow_pre} = version),
    do: compare(version, requirement) == :gt and (allow_pre or req_pre != [] or pre == [])

  defp match_op?(:>=, {_, _, _, req_pre, _} = requirement, {_, _, _, pre, allow_pre} = version),
    do: compare(version, requirement) in [:eq, :gt] and (allow_pre or req_pre != [] or pre == [])

  defp match_op?(:<, requirement, version), do: compare(version, requirement) == :lt
  defp match_op?(:<=, requirement, version), do: compare(version, requirement) in [:eq, :lt]

  # Orders versions in the form they have in `lexed`; `Version.compare/2` stands on it.
  @doc false
  def compare({major1, minor1, patch1, pre1, _}, {major2, minor2, patch2, pre2, _}) do
    numbers1 = {major1, minor1, patch1}
    numbers2 = {major2, minor2, patch2}

    cond do
      numbers1 > numbers2 -> :gt
      numbers1 < numbers2 -> :lt
      pre1 == [] and pre2 != [] -> :gt
      pre1 != [] and pre2 == [] -> :lt
      pre1 > pre2 -> :gt
      pre1 < pre2 -> :lt
      true -> :eq
    end
  end
end

defimpl String.Chars, for: Version.Requirement do
  def to_string(%{source: source}), do: source
end

defimpl Inspect, for: Version.Requirement do
  def inspect(%{source: source}, opts) do
    Inspect.Algebra.concat(["Version.parse_requirement!(", Inspect.Algebra.to_doc(source, opts), ")"])
  end
end
