// compiler/lex/token.h: what the lexer makes of the text.
// Here: kinds of tokens, Token, the parts of quoted things, SyntaxError.
// Not here: how they are made (lexer.h), what they mean together (parse/).
// Threads: plain data.
// Holds: tokens of an interpolation stand in the stream right after the token of the string they
//        are in, and end with an End token; StringData::after is the first token past them all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vial {

enum class Tok : std::uint8_t {
    End,  // of the text or of an interpolation
    Eol,
    Semicolon,
    Comma,
    Dot,
    DotCall,  // the dot of `f.(`
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenCurly,
    CloseCurly,
    OpenBits,
    CloseBits,
    Percent,
    MapOpen,  // %{} of a map: an OpenCurly follows
    Fn,
    Do,
    EndWord,
    BlockWord,  // after, else, catch, rescue
    True,
    False,
    Nil,
    Int,
    Float,
    Char,
    Atom,
    AtomQuoted,  // :"without interpolation"
    AtomParts,   // :"with #{}"
    Kw,
    KwQuoted,
    KwParts,
    BinString,
    ListString,
    BinHeredoc,
    ListHeredoc,
    Sigil,
    Alias,
    Identifier,
    ParenIdentifier,    // directly before (
    BracketIdentifier,  // directly before [
    DoIdentifier,       // before do
    OpIdentifier,       // `f -1`: space before the sign and none after
    // Operators.
    Capture,  // &
    Unary,    // ! ^ ~~~ not
    At,
    Dual,     // + -
    Ternary,  // //
    Comp,
    Rel,
    And,
    Or,
    Arrow,    // |> and its like
    InMatch,  // <- \\.
    Type,     // ::
    Stab,     // ->
    When,
    Match,  // =
    Pipe,   // |
    Assoc,  // =>
    Concat,
    Range,
    Xor,
    Mult,
    Power,
    In,  // in, not in
};

struct Token {
    Tok kind = Tok::End;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    // Eol, Semicolon, Comma: newlines that follow. Operators that go on with the line before: the
    // newlines between. Strings: index of their StringData.
    std::uint32_t extra = 0;
    char32_t code = 0;           // Char: the character
    std::string_view text = {};  // as written; for quoted atoms, keywords and calls what it says
};

// Text of a string, or an interpolation in it.
struct StringPart {
    bool interpolation = false;
    std::string text;
    std::uint32_t first_token = 0;            // of the interpolation, up to its End
    std::uint32_t line = 0, column = 0;          // of #{
    std::uint32_t end_line = 0, end_column = 0;  // of }
};

struct StringData {
    std::vector<StringPart> parts;
    std::uint32_t after = 0;
    std::uint32_t indentation = 0;  // heredocs
    bool heredoc = false;
    char sigil = 0;
    std::string_view modifiers;
    std::string_view delimiter;  // as it opens
};

// What is wrong with a text, in the form Code.string_to_quoted gives it.
struct SyntaxError {
    std::uint32_t line = 1;
    std::uint32_t column = 0;  // 0: not known
    std::string message;
    std::string suffix;  // has_suffix: the message is {message, suffix} around the token
    bool has_suffix = false;
    std::string token;
};

}  // namespace vial
