//! One text alone: what is markup, what shows as typed, and where every character comes from.

use fazhi::document::text::{Parsed, escape, line, parse};
use fazhi::document::{Block, Inline, Origin, plain};
use fazhi::figures::placeholder::{Expansion, Piece};
use fazhi::place::Place;
use proptest::prelude::*;

use super::{dump, each_inline, inlines};

const PLACE: Place = Place(7);

/// A text whose `{…}` are placeholders that print what is inside them; `{}` is one that is not filled.
fn expansion(text: &str) -> Expansion {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|start| at + start) {
        let end = start + text[start..].find('}').expect("test texts close their braces") + 1;
        pieces.push(Piece::Typed { text: text[at..start].to_owned(), range: at..start });
        let value = text[start + 1..end - 1].to_owned();
        pieces.push(match value.as_str() {
            "" => Piece::Unfilled { name: "立案".to_owned(), range: start..end },
            _ => Piece::Value { text: value, range: start..end },
        });
        at = end;
    }
    pieces.push(Piece::Typed { text: text[at..].to_owned(), range: at..text.len() });
    Expansion { pieces }
}

fn typed(text: &str) -> Expansion {
    Expansion { pieces: vec![Piece::Typed { text: text.to_owned(), range: 0..text.len() }] }
}

fn read(text: &str) -> Parsed {
    parse(&expansion(text), PLACE, 0)
}

fn shows(text: &str, expected: &str) {
    let parsed = read(text);
    assert_eq!(dump(&parsed.blocks), expected, "{text:?}");
}

#[test]
fn reads_the_markup_we_know() {
    shows("甲\n\n乙", "p 甲\np 乙\n");
    shows("**重**与*轻*和__粗__", "p B[重]与I[轻]和__粗__\n");
    shows("见[《办法》](https://www.gov.cn/a_b)。", "p 见L[《办法》](https://www.gov.cn/a_b)。\n");
    shows("- 甲\n- 乙\n  - 丙\n  - 丁", "-\n  p 甲\n-\n  p 乙\n  -\n    p 丙\n  -\n    p 丁\n");
    shows("* 甲\n\n* 乙\n\n  又乙", "-\n  p 甲\n-\n  p 乙\n  p 又乙\n");
    shows("3. 甲\n4. 乙", "3.\n  p 甲\n4.\n  p 乙\n");
    shows("| 甲 | 乙 |\n|---|--:|\n| 1 | **2** |\n| 3 |", "| 甲 | 乙\n| 1 | B[2]\n| 3 | \n");
    shows("一行\\\n二行", "p 一行⏎二行\n");
    shows(r"\*甲\* \[乙\] \\", "p *甲* [乙] \\\n");
}

#[test]
fn a_picture_is_a_paragraph_or_a_line_of_its_own() {
    shows("甲\n\n![现场](图/a.png)\n\n乙", "p 甲\nf 现场 <图/a.png>\np 乙\n");
    shows("甲。\n![现场](图/a.png)\n乙。", "p 甲。\nf 现场 <图/a.png>\np 乙。\n");
    shows("　　甲。\n　　![](a.png)\n　　![](b.png)", "p 甲。\nf  <a.png>\nf  <b.png>\n");
    shows("![**重**，{83件}](a.png)", "f B[重]，V[83件] <a.png>\n");
    shows("![收到{}](a.png)", "f 收到【待填：立案】 <a.png>\n");
    shows("![图]({2023}/a.png)", "f 图 <2023/a.png>\n");
    shows("![图]({../../}a.png)", "f 图 <../../a.png>\n");
    shows("![图](图 (1).png)", "f 图 <图 (1).png>\n");
    shows("![图]( 现场 1.png )", "f 图 <现场 1.png>\n");
    shows("![图](<现场 (1).png>)", "f 图 <现场 (1).png>\n");
    shows("![图\n示](a.png)", "f 图示 <a.png>\n");
    shows("![[甲](https://www.gov.cn/)](a.png)", "f L[甲](https://www.gov.cn/) <a.png>\n");
    shows("![`a`<b>&amp;](a&amp;.png)", "f `a`<b>&amp; <a&amp;.png>\n");
    shows("- 甲\n- 乙\n\n![图](a.png)", "-\n  p 甲\n-\n  p 乙\nf 图 <a.png>\n");
    shows("- 甲\n- 乙\n![图](a.png)", "-\n  p 甲\n-\n  p 乙\nf 图 <a.png>\n");
    shows("| 甲 |\n|---|\n| 1 |\n![图](a.png)", "| 甲\n| 1\nf 图 <a.png>\n");
    let parsed = read("![**重**](a.png)");
    let [Block::Picture(picture)] = parsed.blocks.as_slice() else { panic!("{parsed:?}") };
    assert_eq!((plain(&picture.typed).as_str(), picture.image.is_none()), ("![**重**](a.png)", true));
}

