// compiler/parse/report.cpp: syntax errors, in Elixir's words.
// Here: what is shown of the token where the text stops making sense.
// Not here: where that is (the grammar's files).
// Threads: one owner.
// Holds: the first error counts; a routine awaits the Stop that each of these gives.
#include <cstdio>

#include "compiler/parse/parser_internal.h"
#include "compiler/source/utf8.h"

namespace vial {
namespace {

constexpr std::string_view kErlangWords[] = {
    "after", "and", "andalso", "band",   "begin", "bnot", "bor", "bsl", "bsr", "bxor",
    "case",  "catch", "cond",  "div",    "end",   "fun",  "if",  "let", "not", "of",
    "or",    "orelse", "receive", "rem", "try",   "when", "xor", "maybe"};

// Whether an atom is written without quotes in the reference's host language.
bool plain_atom(std::string_view text) {
    if (text.empty()) return false;
    for (const std::string_view word : kErlangWords) {
        if (word == text && word != "cond" && word != "let" && word != "maybe") return false;
    }
    bool first = true;
    while (!text.empty()) {
        const Utf8Char c = decode_utf8(text);
        if (c.bytes == 0) return false;
        const bool lower = (c.code >= 'a' && c.code <= 'z') || (c.code >= 0xdf && c.code <= 0xff && c.code != 0xf7);
        const bool other = (c.code >= 'A' && c.code <= 'Z') || (c.code >= '0' && c.code <= '9') ||
                           c.code == '_' || c.code == '@' ||
                           (c.code >= 0xc0 && c.code <= 0xde && c.code != 0xd7);
        if (!(lower || (!first && other))) return false;
        first = false;
        text.remove_prefix(c.bytes);
    }
    return true;
}

}  // namespace

std::string Parser::shown_atom(std::string_view text) const {
    if (plain_atom(text)) return std::string(text);
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out.push_back('\\');
        if (c == '\n') {
            out += "\\n";
        } else {
            out.push_back(c);
        }
    }
    return out + "'";
}

std::string Parser::shown_parts(const StringData& data) const {
    std::string out = "[";
    for (const StringPart& part : data.parts) {
        if (part.interpolation) continue;
        if (out.size() > 1) out += ",";
        out += "<<\"";
        for (const char c : part.text) {
            if (c == '"' || c == '\\') out.push_back('\\');
            if (c == '\n') {
                out += "\\n";
            } else {
                out.push_back(c);
            }
        }
        out += "\">>";
    }
    if (data.parts.empty()) out += "<<>>";
    return out + "]";
}

std::string Parser::shown(const Token& token) const {
    const std::string place =
        "{" + std::to_string(token.line) + "," + std::to_string(token.column) + ",nil}";
    switch (token.kind) {
        case Tok::End: return "";
        case Tok::Eol: return "eol";
        case Tok::Int:
        case Tok::Float: return "\"" + std::string(token.text) + "\"";
        case Tok::Char: {
            std::string out = "$";
            append_utf8(out, token.code);
            return out;
        }
        case Tok::BinString:
        case Tok::ListString:
        case Tok::AtomParts:
        case Tok::KwParts: return shown_parts(strings_[token.extra]);
        case Tok::BinHeredoc:
        case Tok::ListHeredoc: {
            const StringData& data = strings_[token.extra];
            return std::string(token.kind == Tok::BinHeredoc ? "{bin_heredoc," : "{list_heredoc,") +
                   place + "," + std::to_string(data.indentation) + "," + shown_parts(data) + "}";
        }
        case Tok::Sigil: {
            const StringData& data = strings_[token.extra];
            const std::string modifiers =
                data.modifiers.empty() ? "[]" : "\"" + std::string(data.modifiers) + "\"";
            const std::string indentation =
                data.heredoc ? std::to_string(data.indentation) : "nil";
            std::string delimiter(data.delimiter);
            if (delimiter[0] == '"') delimiter = delimiter.size() == 1 ? "\\\"" : "\\\"\\\"\\\"";
            return "{sigil," + place + "," +
                   std::to_string(static_cast<int>(data.sigil)) + "," + shown_parts(data) + "," +
                   modifiers + "," + indentation + ",<<\"" + delimiter + "\">>}";
        }
        default: return shown_atom(token.text);
    }
}

