//! Organisations: what people say of where they belong, for what coordinators vouch, and the word of
//! the focal point on each who says to belong.

use super::desk::{Desk, Done};
use super::dialog::Dialog;
use super::office::holder_of;
use super::scope::{Known, Takes, choose, is_word, take_apart};
use super::table::{COORDINATE, access_of};
use super::{Failure, Typed, talk};
use crate::args;
use crate::chat::{Action, Document, Event, Outgoing, To};
use crate::i18n::{Args, Speaker, speak};
use crate::model::{Consent, Language, Platform, reference};
use crate::record::{self, Address, Claim, Name};
use crate::seal::hex;
use crate::store::{Account, Load, LoadKey, Participant, Snapshot, StoreError};
use crate::trust::{self, AuditEntry, OfficeHolder, band};
use std::collections::BTreeMap;

/// So many organisations are listed.
const LISTED: usize = 40;

/// What a command needs once it is known who asks: who waits for their word, where they are a focal
/// point, and the person whom it names.
pub fn needs(snapshot: &Snapshot, event: &Event, typed: &Typed) -> Result<Load, StoreError> {
    match typed.entry.spec.name {
        "status" => {
            let account = record::account_hash(snapshot, event.platform, &event.author.id);
            let accounts = accounts_of(snapshot, &account)?;
            Ok(record::focal_for(snapshot, &accounts).into_iter().map(LoadKey::Claims).collect())
        }
        "organisation" | "vouch" => {
            let named = with_account(event.platform, &typed.rest).1;
            let named = named.map(|holder| record::account_hash(snapshot, event.platform, &holder.account));
            let all = [LoadKey::Organisations, LoadKey::Waiting];
            Ok(named.map(|hash| LoadKey::Written(hash, 0)).into_iter().chain(all).collect())
        }
        _ => Ok(Load::new()),
    }
}

/// Every account of the person behind one.
fn accounts_of(snapshot: &Snapshot, account: &[u8]) -> Result<Vec<Vec<u8>>, StoreError> {
    let others = record::other_accounts(snapshot, account)?;
    Ok(others.into_iter().map(|(hash, _)| hash).chain([account.to_vec()]).collect())
}

/// What became of the organisation that someone named.
#[derive(Debug, Default)]
pub struct Claimed {
    /// What they are told; nothing, where they have to be asked first.
    pub told: Option<String>,
    /// The organisations that they may mean.
    pub alike: Vec<i64>,
}

/// A participant names their organisation. Where it may be one that is known, they belong to none of
/// them before they said which.
pub fn claim(desk: &mut Desk<'_>, participant: i64, name: &str) -> Result<Claimed, StoreError> {
    if record::organisation(desk.snap, name).is_none() {
        let alike = record::alike(desk.snap, name)?;
        if !alike.is_empty() {
            let named = desk.snap.rows.participants.get(participant).and_then(|p| p.organisation_id);
            if named.is_some_and(|id| !alike.contains(&record::root(desk.snap, id))) {
                record::set_claim(desk.snap, participant, None)?;
            }
            return Ok(Claimed { told: None, alike });
        }
    }
    let id = record::claim(desk.snap, name)?;
    Ok(Claimed { told: Some(belong(desk, participant, id)?), alike: Vec::new() })
}

/// The question which of several organisations a name stands for.
pub fn which(desk: &Desk<'_>, document: Document, name: &str, alike: &[i64]) -> Result<Document, StoreError> {
    let question = desk.text("organisation-alike", &args![("organisation", desk.voice.quote(name))]);
    let mut document = document.text(question);
    for (number, id) in (1..).zip(alike) {
        document = document.choice(number, record::name_of(desk.snap, *id, desk.language())?);
    }
    let last = u32::try_from(alike.len() + 1).unwrap_or(u32::MAX);
    Ok(document.choice(last, desk.plain("organisation-alike-no")))
}

/// The answer to that: one of them, or another.
pub fn named(desk: &mut Desk<'_>, name: &str, chosen: Option<i64>) -> Done {
    let participant = desk.person.ok_or_else(|| desk.join_first())?;
    desk.asked_nothing()?;
    let id = match chosen.filter(|id| desk.snap.rows.organisations.get(*id).is_some()) {
        Some(id) => {
            record::learn(desk.snap, id, name);
            id
        }
        None => record::claim(desk.snap, name)?,
    };
    let text = belong(desk, participant, id)?;
    let document = desk.document().text(text);
    desk.whisper(document)?;
    Ok(())
}

