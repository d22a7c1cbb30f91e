//! A channel's history as DiscordChatExporter writes it (format JSON): the messages as they stand now,
//! with Discord's own identifiers. They become what the bot would have heard, so that each is judged
//! by its own time and what the bot heard itself is not doubled.
//!
//! <https://github.com/Tyrrrz/DiscordChatExporter>

use super::history::{History, Walk};
use super::{FormatError, Reason, moment, shown};
use crate::chat::sanitise::{MAX_TEXT, clean};
use crate::chat::{Author, Body, Event, Message, Origin, Target};
use crate::model::{Platform, Time};
use serde_json::Value;
use std::collections::HashSet;

/// The signs by which authors take back what they wrote.
const TAKEN_BACK: [char; 2] = ['❌', '✖'];

/// Where a channel's messages belong.
struct Place {
    /// The room's address.
    room: String,
    /// What stands before a message's identifier: the thread, where it is no room itself.
    before: String,
}

/// Reads a file. `is_bound` says which channels are rooms: a thread that is none belongs to the room
/// of the channel below which it stands.
///
/// # Errors
/// It is no export of a channel.
pub fn read(bytes: &[u8], is_bound: impl Fn(&str) -> bool) -> Result<History, FormatError> {
    let mut walk = Walk::of(bytes)?;
    let about = walk.reach_messages().ok_or(FormatError::NoDiscordExport)?;
    let channel = about.get("channel").unwrap_or(&Value::Null);
    let own = identifier(channel, "id").map_err(|_| FormatError::NoDiscordExport)?;
    let is_thread = channel
        .get("type")
        .and_then(Value::as_str)
        .is_some_and(|kind| kind.ends_with("Thread") && !kind.contains("Private"));
    // What the exporter calls a category is the channel above.
    let above = identifier(channel, "categoryId").ok().filter(|above| is_thread && is_bound(above));
    let place = match above {
        Some(room) if !is_bound(&own) => Place { room, before: format!("{own}/") },
        _ => Place { room: own, before: String::new() },
    };
    let mut history = History::default();
    let mut of_programs = HashSet::new();
    walk.messages(&mut history, |value, history| message(value, &place, &mut of_programs, history));
    history.events.sort_by_key(|event| event.at);
    Ok(history)
}

/// What one entry of the export says: a message with what became of it.
fn message(
    value: &Value,
    place: &Place,
    of_programs: &mut HashSet<String>,
    history: &mut History,
) -> Result<(), Reason> {
    if !value.is_object() {
        return Err(Reason::NotAnObject);
    }
    let id = identifier(value, "id")?;
    let author = value.get("author").ok_or(Reason::Missing("author"))?;
    let sender = identifier(author, "id")?;
    if author.get("isBot").and_then(Value::as_bool).unwrap_or_default() {
        // A webhook counts as a program too.
        of_programs.insert(id);
        return Ok(());
    }
    let kind = value.get("type").and_then(Value::as_str).unwrap_or_default();
    // Everything else is a note of Discord's own: who came, what was pinned.
    if !matches!(kind, "Default" | "Reply") {
        return Ok(());
    }
    let at = time(value, "timestamp")?.ok_or(Reason::Missing("timestamp"))?;
    let edited = time(value, "timestampEdited")?;
    let files = value.get("attachments").and_then(Value::as_array).into_iter().flatten();
    history.files.extend(files.filter_map(|file| Some(shown(file.get("fileName")?.as_str()?))));
    let text = value.get("content").ok_or(Reason::Missing("content"))?;
    let text = text.as_str().ok_or(Reason::NotText("content"))?;
    if text.len() > MAX_TEXT {
        return Err(Reason::TextTooLong);
    }
    let text = clean(text).trim().to_owned();
    let target = format!("{}{id}", place.before);
    let mut heard = |id: String, at: Time, body: Body| {
        let author = Author::new(&sender, &sender);
        let (platform, room, origin) = (Platform::Discord, place.room.clone(), Origin::Import);
        history.events.push(Event { platform, room, direct: false, id, author, at, origin, body, handle: None });
    };
    if took_back(value, &sender) {
        // It does not come in, and what of it is on the record goes.
        let [mark, _] = TAKEN_BACK.map(String::from);
        let id = format!("{target}/{mark}");
        heard(id, edited.unwrap_or(at), Body::Reaction { target, mark, own: true });
        return Ok(());
    }
    if text.is_empty() {
        history.wordless += 1;
        return Ok(());
    }
    if speaks_to_program(value, &text) {
        history.to_programs += 1;
        return Ok(());
    }
    let replied = value.get("reference").filter(|_| kind == "Reply");
    let reply_to = replied
        .and_then(|to| identifier(to, "messageId").ok())
        .map(|replied| Target { by_bot: of_programs.contains(&replied), id: format!("{}{replied}", place.before) });
    heard(target.clone(), at, Body::Message(Message { text: text.clone(), reply_to, ..Message::default() }));
    if let Some(edited) = edited {
        let version = edited.to_string();
        let id = format!("{target} edited {version}");
        heard(id, edited, Body::Edit { target: target.clone(), version, text, mention: false });
    }
    Ok(())
}

