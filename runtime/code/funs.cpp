// runtime/code/funs.cpp: calling and looking into funs.
// Here: apply/2,3, fun_info/1,2, make_fun/3, function_exported/3, fun_to_list/1.
// Not here: calls by instruction (vm/interp/slow_call.cpp).
// Threads: the scheduler that runs the process.
// Holds: apply sets X0.. and leaves by NativeStatus::TailCall.
#include <string>

#include "vm/code/code_server.h"
#include "vm/code/fun_entry.h"
#include "vm/process/process.h"
#include "vm/process/roots.h"
#include "vm/tables/atoms.h"
#include "vm/term/boxed.h"
#include "vm/vm.h"

namespace vial {

namespace {

// Copies a proper list of at most 255 terms to `to`; the count, or -1.
int list_to_array(Term list, Term* to) {
    int count = 0;
    for (; list.is_cons() && count <= static_cast<int>(kMaxArity); list = list.tail()) {
        if (count == static_cast<int>(kMaxArity)) return -1;
        to[count++] = list.head();
    }
    return list.is_nil() ? count : -1;
}

std::uint32_t fun_arity(Term fun) {
    return is_closure(fun) ? fun_entry(fun)->arity : export_fun_cell(fun)->arity;
}

// Functions of one lambda have a name only while their code is there.
Term fun_name(Term fun) {
    if (!is_closure(fun)) return export_fun_cell(fun)->function;
    // acquire: pairs with the loader's release.
    const FunctionInfo* function = fun_entry(fun)->function.load(std::memory_order_acquire);
    return function ? function->name : atoms::empty;
}

Term fun_module(Term fun) {
    return is_closure(fun) ? fun_entry(fun)->module : export_fun_cell(fun)->module;
}

constexpr Word kInfoWords = 64;

// One item's value, or kNoTerm for a name that is none. Takes at most kInfoWords + 2 a free variable.
Term info_value(Process& p, HeapWriter& out, Term fun, std::string_view what) {
    const bool local = is_closure(fun);
    AtomTable& atoms = p.vm().atoms();
    if (what == "module") return fun_module(fun);
    if (what == "name") return fun_name(fun);
    if (what == "arity") return Term::small(fun_arity(fun));
    if (what == "type") return atoms.intern(local ? "local" : "external");
    if (what == "env") return local ? out.list(fun_free_variables(fun)) : Term::nil();
    if (!local) {
        const bool known = what == "index" || what == "uniq" || what == "new_index" ||
                           what == "new_uniq" || what == "pid";
        return known ? atoms::undefined : kNoTerm;
    }
    const FunEntry& entry = *fun_entry(fun);
    if (what == "index" || what == "new_index") return Term::small(entry.index);
    if (what == "uniq") return Term::small(entry.unique);
    if (what == "pid") return p.self();
    if (what != "new_uniq") return kNoTerm;
    char bytes[16] = {};
    std::memcpy(bytes, &entry.code_hash, sizeof entry.code_hash);
    return out.heap_binary({bytes, sizeof bytes});
}

Word free_count(Term fun) { return is_closure(fun) ? header_size(fun.header()) : 0; }

}  // namespace

NativeResult native_code_apply(Process& p, Args args) {
    RunContext& c = context_of(p);
    Term arguments[kMaxArity];
    const int count = list_to_array(args[1], arguments);
    if (count < 0) return p.badarg(1, "not a list");
    const Term fun = args[0];
    for (int i = 0; i < count; ++i) c.x[i] = arguments[i];
    c.x[count] = fun;
    c.call_target = nullptr;
    c.call_arity = static_cast<std::uint32_t>(count);
    c.then_target = nullptr;
    return {Term::nil(), NativeStatus::TailCall};
}

NativeResult native_code_apply_module(Process& p, Args args) {
    RunContext& c = context_of(p);
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    Term arguments[kMaxArity];
    const int count = list_to_array(args[2], arguments);
    if (count < 0) return p.badarg(2, "not a list");
    FunctionCell* cell = p.vm().code().cell(args[0], args[1], static_cast<std::uint32_t>(count));
    for (int i = 0; i < count; ++i) c.x[i] = arguments[i];
    c.call_target = cell;
    c.call_arity = static_cast<std::uint32_t>(count);
    c.then_target = nullptr;
    return {Term::nil(), NativeStatus::TailCall};
}

NativeResult native_code_make_fun(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    const auto arity = args[2].try_small();
    if (!arity || *arity < 0 || *arity > kMaxArity) return p.badarg(2, "not an integer from 0 to 255");
    FunctionCell* cell = p.vm().code().cell(args[0], args[1], static_cast<std::uint32_t>(*arity));
    Word* at = p.reserve(kExportFunWords).take(kExportFunWords);
    at[0] = make_header(BoxedKind::ExportFun, 1);
    at[1] = reinterpret_cast<Word>(cell);
    return Term::boxed(at);
}

NativeResult native_code_fun_info_item(Process& p, Args args) {
    if (!is_fun(args[0])) return p.badarg(0, "not a fun");
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    HeapWriter out = p.reserve(kInfoWords + 2 * free_count(args[0]));
    const Term value = info_value(p, out, args[0], p.vm().atoms().text(args[1]));
    if (value == kNoTerm) return p.badarg(1, "invalid item");
    return out.tuple({args[1], value});
}

NativeResult native_code_fun_info(Process& p, Args args) {
    if (!is_fun(args[0])) return p.badarg(0, "not a fun");
    constexpr std::string_view kLocal[] = {"type", "env", "arity", "name", "uniq",
                                           "index", "new_uniq", "new_index", "module", "pid"};
    constexpr std::string_view kExternal[] = {"type", "env", "arity", "name", "module"};
    const std::span<const std::string_view> items =
        is_closure(args[0]) ? std::span<const std::string_view>(kLocal) : kExternal;
    HeapWriter out = p.reserve(kInfoWords + 2 * free_count(args[0]) + items.size() * 5);
    Term list = Term::nil();
    for (std::string_view item : items) {
        const Term value = info_value(p, out, args[0], item);
        list = out.cons(out.tuple({p.vm().atoms().intern(item), value}), list);
    }
    return list;
}

NativeResult native_code_function_exported(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    const auto arity = args[2].try_small();
    if (!arity || *arity < 0) return p.badarg(2, "not an integer from 0 on");
    if (*arity > kMaxArity) return atoms::false_;
    const FunctionCell* cell =
        p.vm().code().find_cell(args[0], args[1], static_cast<std::uint32_t>(*arity));
    return cell && is_defined(cell) ? atoms::true_ : atoms::false_;
}

NativeResult native_code_fun_to_list(Process& p, Args args) {
    const Term fun = args[0];
    if (!is_fun(fun)) return p.badarg(0, "not a fun");
    AtomTable& atoms = p.vm().atoms();
    std::string text;
    if (is_export_fun(fun)) {
        text = "fun " + std::string(atoms.text(fun_module(fun))) + ":" +
               std::string(atoms.text(fun_name(fun))) + "/" + std::to_string(fun_arity(fun));
    } else {
        const FunEntry& entry = *fun_entry(fun);
        text = "#Fun<" + std::string(atoms.text(entry.module)) + "." + std::to_string(entry.index) +
               "." + std::to_string(entry.unique) + ">";
    }
    HeapWriter out = p.reserve(kConsWords * text.size());
    Term list = Term::nil();
    for (std::size_t i = text.size(); i-- > 0;) {
        list = out.cons(Term::small(static_cast<unsigned char>(text[i])), list);
    }
    return list;
}

}  // namespace vial
