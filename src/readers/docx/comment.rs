//! What reviewers wrote beside the text.

use super::xml::{self, Token};
use crate::readers::{Comment, kept};

/// The comments of their part, in its order; those without a word are left out.
pub(super) fn read(part: &str) -> Vec<Comment> {
    let mut comments: Vec<Comment> = Vec::new();
    let mut in_text = false;
    for token in xml::tokens(part) {
        match token {
            Token::Start(element) if element.name() == "comment" => {
                let author = element.attribute("author").unwrap_or_default();
                comments.push(Comment { author, text: String::new() });
            }
            Token::Start(element) if element.name() == "t" => in_text = !element.is_empty,
            Token::End(end) if xml::local(&end) == "t" => in_text = false,
            Token::End(end) if xml::local(&end) == "p" => {
                comments.last_mut().into_iter().for_each(|comment| comment.text.push(' '));
            }
            Token::Text(text) if in_text => {
                comments.last_mut().into_iter().for_each(|comment| comment.text.extend(text.chars().filter_map(kept)));
            }
            _ => {}
        }
    }
    comments.iter_mut().for_each(|comment| comment.text.truncate(comment.text.trim_end().len()));
    comments.retain(|comment| !comment.text.is_empty());
    comments
}
