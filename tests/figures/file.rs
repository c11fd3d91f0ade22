use fazhi::figures::Table;
use fazhi::message::Lang;
use fazhi::source::SourceFile;
use fazhi::yaml;

use super::{print, written};

/// The table of a file, and each of its faults as `line:column text: sentence`.
fn check(file: &str) -> (Table, Vec<String>) {
    let source = SourceFile::new("a.yaml", file);
    let reading = yaml::read(&source);
    let table = Table::new(&reading.report, None);
    let faults = table.faults().iter().map(|fault| {
        let span = fault.at().span(&reading.places);
        let at = source.position(span.start);
        format!("{}:{} {}: {}", at.line, at.column, source.slice(span), fault.message().text(Lang::Zh))
    });
    let faults = faults.collect();
    (table, faults)
}

#[test]
fn a_file_of_figures_is_resolved() {
    let (table, faults) = check(
        "\
报告:
  年度: 2021
  地区: 郏县
  发文机关: 郏县人民政府
数据:
  行政复议:
    收到: 83件
    立案: ４１件
    办结: {数值: 37件, 上年: 30件, 来源: 县司法局}
    办结率: =办结/立案
  规范性文件清理:
    合计: 51件
    保留: 34件
    废止: 16件
    修订: 1件
    备案: 9件
    不计入: [备案]
  村法律顾问: {算式: 行政村 × 3, 计量单位: 名}
  行政村: 377个
  普法受众: 3200余人次
  仲裁标的额: ~
  证件号: 98.60
",
    );
    assert_eq!(faults, Vec::<String>::new());
    let text = "${年度}年${地区}收到${行政复议.收到}，立案${行政复议.立案}，办结${行政复议.办结}、${行政复议.办结|同比}，\
                办结率${行政复议.办结率}；清理${规范性文件清理.合计}，保留占${规范性文件清理.保留|占比(规范性文件清理.合计)}；\
                顾问${村法律顾问}，受众${普法受众}，标的${仲裁标的额}，${证件号}。";
    let expected = "2021年郏县收到83件，立案41件，办结37件、同比增长23.33%，\
                    办结率90.24%；清理51件，保留占66.67%；\
                    顾问1131名，受众3200余人次，标的【待填：仲裁标的额】，98.60。";
    assert_eq!(print(&table, text), (expected.to_owned(), Vec::new()));
    let totals: Vec<_> = table.totals().map(|total| (total.total.name.clone(), total.sum.written)).collect();
    assert_eq!(totals, [("规范性文件清理.合计".to_owned(), "51件".to_owned())]);
}

#[test]
fn faults_point_at_the_characters_in_the_file() {
    let (table, faults) = check(
        "\
数据:
  行政复议:
    收到: 83件（含线上）
    立案: 1,23件
    办结: 37件
    办结率: =办结/力案
    差额: =办结 + 罚没款
    罚没款: 3万元
    甲: =乙 + 1件
    乙: =(甲
    本级（含乡镇）: 1件
  清理:
    合计: 1件
    保留: 1件
    不计入: [报备]
",
    );
    assert_eq!(
        faults,
        [
            "3:12 （含线上）: “83件（含线上）”不是一个数量：多出“（含线上）”",
            "4:9 1,23件: “1,23件”不是一个数量：千位分隔符应每三位一个",
            "6:14 力案: 没有名为“力案”的数据",
            "7:15 罚没款: 单位不同，不能合算：件与元",
            "10:10 甲: 此处应为右括号，遇到的是结尾",
            "11:5 本级（含乡镇）: “本级（含乡镇）”不能作数据名称",
            "15:11 报备: 没有名为“报备”的数据",
        ]
    );
    assert_eq!(written(&table, "行政复议.办结"), "37件");
}
