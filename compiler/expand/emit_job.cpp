// compiler/expand/emit_job.cpp: see emit_job.h.
// Here: -
// Not here: -
// Threads: as the header says.
// Holds: -
#include "compiler/expand/emit_job.h"

#include "compiler/expand/state.h"
#include "compiler/expand/to_bytecode.h"
#include "vm/code/code_server.h"
#include "vm/code/vbc_encode.h"
#include "vm/process/process.h"
#include "vm/sched/pool.h"

namespace vial::expand {

// About half a millisecond of work; below it the way to the pool costs more than it gives.
constexpr std::size_t kPoolNodes = 1'500;

void EmitJob::run() {
    ModuleCode code = to_bytecode(module, vm.atoms());
    if (wants_binary) binary = encode_module(code, vm.atoms());
    made = vm.code().prepare(std::move(code));
}

Task<bool> load_module(Session& s, core::Module& module, std::string& error, std::string* binary) {
    auto job = std::make_shared<EmitJob>(EmitJob{.module = std::move(module), .vm = s.vm, .wants_binary = binary != nullptr});
    // Warnings that come later still name files.
    module.files = job->module.files;
    module.name = job->module.name;
    if (job->module.node_count() < kPoolNodes) {
        job->run();
    } else {
        const Term number = s.state.add_job(job);
        const Term arguments = s.arena.list({number});
        co_await s.call_function(atoms::vial_compiler, s.atom("emit"), arguments);
    }
    if (binary) *binary = std::move(job->binary);
    if (!job->made) {
        error = job->made.error().message;
        co_return false;
    }
    s.vm.code().publish(std::move(*job->made));
    co_return true;
}

namespace {
struct EmitCall : PoolCall {
    std::shared_ptr<EmitJob> job;
};
}  // namespace

}  // namespace vial::expand

namespace vial {

// emit(number): does a job of the compiler's state on the CPU pool.
NativeResult native_vial_compiler_emit(Process& p, Args args) {
    auto job = expand::CompilerState::of(p.vm()).take_job(args[0]);
    if (!job) return p.badarg(0, "not a job");
    auto* call = new expand::EmitCall;
    call->job = std::move(job);
    call->run = [](PoolCall& c) { static_cast<expand::EmitCall&>(c).job->run(); };
    call->finish = [](Process&, PoolCall&) { return NativeResult(atoms::ok); };
    call->drop = [](PoolCall& c) { delete static_cast<expand::EmitCall*>(&c); };
    return submit_pool_call(p, Pool::Cpu, call);
}

}  // namespace vial