#[test]
fn a_picture_anywhere_else_shows_as_typed() {
    shows("见![现场](a.png)。", "p 见![现场](a.png)。\n");
    shows("![甲](a.png)![乙](b.png)", "p ![甲](a.png)![乙](b.png)\n");
    shows("![甲](a.png)和（乙)", "p ![甲](a.png)和（乙)\n");
    shows("![甲](a.png)和(乙)", "p ![甲](a.png)和(乙)\n");
    shows("- 甲\n- ![图](a.png)", "-\n  p 甲\n-\n  p ![图](a.png)\n");
    shows("- 甲\n  ![图](a.png)\n- 乙", "-\n  p 甲![图](a.png)\n-\n  p 乙\n");
    shows("- ![图](a.png)", "p - ![图](a.png)\n");
    shows("| 甲 |\n|---|\n| ![图](a.png) |", "| 甲\n| ![图](a.png)\n");
    shows("**![图](a.png)**", "p B[![图](a.png)]\n");
    shows("![甲![乙](b.png)](a.png)", "p ![甲![乙](b.png)](a.png)\n");
    shows("![图]({}.png)", "p ![图](【待填：立案】.png)\n");
    for text in [
        "![图](a.png \"标题\")",
        "![图](a.png '标题')",
        "![图][甲]",
        "![图]",
        "![图]()",
        "![图]( )",
        "![图](a.png",
        "![图]（a.png）",
        "<img src=\"a.png\">",
    ] {
        shows(text, &format!("p {text}\n"));
    }
    shows("\\![图\\](a.png)", "p ![图](a.png)\n");
    let parsed = read("甲[^1]\n\n[^1]: ![图](a.png)");
    assert_eq!(dump(&parsed.notes[0].body), "p ![图](a.png)\n");
}

#[test]
fn all_else_shows_as_typed() {
    for text in [
        "# 标题",
        "###### 标题 ##",
        "> 引文",
        "```",
        "``` rust",
        "~~~",
        "`代码`",
        "``代`码``",
        "<script>alert(1)</script>",
        "<!-- 注释",
        "<https://www.gov.cn>",
        "</div>",
        "<?php",
        "&lt;b&gt; &copy; &#42;甲&#42;",
        "*",
        "甲*乙",
        "**",
        "**甲",
        "* 单项",
        "- 单项",
        "+ 单项",
        "1. 单项",
        "1) 单项",
        "2021. 年",
        "---",
        "***",
        "___",
        "- - -",
        "===",
        "[甲]: https://www.gov.cn",
        "[甲]: <https://www.gov.cn> '乙'",
        "见![图](a.png)",
        "![图][甲]",
        "[甲](javascript:alert(1))",
        "[甲](data:text/html,x)",
        "[甲](../乙)",
        "[甲](//evil.example/x)",
        "[甲]()",
        "甲[](https://www.gov.cn)乙",
        "[ 　](a.html)",
        "[甲][乙] [丙]",
        "[^1]",
        "[^1]: 没有标记的注",
        "$x$ ~~删~~ ==亮== ^上^ {#id}",
        "| 甲 | 乙 |",
        "5*（3+2）*4",
        "注*：甲；注*：乙",
        "共____件",
        "\u{E000}\u{E001}\u{2060}\u{FEFF}甲",
        r"C:\目录\文件",
    ] {
        let parsed = parse(&typed(text), PLACE, 0);
        let [Block::Paragraph(paragraph)] = parsed.blocks.as_slice() else {
            panic!("{text:?}: {}", dump(&parsed.blocks));
        };
        assert_eq!(plain(&paragraph.content), text);
        assert!(!dump(&parsed.blocks).contains("B["), "{text:?}");
    }
}

