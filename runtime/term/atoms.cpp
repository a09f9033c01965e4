// runtime/term/atoms.cpp: atoms and their text.
// Here: atom_to_binary, atom_to_list, binary_to_atom, list_to_atom and the existing_ kinds.
// Not here: the table (vm/term/atom_table.h).
// Threads: the scheduler that runs the process.
// Holds: a text of more than 255 characters and a full table are system_limit, not a crash.
#include <optional>
#include <string>

#include "runtime/number/text_argument.h"
#include "runtime/term/arguments.h"
#include "vm/base/utf8.h"
#include "vm/vm.h"

namespace vial {

namespace {

constexpr std::size_t kMaxAtomCharacters = 255;

enum class Encoding { Latin1, Utf8, None };
Encoding encoding_of(Term t) {
    if (t == atoms::utf8 || t == atoms::unicode) return Encoding::Utf8;
    return t == atoms::latin1 ? Encoding::Latin1 : Encoding::None;
}

// Latin-1 bytes as UTF-8.
std::string widen(std::string_view bytes) {
    std::string text;
    for (char c : bytes) append_utf8(text, static_cast<unsigned char>(c));
    return text;
}
// UTF-8 as Latin-1 bytes; nullopt when a character does not fit.
std::optional<std::string> narrow(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t c = next_utf8(text, at);
        if (c > 255) return std::nullopt;
        bytes.push_back(static_cast<char>(c));
    }
    return bytes;
}

NativeResult make_atom(Process& p, std::string_view text, bool existing) {
    if (count_utf8(text) > kMaxAtomCharacters) return p.error(atoms::system_limit);
    AtomTable& table = p.vm().atoms();
    if (existing) {
        const auto atom = table.find(text);
        return atom ? NativeResult(*atom) : p.badarg(0, "not an already existing atom");
    }
    const auto atom = table.try_intern(text);
    return atom ? NativeResult(*atom) : p.error(atoms::system_limit);
}

NativeResult from_binary(Process& p, Args args, bool existing) {
    TextArgument text;
    const bool ok = text.read_binary(args[0]);
    if (!ok) (void)p.badarg(0, "not a binary");
    const Encoding encoding = args.count() > 1 ? encoding_of(args[1]) : Encoding::Utf8;
    if (encoding == Encoding::None)
        (void)p.badarg(1, "not one of the atoms: latin1, utf8, or unicode");
    if (!ok || encoding == Encoding::None) return p.badarg();
    if (encoding == Encoding::Latin1) return make_atom(p, widen(text.view), existing);
    if (!is_valid_utf8(text.view)) return p.badarg(0, "invalid UTF8 encoding");
    return make_atom(p, text.view, existing);
}

NativeResult from_list(Process& p, Args args, bool existing) {
    if (!args[0].is_list()) return p.badarg(0, "not a list");
    if (!list_shape(args[0]).proper) return p.badarg(0, "not a proper list");
    std::string text;
    for (Term at = args[0]; at.is_cons(); at = at.tail()) {
        const auto c = at.head().try_small();
        if (!c || !is_code_point(*c)) return p.badarg(0, "not a list of characters");
        append_utf8(text, static_cast<std::uint32_t>(*c));
    }
    return make_atom(p, text, existing);
}

}  // namespace

NativeResult native_erlang_atom_to_binary(Process& p, Args args) {
    const bool ok = args[0].is_atom();
    if (!ok) (void)p.badarg(0, "not an atom");
    const Encoding encoding = args.count() > 1 ? encoding_of(args[1]) : Encoding::Utf8;
    if (encoding == Encoding::None) (void)p.badarg(1, "is an invalid encoding option");
    if (!ok || encoding == Encoding::None) return p.badarg();
    const std::string_view text = atoms_of(p).text(args[0]);
    if (encoding == Encoding::Utf8) return p.make_binary(text);
    const auto bytes = narrow(text);
    if (!bytes) return p.badarg(0, "contains a character not expressible in latin1");
    return p.make_binary(*bytes);
}

NativeResult native_erlang_atom_to_list(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    const std::string_view text = atoms_of(p).text(args[0]);
    const std::size_t count = count_utf8(text);
    HeapWriter out = p.reserve(kConsWords * count);
    if (count == 0) return Term::nil();
    Word* cells = out.take(kConsWords * count);
    const Term list = Term::cons(cells);
    for (std::size_t at = 0; at < text.size(); cells += kConsWords) {
        cells[0] = Term::small(next_utf8(text, at)).word();
        cells[1] = Term::cons(cells + kConsWords).word();
    }
    cells[-1] = Term::nil().word();
    return list;
}

NativeResult native_erlang_binary_to_atom(Process& p, Args args) {
    return from_binary(p, args, false);
}
NativeResult native_erlang_binary_to_existing_atom(Process& p, Args args) {
    return from_binary(p, args, true);
}
NativeResult native_erlang_list_to_atom(Process& p, Args args) {
    return from_list(p, args, false);
}
NativeResult native_erlang_list_to_existing_atom(Process& p, Args args) {
    return from_list(p, args, true);
}

}  // namespace vial
