//! SARIF held against its schema, which comes with an npm package: nothing of it is kept here.

use std::process::Command;

use fazhi::rules::RULES;

use crate::harness::{Fazhi, examples};
use crate::seen::{is_ci, run};

/// Where the package keeps the schema of OASIS, below npm's own folder.
const SCHEMA: &str = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";

/// Says every fault of the logs after the first argument, which is the schema.
const SCRIPT: &str = r#"
import json, sys
from jsonschema import Draft4Validator, FormatChecker
schema = json.load(open(sys.argv[1], encoding="utf-8"))
Draft4Validator.check_schema(schema)
validator = Draft4Validator(schema, format_checker=FormatChecker())
for name in sys.argv[2:]:
    for fault in validator.iter_errors(json.load(open(name, encoding="utf-8"))):
        print(name, list(fault.absolute_path), fault.message[:300])
"#;

/// The schema's file; where it is not installed the test says so and passes, in CI it fails.
fn schema() -> Option<String> {
    let npm = Command::new("npm").args(["root", "-g"]).output().ok();
    let found = npm.as_ref().and_then(|output| {
        let root = std::str::from_utf8(&output.stdout).ok()?.trim();
        let path = std::path::Path::new(root).join(SCHEMA);
        path.is_file().then(|| path.display().to_string())
    });
    if found.is_none() {
        assert!(!(is_ci() && npm.is_some()), "the schema is not installed: npm install -g @microsoft/jest-sarif");
        eprintln!("@microsoft/jest-sarif is not installed: SARIF was not held against its schema");
    }
    found
}

/// What the validator says of some logs; `None` where it is not installed.
fn faults(logs: &[&str]) -> Option<String> {
    let schema = schema()?;
    if !run("python3", &["-c", "import jsonschema"])?.status.success() {
        assert!(!is_ci(), "jsonschema is not installed: pip install jsonschema");
        eprintln!("jsonschema is not installed: SARIF was not held against its schema");
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut arguments = vec!["-c".to_owned(), SCRIPT.to_owned(), schema];
    for (index, log) in logs.iter().enumerate() {
        let path = folder.path().join(format!("{index}.sarif"));
        std::fs::write(&path, log).expect("the folder is ours");
        arguments.push(path.display().to_string());
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = run("python3", &arguments)?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A report with faults, published in every format that is read.
fn published() -> Vec<(String, Vec<u8>)> {
    let text = "\
云溪县人民政府关于2023年法治政府建设情况的报告
2023年，云溪县深入推进法治政府建设，各项工作取得新进展。现将有关情况报告如下：
一、主要举措和成效
共审核现行有效文件221份，其中废止72份，修订35份，宣布失效11份，保留98份。
一、存在的不足和原因
审核力量不足，主要原因是编制紧张，专业人员少，\u{20bb7}野镇没有专职人员。
三、2024年工作安排
2024年充实审核力量，健全审核机制。
云溪县人民政府
2024年1月15日
";
    let page: String = text.lines().map(|line| format!("<p>{line}</p>\n")).collect();
    let paragraphs: String = text.lines().map(|line| format!("{line}\n\n")).collect();
    let texts = vec![
        ("a.txt".to_owned(), text.replace('\n', "\r\n").into_bytes()),
        ("a.html".to_owned(), page.into_bytes()),
        ("a.md".to_owned(), paragraphs.into_bytes()),
    ];
    #[cfg(feature = "docx")]
    let texts = [texts, vec![("a.docx".to_owned(), crate::published::word::docx(text))]].concat();
    texts
}

#[test]
fn every_rule_is_said_in_sarif_as_its_schema_asks() {
    // Files that yield every rule, whole reports, nothing at all, and names no URI may hold as they are.
    let mut folder = Fazhi::new();
    let mut names: Vec<String> = Vec::new();
    for rule in RULES {
        let name = format!("{} 100% #1.yaml", rule.name);
        folder = folder.write(&name, rule.bad);
        names.push(name);
    }
    let check = |folder: Fazhi, names: &[String]| {
        let options = ["check", "--format", "sarif", "--fail-on", "hint", "--today", "2024-02-01"];
        folder.args(options.into_iter().chain(names.iter().map(String::as_str))).run()
    };
    let bad = check(folder, &names).code(1).out();
    let log: serde_json::Value = serde_json::from_str(&bad).expect("SARIF is JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    for rule in RULES.iter().filter(|rule| !rule.opt_in && !rule.is_of_word() && rule.last_year().is_none()) {
        assert!(results.iter().any(|result| result["ruleId"] == rule.code), "{} is not said", rule.code);
    }
    let whole: Vec<String> = examples().iter().map(|path| path.display().to_string()).collect();
    let whole = check(Fazhi::new(), &whole).out();
    assert!(whole.contains(r#""uri": "file:///"#), "{whole}");
    let texts = published();
    let names: Vec<String> = texts.iter().map(|(name, _)| name.clone()).collect();
    let folder = texts.into_iter().fold(Fazhi::new(), |folder, (name, bytes)| folder.write(&name, bytes));
    let published = check(folder, &names).code(1).out();
    for name in &names {
        assert!(published.contains(&format!("\"uri\": \"{name}\"")), "nothing is found in {name}");
    }
    let nothing = check(Fazhi::new().stdin(RULES[0].good), &["-".to_owned()]).code(0).out();
    assert_eq!(faults(&[&bad, &whole, &published, &nothing]).unwrap_or_default(), "");
}

#[test]
fn the_validator_finds_a_fault() {
    if let Some(said) = faults(&[r#"{"version": "2.1.0", "runs": [{"results": [{"level": "hint"}]}]}"#]) {
        assert!(said.contains("'tool' is a required property") && said.contains("'hint' is not one of"), "{said}");
    }
}
