//! Findings as SARIF 2.1.0, the exchange format of analysis tools (OASIS).

use serde_json::{Value, json};

use super::{Checked, Finding, Severity, fingerprint, human};
use crate::message::Lang;
use crate::rules::{RULES, Rule};

/// The findings of all files as one SARIF log with one run.
pub fn write(files: &[Checked], lang: Lang) -> String {
    let results: Vec<Value> = files.iter().flat_map(|file| results(file, lang)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": RULES.iter().map(|rule| described(rule, lang)).collect::<Vec<_>>(),
            } },
            // Columns count Unicode characters.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).expect("texts and numbers under text keys always serialize") + "\n"
}

fn described(rule: &Rule, lang: Lang) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.summary().text(lang) },
        "defaultConfiguration": { "level": level(rule.severity), "enabled": !rule.opt_in },
        "properties": { "severity": human::severity(rule.severity).text(lang) },
    })
}

fn results<'a>(file: &'a Checked<'a>, lang: Lang) -> impl Iterator<Item = Value> + 'a {
    file.findings.iter().zip(fingerprint::of_all(file)).map(move |(finding, mark)| result(file, finding, &mark, lang))
}

fn result(file: &Checked, finding: &Finding, mark: &str, lang: Lang) -> Value {
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|(at, words)| {
            let mut place = location(file, at);
            place["message"] = json!({ "text": words.text(lang) });
            place
        })
        .collect();
    let sentences = [&finding.message, &finding.why, &finding.help].map(|message| message.text(lang));
    json!({
        "ruleId": finding.code,
        "ruleIndex": RULES.iter().position(|rule| rule.code == finding.code),
        "level": level(finding.severity),
        "message": { "text": sentences.join("\n") },
        "locations": [location(file, &finding.at)],
        "relatedLocations": related,
        "partialFingerprints": { "fazhi/v1": mark },
    })
}

fn location(file: &Checked, at: &super::Where) -> Value {
    let span = at.span(file.places);
    let (start, end) = (file.source.position(span.start), file.source.position(span.end));
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(file.source.name()) },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    } })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A path as a relative URI reference (RFC 3986): all but unreserved characters and `/` escaped, `\` as `/`.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
