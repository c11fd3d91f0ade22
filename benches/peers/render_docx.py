"""A Word file through docxtpl, one paragraph a text, without figures, numbering or checks."""

import sys

import docx
import docxtpl
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    report = yaml.safe_load(file)


def texts(node):
    for key in ("小标题", "正文"):
        if isinstance(node.get(key), str):
            yield node[key]
    for measure in node.get("条目") or []:
        yield measure["正文"] if isinstance(measure, dict) else measure
    for child in node.get("章节") or []:
        yield from texts(child)


frame = docx.Document()
frame.add_paragraph("{{ title }}")
frame.add_paragraph("{%p for text in texts %}")
frame.add_paragraph("{{ text }}")
frame.add_paragraph("{%p endfor %}")
frame.save("frame.docx")
template = docxtpl.DocxTemplate("frame.docx")
head = report["报告"]
template.render({"title": f"{head['发文机关']}关于{head['年度']}年法治政府建设情况的报告", "texts": list(texts(report))})
template.save("docxtpl.docx")
