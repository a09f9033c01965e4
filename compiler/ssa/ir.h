// compiler/ssa/ir.h: a function as basic blocks of instructions in SSA form.
// Here: values, arguments, instructions, blocks, functions, and the program of one module.
// Not here: how core becomes this (lower*), passes (simplify, types, ...), registers (emit/).
// Threads: one owner at a time.
// Holds: an instruction is an opcode of the machine over values and constants, no registers. What
//        can go to a fail label ends a block: succ[0] is where it holds, succ[1] where it does not,
//        and its result is known in succ[0] alone. Blocks take parameters in the place of phis.
//        A value is defined once and its definition dominates its uses.
//
// What the fields of an instruction mean, where it is not the table's order of sources:
//   Call, TailCall            args; index: function        CallExt, TailCallExt, Native*  index: import
//   CallFun, TailCallFun      args, fun                    Apply, TailApply     args, module, function
//   MakeFun                   free; index: lambda          Element              index: element
//   UpdateTuple               tuple, values; extra: indices
//   Compare                   index: how                   BinInteger, BinFloat index: unit, extra: {flags}
//   BinBits, BinSkip, BinRest, BinUnit  index: unit        BinUtf16, BinUtf32   extra: {flags}
//   BinMake, BinAppend        [left,] value, size, ...; extra: kind, unit, flags for each; index: unit of left
//   SelectValue               subject, choices; succ[0] otherwise, then one for each choice
//   SelectArity               subject; extra: arities; succ as SelectValue
//   ReceivePeek               succ[0] there is one, succ[1] wait
//   ReceiveUntil              timeout; succ[0] it has passed, succ[1] loop
//   Return, RaiseFunction     the value; all arguments of the function
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "compiler/core/core.h"
#include "vm/code/bytecode.h"
#include "vm/term/atom_table.h"

namespace vial::ssa {

using ValueId = std::uint32_t;
using BlockId = std::uint32_t;
constexpr ValueId kNoValue = 0xffffffff;
constexpr BlockId kNoBlock = 0xffffffff;
constexpr std::uint32_t kNone = 0xffffffff;

// A value or a constant.
struct Arg {
    ValueId value = kNoValue;
    Term term;
    static Arg of(ValueId v) { return {v, Term()}; }
    static Arg constant(Term t) { return {kNoValue, t}; }
    bool is_value() const { return value != kNoValue; }
    bool is_constant() const { return value == kNoValue; }
    bool is(Term t) const { return is_constant() && term == t; }
    bool operator==(const Arg&) const = default;
};

struct Instr {
    Opcode op = Opcode::Jump;
    ValueId result = kNoValue;
    std::uint32_t index = 0;
    core::Place place;
    std::vector<Arg> args;
    std::vector<std::uint32_t> extra;
};

struct Edge {
    BlockId block = kNoBlock;
    std::vector<Arg> args;  // one for each parameter of `block`
};

struct Block {
    std::vector<ValueId> params;
    std::vector<Instr> instrs;
    Instr last;
    std::vector<Edge> succ;
    BlockId handler = kNoBlock;  // where what raises in this block goes on
    bool is_handler = false;     // params: class, reason, raw trace
    bool closed = false;         // `last` stands
    bool dead = false;           // no longer in the function
    std::uint32_t pred_count = 0;  // while lowering: edges made so far
};

struct Function {
    std::string name;
    std::uint32_t arity = 0;  // with free variables
    std::uint32_t free = 0;
    bool exported = false;
    bool local_entry = true;  // called by Call/TailCall or by a lambda from this module
    core::Place place;
    std::vector<ValueId> params;
    std::vector<Block> blocks;  // 0 is the entry
    std::uint32_t value_count = 0;

    ValueId new_value() { return value_count++; }
    BlockId new_block(BlockId handler) {
        blocks.emplace_back();
        blocks.back().handler = handler;
        return static_cast<BlockId>(blocks.size() - 1);
    }
};

struct Lambda {
    std::uint32_t function = kNone;
    std::uint32_t arity = 0;
    std::uint32_t free = 0;
    std::uint32_t unique = 0;
};

struct Import {
    std::string module;
    std::string function;
    std::uint32_t arity = 0;
    auto operator<=>(const Import&) const = default;
};

// All that is emitted for one module. Constants stand in `arena` or outlive it.
struct Program {
    Program(core::Module& m, const AtomTable& a) : module(m), atoms(a), arena(*m.arena) {}
    core::Module& module;
    const AtomTable& atoms;
    TermArena& arena;
    std::deque<Function> functions;
    std::vector<Lambda> lambdas;
    std::vector<Import> imports;

    std::uint32_t import(std::string_view m, std::string_view f, std::uint32_t arity) {
        const auto [at, fresh] = import_index_.try_emplace(
            Import{std::string(m), std::string(f), arity}, imports.size());
        if (fresh) imports.push_back(at->first);
        return at->second;
    }

  private:
    std::map<Import, std::uint32_t> import_index_;
};

// --- facts of opcodes -----------------------------------------------------------------------
std::uint16_t effects_of(Opcode op);
inline bool may_raise(const Instr& i) {
    // Whatever calls may raise; so may what waits with a time.
    return (effects_of(i.op) & (op_effect::Raises | op_effect::Call)) != 0;
}
// Has no effect but its result: may be dropped when that is not used.
bool is_droppable(Opcode op);
// Leaves every X register undefined but X0.
bool clobbers(Opcode op);
// Stands at the end of a block and can go to succ[1] when it does not hold.
bool is_test(Opcode op);

// Calls fn(Arg&) for every argument of a block: instructions, its end, its edges.
template <class F>
void each_arg(Block& b, F&& fn) {
    for (auto& i : b.instrs) {
        for (auto& a : i.args) fn(a);
    }
    for (auto& a : b.last.args) fn(a);
    for (auto& e : b.succ) {
        for (auto& a : e.args) fn(a);
    }
}

// The handler the block's instructions go to, if any of them can raise.
BlockId active_handler(const Function& f, BlockId b);
// Reachable blocks, each before those it dominates (reverse postorder; active handlers count as
// successors: one that nothing leads to is not reached).
std::vector<BlockId> reverse_postorder(const Function& f);

// For people and tests: one line for each instruction.
std::string print(const Function& f, const Program& program);

}  // namespace vial::ssa
