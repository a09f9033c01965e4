// vm/code/vbc_encode.cpp: a module as the bytes of a .vbc file.
// Here: encode_module().
// Not here: reading (vbc_decode.cpp).
// Threads: any; reads only.
// Holds: see vbc_format.h.
#include "vm/code/vbc_encode.h"

#include <map>
#include <tuple>

#include "vm/code/etf.h"
#include "vm/code/opcode_shape.h"
#include "vm/code/vbc_format.h"
#include "xxhash.h"

namespace vial {

namespace {

using vbc::Chunk;

void put_u32(std::string& out, std::uint64_t v) {
    for (int i = 0; i < 4; ++i) out.push_back(static_cast<char>(v >> 8 * i & 0xff));
}
void put_u64(std::string& out, std::uint64_t v) {
    for (int i = 0; i < 8; ++i) out.push_back(static_cast<char>(v >> 8 * i & 0xff));
}

class Body {
  public:
    std::string bytes;

    void number(std::uint64_t v) {
        for (; v >= 0x80; v >>= 7) bytes.push_back(static_cast<char>((v & 0x7f) | 0x80));
        bytes.push_back(static_cast<char>(v));
    }
    void text(std::string_view t) {
        number(t.size());
        bytes += t;
    }
    void texts(const std::vector<std::string>& all) {
        number(all.size());
        for (const std::string& t : all) text(t);
    }
    void term(Term t, const AtomTable& atoms) {
        std::string etf;
        encode_etf(t, atoms, {.deterministic = true}, etf);
        text(etf);
    }
    void registers(const std::vector<std::uint16_t>& live) {
        number(live.size());
        std::uint32_t before = 0;
        for (std::uint16_t r : live) {
            number(r - before);
            before = r;
        }
    }
    void operand(const Operand& o) {
        const std::uint64_t v = o.kind == Operand::Kind::Small
                                    ? vbc::zigzag(static_cast<std::int64_t>(o.value))
                                    : o.value;
        const std::uint64_t high = v < 15 ? v : 15;
        bytes.push_back(static_cast<char>(high << 4 | static_cast<std::uint8_t>(o.kind)));
        if (high == 15) number(v);
    }
};

void write_functions(Body& body, const ModuleCode& code) {
    body.number(code.functions.size());
    for (const FunctionCode& f : code.functions) {
        body.number(f.name);
        body.number(f.arity);
        body.number(f.free);
        body.number(f.line);
        body.number(f.file);
        body.number(f.instructions.size());
        for (const Instruction& in : f.instructions) {
            body.bytes.push_back(static_cast<char>(in.opcode));
            for (const Operand& o : in.operands) body.operand(o);
            if (has_descriptor(opcode_info(in.opcode).effects)) body.number(in.descriptor);
        }
    }
}

// Types and states stand once, and are told by their index.
class ClaimWriter {
  public:
    void run(Body& body, const ModuleCode& code) {
        Body states, functions;
        for (const StateClaim& s : code.states) {
            states.number(std::uint64_t{s.slots} << 1 | (s.peeking ? 1 : 0));
            registers(states, s.x);
            if (s.slots) registers(states, s.y);
        }
        for (const FunctionCode& f : code.functions) {
            functions.number(f.arguments.size());
            for (KnownType type : f.arguments) functions.number(index(type));
            functions.number(f.result.set() ? index(f.result) + 1 : 0);
            functions.number(f.labels.empty() ? 0 : f.labels.size() - 1);
            for (std::size_t label = 1; label < f.labels.size(); ++label) {
                functions.number(f.labels[label] == kNoIndex ? 0 : f.labels[label] + std::uint64_t{1});
            }
        }
        body.number(types_.size());
        for (KnownType type : types_) {
            body.number(type.bits);
            if (type.bits & type_bit::Tuple) body.number(std::uint64_t{type.arity} << 1 | (type.exact ? 1 : 0));
        }
        body.number(code.states.size());
        body.bytes += states.bytes + functions.bytes;
    }

  private:
    std::uint64_t index(KnownType type) {
        const auto [at, added] = indices_.try_emplace(std::tuple(type.bits, type.arity, type.exact), types_.size());
        if (added) types_.push_back(type);
        return at->second;
    }
    void registers(Body& to, const std::vector<RegisterClaim>& claims) {
        to.number(claims.size());
        std::uint32_t before = 0;
        for (const RegisterClaim& claim : claims) {
            const bool any = claim.type == kAnyValue;
            to.number((claim.number - before) << 1 | (any ? 0 : 1));
            if (!any) to.number(index(claim.type));
            before = claim.number;
        }
    }

    std::vector<KnownType> types_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, bool>, std::uint64_t> indices_;
};

void write_descriptors(Body& body, const ModuleCode& code) {
    body.number(code.descriptors.size());
    for (const CodeDescriptor& d : code.descriptors) {
        body.number(d.slots);
        body.number(d.handler);
        body.number(d.line);
        body.number(d.file);
        body.registers(d.live_x);
        body.registers(d.live_y);
    }
}

void write_names(Body& imports, Body& exports, Body& lambdas, const ModuleCode& code) {
    imports.number(code.imports.size());
    for (const ImportCode& i : code.imports) {
        for (std::uint32_t n : {i.module, i.function, i.arity}) imports.number(n);
    }
    exports.number(code.exports.size());
    for (std::uint32_t e : code.exports) exports.number(e);
    lambdas.number(code.lambdas.size());
    for (const LambdaCode& l : code.lambdas) {
        for (std::uint32_t n : {l.function, l.arity, l.free, l.unique}) lambdas.number(n);
    }
}

}  // namespace

std::string encode_module(const ModuleCode& code, const AtomTable& atoms) {
    Body bodies[static_cast<std::size_t>(Chunk::kCount)];
    const auto body = [&](Chunk c) -> Body& { return bodies[static_cast<std::size_t>(c)]; };
    body(Chunk::Atoms).texts(code.atoms);
    body(Chunk::Files).texts(code.files);
    body(Chunk::Literals).number(code.literals.size());
    for (Term t : code.literals) body(Chunk::Literals).term(t, atoms);
    write_names(body(Chunk::Imports), body(Chunk::Exports), body(Chunk::Lambdas), code);
    write_descriptors(body(Chunk::Descriptors), code);
    write_functions(body(Chunk::Code), code);
    ClaimWriter().run(body(Chunk::Types), code);
    body(Chunk::Attributes).term(code.attributes, atoms);
    body(Chunk::Docs).term(code.docs, atoms);
    body(Chunk::Debug).term(code.debug, atoms);
    body(Chunk::Entry).number(code.entry == kNoIndex ? 0 : code.entry + std::uint64_t{1});

    std::string chunks;
    for (std::size_t i = 0; i < std::size(bodies); ++i) {
        const std::string& bytes = bodies[i].bytes;
        chunks += vbc::kChunkNames[i];
        put_u32(chunks, bytes.size());
        put_u64(chunks, XXH3_64bits(bytes.data(), bytes.size()));
        chunks += bytes;
    }
    std::string out(vbc::kMagic);
    put_u32(out, vbc::kVersion);
    put_u32(out, vbc::kHeadBytes + chunks.size());
    put_u32(out, std::size(bodies));
    return out + chunks;
}

}  // namespace vial
