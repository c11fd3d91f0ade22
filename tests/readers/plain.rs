use fazhi::readers;

use super::lines;

fn read(text: &str) -> Vec<String> {
    lines(&readers::read("a.txt", text.as_bytes()).expect("text is read"))
}

#[test]
fn a_line_is_a_paragraph() {
    let text = "\u{feff}标题\r\n\r\n\u{a0}\u{a0}第一段。\r\n　　第二段。\n\t第三段\u{200b}。\n";
    assert_eq!(read(text), ["标题", "第一段。", "第二段。", "第三段。"]);
}

#[test]
fn a_line_that_was_cut_goes_on() {
    let text = "全县各级各部门认真贯彻落实习近平法治思想，\n扎实推进法治政府建设。\n一、主要举措，\n（一）加强领导";
    let expected =
        ["全县各级各部门认真贯彻落实习近平法治思想，扎实推进法治政府建设。", "一、主要举措，", "（一）加强领导"];
    assert_eq!(read(text), expected);
}

/// A text of some paragraphs, wrapped at 20 characters, each opened by `indent` and followed by `end`.
fn wrapped(indent: &str, end: &str) -> String {
    let mut text = String::new();
    for paragraph in PARAGRAPHS {
        let characters: Vec<char> = format!("{indent}{paragraph}").chars().collect();
        for line in characters.chunks(20) {
            text.extend(line);
            text.push('\n');
        }
        text.push_str(end);
    }
    text
}

const PARAGRAPHS: [&str; 4] = [
    "一年来县政府坚持依法行政，健全工作机制，压实工作责任，把法治政府建设同经济社会发展一起部署、一起推进、一起考核，各项工作取得新的进展。",
    "一、主要举措",
    "全年审查重大行政决策事项十二件，提出法律意见三十余条，参与论证的专家和法律顾问共九名，决策程序更加规范，决策质量持续提高，没有发生违法决策。",
    "行政执法单位全面推行三项制度，公示执法信息，记录执法过程，审核重大执法决定，执法人员持证上岗，执法案卷评查发现的问题全部完成整改。",
];

#[test]
fn wrapped_lines_are_joined() {
    assert_eq!(read(&wrapped("", "\n")), PARAGRAPHS);
    assert_eq!(read(&wrapped("　　", "")), PARAGRAPHS);
}

#[test]
fn words_in_latin_letters_keep_their_blank() {
    let long = "全县各执法单位都已使用同一平台录入执法信息，".repeat(4);
    let text = format!("　　{long}平台名称为Rule\nof Law 系统，\n录入信息。");
    assert_eq!(read(&text), [format!("{long}平台名称为Rule of Law 系统，录入信息。")]);
}

#[test]
fn a_table_with_a_rule_is_one() {
    let text = "如下表：\n\n类别      件数\n--------  ----\n行政复议    35\n应诉         7\n\n特此报告。";
    assert_eq!(read(text), ["如下表：", "类别|件数/行政复议|35/应诉|7", "特此报告。"]);
}

#[test]
fn a_table_ends_where_text_runs_over_its_columns() {
    let text = "　　如下表：\n　　类别      件数\n　　--------  ----\n　　行政复议    35\n　　应诉         7\n　　（七）强化监督\n　　全年开展督察三次，发现问题十九个，督促有关单位逐项整改到位。";
    let expected = [
        "如下表：",
        "类别|件数/行政复议|35/应诉|7",
        "（七）强化监督",
        "全年开展督察三次，发现问题十九个，督促有关单位逐项整改到位。",
    ];
    assert_eq!(read(text), expected);
}

#[test]
fn a_part_opens_a_paragraph() {
    // The line before it is full, and ends with a full stop.
    let text = format!("{}为此规范程序完善工作制度提升办案水平质。\n第二部分 存在的不足\n", wrapped("", ""));
    assert_eq!(read(&text).last().map(String::as_str), Some("第二部分 存在的不足"));
}

#[test]
fn more_paragraphs_than_any_report_has_are_refused() {
    let text = "一、话\n".repeat(200_001);
    let message = fazhi::readers::read("a.txt", text.as_bytes()).map(drop).expect_err("there are too many");
    assert_eq!(
        message.text(fazhi::message::Lang::En),
        "it has more than 200,000 paragraphs and is no report; save its text"
    );
}

