// compiler/expand/session.h: one request to the expander, from its native to its end.
// Here: Session: the arena of its quoted forms, its runner, what it asks of the VM, how it ends.
// Not here: the expansion (expander.h); entering and leaving from natives (drive.h).
// Threads: run by the scheduler of the process that asks; between two runs any may go on with it.
// Holds: terms of the process's heap are copied in at the door, so nothing here moves when the
//        process collects. It is kept alive by a counted resource on the process's heap.
#pragma once

#include <deque>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/core/core.h"
#include "compiler/diag/diagnostic.h"
#include "compiler/expand/ast.h"
#include "compiler/expand/copy_quoted.h"
#include "compiler/expand/scope.h"
#include "compiler/expand/task.h"
#include "vm/term/atom_table.h"
#include "vm/vm.h"

namespace vial::expand {

struct CompilerState;  // state.h

// What is found when all errors of a text are looked for (check.h); else the first one ends a session.
struct Checking {
    diag::Sink sink;
    std::string file;            // the text that is looked at
    std::string text;
    std::vector<Term> failed;    // modules with errors: what follows from their absence is not told
    std::uint32_t paused = 0;    // code that is evaluated meanwhile handles its errors itself
};

class Session {
  public:
    Session(Vm& vm, CompilerState& state);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Vm& vm;
    CompilerState& state;

  private:
    std::shared_ptr<CompilerState> state_owner_;

  public:
    std::shared_ptr<TermArena> arena_owner;
    TermArena& arena;
    Runner runner;
    Word pid = 0;  // of the process that asks
    // Of the bindings of the first evaluation: code that reads one fails with :uses_variables.
    std::vector<bool> unreadable;
    bool awaits = false;  // it waits for modules that others compile (Kernel.ErrorHandler)

    // A file's name, relative to the working directory if it is below it.
    std::string shown_file(Term file);

    // --- asked of the VM -------------------------------------------------------------------------
    struct Call {
        bool wanted = false;
        Term module, function;
        Term arguments = Term::nil();  // a list
        bool tolerant = false;         // an exception gives kNoTerm instead of ending the session
        std::optional<Linify> linify;  // how the result is taken in, if it is quoted form
    } call;
    Term call_result;                  // in the arena

    // --- how it ended ----------------------------------------------------------------------------
    enum class End : std::uint8_t { None, Value, Failed, Raised };
    End end = End::None;
    Term value = Term::nil();          // Value: the result; Failed: the exception; Raised: {class, reason, trace}

    // Await these in a coroutine of this session.
    struct CallAwaiter {
        Session& s;
        bool await_ready() const { return false; }
        template <class P>
        void await_suspend(std::coroutine_handle<P>) {}
        Term await_resume() { return s.call_result; }
    };
    CallAwaiter call_function(Term module, Term function, Term arguments) {
        call = {true, module, function, arguments, false, std::nullopt};
        return {*this};
    }
    // kNoTerm when it raises.
    CallAwaiter try_function(Term module, Term function, Term arguments) {
        call = {true, module, function, arguments, true, std::nullopt};
        return {*this};
    }
    CallAwaiter call_quoted(Term module, Term function, Term arguments, Linify how) {
        call = {true, module, function, arguments, false, how};
        return {*this};
    }
    struct FailAwaiter {
        bool await_ready() const { return false; }
        template <class P>
        void await_suspend(std::coroutine_handle<P>) {}
        Never await_resume() { return {}; }
    };
    // An exception of class error.
    FailAwaiter fail_with(Term exception) {
        end = End::Failed;
        value = exception;
        return {};
    }
    FailAwaiter compile_error(Term file, std::uint32_t line, std::string_view description);

    // --- warnings ------------------------------------------------------------------------------------
    struct Warning {
        diag::Kind kind = diag::Kind::CompileWarning;
        std::string message;
        std::string file;
        std::uint32_t line = 0;
        std::uint32_t column = 0;
        std::string inside;  // what the place belongs to: Mod.fun/1
        std::string needle;  // what to underline when the column is not known: a word of the line
        std::string hint;
    };
    // Rendered now, written to standard error by the process when the session ends.
    void warn(Warning w);
    std::string warnings;
    bool saying_warnings = false;

    // --- all errors instead of the first ------------------------------------------------------------
    std::shared_ptr<Checking> checking;  // null: the first error ends the session
    // What a diagnostic knows beyond the exception; set just before a failure.
    struct Focus {
        diag::Kind kind = diag::Kind::CompileError;
        std::uint32_t line = 0;
        std::uint32_t column = 0;
        std::string file;
        std::vector<std::string> notes;
        std::string hint;
    } focus;
    // Records an error and lets the caller go on; false when the session must fail.
    bool report_error(Term file, std::uint32_t line, std::string_view description);
    // After a failure: reports it and goes on where a guarded task was awaited. False: nobody does.
    bool recover();
    // `co_await s.guarded(task)`: nothing when it failed; only while `checking`. The task is a local
    // variable, apart from the await.
    template <class T>
    struct Guarded {
        Session& s;
        Task<T>& task;
        bool await_ready() const { return false; }
        template <class P>
        void await_suspend(std::coroutine_handle<P> parent) {
            s.guards_.push_back(&parent.promise());
            task.await_suspend(parent);
        }
        std::optional<T> await_resume() {
            s.guards_.pop_back();
            if (task.gone()) return std::nullopt;
            return task.await_resume();
        }
    };
    template <class T>
    Guarded<T> guarded(Task<T>& task) {
        return {*this, task};
    }

    // --- helpers ---------------------------------------------------------------------------------
    Term atom(std::string_view text) { return vm.atoms().intern(text); }
    std::string_view text(Term atom) const { return vm.atoms().text(atom); }
    Term exception(std::string_view module, std::initializer_list<std::pair<Term, Term>> fields);
    // A unique number for variables of one macro expansion.
    std::int64_t next_counter();

    const VarNode* node(VarNode n) { return &nodes_.emplace_back(n); }

    // Run when the session ends in whatever way.
    std::vector<std::function<void()>> cleanups;

    // What the session is for; its value is the session's. start() once, from drive.cpp.
    void begin(Task<Term> task) {
        main_.emplace(std::move(task));
        main_->start(runner);
    }
    bool finished() const { return end != End::None || main_->done(); }
    Term outcome() { return end == End::None ? main_->result() : value; }

  private:
    void report_end();
    void report_macro(const std::string& what);
    std::vector<PromiseBase*> guards_;
    std::optional<Task<Term>> main_;
    std::deque<VarNode> nodes_;
};

}  // namespace vial::expand
