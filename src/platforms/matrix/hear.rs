//! From what a homeserver sends to what the house hears.
//!
//! Events are read as plain JSON: what is not as it should be is passed over, whatever room version
//! or client it came from.

use super::known::About;
use super::session::is_refused;
use super::sync::{Silent, for_a_while};
use super::{Matrix, is_direct};
use crate::chat::sanitise::clean;
use crate::chat::{Author, Body, Event, File, FileRefusal, Message, Origin, Target};
use crate::model::{MINUTE, Platform, Time};
use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::{TimelineEvent, TimelineEventKind};
use matrix_sdk::ruma::events::AnyTimelineEvent;
use matrix_sdk::ruma::events::room::member::RoomMemberEventContent;
use matrix_sdk::ruma::serde::Raw as Json;
use matrix_sdk::ruma::{EventId, OwnedEventId, UserId};
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;
use std::sync::atomic::Ordering;

/// A clock may be so much ahead before its word on the time is not taken.
const AHEAD: Time = 10 * MINUTE;
/// When Matrix began, in September 2014: a clock that shows less was never set.
const BEGINNING: Time = 1_409_529_600_000;

/// The longest identifier, in bytes. <https://spec.matrix.org/latest/appendices/#common-identifier-format>
const LONGEST_ID: usize = 255;

/// The identifier of an event, as anybody may have written it. The library takes longer ones, on which a
/// homeserver may end the connection each time it is asked, and signs on which some fail.
pub(super) fn event_id(id: &str) -> Option<OwnedEventId> {
    let fits = id.len() <= LONGEST_ID && !id.contains(char::is_control);
    EventId::parse(id).ok().filter(|_| fits)
}

/// An event as it came, with what every event has.
pub(super) struct Raw {
    pub id: String,
    pub sender: String,
    pub kind: String,
    /// When it was written, as far as that can be believed.
    pub at: Time,
    pub content: Value,
    /// Whether it could not be decrypted.
    pub sealed: bool,
    whole: Value,
}

impl Raw {
    /// Reads an event that was asked for just now; nothing, where it has not even a sender.
    pub fn read(event: &TimelineEvent, now: Time) -> Option<Raw> {
        let sealed = matches!(event.kind, TimelineEventKind::UnableToDecrypt { .. });
        Raw::of(serde_json::from_str(event.raw().json().get()).ok()?, sealed, now)
    }

    /// Reads an event as the homeserver keeps it, encrypted where it is.
    pub fn read_json(event: &Json<AnyTimelineEvent>, now: Time) -> Option<Raw> {
        Raw::of(serde_json::from_str(event.json().get()).ok()?, false, now)
    }

    fn of(mut whole: Value, sealed: bool, now: Time) -> Option<Raw> {
        let text = |key: &str| whole.get(key).and_then(Value::as_str).map(str::to_owned);
        let (id, sender, kind) = (text("event_id")?, text("sender")?, text("type")?);
        let at = moment(&whole, now);
        let content = whole.get_mut("content").map(Value::take).unwrap_or_default();
        Some(Raw { id, sender, kind, at, content, sealed, whole })
    }

    /// A text in the content, by the names that lead to it.
    pub fn text(&self, path: &[&str]) -> Option<&str> {
        text(&self.content, path)
    }

    /// Whether it says something of the room and not in it.
    pub fn is_state(&self) -> bool {
        self.whole.get("state_key").is_some()
    }

    /// Of whom or what a state event speaks.
    pub fn state_key(&self) -> &str {
        self.whole.get("state_key").and_then(Value::as_str).unwrap_or_default()
    }

    /// A text in what the homeserver adds.
    pub fn unsigned(&self, path: &[&str]) -> Option<&str> {
        at(self.whole.get("unsigned")?, path)?.as_str()
    }

    /// Whether it was redacted.
    pub(super) fn is_gone(&self) -> bool {
        self.unsigned(&["redacted_because", "event_id"]).is_some()
    }

    /// The bot's own entry into a room, whatever it was there before.
    pub fn is_entry_of(&self, account: &str) -> bool {
        self.kind == "m.room.member"
            && self.state_key() == account
            && self.text(&["membership"]) == Some("join")
            && self.unsigned(&["prev_content", "membership"]) != Some("join")
    }

