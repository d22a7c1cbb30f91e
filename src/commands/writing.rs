//! What stakeholders write by command, and what they do with what they wrote.

use super::Failure;
use super::desk::{Desk, Done, room_settings};
use super::person::usage;
use super::rooms::was_bound;
use super::{registering, talk};
use crate::analysis::{self, objective::Prior};
use crate::args;
use crate::chat::sanitise::MAX_TEXT;
use crate::chat::{Body as Heard, Event, Span, Spans};
use crate::i18n::{Args, Speaker};
use crate::model::{Kind, PassageId, Receipt};
use crate::record::{self, Body, Incoming, OnBehalf};
use crate::store::Contribution;
use crate::vocabulary::Vocabulary;
use std::collections::VecDeque;

/// The longest name of a group, in characters.
const LONGEST_NAME: usize = 80;

/// As what something is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum As {
    /// A message in a room.
    Message,
    /// The answer to a question of this number.
    Answer(i64),
    /// A private message.
    Private,
    /// A submission.
    Submission,
    /// What its author asked to include: consent is judged by the moment of asking.
    Asked,
}

/// Nothing is noted of who said `stop`, whatever way they take, until they go on.
pub(super) fn is_not_paused(desk: &Desk<'_>, participant: i64) -> Done {
    match desk.snap.rows.participants.get(participant).is_some_and(|person| person.muted != 0) {
        true => Err(desk.refuse("status-paused", &args![("command", desk.typed("join"))])),
        false => Ok(()),
    }
}

/// Notes something that the author of `event` wrote, and acknowledges it.
pub fn take(desk: &mut Desk<'_>, event: &Event, text: &str, how: As) -> Done {
    take_for(desk, event, text, how, None)
}

fn take_for(desk: &mut Desk<'_>, event: &Event, text: &str, how: As, on_behalf: Option<OnBehalf>) -> Done {
    let participant = desk.the_participant()?;
    is_not_paused(desk, participant)?;
    let Some(consultation) = &desk.consultation else { return Err(desk.which_consultation()) };
    let region = Vocabulary::current().region(&consultation.region);
    let (consultation, prefix) = (consultation.id, region.map_or("GL", |region| region.prefix.as_str()));
    let text = text.trim();
    if text.is_empty() {
        return Err(desk.refuse("error-empty", &args![("command", desk.typed("say"))]));
    }
    if text.len() > MAX_TEXT {
        let (size, limit) = (text.len().div_ceil(1024), MAX_TEXT / 1024);
        return Err(desk.refuse("error-too-long", &args![("size", size), ("limit", limit)]));
    }
    let room = if event.direct || how == As::Private { None } else { record::room_of(desk.snap, event) };
    let given_at = if how == As::Asked { desk.snap.now } else { event.at };
    let room = room.filter(|room| was_bound(desk.snap, room.id, given_at));
    let room = room.map(|room| (room.id, room_settings(room)));
    // What was said in a rehearsal goes with it, also where it is only heard later.
    if room.as_ref().is_some_and(|(id, set)| record::rehearsed(desk.snap, *id, event.at) && !set.rehearsal) {
        return Ok(());
    }
    let language = desk
        .snap
        .rows
        .participants
        .get(participant)
        .map(|p| p.language.clone())
        .unwrap_or_else(|| desk.language().code().into());
    let cap = record::cap_of(desk.snap, participant, &desk.account)?;
    let incoming = Incoming {
        platform: event.platform,
        address: &event.room,
        event: &event.id,
        at: event.at,
        participant,
        consultation,
        room: room.as_ref().map(|(id, _)| *id),
        kind: match how {
            As::Answer(_) => "answer",
            As::Submission => "submission",
            _ if room.is_none() => "private",
            _ => "message",
        },
        text,
        language: &language,
        prefix,
        given_at,
        question: if let As::Answer(question) = how { Some(question) } else { None },
        may_join: how != As::Submission,
        on_behalf,
        basis: None,
        cap,
        label: None,
    };
    let outcome = record::note(desk.snap, &incoming)?;
    if matches!(outcome, record::Outcome::New(_) | record::Outcome::Joined(_))
        && let Some((room, _)) = &room
        && let Some(row) = desk.snap.rows.rooms.edit(*room)
    {
        row.noted += 1;
        row.noted_at = Some(event.at.max(row.noted_at.unwrap_or_default()));
    }
    talk::acknowledge(desk, event, room.map(|(_, set)| set.ack), &outcome)
}

