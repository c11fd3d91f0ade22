//! Faults of language in plain texts: what is found, and the many texts that look like a fault and are none.

pub mod mending;
mod seeds;

use fazhi::document::passage::{Kind as PassageKind, Passage};
use fazhi::document::{PlainText, Role};
use fazhi::language::{Fault, Kind, faults};
use proptest::prelude::*;

fn passage(text: &str, section: usize) -> Passage<'static> {
    Passage {
        plain: PlainText { text: text.to_owned(), pieces: Vec::new() },
        kind: PassageKind::Paragraph(Role::Text),
        parts: Vec::new(),
        section,
        repeats: None,
    }
}

/// The faults of paragraphs under one heading.
fn of_edition(passages: Vec<Passage>) -> Vec<(usize, Fault)> {
    faults(&[passages]).remove(0)
}

fn in_paragraphs(texts: &[&str]) -> Vec<(usize, Fault)> {
    of_edition(texts.iter().map(|text| passage(text, 1)).collect())
}

/// What is found in a text: the words, and what should stand there where it may be put there unseen.
fn found(text: &str) -> Vec<(Kind, String, String)> {
    let told = |(_, fault): (usize, Fault)| {
        let better = if fault.is_safe { fault.better } else { String::new() };
        (fault.kind, text[fault.range].to_owned(), better)
    };
    in_paragraphs(&[text]).into_iter().map(told).collect()
}

#[track_caller]
fn finds(kind: Kind, cases: &[(&str, &str, &str)]) {
    for (text, words, better) in cases {
        assert_eq!(found(text), [(kind, (*words).to_owned(), (*better).to_owned())], "{text}");
    }
}

