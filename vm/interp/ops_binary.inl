// vm/interp/ops_binary.inl: matching and building bitstrings.
// Here: bodies: the byte-aligned cases of one-byte integers; see dispatch.h.
// Not here: everything else (slow_match_bits.cpp, slow_make_bits.cpp).
// Threads: the scheduler that runs the process.
// Holds: a context is a boxed MatchContext: header | parent | position bits | end bits.

// fail, d, s, descriptor
OP0(BinStart) {
    // Round a loop, the context of the round before.
    const Term s = IN(ANY, 3);
    if (VIAL_LIKELY(s.is_boxed_kind(BoxedKind::MatchContext))) {
        OUT(ANY, 2, s);
        NEXT(5);
    }
    SLOW(slow_bin_start);
}

// fail, d, ctx, size, unit, flags, descriptor
OP0(BinInteger) {
    // <<c, ...>> on a byte's edge: the usual step of a parser.
    Word* context = IN(ANY, 3).boxed_words();
    const Word position = context[2];
    if (VIAL_LIKELY(pc[4] == Term::small(8).word() && pc[5] == 1 && (pc[6] & 2) == 0 &&
                    position % 8 == 0 && position + 8 <= context[3])) {
        const Word* parent = Term::from_word(context[1]).boxed_words();
        const std::uint8_t* bytes = whole_binary_bytes(parent);
        context[2] = position + 8;
        OUT(ANY, 2, Term::small(bytes[position / 8]));
        NEXT(8);
    }
    SLOW(slow_bin_integer);
}

OP0(BinFloat) { SLOW(slow_bin_float); }
OP0(BinBits) { SLOW(slow_bin_bits); }
OP0(BinRest) { SLOW(slow_bin_rest); }
// fail, d, ctx
OP0(BinUtf8) {
    Word* context = IN(ANY, 3).boxed_words();
    const Word position = context[2];
    if (VIAL_LIKELY(position % 8 == 0 && position + 8 <= context[3])) {
        const Word* parent = Term::from_word(context[1]).boxed_words();
        const std::uint8_t* bytes = whole_binary_bytes(parent);
        if (bytes[position / 8] < 0x80) {
            context[2] = position + 8;
            OUT(ANY, 2, Term::small(bytes[position / 8]));
            NEXT(4);
        }
    }
    SLOW(slow_bin_utf8);
}
OP0(BinUtf16) { SLOW(slow_bin_utf16); }
OP0(BinUtf32) { SLOW(slow_bin_utf32); }
OP0(BinSkip) { SLOW(slow_bin_skip); }
OP0(BinString) { SLOW(slow_bin_string); }

OP0(BinEnd) {
    const Word* context = IN(ANY, 2).boxed_words();
    if (context[2] == context[3]) NEXT(3);
    GO(pc[1]);
}

OP0(BinUnit) {
    const Word* context = IN(ANY, 2).boxed_words();
    if ((context[3] - context[2]) % pc[3] == 0) NEXT(4);
    GO(pc[1]);
}

OP0(BinSave) {
    OUT(ANY, 1, Term::small(static_cast<std::int64_t>(IN(ANY, 2).boxed_words()[2])));
    NEXT(3);
}

OP0(BinRestore) {
    // A position of another context is no harm while it is not beyond the end.
    Word* context = IN(ANY, 1).boxed_words();
    const auto position = static_cast<Word>(IN(ANY, 2).small_value());
    context[2] = position < context[3] ? position : context[3];
    NEXT(3);
}

OP0(BinMake) { SLOW(slow_bin_make); }
OP0(BinAppend) { SLOW(slow_bin_append); }
