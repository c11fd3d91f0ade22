//! Characters looked for by the bytes they begin with.

use fazhi::characters::leads::{DIGITS, Leads};
use fazhi::model::numeral;

const TEXT: &str = "2023年，制定 A类·“十四五” 文件４件（×）\u{20bb7}😀é~z\n《》";

#[test]
fn every_character_looked_for_is_met_in_order() {
    const SOUGHT: [char; 10] = ['2', '，', '“', '（', '×', '\u{20bb7}', 'é', 'z', '》', '年'];
    const LEADS: Leads = Leads::of(&SOUGHT);
    let met: Vec<_> = LEADS.each(TEXT).filter(|(_, c)| SOUGHT.contains(c)).collect();
    assert_eq!(met, TEXT.char_indices().filter(|(_, c)| SOUGHT.contains(c)).collect::<Vec<_>>());
}

#[test]
fn what_begins_otherwise_is_passed() {
    const LEADS: Leads = Leads::of(&['《']);
    assert_eq!(LEADS.next("制定A类·é\u{20bb7}文件《办法》", 0), Some("制定A类·é\u{20bb7}文件".len()));
    assert_eq!(LEADS.next("制定文件", 0), None);
    assert_eq!(LEADS.next("《", 3), None);
    let both = DIGITS.and(&LEADS);
    let digits = both.each(TEXT).filter(|(_, c)| numeral::digit(*c).is_some()).count();
    assert_eq!((digits, both.next(TEXT, 4)), (5, Some(TEXT.find('，').expect("a mark of its first byte"))));
}
