//! One text, several editions.

use super::{composed, show};
use crate::document::dump;

const REPORT: &str = "\
report:
  kind: government
  issuer: 甲县人民政府
  signature: 甲县人民政府办公室
  year: 2021
  date: 2022-01-10
  number: 甲政〔2022〕1号
  addressee: 市人民政府
  editions:
    - {id: 报上级, copies: [市司法局]}
    - id: npc
      addressee: 县人大常委会
      occasion: 2022年4月20日在县第十五届人大常委会第三次会议上
      speaker: 县长 张三
      date: 2022-04-20
      title: [关于2021年, 法治政府建设情况的报告]
    - {id: party, issuer: [中共甲县县委, 甲县人民政府], number: 甲委〔2022〕2号, addressee: '市委:', closing: 妥否，请指示。, stage: 审议稿}
    - {id: public}
    - {id: 内部, salutation: 同志们}
sections:
  - {heading: 只报上级, text: 甲。, only: upper}
  - heading: 成效
    measures: [一, {text: 二, except: [公开版, 内部]}, {text: 三, only: [报人大, public]}]
annexes:
  - {title: 一, text: 甲}
  - {title: 二, text: 乙, only: [party]}
";

#[test]
fn the_organ_named_in_a_text_is_that_of_the_edition() {
    let report = "\
report:
  issuer: [中共甲县委, 甲县人民政府]
  year: 2021
  editions:
    - upper
    - {id: npc, issuer: 甲县人民政府}
    - {id: 内部, issuer: 待填}
preamble: ${issuer}报告如下：
";
    let preambles: Vec<_> = composed(report).iter().map(|edition| dump(&edition.document.body[..1])).collect();
    assert_eq!(
        preambles,
        [
            "p V[中共甲县委、甲县人民政府]报告如下：\n",
            "p V[甲县人民政府]报告如下：\n",
            "p 【待填：issuer】报告如下：\n",
        ]
    );
}

#[test]
fn each_says_what_is_its_own() {
    let shown: Vec<_> = composed(REPORT).iter().map(|edition| show(&edition.document)).collect();
    assert_eq!(
        shown,
        [
            "\
title: 甲县人民政府关于2021年法治政府建设情况的报告
number: 甲政〔2022〕1号
addressee: 市人民政府
h1 一、只报上级
p 甲。
h1 二、成效
p 一是一；
p 二是二。
p 特此报告。
signature: 甲县人民政府办公室
date: 2022年1月10日
copies: 市司法局
annex 附件: 一
p 甲
",
            "\
title: 关于2021年
title: 法治政府建设情况的报告
number: 甲政〔2022〕1号
occasion: 2022年4月20日在县第十五届人大常委会第三次会议上
speaker: 县长 张三
addressee: 主任、各位副主任、各位委员
h1 一、成效
p 一是一；
p 二是二；
p 三是三。
p 以上报告，请审议。
signature: 甲县人民政府办公室
date: 2022年4月20日
annex 附件: 一
p 甲
",
            "\
title: 中共甲县县委
title: 甲县人民政府
title: 关于2021年法治政府建设情况的报告
stage: 审议稿
number: 甲委〔2022〕2号
addressee: 市委
h1 一、成效
p 一是一；
p 二是二。
p 妥否，请指示。
signature: 中共甲县县委
signature: 甲县人民政府
date: 2022年1月10日
annex 附件1: 一
p 甲
annex 附件2: 二
p 乙
",
            "\
title: 甲县人民政府关于2021年法治政府建设情况的报告
number: 甲政〔2022〕1号
addressee: 市人民政府
h1 一、成效
p 一是一；
p 二是三。
signature: 甲县人民政府办公室
date: 2022年1月10日
annex 附件: 一
p 甲
",
            "\
title: 甲县人民政府关于2021年法治政府建设情况的报告
number: 甲政〔2022〕1号
addressee: 同志们
h1 一、成效
p 一。
signature: 甲县人民政府办公室
date: 2022年1月10日
annex 附件: 一
p 甲
",
        ]
    );
}

#[test]
fn ids_are_english_where_they_are_ours() {
    let editions = composed(REPORT);
    let ids: Vec<_> =
        editions.iter().map(|edition| (edition.document.edition.as_str(), edition.document.public)).collect();
    assert_eq!(ids, [("upper", false), ("npc", false), ("party", false), ("public", true), ("内部", false)]);
    let single = composed(
        "report: {year: 2021}\nclosing: 完。\nsections: [{heading: 甲, only: [public]}, {heading: 乙, except: 公开版}]\n",
    );
    assert_eq!(single.len(), 1);
    assert!(single[0].document.public && single[0].document.edition.is_empty());
    assert_eq!(
        show(&single[0].document),
        "title: 【待填：发文机关】关于2021年法治政府建设情况的报告\nh1 一、甲\np 完。\n"
    );
}
