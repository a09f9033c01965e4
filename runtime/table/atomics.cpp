// runtime/table/atomics.cpp: arrays of 64-bit integers that processes share.
// Here: the natives of :atomics; :counters stands on them (stdlib/erlang/counters.ex).
// Not here: how terms count what they refer to (vm/heap/resource.h).
// Threads: any; each word by itself.
// Holds: operations are sequentially consistent, as the reference promises: programs order their own data by them.
//        An array goes with its last reference.
#include <atomic>
#include <memory>
#include <new>
#include <optional>

#include "runtime/process/arguments.h"
#include "vm/heap/resource.h"
#include "vm/term/bignum.h"

namespace vial {

namespace {

// Beyond it no array is tried.
constexpr std::int64_t kMostWords = std::int64_t{1} << 40;

struct AtomicWords : Resource {
    std::unique_ptr<std::atomic<std::uint64_t>[]> words;
    std::uint64_t size = 0;
    bool is_signed = true;
};

const ResourceType kAtomicWords{"atomics", [](Resource* r) { delete static_cast<AtomicWords*>(r); }};

NativeResult integer_result(Process& p, const AtomicWords& array, std::uint64_t value) {
    HeapWriter out = p.reserve(bignum_words(1));
    return array.is_signed ? out.integer(static_cast<std::int64_t>(value)) : out.unsigned_integer(value);
}

// What the array holds: a signed one from -2^63 to 2^63 - 1, another from 0 to 2^64 - 1.
std::optional<std::uint64_t> read_value(const AtomicWords& array, Term t) {
    if (!array.is_signed) return try_uint64(t);
    const auto n = try_int64(t);
    if (!n) return std::nullopt;
    return static_cast<std::uint64_t>(*n);
}

// What may be added: any of both.
std::optional<std::uint64_t> read_increment(Term t) {
    if (const auto n = try_int64(t)) return static_cast<std::uint64_t>(*n);
    return try_uint64(t);
}

constexpr const char* wrong_integer(bool is_integer) { return is_integer ? "out of range" : "not an integer"; }

// The word that the first two arguments name, or what is wrong with them.
struct AtomicPlace {
    AtomicWords* array;
    std::atomic<std::uint64_t>* word;
    NativeResult refused;
};

AtomicPlace find_place(Process& p, Args args) {
    auto* array = static_cast<AtomicWords*>(try_resource(args[0], kAtomicWords));
    if (array == nullptr) return {nullptr, nullptr, p.badarg(0, "invalid atomics reference")};
    const auto n = args[1].try_small();
    if (!n || *n < 1 || static_cast<std::uint64_t>(*n) > array->size) {
        return {nullptr, nullptr, p.badarg(1, wrong_integer(is_integer(args[1])))};
    }
    return {array, &array->words[static_cast<std::size_t>(*n - 1)], NativeResult(Term())};
}

NativeResult add_to(Process& p, Args args, bool give) {
    const AtomicPlace place = find_place(p, args);
    if (place.word == nullptr) return place.refused;
    const auto n = read_increment(args[2]);
    if (!n) return p.badarg(2, wrong_integer(is_integer(args[2])));
    const std::uint64_t before = place.word->fetch_add(*n, std::memory_order_seq_cst);
    return give ? integer_result(p, *place.array, before + *n) : NativeResult(atoms::ok);
}

bool read_atomics_options(const AtomTable& atoms, Term list, bool& is_signed) {
    return each_option(list, [&](Term option) {
        if (!is_tuple_of(option, 2) || atoms.find("signed") != tuple_element(option, 0)) return false;
        is_signed = tuple_element(option, 1) == atoms::true_;
        return is_signed || tuple_element(option, 1) == atoms::false_;
    });
}

}  // namespace

NativeResult native_atomics_new(Process& p, Args args) {
    const auto size = args[0].try_small();
    if (!size || *size < 1) return p.badarg(0, wrong_integer(is_integer(args[0])));
    bool is_signed = true;
    if (!is_proper_list(args[1])) return p.badarg(1, "not a list");
    if (!read_atomics_options(p.vm().atoms(), args[1], is_signed)) return p.badarg(1, "invalid option in list");
    if (*size > kMostWords) return p.error(atoms::system_limit);
    auto* words = new (std::nothrow) std::atomic<std::uint64_t>[static_cast<std::size_t>(*size)]();
    if (words == nullptr) return p.error(atoms::system_limit);
    auto* array = new AtomicWords;
    array->type = &kAtomicWords;
    array->words.reset(words);
    array->size = static_cast<std::uint64_t>(*size);
    array->is_signed = is_signed;
    HeapWriter out = p.reserve(kResourceWords);
    array->number = p.scheduler().next_reference();
    return resource_term(p, out, array);
}

NativeResult native_atomics_get(Process& p, Args args) {
    const AtomicPlace place = find_place(p, args);
    if (place.word == nullptr) return place.refused;
    return integer_result(p, *place.array, place.word->load(std::memory_order_seq_cst));
}

NativeResult native_atomics_put(Process& p, Args args) {
    const AtomicPlace place = find_place(p, args);
    if (place.word == nullptr) return place.refused;
    const auto n = read_value(*place.array, args[2]);
    if (!n) return p.badarg(2, wrong_integer(is_integer(args[2])));
    place.word->store(*n, std::memory_order_seq_cst);
    return atoms::ok;
}

NativeResult native_atomics_add(Process& p, Args args) { return add_to(p, args, false); }
NativeResult native_atomics_add_get(Process& p, Args args) { return add_to(p, args, true); }

NativeResult native_atomics_exchange(Process& p, Args args) {
    const AtomicPlace place = find_place(p, args);
    if (place.word == nullptr) return place.refused;
    const auto n = read_value(*place.array, args[2]);
    if (!n) return p.badarg(2, wrong_integer(is_integer(args[2])));
    return integer_result(p, *place.array, place.word->exchange(*n, std::memory_order_seq_cst));
}

// compare_exchange(Ref, Index, Expected, Desired): ok, or the word's other value.
NativeResult native_atomics_compare_exchange(Process& p, Args args) {
    const AtomicPlace place = find_place(p, args);
    if (place.word == nullptr) return place.refused;
    const auto expected = read_value(*place.array, args[2]);
    if (!expected) return p.badarg(2, wrong_integer(is_integer(args[2])));
    const auto desired = read_value(*place.array, args[3]);
    if (!desired) return p.badarg(3, wrong_integer(is_integer(args[3])));
    std::uint64_t found = *expected;
    if (place.word->compare_exchange_strong(found, *desired, std::memory_order_seq_cst)) return atoms::ok;
    return integer_result(p, *place.array, found);
}

// atomics:vial_info(Ref): {Size, Signed}.
NativeResult native_atomics_info(Process& p, Args args) {
    const auto* array = static_cast<AtomicWords*>(try_resource(args[0], kAtomicWords));
    if (array == nullptr) return p.badarg(0, "invalid atomics reference");
    HeapWriter out = p.reserve(tuple_words(2));
    return out.tuple({Term::small(static_cast<std::int64_t>(array->size)), array->is_signed ? atoms::true_ : atoms::false_});
}

}  // namespace vial