    /// The thread's root, where it stands in one.
    fn thread(&self) -> Option<&str> {
        let relates = self.content.get("m.relates_to")?;
        let root = (relates.get("rel_type")?.as_str()? == "m.thread").then(|| relates.get("event_id")?.as_str())??;
        event_id(root).map(|_| root)
    }

    /// The last change that its author made to it, as the homeserver has put it together.
    fn bundled(&self) -> Option<&Value> {
        let edit = at(self.whole.get("unsigned")?, &["m.relations", "m.replace"])?;
        (edit.get("sender")?.as_str()? == self.sender).then_some(edit)
    }

    /// What an edited message says now.
    fn newest(&self) -> Option<&Value> {
        at(self.bundled()?, &["content", "m.new_content"])
    }

    /// The event by which it was changed last.
    pub fn edit(&self) -> Option<Raw> {
        Raw::of(self.bundled()?.clone(), false, self.at)
    }
}

/// When an event was written, by the clock of its author's server; where that clock is far ahead or
/// was never set, by how old the homeserver says the event is. That stays the same however late it
/// is read, so that nothing from before a yes comes after it. A moment long ago is believed: a bridge
/// may bring what was said then.
fn moment(whole: &Value, now: Time) -> Time {
    let age = whole.get("unsigned").and_then(|unsigned| unsigned.get("age")?.as_i64());
    let counted = age.map(|age| now.saturating_sub(age)).filter(|at| (BEGINNING..=now).contains(at)).unwrap_or(now);
    let shown = whole.get("origin_server_ts").and_then(Value::as_i64);
    shown.filter(|at| (BEGINNING..=counted + AHEAD).contains(at)).unwrap_or(counted)
}

pub(super) fn at<'v>(value: &'v Value, path: &[&str]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, key| value.get(key))
}

/// A text in a value, by the names that lead to it.
pub(super) fn text<'v>(value: &'v Value, path: &[&str]) -> Option<&'v str> {
    at(value, path)?.as_str()
}

impl Matrix {
    /// What the house hears of an event; nothing, where it is none of its business.
    pub(super) async fn heard(&self, room: &Room, raw: &Raw, origin: Origin) -> Option<Event> {
        let thread = raw.thread().map(str::to_owned);
        self.known.remember(&raw.id, About { sender: raw.sender.clone(), thread });
        if raw.sender == self.own {
            return None;
        }
        let body = self.body(room, raw).await?;
        let notice = raw.kind == "m.room.message" && raw.text(&["msgtype"]) == Some("m.notice");
        let bot = notice || self.ignore.contains(&raw.sender);
        let author = Author { bot, ..Author::new(&raw.sender, self.name(room, &raw.sender).await) };
        Some(self.event(room, &raw.id, author, raw.at, origin, body))
    }

    /// Something that happened in a room.
    pub(super) fn event(&self, room: &Room, id: &str, author: Author, at: Time, origin: Origin, body: Body) -> Event {
        let (platform, direct) = (Platform::Matrix, is_direct(room));
        Event {
            platform,
            room: room.room_id().to_string(),
            direct,
            id: id.into(),
            author,
            at,
            origin,
            body,
            handle: None,
        }
    }

