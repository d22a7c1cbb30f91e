//! Contributions: what makes one, what joins it, what an edit changes.

use super::{consent_log, event_hash, remember, seen};
use crate::analysis::joined;
use crate::chat::{Body as Heard, Event};
use crate::model::{Consent, MINUTE, PassageId, Platform, Receipt, Time};
use crate::store::{Contribution, Counter, Snapshot, StoreError};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// For how long the same author's next message in the same room joins the first.
pub const JOIN_FOR: i64 = 2 * MINUTE;

/// How many messages are one contribution at most: with each that joins, all of it is read again.
const MOST_PARTS: usize = 32;

/// What a contribution says; sealed by a key of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Body {
    /// Its parts in the order of the platform's clock.
    pub parts: Vec<Part>,
    /// Its passages, over [`Body::text`].
    pub passages: Vec<Passage>,
    /// For whom it speaks, where not for its author alone.
    pub on_behalf: Option<OnBehalf>,
    /// The author's language when it was written, as a tag.
    pub language: String,
    /// A label of its source: the room of an imported row that is no room here.
    pub label: Option<String>,
}

/// One message, or the text of a submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The platform's word.
    pub platform: String,
    /// The room's address.
    pub room: String,
    /// The event.
    pub event: String,
    /// When it was written.
    pub at: Time,
    /// What was written.
    pub text: String,
    /// When it was last edited; 0, if never.
    #[serde(default)]
    pub edited: Time,
    /// The events that edited it: who takes one of them back alone is noticed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<String>,
}

impl Part {
    /// Whether it came from the message of this name, where an event happened.
    pub(super) fn is(&self, event: &Event, message: &str) -> bool {
        let at = event.platform;
        self.platform == at.word() && at.known_by(&self.room, &self.event) == at.known_by(&event.room, message)
    }
}

/// A part of a contribution that makes one point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Its number in the contribution, never used twice.
    pub number: i64,
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// For whom a submission speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnBehalf {
    /// The organisation or group as it was typed.
    pub name: String,
    /// Those who signed with it, as they were typed.
    pub signatories: Vec<String>,
}

impl Body {
    /// The whole text: the parts, a line break between them.
    pub fn text(&self) -> String {
        self.messages().join(joined::BETWEEN)
    }

    fn messages(&self) -> Vec<&str> {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }

    /// Cuts the text into passages anew. One whose text stays keeps its number; one that only grew
    /// because a part joined keeps it too; every other gets the next unused.
    fn cut(&mut self, before: &Body, change: Change, next: &mut i64) {
        let (old, new) = (before.text(), self.text());
        let number_of = |range: &Range<usize>, taken: &[i64]| {
            before.passages.iter().find_map(|p| {
                let (was, is) = (old.get(p.start..p.end)?, new.get(range.clone())?);
                let same = was == is || (change == Change::Joined && p.start == range.start && is.starts_with(was));
                (same && !taken.contains(&p.number)).then_some(p.number)
            })
        };
        let mut taken = Vec::new();
        self.passages = joined::split(&self.messages(), Some(&self.language))
            .into_iter()
            .map(|range| {
                let number = number_of(&range, &taken).unwrap_or_else(|| {
                    *next += 1;
                    *next - 1
                });
                taken.push(number);
                Passage { number, start: range.start, end: range.end }
            })
            .collect();
    }
}

/// The text of a passage.
pub fn passage_text<'t>(text: &'t str, passage: &Passage) -> &'t str {
    text.get(passage.start..passage.end).unwrap_or_default()
}

