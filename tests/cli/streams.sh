# Pipes, colours, signals, help, mistyped words.
# Sourced by check.

out=$("$vial" -e 'for i <- 1..100_000, do: IO.puts(i)' 2>err | head -n 1; echo "${PIPESTATUS[0]}")
same 'a closed pipe ends the program' $'1\n141' "$out"
same 'without a word' '' "$(cat err)"
same 'standard input at its end' '"":eof' "$("$vial" -e 'IO.write(inspect(IO.read(:stdio, :all)) <> inspect(IO.gets("")))' </dev/null)"
same 'text in UTF-8' 'é→😀' "$(echo 'é→😀' | "$vial" -e 'IO.write(IO.read(:stdio, :all))')"
same 'output of 30 MB' 30000000 "$("$vial" -e 'IO.write(String.duplicate("x", 30_000_000))' | wc -c)"
same 'bytes of a file go out as they are' 'ff00fe' "$("$vial" -e ':file.write(:standard_io, ""); File.write!("/dev/stdout", <<255, 0, 254>>)' | od -An -tx1 | tr -d ' \n')"
same 'a script from standard input' 7 "$(echo 'IO.puts(3 + 4)' | "$vial" -)"
same 'a pipe into bare vial' 7 "$(echo 'IO.puts(3 + 4)' | "$vial")"

ansi='IO.write(IO.ANSI.enabled?())'
same 'no colours into a pipe' false "$("$vial" -e "$ansi")"
same 'FORCE_COLOR' true "$(FORCE_COLOR=1 "$vial" -e "$ansi")"
same 'NO_COLOR wins' false "$(NO_COLOR=1 FORCE_COLOR=1 "$vial" -e "$ansi")"
if script -qec true /dev/null >/dev/null 2>&1; then  # there are pseudo terminals
  same 'colours on a terminal' true "$(TERM=xterm script -qec "'$vial' -e '$ansi'" /dev/null)"
  same 'none where TERM is dumb' false "$(TERM=dumb script -qec "'$vial' -e '$ansi'" /dev/null)"
fi

# Ends itself by a signal, as from outside: the shell sees which.
for signal in TERM HUP INT; do
  timeout --signal="$signal" --foreground 0.3 "$vial" -e 'Process.sleep(:infinity)' >/dev/null 2>&1 &
  wait $!; code=$?
  # timeout itself answers 124 when what it ran was ended in time.
  same "SIG$signal ends a program that sleeps" 124 "$code"
done
same 'a signal shows in the status' 143 "$("$vial" -e 'IO.puts("ready"); Process.sleep(:infinity)' >ready & pid=$!; tail --pid=$pid -f ready 2>/dev/null | grep -qm1 ready; kill -TERM $pid; wait $pid 2>/dev/null; echo $?)"

holds 'help tells of the commands' 'compile' "$("$vial" --help)"
for command in run compile repl test disasm; do
  holds "$command --help has an example" "vial $command" "$("$vial" "$command" --help | sed -n '/Example\|Usage: vial test/,$p')"
  holds "$command --help tells of exit statuses" 'Exit status' "$("$vial" "$command" --help)"
done
holds 'the version' 'Elixir 1.14 compatible' "$("$vial" --version)"
holds 'a mistyped command' 'did you mean vial compile?' "$("$vial" complie x 2>&1)"
status 'is wrong use' 64 "$vial" complie x
holds 'an option of the machine before the command' 'vial run FILE' "$("$vial" --schedulers 2 --max-heap=1G run 2>&1)"
same 'and alone, with code on standard input' 1 "$(echo 'IO.puts(System.schedulers_online())' | "$vial" --schedulers 1)"
same 'and before code' '1 test' "$("$vial" --schedulers 1 -e 'IO.puts("#{System.schedulers_online()} #{System.argv()}")' test)"
holds 'a mistyped option' 'did you mean --schedulers?' "$("$vial" --schedulres 2 x.exs 2>&1)"
status 'is wrong use too' 64 "$vial" --schedulres 2 x.exs
holds 'a mistyped option of a command' 'did you mean --output?' "$("$vial" compile --ouput x 2>&1)"

mkfifo held && exec 9<>held
timeout 10 "$vial" -e 'spawn(fn -> IO.gets("") end); Process.sleep(100)' <held; code=$?
same 'a process that waits for input keeps nothing from ending' 0 "$code"
exec 9>&-
