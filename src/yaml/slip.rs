//! What can be wrong with a report file as a file, as data.

use crate::place::Place;
use crate::source::{Edit, Span};

/// Faults of one kind of reading that are listed of one file.
pub const MAX_FAULTS: usize = 200;

/// Something about the file itself: a fault of shape or syntax, or a slip of the keyboard that was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    pub kind: SlipKind,
    pub span: Span,
    pub place: Place,
    /// What `--fix` writes there instead; only where the meaning is certain.
    pub fix: Vec<Edit>,
}

/// What is wrong with the file. Keys are as they should be written in the file's language.
#[derive(Clone, Debug, PartialEq)]
pub enum SlipKind {
    /// A key that has no meaning where it stands.
    UnknownKey {
        key: String,
        /// The known key it is nearest to.
        nearest: Option<&'static str>,
        /// Every key known there.
        known: Vec<&'static str>,
    },
    /// A fixed value that is none of those there are.
    UnknownValue { value: String, nearest: Option<&'static str>, known: Vec<&'static str> },
    /// A key typed twice, by one name or by two names of the same thing.
    DuplicateKey {
        key: String,
        /// The first, as typed, and its line.
        first: String,
        line: usize,
    },
    /// A key without which the value means nothing.
    MissingKey { key: &'static str },
    /// A text where a list belongs, and the like.
    WrongType { expected: Expected, found: Found, key: Option<String> },
    /// What YAML can not read. `line` is the line as it must be written, where that is certain.
    Syntax { fault: SyntaxFault, line: Option<String> },
    /// YAML that a report file may not use.
    Refused { what: Refused },
    /// Lists and maps nested deeper than any report needs.
    TooDeep { depth: usize },
    /// More values than any report needs.
    TooManyValues,
    /// A larger file than any report needs.
    TooLarge { megabytes: usize },
    /// More faults than are worth listing.
    TooManyFaults { count: usize },
    /// Characters that no format can hold, left out of what is written; all places are one slip.
    Forbidden { characters: Vec<char> },
    /// What a Chinese keyboard types, read as it was meant; all places of one kind are one slip.
    Keyboard { stroke: Stroke, count: usize },
    /// A second name of a key or value: read, and rewritten by `--fix`.
    OtherName { typed: String, name: &'static str },
    /// A text that ran on over a line which looks like a key of its own.
    SwallowedLine { key: String, line: String },
    /// A text of which the rest is a comment for YAML.
    CutComment { cut: String, line: String },
    /// A text over two lines, joined by a blank that nobody typed.
    FoldedLine { line: String },
    /// A value in braces that ended at a comma inside it: `{value: 1,234件}`.
    SplitValue { value: String, line: String },
    /// A text that became a key and a value at a colon and a blank.
    ColonInText { line: String },
}

/// What belongs there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    TextOrList,
    List,
    Map,
    /// A figure, or a group of them.
    Figure,
    Integer,
    Year,
}

/// What stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Text,
    List,
    Map,
}

/// YAML that a report file may not use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Anchor,
    Alias,
    Tag,
    MergeKey,
    SecondDocument,
    /// A list or a map as a key.
    ComplexKey,
}

/// Why YAML can not read a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A text that goes on after its closing quotation mark.
    TextAfterQuote,
    /// A text that starts with a mark of YAML: `[`, `{`, `*`, `&`, `!`, `%`, `@`, a backtick.
    LeadingMark(char),
    /// A colon and a blank inside a text.
    ColonInText,
    /// A tab as indent.
    Tab,
    /// A placeholder inside `{…}` or `[…]`.
    PlaceholderInFlow,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// A bracket or brace that is never closed.
    OpenBracket,
    /// A line that is neither a key with a colon nor a part of the text before.
    NoKey,
    /// A line that does not stand under any other.
    Indent,
    /// A comment inside a text over several lines.
    CommentInText,
    /// An escape after `\` that there is not.
    Escape,
    /// A control character.
    Control,
    /// Anything else, in the parser's words.
    Other(String),
}

/// What a Chinese keyboard types in the place of what YAML reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stroke {
    /// ： after a key
    Colon,
    /// ｛ ｝ ［ ］
    Brace,
    /// ， between the entries of `{…}` or `[…]`
    Comma,
    /// ￥{ ＄{ and ｝ of a placeholder
    Placeholder,
    /// ｜ ＞
    Bar,
    /// ＝
    Equals,
    /// Ideographic and no-break blanks as indent.
    Indent,
    /// － — – as list mark
    ListMark,
    /// 键:值
    ColonWithoutBlank,
    /// -项
    MarkWithoutBlank,
    /// ０–９
    Digit,
    /// 2021年 where the number alone belongs
    YearMark,
}
