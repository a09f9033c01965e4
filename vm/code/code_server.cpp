// vm/code/code_server.cpp: which code a VM has.
// Here: the tables behind CodeServer, publishing a version, loading on demand.
// Not here: the machine's stubs (machine_stubs.cpp), making threaded code (loader.cpp).
// Threads: as code_server.h says. `versions` is read without a lock through an index that is replaced
//          when it grows; old indices are kept until the VM ends.
// Holds: code that was published is freed by its retirement alone (retire.h): return addresses, literals
//        and descriptors of a purged version may still be referred to from a heap that is yet to notice.
#include "vm/code/code_server.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <unordered_map>

#include "vm/base/literal_space.h"
#include "vm/code/handlers.h"
#include "vm/code/loader.h"
#include "vm/code/machine_stubs.h"
#include "vm/code/module_info.h"
#include "vm/code/retire.h"
#include "vm/code/vbc_decode.h"
#include "vm/code/verify.h"
#include "vm/vm.h"

namespace vial {

struct CodeServer::Versions {
    std::atomic<LoadedModule*> current{nullptr};
    std::atomic<LoadedModule*> old{nullptr};
    std::string place;
};

namespace {

struct FunKey {
    Word module;
    Word place;  // index << 32 | unique
    Word code_hash;
    bool operator==(const FunKey&) const = default;
};
struct FunKeyHash {
    std::size_t operator()(const FunKey& key) const {
        Word h = key.module * 0x9e3779b97f4a7c15u ^ key.place * 0xc2b2ae3d27d4eb4fu ^ key.code_hash;
        return h ^ h >> 31;
    }
};

}  // namespace

struct CodeServer::State {
    explicit State(ExportTable::StubHandlers handlers) : exports(handlers) {}
    ExportTable exports;
    MachineCode machine;

    std::recursive_mutex mutex;  // of all below but what is atomic
    // By atom index: a module's versions. Atom indices are dense, so this is an array of chunks.
    static constexpr std::uint32_t kChunk = 4096;
    static constexpr std::uint32_t kChunks = 8192;
    std::unique_ptr<std::atomic<Versions*>[]> versions{new std::atomic<Versions*>[kChunks]()};
    std::vector<std::uint32_t> known;  // atom indices that have versions
    std::unordered_map<const LoadedModule*, std::unique_ptr<LoadedModule>> modules;  // current and old
    std::unique_ptr<Retirement> retirement;
    std::unordered_map<std::string, std::vector<Term>> free_names;  // of evaluated code, by their prefix
    std::size_t code_bytes = 0;
    std::unordered_map<FunKey, std::unique_ptr<FunEntry>, FunKeyHash> funs;
    std::vector<ModuleSource> sources;
    std::unordered_map<std::string, std::uint32_t> file_ids;
    std::deque<Term> file_names;  // charlists, by id

    ~State() {
        for (std::uint32_t i = 0; i < kChunks; ++i) delete[] versions[i].load();
    }

