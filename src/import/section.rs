//! Nodes of the tree to sections of the report file: text, measures, what follows them.

use super::content::Content;
use super::heading;
use super::text::{Texts, Writer};
use super::tree::{Block, Node};

/// A section as it will be written.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// As it stands.
    pub heading: String,
    pub parts: Vec<String>,
    pub text: Option<String>,
    pub measures: Vec<Measure>,
    pub after: Option<String>,
    pub sections: Vec<Section>,
    /// The heading opens the paragraph that follows.
    pub is_run_in: bool,
    /// The measures stand in one paragraph.
    pub is_inline: bool,
    /// The numbers of the third level run on inside it.
    pub is_continuous: bool,
    /// The number it has in the source; 0 where it has none.
    pub number: usize,
    pub kind: Option<heading::Kind>,
}

/// An item of 一是, 二是.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    pub text: String,
    /// Its first sentence, where that may be a heading.
    pub label: String,
    pub parts: Vec<String>,
}

/// The marks a measure may end with so that nothing is supplied: those `compose` leaves alone.
const ENDS: [char; 13] = ['。', '；', '！', '？', '…', '：', '，', '、', ';', '!', '?', ':', ','];

/// Makes the sections of a tree.
pub fn sections(nodes: &[Node], writer: &Writer) -> Vec<Section> {
    nodes.iter().map(|node| section(node, writer)).collect()
}

fn section(node: &Node, writer: &Writer) -> Section {
    let mut section = Section {
        heading: node.heading.plain().replace('\n', " "),
        is_run_in: node.is_run_in,
        number: node.number,
        kind: node.kind,
        ..Section::default()
    };
    match Found::of(&node.blocks) {
        Found::None => section.text = writer.text(&node.blocks),
        Found::Apart(items) => {
            let (first, last) = (items[0].0, items.last().map_or(0, |item| item.1));
            section.text = writer.text(&node.blocks[..first]);
            section.measures = items.iter().map(|&(from, to)| apart(&node.blocks[from..to], writer)).collect();
            section.after = writer.text(&node.blocks[last..]);
        }
        Found::Inline { block, lead, items } => {
            let mut texts = Texts::default();
            node.blocks[..block].iter().for_each(|block| writer.add(&mut texts, block));
            writer.add(&mut texts, &Block::Text(lead));
            section.text = writer.finish(texts);
            section.measures = items.iter().map(|item| measure(&[Block::Text(item.clone())], item, writer)).collect();
            section.after = writer.text(&node.blocks[block + 1..]);
            section.is_inline = true;
        }
    }
    section.sections = sections(&node.sections, writer);
    section
}

/// The measures of a section.
enum Found {
    /// None that can be told apart without changing the text.
    None,
    /// Each a range of blocks.
    Apart(Vec<(usize, usize)>),
    /// In one paragraph, after its `lead`.
    Inline { block: usize, lead: Content, items: Vec<Content> },
}

impl Found {
    fn of(blocks: &[Block]) -> Self {
        let marked: Vec<(usize, usize)> =
            blocks.iter().enumerate().filter_map(|(index, block)| Some((index, number(block)?))).collect();
        let counts_on = marked.iter().enumerate().all(|(position, &(_, number))| number == position + 1);
        if marked.len() >= 2 {
            return if counts_on { Self::Apart(ranges(&marked)) } else { Self::None };
        }
        let mut series = blocks.iter().enumerate().filter_map(|(index, block)| Some((index, inline(block)?)));
        let Some((block, (lead, items))) = series.next() else { return Self::None };
        // 一是 right at the start of a paragraph would be joined to the one before.
        let joins = lead.plain().is_empty() && blocks[..block].iter().any(|block| matches!(block, Block::Text(_)));
        if series.next().is_some() || joins {
            return Self::None;
        }
        Self::Inline { block, lead, items }
    }
}

/// The number of a measure that is a paragraph of its own.
fn number(block: &Block) -> Option<usize> {
    let Block::Text(content) = block else { return None };
    heading::measure(content.plain()).map(|(number, _)| number)
}

/// From each mark to the next; after the last, only its own paragraph belongs to it.
fn ranges(marked: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let ends = marked.iter().skip(1).map(|&(next, _)| next).chain(marked.last().map(|&(last, _)| last + 1));
    marked.iter().zip(ends).map(|(&(from, _), to)| (from, to)).collect()
}

fn apart(blocks: &[Block], writer: &Writer) -> Measure {
    let mut blocks = blocks.to_vec();
    let mut first = Content::default();
    if let Some(Block::Text(content)) = blocks.first_mut() {
        let start = heading::measure(content.plain()).map_or(0, |(_, start)| start);
        *content = content.slice(start..content.plain().len());
        first = content.clone();
    }
    measure(&blocks, &first, writer)
}

fn measure(blocks: &[Block], first: &Content, writer: &Writer) -> Measure {
    let label = first.plain().split(['。', '，', '；', ',', ';', '：']).next().unwrap_or_default();
    Measure { text: writer.text(blocks).unwrap_or_default(), label: label.to_owned(), parts: Vec::new() }
}

/// The lead and the measures of a paragraph that has 一是, 二是 and on, each once and in order.
fn inline(block: &Block) -> Option<(Content, Vec<Content>)> {
    let Block::Text(content) = block else { return None };
    let text = content.plain();
    let marks = marks(text);
    let counts_on = marks.iter().enumerate().all(|(position, &(_, _, number))| number == position + 1);
    if marks.len() < 2 || !counts_on {
        return None;
    }
    let lead = content.slice(0..marks[0].0);
    let ends = marks.iter().skip(1).map(|&(next, ..)| next).chain([text.len()]);
    let items: Vec<Content> = marks.iter().zip(ends).map(|(&(_, from, _), to)| content.slice(from..to)).collect();
    let is_ended = |item: &Content| item.plain().trim_end_matches(['”', '’', '）', ')', '》']).ends_with(ENDS);
    items.iter().all(is_ended).then_some((lead, items))
}

/// Where measures are marked in a paragraph: the start of the mark, its end, its number. A mark in a quotation is none.
fn marks(text: &str) -> Vec<(usize, usize, usize)> {
    let mut marks = Vec::new();
    let mut depth = 0_usize;
    let mut before = None;
    for (at, c) in text.char_indices() {
        match c {
            '“' | '《' | '（' | '(' | '「' => depth += 1,
            '”' | '》' | '）' | ')' | '」' => depth = depth.saturating_sub(1),
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' if depth == 0 => {
                let opens = before.is_none_or(|c: char| !c.is_alphanumeric() && !matches!(c, '“' | '《' | '（' | '('));
                if opens && let Some((number, length)) = heading::measure(&text[at..text.floor_char_boundary(at + 40)])
                {
                    marks.push((at, at + length, number));
                }
            }
            _ => {}
        }
        before = Some(c);
    }
    marks
}
