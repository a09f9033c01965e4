// compiler/parse/routine.h: functions that call each other to any depth without the C++ stack.
// Here: Routine (a coroutine of the parser), its frames' memory, the loop that runs them.
// Not here: the grammar (parser_internal.h).
// Threads: one owner.
// Holds: exactly one frame runs at a time; `co_await callee(...)` suspends the caller until the
//        callee has returned. A run that fails frees all frames, the innermost first.
//
// Text nested ten thousand deep is ordinary for machine-written code, and hostile text is deeper
// still: recursion of C++ would overflow a scheduler's stack. Frames here come from blocks of the
// parser, so the depth is bounded by RoutineStack's limit alone.
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace vial {

class RoutineStack {
  public:
    explicit RoutineStack(std::uint32_t limit) : limit_(limit) {}
    ~RoutineStack() { unwind(); }
    RoutineStack(const RoutineStack&) = delete;
    RoutineStack& operator=(const RoutineStack&) = delete;

    // --- memory of frames -------------------------------------------------------------------------
    void* allocate(std::size_t bytes) {
        const std::size_t cls = (bytes + sizeof(Header) + kStep - 1) / kStep;
        if (cls < kClasses && free_[cls]) {
            FreeFrame* f = free_[cls];
            free_[cls] = f->next;
            return start(f, cls);
        }
        return start(fresh(cls * kStep), cls);
    }
    static void release(void* frame) {
        Header* h = static_cast<Header*>(frame) - 1;
        RoutineStack& stack = *h->stack;
        const std::size_t cls = h->cls;
        if (cls >= kClasses) return;  // goes with its block
        auto* f = reinterpret_cast<FreeFrame*>(h);
        f->next = stack.free_[cls];
        stack.free_[cls] = f;
    }

    // --- running ----------------------------------------------------------------------------------
    void enter(std::coroutine_handle<> frame) {
        frames_.push_back(frame);
        if (frames_.size() > limit_) too_deep_ = true;
    }
    void leave() { frames_.pop_back(); }
    void stop() { stopped_ = true; }
    bool too_deep() const { return too_deep_; }
    // False when a frame called stop() or the limit was passed.
    bool run() {
        while (!frames_.empty() && !stopped_ && !too_deep_) frames_.back().resume();
        const bool done = frames_.empty();
        unwind();
        return done;
    }

  private:
    struct Header {
        RoutineStack* stack;
        std::size_t cls;
    };
    struct FreeFrame {
        FreeFrame* next;
    };
    static constexpr std::size_t kStep = 64;
    static constexpr std::size_t kClasses = 64;
    static constexpr std::size_t kBlockBytes = 64 * 1024;

    void* start(void* memory, std::size_t cls) {
        auto* h = static_cast<Header*>(memory);
        h->stack = this;
        h->cls = cls;
        return h + 1;
    }
    void* fresh(std::size_t bytes) {
        if (bytes > left_) {
            left_ = bytes > kBlockBytes ? bytes : kBlockBytes;
            blocks_.push_back(std::make_unique<std::byte[]>(left_));
            next_ = blocks_.back().get();
        }
        void* p = next_;
        next_ += bytes;
        left_ -= bytes;
        return p;
    }
    void unwind() {
        while (!frames_.empty()) {
            frames_.back().destroy();
            frames_.pop_back();
        }
    }

    std::vector<std::coroutine_handle<>> frames_;
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
    FreeFrame* free_[kClasses] = {};
    std::uint32_t limit_;
    bool stopped_ = false;
    bool too_deep_ = false;
};

// A call under way that will give a T. The caller's frame, which awaits it, frees its frame. A
// coroutine that returns one is a member function of an Owner with `RoutineStack& routines()`.
template <class T>
class Routine {
  public:
    struct promise_type {
        RoutineStack* stack;
        T value{};

        template <class Owner, class... Rest>
        explicit promise_type(Owner& owner, Rest&&...) : stack(&owner.routines()) {}
        template <class Owner, class... Rest>
        static void* operator new(std::size_t bytes, Owner& owner, Rest&&...) {
            return owner.routines().allocate(bytes);
        }
        static void operator delete(void* frame) { RoutineStack::release(frame); }

        Routine get_return_object() {
            return Routine(std::coroutine_handle<promise_type>::from_promise(*this));
        }
        std::suspend_always initial_suspend() noexcept { return {}; }
        struct Final {
            bool await_ready() noexcept { return false; }
            void await_suspend(std::coroutine_handle<promise_type> h) noexcept {
                h.promise().stack->leave();
            }
            void await_resume() noexcept {}
        };
        Final final_suspend() noexcept { return {}; }
        void return_value(T v) { value = std::move(v); }
        void unhandled_exception() {}
    };

    // The call as the caller's frame waits for it.
    struct Awaiter {
        std::coroutine_handle<promise_type> callee;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<>) const noexcept {
            callee.promise().stack->enter(callee);
        }
        T await_resume() const {
            T v = std::move(callee.promise().value);
            callee.destroy();
            return v;
        }
    };
    Awaiter operator co_await() const noexcept { return {handle_}; }

    // As the outermost call: nullopt-like false when it failed.
    bool run(T& out) {
        RoutineStack& stack = *handle_.promise().stack;
        stack.enter(handle_);
        // The outermost frame is freed here when done, by unwind() when not.
        const bool done = stack.run();
        if (!done) return false;
        out = std::move(handle_.promise().value);
        handle_.destroy();
        return true;
    }

  private:
    explicit Routine(std::coroutine_handle<promise_type> h) : handle_(h) {}
    std::coroutine_handle<promise_type> handle_;
};

// Awaited by a frame that has failed: it never goes on.
struct Stop {
    RoutineStack& stack;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept { stack.stop(); }
    void await_resume() const noexcept {}
};

}  // namespace vial
