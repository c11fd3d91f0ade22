//! Next year's file: whole files, and what holds for every example.

mod examples;
mod outlines;
mod plan;

use fazhi::message::Lang;
use fazhi::next::{Next, Request, next};
use fazhi::source::SourceFile;

/// Next year's file, and what is said about it in English.
#[track_caller]
fn turned(old: &str) -> (String, Vec<String>) {
    let request = Request { previous: "old.yaml".to_owned(), ..Request::default() };
    let Next { text, notes, .. } = next(&SourceFile::new("old.yaml", old), &request).expect("the shape is right");
    (text, notes.iter().map(|note| note.text(Lang::En)).collect())
}

/// Why there is none, in English.
#[track_caller]
fn refused(old: &str) -> String {
    next(&SourceFile::new("old.yaml", old), &Request::default()).expect_err("it is refused").text(Lang::En)
}

#[track_caller]
fn assert_same(found: &str, expected: &str) {
    assert!(found == expected, "--- found\n{found}\n--- expected\n{expected}");
}

#[test]
fn the_frame_moves_on_and_comments_stay() {
    let (text, notes) = turned(
        "# 云溪县的报告
报告:
  地区: 云溪县
  年度: 2022            # 报告年度
  标题: 云溪县人民政府关于2022年法治政府建设情况的报告
  发文字号: 云政〔2023〕5号
  成文日期: 2023-01-10  # 常务会议通过
  稿次: 审议稿
  版本:
    - {代号: 报人大, 成文日期: 2023-04-20, 报告场合: 2023年4月20日在县人大常委会会议上}
    - 公开版
发布信息:
  索引号: \"11000000/2023-00007\"
  发布机构: 云溪县人民政府
  发布日期: 2023-02-01
  内容概述: 云溪县2022年法治政府建设情况
  关键词: [2022年, 法治政府]
导语: 2022年，云溪县推进法治政府建设。现将2022年情况报告如下：
章节:
  - 内容项: 举措成效
    小标题: 2022年主要举措和成效
  - 内容项: 不足原因
    小标题: 自2022年以来的不足
",
    );
    assert_same(
        &text,
        "# 云溪县的报告
报告:
  地区: 云溪县
  年度: 2023            # 报告年度
  上年报告: old.yaml
  标题: 云溪县人民政府关于2023年法治政府建设情况的报告
  发文字号: 待填
  成文日期: 待填        # 常务会议通过
  稿次: 初稿
  版本:
    - {代号: 报人大, 成文日期: 待填, 报告场合: 待填}
    - 公开版
发布信息:
  索引号: 待填
  发布机构: 云溪县人民政府
  发布日期: 待填
  内容概述: 云溪县2023年法治政府建设情况
  关键词: [2023年, 法治政府]
导语: 2022年，云溪县推进法治政府建设。现将2022年情况报告如下：
章节:
  - 内容项: 举措成效
    小标题: 2023年主要举措和成效
  - 内容项: 不足原因
    小标题: 自2022年以来的不足
",
    );
    assert_eq!(notes, [""; 0]);
}

#[test]
fn a_summary_of_last_years_facts_is_emptied() {
    let (text, _) = turned("报告: {年度: 2022}\n发布信息:\n  内容概述: 2022年，收到行政复议申请83件。\n");
    assert_same(&text, "报告: {年度: 2023, 上年报告: old.yaml}\n发布信息:\n  内容概述: 待填\n");
}

