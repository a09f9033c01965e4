// tests/unit/compiler/expand/dispatch_test.cpp: macros: hygiene, order, what their names mean.
// Here: macros of the test's own modules, run on the VM, and the core of what calls them.
// Not here: quoted forms by themselves (quote_test.cpp), aliases (lexical_test.cpp).
// Threads: a stepped VM.
// Holds: a variable that a macro made is shown with a '.
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/expansion.h"

using vial::test::Expansion;

namespace {

constexpr const char* kHelpers = R"(
defmodule Helpers do
  defmacro inner(e), do: quote(do: {:inner, unquote(e)})
  def fun(x), do: {:helped, x}
end
)";
constexpr const char* kMacros = R"(
defmodule M do
  import Helpers
  defmacro own, do: quote(do: x = 1)
  defmacro read, do: quote(do: x)
  defmacro leak(v), do: {:=, [], [{:x, [], nil}, v]}
  defmacro both(e) do
    quote do
      x = 1
      {x, unquote(e)}
    end
  end
  defmacro set(name, v), do: quote(do: unquote(name) = unquote(v))
  defmacro name_of({name, _, _}), do: name
  defmacro never(_), do: :erlang.error(:expanded)
  defmacro outer(e), do: quote(do: {:outer, inner(unquote(e)), fun(1)})
  defmacro own_function, do: quote(do: local(1))
  defmacro where, do: :erlang.map_get(:line, __CALLER__)
  defmacro pattern(p), do: quote(do: {:ok, unquote(p), y})
  def local(x), do: x
end
)";

struct WithMacros : Expansion {
    WithMacros() {
        REQUIRE(run(kHelpers).starts_with("{module,Elixir.Helpers,"));
        REQUIRE(run(kMacros).starts_with("{module,Elixir.M,"));
    }
};

}  // namespace

TEST_CASE("macro: its variables and the caller's are apart, and so are those of two expansions", "[expand]") {
    WithMacros e;
    CHECK(e.core("require M\nx = 5\nM.own()\nM.own()\nx") == "(x0 = 5; x1' = 1; x2' = 1; x0)");
    CHECK(e.core("require M\nM.own()\nx") == "line 3: undefined function x/0 (there is no such import)");
    CHECK(e.core("require M\nx = 5\nM.read()") == "line 3: undefined function x/0 (there is no such import)");
    CHECK(e.core("require M\nM.own()\nM.read()") == "line 3: undefined function x/0 (there is no such import)");
}

TEST_CASE("macro: what it is given keeps the caller's variables", "[expand]") {
    WithMacros e;
    CHECK(e.core("require M\nx = 5\nM.both(x)") == "(x0 = 5; (x1' = 1; {x1', x0}))");
    CHECK(e.core("require M\nx = 5\nM.both(M.both(x))") == "(x0 = 5; (x1' = 1; {x1', (x2' = 1; {x2', x0})}))");
    CHECK(e.core("import M\nset(y, 3)\ny") == "(y0 = 3; y0)");
}

TEST_CASE("macro: a variable without a context of its own is the caller's", "[expand]") {
    WithMacros e;
    CHECK(e.core("require M\nM.leak(7)\nx") == "(x0 = 7; x0)");
}

TEST_CASE("macro: in a pattern it binds as what it gives, with hygiene", "[expand]") {
    WithMacros e;
    CHECK(e.core("import M\ny = 1\ncase 2 do\n  pattern(x) -> {x, y}\nend") == "(y0 = 1; case 2 {{ok, x1, y2'} -> {x1, y0}})");
}

TEST_CASE("macro: the outer one comes first and gets the inner one unexpanded", "[expand]") {
    WithMacros e;
    CHECK(e.core("import M\nname_of(never(1))") == "never");
    CHECK(e.core("import M\nnever(name_of(a(1)))").starts_with("raised {expanded"));
}

TEST_CASE("macro: names in what it gives mean what they mean where it is written", "[expand]") {
    WithMacros e;
    // The caller imports neither inner nor fun, and a function of its own of that name changes nothing.
    CHECK(e.core("import M, only: [outer: 1]\nouter(2)") == "{outer, {inner,2}, Elixir.Helpers.fun(1)}");
    CHECK(e.run("defmodule User do\n  import M, only: [outer: 1]\n  def fun(_), do: :wrong\n  def f, do: outer(2)\nend\nUser.f()") == "{outer,{inner,2},{helped,1}}");
    // What nothing imports there is the caller's.
    CHECK(e.core("import M, only: [own_function: 0]\nown_function()") == "line 2: undefined function local/1 (there is no such import)");
    CHECK(e.run("defmodule User2 do\n  import M, only: [own_function: 0]\n  def local(x), do: {:mine, x}\n  def f, do: own_function()\nend\nUser2.f()") == "{mine,1}");
}

TEST_CASE("macro: it is told the line of its call, and errors in what it gives have that line", "[expand]") {
    WithMacros e;
    CHECK(e.core("import M\n\n{where(),\n where()}") == "{3,4}");
    CHECK(e.core("import M\n\n\nread()") == "line 4: undefined function x/0 (there is no such import)");
}

TEST_CASE("macro: a remote one is a call unless it is required", "[expand]") {
    WithMacros e;
    CHECK(e.core("M.own()") == "Elixir.M.own()");
    CHECK(e.core("require Helpers, as: N\nN.inner(1)") == "{inner,1}");
    // What is required in a clause is not required after it.
    CHECK(e.core("case 1 do\n  _ -> require Helpers; Helpers.inner(1)\nend\nHelpers.inner(2)") == "(case 1 {_ -> {inner,1}}; Elixir.Helpers.inner(2))");
}

TEST_CASE("macro: a module's own one is used in functions below it, and not above", "[expand]") {
    Expansion e;
    CHECK(e.run("defmodule A do\n  defmacrop two(x), do: {x, x}\n  def f(y), do: two(y)\nend\nA.f(3)") == "{3,3}");
    const std::string above = e.run("defmodule B do\n  def f(y), do: two(y)\n  defmacrop two(x), do: {x, x}\nend");
    CHECK(above.find("cannot invoke macro two/1 before its definition") != std::string::npos);
    CHECK(above.find("line=>2") != std::string::npos);
    // A macro made by a macro, with the name it is told.
    CHECK(e.run("defmodule H do\n  defmacro add(n) do\n    quote do\n      def unquote(n)(), do: unquote(n)\n    end\n  end\nend\n"
                "defmodule H2 do\n  require H\n  H.add(:a)\n  H.add(:b)\nend\n{H2.a(), H2.b()}") == "{a,b}");
}
