//! A text in the quotes of YAML.

/// A text in double quotes, on one line: line ends and other controls are escaped.
///
/// ```
/// assert_eq!(fazhi::yaml::quoted("“一”\n\"二\""), r#""“一”\n\"二\"""#);
/// ```
pub fn quoted(text: &str) -> String {
    // What JSON quotes, YAML reads the same.
    serde_json::Value::from(text).to_string()
}
