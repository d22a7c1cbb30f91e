//! Forms in private, one question at a time or all of it in one line. Registration: the place or the
//! place on the waiting list that comes of it, taking it back, being there. The other calls, which people
//! answer in the same way. And the written submission.

use super::calling::{kind_named, which_kind};
use super::card::{title_of_consultation, with_town};
use super::desk::{Desk, Done};
use super::dialog::{Dialog, open_dialog};
use super::scope::{first_word, is_word, turn_to_named};
use super::table::{access_of, roles_of};
use super::{Failure, hosting, only, organisations, talk, talks, telling, writing};
use crate::args;
use crate::chat::{Block, Body, Document, Span, Spans};
use crate::model::{HOUR, Role, numbered_answer};
use crate::participation::{
    self, Audience, Complaint, Field, Filled, Form, Forms, Kind, Move, REGISTRATION, SUBMISSION, Seat, Setting,
    call_of, call_settings, call_state, command_for, current, filled_of, form_of, form_title, is_coming, is_settled,
    subject, talk_of,
};
use crate::record::{self, Person};
use crate::store::{Call, Consultation, Entry, Load, LoadKey, Snapshot, StoreError, Talk};
use crate::vocabulary::fold;
use std::sync::Arc;

/// So long before and after a talk who checks in without saying where is taken to be at it.
const AROUND: i64 = 12 * HOUR;

/// What a command that answers a call needs beyond what every command needs: the organisation that it may
/// name.
pub fn needs(snapshot: &Snapshot, rest: &str) -> Load {
    let all = |c| Forms::current().ids().filter_map(move |id| form_of(snapshot, c, id));
    let named = |form: Arc<Form>| -> Vec<LoadKey> {
        let of_kind = parts(&form, rest).1.into_iter().filter(|(field, _)| field.kind == Kind::Organisation);
        of_kind.map(|(_, name)| LoadKey::Organisation(record::name_hash(snapshot, &record::typed_name(name)))).collect()
    };
    snapshot.rows.consultations.iter().flat_map(all).flat_map(named).collect()
}

/// `register`: begins, or goes on where one was; `register talk 3`: for a talk; `register country Kenya
/// mode online` answers at once.
pub fn register(desk: &mut Desk<'_>, rest: &str) -> Done {
    let rest = turned(desk, rest)?;
    let consultation = desk.the_consultation()?;
    let (talk, rest) = talk_first(desk, &rest)?;
    let calls = match &talk {
        Some(talk) => call_of(desk.snap, talk.id, REGISTRATION).cloned().into_iter().collect(),
        None => at_hand(desk, &consultation),
    };
    match calls.as_slice() {
        [] => Err(none_open(desk, &consultation, talk.as_ref())?),
        [call] => register_for(desk, call, rest),
        _ => which_call(desk, &consultation, &calls, rest, false),
    }
}

/// For what someone who names nothing may mean to register: what is open or promised to them, and where
/// there is none of that, what was open last.
fn at_hand(desk: &Desk<'_>, consultation: &Consultation) -> Vec<Call> {
    let promised = |call: &Call| {
        let entry = desk.person.and_then(|person| current(desk.snap, person, call.id));
        entry.is_some_and(|entry| entry.state == "promised")
    };
    let mut calls = calls_of(desk);
    calls.retain(|call| call.kind == REGISTRATION && (participation::is_open(call, desk.snap.now) || promised(call)));
    match calls.is_empty() {
        true => call_of(desk.snap, consultation.id, REGISTRATION).cloned().into_iter().collect(),
        false => calls,
    }
}

/// Registers someone for one thing, or goes on with that.
fn register_for(desk: &mut Desk<'_>, call: &Call, rest: &str) -> Done {
    let entry = desk.person.and_then(|person| current(desk.snap, person, call.id)).cloned();
    if let Some(entry) = entry.as_ref().filter(|entry| entry.state == "promised") {
        participation::take_place(desk.snap, entry.id);
        return stands(desk, entry.id);
    }
    let call = still_open(desk, call.id)?;
    match entry.filter(|entry| !is_settled(entry)) {
        Some(entry) => fill(desk, entry.id, rest),
        None => begin(desk, &call, rest),
    }
}

/// `speak`: an expression of interest, answered as one registers; `speak withdraw` takes it back.
pub fn speak(desk: &mut Desk<'_>, rest: &str) -> Done {
    answers(desk, "speaking", rest)
}

/// `propose`: a talk or a side event.
pub fn propose(desk: &mut Desk<'_>, rest: &str) -> Done {
    answers(desk, "proposal", rest)
}

/// `apply`: for travel support.
pub fn apply(desk: &mut Desk<'_>, rest: &str) -> Done {
    answers(desk, "travel", rest)
}

/// `answer`: the calls of the consultation; `answer KIND …`: one of them, whatever its form.
pub fn answer(desk: &mut Desk<'_>, rest: &str) -> Done {
    let rest = turned(desk, rest)?;
    let consultation = desk.the_consultation()?;
    let (first, after) = first_word(&rest);
    if first.is_empty() {
        return calls(desk, &consultation);
    }
    match kind_named(&consultation, first) {
        Some(kind) if kind == SUBMISSION => writing::submit(desk, after),
        Some(kind) if kind == REGISTRATION => register(desk, after),
        Some(kind) => answers(desk, &kind, after),
        None => Err(which_kind(desk, &consultation, first)),
    }
}

/// The calls of a consultation that are open or to come, each with how to answer it.
fn calls(desk: &mut Desk<'_>, consultation: &Consultation) -> Done {
    let now = desk.snap.now;
    let live = |call: &&Call| {
        call.subject_id == consultation.id && (participation::is_open(call, now) || is_coming(call, now))
    };
    let mut document = desk.document().heading(title_of_consultation(consultation, desk.language()));
    let mut any = false;
    for call in desk.snap.rows.calls.iter().filter(live) {
        let state = call_state(desk.snap, call, desk.voice, &desk.timezone())?;
        let command = Span::code(desk.typed(&command_for(&call.kind)));
        document = document.point(Spans::from(vec![command, Span::text(format!("  {state}"))]));
        any = true;
    }
    if !any {
        document = document.text(desk.plain("answers-no-calls"));
    }
    desk.whisper(document)?;
    Ok(())
}

