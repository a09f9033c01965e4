// vm/code/walk_ops.cpp: what each instruction asks for, and what it leaves.
// Here: sources, heap, frames, proved types, results, what a passed test tells.
// Not here: labels and descriptors (walk_function.cpp).
// Threads: one at a time.
// Holds: a rule here for each thing the interpreter does not test.
#include <algorithm>

#include "vm/code/walk_internal.h"
#include "vm/heap/writer.h"
#include "vm/process/native.h"
#include "vm/term/boxed.h"

namespace vial {

using OperandKind = Operand::Kind;
using namespace type_bit;

namespace {

bool reads_context(Opcode opcode) {
    return opcode >= Opcode::BinStart && opcode <= Opcode::BinRestore;
}

}  // namespace

std::uint64_t argument_count(const ModuleCode& code, const FunctionCode& function, const Instruction& in) {
    const auto told = [&] { return std::min<std::uint64_t>(in.operands[0].value, kMaxX); };
    switch (in.opcode) {
        case Opcode::Call:
        case Opcode::TailCall: return code.functions[in.operands[0].value].arity;
        case Opcode::CallExt:
        case Opcode::TailCallExt: return code.imports[in.operands[0].value].arity;
        case Opcode::CallFun:
        case Opcode::TailCallFun: return told() + 1;
        case Opcode::Apply:
        case Opcode::TailApply: return told() + 2;
        case Opcode::Return: return 1;
        case Opcode::Send: return 2;
        case Opcode::RaiseFunction: return function.arity;
        default: return 0;
    }
}

// Every register that is read has been set; what programs must not see goes only where it belongs.
bool CodeWalk::check_sources(const Instruction& in) {
    const OpcodeShape& shape = opcode_shape(in.opcode);
    const auto check = [&](const Operand& o) {
        const KnownType type = read(o);
        if (!type.set()) return fail("reads a register that is not set");
        const bool moves = in.opcode == Opcode::Move || in.opcode == Opcode::Swap;
        const bool hidden_allowed = moves || reads_context(in.opcode) || in.opcode == Opcode::MarkBind;
        return type.is_value() || hidden_allowed || fail("reads what no program may see");
    };
    for (std::size_t i = 0; i < shape.count; ++i) {
        if (shape.kinds[i] == ShapeKind::Source && !check(in.operands[i])) return false;
        if (shape.kinds[i] != ShapeKind::List) continue;
        const ListPattern& pattern = list_pattern(in.opcode);
        for (std::size_t k = 0; k < in.operands[i].value; ++k) {
            const Operand& item = in.operands[i + 1 + k];
            if (pattern.kinds[k % pattern.period] != ShapeKind::Source) continue;
            if (!check(item)) return false;
            if (!read(item).is_value()) return fail("reads what no program may see");
        }
    }
    return in.opcode != Opcode::Swap || (check(in.operands[0]) && check(in.operands[1]));
}

bool CodeWalk::spend_heap(std::uint64_t words) {
    if (state_.heap_words < words) return fail("builds more than was reserved");
    state_.heap_words -= words;
    return true;
}

bool CodeWalk::call_arguments(std::uint64_t count) {
    if (count > 257) return fail("more than 255 arguments");
    for (std::uint64_t i = 0; i < count; ++i) {
        if (i >= state_.x.size() || !state_.x[i].is_value()) return fail("an argument that is not set");
    }
    return true;
}

// Before a function is left: its frame is the one told.
bool CodeWalk::leave_function(std::uint64_t slots) {
    return slots == state_.slots || fail("drops a frame of another size");
}

bool CodeWalk::native_call(const Instruction& in) {
    const ImportCode& import = code_.imports[in.operands[2].value];
    const std::uint64_t arity = in.operands.size() - 3;
    const NativeRow* native = natives_->find(natives_->context, code_.atoms[import.module],
                                            code_.atoms[import.function], import.arity);
    if (!native || import.arity != arity) return fail("no native of this name and arity");
    using namespace native_effect;
    // make_ref is not pure, but needs nothing of its caller either.
    if (native->effects & (MayYield | Signals | Blocks)) {
        return fail("a native that may not stand in an expression");
    }
    return true;
}

bool CodeWalk::requirements(const Instruction& in) {
    const auto& o = in.operands;
    if (!call_arguments(argument_count(code_, function_, in))) return false;
    switch (in.opcode) {
        case Opcode::Call: return pass_arguments(o[0].value);
        case Opcode::TailCall: return leave_function(o[1].value) && pass_arguments(o[0].value);
        case Opcode::TailCallExt:
        case Opcode::TailCallFun:
        case Opcode::TailApply: return leave_function(o[1].value);
        case Opcode::Return: return leave_function(0);
        case Opcode::Allocate:
            if (state_.slots != 0) return fail("a second frame");
            return (o[0].value > 0 && o[0].value < 0xffff) || fail("a frame of no or too many slots");
        case Opcode::Deallocate: return leave_function(o[0].value) && (state_.slots || fail("no frame to drop"));
        case Opcode::TestHeap: return o[0].value < (1u << 24) || fail("absurd room asked for");
        case Opcode::Cons: return spend_heap(kConsWords);
        case Opcode::Tuple:
            return (o[1].value > 0 && o[1].value < (1u << 24) && spend_heap(tuple_words(o[1].value))) ||
                   fail("an empty tuple");
        case Opcode::MakeFun:
            if (o[2].value != code_.lambdas[o[1].value].free) return fail("free variables of another count");
            return spend_heap(fun_words(o[2].value));
        case Opcode::UpdateTuple:
            for (std::size_t i = 3; i < o.size(); i += 2) {
                if (!read(o[1]).tuple_of_at_least(o[i].value + 1)) return fail("not proved to be a tuple that wide");
            }
            return need(o[1], type_bit::Tuple, "a tuple");
        case Opcode::Head:
        case Opcode::Tail: return need(o[1], type_bit::Cons, "a non-empty list");
        case Opcode::HeadTail: return need(o[2], type_bit::Cons, "a non-empty list");
        case Opcode::Element:
            return read(o[1]).tuple_of_at_least(o[2].value + 1) || fail("not proved to be a tuple that wide");
        case Opcode::SelectArity: return need(o[0], type_bit::Tuple, "a tuple");
        case Opcode::IsTagged: return o[3].kind == OperandKind::Atom || fail("the tag is no atom");
        case Opcode::Compare: return o[1].value <= 7 || fail("no such comparison");
        case Opcode::MapGet:
            return (o[0].value || fail("no label to fail to")) && need(o[2], type_bit::Map, "a map");
        case Opcode::MapHas: return need(o[1], type_bit::Map, "a map") && (o[0].value || fail("no label to fail to"));
        case Opcode::MapGetMany:
            for (std::size_t i = 4; i < o.size(); i += 2) {
                if (o[i] == o[1]) return fail("writes the map it reads");
                for (std::size_t k = i + 1; k < o.size(); k += 2) {
                    if (o[k] == o[i]) return fail("writes a key it reads later");
                }
            }
            return need(o[1], type_bit::Map, "a map") && (o[0].value || fail("no label to fail to"));
        case Opcode::Native0:
        case Opcode::Native1:
        case Opcode::Native2:
        case Opcode::Native3: return !natives_ || native_call(in);
        case Opcode::MarkBind: return need(o[0], type_bit::Mark, "a mark") && read(o[1]).is_value();
        default: return bits(in);
    }
}

bool CodeWalk::bits(const Instruction& in) {
    const auto& o = in.operands;
    const auto context = [&](const Operand& operand) {
        return need(operand, type_bit::Context, "a match context");
    };
    const auto unit = [&](const Operand& operand) {
        return (operand.value >= 1 && operand.value <= 256) || fail("a unit outside of 1..256");
    };
    const auto value = [&](const Operand& operand) {
        return read(operand).is_value() || fail("reads what no program may see");
    };
    const auto label = [&] { return o[0].value || fail("no label to fail to"); };
    switch (in.opcode) {
        case Opcode::BinStart:
            return label() && (need(o[2], Any | Context, "a value or a match context"));
        case Opcode::BinInteger:
        case Opcode::BinFloat:
        case Opcode::BinBits: return label() && context(o[2]) && value(o[3]) && unit(o[4]);
        case Opcode::BinRest: return label() && context(o[2]) && unit(o[3]);
        case Opcode::BinUtf8:
        case Opcode::BinUtf16:
        case Opcode::BinUtf32: return label() && context(o[2]);
        case Opcode::BinSkip: return label() && context(o[1]) && value(o[2]) && unit(o[3]);
        case Opcode::BinString:
            if (!read(o[2]).within(Bitstring)) return fail("the bytes are no bitstring");
            return label() && context(o[1]);
        case Opcode::BinEnd: return label() && context(o[1]);
        case Opcode::BinUnit: return label() && context(o[1]) && unit(o[2]);
        case Opcode::BinSave: return context(o[1]);
        case Opcode::BinRestore: return context(o[0]) && need(o[1], Small, "a position");
        case Opcode::BinMake:
        case Opcode::BinAppend: {
            const std::size_t list = in.opcode == Opcode::BinMake ? 2 : 4;
            for (std::size_t i = list + 1; i < o.size(); i += 5) {
                if (o[i].value > 7) return fail("no such kind of segment");
                if (o[i + 1].value > 256) return fail("a unit above 256");
            }
            return in.opcode == Opcode::BinMake || unit(o[3]);
        }
        default: return true;
    }
}

// What an instruction does besides writing its operands.
bool CodeWalk::effects(const Instruction& in) {
    const auto& o = in.operands;
    switch (in.opcode) {
        case Opcode::Allocate:
            state_.slots = static_cast<std::uint32_t>(o[0].value);
            state_.y.assign(state_.slots, {});
            return true;
        case Opcode::Deallocate:
            state_.slots = 0;
            state_.y.clear();
            return true;
        case Opcode::TestHeap: state_.heap_words = o[0].value; return true;
        case Opcode::Call:
            state_.x[0] = result_of(o[0].value);
            state_.reached = state_.x[0].set();
            return true;
        case Opcode::CallExt:
        case Opcode::CallFun:
        case Opcode::Apply:
        case Opcode::Send: state_.x[0] = kAnyValue; return true;
        case Opcode::Return: return give_result(state_.x[0]);
        case Opcode::TailCall: {
            const KnownType result = result_of(o[0].value);
            return !result.set() || give_result(result);
        }
        case Opcode::TailCallExt:
        case Opcode::TailCallFun:
        case Opcode::TailApply: return give_result(kAnyValue);
        case Opcode::ReceivePeek: state_.peeking = true; return true;
        default: return true;
    }
}

KnownType CodeWalk::result_type(const Instruction& in, std::size_t operand) const {
    const auto& o = in.operands;
    switch (in.opcode) {
        case Opcode::Move: return read(o[1]);
        case Opcode::Swap: return read(o[1 - operand]);
        case Opcode::Cons: return {type_bit::Cons};
        case Opcode::Tuple: return {type_bit::Tuple, static_cast<std::uint32_t>(o[1].value), true};
        case Opcode::UpdateTuple: return read(o[1]);
        case Opcode::MakeFun: return {Fun};
        case Opcode::Add:
        case Opcode::Subtract:
        case Opcode::Multiply:
        case Opcode::Negate: return {Number};
        case Opcode::Divide: return {type_bit::Float};
        case Opcode::IntDivide:
        case Opcode::Remainder:
        case Opcode::BitAnd:
        case Opcode::BitOr:
        case Opcode::BitXor:
        case Opcode::BitNot:
        case Opcode::ShiftLeft:
        case Opcode::ShiftRight:
        case Opcode::BinInteger: return {Integer};
        case Opcode::Compare:
        case Opcode::Not: return {Boolean};
        case Opcode::Self: return {Pid};
        case Opcode::MapNew:
        case Opcode::MapPut:
        case Opcode::MapUpdate: return {type_bit::Map};
        case Opcode::BinStart: return {Context};
        case Opcode::BinFloat: return {type_bit::Float};
        case Opcode::BinBits:
        case Opcode::BinRest:
        case Opcode::BinMake:
        case Opcode::BinAppend: return {Bitstring};
        case Opcode::BinUtf8:
        case Opcode::BinUtf16:
        case Opcode::BinUtf32:
        case Opcode::BinSave: return {Small};
        case Opcode::BuildTrace: return {List};
        case Opcode::MarkReserve: return {Mark};
        default: return kAnyValue;
    }
}

// The instruction fell through: its test holds.
void CodeWalk::narrow(const Instruction& in) {
    const auto& o = in.operands;
    const auto only = [&](const Operand& operand, std::uint32_t allowed) {
        if (operand.kind != OperandKind::X && operand.kind != OperandKind::Y) return;
        KnownType type = read(operand);
        // A test that cannot hold leaves code that is not reached; it keeps some type all the same.
        type.bits = type.bits & allowed ? type.bits & allowed : allowed;
        if (!(type.bits & type_bit::Tuple)) type = {type.bits};
        state_.reg(operand) = type;
    };
    const auto tuple = [&](const Operand& operand, std::uint64_t arity) {
        if (operand.kind != OperandKind::X && operand.kind != OperandKind::Y) return;
        state_.reg(operand) = {type_bit::Tuple, static_cast<std::uint32_t>(arity), true};
    };
    switch (in.opcode) {
        case Opcode::IsInteger: return only(o[1], Integer);
        case Opcode::IsFloat: return only(o[1], type_bit::Float);
        case Opcode::IsNumber: return only(o[1], Number);
        case Opcode::IsAtom: return only(o[1], AnyAtom);
        case Opcode::IsBoolean: return only(o[1], Boolean);
        case Opcode::IsBinary: return only(o[1], Binary);
        case Opcode::IsBitstring: return only(o[1], Bitstring);
        case Opcode::IsList: return only(o[1], List);
        case Opcode::IsCons: return only(o[1], type_bit::Cons);
        case Opcode::IsNil: return only(o[1], Nil);
        case Opcode::IsTuple: return only(o[1], type_bit::Tuple);
        case Opcode::IsMap: return only(o[1], type_bit::Map);
        case Opcode::IsFun:
        case Opcode::IsFunOf: return only(o[1], Fun);
        case Opcode::IsPid: return only(o[1], Pid);
        case Opcode::IsPort: return only(o[1], Port);
        case Opcode::IsReference: return only(o[1], Reference);
        case Opcode::IsTupleOf:
        case Opcode::IsTagged: return tuple(o[1], o[2].value);
        case Opcode::IsEqExact: {
            const KnownType a = read(o[1]), b = read(o[2]);
            if ((a.bits & b.bits) == 0) return;  // not reached; each keeps what it is proved to be
            if (b.bits != Any) only(o[1], b.bits);
            if (a.bits != Any) only(o[2], a.bits);
            return;
        }
        default: return;
    }
}

bool CodeWalk::select(const Instruction& in) {
    const auto& o = in.operands;
    const bool narrows = in.opcode == Opcode::SelectArity &&
                         (o[0].kind == OperandKind::X || o[0].kind == OperandKind::Y);
    const KnownType whole = read(o[0]);
    OperandKind kind = OperandKind::Nil;
    if (o[1].value == 0) return fail("no label for the rest");
    for (std::size_t i = 3; i < o.size(); i += 2) {
        if (o[i + 1].value == 0) return fail("a choice without label");
        if (narrows) state_.reg(o[0]) = {type_bit::Tuple, static_cast<std::uint32_t>(o[i].value), true};
        if (in.opcode == Opcode::SelectValue) {
            if (o[i].kind != OperandKind::Small && o[i].kind != OperandKind::Atom) {
                return fail("a choice that is no small integer or atom");
            }
            if (kind != OperandKind::Nil && kind != o[i].kind) return fail("choices of two kinds");
            kind = o[i].kind;
        }
        if (!jump(o[i + 1].value, state_)) return false;
    }
    if (narrows) state_.reg(o[0]) = whole;
    return jump(o[1].value, state_);
}

}  // namespace vial
