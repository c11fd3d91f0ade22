use crate::harness::Fazhi;

const OLD: &str = "报告:\n  年度: 2022\n数据:\n  收到: 83件\n";
const NEW: &str = "报告:\n  年度: 2023\n  上年报告: ../2022/a.yaml\n数据:\n  收到: {数值: ~, 上年: 83件}\n";

#[test]
fn the_new_file_points_at_the_old_one() {
    let ran = Fazhi::new()
        .write("2022/a.yaml", OLD)
        .args(["next", "2022/a.yaml", "-o", "2023/b.yaml"])
        .run()
        .code(0)
        .stdout("")
        .stderr("written 2023/b.yaml\nfigures emptied, the old values kept as last year's: 1\n");
    assert_eq!(ran.file("2023/b.yaml"), NEW);
    let checked = ran.again().args(["check", "2023/b.yaml", "--today", "2024-01-10"]).run();
    assert_eq!(checked.err(), "");
}

#[test]
fn without_a_place_it_goes_to_standard_output_and_has_chinese_names() {
    Fazhi::new()
        .write("2022/a.yaml", OLD)
        .args(["下年", "2022/a.yaml", "--lang", "zh"])
        .run()
        .code(0)
        .stdout(&NEW.replace("../2022", "2022"))
        .stderr("数据已清空1项，原值写在“上年”\n");
    Fazhi::new()
        .stdin(OLD)
        .args(["next", "-", "--keys", "en"])
        .run()
        .code(0)
        .stdout("报告:\n  年度: 2023\n数据:\n  收到: {value: ~, last_year: 83件}\n");
}

#[test]
fn what_a_person_wrote_is_kept() {
    let ran = Fazhi::new()
        .write("a.yaml", OLD)
        .write("b.yaml", "mine")
        .args(["next", "a.yaml", "-o", "b.yaml"])
        .run()
        .code(2)
        .stdout("")
        .stderr("not done: b.yaml exists and was kept; choose another name, or overwrite it with --force\n");
    assert_eq!(ran.file("b.yaml"), "mine");
    let ran = ran.again().args(["next", "a.yaml", "-o", "b.yaml", "--force"]).run().code(0);
    assert_eq!(ran.file("b.yaml"), NEW.replace("../2022/", ""));
    let ran = ran.again().args(["next", "a.yaml", "-o", "./a.yaml", "--force"]).run();
    let ran = ran.code(2).stderr("not done: the new file cannot be last year's, a.yaml; choose another name\n");
    assert_eq!(ran.file("a.yaml"), OLD);
}

#[test]
fn a_file_of_a_wrong_shape_is_refused() {
    Fazhi::new()
        .write("a.yaml", "报告:\n  年度: 2022\n  年龄: 5\n")
        .args(["next", "a.yaml"])
        .run()
        .code(2)
        .stdout("")
        .stderr(
            "not done: a.yaml: line 3 has to be mended first: there is no key \"年龄\"; did you mean \"年度\"?; fazhi check \
             shows everything\n",
        );
}
