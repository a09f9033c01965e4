// compiler/expand/task.h: expansion as coroutines that stop and go on.
// Here: Task<T>, a coroutine whose frame is on the C++ heap; Runner, which resumes one frame at a time
//       and holds what the expansion asks of the VM when it stops.
// Not here: what is expanded (expander.h); how the VM answers (session.h).
// Threads: one at a time; between two runs a Runner may move to another thread.
// Holds: a frame never resumes another one, it names the next and returns to Runner::run, so depth of
//        the quoted form costs no C++ stack and an expansion can stop between any two steps. When it
//        fails, frames are destroyed from the innermost outwards, without recursion.
//        g++ 12 evaluates both sides of a ?: in the full expression of a co_await, and refuses braced
//        lists there: such operands get names first.
#pragma once

#include <coroutine>
#include <cstdint>
#include <utility>

#include "vm/base/assert.h"

namespace vial::expand {

class Runner;

struct PromiseBase {
    Runner* runner = nullptr;
    PromiseBase* parent = nullptr;
    std::coroutine_handle<> self;
    void** owner = nullptr;  // the slot of the Task that holds `self`
};

class Runner {
  public:
    Runner() = default;
    ~Runner() { destroy_frames(); }
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    // Runs until nothing is to be resumed or `steps` frames have been entered. True: stopped for
    // lack of steps.
    bool run(std::int64_t steps) {
        while (next_) {
            if (steps-- <= 0) return true;
            std::exchange(next_, nullptr).resume();
        }
        return false;
    }
    void destroy_frames() {
        next_ = nullptr;
        for (PromiseBase* frame = std::exchange(innermost_, nullptr); frame;) {
            PromiseBase* outer = frame->parent;
            *frame->owner = nullptr;
            frame->self.destroy();
            frame = outer;
        }
    }
    void enter(PromiseBase* frame) {
        innermost_ = frame;
        next_ = frame->self;
    }
    void leave(PromiseBase* frame) {
        innermost_ = frame->parent;
        next_ = innermost_ ? innermost_->self : nullptr;
    }
    // Gives up all frames inside `to`, which goes on.
    void recover(PromiseBase* to) {
        while (innermost_ != to) {
            PromiseBase* frame = std::exchange(innermost_, innermost_->parent);
            *frame->owner = nullptr;
            frame->self.destroy();
        }
        next_ = to->self;
    }
    // After a stop: the innermost frame goes on.
    void go_on() { next_ = innermost_ ? innermost_->self : nullptr; }

  private:
    std::coroutine_handle<> next_;
    PromiseBase* innermost_ = nullptr;
};

struct FinalAwaiter {
    bool await_ready() const noexcept { return false; }
    template <class P>
    void await_suspend(std::coroutine_handle<P> done) const noexcept {
        done.promise().runner->leave(&done.promise());
    }
    void await_resume() const noexcept {}
};

template <class T>
class [[nodiscard]] Task {
  public:
    struct promise_type : PromiseBase {
        T value{};
        Task get_return_object() {
            const auto handle = std::coroutine_handle<promise_type>::from_promise(*this);
            self = handle;
            return Task(handle);
        }
        std::suspend_always initial_suspend() noexcept { return {}; }
        FinalAwaiter final_suspend() noexcept { return {}; }
        void return_value(T v) { value = std::move(v); }
        void unhandled_exception() { VIAL_FATAL("the expander throws no C++ exceptions"); }
    };
    using Handle = std::coroutine_handle<promise_type>;

    Task(Task&& other) noexcept : slot_(std::exchange(other.slot_, nullptr)) {}
    Task& operator=(Task&&) = delete;
    ~Task() {
        if (slot_) Handle::from_address(slot_).destroy();
    }

    // Start as the outermost frame; afterwards `*this` must stay where it is.
    void start(Runner& runner) { attach(runner, nullptr); }
    bool done() const { return Handle::from_address(slot_).done(); }
    bool gone() const { return slot_ == nullptr; }  // Runner::recover gave it up
    T& result() { return Handle::from_address(slot_).promise().value; }

    bool await_ready() const noexcept { return false; }
    template <class P>
    void await_suspend(std::coroutine_handle<P> parent) {
        attach(*parent.promise().runner, &parent.promise());
    }
    T await_resume() {
        T value = std::move(result());
        Handle::from_address(std::exchange(slot_, nullptr)).destroy();
        return value;
    }

  private:
    explicit Task(Handle handle) : slot_(handle.address()) {}
    void attach(Runner& runner, PromiseBase* parent) {
        auto& promise = Handle::from_address(slot_).promise();
        promise.runner = &runner;
        promise.parent = parent;
        promise.owner = &slot_;
        runner.enter(&promise);
    }
    void* slot_;
};

// What an await that never comes back gives: fits any result.
struct Never {
    template <class T>
    operator T() const {
        VIAL_FATAL("a failed expansion is not resumed");
    }
};

}  // namespace vial::expand