/// Notes that a participant says to belong to an organisation, and has its focal point told. Gives what
/// the participant is told.
fn belong(desk: &mut Desk<'_>, participant: i64, id: i64) -> Result<String, StoreError> {
    record::set_claim(desk.snap, participant, Some(id))?;
    let claim = desk.snap.rows.participants.get(participant).map_or(Claim::Waits, Claim::of);
    let id = record::root(desk.snap, id);
    if claim == Claim::Waits
        && let Some(focal) = record::to_be_told(desk.snap, id)?
    {
        let voice = voice_of(desk, &focal);
        let name = record::name_of(desk.snap, id, voice.language())?;
        let command = super::in_words(voice, "status claims");
        let text = voice.say("organisation-someone-claims", &args![("organisation", name), ("command", command)]);
        tell(desk, &focal.platform, focal.account, Document::line(voice.language(), text))?;
    }
    let key = match claim {
        Claim::Waits => "consent-claim",
        claim => standing_key(claim),
    };
    let name = record::name_of(desk.snap, id, desk.language())?;
    Ok(desk.text(key, &args![("organisation", name)]))
}

fn standing_key(claim: Claim) -> &'static str {
    match claim {
        Claim::Waits => "status-organisation-waits",
        Claim::Confirmed => "status-organisation-confirmed",
        Claim::Declined => "status-organisation-declined",
    }
}

/// How it stands with the organisation that a participant names, in a line.
pub fn standing(desk: &Desk<'_>, participant: i64) -> Result<Option<String>, StoreError> {
    let row = desk.snap.rows.participants.get(participant);
    let Some((row, id)) = row.and_then(|row| Some((row, row.organisation_id?))) else { return Ok(None) };
    let claim = match Claim::of(row) {
        // Nobody vouches any more for what it is one with.
        Claim::Confirmed if !record::vouched(desk.snap, id) => Claim::Waits,
        claim => claim,
    };
    let name = record::name_of(desk.snap, id, desk.language())?;
    Ok(Some(desk.text(standing_key(claim), &args![("organisation", name)])))
}

/// Of which organisations the person is the focal point, since when, a line each.
pub fn as_focal(desk: &Desk<'_>) -> Result<Vec<String>, StoreError> {
    let mut lines = Vec::new();
    for id in record::focal_for(desk.snap, &accounts_of(desk.snap, &desk.account)?) {
        let known = record::known(desk.snap, id)?;
        let since = known.focal.as_ref().map_or(0, |(_, since)| *since);
        let since = desk.voice.short_date(since, &desk.timezone());
        let name = known.name(desk.language());
        lines.push(desk.text("status-focal", &args![("organisation", name), ("since", since)]));
    }
    Ok(lines)
}

/// How many wait for the person's word as a focal point; they must have been loaded.
pub fn waiting(desk: &Desk<'_>) -> Result<usize, StoreError> {
    let focal = record::focal_for(desk.snap, &accounts_of(desk.snap, &desk.account)?);
    Ok(focal.into_iter().map(|id| record::waiting(desk.snap, id).len()).sum())
}

/// `status claims`: the first of those who say to belong to the organisation whose focal point the
/// person is.
pub fn claims(desk: &mut Desk<'_>) -> Done {
    let focal = record::focal_for(desk.snap, &accounts_of(desk.snap, &desk.account)?);
    if focal.is_empty() {
        return Err(desk.refuse("organisation-not-focal", &Args::new()));
    }
    let document = desk.document();
    ask_next(desk, &focal, document)
}

