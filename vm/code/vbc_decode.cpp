// vm/code/vbc_decode.cpp: the bytes of a .vbc file as a module.
// Here: decode_module(), vbc_module_name(), split_modules().
// Not here: whether the code is sound (verify.cpp).
// Threads: any; interns atoms of literals.
// Holds: a reader never goes past its chunk; counts are compared with the bytes left first.
#include "vm/code/vbc_decode.h"

#include <cstring>

#include "vm/code/etf.h"
#include "vm/code/opcode_shape.h"
#include "vm/code/vbc_format.h"
#include "xxhash.h"

namespace vial {

namespace {

using vbc::Chunk;

std::uint64_t little(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t v = 0;
    for (std::size_t i = count; i-- > 0;) v = v << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return v;
}

// The body of one chunk. After a failure everything reads as 0.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    bool ok() const { return ok_; }
    bool done() const { return ok_ && at_ == bytes_.size(); }

    std::uint64_t number() {
        std::uint64_t v = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at_ >= bytes_.size()) break;
            const auto b = static_cast<std::uint8_t>(bytes_[at_++]);
            v |= std::uint64_t{b & 0x7fu} << shift;
            if (b < 0x80) return v;
        }
        ok_ = false;
        return 0;
    }
    std::uint32_t number32() {
        const std::uint64_t v = number();
        if (v > 0xffffffff) ok_ = false;
        return static_cast<std::uint32_t>(v);
    }
    std::uint16_t number16() {
        const std::uint64_t v = number();
        if (v > 0xffff) ok_ = false;
        return static_cast<std::uint16_t>(v);
    }
    // How many of something follow, each at least `each` bytes.
    std::size_t count(std::size_t each = 1) {
        const std::uint64_t v = number();
        if (v > (bytes_.size() - at_) / each) ok_ = false;
        return ok_ ? v : 0;
    }
    std::uint8_t byte() {
        if (at_ >= bytes_.size()) {
            ok_ = false;
            return 0;
        }
        return static_cast<std::uint8_t>(bytes_[at_++]);
    }
    std::string_view text() {
        const std::size_t size = count();
        at_ += size;
        return bytes_.substr(at_ - size, size);
    }
    std::vector<std::string> texts() {
        std::vector<std::string> all;
        const std::size_t size = count();
        for (std::size_t i = 0; i < size && ok_; ++i) all.emplace_back(text());
        return all;
    }
    std::vector<std::uint16_t> registers() {
        std::vector<std::uint16_t> live;
        const std::size_t size = count();
        std::uint64_t at = 0;
        for (std::size_t i = 0; i < size && ok_; ++i) {
            at += number();
            if (at > 0xffff) ok_ = false;
            live.push_back(static_cast<std::uint16_t>(at));
        }
        return live;
    }
    Operand operand() {
        const std::uint8_t head = byte();
        const std::uint8_t kind = head & 15;
        if (kind > static_cast<std::uint8_t>(Operand::Kind::ListSize)) ok_ = false;
        const std::uint64_t v = head >> 4 == 15 ? number() : head >> 4;
        Operand o{static_cast<Operand::Kind>(kind), v};
        if (o.kind == Operand::Kind::Small) o.value = static_cast<std::uint64_t>(vbc::unzigzag(v));
        return o;
    }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

class ModuleReader {
  public:
    ModuleReader(std::string_view bytes, AtomTable& atoms, VbcParts parts)
        : bytes_(bytes), atoms_(atoms), parts_(parts) {}

    Result<ModuleCode> run() {
        if (auto split = split_chunks(); !split) return split.error();
        if (!read()) return Error{"damaged bytecode: " + why_};
        return std::move(code_);
    }
    Result<Unit> split_chunks();
    Reader chunk(Chunk c) const { return Reader(chunks_[static_cast<std::size_t>(c)]); }

  private:
    bool read();
    bool instructions(Reader& in, FunctionCode& function);
    bool functions();
    bool claims();
    bool names();
    bool descriptors();
    bool term(Reader& in, Term& to);
    bool wrong(Chunk c) {
        why_ = "chunk " + std::string(vbc::kChunkNames[static_cast<std::size_t>(c)]) +
               " holds something else than it must";
        return false;
    }

    std::string_view bytes_;
    AtomTable& atoms_;
    VbcParts parts_;
    std::string_view chunks_[static_cast<std::size_t>(Chunk::kCount)];
    ModuleCode code_;
    std::string why_;
};

// The length of the module at the start of `bytes`.
Result<std::size_t> module_length(std::string_view bytes) {
    if (bytes.size() < vbc::kHeadBytes || !bytes.starts_with(vbc::kMagic)) {
        return Error{"not a .vbc file"};
    }
    const std::uint64_t version = little(bytes, 4, 4);
    if (version != vbc::kVersion) {
        return Error{"bytecode of version " + std::to_string(version) + "; this vial reads version " +
                     std::to_string(vbc::kVersion)};
    }
    const std::uint64_t length = little(bytes, 8, 4);
    if (length < vbc::kHeadBytes || length > bytes.size()) {
        return Error{"damaged bytecode: the file ends too early"};
    }
    return static_cast<std::size_t>(length);
}

