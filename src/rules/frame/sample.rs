//! The frame that the examples of the rules have in common.

/// A whole small report: `sample!(measure: "…")`, with `figures:` before it where it needs some; or
/// `sample!(sections: "…")` with all of them.
macro_rules! sample {
    (@frame) => {
        concat!(
            "报告:\n",
            "  类型: 政府\n",
            "  层级: 县级\n",
            "  地区: 云溪县\n",
            "  发文机关: 云溪县人民政府\n",
            "  年度: 2023\n",
            "  成文日期: 2024-01-15\n",
        )
    };
    (figures: $figures:literal, measure: $measure:literal) => {
        sample!(between: concat!("数据:\n", $figures, "\n"), measure: $measure)
    };
    (measure: $measure:literal) => {
        sample!(between: "", measure: $measure)
    };
    (between: $between:expr, measure: $measure:literal) => {
        concat!(
            sample!(@frame),
            $between,
            "章节:\n",
            "  - 内容项: 举措成效\n",
            "    条目:\n",
            "      - ",
            $measure,
            "\n",
            "  - 内容项: 不足原因\n",
            "    正文: 审核力量不足，主要原因是编制紧张。\n",
            "  - 内容项: 第一责任人\n",
            "    正文: 县长带头学法、述法。\n",
            "  - 内容项: 下年安排\n",
            "    正文: 2024年充实审核力量。\n",
        )
    };
    (sections: $sections:literal) => {
        sample!(head: "", sections: $sections)
    };
    (head: $head:literal, sections: $sections:literal) => {
        concat!(
            sample!(@frame),
            $head,
            "章节:\n",
            $sections,
        )
    };
    (head: $head:literal) => {
        concat!(
            "报告:\n",
            $head,
            "章节:\n",
            "  - 内容项: [举措成效, 第一责任人]\n",
            "    小标题: 主要举措和成效\n",
            "    正文: 县长带头学法、述法。\n",
            "  - 内容项: 不足原因\n",
            "    正文: 审核力量不足，主要原因是编制紧张。\n",
            "  - 内容项: 下年安排\n",
            "    正文: 充实审核力量。\n",
        )
    };
}
