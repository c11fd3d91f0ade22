//! One sum of money told in two units.

use super::told;

#[test]
fn money_told_again_in_another_unit_is_the_same() {
    assert_eq!(told("减免税费12480万元，折合1.248亿元。"), ["1.248亿元 holds: 12480万元"]);
    assert_eq!(told("减免税费12480万元，折合1.348亿元。"), ["1.348亿元 fails: 12480万元"]);
    assert_eq!(told("减免税费（即1.25亿元）12480万元。"), [""; 0]);
    assert_eq!(told("减免税费约12480万元，折合1.348亿元。"), [""; 0]);
}

#[test]
fn parts_in_another_unit_make_their_whole() {
    let sum = "追讨欠薪2.36亿元，其中法院执行14200万元、监察追讨7400万元、工会调解2000万元。";
    assert_eq!(told(sum), ["2.36亿元 holds: 14200万元 7400万元 2000万元"]);
    let wrong = "追讨欠薪2.36亿元，其中法院执行14200万元、监察追讨7900万元、工会调解2000万元。";
    assert_eq!(told(wrong), ["2.36亿元 is asked about: 14200万元 7900万元 2000万元"]);
}
