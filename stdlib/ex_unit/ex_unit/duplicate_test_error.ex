defmodule ExUnit.DuplicateTestError do
  @moduledoc false
  defexception [:message]
end
