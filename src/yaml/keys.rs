//! Every key, fixed value, part id and filter in English and Chinese: the one table.
//!
//! The reader, the import writer, the schema, the command line and the READMEs all follow it. Within one domain every
//! word stands for one thing only; `also` names are read, and rewritten to the Chinese name by `--fix`.

use std::sync::LazyLock;

use crate::map::Map;
use crate::message::Lang;

/// Where a word is used. The same word may mean different things in two domains: 年度 is a key and a built-in name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Domain {
    /// Keys of the report file.
    Key,
    /// 类型
    Kind,
    /// 层级
    Level,
    /// Values of 排版
    Layout,
    /// Contents owed by rule, and parts of the outlines.
    Part,
    /// Built-in ids of 版本
    Edition,
    /// Names that are always there in placeholders.
    BuiltIn,
    /// Filters of placeholders.
    Filter,
    /// 是 and 否
    Boolean,
    /// Commands of the program.
    Command,
}

/// One thing and its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub domain: Domain,
    pub en: &'static str,
    pub zh: &'static str,
    /// Names that are read too.
    pub also: &'static [&'static str],
}

impl Word {
    /// The name to write in a language.
    pub const fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// Every name that is read, the English first, the Chinese second.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.en, self.zh].into_iter().chain(self.also.iter().copied())
    }
}

macro_rules! words {
    ($($domain:ident: $($en:literal $zh:literal $([$($also:literal)*])?),* ;)*) => {
        &[$($(Word { domain: Domain::$domain, en: $en, zh: $zh, also: &[$($($also),*)?] }),*),*]
    };
}

/// The table.
pub const WORDS: &[Word] = words! {
    Key:
        // the top level
        "report" "报告" ["年报"],
        "publication" "发布信息" ["公开信息"],
        "letterhead" "版头" ["红头"],
        "figures" "数据" ["指标"],
        "checks" "自定核对",
        "preamble" "导语" ["开头" "前言" "帽段"],
        "sections" "章节" ["部分" "小节"],
        "closing" "结束语" ["结尾"],
        "annexes" "附件",
        "allow" "免检" ["豁免"],
        "style" "格式" ["版式"],
        // the frame
        "kind" "类型",
        "level" "层级" ["级别"],
        "place" "地区",
        "issuer" "发文机关" ["发文单位" "报告单位"],
        "signature" "署名" ["落款"],
        "year" "年度" ["报告年度"],
        "outline" "纲要" ["提纲"],
        "number" "发文字号" ["文号"],
        "date" "成文日期" ["日期" "落款日期"],
        "title" "标题" ["题目"],
        "stage" "稿次",
        "previous" "上年报告",
        // editions
        "editions" "版本",
        "id" "代号",
        "addressee" "主送" ["主送机关"],
        "copies" "抄送",
        "salutation" "称谓",
        "occasion" "报告场合",
        "speaker" "报告人",
        "only" "限用版本",
        "except" "不用版本",
        // text
        "part" "内容项",
        "heading" "小标题" ["章节标题"],
        "text" "正文" ["段落" "内容"],
        "measures" "条目" ["举措" "问题" "安排"],
        "after" "后文",
        "todo" "待办",
        "provider" "供稿单位" ["责任单位"],
        // figures
        "value" "数值" ["本年"],
        "last_year" "上年" ["上年数"],
        "formula" "算式",
        "unit" "计量单位",
        "denominator" "分母" ["基数"],
        "decimals" "小数位",
        "as_of" "截至",
        "source" "来源" ["来源单位" "提供单位"],
        "scope" "口径",
        "checked_by" "核对人",
        "note" "备注" ["说明"],
        "publishable" "可公开",
        "total" "合计" ["总计"],
        "apart" "不计入",
        // layout
        "layout" "排版",
        "run_in" "接排",
        "numbering" "编号",
        // publication
        "index" "索引号",
        "topic" "主题分类",
        "genre" "体裁分类",
        "group" "组配分类",
        "organ" "发布机构" ["制发机构"],
        "published" "发布日期" ["公开日期"],
        "validity" "有效性",
        "summary" "内容概述",
        "keywords" "关键词",
        "audience" "服务对象",
        "registration" "登记号",
        "disclosure" "公开属性",
        "origin" "信息来源",
        "editor" "责任编辑",
        "url" "网址",
        "downloads" "下载文件",
        "site_name" "网站名称",
        "site_domain" "网站域名",
        "site_id" "网站标识码",
        "column_name" "栏目名称",
        "column_type" "栏目类别",
        "column_description" "栏目描述",
        "column_keywords" "栏目关键词",
        // letterhead
        "mark" "发文机关标志",
        "suffix" "文件字样",
        "copy_number" "份号",
        "secrecy" "密级",
        "secrecy_term" "保密期限",
        "urgency" "紧急程度",
        "signer" "签发人",
        "cosigner" "会签人",
        "imprint" "版记",
        "printer" "印发机关",
        "printed" "印发日期",
        "postscript" "附注",
        "contact" "联系人",
        "phone" "联系电话",
        "seal" "印章",
        // style
        "file" "文件",
        "title_font" "标题字体",
        "body_font" "正文字体",
        "heading_fonts" "各级标题字体",
        "digit_font" "数字字体",
        "line_pitch" "行距",
        "margins" "页边距",
        "page_number" "页码",
        "lead_bold" "段首加粗",
        // allow
        "rule" "规则",
        "reason" "理由",
        "at" "位置";
    Kind:
        "government" "政府",
        "department" "部门",
        "township" "乡镇街道" ["乡镇" "街道"],
        "zone" "开发区" ["管委会"],
        // A government whose Party committee signs too.
        "joint" "党委政府";
    Level:
        "nation" "国家级",
        "province" "省级",
        "city" "市级" ["地级市" "州" "盟"],
        "county" "县级" ["县" "区" "旗" "县级市"],
        "township" "乡级";
    Layout:
        "paragraph" "分段",
        "inline" "连写",
        "restart" "重编",
        "continuous" "连编",
        "auto" "自动";
    Part:
        "achievements" "举措成效",
        "shortcomings" "不足原因",
        "responsibility" "第一责任人",
        "plan" "下年安排",
        "other" "其他情况",
        "leadership" "党的领导",
        "functions" "政府职能" ["机构职能" "履行职能"],
        "rulemaking" "制度体系",
        "decisions" "行政决策",
        "enforcement" "行政执法",
        "emergencies" "突发事件",
        "disputes" "矛盾化解" ["矛盾纠纷"],
        "oversight" "权力监督",
        "digital" "数字法治",
        "capability" "法治能力",
        "organization" "组织保障",
        "business" "营商环境",
        "openness" "政务公开",
        "publicity" "普法宣传",
        "services" "公共法律服务",
        "demonstration" "示范创建";
    Edition:
        "upper" "报上级",
        "party" "报党委",
        "npc" "报人大",
        "line" "报上级部门",
        "public" "公开版";
    BuiltIn:
        "year" "年度",
        "next_year" "下年",
        "place" "地区",
        "issuer" "发文机关";
    Filter:
        "number" "数值",
        "change" "同比",
        "difference" "增减",
        "share" "占比",
        "last" "上年",
        "round" "约数",
        "wan" "万";
    Boolean:
        "true" "是" ["yes"],
        "false" "否" ["no"];
    Command:
        "new" "新建",
        "next" "下年",
        "check" "核对",
        "render" "生成",
        "import" "导入",
        "compare" "对照",
        "explain" "释义",
        "rules" "规则",
        "outlines" "纲要",
        "templates" "模板",
        "schema" "键名表";
};