/// `say`: one contribution by command, in any room or in private.
pub fn say(desk: &mut Desk<'_>, rest: &str) -> Done {
    let event = desk.event.clone();
    let how = if event.direct { As::Private } else { As::Message };
    let text = with_files(desk, rest)?;
    take(desk, &event, &text, how)
}

/// `submit`: a long text or a file, for oneself, or `for NAME; NAME: text`.
pub fn submit(desk: &mut Desk<'_>, rest: &str) -> Done {
    let event = desk.event.clone();
    let with_file = matches!(&event.body, Heard::Message(message) if !message.files.is_empty());
    let (on_behalf, text) = on_behalf(desk, rest, with_file)?;
    let text = with_files(desk, text)?;
    registering::takes_submissions(desk)?;
    match (text.is_empty(), &on_behalf) {
        (true, None) => return registering::submission(desk),
        (true, Some(_)) => return Err(desk.refuse("error-empty", &args![("command", desk.typed("submit"))])),
        (false, _) => {}
    }
    take_for(desk, &event, &text, As::Submission, on_behalf)
}

/// What was submitted by a form: the text, and for whom, the names separated by semicolons.
pub fn submitted(desk: &mut Desk<'_>, text: &str, names: &str) -> Done {
    let event = desk.event.clone();
    let on_behalf = group(desk, names)?;
    take_for(desk, &event, text, As::Submission, on_behalf)
}

/// What a command says, and after it what the files say that came with it.
fn with_files(desk: &Desk<'_>, text: &str) -> Result<String, Failure> {
    let Heard::Message(message) = &desk.event.body else { return Ok(text.to_owned()) };
    match message.refused() {
        Some((name, refusal)) => Err(talk::file_refused(desk, name, refusal)),
        None => Ok(message.with_files(text)),
    }
}

/// `for Union of Examples; Second Signatory: text` in any language's word for "for"; with a file, the
/// names alone. What begins so and is too long for names is not guessed at.
fn on_behalf<'t>(desk: &Desk<'_>, rest: &'t str, with_file: bool) -> Result<(Option<OnBehalf>, &'t str), Failure> {
    let words = desk.voice.words("words-for");
    let lower = rest.to_lowercase();
    let word = words.iter().find(|word| lower.strip_prefix(word.as_str()).is_some_and(|r| r.starts_with(' ')));
    let after = word.and_then(|word| rest.get(word.len()..));
    let alone = |after: &'t str| with_file.then_some((after, ""));
    let named = after.and_then(|after| after.split_once([':', '：', '\n']).or_else(|| alone(after)));
    let Some((names, text)) = named else { return Ok((None, rest)) };
    match group(desk, names)? {
        Some(group) => Ok((Some(group), text.trim())),
        None => Err(nobody(desk)),
    }
}

fn nobody(desk: &Desk<'_>) -> Failure {
    let example = desk.typed("submit for Union of Examples: …");
    desk.refuse("error-on-behalf", &args![("example", example)])
}

/// The group of these names, the first of which submits.
fn group(desk: &Desk<'_>, names: &str) -> Result<Option<OnBehalf>, Failure> {
    let names = names.split([';', '；']).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let mut names: VecDeque<String> = names.collect();
    if names.iter().any(|name| name.chars().count() > LONGEST_NAME) {
        return Err(nobody(desk));
    }
    Ok(names.pop_front().map(|name| OnBehalf { name, signatories: names.into() }))
}

/// How a contribution was read, in one line: objectives and kind of its first passages. Nothing
/// where nobody here can read its language or nothing was found.
pub fn reading_line(voice: Speaker, body: &Body, prior: Prior) -> Option<String> {
    let reading = analysis::read(&body.text(), Some(&body.language), prior);
    if !reading.language.readable {
        return None;
    }
    let mut parts: Vec<String> = reading
        .objectives
        .iter()
        .take(2)
        .map(|o| voice.say("reading-objective", &args![("number", u32::from(o.number))]))
        .collect();
    if reading.kind != Kind::Other {
        parts.push(voice.say_plain(&format!("kind-{}", reading.kind.name())));
    }
    (!parts.is_empty()).then(|| voice.commas(&parts))
}

