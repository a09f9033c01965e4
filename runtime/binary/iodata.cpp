// runtime/binary/iodata.cpp: iodata flattened; :erlang.iolist_to_binary and its like.
// Here: as iodata.h, and the natives on it.
// Not here: chardata (runtime/text).
// Threads: the scheduler of the process.
// Holds: as iodata.h. A binary given whole is returned as it is.
#include "runtime/binary/iodata.h"

#include "runtime/text/binary_argument.h"
#include "vm/heap/binary_build.h"
#include "vm/process/process.h"
#include "vm/tables/atoms.h"

namespace vial {
namespace {

constexpr std::string_view kNotIodata = "not an iodata term";

struct AppendBytes {
    std::string& out;
    void byte(std::uint8_t value) { out.push_back(static_cast<char>(value)); }
    bool bytes(Term t) {
        const BinaryArgument view(t);
        if (!view) return false;
        out.append(*view);
        return true;
    }
};

struct CountBytes {
    Word total = 0;
    void byte(std::uint8_t) { ++total; }
    bool bytes(Term t) {
        const Word bits = bitstring_bits(t);
        total += bits / 8;
        return bits % 8 == 0;
    }
};

struct CountBits {
    Word total = 0;
    void byte(std::uint8_t) { total += 8; }
    bool bytes(Term t) {
        total += bitstring_bits(t);
        return true;
    }
};

struct WriteBits {
    std::uint8_t* to;
    Word at = 0;
    void byte(std::uint8_t value) {
        write_bits(to, at, 8, value);
        at += 8;
    }
    bool bytes(Term t) {
        const BitView view = bits_of(t);
        copy_bits(to, at, view.bytes, view.offset_bits, view.size_bits);
        at += view.size_bits;
        return true;
    }
};

struct WriteBytes {
    char* to;
    void byte(std::uint8_t value) { *to++ = static_cast<char>(value); }
    bool bytes(Term t) {
        const BitView view = bits_of(t);
        copy_bits(reinterpret_cast<std::uint8_t*>(to), 0, view.bytes, view.offset_bits, view.size_bits);
        to += view.size_bits / 8;
        return true;
    }
};

// Two walks: the first checks and counts, the second writes into the binary that was made.
NativeResult join(Process& p, Args args) {
    CountBytes count;
    if (!walk_iodata(args[0], count)) return p.badarg(0, kNotIodata);
    p.charge(static_cast<std::int64_t>(count.total / 64));
    char* bytes = nullptr;
    const Term made = p.make_binary_uninitialised(count.total, bytes);
    WriteBytes write{bytes};
    walk_iodata(args[0], write);
    return made;
}

}  // namespace

bool flatten_iodata(Term data, std::string& out) {
    AppendBytes sink{out};
    return walk_iodata(data, sink);
}

NativeResult native_iolist_to_binary(Process& p, Args args) {
    if (is_bitstring(args[0])) {
        if (is_binary(args[0])) return args[0];
        return p.badarg(0, kNotIodata);
    }
    return join(p, args);
}

NativeResult native_list_to_binary(Process& p, Args args) {
    if (!args[0].is_list()) return p.badarg(0, "not an iolist term");
    return join(p, args);
}

NativeResult native_iolist_size(Process& p, Args args) {
    CountBytes count;
    if (!walk_iodata(args[0], count)) return p.badarg(0, kNotIodata);
    p.charge(static_cast<std::int64_t>(count.total / 64));
    return Term::small(static_cast<std::int64_t>(count.total));
}

NativeResult native_list_to_bitstring(Process& p, Args args) {
    if (!args[0].is_list()) return p.badarg(0, "not a bitstring list");
    CountBits count;
    if (!walk_iodata(args[0], count)) return p.badarg(0, "not a bitstring list");
    std::uint8_t* bytes = nullptr;
    const Term made = make_bitstring(p, count.total, bytes);
    if (made == kNoTerm) return p.error(atoms::system_limit);
    if (count.total % 8 != 0) bytes[count.total / 8] = 0;
    WriteBits write{bytes};
    walk_iodata(args[0], write);
    return made;
}

// As OTP, one binary: there is no vectored output that would want several.
NativeResult native_iolist_to_iovec(Process& p, Args args) {
    if (!is_binary(args[0])) {
        if (is_bitstring(args[0])) return p.badarg(0, kNotIodata);
        const NativeResult joined = join(p, args);
        if (joined.status != NativeStatus::Done) return joined;
        args.set(0, joined.value);
    }
    if (bitstring_bits(args[0]) == 0) return Term::nil();
    HeapWriter out = p.reserve(kConsWords);
    return out.cons(args[0], Term::nil());
}

}  // namespace vial
