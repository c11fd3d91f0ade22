use encoding_rs::GB18030;
use fazhi::encoding::Encoding;
use fazhi::message::Lang;
use fazhi::source::{MAX_BYTES, SourceFile};

const TEXT: &str = "报告:\n  年度: 2021\n导语: 县政府认真履行职责，现将有关情况报告如下：\n";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn read(bytes: &[u8]) -> Result<(String, Encoding), String> {
    SourceFile::from_bytes("报告.yaml", bytes)
        .map(|source| (source.text().to_owned(), source.encoding()))
        .map_err(|message| message.text(Lang::En))
}

#[test]
fn the_encodings_of_the_offices_are_read() {
    let (gbk, _, _) = GB18030.encode(TEXT);
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let little = utf16(TEXT, u16::to_le_bytes);
    let big = utf16(TEXT, u16::to_be_bytes);
    let cases = [
        (TEXT.as_bytes().to_vec(), Encoding::Utf8),
        (marked(b"\xef\xbb\xbf", TEXT.as_bytes()), Encoding::Utf8WithMark),
        (gbk.to_vec(), Encoding::Gb18030),
        (marked(b"\xff\xfe", &little), Encoding::Utf16Le),
        (marked(b"\xfe\xff", &big), Encoding::Utf16Be),
        (little, Encoding::Utf16Le),
        (big, Encoding::Utf16Be),
    ];
    for (bytes, encoding) in cases {
        assert_eq!(read(&bytes), Ok((TEXT.to_owned(), encoding)));
    }
}

#[test]
fn a_short_file_in_gbk_is_read() {
    let (bytes, _, _) = GB18030.encode("报告:\n  年度: 2021\n");
    assert_eq!(read(&bytes), Ok(("报告:\n  年度: 2021\n".to_owned(), Encoding::Gb18030)));
}

#[test]
fn what_is_no_text_is_called_by_its_name() {
    let zip = |inside: &str| [b"PK\x03\x04....", inside.as_bytes()].concat();
    let cases: [(Vec<u8>, &str); 13] = [
        (
            zip("word/document.xml"),
            "this is a Word document (.docx), not a report file. A published report is read back by fazhi import",
        ),
        (zip("xl/workbook.xml"), "this is an Excel workbook (.xlsx), not a report file"),
        (zip("OFD.xml"), "this is an OFD document, not a report file"),
        (zip("a.txt"), "this is an archive, not a report file. Unpack it first"),
        (b"%PDF-1.7".to_vec(), "this is a PDF, not a report file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
            "this is an old Office document (.doc, .xls or .wps), not a report file. Save it as .docx in Word or WPS first",
        ),
        (b"{\\rtf1".to_vec(), "this is an RTF document, not a report file. Save it as .docx in Word or WPS first"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "this is a picture, not a report file"),
        (
            b"a\0\0b\0".to_vec(),
            "this is no text file. A report file is YAML text (.yaml); a published text is txt, html, md or docx",
        ),
        (
            b"\xef\xbb\xbfa\0".to_vec(),
            "this is no text file. A report file is YAML text (.yaml); a published text is txt, html, md or docx",
        ),
        (
            b"\xff\xfe\0\xd8a".to_vec(),
            "this is no text file. A report file is YAML text (.yaml); a published text is txt, html, md or docx",
        ),
        (
            b"\x81\x20\x82\xff\xff\xff".to_vec(),
            "the encoding of the file is unknown. Open it in an editor and save it as UTF-8",
        ),
        (b" \n\r\n".to_vec(), "the file is empty"),
    ];
    for (bytes, message) in cases {
        assert_eq!(read(&bytes), Err(message.to_owned()));
    }
    assert_eq!(read(b""), Err("the file is empty".to_owned()));
}

#[test]
fn a_damaged_file_is_told_from_one_in_another_encoding() {
    let mut bytes = TEXT.as_bytes().to_vec();
    let at = TEXT.find("现将").expect("the text has it");
    bytes[at] = b'?';
    let message = "line 3 has damaged characters: most of the file is UTF-8, this is not. \
                   Take a backup, or delete and type it again";
    assert_eq!(read(&bytes), Err(message.to_owned()));
}

#[test]
fn a_file_of_any_size_is_answered() {
    let message = "the file has 50 MB, more than 16 MB, which is no annual report";
    assert_eq!(read(&vec![b'a'; 50 * 1024 * 1024]), Err(message.to_owned()));
    assert!(read(&vec![b'a'; MAX_BYTES]).is_ok());
}
