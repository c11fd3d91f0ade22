//! Two small files side by side: the lines that differ, with what stands around them.

/// How many lines of both are shown on either side of a difference.
const AROUND: usize = 1;

/// A line, and which of the files has it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line<'a> {
    Both(&'a str),
    First(&'a str),
    Second(&'a str),
}

/// The differences as a `diff` block shows them; what is left out is `…`. The keys that the lines stand below are kept.
pub fn shown(first: &str, second: &str) -> String {
    let lines = lines(first, second);
    let mut kept: Vec<bool> = lines.iter().map(|line| !matches!(line, Line::Both(_))).collect();
    for index in (0..lines.len()).filter(|index| !matches!(lines[*index], Line::Both(_))) {
        let from = index.saturating_sub(AROUND);
        kept[from..(index + AROUND + 1).min(lines.len())].fill(true);
        let mut depth = indent(lines[index]);
        for above in (0..index).rev() {
            if indent(lines[above]) < depth {
                kept[above] = true;
                depth = indent(lines[above]);
            }
        }
    }
    let mut text = String::new();
    let mut is_cut = false;
    for (line, kept) in lines.iter().zip(kept) {
        match (kept, line) {
            (false, _) if is_cut => {}
            (false, _) => text.push_str(" …\n"),
            (true, Line::Both(line)) => text.push_str(&format!(" {line}\n")),
            (true, Line::First(line)) => text.push_str(&format!("-{line}\n")),
            (true, Line::Second(line)) => text.push_str(&format!("+{line}\n")),
        }
        is_cut = !kept;
    }
    text
}

fn indent(line: Line) -> usize {
    let (Line::Both(line) | Line::First(line) | Line::Second(line)) = line;
    line.len() - line.trim_start().len()
}

/// The lines of both files in order, by their longest common subsequence.
fn lines<'a>(first: &'a str, second: &'a str) -> Vec<Line<'a>> {
    let (first, second): (Vec<&str>, Vec<&str>) = (first.lines().collect(), second.lines().collect());
    let mut longest = vec![vec![0_usize; second.len() + 1]; first.len() + 1];
    for one in (0..first.len()).rev() {
        for other in (0..second.len()).rev() {
            longest[one][other] = match first[one] == second[other] {
                true => longest[one + 1][other + 1] + 1,
                false => longest[one + 1][other].max(longest[one][other + 1]),
            };
        }
    }
    let (mut one, mut other, mut lines) = (0, 0, Vec::new());
    while one < first.len() || other < second.len() {
        if one < first.len() && other < second.len() && first[one] == second[other] {
            lines.push(Line::Both(first[one]));
            (one, other) = (one + 1, other + 1);
        } else if one < first.len() && (other == second.len() || longest[one + 1][other] >= longest[one][other + 1]) {
            lines.push(Line::First(first[one]));
            one += 1;
        } else {
            lines.push(Line::Second(second[other]));
            other += 1;
        }
    }
    lines
}

#[test]
fn differences_stand_below_their_keys() {
    let first = "报告:\n  甲: 1\n  乙: 2\n章节:\n  - 丙: 3\n    丁: 4\n    戊: 5\n";
    let second = first.replace("戊: 5", "戊: 6\n    己: 7");
    assert_eq!(shown(first, &second), " …\n 章节:\n   - 丙: 3\n     丁: 4\n-    戊: 5\n+    戊: 6\n+    己: 7\n");
}