    async fn body(&self, room: &Room, raw: &Raw) -> Option<Body> {
        if raw.is_gone() && raw.kind != "m.room.member" {
            return None;
        }
        match raw.kind.as_str() {
            "m.room.member" => {
                let before = raw.unsigned(&["prev_content", "membership"]) == Some("join");
                let present = raw.text(&["membership"])? == "join";
                (before != present).then_some(Body::Membership { present })
            }
            // One that anybody may send in the room says nothing of it.
            "m.room.tombstone" if raw.is_state() && raw.state_key().is_empty() => {
                Some(Body::Moved { to: raw.text(&["replacement_room"])?.to_owned() })
            }
            _ if raw.is_state() => None,
            "m.room.encrypted" if raw.sealed => {
                let content = raw.content.as_object().is_some_and(|content| !content.is_empty());
                content.then_some(Body::Unreadable)
            }
            "m.room.message" if raw.text(&["m.relates_to", "rel_type"]) == Some("m.replace") => {
                let target = raw.text(&["m.relates_to", "event_id"])?.to_owned();
                // Homeservers do not all look whose message is changed.
                (self.asked(room, &target).await?.sender == raw.sender).then_some(())?;
                let (text, files) = self.said(at(&raw.content, &["m.new_content"])?).await?;
                let message = Message { files, ..Message::default() };
                // What its file says now is not known: what was said before stands, and its author is told.
                if message.is_incomplete() {
                    return Some(Body::Changed { target, version: format!("{} changed", raw.id) });
                }
                // The bot's name in front is no part of what is said to it.
                let own_name = self.name(room, &self.own).await;
                let named = at(&raw.content, &["m.new_content"]).is_some_and(|content| self.is_named(content));
                let (text, mention) = addressed(text, &self.own, &own_name, named);
                let text = message.with_files(&clean(text));
                Some(Body::Edit { target, version: raw.id.clone(), text, mention })
            }
            "m.room.message" => self.message(room, raw).await.map(Body::Message),
            "m.poll.start" | "org.matrix.msc3381.poll.start" => {
                let file = File { name: String::new(), text: Err(FileRefusal::Poll) };
                Some(Body::Message(Message { files: vec![file], ..Message::default() }))
            }
            "m.reaction" => {
                let target = raw.text(&["m.relates_to", "event_id"])?.to_owned();
                let mark = clean(raw.text(&["m.relates_to", "key"])?);
                let own = self.asked(room, &target).await?.sender == raw.sender;
                Some(Body::Reaction { target, mark, own })
            }
            "m.room.redaction" => {
                // Which of the two counts depends on the version of the room: where they differ, neither does.
                let (inside, beside) = (raw.text(&["redacts"]), raw.whole.get("redacts").and_then(Value::as_str));
                let target = inside.or(beside).filter(|target| beside.is_none_or(|beside| beside == *target))?;
                Some(Body::Deletion { target: target.to_owned() })
            }
            _ => None,
        }
    }

    async fn message(&self, room: &Room, raw: &Raw) -> Option<Message> {
        let newest = match raw.newest() {
            Some(newest) => self.said(newest).await,
            None => None,
        };
        let (text, files) = match newest {
            Some(said) => said,
            None => self.said(&raw.content).await?,
        };
        let replied = raw.text(&["m.relates_to", "m.in_reply_to", "event_id"]);
        let text = if replied.is_some() { without_fallback(text) } else { text };
        let reply_to = match (raw.thread(), replied) {
            (Some(root), replied) => {
                // In the thread of what the bot asked, everything is an answer to it.
                let root = self.target(room, root).await;
                match replied {
                    Some(replied) if !root.by_bot => Some(self.target(room, replied).await),
                    _ => Some(root),
                }
            }
            (None, Some(replied)) => Some(self.target(room, replied).await),
            (None, None) => None,
        };
        // Clients name whom they reply to: that is no word to the bot.
        let named = self.is_named(&raw.content) && !reply_to.as_ref().is_some_and(|target| target.by_bot);
        let own_name = self.name(room, &self.own).await;
        let (rest, spoken_to) = addressed(text, &self.own, &own_name, named);
        let mention = named || spoken_to;
        let named = linked(raw.text(&["formatted_body"]).unwrap_or_default());
        Some(Message { text: clean(rest), reply_to, mention, files, named })
    }

    /// Whether a message's content names the bot.
    fn is_named(&self, content: &Value) -> bool {
        let named = at(content, &["m.mentions", "user_ids"]).and_then(Value::as_array);
        named.is_some_and(|ids| ids.iter().any(|id| id.as_str() == Some(&self.own)))
    }

