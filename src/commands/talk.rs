//! The conversation in private: the question of consent and what follows from each answer, the
//! offer to include what was just written, private messages, the acknowledgement of what was noted.

use super::card::title_of;
use super::desk::{Desk, Done, settings_of};
use super::dialog::{Dialog, NUMBERED, open_dialog};
use super::organisations::Claimed;
use super::parse::{Heard, Parsed, addressed, fold, in_words, parse};
use super::{
    announcing, calling, card, linking, office, organisations, person, registering, rooms, stages, talks, writing,
};
use crate::analysis;
use crate::args;
use crate::chat::{Action, Asked, Block, Document, Event, HistoryQuery, Message, Noted, Purpose, Span, Spans, To};
use crate::i18n::{Args, speak, town};
use crate::model::{Ack, Category, Consent, DAY, Language, MINUTE, Platform, Role, Time, numbered_answer};
use crate::record::{self, Outcome, Person, Profile};
use crate::seal::hex;
use crate::store::{Approval, Room, Snapshot, StoreError};
use crate::vocabulary::Vocabulary;

/// For how long someone who answered "not now", or who was told once, is not asked again.
const ASKED_FOR: i64 = 30 * DAY;
/// How far back what "was just written" reaches.
const JUST_NOW: i64 = 10 * MINUTE;
/// What a participant's log says once they were told how to take something back.
const SHOWN: &str = "take-back";
/// How many characters of someone's own words are shown back to them.
const EXCERPT: usize = 60;

/// Opens the question of consent, in private.
pub fn offer_consent(desk: &mut Desk<'_>, from: Option<String>) -> Done {
    let consultation = desk.the_consultation()?;
    let document = consent_question(desk);
    desk.ask(Dialog::Consent { consultation: consultation.id, from })?;
    desk.whisper(document)?;
    Ok(())
}

fn consent_question(desk: &Desk<'_>) -> Document {
    let settings = desk.settings();
    let title = settings.title(desk.language()).to_owned();
    let mut document = desk.document().text(
        desk.text("consent-question", &args![("consultation", title), ("controller", settings.controller.as_str())]),
    );
    for (number, level) in (1..).zip(NUMBERED) {
        document = document.choice(number, desk.plain(&format!("consent-answer-{}", level.word())));
    }
    let others = settings.languages.iter().copied().filter(|language| *language != desk.language()).collect();
    document.choice(0, desk.plain("consent-answer-no")).block(Block::Languages(others))
}

