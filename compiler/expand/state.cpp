// compiler/expand/state.cpp: see state.h.
// Here: the tables of open modules, of texts, of files and batches under way.
// Not here: -
// Threads: any.
// Holds: -
#include "compiler/expand/state.h"

#include <algorithm>

#include "compiler/expand/emit_job.h"
#include "compiler/expand/lexical_tracker.h"
#include "compiler/expand/module_builder.h"
#include "compiler/expand/program.h"
#include "vm/code/code_server.h"

namespace vial::expand {

CompilerState& CompilerState::of(Vm& vm) {
    using Shared = std::shared_ptr<CompilerState>;
    const auto destroy = [](void* s) { delete static_cast<Shared*>(s); };
    void* slot = vm.slot_or_make(Vm::Slot::Compiler, destroy, [] { return new Shared(std::make_shared<CompilerState>()); });
    return **static_cast<Shared*>(slot);
}

std::shared_ptr<ModuleBuilder> CompilerState::find(Term module) {
    if (!module.is_atom()) return nullptr;
    std::lock_guard hold(lock);
    const auto found = open.find(module.atom_index());
    return found == open.end() ? nullptr : found->second;
}

bool CompilerState::add(Term module, std::shared_ptr<ModuleBuilder> builder) {
    std::lock_guard hold(lock);
    return open.emplace(module.atom_index(), std::move(builder)).second;
}

void CompilerState::remove(Term module) {
    std::lock_guard hold(lock);
    open.erase(module.atom_index());
}

void CompilerState::start_collecting(Word pid) {
    std::lock_guard hold(lock);
    collecting_[pid].emplace_back();
}

void CompilerState::collect(Word pid, Term module, std::string binary) {
    std::lock_guard hold(lock);
    const auto found = collecting_.find(pid);
    if (found == collecting_.end()) return;
    for (Level& level : found->second) level.modules.emplace_back(module.atom_index(), binary);
}

CompilerState::Collected CompilerState::collected(Word pid) {
    std::lock_guard hold(lock);
    const auto found = collecting_.find(pid);
    return found == collecting_.end() ? Collected{} : found->second.back().modules;
}

void CompilerState::note_reach(Word pid, Reach reach) {
    std::lock_guard hold(lock);
    const auto found = collecting_.find(pid);
    if (found == collecting_.end()) return;
    for (Level& level : found->second) level.reach = std::max(level.reach, reach);
}

Reach CompilerState::reach(Word pid) {
    std::lock_guard hold(lock);
    const auto found = collecting_.find(pid);
    return found == collecting_.end() ? Reach::Itself : found->second.back().reach;
}

void CompilerState::stop_collecting(Word pid) {
    std::lock_guard hold(lock);
    const auto found = collecting_.find(pid);
    if (found == collecting_.end()) return;
    found->second.pop_back();
    if (found->second.empty()) collecting_.erase(found);
}

std::shared_ptr<Checking> CompilerState::checking(Word pid) {
    std::lock_guard hold(lock);
    const auto found = checking_.find(pid);
    return found == checking_.end() || found->second->paused != 0 ? nullptr : found->second;
}

void CompilerState::set_checking(Word pid, std::shared_ptr<Checking> how) {
    std::lock_guard hold(lock);
    if (how) {
        checking_[pid] = std::move(how);
    } else {
        checking_.erase(pid);
    }
}

bool CompilerState::available(Vm& vm, Term module) {
    if (vm.code().ensure_loaded(module)) return true;
    const std::string_view name = vm.atoms().text(module);
    for (const NativeRow& row : vm.options().natives) {
        if (row.module == name) return true;
    }
    return false;
}

bool CompilerState::has_kernel(Vm& vm) const {
    // Kernel may be in the image and not loaded yet, so the atom need not be there.
    const Term def = vm.atoms().intern("MACRO-def");
    const FunctionCell* cell = vm.code().find_cell(atoms::E_Kernel, def, 3);
    if (cell && is_defined(cell)) return true;
    return vm.code().ensure_loaded(atoms::E_Kernel) != nullptr &&
           (cell = vm.code().find_cell(atoms::E_Kernel, def, 3)) != nullptr && is_defined(cell);
}

Term CompilerState::fresh_module(Vm& vm, std::string_view prefix) {
    if (const Term free = vm.code().take_name(prefix); free != kNoTerm) return free;
    // relaxed: only uniqueness matters
    const auto number = module_number.fetch_add(1, std::memory_order_relaxed);
    return vm.atoms().intern(std::string(prefix) + std::to_string(number));
}

// Texts kept for the lines that warnings show.
constexpr std::size_t kMostSources = 16;

void CompilerState::keep_source(std::string file, std::string text) {
    std::lock_guard hold(lock);
    std::erase_if(sources_, [&](const SourceFile& s) { return s.name() == file; });
    if (sources_.size() == kMostSources) sources_.erase(sources_.begin());
    sources_.emplace_back(std::move(file), std::move(text));
}

std::string CompilerState::source_line(const std::string& file, std::uint32_t line) {
    {
        std::lock_guard hold(lock);
        for (const SourceFile& s : sources_) {
            if (s.name() == file) return std::string(s.line(line));
        }
    }
    const SourceFile source(file, read_source(file).value_or(""));
    keep_source(file, std::string(source.text()));
    return std::string(source.line(line));
}

Term CompilerState::start_tracking() {
    // relaxed: only uniqueness matters
    const auto number = counter.fetch_add(1, std::memory_order_relaxed);
    std::lock_guard hold(lock);
    trackers_[number] = std::make_shared<LexicalTracker>();
    return Term::small(number);
}

std::shared_ptr<LexicalTracker> CompilerState::tracker(Term number) {
    if (!number.is_small()) return nullptr;
    std::lock_guard hold(lock);
    const auto found = trackers_.find(number.small_value());
    return found == trackers_.end() ? nullptr : found->second;
}

void CompilerState::stop_tracking(Term number) {
    std::lock_guard hold(lock);
    trackers_.erase(number.small_value());
}

Term CompilerState::add_job(std::shared_ptr<EmitJob> job) {
    // relaxed: only uniqueness matters
    const auto number = counter.fetch_add(1, std::memory_order_relaxed);
    std::lock_guard hold(lock);
    jobs_[number] = std::move(job);
    return Term::small(number);
}

std::shared_ptr<EmitJob> CompilerState::take_job(Term number) {
    std::lock_guard hold(lock);
    const auto found = number.is_small() ? jobs_.find(number.small_value()) : jobs_.end();
    if (found == jobs_.end()) return nullptr;
    auto job = std::move(found->second);
    jobs_.erase(found);
    return job;
}

void CompilerState::start_batch(Word pid) {
    std::lock_guard hold(lock);
    batches_[pid].emplace_back();
}

void CompilerState::join_batch(Word pid, Word owner) {
    std::lock_guard hold(lock);
    const auto joined = joined_.find(owner);
    joined_[pid] = joined == joined_.end() ? owner : joined->second;
}

bool CompilerState::add_uses(Word pid, std::vector<RemoteUse> uses) {
    std::lock_guard hold(lock);
    const auto joined = joined_.find(pid);
    auto found = batches_.find(pid);
    if (found == batches_.end() && joined != joined_.end()) found = batches_.find(joined->second);
    if (found == batches_.end()) return false;
    auto& level = found->second.back();
    level.insert(level.end(), std::make_move_iterator(uses.begin()), std::make_move_iterator(uses.end()));
    return true;
}

std::vector<RemoteUse> CompilerState::finish_batch(Word pid) {
    std::lock_guard hold(lock);
    const auto found = batches_.find(pid);
    if (found == batches_.end()) return {};
    std::vector<RemoteUse> uses = std::move(found->second.back());
    found->second.pop_back();
    if (!found->second.empty()) return uses;
    batches_.erase(found);
    std::erase_if(joined_, [pid](const auto& entry) { return entry.second == pid; });
    return uses;
}

}  // namespace vial::expand
