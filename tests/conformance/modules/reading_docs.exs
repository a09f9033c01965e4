# Documentation reads as the text last given, in a module's body and in functions; Module.get_attribute has its line.
defmodule Teapot do
  @moduledoc "Pots."
  IO.inspect(@moduledoc)   # expect: "Pots."
  IO.inspect(Module.get_attribute(__MODULE__, :moduledoc))   # expect: {3, "Pots."}
  @doc "Pours."
  IO.inspect(@doc)   # expect: "Pours."
  def pour, do: {@doc, @moduledoc}
  IO.inspect(@doc)   # expect: nil
  @typedoc "A pot."
  IO.inspect(@typedoc)   # expect: "A pot."
  @type t :: atom
  @doc "Cools."
  @doc since: "1.0"
  IO.inspect(@doc)   # expect: "Cools."
  def cool, do: @doc
  @doc false
  def hidden, do: @doc
end

IO.inspect({Teapot.pour(), Teapot.cool(), Teapot.hidden()})   # expect: {{"Pours.", "Pots."}, "Cools.", false}