/// Takes what someone wrote in private as the answer to what they were asked. Says whether it was
/// one.
pub fn answered(desk: &mut Desk<'_>, text: &str) -> Result<bool, super::Failure> {
    let Some(open) = open_dialog(desk.snap, &desk.account)? else { return Ok(false) };
    if let Some(language) = Language::parse(&open.language).filter(|_| desk.participant.is_none()) {
        desk.speak(language);
    }
    let number = numbered_answer(text);
    match open.dialog {
        Dialog::Consent { consultation, from } => {
            desk.turn_to(consultation);
            consent_answer(desk, text, number, from)
        }
        Dialog::Category { consultation, from } => {
            desk.turn_to(consultation);
            category_answer(desk, text, number, from)
        }
        Dialog::Organisation { consultation, from } => {
            desk.turn_to(consultation);
            free_answer(desk, text, from, Consent::Organisation)
        }
        Dialog::Name { consultation, from } => {
            desk.turn_to(consultation);
            free_answer(desk, text, from, Consent::Name)
        }
        Dialog::SameOrganisation { consultation, name, alike, from, form } => {
            desk.turn_to(consultation);
            // Where there is only one, a yes or a no is clear as well.
            let word = || yes_or_no(desk, text, None).filter(|_| alike.len() == 1).map(|yes| if yes { 1 } else { 2 });
            let number = number.or_else(word);
            let chosen = number.and_then(|n| pick(&alike, n)).copied();
            if chosen.is_none() && number != u32::try_from(alike.len() + 1).ok() {
                return Ok(false);
            }
            organisations::named(desk, &name, chosen)?;
            offer(desk, from)?;
            if let Some(entry) = form {
                registering::go_on(desk, entry)?;
            }
            Ok(true)
        }
        Dialog::Claim { organisation, participant } => {
            organisations::answered(desk, text, number, organisation, participant)
        }
        Dialog::Include { consultation, room, events } => {
            desk.turn_to(consultation);
            match yes_or_no(desk, text, number) {
                Some(true) => {
                    desk.asked_nothing()?;
                    for (event, at) in events {
                        include(desk, consultation, &room, event, at)?;
                    }
                    Ok(true)
                }
                Some(false) => {
                    desk.asked_nothing()?;
                    let document = desk.document().text(desk.plain("consent-offer-declined"));
                    desk.whisper(document)?;
                    Ok(true)
                }
                None => Ok(false),
            }
        }
        Dialog::Stop { consultation } => {
            desk.turn_to(consultation);
            let command = match number {
                Some(1) => "withdraw",
                Some(2) => "unregister",
                Some(3) => "forget me",
                Some(4) => {
                    desk.asked_nothing()?;
                    let text = desk.text("stop-done", &args![("command", desk.typed("join"))]);
                    let document = desk.with_buttons(desk.document().text(text), &["join"]);
                    desk.whisper(document)?;
                    return Ok(true);
                }
                _ => return Ok(false),
            };
            desk.asked_nothing()?;
            run_line(desk, command)
        }
        Dialog::Forget => match yes_or_no(desk, text, number) {
            Some(true) => {
                desk.asked_nothing()?;
                person::forget(desk)?;
                Ok(true)
            }
            Some(false) => {
                desk.asked_nothing()?;
                let document = desk.document().text(desk.plain("forget-kept"));
                desk.whisper(document)?;
                Ok(true)
            }
            None => Ok(false),
        },
        Dialog::Which { consultations, line } => {
            let Some(consultation) = number.and_then(|n| pick(&consultations, n)) else { return Ok(false) };
            desk.asked_nothing()?;
            desk.turn_to(*consultation);
            run_line(desk, &line)
        }
        Dialog::Note { consultation, event, at } => match yes_or_no(desk, text, number) {
            Some(true) => {
                desk.turn_to(consultation);
                desk.ask(Dialog::Writing { consultation })?;
                let room = desk.event.room.clone();
                include(desk, consultation, &room, event, at)?;
                Ok(true)
            }
            Some(false) => {
                desk.asked_nothing()?;
                let document = desk.document().text(desk.plain("consent-offer-declined"));
                desk.whisper(document)?;
                Ok(true)
            }
            None => Ok(false),
        },
        Dialog::Writing { .. } => Ok(false),
        Dialog::Link { with } => linking::answered(desk, text, number, &with),
        Dialog::Age { consultation, call, line } => {
            desk.turn_to(consultation);
            registering::of_age(desk, text, number, call, &line)
        }
        Dialog::WhichCall { consultation, calls, line, leave } => {
            desk.turn_to(consultation);
            registering::chosen(desk, number, &calls, &line, leave)
        }
        Dialog::Talk { consultation, plan } => {
            desk.turn_to(consultation);
            talks::decided(desk, text, number, &plan)
        }
        Dialog::Announce { consultation, call, on } => {
            desk.turn_to(consultation);
            announcing::announces(desk, text, number, call, on)
        }
        Dialog::Found(founding) => office::founds(desk, text, number, founding),
        Dialog::FormChange { consultation, form, field, changes } => {
            desk.turn_to(consultation);
            calling::changes_form(desk, text, number, (&form, &field), &changes)
        }
        Dialog::Form { consultation, entry } => {
            desk.turn_to(consultation);
            registering::answered(desk, text, number, entry)
        }
    }
}

fn pick<T>(list: &[T], number: u32) -> Option<&T> {
    list.get(usize::try_from(number).ok()?.checked_sub(1)?)
}

fn run_line(desk: &mut Desk<'_>, line: &str) -> Result<bool, super::Failure> {
    if let Parsed::Command(typed) = parse(line, Heard::Invocation, desk.prefix) {
        super::run(desk, &typed)?;
    }
    Ok(true)
}

fn include(desk: &mut Desk<'_>, consultation: i64, room: &str, event: String, at: Time) -> Result<(), StoreError> {
    let author = desk.event.author.id.clone();
    let query = HistoryQuery {
        purpose: Purpose::Include(consultation),
        author,
        event: Some(event),
        since: at,
        until: None,
        limit: 1,
        handle: None,
    };
    desk.look_up(room, query)
}

/// Whether a text is nothing but an answer: a number, a yes or a no. It is never a contribution.
pub fn is_answer(text: &str) -> bool {
    // The longest such word has a handful of letters.
    text.len() <= 32 && (numbered_answer(text).is_some() || yes_no_word(text, Language::default()).is_some())
}

