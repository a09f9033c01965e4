# tools/setup/common.sh: what tools/run and tools/test share: packages, configuring, building.
# Sourced, not run. Sets VIAL_ROOT; functions say what they do on stderr.

VIAL_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# What a release build and a run need, and what the tests need besides.
VIAL_PACKAGES=(ca-certificates ccache clang-19 cmake g++ libcli11-dev libffi-dev libgmp-dev
  libmimalloc-dev libpcre2-dev libutf8proc-dev libxxhash-dev ninja-build nlohmann-json3-dev pkg-config)
VIAL_TEST_PACKAGES=(catch2 git libclang-rt-19-dev python3)

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Installs those of the named packages that are missing, by apt-get as root or through sudo.
ensure_packages() {
  local missing=() name
  for name in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root=(sudo -n)
    elif command -v sudo >/dev/null && [ -t 0 ]; then as_root=(sudo)
    else die "missing Debian packages: ${missing[*]}
hint: as root: apt-get install ${missing[*]}"; fi
  fi
  say "installing packages: ${missing[*]}"
  local log; log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update -qq &&
         DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2; rm -f "$log"
    die "these packages could not be installed: ${missing[*]}"
  fi
  rm -f "$log"
}

# configure PRESET [cmake arguments...]: once for each preset, again when arguments differ.
configure() {
  local preset=$1; shift
  local stamp=$VIAL_ROOT/build/$preset/.configured wanted="$*"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
  say "configuring $preset"
  (cd "$VIAL_ROOT" && cmake --preset "$preset" "$@" >"/tmp/vial-configure-$$.log" 2>&1) ||
    { cat "/tmp/vial-configure-$$.log" >&2; rm -f "/tmp/vial-configure-$$.log"; die "configuring $preset failed"; }
  rm -f "/tmp/vial-configure-$$.log"
  printf '%s' "$wanted" >"$stamp"
}

# build PRESET [target...]: quiet when there is nothing to do; shows progress on a terminal.
build() {
  local preset=$1; shift
  local dir=$VIAL_ROOT/build/$preset
  if [ -t 2 ]; then
    ninja -C "$dir" "$@" >&2 || die "building $preset failed"
  else
    local log; log=$(mktemp)
    ninja -C "$dir" "$@" >"$log" 2>&1 || { grep -v '^\[' "$log" | tail -n 60 >&2; rm -f "$log"; die "building $preset failed"; }
    rm -f "$log"
  fi
}
