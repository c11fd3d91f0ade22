use std::path::Path;

use crate::harness::Fazhi;

const TEXT: &str = "\
您现在的位置：首页 > 政务公开 > 正文
白石县人民政府关于2023年法治政府建设情况的报告

市人民政府：
    2023年，白石县人民政府推进法治政府建设，现将有关情况报告如下：
    一、主要举措和成效
    （一）健全依法决策机制。审查重大行政决策事项12件，提出法律意见30余条，参与论证的专家和法律顾问共9名。
    （二）规范行政执法。开展案卷评查3次，评查案卷210卷，整改问题17个。
    二、存在的不足和原因
    执法力量分布不均，主要原因是编制调整较慢。
    三、2024年工作安排
    继续开展执法培训。
                白石县人民政府
                2024年2月20日
[打印本页]
";

const FILE: &str = "\
# yaml-language-server: $schema=fazhi.schema.json
report:
  kind: government
  level: county
  place: 白石县
  issuer: 白石县人民政府
  signature: 白石县人民政府
  year: 2023
  title: 白石县人民政府关于2023年法治政府建设情况的报告
  date: 2024-02-20
  addressee: 市人民政府

preamble: |
  2023年，白石县人民政府推进法治政府建设，现将有关情况报告如下：

sections:
  - part: achievements
    heading: 主要举措和成效
    sections:
      - part: decisions
        heading: 健全依法决策机制
        text: |
          审查重大行政决策事项12件，提出法律意见30余条，参与论证的专家和法律顾问共9名。
      - part: enforcement
        heading: 规范行政执法
        text: |
          开展案卷评查3次，评查案卷210卷，整改问题17个。
  - part: shortcomings
    heading: 存在的不足和原因
    text: |
      执法力量分布不均，主要原因是编制调整较慢。
  - part: plan
    heading: 2024年工作安排
    text: |
      继续开展执法培训。

# Not part of the report (menus, footers and the like of the site, 2 in all); please look through them:
# 您现在的位置：首页 > 政务公开 > 正文
# [打印本页]
";

const TOLD: &str = "not taken over: 您现在的位置：首页 > 政务公开 > 正文\nnot taken over: [打印本页]\n";

#[test]
fn a_text_is_read_back_onto_standard_output() {
    Fazhi::new().write("a.txt", TEXT).args(["import", "a.txt"]).run().code(0).stdout(FILE).stderr(TOLD);
}

#[test]
fn a_file_is_written_once() {
    let ran = Fazhi::new().write("a.txt", TEXT).args(["import", "a.txt", "-o", "a.yaml"]).run();
    let ran = ran.code(0).stdout("").stderr(&format!("written a.yaml\n{TOLD}"));
    assert_eq!(ran.file("a.yaml"), FILE);
    let again = ran.again().args(["导入", "a.txt", "-o", "a.yaml"]).run().code(2);
    let kept = "not done: a.yaml exists and was kept; choose another name, or overwrite it with --force\n";
    let forced = again.stderr(kept).again().args(["import", "a.txt", "-o", "a.yaml", "--keys", "zh", "--force"]).run();
    assert!(forced.code(0).file("a.yaml").contains("\n章节:\n  - 内容项: 举措成效\n    小标题: 主要举措和成效\n"));
}

#[test]
fn what_was_read_back_has_no_fault_of_shape() {
    let ran = Fazhi::new().write("a.txt", TEXT).args(["import", "a.txt", "-o", "a.yaml"]).run().code(0).again();
    let ran = ran.args(["check", "a.yaml", "--today", "2024-03-01"]).run();
    assert!(!ran.out().contains("[FZ0"), "{}", ran.out());
}

#[test]
fn what_is_no_report_is_refused() {
    let cases: [(&[u8], &str); 4] = [
        (b"%PDF-1.7 ...", "this is a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "this is an image (PNG)"),
        (b"   \n\n", "the file is empty"),
        ("首页\n政务公开\n办事服务\n".as_bytes(), "no report found"),
    ];
    for (bytes, why) in cases {
        let ran = Fazhi::new().write("a.txt", bytes).args(["import", "a.txt", "-o", "a.yaml"]).run().code(2);
        assert!(ran.err().starts_with(&format!("not done: a.txt: {why}")), "{}", ran.err());
        assert_eq!(ran.files(), ["a.txt"]);
    }
}

#[test]
fn a_report_file_needs_no_import() {
    let long = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/sihui-2017.yaml");
    let long = std::fs::read(long).expect("the example is there");
    for file in [super::check::GOOD.as_bytes(), &long] {
        let ran = Fazhi::new().write("a.yaml", file).args(["import", "a.yaml"]).run().code(2).stdout("");
        assert!(ran.err().starts_with("not done: a.yaml is a report file already: fazhi check"), "{}", ran.err());
    }
}
