// vm/sched/thread.h: an OS thread of the machine.
// Here: Thread: start with a name, join.
// Not here: what it runs.
// Threads: the object belongs to who starts it.
// Holds: asynchronous OS signals are blocked in it: a host's handler must not run on a thread that may
//        have a process's stack under it. Starting can fail, which is an answer and no exception.
#pragma once

#include <pthread.h>
#include <time.h>

#include <string>

namespace vial {

class Thread {
  public:
    Thread() = default;
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;
    ~Thread() { join(); }

    // 0 or an errno. `name`: at most 15 bytes, seen in /proc/self/task/*/comm.
    int start(const std::string& name, void (*body)(void*), void* argument);
    void join();
    // False: it has not ended by then (CLOCK_REALTIME).
    bool join_until(const timespec& until);
    bool started() const { return started_; }

  private:
    static void* entry(void* self);
    pthread_t thread_{};
    bool started_ = false;
    std::string name_;
    void (*body_)(void*) = nullptr;
    void* argument_ = nullptr;
};

}  // namespace vial
