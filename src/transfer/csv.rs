//! CSV with a header: the columns of JSON Lines in any order, separated by commas, semicolons or
//! tabs. Lines count from 1, the header's; a field between quotation marks may hold line breaks.
//!
//! Read by hand, not by a library: libraries swallow the rest of a file after one stray quotation
//! mark, whereas here the row is refused by its line and the next line is read.

use super::{Fields, FormatError, ImportRow, Input, Reason, Rows, moment, shown, without_mark};
use std::collections::BTreeSet;
use std::rc::Rc;

const COLUMNS: [&str; 7] = ["id", "room", "author", "text", "at", "language", "consent"];
const NEEDED: &str = "id, author and text";

/// Reads a file. Columns that mean nothing here are named in [`Input::ignored`].
pub fn read(bytes: &[u8]) -> Result<Input, FormatError> {
    let table = Table::open(bytes, &COLUMNS)?;
    for column in ["id", "author", "text"] {
        table.needs(column, NEEDED)?;
    }
    let ignored: BTreeSet<String> =
        table.header.iter().filter(|name| !COLUMNS.contains(&name.as_str())).map(|name| shown(name)).collect();
    let mut rows = Rows::default();
    for (line, cells) in table.rows() {
        rows.push(line, cells.and_then(|cells| row(line, &cells)));
    }
    Ok(Input { rows: rows.rows, ignored: ignored.into_iter().filter(|n| !n.is_empty()).collect(), ..Input::default() })
}

fn row(line: usize, cells: &Cells) -> Result<ImportRow, Reason> {
    let cell = |name| cells.get(name).map(str::to_owned);
    Fields {
        id: cell("id"),
        room: cell("room"),
        author: cell("author"),
        text: cell("text"),
        at: cells.get("at").map(moment).transpose()?,
        language: cell("language"),
        consent: cell("consent"),
    }
    .check(line)
}

/// A table with named columns.
pub(super) struct Table<'b> {
    header: Vec<String>,
    records: Records<'b>,
}

impl<'b> Table<'b> {
    /// Reads the header, and finds out which separator gives the most of the columns that are
    /// known.
    pub(super) fn open(bytes: &'b [u8], known: &[&str]) -> Result<Table<'b>, FormatError> {
        let rest = without_mark(bytes)?;
        let read = |delimiter| {
            let mut records = Records { rest, line: 1, delimiter };
            let header = records.next().map(|(_, cells)| cells);
            (header, records)
        };
        let names = |cells: Vec<Vec<u8>>| -> Vec<String> {
            cells.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_lowercase()).collect()
        };
        let mut best: Option<(usize, Table<'b>)> = None;
        let mut wrong = None;
        for delimiter in [b',', b';', b'\t'] {
            match read(delimiter) {
                (None, _) => return Err(FormatError::NoHeader),
                (Some(Err(reason)), _) => wrong = Some(reason),
                (Some(Ok(cells)), records) => {
                    let header = names(cells);
                    let found = known.iter().filter(|name| header.iter().any(|h| h == *name)).count();
                    if best.as_ref().is_none_or(|(most, _)| found > *most) {
                        best = Some((found, Table { header, records }));
                    }
                }
            }
        }
        match (best, wrong) {
            (Some((_, table)), _) => Ok(table),
            (None, Some(reason)) => Err(FormatError::Header(reason)),
            (None, None) => Err(FormatError::NoHeader),
        }
    }

    /// Refuses a table without a column; `all` says which it must have.
    pub(super) fn needs(&self, column: &'static str, all: &'static str) -> Result<(), FormatError> {
        if self.header.iter().any(|name| name == column) { Ok(()) } else { Err(FormatError::NoColumn(column, all)) }
    }

    /// The rows below the header, each with its first line.
    pub(super) fn rows(self) -> impl Iterator<Item = (usize, Result<Cells, Reason>)> + use<'b> {
        let Table { header, records } = self;
        let header: Rc<[String]> = header.into();
        records.map(move |(line, cells)| (line, cells.and_then(|cells| Cells::of(header.clone(), cells))))
    }
}

/// The cells of one row, by the names of their columns.
pub(super) struct Cells {
    header: Rc<[String]>,
    cells: Vec<String>,
}

impl Cells {
    fn of(header: Rc<[String]>, mut cells: Vec<Vec<u8>>) -> Result<Cells, Reason> {
        // Spreadsheets add empty cells at the end of a row.
        while cells.len() > header.len() && cells.last().is_some_and(Vec::is_empty) {
            cells.pop();
        }
        if cells.len() != header.len() {
            return Err(Reason::Columns { found: cells.len(), expected: header.len() });
        }
        let cells = cells.into_iter().map(String::from_utf8).collect::<Result<_, _>>().map_err(|_| Reason::NotUtf8)?;
        Ok(Cells { header, cells })
    }

    /// What stands in a column; none where it is blank.
    pub(super) fn get(&self, column: &str) -> Option<&str> {
        let place = self.header.iter().position(|name| name == column)?;
        self.cells.get(place).map(String::as_str).filter(|cell| !cell.trim().is_empty())
    }
}

/// The records that are still to be read.
struct Records<'b> {
    rest: &'b [u8],
    line: usize,
    delimiter: u8,
}

