# tests/cli/session.py VIAL: types into `vial repl` on a pseudo terminal and reads what it shows.
# Prints what differs and how many held; exit 1 if anything differed.
import os, pty, re, select, signal, struct, sys, tempfile, fcntl, termios, time

vial = os.path.realpath(sys.argv[1])
passed, failed = 0, 0


class Session:
    def __init__(self, home, args=()):
        self.seen = ""
        self.raw = ""
        env = {"PATH": os.environ["PATH"], "HOME": home, "XDG_STATE_HOME": home + "/state", "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(home)
            os.execve(vial, [vial, "repl", *args], env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))

    def type(self, text):
        os.write(self.fd, text.encode())

    # Reads until `pattern` has been shown behind what was found last.
    def expect(self, name, pattern, seconds=10):
        global passed, failed
        end = time.monotonic() + seconds
        while True:
            found = re.search(pattern, self.seen, re.S)
            if found:
                self.seen = self.seen[found.end():]
                passed += 1
                return
            left = end - time.monotonic()
            if left <= 0 or not self.read(left):
                failed += 1
                print(f"{name}:\n  expected: {pattern}\n  shown:    {self.seen[-600:]!r}")
                return

    def read(self, seconds):
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return False
        if not data:
            return False
        text = data.decode(errors="replace")
        self.raw += text
        self.seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", "", text)
        return True

    def status(self):
        while self.read(10):
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def same(name, expected, got):
    global passed, failed
    if expected == got:
        passed += 1
    else:
        failed += 1
        print(f"{name}:\n  expected: {expected!r}\n  got:      {got!r}")


home = tempfile.mkdtemp()
open(home + "/.iex.exs", "w").write("from_file = 42\nimport Bitwise\n")
open(home + "/more.exs", "w").write("imported = :yes\n")
open(home + "/stops.ex", "w").write("defmodule Stops do\n  def at(a) do\n    b = a + 1\n    require IEx\n    IEx.pry()\n    b * 2\n  end\nend\n")
open(home + "/mod.ex", "w").write("defmodule FromFile do\n  @doc \"Doubles.\"\n  def twice(x), do: x * 2\nend\n")

s = Session(home)
s.expect("a greeting", r"h\(\) shows help")
s.expect("a prompt", r"vial\(1\)> ")
s.type("x = 1 + 2\r")
s.expect("a value", r"\n3\n")
s.expect("the next prompt", r"vial\(2\)> ")
s.type("from_file &&& 10\r")
s.expect(".iex.exs", r"\n10\n.*vial\(3\)> ")
s.type("%{a: :atom, s: \"text\"}\r")
s.expect("a map", r"\n%\{a: :atom")
same("values are coloured", True, "\x1b[36m:atom" in s.raw or re.search(r"\x1b\[\d+m:atom", s.raw) is not None)
s.type("raise \"boo\"\r")
s.expect("an error is told", r"\*\* \(RuntimeError\) boo.*vial\(5\)> ")
s.type("1 +\r")
s.expect("an entry of several lines", r"\.\.\.\(5\)> ")
s.type("x\r")
s.expect("has a value", r"\n4\n.*vial\(6\)> ")
s.type("defmodule S do\r  def one, do: 1\rend\r")
s.expect("a module", r"{:module, S,.*vial\(7\)> ")
s.type("S.o\t")
s.expect("completes a function", r"S\.one")
s.type("()\r")
s.expect("of the session", r"\n1\n.*vial\(8\)> ")
s.type("Enum.chunk_\t")
s.expect("offers what there is", r"chunk_by/2.*chunk_every/2")
s.type("\x15Stri\tup\t\x15")
s.type("long_name = 5\rlong_\t * 2\r")
s.expect("completes a variable", r"long_name \* 2.*\n10\n.*vial\(10\)> ")
s.type("Process.sleep(:infinity)\r")
s.expect("runs", r"infinity\)\n")
s.type("\x03")
s.expect("Ctrl-C ends the entry", r"interrupted.*vial\(11\)> ")
s.type("x\r")
s.expect("and not the bindings", r"\n3\n.*vial\(12\)> ")
s.type("Stream.iterate(1, & &1) |> Enum.each(& &1)\r")
s.expect("a loop runs", r"each\(& &1\)\n")
s.type("\x03")
s.expect("Ctrl-C ends a loop", r"interrupted.*vial\(13\)> ")
s.type("half an ent\x03")
s.expect("Ctrl-C drops a line", r"vial\(13\)> half an ent\n.*vial\(13\)> ")
s.type("\x1b[200~a = 1\r\nb = 2\r\na + b\x1b[201~\r")
s.expect("a paste is one entry", r"\n3\n.*vial\(14\)> ")
s.type("\x12S.on\r")
s.expect("Ctrl-R finds an entry", r"\n1\n.*vial\(15\)> ")
s.type("\x1b[A\r")
s.expect("up brings the last one back", r"S\.one\(\)\n1\n.*vial\(16\)> ")
s.type("name = IO.gets(\"who? \")\r")
s.expect("a program asks", r"who\? ")
s.type("Ann\r")
s.expect("and is answered", r"\"Ann\\n\".*vial\(17\)> ")
s.type("v(1)\r")
s.expect("v", r"\n3\n.*vial\(18\)> ")
s.type("|> Kernel.+(10)\r")
s.expect("a pipe goes on", r"\n13\n.*vial\(19\)> ")
s.type("h Enum.count/1\r")
s.expect("h", r"count\(enumerable\).*vial\(20\)> ")
s.type("i 5\r")
s.expect("i", r"Data type.*Integer.*vial\(21\)> ")
s.type("c \"mod.ex\"\r")
s.expect("c", r"\[FromFile\].*vial\(22\)> ")
s.type("FromFile.twice(4)\r")
s.expect("compiled", r"\n8\n.*vial\(23\)> ")
s.type("import_file \"more.exs\"\rimported\r")
s.expect("import_file", r":yes\n.*vial\(25\)> ")
s.type("exports FromFile\r")
s.expect("exports", r"twice/1.*vial\(26\)> ")
s.type("send(self(), :hello); flush()\r")
s.expect("flush", r":hello\n:ok.*vial\(27\)> ")
s.type("recompile()\r")
s.expect("recompile refuses", r"needs a project.*vial\(28\)> ")
s.type("pwd\r")
s.expect("pwd", re.escape(home) + r".*vial\(29\)> ")
s.type("spawn_link(fn -> exit(:bad) end); Process.sleep(:infinity)\r")
s.expect("what ends the process of entries is told", r"EXIT from.*:bad.*vial\(30\)> ")
s.type("IEx.configure(default_prompt: \"ok>\")\r")
s.expect("configure", r"\n:ok\n.*ok> ")
s.type("respawn\r")
s.expect("respawn", r"ok> ")
s.type("x\r")
s.expect("without bindings", r"undefined.*ok> ")
s.type("\x04")
same("Ctrl-D ends it", 0, s.status())