/// Whether a message begins with the name of a program: what it says is for that one to do. Of which,
/// the file does not tell.
fn speaks_to_program(value: &Value, text: &str) -> bool {
    let Some(rest) = text.strip_prefix('@') else { return false };
    let mentions = value.get("mentions").and_then(Value::as_array).into_iter().flatten();
    let mut programs = mentions.filter(|user| user.get("isBot").and_then(Value::as_bool).unwrap_or_default());
    programs.any(|user| {
        let names = ["nickname", "name"].into_iter().filter_map(|key| user.get(key)?.as_str());
        names.filter(|name| !name.is_empty()).any(|name| rest.starts_with(name))
    })
}

/// Whether its author put on a message that it is taken back.
fn took_back(value: &Value, author: &str) -> bool {
    let reactions = value.get("reactions").and_then(Value::as_array).into_iter().flatten();
    let is_sign =
        |emoji: &Value| emoji.get("name").and_then(Value::as_str).is_some_and(|name| name.starts_with(TAKEN_BACK));
    let mut signs = reactions.filter(|reaction| reaction.get("emoji").is_some_and(is_sign));
    signs.any(|reaction| {
        let mut users = reaction.get("users").and_then(Value::as_array).into_iter().flatten();
        users.any(|user| user.get("id").and_then(Value::as_str) == Some(author))
    })
}

/// An identifier of Discord: a number, as text.
fn identifier(of: &Value, key: &'static str) -> Result<String, Reason> {
    match of.get(key) {
        None | Some(Value::Null) => Err(Reason::Missing(key)),
        Some(Value::String(id)) if id.parse::<u64>().is_ok_and(|id| id > 0) => Ok(id.clone()),
        Some(other) => Err(Reason::NoIdentifier(key, shown(&other.to_string()))),
    }
}

