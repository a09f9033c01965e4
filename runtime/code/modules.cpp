// runtime/code/modules.cpp: modules: loading, removing, describing.
// Here: natives of :vial_code and :code, module_info's answers, :erlang's about modules.
// Not here: the code server (vm/code/code_server.h).
// Threads: the scheduler that runs the process; large files are made ready on the CPU pool.
// Holds: terms handed out of a module (attributes, docs) stand in the literal space.
#include <algorithm>
#include <string>

#include "runtime/term/arguments.h"
#include "vm/code/code_server.h"
#include "vm/code/disasm.h"
#include "vm/code/fun_entry.h"
#include "vm/code/retire.h"
#include "vm/code/vbc_decode.h"
#include "vm/heap/copy.h"
#include "vm/process/process.h"
#include "vm/process/roots.h"
#include "vm/process/signals.h"
#include "vm/process/state.h"
#include "vm/process/stubs.h"
#include "vm/sched/pool.h"
#include "vm/tables/atoms.h"
#include "vm/term/binary.h"
#include "vm/vm.h"

namespace vial {

namespace {

struct Export {
    Term name;
    std::uint32_t arity;
};

// What a module offers: its exports, and natives of its name.
std::vector<Export> exports_of(Vm& vm, Term module) {
    std::vector<Export> all;
    if (const LoadedModule* loaded = vm.code().module(module)) {
        for (std::uint32_t index : loaded->exports) {
            const FunctionInfo& f = loaded->functions[index];
            all.push_back({f.name, f.arity});
        }
    }
    const ExportTable& cells = vm.code().exports();
    for (std::uint32_t i = 0; i < cells.count(); ++i) {
        const FunctionCell* cell = cells.at(i);
        if (cell->module != module || !cell->native.load(std::memory_order_relaxed)) continue;
        const bool there = std::any_of(all.begin(), all.end(), [&](const Export& e) {
            return e.name == cell->function && e.arity == cell->arity;
        });
        if (!there) all.push_back({cell->function, cell->arity});
    }
    return all;
}

constexpr Word kExportWords = kConsWords + tuple_words(2);

Term list_of(HeapWriter& out, const std::vector<Export>& exports) {
    Term list = Term::nil();
    for (std::size_t i = exports.size(); i-- > 0;) {
        list = out.cons(out.tuple({exports[i].name, Term::small(exports[i].arity)}), list);
    }
    return list;
}

std::string bytes_of(Term binary) {
    const BitView view = bits_of(binary);
    std::string bytes(view.size_bits / 8, '\0');
    if (!bytes.empty()) {
        copy_bits(reinterpret_cast<std::uint8_t*>(bytes.data()), 0, view.bytes, view.offset_bits, view.size_bits);
    }
    return bytes;
}

NativeResult copied(Process& p, Term term) {
    RunContext& c = context_of(p);
    const CopySize size = copy_size(term, c.literals);
    (void)p.reserve(size.words);
    return copy_term(term, p.top, p.off_heap, size.literals);
}

// {:error, reason}, or {:error, {:badfile, text}}.
NativeResult error_pair(Process& p, std::string_view reason) {
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({atoms::error, p.vm().atoms().intern(reason)});
}
NativeResult bad_file(Process& p, const std::string& why) {
    Term text = p.make_binary(why);
    RootScope scope(context_of(p), {&text, 1});
    HeapWriter out = p.reserve(2 * tuple_words(2));
    const Term reason = out.tuple({p.vm().atoms().intern("badfile"), text});
    return out.tuple({atoms::error, reason});
}
NativeResult module_pair(Process& p, Term module) {
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({atoms::module, module});
}

Term hash_binary(HeapWriter& out, const LoadedModule& module) {
    char bytes[16] = {};
    std::memcpy(bytes, &module.hash, sizeof module.hash);
    return out.heap_binary({bytes, sizeof bytes});
}

// What is known of how a module was compiled: [source: charlist], of the file its definition begins in.
constexpr Word compile_info_words(std::size_t characters) { return 2 * characters + tuple_words(2) + 2; }
std::string_view source_of(const LoadedModule& module) {
    return module.files.empty() ? std::string_view("nofile") : std::string_view(module.files.front());
}
Term compile_info(HeapWriter& out, AtomTable& atoms, std::string_view source) {
    std::vector<Term> characters;
    for (std::size_t at = 0; at < source.size();) {
        const auto lead = static_cast<unsigned char>(source[at]);
        const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::int64_t code = length == 1 ? lead : lead & (0x7F >> length);
        for (std::size_t i = 1; i < length && at + i < source.size(); ++i) code = code << 6 | (source[at + i] & 0x3F);
        characters.push_back(Term::small(code));
        at += length;
    }
    const Term item = out.tuple({atoms.intern("source"), out.list(characters)});
    return out.list({&item, 1});
}

// One answer of module_info/1 but for lists of functions; kNoTerm: no such item.
NativeResult info_item(Process& p, const LoadedModule& module, std::string_view what) {
    if (what == "module") return module.name;
    if (what == "attributes") return module.attributes;
    if (what == "compile") {
        HeapWriter out = p.reserve(compile_info_words(source_of(module).size()));
        return compile_info(out, p.vm().atoms(), source_of(module));
    }
    if (what == "nifs" || what == "native_addresses") return Term::nil();
    if (what == "native") return atoms::false_;
    if (what == "md5") {
        HeapWriter out = p.reserve(heap_binary_words(16));
        return hash_binary(out, module);
    }
    std::vector<Export> list;
    if (what == "exports") {
        list = exports_of(p.vm(), module.name);
    } else if (what == "functions") {
        for (const FunctionInfo& f : module.functions) list.push_back({f.name, f.arity});
    } else {
        return p.badarg();
    }
    HeapWriter out = p.reserve(kExportWords * list.size());
    return list_of(out, list);
}

}  // namespace

// --- module_info ------------------------------------------------------------------------------------------

NativeResult native_code_module_info_item(Process& p, Args args) {
    if (!args[0].is_atom() || !args[1].is_atom()) return p.badarg();
    const LoadedModule* module = p.vm().code().module(args[0]);
    if (!module) return p.badarg();
    return info_item(p, *module, p.vm().atoms().text(args[1]));
}

NativeResult native_code_module_info(Process& p, Args args) {
    const LoadedModule* module = args[0].is_atom() ? p.vm().code().module(args[0]) : nullptr;
    if (!module) return p.badarg();
    const auto exports = exports_of(p.vm(), module->name);
    HeapWriter out = p.reserve(kExportWords * exports.size() + 5 * kExportWords + heap_binary_words(16) +
                               compile_info_words(source_of(*module).size()));
    AtomTable& atoms = p.vm().atoms();
    const Term items[] = {
        out.tuple({atoms::module, module->name}),
        out.tuple({atoms.intern("exports"), list_of(out, exports)}),
        out.tuple({atoms.intern("attributes"), module->attributes}),
        out.tuple({atoms.intern("compile"), compile_info(out, atoms, source_of(*module))}),
        out.tuple({atoms.intern("md5"), hash_binary(out, *module)}),
    };
    return out.list(items);
}

// --- loading ------------------------------------------------------------------------------------------------

NativeResult native_code_ensure_loaded(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    std::string why;
    if (p.vm().code().ensure_loaded(args[0], &why)) return module_pair(p, args[0]);
    // Modules that are natives only are there without being loaded.
    if (why.empty() && !exports_of(p.vm(), args[0]).empty()) return module_pair(p, args[0]);
    return why.empty() ? error_pair(p, "nofile") : bad_file(p, why);
}

namespace {

// About a millisecond of work.
constexpr std::size_t kPoolBytes = 32 * 1024;

struct LoadCall : PoolCall {
    CodeServer* server;
    Term module;
    std::string bytes, file, why;
    std::vector<PreparedModule> made;
};

void prepare_modules(PoolCall& c) {
    auto& call = static_cast<LoadCall&>(c);
    const auto modules = split_modules(call.bytes);
    if (!modules) {
        call.why = modules.error().message;
        return;
    }
    for (std::string_view one : modules.value()) {
        auto prepared = call.server->prepare_binary(one);
        if (!prepared) {
            call.why = prepared.error().message;
            return;
        }
        call.made.push_back(std::move(*prepared));
    }
}

NativeResult publish_modules(Process& p, PoolCall& c) {
    auto& call = static_cast<LoadCall&>(c);
    if (!call.why.empty()) return bad_file(p, call.why);
    for (PreparedModule& module : call.made) call.server->publish(std::move(module), call.file);
    if (!call.server->module(call.module)) return bad_file(p, "the bytes hold another module");
    return module_pair(p, call.module);
}

}  // namespace

// All modules of the bytes, or none.
NativeResult native_code_load_binary(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    if (!is_binary(args[2])) return p.badarg(2, "not a binary");
    auto call = std::make_unique<LoadCall>();
    call->server = &p.vm().code();
    call->module = args[0];
    call->bytes = bytes_of(args[2]);
    call->file = binary_bytes(args[1]).value_or("");
    call->run = prepare_modules;
    call->finish = publish_modules;
    call->drop = [](PoolCall& c) { delete static_cast<LoadCall*>(&c); };
    if (call->bytes.size() >= kPoolBytes) return submit_pool_call(p, Pool::Cpu, call.release());
    call->run(*call);
    return call->finish(p, *call);
}

static NativeResult bad_bytecode(Process& p, const std::string& file, const std::string& why) {
    Term texts[] = {p.make_binary(file), Term::nil()};
    RootScope scope(context_of(p), texts);
    texts[1] = p.make_binary(why);
    HeapWriter out = p.reserve(tuple_words(3));
    return {out.tuple({p.vm().atoms().intern("vial_bytecode"), texts[0], texts[1]}), NativeStatus::Error};
}

// The last module is the one whose definition it is.
NativeResult native_code_define(Process& p, Args args) {
    Term last = Term::nil();
    for (Term rest = args[0]; rest.is_cons(); rest = rest.tail()) {
        if (!is_tuple_of(rest.head(), 2)) return p.badarg(0, "not a list of modules");
        const auto bytes = binary_bytes(tuple_element(rest.head(), 1));
        if (!bytes) return p.badarg(0, "not a list of modules");
        auto loaded = p.vm().code().load_binary(*bytes);
        if (!loaded) return p.badarg(0, "a module that cannot be loaded");
        last = rest.head();
    }
    if (last.is_nil()) return p.badarg(0, "not a list of modules");
    HeapWriter out = p.reserve(tuple_words(4));
    for (Term rest = args[0]; rest.is_cons(); rest = rest.tail()) last = rest.head();  // it may have moved
    return out.tuple({atoms::module, tuple_element(last, 0), tuple_element(last, 1), args[1]});
}

NativeResult native_code_run_binary(Process& p, Args args) {
    if (!is_binary(args[0])) return p.badarg(0, "not a binary");
    const std::string bytes = bytes_of(args[0]);
    const std::string file(binary_bytes(args[1]).value_or(""));
    const auto modules = split_modules(bytes);
    if (!modules) return bad_bytecode(p, file, modules.error().message);
    const FunctionInfo* entry = nullptr;
    for (std::string_view one : modules.value()) {
        auto loaded = p.vm().code().load_binary(one, file);
        if (!loaded) return bad_bytecode(p, file, loaded.error().message);
        if (!entry) entry = (*loaded)->entry;
    }
    if (!entry) return bad_bytecode(p, file, "no module has a top level to run");
    return p.tail_call(p.vm().code().cell(entry->module->name, entry->name, 0), {});
}

NativeResult native_code_delete(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    return boolean(p.vm().code().remove(args[0]));
}

NativeResult native_code_purge(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    return boolean(p.vm().code().purge(args[0]));
}

// The BIFs answer true and undefined.
NativeResult native_code_delete_module(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    if (!p.vm().code().module(args[0])) return atoms::undefined;
    return p.vm().code().remove(args[0]) ? NativeResult(atoms::true_) : p.badarg(0, "old code is still there");
}

NativeResult native_code_purge_module(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    if (!p.vm().code().purge(args[0])) return p.badarg(0, "has no old code");
    return atoms::true_;
}

// --- asking -------------------------------------------------------------------------------------------------

NativeResult native_code_module_loaded(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    return boolean(p.vm().code().module(args[0]) != nullptr);
}

NativeResult native_code_check_old_code(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    return boolean(p.vm().code().old_module(args[0]) != nullptr);
}

NativeResult native_code_loaded(Process& p, Args) {
    const auto modules = p.vm().code().loaded();
    HeapWriter out = p.reserve(kConsWords * modules.size());
    Term list = Term::nil();
    for (const LoadedModule* module : modules) list = out.cons(module->name, list);
    return list;
}

NativeResult native_code_exports(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    const auto exports = exports_of(p.vm(), args[0]);
    if (exports.empty() && !p.vm().code().module(args[0])) return atoms::nil_;
    HeapWriter out = p.reserve(kExportWords * exports.size());
    return list_of(out, exports);
}

NativeResult native_code_which(Process& p, Args args) {
    if (!args[0].is_atom()) return p.badarg(0, "not an atom");
    std::string place;
    if (p.vm().code().module(args[0])) {
        place = p.vm().code().place(args[0]);
    } else if (!p.vm().code().source_bytes(args[0], &place)) {
        return atoms::nil_;
    }
    return p.make_binary(place);
}

NativeResult native_code_is_builtin(Process& p, Args args) {
    if (!args[0].is_atom() || !args[1].is_atom() || !args[2].is_small()) return p.badarg();
    const std::int64_t arity = args[2].small_value();
    if (arity < 0 || arity > kMaxArity) return atoms::false_;
    const FunctionCell* cell =
        p.vm().code().find_cell(args[0], args[1], static_cast<std::uint32_t>(arity));
    return boolean(cell && cell->native.load(std::memory_order_relaxed));
}

NativeResult native_code_available(Process& p, Args) {
    const auto names = p.vm().code().available();
    Word words = 0;
    for (const std::string& name : names) words += kConsWords + heap_binary_words(name.size());
    HeapWriter out = p.reserve(words);
    Term list = Term::nil();
    for (std::size_t i = names.size(); i-- > 0;) {
        list = out.cons(out.heap_binary(names[i]), list);
    }
    return list;
}

NativeResult native_code_path(Process& p, Args) {
    const std::vector<std::string> folders = p.vm().code().path();
    Word words = 0;
    for (const std::string& folder : folders) words += kConsWords * (folder.size() + 1);
    HeapWriter out = p.reserve(words);
    Term list = Term::nil();
    for (std::size_t i = folders.size(); i-- > 0;) {
        Term bytes = Term::nil();
        for (std::size_t k = folders[i].size(); k-- > 0;) {
            bytes = out.cons(Term::small(static_cast<unsigned char>(folders[i][k])), bytes);
        }
        list = out.cons(bytes, list);
    }
    return list;
}

NativeResult native_code_set_path(Process& p, Args args) {
    std::vector<std::string> folders;
    for (Term list = args[0]; !list.is_nil(); list = list.tail()) {
        if (!list.is_cons() || !is_binary(list.head())) return p.badarg(0, "not a list of binaries");
        folders.push_back(bytes_of(list.head()));
    }
    return p.vm().code().set_path(std::move(folders)) ? atoms::true_ : atoms::false_;
}

// --- chunks -------------------------------------------------------------------------------------------------

namespace {

VbcParts whole(Vm& vm) {
    return {.context = &vm.code(), .cell = [](void* server, Term m, Term f, std::uint32_t arity) {
                return static_cast<CodeServer*>(server)->cell(m, f, arity);
            }};
}

NativeResult chunk_of(Process& p, std::string_view bytes, std::string_view which) {
    auto code = decode_module(bytes, p.vm().atoms(), whole(p.vm()));
    if (!code) return atoms::nil_;
    if (which == "docs") return copied(p, code->docs);
    if (which == "debug") return copied(p, code->debug);
    if (which == "attributes") return copied(p, code->attributes);
    return p.badarg(1, "not docs, debug or attributes");
}

NativeResult chunk_of_module(Process& p, Term name, std::string_view which) {
    if (!name.is_atom()) return p.badarg(0, "not an atom");
    if (const LoadedModule* module = p.vm().code().module(name)) {
        const Term kept = which == "docs" ? module->docs : module->debug;
        if (!kept.is_nil()) return kept;
    }
    const auto bytes = p.vm().code().source_bytes(name);
    return bytes ? chunk_of(p, *bytes, which) : NativeResult(atoms::nil_);
}

}  // namespace

NativeResult native_code_docs(Process& p, Args args) { return chunk_of_module(p, args[0], "docs"); }
NativeResult native_code_debug(Process& p, Args args) { return chunk_of_module(p, args[0], "debug"); }

NativeResult native_code_chunk(Process& p, Args args) {
    if (!is_binary(args[0])) return p.badarg(0, "not a binary");
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    return chunk_of(p, bytes_of(args[0]), p.vm().atoms().text(args[1]));
}

NativeResult native_code_module_name(Process& p, Args args) {
    if (!is_binary(args[0])) return p.badarg(0, "not a binary");
    const auto name = vbc_module_name(bytes_of(args[0]));
    if (!name) return atoms::nil_;
    const auto atom = p.vm().atoms().try_intern(name.value());
    return atom ? *atom : atoms::nil_;
}

NativeResult native_code_disassemble(Process& p, Args args) {
    std::string bytes;
    if (args[0].is_atom()) {
        auto found = p.vm().code().source_bytes(args[0]);
        if (!found) return atoms::nil_;
        bytes = std::move(*found);
    } else if (is_binary(args[0])) {
        bytes = bytes_of(args[0]);
    } else {
        return p.badarg(0, "not an atom or a binary");
    }
    const auto modules = split_modules(bytes);
    if (!modules) return atoms::nil_;
    std::string text;
    for (std::string_view one : modules.value()) {
        auto code = decode_module(one, p.vm().atoms(), whole(p.vm()));
        if (!code) return atoms::nil_;
        text += disassemble(*code, p.vm().atoms());
    }
    return p.make_binary(text);
}

// The process answers between two slices, be it the caller itself.
NativeResult native_code_check_process_code(Process& p, Args args) {
    if (!args[0].is_local_pid()) return p.badarg(0, "not a pid");
    if (!args[1].is_atom()) return p.badarg(1, "not an atom");
    if (args.count() > 2) {
        for (Term at = args[2]; !at.is_nil(); at = at.tail()) {
            if (!at.is_cons() || !is_tuple_of(at.head(), 2)) return p.badarg(2, "invalid option in list");
            if (p.vm().atoms().text(tuple_element(at.head(), 0)) != "allow_gc") return p.badarg(2, "invalid option in list");
        }
    }
    if (!p.vm().code().old_module(args[1])) return atoms::false_;
    RunContext& c = context_of(p);
    const std::uint32_t token = begin_call(p);
    Signal* s = make_signal_tuple(c, SignalKind::CheckCode, p.pid, {Term::small(token), args[1]});
    if (!s || !deliver_signal(c, p.vm(), args[0], s)) {
        p.flags &= ~process_flag::WaitsCall;
        return atoms::false_;
    }
    return {kNoTerm, NativeStatus::Wait};
}

NativeResult native_code_retired(Process& p, Args) {
    return Term::small(static_cast<std::int64_t>(p.vm().code().retirement().waiting()));
}

}  // namespace vial
