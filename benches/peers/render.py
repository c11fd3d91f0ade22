"""The report's text through Jinja2, without figures, numbering or checks: what a script of one's own would do."""

import sys

import jinja2
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    report = yaml.safe_load(file)
with open("report.md.j2", encoding="utf-8") as file:
    print(jinja2.Template(file.read()).render(report))
