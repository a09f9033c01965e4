// tests/unit/compiler/expand/scope_test.cpp: which variable a name is.
// Here: core of forms that bind, each variable with its number: rebinding, clauses, pins, patterns.
// Not here: variables of macros (dispatch_test.cpp).
// Threads: a stepped VM.
// Holds: numbers are given in the order in which names are met.
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/expansion.h"

using vial::test::Expansion;

TEST_CASE("scope: a name bound again is another variable, its right side reads the first", "[expand]") {
    Expansion e;
    CHECK(e.core("x = 1; x = x + 1; x") == "(x0 = 1; x1 = erlang.+(x0, 1); x1)");
    CHECK(e.core("{x, y} = {y, x} = {1, 2}; {x, y}") == "({x2, y3} = {y0, x1} = {1,2}; {x2, y3})");
}

TEST_CASE("scope: arguments of one call do not see what the others bind, what follows does", "[expand]") {
    Expansion e;
    CHECK(e.core("x = 1\n{x = 2, x}\nx") == "(x0 = 1; {x1 = 2, x0}; x1)");
    CHECK(e.core("x = 1\nf = [x, x = x + 1, [x]]\n{f, x}") == "(x0 = 1; f2 = [x0 | [x1 = erlang.+(x0, 1) | [[x0 | []] | []]]]; {f2, x1})");
    CHECK(e.core("[y = 1, y]") == "line 1: undefined function y/0 (there is no such import)");
}

TEST_CASE("scope: what a clause of case, cond, receive or fn binds ends with it", "[expand]") {
    Expansion e;
    CHECK(e.core("x = 1\ncase 5 do\n  y -> x = y; x\nend\nx") == "(x0 = 1; case 5 {y1 -> (x2 = y1; x2)}; x0)");
    CHECK(e.core("x = 1\nreceive do\n  x -> x\nafter\n  x -> x\nend\nx") == "(x0 = 1; receive {x1 -> x1} after x0 -> x0; x0)");
    CHECK(e.core("x = 1\nf = fn\n  x when x > 1 -> x\n  y -> {x, y}\nend\n{f, x}") ==
          "(x0 = 1; f3 = fn {x1 when erlang.>(x1, 1) -> x1; y2 -> {x0, y2}}; {f3, x0})");
    // The condition's variable is the body's, and no other arm's.
    CHECK(e.core("x = 0\ncond do\n  x = 1 -> x\n  true -> x\nend\nx") ==
          "(x0 = 0; case x1 = 1 {_2 when erlang.=:=(_2, false) | erlang.=:=(_2, nil) -> x0; _ -> x1}; x0)");
    CHECK(e.core("fn -> x = 1; x end\nx") == "line 2: undefined function x/0 (there is no such import)");
}

TEST_CASE("scope: a subject binds for the clauses and for what follows", "[expand]") {
    Expansion e;
    CHECK(e.core("case x = 1 do\n  1 -> x\nend\nx") == "(case x0 = 1 {1 -> x0}; x0)");
}

TEST_CASE("scope: generators and filters of for see those before them, nothing is left after", "[expand]") {
    Expansion e;
    CHECK(e.core("y = 0\nfor x <- [1, 2], y = x, y > 1, do: {x, y}\ny") ==
          "(y0 = 0; lists.reverse(loop 0(_8, _9) {[x1 | _3], _4 -> loop 0!(_3, case y2 = x1 {_6 when erlang.=:=(_6, false) | erlang.=:=(_6, nil) -> _4; "
          "_ -> case erlang.>(y2, 1) {_5 when erlang.=:=(_5, false) | erlang.=:=(_5, nil) -> _4; _ -> [{x1, y2} | _4]}}); [], _7 -> _7} in "
          "loop 0!([1,2], [])); y0)");
    CHECK(e.run("x = [[1, 2], [3]]\ny = for x <- x, y <- x, x = {x, y}, do: x\n{x, y}") == "{[[1,2],[3]],[{[1,2],1},{[1,2],2},{[3],3}]}");
    CHECK(e.core("for x <- [1], do: x\nx") == "line 2: undefined function x/0 (there is no such import)");
}

TEST_CASE("scope: the else of with sees nothing that its clauses bound", "[expand]") {
    Expansion e;
    CHECK(e.core("x = 0\nwith {:ok, x} <- :a, y = x do\n  {x, y}\nelse\n  _ -> x\nend") ==
          "(x0 = 0; loop 0(_4) {_ -> x0; _ -> case _4 {}} in case a {{ok, x1} -> (y2 = x1; {x1, y2}); _3 -> loop 0!(_3)})");
    CHECK(e.core("with {:ok, x} <- {:ok, 1}, do: x\nx") == "line 2: undefined function x/0 (there is no such import)");
}

TEST_CASE("scope: each part of try has its own variables", "[expand]") {
    Expansion e;
    CHECK(e.core("x = 1\ntry do\n  x = 2\n  x\ncatch\n  :throw, x -> x\n  _, _ -> x\nelse\n  x -> x\nafter\n  x\nend") ==
          "(x0 = 1; try (x1 = 2; x1) rescue {throw, x2, _ -> x2; _, _, _ -> x0} else {x3 -> x3} after x0)");
}

TEST_CASE("scope: a pin reads the variable from before the pattern", "[expand]") {
    Expansion e;
    CHECK(e.core("x = 1\n{x, ^x} = {2, 1}\nx") == "(x0 = 1; {x1, ^x0} = {2,1}; x1)");
    CHECK(e.core("x = 1\nfn x, ^x -> x end") == "(x0 = 1; fn {x1, ^x0 -> x1})");
    CHECK(e.core("k = :a\n%{^k => v} = %{k => 1}\nv") == "(k0 = a; %{k0 => v1} = %{k0 => 1}; v1)");
    CHECK(e.core("\n{y, ^y} = {1, 1}") == "line 2: undefined variable ^y. No variable \"y\" has been defined before the current pattern");
    CHECK(e.core("^x").starts_with("line 1: "));
}

TEST_CASE("scope: one name in all patterns of a clause is one variable, read by its guards", "[expand]") {
    Expansion e;
    CHECK(e.core("fn x, [x | y] when y > x when x -> {x, y} end") == "fn {x0, [x0 | y1] when erlang.>(y1, x0) | x0 -> {x0, y1}}");
    CHECK(e.core("x = 1\nfn x -> x end\nfn _ -> x end") == "(x0 = 1; fn {x1 -> x1}; fn {_ -> x0})");
}

TEST_CASE("scope: segments of a pattern read those before them, else what is outside", "[expand]") {
    Expansion e;
    CHECK(e.core("n = 2\n<<m, s::binary-size(m), t::size(n)>> = \"abc\"\n{s, t}") ==
          "(n0 = 2; <<m1::integer(8), s2::bits(m1)*8, t3::integer(n0)>> = <<\"abc\">>; {s2, t3})");
}
