// vm/sched/poller.cpp: epoll and what hangs on it.
// Here: as poller.h.
// Not here: as poller.h.
// Threads: as poller.h; the table of calls is under a mutex, taken once for each wait of a process.
// Holds: a descriptor is armed once for its oldest call, and for the next one when that has run: two reads
//        at a time would take what comes in any order, and the second would hold a thread.
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

epoll_event readable_once(int fd) {
    epoll_event wanted{};
    wanted.events = EPOLLIN | EPOLLONESHOT;
    wanted.data.fd = fd;
    return wanted;
}

// What is read from one descriptor. It stands in epoll as long as it stands in the table.
struct Descriptor {
    std::deque<PoolCall*> calls;
    bool running = false;  // a call was handed on and has not run yet
};

}  // namespace

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
    std::unordered_map<int, Descriptor> descriptors;
};

Poller::Poller(Vm& vm) : state_(std::make_unique<State>(vm)) {}

Poller::~Poller() {
    for (auto& [fd, descriptor] : state_->descriptors) {
        for (PoolCall* call : descriptor.calls) call->drop(*call);
    }
}

// Under the mutex, for a descriptor that epoll has taken before, or for one that has its number now.
bool Poller::arm(int fd) {
    epoll_event wanted = readable_once(fd);
    return ::epoll_ctl(state_->epoll, EPOLL_CTL_MOD, fd, &wanted) == 0 ||
           ::epoll_ctl(state_->epoll, EPOLL_CTL_ADD, fd, &wanted) == 0;
}

bool Poller::add(int fd, PoolCall* call) {
    {
        const std::lock_guard guard(state_->mutex);
        if (!state_->open()) return false;
        const auto [at, fresh] = state_->descriptors.try_emplace(fd);
        if (fresh) {
            epoll_event wanted = readable_once(fd);
            // EPERM: a regular file, which is always ready.
            if (::epoll_ctl(state_->epoll, EPOLL_CTL_ADD, fd, &wanted) != 0) {
                state_->descriptors.erase(at);
                return false;
            }
        }
        call->descriptor = fd;
        at->second.calls.push_back(call);
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
        const auto at = state_->descriptors.find(fd);
        if (at == state_->descriptors.end() || at->second.running || at->second.calls.empty()) return;
        call = at->second.calls.front();
        at->second.calls.pop_front();
        at->second.running = true;
        waiting_.fetch_sub(1, std::memory_order_relaxed);
    }
    const Process* p = state_->vm.processes().block(call->pid.slot());
    if (p && is_current(*p, call->pid)) return state_->vm.schedulers().pool(Pool::Blocking).submit(call);
    call->drop(*call);
    has_run(fd);
}

void Poller::has_run(int fd) {
    bool armed = true;
    {
        const std::lock_guard guard(state_->mutex);
        const auto at = state_->descriptors.find(fd);
        at->second.running = false;
        if (!at->second.calls.empty()) {
            armed = arm(fd);
        } else {
            // Out of epoll, so that a descriptor that is closed and opened anew starts afresh.
            ::epoll_ctl(state_->epoll, EPOLL_CTL_DEL, fd, nullptr);
            state_->descriptors.erase(at);
            return;
        }
    }
    if (!armed) return hand_on(fd);
    if (!held_.load(std::memory_order_seq_cst)) state_->vm.schedulers().wake_one();
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