/// Asks about the next who waits, after what is said in any case.
fn ask_next(desk: &mut Desk<'_>, focal: &[i64], document: Document) -> Done {
    let next = focal.iter().find_map(|id| Some((*id, *record::waiting(desk.snap, *id).first()?)));
    let Some((organisation, participant)) = next else {
        desk.asked_nothing()?;
        let document = document.text(desk.plain("organisation-nobody-waits"));
        desk.whisper(document)?;
        return Ok(());
    };
    let name = record::name_of(desk.snap, organisation, desk.language())?;
    let who = called(desk, participant)?;
    let question = desk.text("organisation-belongs", &args![("name", who), ("organisation", name)]);
    let document = document
        .text(question)
        .choice(1, desk.plain("answer-yes"))
        .choice(2, desk.plain("answer-no"))
        .choice(3, desk.plain("organisation-later"));
    desk.ask(Dialog::Claim { organisation, participant })?;
    desk.whisper(document)?;
    Ok(())
}

/// How someone who says to belong to an organisation is shown to its focal point: by the account with
/// which they said so, and by their name where they agreed to be shown by it.
fn called(desk: &Desk<'_>, participant: i64) -> Result<String, StoreError> {
    let profile = record::profile_of(desk.snap, participant)?;
    let accounts: Vec<&Account> = desk.snap.rows.accounts.iter().filter(|a| a.participant_id == participant).collect();
    let named = accounts.iter().find(|a| profile.named_on.as_ref().is_some_and(|on| *on == hex(&a.hash)));
    let account = match named.or(accounts.last()) {
        Some(row) => desk.snap.open::<Address>(participant, row.id, &row.sealed)?.account,
        None => "–".into(),
    };
    let account = desk.voice.isolate(&account);
    let by_name = record::consent_log(desk.snap, participant).now() == Consent::Name;
    Ok(match profile.name.filter(|_| by_name) {
        Some(name) => format!("{} ({account})", desk.voice.isolate(&name)),
        None => account,
    })
}

/// The focal point's word on someone who says to belong. Says whether it is one.
pub fn answered(
    desk: &mut Desk<'_>,
    text: &str,
    number: Option<u32>,
    organisation: i64,
    participant: i64,
) -> Result<bool, Failure> {
    let claim = match (number, talk::yes_or_no(desk, text, number)) {
        (Some(3), _) => None,
        (_, Some(true)) => Some(Claim::Confirmed),
        (_, Some(false)) => Some(Claim::Declined),
        (_, None) => return Ok(false),
    };
    desk.asked_nothing()?;
    let focal = record::focal_for(desk.snap, &accounts_of(desk.snap, &desk.account)?);
    // Someone else may speak for it meanwhile.
    if !focal.contains(&organisation) {
        return Err(desk.refuse("organisation-not-focal", &Args::new()));
    }
    let Some(claim) = claim else {
        let command = desk.typed("status claims");
        let document = desk.document().text(desk.text("organisation-put-off", &args![("command", command)]));
        desk.whisper(document)?;
        return Ok(true);
    };
    let mut document = desk.document();
    // They may have gone meanwhile, or name another.
    if record::waiting(desk.snap, organisation).contains(&participant) {
        let key = if claim == Claim::Confirmed { "organisation-confirmed" } else { "organisation-declined" };
        let (who, name) = (called(desk, participant)?, record::name_of(desk.snap, organisation, desk.language())?);
        document = document.text(desk.text(key, &args![("name", who), ("organisation", name)]));
        let action = if claim == Claim::Confirmed { "confirm" } else { "decline" };
        let entry = AuditEntry {
            office: "focal point".into(),
            office_id: Some(organisation),
            action: action.into(),
            subject: subject(organisation),
        };
        trust::append(desk.snap, &entry)?;
        settle(desk, participant, organisation, claim)?;
    }
    ask_next(desk, &focal, document)?;
    Ok(true)
}

/// Writes down whether someone belongs to an organisation, and tells them.
fn settle(desk: &mut Desk<'_>, participant: i64, organisation: i64, claim: Claim) -> Result<(), StoreError> {
    record::settle(desk.snap, participant, claim)?;
    let language = desk.snap.rows.participants.get(participant).and_then(|p| Language::parse(&p.language));
    let voice = speak(language.unwrap_or_default());
    let name = record::name_of(desk.snap, organisation, voice.language())?;
    let text = voice.say(standing_key(claim), &args![("organisation", name)]);
    match record::address_of(desk.snap, participant)? {
        Some(address) => tell(desk, &address.platform, address.account, Document::line(voice.language(), text)),
        None => Ok(()),
    }
}

