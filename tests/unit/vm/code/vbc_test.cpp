// tests/unit/vm/code/vbc_test.cpp: .vbc files, whole and damaged.
// Here: round trips, every truncation, flipped bytes with and without corrected checksums.
// Not here: rules of the verifier one by one (verify_test.cpp).
// Threads: a stepped VM.
// Holds: what is damaged gives an error or code that runs; the machine never falls.
#include <catch2/catch.hpp>

#include <random>

#include "tests/unit/support/assembler.h"
#include "vm/code/vbc_decode.h"
#include "vm/code/vbc_encode.h"
#include "vm/code/vbc_format.h"
#include "vm/sched/schedulers.h"
#include "xxhash.h"

using namespace vial;
using vial::test::CodeVm;

namespace {

constexpr const char* kText = R"(
main/0 export
  Allocate #3
  Move x0, 'some bytes to match'
  Call walk/2 ; L9 @4
  Move y0, x0
  Move x0, 3
  Call make/1 ; y0 L9 @5
  Move y1, x0
  Move x1, x0
  Move x0, 7
  CallFun #1 ; frame 3 y0 y1 L9 @6
  TestHeap #6 ; x0 y0 y1
  Tuple x1 | x0, y0, y1
  Cons x0, x1, []
  Deallocate #3
  Return
  L9:
  BuildTrace x2, x2 ; frame 3 x0 x1 x2
  TestHeap #4 ; x0 x1 x2
  Tuple x0 | x0, x1, x2
  Deallocate #3
  Return
walk/2
  BinStart L1, x2, x0 ; x0
  L2:
  BinInteger L1, x3, x2, 8, #1, #0 ; x2
  SelectValue x3, L3 | 32, L4, 98, L5
  L3:
  JumpBack L2 ; x2
  L4:
  BinRest L1, x0, x2, #8 ; x2
  Return
  L5:
  Move x0, :b
  Return
  L1:
  MapNew x0 | :a, 1, :b, [] ;
  MapGet L6, x1, x0, :a
  Return
  L6:
  Move x1, 0
  RaiseFunction ; x0 x1 @20
make/1
  TestHeap #3 ; x0
  MakeFun x0, fn add/2 | x0
  Move x1, x0
  Move x0, 5
  TailCallFun #1, #0 ; x0 x1
add/2 export lambda 1
  IsInteger L1, x0
  Add L0, x0, x0, x1 ; x0 x1 @30
  L1:
  IsLt L2, x0, 1000
  TestHeap #3 ; x0 x1
  MakeFun x0, fn add/2 | x1
  Return
  L2:
  Return
)";

ModuleCode sample() {
    std::string text(kText);
    // walk takes two arguments for the sake of RaiseFunction.
    const auto at = text.find("  Call walk/2");
    text.insert(at, "  Move x1, 0\n");
    return vial::test::assemble("Sample", text);
}

void correct_checksums(std::string& bytes) {
    std::size_t at = vbc::kHeadBytes;
    while (at + vbc::kChunkHeadBytes <= bytes.size()) {
        std::uint32_t size = 0;
        for (int i = 4; i-- > 0;) size = size << 8 | static_cast<unsigned char>(bytes[at + 4 + i]);
        if (size > bytes.size() - at - vbc::kChunkHeadBytes) return;
        const std::uint64_t sum = XXH3_64bits(bytes.data() + at + vbc::kChunkHeadBytes, size);
        for (int i = 0; i < 8; ++i) bytes[at + 8 + i] = static_cast<char>(sum >> 8 * i);
        at += vbc::kChunkHeadBytes + size;
    }
}

// Of `rounds` modules with one or two bytes changed from `first` on: how many were refused, how many ran.
std::pair<std::size_t, std::size_t> try_damaged(CodeVm& vm, const std::string& bytes, std::size_t first,
                                                std::size_t count, int rounds) {
    std::mt19937 random(4711);
    std::size_t refused = 0, ran = 0;
    for (int round = 0; round < rounds; ++round) {
        std::string damaged = bytes;
        for (unsigned k = 0, n = 1 + random() % 2; k < n; ++k) {
            damaged[first + random() % count] = static_cast<char>(random());
        }
        correct_checksums(damaged);
        auto read = decode_module(damaged, vm.vm->atoms());
        if (!read) {
            ++refused;
            continue;
        }
        CodeVm victim;
        if (!victim.vm->code().load_binary(damaged)) {
            ++refused;
            continue;
        }
        ++ran;
        victim.call("Sample", "main");
        victim.call("Sample", "add", {1, 2});
    }
    return {refused, ran};
}

}  // namespace

TEST_CASE("vbc: what is written is read", "[code]") {
    CodeVm vm;
    const std::string bytes = encode_module(sample(), vm.vm->atoms());
    auto read = decode_module(bytes, vm.vm->atoms());
    REQUIRE(read.ok());
    CHECK(encode_module(*read, vm.vm->atoms()) == bytes);
    CHECK(vbc_module_name(bytes).value() == "Sample");
    CHECK(split_modules(bytes + bytes).value().size() == 2);
    auto loaded = vm.vm->code().load_binary(bytes);
    REQUIRE((loaded.ok() ? "" : loaded.error().message) == "");
    CHECK(vm.call("Sample", "main") == "[{#Fun,<<\"bytes to match\">>,#Fun}]");
}

TEST_CASE("vbc: a truncated file is an error", "[code]") {
    CodeVm vm;
    const std::string bytes = encode_module(sample(), vm.vm->atoms());
    for (std::size_t n = 0; n < bytes.size(); ++n) {
        CHECK_FALSE(decode_module(bytes.substr(0, n), vm.vm->atoms()).ok());
    }
}

TEST_CASE("vbc: a flipped byte is found by its checksum", "[code]") {
    CodeVm vm;
    const std::string bytes = encode_module(sample(), vm.vm->atoms());
    for (std::size_t n = 0; n < bytes.size(); ++n) {
        std::string damaged = bytes;
        damaged[n] = static_cast<char>(damaged[n] ^ 0x10);
        CHECK_FALSE(decode_module(damaged, vm.vm->atoms()).ok());
    }
}

TEST_CASE("vbc: damaged behind right checksums, it is refused or runs", "[code]") {
    CodeVm vm;
    const std::string bytes = encode_module(sample(), vm.vm->atoms());
    const auto [refused, ran] = try_damaged(vm, bytes, vbc::kHeadBytes, bytes.size() - vbc::kHeadBytes, 3000);
    CHECK(refused > 1000);
    CHECK(ran > 100);
}

TEST_CASE("vbc: with damaged claims it is refused or runs", "[code]") {
    CodeVm vm;
    const std::string bytes = encode_module(sample(), vm.vm->atoms());
    const std::size_t first = bytes.find("TYPE") + vbc::kChunkHeadBytes;
    const auto [refused, ran] = try_damaged(vm, bytes, first, bytes.find("ATTR", first) - first, 3000);
    CHECK(refused > 1000);
    CHECK(ran > 20);  // weaker claims, and bytes left as they were
}
