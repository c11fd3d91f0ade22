//! Lists announced with their length: what is told of them, and what is left alone.

use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;

/// The lists of a text that are certainly longer or shorter than announced: words and number of items.
fn told(text: &str) -> Vec<(String, usize)> {
    let indented: String = text.lines().map(|line| format!("      {line}\n")).collect();
    sections(&format!("  - 内容项: 举措成效\n    正文: |\n{indented}"))
}

fn sections(sections: &str) -> Vec<(String, usize)> {
    let file = format!("报告: {{类型: 政府, 地区: 云溪县, 年度: 2023}}\n章节:\n{sections}");
    let project = Project::open(SourceFile::new("report.yaml", &file), &Surroundings::default()).expect("it opens");
    let lists = project.editions[0].document.announced_lists();
    let lists = lists.into_iter().filter(|list| list.is_clear && list.items.len() != list.stated);
    lists.map(|list| (list.words, list.items.len())).collect()
}

#[test]
fn a_list_of_another_length_is_told_with_its_number() {
    for (text, words, items) in [
        ("重点抓好四个方面工作：一是健全制度；二是规范执法；三是强化监督。", "四个方面", 3),
        ("采取三项措施：一是排查；二是约谈；三是通报；四是督办。", "三项", 4),
        ("主要存在以下5个问题：一是力量不足；二是经费紧张；三是培训不够；四是协同不畅。", "5个", 4),
        ("从两个方面发力：一是抓源头；二是抓过程；三是抓结果。", "两个方面", 3),
        ("提出三点意见：第一，统一思想；第二，压实责任。", "三点", 2),
        ("提出五条建议：（1）建台账；（2）定时限；（3）强督导；（4）重问效。", "五条", 4),
        ("抓好3项重点任务:1.清理文件;2.评查案卷;3.培训人员;4.公示结果。", "3项", 4),
        ("突出四个环节：①立项②论证③审查④决定⑤备案", "四个", 5),
        ("存在三个方面的突出问题：\n\n一是人手少。\n\n二是任务重。", "三个方面", 2),
        ("做好以下四方面工作：\n\n（一）抓学习。\n\n（二）抓制度。\n\n（三）抓落实。", "四方面", 3),
        ("所办2件建议分别是：1、关于道路保洁的建议；2、关于停车秩序的建议；3、关于公厕增设的建议。", "2件", 3),
        ("从组织领导、制度建设、队伍保障等三个方面入手：一是配强力量；二是健全机制。", "三个方面", 2),
        ("分为三类：一是政府文件；二是部门文件；三是党政联合文件；四是其他文件。", "三类", 4),
        ("落实两项举措：一是晨会学法；二是案例讲法；三是旁听庭审。会上还讲评了案卷。", "两项", 3),
        ("概括为六个方面：一是甲；二是乙；三是丙；四是丁；五是戊。下一步抓好两项工作：一是子；二是丑。", "六个方面", 5),
        ("主要有十二点：一是甲；二是乙；三是丙。", "十二点", 3),
    ] {
        assert_eq!(told(text), [(words.to_owned(), items)], "{text}");
    }
}

#[test]
fn items_are_counted_as_measures_lists_and_headings_too() {
    let measures = |count: usize, layout: &str| {
        let items: String = (0..count).map(|_| "      - 整改到位。\n").collect();
        sections(&format!(
            "  - 内容项: 举措成效\n    小标题: 成效\n    正文: 采取四项措施：\n    排版: {{条目: {layout}}}\n    条目:\n{items}"
        ))
    };
    for layout in ["连写", "分段"] {
        assert_eq!(measures(4, layout), []);
        assert_eq!(measures(3, layout), [("四项".to_owned(), 3)]);
    }
    let headings = |count: usize| {
        let parts: String = (0..count).map(|_| "      - 小标题: 健全制度\n        正文: 制定办法。\n").collect();
        sections(&format!(
            "  - 内容项: 举措成效\n    正文: 主要做了以下三个方面工作：\n    章节:\n{parts}  - 内容项: 下年安排\n    正文: 抓好普法。\n"
        ))
    };
    assert_eq!(headings(3), []);
    assert_eq!(headings(5), [("三个方面".to_owned(), 5)]);
    // The next heading of the same level is no item.
    let next = |text: &str| format!("      - 小标题: 健全制度\n        正文: {text}\n");
    let parts = [next("抓好三项工作："), next("制定办法。"), next("开展评查。")].concat();
    assert_eq!(sections(&format!("  - 内容项: 举措成效\n    章节:\n{parts}")), []);
    // 一是 of the measure is none of those in it.
    let inner = "从四个方面压实责任：一是定任务；二是定时限；三是定标准。";
    for layout in ["连写", "分段"] {
        let file = format!(
            "  - 内容项: 举措成效\n    排版: {{条目: {layout}}}\n    条目:\n      - {inner}\n      - 开展评查。\n"
        );
        assert_eq!(sections(&file), [("四个方面".to_owned(), 3)]);
    }
    assert_eq!(told("抓好三项工作：\n\n1. 清理文件\n2. 评查案卷\n"), [("三项".to_owned(), 2)]);
    assert_eq!(told("抓好两项工作：\n\n1. 清理文件\n2. 评查案卷\n"), []);
}

