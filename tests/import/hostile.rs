//! Texts made to take long: each would take minutes if the work grew with the square of the length.

use std::time::{Duration, Instant};

use fazhi::import::{Options, import};
use fazhi::readers;

const TITLE: &str = "甲县人民政府关于2021年法治政府建设情况的报告\n";
const PROSE: &str = "　　县政府推进法治政府建设，落实依法行政，健全工作机制，压实工作责任。\n";

#[test]
fn long_texts_take_bounded_time() {
    let repeated = [
        "2022年1月10日\n",
        "甲县人民政府\n2022年1月10日\n",
        "一、主要举措\n",
        "（一）主要举措。全年开展工作。\n",
        "一、甲（一）",
        "一是甲；",
        "附件1\n",
        "“一、甲\n",
        "发布日期：",
        "《甲县",
        "关于2021年法治政府建设情况的报告\n",
        "----  ----\n",
        "（一\n",
        "甲。",
        "甲仅供内部使用乙",
        "甲www.a.cn乙\n",
        "甲县司法局\n",
        "— 1 —\n甲县法治政府建设情况报告\n",
        "◆加强领导\n县政府推进法治政府建设，落实依法行政。\n",
        "1.制定计划；\n",
    ];
    let start = Instant::now();
    for part in repeated {
        let text = format!("{TITLE}{}{}{}", PROSE.repeat(10), part.repeat(10_000), PROSE.repeat(10));
        let manuscript =
            readers::read("a.txt", text.as_bytes()).unwrap_or_else(|message| panic!("{part}: {message:?}"));
        let imported = import(&manuscript, Options::default());
        assert!(imported.is_ok() || part.contains("报告"), "{part}: {imported:?}");
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
