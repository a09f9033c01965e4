// vm/base/literal_space.cpp: one reserved range, areas handed out by first fit.
// Here: reserving without committing, committing areas, coalescing freed ones.
// Not here: what areas hold.
// Threads: allocate and free under the mutex.
// Holds: an area starts on a cache line; freed areas are zeroed again before reuse.
#include "vm/base/literal_space.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <map>
#include <mutex>

#include "vm/base/assert.h"
#include "vm/base/poison.h"

namespace vial {

namespace {
constexpr std::size_t kLargestRange = std::size_t{64} << 30;
constexpr std::size_t kSmallestRange = std::size_t{64} << 20;
constexpr std::size_t kCommitStep = std::size_t{1} << 20;
constexpr std::size_t kLine = 64;

constexpr std::size_t area_bytes(std::size_t words) {
    return (words * 8 + kLine - 1) / kLine * kLine;
}
}  // namespace

struct LiteralSpace::State {
    mutable std::mutex mutex;
    std::uintptr_t next;       // never given out from here on
    std::uintptr_t committed;  // readable and writable below
    std::map<std::uintptr_t, std::size_t> free_areas;
    std::size_t used = 0;
};

LiteralSpace::LiteralSpace(std::uintptr_t base, std::size_t size)
    : base_(base), size_(size), state_(std::make_unique<State>()) {
    state_->next = state_->committed = base;
}

std::unique_ptr<LiteralSpace> LiteralSpace::create() {
    // Where address space is limited (ulimit -v) a smaller range does.
    for (std::size_t size = kLargestRange; size >= kSmallestRange; size /= 4) {
        void* at =
            ::mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (at == MAP_FAILED) continue;
        std::unique_ptr<LiteralSpace> space(
            new LiteralSpace(reinterpret_cast<std::uintptr_t>(at), size));
        std::uint64_t* words = space->allocate(4);
        if (!words) return nullptr;
        words[0] = kEmptyTupleHeader;
        words[1] = kEmptyMapHeader;
        words[2] = reinterpret_cast<std::uint64_t>(words) + 1;  // its keys: {}
        words[3] = kEmptyBinaryHeader;
        return space;
    }
    return nullptr;
}

const DyingAreas* LiteralSpace::set_dying(std::vector<LiteralArea> areas) {
    DyingAreas* dying = nullptr;
    if (!areas.empty()) {
        std::sort(areas.begin(), areas.end(),
                  [](const LiteralArea& a, const LiteralArea& b) { return a.start < b.start; });
        dying = new DyingAreas{std::move(areas)};
    }
    return dying_.exchange(dying, std::memory_order_acq_rel);
}

bool LiteralSpace::is_dying(const DyingAreas& dying, const void* address) {
    const auto* at = static_cast<const std::uint64_t*>(address);
    auto area = std::upper_bound(dying.areas.begin(), dying.areas.end(), at,
                                 [](const std::uint64_t* a, const LiteralArea& b) { return a < b.start; });
    if (area == dying.areas.begin()) return false;
    --area;
    return at < area->start + area->words;
}

LiteralSpace::~LiteralSpace() {
    delete dying_.load(std::memory_order_relaxed);
    unpoison(reinterpret_cast<void*>(base_), state_->committed - base_);
    ::munmap(reinterpret_cast<void*>(base_), size_);
}

std::uint64_t* LiteralSpace::allocate(std::size_t words) {
    if (words > size_ / 8) return nullptr;
    const std::size_t bytes = area_bytes(words ? words : 1);
    std::lock_guard lock(state_->mutex);
    auto& areas = state_->free_areas;
    for (auto it = areas.begin(); it != areas.end(); ++it) {
        if (it->second < bytes) continue;
        const std::uintptr_t at = it->first;
        const std::size_t left = it->second - bytes;
        areas.erase(it);
        if (left) areas.emplace(at + bytes, left);
        unpoison(reinterpret_cast<void*>(at), bytes);
        std::memset(reinterpret_cast<void*>(at), 0, bytes);
        state_->used += bytes;
        return reinterpret_cast<std::uint64_t*>(at);
    }
    if (bytes > base_ + size_ - state_->next) return nullptr;
    const std::uintptr_t at = state_->next;
    if (at + bytes > state_->committed) {
        std::size_t more =
            (at + bytes - state_->committed + kCommitStep - 1) / kCommitStep * kCommitStep;
        if (more > base_ + size_ - state_->committed) more = base_ + size_ - state_->committed;
        if (::mprotect(reinterpret_cast<void*>(state_->committed), more, PROT_READ | PROT_WRITE) !=
            0) {
            return nullptr;
        }
        state_->committed += more;
    }
    state_->next += bytes;
    state_->used += bytes;
    return reinterpret_cast<std::uint64_t*>(at);
}

void LiteralSpace::free(std::uint64_t* area, std::size_t words) {
    const std::size_t bytes = area_bytes(words ? words : 1);
    const auto at = reinterpret_cast<std::uintptr_t>(area);
    VIAL_ASSERT(contains(area), "an area of this space");
    std::lock_guard lock(state_->mutex);
    poison(area, bytes);
    state_->used -= bytes;
    auto [it, added] = state_->free_areas.emplace(at, bytes);
    VIAL_ASSERT(added, "an area is freed once");
    if (auto after = std::next(it);
        after != state_->free_areas.end() && at + it->second == after->first) {
        it->second += after->second;
        state_->free_areas.erase(after);
    }
    if (it != state_->free_areas.begin()) {
        auto before = std::prev(it);
        if (before->first + before->second == at) {
            before->second += it->second;
            state_->free_areas.erase(it);
        }
    }
}

std::size_t LiteralSpace::used_bytes() const {
    std::lock_guard lock(state_->mutex);
    return state_->used;
}

}  // namespace vial
