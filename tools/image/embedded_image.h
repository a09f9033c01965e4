// tools/image/embedded_image.h: the standard library inside this binary.
// Here: its bytes.
// Not here: their format (vm/code/image.h), how they are made (build_image.cpp).
// Threads: immutable.
// Holds: empty in a binary that was linked without an image.
#pragma once

#include <string_view>

namespace vial {

std::string_view embedded_image();

}  // namespace vial
