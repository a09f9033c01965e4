// vm/code/loader.cpp: operands resolved, forms chosen, literals moved.
// Here: link_module().
// Not here: the rules of the code (verify.cpp), publishing (code_server.cpp).
// Threads: as loader.h says.
// Holds: two passes over each function: the first finds where every label will stand, the second
//        writes. A descriptor is made once for each function that names it, since its handler is a
//        label there.
#include "vm/code/loader.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "vm/base/literal_space.h"
#include "vm/code/code_server.h"
#include "vm/code/fun_entry.h"
#include "vm/code/handlers.h"
#include "vm/code/opcode_shape.h"
#include "vm/heap/copy.h"
#include "vm/heap/object_scan.h"
#include "vm/term/boxed.h"
#include "vm/term/compare.h"
#include "vm/vm.h"
#include "xxhash.h"

namespace vial {

namespace {

constexpr Word kNowhere = ~Word{0};

struct Choice {
    Word word;
    Word label;
};

class Linker {
  public:
    Linker(CodeServer& server, ModuleCode& code, bool keep_types)
        : server_(server), code_(code), keep_types_(keep_types), module_(std::make_unique<LoadedModule>()) {}

    Result<std::unique_ptr<LoadedModule>> run() {
        intern_atoms();
        if (!copy_literals()) return Error{"no room left for the literals of " + code_.atoms[0]};
        module_->hash = code_hash();
        link_names();
        measure();
        module_->code = std::make_unique<Word[]>(module_->code_words);
        place_functions();
        make_lambdas();
        for (std::size_t f = 0; f < code_.functions.size(); ++f) write_function(f);
        finish();
        return std::move(module_);
    }

  private:
    void intern_atoms();
    bool copy_literals();
    void link_names();
    void measure();
    void place_functions();
    void make_lambdas();
    void write_function(std::size_t f);
    void write_instruction(const Instruction& in);
    void fuse_with_last(Opcode opcode, std::uint32_t form);
    void write_operand(ShapeKind kind, const Operand& operand);
    void write_select(const Instruction& in);
    void write_call(const Instruction& in);
    bool write_map(const Instruction& in);
    Term key_tuple(const std::vector<Word>& keys);
    void keep_types();
    void finish();
    Word code_hash() const;

    Word instruction_words(const Instruction& in) const;
    Word constant(const Operand& operand) const;
    std::uint32_t form_of(const Instruction& in) const;
    Word label_address(Word label) const;
    const FrameDescriptor* descriptor(std::uint32_t index);
    bool is_native(std::uint32_t import) const;
    // Select with small integers that lie close together, or many choices.
    LoadedOp select_form(const Instruction& in) const;
    std::vector<Choice> choices_of(const Instruction& in) const;

    void put(Word word) { module_->code[at_++] = word; }
    template <class T>
    void put_pointer(T* pointer) {
        put(reinterpret_cast<Word>(pointer));
    }

