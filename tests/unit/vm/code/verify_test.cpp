// tests/unit/vm/code/verify_test.cpp: what the verifier refuses.
// Here: one small function for each rule; each kind of claim, made wrong.
// Not here: files (vbc_test.cpp).
// Threads: -
// Holds: each case names the words of its message.
#include <catch2/catch.hpp>

#include "tests/unit/support/assembler.h"
#include "vm/code/vbc_decode.h"
#include "vm/code/vbc_encode.h"

using namespace vial;
using vial::test::CodeVm;

namespace {

struct Case {
    const char* text;
    const char* why;
};

}  // namespace

TEST_CASE("verifier: refuses what could do harm", "[code]") {
    const Case cases[] = {
        {"f/1\n  Move x0, x1\n  Return\n", "not set"},
        {"f/1\n  Move x1, x0\n", "behind its end"},
        {"f/1\n  Head x0, x0\n  Return\n", "non-empty list"},
        {"f/1\n  IsCons L1, x0\n  Jump L1\n  L1:\n  Tail x0, x0\n  Return\n", "non-empty list"},
        {"f/1\n  IsTupleOf L1, x0, #2\n  Element x0, x0, #2\n  Return\n  L1:\n  Return\n", "tuple that wide"},
        {"f/1\n  Cons x0, x0, []\n  Return\n", "more than was reserved"},
        {"f/1\n  TestHeap #2 ; x0\n  Cons x0, x0, []\n  Cons x0, x0, []\n  Return\n", "more than was reserved"},
        {"f/1\n  Allocate #1 ; x0\n  Return\n", "frame of another size"},
        {"f/1\n  Allocate #1 ; x0\n  Move x0, y0\n  Deallocate #1\n  Return\n", "not set"},
        {"f/1\n  Allocate #1 ; x0\n  Move y1, x0\n  Deallocate #1\n  Return\n", "outside of the frame"},
        {"f/1\n  Allocate #1 ; x0\n  Call g/1\n  Move x0, x1\n  Deallocate #1\n  Return\ng/1\n  Return\n", "not set"},
        {"f/1\n  Allocate #1 ; x0\n  Call f/1 ; y0\n  Deallocate #1\n  Return\n", "live slot that is not set"},
        {"f/1\n  TestHeap #2 ; x0 x5\n  Return\n", "live register that is not set"},
        {"f/1\n  Jump L0\n", "no label to go to"},
        {"f/1\n  Jump L7\n", "not in this function"},
        {"f/1\n  MapGet L1, x0, x0, :a\n  L1:\n  Return\n", "a map"},
        {"f/1\n  BinEnd L1, x0\n  L1:\n  Return\n", "match context"},
        {"f/1\n  BinStart L1, x0, x0 ; x0\n  Return\n  L1:\n  Return\n", "not set"},
        {"f/1\n  ReceiveTake\n  Return\n", "no message is looked at"},
        {"f/1\n  L1:\n  ReceivePeek L1, x0\n  Return\n", "middle of a receive"},
        {"f/1\n  Native1 L0, x0, erlang.send/2, x0 ; x0\n  Return\n", "no native"},
        {"f/1\n  MarkBind x0, x0\n  Return\n", "a mark"},
        {"f/1\n  L1:\n  Jump L1\n", "counts no reductions"},
        {"f/1\n  L1:\n  IsAtom L2, x0\n  Return\n  L2:\n  IsList L1, x0\n  Return\n", "counts no reductions"},
        {"f/1\n  Allocate #1 ; x0\n  Move y0, x0\n  L1:\n  Add L0, x0, y0, 1 ; y0 L2\n  Deallocate #1\n  Return\n"
         "  L2:\n  Jump L1 ; frame 1\n", "counts no reductions"},
    };
    for (const Case& c : cases) {
        CodeVm vm;
        const std::string why = vm.load("V", c.text);
        INFO(c.text << "\n" << why);
        CHECK(why.find(c.why) != std::string::npos);
    }
}

// --- claims -------------------------------------------------------------------------------------------

namespace {

// sum/2 is called with a list and 0; its label 1 is a loop, label 2 its end. L3 of main/1 has a frame and
// a receive. stop/0 never returns.
constexpr const char* kClaims = R"(
sum/2
  L1:
  IsCons L2, x0
  HeadTail x2, x0, x0
  IsInteger L2, x2
  BitOr L0, x1, x1, x2 ; x0 x1
  JumpBack L1 ; x0 x1
  L2:
  TestHeap #3 ; x1
  Tuple x0 | x1, :done
  Return
stop/0
  RaiseCond
main/1 export
  Allocate #2 ; x0
  Move y1, x0
  TestHeap #2 ; y1
  Cons x0, 5, []
  Move x1, 0
  Call sum/2 ; y1 @2
  Move y0, x0
  L3:
  ReceivePeek L4, x0 ; frame 2 y0 y1
  ReceiveTake ; y0 y1
  Move x0, y0
  Deallocate #2
  Return
  L4:
  IsInteger L5, y1
  Move x0, y0
  Deallocate #2
  Return
  L5:
  Call stop/0 ; frame 2 y0
  Deallocate #2
  Return
)";

