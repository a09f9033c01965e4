// compiler/diag/diagnostic.cpp: names and severities of kinds.
// Here: the columns of diagnostics.def as functions.
// Not here: rendering (render.cpp).
// Threads: immutable.
// Holds: one entry for each row.
#include "compiler/diag/diagnostic.h"

namespace vial::diag {
namespace {

struct Row {
    std::string_view name;
    Severity severity;
    std::string_view doc;
};

constexpr Row kRows[] = {
#define DIAGNOSTIC(kind, name, severity, doc) {name, Severity::severity, doc},
#include "compiler/diag/diagnostics.def"
};

const Row& row(Kind kind) { return kRows[static_cast<std::size_t>(kind)]; }

}  // namespace

std::string_view kind_name(Kind kind) { return row(kind).name; }
std::string_view kind_doc(Kind kind) { return row(kind).doc; }
Severity severity(Kind kind) { return row(kind).severity; }

}  // namespace vial::diag
