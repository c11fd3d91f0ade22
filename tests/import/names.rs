//! Who reports, on which place and year, as titles and texts without a title tell it.

use fazhi::import::{Options, import};
use fazhi::message::Lang;
use fazhi::readers;
use fazhi::source::SourceFile;
use fazhi::yaml;

/// Running text that names nobody.
const PROSE: &str = "今年以来，坚持依法行政，推进法治政府建设，开展法治宣传十二场，组织集中学习四次，审查合同八份，\
                     完善依法行政各项制度，办事流程更加清楚，群众满意度不断提高。\n";

/// Kind, level, place, issuers and year, `-` where the file has none.
fn names(text: &str) -> String {
    let manuscript = readers::read("a.txt", text.as_bytes()).expect("it is text");
    let imported = import(&manuscript, Options { keys: Lang::En, figures: false })
        .unwrap_or_else(|message| panic!("{text}: {}", message.text(Lang::En)));
    let head = yaml::read(&SourceFile::new("imported.yaml", imported.yaml.as_str())).report.report;
    let kind = head.kind.map(|kind| format!("{:?}", kind.value));
    let level = head.level.map(|level| format!("{:?}", level.value));
    let issuers: Vec<&str> = head.issuer.iter().map(|issuer| issuer.value.as_str()).collect();
    let issuers = Some(issuers.join("+")).filter(|issuers| !issuers.is_empty());
    let year = head.year.map(|year| year.value.to_string());
    let place = head.place.map(|place| place.value);
    [kind, level, place, issuers, year].map(|name| name.unwrap_or_else(|| "-".to_owned())).join(" ")
}

fn all(texts: &[(&str, &str)], whole: impl Fn(&str) -> String) {
    let found: Vec<(&str, String)> = texts.iter().map(|(text, _)| (*text, names(&whole(text)))).collect();
    let expected: Vec<(&str, String)> = texts.iter().map(|(text, names)| (*text, (*names).to_owned())).collect();
    assert_eq!(found, expected);
}

#[test]
fn titles_name_organ_place_and_year() {
    let titles = [
        // The name of the bureau has a verb in it.
        ("甲县住房和城乡建设局2020年依法行政工作总结", "Department County 甲县 甲县住房和城乡建设局 2020"),
        ("甲县推进法治政府建设2020年工作报告", "Government County 甲县 甲县人民政府 2020"),
        ("2024年甲县农业农村局法治政府建设工作总结", "Department County 甲县 甲县农业农村局 2024"),
        (
            "甲县文化和旅游局（县文物局）2022年法治政府建设情况报告",
            "Department County 甲县 甲县文化和旅游局（县文物局） 2022",
        ),
        ("甲县政务服务和数据管理局2024年法治政府建设情况报告", "Department County 甲县 甲县政务服务和数据管理局 2024"),
        // The year ends the line of the name.
        ("甲县水利局2023年\n法治政府建设情况报告", "Department County 甲县 甲县水利局 2023"),
        ("甲县乙镇人民政府二〇二三年度\n法治政府建设情况报告", "Township Township 甲县乙镇 甲县乙镇人民政府 2023"),
        // Who reports stands behind 关于.
        ("关于甲县2023年法治政府建设工作开展情况的报告", "Government County 甲县 甲县人民政府 2023"),
        ("关于报送甲镇2022年法治政府建设工作总结的报告", "Township Township 甲镇 甲镇人民政府 2022"),
        ("关于全县2022年法治政府建设情况的报告", "- - - - 2022"),
        ("关于2022年法治政府建设情况的报告", "- - - - 2022"),
        // Zones, and departments that are called as zones are.
        ("甲东综合实验区2022年法治政府建设情况报告", "Zone County 甲东综合实验区 甲东综合实验区管理委员会 2022"),
        ("甲东生态城管理委员会2022年法治政府建设情况报告", "Zone - - 甲东生态城管理委员会 2022"),
        (
            "甲县国有资产监督管理委员会2022年法治政府建设情况报告",
            "Department County 甲县 甲县国有资产监督管理委员会 2022",
        ),
        ("北京市城市管理委员会2022年法治政府建设情况报告", "Department Province 北京市 北京市城市管理委员会 2022"),
        (
            "甲县乙区人民政府丙丁街道办事处2022年法治政府建设情况报告",
            "Township Township 甲县乙区丙丁街道 甲县乙区人民政府丙丁街道办事处 2022",
        ),
        ("应急管理部2022年法治政府建设年度报告", "Department Nation - 应急管理部 2022"),
        ("国家能源局2022年法治政府建设年度报告", "Department Nation - 国家能源局 2022"),
        ("甲县2022法治政府建设年度报告", "Government County 甲县 甲县人民政府 2022"),
        ("国家统计局甲川调查队2022年法治政府建设工作总结", "- - - - 2022"),
        ("县委宣传部2022年法治建设工作报告", "Department County - 县委宣传部 2022"),
        ("甲乙大学2022年法治建设工作报告", "Department - - 甲乙大学 2022"),
        // A kind of organ is no name.
        ("2018年政府依法行政工作报告", "- - - - 2018"),
    ];
    all(&titles, |title| format!("{title}\n\n{}一、主要举措和成效\n{PROSE}", PROSE.repeat(2)));
}

