// vm/interp/ops_error.inl: raising, and what handlers do.
// Here: bodies; all of it is rare (slow_error.cpp).
// Not here: unwinding (raise.cpp).
// Threads: the scheduler that runs the process.
// Holds: a handler is entered with class, reason and raw trace in X0..X2.

OP0(RaiseMatch) { SLOW((slow_raise_value<RaiseKind::Match>)); }
OP0(RaiseCase) { SLOW((slow_raise_value<RaiseKind::Case>)); }
OP0(RaiseTry) { SLOW((slow_raise_value<RaiseKind::Try>)); }
OP0(RaiseWith) { SLOW((slow_raise_value<RaiseKind::With>)); }
OP0(RaiseCond) { SLOW(slow_raise_cond); }
OP0(RaiseFunction) { SLOW(slow_raise_function); }
OP0(RaiseBadBoolean) { SLOW(slow_raise_bad_boolean); }
OP0(Reraise) { SLOW(slow_reraise); }
OP0(BuildTrace) { SLOW(slow_build_trace); }
