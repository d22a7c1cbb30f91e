//! What an event means: decided over what was loaded and what was decided before it in the batch,
//! without I/O.

use super::{ANSWERED, IntakeSettings, MARKED, MARKED_BEFORE, REFUSED, UNREADABLE, Understood};
use crate::analysis::smalltalk;
use crate::chat::sanitise::MAX_TEXT;
use crate::chat::{
    Action, Body, Document, Event, HistoryQuery, Message, Origin, Outgoing, Purpose, Queued, RoomFacts, Spans, To,
};
use crate::commands::{self, As, Desk, Failure, Parsed, Typed};
use crate::model::{Consent, Platform, Role, WEEK};
use crate::record;
use crate::seal::Sealed;
use crate::store::{Outbox, Parked, Snapshot, StoreError};
use crate::trust::{self, Limits};
use std::sync::Mutex;

/// One word with so many characters is no choice of those offered; in Chinese it is a sentence.
const OWN_WORDS: usize = 20;

/// Decides events.
pub struct Decider<'a> {
    /// What the configuration says.
    pub settings: &'a IntakeSettings,
    /// How fast people may ask.
    pub limits: &'a Mutex<Limits>,
}

impl Decider<'_> {
    /// Folds the events over the snapshot.
    pub fn decide(&self, mut snapshot: Snapshot, events: &[Understood]) -> Result<Snapshot, StoreError> {
        for understood in events {
            settle_pending(&mut snapshot, &understood.event);
            if super::can_be_told(&understood.event) {
                tell_what_waited(&mut snapshot, &understood.event)?;
            }
            // Nobody is answered or recorded who is a program. What one took away is gone all the same, and where
            // it closed a room, that goes on elsewhere.
            let holds = matches!(understood.event.body, Body::Deletion { .. } | Body::Moved { .. });
            if understood.event.author.bot && !holds {
                continue;
            }
            match understood.event.handle {
                Some(_) => self.handled(&mut snapshot, understood)?,
                None => self.one(&mut snapshot, understood)?,
            }
        }
        record::cut_grown(&mut snapshot)?;
        Ok(snapshot)
    }

    /// What a person did by the platform's own means: once, and answered in any case, since they
    /// wait for it.
    fn handled(&self, snap: &mut Snapshot, understood: &Understood) -> Result<(), StoreError> {
        let event = &understood.event;
        let hash = super::handled_hash(snap, event);
        if !record::once(snap, event.at, hash) {
            return Ok(());
        }
        snap.answered = false;
        self.one(snap, understood)?;
        // What is offered from the history, where there is any, comes beside an answer.
        let beside = matches!(&event.body, Body::Found { query, .. } if !matches!(query.purpose, Purpose::Include(_)));
        if snap.answered || beside {
            return Ok(());
        }
        let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
        let document = desk.document();
        // Where all could read it, what was done stands for itself: an empty answer ends the waiting.
        let private = event.handle.as_ref().is_some_and(|handle| handle.private);
        let document = if private { document.text(desk.plain("handled")) } else { document };
        desk.answer(document)
    }

    fn one(&self, snap: &mut Snapshot, understood: &Understood) -> Result<(), StoreError> {
        let event = &understood.event;
        let parsed = match &understood.parsed {
            Parsed::Command(typed) if commands::is_in_own_words(snap, event, typed)? => &Parsed::Nothing,
            parsed => parsed,
        };
        match &event.body {
            Body::Message(message) => self.message(snap, understood, parsed, message),
            Body::Invocation { line } => match parsed {
                Parsed::Command(typed) => self.command(snap, event, &event.id, line, typed),
                Parsed::Unknown { typed, .. } => self.unknown(snap, event, typed),
                Parsed::Nothing => Ok(()),
            },
            Body::Answer { of, text } => self.pressed(snap, event, *of, text),
            Body::Handed { message } => self.handed_in(snap, event, message),
            Body::Edit { target, version, text, .. } => self.edit(snap, event, target, version, text, parsed),
            Body::Changed { target, version } => self.changed(snap, event, target, version),
            Body::Deletion { target } => self.deletion(snap, event, target),
            Body::Reaction { target, mark, own } => self.reaction(snap, event, target, mark, *own),
            Body::Found { query, messages } => self.found(snap, event, query, messages),
            Body::Facts(facts) => {
                if matches!(facts.may, Some([_, true, ..])) {
                    take_back_what_waited(snap, event);
                }
                let Some(before) = record::room_at(snap, event.platform, &event.room).cloned() else { return Ok(()) };
                let old: RoomFacts = serde_json::from_str(&before.facts).unwrap_or_default();
                let mut facts = facts.clone();
                if facts.unread.is_some() {
                    // It was shut already.
                    facts.unread = facts.unread.min(old.unread.or(facts.unread));
                }
                let now = serde_json::to_string(&facts).unwrap_or_default();
                if now == before.facts {
                    return Ok(());
                }
                if let Some(row) = snap.rows.rooms.edit(before.id) {
                    row.facts = now;
                }
                let first = matches!(before.facts.as_str(), "" | "{}");
                if !commands::is_bound(snap, before.id) {
                    return Ok(());
                }
                // Who can read here stands on the card, and is said when it changes.
                commands::renew_card(snap, &self.settings.prefix, &before)?;
                if !(first || facts.reads_otherwise_than(&old)) {
                    return Ok(());
                }
                let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
                let done = commands::found_out(&mut desk, first);
                refuse(&mut desk, done, true)
            }
            Body::Membership { .. } => Ok(()),
            Body::Invitation { direct } => self.invited(snap, event, *direct),
            Body::Unreadable => self.unreadable(snap, event),
            Body::Moved { to } => self.moved(snap, event, to),
        }
    }

    fn message(
        &self,
        snap: &mut Snapshot,
        understood: &Understood,
        parsed: &Parsed,
        message: &Message,
    ) -> Result<(), StoreError> {
        let event = &understood.event;
        match parsed {
            Parsed::Command(typed) => self.command(snap, event, &event.id, &message.text, typed),
            Parsed::Unknown { typed, text } => {
                // Addressed to the bot, no command, and more than a slip of the finger: a
                // contribution, in whatever room.
                if text.split_whitespace().count() > 4 && commands::nearest_command(typed).is_none() {
                    let message = Message { text: text.clone(), ..message.clone() };
                    return self.written(snap, event, &message, true);
                }
                self.unknown(snap, event, typed)
            }
            Parsed::Nothing if event.direct => self.in_private(snap, event, message),
            Parsed::Nothing if understood.answer => self.short(snap, event, message),
            Parsed::Nothing => self.written(snap, event, message, false),
        }
    }

    /// Runs a command: once, not when it is older than seven days, not faster than is allowed.
    fn command(
        &self,
        snap: &mut Snapshot,
        event: &Event,
        id: &str,
        line: &str,
        typed: &Typed,
    ) -> Result<(), StoreError> {
        let hash = record::effect_hash(snap, event, id, &commands::fold(line));
        if event.origin == Origin::Import || !record::once(snap, event.at, hash.clone()) {
            return Ok(());
        }
        let mut desk = Desk::open(snap, event, &typed.languages, &self.settings.prefix)?;
        if let Some(wait) = self.too_fast(&desk, &hash) {
            let text = desk.text("error-rate-limited", &crate::args![("seconds", wait)]);
            let document = desk.document().text(text);
            return desk.whisper(document);
        }
        let done = commands::run(&mut desk, typed);
        refuse(&mut desk, done, typed.entry.spec.answer == crate::chat::Answer::Here)
    }

    /// For how many seconds to wait, where someone asks faster than is allowed. The room is told
    /// nothing more once it has had its share.
    fn too_fast(&self, desk: &Desk<'_>, of: &[u8]) -> Option<i64> {
        let mut limits = self.limits.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let room = desk.room.as_ref().map(|room| room.address.as_bytes());
        let wait = limits.take(of, &desk.account, room, desk.snap.now).err();
        if wait.is_some() {
            tracing::info!("someone asks faster than they are answered");
        }
        wait
    }

    fn unknown(&self, snap: &mut Snapshot, event: &Event, typed: &str) -> Result<(), StoreError> {
        let hash = record::effect_hash(snap, event, &event.id, ANSWERED);
        if event.origin == Origin::Import || !record::once(snap, event.at, hash.clone()) {
            return Ok(());
        }
        let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
        if self.too_fast(&desk, &hash).is_some() {
            return Ok(());
        }
        let mut text = match typed {
            "" => desk.text("error-see-help", &crate::args![("command", desk.typed("help"))]),
            typed => desk.text("error-unknown-command", &crate::args![("typed", desk.voice.quote(typed))]),
        };
        let near = commands::nearest_command(typed);
        let next = match near {
            Some(near) => desk.text("error-did-you-mean", &crate::args![("command", desk.prefixed(near))]),
            None => desk.text("error-see-help", &crate::args![("command", desk.typed("help"))]),
        };
        if !typed.is_empty() {
            text = format!("{text} {next}");
        }
        let document = desk.document().text(text);
        desk.answer(document)
    }

    /// Something written in private that is no command: an answer to what was asked, or the
    /// beginning of something.
    fn in_private(&self, snap: &mut Snapshot, event: &Event, message: &Message) -> Result<(), StoreError> {
        let hash = record::effect_hash(snap, event, &event.id, ANSWERED);
        if event.origin == Origin::Import || !record::once(snap, event.at, hash) {
            return Ok(());
        }
        let language = commands::language_in(&message.text);
        let mut desk = Desk::open(snap, event, language.as_slice(), &self.settings.prefix)?;
        let done = match commands::answered(&mut desk, &message.text) {
            Ok(true) => Ok(()),
            Ok(false) => match slip(&message.text) {
                Some(near) => {
                    let typed = desk.voice.quote(message.text.trim());
                    let unknown = desk.text("error-unknown-command", &crate::args![("typed", typed)]);
                    let meant = desk.text("error-did-you-mean", &crate::args![("command", desk.prefixed(near))]);
                    Err(Failure::User(Document::line(desk.language(), format!("{unknown} {meant}"))))
                }
                None => commands::private_text(&mut desk, message),
            },
            Err(failure) => Err(failure),
        };
        refuse(&mut desk, done, false)
    }

    /// An answer by a button or a form: to the question that it belongs to, or to none any more.
    fn pressed(&self, snap: &mut Snapshot, event: &Event, of: i64, text: &str) -> Result<(), StoreError> {
        let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
        let asked = commands::is_asked(desk.snap, &desk.account, of);
        let done = if asked { commands::answered(&mut desk, text) } else { Ok(false) };
        // A form of an earlier question is taken for no one's words either.
        let done = done.and_then(|taken| match (taken, asked && commands::is_writing(&desk)?) {
            (true, _) => Ok(()),
            (false, true) => {
                commands::private_text(&mut desk, &Message { text: text.to_owned(), ..Message::default() })
            }
            (false, false) => Err(over(&desk, text)),
        });
        refuse(&mut desk, done, false)
    }

    /// A message that its author hands in: noted, wherever it stands, when they agreed.
    fn handed_in(&self, snap: &mut Snapshot, event: &Event, message: &Event) -> Result<(), StoreError> {
        let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
        let done = commands::handed_in(&mut desk, message);
        refuse(&mut desk, done, false)
    }

    /// A yes, a no or a number in a room: the answer to what its author was asked there just now,
    /// or nothing that is worth noting.
    fn short(&self, snap: &mut Snapshot, event: &Event, message: &Message) -> Result<(), StoreError> {
        let account = record::account_hash(snap, event.platform, &event.author.id);
        match commands::open_dialog(snap, &account)? {
            Some(open) if open.takes(&event.room, event.at) => self.in_private(snap, event, message),
            _ => Ok(()),
        }
    }

    /// Something written in a bound room: noted, when its author agreed before and its floor was
    /// open at that moment, when it answers a question, or when it is addressed to the bot.
    fn written(
        &self,
        snap: &mut Snapshot,
        event: &Event,
        message: &Message,
        addressed: bool,
    ) -> Result<(), StoreError> {
        let Some(room) = record::room_of(snap, event).map(|room| room.id) else { return Ok(()) };
        if record::held_at(snap, room, "bound", event.at).is_none_or(|bound| bound != "1") {
            return Ok(());
        }
        let known = record::event_hash(snap, event.platform, &event.room, &event.id);
        if record::seen(snap, &known).is_some() {
            return Ok(());
        }
        if event.origin == Origin::Live
            && let Some(row) = snap.rows.rooms.edit(room)
        {
            row.heard += 1;
        }
        let text = message.with_files(&message.text);
        let question = answers(snap, event, message, room);
        let open = record::held_at(snap, room, "floor", event.at).is_some_and(|floor| floor == "open");
        let substance = !text.is_empty() && !smalltalk::is_smalltalk(&text);
        if !substance && message.files.is_empty() {
            return Ok(());
        }
        let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
        let Some(participant) = desk.participant else {
            // Who holds an office here knows what is noted.
            let stranger = desk.roles.is_empty();
            if event.origin == Origin::Live
                && stranger
                && (open || question.is_some() || addressed)
                && let Some(room) = desk.room.clone()
            {
                commands::invite(&mut desk, &room, &message.text)?;
            }
            return Ok(());
        };
        let paused = record::held_at(desk.snap, participant, "paused", event.at).is_some_and(|p| p == "1");
        let muted = desk.snap.rows.participants.get(participant).is_some_and(|p| p.muted != 0);
        let consent = record::consent_for(desk.snap, participant, &desk.account, event.at)?;
        if paused || muted || consent == Consent::No {
            return Ok(());
        }
        if message.reply_to.is_some() && question.is_none() {
            record::close(desk.snap, participant, Some(room));
        }
        let how = match question {
            Some(question) => As::Answer(question),
            None if open || addressed => As::Message,
            None => {
                return match desk.room.clone() {
                    Some(room) if event.origin == Origin::Live => commands::floor_is_closed(&mut desk, &room),
                    _ => Ok(()),
                };
            }
        };
        let mut refusals: Vec<Failure> = message
            .files
            .iter()
            .filter_map(|file| Some(commands::file_refused(&desk, &file.name, file.text.as_ref().err()?)))
            .collect();
        if !text.is_empty() {
            match commands::take(&mut desk, event, &text, how) {
                Err(Failure::Store(error)) => return Err(error),
                Err(refusal) => refusals.push(refusal),
                Ok(()) => {}
            }
        }
        if refusals.is_empty() {
            return Ok(());
        }
        let told = record::effect_hash(desk.snap, event, &event.id, REFUSED);
        refuse_once(&mut desk, told, refusals)
    }

    /// Someone asks the bot in: anyone to talk in private, into a room who holds an office, and into
    /// a room that is bound whoever runs it. All others learn how to ask.
    fn invited(&self, snap: &mut Snapshot, event: &Event, direct: bool) -> Result<(), StoreError> {
        let hash = record::effect_hash(snap, event, &event.id, "invited");
        if !record::once(snap, event.at, hash.clone()) {
            return Ok(());
        }
        let known = record::room_at(snap, event.platform, &event.room).map(|room| room.id);
        let bound = known.is_some_and(|id| commands::is_bound(snap, id));
        let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
        let in_time = self.too_fast(&desk, &hash).is_none();
        if bound || !trust::offices_of(desk.snap, &desk.bearers).is_empty() {
            desk.act(Action::Enter)?;
            if bound {
                desk.act(Action::Probe)?;
            } else if !direct {
                let command = desk.typed("room bind west-africa");
                let document = desk.document().text(desk.text("invited-here", &crate::args![("command", command)]));
                desk.act(Action::say(document))?;
            }
            return Ok(());
        }
        if direct && in_time {
            desk.act(Action::Enter)?;
            return Ok(());
        }
        desk.act(Action::Leave)?;
        // Who invites by the hundred is told once a week.
        let told = super::declined_hash(desk.snap, event);
        if !in_time || !record::once(desk.snap, event.at, told) {
            return Ok(());
        }
        let names = commands::holders(&desk, &[Role::Moderator, Role::Coordinator, Role::Secretariat]);
        let mut text = desk.plain("invited-declined");
        if !names.is_empty() {
            text = format!("{text} {}", desk.text("invited-ask", &crate::args![("names", desk.voice.list(&names))]));
        }
        let document = desk.document().text(text);
        let to = To::Person { account: event.author.id.clone(), instead: None };
        let now = desk.snap.now;
        desk.snap.queue(event.platform, &Outgoing { to, action: Action::say(document) }, now)?;
        Ok(())
    }

    /// A message whose key may come later: where to read it again is kept, sealed, until it came or
    /// a week is over. Its author is told when it does not come soon.
    fn unreadable(&self, snap: &mut Snapshot, event: &Event) -> Result<(), StoreError> {
        let hash = record::event_hash(snap, event.platform, &event.room, &event.id);
        let room = record::room_of(snap, event).map(|room| room.id);
        let bound = room.is_some_and(|id| record::held_at(snap, id, "bound", event.at) == Some("1"));
        // Wherever it stands, it may be a command of someone who runs the rooms.
        let bearers = record::bearers(snap, event.platform, &event.author);
        let office = !trust::offices_of(snap, &bearers).is_empty();
        let over = snap.now - event.at >= WEEK;
        if over || record::seen(snap, &hash).is_some() || !(event.direct || bound || office) {
            snap.rows.parked.remove_where(|row| row.hash == hash && over);
            return Ok(());
        }
        let Some(pending) = snap.rows.parked.find(|row| row.hash == hash).cloned() else {
            let id = snap.id();
            let sealed = snap.seal_house(id, &super::parking::place(event))?;
            let (reason, at) = (UNREADABLE.into(), snap.now);
            snap.rows.parked.insert(Parked { id, rev: 1, hash, sealed, reason, tries: 0, at });
            return Ok(());
        };
        let open = room.is_some_and(|id| record::held_at(snap, id, "floor", event.at) == Some("open"));
        let told = record::effect_hash(snap, event, &event.author.id, UNREADABLE);
        if pending.tries > 0 || !(event.direct || open || office) || !record::once(snap, event.at, told) {
            return Ok(());
        }
        if let Some(row) = snap.rows.parked.edit(pending.id) {
            row.tries = 1;
        }
        let desk = &mut Desk::open(snap, event, &[], &self.settings.prefix)?;
        let time = desk.voice.time_of_day(event.at, &desk.timezone());
        let key = if event.direct { "unreadable-here" } else { "unreadable" };
        let document = desk.document().text(desk.text(key, &crate::args![("time", time)]));
        desk.whisper(document)
    }

    /// A bound room goes on at another address: it stays the room that it was, with all that was
    /// set for it. One that was to be made is there.
    fn moved(&self, snap: &mut Snapshot, event: &Event, to: &str) -> Result<(), StoreError> {
        let room = record::room_at(snap, event.platform, &event.room).map(|room| room.id);
        let Some(id) = room.filter(|id| commands::is_bound(snap, *id) || commands::is_being_made(snap, *id)) else {
            return Ok(());
        };
        if record::room_at(snap, event.platform, to).is_some() {
            return Ok(());
        }
        let made = commands::is_being_made(snap, id);
        if made {
            commands::now_part(snap, id, event.at);
        } else {
            record::left(snap, id, event);
        }
        if let Some(row) = snap.rows.rooms.edit(id) {
            row.address = to.to_owned();
            row.facts = "{}".into();
        }
        for action in [Action::Enter, Action::Probe] {
            let now = snap.now;
            snap.queue(event.platform, &Outgoing { to: To::Room(to.to_owned()), action }, now)?;
        }
        commands::post_card(snap, &self.settings.prefix, id)?;
        if made {
            commands::made(snap, id)?;
        }
        match snap.rows.rooms.get(id).map(|room| room.consultation_id) {
            Some(consultation) => commands::keep_space(snap, event, consultation),
            None => Ok(()),
        }
    }

    fn edit(
        &self,
        snap: &mut Snapshot,
        event: &Event,
        target: &str,
        version: &str,
        text: &str,
        parsed: &Parsed,
    ) -> Result<(), StoreError> {
        let on_record = record::of_event(snap, event.platform, &event.room, target);
        let effect = record::effect_hash(snap, event, target, &commands::fold(text));
        let mut text = text.trim();
        if let Parsed::Command(typed) = parsed {
            if record::seen(snap, &effect).is_some() {
                return Ok(());
            }
            if on_record.is_none() || !matches!(typed.entry.spec.name, "say" | "submit") {
                // What was on the record is no longer what its author says.
                if on_record.is_some() {
                    self.deletion(snap, event, target)?;
                }
                // The command stands in the message: who deletes that takes back what it brought in.
                let message = Event { id: target.to_owned(), ..event.clone() };
                return self.command(snap, &message, target, text, typed);
            }
            text = typed.rest.trim();
        }
        let hash = record::version_hash(snap, event, target, version);
        if record::seen(snap, &hash).is_some() {
            return Ok(());
        }
        let event_hash = record::event_hash(snap, event.platform, &event.room, target);
        if let Some(id) = on_record {
            if text.is_empty() {
                return self.deletion(snap, event, target);
            }
            let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
            if text.len() > MAX_TEXT {
                let (size, limit) = (text.len().div_ceil(1024), MAX_TEXT / 1024);
                let refusal = desk.refuse("error-too-long", &crate::args![("size", size), ("limit", limit)]);
                return refuse_once(&mut desk, effect, vec![refusal]);
            }
            record::remember(desk.snap, hash, "source", Some(id), None);
            return says_now(&mut desk, id, target, text);
        }
        if record::seen(snap, &event_hash).is_some() {
            let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
            return match record::once(desk.snap, event.at, effect) {
                true => commands::taken_back(&mut desk, &event.room, target),
                false => Ok(()),
            };
        }
        // The edit came before the message, or the message was not worth noting before it: read it
        // again, and judge it by when it was written.
        let desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
        // A file holds the message beside its edit: there is nothing to read again.
        if desk.participant.is_none() || event.direct || event.origin == Origin::Import {
            return Ok(());
        }
        let mut desk = desk;
        let query = HistoryQuery {
            purpose: Purpose::Reread,
            author: event.author.id.clone(),
            event: Some(target.into()),
            since: 0,
            until: None,
            limit: 1,
            handle: None,
        };
        desk.look_up(&event.room, query)
    }

    /// What its author, or a moderator of the platform, deleted is erased; what of a participant is
    /// not on the record yet can no longer come in.
    fn deletion(&self, snap: &mut Snapshot, event: &Event, target: &str) -> Result<(), StoreError> {
        let on_record = record::of_event(snap, event.platform, &event.room, target);
        let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
        if on_record.is_none()
            && let Some((id, message)) = record::edit_taken_back(desk.snap, event, target)?
        {
            // What it says without the edit is not kept here: it is read again.
            let author = desk.snap.rows.contributions.get(id).map(|row| row.participant_id);
            let author = match author {
                own if own == desk.participant => Some(event.author.id.clone()),
                Some(other) => record::address_on(desk.snap, other, event.platform)?.map(|address| address.account),
                None => None,
            };
            let Some(author) = author else { return Ok(()) };
            let query = HistoryQuery {
                purpose: Purpose::Reread,
                author,
                event: Some(message),
                since: 0,
                until: None,
                limit: 1,
                handle: None,
            };
            return desk.look_up(&event.room, query);
        }
        if on_record.is_none() && desk.participant.is_none() {
            return Ok(());
        }
        let Some(id) = record::erase_event(desk.snap, event, target)? else { return Ok(()) };
        let Some(row) = desk.snap.rows.contributions.get(id) else { return Ok(()) };
        if desk.participant != Some(row.participant_id) {
            return Ok(());
        }
        let key = if record::is_open(row) { "record-edited" } else { "record-deleted" };
        let text = desk.text(key, &crate::args![("receipt", row.receipt.as_str())]);
        let document = desk.document().text(text);
        desk.whisper(document)
    }

    /// The author of a message on the record changed it, and nobody tells the bot to what: they are told so.
    fn changed(&self, snap: &mut Snapshot, event: &Event, target: &str, version: &str) -> Result<(), StoreError> {
        let Some(id) = record::of_event(snap, event.platform, &event.room, target) else { return Ok(()) };
        let hash = record::version_hash(snap, event, target, version);
        if !record::once(snap, event.at, hash) {
            return Ok(());
        }
        let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
        let row = desk.snap.rows.contributions.get(id).filter(|row| desk.participant == Some(row.participant_id));
        let Some(receipt) = row.map(|row| row.receipt.clone()) else { return Ok(()) };
        let command = desk.typed_in_private(&format!("withdraw {receipt}"));
        let args = crate::args![("receipt", receipt), ("command", command)];
        let document = desk.document().text(desk.text("record-changed-unseen", &args));
        desk.whisper(document)
    }

    /// The author's own ❌ takes a message back, their own 📝 puts one on the record.
    fn reaction(
        &self,
        snap: &mut Snapshot,
        event: &Event,
        target: &str,
        mark: &str,
        own: bool,
    ) -> Result<(), StoreError> {
        if !own {
            return Ok(());
        }
        match mark.trim_end_matches('\u{fe0f}') {
            "❌" | "✖" => self.deletion(snap, event, target),
            "📝" => {
                let done = record::effect_hash(snap, event, &event.id, MARKED);
                let offered = record::effect_hash(snap, event, &event.id, MARKED_BEFORE);
                let before = record::seen(snap, &offered).is_some();
                let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
                let Some(consultation) = desk.consultation.as_ref().map(|c| c.id) else { return Ok(()) };
                // A mark that still stands when its author has agreed says nothing new; one put there again does,
                // also where it goes by the same name, as on Discord.
                let stands = event.origin == Origin::History || event.platform != Platform::Discord;
                let said = match desk.participant {
                    Some(_) => !(before && stands) && record::once(desk.snap, event.at, done),
                    None => record::once(desk.snap, event.at, offered),
                };
                if !said {
                    return Ok(());
                }
                if desk.participant.is_none() {
                    let from = Some(event.room.clone());
                    let done = commands::offer_consent(&mut desk, from);
                    return refuse(&mut desk, done, false);
                }
                let query = HistoryQuery {
                    purpose: Purpose::Include(consultation),
                    author: event.author.id.clone(),
                    event: Some(target.into()),
                    since: 0,
                    until: None,
                    limit: 1,
                    handle: None,
                };
                desk.look_up(&event.room, query)
            }
            _ => Ok(()),
        }
    }

    fn found(
        &self,
        snap: &mut Snapshot,
        event: &Event,
        query: &HistoryQuery,
        messages: &[Event],
    ) -> Result<(), StoreError> {
        let hash = record::effect_hash(snap, event, &event.id, "found");
        if !record::once(snap, event.at, hash) {
            return Ok(());
        }
        if query.purpose == Purpose::Reread {
            for message in messages.iter().filter(|m| !m.author.bot) {
                let Body::Message(body) = &message.body else { continue };
                let parsed = commands::parse(&body.text, super::heard(message, body.mention), &self.settings.prefix);
                let text = match &parsed {
                    // Where it stands in a command, what follows that.
                    Parsed::Command(typed) if matches!(typed.entry.spec.name, "say" | "submit") => &typed.rest,
                    // Other commands are nobody's words, and were done when they were heard.
                    Parsed::Command(_) => continue,
                    _ => &body.text,
                };
                self.written(snap, message, body, false)?;
                // It may have come in meanwhile as it was before the edit for which it is read again;
                // and no edit from before this moment changes it any more.
                let text = body.with_files(text);
                let noted = record::of_event(snap, message.platform, &message.room, &message.id);
                if let Some(id) = noted.filter(|_| !text.is_empty() && text.len() <= MAX_TEXT) {
                    let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
                    says_now(&mut desk, id, &message.id, &text)?;
                }
            }
            return Ok(());
        }
        let mut desk = Desk::open(snap, event, &[], &self.settings.prefix)?;
        let done = commands::found(&mut desk, query, messages);
        refuse(&mut desk, done, false)
    }
}

