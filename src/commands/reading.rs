//! What rapporteurs and coordinators read, and how authors are told how they were read.

use super::card::{language_of, title_of};
use super::desk::{Desk, Done};
use super::order::{Order, Scheduled, Wanted};
use super::rooms::{for_office, log};
use super::scope::{self, Asked, Schedule};
use super::table::{access_of, roles_of};
use super::{Failure, hosting, only};
use crate::analysis;
use crate::args;
use crate::chat::{Span, Spans};
use crate::digest::Scope;
use crate::i18n::{Args, town};
use crate::model::{Consent, Kind, Language, Receipt, Role, Time};
use crate::record;
use crate::store::{Contribution, Snapshot, StoreError};

/// How one passage is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// Its number in the contribution.
    pub number: i64,
    /// Its words.
    pub text: String,
    /// Its language, as a tag.
    pub language: String,
    /// Whether anybody here can analyse that language.
    pub readable: bool,
    /// The objective that counts, if any.
    pub objective: Option<u8>,
    /// What it does.
    pub kind: Kind,
    /// The words that decided the objective.
    pub because: Vec<String>,
    /// Whether someone corrected it.
    pub tagged: bool,
}

/// How the passages of a contribution are read, in the order of its text: by the analysis, the
/// room and the corrections in force, as a digest reads them.
pub fn passages(snap: &Snapshot, contribution: &Contribution) -> Result<Vec<Read>, StoreError> {
    let Some(body) = record::body_of(snap, contribution)? else { return Ok(Vec::new()) };
    let prior = record::prior(snap, contribution.room_id, contribution.question_id)?;
    let mut tags: Vec<_> = snap.rows.tags.iter().filter(|tag| tag.contribution_id == contribution.id).collect();
    tags.sort_by_key(|tag| std::cmp::Reverse((tag.at, tag.id)));
    let text = body.text();
    let mut of: Vec<_> = body.passages.iter().collect();
    of.sort_by_key(|passage| (passage.start, passage.number));
    Ok(of
        .into_iter()
        .map(|passage| {
            let words = record::passage_text(&text, passage).trim();
            let reading = analysis::read(words, Some(&body.language), prior);
            // The latest word on the passage itself, or else on the whole.
            let own = || {
                let whole = tags.iter().filter(|tag| tag.passage.is_none());
                tags.iter().filter(|tag| tag.passage == Some(passage.number)).chain(whole)
            };
            let objective = own().find_map(|tag| tag.objective).and_then(|number| u8::try_from(number).ok());
            let kind = own().find_map(|tag| tag.kind.as_deref().and_then(Kind::parse));
            let first = reading.objectives.into_iter().next();
            let read = first.as_ref().map(|first| first.number);
            let counts = objective.map_or(read, |number| Some(number).filter(|number| *number != 0));
            Read {
                number: passage.number,
                text: words.to_owned(),
                language: reading.language.tag,
                readable: reading.language.readable,
                objective: counts,
                kind: kind.unwrap_or(reading.kind),
                because: first.filter(|first| Some(first.number) == counts).map(|f| f.because).unwrap_or_default(),
                tagged: objective.is_some() || kind.is_some(),
            }
        })
        .collect())
}

/// `recommendation · objective 6, because: “frais de recrutement”`.
pub fn line(desk: &Desk<'_>, read: &Read) -> String {
    if !read.readable && !read.tagged {
        return desk.plain("reading-not-readable");
    }
    let mut parts: Vec<String> = Vec::new();
    if read.kind != Kind::Other {
        parts.push(desk.plain(&format!("kind-{}", read.kind.name())));
    }
    match read.objective {
        None => parts.push(desk.plain("reading-no-objective")),
        Some(number) => {
            let mut objective = desk.text("reading-objective", &args![("number", u32::from(number))]);
            if !read.because.is_empty() {
                let words: Vec<String> = read.because.iter().map(|words| desk.voice.quote(words)).collect();
                let because = desk.text("reading-because", &args![("words", desk.voice.commas(&words))]);
                objective = format!("{objective}, {because}");
            }
            parts.push(objective);
        }
    }
    parts.join(" · ")
}

