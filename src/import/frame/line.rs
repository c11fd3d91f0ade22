//! What a line of the frame is, told by its words.

use crate::import::field::{self, Entry, Label};
use crate::import::{heading, organ};
use crate::model::date;
use crate::readers::is_blank;

/// The lines a line of the title stands for: the organs of a joint report have one each.
pub fn title_lines(text: &str) -> Vec<String> {
    let names: Vec<String> = text.split(is_blank).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let are_organs = names.len() > 1 && names.iter().all(|name| organ::is_organ(name));
    if are_organs { names } else { vec![tidy(text)] }
}

/// A line without the blanks in a name: only between words in Latin letters they stay.
pub fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if is_blank(c) {
            blank = true;
            continue;
        }
        let before = tidy.chars().next_back();
        if blank && before.is_some_and(|before| before.is_ascii() && c.is_ascii()) {
            tidy.push(' ');
        }
        blank = false;
        tidy.push(c);
    }
    tidy
}

/// A date as it is typed into the file; one without its day, or that no calendar has, stays as it stands.
pub fn day(text: &str) -> Option<String> {
    if let Some(date) = date::parse(text) {
        return Some(date.to_string());
    }
    let text = tidy(text);
    if date::is_written(&text) {
        return Some(text);
    }
    let month = text.strip_suffix('月').filter(|month| month.contains('年'))?;
    date::parse(&format!("{month}月1日")).map(|_| text.clone())
}

/// Whether a line may be the value of a label: no paragraph of the text, which a label without a value stands before.
pub fn is_value(text: &str) -> bool {
    /// No value with a clause in it is longer, in characters.
    const LONGEST_CLAUSE: usize = 40;
    let length = text.chars().count();
    let is_paragraph = || text.ends_with(['。', '：', ':']) || length > LONGEST_CLAUSE && text.contains(['，', ',']);
    length <= 120 && field::label(text).is_none() && heading::measure(text).is_none() && !is_paragraph()
}

/// 郏政〔2022〕1号
pub fn is_number(text: &str) -> bool {
    let text = tidy(text);
    let Some(rest) = text.strip_suffix('号') else { return false };
    let Some(open) = rest.rfind(['〔', '[', '【', '（', '(', '［']) else { return false };
    let digits =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let inside = rest[open..].trim_start_matches(['〔', '[', '【', '（', '(', '［']);
    let Some((year, number)) = inside.split_once(['〕', ']', '】', '）', ')', '］']) else { return false };
    text.chars().count() <= 24 && digits(year) && digits(number.trim_start_matches('第')) && open > 0
}

/// The number in 郏政〔2022〕1号　签发人：张某.
pub fn number_before_signer(text: &str) -> Option<&str> {
    let (number, rest) = text.split_once("签发人")?;
    let number = number.trim_matches(is_blank);
    (rest.chars().count() <= 24 && is_number(number)).then_some(number)
}

/// 供稿：张某, a label that is not known.
pub fn is_unknown_label(text: &str) -> bool {
    let Some((label, value)) = text.split_once(['：', ':']) else { return false };
    let is_label = (2..=6).contains(&label.chars().count()) && label.chars().all(organ::is_chinese);
    is_label && !value.trim().is_empty() && text.chars().count() <= 40 && !text.contains('。')
}

/// 送审稿
pub fn is_stage(text: &str) -> bool {
    text.chars().count() <= 8 && text.ends_with('稿')
}

/// 2022年4月20日在县第十五届人大常委会第三次会议上
pub fn is_occasion(text: &str) -> bool {
    let length = text.chars().count();
    (8..=70).contains(&length)
        && text.contains('在')
        && (text.ends_with("会议上") || text.ends_with("会上") || text.ends_with("会议"))
}

/// 县司法局局长　张某
pub fn is_speaker(text: &str) -> bool {
    const OFFICES: [&str; 8] = ["局长", "县长", "市长", "区长", "主任", "镇长", "乡长", "厅长"];
    let length = text.chars().count();
    (5..=24).contains(&length) && text.contains(is_blank) && OFFICES.iter().any(|office| text.contains(office))
}

/// 市人民政府： or 主任、各位副主任、各位委员：
pub fn is_addressee(text: &str) -> bool {
    const ORGANS: [&str; 16] = [
        "单位",
        "部门",
        "政府",
        "党委",
        "市委",
        "县委",
        "区委",
        "省委",
        "州委",
        "旗委",
        "委员会",
        "常委会",
        "厅",
        "局",
        "办公室",
        "工委",
    ];
    let Some(name) = text.strip_suffix(['：', ':']) else { return false };
    let is_named = ORGANS.iter().any(|organ| name.ends_with(organ)) || name.ends_with('办') || name.contains("各位");
    name.chars().count() <= 60 && is_named && !name.contains(['。', '；']) && !name.contains("如下")
}

