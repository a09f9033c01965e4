// compiler/parse/expression.cpp: operators and what they bind.
// Here: binary operators by precedence, prefix operators, @.
// Not here: operands (operand.cpp).
// Threads: one owner.
// Holds: an operand that takes commas (Shape::Open) is always the last thing of its expression.
#include "compiler/parse/parser_internal.h"
#include "compiler/parse/precedence.h"

namespace vial {

// An expression whose operators all bind at least as tightly as `least`. Where a clause may start,
// parentheses with several arguments, or with none before `->` or `when`, come back as they are.
Parser::Task<Node> Parser::expression(std::uint16_t least, bool allow_do, bool clause_start) {
    Node left;
    if (!simple_operand(left)) {
        if (precedence::prefix(kind()) != 0) {
            left = co_await prefixed(allow_do, true);
        } else {
            left = co_await operand(allow_do, clause_start, true);
        }
    }
    if (left.arguments) co_return left;
    if (clause_start && left.empty_paren && (kind() == Tok::When || kind() == Tok::Stab)) {
        co_return left;
    }
    const auto op = precedence::binary(kind());
    if (op.level < least || op.level == 0) co_return left;
    co_return co_await binary_rest(left, least, allow_do);
}

Parser::Task<Node> Parser::binary_rest(Node left, std::uint16_t least, bool allow_do) {
    while (left.shape != Shape::Open) {
        const auto op = precedence::binary(kind());
        if (op.level == 0 || op.level < least) break;
        const Token token = take();
        const std::uint32_t behind = skip_eol();
        Node right;
        if (token.kind == Tok::When && is_key(kind())) {
            right.term = co_await open_keywords();
            right.shape = Shape::Open;
        } else {
            const auto next = static_cast<std::uint16_t>(op.right ? op.level : op.level + 1);
            right = co_await expression(next, allow_do);
        }
        if (token.kind == Tok::Arrow && token.text == "|>" && right.shape == Shape::Open) {
            warnings_.push_back({token.line, token.column,
                                 "parentheses are required when piping into a function call. For example:\n\n    foo 1 |> bar 2 |> baz 3\n\n"
                                 "is ambiguous and should be written as\n\n    foo(1) |> bar(2) |> baz(3)\n\nAmbiguous pipe found at:"});
        }
        Term whole;
        if (!binary_form(token, behind, left.term, right.term, whole)) co_await Stop{routines_};
        Node joined;
        joined.term = whole;
        joined.shape = left.shape == Shape::Unmatched ? Shape::Unmatched : right.shape;
        left = joined;
    }
    co_return left;
}

Parser::Task<Node> Parser::prefixed(bool allow_do, bool allow_access) {
    if (kind() == Tok::At) co_return co_await attribute(allow_do, allow_access);
    const Token op = take();
    const std::uint16_t level = precedence::prefix(op.kind);
    skip_eol();
    Node node;
    if (op.kind == Tok::Capture && kind() == Tok::Int) {
        const Token& n = take();
        node.term = prefix_form(op, number_value(n));
        node.accessible = true;
        if (is_key(kind())) co_await key_after_operand();
        co_return co_await access(node, allow_do);
    }
    Node inner = co_await expression(level, allow_do);
    // Behind do ... end the operand goes on whatever the operator's level.
    if (inner.shape == Shape::Unmatched) inner = co_await binary_rest(inner, 1, allow_do);
    node.term = prefix_form(op, inner.term);
    node.shape = inner.shape;
    co_return node;
}

// `@` binds tighter than dots and brackets: @a.b is (@a).b, @a[b] is (@a)[b].
Parser::Task<Node> Parser::attribute(bool allow_do, bool allow_access) {
    const Token op = take();
    skip_eol();
    Node inner;
    if (precedence::prefix(kind()) != 0) {
        inner = co_await prefixed(allow_do, false);
    } else {
        inner = co_await operand(allow_do, false, false);
    }
    if (inner.shape == Shape::Unmatched) inner = co_await binary_rest(inner, 1, allow_do);
    Node node;
    node.term = prefix_form(op, inner.term);
    node.shape = inner.shape;
    if (inner.accessible && kind() == Tok::OpenBracket) {
        node.term = co_await bracket(node.term);
        node.accessible = true;
    }
    if (node.shape != Shape::Matched || !allow_access) co_return node;
    co_return co_await access(node, allow_do);
}

}  // namespace vial
