//! What stands around the text.

use fazhi::outline::load::Shelf;
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;

use super::{composed, first, show};

#[test]
fn a_whole_report() {
    let document = first(
        "\
report:
  kind: government
  level: county
  place: 甲县
  issuer: 甲县人民政府
  year: 2021
  stage: 送审稿
  number: 甲政〔2022〕1号
  date: 2022-01-10
  addressee: 市人民政府：
  copies: [市委依法治市办, 市司法局。]
figures:
  复议: {收到: 83件, 办结: 37件}
preamble: |
  2021年，推进依法行政[^1]。现将有关情况报告如下：

  [^1]: 截至年底。
sections:
  - part: achievements
    sections:
      - part: leadership
        text: |
          年内办结${复议.办结}[^1]。

          [^1]: 含上年结转。
closing: 特此报告。
annexes:
  - {title: 数据表, text: '收到${复议.收到}。'}
  - {title: 文件目录, text: '见附表[^a]。'}
",
    );
    assert_eq!(
        show(&document),
        "\
title: 甲县人民政府关于2021年法治政府建设情况的报告
stage: 送审稿
number: 甲政〔2022〕1号
addressee: 市人民政府
p 2021年，推进依法行政N[0]。现将有关情况报告如下：
h1 一、2021年推进法治政府建设的主要举措和成效
p <h2 （一）加强党的领导，完善法治政府建设推进机制>年内办结V[37件]N[1]。
p 特此报告。
signature: 甲县人民政府
date: 2022年1月10日
copies: 市委依法治市办
copies: 市司法局
annex 附件1: 数据表
p 收到V[83件]。
annex 附件2: 文件目录
p 见附表[^a]。
note 0: p 截至年底。
note 1: p 含上年结转。
"
    );
}

/// The lines of the title of a report with this head.
fn title(head: &str) -> Vec<String> {
    let document = first(&format!("report: {{year: 2021, {head}}}\nsections: []\n"));
    document.title.iter().map(fazhi::document::Line::plain).collect()
}

#[test]
fn titles_follow_the_kind() {
    assert_eq!(title("kind: government, issuer: 甲县人民政府"), ["甲县人民政府关于2021年法治政府建设情况的报告"]);
    assert_eq!(title("kind: zone, issuer: 甲开发区管委会"), ["甲开发区管委会关于2021年法治政府建设情况的报告"]);
    assert_eq!(title("kind: department, issuer: 甲县司法局"), ["甲县司法局关于2021年度法治政府建设情况的报告"]);
    assert_eq!(title("kind: township, place: 乙镇, issuer: 乙镇人民政府"), ["乙镇2021年法治政府建设年度报告"]);
    assert_eq!(title("kind: township, issuer: 乙镇人民政府"), ["乙镇人民政府关于2021年法治政府建设情况的报告"]);
    assert_eq!(
        title("kind: government, issuer: [中共甲县县委, 甲县人民政府]"),
        ["中共甲县县委", "甲县人民政府", "关于2021年法治政府建设情况的报告"]
    );
    assert_eq!(title("kind: township, place: 乙镇, issuer: [乙镇党委, 乙镇人民政府]").len(), 3);
    assert_eq!(title("issuer: 甲县人民政府, title: '甲县${year}年 # 报告'"), ["甲县2021年 # 报告"]);
    assert_eq!(title("issuer: 甲, title: [甲县人民政府, '${year}年**报告**']"), ["甲县人民政府", "2021年**报告**"]);
    assert_eq!(title("kind: government"), ["【待填：发文机关】关于2021年法治政府建设情况的报告"]);
    assert_eq!(title("issuer: ~, title: ~"), ["【待填：标题】"]);
}

#[test]
fn blanks_are_asked_for() {
    let document = first(
        "\
report: {kind: government, issuer: 甲县人民政府, number: 待填, date: , addressee: ~, stage: ''}
figures: {复议: {收到: ~}}
preamble: 待填
sections:
  - {part: plan, text: ''}
  - {heading: ~, measures: [~, '收到${复议.收到}']}
  - {part: 不存在的, text: 甲}
annexes: [{title: '', text: ~}]
",
    );
    assert_eq!(
        show(&document),
        "\
title: 甲县人民政府关于【待填：年度】年法治政府建设情况的报告
number: 【待填：发文字号】
addressee: 【待填：主送】
p 【待填：导语】
h1 一、【待填：年度】年推进法治政府建设的主要安排
p 【待填：年推进法治政府建设的主要安排】
h1 二、【待填：小标题】
p 一是【待填：正文】；
p 二是收到【待填：复议.收到】。
h1 三、【待填：不存在的】
p 甲
signature: 甲县人民政府
date: 【待填：成文日期】
annex 附件: 【待填：附件】
p 【待填：附件】
"
    );
}

#[test]
fn dates_print_as_they_are_signed() {
    for (typed, printed) in [
        ("2022/01/05", "2022年1月5日"),
        ("2022年1月10日", "2022年1月10日"),
        ("正月", "正月"),
        ("２０２２．１．９", "2022年1月9日"),
    ] {
        let document = first(&format!("report: {{issuer: 甲, year: 2021, date: {typed}}}\n"));
        assert_eq!(document.date.expect("there is a date").plain(), printed);
    }
}

