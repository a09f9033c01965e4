# @file says where the next definition stands, for stack traces.
defmodule Generated do
  @file "made/up.ex"
  def one, do: raise("one") && :ok

  def two, do: raise("two") && :ok
end

place = fn fun ->
  try do
    fun.()
  rescue
    _ -> [{Generated, _, 0, at} | _] = __STACKTRACE__
    at[:file]
  end
end

IO.inspect(place.(&Generated.one/0))                        # expect: 'made/up.ex'
IO.inspect(place.(&Generated.two/0) == 'made/up.ex')        # expect: false
