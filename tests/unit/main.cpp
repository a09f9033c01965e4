// tests/unit/main.cpp: Catch2's main, compiled once.
// Here: nothing else.
// Not here: tests, which stand in files that mirror the sources.
// Threads: main.
// Holds: -
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