#[test]
fn numbers_of_pages_stand_behind_the_paragraph_they_cut() {
    let mut lines: Vec<String> = wrapped("　　", "").lines().map(str::to_owned).collect();
    lines.insert(6, "— 1 —".to_owned());
    lines.splice(2..2, [String::new(), "第 1 页 共 2 页".to_owned(), String::new()]);
    let [first, heading, second, third] = PARAGRAPHS;
    assert_eq!(
        read(&lines.join("\n")),
        [first, "(outside) 第 1 页 共 2 页", heading, second, "(outside) — 1 —", third]
    );
}

#[test]
fn a_number_cut_in_two_is_one() {
    let text: String = PARAGRAPHS[0].chars().cycle().take(227).collect();
    let text = format!("{text}办结312件，其中调解160件。");
    let lines: Vec<String> = text.chars().collect::<Vec<_>>().chunks(21).map(|line| line.iter().collect()).collect();
    assert!(lines.iter().any(|line| line.ends_with("31")), "{lines:?}");
    assert_eq!(read(&lines.join("\n")), [text]);
}

#[test]
fn blanks_inside_words_are_none() {
    let spread = |text: &str| text.chars().flat_map(|c| [c, ' ']).collect::<String>();
    let text: Vec<String> = PARAGRAPHS.iter().map(|text| spread(text)).collect();
    assert_eq!(read(&text.join("\n")), PARAGRAPHS);
    // Two names in one line are two.
    let text = format!("中共甲市委 甲市人民政府\n{}", PARAGRAPHS[0]);
    assert_eq!(read(&text), ["中共甲市委 甲市人民政府", PARAGRAPHS[0]]);
}

#[test]
fn what_every_page_has_stands_outside_of_the_text() {
    let mut lines: Vec<String> = wrapped("　　", "").lines().map(str::to_owned).collect();
    lines.splice(6..6, ["— 1 —", "甲县法治政府建设情况报告"].map(str::to_owned));
    lines.splice(2..2, ["— 2 —", "甲县法治政府建设情况报告"].map(str::to_owned));
    let [first, heading, second, third] = PARAGRAPHS;
    assert_eq!(
        read(&lines.join("\n")),
        [
            first,
            "(outside) — 2 —",
            "(outside) 甲县法治政府建设情况报告",
            heading,
            second,
            "(outside) — 1 —",
            "(outside) 甲县法治政府建设情况报告",
            third
        ]
    );
}

#[test]
fn a_line_across_every_page_cuts_no_sentence() {
    let mut lines: Vec<String> = wrapped("　　", "").lines().map(str::to_owned).collect();
    for at in [2, 8, 13] {
        lines.insert(at, "            甲县司法局".to_owned());
    }
    let text: Vec<String> = read(&lines.join("\n")).into_iter().filter(|line| !line.starts_with("(outside)")).collect();
    assert_eq!(text, PARAGRAPHS);
    // What comes again between paragraphs is the text's.
    let text = format!("{0}\n甲县司法局\n{0}\n甲县司法局\n{0}\n甲县司法局\n", PARAGRAPHS[0]);
    assert_eq!(read(&text).iter().filter(|line| *line == "甲县司法局").count(), 3);
}

#[test]
fn words_a_file_was_stamped_with_are_no_text() {
    let stamped = |text: &str, stamp: &str| -> String {
        let cut = text.char_indices().nth(9).map_or(0, |(at, _)| at);
        [&text[..cut], stamp, &text[cut..]].concat()
    };
    for stamp in ["仅供征求意见", "公文之家—每日更新www.example.com"] {
        let long = [PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[3]];
        let text: Vec<String> = long.iter().map(|text| stamped(text, stamp)).collect();
        let outside = format!("(outside) {stamp}");
        assert_eq!(read(&text.join("\n")), [long[0], long[1], long[2], &outside]);
        // Twice may be the text's own, and so are words at the ends of clauses.
        assert_eq!(read(&text[..2].join("\n")), text[..2]);
        let own: Vec<String> = long.iter().map(|text| format!("{text}（{stamp}）")).collect();
        assert_eq!(read(&own.join("\n")), own);
    }
}
