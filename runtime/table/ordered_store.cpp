// runtime/table/ordered_store.cpp: a B+ tree whose inner nodes hold no keys of their own.
// Here: as ordered_store.h.
// Not here: as ordered_store.h.
// Threads: as ordered_store.h.
// Holds: an inner node separates by the leftmost row below each child, a pointer kept beside it, so
//        that a search touches one row per step and rows may be replaced freely (separators follow).
#include "runtime/table/ordered_store.h"

#include <algorithm>
#include <new>

#include "vm/term/compare.h"

namespace vial {

struct OrderedStore::Leaf {
    Leaf* previous = nullptr;
    Leaf* next = nullptr;
    std::uint32_t count = 0;
    Row* rows[kLeafRows];
};

struct OrderedStore::Inner {
    std::uint32_t count = 0;
    void* children[kFanOut];
    Row* lowest[kFanOut];  // leftmost row below each child
};

// Inner nodes from the root down, and which child was taken.
struct OrderedStore::Path {
    Inner* nodes[16];
    std::uint32_t index[16];
    std::uint32_t length = 0;
};

namespace {

template <class Node>
Node* new_node(BlockCache& blocks) {
    void* memory = blocks.allocate(sizeof(Node), MemoryUse::Table);
    return memory == nullptr ? nullptr : new (memory) Node;
}

template <class Node>
void free_node(BlockCache& blocks, Node* node) {
    blocks.free(node, sizeof(Node), MemoryUse::Table);
}

}  // namespace

int OrderedStore::compare(Term a, Term b) const { return compare_terms(a, b, atoms_); }

OrderedStore::Leaf* OrderedStore::descend(Term key, Path* path) const {
    void* node = root_;
    for (std::uint32_t level = 0; level < height_; ++level) {
        auto* inner = static_cast<Inner*>(node);
        // The last child whose lowest row is not above the key; the first child takes what is below all.
        std::uint32_t low = 0, high = inner->count;
        while (high - low > 1) {
            const std::uint32_t middle = (low + high) / 2;
            if (compare(inner->lowest[middle]->key(key_position_), key) <= 0) low = middle;
            else high = middle;
        }
        if (path != nullptr) {
            path->nodes[path->length] = inner;
            path->index[path->length++] = low;
        }
        node = inner->children[low];
    }
    return static_cast<Leaf*>(node);
}

std::uint32_t OrderedStore::lower_bound(const Leaf& leaf, Term key) const {
    std::uint32_t low = 0, high = leaf.count;
    while (low < high) {
        const std::uint32_t middle = (low + high) / 2;
        if (compare(leaf.rows[middle]->key(key_position_), key) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}

Row* OrderedStore::row_at(const Cursor& c) { return c.leaf == nullptr ? nullptr : c.leaf->rows[c.index]; }

void OrderedStore::advance(Cursor& c) {
    if (++c.index < c.leaf->count) return;
    c = {c.leaf->next, 0};
}

void OrderedStore::retreat(Cursor& c) {
    if (c.index > 0) {
        --c.index;
        return;
    }
    Leaf* leaf = c.leaf->previous;
    c = {leaf, leaf == nullptr ? 0 : leaf->count - 1};
}

OrderedStore::Cursor OrderedStore::back() const {
    if (last_leaf_ == nullptr || last_leaf_->count == 0) return {};
    return {last_leaf_, last_leaf_->count - 1};
}

OrderedStore::Cursor OrderedStore::seek_below(Term key) const {
    if (root_ == nullptr) return {};
    Leaf* leaf = descend(key, nullptr);
    const std::uint32_t at = lower_bound(*leaf, key);
    if (at > 0) return {leaf, at - 1};
    leaf = leaf->previous;
    return {leaf, leaf == nullptr ? 0 : leaf->count - 1};
}

OrderedStore::Cursor OrderedStore::begin() const {
    return {first_leaf_ != nullptr && first_leaf_->count > 0 ? first_leaf_ : nullptr, 0};
}

OrderedStore::Cursor OrderedStore::seek(Term key, bool past_equal) const {
    if (root_ == nullptr) return {};
    Leaf* leaf = descend(key, nullptr);
    std::uint32_t at = lower_bound(*leaf, key);
    if (past_equal && at < leaf->count && compare(leaf->rows[at]->key(key_position_), key) == 0) ++at;
    if (at < leaf->count) return {leaf, at};
    return {leaf->next, 0};
}

Row* OrderedStore::find(Term key) const {
    if (root_ == nullptr) return nullptr;
    Leaf* leaf = descend(key, nullptr);
    const std::uint32_t at = lower_bound(*leaf, key);
    if (at == leaf->count || compare(leaf->rows[at]->key(key_position_), key) != 0) return nullptr;
    return leaf->rows[at];
}

Row* OrderedStore::first() const { return row_at(begin()); }

Row* OrderedStore::last() const { return row_at(back()); }

Row* OrderedStore::after(Term key) const { return row_at(seek(key, true)); }

Row* OrderedStore::before(Term key) const { return row_at(seek_below(key)); }

void OrderedStore::replace(Row* old, Row* with) {
    const Term key = old->key(key_position_);
    Path path;
    Leaf* leaf = descend(key, &path);
    leaf->rows[lower_bound(*leaf, key)] = with;
    for (std::uint32_t i = 0; i < path.length; ++i) {
        if (path.nodes[i]->lowest[path.index[i]] == old) path.nodes[i]->lowest[path.index[i]] = with;
    }
}

bool OrderedStore::insert(BlockCache& blocks, Row* row, Row*& replaced) {
    replaced = nullptr;
    const Term key = row->key(key_position_);
    if (root_ == nullptr) {
        auto* leaf = new_node<Leaf>(blocks);
        if (leaf == nullptr) return false;
        root_ = first_leaf_ = last_leaf_ = leaf;
    }
    Path path;
    Leaf* leaf = descend(key, &path);
    std::uint32_t at = lower_bound(*leaf, key);
    if (at < leaf->count && compare(leaf->rows[at]->key(key_position_), key) == 0) {
        replaced = leaf->rows[at];
        replace(replaced, row);
        return true;
    }
    if (leaf->count == kLeafRows) {
        if (!split_leaf(blocks, path, leaf)) return false;
        path.length = 0;
        leaf = descend(key, &path);
        at = lower_bound(*leaf, key);
    }
    std::copy_backward(leaf->rows + at, leaf->rows + leaf->count, leaf->rows + leaf->count + 1);
    leaf->rows[at] = row;
    ++leaf->count;
    ++count_;
    // A new leftmost row is the lowest of every node on the way whose first child was taken.
    if (at == 0) {
        for (std::uint32_t i = path.length; i-- > 0;) {
            path.nodes[i]->lowest[path.index[i]] = row;
            if (path.index[i] != 0) break;
        }
    }
    return true;
}

// Appending in order is common: then the new leaf starts nearly empty and the old one stays full.
bool OrderedStore::split_leaf(BlockCache& blocks, Path& path, Leaf* leaf) {
    auto* right = new_node<Leaf>(blocks);
    if (right == nullptr) return false;
    const std::uint32_t keep = leaf->next == nullptr ? kLeafRows - 1 : kLeafRows / 2;
    right->count = leaf->count - keep;
    std::copy(leaf->rows + keep, leaf->rows + leaf->count, right->rows);
    leaf->count = keep;
    right->previous = leaf;
    right->next = leaf->next;
    if (add_child(blocks, path, path.length, right)) {
        if (leaf->next != nullptr) leaf->next->previous = right;
        else last_leaf_ = right;
        leaf->next = right;
        return true;
    }
    std::copy(right->rows, right->rows + right->count, leaf->rows + keep);
    leaf->count += right->count;
    free_node(blocks, right);
    return false;
}

// Puts `child` behind the child that the path took at the level above; `level` is the child's own.
bool OrderedStore::add_child(BlockCache& blocks, Path& path, std::uint32_t level, void* child) {
    const bool child_is_leaf = level == height_;
    Row* lowest = child_is_leaf ? static_cast<Leaf*>(child)->rows[0] : static_cast<Inner*>(child)->lowest[0];
    if (level == 0) {
        auto* top = new_node<Inner>(blocks);
        if (top == nullptr) return false;
        top->count = 2;
        top->children[0] = root_;
        top->lowest[0] = height_ == 0 ? static_cast<Leaf*>(root_)->rows[0] : static_cast<Inner*>(root_)->lowest[0];
        top->children[1] = child;
        top->lowest[1] = lowest;
        root_ = top;
        ++height_;
        return true;
    }
    Inner* parent = path.nodes[level - 1];
    std::uint32_t at = path.index[level - 1] + 1;
    if (parent->count == kFanOut) {
        auto* right = new_node<Inner>(blocks);
        if (right == nullptr) return false;
        const std::uint32_t keep = at == kFanOut ? kFanOut - 1 : kFanOut / 2;
        right->count = parent->count - keep;
        std::copy(parent->children + keep, parent->children + parent->count, right->children);
        std::copy(parent->lowest + keep, parent->lowest + parent->count, right->lowest);
        parent->count = keep;
        if (!add_child(blocks, path, level - 1, right)) {
            std::copy(right->children, right->children + right->count, parent->children + keep);
            std::copy(right->lowest, right->lowest + right->count, parent->lowest + keep);
            parent->count += right->count;
            free_node(blocks, right);
            return false;
        }
        if (at > keep) {
            parent = right;
            at -= keep;
        }
    }
    std::copy_backward(parent->children + at, parent->children + parent->count, parent->children + parent->count + 1);
    std::copy_backward(parent->lowest + at, parent->lowest + parent->count, parent->lowest + parent->count + 1);
    parent->children[at] = child;
    parent->lowest[at] = lowest;
    ++parent->count;
    return true;
}

Row* OrderedStore::remove(BlockCache& blocks, Term key) {
    if (root_ == nullptr) return nullptr;
    Path path;
    Leaf* leaf = descend(key, &path);
    const std::uint32_t at = lower_bound(*leaf, key);
    if (at == leaf->count || compare(leaf->rows[at]->key(key_position_), key) != 0) return nullptr;
    Row* row = leaf->rows[at];
    std::copy(leaf->rows + at + 1, leaf->rows + leaf->count, leaf->rows + at);
    --leaf->count;
    --count_;
    if (leaf->count == 0) {
        drop_leaf(blocks, path, leaf);
    } else if (at == 0) {
        for (std::uint32_t i = path.length; i-- > 0;) {
            path.nodes[i]->lowest[path.index[i]] = leaf->rows[0];
            if (path.index[i] != 0) break;
        }
    }
    return row;
}

void OrderedStore::drop_leaf(BlockCache& blocks, Path& path, Leaf* leaf) {
    if (leaf->previous != nullptr) leaf->previous->next = leaf->next;
    else first_leaf_ = leaf->next;
    if (leaf->next != nullptr) leaf->next->previous = leaf->previous;
    else last_leaf_ = leaf->previous;
    free_node(blocks, leaf);
    std::uint32_t level = path.length;
    // Take the emptied node out of its parent, and the parent too if that was its last child.
    for (; level > 0; --level) {
        Inner* parent = path.nodes[level - 1];
        const std::uint32_t at = path.index[level - 1];
        std::copy(parent->children + at + 1, parent->children + parent->count, parent->children + at);
        std::copy(parent->lowest + at + 1, parent->lowest + parent->count, parent->lowest + at);
        if (--parent->count > 0) {
            if (at == 0) {
                for (std::uint32_t i = level - 1; i-- > 0;) {
                    path.nodes[i]->lowest[path.index[i]] = parent->lowest[0];
                    if (path.index[i] != 0) break;
                }
            }
            break;
        }
        free_node(blocks, parent);
    }
    if (level == 0) {
        root_ = nullptr;
        height_ = 0;
        first_leaf_ = last_leaf_ = nullptr;
        return;
    }
    while (height_ > 0 && static_cast<Inner*>(root_)->count == 1) {
        auto* old = static_cast<Inner*>(root_);
        root_ = old->children[0];
        free_node(blocks, old);
        --height_;
    }
}

void OrderedStore::free_all(BlockCache& blocks) {
    // Level by level from the root: inner nodes first, then the chain of leaves.
    Leaf* leaf = first_leaf_;
    if (root_ != nullptr && height_ > 0) {
        Path path;
        path.nodes[0] = static_cast<Inner*>(root_);
        path.index[0] = 0;
        path.length = 1;
        while (path.length > 0) {
            const std::uint32_t level = path.length - 1;
            Inner* node = path.nodes[level];
            if (level + 1 == height_ || path.index[level] == node->count) {
                free_node(blocks, node);
                --path.length;
                continue;
            }
            path.nodes[level + 1] = static_cast<Inner*>(node->children[path.index[level]++]);
            path.index[level + 1] = 0;
            ++path.length;
        }
    }
    while (leaf != nullptr) {
        Leaf* next = leaf->next;
        for (std::uint32_t i = 0; i < leaf->count; ++i) free_row(blocks, leaf->rows[i]);
        free_node(blocks, leaf);
        leaf = next;
    }
    root_ = nullptr;
    first_leaf_ = last_leaf_ = nullptr;
    height_ = 0;
    count_ = 0;
}

}  // namespace vial
