// tests/unit/vm/term/float_text_test.cpp: floats as text.
// Here: Erlang's forms, reading back, halves.
// Not here: natives' options.
// Threads: one.
// Holds: -
#include "vm/term/float_text.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "vm/term/binary.h"
#include "vm/term/term.h"

using namespace vial;

namespace {
std::string shortest(double d) {
    char text[kShortFloatChars];
    return {text, print_float_short(d, text)};
}
}  // namespace

TEST_CASE("the shortest form is Erlang's") {
    CHECK(shortest(1.0) == "1.0");
    CHECK(shortest(-0.0) == "-0.0");
    CHECK(shortest(0.1) == "0.1");
    CHECK(shortest(1.0e22) == "1.0e22");
    CHECK(shortest(1.0e15) == "1.0e15");
    CHECK(shortest(9007199254740992.0) == "9.007199254740992e15");
    CHECK(shortest(9007199254740991.0) == "9007199254740991.0");
    CHECK(shortest(123456.0) == "123456.0");
    CHECK(shortest(100.0) == "100.0");
    CHECK(shortest(1000.0) == "1.0e3");
    CHECK(shortest(0.0001) == "0.0001");
    CHECK(shortest(0.00012345) == "1.2345e-4");
    CHECK(shortest(1.2e-3) == "0.0012");
    CHECK(shortest(5.0e-324) == "5.0e-324");
    CHECK(shortest(1.23e12) == "1.23e12");
    CHECK(shortest(12345678912345.0) == "12345678912345.0");
}

TEST_CASE("what is printed reads back to the same bits") {
    std::mt19937_64 rng(1);
    for (int i = 0; i < 200000; ++i) {
        const double d = std::bit_cast<double>(rng());
        if (!std::isfinite(d)) continue;
        const auto back = parse_float(shortest(d));
        REQUIRE(back);
        REQUIRE(std::bit_cast<Word>(*back) == std::bit_cast<Word>(d));
    }
}

TEST_CASE("only Erlang's floats are read") {
    CHECK(*parse_float("1.5") == 1.5);
    CHECK(*parse_float("+1.5e+4") == 15000.0);
    CHECK(*parse_float("-1.0E-2") == -0.01);
    CHECK(*parse_float("1.0e-400") == 0.0);
    for (const char* bad : {"", "1", "1.", ".5", "1e4", "1.0e", "1.0e400", " 1.0", "1.0 ", "inf",
                            "nan", "0x1.0", "1,5"}) {
        INFO(bad);
        CHECK(!parse_float(bad));
    }
}

TEST_CASE("a given number of decimals rounds as the reference does") {
    CHECK(print_float_decimals(0.125, 2, false) == "0.13");
    CHECK(print_float_decimals(12.5, 0, false) == "13");
    CHECK(print_float_decimals(1.005, 2, false) == "1.00");
    CHECK(print_float_decimals(-0.001, 2, false) == "-0.00");
    CHECK(print_float_decimals(0.1, 17, false) == "0.10000000000000000");
    CHECK(print_float_decimals(0.3, 20, false) == "0.29999999999999998890");
    CHECK(print_float_decimals(47.695, 16, false) == "47.6950000000000003");
    CHECK(print_float_decimals(0.999, 2, false) == "1.00");
    CHECK(print_float_decimals(1.0e22, 2, false) == "10000000000000000000000.00");
    CHECK(print_float_decimals(1.5, 10, true) == "1.5");
    CHECK(print_float_decimals(1.0, 10, true) == "1.0");
    CHECK(print_float_decimals(1.0, 0, true) == "1");
    CHECK(print_float_scientific(1.5, 0) == "2e+00");
    CHECK(print_float_scientific(1.5e100, 20) == "1.49999999999999992672e+100");
}

TEST_CASE("immediate floats keep every bit") {
    std::mt19937_64 rng(2);
    int immediate = 0;
    for (int i = 0; i < 100000; ++i) {
        const double d = std::bit_cast<double>(rng());
        if (!Term::fits_immediate(d)) continue;
        ++immediate;
        const Term t = Term::immediate_float(d);
        REQUIRE(t.is_immediate_float());
        REQUIRE(std::bit_cast<Word>(t.immediate_float_value()) == std::bit_cast<Word>(d));
    }
    CHECK(immediate > 20000);
    CHECK(Term::fits_immediate(0x1p-255));
    CHECK(Term::fits_immediate(0x1.fffffffffffffp256));
    CHECK(!Term::fits_immediate(0x1p257));
    CHECK(!Term::fits_immediate(0x1p-256));
}

TEST_CASE("half floats go both ways") {
    for (unsigned h = 0; h < 0x10000; ++h) {
        if ((h >> 10 & 31) == 31) continue;
        REQUIRE(double_to_half(half_to_double(static_cast<std::uint16_t>(h))) == h);
    }
    CHECK(double_to_half(65504.0) == 0x7bff);
    CHECK(double_to_half(65520.0) == 0x7c00);
    CHECK(double_to_half(0.1) == 0x2e66);
    CHECK(double_to_half(1e-10) == 0);
}
