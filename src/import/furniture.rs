//! What a government site puts around its texts: breadcrumbs, share bars, view counts, footers.

use crate::characters::han::is_han;
use crate::readers::{is_blank, is_page_mark};

/// How such a line starts.
const STARTS: &[&str] = &[
    "分享到",
    "分享至",
    "分享:",
    "分享：",
    "一键分享",
    "打印本页",
    "打印此页",
    "打印文章",
    "关闭窗口",
    "关闭本页",
    "添加收藏",
    "加入收藏",
    "收藏本页",
    "设为首页",
    "字体:",
    "字体：",
    "字体大小",
    "字号:",
    "字号：",
    "扫一扫",
    "扫描二维码",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "上一页",
    "下一页",
    "返回顶部",
    "返回列表",
    "返回首页",
    "浏览次数",
    "浏览量",
    "阅读次数",
    "阅读量",
    "点击数",
    "点击量",
    "点击次数",
    "访问量",
    "访问次数",
    "您的位置",
    "您现在的位置",
    "您当前的位置",
    "您所在的位置",
    "你的位置",
    "当前位置",
    "当前所在位置",
    "所在位置",
    "现在位置",
    "版权所有",
    "版权声明",
    "网站标识码",
    "视力保护色",
    "保护视力",
    "我要纠错",
    "政府网站找错",
    "Copyright",
    "copyright",
    "©",
    "Produced",
    "无障碍浏览",
    "无障碍阅读",
    "无障碍版",
    "无障碍模式",
];
/// How such a line starts where no word goes on with it: 无障碍 and 技术支持：某公司, but not 无障碍环境建设.
const NAMES: &[&str] = &[
    "主办单位",
    "承办单位",
    "协办单位",
    "技术支持",
    "技术支撑",
    "网站地图",
    "网站声明",
    "联系我们",
    "关于我们",
    "隐私声明",
    "备案号",
    "建议使用",
    "责任编辑",
    "相关链接",
    "相关文章",
    "相关信息",
    "相关内容",
    "相关推荐",
    "相关资讯",
    "往期推荐",
    "推荐阅读",
    "延伸阅读",
    "相关阅读",
    "相关新闻",
    "相关稿件",
    "相关附件",
    "相关文档",
    "相关政策",
    "友情链接",
    "无障碍",
    "网站支持",
    "手机版",
    "电脑版",
    "语音播报",
    "正文朗读",
    "邮政编码",
    "联系电话",
    "政务微博",
    "政务微信",
    "微信公众号",
    "热点新闻",
    "今日要闻",
    "政策解读",
    "相关解读",
    "文件下载",
];
/// How such a line starts below a text; in the midst of one it may be a line of the text.
const ADDRESSES: &[&str] =
    &["主办:", "主办：", "承办:", "承办：", "地址:", "地址：", "电话:", "电话：", "网址:", "网址："];
/// How a whole sentence of the site starts.
const SENTENCES: &[&str] = &[
    "二维码便可",
    "为确保最佳浏览效果",
    "您觉得这篇内容",
    "免责声明",
    "声明：凡注明",
    "凡注明",
    "凡本网注明",
    "此件公开",
    "此件主动公开",
    "此件依申请公开",
    "联系人:",
    "联系人：",
];
/// What such a line may consist of. Lines that go on after one of these are no such: 注册登记便利化.
const WORDS: &[&str] = &[
    "打印",
    "关闭",
    "收藏",
    "注册",
    "登录",
    "搜索",
    "朗读",
    "扫码",
    "传真",
    "邮箱",
    "邮编",
    "邮政编码",
    "字体",
    "字号",
    "分享",
    "纠错",
    "下载",
    "返回",
    "顶部",
    "首页",
    "窗口",
    "本页",
    "大",
    "中",
    "小",
    "微信",
    "微博",
    "到",
    "简体",
    "繁体",
    "转发",
    "我要",
    "此页",
    "正文",
    "默认",
    "超大",
];
/// What stands somewhere in such a line.
const PARTS: &[&str] = &[
    "ICP备",
    "ICP证",
    "公网安备",
    "网站标识码",
    "浏览次数",
    "点击次数",
    "阅读次数",
    "访问次数",
    "打印本页",
    "关闭窗口",
    "版权所有",
    "Copyright",
    "copyright",
    "【字体",
    "[字体",
    "分享到",
    "扫一扫",
];
/// The longest such line, in characters: a sentence that speaks of printing or of a footer is longer.
const LONGEST: usize = 160;

