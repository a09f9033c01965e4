// vm/code/export_table.cpp: the table of cells.
// Here: an open-addressed index over cells that never move.
// Not here: what cells lead to.
// Threads: as export_table.h says.
// Holds: an index, once replaced by a larger one, is kept until the VM ends, so a reader may go on
//        with it; it only misses cells made since, and make() looks again under its lock.
#include "vm/code/export_table.h"

#include <atomic>
#include <mutex>
#include <vector>

#include "vm/base/assert.h"

namespace vial {

namespace {

constexpr std::uint32_t kChunkCells = 1024;
constexpr std::uint32_t kMaxChunks = 4096;

Word hash_of(Term module, Term function, std::uint32_t arity) {
    Word h = module.word() * 0x9e3779b97f4a7c15u;
    h ^= (function.word() + arity) * 0xc2b2ae3d27d4eb4fu;
    return h ^ h >> 29;
}

struct Index {
    explicit Index(std::size_t slots) : mask(slots - 1), cells(new std::atomic<CellBlock*>[slots]()) {}
    std::size_t mask;
    std::unique_ptr<std::atomic<CellBlock*>[]> cells;
};

}  // namespace

struct ExportTable::State {
    StubHandlers handlers;
    std::mutex mutex;
    std::atomic<Index*> index;
    std::vector<std::unique_ptr<Index>> indices;
    std::atomic<CellBlock*> chunks[kMaxChunks] = {};
    std::atomic<std::uint32_t> count{0};
};

ExportTable::ExportTable(StubHandlers handlers) : state_(std::make_unique<State>()) {
    state_->handlers = handlers;
    state_->indices.push_back(std::make_unique<Index>(4096));
    state_->index = state_->indices.back().get();
}

ExportTable::~ExportTable() {
    for (auto& chunk : state_->chunks) delete[] chunk.load(std::memory_order_relaxed);
}

FunctionCell* ExportTable::find(Term module, Term function, std::uint32_t arity) const {
    // acquire: pairs with the release in make(), so that the cells found are whole.
    const Index* index = state_->index.load(std::memory_order_acquire);
    for (Word at = hash_of(module, function, arity);; ++at) {
        CellBlock* block = index->cells[at & index->mask].load(std::memory_order_acquire);
        if (!block) return nullptr;
        FunctionCell& cell = block->cell;
        if (cell.module == module && cell.function == function && cell.arity == arity) return &cell;
    }
}

static void insert(Index& index, CellBlock* block) {
    Word at = hash_of(block->cell.module, block->cell.function, block->cell.arity);
    while (index.cells[at & index.mask].load(std::memory_order_relaxed)) ++at;
    // release: pairs with find().
    index.cells[at & index.mask].store(block, std::memory_order_release);
}

FunctionCell* ExportTable::make(Term module, Term function, std::uint32_t arity) {
    if (FunctionCell* cell = find(module, function, arity)) return cell;
    State& s = *state_;
    std::lock_guard lock(s.mutex);
    if (FunctionCell* cell = find(module, function, arity)) return cell;
    const std::uint32_t number = s.count.load(std::memory_order_relaxed);
    if (number >= kChunkCells * kMaxChunks) VIAL_FATAL("too many functions in one VM");
    auto& chunk = s.chunks[number / kChunkCells];
    if (!chunk.load(std::memory_order_relaxed)) {
        // release: pairs with at().
        chunk.store(new CellBlock[kChunkCells](), std::memory_order_release);
    }
    CellBlock* block = chunk.load(std::memory_order_relaxed) + number % kChunkCells;
    block->undefined_stub[0] = s.handlers.undefined;
    block->undefined_stub[1] = reinterpret_cast<Word>(&block->cell);
    block->native_stub[0] = s.handlers.native;
    block->native_stub[1] = reinterpret_cast<Word>(&block->cell);
    block->cell.module = module;
    block->cell.function = function;
    block->cell.arity = arity;
    block->cell.index = number;
    block->cell.entry.store(block->undefined_stub, std::memory_order_relaxed);
    if (number * 2 > s.index.load(std::memory_order_relaxed)->mask) {
        auto larger = std::make_unique<Index>((s.index.load(std::memory_order_relaxed)->mask + 1) * 4);
        for (std::uint32_t i = 0; i < number; ++i) {
            insert(*larger, s.chunks[i / kChunkCells].load(std::memory_order_relaxed) + i % kChunkCells);
        }
        s.indices.push_back(std::move(larger));
        // release: pairs with find().
        s.index.store(s.indices.back().get(), std::memory_order_release);
    }
    insert(*s.index.load(std::memory_order_relaxed), block);
    // release: pairs with count().
    s.count.store(number + 1, std::memory_order_release);
    return &block->cell;
}

std::uint32_t ExportTable::count() const { return state_->count.load(std::memory_order_acquire); }

FunctionCell* ExportTable::at(std::uint32_t index) const {
    return &state_->chunks[index / kChunkCells].load(std::memory_order_acquire)[index % kChunkCells].cell;
}

}  // namespace vial
