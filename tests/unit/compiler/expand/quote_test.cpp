// tests/unit/compiler/expand/quote_test.cpp: quoted forms as values.
// Here: shapes, unquote in its places, nested quotes, options; definitions with unquoted names.
// Not here: what the forms do when a macro gives them (dispatch_test.cpp).
// Threads: a stepped VM.
// Holds: values are those of the reference; without a Kernel operators carry no import.
#include <catch2/catch.hpp>

#include "tests/unit/compiler/support/expansion.h"

using vial::test::Expansion;

TEST_CASE("quote: nodes are triples, pairs and constants stand for themselves", "[expand]") {
    Expansion e;
    CHECK(e.run("quote do: {a, 1, :c}") == "{{},[],[{a,[],Elixir},1,c]}");
    CHECK(e.run("quote do: {a, 1}") == "{{a,[],Elixir},1}");
    CHECK(e.run("quote do: [a: 1, b: x]") == "[{a,1},{b,{x,[],Elixir}}]");
    CHECK(e.run("quote do: f(x)") == "{f,[],[{x,[],Elixir}]}");
    CHECK(e.run("quote do\n 1\n 2\nend") == "{__block__,[],[1,2]}");
    CHECK(e.run("quote do\nend") == "{__block__,[],[]}");
    CHECK(e.run("quote do: fn x -> x end") == "{fn,[],[{->,[],[[{x,[],Elixir}],{x,[],Elixir}]}]}");
    CHECK(e.run("quote do: a.b") == "{{.,[],[{a,[],Elixir},b]},[{no_parens,true}],[]}");
    CHECK(e.run("quote do: a.b()") == "{{.,[],[{a,[],Elixir},b]},[],[]}");
}

TEST_CASE("quote: an alias remembers what it is where it is quoted", "[expand]") {
    Expansion e;
    CHECK(e.run("quote do: Foo.Bar") == "{__aliases__,[{alias,false}],[Foo,Bar]}");
    CHECK(e.run("alias Foo.Bar\nquote do: Bar") == "{__aliases__,[{alias,Elixir.Foo.Bar}],[Bar]}");
    REQUIRE(e.run("defmodule Q do\n  alias Foo.Bar\n  defmacro bar, do: quote(do: Bar)\nend").starts_with("{module"));
    CHECK(e.core("alias Other.Bar\nrequire Q\n{Q.bar(), Bar}") == "{Elixir.Foo.Bar,Elixir.Other.Bar}");
}

TEST_CASE("quote: unquote puts a value in each place a name or an argument can have", "[expand]") {
    Expansion e;
    CHECK(e.run("x = 5\nquote do: f(unquote(x), x)") == "{f,[],[5,{x,[],Elixir}]}");
    CHECK(e.run("n = :foo\nquote do: unquote(n)(1)") == "{foo,[],[1]}");
    CHECK(e.run("n = :foo\nquote do: a.unquote(n)(1)") == "{{.,[],[{a,[],Elixir},foo]},[],[1]}");
    CHECK(e.run("n = {:v, [], nil}\nquote do: %{unquote(n) | k: unquote(n)}") == "{%{},[],[{|,[],[{v,[],nil},[{k,{v,[],nil}}]]}]}");
}

TEST_CASE("quote: unquote_splicing puts in the elements of a list", "[expand]") {
    Expansion e;
    CHECK(e.run("quote do: f(0, unquote_splicing([1, 2]), 3)") == "{f,[],[0,1,2,3]}");
    CHECK(e.run("quote do: f(unquote_splicing([]))") == "{f,[],[]}");
    CHECK(e.run("quote do: [1, unquote_splicing([2, 3]) | 4]") == "[1,2,{|,[],[3,4]}]");
    CHECK(e.run("quote do: (unquote_splicing([1, 2]))") == "{__block__,[],[1,2]}");
    CHECK(e.run("quote do: {unquote_splicing([1, 2])}") == "{{},[],[1,2]}");
    CHECK(e.run("quote do: unquote_splicing([1])").find("unquote_splicing only works inside arguments and block contexts") != std::string::npos);
}

TEST_CASE("quote: an inner quote keeps its unquotes", "[expand]") {
    Expansion e;
    CHECK(e.run("x = 1\n_ = x\nquote do: quote(do: unquote(x))") == "{quote,[{context,Elixir}],[[{do,{unquote,[],[{x,[],Elixir}]}}]]}");
    CHECK(e.run("quote unquote: false, do: unquote(x)") == "{unquote,[],[{x,[],Elixir}]}");
}

TEST_CASE("quote: options", "[expand]") {
    Expansion e;
    CHECK(e.run("quote line: 7, do: f(x)") == "{f,[{line,7}],[{x,[{line,7}],Elixir}]}");
    CHECK(e.run("quote context: Foo, do: x") == "{x,[],Elixir.Foo}");
    CHECK(e.run("quote generated: true, do: f(x)") == "{f,[{generated,true}],[{x,[{generated,true}],Elixir}]}");
    // What is bound is evaluated once, and unquote waits for the code that is made.
    CHECK(e.run("quote bind_quoted: [y: 1] do\n  unquote(y)\nend") == "{__block__,[],[{=,[],[{y,[{line,1}],Elixir},1]},{unquote,[],[{y,[],Elixir}]}]}");
    CHECK(e.run("quote(foo: 1, do: x)").find("unsupported option :foo given to quote") != std::string::npos);
}

TEST_CASE("quote: definitions take unquoted names and values of the module's body", "[expand]") {
    Expansion e;
    CHECK(e.run("defmodule Q do\n  n = :dyn\n  def unquote(n)(x), do: {unquote(n), x}\n  v = 3\n  def const, do: unquote(v)\nend\n{Q.dyn(1), Q.const()}") == "{{dyn,1},3}");
    // Without unquote the body's variables are not seen.
    const auto errors = e.errors("defmodule R do\n  v = 3\n  _ = v\n  def const, do: v\nend\n");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].starts_with("test.exs:4:18: error: undefined variable \"v\""));
}
