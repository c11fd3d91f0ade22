//! The colours of charts, which axe-core does not look at: bars stand out from the paper by 3 to 1, what is written
//! beside them by 4.5 to 1 (WCAG 1.4.11 and 1.4.3), on light and on dark pages.

const CSS: &str = include_str!("../../templates/page.css");

type Colour = [f64; 3];

/// The value of a variable in the first rule that opens with `selector`.
fn variable(selector: &str, name: &str) -> Colour {
    let (_, rule) = CSS.split_once(&format!("\n{selector} {{")).expect("a rule");
    let (rule, _) = rule.split_once('}').expect("it ends");
    let (_, value) = rule.split_once(&format!("{name}: #")).expect("a colour");
    hex(value.split(';').next().expect("a value"))
}

fn hex(digits: &str) -> Colour {
    let wide: String =
        if digits.len() == 3 { digits.chars().flat_map(|digit| [digit; 2]).collect() } else { digits.to_owned() };
    std::array::from_fn(|at| {
        f64::from(u8::from_str_radix(&wide[at * 2..at * 2 + 2], 16).expect("a hex number")) / 255.0
    })
}

fn luminance(colour: Colour) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The fill of a series on the page: a variable, with an opacity where the rule has one.
fn series(selector: &str, class: &str, paper: Colour) -> Colour {
    let (_, rule) = CSS.split_once(&format!(".chart .{class} {{ fill: var(")).expect("a rule");
    let (name, rest) = rule.split_once(')').expect("a variable");
    let rest = rest.split('}').next().unwrap_or_default();
    let opacity = rest.split_once("fill-opacity: ").and_then(|(_, value)| value.split(';').next()?.parse().ok());
    let (fill, opacity) = (variable(selector, name), opacity.unwrap_or(1.0));
    std::array::from_fn(|at| fill[at] * opacity + paper[at] * (1.0 - opacity))
}

#[test]
fn charts_can_be_told_from_the_paper() {
    for selector in [":root", ".dark"] {
        let paper = variable(selector, "--paper");
        assert!(contrast(variable(selector, "--ink"), paper) >= 4.5, "{selector}");
        for class in ["series-1", "series-2"] {
            let contrast = contrast(series(selector, class, paper), paper);
            assert!(contrast >= 3.0, "{selector} {class}: {contrast}");
        }
    }
    let white = hex("fff");
    assert!((contrast(hex("000"), white) - 21.0).abs() < 0.01 && contrast(hex("777"), white) < 4.5, "as WCAG has it");
}
