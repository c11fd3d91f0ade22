//! docs/rules.md and docs/rules.zh-CN.md: every rule with its source and an example.

use fazhi::message::Lang;
use fazhi::project::{Project, Surroundings};
use fazhi::rules::{RULES, Rule, Selection};
use fazhi::source::SourceFile;
use fazhi::yaml::edit;

use super::{diff, keep};

const PAGES: [(&str, Lang); 2] = [("docs/rules.md", Lang::En), ("docs/rules.zh-CN.md", Lang::Zh)];

/// What the hundreds of the codes are about.
const GROUPS: &[(&str, &str, &str)] = &[
    ("FZ0", "How the file is written", "报告文件的写法"),
    ("FZ1", "Contents and structure", "内容和结构"),
    ("FZ2", "Figures and arithmetic", "数据和算术"),
    ("FZ3", "Years, dates, editions", "年度、日期和版本"),
    ("FZ4", "Language", "语言文字"),
    ("FZ5", "The page", "版式"),
    ("FZ6", "Before publication", "公开前审查"),
    ("FZ9", "The work itself", "工作过程"),
];

#[test]
fn rule_pages_say_what_the_rules_do() {
    for (name, lang) in PAGES {
        keep(name, &page(lang));
    }
}

fn say<'a>(lang: Lang, en: &'a str, zh: &'a str) -> &'a str {
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

fn page(lang: Lang) -> String {
    let mut text = say(lang, ENGLISH, CHINESE).to_owned();
    text.push_str(say(
        lang,
        "| code | name | severity | source | what is wrong |\n|---|---|---|---|---|\n",
        "| 代码 | 名称 | 级别 | 依据 | 问题 |\n|---|---|---|---|---|\n",
    ));
    for rule in RULES {
        let anchor = format!("{}-{}", rule.code.to_lowercase(), rule.name);
        text.push_str(&format!(
            "| [{}](#{anchor}) | `{}` | {} | {} | {} |\n",
            rule.code,
            rule.name,
            rule.severity.message().text(lang),
            rule.authority.message().text(lang),
            rule.summary().text(lang)
        ));
    }
    let mut group = "";
    for rule in RULES {
        let (prefix, en, zh) = GROUPS.iter().find(|(prefix, ..)| rule.code.starts_with(prefix)).unwrap_or_else(|| {
            panic!("{} is of no group", rule.code);
        });
        if *prefix != group {
            group = prefix;
            text.push_str(&format!("\n## {}\n", say(lang, en, zh)));
        }
        text.push_str(&entry(rule, lang));
    }
    text
}

fn entry(rule: &Rule, lang: Lang) -> String {
    let label = |en: &str, zh: &str, text: &str| format!("- {}{text}\n", say(lang, en, zh));
    let mut entry = format!("\n### {} {}\n\n{}\n\n", rule.code, rule.name, sentence(&rule.summary().text(lang), lang));
    let severity = rule.severity.message().text(lang);
    let opt_in = say(lang, ", only when selected with `--select`", "，用 --select 点名才查");
    entry.push_str(&label("Severity: ", "级别：", &(severity + if rule.opt_in { opt_in } else { "" })));
    entry.push_str(&label("Source: ", "依据：", &rule.authority.message().text(lang)));
    entry.push_str(&label("Why: ", "理由：", &rule.why(lang)));
    entry.push_str(&label("What to do: ", "怎么改：", &rule.help(lang)));
    entry.push_str(&label("`--fix`: ", "自动改（`--fix`）：", &fix(rule, lang)));
    entry.push_str(&format!("\n```diff\n{}```\n", diff::shown(rule.bad, rule.good)));
    entry
}

/// What `--fix` makes of the bad example.
fn fix(rule: &Rule, lang: Lang) -> String {
    let selection = Selection { select: vec![rule.code.to_owned()], ..Selection::default() };
    let project = Project::open(SourceFile::new("报告.yaml", rule.bad), &Surroundings::default()).expect("it opens");
    let findings = project.check(&selection, None);
    let edited = edit::apply(rule.bad, findings.iter().flat_map(|finding| &finding.fix));
    match (edited.made, edited.text == rule.good) {
        (0, _) => say(lang, "leaves it to you", "不改，由人处理").to_owned(),
        (_, true) => say(lang, "writes what stands after `+` below", "改成下面“+”后的写法").to_owned(),
        (_, false) => {
            let words = say(lang, "writes", "改成");
            let lines = edited.text.lines().filter(|line| !rule.bad.lines().any(|old| old == *line));
            let lines: Vec<String> = lines.map(|line| format!("`{}`", line.trim())).collect();
            format!("{words} {}", lines.join(say(lang, ", ", "、")))
        }
    }
}

/// A text as a sentence of its own.
fn sentence(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{text}。"),
        Lang::En => {
            let mut letters = text.chars();
            let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
            format!("{first}{}.", letters.as_str())
        }
    }
}

const ENGLISH: &str = "\
# The rules

[中文](rules.zh-CN.md)

What `fazhi check` looks for. `fazhi explain RULE` shows one rule with its examples in full; `--select` and `--ignore`
take codes or names; `allow:` in the file silences a finding with a reason. The table is made from the program.

An error is wrong by the law, by arithmetic or by the shape of the file; a warning is probably wrong; a hint is advice.
The source says how far a rule binds: a law, a Party regulation, a national standard, the guide of a place, what is
customary, or the format of the report file. In the examples a line after `-` yields the finding, `+` mends it.

";

const CHINESE: &str = "\
# 规则

[English](rules.md)

`fazhi check` 查什么。`fazhi explain 规则` 给出一条规则的完整例子；`--select`、`--ignore` 写代码或名称；报告文件里的 `免检`
写明理由，可以免去一条。本页由程序生成。

“错误”是违反规定、算术不符或者文件写法有误；“存疑”是很可能有误；“建议”供参考。依据分为法律法规、党内法规、国家标准、地方指引、惯例和报告文件的
格式。例子里“-”后的一行会查出问题，“+”后的是改好的写法。

";
