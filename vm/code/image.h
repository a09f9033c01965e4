// vm/code/image.h: many modules in one piece, as it is embedded in the binary.
// Here: the format, writing one, looking a module up, an image as a source of the code server.
// Not here: the modules' own format (vbc_encode.h); where the bytes come from (tools/).
// Threads: immutable once made.
// Holds: entries are sorted by name. The bytes given to Image::open outlive it. Offsets and lengths are
//        checked when the image is opened, so that a damaged one is an error and no crash.
//
//   "VIALIMG1" | u32 version | u32 count | count x {u32 name at, u32 name length, u64 data at,
//   u64 data length} | names | modules, each at a multiple of 8
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vm/base/result.h"
#include "vm/code/code_server.h"

namespace vial {

class Image {
  public:
    static Result<Image> open(std::string_view bytes);

    // The .vbc of a module by its atom's text.
    std::optional<std::string_view> find(std::string_view module) const;
    std::vector<std::string> names() const;

    // This image as a source of modules, which are not verified again: whoever made the image has done
    // so. It must outlive the code server.
    ModuleSource source() const;

  private:
    struct Entry {
        std::string_view name;
        std::string_view data;
    };
    std::vector<Entry> entries_;
};

// `modules`: names and their .vbc, in any order.
std::string write_image(std::vector<std::pair<std::string, std::string>> modules);

}  // namespace vial
