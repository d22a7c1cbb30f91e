//! Imports and exports, one file a format: bytes to rows, and the record back to files. Nothing
//! here reads the disk or writes the store; `cli` reads the files, `intake` takes the rows in.

pub mod calendar;
pub mod csv;
pub mod discord_export;
pub mod export;
mod history;
pub mod jsonl;
pub mod matrix_export;
pub mod polis;

pub use history::History;

use crate::chat::sanitise::{MAX_TEXT, clean};
use crate::model::{Consent, Language, Time};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

/// The longest identifier, author or room name, in bytes.
const MAX_NAME: usize = 256;

/// One row of a file that may become a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// Where the row begins in its file, from 1.
    pub line: usize,
    /// Its identifier in its source.
    pub id: String,
    /// A room's name, or a label where it is none.
    pub room: Option<String>,
    /// Who wrote it, by the source's own mark.
    pub author: String,
    /// What was written, cleaned.
    pub text: String,
    /// When it was written.
    pub at: Option<Time>,
    /// In which language, as a tag.
    pub language: Option<String>,
    /// The row's own consent.
    pub consent: Option<Consent>,
}

/// A row that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Where the row begins in its file, from 1.
    pub line: usize,
    /// Why.
    pub reason: Reason,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

/// Why a row is refused, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Bytes that are no UTF-8.
    #[error("it is not valid UTF-8; save the file as UTF-8")]
    NotUtf8,
    /// No JSON.
    #[error("it is no JSON (column {0}); write one object a line, such as {{\"id\": \"1\", …}}")]
    NotJson(usize),
    /// JSON, but no object.
    #[error("it is no JSON object; write one object a line, such as {{\"id\": \"1\", …}}")]
    NotAnObject,
    /// A field has a value of another kind.
    #[error("\"{0}\" is no text; put it between quotation marks")]
    NotText(&'static str),
    /// A field that every row needs is missing or empty.
    #[error("it has no {0}; every row needs one")]
    Missing(&'static str),
    /// The text is too long.
    #[error("its text is longer than 64 KiB; divide it")]
    TextTooLong,
    /// Another field is too long.
    #[error("its {0} is longer than {MAX_NAME} bytes; shorten it")]
    NameTooLong(&'static str),
    /// A date that is none.
    #[error("\"{0}\" is no date; write one such as 2027-09-03T14:02:00Z")]
    NotADate(String),
    /// A timestamp of Polis that is none.
    #[error("\"{0}\" is no timestamp; milliseconds since 1970 are expected")]
    NotATimestamp(String),
    /// A word of consent that is none.
    #[error("\"{0}\" is no consent; write no, summarise, quote, category, organisation or name")]
    UnknownConsent(String),
    /// A language that is none.
    #[error("\"{0}\" is no language; write a code such as en, fr or pt-BR")]
    UnknownLanguage(String),
    /// Quotation marks that do not match.
    #[error("its quotation marks do not match; double those inside a field")]
    Quotes,
    /// Another number of columns than the header's.
    #[error("it has {found} columns, the header {expected}; put quotation marks around fields with separators in them")]
    Columns {
        /// In the row.
        found: usize,
        /// In the header.
        expected: usize,
    },
    /// A moderation mark of Polis that is none.
    #[error("\"{0}\" is no moderation mark; 1, 0 or -1 is expected")]
    UnknownModeration(String),
    /// An identifier of a chat that is none.
    #[error("its {0} \"{1}\" is no identifier of its platform; export the chat again as JSON")]
    NoIdentifier(&'static str, String),
    /// A message whose key the exporting client did not have.
    #[error("it was not decrypted; export again from a client that can read it")]
    Undecrypted,
    /// The file ends, or goes on as no JSON, after this line.
    #[error("the file breaks off here; export the chat again")]
    CutOff,
    /// The identifier stands in the file before, with something else.
    #[error("its id stands in line {0} already, with another author or text; give it an id of its own")]
    SameId(usize),
    /// It is on the record with another text.
    #[error("its id was imported before with another text, which stays; give it an id of its own")]
    AlreadyImported,
}

/// Why a row that could be read is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// The conversation's moderators rejected it.
    Rejected,
    /// The conversation's moderators accepted others and not this one.
    NotAccepted,
    /// Its author did not consent.
    NoConsent,
    /// Said in a chat, and nothing that is noted there.
    NotForTheRecord,
    /// A picture, a poll, a place.
    Wordless,
}

impl LeftOut {
    /// What is said of so many rows.
    pub fn why(self) -> &'static str {
        match self {
            LeftOut::Rejected => "rejected by the conversation's moderators",
            LeftOut::NotAccepted => "not accepted by the conversation's moderators",
            LeftOut::NoConsent => "not consented to by their authors",
            LeftOut::NotForTheRecord => {
                "not for the record (its author had not agreed, the floor was closed, or it is a command or a greeting)"
            }
            LeftOut::Wordless => "without words",
        }
    }
}

/// What a file holds.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// The source's own name, where the file tells one.
    pub name: Option<String>,
    /// The rows in the file's order.
    pub rows: Vec<Result<ImportRow, Refused>>,
    /// Columns or keys that say nothing to the import.
    pub ignored: BTreeSet<String>,
    /// How many rows are left out by a rule of the format.
    pub left_out: BTreeMap<LeftOut, usize>,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// It is UTF-16, as some spreadsheets write it.
    #[error("the file is UTF-16; save it as UTF-8")]
    Utf16,
    /// It has no header.
    #[error("the file is empty; its first line must name the columns")]
    NoHeader,
    /// The header's quotation marks do not match.
    #[error("line 1: {0}")]
    Header(Reason),
    /// It is no export of a room of Matrix.
    #[error("it is no chat export of Element: in the room choose Export chat, the format JSON")]
    NoChatExport,
    /// It is no export of a channel of Discord.
    #[error("it is no export of DiscordChatExporter: export the channel again, with the format JSON")]
    NoDiscordExport,
    /// A column that every file needs is missing.
    #[error("the first line names no column \"{0}\"; it must name at least {1}")]
    NoColumn(&'static str, &'static str),
}

