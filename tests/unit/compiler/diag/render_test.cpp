// tests/unit/compiler/diag/render_test.cpp: diagnostics as text, and names that are alike.
// Here: render() in its two forms, similar_names().
// Not here: what is reported (tests/diagnostics).
// Threads: the test's.
// Holds: -
#include "compiler/diag/render.h"

#include <catch2/catch.hpp>

#include "compiler/diag/suggest.h"

using namespace vial::diag;

TEST_CASE("render: first line for editors, caret under the column, tabs kept", "[diag]") {
    Diagnostic d;
    d.kind = Kind::UndefinedVariable;
    d.message = "undefined variable \"x\"";
    d.place = {"a.exs", 12, 3, 1};
    d.notes = {"in A.f/1"};
    d.hint = "did you mean \"y\"?";
    RenderOptions how;
    how.source_line = [](const std::string&, std::uint32_t) { return std::string_view("\té + x"); };
    CHECK(render(d, how) ==
          "a.exs:12:3: error: undefined variable \"x\" [undefined-variable]\n12 │ \té + x\n   │ \t ^\n    = in A.f/1\n    = hint: did you mean \"y\"?\n");
    how.terminal = true;
    CHECK(render(d, how).starts_with("error[undefined-variable]: undefined variable \"x\"\n    ┌─ a.exs:12:3\n"));
    how.colour = true;
    CHECK(render(d, how).find("\033[1;31m") != std::string::npos);
}

TEST_CASE("render: no place, no source", "[diag]") {
    Diagnostic d;
    d.kind = Kind::CompileWarning;
    d.message = "what\nmore";
    CHECK(render(d, RenderOptions{}) == "nofile: warning: what [warning]\nmore\n");
}

TEST_CASE("suggest: as the reference measures", "[diag]") {
    CHECK(jaro("same", "same") == 1.0);
    CHECK(jaro("abc", "xyz") == 0.0);
    CHECK(jaro("martha", "marhta") == Approx(0.9444).margin(0.0001));
    CHECK(jaro("dwayne", "duane") == Approx(0.8222).margin(0.0001));
    CHECK(similar_names("mapp", {"map", "reduce", "mapp", "flat_map"}, 1) == std::vector<std::string>{"map"});
    CHECK(similar_names("zzz", {"map"}, 3).empty());
}
