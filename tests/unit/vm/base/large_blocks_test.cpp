// tests/unit/vm/base/large_blocks_test.cpp: large blocks take over the pages of freed ones.
// Here: growing, cutting and dropping kept blocks, as the bytes mapped show; contents; refusal.
// Not here: size classes (memory_test.cpp).
// Threads: several where they exchange blocks.
// Holds: -
#include "vm/base/large_blocks.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstring>
#include <random>
#include <thread>
#include <vector>

using namespace vial;

namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;

struct Held {
    std::uint8_t* at;
    std::size_t bytes;
    std::uint8_t mark;
};

bool holds_its_mark(const Held& held) {
    return held.at[0] == held.mark && std::memcmp(held.at, held.at + 1, held.bytes - 1) == 0;
}

// Takes and gives back blocks of many sizes; each must keep what was written into it.
bool exchange_blocks(LargeBlocks& blocks, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Held> held;
    bool intact = true;
    for (int round = 0; round < 200; ++round) {
        if (held.size() < 6 && random() % 3 != 0) {
            const auto bytes =
                LargeBlocks::good_size((std::size_t{300} << 10) + random() % (5 * kMiB));
            auto* at = static_cast<std::uint8_t*>(blocks.allocate(bytes));
            const auto mark = static_cast<std::uint8_t>(random());
            std::memset(at, mark, bytes);
            held.push_back({at, bytes, mark});
        } else if (!held.empty()) {
            const std::size_t which = random() % held.size();
            intact = intact && holds_its_mark(held[which]);
            blocks.free(held[which].at, held[which].bytes);
            held.erase(held.begin() + static_cast<std::ptrdiff_t>(which));
        }
    }
    for (const Held& left : held) {
        intact = intact && holds_its_mark(left);
        blocks.free(left.at, left.bytes);
    }
    return intact;
}

}  // namespace

TEST_CASE("a larger block grows out of a freed one") {
    LargeBlocks blocks;
    void* small = blocks.allocate(kMiB);
    std::memset(small, 1, kMiB);
    blocks.free(small, kMiB);
    CHECK(blocks.mapped_bytes() == kMiB);
    void* large = blocks.allocate(6 * kMiB);
    CHECK(blocks.mapped_bytes() == 6 * kMiB);
    std::memset(large, 2, 6 * kMiB);
    blocks.free(large, 6 * kMiB);
}

TEST_CASE("a smaller block is cut from a freed one and the rest serves the next") {
    LargeBlocks blocks;
    void* large = blocks.allocate(6 * kMiB);
    blocks.free(large, 6 * kMiB);
    void* first = blocks.allocate(4 * kMiB);
    CHECK(first == large);
    CHECK(blocks.mapped_bytes() == 6 * kMiB);
    void* second = blocks.allocate(2 * kMiB);
    CHECK(second == static_cast<std::byte*>(large) + 4 * kMiB);
    CHECK(blocks.mapped_bytes() == 6 * kMiB);
    // Most of it would be cut off: left alone for a block of its size.
    blocks.free(first, 4 * kMiB);
    void* little = blocks.allocate(kMiB);
    CHECK(blocks.mapped_bytes() == 7 * kMiB);
    blocks.free(little, kMiB);
    blocks.free(second, 2 * kMiB);
}

TEST_CASE("what is kept is bounded, the oldest goes first") {
    LargeBlocks blocks;
    void* oldest = blocks.allocate(40 * kMiB);
    void* newer = blocks.allocate(32 * kMiB);
    void* huge = blocks.allocate(128 * kMiB);
    blocks.free(oldest, 40 * kMiB);
    CHECK(blocks.mapped_bytes() == 200 * kMiB);
    blocks.free(newer, 32 * kMiB);
    CHECK(blocks.mapped_bytes() == 160 * kMiB);
    blocks.free(huge, 128 * kMiB);
    CHECK(blocks.mapped_bytes() == 32 * kMiB);
    CHECK(blocks.allocate(32 * kMiB) == newer);
    blocks.free(newer, 32 * kMiB);
}

TEST_CASE("what the system refuses is a null pointer, and what was kept is given back first") {
    LargeBlocks blocks;
    blocks.free(blocks.allocate(kMiB), kMiB);
    // As large as all addresses a program has.
    CHECK(blocks.allocate(std::size_t{1} << 47) == nullptr);
    CHECK(blocks.mapped_bytes() == 0);
}

TEST_CASE("blocks in use keep their contents while others grow and are cut") {
    LargeBlocks blocks;
    std::array<bool, 2> intact{};
    std::thread other([&] { intact[1] = exchange_blocks(blocks, 7); });
    intact[0] = exchange_blocks(blocks, 8);
    other.join();
    CHECK(intact[0]);
    CHECK(intact[1]);
}
