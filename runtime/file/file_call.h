// runtime/file/file_call.h: one operation on the file system, done on the blocking pool.
// Here: FileCall, its submission, common endings.
// Not here: the operations (file_system.cpp, open_file.cpp).
// Threads: run on a pool thread, finish on the scheduler.
// Holds: the record owns all it works on; an open file is retained while a call uses it.
#pragma once

#include <sys/stat.h>

#include <string>

#include "runtime/file/posix_error.h"
#include "vm/process/process.h"
#include "vm/sched/pool.h"

namespace vial {

struct OpenFile;

struct FileCall : PoolCall {
    std::string path, other;  // names, absolute; or data in `path`
    std::string out;          // bytes read
    OpenFile* file = nullptr;
    std::int64_t a = 0, b = 0, result = 0;
    struct stat status {};
    bool at_end = false;
    int error = 0;
    ~FileCall();
};

using FileRun = void (*)(FileCall& call);
using FileFinish = NativeResult (*)(Process& p, FileCall& call);

// `call` comes from new. The result is `finish`'s, unless run left an error.
template <auto run, FileFinish finish>
NativeResult submit_file_call(Process& p, FileCall* call) {
    call->run = [](PoolCall& c) { run(static_cast<FileCall&>(c)); };
    call->finish = [](Process& process, PoolCall& c) -> NativeResult {
        auto& done = static_cast<FileCall&>(c);
        if (done.error != 0) return posix_error_tuple(process, done.error);
        return finish(process, done);
    };
    call->drop = [](PoolCall& c) { delete static_cast<FileCall*>(&c); };
    return submit_pool_call(p, Pool::Blocking, call);
}

// The name as the OS is to see it; false for what is no binary.
bool file_name(Process& p, Term t, std::string& out);

NativeResult finish_ok(Process& p, FileCall& call);
NativeResult finish_bytes(Process& p, FileCall& call);   // the bytes, or eof when at_end
NativeResult finish_status(Process& p, FileCall& call);  // {ok, {size, type, access, ...}}

}  // namespace vial
