//! What the program says about itself and about wrong arguments, in both languages.

use crate::harness::Fazhi;

const COMMANDS: &[&str] = &[
    "new",
    "next",
    "check",
    "render",
    "import",
    "compare",
    "explain",
    "rules",
    "outlines",
    "templates",
    "schema",
    "completions",
];

fn says(language: &str, arguments: &[&str]) -> (i32, String) {
    let ran = Fazhi::new().env("FAZHI_LANG", language).args(arguments.iter().copied()).run();
    let text = format!("{}{}", ran.out(), ran.err());
    (ran.status(), text)
}

#[test]
fn every_command_explains_itself_in_chinese() {
    for command in COMMANDS {
        let (code, help) = says("zh", &[command, "--help"]);
        assert_eq!(code, 0, "{help}");
        for english in ["Usage", "Options", "Arguments", "Print", "[default", "[possible", "[aliases", "cli."] {
            assert!(!help.contains(english), "{command}: {english} in\n{help}");
        }
        assert!(help.contains("用法：fazhi"), "{help}");
    }
}

#[test]
fn every_command_explains_itself_in_english() {
    for command in COMMANDS {
        let (code, help) = says("en", &[command, "--help"]);
        assert_eq!(code, 0, "{help}");
        assert!(help.contains("Usage: fazhi") && !help.contains("cli."), "{help}");
    }
}

#[test]
fn wrong_arguments_are_told_in_the_users_language() {
    let cases: &[(&[&str], &str, &str)] = &[
        (&["chek"], "没有“chek”这个命令。\n是不是“check”？\n", "did you mean \"check\"?\nsee fazhi --help\n"),
        (&["check"], "用 fazhi check --help 查看用法。", "is missing\nsee fazhi check --help\n"),
        (&["生成"], "用 fazhi render --help 查看用法。", "see fazhi render --help"),
        (&["check", "a", "--lang", "fr"], "的值“fr”不对", "\"fr\" is no value for --lang <zh|en>"),
        (&["check", "a", "--foo"], "没有“--foo”这个选项。", "there is no option \"--foo\""),
        (&["check", "a", "--fail-on", "never"], "可用：error、warning、hint。", "there are: error, warning, hint"),
        (&["check", "a", "--strict", "--fail-on", "hint"], "不能同时使用", "exclude each other"),
        (&["check", "a", "--today", "2022-13-40"], "的值“2022-13-40”不对", "\"2022-13-40\" is no value"),
        (&["render", "a", "--width", "3"], "不对", "is no value"),
    ];
    for (arguments, chinese, english) in cases {
        for (language, expected) in [("zh", chinese), ("en", english)] {
            let (code, text) = says(language, arguments);
            assert_eq!(code, 2, "{text}");
            assert!(text.contains(expected), "{arguments:?}: {text}");
            assert!(!text.contains("error:") && !text.contains("For more"), "{text}");
        }
    }
}

#[test]
fn help_is_a_word_too() {
    assert_eq!(says("zh", &["help"]), says("zh", &["--help"]));
    assert_eq!(says("en", &["help", "check"]), says("en", &["check", "--help"]));
    assert_eq!(says("zh", &["帮助", "核对"]), says("zh", &["check", "--help"]));
}

#[test]
fn what_every_command_has_stands_last_in_its_help() {
    for command in COMMANDS {
        let (_, help) = says("en", &[command, "--help"]);
        let options = help.lines().filter_map(|line| line.split_once("--")).map(|(_, rest)| rest);
        let names: Vec<&str> = options.filter_map(|rest| rest.split([' ', '<']).next()).collect();
        assert_eq!(names[names.len() - 3..], ["lang", "color", "help"], "{help}");
    }
}

#[test]
fn commands_have_chinese_names() {
    for (chinese, english) in [("规则", "rules"), ("纲要", "outlines"), ("模板", "templates")] {
        assert_eq!(says("zh", &[chinese]), says("zh", &[english]));
    }
    assert_eq!(says("zh", &["释义", "FZ101"]), says("zh", &["explain", "missing-part"]));
}

#[test]
fn an_unknown_rule_gets_the_nearest() {
    let (code, text) = says("zh", &["explain", "missing-prat"]);
    assert_eq!(code, 2);
    assert_eq!(text, "未能完成：没有“missing-prat”这条规则，是不是“missing-part”？用 fazhi rules 查看全部规则。\n");
}
