//! JSON Lines: one object a line, `{"id", "room", "author", "text", "at": RFC 3339, "language",
//! "consent"}`, as `docs/schemas/record.schema.json` says.

use super::{Fields, FormatError, ImportRow, Input, Reason, Rows, moment, shown, without_mark};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Reads a file. Blank lines are skipped; keys that mean nothing here are named in
/// [`Input::ignored`].
pub fn read(bytes: &[u8]) -> Result<Input, FormatError> {
    let mut rows = Rows::default();
    let mut ignored = BTreeSet::new();
    for (place, line) in without_mark(bytes)?.split(|byte| *byte == b'\n').enumerate() {
        if !line.iter().all(u8::is_ascii_whitespace) {
            rows.push(place + 1, row(place + 1, line, &mut ignored));
        }
    }
    Ok(Input { rows: rows.rows, ignored, ..Input::default() })
}

fn row(place: usize, line: &[u8], ignored: &mut BTreeSet<String>) -> Result<ImportRow, Reason> {
    let line = std::str::from_utf8(line).map_err(|_| Reason::NotUtf8)?;
    let value: Value = serde_json::from_str(line).map_err(|e| Reason::NotJson(e.column()))?;
    let Value::Object(mut object) = value else { return Err(Reason::NotAnObject) };
    let at = text(&mut object, "at", false)?;
    let fields = Fields {
        id: text(&mut object, "id", true)?,
        room: text(&mut object, "room", false)?,
        author: text(&mut object, "author", true)?,
        text: text(&mut object, "text", false)?,
        at: at.filter(|at| !at.trim().is_empty()).as_deref().map(moment).transpose()?,
        language: text(&mut object, "language", false)?,
        consent: text(&mut object, "consent", false)?,
    };
    ignored.extend(object.keys().map(|key| shown(key)));
    fields.check(place)
}

/// A field's text; none where it is missing or null. What names things may be a number as well.
fn text(object: &mut Map<String, Value>, key: &'static str, or_number: bool) -> Result<Option<String>, Reason> {
    match object.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(Value::Number(number)) if or_number && !number.is_f64() => Ok(Some(number.to_string())),
        Some(_) => Err(Reason::NotText(key)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Consent;
    use crate::transfer::Refused;

    #[test]
    fn a_row_is_one_object_a_line() {
        let file = "\u{feff}{\"id\": 7, \"room\": \"west-africa\", \"author\": \"p1\", \"text\": \"Fees\\u0000 trap us.\", \
                    \"at\": \"2027-09-02T10:00:00Z\", \"language\": \"fr\", \"consent\": \"name\", \"mood\": 3}\r\n\n\
                    {\"id\": \"8\", \"author\": \"p2\", \"text\": \"Second\", \"room\": null}";
        let input = read(file.as_bytes()).unwrap();
        let first = ImportRow {
            line: 1,
            id: "7".into(),
            room: Some("west-africa".into()),
            author: "p1".into(),
            text: "Fees trap us.".into(),
            at: Some(1_819_879_200_000),
            language: Some("fr".into()),
            consent: Some(Consent::Name),
        };
        assert_eq!(input.rows[0], Ok(first));
        assert_eq!(input.rows[1].as_ref().map(|row| (row.line, row.id.as_str(), row.at)), Ok((3, "8", None)));
        assert_eq!(input.ignored, BTreeSet::from(["mood".to_owned()]));
    }

    #[test]
    fn what_cannot_be_taken_is_named_by_line_and_the_rest_is_read() {
        let long = format!(r#"{{"id": "9", "author": "a", "text": "{}"}}"#, "x".repeat(65_537));
        let lines: Vec<(&[u8], Option<Reason>)> = vec![
            (br#"{"id": "1", "author": "a", "text": "kept"}"#, None),
            (br#"{"id": "2", "author": "a", "text": "cut off"#, Some(Reason::NotJson(43))),
            (b"[1, 2]", Some(Reason::NotAnObject)),
            (b"{\"id\": \"3\", \"author\": \"a\", \"text\": \"\xff\xfe\"}", Some(Reason::NotUtf8)),
            (br#"{"author": "a", "text": "t"}"#, Some(Reason::Missing("id"))),
            (br#"{"id": "4", "author": " ", "text": "t"}"#, Some(Reason::Missing("author"))),
            (b"{\"id\": \"5\", \"author\": \"a\", \"text\": \" \\u202e\\n \"}", Some(Reason::Missing("text"))),
            (br#"{"id": "6", "author": "a", "text": ["t"]}"#, Some(Reason::NotText("text"))),
            (
                br#"{"id": "7", "author": "a", "text": "t", "at": "31 February"}"#,
                Some(Reason::NotADate("31 February".into())),
            ),
            (
                br#"{"id": "8", "author": "a", "text": "t", "consent": "maybe"}"#,
                Some(Reason::UnknownConsent("maybe".into())),
            ),
            (long.as_bytes(), Some(Reason::TextTooLong)),
            (br#"{"id": "1", "author": "a", "text": "kept"}"#, None),
            (br#"{"id": "1", "author": "a", "text": "changed"}"#, Some(Reason::SameId(1))),
            (br#"{"id": "10", "author": "a", "text": "kept too"}"#, None),
        ];
        let file: Vec<&[u8]> = lines.iter().map(|(line, _)| *line).collect();
        let input = read(&file.join(&b'\n')).unwrap();
        assert_eq!(input.rows.len(), lines.len());
        for (place, ((_, expected), row)) in lines.iter().zip(&input.rows).enumerate() {
            let refused = expected.clone().map(|reason| Refused { line: place + 1, reason });
            assert_eq!(row.as_ref().err(), refused.as_ref());
        }
    }

    #[test]
    fn utf_16_is_refused_as_a_whole() {
        assert!(matches!(read(b"\xff\xfe{\0}\0"), Err(FormatError::Utf16)));
    }
}
