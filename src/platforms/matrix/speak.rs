//! What the outbox asks, done once: with a transaction identifier that the homeserver knows again,
//! and a mark in the event by which it is found in the room's history when the homeserver may not.

use super::hear::{Raw, event_id};
use super::history::page_back;
use super::session::is_refused;
use super::sync::asked_pause;
use super::{Matrix, is_direct};
use crate::chat::{
    Action, Attachment, Author, Body, Delivered, Document, Event, HistoryQuery, Origin, Outgoing, PlatformPort,
    SendError, Sending, To, render,
};
use crate::model::{HOUR, MINUTE, Platform, SECOND, Time};
use matrix_sdk::room::{IncludeRelations, RelationsOptions};
use matrix_sdk::ruma::api::error::ErrorKind;
use matrix_sdk::ruma::events::relation::RelationType;
use matrix_sdk::ruma::events::room::pinned_events::RoomPinnedEventsEventContent;
use matrix_sdk::ruma::{EventId, OwnedEventId, OwnedServerName, OwnedTransactionId, RoomId, UserId};
use matrix_sdk::{Room, RoomMemberships, RoomState};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// The key of the mark in an event's content.
const MARK: &str = "org.gcm-talks.mark";
/// How many bytes a post's two texts may take together: encrypting makes a third more of them, and
/// an event holds 65,536.
const POST_LIMIT: usize = 44_000;
/// For how long a homeserver surely knows a transaction again.
const KNOWN_AGAIN: Time = 23 * HOUR;
/// So long before a try its clock may have stood.
const SKEW: Time = 10 * MINUTE;
/// When to try again what failed without a word on when.
const LATER: i64 = 5 * SECOND;
/// Of so many homeservers at most the way into a room is asked.
const ASKED: usize = 20;
/// How long a room may take to come back from the homeserver after the bot entered.
const ECHO: Duration = Duration::from_secs(10);

impl PlatformPort for Matrix {
    fn platform(&self) -> Platform {
        Platform::Matrix
    }

    fn side_by_side(&self) -> bool {
        true
    }

    fn post_limit(&self) -> usize {
        POST_LIMIT
    }

    fn size_of(&self, document: &Document) -> usize {
        let written = |text: String| Value::String(text).to_string().len();
        written(render::plain(document)) + written(render::html(document))
    }

    fn send<'a>(&'a self, mark: i64, outgoing: &'a Outgoing, tried_before: Option<Time>) -> Sending<'a> {
        Box::pin(async move { self.deliver(mark, outgoing, tried_before).await })
    }
}