/// `yes` and `no` in any language, or 1 and 2.
pub fn yes_or_no(desk: &Desk<'_>, text: &str, number: Option<u32>) -> Option<bool> {
    match number {
        Some(1) => Some(true),
        Some(2 | 0) => Some(false),
        _ => yes_no_word(text, desk.language()),
    }
}

/// `yes` and `no` as a word: of this language first, then of any.
fn yes_no_word(text: &str, language: Language) -> Option<bool> {
    let text = fold(text);
    let text = text.trim_end_matches(['.', '!', '。', '！']);
    let says = |key: &str| {
        std::iter::once(language)
            .chain(Language::ALL)
            .any(|language| speak(language).words(key).iter().any(|word| fold(word) == text))
    };
    if says("words-yes") {
        Some(true)
    } else if says("words-no") {
        Some(false)
    } else {
        None
    }
}

/// The level of consent of a word in any language.
pub fn consent_word(text: &str) -> Option<Consent> {
    Consent::parse(text).or_else(|| {
        let text = fold(text);
        Consent::ALL.into_iter().find(|level| {
            let key = format!("words-consent-{}", level.word());
            Language::ALL.into_iter().any(|l| speak(l).words(&key).iter().any(|word| fold(word) == text))
        })
    })
}

fn consent_answer(
    desk: &mut Desk<'_>,
    text: &str,
    number: Option<u32>,
    from: Option<String>,
) -> Result<bool, super::Failure> {
    if let Some(language) = Language::parse(text).filter(|_| number.is_none()) {
        desk.speak(language);
        offer_consent(desk, from)?;
        return Ok(true);
    }
    let level = match number {
        Some(0) => Some(Consent::No),
        Some(n) => match pick(&NUMBERED, n) {
            Some(level) => Some(*level),
            None => return Err(desk.refuse("error-choice", &args![("from", 0), ("to", 5)])),
        },
        None => consent_word(text),
    };
    let Some(level) = level else { return Ok(false) };
    choose(desk, level, from)?;
    Ok(true)
}

/// Takes a level of consent, and asks for what it shows.
pub fn choose(desk: &mut Desk<'_>, level: Consent, from: Option<String>) -> Done {
    let consultation = desk.the_consultation()?.id;
    match level {
        Consent::No => {
            decline(desk)?;
        }
        Consent::Category => {
            let mut document = desk.document().text(desk.plain("consent-ask-category"));
            for (n, category) in (1..).zip(Vocabulary::current().categories()) {
                document = document.choice(n, category.label(desk.language().code()));
            }
            desk.ask(Dialog::Category { consultation, from })?;
            desk.whisper(document)?;
        }
        Consent::Organisation => {
            let document = desk
                .document()
                .text(desk.plain("consent-ask-organisation"))
                .block(Block::Field(desk.plain("form-answer")));
            desk.ask(Dialog::Organisation { consultation, from })?;
            desk.whisper(document)?;
        }
        Consent::Name => {
            let document =
                desk.document().text(desk.plain("consent-ask-name")).block(Block::Field(desk.plain("form-answer")));
            desk.ask(Dialog::Name { consultation, from })?;
            desk.whisper(document)?;
        }
        level => agree(desk, level, Profile::default(), from)?,
    }
    Ok(())
}

/// "Not now, or I am under 18": who is under 18 is told whom to turn to.
pub fn decline(desk: &mut Desk<'_>) -> Done {
    let mut document = not_now(desk)?;
    let help = desk.settings().help;
    if !help.is_empty() {
        document = document.text(to_whom(desk, "consent-under-18", &help));
    }
    desk.whisper(document)?;
    Ok(())
}

/// `stop` by someone who does not take part.
pub fn leave_alone(desk: &mut Desk<'_>) -> Done {
    let document = not_now(desk)?;
    desk.whisper(document)?;
    Ok(())
}

/// Nothing is kept, and nobody is asked again this month.
fn not_now(desk: &mut Desk<'_>) -> Result<Document, super::Failure> {
    desk.asked_nothing()?;
    mark_asked(desk);
    Ok(desk.document().text(to_whom(desk, "consent-not-now", &desk.settings().contact)))
}

pub(super) fn to_whom(desk: &Desk<'_>, key: &str, whom: &str) -> Spans {
    Spans::say(desk.voice, key, Args::new(), &[("contact", Span::address(whom))])
}

