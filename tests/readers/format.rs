use fazhi::message::Lang;
use fazhi::readers::{self, Format};

#[test]
fn formats_are_told_by_content() {
    let cases: [(&str, &[u8], Format); 7] = [
        ("a.html", "一、主要举措".as_bytes(), Format::Text),
        ("a.txt", b"<!DOCTYPE html><html><body>", Format::Html),
        ("a.txt", b"\xef\xbb\xbf<html><body>", Format::Html),
        ("a.txt", b"<\0h\0t\0m\0l\0>\0<\0p\0>\0", Format::Html),
        ("a.txt", b"<p>a</p><p>b</p>", Format::Html),
        ("a.md", "# 标题".as_bytes(), Format::Markdown),
        ("a.MARKDOWN", "# 标题".as_bytes(), Format::Markdown),
    ];
    for (name, bytes, format) in cases {
        assert_eq!(Format::of(name, bytes), Ok(format), "{name} {bytes:?}");
    }
}

#[test]
fn other_formats_are_named() {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let compound = |name: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....".to_vec(), wide(name)].concat();
    let cases: [(Vec<u8>, &str); 14] = [
        (b"  \r\n".to_vec(), "the file is empty"),
        (b"%PDF-1.4".to_vec(), "this is a PDF"),
        (b"{\\rtf1".to_vec(), "this is RTF"),
        (b"\xff\xd8\xff\xe0....".to_vec(), "this is an image (JPEG)"),
        (b"RIFF....WEBPVP8 ".to_vec(), "this is an image (WebP)"),
        (b"BM\x10\0\0\0\0\0\0\0".to_vec(), "this is an image (BMP)"),
        (b"PK\x03\x04....OFD.xml".to_vec(), "this is OFD"),
        (b"PK\x03\x04....xl/workbook.xml".to_vec(), "this is Excel"),
        (b"PK\x03\x04....a.txt".to_vec(), "this is a packed file (ZIP)"),
        (b"Rar!\x1a\x07".to_vec(), "this is a packed file (RAR)"),
        (compound("EncryptedPackage"), "this document is under a password"),
        (compound("WordDocument"), "this is DOC"),
        (compound("Workbook"), "this is Excel"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related".to_vec(), "this is MHT"),
    ];
    for (bytes, start) in cases {
        let message = Format::of("a.txt", &bytes).map(drop).expect_err(start).text(Lang::En);
        assert!(message.starts_with(start), "{message}");
    }
}

#[test]
fn long_texts_are_refused() {
    let text = "法".repeat(readers::LONGEST_TEXT / 3 + 1);
    let message = readers::read("a.txt", text.as_bytes()).map(drop).expect_err("it is too long").text(Lang::En);
    assert_eq!(message, "the text is longer than 16 MiB, which no report is; save only the report");
}
