#!/usr/bin/env bash
# A full disk and one that is read only: one line says so, nothing is lost, and the work can be done again.
# usage: full_disk.sh TAHQIQ. Needs to mount a disk in memory; where that is not permitted, it says so and tests nothing.
set -euo pipefail
tahqiq=$(realpath "$1")
root=$(mktemp -d)
disk="$root/snapshots"
trap 'umount "$disk" 2> /dev/null || true; rm -rf "$root"' EXIT
fail() { echo "full_disk.sh: $*" >&2; exit 1; }
documents=2000

mkdir -p "$root/corpus/news" "$disk"
cd "$root"
: > tahqiq.toml
mount -t tmpfs -o size=64m tahqiq "$disk" 2> /dev/null || { echo "full_disk.sh: skipped, mounting is not permitted here"; exit 0; }

# run CODE ARGUMENTS…: what is said goes into the file `said`.
run() {
  local expected=$1 code=0
  shift
  "$tahqiq" "$@" > said 2>&1 || code=$?
  [ "$code" -eq "$expected" ] || { head -20 said >&2; fail "\`$*\` exits with $code, not $expected"; }
}
# The trouble is one line, which begins and ends so.
one_line() {
  [ "$(grep -c -- "$1" said)" -eq 1 ] || { head -20 said >&2; fail "\`$1\` is not said in one line"; }
  [ "$(wc -l < said)" -le 5 ] || { head -20 said >&2; fail "more is said than fits on a screen"; }
}
write() { for n in $(seq "$documents"); do printf 'قُتل %d شخصاً' "$1" > "corpus/news/$n.txt"; done; }
fill() { dd if=/dev/zero of="$disk/ballast" bs=4k status=none 2> /dev/null || true; }
drain() { rm -f "$disk/ballast"; }
sums() { find "$disk" -name "$1" -type f | sort | xargs --no-run-if-empty sha256sum; }
count() { find "$disk" -name "$1" | wc -l; }
no_parts() { [ "$(count '.tahqiq-*')" -eq 0 ] || fail "parts of files are left"; }

write 17
run 3 check -q
run 0 accept --all
accepted=$(sums '*.snap')
write 18

# A check on a full disk.
fill
run 2 check -q
one_line 'snap.new and 1999 more: No space left on device (os error 28): make room'
[ "$(sums '*.snap')" = "$accepted" ] || fail "an accepted snapshot was touched"
no_parts

# The same with room for some.
drain
dd if=/dev/zero of="$disk/ballast" bs=1M count=1 status=none
dd if=/dev/zero of="$disk/rest" bs=4k status=none 2> /dev/null || true
rm "$disk/ballast"
run 2 check -q
one_line ' more: No space left on device'
written=$(count '*.snap.new')
[ "$written" -gt 0 ] && [ "$written" -lt "$documents" ] || fail "$written of $documents were written"
no_parts
part=$(sums '*.snap.new')
rm "$disk/rest"

# What was written was whole: the check that has room writes the others alone.
run 1 check -q
printf '%s\n' "$part" | sha256sum --check --quiet || fail "a waiting snapshot was cut"
[ "$(count '*.snap.new')" -eq "$documents" ] || fail "not all wait"
waiting=$(sums '*.snap.new')

# A disk that is read only: what stands there already is no trouble, what would have to be written or removed is.
mount -o remount,ro "$disk"
run 1 check -q
run 2 accept --all
one_line 'snap and 1999 more: Read-only file system (os error 30)'
run 2 reject --all
one_line 'snap.new and 1999 more: Read-only file system (os error 30)'
write 19
run 2 check -q
one_line 'snap.new and 1999 more: Read-only file system (os error 30)'
run 1 check --ci -q
write 18
[ "$(sums '*.snap')" = "$accepted" ] && [ "$(sums '*.snap.new')" = "$waiting" ] || fail "a disk that is read only changed"
mount -o remount,rw "$disk"

# Accepting what insta left writes, and what cannot be written waits on.
find "$disk" -name '*.snap.new' -exec sed -i 's/^info:/assertion_line: 7\ninfo:/' {} +
waiting=$(sums '*.snap.new')
fill
run 2 accept --all
one_line 'snap and 1999 more: No space left on device (os error 28): make room'
[ "$(sums '*.snap')" = "$accepted" ] && [ "$(sums '*.snap.new')" = "$waiting" ] || fail "accepting on a full disk lost something"
no_parts
drain

# Accepting what tahqiq left needs no room at all.
find "$disk" -name '*.snap.new' -delete
run 1 check -q
fill
run 0 accept --all
drain
[ "$(count '*.snap')" -eq "$documents" ] && [ "$(count '*.snap.new')" -eq 0 ] || fail "the tree is not as accepted"
mount -o remount,ro "$disk"
run 0 check
run 0 check --ci
cat said
echo "a full disk and a read-only one lose nothing of $documents snapshots"