fn category_answer(
    desk: &mut Desk<'_>,
    text: &str,
    number: Option<u32>,
    from: Option<String>,
) -> Result<bool, super::Failure> {
    let vocabulary = Vocabulary::current();
    let category = match number {
        Some(n) => pick(vocabulary.categories(), n),
        None => vocabulary.find_category(text),
    };
    let Some(category) = category else {
        let last = vocabulary.categories().len();
        return Err(desk.refuse("error-choice", &args![("from", 1), ("to", last)]));
    };
    let profile = Profile { category: Some(Category(category.id.clone())), ..Profile::default() };
    agree(desk, Consent::Category, profile, from)?;
    Ok(true)
}

fn free_answer(desk: &mut Desk<'_>, text: &str, from: Option<String>, level: Consent) -> Result<bool, super::Failure> {
    let text = Some(record::typed_name(text));
    let profile = match level {
        Consent::Organisation => Profile { organisation: text, ..Profile::default() },
        _ => Profile { name: text, ..Profile::default() },
    };
    agree(desk, level, profile, from)?;
    Ok(true)
}

/// Takes down a consent with what it shows, says what follows from it, and offers to include what
/// was just written.
pub fn agree(desk: &mut Desk<'_>, level: Consent, shown: Profile, from: Option<String>) -> Done {
    let names = [&shown.name, &shown.organisation].into_iter().flatten();
    if names.into_iter().any(|name| name.chars().count() > record::LONGEST_NAME) {
        return Err(desk.refuse("error-name-long", &args![("limit", record::LONGEST_NAME)]));
    }
    let consultation = desk.the_consultation()?;
    let before = desk.consent();
    if let Some(participant) = desk.participant.filter(|_| level >= Consent::Organisation)
        && record::is_named_elsewhere(&record::profile_of(desk.snap, participant)?, &desk.account)
    {
        let command = desk.typed("unlink account");
        return Err(desk.refuse("link-name-elsewhere", &args![("command", command)]));
    }
    desk.asked_nothing()?;
    let participant = match desk.person {
        Some(participant) => participant,
        None => {
            let person =
                Person { platform: desk.event.platform, account: &desk.event.author.id, language: desk.language() };
            record::enter(desk.snap, consultation.id, &person, &Profile::default())?
        }
    };
    record::set_consent_at(desk.snap, participant, level, desk.event.at);
    desk.turn_to(consultation.id);
    if let Some(row) = desk.snap.rows.participants.edit(participant) {
        row.muted = 0;
    }
    let organisation = shown.organisation.clone();
    let shown_before = record::profile_of(desk.snap, participant)?;
    record::edit_profile(desk.snap, participant, |profile| {
        profile.name = shown.name.or(profile.name.take());
        profile.category = shown.category.or(profile.category.take());
        profile.organisation = shown.organisation.or(profile.organisation.take());
    })?;
    let claimed = match &organisation {
        Some(name) => organisations::claim(desk, participant, name)?,
        None => Claimed::default(),
    };
    // A first word here is stricter than none, too, for what its author wrote elsewhere. A name or category
    // that is no longer theirs stands nowhere.
    let renamed = record::profile_of(desk.snap, participant)? != shown_before;
    if level < before || before == Consent::No || renamed {
        writing::mend_all(desk)?;
    }
    let mut lines = vec![desk.plain(&format!("consent-agreed-{}", level.word())), desk.plain("consent-holds")];
    if level.quotes() {
        lines.push(desk.plain("consent-found-again"));
    }
    if before != Consent::No && level < before {
        lines.push(desk.plain("consent-lowered"));
    } else if before != Consent::No && level > before {
        lines.push(desk.plain("consent-raised"));
    }
    lines.extend(claimed.told);
    let document = desk.document().text(lines.join(" "));
    let from = from.filter(|_| before == Consent::No);
    if claimed.alike.is_empty() {
        let document = desk.with_buttons(document, &["private", "consent", "stop"]);
        desk.whisper(document)?;
        return Ok(offer(desk, from)?);
    }
    // One question at a time: what was just written is offered after this one.
    let name = organisation.unwrap_or_default();
    let document = organisations::which(desk, document, &name, &claimed.alike)?;
    let consultation = consultation.id;
    desk.ask(Dialog::SameOrganisation { consultation, name, alike: claimed.alike, from, form: None })?;
    desk.whisper(document)?;
    Ok(())
}

/// Offers to include what someone who agreed had just written in a room.
fn offer(desk: &mut Desk<'_>, from: Option<String>) -> Result<(), StoreError> {
    let (Some(room), Some(consultation)) = (from, desk.consultation.as_ref().map(|c| c.id)) else { return Ok(()) };
    let agreed = desk.event.at;
    let query = HistoryQuery {
        purpose: Purpose::Offer(consultation),
        author: desk.event.author.id.clone(),
        event: None,
        since: agreed - JUST_NOW,
        // What they write since then is heard by itself.
        until: Some(agreed),
        limit: 3,
        handle: None,
    };
    desk.look_up(&room, query)
}