/// The contributions of the person that are still there, oldest first.
fn own(desk: &Desk<'_>, participant: i64) -> Vec<Contribution> {
    let mut own: Vec<Contribution> = desk
        .snap
        .rows
        .contributions
        .iter()
        .filter(|c| c.participant_id == participant && record::is_open(c))
        .cloned()
        .collect();
    own.sort_by_key(|c| (c.at, c.id));
    own
}

/// `my contributions`: one's own words with their receipts.
pub fn my_contributions(desk: &mut Desk<'_>, _: &str) -> Done {
    let participant = desk.the_participant()?;
    let own = own(desk, participant);
    if own.is_empty() {
        let document = desk.document().text(desk.plain("contributions-none"));
        desk.whisper(document)?;
        return Ok(());
    }
    let mut document = desk.document().heading(desk.plain("contributions-heading"));
    for contribution in own {
        let Some(body) = record::body_of(desk.snap, &contribution)? else { continue };
        let mut about = vec![contribution.receipt.clone()];
        if let Some(room) = contribution.room_id.and_then(|id| desk.snap.rows.rooms.get(id)) {
            about.push(super::room_title(desk, room));
        }
        about.push(desk.voice.day_time(contribution.at, &desk.timezone()));
        if contribution.edits > 0 {
            about.push(desk.text("contributions-edited", &args![("count", contribution.edits)]));
        }
        if contribution.state == "hidden" {
            about.push(desk.plain("contributions-hidden"));
        }
        document = document.quote(body.text(), Some(&body.language), about.join(" · "));
    }
    desk.whisper(document)?;
    Ok(())
}

/// The person's contribution of the receipt in a line, in whichever consultation, or the word that
/// there is none. Turns to its consultation.
pub(super) fn own_of(desk: &mut Desk<'_>, rest: &str) -> Result<Contribution, Failure> {
    let participant = desk.the_participant()?;
    let Some(receipt) = Receipt::parse(rest.split('.').next().unwrap_or_default()) else {
        let example = own(desk, participant).last().map_or("AF-0042".into(), |c| c.receipt.clone());
        return Err(if rest.trim().is_empty() {
            let usage = desk.prefixed(&usage(desk, "withdraw"));
            yours(desk, participant, &desk.text("error-missing", &args![("usage", usage)]))
        } else {
            desk.refuse("error-receipt", &args![("typed", rest.trim()), ("example", example)])
        });
    };
    let own_everywhere: Vec<i64> = record::participants(desk.snap, &desk.account).iter().map(|p| p.id).collect();
    let found = record::by_receipt(desk.snap, &receipt).filter(|c| own_everywhere.contains(&c.participant_id));
    match found.cloned() {
        Some(contribution) if record::is_open(&contribution) => {
            desk.turn_to(contribution.consultation_id);
            Ok(contribution)
        }
        Some(_) => Err(desk.refuse("record-already-withdrawn", &args![("receipt", &receipt)])),
        None => Err(yours(desk, participant, &desk.text("record-not-yours", &args![("receipt", &receipt)]))),
    }
}

/// What was wrong, and which receipts the person has.
fn yours(desk: &Desk<'_>, participant: i64, wrong: &str) -> Failure {
    let receipts: Vec<String> = own(desk, participant).into_iter().map(|c| c.receipt).collect();
    let yours = match receipts.is_empty() {
        true => desk.plain("record-yours-none"),
        false => desk.text("record-yours-are", &args![("receipts", desk.voice.commas(&receipts))]),
    };
    Failure::User(desk.document().text(format!("{wrong} {yours}")))
}

/// `withdraw AF-0042`.
pub fn withdraw(desk: &mut Desk<'_>, rest: &str) -> Done {
    let contribution = own_of(desk, rest)?;
    record::withdraw(desk.snap, contribution.id)?;
    let text = desk.text("record-withdrawn", &args![("receipt", contribution.receipt.as_str())]);
    let document = desk.document().text(text);
    desk.whisper(document)?;
    Ok(())
}