/// Something that may become a contribution.
#[derive(Debug, Clone)]
pub struct Incoming<'a> {
    /// The platform on which it was written.
    pub platform: Platform,
    /// The address where it was written.
    pub address: &'a str,
    /// The event.
    pub event: &'a str,
    /// When it was written.
    pub at: Time,
    /// By whom.
    pub participant: i64,
    /// In which consultation.
    pub consultation: i64,
    /// In which bound room; none in private.
    pub room: Option<i64>,
    /// `message`, `answer`, `private`, `submission`, `import`.
    pub kind: &'a str,
    /// What was written.
    pub text: &'a str,
    /// The author's language as a tag.
    pub language: &'a str,
    /// The two letters of its receipt.
    pub prefix: &'a str,
    /// The moment by which its consent is judged.
    pub given_at: Time,
    /// The question that it answers.
    pub question: Option<i64>,
    /// Whether what the author wrote there shortly before may take it in.
    pub may_join: bool,
    /// For whom it speaks.
    pub on_behalf: Option<OnBehalf>,
    /// Why it may be used, where it was not written to the bot.
    pub basis: Option<&'a str>,
    /// A stricter consent of its own.
    pub cap: Option<Consent>,
    /// A label of its source.
    pub label: Option<String>,
}

/// What became of something that was to be noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A new contribution.
    New(i64),
    /// It joined what its author had just written.
    Joined(i64),
    /// It is on the record already, or was taken back.
    Known,
    /// Its author had not consented when it was written, or does not now.
    NoConsent,
}

/// Puts something on the record: once, and only with consent.
pub fn note(snapshot: &mut Snapshot, incoming: &Incoming<'_>) -> Result<Outcome, StoreError> {
    let hash = event_hash(snapshot, incoming.platform, incoming.address, incoming.event);
    if seen(snapshot, &hash).is_some() {
        return Ok(Outcome::Known);
    }
    if consent_log(snapshot, incoming.participant).for_written_at(incoming.given_at) == Consent::No {
        return Ok(Outcome::NoConsent);
    }
    let part = Part {
        platform: incoming.platform.word().into(),
        room: incoming.address.into(),
        event: incoming.event.into(),
        at: incoming.at,
        text: incoming.text.into(),
        edited: 0,
        edits: Vec::new(),
    };
    if let Some(id) = joins(snapshot, incoming) {
        let mut parts = 0;
        rewrite(snapshot, id, Change::Joined, |body| {
            body.parts.push(part);
            body.parts.sort_by(|a, b| (a.at, &a.event).cmp(&(b.at, &b.event)));
            parts = body.parts.len();
        })?;
        if let Some(row) = snapshot.rows.contributions.edit(id) {
            row.at = row.at.min(incoming.at);
            row.given_at = row.given_at.min(incoming.given_at);
            row.open_until = if parts < MOST_PARTS { row.at + JOIN_FOR } else { 0 };
        }
        remember(snapshot, hash, "source", Some(id), None);
        return Ok(Outcome::Joined(id));
    }
    // What is written rests on its author still being there with this consent: who is forgotten, or
    // changes it, at the same moment makes this decision be made anew.
    snapshot.rows.participants.edit(incoming.participant);
    let receipt = next_receipt(snapshot, incoming.prefix);
    let id = snapshot.id();
    let key_id = snapshot.make_version_key(incoming.participant)?;
    let mut body = Body {
        parts: vec![part],
        passages: Vec::new(),
        on_behalf: incoming.on_behalf.clone(),
        language: incoming.language.into(),
        label: incoming.label.clone(),
    };
    let mut next_passage = 1;
    body.cut(&Body::default(), Change::Edited, &mut next_passage);
    let sealed = snapshot.seal(key_id, id, &body)?;
    snapshot.rows.contributions.insert(Contribution {
        id,
        rev: 1,
        consultation_id: incoming.consultation,
        room_id: incoming.room,
        participant_id: incoming.participant,
        receipt: receipt.to_string(),
        kind: incoming.kind.into(),
        state: "live".into(),
        at: incoming.at,
        given_at: incoming.given_at,
        open_until: if incoming.may_join { incoming.at + JOIN_FOR } else { 0 },
        cap: incoming.cap.map(|cap| cap.word().into()),
        question_id: incoming.question,
        basis: incoming.basis.map(Into::into),
        edits: 0,
        next_passage,
        key_id,
        sealed,
    });
    remember(snapshot, hash, "source", Some(id), None);
    Ok(Outcome::New(id))
}

