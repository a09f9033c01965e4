// vm/code/module.h: a module that has been loaded.
// Here: LoadedModule with its threaded code, functions, literals, files, lambdas; FunctionInfo.
// Not here: how it is made (loader.h), found and replaced (code_server.h).
// Threads: immutable once it is published by the code server.
// Holds: code, descriptors and literals do not move. After a purge they stay until no process refers
//        to them (retire.h); only the entries are closed.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "vm/base/literal_space.h"
#include "vm/code/bytecode.h"
#include "vm/code/frame.h"
#include "vm/term/term.h"

namespace vial {

struct FunEntry;
struct FunctionCell;
struct LoadedModule;

struct FunctionInfo {
    LoadedModule* module;
    CodePointer entry;
    Term name;
    std::uint32_t arity;  // of the code: free variables counted
    std::uint32_t free;   // of a lambda's body, else 0
    std::uint32_t line;
    std::uint16_t file;   // index into LoadedModule::files
    bool exported;
};

// What the verifier has proved of a function, for whoever makes better code of it.
struct ProvedFunction {
    struct Place {
        std::uint32_t offset;  // into the module's code
        std::uint32_t state;   // index into LoadedModule::states
    };
    std::vector<KnownType> arguments;  // those behind the last may be anything
    KnownType result;                  // not set: it never returns
    std::vector<Place> places;         // its labels, by number
};

struct LoadedModule {
    LoadedModule() = default;
    LoadedModule(const LoadedModule&) = delete;
    LoadedModule& operator=(const LoadedModule&) = delete;
    ~LoadedModule();

    Term name;
    Word hash = 0;                      // of names, code and literals
    std::vector<FunctionInfo> functions;
    std::vector<std::string> files;
    std::vector<std::uint32_t> file_ids;  // of `files` in the code server's table
    std::vector<Term> literals;         // in the literal space
    std::vector<FunEntry*> lambdas;
    std::vector<FunctionCell*> imports;
    std::vector<std::uint32_t> exports; // indices into functions
    Term attributes = Term::nil();      // in the literal space, as the next two
    Term docs = Term::nil();
    Term debug = Term::nil();
    const FunctionInfo* entry = nullptr;  // a script's top level

    // Empty for a module that was verified before it was put where it came from: it can be read again.
    std::vector<StateClaim> states;     // proved of places in the code
    std::vector<ProvedFunction> proved; // by function

    std::unique_ptr<Word[]> code;       // threaded code
    std::size_t code_words = 0;
    std::vector<std::unique_ptr<Word[]>> descriptor_blocks;
    std::vector<std::uint32_t> lambda_functions;  // index into functions, for each of lambdas
    Word* off_heap = nullptr;           // counted binaries among the literals
    std::vector<LiteralArea> literal_areas;
    bool evaluated = false;             // one evaluation's code: goes with its last closure
};

}  // namespace vial
