// vm/code/infer_claims.cpp: the claims that a module's code bears out.
// Here: infer_claims(): functions are walked until nothing more is learnt.
// Not here: the rules of instructions (walk_function.cpp, walk_ops.cpp).
// Threads: any; the module is the caller's.
// Holds: a function is walked once a call of it has been met, or when it is called from outside; what is
//        known of arguments, results and labels only gets less, so the repetition ends. Segments are
//        walked in reverse postorder: without loops each once, after all that lead to it.
#include "vm/code/infer_claims.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>

#include "vm/code/live_registers.h"
#include "vm/code/walk_internal.h"

namespace vial {

namespace {

class Inference;

// Loses what `from` does not bear out; true when something was lost.
bool weaken(KnownType& to, KnownType from) {
    const KnownType both = merge(to, from);
    if (both == to) return false;
    to = both;
    return true;
}
bool weaken(std::vector<KnownType>& to, const std::vector<KnownType>& from) {
    bool lost = false;
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (weaken(to[i], from[i])) lost = true;
    }
    return lost;
}

class FunctionInference final : public CodeWalk {
  public:
    FunctionInference(Inference& all, const ModuleCode& code, std::uint32_t function)
        : CodeWalk(code, function, nullptr), all_(all), broken_(!prepare()), labels_(placed_.size()) {
        if (!broken_) order_segments();
    }

    // Calls with these arguments may happen.
    void called(std::span<const KnownType> arguments);
    void run();
    bool pending() const { return !waiting_.empty(); }
    bool reached() const { return reached_; }
    const std::vector<KnownType>& arguments() const { return arguments_; }
    // As for a call from `caller`, which hears of changes. Not set: it is not known to return.
    KnownType result_for(std::uint32_t caller) {
        if (std::find(callers_.begin(), callers_.end(), caller) == callers_.end()) callers_.push_back(caller);
        return result_;
    }
    KnownType result() const { return result_; }
    // Something that it calls gives other results than was known.
    void results_changed() {
        again(0);
        for (std::size_t label = 1; label < labels_.size(); ++label) {
            if (labels_[label].reached) again(label);
        }
    }
    // By label; unreached ones have no value. What nothing reads later is left out.
    std::vector<std::optional<StateClaim>> states() const;

  private:
    void order_segments();
    void enter(std::uint64_t label);
    void again(std::uint64_t label) {
        if (!broken_) waiting_.insert(place_[label]);
    }
    // The code is wrong: no more is learnt of it.
    void stop() {
        broken_ = true;
        waiting_.clear();
    }
    bool jump(std::uint64_t label, const MachineState& from) override;
    bool pass_arguments(std::uint64_t function) override;
    KnownType result_of(std::uint64_t function) override;
    bool give_result(KnownType type) override;

    Inference& all_;
    bool broken_;
    bool reached_ = false;
    std::vector<std::size_t> order_;  // segments
    std::vector<std::size_t> place_;  // in order_, by label; the entry's is 0
    std::set<std::size_t> waiting_;   // places in order_ of what is to be walked
    std::vector<KnownType> arguments_;
    KnownType result_;
    std::vector<std::uint32_t> callers_;
    std::vector<MachineState> labels_;
};

class Inference {
  public:
    explicit Inference(ModuleCode& code) : code_(code) {}
    void run();
    FunctionInference& function(std::uint64_t index) { return *functions_[index]; }

  private:
    void settle();
    void write(std::uint32_t index);
    std::uint32_t state(StateClaim claim);

    struct StateHash {
        std::size_t operator()(const StateClaim& s) const {
            std::size_t h = s.slots * 2u + (s.peeking ? 1 : 0);
            for (const auto* registers : {&s.x, &s.y}) {
                for (const RegisterClaim& r : *registers) {
                    h = (h ^ (r.number * 31u + r.type.bits + r.type.arity * 7u)) * 0x9e3779b97f4a7c15u;
                }
                h += 1;
            }
            return h;
        }
    };
    ModuleCode& code_;
    std::vector<std::unique_ptr<FunctionInference>> functions_;
    std::unordered_map<StateClaim, std::uint32_t, StateHash> states_;
};

// --- one function ---------------------------------------------------------------------------------------

void FunctionInference::order_segments() {
    std::vector<std::size_t> segment_of(placed_.size());
    for (std::size_t i = 0; i < segments_.size(); ++i) segment_of[segments_[i].label] = i;
    struct Visit {
        std::size_t segment;
        std::vector<std::size_t> next;
    };
    std::vector<bool> seen(segments_.size());
    std::vector<Visit> stack;
    const auto visit = [&](std::size_t segment) {
        if (seen[segment]) return;
        seen[segment] = true;
        auto& next = stack.emplace_back(segment).next;
        each_successor(segments_[segment], [&](std::uint64_t label, bool) { next.push_back(label); });
    };
    visit(0);
    while (!stack.empty()) {
        Visit& top = stack.back();
        if (top.next.empty()) {
            order_.push_back(top.segment);
            stack.pop_back();
            continue;
        }
        const std::size_t label = top.next.back();
        top.next.pop_back();
        visit(segment_of[label]);
    }
    std::reverse(order_.begin(), order_.end());
    place_.resize(placed_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) place_[segments_[order_[i]].label] = i;
}

void FunctionInference::enter(std::uint64_t label) {
    if (label) {
        state_ = labels_[label];
        return;
    }
    state_ = {};
    state_.x = arguments_;
    state_.x.resize(registers_);
    state_.reached = true;
}

void FunctionInference::run() {
    while (!waiting_.empty()) {
        const Segment& segment = segments_[order_[*waiting_.begin()]];
        waiting_.erase(waiting_.begin());
        enter(segment.label);
        if (!walk(segment)) return stop();
    }
}

void FunctionInference::called(std::span<const KnownType> arguments) {
    if (!reached_) {
        reached_ = true;
        arguments_.assign(arguments.begin(), arguments.end());
        return again(0);
    }
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
        if (weaken(arguments_[i], arguments[i])) again(0);
    }
}