fn tell(desk: &mut Desk<'_>, platform: &str, account: String, document: Document) -> Result<(), StoreError> {
    let Some(platform) = Platform::parse(platform).filter(|platform| *platform != Platform::Import) else {
        return Ok(());
    };
    let (to, now) = (To::Person { account, instead: None }, desk.snap.now);
    desk.snap.queue(platform, &Outgoing { to, action: Action::say(document) }, now)?;
    Ok(())
}

/// The language in which a focal point is told something: their own, where they take part and were
/// loaded, else the consultation's.
fn voice_of(desk: &Desk<'_>, focal: &OfficeHolder) -> Speaker {
    let platform = Platform::parse(&focal.platform).unwrap_or(Platform::Import);
    let account = record::account_hash(desk.snap, platform, &focal.account);
    let own = record::participants(desk.snap, &account).first().and_then(|p| Language::parse(&p.language));
    speak(own.or_else(|| desk.settings().languages.first().copied()).unwrap_or_default())
}

/// How an organisation is named in the audit log, which holds no words that people wrote.
fn subject(organisation: i64) -> String {
    format!("organisation {}", reference(organisation))
}

/// `vouch`: what waits; `vouch NAME`: the organisation is what it says; `vouch NAME @ACCOUNT`: and that
/// person belongs to it.
pub fn vouch(desk: &mut Desk<'_>, rest: &str) -> Done {
    if rest.trim().is_empty() {
        return waits(desk);
    }
    let (name, holder) = with_account(desk.platform(), rest);
    let id = find(desk, name)?;
    let shown = record::name_of(desk.snap, id, desk.language())?;
    let Some(holder) = holder else {
        record::vouch(desk.snap, id);
        desk.audit(access_of("vouch"), "vouch", &subject(id))?;
        let mut document = desk.document().text(desk.text("vouch-done", &args![("organisation", shown.as_str())]));
        if record::known(desk.snap, id)?.focal.is_none() {
            let command = desk.typed(&format!("organisation focal {shown} @…"));
            document = document.text(desk.text("vouch-next", &args![("command", command)]));
        }
        desk.whisper(document)?;
        return Ok(());
    };
    let held = desk.held(COORDINATE);
    let theirs: Vec<i64> = claimed_by(desk, &holder, id)
        .into_iter()
        .filter(|p| desk.snap.rows.participants.get(*p).is_some_and(|p| held.contains(&p.consultation_id)))
        .collect();
    let said = args![("name", desk.voice.isolate(&holder.name)), ("organisation", shown.as_str())];
    if theirs.is_empty() {
        return Err(desk.refuse("vouch-not-claimed", &said));
    }
    record::vouch(desk.snap, id);
    desk.audit(access_of("vouch"), "vouch person", &subject(id))?;
    for participant in theirs {
        settle(desk, participant, id, Claim::Confirmed)?;
    }
    let document = desk.document().text(desk.text("organisation-confirmed", &said));
    desk.whisper(document)?;
    Ok(())
}

/// The participants of an account who name an organisation.
fn claimed_by(desk: &Desk<'_>, holder: &OfficeHolder, id: i64) -> Vec<i64> {
    let account = record::account_hash(desk.snap, desk.platform(), &holder.account);
    let names = |p: &&&Participant| p.organisation_id.is_some_and(|named| record::root(desk.snap, named) == id);
    record::participants(desk.snap, &account).iter().filter(names).map(|p| p.id).collect()
}

