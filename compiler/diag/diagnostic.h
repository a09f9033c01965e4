// compiler/diag/diagnostic.h: errors and warnings as data.
// Here: Diagnostic, its kinds, Sink (where they are collected).
// Not here: how they are shown (render.h).
// Threads: plain data; a Sink belongs to one compilation.
// Holds: a diagnostic says what is wrong in the reader's words, lower case, without internal names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vial::diag {

enum class Severity : std::uint8_t { Error, Warning };

enum class Kind : std::uint8_t {
#define DIAGNOSTIC(kind, name, severity, doc) kind,
#include "compiler/diag/diagnostics.def"
    kCount
};

std::string_view kind_name(Kind kind);
std::string_view kind_doc(Kind kind);
Severity severity(Kind kind);

// Where in a file; lines and columns from 1, 0 where not known.
struct Place {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t width = 1;  // code points to underline
};

struct Diagnostic {
    Kind kind = Kind::CompileError;
    std::string message;  // what
    Place place;          // where
    std::string label;    // short, under the caret
    std::vector<std::string> notes;  // why, what would have been right
    std::string hint;                // a likely repair
};

// Collects what one compilation reports.
class Sink {
  public:
    void report(Diagnostic d) {
        if (severity(d.kind) == Severity::Error) ++error_count_;
        all_.push_back(std::move(d));
    }
    bool failed() const { return error_count_ != 0; }
    std::uint32_t error_count() const { return error_count_; }
    const std::vector<Diagnostic>& all() const { return all_; }
    std::vector<Diagnostic> take() {
        error_count_ = 0;
        return std::exchange(all_, {});
    }

  private:
    std::vector<Diagnostic> all_;
    std::uint32_t error_count_ = 0;
};

}  // namespace vial::diag