    /// The text of a message's content, and what came with it.
    async fn said<'c>(&self, content: &'c Value) -> Option<(&'c str, Vec<File>)> {
        let (kind, body) = (text(content, &["msgtype"])?, text(content, &["body"])?);
        match kind {
            "m.text" | "m.notice" | "m.emote" => Some((body, Vec::new())),
            "m.file" | "m.image" | "m.audio" | "m.video" => {
                let name = text(content, &["filename"]);
                // With a name of its own, what stands beside the file is what people say of it.
                let caption = if name.is_some_and(|name| name != body) { body } else { "" };
                Some((caption, vec![self.file(content, kind, clean(name.unwrap_or(body))).await]))
            }
            _ => None,
        }
    }

    async fn target(&self, room: &Room, id: &str) -> Target {
        let by_bot = self.asked(room, id).await.is_some_and(|about| about.sender == self.own);
        Target { id: id.to_owned(), by_bot }
    }

    /// Who wrote an event. Where the homeserver fails to say so, what is about it is in doubt.
    async fn asked(&self, room: &Room, id: &str) -> Option<About> {
        let about = for_a_while(|| self.about(room, id)).await;
        if let Err(Silent::Fails) = about {
            self.doubtful.store(true, Ordering::Relaxed);
        }
        about.ok()?
    }

    /// Who wrote an event: as it passed by, or as the homeserver says. Nothing, where it knows none.
    pub(super) async fn about(&self, room: &Room, id: &str) -> Result<Option<About>, matrix_sdk::Error> {
        if let Some(about) = self.known.get(id) {
            return Ok(Some(about));
        }
        let Some(event_id) = event_id(id) else { return Ok(None) };
        let event = match room.event(&event_id, None).await {
            Err(error) if is_refused(&error) => return Ok(None),
            event => event?,
        };
        let about = Raw::read(&event, self.now())
            .map(|raw| About { thread: raw.thread().map(str::to_owned), sender: raw.sender });
        if let Some(about) = &about {
            self.known.remember(id, about.clone());
        }
        Ok(about)
    }

    /// The name that others see in the room.
    async fn name(&self, room: &Room, account: &str) -> String {
        if let Some(name) = self.names.get(room.room_id().as_str(), account) {
            return name;
        }
        let local = account.trim_start_matches('@').split(':').next().unwrap_or_default();
        let Ok(id) = UserId::parse(account) else { return local.to_owned() };
        // One look into the library's store, where all that it knows of a member takes six. Whoever is
        // not known in the room yet may be in a moment.
        let event = room.get_state_event_static_for_key::<RoomMemberEventContent, UserId>(&id).await.ok().flatten();
        let Some(member) = event.and_then(|event| event.deserialize().ok()) else { return local.to_owned() };
        let name = member.displayname_value().map_or_else(|| local.to_owned(), clean);
        self.names.remember(room.room_id().as_str(), account, &name);
        name
    }
}

/// A reply without the words that it replies to, which older clients put in front of it.
fn without_fallback(text: &str) -> &str {
    if !text.starts_with("> <") && !text.starts_with("> * <") {
        return text;
    }
    let mut rest = text;
    while rest.starts_with('>') {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    rest.trim_start_matches('\n')
}

/// Whom the formatted twin of a text links to: their names, and their accounts.
fn linked(html: &str) -> Vec<(String, String)> {
    static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let link = r#"<a href="https://matrix\.to/#/(?<account>@[^"?/]+)"[^>]*>(?<name>[^<]+)</a>"#;
        Regex::new(link).ok()
    });
    let links = LINK.iter().flat_map(|link| link.captures_iter(html));
    links.map(|link| (clean(&link["name"]), link["account"].to_owned())).collect()
}

/// A text without the bot's name in front of it, and whether it stood there: `gcm-talks: help`,
/// `@gcm-talks:example.org help`, or a link to the account with its name.
fn addressed<'t>(text: &'t str, account: &str, name: &str, named: bool) -> (&'t str, bool) {
    let text = text.trim_start();
    let local = account.trim_start_matches('@').split(':').next().unwrap_or_default();
    let link = text.strip_prefix('[').and_then(|rest| rest.split_once("](https://matrix.to/#/"));
    if let Some(rest) = link.and_then(|(_, rest)| rest.split_once(')')).filter(|(id, _)| *id == account) {
        return (after_name(rest.1), true);
    }
    for word in [account, name, local] {
        let bare = text.strip_prefix('@').filter(|_| !word.starts_with('@')).unwrap_or(text);
        let Some(rest) = starts_with(bare, word) else { continue };
        let marked = rest.starts_with([':', ',']) || word == account || bare.len() < text.len();
        let ends = rest.is_empty() || rest.starts_with([':', ',', ' ', '\n']);
        if ends && (marked || named) {
            return (after_name(rest), true);
        }
    }
    (text, false)
}

/// What follows a word, whatever its case.
fn starts_with<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(word.len()).filter(|_| !word.is_empty())?;
    (start.to_lowercase() == word.to_lowercase()).then_some(rest)
}