/// A command that answers a call of a kind, or takes the answer back; with a talk, where the call is for one:
/// `talk 3 …`, `withdraw talk 3`.
fn answers(desk: &mut Desk<'_>, kind: &str, rest: &str) -> Done {
    let rest = turned(desk, rest)?;
    let (first, after) = first_word(&rest);
    if is_word(first, "withdraw") {
        let (talk, _) = talk_first(desk, after)?;
        return take_back(desk, kind, talk.as_ref());
    }
    let (talk, rest) = talk_first(desk, &rest)?;
    let consultation = desk.the_consultation()?;
    let subject = talk.as_ref().map_or(consultation.id, |talk| talk.id);
    match call_of(desk.snap, subject, kind).cloned() {
        Some(call) => register_for(desk, &call, rest),
        None => Err(no_call(desk, &consultation, kind)),
    }
}

/// There is no call of a kind.
fn no_call(desk: &Desk<'_>, consultation: &Consultation, kind: &str) -> Failure {
    let form = form_of(desk.snap, consultation, kind);
    let form = form.map_or_else(|| kind.to_owned(), |form| form.title.get(desk.language()).to_owned());
    let title = title_of_consultation(consultation, desk.language());
    let said = args![("form", form), ("consultation", title), ("contact", desk.settings().contact)];
    desk.refuse("answers-none", &said)
}

/// Takes the answer to a call back, to that for a talk where one is named: it is erased.
fn take_back(desk: &mut Desk<'_>, kind: &str, talk: Option<&Talk>) -> Done {
    let consultation = desk.the_consultation()?;
    let call = call_of(desk.snap, talk.map_or(consultation.id, |talk| talk.id), kind).cloned();
    let is_it = |entry: &Entry| call.as_ref().is_some_and(|call| call.id == entry.call_id) && !is_settled(entry);
    let theirs: Vec<i64> = own(desk).iter().filter(|entry| is_it(entry)).map(|entry| entry.id).collect();
    let form = call.as_ref().map_or_else(|| kind.to_owned(), |call| form_title(desk.snap, call, desk.language()));
    let title = match &call {
        Some(call) => subject(desk.snap, call, desk.voice)?,
        None => title_of_consultation(&consultation, desk.language()),
    };
    let said = args![("form", form), ("consultation", title), ("command", desk.typed(&command_for(kind)))];
    if theirs.is_empty() {
        return Err(desk.refuse("answers-none-own", &said));
    }
    for entry in theirs {
        participation::withdraw(desk.snap, entry)?;
    }
    desk.asked_nothing()?;
    let text = desk.text("answers-withdrawn", &said);
    let document = desk.document().text(text);
    desk.whisper(document)?;
    Ok(())
}

/// The message for registration, or the one for the other calls.
fn of_kind(kind: &str, registration: &'static str, other: &'static str) -> &'static str {
    if kind == REGISTRATION { registration } else { other }
}

/// Whether written submissions can be handed in: where a call for them was opened, while it is open.
pub fn takes_submissions(desk: &Desk<'_>) -> Result<(), Failure> {
    let consultation = desk.the_consultation()?;
    match call_of(desk.snap, consultation.id, SUBMISSION).map(|call| call.id) {
        Some(call) => still_open(desk, call).map(|_| ()),
        None => Ok(()),
    }
}

/// Turns to the consultation that a line begins with, where it does. Gives the rest.
pub fn turned(desk: &mut Desk<'_>, rest: &str) -> Result<String, Failure> {
    let (first, after) = first_word(rest);
    let named = desk.snap.rows.consultations.iter().any(|c| c.slug == super::fold(first));
    if named {
        turn_to_named(desk, first)?;
    }
    Ok(if named { after } else { rest }.trim().to_owned())
}

/// The talk with which a line begins, `talk 3 …`, where it does; and the rest.
pub fn talk_first<'t>(desk: &Desk<'_>, line: &'t str) -> Result<(Option<Talk>, &'t str), Failure> {
    let (first, after) = first_word(line);
    if !is_word(first, "talk") {
        return Ok((None, line.trim()));
    }
    talks::the_talk(desk, after).map(|(talk, rest)| (Some(talk), rest))
}

/// Asks which registration is meant. `leave` where it is to be taken back.
fn which_call(desk: &mut Desk<'_>, consultation: &Consultation, calls: &[Call], line: &str, leave: bool) -> Done {
    let key = if leave { "unregister-which" } else { "register-which" };
    let mut document = desk.document().text(desk.plain(key));
    for (number, call) in (1..).zip(calls) {
        document = document.choice(number, subject(desk.snap, call, desk.voice)?);
    }
    if leave {
        document = document.choice(0, desk.plain("unregister-all"));
    }
    let calls = calls.iter().map(|call| call.id).collect();
    desk.ask(Dialog::WhichCall { consultation: consultation.id, calls, line: line.into(), leave })?;
    desk.whisper(document)?;
    Ok(())
}

/// The answer to which registration is meant. Says whether it is one.
pub fn chosen(
    desk: &mut Desk<'_>,
    number: Option<u32>,
    calls: &[i64],
    line: &str,
    leave: bool,
) -> Result<bool, Failure> {
    let one = number.and_then(|number| usize::try_from(number).ok()?.checked_sub(1)).and_then(|at| calls.get(at));
    let call = one.and_then(|id| desk.snap.rows.calls.get(*id)).cloned();
    match call {
        Some(call) if leave => give_up(desk, &[call.id])?,
        None if leave && number == Some(0) => give_up(desk, calls)?,
        Some(call) => register_for(desk, &call, line)?,
        None => return Ok(false),
    }
    Ok(true)
}

