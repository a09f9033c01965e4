// tests/unit/compiler/expand/check_test.cpp: all errors of a text in one run.
// Here: line, column, caret and hint of each; what one error must not hide or bring with it.
// Not here: every diagnostic there is (tests/diagnostics).
// Threads: a stepped VM.
// Holds: -
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/expansion.h"

using vial::test::Expansion;

namespace {
// file:line:column of each error, joined.
std::string places(const std::vector<std::string>& errors) {
    std::string out;
    for (const auto& e : errors) out += (out.empty() ? "" : " ") + e.substr(0, e.find(": "));
    return out;
}
}  // namespace

TEST_CASE("check: every function's error is told, with the word underlined", "[expand]") {
    Expansion e;
    const auto errors = e.errors(
        "defmodule A do\n  def f(x) do\n    y + x\n  end\n\n  def g, do: nope(1)\n\n  def h do\n    ^z = 1\n    __CALLER__\n  end\n\n  def ok, do: 1\nend\n");
    REQUIRE(errors.size() == 4);
    CHECK(errors[0] == "test.exs:3:5: error: undefined variable \"y\" [undefined-variable]\n3 │     y + x\n  │     ^\n");
    CHECK(errors[1].starts_with("test.exs:6:14: error: undefined function nope/1 "));
    CHECK(errors[1].ends_with("\n6 │   def g, do: nope(1)\n  │              ^^^^\n"));
    CHECK(errors[2].starts_with("test.exs:9:5: error: undefined variable ^z."));
    CHECK(errors[3].starts_with("test.exs:10:5: error: __CALLER__ is available only inside defmacro and defmacrop"));
    CHECK(errors[3].ends_with("    ^^^^^^^^^^\n"));
}

TEST_CASE("check: statements of the top level go on after one that failed", "[expand]") {
    Expansion e;
    CHECK(places(e.errors("x = 1\ncase x do\n  1, 2 -> 3\nend\nfn (a, 1) -> a; (b) -> b end\n{_, x}\nx\n")) == "test.exs:3:8 test.exs:5:1 test.exs:6:2");
    // What a statement that failed would have bound is not missed.
    CHECK(places(e.errors("y = _ + 1\n{y, z} = {y, _}\nz\nnope\n")) == "test.exs:1:5 test.exs:2:14 test.exs:4:1");
}

TEST_CASE("check: a module that failed is not missed where it is used", "[expand]") {
    Expansion e;
    CHECK(places(e.errors("defmodule B1 do\n  def f, do: nope\nend\n\ndefmodule B2 do\n  import B1\n  def g, do: oops\nend\n")) == "test.exs:2:14 test.exs:7:14");
}

TEST_CASE("check: errors of syntax come alone, in their order", "[expand]") {
    Expansion e;
    const auto errors = e.errors("defmodule A do\n  def a do\n    1 +\n  end\n\n  def c do\n    [1, }\n  end\n  def d, do: nope\nend\n");
    CHECK(places(errors) == "test.exs:4:3 test.exs:7:9");
    CHECK(errors[0].find("[syntax]") != std::string::npos);
}

TEST_CASE("check: a name that is nearly one that is there is hinted at", "[expand]") {
    Expansion e;
    const auto errors = e.errors("defmodule A do\n  def first(value), do: valeu\nend\n");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].ends_with("\n   = hint: did you mean \"value\"?\n"));
}

TEST_CASE("check: columns count characters, not bytes", "[expand]") {
    Expansion e;
    const auto errors = e.errors("é = \"ü\"; {é, ñandú, _}\n");
    REQUIRE(errors.size() == 2);
    CHECK(errors[0].starts_with("test.exs:1:14: error: undefined function ñandú/0"));
    CHECK(errors[0].ends_with("\n1 │ é = \"ü\"; {é, ñandú, _}\n  │              ^^^^^\n"));
    CHECK(errors[1].starts_with("test.exs:1:21: "));
}

TEST_CASE("check: a macro that fails is told at its call, and the rest goes on", "[expand]") {
    Expansion e;
    CHECK(places(e.errors("defmodule A do\n  defmacrop m(x), do: :erlang.error({:bad, x})\n  def g, do: m(1)\n  def h, do: nope\nend\n")) == "test.exs:3:14 test.exs:4:14");
}

TEST_CASE("check: clauses of one name that are of two kinds, and the first of them", "[expand]") {
    Expansion e;
    const auto errors = e.errors("defmodule A do\n  def f, do: 1\n  defp f, do: 3\nend\n");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].starts_with("test.exs:3:8: error: defp f/0 already defined as def in test.exs:2 [compile]\n"));
}
