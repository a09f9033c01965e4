# stdlib/elixir/option_parser/parse_error.ex: raised when command-line arguments do not fit the options.
defmodule OptionParser.ParseError do
  @moduledoc """
  Raised when command-line arguments do not fit the options.
  """

  defexception [:message]
end
