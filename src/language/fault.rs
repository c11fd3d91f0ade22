//! A fault of language: where it stands and what should stand there.

use std::ops::Range;

/// What is wrong; each is the business of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// “ without ”, 》 without 《.
    UnpairedMark,
    /// ，， or 。。 or ，。
    DoubledMark,
    /// A mark that cannot stand at the start of a paragraph, after an opening or before a closing one.
    StrayMark,
    /// A paragraph that ends with ， or 、
    OpenParagraph,
    /// A paragraph that ends without a mark.
    UnmarkedParagraph,
    /// 、等
    PauseBeforeDeng,
    /// 截止2021年底
    UntilMisspelt,
    /// 近300余人
    DoubledApproximation,
    /// 10～20%
    BarePercent,
    /// 3～5万
    BareMagnitude,
    /// 2021-2025年, 15-30天
    RangeMark,
    /// 国发〔2021〕1号《……》
    NumberBeforeTitle,
    /// `国发[2021]1号`
    NumberBrackets,
    /// 一是……一是……
    RepeatedOrdinal,
    /// 一是……三是……
    MissingOrdinal,
    /// 2022年01月05日
    PaddedDate,
    /// 5月4号
    DayAsNumber,
    /// 二〇二二年1月
    MixedDate,
    /// 2023年2月30日
    ImpossibleDate,
    /// 政府政府
    RepeatedWord,
    /// 下降2倍
    FallInMultiples,
    /// 办结率98%，提高2%
    RateChange,
    /// .5%
    BareDecimal,
    /// ２０２１
    FullWidthDigits,
    /// 其它, 台帐
    VariantWord,
}

/// A fault in the text of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: Kind,
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What should stand in the place of the range; empty where only a person can say.
    pub better: String,
    /// Whether writing it there cannot change what is meant.
    pub is_safe: bool,
}

impl Fault {
    /// A fault that only a person can mend.
    pub(super) fn new(kind: Kind, range: Range<usize>) -> Self {
        Self { kind, range, better: String::new(), is_safe: false }
    }

    /// With what should stand there.
    pub(super) fn better(mut self, better: impl Into<String>) -> Self {
        self.better = better.into();
        self
    }

    /// With what should stand there, which means the same.
    pub(super) fn mended(self, better: impl Into<String>) -> Self {
        Self { is_safe: true, ..self.better(better) }
    }
}
