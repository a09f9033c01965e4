// compiler/expand/emit_job.h: the passes after core, on the scheduler or on the CPU pool.
// Here: load_module: bytecode, its verification, its threaded code.
// Not here: the passes (compiler.h).
// Threads: as the session; a job on the pool owns all it touches.
// Holds: a module of more than a few nodes is compiled by the pool, so that no scheduler is held; a
//        process killed meanwhile leaves the job to end by itself.
#pragma once

#include <string>

#include "compiler/expand/session.h"
#include "vm/code/code_server.h"

namespace vial::expand {

struct EmitJob {
    core::Module module;
    Vm& vm;
    bool wants_binary = false;
    std::string binary;
    Result<PreparedModule> made = Error{"not run"};

    void run();
};

// Bytecode of a module, loaded; its nodes are gone afterwards. False and a message when it is refused.
// `binary` gets its .vbc unless null.
Task<bool> load_module(Session& s, core::Module& module, std::string& error, std::string* binary);

}  // namespace vial::expand