Result<Unit> ModuleReader::split_chunks() {
    const auto length = module_length(bytes_);
    if (!length) return length.error();
    if (length.value() != bytes_.size()) return Error{"damaged bytecode: bytes behind the module"};
    if (little(bytes_, 12, 4) != std::size(chunks_)) return Error{"damaged bytecode: chunks are missing"};
    std::size_t at = vbc::kHeadBytes;
    for (std::size_t i = 0; i < std::size(chunks_); ++i) {
        const std::string name(vbc::kChunkNames[i]);
        if (bytes_.size() - at < vbc::kChunkHeadBytes || bytes_.substr(at, 4) != name) {
            return Error{"damaged bytecode: no chunk " + name};
        }
        const std::uint64_t size = little(bytes_, at + 4, 4);
        const std::uint64_t sum = little(bytes_, at + 8, 8);
        at += vbc::kChunkHeadBytes;
        if (size > bytes_.size() - at) return Error{"damaged bytecode: chunk " + name + " ends too early"};
        chunks_[i] = bytes_.substr(at, size);
        const bool skipped = (i == static_cast<std::size_t>(Chunk::Docs) && !parts_.docs) ||
                             (i == static_cast<std::size_t>(Chunk::Debug) && !parts_.debug);
        if (!skipped && XXH3_64bits(chunks_[i].data(), size) != sum) {
            return Error{"damaged bytecode: chunk " + name + " has a wrong checksum"};
        }
        at += size;
    }
    if (at != bytes_.size()) return Error{"damaged bytecode: bytes behind the last chunk"};
    return Unit{};
}

bool ModuleReader::term(Reader& in, Term& to) {
    const std::string_view bytes = in.text();
    if (!in.ok()) return false;
    EtfDecoder decoder{.atoms = atoms_, .context = parts_.context, .fun_entry = nullptr, .cell = parts_.cell};
    std::size_t used = 0;
    const auto decoded = decode_etf(bytes, decoder, code_.literal_arena, used);
    if (!decoded || used != bytes.size()) return false;
    to = decoded.value();
    return true;
}

bool ModuleReader::names() {
    Reader imports = chunk(Chunk::Imports);
    for (std::size_t i = 0, n = imports.count(3); i < n && imports.ok(); ++i) {
        const std::uint32_t module = imports.number32(), function = imports.number32();
        code_.imports.push_back({module, function, imports.number32()});
    }
    if (!imports.done()) return wrong(Chunk::Imports);
    Reader exports = chunk(Chunk::Exports);
    for (std::size_t i = 0, n = exports.count(); i < n && exports.ok(); ++i) {
        code_.exports.push_back(exports.number32());
    }
    if (!exports.done()) return wrong(Chunk::Exports);
    Reader lambdas = chunk(Chunk::Lambdas);
    for (std::size_t i = 0, n = lambdas.count(4); i < n && lambdas.ok(); ++i) {
        const std::uint32_t function = lambdas.number32(), arity = lambdas.number32();
        const std::uint32_t free = lambdas.number32();
        code_.lambdas.push_back({function, arity, free, lambdas.number32()});
    }
    return lambdas.done() || wrong(Chunk::Lambdas);
}

bool ModuleReader::descriptors() {
    Reader in = chunk(Chunk::Descriptors);
    for (std::size_t i = 0, n = in.count(6); i < n && in.ok(); ++i) {
        CodeDescriptor& d = code_.descriptors.emplace_back();
        d.slots = in.number16();
        d.handler = in.number32();
        d.line = in.number32();
        d.file = in.number16();
        d.live_x = in.registers();
        d.live_y = in.registers();
    }
    return in.done() || wrong(Chunk::Descriptors);
}

bool ModuleReader::instructions(Reader& in, FunctionCode& function) {
    const std::size_t count = in.count();
    function.instructions.reserve(count);
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        Instruction& made = function.instructions.emplace_back();
        made.opcode = static_cast<Opcode>(in.byte());
        const OpcodeInfo& info = opcode_info(made.opcode);
        if (info.name.empty()) return false;
        const OpcodeShape& shape = opcode_shape(made.opcode);
        made.operands.reserve(shape.count);
        for (std::uint32_t k = 0; k < shape.count; ++k) {
            const Operand o = in.operand();
            made.operands.push_back(o);
            if (shape.kinds[k] != ShapeKind::List) continue;
            if (o.kind != Operand::Kind::ListSize) return false;
            for (std::uint64_t item = 0; item < o.value && in.ok(); ++item) made.operands.push_back(in.operand());
        }
        if (has_descriptor(info.effects)) made.descriptor = in.number32();
    }
    return in.ok();
}

