//! The ids of the styles in `templates/docx/styles.xml`.

pub(super) const BODY: &str = "BodyText";
pub(super) const TITLE: &str = "Title";
/// Stage, occasion and speaker.
pub(super) const SUBTITLE: &str = "Subtitle";
/// 主送机关
pub(super) const SALUTATION: &str = "Salutation";
/// 发文机关署名
pub(super) const SIGNATURE: &str = "Signature";
/// 成文日期
pub(super) const DATE: &str = "Date";
/// 附件说明
pub(super) const ANNEX_LIST: &str = "AnnexList";
pub(super) const ANNEX_LABEL: &str = "AnnexLabel";
pub(super) const ANNEX_TITLE: &str = "AnnexTitle";
/// 附注
pub(super) const POSTSCRIPT: &str = "Postscript";
pub(super) const CAPTION: &str = "Caption";
/// The line of a chart, as high as the chart.
pub(super) const CHART: &str = "Chart";
pub(super) const TABLE_HEAD: &str = "TableHead";
pub(super) const TABLE_TEXT: &str = "TableText";
/// The paragraph Word wants after a table.
pub(super) const SPACER: &str = "Spacer";
/// 份号, 密级, 紧急程度
pub(super) const MARKING: &str = "Marking";
/// 发文机关标志
pub(super) const MARK: &str = "Mark";
/// 发文字号
pub(super) const NUMBER: &str = "Number";
/// 签发人's names
pub(super) const SIGNER: &str = "Signer";
/// 版记
pub(super) const IMPRINT: &str = "Imprint";
pub(super) const EMPHASIS: &str = "Emphasis";
pub(super) const HYPERLINK: &str = "Hyperlink";
pub(super) const FOOTNOTE_TEXT: &str = "FootnoteText";
pub(super) const FOOTNOTE_REFERENCE: &str = "FootnoteReference";

/// The style of a heading on its own line: in the navigation pane.
pub(super) const fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "Heading1",
        2 => "Heading2",
        3 => "Heading3",
        4 => "Heading4",
        5 => "Heading5",
        _ => "Heading6",
    }
}

/// The style of a heading that opens a paragraph: the face of its level, outside the navigation pane.
pub(super) const fn run_in(level: u8) -> &'static str {
    match level {
        0 | 1 => RUN_IN_1,
        2 => RUN_IN_2,
        _ => RUN_IN_3,
    }
}

const RUN_IN_1: &str = "RunIn1";
const RUN_IN_2: &str = "RunIn2";
const RUN_IN_3: &str = "RunIn3";

/// The level a run-in heading's style is of, counted from 0; the third is that of the deeper ones too.
pub(super) fn run_in_level(style: &str) -> Option<usize> {
    [RUN_IN_1, RUN_IN_2, RUN_IN_3].iter().position(|id| *id == style)
}