/// Why nobody can register for a talk, or for a consultation.
fn none_open(desk: &Desk<'_>, consultation: &Consultation, talk: Option<&Talk>) -> Result<Failure, StoreError> {
    let title = match talk {
        Some(talk) => talks::title(desk.snap, talk, desk.language())?,
        None => title_of_consultation(consultation, desk.language()),
    };
    Ok(desk.refuse("register-none", &args![("consultation", title), ("contact", desk.settings().contact)]))
}

/// A registration that is open, or the word that it is not.
fn still_open(desk: &Desk<'_>, call: i64) -> Result<Call, Failure> {
    let Some(call) = desk.snap.rows.calls.get(call).cloned() else { return Err(desk.which_consultation()) };
    if participation::is_open(&call, desk.snap.now) {
        return Ok(call);
    }
    let zone = desk.timezone();
    let (key, day) = match is_coming(&call, desk.snap.now) {
        true => (of_kind(&call.kind, "register-not-yet", "answers-not-yet"), with_town(desk.voice, call.opens, &zone)),
        false => {
            let day = desk.voice.date(call.closes.unwrap_or(desk.snap.now), &zone);
            (of_kind(&call.kind, "register-closed", "answers-over"), day)
        }
    };
    let said = args![
        ("form", form_title(desk.snap, &call, desk.language())),
        ("consultation", subject(desk.snap, &call, desk.voice)?),
        ("day", day),
        ("contact", desk.settings().contact),
    ];
    Err(desk.refuse(key, &said))
}

fn begin(desk: &mut Desk<'_>, call: &Call, rest: &str) -> Done {
    let settings = call_settings(call);
    if settings.audience == Audience::States && !desk.roles.iter().any(|(role, _)| *role == Role::Observer) {
        let key = of_kind(&call.kind, "register-states", "answers-states");
        return Err(desk.refuse(key, &args![("contact", desk.settings().contact)]));
    }
    // Whoever agreed that something of theirs is kept said with it that they are of age.
    let youth = settings.audience == Audience::Youth;
    if desk.person.is_some() && !youth {
        return start(desk, call.id, rest);
    }
    let set = desk.settings();
    let kept = args![
        ("form", form_title(desk.snap, call, desk.language())),
        ("consultation", subject(desk.snap, call, desk.voice)?),
        ("controller", set.controller.as_str()),
        ("days", set.retention_days),
    ];
    let document = desk
        .document()
        .text(desk.text(of_kind(&call.kind, "register-kept", "answers-kept"), &kept))
        .text(desk.plain(if youth { "register-youth" } else { "register-age" }))
        .choice(1, desk.plain("answer-yes"))
        .choice(2, desk.plain("answer-no"));
    desk.ask(Dialog::Age { consultation: call.consultation_id, call: call.id, line: rest.into() })?;
    desk.whisper(document)?;
    Ok(())
}

/// The answer to whether someone is of age. Says whether it is one.
pub fn of_age(desk: &mut Desk<'_>, text: &str, number: Option<u32>, call: i64, line: &str) -> Result<bool, Failure> {
    let Some(yes) = talk::yes_or_no(desk, text, number) else {
        // What was expected next is answered often. The question stands: in the place of another, the next
        // number would be taken for what nobody meant.
        let said = args![("typed", desk.voice.quote(text.trim())), ("limit", 2), ("example", desk.plain("answer-yes"))];
        return Err(desk.refuse("form-choice", &said));
    };
    desk.asked_nothing()?;
    if !yes {
        let set = desk.settings();
        let row = desk.snap.rows.calls.get(call);
        let youth = row.is_some_and(|call| call_settings(call).audience == Audience::Youth);
        let under_18 = of_kind(row.map_or("", |call| call.kind.as_str()), "register-under-18", "answers-under-18");
        let whom = if set.help.is_empty() { &set.contact } else { &set.help };
        let told = match youth {
            true => talk::to_whom(desk, "register-not-youth", &set.contact),
            false => talk::to_whom(desk, under_18, whom),
        };
        let document = desk.document().text(told);
        desk.whisper(document)?;
        return Ok(true);
    }
    start(desk, call, line)?;
    Ok(true)
}

/// Begins a form of someone who may.
fn start(desk: &mut Desk<'_>, call: i64, rest: &str) -> Done {
    let consultation = desk.the_consultation()?;
    let call = still_open(desk, call)?;
    let form = form_of(desk.snap, &consultation, &call.kind).ok_or_else(|| desk.which_consultation())?;
    let person = match desk.person {
        Some(person) => person,
        None => {
            let person =
                Person { platform: desk.event.platform, account: &desk.event.author.id, language: desk.language() };
            record::enter(desk.snap, consultation.id, &person, &record::Profile::default())?
        }
    };
    desk.turn_to(consultation.id);
    let mut filled = Filled::of(&form);
    answered_before(desk, person, &form, &mut filled)?;
    let entry = participation::draft(desk.snap, (consultation.id, call.id), person, &filled)?;
    fill(desk, entry, rest)
}

/// Takes over what a person said of themselves before: it is not asked again, and stands in the summary.
/// What is sensitive was answered for one thing alone, and so was how they come.
fn answered_before(desk: &Desk<'_>, person: i64, form: &Form, filled: &mut Filled) -> Result<(), StoreError> {
    let same = |entry: &&Entry| entry.participant_id == person && entry.form == form.id && entry.number > 0;
    if let Some(last) = desk.snap.rows.entries.iter().rfind(|entry| same(entry) && entry.state != "withdrawn") {
        let before = filled_of(desk.snap, last)?;
        for field in form.fields.iter().filter(|field| field.first && !field.sensitive && field.kind != Kind::Mode) {
            if let Some(answer) = before.answers.get(&field.id) {
                filled.answers.insert(field.id.clone(), answer.clone());
            }
        }
    }
    // Of another form, where they come from and what they are.
    let of_person = |f: &&Field| matches!(f.kind, Kind::Country | Kind::Subregion | Kind::Category);
    for entry in own(desk).into_iter().filter(|entry| entry.form != form.id) {
        let Some(sheet) = Sheet::of(desk.snap, entry.id)? else { continue };
        for field in form.fields.iter().filter(of_person) {
            let same = sheet.form.fields.iter().any(|other| other.id == field.id && other.kind == field.kind);
            let answer = sheet.filled.answers.get(&field.id).filter(|answer| same && !answer.is_empty());
            if let Some(answer) = answer {
                filled.answers.entry(field.id.clone()).or_insert_with(|| answer.clone());
            }
        }
    }
    let category = record::profile_of(desk.snap, person)?.category.map(|category| category.0);
    if let (Some(field), Some(category)) = (form.fields.iter().find(|f| f.kind == Kind::Category), category) {
        filled.answers.insert(field.id.clone(), vec![category]);
    }
    Ok(())
}