    CodeServer& server_;
    ModuleCode& code_;
    const bool keep_types_;
    std::unique_ptr<LoadedModule> module_;
    std::vector<Term> atoms_;
    std::vector<Word> entries_;                 // offset of each function's first instruction
    std::vector<std::vector<Word>> labels_;     // by function: offset of each label
    std::size_t at_ = 0;
    // What was written last, if the next instruction may become one with it.
    struct {
        Opcode opcode;
        std::uint32_t form;
        std::size_t at;
        std::size_t end = 0;
    } last_;
    std::size_t function_ = 0;
    std::unordered_map<std::uint32_t, const FrameDescriptor*> descriptors_;  // of this function
    std::vector<std::unique_ptr<Word[]>> descriptor_blocks_;
    std::map<std::vector<Word>, Term> key_tuples_;
};

bool is_constant(const Operand& operand) {
    return operand.kind != Operand::Kind::X && operand.kind != Operand::Kind::Y;
}

// d, count, (key, value)...: up to 32 constant keys, so that the key tuple can be made now.
bool has_constant_keys(const Instruction& in) {
    if (in.opcode != Opcode::MapNew) return false;
    const Word count = in.operands[1].value;
    if (count == 0 || count > 2 * kMaxFlatMapPairs) return false;
    for (Word i = 0; i < count; i += 2) {
        if (!is_constant(in.operands[2 + i])) return false;
    }
    return true;
}

void Linker::intern_atoms() {
    for (const std::string& text : code_.atoms) atoms_.push_back(server_.vm().atoms().intern(text));
    module_->name = atoms_[0];
}

bool Linker::copy_literals() {
    LiteralSpace& space = server_.vm().literal_space();
    std::vector<Term*> roots;
    module_->literals = code_.literals;
    module_->attributes = code_.attributes;
    module_->docs = code_.docs;
    module_->debug = code_.debug;
    for (Term& t : module_->literals) roots.push_back(&t);
    for (Term* t : {&module_->attributes, &module_->docs, &module_->debug}) roots.push_back(t);
    Word words = 0;
    for (const Term* t : roots) words += copy_size(*t, nullptr).words;
    if (words == 0) return true;
    Word* area = space.allocate(words);
    if (!area) return false;
    module_->literal_areas.push_back({area, words});
    Word* top = area;
    for (Term* t : roots) *t = copy_term(*t, top, module_->off_heap, nullptr);
    count_outside_funs(area, top, 1);
    return true;
}

void Linker::link_names() {
    module_->files = code_.files;
    for (const std::string& file : code_.files) module_->file_ids.push_back(server_.file_id(file));
    for (const ImportCode& i : code_.imports) {
        module_->imports.push_back(server_.cell(atoms_[i.module], atoms_[i.function], i.arity));
    }
    module_->exports = code_.exports;
}

bool Linker::is_native(std::uint32_t import) const {
    // relaxed: natives are set before any module is loaded.
    return module_->imports[import]->native.load(std::memory_order_relaxed) != nullptr;
}

std::vector<Choice> Linker::choices_of(const Instruction& in) const {
    std::vector<Choice> choices;
    for (std::size_t i = 3; i + 1 < in.operands.size(); i += 2) {
        choices.push_back({constant(in.operands[i]), in.operands[i + 1].value});
    }
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) {
        return static_cast<std::int64_t>(a.word) < static_cast<std::int64_t>(b.word);
    });
    return choices;
}

LoadedOp Linker::select_form(const Instruction& in) const {
    if (in.opcode != Opcode::SelectValue || in.operands[2].value < 8) return LoadedOp::kCount;
    const auto choices = choices_of(in);
    const Term first = Term::from_word(choices.front().word);
    const Term last = Term::from_word(choices.back().word);
    const bool dense = first.is_small() && last.is_small() &&
                       static_cast<Word>(last.small_value() - first.small_value()) <
                           choices.size() * 2;
    return dense ? LoadedOp::SelectJump : LoadedOp::SelectSearch;
}

Word Linker::instruction_words(const Instruction& in) const {
    if (in.opcode == Opcode::Label) return 0;
    const LoadedOp select = select_form(in);
    if (select == LoadedOp::SelectSearch) return 4 + 2 * (in.operands[2].value / 2);
    if (select == LoadedOp::SelectJump) {
        const auto choices = choices_of(in);
        const auto span = Term::from_word(choices.back().word).small_value() -
                          Term::from_word(choices.front().word).small_value();
        return 5 + static_cast<Word>(span) + 1;
    }
    const Word described = has_descriptor(opcode_info(in.opcode).effects) ? 1 : 0;
    return 1 + in.operands.size() + described;
}

void Linker::measure() {
    Word at = 0;
    for (const FunctionCode& function : code_.functions) {
        ++at;  // FunctionInfo*
        entries_.push_back(at);
        std::vector<Word>& labels = labels_.emplace_back(function.labels.size(), kNowhere);
        for (const Instruction& in : function.instructions) {
            if (in.opcode == Opcode::Label) {
                const Word number = in.operands[0].value;
                if (number >= labels.size()) labels.resize(number + 1, kNowhere);
                labels[number] = at;
            }
            at += instruction_words(in);
        }
    }
    module_->code_words = at;
}

