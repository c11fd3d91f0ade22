//! From one outline into the next.

use super::{assert_same, turned};

#[test]
fn sections_are_mapped_and_what_found_no_place_is_kept_and_said() {
    let (text, notes) = turned(
        "报告:
  年度: 2020
  纲要: 2015-2020
章节:
  - 内容项: 举措成效
    章节:
      - 内容项: 行政决策
        小标题: 推进行政决策科学化、民主化、法治化
        正文: 决策依法。
      - 内容项: 法治能力
        正文: 培训扎实。
      - {内容项: 组织保障, 小标题: 加强组织保障}
",
    );
    assert_same(
        &text,
        "报告:
  年度: 2021
  上年报告: old.yaml
  纲要: \"2021-2025\"
章节:
  - 内容项: 举措成效
    章节:
      - 内容项: 行政决策
        小标题: \"健全行政决策制度体系，不断提升行政决策公信力和执行力\"
        正文: 决策依法。
      # 《法治政府建设实施纲要（2021—2025年）》没有这一内容项，本节原样保留，请并入其他章节或者删去
      - 内容项: 法治能力
        小标题: \"全面提高政府工作人员法治思维和依法行政能力\"
        正文: 培训扎实。
      # 《法治政府建设实施纲要（2021—2025年）》没有这一内容项，本节原样保留，请并入其他章节或者删去
      - {内容项: 组织保障, 小标题: 加强组织保障}
",
    );
    assert_eq!(
        notes,
        [
            "2021 follows 《法治政府建设实施纲要（2021—2025年）》 (before: 《法治政府建设实施纲要（2015—2020年）》); \
             headings that were the old outline's are now the new one's",
            "sections whose part 《法治政府建设实施纲要（2021—2025年）》 has not, kept as they are: \
             全面提高政府工作人员法治思维和依法行政能力, 加强组织保障",
        ]
    );
}

#[test]
fn an_outline_still_in_force_stays() {
    let (text, notes) = turned("报告:\n  年度: 2022\n  纲要: 2021-2025\n");
    assert_same(&text, "报告:\n  年度: 2023\n  上年报告: old.yaml\n  纲要: 2021-2025\n");
    assert_eq!(notes, [""; 0]);
}
