# What stays of attributes, what there is of them in the body, and what deprecation and @impl take.
defmodule Kept do
  for name <- [:pairs, :none, :number], do: Module.register_attribute(__MODULE__, name, persist: true)
  Module.register_attribute(__MODULE__, :several, persist: true, accumulate: true)
  @pairs [a: 1, b: 2]
  @none []
  @number 5
  @several 1
  @several [2, 3]
  @deprecated "use other/1"
  def old(a, b \\ 1, c \\ 2), do: {a, b, c}
end

kept = Kept.__info__(:attributes)
IO.inspect(for name <- [:pairs, :none, :number, :several], do: Keyword.get_values(kept, name)) # expect: [[[a: 1, b: 2]], [[]], [[5]], [[1], [2, 3]]]
IO.inspect(Kept.__info__(:deprecated), width: 200) # expect: [{{:old, 1}, "use other/1"}, {{:old, 2}, "use other/1"}, {{:old, 3}, "use other/1"}]

defprotocol Sized do
  def size(a)
end

defimpl Sized, for: List do
  def size(a), do: length(a)
end

IO.inspect(Sized.__info__(:attributes)[:__protocol__]) # expect: [fallback_to_any: false]
IO.inspect(Sized.List.__info__(:attributes)[:__impl__]) # expect: [protocol: Sized, for: List]

defmodule There do
  @set nil
  Module.register_attribute(__MODULE__, :plain, [])
  Module.register_attribute(__MODULE__, :many, accumulate: true)
  Module.put_attribute(__MODULE__, :gone, 1)
  Module.delete_attribute(__MODULE__, :gone)
  def there, do: unquote(for name <- [:set, :plain, :many, :gone, :never], do: Module.has_attribute?(__MODULE__, name))
  _ = @set
end

IO.inspect(There.there()) # expect: [true, true, true, false, false]

told = fn code ->
  try do
    Code.eval_string(code)
  rescue
    e -> Exception.message(e)
  end
end

IO.puts(told.("defmodule Bad1 do\n @impl nil\n def f, do: 1\nend")) # expect: @impl is a built-in module attribute that marks the next definition as a callback implementation. It should be a module or a boolean, got: nil
IO.puts(told.("defmodule Bad2 do\n @impl \"x\"\n def f, do: 1\nend")) # expect: @impl is a built-in module attribute that marks the next definition as a callback implementation. It should be a module or a boolean, got: "x"
IO.puts(told.("defmodule Bad3 do\n @file :oops\n def f, do: 1\nend")) # expect: @file is a built-in module attribute that annotates the file and line the next definition comes from. It should be a string or {string, line} tuple as value, got: :oops
