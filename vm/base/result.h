// vm/base/result.h: a value or an error, by value.
// Here: Error (a message for people with what, where, why) and Result<T>.
// Not here: exceptions of the language (process/native.h).
// Threads: plain values.
// Holds: a Result is either; asking for the absent side is a bug.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "vm/base/assert.h"

namespace vial {

struct Error {
    std::string message;
};

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }
    T& value() {
        VIAL_ASSERT(ok(), "Result holds a value");
        return *std::get_if<0>(&state_);
    }
    const T& value() const {
        VIAL_ASSERT(ok(), "Result holds a value");
        return *std::get_if<0>(&state_);
    }
    T& operator*() { return value(); }
    T* operator->() { return &value(); }
    const Error& error() const {
        VIAL_ASSERT(!ok(), "Result holds an error");
        return *std::get_if<1>(&state_);
    }

  private:
    std::variant<T, Error> state_;
};

// Success without a value.
struct Unit {};

}  // namespace vial
