use crate::harness::Fazhi;

fn new() -> Fazhi {
    let arguments =
        ["new", "--kind", "government", "--level", "county", "--place", "郏县", "--year", "2025", "-o", "new.yaml"];
    Fazhi::new().args(arguments).run().code(0).stdout("").stderr("written new.yaml\n").again()
}

#[test]
fn a_new_file_has_no_fault_of_shape() {
    let ran = new().args(["check", "new.yaml", "--today", "2026-01-15"]).run().code(0);
    assert!(!ran.out().contains("error["), "{}", ran.out());
    assert!(!ran.out().contains("FZ0"), "{}", ran.out());
}

#[test]
fn a_new_file_renders_as_a_draft_and_is_not_final() {
    let ran = new().args(["render", "new.yaml", "--to", "txt", "-o", "-", "--today", "2026-01-15"]).run().code(0);
    assert!(ran.out().starts_with("郏县人民政府关于2025年法治政府建设情况的报告\n"), "{}", ran.out());
    assert!(ran.out().contains("【待填："), "{}", ran.out());
    let refused = ran.again().args(["render", "new.yaml", "--final", "--today", "2026-01-15"]).run().code(1);
    assert_eq!(refused.files(), ["new.yaml"]);
    assert!(refused.err().contains("unfilled"), "{}", refused.err());
}

#[test]
fn what_a_person_wrote_is_kept() {
    let arguments = ["new", "--place", "郏县", "--year", "2025", "-o", "a.yaml"];
    let ran = Fazhi::new()
        .write("a.yaml", "mine")
        .args(arguments)
        .run()
        .code(2)
        .stderr("not done: a.yaml exists and was kept; choose another name, or overwrite it with --force\n");
    assert_eq!(ran.file("a.yaml"), "mine");
    let forced = ran.again().args([&arguments[..], &["--force"]].concat()).run().code(0);
    assert!(forced.file("a.yaml").contains("郏县"));
}

#[test]
fn every_kind_and_level_can_start() {
    for kind in ["政府", "部门", "乡镇街道", "开发区", "government", "department", "township", "zone", "joint"]
    {
        for level in ["县级", "city", "乡级", "province"] {
            let ran = Fazhi::new()
                .args(["new", "--kind", kind, "--level", level, "--place", "郏县", "--year", "2024"])
                .run()
                .code(0);
            let file = ran.out();
            let checked = ran.again().write("a.yaml", &file).args(["check", "a.yaml", "--today", "2025-01-15"]).run();
            assert!(!checked.out().contains("[FZ0"), "{kind} {level}: {}", checked.out());
        }
    }
}

#[test]
fn a_joint_report_has_both_organs_and_a_town_its_own_level() {
    let new = |arguments: &[&str]| {
        let arguments = [&["new", "--keys", "zh", "--year", "2024"], arguments].concat();
        Fazhi::new().args(arguments).run().code(0).out()
    };
    let joint = new(&["--kind", "党委政府", "--place", "郏县"]);
    assert!(joint.contains("  类型: 政府 "), "{joint}");
    assert!(joint.contains("  发文机关: [中共郏县委员会, 郏县人民政府]"), "{joint}");
    assert!(new(&["--kind", "township", "--place", "三都镇"]).contains("  层级: 乡级 "));
    assert!(new(&["--kind", "township", "--level", "county", "--place", "三都镇"]).contains("  层级: 县级 "));
}
