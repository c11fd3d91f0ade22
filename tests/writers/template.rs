//! Templates of the user's own, and faults in them.

use fazhi::message::Lang;
use fazhi::writers::template::Templates;
use fazhi::writers::{Options, write};

use super::{sample, text_with};

fn with(name: &str, text: &str) -> Options {
    Options { templates: Templates::new(vec![(name.into(), text.into())]), ..Options::default() }
}

fn fault(name: &str, template: &str) -> String {
    let format = if name.ends_with(".md") { "md" } else { "html" };
    let message = write(format, &sample::report(), &with(name, template)).expect_err("the template is faulty");
    let chinese = message.text(Lang::Zh);
    assert!(!chinese.contains("%{") && !chinese.contains("writers."), "{chinese}");
    message.text(Lang::En)
}

#[test]
fn a_template_of_the_users_own_is_used() {
    let options = with("report.md", "{{ year }} {{ title_text | markdown }}");
    assert_eq!(
        text_with("md", &sample::report(), &options),
        "2021 中共某县委员会 某县人民政府关于2021年度法治政府建设情况的报告\n"
    );
    let page = text_with("html", &sample::report(), &with("page.css", "@media print{#main{color:red}} /* {{ x }} */"));
    assert!(page.contains("@media print{#main{color:red}} /* {{ x }} */"), "{page}");
}

#[test]
fn a_fault_is_shown_in_the_template_with_carets_by_display_width() {
    for (template, said) in [
        (
            "甲\n标题：{{ titel }}",
            "template report.md, line 2, column 7: there is no value \"titel\"; the values are: addressee, annexes, body, \
             charts, contents, copies, dark, date, edition, issuers, letterhead, meta, notes, number, occasion, \
             occasion_text, place, postscript, public, publication, signature, speaker, stage, stage_text, styles, title, \
             title_text, year\n2 | 标题：{{ titel }}\n  |          ^^^^^",
        ),
        (
            "标题：{{ title_text | shout }}",
            "template report.md, line 1, column 20: there is no filter \"shout\"\n1 | 标题：{{ title_text | shout }}\n  |                       ^^^^^",
        ),
        (
            "{% for block in body %}",
            "template report.md, line 1, column 22: the template ends here; a closing tag is missing\n\
             1 | {% for block in body %}\n  |                      ^^",
        ),
    ] {
        assert_eq!(fault("report.md", template), said);
    }
}

#[test]
fn a_faulty_template_never_panics_and_never_runs_away() {
    for template in [
        "{{",
        "{% if %}",
        "{% include \"gone.md\" %}",
        "{% include \"report.md\" %}",
        "{% extends \"gone.md\" %}",
        "{{ 1 / 0 }}",
        "{{ body | markdown(1) }}",
        "{{ publication | html }}",
        "{% for i in range(end=100000000) %}{% endfor %}",
        "{% for i in range(end=99999) %}{% for j in range(end=99999) %}一段很长的文字一段很长的文字一段很长的文字{% endfor %}{% endfor %}",
        &"(".repeat(100_000),
        &format!("{{{{ {}1 }}}}", "(".repeat(100_000)),
        &"{% if true %}".repeat(50_000),
        &"甲".repeat(1 << 20),
    ] {
        let _ = write("md", &sample::report(), &with("report.md", template));
    }
}
