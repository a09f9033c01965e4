// tests/support/case_file.cpp: reading a conformance script, judging its outcome.
// Here: directives, wildcard comparison, the explanation of a difference.
// Not here: starting programs (run_cases.cpp).
// Threads: plain functions.
// Holds: -
#include "tests/support/case_file.h"

#include <fstream>
#include <sstream>

namespace vial::test {
namespace {

std::string trimmed(const std::string& s) {
    const auto first = s.find_first_not_of(" \t");
    if (first == std::string::npos) return "";
    return s.substr(first, s.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> words(const std::string& s) {
    std::istringstream in(s);
    std::vector<std::string> out;
    for (std::string w; in >> w;) out.push_back(w);
    return out;
}

std::string unescaped(const std::string& s) {
    std::string out;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] == '\\' && i + 1 < s.size() && s[i + 1] == 'n') {
            out += '\n';
            ++i;
        } else {
            out += s[i];
        }
    }
    return out;
}

// The text after `# name:` when the line has that directive.
std::optional<std::string> directive(const std::string& line, const std::string& name) {
    const std::string key = "# " + name + ":";
    const auto at = line.rfind(key);
    if (at == std::string::npos) return std::nullopt;
    std::string rest = line.substr(at + key.size());
    if (!rest.empty() && rest[0] == ' ') rest.erase(0, 1);
    return rest;
}

void read_line(CaseFile& c, const std::string& line, int number) {
    if (auto text = directive(line, "expect like")) {
        c.output.push_back({*text, true, number});
    } else if (auto error = directive(line, "expect error")) {
        c.error = trimmed(*error);
        c.status = 1;
    } else if (auto exact = directive(line, "expect")) {
        c.output.push_back({*exact, false, number});
    } else if (auto input = directive(line, "stdin")) {
        c.input += unescaped(*input);
    } else if (auto args = directive(line, "args")) {
        c.arguments = words(*args);
    } else if (auto counts = directive(line, "schedulers")) {
        c.schedulers = words(*counts);
    } else if (auto reason = directive(line, "skip")) {
        c.skip = trimmed(*reason);
    } else if (auto status = directive(line, "status")) {
        c.status = std::stoi(*status);
    }
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string l; std::getline(in, l);) out.push_back(l);
    return out;
}

}  // namespace

CaseFile read_case(const std::string& path) {
    CaseFile c;
    c.path = path;
    std::ifstream in(path);
    int number = 0;
    for (std::string line; std::getline(in, line);) read_line(c, line, ++number);
    return c;
}

bool matches_like(const std::string& pattern, const std::string& text) {
    static const std::string kAny = "…";
    std::size_t from = 0, at = 0;
    for (bool first = true;; first = false) {
        const auto next = pattern.find(kAny, from);
        const std::string part = pattern.substr(from, next == std::string::npos ? next : next - from);
        if (next == std::string::npos) {  // the last part ends the text
            if (first) return text == part;
            return text.size() >= at + part.size() && text.ends_with(part);
        }
        const auto found = text.find(part, at);
        if (found == std::string::npos || (first && found != 0)) return false;
        at = found + part.size();
        from = next + kAny.size();
    }
}

std::string compare_outcome(const CaseFile& c, int status, const std::string& out,
                            const std::string& err) {
    std::ostringstream why;
    if (status != c.status) why << "  exit status " << status << ", expected " << c.status << "\n";
    const auto lines = lines_of(out);
    for (std::size_t i = 0; i < std::max(lines.size(), c.output.size()); ++i) {
        if (i >= lines.size()) {
            why << "  line " << c.output[i].source_line << ": expected `" << c.output[i].text
                << "`, got the end of output\n";
            break;
        }
        if (i >= c.output.size()) {
            why << "  unexpected output `" << lines[i] << "`\n";
            break;
        }
        const auto& e = c.output[i];
        if (e.like ? matches_like(e.text, lines[i]) : e.text == lines[i]) continue;
        why << "  line " << e.source_line << ": expected `" << e.text << "`, got `" << lines[i] << "`\n";
        break;
    }
    if (c.error) {
        const auto gap = c.error->find(' ');
        const std::string module = c.error->substr(0, gap);
        const std::string message = gap == std::string::npos ? "" : c.error->substr(gap + 1);
        if (!matches_like("…(" + module + ")" + (message.empty() ? "" : " " + message) + "…", err)) {
            why << "  expected error (" << module << ") " << message << "\n";
        }
    }
    std::string text = why.str();
    if (!text.empty() && !err.empty()) text += "  stderr: " + err.substr(0, 600) + "\n";
    return text;
}

}  // namespace vial::test
