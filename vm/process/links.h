// vm/process/links.h: links between processes, OTP 25's protocol.
// Here: the link set of one process and the moves of the protocol on it.
// Not here: exit signals (signals.h, exit.h).
// Threads: the owner of the process.
// Holds: a process edits only its own set. An unlink stays in the set, with its id, until the other
//        side has acknowledged that id: exits of the other that come meanwhile are ignored, and a
//        later link() is not undone by the late unlink.
#pragma once

#include "vm/process/mailbox.h"
#include "vm/process/word_map.h"

namespace vial {

struct LinkEntry {
    Word key;           // the other's pid
    Word unlinking_id;  // 0: the link stands
};
using LinkSet = WordMap<LinkEntry>;

enum class LinkStatus : std::uint8_t { Linked, NoProcess, Refused };
// link/1 to a local pid that is not self. A pid that is gone: an exit signal noproc if the caller traps
// exits, else NoProcess (the native raises noproc).
LinkStatus link_process(RunContext& context, Process& p, Term other);
void unlink_process(RunContext& context, Process& p, Term other);

// What the signals do. link_exit: true when the link stood, so the exit counts.
void handle_link(RunContext& context, Process& p, Term from);
void handle_unlink(RunContext& context, Process& p, Term from, Word id);
void handle_unlink_ack(RunContext& context, Process& p, Term from, Word id);
bool handle_link_exit(RunContext& context, Process& p, Term from);

}  // namespace vial
