// vm/sched/poller.cpp: epoll and what hangs on it.
// Here: as poller.h.
// Not here: as poller.h.
// Threads: as poller.h; the table of calls is under a mutex, taken once for each wait of a process.
// Holds: a descriptor is armed once for its oldest call, and again for the next.
#include "vm/sched/poller.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <deque>
#include <mutex>
#include <unordered_map>

#include "vm/process/process_table.h"
#include "vm/sched/schedulers.h"
#include "vm/vm.h"

namespace vial {

namespace {
constexpr int kEvents = 64;
}

struct Poller::State {
    explicit State(Vm& v) : vm(v) {}
    ~State() {
        for (const int fd : {epoll, event}) {
            if (fd >= 0) ::close(fd);
        }
    }
    // The descriptors are made by the first wait: most scripts never wait for one.
    bool open() {
        if (epoll >= 0) return true;
        epoll = ::epoll_create1(EPOLL_CLOEXEC);
        event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        epoll_event on{};
        on.events = EPOLLIN;
        on.data.fd = event;
        return epoll >= 0 && event >= 0 && ::epoll_ctl(epoll, EPOLL_CTL_ADD, event, &on) == 0;
    }

    Vm& vm;
    std::mutex mutex;
    int epoll = -1;
    int event = -1;
    std::unordered_map<int, std::deque<PoolCall*>> calls;
};

Poller::Poller(Vm& vm) : state_(std::make_unique<State>(vm)) {}

Poller::~Poller() {
    for (auto& [fd, calls] : state_->calls) {
        for (PoolCall* call : calls) call->drop(*call);
    }
}

bool Poller::arm(int fd, bool again) {
    epoll_event wanted{};
    wanted.events = EPOLLIN | EPOLLONESHOT;
    wanted.data.fd = fd;
    if (again && ::epoll_ctl(state_->epoll, EPOLL_CTL_MOD, fd, &wanted) == 0) return true;
    // EPERM: a regular file, which is always ready.
    return ::epoll_ctl(state_->epoll, EPOLL_CTL_ADD, fd, &wanted) == 0;
}

bool Poller::add(int fd, PoolCall* call) {
    {
        const std::lock_guard guard(state_->mutex);
        if (!state_->open()) return false;
        const auto [at, fresh] = state_->calls.try_emplace(fd);
        if (at->second.empty() && !arm(fd, !fresh)) {
            if (fresh) state_->calls.erase(at);
            return false;
        }
        at->second.push_back(call);
        waiting_.fetch_add(1, std::memory_order_seq_cst);
    }
    // Somebody who sleeps is to sit here instead.
    if (!held_.load(std::memory_order_seq_cst)) state_->vm.schedulers().wake_one();
    return true;
}

// `fd` can be read: its oldest call goes on.
void Poller::hand_on(int fd) {
    PoolCall* call = nullptr;
    {
        const std::lock_guard guard(state_->mutex);
        const auto at = state_->calls.find(fd);
        if (at == state_->calls.end() || at->second.empty()) return;
        call = at->second.front();
        at->second.pop_front();
        waiting_.fetch_sub(1, std::memory_order_relaxed);
        if (!at->second.empty()) {
            arm(fd, true);
        } else {
            // Out of epoll, so that a descriptor that is closed and opened anew starts afresh.
            ::epoll_ctl(state_->epoll, EPOLL_CTL_DEL, fd, nullptr);
            state_->calls.erase(at);
        }
    }
    const Process* p = state_->vm.processes().block(call->pid.slot());
    if (!p || !is_current(*p, call->pid)) return call->drop(*call);
    state_->vm.schedulers().pool(Pool::Blocking).submit(call);
}

bool Poller::try_hold() { return active() && !held_.exchange(true, std::memory_order_seq_cst); }
void Poller::let_go() { held_.store(false, std::memory_order_seq_cst); }

void Poller::wait(std::int64_t timeout_ns) {
    epoll_event ready[kEvents];
    // Rounded up: a timer must not be looked for before its time.
    const std::int64_t ms = timeout_ns < 0 ? -1 : (timeout_ns + 999'999) / 1'000'000;
    const int count = ::epoll_wait(state_->epoll, ready, kEvents, static_cast<int>(std::min<std::int64_t>(ms, 1 << 30)));
    for (int i = 0; i < count; ++i) {
        if (ready[i].data.fd == state_->event) {
            std::uint64_t times;
            [[maybe_unused]] const auto got = ::read(state_->event, &times, sizeof times);
        } else {
            hand_on(ready[i].data.fd);
        }
    }
}

void Poller::wake() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto put = ::write(state_->event, &one, sizeof one);
}

void Poller::look() {
    if (!try_hold()) return;
    wait(0);
    let_go();
}

NativeResult submit_when_readable(Process& p, int fd, PoolCall* call) {
    Schedulers& all = p.vm().schedulers();
    if (all.stepped()) return submit_pool_call(p, Pool::Blocking, call);
    prepare_pool_call(p, call);
    if (fd < 0 || !all.poller().add(fd, call)) all.pool(Pool::Blocking).submit(call);
    return {kNoTerm, NativeStatus::Wait};
}

}  // namespace vial
