//! 一、 （一） 1. （1） and 一是: from position to mark and back.

/// 1 -> 一, 12 -> 十二, 105 -> 一百〇五.
pub fn han(_number: usize) -> String {
    todo!()
}

/// The mark of the `number`-th heading of a level: `一、`, `（一）`, `1.`, `（1）`; empty below level 4.
pub fn heading_mark(_level: u8, _number: usize) -> String {
    todo!()
}

/// The label of the `number`-th measure: 一是, 二是.
pub fn measure_mark(number: usize) -> String {
    format!("{}是", han(number))
}

/// A mark found at the start of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub kind: MarkKind,
    pub number: usize,
    /// Bytes of the mark, the blanks after it included.
    pub length: usize,
}

/// The kinds of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// 一、
    Han,
    /// （一）
    HanParenthesis,
    /// 1. or 1、 or １．
    Arabic,
    /// （1）
    ArabicParenthesis,
    /// ①
    Circled,
    /// 第一，
    Ordinal,
    /// 一是
    Measure,
}

/// The mark a text starts with. A number in running text (2021年, 1.5万, 1月) is none.
pub fn leading_mark(_text: &str) -> Option<Mark> {
    todo!()
}