#[test]
fn a_text_without_title_tells_who_speaks() {
    let texts = [
        ("2021年，甲河县坚持依法行政，取得新成效。", "Government County 甲河县 - 2021"),
        ("2021年，甲河街道以法治思想为指导，结合街道法治化改革，取得新成效。", "Township Township 甲河街道 - 2021"),
        // Two places act: neither is known to report.
        ("2021年，甲河县坚持依法行政，乙山县全面依法行政。", "- - - - 2021"),
        ("2021年，我镇坚持依法行政。", "Township Township - - 2021"),
        ("2021年，我局按照全市部署，坚持依法行政，我市法治水平不断提高。", "Department - - - 2021"),
        ("2021年，我厅坚持依法行政。", "Department Province - - 2021"),
        // Blanks in a clause are no part of the name.
        ("2021年，甲 河县推进依法行政，注　解 甲河县坚持法治。", "- - - - 2021"),
        // The year reported on is not every year that is named first.
        ("自2018年以来，我镇坚持依法行政，现将2021年度情况报告如下。", "Township Township - - 2021"),
        ("按照2022年1月5日的通知，我镇坚持依法行政，2021年取得成效。", "Township Township - - 2021"),
        ("今年以来，我镇坚持依法行政。\n2021年12月28日", "Township Township - - 2021"),
        ("今年以来，我镇坚持依法行政。\n2022年1月8日", "Township Township - - 2021"),
        ("2021年，全县坚持依法行政。", "- - - - 2021"),
        ("2021年，甲河区委、区政府坚持依法行政。", "Government County 甲河区 - 2021"),
        ("2021年，甲河镇党委、政府坚持依法行政。", "Township Township 甲河镇 - 2021"),
        ("2021年，甲河经济技术开发区坚持依法行政，经开区扎实推进执法改革。", "Zone County 甲河经济技术开发区 - 2021"),
        // What follows the place is no place in it.
        ("2021年，甲河乡在县司法局的指导下推进依法行政。", "Township Township 甲河乡 - 2021"),
        // Who reports is announced.
        ("现将甲河县水利局2021年法治政府建设情况报告如下。", "Department County 甲河县 甲河县水利局 2021"),
        ("现将县政府2021年法治政府建设情况报告如下。", "- - - - 2021"),
        ("2021年，印发《甲河县工作要点》，落实《甲河县县属学校章程》。", "Government County 甲河县 - 2021"),
    ];
    all(&texts, |text| {
        let (first, last) = text.split_once('\n').unwrap_or((text, ""));
        format!("{first}\n{}{last}\n", PROSE.repeat(6))
    });
}
