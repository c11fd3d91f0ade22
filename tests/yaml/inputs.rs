//! Every file of `inputs/`: what the reader says of it, and what `--fix` makes of it.

use std::fmt::Write;

use fazhi::message::Lang;
use fazhi::source::SourceFile;
use fazhi::yaml::describe::describe;
use fazhi::yaml::edit;
use fazhi::yaml::read;

/// The slips of a text, and the text after `--fix` where that changes it.
fn account(text: &str) -> String {
    let source = SourceFile::new("report.yaml", text);
    let reading = read(&source);
    let mut account = String::new();
    for slip in &reading.slips {
        let (at, said) = (source.position(slip.span.start), describe(&slip.kind));
        let lang = if text.starts_with("report") { Lang::En } else { Lang::Zh };
        let (message, help) = (said.message.text(lang), said.help.text(lang));
        let typed = source.slice(slip.span);
        writeln!(account, "{}:{} {} {typed:?}\n  {message}\n  {help}", at.line, at.column, said.rule)
            .expect("writing to a string");
    }
    let fixed = edit::apply(text, reading.slips.iter().flat_map(|slip| &slip.fix));
    if fixed.made > 0 {
        write!(account, "=== fixed\n{}", fixed.text).expect("writing to a string");
    }
    account
}

#[test]
fn every_input_gets_its_account() {
    insta::glob!("inputs/*.yaml", |path| {
        let text = std::fs::read_to_string(path).expect("the input is there");
        insta::with_settings!({ description => text.as_str(), omit_expression => true }, {
            insta::assert_snapshot!(account(&text));
        });
    });
}

#[test]
fn a_fix_leaves_nothing_of_its_kind_behind() {
    insta::glob!("inputs/warn_*.yaml", |path| {
        let text = std::fs::read_to_string(path).expect("the input is there");
        let reading = read(&SourceFile::new("report.yaml", text.as_str()));
        let fixed = edit::apply(&text, reading.slips.iter().flat_map(|slip| &slip.fix));
        let again = read(&SourceFile::new("report.yaml", fixed.text));
        assert!(again.slips.iter().all(|slip| slip.fix.is_empty()), "{path:?}: {:#?}", again.slips);
        assert_eq!(again.report, reading.report, "{path:?}");
    });
}
