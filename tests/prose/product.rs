//! Products stated whole in a sentence.

use fazhi::model::Verdict;
use fazhi::prose::Prose;
use fazhi::prose::product::products;

/// Count, each and total of the products, and whether they fail.
fn told(text: &str) -> Vec<(String, bool)> {
    let prose = Prose::read(text);
    let told = products(&prose).into_iter().map(|product| {
        let words = [product.count, product.each, product.total].map(|mention| prose.text_of(mention));
        let verdict = product.total.quantity.interval().verdict(&product.computed);
        (words.join(" "), verdict == Verdict::Fails)
    });
    told.collect()
}

#[test]
fn a_product_is_computed() {
    for (text, words, fails) in [
        ("为377个行政村每村培养3名法律明白人，共1131名。", "377个 3名 1131名", false),
        ("为377个行政村每村培养3名法律明白人，共1311名。", "377个 3名 1311名", true),
        ("全县12个乡镇，每个乡镇配备2名调解员，共24名。", "12个 2名 24名", false),
        ("全县12个乡镇，每个乡镇配备2名调解员，共配备26名。", "12个 2名 26名", true),
        ("举办培训班5期，每期60人，共培训300人次。", "5期 60人 300人次", false),
        ("举办5期培训班，每期60人，共计培训310人次。", "5期 60人 310人次", true),
        ("为20户困难家庭每户补助500元，共1万元。", "20户 500元 1万元", false),
        ("为20户困难家庭每户补助500元，共1.2万元。", "20户 500元 1.2万元", true),
        ("30所学校每所配备1名法治副校长，合计31名。", "30所 1名 31名", true),
        ("连续3年每年评查案卷100卷，共评查330卷。", "3年 100卷 330卷", true),
        ("向45家企业每家发放指南10册，共发放4500册。", "45家 10册 4500册", true),
        ("开展巡回审判8场，每场旁听50人，共400人次。", "8场 50人 400人次", false),
        ("全县377个村（社区），每村选聘1名顾问，共377名。", "377个 1名 377名", false),
    ] {
        assert_eq!(told(text), [(words.to_owned(), fails)], "{text}");
    }
}

#[test]
fn what_is_not_whole_is_no_product() {
    for text in [
        "已为377个行政村培养了1131名法律明白人。",
        "为377个行政村每村至少培养3名法律明白人，共1135名。",
        "为377个行政村每村培养3名以上法律明白人，共1300名。",
        "377个村平均每村3名法律明白人，共1129名。",
        "每村每年开展3次活动，20个村共开展70次。",
        "每月开展8场活动，全年共100场。",
        "每季度评查1次，共评查案卷120卷、整改问题24个。",
        "20个乡镇每村配备3名法律明白人，共1131名。",
        "12个乡镇、377个村，每户发放手册1册，共8000册。",
        "为20个村每村培养3名法律明白人，累计培养1131名。",
        "为20个村每村培养3名法律明白人，目前全县已有1131名。",
        "为20个村每村培养3名法律明白人，共开展培训5期。",
        "为20个村每村培养3名法律明白人，另选聘5名，共65名。",
        "除2个村外，20个村每村培养3名法律明白人，其他村5名，共65名。",
        "举办培训班5期，每期3天，共培训300人次。",
        "举办培训班5期，每期50至60人，共培训280人次。",
        "各乡镇每村1名法律顾问，共377名。",
        "每案必审，审核文件64件、合同65件，共129件。",
        "召开例会12次，每次会议专题研究1至2个议题，共18个。",
        "每10万人配备1名调解员，全县80万人共配备12名。",
        "每名律师联系3个村，20名律师共联系60个村。",
        "20个村，每村3名。共61名。",
        "为20个村每村培养近3名法律明白人，共60名。",
        "每年培训2次，共400人次，覆盖3个乡镇。",
        "每",
        "每每每",
    ] {
        let failing: Vec<_> = told(text).into_iter().filter(|(_, fails)| *fails).collect();
        assert_eq!(failing, [], "{text}");
    }
}