/// What could not be taken back in a room is taken back as soon as the bot may do something there again.
fn take_back_what_waited(snap: &mut Snapshot, event: &Event) {
    let lane = snap.lane(event.platform, &To::Room(event.room.clone()));
    let (waits, now) = (|row: &&Outbox| row.state == "blocked" && row.lane == lane, snap.now);
    for id in snap.rows.outbox.iter().filter(waits).map(|row| row.id).collect::<Vec<_>>() {
        if let Some(row) = snap.rows.outbox.edit(id) {
            (row.state, row.due, row.tries) = ("waiting".into(), now, 0);
        }
    }
}

/// What could not be said to a person in private is said as soon as they can be told.
fn tell_what_waited(snap: &mut Snapshot, event: &Event) -> Result<(), StoreError> {
    let lane = snap.lane(event.platform, &event.in_private());
    let waiting = snap.rows.outbox.iter().filter(|row| row.state == "blocked" && row.lane == lane);
    let waiting: Vec<(i64, Sealed)> = waiting.map(|row| (row.id, row.sealed.clone())).collect();
    for (id, sealed) in waiting {
        let mut queued: Queued = snap.open_house(id, &sealed)?;
        *queued.to() = event.in_private();
        let sealed = snap.seal_house(id, &queued)?;
        let now = snap.now;
        if let Some(row) = snap.rows.outbox.edit(id) {
            (row.sealed, row.state, row.due, row.tries) = (sealed, "waiting".into(), now, 0);
        }
    }
    Ok(())
}

