// compiler/expand/quote.h: quoted form made into code that builds it.
// Here: Quoter, for quote and for the escaped bodies of definitions.
// Not here: the forms that use it (quote.cpp, definition_forms.cpp).
// Threads: as the session.
// Holds: a part without unquote is a constant and stays one.
#pragma once

#include "compiler/expand/expander.h"

namespace vial::expand {

// A part of the quoted form: a constant, or an expression whose value it is.
struct QuotePart {
    Term term;
    bool constant = true;
};

struct Quoter {
    Expander& x;
    bool hygiene = true;     // false: definitions' bodies, which are taken as they are
    bool unquote = true;
    bool imports = true;
    bool keep_lines = false;
    Term line = kNoTerm;     // small integer: for all nodes
    Term keep_file = kNoTerm;
    Term context = atoms::nil_;
    bool generated = false;

    Task<QuotePart> part(Term q);
    Task<QuotePart> node(Term q);
    Task<QuotePart> list(Term q);
    Task<QuotePart> dot_call(Term meta, Term left, Term right, Term args);
    Term metadata(Term meta) const;
    Term with_imports(Term meta, Term name) const;
    Term with_zero_import(Term meta, Term name) const;
    Term as_code(QuotePart p) const;
    QuotePart triple(QuotePart name, Term meta, QuotePart args) const;
};

}  // namespace vial::expand