Stop Parser::refuse_at(std::uint32_t line, std::uint32_t column, std::string message,
                       std::string shown) {
    if (error_.message.empty()) {
        error_ = {line, column, std::move(message), {}, false, std::move(shown)};
    }
    routines_.stop();
    return Stop{routines_};
}

Stop Parser::refuse(const Token& token, std::string message, std::string shown) {
    return refuse_at(token.line, token.column, std::move(message), std::move(shown));
}

// At the end of the text the place is that of the last token.
Stop Parser::unexpected_at(const Token& token) {
    const Token& where = token.kind == Tok::End ? tokens_[last_] : token;
    return refuse(where, "syntax error before: ", shown(token));
}

Stop Parser::key_after_operand() {
    return refuse(peek(), "syntax error before: ", "'" + std::string(peek().text) + ":'");
}

// At the place a form's metadata tells.
Stop Parser::refuse_form(Term form, std::string message) {
    std::uint32_t line = peek().line, column = 0;
    if (is_form(form)) {
        for (Term m = tuple_element(form, 1); m.is_cons(); m = m.tail()) {
            if (!is_tuple_of(m.head(), 2) || !tuple_element(m.head(), 0).is_atom()) continue;
            const auto value = tuple_element(m.head(), 1).try_small();
            const std::string_view key = atoms_.text(tuple_element(m.head(), 0));
            if (key == "line" && value) line = static_cast<std::uint32_t>(*value);
            if (key == "column" && value) column = static_cast<std::uint32_t>(*value);
        }
    }
    return refuse_at(line, column, std::move(message), "','");
}

Stop Parser::open_in_container(Term form) {
    return refuse_form(
        form,
        "unexpected comma. Parentheses are required to solve ambiguity inside containers.\n\n"
        "This error may happen when you forget a comma in a list or other container:\n\n"
        "    [a, b c, d]\n\nOr when you have ambiguous calls:\n\n"
        "    [one, two three, four, five]\n\n"
        "In the example above, we don't know if the parameters \"four\" and \"five\" belongs to "
        "the list or the function \"two\". You can solve this by explicitly adding parentheses:"
        "\n\n    [one, two(three, four), five]\n\nElixir cannot compile otherwise. Syntax error "
        "before: ");
}

Stop Parser::open_in_arguments(Term form) {
    return refuse_form(
        form,
        "unexpected comma. Parentheses are required to solve ambiguity in nested calls.\n\n"
        "This error happens when you have nested function calls without parentheses. For "
        "example:\n\n    one a, two b, c, d\n\nIn the example above, we don't know if the "
        "parameters \"c\" and \"d\" apply to the function \"one\" or \"two\". You can solve this "
        "by explicitly adding parentheses:\n\n    one a, two(b, c, d)\n\nOr by adding commas (in "
        "case a nested call is not intended):\n\n    one, a, two, b, c, d\n\nElixir cannot "
        "compile otherwise. Syntax error before: ");
}

Stop Parser::after_keywords(const Token& comma, bool call) {
    if (call) {
        return refuse(comma,
                      "unexpected expression after keyword list. Keyword lists must always come "
                      "as the last argument. Therefore, this is not allowed:\n\n    "
                      "function_call(1, some: :option, 2)\n\nInstead, wrap the keyword in "
                      "brackets:\n\n    function_call(1, [some: :option], 2)\n\nSyntax error "
                      "after: ",
                      "','");
    }
    return refuse(comma,
                  "unexpected expression after keyword list. Keyword lists must always come last "
                  "in lists and maps. Therefore, this is not allowed:\n\n    [some: :value, "
                  ":another]\n    %{some: :value, another => value}\n\nInstead, reorder it to be "
                  "the last entry:\n\n    [:another, some: :value]\n    %{another => value, some: "
                  ":value}\n\nSyntax error after: ",
                  "','");
}

}  // namespace vial