impl Matrix {
    async fn deliver(&self, mark: i64, outgoing: &Outgoing, tried: Option<Time>) -> Result<Delivered, SendError> {
        // A device that does not know its rooms yet would begin new conversations, and give up what is
        // for a room.
        if !self.settled.load(Ordering::Relaxed) {
            return Err(SendError::Later { after: SECOND, reason: "nothing was heard from the homeserver yet".into() });
        }
        if let (Action::Enter | Action::Leave, To::Room(address)) = (&outgoing.action, &outgoing.to) {
            return self.enter_or_leave(address, &outgoing.action).await;
        }
        if let Action::Arrange { space, owner } = &outgoing.action {
            self.arrange(space, owner.as_deref()).await?;
            return Ok(Delivered { event: None, heard: Vec::new() });
        }
        if let (Action::Make(room), To::Room(key)) = (&outgoing.action, &outgoing.to) {
            let made = Body::Moved { to: self.make(key, room).await?.to_string() };
            return Ok(Delivered { event: None, heard: vec![self.told_by_homeserver(key, "made", made)] });
        }
        let room = match (&outgoing.to.otherwise(), &outgoing.action) {
            (To::Room(address), _) => self.room(address),
            (_, Action::Redact { target }) if let Some((address, _)) = said_in(target) => self.room(address),
            (To::Person { account, .. } | To::Answer { account, .. }, Action::Post { .. }) => {
                Some(self.direct(account).await?)
            }
            (To::Person { account, .. } | To::Answer { account, .. }, _) => self.find_direct(account).await?,
        };
        let room = room.ok_or_else(|| never("the bot does not know this room"))?;
        let heard = |heard: Vec<_>| Ok(Delivered { event: None, heard });
        match &outgoing.action {
            Action::ReadHistory(query) => return heard(vec![self.found(&room, query).await?]),
            // What is said there next, the card above all, waits until it is known who can read it.
            Action::Probe => {
                return match self.learned(&room).await {
                    None if tried.is_none_or(|tried| self.now() - tried < MINUTE) => Err(SendError::Later {
                        after: SECOND,
                        reason: "what holds in the room has not come yet".into(),
                    }),
                    learned => heard(learned.into_iter().collect()),
                };
            }
            _ => {}
        }
        if room.state() != RoomState::Joined {
            return Err(never("the bot is not in this room"));
        }
        let event = match &outgoing.action {
            Action::Post { document, reply_to, pin, files } => {
                let content = self.content(&room, outgoing, document, reply_to.as_deref()).await?;
                let event = self.post(&room, mark.to_string(), content, tried).await?;
                for (n, file) in files.iter().enumerate() {
                    self.hand_over(&room, format!("{mark}/{n}"), file, tried).await?;
                }
                if *pin && let Err(error) = set_pin(&room, &event, true).await {
                    // The room's check says that the bot may not: the post stands unpinned.
                    self.waited_for(&error)?;
                }
                // A person's conversation may be another by the time when it is taken back.
                Some(match outgoing.to.otherwise() {
                    To::Room(_) => event.to_string(),
                    _ => format!("{}/{event}", room.room_id()),
                })
            }
            Action::Redact { target } => {
                let event = said_in(target).map_or(target.as_str(), |(_, event)| event);
                self.take_back(&room, event, mark).await?;
                None
            }
            Action::React { target, mark: key } => {
                let relates = json!({"rel_type": "m.annotation", "event_id": target, "key": key});
                let sent = room
                    .send_raw("m.reaction", json!({"m.relates_to": relates}))
                    .with_transaction_id(&transaction(mark));
                match sent.await {
                    // It stands there already.
                    Err(e) if matches!(e.client_api_error_kind(), Some(ErrorKind::DuplicateAnnotation)) => None,
                    sent => Some(sent.map_err(|error| trouble(&error))?.response.event_id.to_string()),
                }
            }
            Action::Invite { account } => {
                let person = UserId::parse(account).map_err(|_| never("this is no account"))?;
                match room.invite_user_by_id(&person).await {
                    // They are there already, or want no invitations.
                    Err(e) if matches!(e.client_api_error_kind(), Some(ErrorKind::Forbidden)) => None,
                    asked => asked.map(|()| None).map_err(|error| trouble(&error))?,
                }
            }
            Action::Amend { .. } => return Err(never("what stands on Matrix stays readable")),
            Action::ReadHistory(_)
            | Action::Probe
            | Action::Enter
            | Action::Leave
            | Action::Make(_)
            | Action::Arrange { .. } => None,
        };
        Ok(Delivered { event, heard: Vec::new() })
    }

    /// What a post holds. What is said to one person is a message, since clients let notices pass in
    /// silence; what is said to a room is a notice, which no program answers.
    async fn content(
        &self,
        room: &Room,
        outgoing: &Outgoing,
        document: &Document,
        reply_to: Option<&str>,
    ) -> Result<Value, SendError> {
        let direct = matches!(outgoing.to, To::Person { .. }) || is_direct(room);
        let personal = direct || reply_to.is_some();
        let mut content = json!({
            "msgtype": if personal { "m.text" } else { "m.notice" },
            "body": render::plain(document),
            "format": "org.matrix.custom.html",
            "formatted_body": render::html(document),
            "m.mentions": {},
        });
        let Some(target) = reply_to else { return Ok(content) };
        let about = self.about(room, target).await.map_err(|error| trouble(&error))?;
        let reply = json!({"event_id": target});
        let relates = match about.as_ref().and_then(|about| about.thread.as_ref()) {
            Some(root) => Some(json!({
                "rel_type": "m.thread", "event_id": root, "is_falling_back": direct, "m.in_reply_to": reply,
            })),
            None => (!direct).then(|| json!({"m.in_reply_to": reply})),
        };
        if let Some(relates) = relates {
            content["m.relates_to"] = relates;
        }
        if let Some(about) = about.filter(|_| !direct) {
            content["m.mentions"] = json!({"user_ids": [about.sender]});
        }
        Ok(content)
    }