/// Whether a line above or below a text is such a one.
pub fn is_furniture(text: &str) -> bool {
    let Some(line) = Line::of(text) else { return false };
    let is_address = || line.is_short && ADDRESSES.iter().any(|start| line.bare().starts_with(start));
    line.is_certain() || line.is_named() || is_address() || line.is_breadcrumb()
}

/// Whether a line in the midst of a text is such a one, whatever the text speaks of.
pub fn is_furniture_within(text: &str) -> bool {
    Line::of(text).is_some_and(|line| line.is_certain() || NAMES.contains(&line.bare()) || line.leads_home())
}

/// A line without blanks.
struct Line {
    text: String,
    length: usize,
    is_short: bool,
}

impl Line {
    /// A line that is short enough.
    fn of(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|&c| !is_blank(c)).take(LONGEST + 1).collect();
        let length = text.chars().count();
        let is_short = length <= 40 && !text.contains('。');
        (length <= LONGEST).then_some(Self { text, length, is_short })
    }

    /// Without the marks before it.
    fn bare(&self) -> &str {
        self.text.trim_start_matches(['[', '【', '［', '「', '(', '（', '·', '|', '-', '*', '>'])
    }

    fn is_certain(&self) -> bool {
        let starts = || self.is_short && STARTS.iter().any(|start| self.bare().starts_with(start));
        let holds = || !self.text.contains('。') && PARTS.iter().any(|part| self.text.contains(part));
        let says = || SENTENCES.iter().any(|start| self.bare().starts_with(start));
        starts() || holds() || says() || self.is_short && is_all_words(&self.text) || is_page_mark(&self.text)
    }

    /// 技术支持：某公司, where no Han character goes on with the name.
    fn is_named(&self) -> bool {
        let mut rests = NAMES.iter().filter_map(|name| self.bare().strip_prefix(name));
        self.is_short && rests.any(|rest| !rest.starts_with(is_han))
    }

    /// 首页 > 政务公开
    fn leads_home(&self) -> bool {
        let arrows = ['>', '＞', '»', '›', '→', '≫', '/', '\\'];
        let is_path = || self.text.contains("首页") && self.text.contains(arrows);
        let leads =
            || ["您现在的位置", "您的位置", "当前位置", "您当前的位置"].iter().any(|lead| self.text.starts_with(lead));
        self.length <= 120 && !self.text.contains('。') && (is_path() || leads())
    }

    /// 政务公开 > 法治政府建设 > 年度报告
    fn is_breadcrumb(&self) -> bool {
        let is_step =
            |step: &str| step.chars().any(char::is_alphanumeric) && step.chars().count() <= 30 && !step.contains('<');
        let steps = || self.text.split(['>', '＞', '»', '›']).filter(|step| !step.is_empty());
        let is_chain = || steps().count() >= 3 && steps().all(is_step);
        self.leads_home() || self.length <= 120 && !self.text.contains('。') && is_chain()
    }
}

/// Where the tools of a page start behind a value: 县司法局【打印】【关闭】.
pub fn tools_at_end(value: &str) -> Option<usize> {
    let is_edge = |c: char| is_blank(c) || "[【［(（|".contains(c);
    let edges = value.char_indices().filter(|&(_, c)| is_edge(c)).map(|(at, _)| at);
    edges
        .into_iter()
        .find(|&at| value[at..].trim_start_matches(is_edge).starts_with(is_han) && is_all_words(&value[at..]))
}

/// 【打印】【关闭】, 登录 | 注册, 传真：0371-12345
fn is_all_words(text: &str) -> bool {
    let mut words = text.split(|c| !is_han(c)).filter(|word| !word.is_empty()).peekable();
    let is_word = |mut rest: &str| {
        while let Some(word) = NAMES.iter().chain(WORDS).find(|word| rest.starts_with(**word)) {
            rest = &rest[word.len()..];
        }
        rest.is_empty()
    };
    words.peek().is_some_and(|first| first.chars().count() > 1) && words.all(is_word)
}