enum : std::size_t { kSum, kStop, kMain };

StateClaim& state_at(ModuleCode& code, std::size_t function, std::size_t label) {
    // States are shared by labels: this one gets its own.
    std::uint32_t& index = code.functions[function].labels.at(label);
    code.states.push_back(code.states.at(index));
    index = static_cast<std::uint32_t>(code.states.size() - 1);
    return code.states.back();
}

struct ClaimCase {
    void (*damage)(ModuleCode& code);
    const char* why;
};

std::string load_error(CodeVm& vm, ModuleCode code) {
    auto loaded = vm.vm->code().load(std::move(code));
    return loaded ? "" : loaded.error().message;
}

}  // namespace

TEST_CASE("verifier: what is inferred of arguments, results and labels", "[code]") {
    const ModuleCode code = vial::test::assemble("V", kClaims);
    const FunctionCode& sum = code.functions[kSum];
    CHECK(code.functions[kMain].arguments.empty());
    REQUIRE(sum.arguments.size() == 2);
    CHECK(type_text(sum.arguments[0]) == "cons");
    CHECK(type_text(sum.arguments[1]) == "small");
    CHECK(type_text(sum.result) == "tuple 2");
    CHECK(type_text(code.functions[kMain].result) == "tuple 2");
    CHECK_FALSE(code.functions[kStop].result.set());
    const StateClaim& loop = code.states[sum.labels[1]];
    REQUIRE(loop.x.size() == 2);
    CHECK(type_text(loop.x[0].type) == "any");
    CHECK(type_text(loop.x[1].type) == "integer");
    // Nothing reads x0 behind L2, where it is set.
    const StateClaim& end = code.states[sum.labels[2]];
    REQUIRE(end.x.size() == 1);
    CHECK(end.x[0].number == 1);
    const StateClaim& receive = code.states[code.functions[kMain].labels[3]];
    CHECK(receive.slots == 2);
    CHECK(receive.x.empty());
    REQUIRE(receive.y.size() == 2);
    CHECK(type_text(receive.y[0].type) == "tuple 2");
}

TEST_CASE("verifier: a loaded module keeps what is proved of it", "[code]") {
    CodeVm vm;
    REQUIRE(vm.load("V", kClaims) == "");
    const LoadedModule* module = vm.vm->code().module(vm.vm->atoms().intern("V"));
    const ProvedFunction& sum = module->proved.at(kSum);
    CHECK(type_text(sum.result) == "tuple 2");
    CHECK(type_text(sum.arguments.at(0)) == "cons");
    REQUIRE(sum.places.size() == 2);
    // The loop starts where the function does.
    CHECK(module->code.get() + sum.places[0].offset == module->functions[kSum].entry);
    CHECK(type_text(module->states.at(sum.places[0].state).x.at(1).type) == "integer");
}

TEST_CASE("verifier: claims that the code bears out are accepted", "[code]") {
    CodeVm vm;
    ModuleCode code = vial::test::assemble("V", kClaims);
    CHECK(load_error(vm, vial::test::assemble("V", kClaims)) == "");
    CHECK(vm.call("V", "main", {1}) == "{5,done}");
    // Less than is known may be claimed.
    StateClaim& loop = state_at(code, kSum, 1);
    loop.x[1].type = kAnyValue;
    state_at(code, kSum, 2).x[0].type = kAnyValue;
    code.functions[kSum].arguments.clear();
    code.functions[kMain].result = kAnyValue;
    CHECK(load_error(vm, std::move(code)) == "");
    CHECK(vm.call("V", "main", {1}) == "{5,done}");
}

