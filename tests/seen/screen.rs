//! The page on a phone and on a desk: nothing runs out at the side, and axe-core finds nothing that shuts people out.

use std::path::PathBuf;

use fazhi::writers::{Options, Output, write};

use super::{chromium, is_ci, reports, run};

/// A phone and a desk, in CSS pixels.
const WIDTHS: [u32; 2] = [360, 1280];

/// Shows each page in a frame of each width and writes down what is wrong with it.
const SCRIPT: &str = r#"
const seen = [];
addEventListener("load", async () => {
  for (const frame of document.querySelectorAll("iframe")) {
    const page = frame.contentDocument, root = page.documentElement;
    const found = [];
    if (root.scrollWidth > root.clientWidth) found.push(`${root.scrollWidth} pixels wide`);
    for (const element of page.querySelectorAll("body *:not(.skip)")) {
      const box = element.getBoundingClientRect();
      const scrolls = element.closest(".table");
      if (!scrolls && box.width && (box.right > root.clientWidth + 1 || box.left < -1)) {
        found.push(`<${element.localName} class="${element.className}"> runs from ${box.left} to ${box.right}`);
      }
    }
    if (AXE) {
      frame.contentWindow.eval(AXE);
      const result = await frame.contentWindow.axe.run(page);
      for (const fault of result.violations) {
        found.push(`${fault.id}: ${fault.help}: ${fault.nodes.map((node) => node.html).join(" ")}`);
      }
      if (result.passes.length < 10) found.push(`axe looked at ${result.passes.length} things only`);
    }
    seen.push({ page: frame.title, width: frame.width, text: page.body.innerText.length, found });
  }
  document.getElementById("seen").textContent = encodeURIComponent(JSON.stringify(seen));
});
"#;

/// axe-core, from `AXE_CORE` or from npm's own folder; it is looked for nowhere else.
fn axe() -> Option<String> {
    let named = std::env::var_os("AXE_CORE").map(PathBuf::from);
    let npm = || {
        let output = std::process::Command::new("npm").args(["root", "-g"]).output().ok()?;
        Some(PathBuf::from(String::from_utf8(output.stdout).ok()?.trim()).join("axe-core/axe.min.js"))
    };
    let read = named.or_else(npm).and_then(|path| std::fs::read_to_string(path).ok());
    if read.is_none() {
        let has_npm = std::process::Command::new("npm").arg("--version").output().is_ok();
        assert!(!(is_ci() && has_npm), "axe-core is not installed: npm install -g axe-core");
        eprintln!("axe-core is not installed: accessibility was not looked at");
    }
    read
}

/// A text as a string of JavaScript inside a script element.
fn script_string(text: &str) -> String {
    serde_json::to_string(text).expect("a text is JSON").replace("</", "<\\/").replace("<!--", "<\\!--")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

/// Every page in frames, and the script that looks at them.
fn album(axe: Option<&str>) -> (String, usize) {
    let mut frames = String::new();
    let mut count = 0;
    for (name, document) in reports() {
        for dark in [false, true] {
            let options = Options { dark, ..Options::default() };
            let Ok(Output::Text(page)) = write("html", &document, &options) else { panic!("{name}") };
            for width in WIDTHS.iter().filter(|_| !dark || name == "sample" || name.ends_with("-annex")) {
                let page = escape(&page);
                frames.push_str(&format!(
                    "<iframe title=\"{name}\" width=\"{width}\" height=\"900\" srcdoc=\"{page}\"></iframe>\n"
                ));
                count += 1;
            }
        }
    }
    let axe = axe.map_or("null".to_owned(), script_string);
    let album = format!(
        "<!DOCTYPE html><meta charset=\"utf-8\"><pre id=\"seen\"></pre>\n<script>const AXE = {axe};{SCRIPT}</script>\n{frames}"
    );
    (album, count)
}

#[test]
fn nothing_runs_out_at_the_side_and_nobody_is_shut_out() {
    if run("chromium", &["--version"]).is_none() {
        return;
    }
    let (album, count) = album(axe().as_deref());
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("album.html");
    std::fs::write(&page, album).expect("the folder is ours");
    let arguments = ["--virtual-time-budget=120000", "--window-size=1400,1000", "--dump-dom"];
    let shown = chromium(folder.path(), &page, &arguments).expect("chromium is there");
    let dom = String::from_utf8_lossy(&shown.stdout);
    let seen = dom.split_once("<pre id=\"seen\">").and_then(|(_, rest)| rest.split_once("</pre>"));
    let seen = decoded(seen.expect("the page is shown").0);
    let seen: Vec<serde_json::Value> = serde_json::from_str(&seen).unwrap_or_else(|error| panic!("{error}: {seen}"));
    assert_eq!(seen.len(), count);
    for page in &seen {
        assert!(page["text"].as_u64() > Some(100), "{page} is empty");
        assert_eq!(page["found"], serde_json::json!([]), "{} at {} pixels", page["page"], page["width"]);
    }
}

/// What `encodeURIComponent` wrote.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = (first == b'%').then(|| after.get(..2)).flatten().and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).expect("JavaScript writes UTF-8")
}