#[test]
fn figures_are_emptied_and_become_last_years() {
    let (text, notes) = turned(
        "报告: {年度: 2022}
数据:
  行政复议:
    收到: 83件      # 含补正
    立案: '41件'
    立案率: =立案/收到
    办结率: {算式: 收到/收到, 上年: 98.5%}
    经费: {数值: \"1,234万元\", 上年: 900万元, 来源: 县财政局}
    受众: {本年: 3200人次, 核对人: 张某, 截至: 2022-12-31}
    调解:
      数值: 12件    # 县司法局口径
      来源: 县司法局
    仲裁: 不涉及
    裁决: ~
    公证:
  普法: {场次: 30余场, 合计: 9.5万人次, 不计入: [场次]}
",
    );
    assert_same(
        &text,
        "报告: {年度: 2023, 上年报告: old.yaml}
数据:
  行政复议:
    收到: {数值: ~, 上年: 83件}  # 含补正
    立案: {数值: ~, 上年: 41件}
    立案率: =立案/收到
    办结率: {算式: 收到/收到, 上年: 100%}
    经费: {数值: ~, 上年: \"1,234万元\", 来源: 县财政局}
    受众: {本年: ~, 上年: 3200人次, 核对人: 待填, 截至: 2023-12-31}
    调解:
      数值: ~       # 县司法局口径
      上年: 12件
      来源: 县司法局
    仲裁: 不涉及
    裁决: ~
    公证:
  普法: {场次: {数值: ~, 上年: 30余场}, 合计: {数值: ~, 上年: 9.5万人次}, 不计入: [场次]}
",
    );
    assert_eq!(notes, ["figures emptied, the old values kept as last year's: 7"]);
}

#[test]
fn english_keys_crlf_and_braces_stay() {
    let (text, notes) = turned(
        "report:\r\n  year: 2022\r\n  previous: older.yaml\r\n  date: 2023-01-10\r\nfigures:\r\n  received: 83件\r\nsections:\r\n  - {part: disputes, text: Texts.}\r\n  - part: plan\r\n    measures:\r\n      - 加强行政复议能力建设\r\n",
    );
    assert_same(
        &text,
        "report:\r\n  year: 2023\r\n  previous: old.yaml\r\n  date: ~\r\nfigures:\r\n  received: {value: ~, last_year: 83件}\r\nsections:\r\n  - {part: disputes, todo: [\"Planned for 2023: 加强行政复议能力建设. Was it done?\"], text: Texts.}\r\n  - part: plan\r\n    measures:\r\n      - ~\r\n",
    );
    let expected = [
        "figures emptied, the old values kept as last year's: 1",
        "items of the plan for 2023 turned into `todo` questions of their sections: 1",
    ];
    assert_eq!(notes, expected);
}

#[test]
fn the_keys_that_are_added_follow_the_request() {
    let old = SourceFile::new("old.yaml", "报告:\n  年度: 2022\n数据:\n  收到: 83件\n");
    let request = Request { previous: "a b.yaml".to_owned(), keys: Some(Lang::En), ..Request::default() };
    let next = next(&old, &request).expect("the shape is right");
    assert_same(
        &next.text,
        "报告:\n  年度: 2023\n  previous: \"a b.yaml\"\n数据:\n  收到: {value: ~, last_year: 83件}\n",
    );
}

#[test]
fn what_a_chinese_keyboard_typed_is_written_as_it_was_meant() {
    let (text, _) = turned("报告：\n　　年度：2022\n数据：\n　　收到：83件\n");
    assert_same(&text, "报告:\n    年度: 2023\n    上年报告: old.yaml\n数据:\n    收到: {数值: ~, 上年: 83件}\n");
}

#[test]
fn a_file_that_could_not_be_read_whole_is_refused() {
    assert_eq!(
        refused("报告:\n  年度: 2022\n  年龄: 5\n"),
        "line 3 has to be mended first: there is no key \"年龄\"; did you mean \"年度\"?; fazhi check shows everything"
    );
    assert_eq!(
        refused("报告:\n  地区: 云溪县\n"),
        "the file has no year, so the next one is not known; fill in `year` under `report` first"
    );
}

#[test]
fn wording_of_the_old_year_is_told_with_its_lines() {
    let (text, notes) = turned(
        "报告:
  年度: 2025
导语: |
  贯彻党的二十届三中全会精神。

  推进“八五”普法，做好行政处罚案卷评查。
章节:
  - 内容项: 举措成效
    正文: 完成“八五”普法总结验收，落实《仲裁法》。
",
    );
    assert!(text.contains("  贯彻党的二十届三中全会精神。\n\n  推进“八五”普法，"), "{text}");
    assert_eq!(
        notes,
        [
            "no outline is in force in 2026; 《法治政府建设实施纲要（2021—2025年）》 serves until a new one is put into \
             the folder outlines",
            "out of date: “八五”普法, now “九五”普法 (lines: 7)",
            "仲裁法 (2025年修订) is in force since 2026-03-01; see whether the wording still holds (lines: 10)",
            "二十届五中全会 was held after 二十届三中全会; see whether the wording still holds (lines: 5)",
        ]
    );
}

#[test]
fn a_long_sentence_of_laws_takes_time_in_its_length() {
    let laws = "《中华人民共和国行政处罚法》".repeat(8_000);
    let start = std::time::Instant::now();
    let (_, notes) = turned(&format!("报告:\n  年度: 2017\n章节:\n  - 内容项: 举措成效\n    正文: {laws}\n"));
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
    assert_eq!(notes, Vec::<String>::new(), "it is of no other year");
}
