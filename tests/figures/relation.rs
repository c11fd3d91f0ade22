use fazhi::figures::{Relation, Table};

use super::{report, text};

/// `41件 <= 83件, off by 42件: Holds`; the faults of what is no relation.
fn compare(relation: &str) -> String {
    let table = Table::new(
        &report(&[
            ("复议.收到", "83件"),
            ("复议.立案", "41件"),
            ("复议.办结", "37件"),
            ("复议.未办结", "4起"),
            ("复议.受众", "3200余人次"),
            ("复议.线上", "3245人次"),
            ("复议.率", "90.24%"),
            ("金额", "3.7万元"),
            ("罚款", "3.2万元"),
            ("退款", "5000元"),
            ("待定", "待填"),
            ("无关", "不涉及"),
        ]),
        None,
    );
    match table.compare(&text(relation, 3)) {
        Ok(Some(Relation { left, right, difference, verdict, .. })) => {
            let (left, right, difference) = (left.value.written, right.value.written, difference.written);
            format!("{left} : {right}, off by {difference}, {verdict:?}")
        }
        Ok(None) => "unknown".to_owned(),
        Err(faults) => {
            let fault =
                |fault: fazhi::figures::Fault| format!("{:?} at `{}`", fault.kind, &relation[fault.range.clone()]);
            table.suggested(faults).map(fault).collect::<Vec<_>>().join("; ")
        }
    }
}

#[test]
fn both_sides_are_computed_and_compared() {
    for (relation, expected) in [
        ("复议.立案 == 复议.办结 + 复议.未办结", "41件 : 41件, off by 0件, Holds"),
        ("复议.立案 ＝ 复议.办结", "41件 : 37件, off by 4件, Fails"),
        ("复议.立案 <= 复议.收到", "41件 : 83件, off by 42件, Holds"),
        ("复议.收到 ≤ 复议.立案", "83件 : 41件, off by 42件, Fails"),
        ("复议.收到 >= 复议.立案+复议.立案", "83件 : 82件, off by 1件, Holds"),
        ("复议.立案 < 41件", "41件 : 41件, off by 0件, Fails"),
        ("复议.立案 <= 41件", "41件 : 41件, off by 0件, Holds"),
        ("复议.收到 > 复议.立案*2", "83件 : 82件, off by 1件, Holds"),
        ("复议.受众 == 复议.线上", "3200余人次 : 3245人次, off by 约45人次, Holds"),
        ("复议.受众 >= 复议.线上 + 100人次", "3200余人次 : 3345人次, off by 约145人次, Fails"),
        ("复议.受众 > 复议.线上 - 100人次", "3200余人次 : 3145人次, off by 约55人次, Holds"),
        ("金额 == 罚款 + 退款", "3.7万元 : 3.7万元, off by 0万元, Holds"),
        ("金额 == 罚款 + 退款 + 退款", "3.7万元 : 4.2万元, off by 0.5万元, Fails"),
        ("复议.率 == 复议.办结/复议.立案", "90.24% : 90.24%, off by 0.01%, Holds"),
        ("复议.率 == 复议.未办结/复议.立案", "90.24% : 9.76%, off by 80.48%, Fails"),
        ("复议.受众 == 复议.受众 + 50人次", "3200余人次 : 约3250人次, off by 约50人次, CannotTell"),
        ("复议.率 <= 100%", "90.24% : 100%, off by 9.76%, Holds"),
        ("复议.立案 == 复议.办结 + 复议.未办结 + 无关", "41件 : 41件, off by 0件, Holds"),
        ("1/3 + 2/3 == 1", "100% : 1, off by 0%, Holds"),
        ("复议.立案 == 待定", "unknown"),
    ] {
        assert_eq!(compare(relation), expected, "{relation}");
    }
}

#[test]
fn what_is_no_relation_is_told() {
    for (relation, expected) in [
        ("复议.收到", r#"Syntax { expected: Sign, found: "" } at `复议.收到`"#),
        ("复议.收到 == ", r#"Syntax { expected: Operand, found: "" } at ` `"#),
        ("复议.收到 == 复议.立案 == 1", r#"Syntax { expected: Operator, found: "=" } at `=`"#),
        ("复议.收道 <= 复议.立案", r#"UnknownFigure { name: "复议.收道", nearest: Some("复议.收到") } at `复议.收道`"#),
        ("复议.收到 == 金额", r#"UnlikeUnits { left: "件", right: "元" } at `复议.收到 == 金额`"#),
        ("复议.收到 == 复议.立案 + 金额", r#"UnlikeUnits { left: "件", right: "元" } at `金额`"#),
    ] {
        assert_eq!(compare(relation), expected, "{relation}");
    }
}
