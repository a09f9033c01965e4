# stdlib/elixir/inspect/opts.ex: the options every Inspect implementation receives.
# Here: the struct, its checked constructor, the replaceable default inspect function.
# Not here: what the options do (inspect/*.ex, inspect/algebra.ex).
defmodule Inspect.Opts do
  @moduledoc """
  The options handed to every `Inspect` implementation.

    * `:base` - `:decimal` (default), `:binary`, `:octal` or `:hex` for integers and
      for the bytes of binaries; another base than decimal shows binaries as bytes
    * `:binaries` - `:infer` (default) shows a printable binary as a string,
      `:as_strings` every binary, with invalid bytes escaped, `:as_binaries` none
    * `:charlists` - the same choice for lists: `:infer`, `:as_charlists`, `:as_lists`
    * `:custom_options` - a keyword list for implementations outside the library
    * `:inspect_fun` - the function that turns a term into an algebra document
    * `:limit` - how many entries of a collection are shown, or `:infinity`
    * `:pretty` - whether lines break at `:width`
    * `:printable_limit` - how many characters of a string or charlist are shown
    * `:safe` - whether a failing implementation is shown instead of raised
    * `:structs` - whether structs go through their own implementation
    * `:syntax_colors` - a keyword list from kind of term to an `IO.ANSI` sequence
    * `:width` - the line width for `:pretty`, or `:infinity`
  """

  defstruct base: :decimal,
            binaries: :infer,
            char_lists: :infer,
            charlists: :infer,
            custom_options: [],
            inspect_fun: &Inspect.inspect/2,
            limit: 50,
            pretty: false,
            printable_limit: 4096,
            safe: true,
            structs: true,
            syntax_colors: [],
            width: 80

  @type color_key :: atom
  @type t :: %__MODULE__{
          base: :decimal | :binary | :hex | :octal,
          binaries: :infer | :as_binaries | :as_strings,
          charlists: :infer | :as_lists | :as_charlists,
          custom_options: keyword,
          inspect_fun: (any, t -> Inspect.Algebra.t()),
          limit: non_neg_integer | :infinity,
          pretty: boolean,
          printable_limit: non_neg_integer | :infinity,
          safe: boolean,
          structs: boolean,
          syntax_colors: [{color_key, IO.ANSI.ansidata()}],
          width: non_neg_integer | :infinity
        }

  @default_key {__MODULE__, :default_inspect_fun}

  @doc """
  Builds the options from a keyword list.

  Raises `KeyError` for an unknown option.

  ## Examples

      iex> Inspect.Opts.new(limit: 10).limit
      10
      iex> Inspect.Opts.new([]).width
      80
  """
  @doc since: "1.13.0"
  @spec new(keyword) :: t
  def new(opts) do
    struct!(%__MODULE__{inspect_fun: default_inspect_fun()}, opts)
  end

  @doc """
  Returns the inspect function used when none is given.

  ## Examples

      iex> is_function(Inspect.Opts.default_inspect_fun(), 2)
      true
  """
  @doc since: "1.13.0"
  @spec default_inspect_fun() :: (term, t -> Inspect.Algebra.t())
  def default_inspect_fun do
    :persistent_term.get(@default_key, &Inspect.inspect/2)
  end

  @doc """
  Replaces the inspect function used when none is given, for the whole VM.

  `fun` takes a term and the options and returns a document. It is meant for debugging.

  ## Examples

      iex> Inspect.Opts.default_inspect_fun(Inspect.Opts.default_inspect_fun())
      :ok
  """
  @doc since: "1.13.0"
  @spec default_inspect_fun((term, t -> Inspect.Algebra.t())) :: :ok
  def default_inspect_fun(fun) when is_function(fun, 2) do
    :persistent_term.put(@default_key, fun)
  end
end