/// What was found in a room's history for someone who agreed, or who asked for it.
pub fn found(desk: &mut Desk<'_>, query: &HistoryQuery, messages: &[Event]) -> Done {
    let texts = messages.iter().filter(|m| m.author.id == query.author).filter_map(|m| match &m.body {
        crate::chat::Body::Message(message) => Some((m, message)),
        _ => None,
    });
    match query.purpose {
        Purpose::Offer(consultation) => {
            desk.turn_to(consultation);
            let offered: Vec<(&Event, String)> = texts
                .map(|(event, message)| (event, message.with_files(&message.text)))
                .filter(|(event, text)| is_offered(event, text, desk.prefix))
                .filter(|(event, _)| {
                    let hash = record::event_hash(desk.snap, event.platform, &event.room, &event.id);
                    record::seen(desk.snap, &hash).is_none()
                })
                .collect();
            let (Some((last, _)), false) = (offered.last(), desk.participant.is_none()) else { return Ok(()) };
            let room = last.room.clone();
            let quotes: Vec<String> = offered.iter().map(|(_, text)| desk.voice.quote(&excerpt(text))).collect();
            let text = desk.text("consent-offer", &args![("quote", quotes.join(" "))]);
            let document =
                desk.document().text(text).choice(1, desk.plain("answer-yes")).choice(2, desk.plain("answer-no"));
            let events = offered.iter().map(|(event, _)| (event.id.clone(), event.at)).collect();
            desk.ask(Dialog::Include { consultation, room, events })?;
            desk.whisper(document)?;
        }
        Purpose::Include(consultation) => {
            desk.turn_to(consultation);
            for (event, message) in texts {
                let text = words(desk, message)?;
                writing::take(desk, event, &text, writing::As::Asked)?;
            }
        }
        Purpose::Reread => {}
    }
    Ok(())
}

/// Whether what someone writes now is noted without asking.
pub fn is_writing(desk: &Desk<'_>) -> Result<bool, super::Failure> {
    let open = open_dialog(desk.snap, &desk.account)?;
    Ok(open.is_some_and(|open| matches!(open.dialog, Dialog::Writing { .. })))
}

/// Notes a message that its author hands in; who has not agreed yet is asked first.
pub fn handed_in(desk: &mut Desk<'_>, message: &Event) -> Done {
    if message.author.id != desk.event.author.id {
        return Err(desk.refuse("hand-in-own", &Args::new()));
    }
    if desk.participant.is_none() {
        return offer_consent(desk, Some(desk.event.room.clone()));
    }
    if let Some(closed) = stages::no_words(desk) {
        return Err(closed);
    }
    let crate::chat::Body::Message(body) = &message.body else { return Ok(()) };
    let text = words(desk, body)?;
    if !is_offered(message, &text, desk.prefix) {
        return Err(desk.refuse("hand-in-nothing", &Args::new()));
    }
    writing::take(desk, message, &text, writing::As::Asked)
}

/// Whether what was written is something to be noted: no command, no answer to the bot, no greeting.
fn is_offered(event: &Event, text: &str, prefix: &str) -> bool {
    let heard = if event.direct { Heard::Direct } else { Heard::Room };
    let command = !matches!(parse(text, heard, prefix), Parsed::Nothing) || event.direct && is_answer(text);
    !command && !analysis::smalltalk::is_smalltalk(text)
}

/// What a message says, its files included. Where it says nothing, because a file of it cannot be
/// taken, that is the answer.
pub(super) fn words(desk: &Desk<'_>, message: &Message) -> Result<String, super::Failure> {
    let text = message.with_files(&message.text);
    match message.refused() {
        Some((name, refusal)) if text.is_empty() => Err(file_refused(desk, name, refusal)),
        _ => Ok(text),
    }
}

/// The beginning of someone's words, for showing them back.
pub fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(EXCERPT) {
        Some((end, _)) => {
            let cut = line.get(..end).unwrap_or_default();
            let cut = cut.rsplit_once(' ').map_or(cut, |(whole_words, _)| whole_words);
            format!("{cut}…")
        }
        None => line,
    }
}

/// The language of what somebody wrote, where that is sure and one of the bot's.
pub fn language_in(text: &str) -> Option<Language> {
    let detected = analysis::language::detect(text, None);
    Language::parse(&detected.tag).filter(|_| detected.sure)
}

