//! What was there, what came, what was done and what is left.

use super::told;

#[test]
fn the_year_is_balanced_by_its_ends() {
    let year = |left: u32| format!("年初结存未结案件37件，本年新收264件，本年审结259件，年末未结{left}件。");
    assert_eq!(told(&year(42)), ["42件 holds: 37件 264件 259件"]);
    assert_eq!(told(&year(45)), ["45件 fails: 37件 264件 259件"]);
}

#[test]
fn a_register_has_all_that_came_and_did_not_leave() {
    let register = |left: u32| format!("社区矫正对象累计接收3126人，累计解除2758人，在册{left}人。");
    assert!(told(&register(368)).contains(&"368人 holds: 3126人 2758人".to_owned()));
    assert_eq!(told(&register(388)), ["388人 is asked about: 3126人 2758人"]);
    // Others left it in other ways.
    assert_eq!(told("累计接收3126人，累计解除2758人，移送12人，在册388人。"), [""; 0]);
}

#[test]
fn what_was_brought_over_and_what_came_is_all_there_was_to_do() {
    let to_do = |all: u32| format!("上年结转36件，全年新收行政复议案件450件，应办案件{all}件。");
    assert!(told(&to_do(486)).contains(&"486件 holds: 36件 450件".to_owned()));
    assert_eq!(told(&to_do(496)), ["496件 is asked about: 36件 450件"]);
    // Some were refused; what was brought over is among what came; another thing is told.
    for text in [
        "上年结转8件，全年收到申请126件，不予受理6件，应审理128件。",
        "全年新收案件450件（含上年结转36件），共办理450件。",
        "上年结转36件，新收450件，共办理听证18件。",
        "上年结转15件，今年新收260件，共办理265件，其中并案处理10件。",
    ] {
        assert!(!told(text).iter().any(|told| told.contains("asked")), "{text} {:?}", told(text));
    }
}
