#!/usr/bin/env bash
# Pictures of what the program makes, for a person to look at: docs/screenshots.sh [OUT] shows every example in every
# format. With --readme, the two pictures of the READMEs are made anew. Needs chromium; Word and PDF pages also LibreOffice
# and pdftoppm. FAZHI names a program that is built already.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-out/screenshots}
if [ -z "${FAZHI:-}" ]; then
  cargo build --release --all-features --quiet
  FAZHI=$PWD/target/release/fazhi
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

shot() { # PAGE PICTURE WIDTH HEIGHT
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --disable-quic --user-data-dir="$work/profile" --screenshot="$2" \
    --window-size="$3,$4" "file://$1" >/dev/null 2>&1
}

# Chromium makes no window narrower than 500 pixels: a phone is a frame in a wider one.
phone() { # PAGE PICTURE
  printf '<!doctype html><style>body{margin:0;background:#888}</style><iframe src="%s" width=360 height=1600 style="border:0;display:block;margin:0 auto">' "$1" >"$work/phone.html"
  shot "$work/phone.html" "$2" 500 1600
}

# A text file as it stands, on a page.
typed() { # FILE PICTURE
  {
    printf '<!doctype html><meta charset="utf-8"><style>body{margin:24px;background:#fff}'
    printf 'pre{font:15px/1.55 "Noto Sans Mono CJK SC",monospace;white-space:pre-wrap;margin:0}</style><pre>'
    sed 's/&/\&amp;/g; s/</\&lt;/g' "$1"
    printf '</pre>'
  } >"$work/typed.html"
  shot "$work/typed.html" "$2" 820 1000
}

pages() { # PDF PICTURES
  pdftoppm -r 60 -png "$1" "$2"
}

if [ "$out" = --readme ]; then
  "$FAZHI" render examples/jiaxian-2021.yaml --to html -o "$work/page.html" 2>/dev/null
  shot "$work/page.html" docs/images/page.png 820 1000
  sed -n '/^报告:/,/成文日期/p; /^数据:/p; /^  行政复议:/,/撤回/p; /^章节:/,/任务责任落到/p' examples/jiaxian-2021.yaml >"$work/source.yaml"
  typed "$work/source.yaml" "$PWD/docs/images/source.png"
  exit
fi

mkdir -p "$out"
out=$(cd "$out" && pwd)
for example in examples/*.yaml; do
  name=$(basename "$example" .yaml)
  "$FAZHI" render "$example" --to md,html,txt -o "$out" 2>/dev/null
  for format in md txt; do
    typed "$out/$name.$format" "$out/$name.$format.png"
  done
  shot "$out/$name.html" "$out/$name.desk.png" 1200 1600
  phone "$out/$name.html" "$out/$name.phone.png"
  chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update \
    --disable-sync --disable-quic --user-data-dir="$work/profile" --no-pdf-header-footer \
    --print-to-pdf="$work/print.pdf" "file://$out/$name.html" >/dev/null 2>&1
  pages "$work/print.pdf" "$out/$name.print"
  if command -v soffice >/dev/null && "$FAZHI" render "$example" --to docx -o "$out" 2>/dev/null; then
    soffice "-env:UserInstallation=file://$work/office" --headless --convert-to pdf --outdir "$work" "$out/$name.docx" >/dev/null 2>&1
    pages "$work/$name.pdf" "$out/$name.docx"
  fi
  if "$FAZHI" render "$example" --to pdf -o "$out" 2>/dev/null; then
    pages "$out/$name.pdf" "$out/$name.pdf"
  fi
done
echo "$out"
