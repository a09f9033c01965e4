// vm/code/verify.cpp: proof that a module can be run without harm.
// Here: the module's tables; then each function.
// Not here: functions (verify_function.cpp, verify_ops.cpp).
// Threads: any; reads only.
// Holds: tables first: functions index them without looking.
#include "vm/code/verify.h"

#include "vm/code/verify_internal.h"

namespace vial {

namespace {

constexpr std::size_t kMaxAtomBytes = 255 * 4;

const char* wrong_table(const ModuleCode& code) {
    if (code.atoms.empty() || code.atoms[0].empty()) return "the module has no name";
    for (const std::string& atom : code.atoms) {
        if (atom.size() > kMaxAtomBytes) return "an atom is too long";
    }
    for (const ImportCode& i : code.imports) {
        if (i.module >= code.atoms.size() || i.function >= code.atoms.size()) return "an import without name";
        if (i.arity > 255) return "an import of more than 255 arguments";
    }
    for (const FunctionCode& f : code.functions) {
        if (f.name >= code.atoms.size()) return "a function without name";
        if (f.file >= code.files.size() && f.file != 0) return "a function in no file";
    }
    for (const LambdaCode& l : code.lambdas) {
        if (l.function >= code.functions.size()) return "a lambda without function";
        const FunctionCode& f = code.functions[l.function];
        if (l.arity > 255 || l.free > 255 || l.arity + l.free != f.arity || f.free != l.free) {
            return "a lambda whose function takes other arguments";
        }
    }
    for (std::uint32_t e : code.exports) {
        if (e >= code.functions.size()) return "an export without function";
    }
    if (code.entry != kNoIndex &&
        (code.entry >= code.functions.size() || code.functions[code.entry].arity != 0)) {
        return "an entry that is no function without arguments";
    }
    return nullptr;
}

}  // namespace

Result<Unit> verify(const ModuleCode& code, const NativeLookup& natives) {
    const std::string module = code.atoms.empty() ? "?" : code.atoms[0];
    if (const char* wrong = wrong_table(code)) {
        return Error{"invalid bytecode: " + module + ": " + wrong};
    }
    for (const FunctionCode& function : code.functions) {
        const std::string wrong = FunctionVerifier(code, function, natives).run();
        if (wrong.empty()) continue;
        return Error{"invalid bytecode: " + module + "." + code.atoms[function.name] + "/" +
                     std::to_string(function.arity) + ", " + wrong};
    }
    return Unit{};
}

}  // namespace vial
