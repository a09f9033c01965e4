// vm/term/atom_table.h: the texts of all atoms of one VM.
// Here: interning, look-up by text and by index, count and limit.
// Not here: well-known atoms as constants (tables/atoms.h).
// Threads: any. Reading by index takes no lock; interning locks one shard.
// Holds: an index, once given, keeps its text for the VM's life; texts are at most 255 code points.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "vm/term/term.h"

namespace vial {

class AtomTable {
  public:
    // Starts with the rows of atoms.def, in order.
    explicit AtomTable(std::uint32_t limit = 1u << 20);
    ~AtomTable();
    AtomTable(const AtomTable&) = delete;
    AtomTable& operator=(const AtomTable&) = delete;

    // The atom of this text, made if need be; nullopt when the table is full (system_limit).
    std::optional<Term> try_intern(std::string_view text);
    // As try_intern, for texts of the machine's own (natives, image): a full table is fatal.
    Term intern(std::string_view text);
    // The atom of this text if there is one (String.to_existing_atom).
    std::optional<Term> find(std::string_view text) const;
    std::string_view text(Term atom) const { return entry(atom).view(); }
    // Of the text: the same in every VM (term/hash.h).
    std::uint64_t hash(Term atom) const { return entry(atom).hash; }
    // Order of texts, code point by code point (which UTF-8 keeps byte by byte).
    int compare(Term a, Term b) const;

    std::uint32_t count() const;
    std::uint32_t limit() const;

  private:
    struct Entry {
        const char* bytes;
        std::uint64_t hash;
        std::uint32_t length;
        std::uint32_t next_in_bucket;  // index + 1; 0: last

        std::string_view view() const { return {bytes, length}; }
    };
    static constexpr std::uint32_t kChunkEntries = 4096;
    const Entry& entry(Term atom) const {
        const std::uint32_t index = atom.atom_index();
        // Acquire pairs with the release that published the chunk.
        const Entry* chunk = chunks_[index / kChunkEntries].load(std::memory_order_acquire);
        return chunk[index % kChunkEntries];
    }
    std::optional<Term> find_in(std::string_view text, std::uint64_t hash) const;
    std::optional<Term> add(std::string_view text, std::uint64_t hash);

    struct State;
    std::unique_ptr<State> state_;
    std::unique_ptr<std::atomic<Entry*>[]> chunks_;
};

}  // namespace vial
