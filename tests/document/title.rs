use fazhi::document::title::{breaks, lines};

#[test]
fn titles_break_by_meaning() {
    let cases: &[(&str, &[&str])] = &[
        ("2021年度法治政府建设情况报告", &["2021年度法治政府建设情况报告"]),
        ("郏县人民政府关于2021年度法治政府建设情况的报告", &["郏县人民政府", "关于2021年度法治政府建设情况的报告"]),
        ("四会市人民政府2017年度法治政府建设工作情况报告", &["四会市人民政府", "2017年度法治政府建设工作情况报告"]),
        (
            "中共盘锦市委盘锦市人民政府关于2023年度法治政府建设情况的报告",
            &["中共盘锦市委盘锦市人民政府", "关于2023年度法治政府建设情况的报告"],
        ),
        (
            "某某市人民政府关于2020年度法治政府建设工作情况的报告",
            &["某某市人民政府", "关于2020年度法治政府建设工作情况的报告"],
        ),
        (
            "某市某某区人民政府办公室关于报送2021年度法治政府建设情况的报告",
            &["某市某某区人民政府办公室", "关于报送2021年度法治政府建设情况的报告"],
        ),
        (
            "某市公安局关于2022年度法治政府建设工作情况及第一责任人履行职责情况的报告",
            &["某市公安局", "关于2022年度法治政府建设工作情况", "及第一责任人履行职责情况的报告"],
        ),
        (
            "某某布依族苗族自治州市场监督管理局关于2021年度贯彻落实《法治政府建设实施纲要》情况的报告",
            &["某某布依族苗族自治州市场监督管理局", "关于2021年度贯彻落实", "《法治政府建设实施纲要》情况的报告"],
        ),
        (
            "某某县人民政府关于贯彻落实《法治政府建设实施纲要（2021—2025年）》情况的报告",
            &["某某县人民政府", "关于贯彻落实《法治政府建设", "实施纲要（2021—2025年）》情况的报告"],
        ),
    ];
    for (title, expected) in cases {
        assert_eq!(lines(title, 38), *expected);
    }
}

#[test]
fn no_line_is_too_long_and_nothing_is_lost() {
    let titles = [
        "无".repeat(19),
        "无".repeat(500),
        "a".repeat(300),
        "2021".repeat(60),
        "《".repeat(90),
        "》".repeat(90),
        "关于".repeat(40),
        "第2021年度、".repeat(12),
        "👍🏻e\u{301}".repeat(30),
        "\u{200b}".repeat(100),
    ];
    for title in &titles {
        for longest in [2, 7, 36] {
            let lines = lines(title, longest);
            assert_eq!(lines.concat(), *title);
            for line in lines {
                assert!(
                    unicode_width::UnicodeWidthStr::width_cjk(line) <= longest + 2,
                    "{line} is longer than {longest}"
                );
            }
        }
    }
    assert_eq!(breaks("", 36), Vec::<usize>::new());
    assert_eq!(breaks("标题", 0), Vec::<usize>::new());
}
