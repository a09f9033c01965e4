// runtime/term/arguments.cpp: errors with an argument in them; resuming.
// Here: badmap, badkey, go_on_in.
// Not here: natives.
// Threads: the scheduler that runs the process.
// Holds: -
#include "runtime/term/arguments.h"

#include "vm/code/code_server.h"
#include "vm/vm.h"

namespace vial {

namespace {
NativeResult tagged_error(Process& p, Args args, std::uint32_t i, Term tag) {
    HeapWriter out = p.reserve(tuple_words(2));
    return p.error(out.tuple({tag, args[i]}));
}
}  // namespace

NativeResult badmap(Process& p, Args args, std::uint32_t i) {
    return tagged_error(p, args, i, atoms::badmap);
}
NativeResult badkey(Process& p, Args args, std::uint32_t i) {
    return tagged_error(p, args, i, atoms::badkey);
}

NativeResult go_on_in(Process& p, std::string_view module, std::string_view name,
                      std::initializer_list<Term> arguments) {
    AtomTable& table = p.vm().atoms();
    FunctionCell* cell = p.vm().code().cell(table.intern(module), table.intern(name),
                                            static_cast<std::uint32_t>(arguments.size()));
    return p.tail_call(cell, arguments);
}

}  // namespace vial