/// Asks for a written submission, or goes on where one was.
pub fn submission(desk: &mut Desk<'_>) -> Done {
    let (person, consultation) = (desk.the_participant()?, desk.the_consultation()?);
    let begun = |e: &Entry| e.participant_id == person && e.form == SUBMISSION && e.state == "draft";
    let begun = desk.snap.rows.entries.find(begun).map(|entry| entry.id);
    let entry = match begun {
        Some(entry) => entry,
        None => {
            let form = form_of(desk.snap, &consultation, SUBMISSION).ok_or_else(|| desk.which_consultation())?;
            participation::draft(desk.snap, (consultation.id, 0), person, &Filled::of(&form))?
        }
    };
    fill(desk, entry, "")
}

/// All that one form in someone's hands takes.
struct Sheet {
    entry: Entry,
    form: Arc<Form>,
    region: String,
    modes: Vec<&'static str>,
    filled: Filled,
    /// The organisation that was claimed before.
    claimed: Option<String>,
}

impl Sheet {
    fn of(snap: &Snapshot, entry: i64) -> Result<Option<Sheet>, StoreError> {
        let Some(entry) = snap.rows.entries.get(entry).cloned() else { return Ok(None) };
        let Some(consultation) = snap.rows.consultations.get(entry.consultation_id) else { return Ok(None) };
        let Some(form) = form_of(snap, consultation, &entry.form) else { return Ok(None) };
        let call = snap.rows.calls.get(entry.call_id);
        let modes = call.map(|call| call_settings(call).modes()).unwrap_or_default();
        let filled = filled_of(snap, &entry)?;
        let claimed = filled.value_of(&form, Kind::Organisation).map(str::to_owned);
        Ok(Some(Sheet { entry, form, region: consultation.region.clone(), modes, filled, claimed }))
    }

    fn set(&self) -> Setting<'_> {
        Setting { region: &self.region, modes: &self.modes }
    }

    fn next(&mut self) -> Option<Field> {
        let mut filled = std::mem::take(&mut self.filled);
        let next = participation::settle(&self.form, self.set(), &mut filled).cloned();
        self.filled = filled;
        next
    }

    fn take(&mut self, desk: &Desk<'_>, typed: &Move<'_>) -> Result<(), Complaint> {
        let mut filled = std::mem::take(&mut self.filled);
        let taken = participation::take(&self.form, self.set(), &mut filled, typed, desk.voice);
        self.filled = filled;
        taken
    }

    fn put(&mut self, desk: &Desk<'_>, field: &Field, text: &str) -> Result<(), Complaint> {
        let mut filled = std::mem::take(&mut self.filled);
        let taken = participation::put(&self.form, self.set(), &mut filled, field, text, desk.voice);
        self.filled = filled;
        taken
    }

    fn organisation(&self) -> Option<&str> {
        self.filled.value_of(&self.form, Kind::Organisation)
    }

    /// Keeps what was filled in, and the claim to an organisation that is in what was typed just now.
    /// Gives the organisations for which its name may stand.
    fn save(&self, desk: &mut Desk<'_>) -> Result<Vec<i64>, StoreError> {
        participation::save(desk.snap, self.entry.id, &self.filled)?;
        let participant = self.entry.participant_id;
        match self.organisation().filter(|name| self.claimed.as_deref() != Some(*name)) {
            // The one that was named with a consent stands.
            Some(name) if record::profile_of(desk.snap, participant)?.organisation.is_none() => {
                Ok(organisations::claim(desk, participant, name)?.alike)
            }
            _ => Ok(Vec::new()),
        }
    }
}