#[test]
fn marks_on_later_lines_are_text_too() {
    shows("标题\n===", "p 标题===\n");
    shows("标题\n---", "p 标题---\n");
    shows("甲\n# 乙", "p 甲# 乙\n");
    shows("甲\n> 乙\n> 丙", "p 甲> 乙> 丙\n");
    shows("甲\n1. 乙", "p 甲\np 1. 乙\n");
    shows("甲\n<div>\n\n乙", "p 甲<div>\np 乙\n");
    shows("```\n**甲**\n```\n\n乙", "p ```B[甲]```\np 乙\n");
    shows("<!--\n\n甲\n\n-->", "p <!--\np 甲\np -->\n");
    shows("- 甲\n- # 乙\n- > 丙\n- ```", "-\n  p 甲\n-\n  p # 乙\n-\n  p > 丙\n-\n  p ```\n");
    shows("a\r# b\r\n> c", "p a # b > c\n");
}

#[test]
fn indents_are_no_code() {
    shows("    甲\n\n\t**乙**", "p 甲\np B[乙]\n");
    shows("- 甲\n- 乙\n\n        丙", "-\n  p 甲\n-\n  p 乙\n  p 丙\n");
    shows("-       甲\n-\t乙", "-\n  p 甲\n-\n  p 乙\n");
    shows("- 甲\n\n      # 乙\n- 丙", "-\n  p 甲\n  p # 乙\n-\n  p 丙\n");
}

#[test]
fn ideographic_blanks_open_a_paragraph() {
    shows("　　甲。\n　　乙。", "p 甲。\np 乙。\n");
    shows("　　\n\u{A0}甲\n　乙", "p 甲乙\n");
    shows("　　- 甲\n　　- 乙", "-\n  p 甲\n-\n  p 乙\n");
    shows("　　1. 甲", "p 1. 甲\n");
}

#[test]
fn bold_stands_beside_chinese_marks() {
    shows("**《行政复议法》**实施", "p B[《行政复议法》]实施\n");
    shows("**重点：**工作", "p B[重点：]工作\n");
    shows("贯彻**《行政复议法》**和**《信访工作条例》**，", "p 贯彻B[《行政复议法》]和B[《信访工作条例》]，\n");
    shows("达到**100%**以上", "p 达到B[100%]以上\n");
    shows("**“三项制度”**2021年落地", "p B[“三项制度”]2021年落地\n");
    shows("**甲：**乙：**丙**丁", "p B[甲：]乙：B[丙]丁\n");
    shows("开展*《办法》*宣传", "p 开展I[《办法》]宣传\n");
    shows("达到**{98.5%}**以上，**{《办法》}**实施", "p 达到B[V[98.5%]]以上，B[V[《办法》]]实施\n");
    shows(r"\**《甲》\**乙", "p **《甲》**乙\n");
    shows("`**《甲》**`乙", "p `B[《甲》]`乙\n");
}

#[test]
fn line_ends_vanish_beside_wide_characters() {
    shows("甲\n乙", "p 甲乙\n");
    shows("收到\n83件", "p 收到83件\n");
    shows("甲”\n“乙", "p 甲”“乙\n");
    shows("**甲**\n**乙**", "p B[甲]B[乙]\n");
    shows("rule of\nlaw", "p rule of law\n");
    shows("**of**\n*law*", "p B[of] I[law]\n");
    shows("to {83}\nand {} \n{x}", "p to V[83] and 【待填：立案】V[x]\n");
    shows("甲  \n乙", "p 甲乙\n");
}