void Linker::place_functions() {
    module_->functions.resize(code_.functions.size());
    for (std::size_t i = 0; i < code_.functions.size(); ++i) {
        const FunctionCode& from = code_.functions[i];
        FunctionInfo& to = module_->functions[i];
        to = FunctionInfo{.module = module_.get(),
                          .entry = module_->code.get() + entries_[i],
                          .name = atoms_[from.name],
                          .arity = from.arity,
                          .free = from.free,
                          .line = from.line,
                          .file = from.file,
                          .exported = false};
    }
    for (std::uint32_t e : code_.exports) module_->functions[e].exported = true;
}

void Linker::make_lambdas() {
    for (std::uint32_t i = 0; i < code_.lambdas.size(); ++i) {
        const LambdaCode& lambda = code_.lambdas[i];
        module_->lambdas.push_back(server_.fun_entry(module_->name, i, lambda.unique, lambda.arity,
                                                     lambda.free, module_->hash));
    }
}

// Names, instructions and lambdas, the code that runs: not literals' values, whose words are addresses.
Word Linker::code_hash() const {
    std::string bytes;
    for (const std::string& text : code_.atoms) bytes.append(text).push_back('\0');
    for (const FunctionCode& function : code_.functions) {
        for (const Instruction& in : function.instructions) {
            bytes.push_back(static_cast<char>(in.opcode));
            for (const Operand& o : in.operands) {
                bytes.push_back(static_cast<char>(o.kind));
                bytes.append(reinterpret_cast<const char*>(&o.value), sizeof o.value);
            }
        }
    }
    for (const LambdaCode& lambda : code_.lambdas) {
        for (std::uint32_t n : {lambda.function, lambda.arity, lambda.free}) {
            bytes.append(reinterpret_cast<const char*>(&n), sizeof n);
        }
    }
    return XXH3_64bits(bytes.data(), bytes.size());
}

const FrameDescriptor* Linker::descriptor(std::uint32_t index) {
    if (auto found = descriptors_.find(index); found != descriptors_.end()) return found->second;
    const CodeDescriptor& from = code_.descriptors[index];
    const auto words_for = [](const std::vector<std::uint16_t>& live) {
        return static_cast<std::uint16_t>(live.empty() ? 0 : live.back() / 64 + 1);
    };
    const std::uint16_t x_words = words_for(from.live_x), y_words = words_for(from.live_y);
    const std::size_t words = sizeof(FrameDescriptor) / 8 + x_words + y_words;
    auto block = std::make_unique<Word[]>(words);
    auto* made = reinterpret_cast<FrameDescriptor*>(block.get());
    made->handler = from.handler ? reinterpret_cast<CodePointer>(label_address(from.handler)) : nullptr;
    made->function = &module_->functions[function_];
    made->line = from.line;
    made->file = from.file;
    made->slots = from.slots;
    made->live_x_words = x_words;
    made->live_y_words = y_words;
    for (std::uint16_t x : from.live_x) made->bitmaps[x / 64] |= Word{1} << x % 64;
    for (std::uint16_t y : from.live_y) made->bitmaps[x_words + y / 64] |= Word{1} << y % 64;
    descriptor_blocks_.push_back(std::move(block));
    descriptors_.emplace(index, made);
    return made;
}

Word Linker::label_address(Word label) const {
    if (label == 0) return 0;
    return reinterpret_cast<Word>(module_->code.get() + labels_[function_][label]);
}

Word Linker::constant(const Operand& operand) const {
    switch (operand.kind) {
        case Operand::Kind::Small:
            return Term::small(static_cast<std::int64_t>(operand.value)).word();
        case Operand::Kind::Atom: return atoms_[operand.value].word();
        case Operand::Kind::Nil: return Term::nil().word();
        case Operand::Kind::Literal: return module_->literals[operand.value].word();
        default: return operand.value;
    }
}