/// Queues the mending of everything that shows something of a person: less of it may be shown. What
/// they wrote for other consultations too: where it counts for several, the strictest of their words holds.
pub fn mend_all(desk: &mut Desk<'_>) -> Result<(), crate::store::StoreError> {
    let people: Vec<i64> = record::participants(desk.snap, &desk.account).iter().map(|p| p.id).collect();
    let written: Vec<i64> = people.into_iter().flat_map(|person| own(desk, person)).map(|c| c.id).collect();
    for id in written {
        record::mend(desk.snap, id)?;
    }
    Ok(())
}

/// `approve AF-0042.1`: the author's word on that very quotation; alone, what waits for it.
pub fn approve(desk: &mut Desk<'_>, rest: &str) -> Done {
    let participant = desk.the_participant()?;
    let (id, declines) = match rest.trim().rsplit_once(' ') {
        Some((id, word)) => (id.trim(), talk::yes_or_no(desk, word, None) == Some(false)),
        None => (rest.trim(), false),
    };
    if id.is_empty() {
        let waiting: Vec<(String, String)> = own(desk, participant)
            .iter()
            .flat_map(|c| {
                let asked = desk.snap.rows.approvals.iter().filter(|a| a.contribution_id == c.id && a.state == "asked");
                asked.map(|a| (c.clone(), a.passage)).collect::<Vec<_>>()
            })
            .filter_map(|(c, number)| {
                let body = record::body_of(desk.snap, &c).ok()??;
                let passage = body.passages.iter().find(|p| p.number == number)?.clone();
                let text = record::passage_text(&body.text(), &passage).to_owned();
                Some((passage.id(&c.receipt)?.to_string(), text))
            })
            .collect();
        if waiting.is_empty() {
            return Err(desk.refuse("approve-none", &Args::new()));
        }
        let mut document = desk.document().text(desk.plain("approve-waiting"));
        for (id, text) in waiting {
            document = document.quote(
                text,
                None,
                Spans::from(vec![Span::code(desk.typed_in_private(&format!("approve {id}")))]),
            );
        }
        desk.whisper(document)?;
        return Ok(());
    }
    let contribution = own_of(desk, id)?;
    let body = record::body_of(desk.snap, &contribution)?.unwrap_or_default();
    // By its number it is the one that was shown: what took its place since is another.
    let number = PassageId::parse(id).map(|p| p.number);
    let is_it =
        |p: &&record::Passage| number.map_or(p.number == 1 || body.passages.len() == 1, |number| p.number == number);
    let Some(passage) = body.passages.iter().find(is_it) else {
        let all: Vec<String> =
            body.passages.iter().filter_map(|p| p.id(&contribution.receipt)).map(|p| p.to_string()).collect();
        return Err(desk.refuse("approve-which", &args![("passages", desk.voice.commas(&all))]));
    };
    let state = if declines { "declined" } else { "approved" };
    let known = desk.snap.rows.approvals.find(|a| a.contribution_id == contribution.id && a.passage == passage.number);
    let known = known.map(|a| a.id);
    let at = desk.snap.now;
    if let Some(row) = known.and_then(|id| desk.snap.rows.approvals.edit(id)) {
        row.state = state.into();
        row.at = at;
    } else {
        let id = desk.snap.id();
        desk.snap.rows.approvals.insert(crate::store::Approval {
            id,
            rev: 1,
            contribution_id: contribution.id,
            passage: passage.number,
            state: state.into(),
            at,
        });
    }
    record::settle_text(desk.snap, contribution.id);
    if declines {
        record::mend(desk.snap, contribution.id)?;
    }
    let id = passage.id(&contribution.receipt).map(|p| p.to_string()).unwrap_or_default();
    let key = if declines { "approve-declined" } else { "approve-done" };
    let document = desk.document().text(desk.text(key, &args![("passage", id)])).quote(
        record::passage_text(&body.text(), passage),
        None,
        Spans::default(),
    );
    desk.whisper(document)?;
    Ok(())
}