/// A moment; none, where there is none.
fn time(of: &Value, key: &'static str) -> Result<Option<Time>, Reason> {
    match of.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => moment(text).map(Some),
        Some(_) => Err(Reason::NotText(key)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::Refused;

    fn entry(id: &str, more: &str) -> String {
        format!(
            r#"{{"id": "{id}", "type": "Default", "timestamp": "2027-01-15T08:10:00.123+00:00", "author": {{"id": "11", "isBot": false}}, "content": "a"{more}}}"#
        )
    }

    fn export(channel: &str, entries: &[String]) -> String {
        let guild = r#""guild": {"id": "5", "name": "Invented"}"#;
        format!(
            "{{{guild}, \"channel\": {channel},\n\"messages\": [\n{}\n], \"messageCount\": 1}}",
            entries.join(",\n")
        )
    }

    const CHANNEL: &str = r#"{"id": "7", "type": "GuildTextChat", "categoryId": "6"}"#;
    const THREAD: &str = r#"{"id": "8", "type": "GuildPublicThread", "categoryId": "7"}"#;

    fn bodies(history: &History) -> Vec<(String, Body)> {
        history.events.iter().map(|event| (event.id.clone(), event.body.clone())).collect()
    }

    #[test]
    fn a_message_comes_as_it_was_written_changed_and_taken_back() {
        let edited = r#", "timestampEdited": "2027-01-15T09:20:00.5+01:00""#;
        let gone = r#", "reactions": [{"emoji": {"name": "❌"}, "count": 1, "users": [{"id": "11"}]}]"#;
        let entries = [entry("21", edited), entry("22", gone)];
        let history = read(export(CHANNEL, &entries).as_bytes(), |_| true).unwrap();
        let at = 1_800_000_600_123;
        let edited = 1_800_001_200_500;
        let message = Body::Message(Message { text: "a".into(), ..Message::default() });
        let edit = Body::Edit { target: "21".into(), version: edited.to_string(), text: "a".into(), mention: false };
        let back = Body::Reaction { target: "22".into(), mark: "❌".into(), own: true };
        let expected = [("21".to_owned(), message), ("22/❌".to_owned(), back), (format!("21 edited {edited}"), edit)];
        assert_eq!(bodies(&history), expected);
        assert_eq!(history.events.iter().map(|event| event.at).collect::<Vec<_>>(), [at, at, edited]);
        assert!(history.events.iter().all(|event| event.room == "7" && event.author.id == "11"));
        // The sign of someone else says nothing.
        let other = r#", "reactions": [{"emoji": {"name": "❌"}, "count": 1, "users": [{"id": "12"}]}]"#;
        assert_eq!(read(export(CHANNEL, &[entry("21", other)]).as_bytes(), |_| true).unwrap().events.len(), 1);
    }

    #[test]
    fn a_thread_belongs_to_the_room_below_which_it_stands_or_to_itself() {
        let file = export(THREAD, &[entry("21", "")]);
        let above = read(file.as_bytes(), |channel| channel == "7").unwrap();
        assert_eq!((above.events[0].room.as_str(), above.events[0].id.as_str()), ("7", "8/21"));
        for bound in [&["7", "8"][..], &[]] {
            let own = read(file.as_bytes(), |channel| bound.contains(&channel)).unwrap();
            assert_eq!((own.events[0].room.as_str(), own.events[0].id.as_str()), ("8", "21"));
        }
    }

    #[test]
    fn programs_and_notes_of_discord_are_passed_over() {
        let bot = entry("21", "").replace("false", "true");
        let pinned = entry("22", "").replace("Default", "ChannelPinnedMessage");
        let answer = entry("23", r#", "reference": {"messageId": "21", "channelId": "7"}"#).replace("Default", "Reply");
        let command = entry("24", r#", "mentions": [{"id": "9", "nickname": "GCM Talks", "isBot": true}]"#)
            .replace(r#""content": "a""#, r#""content": "@GCM Talks help""#);
        let picture = entry("25", r#", "attachments": [{"id": "1", "fileName": "market.png"}]"#)
            .replace(r#""content": "a""#, r#""content": """#);
        let history = read(export(CHANNEL, &[bot, pinned, answer, command, picture]).as_bytes(), |_| true).unwrap();
        let reply_to = Some(Target { id: "21".into(), by_bot: true });
        let message = Body::Message(Message { text: "a".into(), reply_to, ..Message::default() });
        assert_eq!(bodies(&history), [("23".to_owned(), message)]);
        assert_eq!((history.to_programs, history.wordless), (1, 1));
        assert_eq!(history.files.iter().collect::<Vec<_>>(), ["market.png"]);
    }

    #[test]
    fn what_cannot_be_taken_is_named_by_line_and_the_rest_is_read() {
        let long = "x".repeat(65_537);
        let broken = [
            (entry("x", ""), Reason::NoIdentifier("id", "\"x\"".into())),
            (entry("0", ""), Reason::NoIdentifier("id", "\"0\"".into())),
            (entry("21", "").replace("\"11\"", "11"), Reason::NoIdentifier("id", "11".into())),
            (entry("22", "").replace("\"author\"", "\"writer\""), Reason::Missing("author")),
            (entry("23", "").replace("2027-01", "2027-21"), Reason::NotADate("2027-21-15T08:10:00.123+00:00".into())),
            (entry("24", "").replace("\"timestamp\"", "\"when\""), Reason::Missing("timestamp")),
            (entry("25", r#", "timestampEdited": 7"#), Reason::NotText("timestampEdited")),
            (entry("26", "").replace(r#""content": "a""#, r#""content": ["a"]"#), Reason::NotText("content")),
            (entry("27", "").replace("\"content\"", "\"text\""), Reason::Missing("content")),
            (entry("28", "").replace(r#""content": "a""#, &format!("\"content\": \"{long}\"")), Reason::TextTooLong),
            ("[]".to_owned(), Reason::NotAnObject),
        ];
        let mut entries: Vec<String> = broken.iter().map(|(entry, _)| entry.clone()).collect();
        entries.push(entry("29", ""));
        let history = read(export(CHANNEL, &entries).as_bytes(), |_| true).unwrap();
        let expected: Vec<Refused> =
            broken.into_iter().zip(3..).map(|((_, reason), line)| Refused { line, reason }).collect();
        assert_eq!(history.refused, expected);
        assert_eq!(history.events.len(), 1);
    }

    #[test]
    fn what_is_no_export_of_a_channel_is_refused_as_a_whole() {
        let other = [
            "",
            "[]",
            "no json",
            r#"{"messages": []}"#,
            r#"{"channel": {"id": 7}, "messages": []}"#,
            r#"{"channel": {"id": "seven"}, "messages": []}"#,
            r#"{"channel": {"id": "7"}}"#,
        ];
        for file in other {
            assert!(matches!(read(file.as_bytes(), |_| true), Err(FormatError::NoDiscordExport)), "{file}");
        }
    }
}