/// A line that answers several fields at once, taken apart: what stands before the first, then each
/// field with what follows its name in any language.
fn parts<'f, 't>(form: &'f Form, line: &'t str) -> (&'t str, Vec<(&'f Field, &'t str)>) {
    let mut words: Vec<(usize, &str)> = Vec::new();
    for word in line.split_whitespace() {
        let from = words.last().map_or(0, |(at, last)| at + last.len());
        let at = line.get(from..).and_then(|rest| rest.find(word)).map_or(from, |found| from + found);
        words.push((at, word));
    }
    let named = |text: &str| {
        let folded = fold(text);
        let is = |field: &&Field| fold(&field.id) == folded || field.label.all().any(|label| fold(label) == folded);
        if folded.is_empty() { None } else { form.fields.iter().filter(|field| !field.off).find(is) }
    };
    let mut found: Vec<(&Field, usize, usize)> = Vec::new();
    for (at, word) in &words {
        // A name that comes again belongs to the answer before it.
        if let Some(field) =
            named(word.trim_end_matches([':', '：', '='])).filter(|f| found.iter().all(|(o, ..)| o.id != f.id))
        {
            found.push((field, *at, at + word.len()));
        }
    }
    let ends = found.iter().skip(1).map(|(_, at, _)| *at).chain([line.len()]);
    let of = |((field, _, from), end): (&(&'f Field, usize, usize), usize)| {
        (*field, line.get(*from..end).unwrap_or_default().trim())
    };
    let answers = found.iter().zip(ends).map(of).collect();
    let bare = line.get(..found.first().map_or(line.len(), |(_, at, _)| *at)).unwrap_or_default();
    (bare.trim(), answers)
}

/// Takes what was typed with the command, and asks what is still to be asked.
fn fill(desk: &mut Desk<'_>, entry: i64, rest: &str) -> Done {
    let Some(mut sheet) = Sheet::of(desk.snap, entry)? else { return Err(desk.which_consultation()) };
    let form = sheet.form.clone();
    let (bare, answers) = parts(&form, rest);
    if !bare.is_empty() {
        let example = match form.id.as_str() {
            REGISTRATION => desk.typed("register country Kenya mode online"),
            id => desk.typed(&format!("{} {} …", command_for(id), first_field(&form))),
        };
        let typed = desk.voice.quote(bare);
        return Err(desk.refuse("register-line", &args![("typed", typed), ("example", example)]));
    }
    // In the order of the form: a later answer rests on an earlier one.
    let mut answers: Vec<(usize, &Field, &str)> = answers
        .into_iter()
        .map(|(field, text)| {
            (form.fields.iter().position(|other| other.id == field.id).unwrap_or_default(), field, text)
        })
        .collect();
    answers.sort_by_key(|(place, ..)| *place);
    let mut complaint = None;
    for (_, field, text) in &answers {
        if let Err(wrong) = sheet.put(desk, field, text) {
            complaint = Some(wrong.told(desk.voice));
            sheet.filled.more |= !field.first;
            sheet.filled.at = Some(field.id.clone());
            break;
        }
        sheet.next();
    }
    let open = sheet.next().is_some();
    let alike = sheet.save(desk)?;
    let whole = sheet.entry.state == "draft" && !answers.is_empty() && !open;
    if whole {
        hand_in(desk, &sheet)?;
    }
    match sheet.entry.state.as_str() {
        _ if !alike.is_empty() => which(desk, &sheet, alike),
        _ if whole => Ok(()),
        "draft" => ask(desk, sheet, complaint),
        _ if complaint.is_some() => ask(desk, sheet, complaint),
        _ => changed(desk, sheet),
    }
}

/// The first field of a form that is answered in words or by a number.
fn first_field(form: &Form) -> &str {
    form.fields.iter().find(|field| !field.off).map(|field| field.id.as_str()).unwrap_or_default()
}

/// Asks for which organisation the name in a form stands; afterwards the form goes on.
fn which(desk: &mut Desk<'_>, sheet: &Sheet, alike: Vec<i64>) -> Done {
    let name = sheet.organisation().unwrap_or_default().to_owned();
    let document = organisations::which(desk, desk.document(), &name, &alike)?;
    let (consultation, form) = (sheet.entry.consultation_id, Some(sheet.entry.id));
    desk.ask(Dialog::SameOrganisation { consultation, name, alike, from: None, form })?;
    desk.whisper(document)?;
    Ok(())
}

/// Goes on with a form after another question.
pub fn go_on(desk: &mut Desk<'_>, entry: i64) -> Done {
    let Some(sheet) = Sheet::of(desk.snap, entry)?.filter(|sheet| !is_settled(&sheet.entry)) else { return Ok(()) };
    match sheet.entry.state == "draft" || sheet.filled.more {
        true => ask(desk, sheet, None),
        false => stands(desk, entry),
    }
}

/// What becomes of a registration when its answers changed, or when someone asks for it once more.
fn changed(desk: &mut Desk<'_>, sheet: Sheet) -> Done {
    let wanted = sheet.filled.value_of(&sheet.form, Kind::Mode).unwrap_or_default().to_owned();
    let places = matches!(sheet.entry.state.as_str(), "confirmed" | "waiting");
    if places && !wanted.is_empty() && wanted != sheet.entry.mode {
        participation::move_to(desk.snap, sheet.entry.id, &wanted)?;
    }
    stands(desk, sheet.entry.id)
}

/// Asks the next question of a form; after the last, shows what was answered, to be confirmed.
fn ask(desk: &mut Desk<'_>, mut sheet: Sheet, complaint: Option<String>) -> Done {
    let next = sheet.next();
    participation::save(desk.snap, sheet.entry.id, &sheet.filled)?;
    let mut document = desk.document();
    if let Some(complaint) = complaint {
        document = document.text(complaint);
    }
    let hint = |desk: &Desk<'_>, words: &[&str]| {
        let word = |name: &&str| desk.voice.word(&format!("words-{name}")).unwrap_or_else(|| (*name).to_owned());
        words.iter().map(word).collect::<Vec<_>>().join(" · ")
    };
    document = match next {
        Some(field) => question(desk, &sheet, &field, document).small(hint(desk, &["back", "pause"])),
        None if sheet.entry.state == "draft" => {
            // Of a talk it is said which: there may be several.
            if let Some(call) =
                desk.snap.rows.calls.get(sheet.entry.call_id).filter(|c| talk_of(desk.snap, c).is_some())
            {
                document = document.subheading(subject(desk.snap, call, desk.voice)?);
            }
            document = document.text(desk.plain("form-summary"));
            let answers = participation::shown(&sheet.form, sheet.set(), &sheet.filled, desk.voice);
            for (number, (field, answer)) in (1..).zip(answers) {
                let label = field.label.get(desk.language()).to_owned();
                let answer = if answer.is_empty() { "–".into() } else { answer };
                document = document.choice(number, desk.text("labelled", &args![("label", label), ("value", answer)]));
            }
            document.choice(0, desk.plain("form-confirm")).small(hint(desk, &["back", "pause"]))
        }
        None => return finished(desk, &sheet.entry.form),
    };
    desk.ask(Dialog::Form { consultation: sheet.entry.consultation_id, entry: sheet.entry.id })?;
    desk.whisper(document)?;
    Ok(())
}

fn question(desk: &Desk<'_>, sheet: &Sheet, field: &Field, document: Document) -> Document {
    let language = desk.language();
    let mut document = document.text([field.ask.get(language), field.help.get(language)].join(" ").trim());
    if field.sensitive {
        document = document.text(desk.plain("form-sensitive"));
    }
    let options = participation::options(&sheet.form, sheet.set(), &sheet.filled, field, desk.voice);
    for (number, (_, label)) in (1..).zip(&options) {
        document = document.choice(number, label.as_str());
    }
    if !field.required {
        document = document.choice(0, desk.plain("form-skip"));
    }
    if options.is_empty() || field.kind == Kind::Choices {
        document = document.block(Block::Field(desk.plain("form-answer")));
    }
    document
}

