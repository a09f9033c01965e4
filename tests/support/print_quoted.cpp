// tests/support/print_quoted.cpp: what the parser makes of each text in a file, as text.
// Here: a notation for quoted forms and errors that tests/elixir/quoted/compare.exs writes too.
// Not here: the parser (compiler/parse), the comparison.
// Threads: main.
// Holds: texts are separated by a line of "%%%%"; one line of output for each.
#include <cinttypes>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/parse/parser.h"
#include "compiler/source/source.h"
#include "vm/term/bignum.h"

namespace vial {
namespace {

void append_hex(std::string& out, std::string_view bytes) {
    static constexpr char kDigits[] = "0123456789abcdef";
    for (const char c : bytes) {
        out.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
        out.push_back(kDigits[c & 15]);
    }
}

std::string_view binary_bytes(Term t) {
    if (t.is_boxed_kind(BoxedKind::HeapBinary)) {
        return {reinterpret_cast<const char*>(t.boxed_words() + 1), header_size(t.header())};
    }
    return {};
}

// Explicit stack: what is to be shown next, terms or plain text.
std::string show(Term root, const AtomTable& atoms) {
    struct Item {
        Term term;
        const char* text;
    };
    std::string out;
    std::vector<Item> stack{{root, nullptr}};
    while (!stack.empty()) {
        const Item item = stack.back();
        stack.pop_back();
        const Term t = item.term;
        if (item.text) {
            out += item.text;
        } else if (t.is_small()) {
            out += std::to_string(t.small_value());
        } else if (t.is_atom()) {
            out += ":";
            append_hex(out, atoms.text(t));
        } else if (is_float(t)) {
            char buffer[32];
            std::snprintf(buffer, sizeof buffer, "f%016" PRIx64,
                          std::bit_cast<std::uint64_t>(float_value(t)));
            out += buffer;
        } else if (is_bignum(t)) {
            out += "B";
            for (const Word w : bignum_limbs(t)) out += std::to_string(w) + ".";
        } else if (t.is_list()) {
            out += "[";
            std::vector<Item> parts;
            Term l = t;
            for (; l.is_cons(); l = l.tail()) {
                parts.push_back({l.head(), nullptr});
                parts.push_back({Term(), " "});
            }
            if (!l.is_nil()) {
                parts.push_back({Term(), "|"});
                parts.push_back({l, nullptr});
            }
            parts.push_back({Term(), "]"});
            stack.insert(stack.end(), parts.rbegin(), parts.rend());
        } else if (is_tuple(t)) {
            out += "{";
            std::vector<Item> parts;
            for (const Term e : tuple_elements(t)) {
                parts.push_back({e, nullptr});
                parts.push_back({Term(), " "});
            }
            parts.push_back({Term(), "}"});
            stack.insert(stack.end(), parts.rbegin(), parts.rend());
        } else {
            out += "<";
            if (t.is_boxed_kind(BoxedKind::SharedBinary)) {
                out += "shared";
            } else {
                append_hex(out, binary_bytes(t));
            }
            out += ">";
        }
    }
    return out;
}

void print_one(std::string_view text, const ParseOptions& options, AtomTable& atoms) {
    if (find_invalid_utf8(text)) {
        std::puts("invalid utf-8");
        return;
    }
    TermArena arena;
    const ParseResult result = parse(text, options, atoms, arena);
    if (result.ok) {
        std::puts(show(result.quoted, atoms).c_str());
        return;
    }
    const SyntaxError& e = result.error;
    std::string line = "error " + std::to_string(e.line) + ":" + std::to_string(e.column) + " ";
    for (const char c : e.message + (e.has_suffix ? "|" + e.suffix : "") + "|" + e.token) {
        line += c == '\n' ? "\\n" : std::string(1, c);
    }
    std::puts(line.c_str());
}

}  // namespace
}  // namespace vial

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: print_quoted FILE [--meta]\n", stderr);
        return 64;
    }
    std::ifstream in(argv[1], std::ios::binary);
    const std::string all((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    vial::ParseOptions options;
    options.columns = options.token_metadata = argc > 2;
    vial::AtomTable atoms;
    constexpr std::string_view kSeparator = "\n%%%%\n";
    std::size_t from = 0;
    while (from < all.size()) {
        std::size_t to = all.find(kSeparator, from);
        if (to == std::string::npos) to = all.size();
        vial::print_one(std::string_view(all).substr(from, to - from), options, atoms);
        from = to + kSeparator.size();
    }
    return 0;
}