    Versions* find(Term name) const {
        const std::uint32_t index = name.atom_index();
        if (index / kChunk >= kChunks) return nullptr;
        // acquire: pairs with the release in make().
        Versions* chunk = versions[index / kChunk].load(std::memory_order_acquire);
        return chunk ? chunk + index % kChunk : nullptr;
    }
    Versions* make(Term name) {
        const std::uint32_t index = name.atom_index();
        if (index / kChunk >= kChunks) VIAL_FATAL("atom index beyond the table of modules");
        auto& chunk = versions[index / kChunk];
        // release: pairs with the acquire in find().
        if (!chunk.load()) chunk.store(new Versions[kChunk], std::memory_order_release);
        return find(name);
    }
};

CodeServer::CodeServer(Vm& vm)
    : vm_(vm),
      state_(std::make_unique<State>(ExportTable::StubHandlers{handler_word(LoadedOp::Undefined),
                                                               handler_word(LoadedOp::NativeEntry)})) {
    state_->retirement = std::make_unique<Retirement>(
        vm, [this](std::unique_ptr<LoadedModule> module) { free_module(std::move(module)); });
    for (const NativeRow& row : vm.options().natives) {
        FunctionCell* made =
            cell(vm.atoms().intern(row.module), vm.atoms().intern(row.name), row.arity);
        made->native.store(&row, std::memory_order_relaxed);
        made->entry.store(block_of(made)->native_stub, std::memory_order_release);
    }
}

CodeServer::~CodeServer() = default;

const MachineStubs& CodeServer::stubs() const { return state_->machine.stubs(); }
ExportTable& CodeServer::exports() { return state_->exports; }

FunctionCell* CodeServer::cell(Term module, Term function, std::uint32_t arity) {
    return state_->exports.make(module, function, arity);
}
FunctionCell* CodeServer::find_cell(Term module, Term function, std::uint32_t arity) const {
    return state_->exports.find(module, function, arity);
}

const NativeRow* CodeServer::native(std::string_view module, std::string_view function,
                                    std::uint32_t arity) const {
    const auto m = vm_.atoms().find(module), f = vm_.atoms().find(function);
    const FunctionCell* found = m && f ? find_cell(*m, *f, arity) : nullptr;
    return found ? found->native.load(std::memory_order_relaxed) : nullptr;
}

FunEntry* CodeServer::fun_entry(Term module, std::uint32_t index, std::uint32_t unique,
                                std::uint32_t arity, std::uint32_t free, Word code_hash) {
    std::lock_guard lock(state_->mutex);
    auto& slot = state_->funs[{module.word(), Word{index} << 32 | unique, code_hash}];
    if (slot) return slot->arity == arity && slot->free == free ? slot.get() : nullptr;
    slot = std::make_unique<FunEntry>();
    slot->module = module;
    slot->arity = arity;
    slot->free = free;
    slot->index = index;
    slot->unique = unique;
    slot->code_hash = code_hash;
    slot->gone_info = 0;
    slot->gone_stub[0] = handler_word(LoadedOp::GoneFun);
    slot->gone_stub[1] = reinterpret_cast<Word>(slot.get());
    slot->function.store(nullptr, std::memory_order_relaxed);
    slot->code.store(slot->gone_stub, std::memory_order_release);
    return slot.get();
}

// Docs and debug stay in the file until somebody asks.
Result<ModuleCode> CodeServer::decode(std::string_view vbc) {
    return decode_module(vbc, vm_.atoms(),
                         {.docs = false,
                          .debug = false,
                          .context = this,
                          .cell = [](void* context, Term module, Term function, std::uint32_t arity) {
                              return static_cast<CodeServer*>(context)->cell(module, function, arity);
                          }});
}

// --- versions -----------------------------------------------------------------------------------------

namespace {

// release: what is called through a cell or fun sees whole code.
void open_entries(CodeServer& server, LoadedModule& module) {
    for (std::uint32_t index : module.exports) {
        const FunctionInfo& function = module.functions[index];
        FunctionCell* cell = server.cell(module.name, function.name, function.arity);
        // A native of that name is the function; the module's own is for machines without it.
        if (cell->native.load(std::memory_order_relaxed)) continue;
        cell->entry.store(function.entry, std::memory_order_release);
    }
    if (module.entry) {
        FunctionCell* cell = server.cell(module.name, module.entry->name, module.entry->arity);
        cell->entry.store(module.entry->entry, std::memory_order_release);
    }
    for (std::size_t i = 0; i < module.lambdas.size(); ++i) {
        const FunctionInfo& function = module.functions[module.lambda_functions[i]];
        module.lambdas[i]->function.store(&function, std::memory_order_release);
        module.lambdas[i]->code.store(function.entry, std::memory_order_release);
    }
}

// Exports that lead to `module` lead nowhere any more.
void close_exports(CodeServer& server, const LoadedModule& module) {
    for (std::uint32_t index : module.exports) {
        const FunctionInfo& function = module.functions[index];
        FunctionCell* cell = server.cell(module.name, function.name, function.arity);
        if (cell->entry.load(std::memory_order_relaxed) != function.entry) continue;
        cell->entry.store(block_of(cell)->undefined_stub, std::memory_order_release);
    }
}

void close_lambdas(const LoadedModule& module) {
    for (FunEntry* fun : module.lambdas) {
        const FunctionInfo* function = fun->function.load(std::memory_order_relaxed);
        if (!function || function->module != &module) continue;
        fun->code.store(fun->gone_stub, std::memory_order_release);
        fun->function.store(nullptr, std::memory_order_release);
    }
}

}  // namespace

void DropPrepared::operator()(LoadedModule* module) const {
    free_literals(*module, server->vm().literal_space());
    delete module;
}

Result<PreparedModule> CodeServer::link(ModuleCode code, bool keep_types) {
    add_module_info(code);
    auto linked = link_module(*this, std::move(code), keep_types);
    if (!linked) return linked.error();
    return PreparedModule(linked->release(), DropPrepared{this});
}

Result<PreparedModule> CodeServer::prepare(ModuleCode code) {
    const NativeLookup natives{
        this, [](void* server, std::string_view m, std::string_view f, std::uint32_t arity) {
            return static_cast<CodeServer*>(server)->native(m, f, arity);
        }};
    if (auto verified = verify(code, natives); !verified) return verified.error();
    return link(std::move(code), true);
}

Result<PreparedModule> CodeServer::prepare_binary(std::string_view vbc) {
    auto code = decode(vbc);
    if (!code) return code.error();
    return prepare(std::move(*code));
}

LoadedModule* CodeServer::publish(PreparedModule prepared, std::string_view place) {
    std::lock_guard lock(state_->mutex);
    LoadedModule* module = prepared.get();
    state_->modules.emplace(module, std::unique_ptr<LoadedModule>(prepared.release()));
    state_->code_bytes += module->code_words * sizeof(Word);
    Versions* versions = state_->make(module->name);
    LoadedModule* before = versions->current.load(std::memory_order_relaxed);
    if (before) {
        forget_old(*versions, false);
        close_exports(*this, *before);
        versions->old.store(before, std::memory_order_release);
    } else {
        state_->known.push_back(module->name.atom_index());
    }
    open_entries(*this, *module);
    versions->place = place;
    versions->current.store(module, std::memory_order_release);
    return module;
}

Result<LoadedModule*> CodeServer::load(ModuleCode code, std::string_view place) {
    auto prepared = prepare(std::move(code));
    if (!prepared) return prepared.error();
    return publish(std::move(*prepared), place);
}

Result<LoadedModule*> CodeServer::load_binary(std::string_view vbc, std::string_view place) {
    auto prepared = prepare_binary(vbc);
    if (!prepared) return prepared.error();
    return publish(std::move(*prepared), place);
}

LoadedModule* CodeServer::module(Term name) const {
    const Versions* versions = state_->find(name);
    return versions ? versions->current.load(std::memory_order_acquire) : nullptr;
}
LoadedModule* CodeServer::old_module(Term name) const {
    const Versions* versions = state_->find(name);
    return versions ? versions->old.load(std::memory_order_acquire) : nullptr;
}

LoadedModule* CodeServer::ensure_loaded(Term name, std::string* error) {
    if (LoadedModule* there = module(name)) return there;
    std::lock_guard lock(state_->mutex);
    if (LoadedModule* there = module(name)) return there;
    Found found;
    find_source(name, found);
    if (!found.source) return nullptr;
    // A file may lie about its name, and must not replace another module by it.
    const std::string text(vm_.atoms().text(name));
    const auto says = vbc_module_name(found.bytes);
    if (says && says.value() != text) {
        if (error) *error = found.place + " holds another module than " + text;
        return nullptr;
    }
    auto code = decode(found.bytes);
    Result<PreparedModule> prepared = !code                    ? Result<PreparedModule>(code.error())
                                      : found.source->verified ? link(std::move(*code), false)
                                                               : prepare(std::move(*code));
    if (prepared) return publish(std::move(*prepared), found.place);
    if (error) *error = prepared.error().message;
    return nullptr;
}

void CodeServer::find_source(Term name, Found& found) const {
    const std::string text(vm_.atoms().text(name));
    for (const ModuleSource& source : state_->sources) {
        const auto bytes = source.find(source.context, text, found.storage, found.place);
        if (!bytes) continue;
        found.bytes = *bytes;
        found.source = &source;
        return;
    }
}

std::optional<std::string> CodeServer::source_bytes(Term name, std::string* place) const {
    std::lock_guard lock(state_->mutex);
    Found found;
    find_source(name, found);
    if (!found.source) return std::nullopt;
    if (place) *place = found.place;
    return std::string(found.bytes);
}

bool CodeServer::remove(Term name) {
    std::lock_guard lock(state_->mutex);
    Versions* versions = state_->find(name);
    LoadedModule* current = versions ? versions->current.load(std::memory_order_relaxed) : nullptr;
    if (!current || versions->old.load(std::memory_order_relaxed)) return false;
    close_exports(*this, *current);
    versions->old.store(current, std::memory_order_release);
    versions->current.store(nullptr, std::memory_order_release);
    std::erase(state_->known, name.atom_index());
    return true;
}

bool CodeServer::purge(Term name) {
    std::lock_guard lock(state_->mutex);
    Versions* versions = state_->find(name);
    return versions && forget_old(*versions, true);
}

bool CodeServer::forget_old(Versions& versions, bool at_once) {
    LoadedModule* old = versions.old.load(std::memory_order_relaxed);
    if (!old) return false;
    close_lambdas(*old);
    versions.old.store(nullptr, std::memory_order_release);
    retire(*old, at_once);
    return true;
}

void CodeServer::retire(LoadedModule& module, bool at_once) {
    auto owned = std::move(state_->modules.at(&module));
    state_->modules.erase(&module);
    state_->retirement->retire(std::move(owned), at_once);
}

void CodeServer::discard(Term name) {
    std::lock_guard lock(state_->mutex);
    Versions* versions = state_->find(name);
    LoadedModule* current = versions ? versions->current.load(std::memory_order_relaxed) : nullptr;
    if (!current) return;
    close_exports(*this, *current);
    versions->current.store(nullptr, std::memory_order_release);
    std::erase(state_->known, name.atom_index());
    current->evaluated = true;
    forget_old(*versions, false);
    retire(*current, false);
}

// On whatever thread the module's last round ended.
void CodeServer::free_module(std::unique_ptr<LoadedModule> module) {
    std::lock_guard lock(state_->mutex);
    state_->code_bytes -= module->code_words * sizeof(Word);
    free_literals(*module, vm_.literal_space());
    if (!module->evaluated) return;
    for (const FunEntry* entry : module->lambdas) {
        state_->funs.erase({entry->module.word(), Word{entry->index} << 32 | entry->unique, entry->code_hash});
    }
    std::string prefix(vm_.atoms().text(module->name));
    while (!prefix.empty() && prefix.back() >= '0' && prefix.back() <= '9') prefix.pop_back();
    state_->free_names[prefix].push_back(module->name);
}

Term CodeServer::take_name(std::string_view prefix) {
    std::lock_guard lock(state_->mutex);
    const auto found = state_->free_names.find(std::string(prefix));
    if (found == state_->free_names.end() || found->second.empty()) return kNoTerm;
    const Term name = found->second.back();
    found->second.pop_back();
    return name;
}

std::size_t CodeServer::code_bytes() const {
    std::lock_guard lock(state_->mutex);
    return state_->code_bytes;
}
const Retirement& CodeServer::retirement() const { return *state_->retirement; }

std::vector<LoadedModule*> CodeServer::loaded() const {
    std::lock_guard lock(state_->mutex);
    std::vector<LoadedModule*> all;
    for (std::uint32_t index : state_->known) all.push_back(module(Term::atom(index)));
    return all;
}

std::string CodeServer::place(Term name) const {
    std::lock_guard lock(state_->mutex);
    const Versions* versions = state_->find(name);
    return versions ? versions->place : std::string();
}

void CodeServer::add_source(ModuleSource source) {
    std::lock_guard lock(state_->mutex);
    state_->sources.push_back(source);
}

std::vector<std::string> CodeServer::available() const {
    std::lock_guard lock(state_->mutex);
    std::vector<std::string> all;
    for (const ModuleSource& source : state_->sources) {
        if (!source.names) continue;
        for (std::string& name : source.names(source.context)) all.push_back(std::move(name));
    }
    return all;
}

std::vector<std::string> CodeServer::path() const {
    std::lock_guard lock(state_->mutex);
    for (const ModuleSource& source : state_->sources) {
        if (source.folders) return *source.folders;
    }
    return {};
}

bool CodeServer::set_path(std::vector<std::string> folders) {
    std::lock_guard lock(state_->mutex);
    for (const ModuleSource& source : state_->sources) {
        if (!source.folders) continue;
        *source.folders = std::move(folders);
        return true;
    }
    return false;
}

// --- file names ---------------------------------------------------------------------------------------

std::uint32_t CodeServer::file_id(std::string_view name) {
    std::lock_guard lock(state_->mutex);
    const auto [found, added] = state_->file_ids.try_emplace(
        std::string(name), static_cast<std::uint32_t>(state_->file_names.size()));
    if (!added) return found->second;
    std::vector<Word> characters;
    for (std::size_t i = 0; i < name.size();) {
        const auto lead = static_cast<unsigned char>(name[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        Word point = length == 1 ? lead : lead & (0xffu >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < name.size(); ++k) {
            point = point << 6 | (static_cast<unsigned char>(name[i + k]) & 0x3f);
        }
        characters.push_back(point);
        i += length;
    }
    Term list = Term::nil();
    if (!characters.empty()) {
        Word* at = vm_.literal_space().allocate(characters.size() * kConsWords);
        for (std::size_t i = characters.size(); at && i-- > 0; at += kConsWords) {
            at[0] = Term::small(static_cast<std::int64_t>(characters[i])).word();
            at[1] = list.word();
            list = Term::cons(at);
        }
    }
    state_->file_names.push_back(list);
    return found->second;
}

Term CodeServer::file_name(std::uint32_t id) const {
    std::lock_guard lock(state_->mutex);
    if (id >= state_->file_names.size()) return Term::nil();
    return state_->file_names[id];
}

}  // namespace vial