    /// Sends a message with its mark, unless it stands there already.
    async fn post(
        &self,
        room: &Room,
        mark: String,
        mut content: Value,
        tried: Option<Time>,
    ) -> Result<OwnedEventId, SendError> {
        if let Some(tried) = tried.filter(|tried| *tried < self.since || self.now() - tried > KNOWN_AGAIN)
            && let Some(event) = self.marked(room, &mark, tried).await?
        {
            return Ok(event);
        }
        content[MARK] = Value::String(mark.clone());
        let sent = room.send_raw("m.room.message", content).with_transaction_id(&transaction(mark)).await;
        Ok(sent.map_err(|error| trouble(&error))?.response.event_id)
    }

    /// The bot's own event with this mark since shortly before a moment.
    async fn marked(&self, room: &Room, mark: &str, tried: Time) -> Result<Option<OwnedEventId>, SendError> {
        let history = page_back(self, room, None, None, tried - SKEW).await.map_err(|error| trouble(&error))?;
        let own = history.into_iter().filter(|raw| raw.sender == self.own);
        let found = own.filter(|raw| raw.text(&[MARK]) == Some(mark)).last();
        Ok(found.and_then(|raw| EventId::parse(raw.id).ok()))
    }

    /// Hands over a file.
    async fn hand_over(
        &self,
        room: &Room,
        mark: String,
        file: &Attachment,
        tried: Option<Time>,
    ) -> Result<(), SendError> {
        let bytes = file.text.clone().into_bytes();
        let mut content = json!({
            "msgtype": "m.file",
            "body": file.name,
            "filename": file.name,
            "info": {"mimetype": "text/plain", "size": bytes.len()},
        });
        let encrypted = room.latest_encryption_state().await.map_err(|error| trouble(&error))?.is_encrypted();
        if encrypted {
            let sealed = self.client.upload_encrypted_file(&mut Cursor::new(bytes)).await;
            content["file"] = json!(sealed.map_err(|error| trouble(&error))?);
        } else {
            let mime = "text/plain".parse().map_err(|_| never("this is no kind of file"))?;
            let uploaded = self.client.media().upload(&mime, bytes, None).await;
            content["url"] = json!(uploaded.map_err(|error| trouble(&error))?.content_uri);
        }
        self.post(room, mark, content, tried).await.map(|_| ())
    }

    /// Takes back an event and every replacement of it: a replaced event stays readable.
    async fn take_back(&self, room: &Room, target: &str, mark: i64) -> Result<(), SendError> {
        let event = EventId::parse(target).map_err(|_| never("this is no event"))?;
        let include_relations = IncludeRelations::RelationsOfType(RelationType::Replacement);
        let options = RelationsOptions { include_relations, limit: Some(100u32.into()), ..RelationsOptions::default() };
        let replaced = match room.relations(event.clone(), options).await {
            Ok(relations) => relations.chunk.iter().filter_map(|event| Raw::read(event, self.now())).collect(),
            Err(error) => {
                self.waited_for(&error)?;
                Vec::new()
            }
        };
        let own = replaced.iter().filter(|raw| raw.sender == self.own).filter_map(|raw| EventId::parse(&raw.id).ok());
        for (n, event) in own.chain([event.clone()]).enumerate() {
            match room.redact(&event, None, Some(transaction(format!("{mark}/{n}")))).await {
                Err(e) if matches!(e.client_api_error_kind(), Some(ErrorKind::NotFound)) => {}
                redacted => {
                    redacted.map_err(|error| trouble(&error.into()))?;
                }
            }
        }
        match set_pin(room, &event, false).await {
            Err(error) => self.waited_for(&error),
            Ok(()) => Ok(()),
        }
    }

    /// Enters a room, or leaves it; what is done already is done.
    async fn enter_or_leave(&self, address: &str, action: &Action) -> Result<Delivered, SendError> {
        let id = RoomId::parse(address).map_err(|_| never("this is no room"))?;
        let known = self.client.get_room(&id);
        let state = known.as_ref().map(|room| room.state());
        match (action, known) {
            (Action::Enter, _) if state != Some(RoomState::Joined) => {
                self.enter(&id).await.map_err(|error| trouble(&error))?;
                // What is said next needs to know whether the room is encrypted.
                let _ = tokio::time::timeout(ECHO, self.client.await_room_remote_echo(&id)).await;
            }
            (Action::Leave, Some(room)) if matches!(state, Some(RoomState::Joined | RoomState::Invited)) => {
                room.leave().await.map_err(|error| trouble(&error))?;
            }
            _ => {}
        }
        Ok(Delivered { event: None, heard: Vec::new() })
    }

