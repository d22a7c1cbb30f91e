//! A room's history as Element exports it (Settings → Export chat → JSON): the events as the
//! homeserver names them, decrypted. They become what the bot would have heard, so that each is
//! judged by its own time and what the bot heard itself is not doubled.

use super::history::{History, Walk};
use super::{FormatError, MAX_NAME, Reason, shown};
use crate::chat::sanitise::{MAX_TEXT, clean};
use crate::chat::{Author, Body, Event, Message, Origin, Target};
use crate::model::{Platform, Time};
use serde_json::Value;
use std::collections::HashSet;

/// Reads a file. What has nothing to do with what people wrote (who came and went, how the room is
/// called) is passed over.
pub fn read(bytes: &[u8]) -> Result<History, FormatError> {
    let mut walk = Walk::of(bytes)?;
    let mut history = History::default();
    let mut notices = HashSet::new();
    walk.reach_messages().ok_or(FormatError::NoChatExport)?;
    walk.messages(&mut history, |value, history| message(value, &mut notices, history));
    history.events.sort_by_key(|event| event.at);
    Ok(history)
}

/// What one entry of the export says: a message with what became of it.
fn message(value: &Value, notices: &mut HashSet<String>, history: &mut History) -> Result<(), Reason> {
    let Value::Object(event) = value else { return Err(Reason::NotAnObject) };
    let kind = event.get("type").and_then(Value::as_str).unwrap_or_default();
    let content = value.get("content").unwrap_or(&Value::Null);
    let relates = content.get("m.relates_to").unwrap_or(&Value::Null);
    let unsigned = value.get("unsigned").unwrap_or(&Value::Null);
    if !matches!(kind, "m.room.message" | "m.room.encrypted" | "m.room.redaction") {
        let wordless = matches!(kind, "m.sticker" | "m.poll.start" | "org.matrix.msc3381.poll.start");
        history.wordless += usize::from(wordless);
        return Ok(());
    }
    let id = identifier(value, "event_id", '$')?;
    let room = identifier(value, "room_id", '!')?;
    let sender = identifier(value, "sender", '@')?;
    let at = moment(value)?;
    let msgtype = content.get("msgtype").and_then(Value::as_str).unwrap_or_default();
    let bot = msgtype == "m.notice";
    let mut heard = |id: &str, at: Time, body: Body| {
        let author = Author { bot, ..Author::new(&sender, &sender) };
        let (platform, room, id) = (Platform::Matrix, room.clone(), id.to_owned());
        history.events.push(Event {
            platform,
            room,
            direct: false,
            id,
            author,
            at,
            origin: Origin::Import,
            body,
            handle: None,
        });
    };
    if kind == "m.room.redaction" {
        let target = value.get("redacts").or_else(|| content.get("redacts")).and_then(Value::as_str);
        let target = target.ok_or(Reason::Missing("redacts"))?.to_owned();
        heard(&id, at, Body::Deletion { target });
        return Ok(());
    }
    if let Some(deletion) = unsigned.get("redacted_because") {
        // Deleted by its author or by a moderator: it is their deletion that is told.
        let by = identifier(deletion, "event_id", '$').unwrap_or_else(|_| id.clone());
        let when = moment(deletion).unwrap_or(at);
        heard(&by, when, Body::Deletion { target: id });
        return Ok(());
    }
    if kind == "m.room.encrypted" || msgtype == "m.bad.encrypted" {
        return Err(Reason::Undecrypted);
    }
    if content.as_object().is_none_or(serde_json::Map::is_empty) {
        heard(&id, at, Body::Deletion { target: id.clone() });
        return Ok(());
    }
    if relates.get("rel_type").and_then(Value::as_str) == Some("m.replace") {
        let target = identifier(relates, "event_id", '$')?;
        let text = words(content.get("m.new_content").unwrap_or(content), false)?;
        heard(&id, at, Body::Edit { target, version: id.clone(), text, mention: false });
        return Ok(());
    }
    if !matches!(msgtype, "m.text" | "m.notice" | "m.emote") {
        history.wordless += 1;
        return Ok(());
    }
    if bot {
        notices.insert(id.clone());
    }
    let replies = relates.get("m.in_reply_to").and_then(|to| to.get("event_id")).and_then(Value::as_str);
    let thread = (relates.get("rel_type").and_then(Value::as_str) == Some("m.thread"))
        .then(|| relates.get("event_id").and_then(Value::as_str))
        .flatten();
    let reply_to = thread.or(replies).map(|id| Target { id: id.to_owned(), by_bot: notices.contains(id) });
    let text = words(content, replies.is_some())?;
    heard(&id, at, Body::Message(Message { text, reply_to, ..Message::default() }));
    // The newest edit may be noted with the message alone.
    let newest = unsigned.get("m.relations").and_then(|all| all.get("m.replace"));
    if let Some(newest) = newest
        && let Some(content) = newest.get("content").and_then(|content| content.get("m.new_content"))
        && let (Ok(version), Ok(when), Ok(text)) =
            (identifier(newest, "event_id", '$'), moment(newest), words(content, false))
    {
        heard(&version.clone(), when, Body::Edit { target: id, version, text, mention: false });
    }
    Ok(())
}

