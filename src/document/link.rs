//! Which targets a link may have.

/// Whether a link may lead to `href`: http(s), mailto, a fragment, or a relative path without `..`.
///
/// ```
/// use fazhi::document::link::is_allowed;
///
/// assert!(is_allowed("https://www.gov.cn/") && is_allowed("附件/数据表.xlsx") && is_allowed("#note"));
/// assert!(!is_allowed("javascript:alert(1)") && !is_allowed("../secret") && !is_allowed("//evil.example"));
/// ```
pub fn is_allowed(href: &str) -> bool {
    let lower = href.to_lowercase();
    if href.is_empty() || href.chars().any(|c| c.is_control() || c.is_whitespace() || "\\<>\"".contains(c)) {
        return false;
    }
    if let Some(rest) = ["https://", "http://", "mailto:"].iter().find_map(|scheme| lower.strip_prefix(scheme)) {
        return !rest.is_empty();
    }
    let before_query = lower.split(['/', '?', '#']).next().unwrap_or_default();
    !before_query.contains(':') && !lower.starts_with("//") && !lower.replace("%2e", ".").contains("..")
}
