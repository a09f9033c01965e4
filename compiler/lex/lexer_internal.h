// compiler/lex/lexer_internal.h: the lexer's state and steps.
// Here: class Lexer, shared by lexer.cpp (tokens), words.cpp (identifiers, keywords), numbers.cpp,
//       operators.cpp, strings.cpp (everything quoted), brackets.cpp (what must be closed),
//       cursor.cpp (a text that ends at a cursor), warnings.cpp.
// Not here: the public face (lexer.h).
// Threads: one owner.
// Holds: a step that fails has filled error_ and returns false; nothing goes on after it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/lex/lexer.h"
#include "compiler/source/utf8.h"

namespace vial {

class Lexer {
  public:
    Lexer(std::string_view text, const LexOptions& options, LexResult& out)
        : text_(text), options_(options), out_(out), line_(options.line), column_(options.column) {}

    bool run();

  private:
    // What was opened and how it must be closed.
    struct Opening {
        Tok kind;
        std::uint32_t line;
        std::uint32_t column;
        std::uint32_t indentation;
    };
    // Something quoted whose end has not been met.
    struct Quote {
        enum class Kind : std::uint8_t { String, Atom, Call, Sigil } kind = Kind::String;
        std::uint32_t token = 0;  // index of its token
        bool heredoc = false;
        bool interpolate = true;
        char closing = 0;
        std::uint32_t line = 0, column = 0;  // of the opening
        std::size_t openings = 0;            // size of openings_ when an interpolation began
        bool in_interpolation = false;
        StringData data;
        std::string buffer;
        // Heredocs: offsets in `buffer` where a line starts.
        std::vector<std::vector<std::size_t>> line_starts;
        std::uint32_t text_line = 0, text_column = 0;  // where `buffer` starts, for errors
        std::vector<std::pair<std::uint32_t, std::uint32_t>> text_places;
    };

    // --- text -----------------------------------------------------------------------------------
    char at(std::size_t ahead = 0) const {
        return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0';
    }
    bool ended(std::size_t ahead = 0) const { return pos_ + ahead >= text_.size(); }
    bool looking_at(std::string_view s) const { return text_.substr(pos_).starts_with(s); }
    Utf8Char code_at(std::size_t ahead = 0) const {
        return ended(ahead) ? Utf8Char{} : decode_utf8(text_.substr(pos_ + ahead));
    }
    void skip_ascii(std::size_t n) {
        pos_ += n;
        column_ += static_cast<std::uint32_t>(n);
    }
    void skip_code() {
        pos_ += code_at().bytes;
        ++column_;
    }
    void next_line() {
        ++line_;
        column_ = 1;
    }

    // --- tokens ---------------------------------------------------------------------------------
    Token& push(Tok kind, std::string_view text, std::uint32_t line, std::uint32_t column) {
        out_.tokens.push_back({.kind = kind, .line = line, .column = column, .text = text});
        return out_.tokens.back();
    }
    // For tokens that may continue the line before: drops the end of line in front.
    Token& push_continuing(Tok kind, std::string_view text, std::uint32_t line,
                           std::uint32_t column);
    // The last token in the same stretch of code, or null.
    Token* last();
    bool after_dot() {
        const Token* t = last();
        return t && t->kind == Tok::Dot;
    }
    std::string_view keep(std::string text);

    bool fail(std::uint32_t line, std::uint32_t column, std::string message, std::string token);
    bool fail_around(std::uint32_t line, std::uint32_t column, std::string message,
                     std::string suffix, std::string token);
    bool unexpected();
    void warn(std::uint32_t line, std::uint32_t column, std::string message) {
        out_.warnings.push_back({line, column, std::move(message)});
    }

    // --- steps (lexer.cpp) ------------------------------------------------------------------------
    bool token();
    bool finish();
    void horizontal_space();
    void end_of_line(std::size_t bytes);
    bool comment();
    std::uint32_t newlines_ahead() const;
    bool semicolon();
    bool backslash();
    bool percent();
    bool skip_blank();
    bool dot();
    bool dot_name();
    bool keyword_follows(std::size_t length) const;

    // words.cpp
    bool word();
    bool alias(std::string_view text, std::uint32_t column, bool ascii);
    bool identifier(std::string_view text, std::uint32_t column);
    bool reserved_word(std::string_view text, std::uint32_t column, bool& done);
    bool do_word(std::uint32_t column);
    bool atom();
    bool check_keyword_colon(std::string_view text, std::uint32_t column, bool& is_keyword);
    void push_call_name(std::string_view text, std::uint32_t line, std::uint32_t column);

    // numbers.cpp
    bool number();
    bool character();
    std::size_t digits(std::size_t from, int base) const;

    // operators.cpp
    bool operator_token(bool& done);
    bool operator_atom(bool& done);
    std::size_t dot_operator_length() const;
    bool slash_follows() const;
    bool double_slash_follows() const;

    // strings.cpp
    bool open_string(char quote, Quote::Kind kind, std::uint32_t column);
    bool open_heredoc(Quote& quote, std::uint32_t column);
    bool sigil(bool& done);
    bool string_body();
    bool escaped();
    void append_code(const Utf8Char& c);
    bool open_interpolation();
    void end_of_interpolation();
    bool close_heredoc();
    bool close_quote();
    bool unescape_parts(Quote& quote);
    void cut_text(Quote& quote);
    void strip_indentation(Quote& quote);
    bool close_string(Quote& quote);
    bool close_atom(Quote& quote);
    bool close_call(Quote& quote);
    bool close_sigil(Quote& quote);
    bool unterminated();
    std::string quote_name(const Quote& quote) const;
    std::string quote_end(const Quote& quote) const;

    // brackets.cpp
    void open(Tok kind, std::uint32_t column);
    bool close(Tok kind, std::string_view text, std::uint32_t column, bool& interpolation_ended);
    bool check_closed();
    std::string opening_hint(Tok kind) const;
    std::uint32_t indentation() const;
    static std::string_view closing_text(Tok opening);
    static Tok closing_kind(Tok opening);

    // warnings.cpp
    void warn_needless_quotes(std::string_view what, std::string_view text, std::uint32_t line, std::uint32_t column);
    void warn_mark_before_equals(std::string_view text, std::string_view colon, std::uint32_t column);
    void warn_character(bool escaped, char32_t code, std::uint32_t column);
    void warn_outdented(const Quote& quote, std::uint32_t line);

    // cursor.cpp
    void cut_at_cursor();
    bool finish_at_cursor();
    void open_call_at_cursor();
    void drop_argument();
    bool in_open_function() const;
    bool ends_argument(Tok kind) const;
    void close_openings();

    std::string_view text_;
    const LexOptions& options_;
    LexResult& out_;
    std::size_t pos_ = 0;
    std::uint32_t line_;
    std::uint32_t column_;
    std::vector<Opening> openings_;
    std::vector<Quote> quotes_;
    std::size_t openings_base_ = 0;  // of the innermost interpolation
    std::size_t tokens_base_ = 0;
    // Where the indentation says that an end is too many, or one too few.
    std::optional<std::uint32_t> suspicious_end_line_;
    std::optional<std::uint32_t> suspicious_do_line_;
    std::optional<std::uint32_t> suspicious_fn_line_;
};

}  // namespace vial