    /// Enters a room; where it lets in only whom it is asked by, asks it.
    async fn enter(&self, id: &RoomId) -> Result<(), matrix_sdk::Error> {
        // Of a room that another goes on in, one's own homeserver may know nothing yet: those of who was there do.
        let mut via = BTreeSet::new();
        for before in self.client.joined_rooms() {
            if before.successor_room().is_some_and(|next| next.room_id == *id) {
                let there = before.members(RoomMemberships::JOIN).await.unwrap_or_default();
                via.extend(there.iter().map(|member| member.user_id().server_name().to_owned()));
            }
        }
        let via: Vec<OwnedServerName> = via.into_iter().take(ASKED).collect();
        match self.client.join_room_by_id_or_alias(id.into(), &via).await {
            Err(error) if matches!(error.client_api_error_kind(), Some(ErrorKind::Forbidden)) => {
                // Where it may not knock either, it waits for an invitation as well.
                let _ = self.client.knock(id.to_owned().into(), None, via).await;
                Err(error)
            }
            entered => entered.map(|_| ()),
        }
    }

    /// What was asked of a room's history. It speaks for the person who asked.
    async fn found(&self, room: &Room, query: &HistoryQuery) -> Result<Event, SendError> {
        let events = match &query.event {
            Some(event) => {
                let id = event_id(event).ok_or_else(|| never("this is no event"))?;
                match room.event(&id, None).await {
                    Err(e) if matches!(e.client_api_error_kind(), Some(ErrorKind::NotFound | ErrorKind::Forbidden)) => {
                        Vec::new()
                    }
                    event => Raw::read(&event.map_err(|error| trouble(&error))?, self.now()).into_iter().collect(),
                }
            }
            None => page_back(self, room, None, None, query.since).await.map_err(|error| trouble(&error))?,
        };
        let mut messages = Vec::new();
        for raw in events.into_iter().filter(|raw| raw.sender == query.author) {
            if let Some(event) = self.heard(room, &raw, Origin::Asked).await
                && matches!(event.body, Body::Message(_))
                && (query.event.is_some() || query.reaches(event.at))
            {
                messages.push(event);
            }
        }
        messages.drain(..messages.len().saturating_sub(query.limit));
        let author = Author::new(&query.author, "");
        let body = Body::Found { query: query.clone(), messages };
        Ok(self.event(room, "found", author, self.now(), Origin::Live, body))
    }

    /// Goes on after what is not worth failing for, unless the homeserver says to wait.
    pub(super) fn waited_for(&self, error: &matrix_sdk::Error) -> Result<(), SendError> {
        match trouble(error) {
            later @ SendError::Later { .. } => Err(later),
            _ => Ok(()),
        }
    }
}

/// The room and the event of what was said to a person, as it was called when it was said.
fn said_in(target: &str) -> Option<(&str, &str)> {
    target.split_once('/').filter(|(room, _)| room.starts_with('!'))
}

/// Pins an event, or takes its pin away, in what is pinned at this moment: the library's own copy
/// of it comes with the next answer only.
async fn set_pin(room: &Room, event: &OwnedEventId, pinned: bool) -> Result<(), matrix_sdk::Error> {
    let mut events = room.load_pinned_events().await?.unwrap_or_default();
    if events.contains(event) == pinned {
        return Ok(());
    }
    match pinned {
        true => events.push(event.clone()),
        false => events.retain(|other| other != event),
    }
    room.send_state_event(RoomPinnedEventsEventContent::new(events)).await.map(|_| ())
}

fn transaction(mark: impl ToString) -> OwnedTransactionId {
    format!("gcm-{}", mark.to_string()).into()
}

/// What can never be done.
pub(super) fn never(reason: &str) -> SendError {
    SendError::Never { reason: reason.into() }
}

/// Whether to try again after an error, and when.
pub(super) fn trouble(error: &matrix_sdk::Error) -> SendError {
    let reason = super::session::kind_of(error);
    if let Some(pause) = asked_pause(error) {
        return SendError::Later { after: i64::try_from(pause.as_millis()).unwrap_or(LATER), reason };
    }
    match error {
        matrix_sdk::Error::WrongRoomState(_) => return SendError::Never { reason },
        // Without encrypting nothing is said.
        _ if error.as_client_api_error().is_none() => return SendError::Later { after: LATER, reason },
        _ => {}
    }
    if is_refused(error) { SendError::Never { reason } } else { SendError::Later { after: LATER, reason } }
}
