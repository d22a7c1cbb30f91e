//! A digest as a file: Markdown, a web page, JSON, a table.

use super::pages::{Form, sections};
use super::shape::{Digest, Theme};
use crate::chat::{Document, render};

/// The full digest as Markdown.
pub fn markdown(digest: &Digest) -> String {
    let mut text = render::markdown(&whole(digest));
    text.push('\n');
    text
}

/// The full digest as a web page that needs nothing else.
pub fn html(digest: &Digest) -> String {
    render::page(&whole(digest))
}

/// The digest as JSON, as `docs/schemas/digest.schema.json` describes it.
pub fn json(digest: &Digest) -> String {
    match serde_json::to_string_pretty(digest) {
        Ok(text) => text + "\n",
        Err(error) => unreachable!("a digest holds text and numbers only: {error}"),
    }
}

/// One row a passage: where it stands, and what is quoted of it.
pub fn csv(digest: &Digest) -> String {
    let head = [
        "passage",
        "round_table",
        "objective",
        "kind",
        "theme",
        "addressee",
        "people",
        "count_word",
        "quote",
        "language",
        "attribution",
    ];
    let mut rows: Vec<[String; 11]> = vec![head.map(str::to_owned)];
    for section in &digest.sections {
        for theme in &section.themes {
            rows.extend(
                theme.passages.iter().map(|passage| row(section.round_table, section.objective, theme, passage)),
            );
        }
    }
    for passage in &digest.unplaced {
        let mut row: [String; 11] = Default::default();
        row[0].clone_from(passage);
        rows.push(row);
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        if let Err(error) = writer.write_record(row.map(|cell| harmless(&cell))) {
            unreachable!("rows are equally long and written to memory: {error}");
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn row(round_table: Option<u8>, objective: Option<u8>, theme: &Theme, passage: &str) -> [String; 11] {
    let number = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
    let quote = theme.quotes.iter().find(|quote| quote.passage == passage);
    [
        passage.to_owned(),
        number(round_table),
        number(objective),
        theme.kind.name().to_owned(),
        theme.title.clone(),
        theme.addressee.map(|addressee| addressee.name().to_owned()).unwrap_or_default(),
        theme.people.to_string(),
        theme.count_word.clone(),
        quote.map(|quote| quote.text.clone()).unwrap_or_default(),
        quote.map(|quote| quote.language.clone()).unwrap_or_default(),
        quote.map(|quote| quote.attribution.clone()).unwrap_or_default(),
    ]
}

/// A cell that a spreadsheet does not take for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

fn whole(digest: &Digest) -> Document {
    let parts = sections(digest, Form::Full).into_iter().map(|section| section.document);
    parts.fold(Document::new(digest.language), Document::then)
}