/// The bytes without the mark that some programs put in front; refuses UTF-16.
fn without_mark(bytes: &[u8]) -> Result<&[u8], FormatError> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(FormatError::Utf16);
    }
    Ok(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
}

/// The fields of a row as they stand in the file.
#[derive(Debug, Default)]
struct Fields {
    id: Option<String>,
    room: Option<String>,
    author: Option<String>,
    text: Option<String>,
    at: Option<Time>,
    language: Option<String>,
    consent: Option<String>,
}

impl Fields {
    /// The row, if it can be taken.
    fn check(self, line: usize) -> Result<ImportRow, Reason> {
        let text = self.text.ok_or(Reason::Missing("text"))?;
        if text.len() > MAX_TEXT {
            return Err(Reason::TextTooLong);
        }
        let text = clean(&text).trim().to_owned();
        if text.is_empty() {
            return Err(Reason::Missing("text"));
        }
        let consent = match name(self.consent, "consent")? {
            Some(word) => Some(Consent::parse(&word).ok_or_else(|| Reason::UnknownConsent(shown(&word)))?),
            None => None,
        };
        Ok(ImportRow {
            line,
            id: name(self.id, "id")?.ok_or(Reason::Missing("id"))?,
            room: name(self.room, "room")?,
            author: name(self.author, "author")?.ok_or(Reason::Missing("author"))?,
            text,
            at: self.at,
            language: name(self.language, "language")?.as_deref().map(language_tag).transpose()?,
            consent,
        })
    }
}

/// A short field on one line; none where it is blank.
fn name(field: Option<String>, called: &'static str) -> Result<Option<String>, Reason> {
    let Some(field) = field else { return Ok(None) };
    if field.len() > MAX_NAME {
        return Err(Reason::NameTooLong(called));
    }
    let words: Vec<String> = clean(&field).split_whitespace().map(str::to_owned).collect();
    Ok(Some(words.join(" ")).filter(|name| !name.is_empty()))
}

/// The moment of RFC 3339.
fn moment(text: &str) -> Result<Time, Reason> {
    let at: Result<jiff::Timestamp, _> = text.trim().parse();
    at.map(jiff::Timestamp::as_millisecond).map_err(|_| Reason::NotADate(shown(text)))
}

/// The tag of a language: its code, with what follows it (`pt-BR`), or the code of one that is
/// named in words.
fn language_tag(text: &str) -> Result<String, Reason> {
    let mut parts = text.split(['-', '_']);
    let is_code = |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    let is_more = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    if parts.next().is_some_and(is_code) && parts.all(is_more) {
        return Ok(text.replace('_', "-"));
    }
    let named = Language::parse(text).ok_or_else(|| Reason::UnknownLanguage(shown(text)))?;
    Ok(named.code().to_owned())
}

/// The beginning of a wrong value, as it can be shown on a terminal.
fn shown(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect()
}

/// The rows of a file so far, with the place of each identifier.
#[derive(Default)]
struct Rows {
    rows: Vec<Result<ImportRow, Refused>>,
    places: HashMap<String, usize>,
}

impl Rows {
    /// Adds a row, unless its identifier stands for something else already.
    fn push(&mut self, line: usize, row: Result<ImportRow, Reason>) {
        let row = row.and_then(|row| {
            let known = self.places.get(&row.id).and_then(|place| self.rows.get(*place)?.as_ref().ok());
            match known {
                Some(first) if (&first.author, &first.text) != (&row.author, &row.text) => {
                    Err(Reason::SameId(first.line))
                }
                _ => Ok(row),
            }
        });
        if let Ok(row) = &row {
            self.places.entry(row.id.clone()).or_insert(self.rows.len());
        }
        self.rows.push(row.map_err(|reason| Refused { line, reason }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_codes_or_names() {
        for (text, tag) in
            [("fr", "fr"), ("pt-BR", "pt-BR"), ("zh_Hans", "zh-Hans"), ("French", "fr"), ("العربية", "ar")]
        {
            assert_eq!(language_tag(text), Ok(tag.to_owned()), "{text}");
        }
        for text in ["klingonese", "f", "xx-,", "12", "fr;DROP"] {
            assert!(language_tag(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_date_needs_a_day_that_exists_and_a_zone() {
        assert_eq!(moment("1970-01-02T00:00:00Z"), Ok(86_400_000));
        assert_eq!(moment("1970-01-02T01:00:00+01:00"), Ok(86_400_000));
        for text in ["", "yesterday", "2027-02-31T10:00:00Z", "2027-02-03", "2027-02-03T10:00:00", "03/02/2027"] {
            assert!(moment(text).is_err(), "{text}");
        }
    }
}
