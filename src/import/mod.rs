//! Document -> Report: headings, parts, measures, figures.
