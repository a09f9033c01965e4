// tests/unit/runtime/text/case_test.cpp: case, graphemes, validity and normal forms of texts.
// Here: what a script could also see, but with bytes that no source file may hold.
// Not here: the natives (tests/stdlib/elixir).
// Threads: one.
// Holds: nothing.
#include "runtime/text/case.h"

#include <catch2/catch.hpp>

#include "runtime/text/grapheme.h"
#include "runtime/text/normal_form.h"
#include "runtime/text/utf8.h"

using namespace vial;

TEST_CASE("case: special mappings and invalid bytes") {
    CHECK(upper_case("stra\xC3\x9F" "e", CaseMode::Default) == "STRASSE");
    CHECK(upper_case("a\xFF\xC3\xA9", CaseMode::Default) == "A\xFF\xC3\x89");
    CHECK(upper_case("a\xC3\xA9", CaseMode::Ascii) == "A\xC3\xA9");
    CHECK(lower_case("\xC4\xB0", CaseMode::Default) == "i\xCC\x87");
    CHECK(lower_case("\xCE\x91\xCE\xA3", CaseMode::Greek) == "\xCE\xB1\xCF\x82");
    CHECK(lower_case("\xCE\xA3\xCE\x91", CaseMode::Greek) == "\xCF\x83\xCE\xB1");
    CHECK(lower_case("I", CaseMode::Turkic) == "\xC4\xB1");
    CHECK(fold_case("\xC3\x9F") == "ss");
    std::size_t bytes = 0;
    CHECK(title_first("\xC7\x86x", CaseMode::Default, bytes) == "\xC7\x85");
    CHECK(bytes == 2);
}

TEST_CASE("graphemes: combining marks, flags, line ends, invalid bytes") {
    CHECK(grapheme_size("") == 0);
    CHECK(grapheme_size("ab") == 1);
    CHECK(grapheme_size("e\xCC\x81x") == 3);
    CHECK(grapheme_size("\r\nx") == 2);
    CHECK(grapheme_size("\n\r") == 1);
    CHECK(grapheme_size("\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA\xF0\x9F\x87\xAB") == 8);
    CHECK(grapheme_size("\xFF" "a") == 1);
    CHECK(grapheme_size("a\xFF") == 1);
}

TEST_CASE("utf8: where the valid part ends") {
    CHECK(valid_utf8_prefix("abcdefghij\xC3\xA9") == 12);
    CHECK(valid_utf8_prefix("ab\xED\xA0\x80") == 2);
    CHECK(valid_utf8_prefix("ab\xC0\x80") == 2);
    CHECK(valid_utf8_prefix("ab\xF4\x90\x80\x80") == 2);
    CHECK(incomplete_utf8("\xE2\x82"));
    CHECK_FALSE(incomplete_utf8("\xE2\x28"));
    CHECK_FALSE(incomplete_utf8("\xFF"));
    CHECK_FALSE(incomplete_utf8("\xED\xA0"));
}

TEST_CASE("normal forms") {
    CHECK(normal_form("e\xCC\x81", NormalForm::Nfc) == "\xC3\xA9");
    CHECK(normal_form("\xC3\xA9", NormalForm::Nfd) == "e\xCC\x81");
    CHECK(normal_form("\xEF\xAC\x81", NormalForm::Nfkc) == "fi");
    CHECK(normal_form("\xEF\xAC\x81", NormalForm::Nfc) == "\xEF\xAC\x81");
    CHECK(normal_form("plain", NormalForm::Nfkd) == "plain");
}
