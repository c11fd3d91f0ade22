#!/usr/bin/env bash
# The whole program beside its peers, on the same report. Prints milliseconds and ratios; a peer that is not installed
# is skipped. Usage: benches/compare.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-50}
cargo build --release --quiet
fazhi=$PWD/target/release/fazhi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
report=$PWD/examples/jiaxian-2021.yaml
cp benches/peers/* "$work/"
cd "$work"
"$fazhi" render "$report" --to md -o report.md 2>/dev/null

# Milliseconds a run: the median of RUNS, by the shell's own clock.
time_of() {
  local all=() start end i
  for ((i = 0; i < runs; i++)); do
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1 || { echo "failed: $*" >&2; return 1; }
    end=$(date +%s%N)
    all+=($(((end - start) / 1000)))
  done
  printf '%s\n' "${all[@]}" | sort -n | awk '{ a[NR] = $1 } END { printf "%.2f", a[int((NR + 1) / 2)] / 1000 }'
}

row() { printf '%-44s %9s ms %8s\n' "$1" "$2" "$(awk -v a="$2" -v b="$base" 'BEGIN { printf "%.1fx", a / b }')"; }

base=$(time_of "$fazhi" render "$report" -o out)
row "fazhi render, checked, md + html + txt" "$base"
row "fazhi check" "$(time_of "$fazhi" check "$report")"
if "$fazhi" render --help | grep -q docx; then
  row "fazhi render --to docx" "$(time_of "$fazhi" render "$report" --to docx -o out)"
fi
row "true (starting a process)" "$(time_of true)"
if command -v minijinja-cli >/dev/null; then
  row "minijinja-cli, md only" "$(time_of minijinja-cli report.md.j2 "$report")"
fi
if python3 -c 'import jinja2, yaml' 2>/dev/null; then
  row "jinja2 + PyYAML, md only" "$(time_of python3 render.py "$report")"
fi
if command -v pandoc >/dev/null; then
  row "pandoc, md to html" "$(time_of pandoc -s -f markdown report.md -o pandoc.html --metadata title=x)"
  row "pandoc, md to docx" "$(time_of pandoc -s -f markdown report.md -o pandoc.docx)"
fi
if python3 -c 'import docxtpl' 2>/dev/null; then
  row "docxtpl" "$(time_of python3 render_docx.py "$report")"
fi