/// What a form asks next.
fn asked(snap: &Snapshot, entry: i64) -> Result<Option<Kind>, StoreError> {
    Ok(Sheet::of(snap, entry)?.and_then(|mut sheet| sheet.next()).map(|field| field.kind))
}

/// Whether a form asks someone for words of their own: what begins like a command may be such.
pub fn asks_for_words(snap: &Snapshot, account: &[u8]) -> Result<bool, StoreError> {
    let Some(Dialog::Form { entry, .. }) = open_dialog(snap, account)?.map(|open| open.dialog) else {
        return Ok(false);
    };
    Ok(matches!(asked(snap, entry)?, Some(Kind::Text | Kind::LongText | Kind::Organisation | Kind::File)))
}

/// What the answer to a form needs: the organisation that it names, where it names one.
pub fn needs_of_answer(snap: &Snapshot, entry: i64, text: &str) -> Result<Load, StoreError> {
    let names = asked(snap, entry)? == Some(Kind::Organisation);
    let key = || LoadKey::Organisation(record::name_hash(snap, &record::typed_name(text)));
    Ok(names.then(key).into_iter().collect())
}

/// Takes what was typed while a form is open. Says whether it was for it.
pub fn answered(desk: &mut Desk<'_>, text: &str, number: Option<u32>, entry: i64) -> Result<bool, Failure> {
    let Some(mut sheet) = Sheet::of(desk.snap, entry)?.filter(|sheet| !is_settled(&sheet.entry)) else {
        desk.asked_nothing()?;
        return Ok(false);
    };
    let text = match &desk.event.body {
        Body::Message(message) => talk::words(desk, message)?,
        _ => text.to_owned(),
    };
    let text = text.trim();
    if is_word(text, "pause") {
        return paused(desk, &sheet.entry.form);
    }
    let (first, rest) = first_word(text);
    let change = numbered_answer(rest).filter(|_| is_word(first, "change")).and_then(|n| usize::try_from(n).ok());
    let typed = match change {
        Some(number) => Move::Change(number),
        None if is_word(text, "back") => Move::Back,
        None if is_word(text, "skip") => Move::Skip,
        None => Move::Say(text),
    };
    let typed = match (sheet.next(), typed) {
        (None, Move::Say(_)) if sheet.entry.state == "draft" => match talk::yes_or_no(desk, text, None) {
            Some(true) => return hand_in(desk, &sheet).map(|()| true),
            Some(false) => return paused(desk, &sheet.entry.form),
            None if number == Some(0) => return hand_in(desk, &sheet).map(|()| true),
            None => Move::Change(number.and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX)),
        },
        // Some more questions?
        (None, Move::Say(_)) => match talk::yes_or_no(desk, text, number) {
            Some(true) if !sheet.filled.more => {
                sheet.filled.more = true;
                return ask(desk, sheet, None).map(|()| true);
            }
            Some(_) => return finished(desk, &sheet.entry.form).map(|()| true),
            None => return Ok(false),
        },
        (_, typed) => typed,
    };
    let complaint = sheet.take(desk, &typed).err().map(|complaint| complaint.told(desk.voice));
    sheet.next();
    let alike = sheet.save(desk)?;
    match alike.is_empty() {
        true => ask(desk, sheet, complaint)?,
        false => which(desk, &sheet, alike)?,
    }
    Ok(true)
}

fn paused(desk: &mut Desk<'_>, form: &str) -> Result<bool, Failure> {
    desk.asked_nothing()?;
    let command = desk.typed_in_private(&command_for(form));
    let text = desk.text("form-paused", &args![("command", command)]);
    let mut document = desk.document().text(text);
    if form == REGISTRATION {
        document = document.button(desk.plain("button-register"), "register");
    }
    desk.whisper(document)?;
    Ok(true)
}

fn finished(desk: &mut Desk<'_>, form: &str) -> Done {
    desk.asked_nothing()?;
    let undo = if form == REGISTRATION { "unregister".to_owned() } else { format!("{} withdraw", command_for(form)) };
    let said = args![("data", desk.typed_in_private("my data")), ("undo", desk.typed_in_private(&undo))];
    let document = desk.document().text(desk.text(of_kind(form, "form-done", "answers-done"), &said));
    desk.whisper(document)?;
    Ok(())
}

/// Hands a form in, and says what comes of it.
fn hand_in(desk: &mut Desk<'_>, sheet: &Sheet) -> Done {
    if sheet.entry.form == SUBMISSION {
        takes_submissions(desk)?;
        let value = |field: &str| sheet.filled.value(field).unwrap_or_default();
        writing::submitted(desk, value("text"), value("names"))?;
        desk.snap.rows.entries.remove(sheet.entry.id);
        desk.asked_nothing()?;
        return Ok(());
    }
    still_open(desk, sheet.entry.call_id)?;
    if sheet.entry.form != REGISTRATION {
        participation::hand_in(desk.snap, sheet.entry.id);
        return told(desk, sheet.entry.id, None);
    }
    let mode = sheet.filled.value_of(&sheet.form, Kind::Mode).unwrap_or("online").to_owned();
    let seat = participation::confirm(desk.snap, sheet.entry.id, &mode);
    let place = if let Seat::Waits(place) = seat { Some(place) } else { None };
    told(desk, sheet.entry.id, place)
}

/// Says where a registration stands.
fn stands(desk: &mut Desk<'_>, entry: i64) -> Done {
    told(desk, entry, None)
}

