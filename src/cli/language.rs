//! Which language the program speaks: `--lang`, else `FAZHI_LANG`, else the user's locale, else that of the file's
//! keys, else English.

use std::ffi::OsString;

use crate::message::Lang;

/// What the user asked for by argument, environment or locale; the file's keys decide where this is silent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked(Option<Lang>);

impl Asked {
    /// The language of messages that belong to no file.
    pub fn or_english(self) -> Lang {
        self.0.unwrap_or(Lang::En)
    }

    /// The language of messages on a file.
    pub fn or_keys(self, chinese_keys: bool) -> Lang {
        self.0.unwrap_or(if chinese_keys { Lang::Zh } else { Lang::En })
    }
}

/// Looks for the language before the arguments are parsed, since it decides how they are explained.
pub fn asked(arguments: &[OsString]) -> Asked {
    Asked(
        from_arguments(arguments)
            .or_else(|| std::env::var("FAZHI_LANG").ok().and_then(|name| parse(&name)))
            .or_else(|| sys_locale::get_locale().and_then(|name| parse(&name))),
    )
}

fn from_arguments(arguments: &[OsString]) -> Option<Lang> {
    let mut arguments = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    while let Some(argument) = arguments.next() {
        match argument.as_ref() {
            "--" => return None,
            "--lang" => return arguments.next().and_then(|name| named(&name)),
            _ => {
                if let Some(name) = argument.strip_prefix("--lang=") {
                    return named(name);
                }
            }
        }
    }
    None
}

/// `zh`, `zh_CN.UTF-8`, `zh-Hans-CN`, 中文; `en`, `en_US`, 英文: a language the program speaks.
pub fn named(name: &str) -> Option<Lang> {
    match tongue(name).as_str() {
        "zh" | "中文" => Some(Lang::Zh),
        "en" | "英文" => Some(Lang::En),
        _ => None,
    }
}

/// The language for a locale. `C` and `POSIX` name none; for one we have no sentences for, English is the nearest thing
/// to a common language.
pub fn parse(locale: &str) -> Option<Lang> {
    let is_none = matches!(tongue(locale).as_str(), "" | "c" | "posix");
    named(locale).or_else(|| (!is_none && locale.is_ascii()).then_some(Lang::En))
}

/// What a locale begins with.
fn tongue(locale: &str) -> String {
    locale.trim().split(['_', '-', '.', '@']).next().unwrap_or_default().to_ascii_lowercase()
}
