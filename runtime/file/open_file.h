// runtime/file/open_file.h: an open file, counted by the terms that refer to it.
// Here: OpenFile.
// Not here: what is done with it (open_file.cpp).
// Threads: any; the mutex orders the calls of processes that share a handle.
// Holds: `ahead` was read and not yet given out: the OS's position is behind it. Closed when the last
// reference goes, at the latest.
#pragma once

#include <mutex>
#include <string>

#include "vm/heap/resource.h"

namespace vial {

struct OpenFile : Resource {
    int fd = -1;
    bool append = false;
    std::mutex mutex;
    std::string ahead;
};

extern const ResourceType kOpenFileType;

}  // namespace vial
