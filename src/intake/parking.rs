//! What fails again and again is parked, so that it never stops a room; who may be answered is told
//! so, with a reference that the log and `health` know.

use super::{Intake, TRIES, heard};
use crate::args;
use crate::chat::{Action, Body, Document, Event, Origin, Outgoing};
use crate::commands::{self, Heard, Parsed};
use crate::i18n::speak;
use crate::model::{Consent, Language, Platform, Time, WEEK, reference};
use crate::record;
use crate::store::{Load, LoadKey, Parked, Snapshot, StoreError};

impl Intake {
    /// Parks an event: a sealed reference to it, and why it failed. What is parked already is
    /// counted, and nobody is told twice.
    pub(super) async fn park(&self, event: &Event, reason: String) -> Result<(), StoreError> {
        let mut snapshot = self.store.snapshot()?;
        let hash = record::event_hash(&snapshot, event.platform, &event.room, &event.id);
        self.store.load(&mut snapshot, &Load::from([LoadKey::Parked(hash.clone())])).await?;
        let at = snapshot.now;
        let tries = TRIES as i64;
        let known = snapshot.rows.parked.iter().next().map(|p| p.id);
        let id = match known.and_then(|id| snapshot.rows.parked.edit(id)) {
            Some(row) => {
                row.tries += tries;
                row.at = at;
                row.reason.clone_from(&reason);
                row.id
            }
            None => {
                let id = snapshot.id();
                let sealed = snapshot.seal_house(id, &place(event))?;
                snapshot.rows.parked.insert(Parked { id, rev: 1, hash, sealed, reason: reason.clone(), tries, at });
                self.tell(&mut snapshot, event, id).await?;
                id
            }
        };
        tracing::error!(%reason, reference = reference(id), "an event failed three times and is parked");
        self.store.write(snapshot.into_changes()).await
    }

    /// Tells the author in private that it failed inside. What cannot even be loaded to find out
    /// who may be told keeps nothing from being parked.
    async fn tell(&self, snapshot: &mut Snapshot, event: &Event, parked: i64) -> Result<(), StoreError> {
        let account = record::account_hash(snapshot, event.platform, &event.author.id);
        let loaded = match self.store.load_base(snapshot).await {
            Ok(()) => self.store.load(snapshot, &Load::from([LoadKey::Person(account.clone())])).await,
            Err(error) => Err(error),
        };
        match loaded {
            Err(error) if error.is_passing() => return Err(error),
            Err(_) => return Ok(()),
            Ok(()) => {}
        }
        let Some(language) = self.language_if_answered(snapshot, event, &account) else { return Ok(()) };
        let text = speak(language).say("error-internal", &args![("reference", reference(parked))]);
        let now = snapshot.now;
        let action = Action::say(Document::line(language, text));
        snapshot.queue(event.platform, &Outgoing { to: event.in_private(), action }, now)?;
        Ok(())
    }

    /// The language in which the author is told, where they may be: who asked the bot for something
    /// or wrote to it, and who takes part and wrote for the record. Whoever only talks in a room
    /// hears nothing.
    fn language_if_answered(&self, snapshot: &Snapshot, event: &Event, account: &[u8]) -> Option<Language> {
        let (text, mention, reply) = match &event.body {
            Body::Message(message) => (message.text.as_str(), message.mention, message.reply_to.as_ref()),
            Body::Edit { text, mention, .. } => (text.as_str(), *mention, None),
            Body::Membership { .. }
            | Body::Facts(_)
            | Body::Invitation { .. }
            | Body::Unreadable
            | Body::Moved { .. } => return None,
            _ => ("", false, None),
        };
        if event.author.bot || event.origin == Origin::Import || snapshot.now - event.at >= WEEK {
            return None;
        }
        let how = if event.handle.is_some() { Heard::Invocation } else { heard(event, mention) };
        let (asks, typed) = match commands::parse(text, how, &self.settings.prefix) {
            Parsed::Command(typed) => (true, typed.languages.first().copied()),
            Parsed::Unknown { .. } => (true, None),
            Parsed::Nothing => (event.direct || how == Heard::Invocation, None),
        };
        let room = record::room_of(snapshot, event).filter(|_| !event.direct);
        let participant = match room {
            Some(room) => record::participant(snapshot, account, room.consultation_id),
            None => record::participants(snapshot, account).first().copied(),
        };
        let held =
            |field, value| room.is_some_and(|room| record::held_at(snapshot, room.id, field, event.at) == Some(value));
        let for_the_record = match &event.body {
            Body::Message(_) => held("floor", "open") || reply.is_some_and(|target| target.by_bot),
            _ => true,
        };
        let gives = participant.is_some_and(|person| {
            person.muted == 0 && record::consent_log(snapshot, person.id).for_written_at(event.at) != Consent::No
        });
        if !(asks || gives && for_the_record && held("bound", "1")) {
            return None;
        }
        let own = participant.and_then(|person| Language::parse(&person.language));
        Some(own.or(typed).or_else(|| Some(commands::language_of(snapshot, room?))).unwrap_or_default())
    }
}

/// Where to read an event again.
pub(super) fn place(event: &Event) -> (Platform, String, String, Time) {
    (event.platform, event.room.clone(), event.id.clone(), event.at)
}
