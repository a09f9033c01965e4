# @behaviour, @callback and @impl.
defmodule Shape do
  @callback area(term) :: number
  @callback name :: binary
  @callback colour :: atom
  @macrocallback sides(term) :: term
  @optional_callbacks colour: 0
end

defmodule Square do
  @behaviour Shape
  @impl true
  def area(x), do: x
  def name, do: "square"
  @impl true
  def corners, do: 4
  @impl Enumerable
  def colour, do: :red
  @impl true
  defp inside, do: 1
  def uses, do: inside()
end

defmodule Round do
  @behaviour Shape
  @behaviour Missing
  @behaviour List
  @impl Shape
  def area(x), do: x
  @impl false
  def name, do: "round"
end

defmodule Alone do
  @impl true
  def f, do: 1
end

defmodule Paint do
  @callback colour :: atom
  @callback name :: binary
end

defmodule Both do
  @behaviour Shape
  @behaviour Paint
  def area(x), do: x
  def name, do: "both"
  def colour, do: :blue
  defmacro sides(_), do: 4
end

# A callback of an exception needs no @impl: those of defexception are not written beside it.
defmodule Spilt do
  defexception [:what]
  def message(error), do: "#{error.what} is spilt"
end
