// vm/tables/atoms.h: well-known atoms as constants.
// Here: atoms::ok and its like, from atoms.def.
// Not here: the table of all atoms (term/atom_table.h).
// Threads: compile-time data.
// Holds: an atom table starts with these rows, in this order.
#pragma once

#include <cstdint>
#include <string_view>

#include "vm/term/term.h"

namespace vial::atoms {

enum class Row : std::uint32_t {
#define ATOM(name, text) name,
#include "vm/tables/atoms.def"
    kCount
};

#define ATOM(name, text) constexpr Term name = Term::atom(static_cast<std::uint32_t>(Row::name));
#include "vm/tables/atoms.def"

constexpr std::string_view kTexts[] = {
#define ATOM(name, text) text,
#include "vm/tables/atoms.def"
};

}  // namespace vial::atoms
