// vm/code/code_server.h: which code a VM has.
// Here: modules by name (current and old), cells, fun entries, file names; loading on demand.
// Not here: making threaded code (loader.h), running it (interp/).
// Threads: any. Looking up takes no lock; loading, deleting and purging take one mutex.
// Holds: at most two versions of a module. A name that is called and not loaded is looked for in the
//        sources, in their order: the embedded image first, then the code path.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vm/base/result.h"
#include "vm/code/bytecode.h"
#include "vm/code/export_table.h"
#include "vm/code/fun_entry.h"
#include "vm/code/module.h"
#include "vm/process/stubs.h"

namespace vial {

class Retirement;  // retire.h
class Vm;

// Where modules come from that are called and not loaded.
struct ModuleSource {
    void* context = nullptr;
    // The .vbc of a module by its atom's text, or nullopt. `place` names it for people and for
    // :code.which. The bytes stand in `storage`, or in what outlives the server.
    std::optional<std::string_view> (*find)(void* context, std::string_view module, std::string& storage,
                                            std::string& place) = nullptr;
    // Names of all modules that it holds, for :vial_code.available.
    std::vector<std::string> (*names)(void* context) = nullptr;
    // Its modules were verified when they were put there, and nobody could change them since.
    bool verified = false;
    // The folders it looks in, for those that do; read and changed under the server's lock.
    std::vector<std::string>* folders = nullptr;
};

class CodeServer;

// A module that is ready to run and that nobody knows yet; unless it is published, its literals are
// given back.
struct DropPrepared {
    CodeServer* server = nullptr;
    void operator()(LoadedModule* module) const;
};
using PreparedModule = std::unique_ptr<LoadedModule, DropPrepared>;

class CodeServer {
  public:
    explicit CodeServer(Vm& vm);
    ~CodeServer();
    CodeServer(const CodeServer&) = delete;
    CodeServer& operator=(const CodeServer&) = delete;

    Vm& vm() { return vm_; }
    const MachineStubs& stubs() const;

    // --- functions --------------------------------------------------------------------------------
    // The cell of a function, made if need be; it may lead nowhere yet.
    FunctionCell* cell(Term module, Term function, std::uint32_t arity);
    FunctionCell* find_cell(Term module, Term function, std::uint32_t arity) const;
    const NativeRow* native(std::string_view module, std::string_view function,
                            std::uint32_t arity) const;
    ExportTable& exports();
    FunEntry* fun_entry(Term module, std::uint32_t index, std::uint32_t unique, std::uint32_t arity,
                        std::uint32_t free, Word code_hash);

    // --- modules ----------------------------------------------------------------------------------
    // Verifies and links, which takes a while: of large modules better on the CPU pool.
    Result<PreparedModule> prepare(ModuleCode code);
    Result<PreparedModule> prepare_binary(std::string_view vbc);
    // The version before becomes the old one (which must have been purged: an old version that is still
    // there is purged now).
    LoadedModule* publish(PreparedModule module, std::string_view place = {});
    // Both.
    Result<LoadedModule*> load(ModuleCode code, std::string_view place = {});
    Result<LoadedModule*> load_binary(std::string_view vbc, std::string_view place = {});
    // The current version, or null. Does not load.
    LoadedModule* module(Term name) const;
    LoadedModule* old_module(Term name) const;
    // The current version, loaded from the sources if need be; null when nobody has it. `error` says
    // why a module that was found could not be loaded.
    LoadedModule* ensure_loaded(Term name, std::string* error = nullptr);
    // Makes the current version old. False when there is none or an old one is still there.
    bool remove(Term name);
    // Forgets the old version: its closures fail from now on. A process that still runs it goes on; the
    // memory is freed when none does (retire.h).
    bool purge(Term name);
    // Forgets the only version of a module that was evaluated: it goes with its last closure, and its
    // name is given out again. Nothing happens when there is none.
    void discard(Term name);
    // A name that starts with `prefix`, ends in digits, and is free again; kNoTerm: none.
    Term take_name(std::string_view prefix);
    std::size_t code_bytes() const;
    const Retirement& retirement() const;
    std::vector<LoadedModule*> loaded() const;
    std::string place(Term name) const;  // "" when unknown
    void add_source(ModuleSource source);
    std::vector<std::string> available() const;
    // The folders where modules are looked for. set_path is false when no source has folders.
    std::vector<std::string> path() const;
    bool set_path(std::vector<std::string> folders);
    // The .vbc of a module as the sources have it, loaded or not.
    std::optional<std::string> source_bytes(Term name, std::string* place = nullptr) const;

    // --- file names in traces -----------------------------------------------------------------------
    std::uint32_t file_id(std::string_view name);
    // A charlist in the literal space.
    Term file_name(std::uint32_t id) const;

  private:
    struct Versions;
    Result<PreparedModule> link(ModuleCode code, bool keep_types);
    Result<ModuleCode> decode(std::string_view vbc);
    struct Found {
        const ModuleSource* source = nullptr;
        std::string storage, place;
        std::string_view bytes;
    };
    void find_source(Term name, Found& found) const;
    bool forget_old(Versions& versions, bool at_once);
    void retire(LoadedModule& module, bool at_once);
    void free_module(std::unique_ptr<LoadedModule> module);
    Vm& vm_;
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vial
