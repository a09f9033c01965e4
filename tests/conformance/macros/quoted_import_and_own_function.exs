# A name that a macro's module imports goes on meaning that import where the macro is used, though the module there
# has a function of the name itself: no conflict, each is called by who means it.
defmodule Helpers do
  defmacro inner(e), do: quote(do: {:inner, unquote(e)})
  def fun(x), do: {:helped, x}
end

defmodule Macros do
  import Helpers
  defmacro outer(e), do: quote(do: {:outer, inner(unquote(e)), fun(1)})
end

defmodule OwnFunction do
  import Macros, only: [outer: 1]
  def fun(x), do: {:own, x}
  def quoted, do: outer(2)
  def direct, do: fun(3)
end

defmodule OwnMacro do
  import Macros, only: [outer: 1]
  defmacro inner(x), do: {:own, x}
  def quoted, do: outer(2)
  def direct, do: inner(3)
end

IO.inspect({OwnFunction.quoted(), OwnFunction.direct()})  # expect: {{:outer, {:inner, 2}, {:helped, 1}}, {:own, 3}}
IO.inspect({OwnMacro.quoted(), OwnMacro.direct()})  # expect: {{:outer, {:inner, 2}, {:helped, 1}}, {:own, 3}}
