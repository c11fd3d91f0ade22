use super::missing_part::sections;
use super::questions::timely::is_text;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::document::passage::Kind as PassageKind;
use crate::model::Kind;
use crate::wording::{Entry, Of, Usual, usual};

/// A report says nothing of what those on its year, or of its kind, are about; one hint a report.
pub const RULE: Rule = Rule {
    code: "FZ110",
    name: "absent-topics",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    正文: 审核行政规范性文件并向社会公布，清理结果同步公开，未经审核的不得印发。推行权责清单动态管理，公布调整结果，压减办理环节，减少申请材料。规范重大行政决策，落实公众参与、专家论证、风险评估、合法性审查和集体讨论决定，听取人大代表和政协委员意见。健全行政执法公示、全过程记录和法制审核，组织案卷评查，通报评查结果，督促限期改正。修订应急预案，组织综合演练，检验处置能力，补齐物资储备短板。发挥行政复议化解争议的作用，规范行政应诉，落实负责人出庭，加强行政调解和行政裁决，衔接人民调解与司法调解，防止矛盾上交。主动接受人大监督、民主监督和司法监督，按时办理建议和提案，回应检察建议和司法建议，推进审计整改。公开政府信息，办理依申请公开，开设政策解读栏目，回应群众关切。归集执法数据，联通监管平台，推进非现场监管，减少对企业的打扰。开展法治宣传，组织领导干部旁听庭审，发挥法律明白人作用，建设法治文化阵地，送法进乡村、进社区、进校园、进企业。完善公共法律服务，延长热线服务时间，方便群众就近办理法律援助和公证，扩大法律援助范围。县政府主要负责人听取专题汇报，研究解决难点问题，部署重点任务，督办落实进度，带头学法、述法。各乡镇和县直部门对照职责抓好落实，年底逐项报告完成情况，考核结果与评先评优挂钩。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    good: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    正文: 学习贯彻党的二十大精神和习近平法治思想，落实提升行政执法质量三年行动计划。审核行政规范性文件并向社会公布，清理结果同步公开，未经审核的不得印发。推行权责清单动态管理，公布调整结果，压减办理环节，减少申请材料。规范重大行政决策，落实公众参与、专家论证、风险评估、合法性审查和集体讨论决定，听取人大代表和政协委员意见。健全行政执法公示、全过程记录和法制审核，组织案卷评查，通报评查结果，督促限期改正。修订应急预案，组织综合演练，检验处置能力，补齐物资储备短板。发挥行政复议化解争议的作用，规范行政应诉，落实负责人出庭，加强行政调解和行政裁决，衔接人民调解与司法调解，防止矛盾上交。主动接受人大监督、民主监督和司法监督，按时办理建议和提案，回应检察建议和司法建议，推进审计整改。公开政府信息，办理依申请公开，开设政策解读栏目，回应群众关切。归集执法数据，联通监管平台，推进非现场监管，减少对企业的打扰。开展法治宣传，组织领导干部旁听庭审，发挥法律明白人作用，建设法治文化阵地，送法进乡村、进社区、进校园、进企业。完善公共法律服务，延长热线服务时间，方便群众就近办理法律援助和公证，扩大法律援助范围。县政府主要负责人听取专题汇报，研究解决难点问题，部署重点任务，督办落实进度，带头学法、述法。各乡镇和县直部门对照职责抓好落实，年底逐项报告完成情况，考核结果与评先评优挂钩。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    check,
};

/// Shorter reports, in characters, are not written yet.
const LONG: usize = 500;

fn check(context: &Context, findings: &mut Findings) {
    let Some(year) = context.year() else { return };
    let prose = context.each_passage().filter(|passage| passage.is_prose());
    if prose.map(|passage| passage.plain.text.chars().count()).sum::<usize>() < LONG {
        return;
    }
    let kind = context.kind();
    let is_usual = |topic: &Usual| match topic.of {
        Of::Year(of) => of == year && kind == Kind::Government,
        Of::Kind("joint") => context.report.report.issuer.len() > 1,
        Of::Kind(of) => of == kind.name(),
        Of::Part(..) => false,
    };
    // The names of the issuers in title and signature tell of nothing that was done.
    let texts = || context.each_sighted().filter(|(passage, _)| is_text(passage) && passage.kind != PassageKind::Title);
    let is_told = |topic| texts().any(|(_, sightings)| sightings.has(|entry| entry == Entry::Usual(topic)));
    let topics = usual().iter().enumerate().filter(|(_, topic)| is_usual(topic) && topic.is_asked(year));
    let absent: Vec<&str> = topics.filter(|(index, _)| !is_told(*index)).map(|(_, topic)| topic.name).collect();
    if !absent.is_empty() {
        findings.push(RULE.finding(sections(context)).with("topics", absent));
    }
}