#[test]
fn values_are_never_markup() {
    shows("{**83**}件", "p V[**83**]件\n");
    shows("{- }甲\n{# }乙", "p V[- ]甲V[# ]乙\n");
    shows("{[^1]}甲[^1]\n\n[^1]: 注{x}", "p V[[^1]]甲N[0]\n");
    shows("*{a*b}*", "p I[V[a*b]]\n");
    shows("[甲](https://x.cn/{2021}/{7})", "p L[甲](https://x.cn/2021/7)\n");
    shows("[甲]({javascript:x})", "p [甲](V[javascript:x])\n");
    shows("[甲](https://x.cn/{})", "p [甲](https://x.cn/【待填：立案】)\n");
    shows("\u{E000}{83}[甲](\u{E000}{7})", "p \u{E000}V[83]L[甲](\u{E000}7)\n");
}

#[test]
fn notes_belong_to_their_text() {
    let parsed = parse(&typed("甲[^乙]丁[^a]又[^乙][^无]\n\n[^a]: 注一[^a]\n[^乙]: 注二\n\n    续\n\n完"), PLACE, 3);
    assert_eq!(dump(&parsed.blocks), "p 甲N[3]丁N[4]又N[3][^无]\np 完\n");
    let notes: Vec<_> = parsed.notes.iter().map(|note| dump(&note.body)).collect();
    assert_eq!(notes, ["p 注二\np 续\n", "p 注一[^a]\n"]);
    shows("甲[^1]\n\n[^1]:", "p 甲[^1]\np [^1]:\n");
    let again = parse(&typed("甲[^1]\n\n[^1]: 一\n\n[^1]: 二\n[^2]: 三"), PLACE, 0);
    assert_eq!(dump(&again.blocks), "p 甲N[0]\np [^1]: 二\np [^2]: 三\n");
    assert_eq!(dump(&again.notes[0].body), "p 一\n");
}

#[test]
fn nothing_of_a_table_vanishes() {
    shows("| 甲 |\n|---|\n| 1 | 2 | **3** |", "| 甲\n| 1 2 | **3**\n");
    shows(
        r"| 甲\|乙 | `丙 |
|---|---|
| [a](x\|y) | \* |",
        "| 甲|乙 | `丙\n| L[a](x|y) | *\n",
    );
    shows("正文\n\n| 甲 |\n|---|\n> 乙", "p 正文\n| 甲\n| > 乙\n");
}

#[test]
fn tables_have_captions() {
    let table = "\n\n| 甲 |\n|---|\n| 1 |";
    for caption in ["表1 清理情况", "附表二：清理情况", "表：清理"] {
        shows(&format!("正文\n\n{caption}{table}"), &format!("p 正文\nt {caption}\n| 甲\n| 1\n"));
    }
    for text in ["表彰一批。", "表1 见下。", "表明", "正文"] {
        shows(&format!("{text}{table}"), &format!("p {text}\n| 甲\n| 1\n"));
    }
    shows("表1 一\n| 甲 |\n|---|\n| 1 |", "t 表1 一\n| 甲\n| 1\n");
}

#[test]
fn lines_have_no_markup() {
    let content = line(&expansion(" **{2022}年**工作\n　安排 # "), PLACE);
    assert_eq!(inlines(&content), "**V[2022]年**工作安排 #");
}

#[test]
fn typed_runs_are_their_source() {
    let text = "　甲**乙\n丙**&amp;\\*[丁](x)";
    let parsed = parse(&typed(text), PLACE, 0);
    let mut found = Vec::new();
    each_inline(&parsed.blocks, &mut |inline| {
        if let Inline::Text(run) = inline
            && let Origin::Typed { place, range } = &run.origin
        {
            assert_eq!(*place, PLACE);
            found.push(&text[range.clone()]);
            assert_eq!(text[range.clone()], run.text);
        }
    });
    assert_eq!(found, ["甲", "乙", "丙", "&amp;", "*", "丁"]);
}

