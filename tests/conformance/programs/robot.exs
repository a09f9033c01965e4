# A robot simulator that validates by guards.
defmodule Robot do
  @directions [:north, :east, :south, :west]
  @enforce_keys [:direction, :position]
  defstruct @enforce_keys

  defguardp is_position(x, y) when is_integer(x) and is_integer(y)

  def create(direction \\ :north, position \\ {0, 0})
  def create(d, _) when d not in @directions, do: {:error, "invalid direction"}
  def create(d, {x, y} = p) when is_position(x, y), do: %__MODULE__{direction: d, position: p}
  def create(_, _), do: {:error, "invalid position"}

  def simulate(robot, ""), do: robot
  def simulate(robot, "A" <> rest), do: robot |> advance() |> simulate(rest)
  def simulate(robot, <<turn::utf8, rest::binary>>) when turn in 'LR', do: robot |> turn(turn) |> simulate(rest)
  def simulate(_, _), do: {:error, "invalid instruction"}

  for {d, right} <- Enum.zip(@directions, tl(@directions) ++ [hd(@directions)]) do
    defp turn(%{direction: unquote(d)} = r, ?R), do: %{r | direction: unquote(right)}
    defp turn(%{direction: unquote(right)} = r, ?L), do: %{r | direction: unquote(d)}
  end

  defp advance(%{direction: d, position: {x, y}} = r) do
    %{r | position: case d do
      :north -> {x, y + 1}
      :east -> {x + 1, y}
      :south -> {x, y - 1}
      :west -> {x - 1, y}
    end}
  end
end

IO.inspect(Robot.create()) # expect: %Robot{direction: :north, position: {0, 0}}
IO.inspect(Robot.create(:south, {-1, 2})) # expect: %Robot{direction: :south, position: {-1, 2}}
IO.inspect(Robot.create(:up)) # expect: {:error, "invalid direction"}
IO.inspect(Robot.create(:north, {0, 0, 0})) # expect: {:error, "invalid position"}
IO.inspect(Robot.create(:north, {1.5, 0})) # expect: {:error, "invalid position"}
IO.inspect(Robot.create(:north, {7, 3}) |> Robot.simulate("RAALAL")) # expect: %Robot{direction: :west, position: {9, 4}}
IO.inspect(Robot.create(:east, {2, -7}) |> Robot.simulate("RRAAAAALA")) # expect: %Robot{direction: :south, position: {-3, -8}}
IO.inspect(Robot.create() |> Robot.simulate("LLX")) # expect: {:error, "invalid instruction"}
IO.inspect(Robot.create() |> Robot.simulate("LLLL") == Robot.create()) # expect: true