/// The claims that wait, with about how many people make each.
fn waits(desk: &mut Desk<'_>) -> Done {
    let mut claims: Vec<(usize, String, &'static str)> = Vec::new();
    for (id, people) in waiting_by_organisation(desk) {
        claims.push((people, record::name_of(desk.snap, id, desk.language())?, state_key(desk, id)?));
    }
    claims.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    if claims.is_empty() {
        return Err(desk.refuse("vouch-none", &Args::new()));
    }
    let mut document = desk.document().heading(desk.plain("vouch-heading"));
    for (people, name, state) in claims.into_iter().take(LISTED) {
        let people = band(people).words(desk.voice);
        let line = args![("organisation", name), ("people", people), ("state", desk.plain(state))];
        document = document.point(desk.text("vouch-line", &line));
    }
    let command = desk.typed("vouch");
    let document = document.small(desk.text("vouch-hint", &args![("command", command)]));
    desk.whisper(document)?;
    Ok(())
}

/// How many wait for a word in the consultations of the person's office, by organisation.
fn waiting_by_organisation(desk: &Desk<'_>) -> BTreeMap<i64, usize> {
    let held = desk.held(COORDINATE);
    let mut waiting = BTreeMap::new();
    for row in desk.snap.rows.participants.iter().filter(|p| held.contains(&p.consultation_id)) {
        if let Some(id) = row.organisation_id.filter(|_| Claim::of(row) == Claim::Waits) {
            *waiting.entry(record::root(desk.snap, id)).or_default() += 1;
        }
    }
    waiting
}

fn state_key(desk: &Desk<'_>, id: i64) -> Result<&'static str, StoreError> {
    Ok(match (record::vouched(desk.snap, id), record::known(desk.snap, id)?.focal) {
        (false, _) => "organisation-unvouched",
        (true, None) => "organisation-without-focal",
        (true, Some(_)) => "organisation-with-focal",
    })
}

/// `organisation`, by its second word.
pub fn organisation(desk: &mut Desk<'_>, rest: &str) -> Done {
    const WORDS: &[&str] = &["list", "show", "add", "remove", "focal", "merge", "part"];
    let (word, rest) = choose(desk, "organisation", rest, WORDS)?;
    match word {
        "list" => list(desk),
        "show" => show(desk, rest),
        "add" => change_names(desk, rest, true),
        "remove" => change_names(desk, rest, false),
        "focal" => focal(desk, rest),
        "merge" => merge(desk, rest),
        _ => part(desk, rest),
    }
}

/// A name without the marks that may stand around it.
fn plain(typed: &str) -> String {
    record::typed_name(typed.trim_matches(['"', '“', '”', '«', '»', ' ']))
}

/// The organisation of a name, or the sentence that says which there are.
fn find(desk: &Desk<'_>, typed: &str) -> Result<i64, Failure> {
    let typed = plain(typed);
    if typed.is_empty() {
        let usage = desk.typed("organisation show Union of Examples");
        return Err(desk.refuse("error-missing", &args![("usage", usage)]));
    }
    if let Some(id) = record::organisation(desk.snap, &typed) {
        return Ok(record::root(desk.snap, id));
    }
    let mut near = Vec::new();
    for id in record::alike(desk.snap, &typed)? {
        near.push(record::name_of(desk.snap, id, desk.language())?);
    }
    let quoted = desk.voice.quote(&typed);
    Err(match near.is_empty() {
        true => {
            let said = args![("organisation", quoted), ("command", desk.typed("organisation list"))];
            desk.refuse("organisation-unknown", &said)
        }
        false => {
            let said = args![("organisation", quoted), ("organisations", desk.voice.commas(&near))];
            desk.refuse("organisation-near", &said)
        }
    })
}

/// A line without the account at its end, and the account.
fn with_account(platform: Platform, rest: &str) -> (&str, Option<OfficeHolder>) {
    let rest = rest.trim();
    let (name, last) = rest.rsplit_once(char::is_whitespace).unwrap_or(("", rest));
    let marked = last.starts_with('@') || last.starts_with("<@");
    match holder_of(platform, last).filter(|holder| marked && !holder.is_group()) {
        Some(holder) => (name, Some(holder)),
        None => (rest, None),
    }
}

/// `organisation list`: each with how it stands.
fn list(desk: &mut Desk<'_>) -> Done {
    let alone = desk.snap.rows.organisations.iter().filter(|row| row.merged_into.is_none());
    let ids: Vec<i64> = alone.map(|row| row.id).collect();
    let mut lines = Vec::new();
    for id in ids {
        let name = record::name_of(desk.snap, id, desk.language())?;
        lines.push(format!("{} · {}", desk.voice.isolate(&name), desk.plain(state_key(desk, id)?)));
    }
    if lines.is_empty() {
        return Err(desk.refuse("organisation-none", &Args::new()));
    }
    lines.sort();
    let more = lines.len().saturating_sub(LISTED);
    lines.truncate(LISTED);
    let mut document = desk.document().heading(desk.plain("organisations-heading"));
    for line in lines {
        document = document.point(line);
    }
    if more > 0 {
        document = document.small(desk.text("organisations-more", &args![("count", more)]));
    }
    desk.whisper(document)?;
    Ok(())
}

/// `organisation show NAME`: all that is known of it.
fn show(desk: &mut Desk<'_>, rest: &str) -> Done {
    let id = find(desk, rest)?;
    let document = shown(desk, id)?;
    desk.whisper(document)?;
    Ok(())
}

fn shown(desk: &Desk<'_>, id: i64) -> Result<Document, StoreError> {
    let known = record::known(desk.snap, id)?;
    let mut document = desk.document().heading(known.name(desk.language()));
    let names: Vec<String> = known
        .names
        .iter()
        .map(|name| match name.language {
            Some(language) => format!("{} ({})", desk.voice.isolate(&name.text), language.own_name()),
            None => desk.voice.isolate(&name.text),
        })
        .collect();
    document = document.point(desk.text("organisation-names", &args![("names", desk.voice.commas(&names))]));
    let mut merged = Vec::new();
    for other in record::merged(desk.snap, id) {
        merged.push(record::known(desk.snap, other)?.name(desk.language()).to_owned());
    }
    if !merged.is_empty() {
        document = document.point(desk.text("organisation-holds", &args![("names", desk.voice.commas(&merged))]));
    }
    document = document.point(desk.plain(state_key(desk, id)?));
    if let Some((holder, since)) = &known.focal {
        let since = desk.voice.date(*since, &desk.timezone());
        let said = args![("name", desk.voice.isolate(&holder.name)), ("since", since)];
        document = document.point(desk.text("organisation-focal", &said));
    }
    if let Some(people) = waiting_by_organisation(desk).get(&id) {
        let people = band(*people).words(desk.voice);
        document = document.point(desk.text("organisation-waiting", &args![("people", people)]));
    }
    let reference = reference(id);
    Ok(document.small(desk.text("organisation-reference", &args![("reference", reference)])))
}

/// `organisation add NAME name OTHER [language fr]`, `organisation add NAME acronym ABC`, and the same
/// with `remove`.
fn change_names(desk: &mut Desk<'_>, rest: &str, adds: bool) -> Done {
    const OPTIONS: &[Known] = &[("name", Takes::Value), ("acronym", Takes::Value), ("language", Takes::Value)];
    let line = take_apart(rest, OPTIONS);
    let option = |name: &str| line.options.iter().find(|(n, v)| *n == name && !v.is_empty()).map(|(_, v)| v.as_str());
    let (text, acronym) = match (option("name"), option("acronym")) {
        (Some(name), None) => (record::typed_name(name), false),
        (None, Some(acronym)) => (record::typed_name(acronym), true),
        _ => {
            let word = if adds { "add" } else { "remove" };
            let usage = desk.typed(&format!("organisation {word} Union of Examples name Union des exemples"));
            return Err(desk.refuse("error-missing", &args![("usage", usage)]));
        }
    };
    let language = match option("language").map(|typed| (typed, Language::parse(&super::fold(typed)))) {
        Some((typed, None)) => {
            let all: Vec<&str> = Language::ALL.iter().map(|l| l.code()).collect();
            return Err(super::scope::wrong_option(desk, typed, &all));
        }
        Some((_, language)) => language,
        None => None,
    };
    let id = find(desk, &line.bare)?;
    let said = args![("name", desk.voice.quote(&text))];
    if text.chars().count() > record::LONGEST_NAME {
        return Err(desk.refuse("error-name-long", &args![("limit", record::LONGEST_NAME)]));
    }
    if adds {
        if let Err(other) = record::add_name(desk.snap, id, Name { text: text.clone(), language, acronym })? {
            let other = record::name_of(desk.snap, other, desk.language())?;
            let said = args![("name", desk.voice.quote(&text)), ("organisation", other)];
            return Err(desk.refuse("organisation-name-taken", &said));
        }
    } else if !record::remove_name(desk.snap, id, &text)? {
        return Err(desk.refuse("organisation-name-stays", &said));
    }
    let action = if adds { "organisation add" } else { "organisation remove" };
    changed(desk, id, action)
}

/// Writes down what was changed, and shows the organisation as it is now.
fn changed(desk: &mut Desk<'_>, id: i64, action: &str) -> Done {
    desk.audit(access_of("organisation"), action, &subject(id))?;
    let document = shown(desk, id)?;
    desk.whisper(document)?;
    Ok(())
}

/// `organisation focal NAME @ACCOUNT`, or `none`: who speaks for it.
fn focal(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (name, holder) = with_account(desk.platform(), rest);
    let Some(holder) = holder else {
        let (name, last) = rest.trim().rsplit_once(char::is_whitespace).unwrap_or_default();
        if !is_word(last, "none") {
            let usage = desk.typed("organisation focal Union of Examples @amina");
            return Err(desk.refuse("error-missing", &args![("usage", usage)]));
        }
        let id = find(desk, name)?;
        record::set_focal(desk.snap, id, None)?;
        return changed(desk, id, "organisation focal none");
    };
    let id = find(desk, name)?;
    record::vouch(desk.snap, id);
    record::set_focal(desk.snap, id, Some(holder.clone()))?;
    for participant in claimed_by(desk, &holder, id) {
        record::settle(desk.snap, participant, Claim::Confirmed)?;
    }
    let voice = voice_of(desk, &holder);
    let name = record::name_of(desk.snap, id, voice.language())?;
    let command = super::in_words(voice, "status claims");
    let text = voice.say("organisation-focal-told", &args![("organisation", name), ("command", command)]);
    tell(desk, &holder.platform, holder.account, Document::line(voice.language(), text))?;
    changed(desk, id, "organisation focal")
}

/// `organisation merge A into B`.
fn merge(desk: &mut Desk<'_>, rest: &str) -> Done {
    let line = take_apart(rest, &[("into", Takes::Value)]);
    let into = line.options.first().map(|(_, name)| name.as_str()).unwrap_or_default();
    if line.bare.is_empty() || into.is_empty() {
        let usage = desk.typed("organisation merge Union of Examples into Union des exemples");
        return Err(desk.refuse("error-missing", &args![("usage", usage)]));
    }
    let (from, into) = (find(desk, &line.bare)?, find(desk, into)?);
    let gone = record::name_of(desk.snap, from, desk.language())?;
    if !record::merge(desk.snap, from, into) {
        return Err(desk.refuse("organisation-one-already", &args![("organisation", gone)]));
    }
    let audited = format!("{} into {}", subject(from), reference(into));
    desk.audit(access_of("organisation"), "organisation merge", &audited)?;
    let kept = record::name_of(desk.snap, into, desk.language())?;
    let undo = desk.typed(&format!("organisation part {gone}"));
    let said = args![("gone", gone), ("organisation", kept), ("command", undo)];
    let mut document = desk.document().text(desk.text("organisation-merged", &said));
    if !record::vouched(desk.snap, into) {
        document = document.text(desk.plain("organisation-unvouched"));
    }
    desk.whisper(document)?;
    Ok(())
}

/// `organisation part NAME`: what was merged is two again.
fn part(desk: &mut Desk<'_>, rest: &str) -> Done {
    let root = find(desk, rest)?;
    let (own, merged) = (record::organisation(desk.snap, &plain(rest)), record::merged(desk.snap, root));
    let id = match (own.filter(|id| *id != root), merged.as_slice()) {
        (Some(own), _) => own,
        (None, [only]) => *only,
        (None, several) => {
            let mut names = Vec::new();
            for id in several {
                names.push(record::known(desk.snap, *id)?.name(desk.language()).to_owned());
            }
            let name = record::name_of(desk.snap, root, desk.language())?;
            let said = args![("organisation", name), ("organisations", desk.voice.commas(&names))];
            let key = if several.is_empty() { "organisation-not-merged" } else { "organisation-part-which" };
            return Err(desk.refuse(key, &said));
        }
    };
    record::part(desk.snap, id);
    desk.audit(access_of("organisation"), "organisation part", &subject(id))?;
    let (gone, kept) =
        (record::name_of(desk.snap, id, desk.language())?, record::name_of(desk.snap, root, desk.language())?);
    let document =
        desk.document().text(desk.text("organisation-parted", &args![("gone", gone), ("organisation", kept)]));
    desk.whisper(document)?;
    Ok(())
}
