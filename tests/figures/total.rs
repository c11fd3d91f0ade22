use fazhi::figures::{Table, Total};

use super::report;

fn totals(figures: &[(&str, &str)]) -> Vec<String> {
    let table = Table::new(&report(figures), None);
    let show = |total: Total| {
        let parts: Vec<_> =
            total.parts.iter().map(|(part, quantity)| format!("{}{}", part.short_name(), quantity.written)).collect();
        let larger: Vec<_> = total.larger_parts().map(|(part, _)| part.short_name()).collect();
        let Total { total, stated, sum, difference, verdict, .. } = &total;
        let (stated, sum, difference) = (&stated.written, &sum.written, &difference.written);
        let larger = if larger.is_empty() { String::new() } else { format!("; larger: {}", larger.join(" ")) };
        format!("{} {stated}: {} = {sum}, off by {difference}, {verdict:?}{larger}", total.name, parts.join(" + "))
    };
    table.totals().map(show).collect()
}

#[test]
fn a_total_is_compared_with_its_parts() {
    assert_eq!(
        totals(&[
            ("清理.合计", "51件"),
            ("清理.保留", "34件"),
            ("清理.废止", "16件"),
            ("清理.修订", "1起"),
            ("清理.率", "3%")
        ]),
        ["清理.合计 51件: 保留34件 + 废止16件 + 修订1起 = 51件, off by 0件, Holds"]
    );
    assert_eq!(
        totals(&[("total", "221份"), ("废止", "72份"), ("修订", "35份"), ("失效", "11份"), ("保留", "98份")]),
        ["total 221份: 废止72份 + 修订35份 + 失效11份 + 保留98份 = 216份, off by 5份, Fails"]
    );
}

#[test]
fn formulas_and_what_is_apart_are_no_parts() {
    assert_eq!(
        totals(&[("总计", "51件"), ("保留", "51件"), ("另有", "9件"), ("算得", "=保留*2"), ("不计入", "另有")]),
        ["总计 51件: 保留51件 = 51件, off by 0件, Holds"]
    );
    assert_eq!(totals(&[("合计", "=保留+废止"), ("保留", "34件"), ("废止", "16件")]), Vec::<String>::new());
    assert_eq!(totals(&[("合计", "51件"), ("率", "98%")]), Vec::<String>::new());
}

#[test]
fn what_is_rough_or_open_is_not_judged() {
    assert_eq!(
        totals(&[("合计", "3200余件"), ("甲", "3000件"), ("乙", "245件")]),
        ["合计 3200余件: 甲3000件 + 乙245件 = 3245件, off by 45件, Holds"]
    );
    assert_eq!(
        totals(&[("合计", "3245件"), ("甲", "3000余件"), ("乙", "245件")]),
        ["合计 3245件: 甲3000余件 + 乙245件 = 约3245件, off by 0件, Holds"]
    );
    assert_eq!(
        totals(&[("合计", "3300件"), ("甲", "3000余件"), ("乙", "245件")]),
        ["合计 3300件: 甲3000余件 + 乙245件 = 约3245件, off by 55件, CannotTell"]
    );
    assert_eq!(
        totals(&[("合计", "51件"), ("甲", "34件"), ("乙", "待填")]),
        ["合计 51件: 甲34件 = 34件, off by 17件, CannotTell"]
    );
    assert_eq!(
        totals(&[("合计", "3.7万元"), ("甲", "3.2万元"), ("乙", "5000元")]),
        ["合计 3.7万元: 甲3.2万元 + 乙5000元 = 3.7万元, off by 0万元, Holds"]
    );
    assert_eq!(
        totals(&[("合计", "3.7万元"), ("甲", "3.2万元"), ("乙", "9000元")]),
        ["合计 3.7万元: 甲3.2万元 + 乙9000元 = 4.1万元, off by 0.4万元, Fails"]
    );
}

#[test]
fn a_part_larger_than_the_total_is_named() {
    assert_eq!(
        totals(&[("合计", "51件"), ("甲", "60件")]),
        ["合计 51件: 甲60件 = 60件, off by 9件, Fails; larger: 甲"]
    );
}
