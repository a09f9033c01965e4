// compiler/expand/state.h: what the compiler keeps for one VM.
// Here: CompilerState: modules being defined, counters, texts, files and batches under way.
// Not here: one request (session.h), one module (module_builder.h).
// Threads: any; what changes is under `lock`, held for moments only.
// Holds: a module is in `open` from its defmodule until it is loaded or has failed.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string_view>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/expand/env.h"
#include "compiler/expand/reach.h"
#include "compiler/expand/verify.h"
#include "compiler/source/source.h"
#include "vm/vm.h"

namespace vial::expand {

class ModuleBuilder;
class Session;
class LexicalTracker;
struct Checking;
struct EmitJob;
struct RemoteUse;

// Sessions share it: one whose process ends with the VM outlives the VM's slots.
struct CompilerState : std::enable_shared_from_this<CompilerState> {
    std::mutex lock;
    std::unordered_map<std::uint32_t, std::shared_ptr<ModuleBuilder>> open;  // by atom index
    std::atomic<std::int64_t> counter{1};
    std::atomic<std::uint32_t> module_number{0};
    std::atomic<std::uint32_t> warning_count{0};
    std::atomic<bool> quiet_redefinition{false};  // Code.compiler_options(ignore_module_conflict: true)
    void count_warning() { warning_count.fetch_add(1, std::memory_order_relaxed); }  // relaxed: a count

    // A line of a text that was parsed, or of a file; empty when there is none.
    std::string source_line(const std::string& file, std::uint32_t line);
    void keep_source(std::string file, std::string text);

    // --- files being compiled or run (lexical_tracker.h) ---------------------------------------------
    Term start_tracking();
    std::shared_ptr<LexicalTracker> tracker(Term number);
    void stop_tracking(Term number);

    // --- passes on the CPU pool (emit_job.h): a number for the native that starts it ---------------------
    Term add_job(std::shared_ptr<EmitJob> job);
    std::shared_ptr<EmitJob> take_job(Term number);

    // --- calls of other modules (verify.h) -----------------------------------------------------------
    std::atomic<bool> batches_wanted{false};  // the command line asked for such checks
    void start_batch(Word pid);
    void join_batch(Word pid, Word owner);  // what `pid` compiles belongs to the batch of `owner`
    // False: the process compiles outside of any.
    bool add_uses(Word pid, std::vector<RemoteUse> uses);
    std::vector<RemoteUse> finish_batch(Word pid);

    // The VM's, made at first use.
    static CompilerState& of(Vm& vm);

    std::shared_ptr<ModuleBuilder> find(Term module);
    // False: a module of that name is being defined already.
    bool add(Term module, std::shared_ptr<ModuleBuilder> builder);
    void remove(Term module);

    // Modules that a process defines between start and stop, with their .vbc.
    using Collected = std::vector<std::pair<std::uint32_t, std::string>>;
    // The widest reach of the bodies of modules in the innermost collection.
    void note_reach(Word pid, Reach reach);
    Reach reach(Word pid);
    void start_collecting(Word pid);
    void collect(Word pid, Term module, std::string binary);
    Collected collected(Word pid);
    void stop_collecting(Word pid);

    // All errors of what a process compiles are looked for while this is set.
    std::shared_ptr<Checking> checking(Word pid);
    void set_checking(Word pid, std::shared_ptr<Checking> how);

    // Loaded now or already, or a module of natives alone.
    static bool available(Vm& vm, Term module);
    // Kernel is there: its macros take the place of the definitions known here.
    bool has_kernel(Vm& vm) const;
    // A name for code that is compiled to be run once.
    Term fresh_module(Vm& vm, std::string_view prefix);

  private:
    // A collection inside another one is a level of its own.
    std::unordered_map<Word, std::shared_ptr<Checking>> checking_;
    std::unordered_map<std::int64_t, std::shared_ptr<EmitJob>> jobs_;
    std::vector<SourceFile> sources_;  // the latest last
    std::unordered_map<std::int64_t, std::shared_ptr<LexicalTracker>> trackers_;
    // A batch inside another one is a level of its own.
    std::unordered_map<Word, std::vector<std::vector<RemoteUse>>> batches_;
    std::unordered_map<Word, Word> joined_;
    struct Level {
        Collected modules;
        Reach reach = Reach::Itself;
    };
    std::unordered_map<Word, std::vector<Level>> collecting_;
};

}  // namespace vial::expand