/// A language by its own name, or its tag where the bot does not speak it.
fn language_name(tag: &str) -> String {
    Language::ALL.into_iter().find(|l| l.code() == tag).map_or_else(|| tag.to_owned(), |l| l.own_name().to_owned())
}

/// The days of the digests in which a contribution stands.
fn cited_in(desk: &Desk<'_>, contribution: i64) -> Vec<String> {
    let posts: Vec<i64> =
        desk.snap.rows.citations.iter().filter(|c| c.contribution_id == contribution).map(|c| c.post_id).collect();
    let mut days: Vec<(Time, String)> = desk
        .snap
        .rows
        .posts
        .iter()
        .filter(|post| posts.contains(&post.id) && post.kind == "digest" && post.state != "down")
        .map(|post| (post.at, desk.voice.short_date(post.at, &desk.timezone())))
        .collect();
    days.sort();
    let mut days: Vec<String> =
        days.into_iter().map(|(_, day)| desk.text("digest-of-day", &args![("day", day)])).collect();
    days.dedup();
    days
}

fn level_name(desk: &Desk<'_>, consent: Consent) -> String {
    desk.plain(&format!("consent-level-{}", consent.word()))
}

/// `why AF-0042`: for its author, how it was read, by which words, and in which digests it stands.
pub fn explain(desk: &mut Desk<'_>, receipt: &Receipt) -> Done {
    let own: Vec<i64> = record::participants(desk.snap, &desk.account).iter().map(|p| p.id).collect();
    let found = record::by_receipt(desk.snap, receipt).filter(|c| own.contains(&c.participant_id)).cloned();
    let Some(contribution) = found else {
        return Err(desk.refuse("record-not-yours", &args![("receipt", receipt)]));
    };
    desk.turn_to(contribution.consultation_id);
    if !record::is_open(&contribution) {
        return Err(desk.refuse("record-already-withdrawn", &args![("receipt", receipt)]));
    }
    let mut document = desk.document().heading(desk.text("explain-heading", &args![("receipt", receipt)]));
    for read in passages(desk.snap, &contribution)? {
        let cite = Span::cite(format!("{receipt}.{}", read.number));
        let mut about = line(desk, &read);
        if read.tagged {
            about = format!("{about} · {}", desk.plain("tag-corrected"));
        }
        let attribution = Spans::from(vec![cite, Span::text(format!(" · {about}"))]);
        document = document.quote(read.text, Some(&read.language), attribution);
    }
    let level = level_name(desk, record::consent_of(desk.snap, &contribution));
    document = document.text(desk.text("explain-consent", &args![("level", level)]));
    if contribution.state == "hidden" {
        document = document.text(desk.plain("contributions-hidden"));
    }
    let cited = cited_in(desk, contribution.id);
    document = document.text(match cited.is_empty() {
        true => desk.plain("explain-not-cited"),
        false => desk.text("contributions-cited", &args![("digests", desk.voice.list(&cited))]),
    });
    let command = desk.typed_in_private(&format!("tag {receipt}"));
    document = document.small(desk.text("explain-wrong", &args![("command", command)]));
    document = document.button(desk.plain("button-withdraw"), format!("withdraw {receipt}"));
    desk.whisper(document)?;
    Ok(())
}

