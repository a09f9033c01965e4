# Documentation of callbacks and of public types is kept with a module.
[{module, bytes}] =
  Code.compile_string("""
  defmodule Documented do
    @moduledoc false
    @typedoc "A pair."
    @typedoc since: "1.2"
    @type t(a) :: {a, integer}
    @opaque hidden :: integer | nil
    @typep own :: hidden
    @typedoc false
    @type quiet :: own
    @doc "Stands twice."
    @callback foo(a :: own) :: integer
    @callback foo(b :: hidden) :: integer
    @doc since: "1.0"
    @macrocallback bar(a :: own) :: Macro.t
    @doc false
    @callback baz() :: 1
  end
  """)

path = Path.join(System.tmp_dir!(), "#{module}.#{System.unique_integer([:positive])}.beam")
File.write!(path, bytes)
{:docs_v1, _, _, _, :hidden, _, docs} = Code.fetch_docs(path)
File.rm!(path)
docs |> Enum.sort() |> Enum.each(&IO.inspect/1)
# expect: {{:callback, :baz, 0}, 15, [], :hidden, %{}}
# expect: {{:callback, :foo, 1}, 10, [], %{"en" => "Stands twice."}, %{}}
# expect: {{:macrocallback, :bar, 1}, 14, [], :none, %{since: "1.0"}}
# expect: {{:type, :hidden, 0}, 6, [], :none, %{opaque: true}}
# expect: {{:type, :quiet, 0}, 8, [], :hidden, %{}}
# expect: {{:type, :t, 1}, 3, [], %{"en" => "A pair."}, %{since: "1.2"}}
