// runtime/process/names.cpp: natives on registered names.
// Here: register, unregister, whereis, registered.
// Not here: the table (vm/process/names.cpp).
// Threads: the scheduler of the caller.
// Holds: -
#include "vm/process/names.h"

#include "runtime/process/arguments.h"

namespace vial {

NativeResult native_erlang_register(Process& p, Args args) {
    const Term name = args[0], pid = args[1];
    if (!name.is_atom()) (void)p.badarg(0, "not an atom");
    if (!pid.is_local_pid()) return p.badarg(1, "not a pid or port");
    if (!name.is_atom()) return p.badarg();
    if (name == atoms::undefined) return p.badarg(0, "'undefined' is not a valid name");
    switch (p.vm().names().register_name(name, pid)) {
        case NameTable::Register::Done: return atoms::true_;
        case NameTable::Register::NoProcess:
            return p.badarg(1, "the pid does not refer to an existing process");
        case NameTable::Register::HasName:
            return p.badarg(1, "this process or port already has a name");
        case NameTable::Register::NameTaken: break;
    }
    // The reference looks at the process first.
    if (const Process* owner = p.vm().processes().find(pid);
        owner && NameTable::name_of(*owner) != kNoTerm) {
        return p.badarg(1, "this process or port already has a name");
    }
    return p.badarg(0, "name is in use");
}

NativeResult native_erlang_unregister(Process& p, Args args) {
    if (!args[0].is_atom() || !p.vm().names().unregister(args[0])) return p.badarg(0, "not a pid");
    return atoms::true_;
}

NativeResult native_erlang_whereis(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    const Term pid = p.vm().names().whereis(args[0]);
    return pid == kNoTerm ? atoms::undefined : pid;
}

NativeResult native_erlang_registered(Process& p, Args) {
    const std::vector<Term> names = p.vm().names().registered();
    HeapWriter out = p.reserve(names.size() * kConsWords);
    return out.list(names);
}

}  // namespace vial
