//! Which fonts set which part of the page: the faces official documents use, then what may stand in for them.

/// A kind of face on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Role {
    /// How the template names it.
    pub id: &'static str,
    /// What the face is called, and the name it is usually bought or shipped under.
    pub face: &'static str,
    /// Families that are that face, the usual one first.
    pub proper: &'static [&'static str],
    /// Families that stand in for it, the nearest first.
    pub substitutes: &'static [&'static str],
    /// The stand-ins are set bold: the face itself is heavy.
    pub heavy: bool,
    /// The key of the sentence where the face is to be had.
    pub source: &'static str,
}

/// Every role, in the order of the page.
pub(super) const ROLES: &[Role] = &[
    Role {
        id: "title",
        face: "小标宋（方正小标宋简体）",
        proper: &[
            "方正小标宋简体",
            "FZXiaoBiaoSong-B05S",
            "方正小标宋_GBK",
            "FZXiaoBiaoSong-B05",
            "华文中宋",
            "STZhongsong",
        ],
        substitutes: SONG,
        heavy: true,
        source: "writers.font_from_founder",
    },
    Role {
        id: "body",
        face: "仿宋（仿宋_GB2312）",
        proper: &[
            "仿宋_GB2312",
            "FangSong_GB2312",
            "仿宋",
            "FangSong",
            "方正仿宋_GBK",
            "FZFangSong-Z02",
            "方正仿宋简体",
            "FZFangSong-Z02S",
            "华文仿宋",
            "STFangsong",
        ],
        substitutes: SONG,
        heavy: false,
        source: "writers.font_from_windows",
    },
    Role {
        id: "kai",
        face: "楷体（楷体_GB2312）",
        proper: &[
            "楷体_GB2312",
            "KaiTi_GB2312",
            "楷体",
            "KaiTi",
            "方正楷体_GBK",
            "FZKai-Z03",
            "方正楷体简体",
            "FZKai-Z03S",
            "华文楷体",
            "STKaiti",
            "Kaiti SC",
            "LXGW WenKai",
            "霞鹜文楷",
            "AR PL UKai CN",
        ],
        substitutes: SONG,
        heavy: false,
        source: "writers.font_from_arphic",
    },
    Role {
        id: "hei",
        face: "黑体",
        proper: &[
            "黑体",
            "SimHei",
            "方正黑体_GBK",
            "FZHei-B01",
            "方正黑体简体",
            "FZHei-B01S",
            "华文黑体",
            "STHeiti",
            "Heiti SC",
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "思源黑体",
            "Noto Sans SC",
            "Microsoft YaHei",
            "WenQuanYi Zen Hei",
        ],
        substitutes: &["WenQuanYi Micro Hei", "Droid Sans Fallback"],
        heavy: false,
        source: "writers.font_from_noto",
    },
    Role { id: "song", face: "宋体", proper: SONG, substitutes: &[], heavy: false, source: "writers.font_from_noto" },
    // What the faces above do not know: names of people and places are often outside GB 2312.
    Role {
        id: "spare",
        face: "宋体",
        proper: SONG,
        substitutes: &["Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "Droid Sans Fallback"],
        heavy: false,
        source: "writers.font_from_noto",
    },
];

/// Song faces, those with the most characters first.
const SONG: &[&str] = &[
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "思源宋体",
    "Noto Serif SC",
    "SimSun",
    "宋体",
    "NSimSun",
    "华文宋体",
    "STSong",
    "Songti SC",
    "AR PL UMing CN",
];
