// vm/term/print.cpp: a term as text.
// Here: print_term().
// Not here: as print.h.
// Threads: as print.h.
// Holds: an explicit stack of what is still to print; stops when the text is long enough.
#include "vm/term/print.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "vm/base/utf8.h"
#include "vm/term/binary.h"
#include "vm/term/boxed.h"
#include "vm/term/map.h"

namespace vial {
namespace {

struct Pending {
    Term term;
    const char* text;    // printed instead of a term when not null
    bool list_rest;      // term is the tail of a list that has begun
};

class Printer {
  public:
    Printer(const AtomTable& atoms, std::size_t limit) : atoms_(atoms), limit_(limit) {}

    std::string run(Term term) {
        push(term);
        while (!stack_.empty() && out_.size() < limit_) {
            const Pending next = stack_.back();
            stack_.pop_back();
            if (next.text != nullptr) out_ += next.text;
            else if (next.list_rest) rest_of_list(next.term);
            else one(next.term);
        }
        if (!stack_.empty()) out_ += "...";
        return std::move(out_);
    }

  private:
    void push(Term t) { stack_.push_back({t, nullptr, false}); }
    void push_text(const char* text) { stack_.push_back({Term(), text, false}); }

    void rest_of_list(Term t) {
        if (t.is_nil()) {
            out_ += ']';
        } else if (t.is_cons()) {
            out_ += ',';
            stack_.push_back({t.tail(), nullptr, true});
            push(t.head());
        } else {
            out_ += '|';
            push_text("]");
            push(t);
        }
    }

    void number(double d) {
        char buffer[32];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, d).ptr;
        out_.append(buffer, end);
    }

    void elements(std::span<const Term> terms) {
        for (std::size_t i = terms.size(); i-- > 0;) {
            push(terms[i]);
            if (i > 0) push_text(",");
        }
    }

    void map(Term t) {
        out_ += "#{";
        push_text("}");
        bool first = true;
        int left = 64;
        Term key, value;
        for (MapIterator it(t); left-- > 0 && it.next(key, value);) {
            if (!first) push_text(",");
            first = false;
            push(value);
            push_text("=>");
            push(key);
        }
    }

    // At most `limit` bytes, without the first bytes of a character that is cut.
    static std::size_t whole_characters(std::string_view text, std::size_t limit) {
        if (text.size() <= limit) return text.size();
        while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
        return limit;
    }

    // Bytes that are no text.
    void numbers(std::string_view text) {
        constexpr std::size_t kShown = 20;
        for (std::size_t i = 0; i < std::min(text.size(), kShown); ++i) {
            out_ += (i ? "," : "") + std::to_string(static_cast<unsigned char>(text[i]));
        }
        if (text.size() > kShown) out_ += ",... " + std::to_string(text.size()) + " bytes";
    }

    void bytes(Term t) {
        const auto text = binary_bytes(t);
        out_ += "<<";
        if (!text) out_ += std::to_string(bitstring_bits(t)) + " bits";
        else if (const auto start = text->substr(0, whole_characters(*text, 200)); is_valid_utf8(start)) out_.append("\"").append(start).append("\"");
        else numbers(*text);
        out_ += ">>";
    }

    void one(Term t) {
        if (t.is_small()) out_ += std::to_string(t.small_value());
        else if (is_float(t)) number(float_value(t));
        else if (t.is_atom()) out_ += atoms_.text(t);
        else if (t.is_nil()) out_ += "[]";
        else if (t.is_local_pid()) out_ += "<0." + std::to_string(t.slot()) + "." + std::to_string(t.generation()) + ">";
        else if (t.is_cons()) {
            out_ += '[';
            stack_.push_back({t.tail(), nullptr, true});
            push(t.head());
        } else if (is_tuple(t)) {
            out_ += '{';
            push_text("}");
            elements(tuple_elements(t));
        } else if (is_map(t)) map(t);
        else if (is_bitstring(t)) bytes(t);
        else if (is_bignum(t)) out_ += bignum_negative(t) ? "-#Bignum" : "#Bignum";
        else if (is_fun(t)) out_ += "#Fun";
        else if (is_reference(t)) out_ += "#Ref";
        else out_ += "#Term";
    }

    const AtomTable& atoms_;
    const std::size_t limit_;
    std::string out_;
    std::vector<Pending> stack_;
};

}  // namespace

std::string print_term(Term term, const AtomTable& atoms, std::size_t max_bytes) {
    return Printer(atoms, max_bytes).run(term);
}

}  // namespace vial