/// Every name of every word.
static INDEX: LazyLock<Map<(Domain, &str), &Word>> = LazyLock::new(|| {
    let names = |word: &'static Word| word.names().map(move |name| ((word.domain, name), word));
    WORDS.iter().flat_map(names).collect()
});

/// The word a name of either language stands for.
pub fn word(domain: Domain, name: &str) -> Option<&'static Word> {
    INDEX.get(&(domain, name)).copied()
}

/// The English name, from a name of either language.
pub fn english(domain: Domain, name: &str) -> Option<&'static str> {
    word(domain, name).map(|word| word.en)
}

/// The Chinese name, from a name of either language.
pub fn chinese(domain: Domain, name: &str) -> Option<&'static str> {
    word(domain, name).map(|word| word.zh)
}

/// The id of a part as outlines have it, from the name typed in a report: the English one of ours, else as typed.
pub fn part_id(typed: &str) -> &str {
    id(Domain::Part, typed)
}

/// The id of an edition as outlines have it, from the name typed in a report: the English one of ours, else as typed.
pub fn edition_id(typed: &str) -> &str {
    id(Domain::Edition, typed)
}

fn id(domain: Domain, typed: &str) -> &str {
    let typed = typed.trim();
    english(domain, typed).unwrap_or(typed)
}

/// The name to write in a language, from the English one; one that is not ours stays as it is.
pub fn name(domain: Domain, english: &str, lang: Lang) -> &str {
    word(domain, english).map_or(english, |word| word.name(lang))
}

/// What stands in a file for a value nobody knows yet: 待填, and beside English keys ~.
pub const fn unfilled(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "待填",
        Lang::En => "~",
    }
}

/// Every word of a domain, in the order of the table.
pub fn words(domain: Domain) -> impl Iterator<Item = &'static Word> {
    WORDS.iter().filter(move |word| word.domain == domain)
}