/// Tells someone who writes where a floor is open that nothing of theirs is noted, once a month.
pub fn invite(desk: &mut Desk<'_>, room: &Room, written: &str) -> Result<(), StoreError> {
    if !mark_asked(desk) {
        return Ok(());
    }
    // It may be the first that they hear of the bot: in their language, where it is one of the bot's.
    if let Some(language) = language_in(written) {
        desk.speak(language);
    }
    let (told, until) = (told_hash(desk.snap, &desk.account, room.id), Some(desk.snap.now + JUST_NOW));
    record::remember(desk.snap, told, "asked", None, until);
    let text = desk.text("invite", &args![("room", super::room_title(desk, room)), ("command", desk.typed("join"))]);
    let document = desk.with_buttons(desk.document().text(text), &["join"]);
    desk.whisper(document)
}

/// Tells someone who takes part and writes where the floor is closed that it was not noted, and how
/// to say it all the same: once a closing, in private.
pub fn floor_is_closed(desk: &mut Desk<'_>, room: &Room) -> Result<(), StoreError> {
    let at = desk.event.at;
    let (Some(hash), Some(closed)) =
        (closing_hash(desk.snap, &desk.account, room.id, at), rooms::closed_since(desk.snap, room.id, at))
    else {
        return Ok(());
    };
    if !mark_told(desk, hash) {
        return Ok(());
    }
    let zone = card::zone_of(desk.snap, room);
    let title = super::room_title(desk, room);
    let today = desk.voice.date(closed, &zone) == desk.voice.date(at, &zone);
    // A room that was only just bound was never open: then there is no time to be named.
    let was_open = record::held_at(desk.snap, room.id, "floor", closed - 1).is_some_and(|floor| floor == "open");
    let first = if today && was_open {
        let time = format!("{} {}", desk.voice.time_of_day(closed, &zone), town(&zone));
        desk.text("record-floor-closed-at", &args![("room", title), ("time", time)])
    } else {
        desk.text("record-floor-closed", &args![("room", title)])
    };
    let still = desk.text("record-still-private", &args![("command", desk.typed("private"))]);
    let document = desk.with_buttons(desk.document().text(format!("{first} {still}")), &["private"]);
    desk.whisper(document)
}

/// The hash under which it is remembered that someone was told of a room's floor, closed at that
/// moment; nothing, where it was open. To be loaded with what they write there.
pub fn closing_hash(snap: &Snapshot, account: &[u8], room: i64, at: Time) -> Option<Vec<u8>> {
    let closed = rooms::closed_since(snap, room, at)?;
    Some(snap.hash("closed", &[&hex(account), &room.to_string(), &closed.to_string()]))
}

/// Remembers, by a keyed hash that lapses, that someone was asked. Says whether they had not been.
fn mark_asked(desk: &mut Desk<'_>) -> bool {
    let consultation = desk.consultation.as_ref().map(|c| c.id).unwrap_or_default();
    let hash = asked_hash(desk.snap, &desk.account, consultation);
    mark_told(desk, hash)
}

fn mark_told(desk: &mut Desk<'_>, hash: Vec<u8>) -> bool {
    if record::seen(desk.snap, &hash).is_some() {
        return false;
    }
    let until = Some(desk.snap.now + ASKED_FOR);
    record::remember(desk.snap, hash, "asked", None, until);
    true
}

/// The hash under which it is remembered that someone was asked: to be loaded with the person.
pub fn asked_hash(snap: &Snapshot, account: &[u8], consultation: i64) -> Vec<u8> {
    snap.hash("asked", &[&hex(account), &consultation.to_string()])
}

/// The hash under which it is remembered for a moment in which room someone was asked.
pub fn told_hash(snap: &Snapshot, account: &[u8], room: i64) -> Vec<u8> {
    snap.hash("told", &[&hex(account), &room.to_string()])
}

/// Where someone who is alone with the bot was just told that nothing of theirs is noted: there stands
/// what they may want to include when they take part.
pub fn told_in(desk: &Desk<'_>) -> Option<String> {
    let consultation = desk.consultation.as_ref()?.id;
    let told = |room: &&Room| record::seen(desk.snap, &told_hash(desk.snap, &desk.account, room.id)).is_some();
    let mut rooms = desk.snap.rows.rooms.iter().filter(|room| room.consultation_id == consultation);
    rooms.find(told).map(|room| room.address.clone())
}

