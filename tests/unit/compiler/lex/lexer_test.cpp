// tests/unit/compiler/lex/lexer_test.cpp: tokens and their places.
// Here: kinds, places, interpolation, comments, lexical errors.
// Not here: the grammar (../parse/parser_test.cpp).
// Threads: the test's.
// Holds: -
#include "compiler/lex/lexer.h"

#include <catch2/catch.hpp>

using namespace vial;

namespace {

LexResult lexed(std::string_view text) { return lex(text, LexOptions{}); }

std::vector<Tok> kinds(const LexResult& r) {
    std::vector<Tok> out;
    for (const Token& t : r.tokens) out.push_back(t.kind);
    return out;
}

}  // namespace

TEST_CASE("lexer: places count lines and code points", "[lex]") {
    const LexResult r = lexed("é = 1\n  foo(x)");
    REQUIRE(r.ok);
    CHECK(r.tokens[0].line == 1);
    CHECK(r.tokens[0].column == 1);
    CHECK(r.tokens[1].column == 3);
    bool found = false;
    for (const Token& t : r.tokens) found = found || (t.text == "foo" && t.line == 2 && t.column == 3);
    CHECK(found);
}

TEST_CASE("lexer: every text ends in one End", "[lex]") {
    for (const char* text : {"", "\n\n", "# only a comment", "a", "\"s\"", "~r/x/i", "<<1::8>>", "fn -> 1 end"}) {
        const LexResult r = lexed(text);
        INFO(text);
        REQUIRE(r.ok);
        REQUIRE(!r.tokens.empty());
        CHECK(r.tokens.back().kind == Tok::End);
    }
}

TEST_CASE("lexer: interpolations have tokens of their own", "[lex]") {
    const LexResult r = lexed("\"a#{b}c\"");
    REQUIRE(r.ok);
    REQUIRE(r.strings.size() == 1);
    const auto all = kinds(r);
    CHECK(std::count(all.begin(), all.end(), Tok::End) == 2);
}

TEST_CASE("lexer: comments are kept with their places", "[lex]") {
    const LexResult r = lexed("a # one\n\n# two\nb");
    REQUIRE(r.ok);
    REQUIRE(r.comments.size() == 2);
    CHECK(r.comments[0].text == "# one");
    CHECK(r.comments[0].newlines_before == 0);
    CHECK(r.comments[1].line == 3);
    CHECK(r.comments[1].newlines_before == 2);
}

TEST_CASE("lexer: what cannot be a token is an error with its line", "[lex]") {
    struct Case {
        const char* text;
        std::uint32_t line;
    };
    for (const Case& c : {Case{"a\n\"open", 1}, Case{"09abc", 1}, Case{"1\n(]", 2}, Case{"\n\n'x", 1}, Case{"0b2", 1}}) {
        const LexResult r = lexed(c.text);
        INFO(c.text);
        CHECK_FALSE(r.ok);
        CHECK(r.error.line >= c.line);
        CHECK_FALSE(r.error.message.empty());
    }
}