#[test]
fn a_joint_report_signs_with_full_names() {
    let document = first(
        "\
report:
  kind: government
  issuer: [中共甲县县委, 甲县人民政府]
  signature: [中共甲县委员会, 甲县人民政府]
  year: 2021
",
    );
    assert_eq!(
        show(&document),
        "\
title: 中共甲县县委
title: 甲县人民政府
title: 关于2021年法治政府建设情况的报告
signature: 中共甲县委员会
signature: 甲县人民政府
"
    );
    assert_eq!(document.issuers, ["中共甲县县委", "甲县人民政府"]);
}

#[test]
fn letterhead_and_postscript() {
    let yaml = "\
report:
  issuer: 甲县人民政府
  year: 2021
  copies: 市委依法治市办
  editions: [{id: upper}, {id: public}]
letterhead:
  suffix: 文件
  copy_number: '000001'
  secrecy: 秘密
  secrecy_term: 1年
  urgency: 特急
  signer: 张三
  cosigner: [李四, 王五]
  imprint: {printer: 甲县人民政府办公室, printed: 2022-01-12}
  postscript: 此件公开发布
  contact: 赵六
  phone: '5161058'
  seal: true
";
    let editions = composed(yaml);
    let letterhead = editions[0].document.letterhead.as_ref().expect("there is one");
    assert_eq!(letterhead.mark, ["甲县人民政府"]);
    assert_eq!((letterhead.suffix.as_str(), letterhead.secrecy.as_str()), ("文件", "秘密★1年"));
    assert_eq!((letterhead.copy_number.as_str(), letterhead.urgency.as_str()), ("000001", "特急"));
    assert_eq!(letterhead.signers, ["张三"]);
    assert_eq!(letterhead.cosigners, ["李四", "王五"]);
    assert_eq!(letterhead.copies, ["市委依法治市办"]);
    assert_eq!((letterhead.printer.as_str(), letterhead.printed.as_str()), ("甲县人民政府办公室", "2022年1月12日"));
    assert!(letterhead.seal);
    let postscripts: Vec<_> =
        editions.iter().map(|edition| edition.document.postscript.as_ref().expect("there is one").plain()).collect();
    assert_eq!(postscripts, ["此件公开发布，联系人：赵六，联系电话：5161058", "此件公开发布"]);
}

#[test]
fn the_site_gets_its_metadata() {
    let yaml = "\
report:
  issuer: [中共甲县县委, 甲县人民政府]
  year: 2021
  number: 甲政〔2022〕1号
  date: 2022-01-10
  editions: [{id: 公开版, publication: {index: 乙}}, {id: upper}]
publication:
  index: 甲
  topic: 司法
  published: 2022-01-12
  keywords: [法治政府, 年度报告]
  site_name: 甲县人民政府网
  site_id: 4104250001
  column_type: 信息公开目录
  editor: ~
  url: https://www.example.gov.cn/a
";
    let editions = composed(yaml);
    let fields = |fields: &[fazhi::document::Field]| -> Vec<String> {
        fields.iter().map(|field| format!("{}: {}", field.label, field.value)).collect()
    };
    let public = &editions[0].document;
    assert_eq!(
        fields(&public.publication),
        [
            "索引号: 乙",
            "主题分类: 司法",
            "发文字号: 甲政〔2022〕1号",
            "成文日期: 2022年1月10日",
            "发布日期: 2022-01-12",
            "关键词: 法治政府；年度报告",
        ]
    );
    assert_eq!(
        fields(&public.meta),
        [
            "SiteName: 甲县人民政府网",
            "SiteIDCode: 4104250001",
            "ColumnType: 信息公开目录",
            "ArticleTitle: 中共甲县县委 甲县人民政府关于2021年法治政府建设情况的报告",
            "PubDate: 2022-01-12 00:00",
            "ContentSource: 中共甲县县委、甲县人民政府",
            "Keywords: 法治政府;年度报告",
            "Url: https://www.example.gov.cn/a",
        ]
    );
    assert!(editions[1].document.publication.is_empty() && editions[1].document.meta.is_empty());
}

#[test]
fn a_province_fixes_its_own_title() {
    let own = "extends: 2021-2025\ntitles:\n  - {kinds: [government], form: '{issuer}{year}年法治政府建设年度报告'}\n";
    let yaml = "report: {kind: government, issuer: 甲县人民政府, year: 2021, outline: 本省}\n";
    let surroundings = Surroundings {
        outlines: Shelf::new(vec![("本省.yaml".to_owned(), own.to_owned())]).into(),
        ..Surroundings::default()
    };
    let project =
        Project::open(SourceFile::new("a.yaml", yaml), &surroundings).expect("the outline is beside the report");
    assert_eq!(project.editions[0].document.title_text(), "甲县人民政府2021年法治政府建设年度报告");
}

#[test]
fn a_fault_is_told_once() {
    let editions = composed("report: {kind: government, issuer: '甲县${没有}人民政府', year: 2021}\n");
    assert_eq!(editions[0].faults.len(), 1);
    assert_eq!(editions[0].document.title_text(), "甲县${没有}人民政府关于2021年法治政府建设情况的报告");
}