/// What was heard of an event that was waited for ends the waiting.
fn settle_pending(snap: &mut Snapshot, event: &Event) {
    let id = match &event.body {
        Body::Unreadable => return,
        Body::Deletion { target } => target,
        _ => &event.id,
    };
    if snap.rows.parked.iter().next().is_some() {
        let hash = record::event_hash(snap, event.platform, &event.room, id);
        snap.rows.parked.remove_where(|row| row.hash == hash && row.reason == UNREADABLE);
    }
}

/// The open question of the room that a message answers: it replies to the bot's post of it.
fn answers(snap: &Snapshot, event: &Event, message: &Message, room: i64) -> Option<i64> {
    let target = message.reply_to.as_ref().filter(|target| target.by_bot)?;
    let hash = record::event_hash(snap, event.platform, &event.room, &target.id);
    let post = snap.rows.posts.find(|post| post.hash.as_ref() == Some(&hash) && post.kind == "question")?;
    let question = snap.rows.questions.find(|q| q.id == post.digest_id.unwrap_or_default())?;
    (question.room_id == room && question.open == 1).then_some(question.id)
}

/// A message on the record says this since the moment of the event; its author is told where that
/// is something else.
fn says_now(desk: &mut Desk<'_>, id: i64, message: &str, text: &str) -> Result<(), StoreError> {
    let event = desk.event;
    if !record::edit(desk.snap, event, message, text)? {
        return Ok(());
    }
    record::mend(desk.snap, id)?;
    let receipt = desk.snap.rows.contributions.get(id).map(|c| c.receipt.clone()).unwrap_or_default();
    let text = desk.text("record-edited", &crate::args![("receipt", receipt)]);
    let document = desk.document().text(text);
    desk.whisper(document)
}

