# stdlib/elixir/version.ex: semantic versions.
# Here: the struct, parsing, comparison, printing.
# Not here: requirements (version/requirement.ex), reading of both (version/parser.ex).
defmodule Version do
  @moduledoc """
  Versions as SemVer 2.0 has them: `MAJOR.MINOR.PATCH`, a pre-release after `-`, build data after `+`.

  Requirements are `and` and `or` of comparisons with `==`, `!=`, `>`, `>=`, `<`, `<=` and `~>`, which takes
  the last number given as free to grow: `~> 2.0.1` is `>= 2.0.1 and < 2.1.0`.
  """

  @enforce_keys [:major, :minor, :patch]
  @derive {Inspect, optional: [:pre, :build]}
  defstruct [:major, :minor, :patch, pre: [], build: nil]

  @type version :: String.t() | t
  @type requirement :: String.t() | Version.Requirement.t()
  @type major :: non_neg_integer
  @type minor :: non_neg_integer
  @type patch :: non_neg_integer
  @type pre :: [String.t() | non_neg_integer]
  @type build :: String.t() | nil
  @type t :: %__MODULE__{major: major, minor: minor, patch: patch, pre: pre, build: build}

  @doc """
  Tells whether a version fits a requirement.

  With `allow_pre: false` a pre-release fits only a requirement that names one. Raises
  `Version.InvalidRequirementError` or `Version.InvalidVersionError`.

  ## Examples

      iex> Version.match?("2.0.0", "> 1.0.0")
      true
      iex> Version.match?("2.1.6-dev", "~> 2.1.2", allow_pre: false)
      false
  """
  @spec match?(version, requirement, keyword) :: boolean
  def match?(version, requirement, opts \\ [])

  def match?(version, requirement, opts) when is_binary(requirement),
    do: match?(version, parse_requirement!(requirement), opts)

  def match?(version, requirement, opts) do
    allow_pre = Keyword.get(opts, :allow_pre, true)
    matchable_pattern = to_matchable(version, allow_pre)
    Version.Requirement.match?(requirement, matchable_pattern)
  end

  @doc """
  Compares two versions: `:gt`, `:eq` or `:lt`. Build data do not count.

  ## Examples

      iex> Version.compare("2.0.1-alpha1", "2.0.0")
      :gt
      iex> Version.compare("1.0.0-beta", "1.0.0-rc1")
      :lt
      iex> Version.compare("1.0.0-10", "1.0.0-2")
      :gt
  """
  @spec compare(version, version) :: :gt | :eq | :lt
  def compare(version1, version2),
    do: Version.Requirement.compare(to_matchable(version1, true), to_matchable(version2, true))

  @doc """
  Parses a version.

  ## Examples

      iex> {:ok, version} = Version.parse("2.0.1-alpha1")
      iex> version
      %Version{major: 2, minor: 0, patch: 1, pre: ["alpha1"]}
      iex> Version.parse("2.0-alpha1")
      :error
  """
  @spec parse(String.t()) :: {:ok, t} | :error
  def parse(string) when is_binary(string) do
    case Version.Parser.parse_version(string) do
      {:ok, {major, minor, patch, pre, build_parts}} ->
        build = if build_parts == [], do: nil, else: Enum.join(build_parts, ".")
        {:ok, %Version{major: major, minor: minor, patch: patch, pre: pre, build: build}}

      :error ->
        :error
    end
  end

  @doc """
  Parses a version; raises `Version.InvalidVersionError`.

  ## Examples

      iex> Version.parse!("2.0.1")
      %Version{major: 2, minor: 0, patch: 1}
  """
  @spec parse!(String.t()) :: t
  def parse!(string) when is_binary(string) do
    case parse(string) do
      {:ok, version} -> version
      :error -> raise Version.InvalidVersionError, string
    end
  end

  @doc """
  Parses a requirement.

  ## Examples

      iex> {:ok, requirement} = Version.parse_requirement("== 2.0.1")
      iex> requirement
      Version.parse_requirement!("== 2.0.1")
      iex> Version.parse_requirement("== == 2.0.1")
      :error
  """
  @spec parse_requirement(String.t()) :: {:ok, Version.Requirement.t()} | :error
  def parse_requirement(string) when is_binary(string) do
    case Version.Parser.parse_requirement(string) do
      {:ok, lexed} -> {:ok, Version.Requirement.new(string, lexed)}
      :error -> :error
    end
  end

  @doc """
  Parses a requirement; raises `Version.InvalidRequirementError`.

  ## Examples

      iex> Version.parse_requirement!("== 2.0.1")
      Version.parse_requirement!("== 2.0.1")
  """
  @doc since: "1.8.0"
  @spec parse_requirement!(String.t()) :: Version.Requirement.t()
  def parse_requirement!(string) when is_binary(string) do
    case parse_requirement(string) do
      {:ok, requirement} -> requirement
      :error -> raise Version.InvalidRequirementError, string
    end
  end

  @doc """
  Returns the requirement: there is nothing to be made faster.

  ## Examples

      iex> Version.compile_requirement(Version.parse_requirement!("== 2.0.1"))
      Version.parse_requirement!("== 2.0.1")
  """
  @spec compile_requirement(Version.Requirement.t()) :: Version.Requirement.t()
  def compile_requirement(%Version.Requirement{} = requirement), do: requirement

  @doc """
  Returns a version as text.

  ## Examples

      iex> Version.to_string(%Version{major: 1, minor: 2, patch: 3})
      "1.2.3"
      iex> Version.to_string(Version.parse!("1.14.0-rc.0+build0"))
      "1.14.0-rc.0+build0"
  """
  @doc since: "1.14.0"
  @spec to_string(Version.t()) :: String.t()
  def to_string(%Version{} = version) do
    pre = if version.pre == [], do: "", else: "-" <> Enum.map_join(version.pre, ".", &Kernel.to_string/1)
    build = if version.build, do: "+" <> version.build, else: ""
    "#{version.major}.#{version.minor}.#{version.patch}" <> pre <> build
  end

  defp to_matchable(%Version{major: major, minor: minor, patch: patch, pre: pre}, allow_pre?),
    do: {major, minor, patch, pre, allow_pre?}

  defp to_matchable(string, allow_pre?) do
    case Version.Parser.parse_version(string) do
      {:ok, {major, minor, patch, pre, _build}} -> {major, minor, patch, pre, allow_pre?}
      :error -> raise Version.InvalidVersionError, string
    end
  end
end

defimpl String.Chars, for: Version do
  def to_string(version), do: Version.to_string(version)
end