#[test]
fn names_slogans_and_open_lists_are_left_alone() {
    for text in [
        // As long as announced.
        "重点抓好三项工作：一是健全制度；二是规范执法；三是强化监督。",
        "从两个方面发力：一是抓源头；二是抓过程。",
        "提出3点意见：1.统一思想；2.压实责任；3.严格考核。",
        "存在四个问题：\n\n一是甲。\n\n二是乙。\n\n三是丙。\n\n四是丁。",
        // Names and slogans.
        "推行“七个办”服务：一是即时办；二是马上办。",
        "落实“五个一”要求：一是读一本书；二是听一堂课；三是写一篇心得。",
        "深入推进行政执法三项制度：一是公示执法信息；二是培训执法人员；三是配齐记录设备；四是审核重大决定。",
        "严格三报三审：一是初报初审；二是复报复审。",
        "增强四个意识：一是加强学习；二是严守纪律。",
        "打造三级平台：一是县级中心；二是乡镇工作站；三是村工作室；四是入户点。",
        "开展三大行动：一是清理；二是整治。",
        "推进一网通办：一是归集数据；二是优化流程。",
        "完善四项机制：一是会商；二是通报；三是考核。",
        // The number counts something else.
        "对照年度12项重点任务：一是压实责任；二是挂图作战。",
        "对5个单位开展督察：一是查台账；二是看现场。",
        "全县14个乡镇：一是配齐人员；二是落实经费。",
        "第三项工作：一是清理；二是评查。",
        "前两个方面：一是甲；二是乙；三是丙。",
        "上述三个问题：一是整改；二是问责。",
        "三五个方面：一是甲；二是乙。",
        "约三个方面：一是甲；二是乙。",
        "从3个方面提出12条意见：一是甲；二是乙。",
        "投入3万元，主要用于：一是培训；二是装备。",
        "开展评查3次：一是自查；二是互查。",
        "办理案件20件：一是快受理；二是快审结。",
        "2023年，主要抓了工作：一是甲；二是乙；三是丙。",
        // No list right after the colon.
        "重点抓好四个方面工作：突出重点，一是健全制度；二是规范执法。",
        "重点抓好四个方面工作，一是健全制度；二是规范执法。",
        "抓好三项工作：清理文件、评查案卷、培训人员、公示结果。",
        "坚持三个原则：依法、公正、公开。",
        // A single item, a slip of numbering: told by others.
        "抓好三项工作：一是清理文件。",
        "抓好三项工作：一是清理文件；一是评查案卷；三是培训人员。",
        "抓好三项工作：一是清理文件；三是培训人员。",
        "抓好四项工作：一是甲；二是乙；二是丙；四是丁。",
        "抓好三项工作：一是甲；二是乙；一是丙。",
        // More follows in other words.
        "抓好三项工作：一是甲；二是乙；最后是丙。",
        "抓好三项工作：一是甲；二是乙，三要丙。",
        "抓好三项工作：一是甲；二是乙；等等。",
        "抓好三项工作：一是甲；二是乙……",
        "抓好三项工作：一是甲；二是乙三是丙。",
        "抓好四项工作：\n\n一是甲。\n\n具体分工见附件。\n\n二是乙。\n\n三是丙。",
        // The outer list goes on.
        "一是抓学习。二是突出两个重点：一是领导干部；二是青少年。三是抓考核。",
        "一是抓学习。突出两个重点：一是领导干部；二是青少年。二是抓考核。三是抓宣传。",
        "一是抓学习。\n\n二是突出两个重点：一是领导干部；二是青少年。\n\n三是抓考核。",
        "抓好三项工作：一是培训，包括两个方面：一是线上；二是线下。二是考试。三是发证。",
        "抓好三项工作：一是培训：（1）线上；（2）线下；二是考试：（1）笔试；（2）面试；三是发证。",
        // Other lists after it.
        "抓好两项工作：一是甲；二是乙。存在三个问题：一是子；二是丑；三是寅。",
        "提出两条意见：（1）甲；（2）乙。依据第（3）项规定办理。",
        "抓好两项工作：1.甲；2.乙。增长3.5个百分点。",
        "提出两点要求：第一，提高认识；第二，抓好落实。第三季度组织检查。",
    ] {
        assert_eq!(told(text), [], "{text}");
    }
}
