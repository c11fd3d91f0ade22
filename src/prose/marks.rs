//! The marks and small words that stand between the words of a clause.

/// Words that join a clause to the one before it, or open it, and say nothing of what is counted.
pub const JOINING: [&str; 26] = [
    "其中",
    "包括",
    "分别为",
    "分别是",
    "分别",
    "分为",
    "以及",
    "同时",
    "并且",
    "此外",
    "另外",
    "另有",
    "目前",
    "截至目前",
    "截止目前",
    "共计",
    "合计",
    "总计",
    "累计",
    "一共",
    "总共",
    "全年",
    "今年",
    "本年度",
    "本年",
    "年内",
];

/// Joining words of one character, each with the characters that make another word of it: 及格, 和解, 共同.
const SHORT: [(char, &str); 5] =
    [('共', "同青产享建有"), ('和', "解谐平"), ('与', "会"), ('及', "格时"), ('并', "联购")];

/// Words that stand between a name and its number.
const LINKING: [&str; 16] = [
    "共计",
    "合计",
    "总计",
    "累计",
    "达到了",
    "达到",
    "达",
    "分别为",
    "分别是",
    "分别",
    "均为",
    "为",
    "是",
    "有",
    "共",
    "了",
];

/// Words in front of a number that leave the name to the words behind it: 建立19个法治文化阵地.
pub const OPENERS: [&str; 24] = [
    "建立", "建成", "建设", "新建", "成立", "设立", "配备", "配置", "打造", "开展", "举办", "组织", "召开", "制定",
    "出台", "印发", "培育", "培养", "创建", "聘请", "选派", "完成", "发现", "有",
];

/// Marks and blanks at the ends of words.
const EDGES: &[char] = &['、', ' ', '\u{3000}', '\u{a0}', ',', '，', ':', '：', ';', '；', '。', '\n'];
/// Parentheses that open and that close.
const OPENING: [char; 2] = ['(', '（'];
const CLOSING: [char; 2] = [')', '）'];

/// The full-width form of a mark that ends a clause; `None` for any other character.
pub fn clause_mark(character: char) -> Option<char> {
    Some(match character {
        '，' | ',' => '，',
        '；' | ';' => '；',
        '：' | ':' => '：',
        _ => return None,
    })
}

/// The full-width form of a mark that ends a sentence; `None` for any other character.
pub fn sentence_mark(character: char) -> Option<char> {
    Some(match character {
        '。' | '\n' => '。',
        '！' | '!' => '！',
        '？' | '?' => '？',
        _ => return None,
    })
}

/// Words without what joins them to others: marks, parentheses and joining words in front, linking words and
/// parentheses behind.
pub fn bare(words: &str) -> &str {
    let mut bare = words.trim_matches(EDGES);
    loop {
        let rest = match bare.strip_prefix(OPENING).and_then(|inside| inside.split_once(CLOSING)) {
            Some((_, rest)) => rest,
            None => match JOINING.iter().find_map(|word| bare.strip_prefix(word)).or_else(|| without_short(bare)) {
                Some(rest) => rest,
                None => break,
            },
        };
        bare = rest.trim_start_matches(EDGES);
    }
    loop {
        let rest = match bare.strip_suffix(CLOSING) {
            Some(inside) => inside.rfind(OPENING).map_or(inside, |opening| &inside[..opening]),
            None => match LINKING.iter().find_map(|word| bare.strip_suffix(word)) {
                Some(rest) => rest,
                None => break,
            },
        };
        bare = rest.trim_end_matches(EDGES);
    }
    bare
}

/// What follows a joining word of one character.
fn without_short(words: &str) -> Option<&str> {
    let (word, others) = SHORT.iter().find(|(word, _)| words.starts_with(*word))?;
    let rest = &words[word.len_utf8()..];
    (!rest.starts_with(|next| others.contains(next))).then_some(rest)
}
