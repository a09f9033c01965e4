// compiler/lex/operators.cpp: operators and brackets.
// Here: the table of operators, longest first; operators as atoms and after dots.
// Not here: precedence (parse/precedence.h); words that are operators (words.cpp).
// Threads: pure.
// Holds: an operator that cannot start an expression continues the line before.
#include "compiler/lex/lexer_internal.h"

namespace vial {
namespace {

struct Operator {
    std::string_view text;
    Tok kind;
    bool continues;  // may stand at the start of a line and go on with the one before
    bool after_dot;  // may be called by name: a.+(b)
    bool keyword;    // may be a key: [+: 1]
};

constexpr Operator kOperators[] = {
    {"...", Tok::Identifier, false, false, true},
    {"~~~", Tok::Unary, false, true, true},
    {"===", Tok::Comp, true, true, true},
    {"!==", Tok::Comp, true, true, true},
    {"&&&", Tok::And, true, true, true},
    {"|||", Tok::Or, true, true, true},
    {"^^^", Tok::Xor, true, true, true},
    {"<<<", Tok::Arrow, true, true, true},
    {">>>", Tok::Arrow, true, true, true},
    {"<<~", Tok::Arrow, true, true, true},
    {"~>>", Tok::Arrow, true, true, true},
    {"<~>", Tok::Arrow, true, true, true},
    {"<|>", Tok::Arrow, true, true, true},
    {"+++", Tok::Concat, true, true, true},
    {"---", Tok::Concat, true, true, true},
    {"==", Tok::Comp, true, true, true},
    {"!=", Tok::Comp, true, true, true},
    {"=~", Tok::Comp, true, true, true},
    {"<=", Tok::Rel, true, true, true},
    {">=", Tok::Rel, true, true, true},
    {"&&", Tok::And, true, true, true},
    {"||", Tok::Or, true, true, true},
    {"<-", Tok::InMatch, true, true, true},
    {"\\\\", Tok::InMatch, true, true, true},
    {"++", Tok::Concat, true, true, true},
    {"--", Tok::Concat, true, true, true},
    {"<>", Tok::Concat, true, true, true},
    {"..", Tok::Range, true, true, true},
    {"::", Tok::Type, true, true, false},
    {"->", Tok::Stab, true, false, true},
    {"|>", Tok::Arrow, true, true, true},
    {"~>", Tok::Arrow, true, true, true},
    {"<~", Tok::Arrow, true, true, true},
    {"**", Tok::Power, true, true, true},
    {"//", Tok::Ternary, true, false, false},
    {"=>", Tok::Assoc, true, false, true},
    {"@", Tok::At, false, true, true},
    {"!", Tok::Unary, false, true, true},
    {"^", Tok::Unary, false, true, true},
    {"&", Tok::Capture, false, true, true},
    {"+", Tok::Dual, false, true, true},
    {"-", Tok::Dual, false, true, true},
    {"*", Tok::Mult, true, true, true},
    {"/", Tok::Mult, true, true, true},
    {"<", Tok::Rel, true, true, true},
    {">", Tok::Rel, true, true, true},
    {"=", Tok::Match, true, false, true},
    {"|", Tok::Pipe, true, true, true},
};

struct Bracket {
    std::string_view text;
    Tok kind;
    bool opens;
};

constexpr Bracket kBrackets[] = {
    {"<<", Tok::OpenBits, true},   {">>", Tok::CloseBits, false},  {"(", Tok::OpenParen, true},
    {")", Tok::CloseParen, false}, {"[", Tok::OpenBracket, true},  {"]", Tok::CloseBracket, false},
    {"{", Tok::OpenCurly, true},   {"}", Tok::CloseCurly, false},
};

// Things that are no operators but may be atoms and keys.
constexpr std::string_view kContainerNames[] = {"<<>>", "%{}", "{}", "..//"};

const Operator* find_operator(std::string_view text, std::size_t length) {
    for (const Operator& op : kOperators) {
        if (op.text.size() == length && text.starts_with(op.text)) return &op;
    }
    return nullptr;
}

const Operator* longest_operator(std::string_view text) {
    for (std::size_t length = 3; length > 0; --length) {
        if (const Operator* op = find_operator(text, length)) return op;
    }
    return nullptr;
}

constexpr bool is_operator_start(char c) {
    return std::string_view("+-*/<>=!&|^~@.\\:(){}[]").find(c) != std::string_view::npos;
}

}  // namespace

bool Lexer::operator_token(bool& done) {
    done = false;
    if (!is_operator_start(at())) return true;
    const std::string_view rest = text_.substr(pos_);
    for (const std::string_view name : kContainerNames) {
        if (rest.starts_with(name) && keyword_follows(name.size())) {
            push(Tok::Kw, rest.substr(0, name.size()), line_, column_);
            skip_ascii(name.size() + 1);
            done = true;
            return true;
        }
    }
    if (rest.starts_with("..///")) {
        push(Tok::Identifier, rest.substr(0, 4), line_, column_);
        skip_ascii(4);
        done = true;
        return true;
    }
    if (rest.starts_with("..//")) return unexpected();
    const Operator* op = longest_operator(rest);
    for (const Bracket& b : kBrackets) {
        if (!rest.starts_with(b.text) || (op && op->text.size() > b.text.size())) continue;
        const std::uint32_t column = column_;
        done = true;
        skip_ascii(b.text.size());
        if (b.opens) {
            open(b.kind, column);
        } else {
            bool interpolation_ended = false;
            if (!close(b.kind, b.text, column, interpolation_ended)) return false;
            if (interpolation_ended) {
                end_of_interpolation();
                return true;
            }
        }
        push(b.kind, b.text, line_, column);
        return true;
    }
    if (!op) return true;
    done = true;
    const std::size_t n = op->text.size();
    const std::uint32_t column = column_;
    if (op->keyword && keyword_follows(n)) {
        push(Tok::Kw, rest.substr(0, n), line_, column);
        skip_ascii(n + 1);
        return true;
    }
    skip_ascii(n);
    if (op->text == "^^^") {
        warn(line_, column, "^^^ is deprecated. It is typically used as xor but it has the wrong precedence, use Bitwise.bxor/2 instead");
    } else if (op->text == "..." && at() == '.') {
        warn(line_, column, "found \"...\" followed by \".\", please use parens around \"...\" instead");
    }
    // `&+/2`: before a slash an operator is a name.
    const bool nameable =
        op->kind != Tok::Assoc && op->kind != Tok::Identifier && op->kind != Tok::Ternary;
    if (nameable && slash_follows() && !(op->kind == Tok::Capture && double_slash_follows())) {
        push(Tok::Identifier, op->text, line_, column);
    } else if (op->kind == Tok::Identifier) {
        push_call_name(op->text, line_, column);
    } else if (op->continues) {
        push_continuing(op->kind, op->text, line_, column);
    } else {
        push(op->kind, op->text, line_, column);
    }
    return true;
}

bool Lexer::slash_follows() const {
    std::size_t n = 0;
    while (at(n) == ' ' || at(n) == '\t') ++n;
    return at(n) == '/';
}

bool Lexer::double_slash_follows() const {
    std::size_t n = 0;
    while (at(n) == ' ' || at(n) == '\t') ++n;
    return at(n) == '/' && at(n + 1) == '/';
}

// At the colon of an atom that is an operator's name.
bool Lexer::operator_atom(bool& done) {
    const std::string_view rest = text_.substr(pos_ + 1);
    std::size_t length = 0;
    for (const std::string_view name : kContainerNames) {
        if (rest.starts_with(name)) length = name.size();
    }
    if (length == 0) {
        const Operator* op = longest_operator(rest);
        if (op) length = op->text.size();
        if (!op && (rest.starts_with(".") || rest.starts_with("%"))) length = 1;
    }
    done = length != 0;
    if (!done) return true;
    if (rest.substr(0, length) == "::") {
        warn(line_, column_, "atom ::: must be written between quotes, as in :\"::\", to avoid ambiguity");
    }
    push(Tok::Atom, rest.substr(0, length), line_, column_);
    skip_ascii(length + 1);
    return true;
}

std::size_t Lexer::dot_operator_length() const {
    const std::string_view rest = text_.substr(pos_);
    for (std::size_t length = 3; length > 0; --length) {
        const Operator* op = find_operator(rest, length);
        if (op && op->after_dot) return length;
    }
    return 0;
}

}  // namespace vial