impl Iterator for Records<'_> {
    type Item = (usize, Result<Vec<Vec<u8>>, Reason>);

    fn next(&mut self) -> Option<Self::Item> {
        while let [b'\n', rest @ ..] | [b'\r', b'\n', rest @ ..] = self.rest {
            self.rest = rest;
            self.line += 1;
        }
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let (cells, rest) = match record(self.rest, self.delimiter) {
            Some((cells, rest)) => (Ok(cells), rest),
            None => (Err(Reason::Quotes), self.rest.splitn(2, |b| *b == b'\n').nth(1).unwrap_or_default()),
        };
        let taken = self.rest.get(..self.rest.len() - rest.len()).unwrap_or_default();
        self.line += taken.iter().filter(|b| **b == b'\n').count();
        self.rest = rest;
        Some((line, cells))
    }
}

/// The cells of the first record, and what comes after it; nothing, where its quotation marks do
/// not match.
fn record(bytes: &[u8], delimiter: u8) -> Option<(Vec<Vec<u8>>, &[u8])> {
    let mut cells = Vec::new();
    let mut rest = bytes;
    loop {
        let (cell, after) = match rest.strip_prefix(b"\"") {
            Some(quoted) => quoted_cell(quoted)?,
            None => {
                let end = rest.iter().position(|b| *b == delimiter || *b == b'\n').unwrap_or(rest.len());
                let (cell, after) = rest.split_at_checked(end)?;
                // The carriage return of the line break, not of the text.
                let ends = after.first().is_none_or(|b| *b == b'\n');
                (cell.strip_suffix(b"\r").filter(|_| ends).unwrap_or(cell).to_vec(), after)
            }
        };
        cells.push(cell);
        match after {
            [] => return Some((cells, after)),
            [b'\n', after @ ..] | [b'\r', b'\n', after @ ..] => return Some((cells, after)),
            [b, after @ ..] if *b == delimiter => rest = after,
            _ => return None,
        }
    }
}

/// A cell from behind its first quotation mark, and what comes after its last.
fn quoted_cell(mut rest: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let mut cell = Vec::new();
    loop {
        let (part, after) = rest.split_at_checked(rest.iter().position(|b| *b == b'"')?)?;
        cell.extend_from_slice(part);
        rest = after.strip_prefix(b"\"")?;
        match rest.strip_prefix(b"\"") {
            Some(more) => {
                cell.push(b'"');
                rest = more;
            }
            None => return Some((cell, rest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::Refused;

    fn texts(file: &str) -> Vec<(usize, String, String)> {
        let rows = read(file.as_bytes()).unwrap().rows;
        rows.into_iter().map(|row| row.unwrap()).map(|row| (row.line, row.id, row.text)).collect()
    }

    #[test]
    fn columns_stand_in_any_order_between_any_of_three_separators() {
        let expected = vec![(2, "1".into(), "Fees, \"hidden\" ones".into()), (3, "2".into(), "a; b".into())];
        for file in [
            "text,author,id\n\"Fees, \"\"hidden\"\" ones\",p1,1\na; b,p2,2\n",
            "\u{feff}ID; Author; Text\r\n1;p1;\"Fees, \"\"hidden\"\" ones\"\r\n2;p2;\"a; b\"\r\n",
            "id\tauthor\ttext\t\n1\tp1\t\"Fees, \"\"hidden\"\" ones\"\t\n2\tp2\ta; b\t",
        ] {
            assert_eq!(texts(file), expected, "{file}");
        }
    }

    #[test]
    fn a_row_is_named_by_the_line_on_which_it_begins() {
        for end in ["\n", "\r\n"] {
            let file = "id,author,text\n1,p1,\"first\nsecond\n\nthird\"\n\n\n2,p2,next\n3,p3,last".replace('\n', end);
            let rows = texts(&file);
            let lines: Vec<usize> = rows.iter().map(|(line, ..)| *line).collect();
            assert_eq!(lines, [2, 8, 9], "{end:?}");
            assert_eq!(rows[0].2, "first\nsecond\n\nthird");
        }
    }

    #[test]
    fn a_stray_quotation_mark_costs_its_own_row_alone() {
        let file =
            b"id,author,text\n1,p1,\"never closed\n2,p2,5\" pipes\n3,p3,\"closed\" early\n4,p4\n5,p5,\xff\n6,p6,good\n";
        let rows = read(file).unwrap().rows;
        let refused: Vec<_> = rows.iter().filter_map(|row| row.clone().err()).collect();
        assert_eq!(
            refused,
            [
                Refused { line: 2, reason: Reason::Quotes },
                Refused { line: 4, reason: Reason::Quotes },
                Refused { line: 5, reason: Reason::Columns { found: 2, expected: 3 } },
                Refused { line: 6, reason: Reason::NotUtf8 },
            ]
        );
        let kept: Vec<_> = rows.iter().flatten().map(|row| row.text.as_str()).collect();
        assert_eq!(kept, ["5\" pipes", "good"]);
    }

    #[test]
    fn other_columns_are_ignored_with_a_word_and_missing_ones_refused() {
        let input = read(b"id,author,text,Mood,at\n1,p1,t,glad,\n").unwrap();
        assert_eq!(input.ignored, BTreeSet::from(["mood".to_owned()]));
        assert_eq!(read(b"id,text\n1,t\n").unwrap_err(), FormatError::NoColumn("author", NEEDED));
        assert_eq!(read(b"").unwrap_err(), FormatError::NoHeader);
    }
}
