# A module that a function defines is known to the calls after it: no warning.
defmodule Definer do
  def run do
    defmodule Made do
      def x, do: 1
    end

    Made.x()
  end
end

IO.inspect(Definer.run())  # expect: 1