/// `digest …`: of a scope, in the room or in private, for who runs or reports on the consultation;
/// for everyone else the one that was published last. `digest every Monday 9:00` posts this room's
/// by itself, `digest never` ends that.
pub fn digest(desk: &mut Desk<'_>, rest: &str) -> Done {
    scope::turn(desk, rest)?;
    // Everyone who may not ask for one gets the published one, whatever the scope that was typed. The
    // rapporteur of a room may ask for that of the room.
    let asked = scope::read(desk, rest);
    let own = asked.as_ref().ok().filter(|asked| asked.schedule.is_none()).and_then(|asked| asked.scope.room);
    if !desk.holds(roles_of("digest")) && !own.is_some_and(|room| hosting::reports(desk, room)) {
        let consultation = desk.the_consultation()?.id;
        return Order::private(desk, Wanted::Published { consultation }).queue(desk);
    }
    let asked = asked?;
    if let Some(schedule) = &asked.schedule {
        return self::schedule(desk, schedule);
    }
    let room = desk.room.clone();
    let subject = subject(desk, &asked);
    desk.audit(access_of("digest"), "digest", &subject)?;
    let of_room = room.as_ref().map(|room| language_of(desk.snap, room));
    let wanted = Wanted::Digest { scope: asked.scope, screen: asked.screen, format: asked.format };
    let mut order = Order::private(desk, wanted);
    // A file goes to who asked for it alone: what stands in a room is mended, and it could not be.
    if let (Some(of_room), false) = (of_room, desk.event.direct || asked.format.is_some()) {
        order = Order { language: of_room, ..order.in_the_room(desk) };
    }
    Order { language: asked.language.unwrap_or(order.language), ..order }.queue(desk)
}

/// What an order is about, for the audit log: names of rooms and numbers, no content.
fn subject(desk: &Desk<'_>, asked: &Asked) -> String {
    let scope = &asked.scope;
    let mut parts = vec![desk.consultation.as_ref().map(|c| c.slug.clone()).unwrap_or_default()];
    let rooms = scope.room.iter().chain(&scope.rooms);
    parts.extend(rooms.filter_map(|id| desk.snap.rows.rooms.get(*id)).map(|room| room.name.clone()));
    parts.extend(scope.objective.map(|number| format!("objective {number}")));
    parts.extend(scope.round_table.map(|number| format!("round table {number}")));
    parts.extend(scope.subregion.clone());
    parts.extend(scope.kind.map(|kind| kind.name().to_owned()));
    parts.extend(scope.category.as_ref().map(|category| category.0.clone()));
    parts.extend(scope.language.clone());
    parts.join(" ")
}

/// Sets when the room's digest comes by itself. The room's log holds what was set last; a job that
/// finds another time there is out of date.
fn schedule(desk: &mut Desk<'_>, schedule: &Schedule) -> Done {
    let room = desk.the_room()?;
    let at = desk.event.at;
    let document = match schedule {
        Schedule::Every(weekly) => {
            let value = serde_json::to_string(weekly).unwrap_or_default();
            log(desk.snap, room.id, "digest", value, at);
            let first = weekly.next_after(desk.snap.now);
            let what = Scheduled { room: room.id, weekly: weekly.clone() };
            desk.snap.queue_job("scheduled-digest", Some(room.id), &what, first)?;
            let first = format!("{} {}", desk.voice.day_time(first, &weekly.zone), town(&weekly.zone));
            desk.document()
                .text(desk.text("digest-scheduled", &args![("first", first)]))
                .small(desk.text("digest-scheduled-end", &args![("command", desk.typed("digest never"))]))
        }
        Schedule::Never => {
            if scheduled(desk.snap, room.id).is_none() {
                return Err(desk.refuse("digest-not-scheduled", &Args::new()));
            }
            log(desk.snap, room.id, "digest", "never", at);
            desk.document().text(desk.plain("digest-unscheduled"))
        }
    };
    desk.audit(access_of("digest"), "digest schedule", &room.name)?;
    desk.answer(document)?;
    Ok(())
}

/// Ends that a room's digest comes by itself.
pub fn unschedule(snap: &mut Snapshot, room: i64) {
    let now = snap.now;
    log(snap, room, "digest", "never", now);
}

/// When a room's digest comes by itself, by its log.
pub fn scheduled(snap: &Snapshot, room: i64) -> Option<super::Weekly> {
    serde_json::from_str(record::held_at(snap, room, "digest", Time::MAX)?).ok()
}