s = Session(home)
s.expect("a session to stop in", r"vial\(1\)> ")
s.type("c \"stops.ex\"\rStops.at(3)\r")
s.expect("IEx.pry stops", r"Break reached: Stops.at/1 \(stops.ex:5\)\n.*    5:     IEx.pry\(\)\n.*pry\(1\)> ")
s.type("b\r")
s.expect("its bindings are seen", r"\n4\n.*pry\(2\)> ")
s.type("whereami 1\r")
s.expect("whereami", r"Location: Stops.at/1 \(stops.ex:5\)\n\n    4: .*    6:     b \* 2\n.*pry\(3\)> ")
s.type("continue\r")
s.expect("continue goes on", r"\n8\n.*vial\(3\)> ")
s.type("pid = spawn(fn -> receive do: (n -> IO.inspect({:went_on, Stops.at(n)})) end); Process.send_after(pid, 7, 300); :sent\r")
s.expect("another process", r":sent\n.*vial\(4\)> ")
s.type("half an ent")
s.expect("asks while an entry is edited", r"Request to pry #PID<[\d.]+> at Stops.at/1.*Allow\? \[Yn\] ")
s.type("y\r")
s.expect("is attached", r"pry\(1\)> ")
s.type("{b, self() == pid}\r")
s.expect("runs entries itself", r"undefined.*pid.*pry\(2\)> ")
s.type("b\r")
s.expect("with its bindings", r"\n8\n.*pry\(3\)> ")
s.type("\x04")
s.expect("Ctrl-D goes on", r"{:went_on, 16}")
s.type("self() == pid\r")
s.expect("and the session is as before", r"\nfalse\n.*vial\(5\)> ")
s.type("spawn(fn -> Stops.at(1) |> IO.inspect(label: :refused) end); :ok\r")
s.expect("asks again", r"Allow\? \[Yn\] ")
s.type("n\r")
s.expect("is refused and goes on", r"refused: 4.*vial\(6\)> ")
s.type("Stops.at(1)\r")
s.expect("stops once more", r"pry\(1\)> ")
s.type("Process.sleep(:infinity)\r")
s.expect("an entry that waits", r"infinity\)\n")
s.type("\x03")
s.expect("Ctrl-C ends what stopped", r"interrupted.*is ended.*vial\(7\)> ")
s.type("1 + 1\r")
s.expect("and the session goes on", r"\n2\n.*vial\(8\)> ")
s.type("\x04")
same("and ends", 0, s.status())

s = Session(home)
s.expect("another session", r"vial\(1\)> ")
s.type("\x12Ann\x03\x12long_name = \r")
s.expect("has the history", r"long_name = 5\n5\n.*vial\(2\)> ")
s.type("System.halt(3)\r")
same("halt gives its status", 3, s.status())
same("and the terminal is given back", True, s.raw.rstrip().endswith("\x1b[?2004l"))

print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