fn after_name(rest: &str) -> &str {
    rest.trim_start_matches([':', ',']).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_replied_to_are_nobodys_contribution() {
        for (body, said) in [
            ("> <@amina:example.org> Fees are too high\n> and rising\n\nI agree", "I agree"),
            ("> * <@amina:example.org> waves\n\nhello", "hello"),
            ("> <@a:x> > <@b:y> nested\n> more\n\n> a quotation of my own", "> a quotation of my own"),
            ("> <@a:x> nothing follows", ""),
            ("> my own quotation\n\nand words", "> my own quotation\n\nand words"),
            ("plain", "plain"),
        ] {
            assert_eq!(without_fallback(body), said, "{body}");
        }
    }

    #[test]
    fn who_is_linked_to_is_named() {
        let mona = r#"<a href="https://matrix.to/#/@mona:example.org">Mona M.</a>"#;
        let html = format!(r#"roles grant moderator {mona} <a href="https://example.org">help</a>"#);
        assert_eq!(linked(&html), [("Mona M.".to_owned(), "@mona:example.org".to_owned())]);
    }

    #[test]
    fn the_bot_is_addressed_by_its_name_in_front() {
        let (account, name) = ("@gcm-talks:example.org", "GCM Talks");
        for (text, named, expected) in [
            ("gcm-talks: help", false, ("help", true)),
            ("GCM Talks: help", false, ("help", true)),
            ("gcm talks help", true, ("help", true)),
            ("@gcm-talks help", false, ("help", true)),
            ("@gcm-talks:example.org: join", false, ("join", true)),
            ("[GCM Talks](https://matrix.to/#/@gcm-talks:example.org) help", false, ("help", true)),
            (
                "[GCM Talks](https://matrix.to/#/@else:example.org) help",
                false,
                ("[GCM Talks](https://matrix.to/#/@else:example.org) help", false),
            ),
            ("gcm-talks is useful", false, ("gcm-talks is useful", false)),
            ("gcm-talkshow", true, ("gcm-talkshow", false)),
            ("", false, ("", false)),
        ] {
            assert_eq!(addressed(text, account, name, named), expected, "{text}");
        }
    }

    fn raw(json: Value) -> Option<Raw> {
        Raw::of(json, false, NOW)
    }

    const NOW: Time = 1_800_000_000_000;

    #[test]
    fn a_clock_is_believed_unless_it_is_far_ahead_or_was_never_set() {
        let (aged, written) = (NOW - 5 * MINUTE, NOW - 100 * MINUTE);
        for (shown, age, at) in [
            (Some(written), Some(5 * MINUTE), written),
            (Some(aged + AHEAD), Some(5 * MINUTE), aged + AHEAD),
            (Some(aged + AHEAD + 1), Some(5 * MINUTE), aged),
            (Some(i64::MAX), Some(5 * MINUTE), aged),
            (Some(0), Some(5 * MINUTE), aged),
            (Some(i64::MIN), Some(5 * MINUTE), aged),
            (None, Some(5 * MINUTE), aged),
            (Some(0), Some(-1), NOW),
            (Some(0), Some(i64::MAX), NOW),
            (Some(0), Some(i64::MIN), NOW),
            (Some(i64::MAX), None, NOW),
            (Some(written), None, written),
        ] {
            let event = serde_json::json!({"origin_server_ts": shown, "unsigned": {"age": age}});
            assert_eq!(moment(&event, NOW), at, "{event}");
        }
    }

    #[test]
    fn what_has_no_sender_is_passed_over_and_odd_content_is_read_as_it_is() {
        assert!(raw(serde_json::json!({"type": "m.room.message", "event_id": "$1"})).is_none());
        assert!(raw(serde_json::json!("text")).is_none());
        let odd = serde_json::json!({"event_id": "$1", "sender": "@a:x", "type": "m.room.message", "content": 7,
            "origin_server_ts": "later", "unsigned": {"m.relations": []}});
        let odd = raw(odd).unwrap();
        assert_eq!((odd.at, odd.text(&["body"]), odd.newest(), odd.thread()), (NOW, None, None, None));
    }

    #[test]
    fn an_edit_that_someone_else_made_is_not_the_newest_text() {
        let event = |editor: &str| {
            raw(serde_json::json!({"event_id": "$1", "sender": "@a:x", "type": "m.room.message", "content": {},
                "unsigned": {"m.relations": {"m.replace": {"sender": editor, "content": {"m.new_content": {"body": "new"}}}}}}))
            .unwrap()
        };
        assert_eq!(event("@a:x").newest().and_then(|new| text(new, &["body"])), Some("new"));
        assert_eq!(event("@b:x").newest(), None);
    }
}