/// The author's contribution in the same place whose two minutes take this one in. Also one that
/// begins a little later: history may bring parts in another order.
fn joins(snapshot: &Snapshot, incoming: &Incoming<'_>) -> Option<i64> {
    if !incoming.may_join {
        return None;
    }
    snapshot
        .rows
        .contributions
        .iter()
        .rev()
        .find(|c| {
            c.participant_id == incoming.participant
                && c.consultation_id == incoming.consultation
                && c.room_id == incoming.room
                && c.question_id == incoming.question
                && c.kind == incoming.kind
                && c.cap.as_deref() == incoming.cap.map(Consent::word)
                && c.state == "live"
                && c.open_until != 0
                && incoming.at <= c.open_until
                && incoming.at > c.at - JOIN_FOR
        })
        .map(|c| c.id)
}

/// Ends the two minutes of what an author wrote in a place: a command, or a reply to someone, came
/// between.
pub fn close(snapshot: &mut Snapshot, participant: i64, room: Option<i64>) {
    let open: Vec<i64> = snapshot
        .rows
        .contributions
        .iter()
        .filter(|c| c.participant_id == participant && c.room_id == room && c.open_until > snapshot.now)
        .map(|c| c.id)
        .collect();
    for id in open {
        if let Some(row) = snapshot.rows.contributions.edit(id) {
            row.open_until = 0;
        }
    }
}

/// Nothing joins a contribution any more: its author is shown it as it stands, for a word on that.
pub fn settle_text(snapshot: &mut Snapshot, id: i64) {
    if let Some(row) = snapshot.rows.contributions.edit(id) {
        row.open_until = 0;
    }
}

/// Cuts what grew into its passages, once everything is decided: who writes on and on is not read anew
/// with each message.
pub fn cut_grown(snapshot: &mut Snapshot) -> Result<(), StoreError> {
    for id in std::mem::take(&mut snapshot.grown) {
        let Some(row) = snapshot.rows.contributions.get(id).filter(|row| is_open(row)).cloned() else { continue };
        let mut body: Body = snapshot.open(row.key_id, id, &row.sealed)?;
        let mut next = row.next_passage;
        body.cut(&body.clone(), Change::Joined, &mut next);
        let sealed = snapshot.seal(row.key_id, id, &body)?;
        if let Some(row) = snapshot.rows.contributions.edit(id) {
            (row.sealed, row.next_passage) = (sealed, next);
        }
    }
    Ok(())
}

/// How a contribution's text becomes another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// A message joined it.
    Joined,
    /// What stood there is no more, or says something else.
    Edited,
}

/// Seals a contribution's changed text under a new key and destroys the key of the text before.
pub(super) fn rewrite(
    snapshot: &mut Snapshot,
    id: i64,
    how: Change,
    change: impl FnOnce(&mut Body),
) -> Result<(), StoreError> {
    let Some(row) = snapshot.rows.contributions.get(id).cloned() else { return Ok(()) };
    let before: Body = snapshot.open(row.key_id, id, &row.sealed)?;
    let mut body = before.clone();
    change(&mut body);
    let mut next = row.next_passage;
    // The passages still lie where they were in a text that only went on.
    if how == Change::Joined && body.parts.starts_with(&before.parts) {
        snapshot.grown.insert(id);
    } else {
        body.cut(&before, how, &mut next);
    }
    snapshot.destroy_key(row.key_id);
    let key_id = snapshot.make_version_key(row.participant_id)?;
    let sealed = snapshot.seal(key_id, id, &body)?;
    if let Some(row) = snapshot.rows.contributions.edit(id) {
        row.key_id = key_id;
        row.sealed = sealed;
        row.next_passage = next;
        row.edits += i64::from(how == Change::Edited);
    }
    Ok(())
}