std::uint32_t Linker::form_of(const Instruction& in) const {
    const OpcodeShape& shape = opcode_shape(in.opcode);
    std::uint32_t left = form_operands(in.opcode), form = 0, weight = 1;
    for (std::uint32_t i = 0; i < shape.count && left > 0; ++i) {
        if (shape.kinds[i] != ShapeKind::Destination && shape.kinds[i] != ShapeKind::Source) continue;
        const Operand::Kind kind = in.operands[i].kind;
        const FormKind chosen = kind == Operand::Kind::X   ? FormKind::X
                                : kind == Operand::Kind::Y ? FormKind::Y
                                                           : FormKind::Constant;
        form += weight * static_cast<std::uint32_t>(chosen);
        weight *= 3;
        --left;
    }
    return form;
}

// The instruction that is written next, at at_, and the one right before it: pairs, not chains.
void Linker::fuse_with_last(Opcode opcode, std::uint32_t form) {
    const bool adjacent = last_.end == at_;
    const Word fused = adjacent ? fused_handler_word(last_.opcode, last_.form, opcode, form) : 0;
    if (fused) module_->code[last_.at] = fused;
    last_ = {opcode, form, at_, 0};
    if (fused) last_.at = kNowhere;
}

void Linker::write_operand(ShapeKind kind, const Operand& operand) {
    switch (kind) {
        case ShapeKind::Label: return put(label_address(operand.value));
        case ShapeKind::Unsigned: return put(operand.value);
        case ShapeKind::Lambda: return put_pointer(module_->lambdas[operand.value]);
        case ShapeKind::Function: return put_pointer(module_->functions[operand.value].entry);
        case ShapeKind::Import:
        case ShapeKind::Native: return put_pointer(module_->imports[operand.value]);
        default: break;
    }
    if (operand.kind == Operand::Kind::X) return put(encode_x(operand.value));
    if (operand.kind == Operand::Kind::Y) return put(encode_y(operand.value));
    put(constant(operand));
}

void Linker::write_select(const Instruction& in) {
    const auto choices = choices_of(in);
    const LoadedOp op = select_form(in);
    put(handler_word(op));
    write_operand(ShapeKind::Source, in.operands[0]);
    const Word otherwise = label_address(in.operands[1].value);
    put(otherwise);
    if (op == LoadedOp::SelectSearch) {
        put(choices.size());
        for (const Choice& c : choices) put(c.word);
        for (const Choice& c : choices) put(label_address(c.label));
        return;
    }
    const std::int64_t first = Term::from_word(choices.front().word).small_value();
    const std::int64_t last = Term::from_word(choices.back().word).small_value();
    put(static_cast<Word>(first));
    put(static_cast<Word>(last - first + 1));
    std::size_t next = 0;
    for (std::int64_t v = first; v <= last; ++v) {
        const bool here = Term::from_word(choices[next].word).small_value() == v;
        put(here ? label_address(choices[next].label) : otherwise);
        while (next + 1 < choices.size() && Term::from_word(choices[next].word).small_value() <= v) ++next;
    }
}

void Linker::write_call(const Instruction& in) {
    put(handler_word(in.opcode == Opcode::CallExt ? LoadedOp::CallNative : LoadedOp::TailCallNative));
    put_pointer(module_->imports[in.operands[0].value]);
    if (in.opcode == Opcode::TailCallExt) put(in.operands[1].value);
    put_pointer(descriptor(in.descriptor));
}

Term Linker::key_tuple(const std::vector<Word>& keys) {
    const auto [found, added] = key_tuples_.try_emplace(keys);
    if (!added) return found->second;
    Word* at = server_.vm().literal_space().allocate(tuple_words(keys.size()));
    if (!at) return kNoTerm;
    module_->literal_areas.push_back({at, tuple_words(keys.size())});
    at[0] = make_header(BoxedKind::Tuple, keys.size());
    std::copy(keys.begin(), keys.end(), at + 1);
    return found->second = Term::boxed(at);
}