/// `show AF-0042`: what was written and how it is read. It is written down who read it.
pub fn show(desk: &mut Desk<'_>, rest: &str) -> Done {
    let contribution = for_office(desk, "show", rest)?;
    let receipt = contribution.receipt.clone();
    let consent = record::consent_of(desk.snap, &contribution);
    let read = passages(desk.snap, &contribution)?;
    let mut about = vec![receipt.clone()];
    about.push(match contribution.room_id.and_then(|id| desk.snap.rows.rooms.get(id)) {
        Some(room) => title_of(desk.snap, room, desk.language()),
        None if contribution.kind == "import" => desk.plain("show-imported"),
        None => desk.plain("show-private"),
    });
    about.push(desk.voice.day_time(contribution.at, &desk.timezone()));
    if let Some(first) = read.first() {
        about.push(language_name(&first.language));
    }
    about.push(level_name(desk, consent));
    if contribution.edits > 0 {
        about.push(desk.text("contributions-edited", &args![("count", contribution.edits)]));
    }
    if contribution.state == "hidden" {
        about.push(desk.plain("contributions-hidden"));
    }
    let mut document = desk.document().heading(about.join(" · "));
    for passage in &read {
        let cite = Span::cite(format!("{receipt}.{}", passage.number));
        let mut text = line(desk, passage);
        if passage.tagged {
            text = format!("{text} · {}", desk.plain("tag-corrected"));
        }
        let attribution = Spans::from(vec![cite, Span::text(format!(" · {text}"))]);
        document = document.quote(passage.text.clone(), Some(&passage.language), attribution);
    }
    if !consent.quotes() {
        document = document.text(desk.plain("show-not-quoted"));
    }
    let cited = cited_in(desk, contribution.id);
    if !cited.is_empty() {
        document = document.text(desk.text("show-cited", &args![("digests", desk.voice.list(&cited))]));
    }
    let role = desk.roles.iter().map(|(role, _)| *role).find(|role| roles_of("show").contains(role));
    let role = desk.plain(&format!("role-one-{}", role.unwrap_or(Role::Secretariat).word()));
    let title = desk.settings().title(desk.language()).to_owned();
    document = document.small(desk.text("show-audited", &args![("role", role), ("consultation", title)]));
    desk.audit(access_of("show"), "show", &receipt)?;
    desk.whisper_words(contribution.id, document)?;
    Ok(())
}

/// `quotes …`: the passages of a scope that may be quoted, in private.
pub fn quotes(desk: &mut Desk<'_>, rest: &str) -> Done {
    let asked = report(desk, "quotes", rest)?;
    let wanted = Wanted::Quotes { scope: asked.scope };
    let order = Order::private(desk, wanted);
    Order { language: asked.language.unwrap_or(order.language), ..order }.queue(desk)
}

/// `export …`: what may be exported of a scope, with a manifest, in private.
pub fn export(desk: &mut Desk<'_>, rest: &str) -> Done {
    let asked = report(desk, "export", rest)?;
    // An export holds the whole of a room or consultation: less than was asked for is not given out
    // as if it were that.
    let whole = Scope { room: asked.scope.room, ..Scope::consultation(asked.scope.consultation, desk.snap.now) };
    if asked.scope != whole {
        let example = desk.typed("export room west-africa");
        return Err(desk.refuse("export-whole", &args![("example", example)]));
    }
    let wanted = Wanted::Export { scope: asked.scope, format: asked.format };
    let order = Order::private(desk, wanted);
    Order { language: asked.language.unwrap_or(order.language), ..order }.queue(desk)
}

/// Reads the scope of a report, for who may have one in its consultation; it is written down.
fn report(desk: &mut Desk<'_>, command: &str, rest: &str) -> Result<Asked, Failure> {
    let asked = scope::read(desk, rest)?;
    if !desk.holds(roles_of(command)) {
        return Err(only(desk, command, roles_of(command)));
    }
    if asked.schedule.is_some() {
        let usage = desk.typed(&super::person::usage(desk, command));
        return Err(desk.refuse("error-too-much", &args![("typed", desk.voice.quote(rest)), ("usage", usage)]));
    }
    let subject = subject(desk, &asked);
    desk.audit(access_of(command), command, &subject)?;
    Ok(asked)
}
