# stdlib/elixir/inspect.ex: the protocol that shows terms to people.
# Here: the protocol, its deriving rules in the documentation.
# Not here: the implementations (inspect/*.ex), layout (inspect/algebra.ex).
defprotocol Inspect do
  @moduledoc """
  Turns any term into a document that `Inspect.Algebra` lays out.

  `Kernel.inspect/2` and `IO.inspect/2` stand on it. A struct without an implementation
  is shown as `%Name{field: value}`. `@derive {Inspect, options}` before `defstruct`
  chooses fields:

    * `:only` - shows these fields alone, as `#Name<field: value, ...>`
    * `:except` - hides these fields
    * `:optional` - hides these fields while they have their default value

  An implementation returns a document or a string:

      defimpl Inspect, for: Point do
        def inspect(point, _opts), do: "#Point<" <> point.name <> ">"
      end
  """

  @fallback_to_any true

  @doc """
  Converts `term` into an algebra document.

  ## Examples

      iex> Inspect.inspect(:atom, %Inspect.Opts{})
      ":atom"
  """
  @spec inspect(t, Inspect.Opts.t()) :: Inspect.Algebra.t()
  def inspect(term, opts)
end
