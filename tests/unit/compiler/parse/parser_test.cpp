// tests/unit/compiler/parse/parser_test.cpp: the parser over texts that are wrong.
// Here: recovery after syntax errors; thousands of mutated programs.
// Not here: the quoted form of right texts (tests/elixir/quoted, tests/conformance/syntax).
// Threads: the test's.
// Holds: seeds are fixed; a failing text is printed.
#include "compiler/parse/parser.h"

#include <catch2/catch.hpp>
#include <random>

#include "compiler/parse/recover.h"
#include "compiler/source/source.h"

using namespace vial;

namespace {

constexpr const char* kPrograms[] = {
    R"(defmodule A do
  @doc "text #{1 + 1} more"
  def f(x, y \\ 1) when x > 0 and y in [1, 2], do: x |> g() |> h(y)
  defp g(%{a: a} = m), do: %{m | a: a + 1, "b" => ~w(x y)a}
  def h(<<a::size(8)-unit(1), rest::binary>>, _), do: {a, rest}
end)",
    R"(case x do
  {:ok, [h | t]} when is_list(t) -> fn a, b -> a + b end
  _ -> &(&1 * 2)
end
try do raise "x" rescue e in [A, B] -> e after 1 end
for x <- 1..10//2, <<c <- "abc">>, x > c, into: %{}, do: {x, c})",
    R"(with {:ok, a} <- f(), b = a, do: b, else: (_ -> nil)
quote do unquote(a).unquote(b)(unquote_splicing(c)) end
a.b.c[d][:e] ; not a ; -1 ; !b ; ^c ; @d ; x..y ; ~r/a\/b#{c}/im ; ?a ; ?\n ; 0xFF ; 1.0e-3 ; 'abc' ; :"q w" ; [a: 1, "b c": 2]
if a, do: b, else: c
receive do x -> x after 10 -> y end
"""
  heredoc #{a}
  """
)"};

struct Mutator {
    std::mt19937 engine;
    unsigned below(std::size_t n) { return static_cast<unsigned>(engine() % n); }

    std::string operator()(std::string text) {
        static constexpr std::string_view kPieces[] = {"do", "end", "(", ")", "[", "]", "{", "}", "<<", ">>", "\"", "'", "->", "fn", "|", "\n", ";", ",",
                                                       "when", "#{", "~s(", "\"\"\"", "%", "&", "\\", "::", "..", "//", "@", ":", "é", "?", "0x", "1_", "not in", "\t"};
        for (unsigned n = 1 + below(4); n > 0; --n) {
            const unsigned at = below(text.size() + 1);
            switch (below(4)) {
                case 0: text.insert(at, kPieces[below(std::size(kPieces))]); break;
                case 1: text.erase(at, 1 + below(6)); break;
                case 2: text.insert(at, text.substr(below(text.size() + 1), below(20))); break;
                default: text = text.substr(0, at) + (below(8) == 0 ? "" : text.substr(at)); break;
            }
        }
        return text;
    }
};

}  // namespace

TEST_CASE("parser: mutated programs parse or are refused with a place", "[parse]") {
    AtomTable atoms;
    Mutator mutate{std::mt19937(20240)};
    unsigned parsed = 0;
    for (int round = 0; round < 6'000; ++round) {
        const std::string text = mutate(kPrograms[round % std::size(kPrograms)]);
        if (find_invalid_utf8(text)) continue;
        INFO(text);
        TermArena arena;
        const ParseResult r = parse(text, ParseOptions{.columns = true, .token_metadata = round % 2 == 0}, atoms, arena);
        if (r.ok) {
            ++parsed;
            continue;
        }
        const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')) + 1;
        REQUIRE_FALSE(r.error.message.empty());
        REQUIRE(r.error.line >= 1);
        REQUIRE(r.error.line <= lines + 1);
    }
    CHECK(parsed > 100);
}

TEST_CASE("recovery: ends, finds at least the first error, each line once", "[parse]") {
    AtomTable atoms;
    Mutator mutate{std::mt19937(7)};
    for (int round = 0; round < 1'500; ++round) {
        const std::string text = mutate(kPrograms[round % std::size(kPrograms)]);
        if (find_invalid_utf8(text)) continue;
        INFO(text);
        TermArena arena;
        const bool ok = parse(text, ParseOptions{}, atoms, arena).ok;
        const auto errors = syntax_errors(text, atoms);
        REQUIRE(errors.empty() == ok);
        for (std::size_t i = 1; i < errors.size(); ++i) REQUIRE(errors[i - 1].line < errors[i].line);
    }
}

TEST_CASE("recovery: a definition that is wrong does not hide the next one", "[parse]") {
    AtomTable atoms;
    const auto errors = syntax_errors("defmodule A do\n  def a do\n    1 +\n  end\n\n  def b, do: 1\n\n  def c do\n    [1, }\n  end\n\n  def d, do: * 1\nend\n", atoms);
    REQUIRE(errors.size() == 3);
    CHECK(errors[0].line == 4);
    CHECK(errors[1].line == 9);
    CHECK(errors[2].line == 12);
}
