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