// False: a key stands twice, or there is no room; the general form does it.
bool Linker::write_map(const Instruction& in) {
    struct Pair {
        Term key;
        const Operand* value;
    };
    std::vector<Pair> pairs;
    for (Word i = 0; i < in.operands[1].value; i += 2) {
        pairs.push_back({Term::from_word(constant(in.operands[2 + i])), &in.operands[3 + i]});
    }
    const AtomTable& atoms = server_.vm().atoms();
    std::sort(pairs.begin(), pairs.end(), [&](const Pair& a, const Pair& b) {
        return compare_exact(a.key, b.key, atoms) < 0;
    });
    std::vector<Word> keys;
    for (const Pair& pair : pairs) {
        if (!keys.empty() && equal_exact(Term::from_word(keys.back()), pair.key)) return false;
        keys.push_back(pair.key.word());
    }
    const Term tuple = key_tuple(keys);
    if (tuple == kNoTerm) return false;
    const std::size_t start = at_;
    put(handler_word(LoadedOp::MapNewKeys));
    write_operand(ShapeKind::Destination, in.operands[0]);
    put(tuple.word());
    put(pairs.size());
    for (const Pair& pair : pairs) write_operand(ShapeKind::Source, *pair.value);
    put_pointer(descriptor(in.descriptor));
    // As long as the general form, for which room was measured.
    at_ = start + instruction_words(in);
    return true;
}

void Linker::write_instruction(const Instruction& in) {
    if (in.opcode == Opcode::Label) return;
    const bool remote = in.opcode == Opcode::CallExt || in.opcode == Opcode::TailCallExt;
    if (remote && is_native(static_cast<std::uint32_t>(in.operands[0].value))) return write_call(in);
    if (select_form(in) != LoadedOp::kCount) return write_select(in);
    if (has_constant_keys(in) && write_map(in)) return;
    const OpcodeShape& shape = opcode_shape(in.opcode);
    const std::uint32_t form = form_of(in);
    fuse_with_last(in.opcode, form);
    put(handler_word(in.opcode, form));
    for (std::uint32_t i = 0; i < shape.count; ++i) {
        if (shape.kinds[i] != ShapeKind::List) {
            write_operand(shape.kinds[i], in.operands[i]);
            continue;
        }
        const ListPattern& pattern = list_pattern(in.opcode);
        put(in.operands[i].value);
        for (std::size_t item = 0; item < in.operands[i].value; ++item) {
            write_operand(pattern.kinds[item % pattern.period], in.operands[i + 1 + item]);
        }
    }
    if (has_descriptor(opcode_info(in.opcode).effects)) put_pointer(descriptor(in.descriptor));
    if (last_.at != kNowhere) last_.end = at_;
}

void Linker::write_function(std::size_t f) {
    function_ = f;
    descriptors_.clear();
    put_pointer(&module_->functions[f]);
    for (const Instruction& in : code_.functions[f].instructions) write_instruction(in);
}

void Linker::keep_types() {
    module_->states = std::move(code_.states);
    module_->proved.reserve(code_.functions.size());
    for (std::size_t f = 0; f < code_.functions.size(); ++f) {
        FunctionCode& from = code_.functions[f];
        ProvedFunction& to = module_->proved.emplace_back(std::move(from.arguments), from.result);
        for (std::size_t label = 0; label < from.labels.size(); ++label) {
            if (from.labels[label] == kNoIndex || labels_[f][label] == kNowhere) continue;
            to.places.push_back({static_cast<std::uint32_t>(labels_[f][label]), from.labels[label]});
        }
    }
}

void Linker::finish() {
    if (keep_types_) keep_types();
    module_->descriptor_blocks = std::move(descriptor_blocks_);
    if (code_.entry != kNoIndex) module_->entry = &module_->functions[code_.entry];
    for (std::size_t i = 0; i < code_.lambdas.size(); ++i) {
        module_->lambda_functions.push_back(code_.lambdas[i].function);
    }
}

}  // namespace

LoadedModule::~LoadedModule() { release_malloced_chain(off_heap); }

void free_literals(LoadedModule& module, LiteralSpace& space) {
    if (module.literals.empty() && module.literal_areas.empty()) return;
    release_malloced_chain(module.off_heap);
    module.off_heap = nullptr;
    for (const LiteralArea& area : module.literal_areas) {
        count_outside_funs(area.start, area.start + area.words, -1);
        space.free(area.start, area.words);
    }
    module.literal_areas.clear();
}

Result<std::unique_ptr<LoadedModule>> link_module(CodeServer& server, ModuleCode code, bool keep_types) {
    return Linker(server, code, keep_types).run();
}

}  // namespace vial
