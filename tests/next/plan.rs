//! The plan becomes questions.

use super::{assert_same, turned};

#[test]
fn each_item_becomes_a_question_of_its_part() {
    let (text, notes) = turned(
        "报告:
  年度: 2022
数据:
  一件事: 12项
章节:
  - 内容项: 举措成效
    章节:
      - 内容项: 行政执法   # 由县司法局供稿
        正文: 执法有序。
      - 小标题: 化解矛盾
        内容项:
          - 矛盾化解
          - 公共法律服务
        待办:
          - 与法院核对件数
        正文: 复议有力。
      - 内容项: 政府职能
        待办: [核对事项]
      - 内容项: 数字法治
        待办: 核对平台
      - 内容项: 权力监督
        待办:
        正文: 公开透明。
  - 内容项: 下年安排
    小标题: 2023年工作安排
    正文: ${下年}年重点抓好以下工作：
    条目:
      - 提升行政执法质量。开展“双随机”检查；评查案卷。
      # 复议局提的
      - {正文: 做好行政复议工作, 供稿单位: 县司法局}
      - 深化“放管服”改革，“一件事”由${一件事}增到${下年}年的20项。
      - 推进数字法治政府建设
      - 加强行政权力制约和监督
      - 做好其他工作。
",
    );
    assert_same(
        &text,
        "报告:
  年度: 2023
  上年报告: old.yaml
数据:
  一件事: {数值: ~, 上年: 12项}
章节:
  - 内容项: 举措成效
    待办:
      - \"2023年计划：做好其他工作。完成情况如何？\"
    章节:
      - 内容项: 行政执法   # 由县司法局供稿
        待办:
          - \"2023年计划：提升行政执法质量。开展“双随机”检查；评查案卷。完成情况如何？\"
        正文: 执法有序。
      - 小标题: 化解矛盾
        内容项:
          - 矛盾化解
          - 公共法律服务
        待办:
          - 与法院核对件数
          - \"2023年计划：做好行政复议工作。完成情况如何？\"
        正文: 复议有力。
      - 内容项: 政府职能
        待办: [核对事项, \"2023年计划：深化“放管服”改革，“一件事”由12项增到2023年的20项。完成情况如何？\"]
      - 内容项: 数字法治
        待办: [\"核对平台\", \"2023年计划：推进数字法治政府建设。完成情况如何？\"]
      - 内容项: 权力监督
        待办: [\"2023年计划：加强行政权力制约和监督。完成情况如何？\"]
        正文: 公开透明。
  - 内容项: 下年安排
    小标题: 2024年工作安排
    正文: ${下年}年重点抓好以下工作：
    条目:
      - 待填
      # 复议局提的
      - {正文: 待填, 供稿单位: 县司法局}
      - 待填
      - 待填
      - 待填
      - 待填
",
    );
    assert_eq!(
        notes,
        [
            "figures emptied, the old values kept as last year's: 1",
            "items of the plan for 2023 turned into `todo` questions of their sections: 6",
            "of these, items whose part is not certain, put under the achievements: 1",
        ]
    );
}

#[test]
fn paragraphs_and_sections_of_the_plan_are_items_too() {
    let (text, _) = turned(
        "报告:
  年度: 2022
章节:
  - 内容项: 举措成效
  - 内容项: 下年安排
    正文: |
      规范行政执法，
      评查案卷。

      办好实事。
    章节:
",
    );
    assert_same(
        &text,
        "报告:
  年度: 2023
  上年报告: old.yaml
章节:
  - 内容项: 举措成效
    待办:
      - \"2023年计划：规范行政执法，评查案卷。完成情况如何？\"
      - \"2023年计划：办好实事。完成情况如何？\"
  - 内容项: 下年安排
    正文: |
      待填
    章节:
",
    );
    let (text, _) = turned(
        "报告:
  年度: 2022
章节:
  - 内容项: 下年安排
    章节:
      - 小标题: 2023年抓执法
        正文: >-
          评查案卷。
      - 小标题: 抓普法
        条目: [送法下乡, 以案释法]
",
    );
    assert_same(
        &text,
        "报告:
  年度: 2023
  上年报告: old.yaml
章节:
  - 内容项: 下年安排
    待办:
      - \"2023年计划：2023年抓执法。评查案卷。完成情况如何？\"
      - \"2023年计划：抓普法。送法下乡。完成情况如何？\"
      - \"2023年计划：抓普法。以案释法。完成情况如何？\"
    章节:
      - 小标题: 待填
        正文: >-
          待填
      - 小标题: 待填
        条目: [待填, 待填]
",
    );
}

#[test]
fn a_section_that_holds_shortcomings_too_is_kept() {
    let (text, notes) = turned(
        "报告:
  年度: 2022
章节:
  - 内容项: 举措成效
  - 内容项: [不足原因, 下年安排]
    条目:
      - 执法力量不足。
      - 下一步，充实执法力量。
",
    );
    assert_same(
        &text,
        "报告:
  年度: 2023
  上年报告: old.yaml
章节:
  - 内容项: 举措成效
    待办:
      - \"2023年计划：下一步，充实执法力量。完成情况如何？\"
  - 内容项: [不足原因, 下年安排]
    条目:
      - 执法力量不足。
      - 下一步，充实执法力量。
",
    );
    assert_eq!(
        notes,
        [
            "items of the plan for 2023 turned into `todo` questions of their sections: 1",
            "of these, items whose part is not certain, put under the achievements: 1",
            "shortcomings and plan are one section; its texts were not emptied",
        ]
    );
}
