// vm/interp/ops_data.inl: moving, building, taking apart, maps.
// Here: bodies; see dispatch.h for what they are written with.
// Not here: type tests (ops_match.inl), the rare cases (slow_data.cpp).
// Threads: the scheduler that runs the process.
// Holds: what the verifier has proved is not tested again.

OP0(Label) { NEXT(2); }

OP2(Move) {
    OUT(K0, 1, IN(K1, 2));
    NEXT(3);
}

OP0(Swap) {
    const Term a = IN(ANY, 1);
    OUT(ANY, 1, IN(ANY, 2));
    OUT(ANY, 2, a);
    NEXT(3);
}

OP0(Allocate) {
    const Word slots = pc[1];
    if (VIAL_UNLIKELY(kCollectAlways ||
                      static_cast<Word>(sp - top) < slots + Process::kStackSlackWords)) {
        SLOW(slow_allocate);
    }
    sp -= slots;
    NEXT(3);
}

OP0(Deallocate) {
    sp += pc[1];
    NEXT(2);
}

OP0(TestHeap) {
    if (VIAL_UNLIKELY(kCollectAlways ||
                      static_cast<Word>(sp - top) < pc[1] + Process::kStackSlackWords)) {
        SLOW(slow_test_heap);
    }
    NEXT(3);
}

OP3(Cons) {
    const Term head = IN(K1, 2), tail = IN(K2, 3);
    top[0] = head.word();
    top[1] = tail.word();
    OUT(K0, 1, Term::cons(top));
    top += kConsWords;
    NEXT(4);
}

OP0(Tuple) {
    const Word count = pc[2];
    Word* at = top;
    *at++ = make_header(BoxedKind::Tuple, count);
    const Word* operand = pc + 3;
    for (Word i = 0; i < count; ++i) *at++ = read_kind<ANY>(x, sp, operand++).word();
    OUT(ANY, 1, Term::boxed(top));
    top = at;
    NEXT(3 + count);
}

OP0(UpdateTuple) { SLOW(slow_update_tuple); }

OP0(MakeFun) {
    const Word count = pc[3];
    Word* at = top;
    *at++ = make_header(BoxedKind::Fun, count);
    *at++ = pc[2];
    const Word* operand = pc + 4;
    for (Word i = 0; i < count; ++i) *at++ = read_kind<ANY>(x, sp, operand++).word();
    OUT(ANY, 1, Term::boxed(top));
    top = at;
    NEXT(4 + count);
}

OP2(Head) {
    OUT(K0, 1, IN(K1, 2).head());
    NEXT(3);
}

OP2(Tail) {
    OUT(K0, 1, IN(K1, 2).tail());
    NEXT(3);
}

OP3(HeadTail) {
    const Term list = IN(K2, 3);
    const Term tail = list.tail();
    OUT(K0, 1, list.head());
    OUT(K1, 2, tail);
    NEXT(4);
}

OP2(Element) {
    OUT(K0, 1, tuple_element(IN(K1, 2), pc[3]));
    NEXT(4);
}

OP0(Self) {
    OUT(ANY, 1, p->pid);
    NEXT(2);
}

OP0(MapNew) { SLOW(slow_map_new); }
// d, key tuple, count, values in key order, descriptor; as long as the MapNew it stands for.
LOADED(MapNewKeys) {
    const Word count = pc[3];
    if (VIAL_UNLIKELY(kCollectAlways || static_cast<Word>(sp - top) <
                                            flat_map_words(count) + Process::kStackSlackWords)) {
        SLOW(slow_map_new_keys);
    }
    Word* at = top;
    *at++ = make_header(BoxedKind::FlatMap, count);
    *at++ = pc[2];
    for (Word i = 0; i < count; ++i) *at++ = read_kind<ANY>(x, sp, pc + 4 + i).word();
    OUT(ANY, 1, Term::boxed(top));
    top = at;
    NEXT(4 + 2 * count);
}

OP0(MapPut) { SLOW(slow_map_put); }
OP0(MapUpdate) { SLOW(slow_map_update); }
OP0(MapHas) { SLOW(slow_map_has); }

OP3(MapGet) {
    const Term map = IN(K1, 3), key = IN(K2, 4);
    if (VIAL_LIKELY((key.is_atom() || key.is_small()) && is_flat_map(map))) {
        const Word* words = map.boxed_words();
        const Word* keys = Term::from_word(words[1]).boxed_words() + 1;
        const Word count = header_size(words[0]);
        for (Word i = 0; i < count; ++i) {
            if (keys[i] == key.word()) {
                OUT(K0, 2, Term::from_word(words[2 + i]));
                NEXT(5);
            }
        }
        GO(pc[1]);
    }
    SLOW(slow_map_get);
}

OP0(MapGetMany) { SLOW(slow_map_get_many); }
