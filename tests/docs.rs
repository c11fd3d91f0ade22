//! The documents tell the truth: links lead somewhere, commands run, files in them are taken.

use crate::harness::{Fazhi, project};

const DOCUMENTS: &[&str] = &[
    "README.md",
    "README.zh-CN.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/format.md",
    "docs/format.zh-CN.md",
    "docs/faults.md",
    "docs/rules.md",
    "docs/rules.zh-CN.md",
    "benches/README.md",
];

fn read(name: &str) -> String {
    std::fs::read_to_string(project(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The fenced blocks of a language, in order.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line == format!("```{language}") {
            blocks.push(lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect());
        }
    }
    blocks
}

/// A document without its code, fenced or in a line: what looks like a link there is none.
fn without_code(text: &str) -> String {
    let mut fenced = false;
    let mut out = String::new();
    for line in text.lines() {
        let is_fence = line.starts_with("```");
        fenced ^= is_fence;
        if !fenced && !is_fence {
            line.split('`').step_by(2).for_each(|words| out.push_str(words));
            out.push('\n');
        }
    }
    out
}

#[test]
fn links_lead_somewhere() {
    let mut checked = 0;
    for name in DOCUMENTS {
        let text = without_code(&read(name));
        let folder = project(name).parent().expect("documents are in a folder").to_path_buf();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            let path = link.split('#').next().unwrap_or_default();
            if path.is_empty() || path.contains("://") || path.contains(['…', ' ']) {
                continue;
            }
            assert!(folder.join(path).exists(), "{name}: {link} leads nowhere");
            checked += 1;
        }
    }
    assert!(checked > 15, "only {checked} links were found");
}

#[test]
fn headings_do_not_skip_a_level() {
    for name in DOCUMENTS {
        let mut last = 0;
        let mut fenced = false;
        for line in read(name).lines() {
            fenced ^= line.starts_with("```");
            let level = line.chars().take_while(|&character| character == '#').count();
            if !fenced && level > 0 && line[level..].starts_with(' ') {
                assert!(level <= last + 1, "{name}: {line}");
                last = level;
            }
        }
        assert!(last > 0, "{name} has no heading");
    }
}

#[test]
fn the_readme_way_works() {
    for name in ["README.md", "README.zh-CN.md"] {
        let console = blocks(&read(name), "console");
        let commands: Vec<&str> =
            console.iter().flat_map(|block| block.lines()).filter_map(|line| line.strip_prefix("$ fazhi ")).collect();
        assert!(commands.len() >= 4, "{name} shows the way");
        // The page that last year's report was published as.
        let example = project("examples/jiaxian-2021.yaml").display().to_string();
        let page = Fazhi::new().args(["render", &example, "--to", "html", "-o", "-"]).run().code(0).out();
        let mut folder = Fazhi::new().write("published.html", page);
        assert!(commands.iter().any(|command| command.starts_with("import published")), "{name} reads a page back");
        for command in commands {
            // A new file is not final: that is what the last command shows.
            let code = if command.contains("--final") { 1 } else { 0 };
            let ran = folder.args(command.split_whitespace()).run().code(code);
            folder = ran.again();
        }
    }
}

#[test]
fn files_in_the_format_chapter_are_taken() {
    for name in ["docs/format.md", "docs/format.zh-CN.md"] {
        let text = read(name);
        let yaml = blocks(&text, "yaml");
        assert!(yaml.len() >= 5, "{name} has examples");
        let whole = yaml.iter().find(|block| block.contains("editions:") || block.contains("版本:\n")).expect("a head");
        let parts: String =
            yaml.iter().filter(|block| !block.starts_with("report:") && !block.starts_with("报告:")).cloned().collect();
        let ran = Fazhi::new()
            .write("report.yaml", format!("{whole}{parts}"))
            .args(["render", "report.yaml", "--to", "txt", "-o", "-"])
            .run()
            .code(0);
        assert!(!ran.err().contains("FZ0"), "{name}: {}", ran.err());
        assert!(ran.out().contains("收到申请83件"), "{name}: {}", ran.out());
    }
}

#[test]
fn the_changelog_is_of_this_version() {
    let changelog = read("CHANGELOG.md");
    let first = changelog.lines().find_map(|line| line.strip_prefix("## ")).expect("a changelog has a version");
    assert!(first == "Unreleased" || first.starts_with(env!("CARGO_PKG_VERSION")), "{first}");
}

#[test]
fn the_changelog_says_everything_once() {
    // Git merges it by keeping the lines of both sides.
    let changelog = read("CHANGELOG.md");
    let lines: Vec<&str> = changelog.lines().filter(|line| line.starts_with("- ")).collect();
    let doubled = lines.iter().enumerate().filter(|(index, line)| lines[..*index].contains(line)).map(|(_, line)| line);
    assert!(lines.len() > 20, "only {} lines were found", lines.len());
    assert_eq!(doubled.collect::<Vec<_>>(), Vec::<&&str>::new());
}
