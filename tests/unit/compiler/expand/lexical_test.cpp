// tests/unit/compiler/expand/lexical_test.cpp: alias, import and require.
// Here: what names resolve to, where it ends, what is refused.
// Not here: macros (dispatch_test.cpp).
// Threads: a stepped VM.
// Holds: -
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/expansion.h"

using vial::test::Expansion;

TEST_CASE("alias: the first part of a name is replaced, once", "[expand]") {
    Expansion e;
    CHECK(e.core("alias Foo.Bar\n{Bar, Bar.Baz, Elixir.Bar, Foo, Foo.Bar.Bar}") ==
          "{Elixir.Foo.Bar,Elixir.Foo.Bar.Baz,Elixir.Bar,Elixir.Foo,Elixir.Foo.Bar.Bar}");
    CHECK(e.core("alias Foo.Bar, as: B\nalias B.C\n{B, C, Bar}") == "{Elixir.Foo.Bar,Elixir.Foo.Bar.C,Elixir.Bar}");
    CHECK(e.core("alias Foo.{A, B.C}\n{A, C, B}") == "{Elixir.Foo.A,Elixir.Foo.B.C,Elixir.B}");
    CHECK(e.core("alias Foo.Bar\nalias Other.Bar\nBar") == "Elixir.Other.Bar");
    CHECK(e.core("alias :lists, as: L\nL.map(1)") == "lists.map(1)");
    CHECK(e.core("\nalias Foo.Bar, as: B.C") == "line 2: invalid value for option :as, expected a simple alias, got nested alias: B.C");
}

TEST_CASE("alias: one that is set in a clause ends with it", "[expand]") {
    Expansion e;
    CHECK(e.core("case 1 do\n  _ -> alias Foo.Bar; Bar\nend\nBar") == "(case 1 {_ -> Elixir.Foo.Bar}; Elixir.Bar)");
    CHECK(e.core("fn -> (alias Foo.Bar; Bar) end\nBar") == "(fn {-> Elixir.Foo.Bar}; Elixir.Bar)");
    CHECK(e.core("with _ <- (alias Foo.Bar; Bar), do: Bar\nBar") == "(case Elixir.Foo.Bar {_ -> Elixir.Foo.Bar; _0 -> _0}; Elixir.Bar)");
}

TEST_CASE("alias: a module inside a module has a short name there and nowhere else", "[expand]") {
    Expansion e;
    CHECK(e.run("defmodule Out do\n  defmodule In do\n    def f, do: {__MODULE__, In, Out}\n  end\n  def g, do: {In, In.f()}\nend\n{Out.g(), In}") ==
          "{{Elixir.Out.In,{Elixir.Out.In,Elixir.Out.In,Elixir.Out}},Elixir.In}");
    CHECK(e.run("defmodule Up do\n  defmodule One.Two do\n  end\n  def g, do: {One, One.Two}\nend\nUp.g()") == "{Elixir.Up.One,Elixir.Up.One.Two}");
}

TEST_CASE("import: functions and macros by name and arity, to the end of the scope", "[expand]") {
    Expansion e;
    REQUIRE(e.run("defmodule I do\n  def f(x), do: x\n  def f(x, y), do: {x, y}\n  defmacro m(x), do: {:m, x}\nend").starts_with("{module"));
    CHECK(e.core("import I\n{f(1), f(1, 2), m(3)}") == "{Elixir.I.f(1), Elixir.I.f(1, 2), {m,3}}");
    CHECK(e.core("import I, only: [f: 1]\n{f(1), f(1, 2)}") == "line 2: undefined function f/2 (there is no such import)");
    CHECK(e.core("import I, except: [f: 1]\n{f(1, 2), m(0), f(1)}") == "line 2: undefined function f/1 (there is no such import)");
    CHECK(e.core("import I, only: :functions\nm(3)") == "line 2: undefined function m/1 (there is no such import)");
    CHECK(e.core("import I, only: :macros\nf(3)") == "line 2: undefined function f/1 (there is no such import)");
    CHECK(e.core("fn -> (import I; f(1)) end\nf(2)") == "line 2: undefined function f/1 (there is no such import)");
    CHECK(e.core("\nimport I, only: [nope: 3]") == "line 2: cannot import I.nope/3 because it is undefined or private");
    CHECK(e.core("import Nowhere") == "line 1: module Nowhere is not loaded and could not be found");
}

TEST_CASE("import: two of a name are an error where it is called, not where they are imported", "[expand]") {
    Expansion e;
    REQUIRE(e.run("defmodule I1 do\n  def f(x), do: x\n  def only_here, do: 1\nend\ndefmodule I2 do\n  def f(x), do: x\nend").starts_with("{module"));
    CHECK(e.core("import I1\nimport I2\nonly_here()") == "Elixir.I1.only_here()");
    CHECK(e.core("import I1\nimport I2\nf(1)").find("imported from both") != std::string::npos);
    // Imported again, the last list counts.
    CHECK(e.core("import I1\nimport I1, only: [only_here: 0]\nimport I2\nf(1)") == "Elixir.I2.f(1)");
}

TEST_CASE("import: a function of the module itself and an import of its name are in each other's way", "[expand]") {
    Expansion e;
    REQUIRE(e.run("defmodule J do\n  def f(x), do: {:j, x}\nend").starts_with("{module"));
    const std::string clash = e.run("defmodule K do\n  import J\n  def f(x), do: x\n  def g, do: f(1)\nend");
    CHECK(clash.find("imported J.f/1 conflicts with local function") != std::string::npos);
    CHECK(e.run("defmodule L do\n  import J\n  def f(x, y), do: {x, y}\n  def g, do: {f(1), f(1, 2)}\nend\nL.g()") == "{{j,1},{1,2}}");
}
