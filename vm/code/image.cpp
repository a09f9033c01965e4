// vm/code/image.cpp: writing and reading an image of modules.
// Here: the format of image.h.
// Not here: loading what was found (code_server.cpp).
// Threads: as image.h.
// Holds: as image.h.
#include "vm/code/image.h"

#include <algorithm>
#include <cstring>

namespace vial {
namespace {

constexpr std::string_view kMagic = "VIALIMG1";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeaderBytes = 16;
constexpr std::size_t kEntryBytes = 24;

template <class T>
void put(std::string& out, T value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
T get(std::string_view bytes, std::size_t at) {
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

bool within(std::string_view bytes, std::uint64_t at, std::uint64_t length) {
    return at <= bytes.size() && length <= bytes.size() - at;
}

std::size_t rounded_up(std::size_t n) { return (n + 7) & ~std::size_t{7}; }

}  // namespace

Result<Image> Image::open(std::string_view bytes) {
    if (bytes.size() < kHeaderBytes || bytes.substr(0, 8) != kMagic) return Error{"not an image of modules"};
    if (get<std::uint32_t>(bytes, 8) != kVersion) return Error{"an image of another version"};
    const auto count = get<std::uint32_t>(bytes, 12);
    if (!within(bytes, kHeaderBytes, std::uint64_t{count} * kEntryBytes)) return Error{"the image is cut short"};
    Image image;
    image.entries_.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t at = kHeaderBytes + i * kEntryBytes;
        const auto name_at = get<std::uint32_t>(bytes, at), name_length = get<std::uint32_t>(bytes, at + 4);
        const auto data_at = get<std::uint64_t>(bytes, at + 8), data_length = get<std::uint64_t>(bytes, at + 16);
        if (!within(bytes, name_at, name_length) || !within(bytes, data_at, data_length)) {
            return Error{"the image is cut short"};
        }
        image.entries_.push_back({bytes.substr(name_at, name_length), bytes.substr(data_at, data_length)});
    }
    const auto by_name = [](const Entry& a, const Entry& b) { return a.name < b.name; };
    if (!std::is_sorted(image.entries_.begin(), image.entries_.end(), by_name)) {
        return Error{"the image's index is out of order"};
    }
    return image;
}

std::optional<std::string_view> Image::find(std::string_view module) const {
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), module,
                                     [](const Entry& e, std::string_view name) { return e.name < name; });
    if (at == entries_.end() || at->name != module) return std::nullopt;
    return at->data;
}

std::vector<std::string> Image::names() const {
    std::vector<std::string> out;
    for (const auto& e : entries_) out.emplace_back(e.name);
    return out;
}

ModuleSource Image::source() const {
    ModuleSource source;
    source.context = const_cast<Image*>(this);
    source.verified = true;
    source.find = [](void* context, std::string_view module, std::string&, std::string& place) {
        const auto found = static_cast<const Image*>(context)->find(module);
        if (found) place = "preloaded";
        return found;
    };
    source.names = [](void* context) { return static_cast<const Image*>(context)->names(); };
    return source;
}

std::string write_image(std::vector<std::pair<std::string, std::string>> modules) {
    std::sort(modules.begin(), modules.end());
    std::string out(kMagic);
    put<std::uint32_t>(out, kVersion);
    put<std::uint32_t>(out, static_cast<std::uint32_t>(modules.size()));
    std::size_t name_at = kHeaderBytes + modules.size() * kEntryBytes;
    std::size_t data_at = name_at;
    for (const auto& [name, data] : modules) data_at += name.size();
    data_at = rounded_up(data_at);
    for (const auto& [name, data] : modules) {
        put<std::uint32_t>(out, static_cast<std::uint32_t>(name_at));
        put<std::uint32_t>(out, static_cast<std::uint32_t>(name.size()));
        put<std::uint64_t>(out, data_at);
        put<std::uint64_t>(out, data.size());
        name_at += name.size();
        data_at = rounded_up(data_at + data.size());
    }
    for (const auto& [name, data] : modules) out += name;
    for (const auto& [name, data] : modules) {
        out.resize(rounded_up(out.size()));
        out += data;
    }
    return out;
}

}  // namespace vial
