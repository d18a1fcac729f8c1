#!/usr/bin/env bash
# cargo-insta lists, accepts and rejects the snapshots that tahqiq leaves, and the other way round, byte for byte.
# usage: cargo_insta.sh CARGO_INSTA TAHQIQ
set -euo pipefail
insta=$(realpath "$1")
tahqiq=$(realpath "$2")
here=$(cd "$(dirname "$0")/.." && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
fail() { echo "cargo_insta.sh: $*" >&2; exit 1; }

# Two projects of the same documents: in one tahqiq accepts, in the other cargo-insta.
for name in ours theirs; do
  mkdir -p "$root/$name/src" "$root/$name/corpus"
  printf '[package]\nname = "%s"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' "$name" > "$root/$name/Cargo.toml"
  : > "$root/$name/src/lib.rs"
  cp -r "$here/corpus/cases" "$root/$name/corpus/"
  (cd "$root/$name" && "$tahqiq" check --quiet > /dev/null) && fail "a corpus without snapshots passes"
done

cd "$root/theirs"
waiting=$(find snapshots -name '*.snap.new' | wc -l)
listed=$("$insta" pending-snapshots --as-json --workspace-root . 2>/dev/null | grep -c file_snapshot || true)
[ "$waiting" -gt 0 ] && [ "$listed" -eq "$waiting" ] || fail "cargo-insta lists $listed of $waiting pending snapshots"
"$insta" accept --workspace-root . > /dev/null 2>&1 || fail "cargo-insta does not accept"
"$tahqiq" check --ci --quiet || fail "what cargo-insta accepted differs"

cd "$root/ours"
"$tahqiq" accept --all > /dev/null
"$tahqiq" check --ci --quiet || fail "what tahqiq accepted differs"
[ -z "$("$insta" pending-snapshots --as-json --workspace-root . 2>/dev/null | grep file_snapshot || true)" ] || fail "cargo-insta still sees pending snapshots"
diff -r "$root/ours/snapshots" "$root/theirs/snapshots" || fail "the two accept different bytes"

# Of five facts that differ tahqiq accepts three; cargo-insta shows and accepts the other two.
snap=snapshots/cases/numeral/digits.txt.snap
cp "$snap" "$root/right.snap"
for line in 6 7 8 9 10; do
  at=$(grep -n '"kind":"numeral"' "$snap" | sed -n "$((line - 5))p" | cut -d: -f1)
  sed -i -E "${at}s/\"number\":[0-9.]+/\"number\":4321/" "$snap"
done
cp "$snap" "$root/wrong.snap"
"$tahqiq" check --quiet > /dev/null && fail "a changed snapshot passes"
mapfile -t facts < <("$tahqiq" check --ci cases/numeral/digits | grep -oE '#[0-9a-f]{10}' | tr -d '#')
[ "${#facts[@]}" -eq 5 ] || fail "${#facts[@]} facts differ, not five"
"$tahqiq" accept --fact "${facts[0]}" --fact "${facts[1]}" --fact "${facts[2]}" > /dev/null
[ "$(grep -c 4321 "$snap")" -eq 2 ] && [ -f "$snap.new" ] || fail "three of five facts are not accepted"
[ "$("$insta" pending-snapshots --as-json --workspace-root . 2>/dev/null | grep -c file_snapshot)" -eq 1 ] || fail "cargo-insta does not see the rest"
"$insta" accept --workspace-root . > /dev/null 2>&1 || fail "cargo-insta does not accept the rest"
cmp "$snap" "$root/right.snap" || fail "the snapshot is not what it was, byte for byte"
"$tahqiq" check --ci --quiet || fail "what both accepted differs"
[ -z "$(find snapshots -name '*.new')" ] || fail "something still waits"

# A change that cargo-insta rejects is gone for both.
sed -i 's/12 معبراً/13 معبراً/' corpus/cases/numeral/digits.txt
"$tahqiq" check --quiet > /dev/null && fail "a changed document passes"
"$insta" reject --workspace-root . > /dev/null 2>&1 || fail "cargo-insta does not reject"
[ -z "$(find snapshots -name '*.snap.new')" ] || fail "a rejected snapshot still waits"
echo "cargo-insta and tahqiq agree on $waiting snapshots"
