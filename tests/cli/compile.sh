# Compiling ahead: scripts that carry their modules, batches of files in any order.
# Sourced by check.

cat >modules.exs <<'E'
defmodule Shop.Tax do
  @moduledoc "Adds tax."
  defmacro percent(n), do: quote(do: unquote(n) / 100)
end
defmodule Shop do
  require Shop.Tax
  defmodule Item, do: defstruct(price: 0)
  def total(%Item{price: price}), do: price * (1 + Shop.Tax.percent(20))
end
defprotocol Shop.Show, do: def(show(x))
defimpl Shop.Show, for: Integer, do: def(show(x), do: "#{x} euros")
IO.puts(Shop.total(struct(Shop.Item, price: 10)))
IO.puts(Shop.Show.show(3))
IO.puts(inspect(System.argv()))
E
"$vial" compile modules.exs -o out
same 'a script carries its modules' $'12.0\n3 euros\n["a", "-b"]' "$("$vial" run out/modules.vbc a -b)"
same 'they are bytecode in it' 6 "$(LC_ALL=C grep -aoP '\x89VBC' out/modules.vbc | wc -l)"

same 'disasm shows all of them' 6 "$("$vial" disasm out/modules.vbc | grep -c '^module ')"

cat >late.exs <<'E'
limit = String.to_integer(hd(System.argv()))
defmodule Limit do
  def get, do: unquote(limit)
end
if limit > 3 do
  defmodule Large, do: def(large?, do: true)
end
Application.put_env(:app, :mode, :run)
defmodule Mode do
  @mode Application.get_env(:app, :mode)
  def mode, do: @mode
end
defmodule Loud do
  IO.puts("being defined")
end
IO.inspect({Limit.get(), Code.ensure_loaded?(Large), Mode.mode()})
E
"$vial" compile late.exs -o out
same 'a module of run-time values is made when the script runs' $'being defined\n{7, true, :run}' "$("$vial" out/late.vbc 7)"
same 'and again with others' $'being defined\n{2, false, :run}' "$("$vial" out/late.vbc 2)"

mkdir -p batch
cat >batch/a.ex <<'E'
defmodule Batch.A do
  require Batch.Z
  @behaviour Batch.W
  @computed Batch.X.compute()
  def main, do: IO.inspect({@computed, Batch.Z.more(1), %Batch.V{a: 3}, w(), Batch.Size.size(%Batch.V{a: 5})})
  def w, do: :w
end
E
cat >batch/x.ex <<'E'
defmodule Batch.X, do: def(compute, do: Batch.Deep.f() + 1)
defimpl Batch.Size, for: Batch.V, do: def(size(v), do: v.a)
E
cat >batch/z.ex <<'E'
defmodule Batch.Z, do: defmacro(more(x), do: quote(do: unquote(x) + 100))
defmodule Batch.Deep, do: def(f, do: 41)
E
cat >batch/w.ex <<'E'
defmodule Batch.V, do: defstruct([:a])
defprotocol Batch.Size, do: def(size(x))
defmodule Batch.W, do: @callback(w() :: atom)
E
"$vial" compile batch -o ebin
same 'files of a batch wait for each other' '{42, 101, %Batch.V{a: 3}, :w, 5}' "$("$vial" --path ebin -e 'Batch.A.main()')"
same 'one .vbc a module' 8 "$(ls ebin | wc -l)"
same 'VIAL_PATH is a folder of .vbc too' '{42, 101, %Batch.V{a: 3}, :w, 5}' "$(VIAL_PATH=ebin "$vial" -e 'Batch.A.main()')"

mkdir -p ring broken
echo 'defmodule R1, do: @x(R2.f())' >ring/r1.ex
echo 'defmodule R2, do: @x(R1.f())' >ring/r2.ex
out=$(timeout 20 "$vial" compile ring -o out 2>&1); code=$?
same 'files that wait for each other in a ring' 1 "$code"
holds 'say so' 'deadlocked waiting on module R' "$out"
echo 'defmodule B1, do: import(Nowhere)' >broken/b1.ex
echo 'defmodule B2, do: (def f, do: x(' >broken/b2.ex
out=$(timeout 20 "$vial" compile broken -o nothing 2>&1); code=$?
same 'a file that does not compile' 1 "$code"
holds 'is named' 'broken/b2.ex' "$out"
same 'and nothing is written' '' "$(ls nothing)"
