// vm/sched/thread.cpp: starting and joining an OS thread.
// Here: Thread.
// Not here: what it runs.
// Threads: as thread.h says.
// Holds: the new thread inherits the blocked signals, so there is no moment in which one can arrive.
#include "vm/sched/thread.h"

#include <signal.h>

namespace vial {

int Thread::start(const std::string& name, void (*body)(void*), void* argument) {
    name_ = name.substr(0, 15);
    body_ = body;
    argument_ = argument;
    sigset_t all, before;
    ::sigfillset(&all);
    // Faults of the thread itself stay deliverable.
    for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP}) ::sigdelset(&all, fault);
    ::pthread_sigmask(SIG_BLOCK, &all, &before);
    const int error = ::pthread_create(&thread_, nullptr, &Thread::entry, this);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    started_ = error == 0;
    return error;
}

void* Thread::entry(void* self) {
    auto* t = static_cast<Thread*>(self);
    ::pthread_setname_np(::pthread_self(), t->name_.c_str());
    t->body_(t->argument_);
    return nullptr;
}

bool Thread::join_until(const timespec& until) {
    if (!started_) return true;
    if (::pthread_timedjoin_np(thread_, nullptr, &until) != 0) return false;
    started_ = false;
    return true;
}

void Thread::join() {
    if (!started_) return;
    ::pthread_join(thread_, nullptr);
    started_ = false;
}

}  // namespace vial
