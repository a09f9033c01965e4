# The session on a pseudo terminal.
# Sourced by check.

out=$(timeout 180 python3 "$here/session.py" "$vial" 2>&1); code=$?
same 'a session' 0 "$code"
[ "$code" -eq 0 ] || printf '%s\n' "$out"
