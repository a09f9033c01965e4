// tests/support/case_file.h: one conformance script and what it promises.
// Here: the directives of a case and the output it expects.
// Not here: running it (run_cases.cpp).
// Threads: plain data.
// Holds: directives are comments, so a case is a valid program for the reference too.
//
//   # expect: TEXT         the next line of standard output; stands on the line that makes it
//   # expect like: TEXT    as expect, where … stands for anything
//   # expect error: TEXT   the program ends with status 1 and stderr has `** (TEXT`-like "Module message"
//   # stdin: TEXT          given to the program, \n for line ends
//   # args: A B            after the file
//   # schedulers: 1 4      which counts to run it with (default: 1 2)
//   # only: vial           not a program of the reference (or the reference is at fault)
//   # skip: REASON
//   # status: N            exit status (default 0, 1 with an expected error)
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace vial::test {

struct ExpectedLine {
    std::string text;
    bool like = false;
    int source_line = 0;
};

struct CaseFile {
    std::string path;
    std::vector<ExpectedLine> output;
    std::optional<std::string> error;  // "Module message", may hold …
    std::string input;
    std::vector<std::string> arguments;
    std::vector<std::string> schedulers{"1", "2"};
    std::optional<std::string> skip;
    int status = 0;
};

CaseFile read_case(const std::string& path);
// `…` in `pattern` stands for any text.
bool matches_like(const std::string& pattern, const std::string& text);
// What differs between the expected and the real outcome, empty when nothing does.
std::string compare_outcome(const CaseFile& c, int status, const std::string& out, const std::string& err);

}  // namespace vial::test