/// A question that is over is answered by nobody any more; what was written for it goes back to its author.
fn over(desk: &Desk<'_>, text: &str) -> Failure {
    let document = desk.document().text(desk.text("answer-over", &crate::args![("help", desk.typed("help"))]));
    if text.split_whitespace().count() < 2 && text.chars().count() < OWN_WORDS {
        return Failure::User(document);
    }
    Failure::User(document.text(desk.plain("answer-over-words")).quote(text.trim(), None, Spans::default()))
}

/// The command that is most likely meant by a single word in private that is none.
fn slip(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let word = !text.is_empty() && !text.contains(char::is_whitespace) && !smalltalk::is_smalltalk(text);
    if word { commands::nearest_command(text) } else { None }
}

/// Tells a person what of something that is no command was refused, unless they were told already:
/// what was refused is not on the record, by which it would be known.
fn refuse_once(desk: &mut Desk<'_>, told: Vec<u8>, refusals: Vec<Failure>) -> Result<(), StoreError> {
    if !record::once(desk.snap, desk.event.at, told) {
        return Ok(());
    }
    refusals.into_iter().try_for_each(|refusal| refuse(desk, Err(refusal), false))
}

/// Tells a person what was wrong and what to write instead; anything else is an error inside.
fn refuse(desk: &mut Desk<'_>, done: Result<(), Failure>, here: bool) -> Result<(), StoreError> {
    match done {
        Ok(()) => Ok(()),
        Err(Failure::User(document) | Failure::Which(document)) if here => desk.answer(document),
        Err(Failure::User(document) | Failure::Which(document)) => desk.whisper(document),
        Err(Failure::Store(error)) => Err(error),
    }
}