/// Says where a registration stands, and offers what can still be answered. `place` is that on the
/// waiting list, where it was only just taken.
fn told(desk: &mut Desk<'_>, entry: i64, place: Option<i64>) -> Done {
    let Some(mut sheet) = Sheet::of(desk.snap, entry)? else { return Err(desk.which_consultation()) };
    let mut document = desk.document().text(standing(desk, &sheet.entry, place)?);
    sheet.filled.more = true;
    let mut left = 0;
    // Each is counted as if the one before were left out.
    while let Some(field) = sheet.next().filter(|_| left < sheet.form.fields.len()) {
        sheet.filled.answers.insert(field.id.clone(), Vec::new());
        left += 1;
    }
    if left == 0 {
        desk.asked_nothing()?;
    } else {
        document = document
            .text(desk.text("form-more", &args![("count", left)]))
            .choice(1, desk.plain("answer-yes"))
            .choice(2, desk.plain("answer-no"));
        let mut again = filled_of(desk.snap, &sheet.entry)?;
        again.more = false;
        participation::save(desk.snap, entry, &again)?;
        desk.ask(Dialog::Form { consultation: sheet.entry.consultation_id, entry })?;
    }
    desk.whisper(document)?;
    Ok(())
}

/// Where a registration stands, in a sentence or two.
fn standing(desk: &Desk<'_>, entry: &Entry, place: Option<i64>) -> Result<Spans, StoreError> {
    participation::standing(desk.snap, entry, desk.voice, place, |name| desk.typed_in_private(name))
}

/// The calls of the consultation at hand: its own, then those for talks that are not long over, as they
/// come.
fn calls_of(desk: &Desk<'_>) -> Vec<Call> {
    let Some(consultation) = &desk.consultation else { return Vec::new() };
    let now = desk.snap.now;
    let starts = |call: &Call| talk_of(desk.snap, call).map_or(0, |talk| talk.starts);
    let current = |call: &&Call| talk_of(desk.snap, call).is_none_or(|talk| participation::ends(talk) + AROUND > now);
    let of = desk.snap.rows.calls.iter().filter(|call| call.consultation_id == consultation.id);
    let mut calls: Vec<Call> = of.filter(current).cloned().collect();
    calls.sort_by_key(|call| (starts(call), call.id));
    calls
}

/// What a person filled in for these, as it stands.
fn own(desk: &Desk<'_>) -> Vec<Entry> {
    let Some(person) = desk.person else { return Vec::new() };
    let theirs = |call: &Call| current(desk.snap, person, call.id).filter(|e| e.state != "withdrawn").cloned();
    calls_of(desk).iter().filter_map(theirs).collect()
}

/// With where the person's registrations stand. What waits must have been loaded.
pub fn with_standing(desk: &Desk<'_>, document: Document) -> Result<Document, StoreError> {
    own(desk).iter().try_fold(document, |document, entry| with_one(desk, document, entry))
}

/// With where the person's registration for a talk stands, where they have one. What waits must have been
/// loaded.
pub fn with_standing_for(desk: &Desk<'_>, document: Document, talk: &Talk) -> Result<Document, StoreError> {
    let call = call_of(desk.snap, talk.id, REGISTRATION).map(|call| call.id);
    match own(desk).iter().find(|entry| Some(entry.call_id) == call) {
        Some(entry) => with_one(desk, document, entry),
        None => Ok(document),
    }
}

fn with_one(desk: &Desk<'_>, document: Document, entry: &Entry) -> Result<Document, StoreError> {
    let mut document = document.text(standing(desk, entry, None)?);
    if let Some(room) = telling::own_breakout(desk.snap, entry, desk.language())? {
        document = document.text(desk.text("talk-room-yours", &args![("room", room)]));
    }
    if entry.state != "waiting" {
        return Ok(document);
    }
    let (place, of) = participation::place_in(desk.snap, entry);
    Ok(document.text(desk.text("registered-place-of", &args![("place", place), ("of", of)])))
}

/// What is held of a person's registrations: label and answers.
pub fn data(desk: &Desk<'_>, participant: i64) -> Result<Vec<(String, String)>, StoreError> {
    let mut all = Vec::new();
    let theirs: Vec<i64> =
        desk.snap.rows.entries.iter().filter(|e| e.participant_id == participant).map(|e| e.id).collect();
    for entry in theirs {
        let Some(sheet) = Sheet::of(desk.snap, entry)? else { continue };
        let call = desk.snap.rows.calls.get(sheet.entry.call_id).filter(|call| talk_of(desk.snap, call).is_some());
        let mut parts: Vec<String> =
            call.map(|call| subject(desk.snap, call, desk.voice)).transpose()?.into_iter().collect();
        parts.push(desk.plain(&format!("entry-{}", sheet.entry.state)));
        if sheet.entry.number > 0 {
            parts.push(desk.text("entry-number", &args![("number", sheet.entry.number)]));
        }
        for (field, answer) in participation::shown(&sheet.form, sheet.set(), &sheet.filled, desk.voice) {
            if !answer.is_empty() {
                let label = field.label.get(desk.language()).to_owned();
                parts.push(desk.text("labelled", &args![("label", label), ("value", answer)]));
            }
        }
        all.push((sheet.form.title.get(desk.language()).to_owned(), parts.join("; ")));
    }
    Ok(all)
}

/// Whether a participant registered for something, or is about to.
pub fn is_registered(desk: &Desk<'_>, participant: i64) -> bool {
    let registers = |e: &Entry| e.form == REGISTRATION && e.call_id != 0;
    desk.snap.rows.entries.iter().any(|e| e.participant_id == participant && registers(e) && !is_settled(e))
}

