//! Findings as SARIF 2.1.0, the exchange format of analysis tools (OASIS).

use serde_json::{Value, json};

use crate::diagnostic::{Checked, Finding, Severity, Unread, Where, fingerprint};
use crate::message::Lang;
use crate::rules::{RULES, Rule};
use crate::source::Span;

/// The findings of all files as one SARIF log with one run.
pub fn write(files: &[Checked], unread: &[Unread], lang: Lang) -> String {
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
            "invocations": [{
                "executionSuccessful": unread.is_empty(),
                "toolExecutionNotifications": unread.iter().map(|one| notified(one, lang)).collect::<Vec<_>>(),
            }],
        }],
    });
    serde_json::to_string_pretty(&log).expect("texts and numbers under text keys always serialize") + "\n"
}

/// A file that could not be read.
fn notified(one: &Unread, lang: Lang) -> Value {
    json!({
        "level": "error",
        "message": { "text": one.why.text(lang) },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&one.file) } } }],
    })
}

fn described(rule: &Rule, lang: Lang) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.summary().text(lang) },
        "fullDescription": { "text": rule.why(lang) },
        "help": { "text": rule.explain(lang) },
        "defaultConfiguration": { "level": level(rule.severity), "enabled": !rule.opt_in },
        "properties": { "severity": rule.severity.message().text(lang) },
    })
}

fn results<'a>(file: &'a Checked<'a>, lang: Lang) -> impl Iterator<Item = Value> + 'a {
    file.findings.iter().zip(fingerprint::of_all(file)).map(move |(finding, mark)| result(file, finding, &mark, lang))
}

fn result(file: &Checked, finding: &Finding, mark: &str, lang: Lang) -> Value {
    let mut related: Vec<Value> = Vec::new();
    for (at, words) in &finding.related {
        let mut place = location(file, at);
        place["message"] = json!({ "text": words.text(lang) });
        // The schema wants each once; the reader too.
        if !related.contains(&place) {
            related.push(place);
        }
    }
    let sentences = [&finding.message, &finding.why, &finding.help].map(|message| message.text(lang));
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": RULES.iter().position(|rule| rule.code == finding.code),
        "level": level(finding.severity),
        "message": { "text": sentences.join("\n") },
        "locations": [location(file, &finding.at)],
        "relatedLocations": related,
        "partialFingerprints": { "fazhi/v1": mark },
    });
    if !finding.fix.is_empty() {
        result["fixes"] = json!([fix(file, finding, lang)]);
    }
    result
}

/// What `--fix` would do, for editors that offer it.
fn fix(file: &Checked, finding: &Finding, lang: Lang) -> Value {
    let replacements: Vec<Value> = finding
        .fix
        .iter()
        .map(
            |edit| json!({ "deletedRegion": region(file, edit.span), "insertedContent": { "text": edit.replacement } }),
        )
        .collect();
    json!({
        "description": { "text": finding.help.text(lang) },
        "artifactChanges": [{ "artifactLocation": { "uri": uri(file.source.name()) }, "replacements": replacements }],
    })
}

fn location(file: &Checked, at: &Where) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(file.source.name()) },
        "region": region(file, at.span(file.places)),
    } })
}

fn region(file: &Checked, span: Span) -> Value {
    let (start, end) = (file.source.position(span.start), file.source.position(span.end));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A path as a URI reference (RFC 3986): all but unreserved characters and `/` escaped, `\` as `/`. A relative path
/// stays relative, another becomes a `file` URI (RFC 8089).
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let (lead, rest) = match path.as_bytes() {
        [b'/', b'/', ..] => ("file:", path.as_str()),
        [b'/', ..] => ("file://", path.as_str()),
        [drive, b':', b'/', ..] if drive.is_ascii_alphabetic() => ("file:///", &path[2..]),
        _ => ("", path.as_str()),
    };
    let mut uri = String::with_capacity(lead.len() + path.len());
    uri.push_str(lead);
    uri.push_str(&path[..path.len() - rest.len()]);
    for byte in rest.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
