// tools/image/embedded_image.cpp: the image as a read-only section of the binary.
// Here: the assembler's .incbin of the file that VIAL_IMAGE_FILE names.
// Not here: anything else.
// Threads: immutable.
// Holds: aligned to a page, so that only touched pages are ever read.
#include "tools/image/embedded_image.h"

asm(R"(
    .section .rodata.vial_image, "a", @progbits
    .balign 4096
    .globl vial_image_begin
vial_image_begin:
    .incbin ")" VIAL_IMAGE_FILE R"("
    .globl vial_image_end
vial_image_end:
    .byte 0
    .previous
)");

extern "C" const char vial_image_begin[];
extern "C" const char vial_image_end[];

namespace vial {

std::string_view embedded_image() {
    return {vial_image_begin, static_cast<std::size_t>(vial_image_end - vial_image_begin)};
}

}  // namespace vial
