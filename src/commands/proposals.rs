//! What may be meant where someone is typing what a command takes: shown to that person alone.

use super::card::{title_of, with_town};
use super::desk::Desk;
use super::moment::{self, Meant};
use super::parse::fold;
use super::rooms::is_bound;
use super::scope::{Known, Takes, take_apart};
use super::talk::excerpt;
use crate::chat::{ParamKind, Proposal};
use crate::model::WEEK;
use crate::record::{self, Body};
use crate::store::{Approval, Contribution, StoreError};
use crate::vocabulary::{Objective, Vocabulary};

/// The options whose values are proposed.
const PROPOSED: &[Known] = &[("objective", Takes::Value), ("room", Takes::Value), ("country", Takes::Value)];

/// What is proposed for a parameter of which so much is typed. Everything that its caller wrote must
/// have been loaded.
pub fn proposals(desk: &Desk<'_>, kind: ParamKind, typed: &str) -> Result<Vec<Proposal>, StoreError> {
    if kind == ParamKind::Options {
        return Ok(options(desk, typed));
    }
    let typed = fold(typed);
    let all = match kind {
        ParamKind::Objective => objectives(desk),
        ParamKind::Receipt => receipts(desk)?,
        ParamKind::Passage => passages(desk)?,
        ParamKind::Moment => moments(desk, &typed),
        _ => Vec::new(),
    };
    Ok(fitting(all, &typed))
}

/// Of all that is possible what is meant by so much: what is named so comes before what only speaks of it.
fn fitting(all: Vec<Proposal>, typed: &str) -> Vec<Proposal> {
    let (begin, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|p| fold(&p.value).starts_with(typed));
    let speak_of_it = others.into_iter().filter(|p| fold(&p.shown).contains(typed));
    begin.into_iter().chain(speak_of_it).collect()
}

/// The line with each value that the option may have at which its typing is.
fn options(desk: &Desk<'_>, typed: &str) -> Vec<Proposal> {
    let Some((name, begun)) = take_apart(typed, PROPOSED).options.pop() else { return Vec::new() };
    let Some(head) = typed.trim_end().strip_suffix(begun.as_str()).map(str::trim_end) else { return Vec::new() };
    let all = match name {
        "objective" => objectives(desk),
        "room" => rooms(desk),
        _ => countries(desk),
    };
    let whole = |one: Proposal| Proposal { value: format!("{head} {}", one.value), ..one };
    fitting(all, &fold(&begun)).into_iter().map(whole).collect()
}

fn countries(desk: &Desk<'_>) -> Vec<Proposal> {
    let names = Vocabulary::current().countries().iter().map(|country| country.label(desk.language().code()));
    let mut all: Vec<Proposal> =
        names.map(|name| Proposal { shown: name.to_owned(), value: name.to_owned() }).collect();
    all.sort_by(|a, b| a.shown.cmp(&b.shown));
    all
}

fn objectives(desk: &Desk<'_>) -> Vec<Proposal> {
    let code = desk.language().code();
    let shown = |objective: &Objective| format!("{} · {}", objective.number, objective.short(code));
    let of = |objective| Proposal { shown: shown(objective), value: objective.number.to_string() };
    Vocabulary::current().objectives().iter().map(of).collect()
}

/// The rooms of the consultation, by their names, for who holds an office: not every room is for everyone.
fn rooms(desk: &Desk<'_>) -> Vec<Proposal> {
    let Some(consultation) = desk.consultation.as_ref().filter(|_| !desk.roles.is_empty()) else { return Vec::new() };
    let of_it = desk.snap.rows.rooms.iter().filter(|room| room.consultation_id == consultation.id);
    let mut rooms: Vec<Proposal> = of_it
        .filter(|room| is_bound(desk.snap, room.id))
        .map(|room| Proposal { shown: title_of(desk.snap, room, desk.language()), value: room.name.clone() })
        .collect();
    rooms.sort_by(|a, b| a.value.cmp(&b.value));
    rooms.dedup_by(|a, b| a.value == b.value);
    rooms
}

/// What the person wrote and did not take back, newest first.
fn own(desk: &Desk<'_>) -> Result<Vec<(Contribution, Body)>, StoreError> {
    let participants: Vec<i64> = record::participants(desk.snap, &desk.account).iter().map(|p| p.id).collect();
    let written = desk.snap.rows.contributions.iter();
    let mut own: Vec<&Contribution> =
        written.filter(|c| participants.contains(&c.participant_id) && record::is_open(c)).collect();
    own.sort_by_key(|c| std::cmp::Reverse((c.at, c.id)));
    let with_body = |c: &Contribution| Ok(record::body_of(desk.snap, c)?.map(|body| (c.clone(), body)));
    own.into_iter().filter_map(|c| with_body(c).transpose()).collect()
}

/// Receipts with the first words of what they stand for.
fn receipts(desk: &Desk<'_>) -> Result<Vec<Proposal>, StoreError> {
    let shown = |(of, body): (Contribution, Body)| Proposal {
        shown: format!("{} · {}", of.receipt, excerpt(&body.text())),
        value: of.receipt,
    };
    Ok(own(desk)?.into_iter().map(shown).collect())
}

/// The passages that wait for their author's word.
fn passages(desk: &Desk<'_>) -> Result<Vec<Proposal>, StoreError> {
    let mut waiting = Vec::new();
    for (of, body) in own(desk)? {
        let text = body.text();
        for passage in &body.passages {
            let asked = |a: &&Approval| a.contribution_id == of.id && a.passage == passage.number;
            if desk.snap.rows.approvals.iter().filter(asked).any(|a| a.state == "asked")
                && let Some(id) = passage.id(&of.receipt)
            {
                let words = excerpt(record::passage_text(&text, passage));
                waiting.push(Proposal { shown: format!("{id} · {words}"), value: id.to_string() });
            }
        }
    }
    Ok(waiting)
}

/// What was typed as it is understood, and examples.
fn moments(desk: &Desk<'_>, typed: &str) -> Vec<Proposal> {
    let (now, zone) = (desk.snap.now, desk.timezone());
    let understood = |line: &str| {
        let moment = moment::moment(line, now, &zone, Meant::Deadline).ok()?;
        Some(Proposal { shown: with_town(desk.voice, moment.at, &zone), value: line.to_owned() })
    };
    let week = Some(desk.voice.short_date(now + WEEK, &zone));
    let days = [desk.voice.word("words-today"), desk.voice.word("words-tomorrow"), week];
    let examples = days.into_iter().flatten().filter_map(|day| understood(&format!("{day} 18:00")));
    understood(typed).into_iter().chain(examples).collect()
}