TEST_CASE("verifier: a claim that does not hold is refused", "[code]") {
    using namespace type_bit;
    const ClaimCase cases[] = {
        {[](ModuleCode& c) { state_at(c, kSum, 1).x.push_back({2, kAnyValue}); }, "x2 is claimed to be any, but is not set"},
        {[](ModuleCode& c) { state_at(c, kSum, 2).x.push_back({3, kAnyValue}); }, "x3 is claimed to be any, but is not set"},
        {[](ModuleCode& c) { state_at(c, kSum, 2).x.push_back({1000, kAnyValue}); }, "x1000 is claimed to be any, but is not set"},
        {[](ModuleCode& c) { state_at(c, kSum, 1).x[1].type = {Small}; }, "x1 is claimed to be small, but is integer"},
        {[](ModuleCode& c) { state_at(c, kSum, 1).x[0].type = {Cons}; }, "x0 is claimed to be cons, but is any"},
        {[](ModuleCode& c) { state_at(c, kSum, 2).x[0].type = {Tuple, 4, false}; }, "x1 is claimed to be tuple 4.., but is integer"},
        {[](ModuleCode& c) { state_at(c, kMain, 3).y[0].type = {Tuple, 3, false}; }, "y0 is claimed to be tuple 3.., but is tuple 2"},
        {[](ModuleCode& c) { state_at(c, kMain, 3).y[0].type = {Tuple, 1, true}; }, "y0 is claimed to be tuple 1, but is tuple 2"},
        {[](ModuleCode& c) { state_at(c, kMain, 3).y[0].type = {Context}; }, "y0 is claimed to be context"},
        {[](ModuleCode& c) { state_at(c, kMain, 3).slots = 3; }, "a frame of another size"},
        {[](ModuleCode& c) { state_at(c, kMain, 3) = {}; }, "a frame of another size"},
        {[](ModuleCode& c) { state_at(c, kSum, 1).slots = 1; }, "a frame of another size"},
        {[](ModuleCode& c) { state_at(c, kMain, 3).peeking = true; }, "in the middle of a receive"},
        {[](ModuleCode& c) { state_at(c, kMain, 4).y.pop_back(); }, "not set"},
        {[](ModuleCode& c) { c.functions[kSum].labels[1] = kNoIndex; }, "label 1: nothing is claimed of it"},
        {[](ModuleCode& c) { c.functions[kSum].labels[2] = kNoIndex; }, "label 2: nothing is claimed of it"},
        {[](ModuleCode& c) { c.functions[kSum].labels.clear(); }, "nothing is claimed of it"},
        {[](ModuleCode& c) { c.functions[kSum].arguments[0] = {Nil}; }, "argument 1 is claimed to be nil, but is cons"},
        {[](ModuleCode& c) { c.functions[kSum].arguments[1] = {Big}; }, "argument 2 is claimed to be big, but is small"},
        {[](ModuleCode& c) { c.functions[kMain].arguments = {{List}}; }, "what is passed from outside"},
        {[](ModuleCode& c) { c.functions[kSum].result = {Tuple, 3, true}; }, "the result is claimed to be tuple 3, but is tuple 2"},
        {[](ModuleCode& c) { c.functions[kSum].result = {Map}; }, "the result is claimed to be map, but is tuple 2"},
        {[](ModuleCode& c) { c.functions[kSum].result = {}; }, "returns, which is claimed never to happen"},
        {[](ModuleCode& c) { c.functions[kStop].result = kAnyValue; }, "the result is claimed to be tuple 2, but is any"},
    };
    for (const ClaimCase& c : cases) {
        CodeVm vm;
        ModuleCode code = vial::test::assemble("V", kClaims);
        c.damage(code);
        // As a file with right checksums it is refused too.
        const std::string bytes = encode_module(code, vm.vm->atoms());
        const std::string why = load_error(vm, std::move(code));
        INFO(c.why << "\n" << why);
        CHECK(why.find(c.why) != std::string::npos);
        CHECK_FALSE(vm.vm->code().load_binary(bytes).ok());
    }
}

TEST_CASE("verifier: a claim that makes no sense is refused", "[code]") {
    using namespace type_bit;
    const ClaimCase cases[] = {
        {[](ModuleCode& c) { state_at(c, kSum, 1).x.push_back({0, kAnyValue}); }, "out of order"},
        {[](ModuleCode& c) { state_at(c, kSum, 1).x.push_back({1024, kAnyValue}); }, "out of order"},
        {[](ModuleCode& c) { state_at(c, kMain, 3).y.push_back({2, kAnyValue}); }, "out of order"},
        {[](ModuleCode& c) { state_at(c, kSum, 1).x[1].type = {}; }, "registers that are none"},
        {[](ModuleCode& c) { state_at(c, kSum, 1).x[1].type = {1u << 20}; }, "registers that are none"},
        {[](ModuleCode& c) { state_at(c, kSum, 1).x[1].type = {Small, 2, true}; }, "registers that are none"},
        {[](ModuleCode& c) { c.functions[kStop].arguments = {kAnyValue}; }, "more claims than arguments"},
        {[](ModuleCode& c) { c.functions[kSum].arguments[0] = {Mark}; }, "an argument that is no value"},
        {[](ModuleCode& c) { c.functions[kSum].arguments[0] = {}; }, "an argument that is no value"},
        {[](ModuleCode& c) { c.functions[kSum].result = {Context}; }, "a result that is no value"},
        {[](ModuleCode& c) { c.functions[kSum].labels[1] = 1000; }, "a claim of a label that is not there"},
    };
    for (const ClaimCase& c : cases) {
        CodeVm vm;
        ModuleCode code = vial::test::assemble("V", kClaims);
        c.damage(code);
        const std::string why = load_error(vm, std::move(code));
        INFO(c.why << "\n" << why);
        CHECK(why.find(c.why) != std::string::npos);
    }
}

TEST_CASE("verifier: a claim of a place that nothing leads to is checked by what stands there", "[code]") {
    CodeVm vm;
    const char* text = "f/1 export\n  Return\n  L1:\n  Head x0, x0\n  Return\n";
    CHECK(vm.load("V", text) == "");
    ModuleCode code = vial::test::assemble("V", text);
    CHECK(code.functions[0].labels.at(1) == kNoIndex);
    code.states.push_back({.x = {{0, kAnyValue}}});
    code.functions[0].labels[1] = 0;
    CHECK(load_error(vm, std::move(code)).find("non-empty list") != std::string::npos);
}