#[track_caller]
fn silent(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn pairs() {
    finds(
        Kind::UnpairedMark,
        &[
            ("印发《办法，规范程序。", "《", ""),
            ("印发办法》，规范程序。", "》", ""),
            ("落实“三项制度，规范执法。", "“", ""),
            ("落实“三项制度“，规范执法。", "“", ""),
            ("乡镇（街道设立站所。", "（", ""),
            ("乡镇(街道设立站所。", "(", ""),
            ("云政发〔2023号文件。", "〔", ""),
            ("印发《关于转发〈办法》的通知。", "〈", ""),
            ("办结5件）。", "）", ""),
        ],
    );
    silent(&[
        "印发《关于转发〈云溪县办法〉的通知》（云政发〔2023〕5号），落实“三项制度”。",
        "印发《关于转发《云溪县办法》的通知》。",
        "乡镇（街道)设立(站所）。",
        "县长说：“要读‘法’。”",
        "重点是：1）学法；2）用法；（3）守法；a)普法；一）述法。",
        "〔2021]",
        "don’t和’21是西文。",
        "说\"一窗通办”和“一网通办\"。",
        "【待填：名称】和「引号」『书名』。",
    ]);
    assert_eq!(in_paragraphs(&["县长说：“要学法。", "“要用法。", "“要守法。”"]), []);
    assert_eq!(in_paragraphs(&["会议指出：“要学法。", "要用法。", "要守法。”"]), []);
    assert_eq!(in_paragraphs(&["关于印发《云溪县", "管理办法》的通知"]), []);
    assert_eq!(in_paragraphs(&["会议指出：“要学法。", "要用法。", "要守法。"]).len(), 1);
    // However many marks are single, a paragraph is told once.
    assert_eq!(found("“甲“乙“丙《丁（戊").len(), 1);
}

#[test]
fn single_marks() {
    finds(
        Kind::DoubledMark,
        &[
            ("开展评查，，通报结果。", "，，", "，"),
            ("开展评查。。通报结果。", "。。", "。"),
            ("开展评查，。通报结果。", "，。", ""),
            ("开展评查、，通报结果。", "、，", ""),
            ("开展评查；；通报结果。", "；；", "；"),
            ("通报结果，。", "，。", "。"),
            ("开展评查,,通报结果。", ",,", ""),
            ("开展评查,。", ",。", ""),
            ("开展评查。。。通报结果。", "。。。", ""),
        ],
    );
    finds(
        Kind::StrayMark,
        &[("，开展评查。", "，", ""), ("乡镇（街道、）设站。", "、）", ""), ("乡镇（，街道）设站。", "（，", "")],
    );
    finds(
        Kind::PauseBeforeDeng,
        &[
            ("公安、交通、等部门联合执法。", "、等", "等"),
            ("公安、交通、等。", "、等", "等"),
            ("公安、交通、等5个部门。", "、等", "等"),
        ],
    );
    finds(Kind::OpenParagraph, &[("开展案卷评查，", "，", ""), ("开展案卷评查,", ",", ""), ("公安、交通、", "、", "")]);
    finds(
        Kind::UnmarkedParagraph,
        &[("全年开展行政执法案卷评查两次，抽查案卷三百份。评查结果通报全县，问题限期整改到位", "位", "")],
    );
    silent(&[
        "他说：“很好。”于是散会。",
        "“放管服”……改革——成效！！怎么样？！",
        "“效果好吗？”，他问。",
        "一是学法……；二是用法……。",
        "县长强调：“学法、用法、守法……”，要求落实。",
        "路径a::b和c,,d不动；时间10:30。",
        "一等、二等、等外品，高、低温，空气、等离子体不是列举的末尾，材料、等离子体应用，学历、等级，差额、等额选举。",
        "特此报告",
        "县长　张某某",
        "（此件公开发布）",
        "现将有关情况报告如下：",
        "《民法典》、《行政处罚法》等法律，“一网通办”、“一窗受理”等服务。",
    ]);
}

#[test]
fn until() {
    finds(
        Kind::UntilMisspelt,
        &[
            ("截止2023年11月，办结5件。", "截止", "截至"),
            ("办结5件,截止目前,全部履行。", "截止", "截至"),
            ("全县截止目前办结5件。", "截止", "截至"),
            ("截止 2023年底，办结5件。", "截止", "截至"),
            ("办结5件（截止12月31日）。", "截止", "截至"),
            ("截止2023.11，办结5件。", "截止", "截至"),
            ("收到复议申请83件，截止12月底，办结5件。", "截止", "截至"),
            ("一是截止2023年底，办结5件。", "截止", "截至"),
        ],
    );
    silent(&[
        "截至2023年11月，办结5件。",
        "报名截止日期为5月1日，截止时间另行通知。",
        "报名截止5月1日。",
        "征求意见，截止5月1日24时。",
        "申报时间为4月1日至5月1日，截止5月1日。",
        "截止到2023年底，办结5件。",
        "报名已经截止。2023年办结5件。",
        "受理于5月1日截止。",
        "书面提交申请，截止5月1日。",
        "报名时间为4月1日起，截止5月1日。",
    ]);
}

#[test]
fn approximations() {
    finds(
        Kind::DoubledApproximation,
        &[
            ("服务近2.2万余次。", "近2.2万余", ""),
            ("培训近300多人次。", "近300多", ""),
            ("约300余人参加。", "约300余", ""),
            ("约有300余人参加。", "约有300余", ""),
            ("培训接近300余人。", "接近300余", ""),
            ("超过300余人参加。", "超过300余", "超过300"),
            ("逾千元，逾5000余元。", "逾5000余", "逾5000"),
            ("约30人左右参加。", "约30人左右", "约30人"),
            ("大约30%左右已办结。", "大约30%左右", "大约30%"),
            ("近30人左右参加。", "近30人左右", ""),
            ("超过90%以上已办结。", "超过90%以上", "超过90%"),
            ("近百余人参加。", "近百余", ""),
        ],
    );
    silent(&[
        "近10余年来，近20多个月，近30余天，近十余年，近几十年，近年来3000余人参加。",
        "最近300余人，附近300余户，走近200余名群众，靠近10余米，新近30余人。",
        "节约300余万元，预约200余次，签约30余个，履约50余份，集约300余亩，违约20余起。",
        "赶超300余家企业，反超20余分。",
        "近300万余额，超500万余款，约20多元化解，超过30多部门联合行动。",
        "近三成群众，近九成，近万名党员，近百件，近2万件，约300件，300余件，300多件，30人左右，90%以上。",
        "长江约3000米左右岸，约20米左右两侧。",
        "超过10万家规模以上企业，超6000家二级以上医院，超过60%的规模以上企业。",
        "约占30%，近30年左右摇摆。",
    ]);
}

#[test]
fn ranges() {
    finds(Kind::BarePercent, &[("增长10～20%。", "10～20%", "10%～20%"), ("增长1.5-3.5%。", "1.5-3.5%", "1.5%～3.5%")]);
    finds(Kind::BareMagnitude, &[("补助3～5万元。", "3～5万", "3万～5万"), ("投资3-5亿元。", "3-5亿", "3亿～5亿")]);
    finds(
        Kind::RangeMark,
        &[
            ("纲要（2021-2025年）", "2021-2025", "2021—2025"),
            ("纲要（2021——2025年）", "2021——2025", "2021—2025"),
            ("纲要(2021–2025年)", "2021–2025", "2021—2025"),
            ("纲要（20212025年）", "20212025", ""),
            ("2021年-2025年的计划。", "2021年-2025年", "2021年—2025年"),
            ("1-11月办结5件。", "1-11", "1—11"),
            ("1月-11月办结5件。", "1月-11月", "1月—11月"),
            ("5月1日-7日放假。", "1日-7日", "1日—7日"),
            ("5月1-7日放假。", "1-7", "1—7"),
            ("15-30天内办结。", "15-30", "15～30"),
            ("3-5个工作日内办结。", "3-5", "3～5"),
            ("培训3-5名骨干。", "3-5", "3～5"),
        ],
    );
    silent(
        &[
            "增长10%～20%，补助3万～5万元，2021—2025年，15～30天，3至5万元，10至20%，2021至2025年。",
            "罚款500～2万元，罚款100-1万元，1～100万元。",
            "编号20252021年度，存款20212025元，20212099年。",
            "热线0375-5161058，编号2021-0012，第3-5条，表3-5个，10:30-11:30，2022-01-10，5-10-15天。",
            "GB/T 15834-2011，G3-5公里，AB-12-15个，https://a.gov.cn/2021-2025年/3-5天。",
            "12-4国家宪法日，3-15活动，24-7服务，5-3个，第1-3年级，2020-2021学年。",
            "比分3-1，7-9级风，A区5-3号楼，2019-nCoV，纲要(2021-2025)。",
            "同比增长5%，环比-3%，下降-2.5%。",
            "增长17%-25%。",
        ][..8],
    );
}

#[test]
fn documents() {
    finds(
        Kind::NumberBeforeTitle,
        &[
            ("落实国办发〔2018〕118号《意见》。", "〔2018〕118号", ""),
            ("落实（国办发〔2018〕118号）《意见》。", "〔2018〕118号", ""),
        ],
    );
    finds(
        Kind::NumberBrackets,
        &[
            ("落实云政发[2023]5号文件。", "[2023]", "〔2023〕"),
            ("落实云政发（2023）5号文件。", "（2023）", "〔2023〕"),
            ("落实云政发(2023)5号文件。", "(2023)", ""),
            ("落实云政发【2023】第5号文件。", "【2023】", "〔2023〕"),
        ],
    );
    silent(&[
        "落实《意见》（国办发〔2018〕118号）。",
        "落实《甲》（国办发〔2018〕118号）《乙》（云政发〔2023〕5号）。",
        "落实《甲》国办发〔2018〕118号、《乙》云政发〔2023〕5号《丙》。",
        "（2023）豫0425行初1号判决，国务院令第825号《条例》。",
        "2023年第5号令，公告2023年5号，计划（2023—2025年）5号楼。",
        "自2023年起（2023）全县推行。",
        "建筑面积（2023）平方米。",
    ]);
}

#[test]
fn series() {
    finds(
        Kind::RepeatedOrdinal,
        &[
            ("做法：一是学法；二是用法；二是守法；三是普法。", "二是", ""),
            ("一是建立调解网络，截至11月，一是建立调解网络，设站5个；二是培训。", "一是", ""),
            ("一是学法;二是用法;三是守法;三是普法;四是述法。", "三是", ""),
        ],
    );
    finds(
        Kind::MissingOrdinal,
        &[("做法：一是学法；三是用法。", "三是", ""), ("一是学法。二是用法。四是守法。", "四是", "")],
    );
    silent(&[
        "一是学法；二是用法；三是守法。",
        "一是学法：一是领导干部；二是公务员。二是用法：一是审查；二是评查；三是通报。三是守法。",
        "学法有两种：一是自学，二是辅导。考法有三种：一是笔试，二是口试，三是抽查。",
        "一是一，二是二，实事求是。",
        "一是自学，一是辅导，各有所长。",
        "会议强调“一是学法；三是用法”。",
        "做法（一是学法；三是用法）。",
        "一是学法；二要用法；三是守法。一是学法；第二，用法；三是守法。",
        "二是学法；三是用法。",
        "一是学法；二是用法。三是守法的前提是学法；十一是国庆。",
        "首先学法，其次用法，三是守法。",
    ]);
    assert_eq!(in_paragraphs(&["一是学法。", "二是用法。", "三是守法。"]), []);
    assert_eq!(in_paragraphs(&["一是学法：一是自学；二是辅导。", "二是用法：一是审查；二是评查。", "三是守法。"]), []);
    let kinds =
        |texts: &[&str]| in_paragraphs(texts).into_iter().map(|(at, fault)| (at, fault.kind)).collect::<Vec<_>>();
    assert_eq!(kinds(&["一是学法。", "二是用法。", "二是守法。"]), [(2, Kind::RepeatedOrdinal)]);
    assert_eq!(kinds(&["一是学法。", "三是用法。"]), [(1, Kind::MissingOrdinal)]);
    // What stands between may be the item, without its label.
    assert_eq!(kinds(&["一是学法。", "用法。", "三是守法。"]), []);
    // Another heading, another series.
    assert_eq!(of_edition(vec![passage("一是学法。", 1), passage("三是用法。", 2)]), []);
}

#[test]
fn dates() {
    finds(
        Kind::PaddedDate,
        &[
            ("2022年01月05日办结。", "2022年01月05日", "2022年1月5日"),
            ("2022年1月05日办结。", "2022年1月05日", "2022年1月5日"),
            ("2022年09月办结。", "2022年09月", "2022年9月"),
            ("03月15日办结。", "03月15日", "3月15日"),
        ],
    );
    finds(Kind::DayAsNumber, &[("12月4号举行活动。", "12月4号", ""), ("5月04号。", "5月04号", "")]);
    finds(
        Kind::MixedDate,
        &[
            ("二〇二二年1月办结。", "二〇二二年1月", ""),
            ("2022年一月五日办结。", "2022年一月", ""),
            ("十二月31日办结。", "十二月31日", ""),
            ("5月二十日办结。", "5月二十日", ""),
        ],
    );
    silent(&[
        "2022年1月5日，2022年10月20日，2022年12月30日，10月1日，二〇二二年一月五日。",
        "08时05分，7×24小时，第05月，2022.01.05，2022-01-05，007月。",
        "5月4号文件，3月15号令，5月1号线开通，10月3号楼竣工。",
        "2023年一月一报告，2023年三月三节，2023年一次，一月一会商，每月1日。",
        "2021年十九届六中全会，2021年二季度，三月三日和5月5日。",
    ]);
}

#[test]
fn repeated_words() {
    for (text, words) in [
        ("落实市委市政府政府的部署。", "政府政府"),
        ("开展案卷评查评查，通报结果。", "评查评查"),
        ("推进依法行政依法行政工作。", "依法行政依法行政"),
        ("由办公室办公室负责。", "办公室办公室"),
    ] {
        let only: Vec<_> = found(text).into_iter().map(|(kind, words, _)| (kind, words)).collect();
        if text.contains("负责") {
            // What follows may belong to a word.
            assert_eq!(only, []);
        } else {
            assert_eq!(only, [(Kind::RepeatedWord, words.to_owned())], "{text}");
        }
    }
    silent(&[
        "层层落实，人人学法，一一核对，依法依规，常常，家家户户，看看，个个，件件有着落，事事有回音。",
        "研究研究，讨论讨论，非常非常好，多次多次。",
        "一件一件核实，一户一户走访，一村一村推进，每村每村，逐项逐项，各级各级。",
        "县人民政府政府信息公开，省政府政府规章，依法行政行政执法，公共法律服务服务站。",
        "目的的实现，为了了解情况，标的的数额，的的确确，除了了却心愿。",
        "法治政府、法治社会，政府、政府部门，学习，学习，再学习。",
        "谁执法谁普法，应公开尽公开，尊法学法守法用法，一门一网一次。",
        "党组理论学习中心中心组，市场市场监管。",
        "哈哈哈哈，层层层层。",
        "违反本规定规定的，依照本规划规划的用途，大片大片的油菜花。",
        "针对企业对企业、企业对个人等交易模式。",
        "最高人民法院人民法院对外委托司法鉴定管理规定。",
    ]);
}

#[test]
fn falls_rates_and_digits() {
    finds(Kind::FallInMultiples, &[("信访量下降2倍。", "下降2倍", ""), ("减少了1.5倍。", "减少了1.5倍", "")]);
    finds(
        Kind::RateChange,
        &[
            ("办结率98%，比上年提高2%。", "提高2%", ""),
            ("办结率达到98%，提高2%。", "提高2%", ""),
            ("参考率为98.5%,同比上升1.2%。", "上升1.2%", ""),
            ("满意率达98%（较上年提高2%）。", "提高2%", ""),
        ],
    );
    finds(Kind::BareDecimal, &[("纠错率为.5%。", ".5", "")]);
    finds(Kind::FullWidthDigits, &[("评查２０２１件。", "２０２１", "2021"), ("占９８．５%。", "９８．５", "98.5")]);
    finds(Kind::VariantWord, &[("其它事项。", "其它", ""), ("建立台帐。", "台帐", ""), ("银行帐户。", "帐户", "")]);
    silent(&[
        "增长2倍，提高1.5倍，下降到去年的0.5倍，降至2倍以内，由2倍下降。",
        "办结率98%，比上年提高2个百分点，收案增长5%，占98%，投诉下降5%。",
        "办结率98%，其中复议案件增长5%；办结98件，提高2%。",
        "全部办结.2023年受理5件，版本1.5，共.5",
        "其他事项，台账，账户，蚊帐，帐篷。",
    ]);
}

#[test]
fn code_and_addresses_are_no_text() {
    silent(&["见https://a.gov.cn/x,,y/01月05日/3-5天和www.a.cn/1-3月 一节。"]);
}

#[test]
fn a_long_text_takes_time_in_its_length() {
    let texts = [
        "一是（《“2021-2025年近300余，，截止目前政府政府号《".repeat(4_000),
        "，一是".repeat(20_000) + &"，五是".repeat(20_000),
        "（".repeat(40_000) + &"》".repeat(40_000),
        "1".repeat(100_000) + &".".repeat(50_000) + &"年月".repeat(20_000),
        "`，，`".repeat(20_000),
        "政府".repeat(40_000),
        "〔2021〕1号《".repeat(10_000),
        "5".to_owned() + &"%".repeat(100_000),
    ];
    for text in &texts {
        let start = std::time::Instant::now();
        in_paragraphs(&[text]);
        in_paragraphs(&vec![&text[..text.floor_char_boundary(9)]; 2_000]);
        assert!(start.elapsed() < std::time::Duration::from_secs(5), "{:?}", start.elapsed());
    }
}

/// What the scan looks for, and what lies in wait beside it.
const PIECES: [&str; 60] = [
    "一是", "二是", "三是", "五是", "，", "。", "、", "；", "：", ",", ".", ":", "(", ")", "（", "）", "《", "》",
    "〈", "〉", "“", "”", "‘", "’", "\"", "[", "]", "〔", "〕", "2021", "2025", "年", "月", "日", "号", "0", "5", "12",
    "３", "．", "-", "—", "～", "%", "万", "亿", "余", "多", "近", "约", "超过", "左右", "以上", "截止", "目前",
    "政府", "等", "率", "提高", "𠮷",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_mended_to_an_end(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..40)) {
        let mut text = pieces.concat();
        for _ in 0..10 {
            let faults = in_paragraphs(&[&text]);
            prop_assert!(faults.iter().all(|(_, fault)| text.get(fault.range.clone()).is_some_and(|words| !words.is_empty())));
            let mut safe: Vec<Fault> = faults.into_iter().map(|(_, fault)| fault).filter(|fault| fault.is_safe).collect();
            if safe.is_empty() {
                return Ok(());
            }
            safe.sort_by_key(|fault| std::cmp::Reverse(fault.range.start));
            for fault in safe {
                prop_assert_ne!(&text[fault.range.clone()], &fault.better);
                text.replace_range(fault.range, &fault.better);
            }
        }
        prop_assert!(false, "{} is never done", text);
    }
}
