// vm/code/export_table.h: all cells of a VM, by module, function and arity.
// Here: ExportTable.
// Not here: what a cell's entry is set to (code_server.h).
// Threads: find() from any thread without a lock; make() takes a mutex.
// Holds: cells are never moved or freed while the VM lives. A cell that nobody filled has the
//        `undefined` stub as its entry, which asks for the module to be loaded.
#pragma once

#include <cstdint>
#include <memory>

#include "vm/code/cell.h"

namespace vial {

// A cell with the two stubs that are its own: handler and the cell's address. The word before an
// entry is its FunctionInfo*; stubs have none.
struct CellBlock {
    FunctionCell cell;
    Word undefined_info;
    Word undefined_stub[2];
    Word native_info;
    Word native_stub[2];
};
inline const CellBlock* block_of(const FunctionCell* cell) {
    return reinterpret_cast<const CellBlock*>(cell);
}

class ExportTable {
  public:
    // The handlers of the stubs, from the interpreter.
    struct StubHandlers {
        Word undefined;
        Word native;
    };
    explicit ExportTable(StubHandlers handlers);
    ~ExportTable();
    ExportTable(const ExportTable&) = delete;
    ExportTable& operator=(const ExportTable&) = delete;

    FunctionCell* find(Term module, Term function, std::uint32_t arity) const;
    FunctionCell* make(Term module, Term function, std::uint32_t arity);
    std::uint32_t count() const;
    FunctionCell* at(std::uint32_t index) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// True when the cell leads to code or a native.
inline bool is_defined(const FunctionCell* cell) {
    // acquire: pairs with the loader's release when it publishes code.
    return cell->entry.load(std::memory_order_acquire) != block_of(cell)->undefined_stub;
}

}  // namespace vial