/// Something written in private that is neither a command nor an answer.
pub fn private_text(desk: &mut Desk<'_>, message: &Message) -> Done {
    if desk.participant.is_none() {
        if desk.consultation.is_none() {
            return which(desk, "join", &[]);
        }
        return offer_consent(desk, Some(desk.event.room.clone()));
    }
    let text = words(desk, message)?;
    if text.is_empty() {
        return Ok(());
    }
    let smalltalk = analysis::smalltalk::is_smalltalk(&text);
    if let Some(open) = open_dialog(desk.snap, &desk.account)?
        && let Dialog::Writing { consultation } = open.dialog
        && !smalltalk
    {
        desk.turn_to(consultation);
        let event = desk.event.clone();
        return writing::take(desk, &event, &text, writing::As::Private);
    }
    if smalltalk {
        let help = desk.text("private-hello", &args![("help", desk.typed("help"))]);
        let document = desk.document().text(help);
        desk.whisper(document)?;
        return Ok(());
    }
    if let Some(participant) = desk.participant {
        writing::is_not_paused(desk, participant)?;
    }
    if let Some(closed) = stages::no_words(desk) {
        return Err(closed);
    }
    let consultation = desk.the_consultation()?;
    let title = desk.settings().title(desk.language()).to_owned();
    let document = desk
        .document()
        .text(desk.text("private-note", &args![("consultation", title)]))
        .choice(1, desk.plain("answer-yes"))
        .choice(2, desk.plain("answer-no"));
    let (event, at) = (desk.event.id.clone(), desk.event.at);
    desk.ask(Dialog::Note { consultation: consultation.id, event, at })?;
    desk.whisper(document)?;
    Ok(())
}

/// Asks which consultation a command is about: of those for which one of its roles is held, where
/// any is.
pub fn which(desk: &mut Desk<'_>, line: &str, roles: &[Role]) -> Done {
    let held = desk.held(roles);
    let consultations: Vec<(i64, String)> = desk
        .snap
        .rows
        .consultations
        .iter()
        .filter(|c| held.is_empty() || held.contains(&c.id))
        .map(|c| (c.id, card::title_of_consultation(c, desk.language())))
        .collect();
    if consultations.is_empty() {
        return Err(desk.refuse("error-no-consultation", &Args::new()));
    }
    let mut document = desk.document().text(desk.plain("which-consultation"));
    for (n, (_, title)) in (1..).zip(&consultations) {
        document = document.choice(n, title.as_str());
    }
    let consultations = consultations.into_iter().map(|(id, _)| id).collect();
    desk.ask(Dialog::Which { consultations, line: line.into() })?;
    desk.whisper(document)?;
    Ok(())
}

/// Tells an author what became of what they wrote: in private, or by a mark on the message, as the
/// room is set.
pub fn acknowledge(desk: &mut Desk<'_>, event: &Event, ack: Option<Ack>, outcome: &Outcome) -> Done {
    let id = match outcome {
        Outcome::New(id) => id,
        Outcome::Known => return Ok(taken_back(desk, &event.room, &event.id)?),
        Outcome::Joined(_) | Outcome::NoConsent => return Ok(()),
    };
    let Some(author) = desk.snap.rows.contributions.get(*id).map(|c| c.participant_id) else { return Ok(()) };
    if ack == Some(Ack::Reaction) && !event.direct && event.handle.is_none() {
        desk.act(Action::React { target: event.id.clone(), mark: "📝".into() })?;
        // Who pressed something for it waits for an answer beside the mark.
        if desk.event.handle.is_none() {
            return Ok(());
        }
    }
    // How to take something back is said once.
    let first = record::held_at(desk.snap, author, SHOWN, Time::MAX).is_none();
    if first {
        let at = desk.snap.now;
        rooms::log(desk.snap, author, SHOWN, "1", at);
    }
    let noted = Noted {
        contribution: *id,
        first,
        language: desk.language().code().into(),
        to: desk.in_private(),
        reply_to: desk.event.answered().filter(|_| desk.event.direct),
    };
    desk.snap.queue_noted(desk.event.platform, &noted)?;
    Ok(())
}

