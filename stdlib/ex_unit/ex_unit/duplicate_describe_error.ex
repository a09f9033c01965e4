defmodule ExUnit.DuplicateDescribeError do
  @moduledoc false
  defexception [:message]
end
