//! Lists that do not make their whole.

use super::told;

#[test]
fn two_counts_of_each_part_are_added_each_by_itself() {
    let text = "审查合同236件，涉及金额48.62亿元，其中采购类74件31.25亿元，工程类119件9.87亿元，其他类43件7.60亿元。";
    let said = ["236件 holds: 74件 119件 43件", "48.62亿元 fails: 31.25亿元 9.87亿元 7.60亿元"];
    assert_eq!(told(text), said);
}

#[test]
fn a_list_has_ended_where_its_marks_change() {
    assert_eq!(told("现行地方性法规9件，其中今年新制定2件、修改1件，政府规章14件。"), [""; 0]);
}

#[test]
fn a_sum_in_front_of_a_list_is_its_whole() {
    let text = "办理建议73件，提案128件，共201件，其中所提意见被采纳的165件，采纳率83.1%。";
    assert_eq!(told(text), ["201件 holds: 73件 128件", "83.1% is asked about: 165件 201件"]);
}
