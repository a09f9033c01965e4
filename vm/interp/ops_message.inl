// vm/interp/ops_message.inl: send and receive.
// Here: bodies; the work is the mailbox's (process/mailbox.h), reached by slow_message.cpp.
// Not here: signals, timers.
// Threads: the scheduler that runs the process.
// Holds: between ReceivePeek and ReceiveTake or ReceiveNext the peeked message stays where it is.

OP0(Send) { SLOW(slow_send); }
OP0(ReceivePeek) { SLOW(slow_receive_peek); }
OP0(ReceiveTake) { SLOW(slow_receive_take); }
OP0(ReceiveNext) { SLOW(slow_receive_next); }
OP0(ReceiveWait) { SLOW(slow_receive_wait); }
OP0(ReceiveUntil) { SLOW(slow_receive_until); }
OP0(ReceiveTimeout) { SLOW(slow_receive_timeout); }
OP0(MarkReserve) { SLOW(slow_mark_reserve); }
OP0(MarkBind) { SLOW(slow_mark_bind); }
OP0(MarkUse) { SLOW(slow_mark_use); }