/// Texts that make slow parsers slow, each about 200 kB.
#[test]
fn hostile_texts_take_linear_time() {
    let many = |pattern: &str| pattern.repeat(200_000 / pattern.len());
    let table = format!("|{}\n|{}\n{}", "a|".repeat(90), "-|".repeat(90), many("|x\n"));
    let wide = format!("|{}\n|{}\n{}", "a|".repeat(20_000), "-|".repeat(20_000), "|x\n".repeat(20_000));
    let mut texts = vec![table, wide];
    for pattern in [
        "*",
        "**a ",
        "*a ",
        "a**b",
        "_a ",
        "[",
        "]",
        "[a](",
        "![",
        "[^",
        "[^1]",
        "[^a]: x\n",
        "- ",
        "1. ",
        "> ",
        "`",
        "``a ",
        "<",
        "<!--",
        "&",
        "\\",
        "    ",
        "\t",
        "- a\n",
        "-\n",
        "a\n===\n",
        "**《a》**",
        "[a]:",
        "|",
        "|-",
        "-|",
        "\n",
        "　",
        "- a\n  - b\n    - c\n      - d\n        - e\n          - f\n",
        "*_",
        "a*《",
        "](x)",
        "[[a](x)",
    ] {
        texts.push(many(pattern));
    }
    texts.push(format!("{}{}", "**a ".repeat(40_000), " a**".repeat(40_000)));
    texts.push(format!("{}{}", "*a **b ".repeat(20_000), " b** a*".repeat(20_000)));
    texts.push(format!("{}{}", "[".repeat(50_000), "](x)".repeat(50_000)));
    texts.push((0..500).map(|depth| format!("{}- a\n", " ".repeat(2 * depth))).collect());
    for text in texts {
        let started = std::time::Instant::now();
        let parsed = parse(&typed(&text), PLACE, 0);
        let taken = started.elapsed();
        assert!(taken.as_secs() < 5, "{:?}… took {taken:?}", text.chars().take(20).collect::<String>());
        drop(parsed);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::default())]

    #[test]
    fn any_text_parses_and_keeps_its_ranges(text in "([-*+_#>`~=<&|:!\\[\\]()\\\\ \t\n\r1-3.^甲《：。　a]|\\*\\*|\\[\\^1\\]:? ?|\n\n|    |- ){0,60}") {
        let parsed = parse(&typed(&text), PLACE, 0);
        let mut check = |inline: &Inline| {
            if let Inline::Text(run) = inline && let Origin::Typed { range, .. } = &run.origin {
                assert_eq!(text[range.clone()], run.text);
            }
        };
        each_inline(&parsed.blocks, &mut check);
        parsed.notes.iter().for_each(|note| each_inline(&note.body, &mut check));
    }

    /// A text that is plainly without markup is not given to the parser; before a text with some it is.
    #[test]
    fn a_plain_text_is_read_as_beside_markup(text in "([甲乙1１①aé：。，〔》＊＿＃－｜＋…·　 .:%/()（）“”—\u{2060}\u{E000}]|\\{近\\}|\\{\\}|www|\n){0,30}") {
        let alone = parse(&expansion(&text), PLACE, 0).blocks;
        let beside = parse(&expansion(&format!("{text}\n\n**甲**")), PLACE, 0).blocks;
        prop_assert_eq!(&alone[..], &beside[..beside.len() - 1]);
    }

    /// Letters are never lost and never change places; marks may be markup.
    #[test]
    fn no_letter_is_lost(text in "([-*+_#>`~=<&|:!\\[\\]()\\\\ \t\n1-3.甲《：。　a-e]|\\*\\*|\n\n|    |- ){0,60}") {
        let parsed = parse(&typed(&text), PLACE, 0);
        let mut shown = String::new();
        each_inline(&parsed.blocks, &mut |inline| {
            if let Inline::Text(run) = inline {
                shown.push_str(&run.text);
            }
        });
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        if !text.contains("](") {
            prop_assert_eq!(letters(&shown), letters(&text));
        }
    }

    #[test]
    fn escaped_lines_show_as_they_stand(text in "([-*+_#>`~=<&|:!\\[\\]()\\\\ 1-3.^甲《：。a]|\\*\\*|1\\. |- ){0,30}") {
        let parsed = parse(&typed(&escape(&text)), PLACE, 0);
        let shown: Vec<_> = parsed.blocks.iter().map(|block| match block {
            Block::Paragraph(paragraph) => inlines(&paragraph.content),
            _ => "not a paragraph".to_owned(),
        }).collect();
        let expected: Vec<_> = Some(text.trim().to_owned()).into_iter().filter(|text| !text.is_empty()).collect();
        prop_assert_eq!(shown, expected);
    }
}
