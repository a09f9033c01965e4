# The session on a pseudo terminal, where there are any.
# Sourced by check.

if script -qec true /dev/null >/dev/null 2>&1; then
  out=$(timeout 180 python3 "$here/session.py" "$vial" 2>&1); code=$?
  same 'a session' 0 "$code"
  [ "$code" -eq 0 ] || printf '%s\n' "$out"
fi
