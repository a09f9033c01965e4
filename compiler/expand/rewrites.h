// compiler/expand/rewrites.h: functions of the library that are the machine's own.
// Here: look-ups in rewrites.def; which functions of :erlang guards may call.
// Not here: what they do.
// Threads: compile-time data.
// Holds: a rewritten call has the meaning of the function it replaces, errors included.
#pragma once

#include <optional>
#include <string_view>

#include "compiler/expand/expander.h"

namespace vial::expand {

struct Rewrite {
    std::string_view module, function;
};
// The same arguments in the same order.
std::optional<Rewrite> find_rewrite(std::string_view module, std::string_view name, std::uint32_t arity);
// Functions whose arguments change places; null: none such. Takes `args` when it is one.
Expr* rewrite_reordered(Expander& x, Term receiver, Term name, Exprs& args, Place at);
bool allowed_in_guards(std::string_view erlang_function, std::uint32_t arity);

}  // namespace vial::expand
