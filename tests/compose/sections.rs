//! Headings, numbers, run-in.

use super::{body, first};

#[test]
fn positions_make_numbers() {
    assert_eq!(
        body(
            "\
sections:
  - heading: 甲
    text: 甲文。
    sections:
      - heading: 乙
        text: 乙文。
        sections:
          - heading: 丙
            sections:
              - heading: 丁
                text: 丁文。
                sections:
                  - {heading: 戊, text: 戊文。}
          - {heading: 丙二, text: 丙二文。, after: 又文。}
      - text: 没有小标题。
      - {heading: 乙二, text: 乙二文。}
  - {heading: 甲二}
"
        ),
        "\
h1 一、甲
p 甲文。
h2 （一）乙
p 乙文。
h3 1.丙
h4 （1）丁
p 丁文。
p <h5 戊>戊文。
h3 2.丙二
p 丙二文。
p 又文。
p 没有小标题。
p <h2 （二）乙二>乙二文。
h1 二、甲二
"
    );
}

#[test]
fn numbers_run_on_where_asked() {
    let sections = "\
sections:
  - heading: 甲
    sections:
      - {heading: 乙, sections: [{heading: 丙}, {heading: 丁}]}
      - {heading: 戊, sections: [{heading: 己}]}
  - heading: 庚
    sections:
      - {heading: 辛, sections: [{heading: 壬}]}
";
    let headings = |yaml: String| -> Vec<String> {
        first(&yaml)
            .headings()
            .map(|heading| format!("{}{}", heading.number, fazhi::document::plain(&heading.content)))
            .collect()
    };
    assert_eq!(
        headings(format!("report: {{layout: {{numbering: continuous}}}}\n{sections}")),
        ["一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "3.己", "二、庚", "（一）辛", "4.壬"]
    );
    let one = sections.replace("  - heading: 甲\n", "  - heading: 甲\n    layout: {numbering: continuous}\n");
    assert_eq!(headings(one), ["一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "3.己", "二、庚", "（一）辛", "1.壬"]);
}

#[test]
fn the_outline_names_parts() {
    assert_eq!(
        body(
            "\
sections:
  - part: 举措成效
    sections:
      - {part: [leadership, responsibility]}
      - {part: 矛盾化解, heading: 化解矛盾}
  - part: [shortcomings, plan]
  - {heading: '${next_year}年**打算**', part: plan}
"
        ),
        "\
h1 一、2021年推进法治政府建设的主要举措和成效
h2 （一）加强党的领导，完善法治政府建设推进机制
h2 （二）化解矛盾
h1 二、2021年推进法治政府建设存在的不足和原因和2022年推进法治政府建设的主要安排
h1 三、V[2022]年**打算**
"
    );
}

#[test]
fn run_in_is_decided_by_content_or_by_level() {
    let sections = "\
sections:
  - heading: 甲
    text: 甲文。
    sections:
      - {heading: 只有正文, text: 文。}
      - {heading: 先有列表, text: \"- 一\\n- 二\"}
      - {heading: 有条目, text: 文。, measures: [一, 二]}
      - {heading: 条目连写, layout: {measures: inline}, measures: [一, 二]}
      - {heading: 有下级, text: 文。, sections: [{heading: 下级, text: 文。}]}
";
    assert_eq!(
        body(sections),
        "\
h1 一、甲
p 甲文。
p <h2 （一）只有正文>文。
h2 （二）先有列表
-
  p 一
-
  p 二
h2 （三）有条目
p 文。
p 一是一；
p 二是二。
p <h2 （四）条目连写>一是一；二是二。
h2 （五）有下级
p 文。
p <h3 1.下级>文。
"
    );
    let levels = sections.replace("  - heading: 甲\n", "  - heading: 甲\n    layout: {run_in: [1, 2]}\n");
    assert_eq!(
        body(&levels),
        "\
p <h1 一、甲>甲文。
p <h2 （一）只有正文>文。
h2 （二）先有列表
-
  p 一
-
  p 二
p <h2 （三）有条目>文。
p 一是一；
p 二是二。
p <h2 （四）条目连写>一是一；二是二。
p <h2 （五）有下级>文。
h3 1.下级
p 文。
"
    );
}

#[test]
fn ids_are_unique_and_say_what_a_section_is() {
    let document = first(
        "sections:\n  - part: plan\n  - part: 下年安排\n  - heading: 优化 营商环境！\n  - heading: 优化营商环境\n  - heading: ！\n  - heading: s-plan-2\n",
    );
    let ids: Vec<_> = document.headings().map(|heading| heading.id.as_str()).collect();
    assert_eq!(ids, ["s-plan", "s-plan-2", "s-优化营商环境", "s-优化营商环境-2", "s-section", "s-splan2"]);
}
