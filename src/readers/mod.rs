//! md, html, txt, docx -> Document.
