// runtime/text/regex_cache.h: compiled regular expressions of one VM.
// Here: CompiledRegex, the cache from packed pattern (options, source) to it.
// Not here: the natives (regex.cpp), options' names (stdlib/erlang/re.ex).
// Threads: find() from any scheduler; a mutex guards the table, not the matching.
// Holds: patterns are data in the language, so a compiled one may be dropped and made again.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

struct pcre2_real_code_8;

namespace vial {

class Vm;

// How a packed pattern begins: 32 bits, big-endian, as stdlib/erlang/re.ex makes them.
constexpr std::size_t kPackedBitsBytes = 4;

struct CompiledRegex {
    pcre2_real_code_8* code = nullptr;
    int error = 0;             // PCRE2's, 0 if it compiled
    std::size_t error_at = 0;  // byte of the source
    ~CompiledRegex();
};

std::shared_ptr<CompiledRegex> compile_regex(std::uint32_t bits, std::string_view source);

class RegexCache {
  public:
    static RegexCache& of(Vm& vm);
    // nullptr for what does not compile.
    std::shared_ptr<CompiledRegex> find(std::string_view packed);

  private:
    static constexpr std::size_t kMaxEntries = 1024;
    std::mutex mutex_;
    std::unordered_map<std::string, std::shared_ptr<CompiledRegex>> entries_;
};

}  // namespace vial