/// The words of an acknowledgement: the receipt, where it was noted, how it was read. None, where
/// the contribution was taken back before it was told of.
pub fn noted(snap: &Snapshot, noted: &Noted) -> Result<Option<Document>, StoreError> {
    let Some(contribution) = snap.rows.contributions.get(noted.contribution) else { return Ok(None) };
    let Some(body) = record::body_of(snap, contribution)? else { return Ok(None) };
    let language = Language::parse(&noted.language).unwrap_or_default();
    let voice = speak(language);
    let room = contribution.room_id.and_then(|id| snap.rows.rooms.get(id));
    let receipt = contribution.receipt.as_str();
    let mut lines = vec![match room {
        Some(room) => {
            voice.say("record-noted-in", &args![("receipt", receipt), ("room", title_of(snap, room, language))])
        }
        None => {
            let consultation = snap.rows.consultations.get(contribution.consultation_id);
            let title = consultation.map(|c| settings_of(c).title(language).to_owned()).unwrap_or_default();
            voice.say("record-noted-for", &args![("receipt", receipt), ("consultation", title)])
        }
    }];
    if let Some(group) = &body.on_behalf {
        let names: Vec<&String> = std::iter::once(&group.name).chain(&group.signatories).collect();
        lines.push(voice.say("record-on-behalf", &args![("names", voice.list(&names))]));
    }
    // What only its author sees in a room is not answered by a word that all would see.
    let typed = |line: String| match &noted.to {
        To::Answer { room: Some(_), .. } => addressed(Platform::Discord, "", voice, &in_words(voice, &line)),
        _ => in_words(voice, &line),
    };
    let prior = record::prior(snap, contribution.room_id, contribution.question_id)?;
    if let Some(reading) = writing::reading_line(voice, &body, prior) {
        let command = typed(format!("tag {receipt}"));
        lines.push(voice.say("record-read-as", &args![("reading", reading), ("command", command)]));
    }
    let mut document = Document::new(language).text(lines.join(" "));
    if noted.first {
        let command = typed(format!("withdraw {receipt}"));
        document = document.small(voice.say("record-take-back", &args![("command", command)]));
    }
    let button = |name: &str| voice.say_plain(&format!("button-{name}"));
    document = document.button(button("withdraw"), format!("withdraw {receipt}"));
    Ok(Some(document.button(button("why"), format!("why {receipt}"))))
}

/// The words of a request for leave to quote a passage. None, where it was taken back or changed before it
/// was asked, or its author has said so or otherwise already.
pub fn asked(snap: &Snapshot, asked: &Asked) -> Result<Option<Document>, StoreError> {
    let Some(contribution) = snap.rows.contributions.get(asked.contribution) else { return Ok(None) };
    let Some(body) = record::body_of(snap, contribution)? else { return Ok(None) };
    let waits = |row: &&Approval| row.contribution_id == contribution.id && row.passage == asked.passage;
    let waits = snap.rows.approvals.iter().find(waits).is_some_and(|row| row.state == "asked");
    let Some(passage) = body.passages.iter().find(|p| p.number == asked.passage && waits) else { return Ok(None) };
    let language = snap.rows.participants.get(contribution.participant_id).map(|person| person.language.as_str());
    let voice = speak(language.and_then(Language::parse).unwrap_or_default());
    let command = format!("approve {}.{}", contribution.receipt, asked.passage);
    let document = Document::new(voice.language())
        .text(voice.say("approve-ask", &args![("command", command.as_str())]))
        .quote(record::passage_text(&body.text(), passage), Some(&body.language), Spans::default())
        .button(voice.say_plain("button-approve"), command.as_str())
        .button(voice.say_plain("button-decline"), format!("{command} no"));
    Ok(Some(document))
}

/// Tells a person that what they change no longer counts: they took it back.
pub fn taken_back(desk: &mut Desk<'_>, room: &str, message: &str) -> Result<(), StoreError> {
    let hash = record::event_hash(desk.snap, desk.platform(), room, message);
    let gone = record::seen(desk.snap, &hash).filter(|seen| seen.kind == "gone").and_then(|seen| seen.contribution_id);
    let of = gone.and_then(|id| desk.snap.rows.contributions.get(id));
    let own = of.filter(|c| Some(c.participant_id) == desk.participant && !record::is_open(c));
    let Some(receipt) = own.map(|c| c.receipt.clone()) else { return Ok(()) };
    let document = desk.document().text(desk.text("record-taken-back", &args![("receipt", receipt)]));
    desk.whisper(document)
}

/// Why a file is not taken, and what to send instead.
pub fn file_refused(desk: &Desk<'_>, name: &str, refusal: &crate::chat::FileRefusal) -> super::Failure {
    use crate::chat::FileRefusal::{NotText, Poll, TooLarge, Unreachable};
    let key = match refusal {
        TooLarge => "file-too-large",
        NotText => "file-not-text",
        Unreachable => "file-unreachable",
        Poll => "file-poll",
    };
    desk.refuse(key, &args![("name", desk.voice.quote(name)), ("limit", crate::chat::sanitise::MAX_TEXT / 1024)])
}