/// `unregister`: the registration is withdrawn, its answers are gone, its place goes to the next;
/// `unregister talk 3`: that for a talk. Of several it is asked which.
pub fn unregister(desk: &mut Desk<'_>, rest: &str) -> Done {
    let rest = turned(desk, rest)?;
    let consultation = desk.the_consultation()?;
    let (talk, _) = talk_first(desk, &rest)?;
    let wanted = talk.as_ref().map(|talk| call_of(desk.snap, talk.id, REGISTRATION).map(|call| call.id));
    let theirs = own(desk).into_iter().filter(|entry| entry.form == REGISTRATION && !is_settled(entry));
    let theirs: Vec<i64> =
        theirs.map(|entry| entry.call_id).filter(|call| wanted.is_none_or(|wanted| wanted == Some(*call))).collect();
    match theirs.as_slice() {
        [] => {
            let title = match &talk {
                Some(talk) => talks::title(desk.snap, talk, desk.language())?,
                None => title_of_consultation(&consultation, desk.language()),
            };
            let said = args![("consultation", title), ("command", desk.typed("register"))];
            Err(desk.refuse("unregister-none", &said))
        }
        [only] => give_up(desk, &[*only]),
        several => {
            let calls: Vec<Call> = several.iter().filter_map(|id| desk.snap.rows.calls.get(*id)).cloned().collect();
            which_call(desk, &consultation, &calls, "", true)
        }
    }
}

/// Takes the person's registrations for these calls back.
fn give_up(desk: &mut Desk<'_>, calls: &[i64]) -> Done {
    let theirs: Vec<Entry> =
        own(desk).into_iter().filter(|entry| calls.contains(&entry.call_id) && !is_settled(entry)).collect();
    let mut titles = Vec::new();
    for entry in &theirs {
        participation::withdraw(desk.snap, entry.id)?;
        let call = desk.snap.rows.calls.get(entry.call_id);
        titles.extend(call.map(|call| subject(desk.snap, call, desk.voice)).transpose()?);
    }
    desk.asked_nothing()?;
    let said = args![("consultation", desk.voice.list(&titles)), ("command", desk.typed("register"))];
    let document = desk.document().text(desk.text("unregister-done", &said));
    desk.whisper(document)?;
    Ok(())
}

/// `check in`: the person is there; `check in 17`, by who runs the room: whoever has this number is.
/// `check in talk 3 17`: at a talk.
pub fn check_in(desk: &mut Desk<'_>, rest: &str) -> Done {
    let consultation = desk.the_consultation()?;
    let (talk, typed) = talk_first(desk, rest)?;
    let wanted = talk.as_ref().map(|talk| call_of(desk.snap, talk.id, REGISTRATION).map(|call| call.id));
    let at_it = |entry: &Entry| wanted.is_none_or(|wanted| wanted == Some(entry.call_id));
    let entry = match typed {
        "" => {
            let theirs: Vec<Entry> = own(desk).into_iter().filter(|e| e.state == "confirmed" && at_it(e)).collect();
            let is_now = |entry: &&Entry| {
                let call = desk.snap.rows.calls.get(entry.call_id);
                let talk = call.and_then(|call| talk_of(desk.snap, call));
                talk.is_some_and(|talk| (talk.starts - desk.snap.now).abs() < AROUND)
            };
            theirs.iter().find(is_now).or(theirs.first()).cloned()
        }
        typed => {
            let roles = roles_of("check in");
            if !desk.holds(roles) && !hosting::hosts(desk, "check in", rest) {
                return Err(only(desk, "check in", roles));
            }
            let number = number(typed);
            let call = match wanted {
                Some(call) => call,
                None => call_of(desk.snap, consultation.id, REGISTRATION).map(|call| call.id),
            };
            let of_it = |e: &&Entry| Some(e.call_id) == call && Some(e.number) == number;
            desk.snap.rows.entries.iter().filter(of_it).find(|entry| entry.state == "confirmed").cloned()
        }
    };
    let Some(entry) = entry else {
        let key = if typed.is_empty() { "check-in-none" } else { "check-in-no-number" };
        let title = match &talk {
            Some(talk) => talks::title(desk.snap, talk, desk.language())?,
            None => title_of_consultation(&consultation, desk.language()),
        };
        let typed = desk.voice.quote(typed);
        let said = args![("consultation", title), ("typed", typed), ("command", desk.typed("status"))];
        return Err(desk.refuse(key, &said));
    };
    let now = desk.snap.now;
    if let Some(row) = desk.snap.rows.entries.edit(entry.id) {
        row.checked_at = row.checked_at.or(Some(now));
    }
    if !typed.is_empty() {
        desk.audit(access_of("check in"), "check in", &format!("{} {}", consultation.slug, entry.number))?;
    }
    let call = desk.snap.rows.calls.get(entry.call_id);
    let title = call.map(|call| subject(desk.snap, call, desk.voice)).transpose()?.unwrap_or_default();
    let text = desk.text("check-in-done", &args![("consultation", title), ("number", entry.number)]);
    let document = desk.document().text(text);
    desk.whisper(document)?;
    Ok(())
}

/// The number of a registration as it is typed: `17`, `#17`, `١٧`.
pub fn number(typed: &str) -> Option<i64> {
    let digits = typed.trim().trim_start_matches('#');
    let digits: Option<String> = digits.chars().map(|c| char::from_digit(crate::model::digit(c)?, 10)).collect();
    digits.filter(|digits| !digits.is_empty()).and_then(|digits| digits.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participation::Forms;

    #[test]
    fn a_line_answers_several_fields_at_once_in_any_language() {
        let form = Forms::built_in().get(REGISTRATION, "africa").expect("it ships");
        let taken = |line: &'static str| {
            let (bare, answers) = parts(form, line);
            (bare, answers.into_iter().map(|(field, text)| (field.id.as_str(), text)).collect::<Vec<_>>())
        };
        assert_eq!(
            taken("country: Côte d’Ivoire category trade unions mode online"),
            ("", vec![("country", "Côte d’Ivoire"), ("category", "trade unions"), ("mode", "online")])
        );
        assert_eq!(taken("pays Togo  mode en ligne"), ("", vec![("country", "Togo"), ("mode", "en ligne")]));
        assert_eq!(taken("please country Togo"), ("please", vec![("country", "Togo")]));
        assert_eq!(taken("国家 多哥"), ("", vec![("country", "多哥")]));
        assert_eq!(taken(""), ("", Vec::new()));
        assert_eq!(number(" #١٧ "), Some(17));
        assert_eq!(number("x"), None);
    }
}
