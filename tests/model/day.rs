use fazhi::model::day::Day;

type Numbers = (Option<i16>, Option<i8>, Option<i8>);

fn numbers(day: &Day) -> Numbers {
    (day.year, day.month, day.day)
}

/// What a text is written as, with the numbers it is made of.
const WRITTEN: [(&str, Numbers); 8] = [
    ("2024年5月3日", (Some(2024), Some(5), Some(3))),
    ("2024年12月31日", (Some(2024), Some(12), Some(31))),
    ("2024年05月03日", (Some(2024), Some(5), Some(3))),
    ("2024年5月", (Some(2024), Some(5), None)),
    ("2024年", (Some(2024), None, None)),
    ("5月3日", (None, Some(5), Some(3))),
    ("5月", (None, Some(5), None)),
    // What no calendar has is read as it is written.
    ("2023年13月31日", (Some(2023), Some(13), Some(31))),
];

#[test]
fn a_day_is_read_from_either_end() {
    for (written, expected) in WRITTEN {
        for text in [written.to_owned(), format!("于{written}起"), format!("截至{written}，")] {
            let at = text.find(written).expect("it stands there");
            let range = at..at + written.len();
            for day in [Day::starting(&text, range.start), Day::ending(&text, range.end)] {
                let day = day.unwrap_or_else(|| panic!("{text} has a day"));
                assert_eq!((numbers(&day), &day.range), (expected, &range), "{text}");
            }
        }
    }
}

#[test]
fn a_day_goes_as_far_as_it_is_one() {
    let starting = |text| Day::starting(text, 0).map(|day| text[day.range].to_owned());
    assert_eq!(starting("2024年5月12件").as_deref(), Some("2024年5月"));
    assert_eq!(starting("2024年100月").as_deref(), Some("2024年"));
    assert_eq!(starting("5月123日").as_deref(), Some("5月"));
    let ending = |text: &str| Day::ending(text, text.len()).map(|day| text[day.range].to_owned());
    assert_eq!(ending("在3年5月").as_deref(), Some("5月"));
    assert_eq!(ending("12024年5月").as_deref(), Some("5月"));
    assert_eq!(ending("2021—2025年").as_deref(), Some("2025年"));
}

#[test]
fn what_is_counted_is_no_day() {
    for text in ["", "年", "3年", "100年", "3000年", "12024年", "3日", "2024年3日", "月", "123月", "三月", "２０２４年"]
    {
        assert_eq!(Day::ending(text, text.len()), None, "{text}");
    }
    for text in ["", "年", "3年", "100年", "3日", "月", "123月", "2024", "三月"] {
        assert_eq!(Day::starting(text, 0), None, "{text}");
    }
}

#[test]
fn a_place_inside_a_character_or_behind_the_text_has_no_day() {
    for at in [1, 2, 100] {
        assert_eq!(Day::starting("月2024年", at), None);
        assert_eq!(Day::ending("年月", at), None);
    }
}
