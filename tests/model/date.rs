use fazhi::model::date::{is_written, parse, signed};

fn read(text: &str) -> Option<String> {
    parse(text).map(signed)
}

#[test]
fn every_way_of_writing_a_date_is_read() {
    for text in [
        "2022-01-10",
        "2022/1/10",
        "2022.1.10",
        "2022年1月10日",
        "2022年01月10日",
        "２０２２年１月１０日",
        "２０２２－０１－１０",
        "二〇二二年一月十日",
        "二零二二年一月十日",
        "二○二二年一月十日",
        " 2022 年 1 月 10 日 ",
        "2022年一月10日",
        "2022年1月10号",
    ] {
        assert_eq!(read(text).as_deref(), Some("2022年1月10日"), "{text}");
    }
    assert_eq!(read("二〇二二年十二月三十一日").as_deref(), Some("2022年12月31日"));
    assert_eq!(read("2024-02-29").as_deref(), Some("2024年2月29日"));
}

#[test]
fn what_is_no_day_of_the_calendar_is_no_date() {
    for text in [
        "",
        "2022",
        "2022年1月",
        "2022-01",
        "2022-02-30",
        "2023-02-29",
        "2022-13-01",
        "2022年0月1日",
        "22-01-10",
        "2022-1/10",
        "2022-一-十",
        "2022年1月10日上午",
        "2022-01-10-1",
        "年月日",
        "2022年　月　日",
        "一月十日",
        "2022年十十月1日",
        "－－",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(parse(&"9".repeat(100_000)), None);
}

#[test]
fn a_day_the_calendar_has_not_is_still_written_as_a_date() {
    for text in ["2023年4月31日", "2022-13-01", "二〇二三年二月三十日", "2022年1月10日"] {
        assert!(is_written(text), "{text}");
    }
    for text in ["2023年4月", "4月31日", "23-04-31", "元月中旬", ""] {
        assert!(!is_written(text), "{text}");
    }
}
