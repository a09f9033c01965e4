# What the compiler warns of; the place and the kind are shown differently, so only the texts are compared.
Application.ensure_all_started(:ex_unit)
Code.compiler_options(ignore_module_conflict: true)

warns = fn text ->
  said = ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.eval_string(text) end)

  texts =
    for line <- String.split(said, "\n"), line =~ "warning: " do
      line |> String.replace(~r/^.*?warning: /, "") |> String.replace(~r/ \[[a-z-]+\]$/, "")
    end

  IO.inspect(texts, width: 2000, printable_limit: :infinity)
end

warns.("%{tea: 1, tea: 2}") # expect: ["key :tea will be overridden in map"]
warns.("defmodule Shop do\n  defstruct [:tea, :tea]\nend") # expect: ["duplicate key :tea found in struct"]
warns.("defmodule Shop do\n  defstruct [:tea]\n  def f, do: %Shop{__struct__: Other, tea: 1}\nend") # expect: ["key :__struct__ is ignored when using structs"]
warns.("try do\n  1\nelse\n  _ -> 2\nend") # expect: ["\"else\" shouldn't be used as the only clause in \"try\", use \"case\" instead"]
warns.("try do\n  1\ncatch\n  _, _ -> 2\nrescue\n  _ -> 3\nend") # expect: ["\"catch\" should always come after \"rescue\" in try"]
warns.("defmodule Shop do\n  def pay(x), do: x\n  def pay(x)\nend") # expect: ["function head for def pay/1 must come at the top of its direct implementation. Instead of:"]
warns.("defmodule Shop do\n  def pay(x \\\\ 1), do: x\n  def pay(x), do: x\nend") # expect: ["def pay/1 has multiple clauses and also declares default values. In such cases, the default values should be defined in a header. Instead of:", "this clause for pay/1 cannot match because a previous clause at line 2 always matches"]
warns.("defmodule Shop do\n  def pay(x, 1), do: x\n  def pay, do: 1\n  def pay(x, 2), do: x\nend") # expect: ["clauses with the same name should be grouped together, \"def pay/2\" was previously defined (nofile:2)"]
warns.("defmodule Shop do\n  def pay, do: Till.open(1)\nend") # expect: ["Till.open/1 is undefined (module Till is not available or is yet to be defined)"]
warns.("defmodule Shop do\n  def pay, do: Shop.close()\nend") # expect: ["Shop.close/0 is undefined or private"]
warns.("defmodule Shop do\n  @compile {:no_warn_undefined, Till}\n  def pay, do: Till.open(1)\nend") # expect: []
warns.("defmodule Shop do\n  @compile {:no_warn_undefined, [{Till, :open, 1}]}\n  def pay, do: {Till.open(1), Till.open(2)}\nend") # expect: []
warns.("defmodule Shop do\n  def pay, do: nil.tea\nend") # expect: ["nil.tea/0 is undefined (module nil is not available or is yet to be defined)"]
warns.("defmodule Wares do\n  @callback list :: 1\nend\ndefmodule Shop do\n  @behaviour Wares\n  defmacro list, do: 1\nend") # expect: ["function list/0 required by behaviour Wares was implemented as \"defmacro\" but should have been \"def\" (in module Shop)"]
warns.("defmodule Wares do\n  @callback list :: 1\nend\ndefmodule Shop do\n  @behaviour Wares\n  @behaviour Wares\n  def list, do: 1\nend") # expect: ["the behavior Wares has been declared twice (conflict in function list/0 in module Shop)"]
warns.("defprotocol Priced do\n  def price(x)\nend\ndefimpl Priced, for: Atom do\nend") # expect: ["function price/1 required by protocol Priced is not implemented (in module Priced.Atom)"]
warns.("defmodule Shop do\n  @typedoc \"tea\"\nend") # expect: ["module attribute @typedoc was set but no type follows it"]
warns.("defmodule Shop do\n  Module.register_attribute(__MODULE__, :tea, [])\n  @tea 1\nend") # expect: ["module attribute @tea was set but never used"]
warns.("defmodule Shop do\n  @doc defaults: 1\n  def pay, do: 1\nend") # expect: ["ignoring reserved documentation metadata key: :defaults"]
warns.("defmodule Shop do\n  defstruct [:tea]\n  @derive Inspect\nend") # expect: ["warning: module attribute @derive was set after defstruct, all @derive calls must come before defstruct"]
warns.(":\"tea\"") # expect: ["found quoted atom \"tea\" but the quotes are not required. Atoms made exclusively of ASCII letters, numbers, underscores, beginning with a letter or underscore, and optionally ending with ! or ? do not require quotes"]
warns.(":\"Tea\"") # expect: []
warns.("[\"tea\": 1]") # expect: ["found quoted keyword \"tea\" but the quotes are not required. Note that keywords are always atoms, even when quoted. Similar to atoms, keywords made exclusively of ASCII letters, numbers, and underscores and not beginning with a number do not require quotes"]
warns.("Kernel.\"length\"([])") # expect: ["found quoted call \"length\" but the quotes are not required. Calls made exclusively of Unicode letters, numbers, and underscores and not beginning with a number do not require quotes"]
warns.("x! = 1; x!= 2") # expect: ["found identifier \"x!\", ending with \"!\", followed by =. It is unclear if you mean \"x !=\" or \"x! =\". Please add a space before or after ! to remove the ambiguity"]
warns.(":x?= :x?") # expect: ["found atom \":x?\", ending with \"?\", followed by =. It is unclear if you mean \":x ?=\" or \":x? =\". Please add a space before or after ? to remove the ambiguity"]
warns.(":::") # expect: ["atom ::: must be written between quotes, as in :\"::\", to avoid ambiguity"]
warns.("?\\q") # expect: ["unknown escape sequence ?\\q, use ?q instead"]
warns.("? ") # expect: ["found ? followed by code point 0x20 (space), please use ?\\s instead"]
warns.("?\\t") # expect: []
warns.("_ = \"\"\"\n  a\n b\n  \"\"\"") # expect: ["outdented heredoc line. The contents inside the heredoc should be indented at the same level as the closing \"\"\". The following is forbidden:"]
warns.("not 1 in [2]") # expect: ["\"not expr1 in expr2\" is deprecated, use \"expr1 not in expr2\" instead"]
warns.("[1] |> Enum.reduce 2, fn x, y -> x + y end") # expect: ["parentheses are required when piping into a function call. For example:"]
warns.("import Bitwise; 1 ^^^ 2") # expect: ["^^^ is deprecated. It is typically used as xor but it has the wrong precedence, use Bitwise.bxor/2 instead"]
warns.("defmodule Shop do\n  alias Wares.{Till, Tea}\n  alias Wares.Till\n  def all, do: {Till, Tea}\nend") # expect: []
warns.("defprotocol Shop.Empty do\nend") # expect: ["protocols must define at least one function, but none was defined"]
warns.("defmodule Shop.Old do\n  @deprecated \"import it\"\n  defmacro __using__(_), do: nil\nend\ndefmodule Shop do\n  use Shop.Old\nend") # expect: ["use Shop.Old is deprecated. import it"]
