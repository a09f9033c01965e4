// tests/unit/vm/base/memory_test.cpp: blocks, counters, literals.
// Here: sizes, reuse through several caches, control blocks finding their Memory, the literal
// range. Not here: heaps. Threads: several where caches exchange blocks. Holds: -
#include "vm/base/memory.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <thread>
#include <vector>

#include "vm/base/literal_space.h"
#include "vm/term/atom_table.h"

using namespace vial;

TEST_CASE("good sizes are exact where it matters and never smaller than asked") {
    CHECK(BlockCache::good_size(640) == 640);
    CHECK(BlockCache::good_size(80) == 80);
    CHECK(BlockCache::good_size(256) == 256);
    std::size_t before = 0;
    for (std::size_t bytes = 1; bytes < 3'000'000; bytes += bytes / 50 + 1) {
        const std::size_t good = BlockCache::good_size(bytes);
        REQUIRE(good >= bytes);
        REQUIRE((bytes < 128 || good <= bytes + bytes / 7));
        REQUIRE(good >= before);
        REQUIRE(BlockCache::good_size(good) == good);
        before = good;
    }
}

TEST_CASE("blocks made on one thread and freed on another are counted right") {
    Memory memory;
    {
        BlockCache here(memory);
        std::vector<std::pair<char*, std::size_t>> blocks;
        for (std::size_t i = 0; i < 20000; ++i) {
            const std::size_t bytes = 16 + i * 37 % 2000;
            auto* at = static_cast<char*>(here.allocate(bytes, MemoryUse::Message));
            std::memset(at, static_cast<int>(i), bytes);
            blocks.emplace_back(at, bytes);
        }
        CHECK(memory.used_bytes(MemoryUse::Message) > 20000 * 900);
        std::thread([&] {
            BlockCache there(memory);
            for (std::size_t i = 0; i < blocks.size(); ++i) {
                CHECK(blocks[i].first[0] == static_cast<char>(i));
                there.free(blocks[i].first, blocks[i].second, MemoryUse::Message);
            }
        }).join();
        CHECK(memory.used_bytes(MemoryUse::Message) == 0);
        const auto mapped = memory.mapped_bytes();
        for (std::size_t i = 0; i < 20000; ++i) {
            blocks[i].first =
                static_cast<char*>(here.allocate(blocks[i].second, MemoryUse::Message));
        }
        CHECK(memory.mapped_bytes() == mapped);  // all reused
        for (auto [at, bytes] : blocks) here.free(at, bytes, MemoryUse::Message);
        void* large = here.allocate(5'000'000, MemoryUse::ProcessHeap);
        std::memset(large, 1, 5'000'000);
        here.free(large, 5'000'000, MemoryUse::ProcessHeap);
        CHECK(here.allocate(std::size_t{1} << 60, MemoryUse::Other) == nullptr);
    }
    CHECK(memory.used_bytes(MemoryUse::ProcessHeap) == 0);
}

TEST_CASE("a control block finds its memory") {
    Memory memory;
    BlockCache blocks(memory);
    std::vector<void*> all;
    for (int i = 0; i < 10000; ++i) {
        all.push_back(blocks.allocate_control());
        REQUIRE(&memory_of_control(all.back()) == &memory);
        REQUIRE(reinterpret_cast<std::uintptr_t>(all.back()) % 256 == 0);
    }
    for (void* at : all) blocks.free_control(at);
    CHECK(memory.used_bytes(MemoryUse::ProcessControl) == 0);
}

TEST_CASE("areas of the literal space are zeroed, apart and reused") {
    auto space = LiteralSpace::create();
    REQUIRE(space);
    const auto used = space->used_bytes();
    auto* a = space->allocate(10);
    auto* b = space->allocate(100000);
    CHECK(space->contains(a));
    CHECK(space->contains(b + 99999));
    int local;
    CHECK(!space->contains(&local));
    b[0] = 7;
    space->free(b, 100000);
    auto* c = space->allocate(50);
    CHECK(c == b);
    CHECK(c[0] == 0);
    space->free(c, 50);
    space->free(a, 10);
    CHECK(space->used_bytes() == used);
}

TEST_CASE("atoms are one for each text, on many threads") {
    AtomTable atoms(5000);
    std::vector<std::vector<Term>> made(4);
    std::vector<std::thread> threads;
    for (auto& mine : made) {
        threads.emplace_back([&mine, &atoms] {
            for (int i = 0; i < 3000; ++i)
                mine.push_back(*atoms.try_intern("atom" + std::to_string(i)));
        });
    }
    for (auto& t : threads) t.join();
    for (int i = 0; i < 3000; ++i) {
        REQUIRE(made[0][i] == made[3][i]);
        REQUIRE(atoms.text(made[1][i]) == "atom" + std::to_string(i));
    }
    CHECK(!atoms.find("never made"));
    int full = 0;
    for (int i = 0; i < 5000; ++i) full += !atoms.try_intern("more" + std::to_string(i));
    CHECK(full > 0);
    CHECK(atoms.count() == atoms.limit());
    CHECK(atoms.find("atom17") == made[0][17]);
}