/// An identifier of Matrix, which begins with a sign of its kind.
fn identifier(of: &Value, key: &'static str, sign: char) -> Result<String, Reason> {
    match of.get(key).and_then(Value::as_str) {
        None => Err(Reason::Missing(key)),
        Some(id) if id.len() > MAX_NAME => Err(Reason::NameTooLong(key)),
        Some(id) if id.starts_with(sign) => Ok(id.to_owned()),
        Some(id) => Err(Reason::NoIdentifier(key, shown(id))),
    }
}

fn moment(of: &Value) -> Result<Time, Reason> {
    let at = of.get("origin_server_ts").ok_or(Reason::Missing("origin_server_ts"))?;
    let moment = at.as_i64().filter(|ms| *ms >= 0 && jiff::Timestamp::from_millisecond(*ms).is_ok());
    moment.ok_or_else(|| Reason::NotATimestamp(shown(&at.to_string())))
}

/// What a message says, without the copy of what it answers that older clients put in front.
fn words(content: &Value, reply: bool) -> Result<String, Reason> {
    let body = content.get("body").ok_or(Reason::Missing("body"))?.as_str().ok_or(Reason::NotText("body"))?;
    if body.len() > MAX_TEXT {
        return Err(Reason::TextTooLong);
    }
    let own = match body.split_once("\n\n") {
        Some((quoted, own)) if reply && quoted.starts_with("> <") && quoted.lines().all(|l| l.starts_with('>')) => own,
        _ => body,
    };
    Ok(clean(own).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::Refused;

    fn entry(id: &str, content: &str) -> String {
        format!(
            r#"{{"type": "m.room.message", "event_id": "{id}", "room_id": "!r:x", "sender": "@a:x", "origin_server_ts": 5, "content": {content}}}"#
        )
    }

    fn export(entries: &[String]) -> String {
        format!("{{\"room_name\": \"R\", \"topic\": {{\"a\": [1]}},\n\"messages\": [\n{}\n]}}", entries.join(",\n"))
    }

    fn text(body: &str) -> String {
        format!(r#"{{"msgtype": "m.text", "body": "{body}"}}"#)
    }

    #[test]
    fn what_is_written_changed_and_deleted_comes_in_the_order_of_the_clock() {
        let edit = r#"{"msgtype": "m.text", "body": "* b", "m.new_content": {"msgtype": "m.text", "body": "b"}, "m.relates_to": {"rel_type": "m.replace", "event_id": "$1"}}"#;
        let late = entry("$2", edit).replace("\": 5,", "\": 9,");
        let history = read(export(&[late, entry("$1", &text("a\\u0000")), entry("$3", "{}")]).as_bytes()).unwrap();
        let bodies: Vec<&Body> = history.events.iter().map(|event| &event.body).collect();
        let message = Body::Message(Message { text: "a".into(), ..Message::default() });
        let deletion = Body::Deletion { target: "$3".into() };
        let edit = Body::Edit { target: "$1".into(), version: "$2".into(), text: "b".into(), mention: false };
        assert_eq!(bodies, [&message, &deletion, &edit]);
        assert!(history.refused.is_empty());
    }

    #[test]
    fn an_answer_in_a_thread_belongs_to_its_root_and_loses_the_copy_in_front() {
        let question = entry("$q", r#"{"msgtype": "m.notice", "body": "What worked?"}"#);
        let content = r#"{"msgtype": "m.text", "body": "> <@bot:x> What\n> worked?\n\nMobile registrars.", "m.relates_to": {"rel_type": "m.thread", "event_id": "$q", "m.in_reply_to": {"event_id": "$p"}}}"#;
        let history = read(export(&[question, entry("$1", content)]).as_bytes()).unwrap();
        let [asked, answer] = &history.events[..] else { panic!("two are expected") };
        assert!(asked.author.bot);
        let reply_to = Some(Target { id: "$q".into(), by_bot: true });
        assert_eq!(
            answer.body,
            Body::Message(Message { text: "Mobile registrars.".into(), reply_to, ..Message::default() })
        );
    }

    #[test]
    fn what_cannot_be_taken_is_named_by_line_and_the_rest_is_read() {
        let long = "x".repeat(65_537);
        let broken = [
            (entry("1", &text("a")), Reason::NoIdentifier("event_id", "1".into())),
            (entry("$2", r#"{"msgtype": "m.bad.encrypted", "body": "**"}"#), Reason::Undecrypted),
            (entry("$3", r#"{"msgtype": "m.text", "body": ["a"]}"#), Reason::NotText("body")),
            (entry("$4", r#"{"msgtype": "m.text"}"#), Reason::Missing("body")),
            (entry("$5", &text(&long)), Reason::TextTooLong),
            (entry("$6", &text("a")).replace("\": 5,", "\": \"soon\","), Reason::NotATimestamp("\"soon\"".into())),
            (entry("$7", &text("a")).replace("@a:x", "nobody"), Reason::NoIdentifier("sender", "nobody".into())),
            ("[]".to_owned(), Reason::NotAnObject),
        ];
        let mut entries: Vec<String> = broken.iter().map(|(entry, _)| entry.clone()).collect();
        entries.push(entry("$8", &text("kept")));
        let history = read(export(&entries).as_bytes()).unwrap();
        let expected: Vec<Refused> =
            broken.into_iter().zip(3..).map(|((_, reason), line)| Refused { line, reason }).collect();
        assert_eq!(history.refused, expected);
        assert_eq!(history.events.len(), 1);
    }

    #[test]
    fn a_file_that_breaks_off_gives_what_stands_before_and_says_where() {
        let whole = export(&[entry("$1", &text("kept")), entry("$2", &text("cut"))]);
        for end in whole.find("$2").unwrap()..whole.len() - 3 {
            let history = read(&whole.as_bytes()[..end]).unwrap();
            assert!(!history.events.is_empty(), "cut at {end}");
            let lines: Vec<usize> = history.refused.iter().map(|refused| refused.line).collect();
            assert!(matches!(lines[..], [4 | 5]), "cut at {end}: {:?}", history.refused);
        }
    }

    #[test]
    fn what_is_no_chat_export_is_refused_as_a_whole() {
        for file in ["", "[]", "{\"messages\": 3}", "{\"room_name\": \"R\"}", "no json", "{\"room_name\""] {
            assert!(matches!(read(file.as_bytes()), Err(FormatError::NoChatExport)), "{file}");
        }
    }
}