bool ModuleReader::functions() {
    Reader in = chunk(Chunk::Code);
    for (std::size_t i = 0, n = in.count(6); i < n && in.ok(); ++i) {
        FunctionCode& f = code_.functions.emplace_back();
        f.name = in.number32();
        f.arity = in.number32();
        f.free = in.number32();
        f.line = in.number32();
        f.file = in.number16();
        if (!instructions(in, f)) return wrong(Chunk::Code);
    }
    return in.done() || wrong(Chunk::Code);
}

// Whether a claim makes sense is the verifier's question.
bool ModuleReader::claims() {
    Reader in = chunk(Chunk::Types);
    std::vector<KnownType> types(in.count());
    for (KnownType& type : types) {
        type.bits = in.number32();
        if (!(type.bits & type_bit::Tuple)) continue;
        const std::uint32_t arity = in.number32();
        type.arity = arity >> 1;
        type.exact = (arity & 1) != 0;
    }
    // What is told of a type that is not there is not set, and refused as such.
    const auto type = [&](std::uint64_t index) { return index < types.size() ? types[index] : KnownType{}; };
    const auto registers = [&](std::vector<RegisterClaim>& claims) {
        claims.resize(in.count());
        std::uint64_t number = 0;
        for (RegisterClaim& claim : claims) {
            const std::uint32_t told = in.number32();
            number += told >> 1;
            if (number > 0xffff) return;
            claim = {static_cast<std::uint16_t>(number), told & 1 ? type(in.number()) : kAnyValue};
        }
    };
    code_.states.resize(in.count(2));
    for (StateClaim& state : code_.states) {
        const std::uint32_t frame = in.number32();
        if (frame >> 1 > 0xffff) return wrong(Chunk::Types);
        state.slots = static_cast<std::uint16_t>(frame >> 1);
        state.peeking = (frame & 1) != 0;
        registers(state.x);
        if (state.slots) registers(state.y);
    }
    for (FunctionCode& f : code_.functions) {
        f.arguments.resize(in.count());
        for (KnownType& argument : f.arguments) argument = type(in.number());
        const std::uint64_t result = in.number();
        if (result > types.size()) return wrong(Chunk::Types);
        f.result = result == 0 ? KnownType{} : types[result - 1];
        f.labels.assign(in.count() + 1, kNoIndex);
        for (std::size_t label = 1; label < f.labels.size(); ++label) f.labels[label] = in.number32() - 1;
    }
    return in.done() || wrong(Chunk::Types);
}

bool ModuleReader::read() {
    Reader atoms = chunk(Chunk::Atoms);
    code_.atoms = atoms.texts();
    if (!atoms.done() || code_.atoms.empty()) return wrong(Chunk::Atoms);
    Reader files = chunk(Chunk::Files);
    code_.files = files.texts();
    if (!files.done()) return wrong(Chunk::Files);
    Reader literals = chunk(Chunk::Literals);
    for (std::size_t i = 0, n = literals.count(); i < n; ++i) {
        Term literal;
        if (!term(literals, literal)) return wrong(Chunk::Literals);
        code_.literals.push_back(literal);
    }
    if (!literals.done()) return wrong(Chunk::Literals);
    if (!names() || !descriptors() || !functions() || !claims()) return false;
    Reader attributes = chunk(Chunk::Attributes), docs = chunk(Chunk::Docs), debug = chunk(Chunk::Debug);
    if (!term(attributes, code_.attributes)) return wrong(Chunk::Attributes);
    if (parts_.docs && !term(docs, code_.docs)) return wrong(Chunk::Docs);
    if (parts_.debug && !term(debug, code_.debug)) return wrong(Chunk::Debug);
    Reader entry = chunk(Chunk::Entry);
    const std::uint32_t number = entry.number32();
    code_.entry = number == 0 ? kNoIndex : number - 1;
    return entry.done() || wrong(Chunk::Entry);
}

}  // namespace

Result<ModuleCode> decode_module(std::string_view bytes, AtomTable& atoms, VbcParts parts) {
    return ModuleReader(bytes, atoms, parts).run();
}

Result<std::string> vbc_module_name(std::string_view bytes) {
    const auto length = module_length(bytes);
    if (!length) return length.error();
    const std::size_t at = vbc::kHeadBytes;
    if (length.value() < at + vbc::kChunkHeadBytes) return Error{"damaged bytecode: no chunk ATOM"};
    const std::uint64_t size = little(bytes, at + 4, 4);
    if (size > length.value() - at - vbc::kChunkHeadBytes) return Error{"damaged bytecode: chunk ATOM ends too early"};
    Reader atoms(bytes.substr(at + vbc::kChunkHeadBytes, size));
    atoms.count();
    const std::string_view name = atoms.text();
    if (!atoms.ok()) return Error{"damaged bytecode: the module has no name"};
    return std::string(name);
}

Result<std::vector<std::string_view>> split_modules(std::string_view bytes) {
    std::vector<std::string_view> all;
    do {
        const auto length = module_length(bytes);
        if (!length) return length.error();
        all.push_back(bytes.substr(0, length.value()));
        bytes.remove_prefix(length.value());
    } while (!bytes.empty());
    return all;
}

}  // namespace vial
