//! What reviewers wrote beside the text.

use super::xml::{self, Token};
use crate::readers::{Comment, kept};

/// The comments of their part with their ids, in its order; those without a word are left out.
pub(super) fn read(part: &str) -> Vec<(String, Comment)> {
    let mut comments: Vec<(String, Comment)> = Vec::new();
    let mut in_text = false;
    for token in xml::tokens(part) {
        match token {
            Token::Start(element) if element.name() == "comment" => {
                let author = element.attribute("author").unwrap_or_default();
                comments.push((element.attribute("id").unwrap_or_default(), Comment { author, text: String::new() }));
            }
            Token::Start(element) if element.name() == "t" => in_text = !element.is_empty,
            Token::End(end) if xml::local(&end) == "t" => in_text = false,
            Token::End(end) if xml::local(&end) == "p" => {
                comments.last_mut().into_iter().for_each(|(_, comment)| comment.text.push(' '));
            }
            Token::Text(text) if in_text => {
                let text = text.chars().filter_map(kept);
                comments.last_mut().into_iter().for_each(|(_, comment)| comment.text.extend(text.clone()));
            }
            _ => {}
        }
    }
    comments.iter_mut().for_each(|(_, comment)| comment.text.truncate(comment.text.trim_end().len()));
    comments.retain(|(_, comment)| !comment.text.is_empty());
    comments
}
