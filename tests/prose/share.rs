//! Rates beside the quantities they are of.

use super::told;

#[test]
fn a_rate_is_of_what_words_bind_it_to() {
    for (text, said) in [
        // Last year's value only tells what the base was.
        ("办理法律援助863件，较上年795件增长8.6%，其中农民工412件，占41.7%。", "41.7% fails: 412件 863件"),
        ("发现问题96个，同比下降20%（上年120个），整改93个，整改率92.9%。", "92.9% is asked about: 93个 96个"),
        // What was not accepted stands between.
        (
            "收到意见326条，其中采纳218条，部分采纳67条，不予采纳41条，采纳率68.9%。",
            "68.9% is asked about: 218条 326条",
        ),
        // The sum, not the first of what it is of.
        (
            "受理来电42680件、留言6320件，合计49000件，按期办结48804件，按期办结率96.6%。",
            "96.6% is asked about: 48804件 49000件",
        ),
        // The only other quantity right in front.
        ("参加线上学习2846人，完成学习2812人，完成率93.8%。", "93.8% is asked about: 2812人 2846人"),
        ("征集意见建议1263条，被采纳315条，占34.9%。", "34.9% is asked about: 315条 1263条"),
    ] {
        assert!(told(text).contains(&said.to_owned()), "{text} {:?}", told(text));
    }
}

#[test]
fn a_rate_of_another_time_is_left_alone() {
    for text in ["上年受理863件，其中农民工412件，占41.7%。", "受理863件，上年结转的412件中，办结率41.7%。"]
    {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}
