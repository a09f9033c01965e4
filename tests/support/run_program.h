// tests/support/run_program.h: a program started by a test.
// Here: run_program: arguments and standard input in; status, output and errors out.
// Not here: what is expected of it.
// Threads: any; each call has its own child.
// Holds: a child that passes its time is killed and reported as status -1.
#pragma once

#include <string>
#include <vector>

namespace vial::test {

struct Outcome {
    int status = 0;  // exit status, 128 + n for signal n, -1 for a time-out
    std::string out;
    std::string err;
};

Outcome run_program(const std::vector<std::string>& arguments, const std::string& input,
                    int timeout_seconds);

}  // namespace vial::test