/// Gives a message on the record the text that it has since an event. Says whether that is another
/// one: what is older than an edit already taken changes nothing.
pub fn edit(snapshot: &mut Snapshot, event: &Event, message: &str, text: &str) -> Result<bool, StoreError> {
    let Some(id) = of_event(snapshot, event.platform, &event.room, message) else { return Ok(false) };
    let Some(row) = snapshot.rows.contributions.get(id).cloned() else { return Ok(false) };
    let body: Body = snapshot.open(row.key_id, id, &row.sealed)?;
    let at = event.at;
    let place = body.parts.iter().position(|part| part.is(event, message) && part.edited <= at);
    let Some(place) = place else { return Ok(false) };
    let changes = body.parts.get(place).is_some_and(|part| part.text != text);
    // Where an edit goes by the name of its message, there is none to be taken back alone.
    let by = matches!(event.body, Heard::Edit { .. }).then_some(&event.id).filter(|by| *by != message);
    if let Some(by) = by {
        let hash = event_hash(snapshot, event.platform, &event.room, by);
        remember(snapshot, hash, "edit", Some(id), None);
    }
    rewrite(snapshot, id, Change::Edited, |body| {
        if let Some(part) = body.parts.get_mut(place) {
            part.text = text.into();
            part.edited = at;
            part.edits.extend(by.cloned());
        }
    })?;
    Ok(changes)
}

/// The message on the record that an event edited which is taken back now, and its contribution.
/// It says so once.
pub fn edit_taken_back(
    snapshot: &mut Snapshot,
    event: &Event,
    edit: &str,
) -> Result<Option<(i64, String)>, StoreError> {
    let hash = event_hash(snapshot, event.platform, &event.room, edit);
    let id = seen(snapshot, &hash).filter(|s| s.kind == "edit").and_then(|s| s.contribution_id);
    let Some(row) = id.and_then(|id| snapshot.rows.contributions.get(id)).cloned() else { return Ok(None) };
    let Some(body) = body_of(snapshot, &row)? else { return Ok(None) };
    let part = body.parts.into_iter().find(|part| part.edits.iter().any(|of| of == edit));
    remember(snapshot, hash, "gone", Some(row.id), None);
    Ok(part.map(|part| (row.id, part.event)))
}

/// The contribution on the record that came from an event.
pub fn of_event(snapshot: &Snapshot, platform: Platform, address: &str, event: &str) -> Option<i64> {
    let hash = event_hash(snapshot, platform, address, event);
    let id = seen(snapshot, &hash).filter(|s| s.kind == "source")?.contribution_id?;
    snapshot.rows.contributions.get(id).filter(|c| is_open(c)).map(|c| c.id)
}

/// Whether a contribution's text is still there.
pub fn is_open(contribution: &Contribution) -> bool {
    contribution.key_id != 0
}

/// What a contribution says; nothing, where it was withdrawn.
pub fn body_of(snapshot: &Snapshot, contribution: &Contribution) -> Result<Option<Body>, StoreError> {
    if !is_open(contribution) {
        return Ok(None);
    }
    snapshot.open(contribution.key_id, contribution.id, &contribution.sealed).map(Some)
}

/// The contribution of a receipt.
pub fn by_receipt<'a>(snapshot: &'a Snapshot, receipt: &Receipt) -> Option<&'a Contribution> {
    snapshot.rows.contributions.find(|c| c.receipt == receipt.as_str())
}

impl Passage {
    /// The passage's name.
    pub fn id(&self, receipt: &str) -> Option<PassageId> {
        Some(PassageId { receipt: Receipt::parse(receipt)?, number: self.number })
    }
}

/// The next receipt: a keyed permutation of the sequence, of ten thousand numbers first, then of
/// ninety thousand with five digits, and so on.
fn next_receipt(snapshot: &mut Snapshot, prefix: &str) -> Receipt {
    let name = format!("receipt:{prefix}");
    let known = snapshot.rows.counters.find(|c| c.name == name).map(|c| c.id);
    let sequence = match known.and_then(|id| snapshot.rows.counters.edit(id)) {
        Some(counter) => {
            counter.value += 1;
            counter.value - 1
        }
        None => {
            let id = snapshot.id();
            snapshot.rows.counters.insert(Counter { id, rev: 1, name, value: 1 });
            0
        }
    };
    let sequence = u64::try_from(sequence).unwrap_or_default();
    let (mut first, mut end) = (0, 10_000);
    while sequence >= end {
        (first, end) = (end, end * 10);
    }
    Receipt::new(prefix, first + snapshot.ring().permute(prefix, sequence - first, end - first))
}
