//! Exports of Polis: `comments.csv` with the statements, `summary.csv` with the conversation. Only
//! what the conversation's moderators accepted comes in.

use super::csv::{Cells, Table};
use super::{Fields, FormatError, ImportRow, Input, LeftOut, Reason, Rows, shown};
use std::collections::BTreeMap;

const NEEDED: &str = "timestamp, comment-id, author-id, moderated and comment-body";

/// Reads a conversation: the bytes of `comments.csv`, and of `summary.csv` where it is there.
///
/// Accepted is what has the mark 1. Where no statement has it, the conversation was held without
/// moderation, and what is marked 0 counts as accepted.
pub fn read(comments: &[u8], summary: Option<&[u8]>) -> Result<Input, FormatError> {
    let table = Table::open(comments, &["comment-id"])?;
    for column in ["timestamp", "comment-id", "author-id", "moderated", "comment-body"] {
        table.needs(column, NEEDED)?;
    }
    let read: Vec<_> = table.rows().collect();
    let moderated = read.iter().flat_map(|(_, cells)| cells).any(|cells| mark(cells) == Ok(Mark::Accepted));
    let mut left_out = BTreeMap::new();
    let mut rows = Rows::default();
    for (line, cells) in read {
        let marked = cells.and_then(|cells| Ok((mark(&cells)?, cells)));
        let reason = match marked {
            Ok((Mark::Rejected, _)) => LeftOut::Rejected,
            Ok((Mark::Neither, _)) if moderated => LeftOut::NotAccepted,
            marked => {
                rows.push(line, marked.and_then(|(_, cells)| row(line, &cells)));
                continue;
            }
        };
        *left_out.entry(reason).or_insert(0) += 1;
    }
    Ok(Input { name: summary.and_then(conversation), rows: rows.rows, left_out, ..Input::default() })
}

/// What the moderators decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Accepted,
    Neither,
    Rejected,
}

fn mark(cells: &Cells) -> Result<Mark, Reason> {
    match cells.get("moderated").unwrap_or_default().trim() {
        "1" => Ok(Mark::Accepted),
        "0" => Ok(Mark::Neither),
        "-1" => Ok(Mark::Rejected),
        other => Err(Reason::UnknownModeration(shown(other))),
    }
}

fn row(line: usize, cells: &Cells) -> Result<ImportRow, Reason> {
    let cell = |name| cells.get(name).map(str::to_owned);
    let at = cells.get("timestamp").map(|text| {
        let moment = text.trim().parse().ok().filter(|ms| jiff::Timestamp::from_millisecond(*ms).is_ok());
        moment.ok_or_else(|| Reason::NotATimestamp(shown(text)))
    });
    let (id, author, text) = (cell("comment-id"), cell("author-id"), cell("comment-body"));
    Fields { id, author, text, at: at.transpose()?, ..Fields::default() }.check(line)
}

/// The conversation's identifier: the end of its address in `summary.csv`, or its topic.
fn conversation(summary: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(summary);
    let value = |key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(','))?;
        Some(line.trim_matches('"').trim()).filter(|value| !value.is_empty())
    };
    let end = value("url").and_then(|url| url.trim_end_matches('/').rsplit('/').next()).filter(|end| !end.is_empty());
    end.or_else(|| value("topic")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::Refused;

    const HEADER: &str = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n";

    fn comments(rows: &[&str]) -> Input {
        read(format!("{HEADER}{}", rows.join("\n")).as_bytes(), None).unwrap()
    }

    #[test]
    fn only_what_was_accepted_comes_in() {
        let input = comments(&[
            "1503000000000,Thu Aug 17,0,0,3,1,1,\"Boats, not nets\"",
            "1503000001000,Thu Aug 17,1,4,0,0,-1,spam",
            "1503000002000,Thu Aug 17,2,4,0,0,0,nobody looked",
            "yesterday,Thu Aug 17,3,4,0,0,1,when",
            "1503000003000,Thu Aug 17,4,4,0,0,2,what",
        ]);
        let rows: Vec<_> = input.rows.iter().flatten().map(|r| (r.id.as_str(), r.author.as_str(), r.at)).collect();
        assert_eq!(rows, [("0", "0", Some(1_503_000_000_000))]);
        assert_eq!(input.left_out, BTreeMap::from([(LeftOut::Rejected, 1), (LeftOut::NotAccepted, 1)]));
        let refused: Vec<_> = input.rows.into_iter().filter_map(Result::err).collect();
        let reasons = [Reason::NotATimestamp("yesterday".into()), Reason::UnknownModeration("2".into())];
        assert_eq!(
            refused,
            reasons.into_iter().zip([5, 6]).map(|(reason, line)| Refused { line, reason }).collect::<Vec<_>>()
        );
    }

    #[test]
    fn without_moderation_what_was_not_rejected_counts_as_accepted() {
        let input = comments(&["1,x,0,0,3,1,0,first", "2,x,1,0,0,0,-1,spam", "3,x,2,4,0,0,0,second"]);
        assert_eq!(input.rows.iter().flatten().count(), 2);
        assert_eq!(input.left_out, BTreeMap::from([(LeftOut::Rejected, 1)]));
    }

    #[test]
    fn a_conversation_is_named_by_its_address_or_topic() {
        for (summary, name) in [
            ("topic,Harbours\nurl,https://pol.example/5abc9\nviews,3\n", Some("5abc9")),
            ("topic,\"Harbours, new\"\nurl,\n", Some("Harbours, new")),
            ("views,3\n", None),
        ] {
            assert_eq!(conversation(summary.as_bytes()).as_deref(), name);
        }
    }
}
