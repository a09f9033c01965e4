// vm/process/report.cpp: telling people of a process that ended by an error.
// Here: the reporter process, the plain text.
// Not here: how the library shows a report (stdlib/vial/vial_report.ex).
// Threads: the owner of the process that ends.
// Holds: a report is made by a process of its own, so that user code (inspect, exception messages)
//        neither runs in the process that ends nor holds its end up. Where there is no library, or it
//        is the reporter that fails, plain text goes to standard error in one write.
#include "vm/process/report.h"

#include <string>

#include "vm/process/names.h"
#include "vm/process/spawn.h"
#include "vm/process/wake.h"
#include "vm/tables/atoms.h"
#include "vm/term/print.h"
#include "vm/vm.h"

namespace vial {

namespace {

void write_error(Vm& vm, const std::string& text) {
    const World& world = vm.world();
    if (world.write_fd) world.write_fd(world.host, 2, text.data(), text.size());
}

Term class_atom(NativeStatus how) {
    switch (how) {
        case NativeStatus::Exit: return atoms::exit;
        case NativeStatus::Throw: return atoms::throw_;
        default: return atoms::error;
    }
}

std::string process_text(const Process& p) {
    const AtomTable& atoms = p.vm().atoms();
    const Term name = NameTable::name_of(p);
    std::string text = "Process " + print_term(p.pid, atoms);
    if (name != kNoTerm) text += " (" + print_term(name, atoms) + ")";
    return text;
}

// {module, function, arity or arguments, [file: charlist, line: n]}
std::string frame_text(Term entry, const AtomTable& atoms) {
    if (!is_tuple_of(entry, 4)) return print_term(entry, atoms);
    std::string text;
    std::string line;
    for (Term at = tuple_element(entry, 3); at.is_cons(); at = at.tail()) {
        const Term pair = at.head();
        if (!is_tuple_of(pair, 2)) continue;
        const Term value = tuple_element(pair, 1);
        if (tuple_element(pair, 0) == atoms::line) line = print_term(value, atoms);
        if (tuple_element(pair, 0) != atoms::file) continue;
        for (Term c = value; c.is_cons() && c.head().is_small(); c = c.tail()) {
            text += static_cast<char>(c.head().small_value());
        }
    }
    if (!text.empty()) text += ":" + line + ": ";
    const Term arguments = tuple_element(entry, 2);
    text += print_term(tuple_element(entry, 0), atoms) + ":" + print_term(tuple_element(entry, 1), atoms);
    return text + (arguments.is_small() ? "/" : "(") + print_term(arguments, atoms) +
           (arguments.is_small() ? "" : ")");
}

void report_plainly(Process& p, const RunResult& result) {
    const AtomTable& atoms = p.vm().atoms();
    std::string text = "[error] " + process_text(p) + " ended by an uncaught " +
                       print_term(class_atom(result.how), atoms) + "\n** " +
                       print_term(result.value, atoms) + "\n";
    for (Term at = result.trace; at.is_cons(); at = at.tail()) {
        text += "    " + frame_text(at.head(), atoms) + "\n";
    }
    write_error(p.vm(), text);
}

}  // namespace

void report_crash(RunContext& context, Process& p, const RunResult& result) {
    FunctionCell* reporter = p.vm().machine().reporter;
    if (!reporter || p.initial_function == reporter || !context.x) return report_plainly(p, result);
    const Term args[] = {p.pid, class_atom(result.how), result.value, result.trace};
    SpawnError error = SpawnError::None;
    const SpawnOptions options;
    if (spawn_process(context, slots_of(context), p, reporter, args, options, error) == kNoTerm) {
        report_plainly(p, result);
    }
}

void report_heap_limit(RunContext&, Process& p, Word words, Word limit, bool refused) {
    std::string text = "[error] " + process_text(p);
    if (refused) {
        text += " ended: the system refuses more memory; its heap has " + std::to_string(words) +
                " words\n";
    } else {
        text += " has a heap of " + std::to_string(words) + " words, above its limit of " +
                std::to_string(limit) + "\n";
    }
    write_error(p.vm(), text);
}

}  // namespace vial
