//! What the program says: a key into `locales/` and its arguments, put into words only when it is shown.

use std::error::Error;
use std::fmt;

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// The locale's file name in `locales/`.
    pub const fn locale(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A text that reads the same in every language.
    Text(String),
    /// Words of a data file, which has them in both languages.
    Words { zh: String, en: String },
    /// A message of its own, put into the language of the whole.
    Message(Message),
    /// Several, joined by 、 or a comma.
    List(Vec<Argument>),
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl<T: Into<Argument>> From<Vec<T>> for Argument {
    fn from(items: Vec<T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

macro_rules! text_arguments {
    ($($type:ty),*) => {$(
        impl From<$type> for Argument {
            fn from(value: $type) -> Self {
                Self::Text(value.to_string())
            }
        }
    )*};
}

text_arguments!(String, &String, &str, usize, i16, u16, u32, u64, i64, char, rust_decimal::Decimal, jiff::civil::Date);

impl Argument {
    fn text(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Words { zh, en } => match lang {
                Lang::Zh => zh.clone(),
                Lang::En => en.clone(),
            },
            Self::Message(message) => message.text(lang),
            Self::List(items) => {
                let joint = match lang {
                    Lang::Zh => "、",
                    Lang::En => ", ",
                };
                items.iter().map(|item| item.text(lang)).collect::<Vec<_>>().join(joint)
            }
        }
    }
}

/// A sentence of the program: made with [`message!`](crate::message!).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub key: String,
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    /// The message `key` without arguments.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), arguments: Vec::new() }
    }

    /// With one more argument: `%{name}` in the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// The sentence in a language. A key that no locale has shows as the key: a test keeps that from happening.
    pub fn text(&self, lang: Lang) -> String {
        let sentence = rust_i18n::t!(&self.key, locale = lang.locale());
        let value = |name: &str, value: &Argument| {
            let is_quoted = sentence.contains(&format!("“%{{{name}}}”"));
            if is_quoted { nested(value.text(lang)) } else { value.text(lang) }
        };
        let (names, values): (Vec<_>, Vec<_>) =
            self.arguments.iter().map(|(name, argument)| (*name, value(name, argument))).unzip();
        rust_i18n::replace_patterns(&sentence, &names, &values)
    }
}

/// In English, as programs tell one another; [`Message::text`] speaks to people.
impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.text(Lang::En))
    }
}

impl Error for Message {}

/// A text as it stands between quotation marks: those in it are single ones (GB/T 15834—2011).
fn nested(text: String) -> String {
    if text.contains(['“', '”']) { text.replace('“', "‘").replace('”', "’") } else { text }
}

/// A [`Message`](crate::message::Message): `message!("cli.written", path = "out/a.md")`.
#[macro_export]
macro_rules! message {
    ($key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::message::Message::new($key)$(.with(stringify!($name), $value))*
    };
}
