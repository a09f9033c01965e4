// runtime/text/regex_cache.cpp: compiled regular expressions of one VM.
// Here: options' bits to PCRE2's, compiling, the cache.
// Not here: matching (regex.cpp).
// Threads: as regex_cache.h.
// Holds: as regex_cache.h. A full cache is emptied: programs that make patterns without end must not keep them.
#define PCRE2_CODE_UNIT_WIDTH 8
#include "runtime/text/regex_cache.h"

#include <pcre2.h>

#include "vm/vm.h"

namespace vial {
namespace {

struct OptionBit {
    std::uint32_t bit;
    std::uint32_t option;
};

constexpr OptionBit kOptions[] = {
    {0x1, PCRE2_UTF},           {0x2, PCRE2_ANCHORED},      {0x4, PCRE2_CASELESS},
    {0x8, PCRE2_DOLLAR_ENDONLY}, {0x10, PCRE2_DOTALL},      {0x20, PCRE2_EXTENDED},
    {0x40, PCRE2_FIRSTLINE},    {0x80, PCRE2_MULTILINE},    {0x100, PCRE2_NO_AUTO_CAPTURE},
    {0x200, PCRE2_DUPNAMES},    {0x400, PCRE2_UNGREEDY},    {0x800, PCRE2_UCP},
    {0x1000, PCRE2_NEVER_UTF},  {0x2000, PCRE2_NO_START_OPTIMIZE},
};

constexpr std::uint32_t kNewlines[] = {0, PCRE2_NEWLINE_CR, PCRE2_NEWLINE_LF, PCRE2_NEWLINE_CRLF,
                                       PCRE2_NEWLINE_ANY, PCRE2_NEWLINE_ANYCRLF};

}  // namespace

CompiledRegex::~CompiledRegex() {
    if (code) pcre2_code_free(code);
}

std::shared_ptr<CompiledRegex> compile_regex(std::uint32_t bits, std::string_view source) {
    auto made = std::make_shared<CompiledRegex>();
    std::uint32_t options = 0;
    for (const OptionBit& row : kOptions) {
        if (bits & row.bit) options |= row.option;
    }
    pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
    const std::uint32_t newline = bits >> 16 & 0xF;
    if (newline != 0 && newline < std::size(kNewlines)) pcre2_set_newline(context, kNewlines[newline]);
    if (bits & 0x4000) pcre2_set_bsr(context, PCRE2_BSR_ANYCRLF);
    if (bits & 0x8000) pcre2_set_bsr(context, PCRE2_BSR_UNICODE);
    PCRE2_SIZE at = 0;
    made->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(source.data()), source.size(), options, &made->error, &at, context);
    if (made->code) made->error = 0;
    made->error_at = at;
    pcre2_compile_context_free(context);
    return made;
}

RegexCache& RegexCache::of(Vm& vm) {
    return *static_cast<RegexCache*>(vm.slot_or_make(
        Vm::Slot::Regex, [](void* cache) { delete static_cast<RegexCache*>(cache); }, [] { return new RegexCache; }));
}

std::shared_ptr<CompiledRegex> RegexCache::find(std::string_view packed) {
    if (packed.size() < kPackedBitsBytes) return nullptr;
    const std::string key(packed);
    {
        const std::lock_guard guard(mutex_);
        if (const auto found = entries_.find(key); found != entries_.end()) return found->second;
    }
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < kPackedBitsBytes; ++i) bits = bits << 8 | static_cast<std::uint8_t>(packed[i]);
    auto made = compile_regex(bits, packed.substr(kPackedBitsBytes));
    if (!made->code) return nullptr;
    const std::lock_guard guard(mutex_);
    if (entries_.size() >= kMaxEntries) entries_.clear();
    entries_.emplace(key, made);
    return made;
}

}  // namespace vial