bool FunctionInference::jump(std::uint64_t label, const MachineState& from) {
    MachineState& to = labels_[label];
    if (!to.reached) {
        to = from;
        to.heap_words = 0;
        again(label);
        return true;
    }
    if (to.peeking != from.peeking) return fail("two ways to a label, one in the middle of a receive");
    if (to.slots != from.slots) return fail("two ways to a label with frames of different size");
    const bool lost_x = weaken(to.x, from.x), lost_y = weaken(to.y, from.y);
    if (lost_x || lost_y) again(label);
    return true;
}

bool FunctionInference::pass_arguments(std::uint64_t function) {
    all_.function(function).called(std::span(state_.x).first(code_.functions[function].arity));
    return true;
}

KnownType FunctionInference::result_of(std::uint64_t function) {
    return all_.function(function).result_for(index_);
}

bool FunctionInference::give_result(KnownType type) {
    const KnownType before = result_;
    result_ = result_.set() ? merge(result_, type) : type;
    if (result_ == before) return true;
    for (std::uint32_t caller : callers_) all_.function(caller).results_changed();
    return true;
}

std::vector<std::optional<StateClaim>> FunctionInference::states() const {
    std::vector<std::optional<StateClaim>> all(labels_.size());
    if (order_.empty()) return all;
    std::uint32_t slots = 0;
    for (const MachineState& state : labels_) slots = std::max(slots, state.slots);
    const auto live = live_at_labels(code_, function_, labels_.size(), registers_, slots);
    for (std::size_t label = 0; label < labels_.size(); ++label) {
        const MachineState& state = labels_[label];
        if (!state.reached) continue;
        StateClaim& claim = all[label].emplace();
        claim.slots = static_cast<std::uint16_t>(state.slots);
        claim.peeking = state.peeking;
        const auto pick = [](const std::vector<KnownType>& known, const std::vector<bool>& read, auto& to) {
            for (std::size_t i = 0; i < known.size(); ++i) {
                if (read[i] && known[i].set()) to.push_back({static_cast<std::uint16_t>(i), known[i]});
            }
        };
        pick(state.x, live[label].x, claim.x);
        pick(state.y, live[label].y, claim.y);
    }
    return all;
}

// --- the module -----------------------------------------------------------------------------------------

void Inference::settle() {
    for (bool any = true; any;) {
        any = false;
        for (auto& function : functions_) {
            if (!function->pending()) continue;
            function->run();
            any = true;
        }
    }
}

std::uint32_t Inference::state(StateClaim claim) {
    const auto [at, added] = states_.try_emplace(std::move(claim), static_cast<std::uint32_t>(code_.states.size()));
    if (added) code_.states.push_back(at->first);
    return at->second;
}

void Inference::write(std::uint32_t index) {
    FunctionCode& to = code_.functions[index];
    to.arguments = functions_[index]->arguments();
    while (!to.arguments.empty() && to.arguments.back() == kAnyValue) to.arguments.pop_back();
    to.result = functions_[index]->result();
    for (auto& claim : functions_[index]->states()) {
        to.labels.push_back(claim ? state(std::move(*claim)) : kNoIndex);
    }
}

void Inference::run() {
    const auto count = static_cast<std::uint32_t>(code_.functions.size());
    for (std::uint32_t f = 0; f < count; ++f) {
        functions_.push_back(std::make_unique<FunctionInference>(*this, code_, f));
    }
    const auto from_outside = [this](std::uint32_t f) {
        functions_[f]->called(std::vector<KnownType>(code_.functions[f].arity, kAnyValue));
    };
    for (std::uint32_t f : functions_called_from_outside(code_)) from_outside(f);
    settle();
    for (std::uint32_t f = 0; f < count; ++f) {
        if (functions_[f]->reached()) continue;
        from_outside(f);
        settle();
    }
    for (std::uint32_t f = 0; f < count; ++f) write(f);
}

}  // namespace

void infer_claims(ModuleCode& code) { Inference(code).run(); }

}  // namespace vial
