#!/usr/bin/env bash
# Pictures of what the program makes, for a person to look at: docs/screenshots.sh [OUT]. With --readme, the two
# pictures of the READMEs are made anew. Needs chromium; Word and PDF pages also LibreOffice and pdftoppm.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-out/screenshots}
cargo build --release --quiet
fazhi=$PWD/target/release/fazhi
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

shot() { # URL FILE WIDTH HEIGHT
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$profile" --screenshot="$2" --window-size="$3,$4" "$1" \
    >/dev/null 2>&1
}

if [ "$out" = --readme ]; then
  "$fazhi" render examples/jiaxian-2021.yaml --to html -o "$profile/page.html" 2>/dev/null
  shot "file://$profile/page.html" docs/images/page.png 820 1000
  {
    printf '<!doctype html><meta charset="utf-8"><style>body{margin:24px;background:#fff}'
    printf 'pre{font:15px/1.55 "Noto Sans Mono CJK SC",monospace;white-space:pre-wrap;margin:0}</style><pre>'
    sed -n '/^报告:/,/成文日期/p; /^数据:/p; /^  行政复议:/,/撤回/p; /^章节:/,/任务责任落到/p' examples/jiaxian-2021.yaml | sed 's/&/\&amp;/g; s/</\&lt;/g'
    printf '</pre>'
  } >"$profile/source.html"
  shot "file://$profile/source.html" docs/images/source.png 820 1000
  exit
fi

mkdir -p "$out"
for example in examples/*.yaml; do
  name=$(basename "$example" .yaml)
  "$fazhi" render "$example" -o "$out" 2>/dev/null
  shot "file://$PWD/$out/$name.html" "$out/$name.desk.png" 1200 1600
  shot "file://$PWD/$out/$name.html" "$out/$name.phone.png" 500 1600
  if "$fazhi" render "$example" --to docx -o "$out" 2>/dev/null && command -v soffice >/dev/null; then
    soffice --headless --convert-to pdf --outdir "$out" "$out/$name.docx" >/dev/null 2>&1
    pdftoppm -r 60 -png "$out/$name.pdf" "$out/$name.docx"
  fi
done
echo "$out"
