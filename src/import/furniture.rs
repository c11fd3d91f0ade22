//! What a government site puts around its texts: breadcrumbs, share bars, view counts, footers.

use crate::han::is_han;
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
    "主办单位",
    "主办:",
    "主办：",
    "承办单位",
    "承办:",
    "承办：",
    "协办单位",
    "技术支持",
    "技术支撑",
    "网站标识码",
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
    "视力保护色",
    "保护视力",
    "无障碍",
    "我要纠错",
    "政府网站找错",
    "网站支持",
    "手机版",
    "电脑版",
    "语音播报",
    "正文朗读",
    "Copyright",
    "copyright",
    "©",
    "Produced",
    "地址:",
    "地址：",
    "邮政编码",
    "联系电话",
    "电话:",
    "电话：",
    "网址:",
    "网址：",
    "政务微博",
    "政务微信",
    "微信公众号",
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

/// Whether a line is such a one.
pub fn is_furniture(text: &str) -> bool {
    let text: String = text.chars().filter(|&c| !is_blank(c)).take(LONGEST + 1).collect();
    let length = text.chars().count();
    if length > LONGEST {
        return false;
    }
    let bare = text.trim_start_matches(['[', '【', '［', '「', '(', '（', '·', '|', '-', '*', '>']);
    let is_short = length <= 40 && !text.contains('。');
    let starts = || is_short && STARTS.iter().any(|start| bare.starts_with(start));
    let holds = || !text.contains('。') && PARTS.iter().any(|part| text.contains(part));
    starts() || holds() || is_short && is_all_words(&text) || is_breadcrumb(&text, length) || is_page_mark(&text)
}

/// 【打印】【关闭】, 登录 | 注册, 传真：0371-12345
fn is_all_words(text: &str) -> bool {
    let mut words = text.split(|c| !is_han(c)).filter(|word| !word.is_empty()).peekable();
    let is_word = |mut rest: &str| {
        while let Some(word) = WORDS.iter().find(|word| rest.starts_with(**word)) {
            rest = &rest[word.len()..];
        }
        rest.is_empty()
    };
    words.peek().is_some_and(|first| first.chars().count() > 1) && words.all(is_word)
}

/// 首页 > 政务公开 > 法治政府建设
fn is_breadcrumb(text: &str, length: usize) -> bool {
    let arrows = ['>', '＞', '»', '›', '→', '≫', '/', '\\'];
    let is_path = || text.contains("首页") && text.contains(arrows);
    let is_step =
        |step: &str| step.chars().any(char::is_alphanumeric) && step.chars().count() <= 30 && !step.contains('<');
    let steps = || text.split(['>', '＞', '»', '›']).filter(|step| !step.is_empty());
    let is_chain = || steps().count() >= 3 && steps().all(is_step);
    let leads = ["您现在的位置", "您的位置", "当前位置", "您当前的位置"].iter().any(|lead| text.starts_with(lead));
    length <= 120 && !text.contains('。') && (is_path() || is_chain() || leads)
}
