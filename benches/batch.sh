#!/usr/bin/env bash
# Many reports in one call: time and memory, beside the goals. Usage: benches/batch.sh [RUNS]
# Inputs and outputs stand in memory where there is /dev/shm, so that the disk is not what is measured.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
[ -n "${FAZHI:-}" ] || cargo build --release --quiet
fazhi=${FAZHI:-$PWD/target/release/fazhi}
work=$(mktemp -d -p "$([ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
trap 'rm -rf "$work"' EXIT
cp examples/jiaxian-2021.yaml "$work/example.yaml"

copies() { # FOLDER COUNT: an example under other names
  mkdir -p "$1"
  seq "$2" | xargs -I{} ln "$work/example.yaml" "$1/report-{}.yaml"
}

# Seconds, processor seconds and KiB of a run: the medians of RUNS.
measure() { # NAME GOAL ARGUMENT…
  local name=$1 goal=$2 i
  shift 2
  for ((i = 0; i < runs; i++)); do
    rm -rf "$work/out"
    /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$fazhi" "$@" >/dev/null 2>&1
    awk '{ print $1, $2 + $3, $4 }' "$work/time"
  done | sort -n | awk -v name="$name" -v goal="$goal" '{ e[NR] = $1; c[NR] = $2; m[NR] = $3 }
    END { k = int((NR + 1) / 2); printf "%-36s %7.2f s  %7.2f s of processor  %6.1f MiB   goal %s\n", name, e[k], c[k], m[k] / 1024, goal }'
}

copies "$work/1000" 1000
measure "1,000 to md + html + txt" "0.5 s" render "$work/1000" -o "$work/out"
measure "1,000 checked" "-" check "$work/1000" --fail-on error
if "$fazhi" render --help | grep -q docx; then
  measure "1,000 to docx" "1.5 s" render "$work/1000" --to docx -o "$work/out"
fi
copies "$work/40000" 40000
runs=1
measure "40,000 to txt" "60 MiB" render "$work/40000" --to txt -o "$work/out"