/// 市委、市政府, an addressee without its colon.
pub fn is_row_of_organs(text: &str) -> bool {
    let names: Vec<&str> = text.split('、').collect();
    names.len() > 1 && text.chars().count() <= 40 && names.iter().all(|name| organ::is_organ(name))
}

/// Whether a paragraph closes the text: 特此报告。
pub fn is_closing(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "特此报告",
        "专此报告",
        "特此汇报",
        "以上报告",
        "此报告",
        "请审议",
        "请审阅",
        "请予审议",
        "请批评指正",
        "特此报送",
    ];
    let is_annex_list = annex_label(text).is_some_and(|title| title.is_some());
    text.chars().count() <= 40 && WORDS.iter().any(|word| text.contains(word))
        || is_annex_list && text.chars().count() <= 120
}

/// The title of an annex where a line starts one: 附件1, 附件：名词解释, 名词解释.
pub fn annex_label(text: &str) -> Option<Option<String>> {
    const LONGEST: usize = 80;
    if !text.trim_start_matches(is_blank).starts_with(['附', '名', '术', '注', '有']) {
        return None;
    }
    let line: String = text.chars().filter(|&c| !is_blank(c)).take(LONGEST + 1).collect();
    if line.chars().count() > LONGEST || line.ends_with('。') {
        return None;
    }
    if matches!(line.trim_end_matches(['：', ':']), "名词解释" | "术语解释" | "名词注释" | "注释" | "有关名词解释")
    {
        return Some(Some(line.trim_end_matches(['：', ':']).to_owned()));
    }
    let rest = ["附件", "附表", "附录", "附"].iter().find_map(|start| line.strip_prefix(start))?;
    let number: usize = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c))
        .map(char::len_utf8)
        .sum();
    let has_number = number > 0;
    let rest = &rest[number..];
    let title = rest.trim_start_matches(['：', ':', '.', '、']);
    let title = heading::without_mark(title);
    match () {
        () if rest.is_empty() => Some(None),
        () if title.is_empty() => Some(None),
        () if has_number || rest.starts_with(['：', ':']) => Some(Some(title.to_owned())),
        () => None,
    }
}

/// Who gets a copy: 抄送：市委依法治市办。
pub fn copies(text: &str) -> Option<String> {
    let rest = text.strip_prefix('抄')?.trim_start_matches(is_blank).strip_prefix('送')?;
    let organs = rest.strip_prefix(['：', ':'])?;
    Some(tidy(organs.trim_end_matches('。')))
}

/// 附件：情况报告.pdf, the name of a file to be loaded.
pub fn is_download(text: &str) -> bool {
    const FILES: [&str; 10] = [".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".ofd", ".zip", ".rar", ".jpg"];
    let text = text.trim_end_matches(is_blank).to_lowercase();
    text.chars().count() <= 120 && FILES.iter().any(|file| text.ends_with(file))
}

/// 县人民政府办公室　2020年3月20日印发
pub fn is_imprint(text: &str) -> bool {
    text.chars().count() <= 60 && text.ends_with("印发") && text.contains('年')
}

/// Whether a line is nothing but the label of an annex: 附件1.
pub fn is_annex_line(text: &str) -> bool {
    annex_label(text).is_some_and(|title| title.is_none_or(|title| title.ends_with("解释") || title.ends_with("注释")))
}

/// A line of metadata in the midst of a text: one that counts readers, or gives the day of publication beside more.
pub fn is_site_line_within(text: &str) -> bool {
    const COUNTERS: [&str; 8] = ["浏览", "点击", "阅读", "访问", "字体", "字号", "分享", "打印"];
    let entries = field::entries(text);
    let counts = |entry: &Entry| COUNTERS.iter().any(|counter| entry.name.starts_with(counter));
    let is_dated = |entry: &Entry| {
        entry.label == Label::Publication("published") && field::is_moment(&entry.value) && !entry.value.is_empty()
    };
    text.chars().count() <= 200 && (entries.iter().any(counts) || entries.len() >= 2 && entries.iter().any(is_dated))
}

/// A metadata line such as 发布日期：2022-01-12　来源：县司法局.
pub fn is_site_line(text: &str) -> bool {
    let entries = field::entries(text);
    let is_certain = |entry: &Entry| {
        !matches!(entry.name.as_str(), "日期" | "时间" | "主题" | "分类" | "编辑" | "审核" | "标题" | "名称")
    };
    entries.len() >= 2 && text.chars().count() <= 200 || entries.iter().any(is_certain) && text.chars().count() <= 60
}
