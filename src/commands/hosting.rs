//! Offices for a part of a consultation: co-hosts of one talk, and rapporteurs of one of its rooms.

use super::Failure;
use super::card::title_of;
use super::desk::{Desk, Done};
use super::office::holder_of;
use super::registering::number;
use super::rooms::on_or_off;
use super::scope::{first_word, is_word, same};
use super::table::access_of;
use super::talks::{planned, title};
use super::{in_words, telling};
use crate::args;
use crate::chat::{Action, Document, Outgoing, To};
use crate::i18n::speak;
use crate::model::{DAY, Role, Scope};
use crate::participation::{self, talk_settings};
use crate::record;
use crate::store::{Office, Room, StoreError, Talk};
use crate::trust::{self, OfficeHolder};

/// `talk host 3 @binta`: a co-host of this talk and of nothing else; `talk host 3 @binta off`: no longer.
pub fn host(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, rest) = planned(desk, rest)?;
    let example = format!("talk host {} @binta", talk.number);
    let (holder, on) = who_and_whether(desk, rest, &example)?;
    let welcome = hosts_can(desk, &talk)?;
    set_office(desk, (Role::CoHost, Scope::Talk(talk.id)), holder.clone(), on.then_some(welcome), &talk)?;
    let said = args![("name", desk.voice.isolate(&holder.name)), ("title", title(desk.snap, &talk, desk.language())?)];
    let document = desk.document().text(desk.text(if on { "talk-hosted" } else { "talk-unhosted" }, &said));
    desk.whisper(document)?;
    Ok(())
}

/// `talk rapporteur 3 debt @hana`: reads the digests of this room of the talk, and of nothing else; `talk
/// rapporteur 3 debt @hana off`: no longer.
pub fn rapporteur(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (talk, rest) = planned(desk, rest)?;
    let settings = talk_settings(desk.snap, &talk)?;
    let rooms = telling::breakouts_of(desk.snap, &settings);
    let titled = |room: &Room| title_of(desk.snap, room, desk.language());
    let of = |typed: &str| rooms.iter().find(|room| same(&room.name, typed) || same(&titled(room), typed));
    // The title of a room may be several words.
    let cuts = rest.match_indices(char::is_whitespace).map(|(at, _)| rest.split_at(at));
    let Some((room, after)) = cuts.filter_map(|(name, after)| Some((of(name)?.clone(), after.trim()))).next_back()
    else {
        let names: Vec<&str> = rooms.iter().map(|room| room.name.as_str()).collect();
        let example = desk.typed(&format!("talk rapporteur {} {} @hana", talk.number, names.first().unwrap_or(&"…")));
        return Err(match names.is_empty() {
            true => desk.refuse("talk-no-breakouts", &args![("number", talk.number)]),
            false => {
                desk.refuse("talk-rapporteur-line", &args![("rooms", desk.voice.commas(&names)), ("example", example)])
            }
        });
    };
    let (holder, on) = who_and_whether(desk, after, &format!("talk rapporteur {} {} @hana", talk.number, room.name))?;
    let voice = speak(desk.settings().languages.first().copied().unwrap_or_default());
    let said = args![
        ("title", settings.title(voice.language())),
        ("room", telling::called(desk.snap, &settings, &room, voice.language())),
        ("command", in_words(voice, &format!("digest room {}", room.name))),
    ];
    let welcome = Document::line(voice.language(), voice.say("talk-you-report", &said));
    if on && settings.made.contains(&room.id) && room.platform == desk.platform().word() {
        telling::ask_in(desk.snap, &room, &holder.account)?;
    }
    set_office(desk, (Role::Rapporteur, Scope::Room(room.id)), holder.clone(), on.then_some(welcome), &talk)?;
    let called = telling::called(desk.snap, &settings, &room, desk.language());
    let said = args![("name", desk.voice.isolate(&holder.name)), ("room", called)];
    let document = desk.document().text(desk.text(if on { "talk-reported" } else { "talk-unreported" }, &said));
    desk.whisper(document)?;
    Ok(())
}

/// Someone and whether they are to hold an office: `@binta`, `@binta off`.
fn who_and_whether(desk: &Desk<'_>, typed: &str, example: &str) -> Result<(OfficeHolder, bool), Failure> {
    let (who, word) = first_word(typed);
    let on = word.is_empty() || on_or_off(desk, word)?;
    let holder = holder_of(desk.platform(), who).filter(|holder| !holder.is_group());
    holder.map(|holder| (holder, on)).ok_or_else(|| {
        let usage = desk.typed(example);
        match who {
            "" => desk.refuse("error-missing", &args![("usage", usage)]),
            who => desk.refuse("error-who", &args![("typed", desk.voice.quote(who)), ("usage", usage)]),
        }
    })
}

/// Gives someone an office for a talk or a room of it, with a word on what they can do; takes it away, where
/// there is no such word.
fn set_office(
    desk: &mut Desk<'_>,
    (role, scope): (Role, Scope),
    holder: OfficeHolder,
    welcome: Option<Document>,
    talk: &Talk,
) -> Done {
    let consultation = desk.the_consultation()?;
    let hash = record::account_hash(desk.snap, desk.platform(), &holder.account);
    let (word, scope) = (role.word().to_owned(), scope.text());
    let held = desk.snap.rows.offices.find(|o| o.hash == hash && o.role == word && o.scope == scope);
    let (held, id) = match held.map(|office| office.id) {
        Some(id) => (true, id),
        None => (false, desk.snap.id()),
    };
    // The log names the office by its number, never the person.
    let subject = format!("{} {} {id}", consultation.slug, talk.number);
    let action = if role == Role::CoHost { "talk host" } else { "talk rapporteur" };
    match welcome {
        None => {
            desk.snap.rows.offices.remove(id);
            return Ok(desk.audit(access_of("talk"), &format!("{action} off"), &subject)?);
        }
        Some(welcome) if !held => {
            let (sealed, since) = (desk.snap.seal_house(id, &holder)?, desk.snap.now);
            desk.snap.rows.offices.insert(Office { id, rev: 1, hash, role: word, scope, sealed, since });
            let (to, now) = (To::Person { account: holder.account, instead: None }, desk.snap.now);
            desk.snap.queue(desk.platform(), &Outgoing { to, action: Action::say(welcome) }, now)?;
        }
        Some(_) => {}
    }
    Ok(desk.audit(access_of("talk"), action, &subject)?)
}

/// Whether the person is the rapporteur of this room of a talk.
pub fn reports(desk: &Desk<'_>, room: i64) -> bool {
    let offices = trust::offices_of(desk.snap, &desk.bearers);
    offices.iter().any(|(_, role, scope)| *role == Role::Rapporteur && *scope == Scope::Room(room))
}

/// What a co-host is told, in the first language of the consultation: nothing is known of theirs.
fn hosts_can(desk: &Desk<'_>, talk: &Talk) -> Result<Document, StoreError> {
    let voice = speak(desk.settings().languages.first().copied().unwrap_or_default());
    let lines = ["floor open".into(), "floor close".into()]
        .into_iter()
        .chain(["registrations", "coverage", "check in"].map(|name| format!("{name} talk {}", talk.number)));
    let commands: Vec<String> = lines.map(|line: String| in_words(voice, &line)).collect();
    let said = args![("title", title(desk.snap, talk, voice.language())?), ("commands", commands.join(" · "))];
    Ok(Document::line(voice.language(), voice.say("talk-you-host", &said)))
}

/// Whether the person is a co-host of the talk that a line is about: the one that it names, or, of a floor,
/// the one that is held in this room, from a day before to a day after.
pub fn hosts(desk: &Desk<'_>, command: &str, rest: &str) -> bool {
    let (first, after) = first_word(rest);
    let talk = match command {
        "floor" => desk.room.as_ref().and_then(|room| {
            let now = desk.snap.now;
            let around = |talk: &Talk| (talk.starts - DAY..participation::ends(talk) + DAY).contains(&now);
            let is_in = |t: &Talk| {
                t.room_id == Some(room.id)
                    || talk_settings(desk.snap, t).is_ok_and(|settings| settings.breakouts.contains(&room.id))
            };
            desk.snap.rows.talks.find(|t| t.state == "planned" && around(t) && is_in(t))
        }),
        _ => {
            let named = number(first_word(after).0).filter(|_| is_word(first, "talk"));
            let consultation = desk.consultation.as_ref().map(|row| row.id);
            desk.snap.rows.talks.find(|t| Some(t.consultation_id) == consultation && Some(t.number) == named)
        }
    };
    let offices = trust::offices_of(desk.snap, &desk.bearers);
    talk.is_some_and(|talk| {
        offices.iter().any(|(_, role, scope)| *role == Role::CoHost && *scope == Scope::Talk(talk.id))
    })
}

/// The names of those who hold an office for a talk or a room of it.
pub fn names_of(desk: &Desk<'_>, role: Role, scope: &Scope) -> Result<Vec<String>, StoreError> {
    let scope = scope.text();
    let of = desk.snap.rows.offices.iter().filter(|o| o.role == role.word() && o.scope == scope);
    let name = |o: &Office| Ok(desk.snap.open_house::<OfficeHolder>(o.id, &o.sealed)?.name);
    let mut names = of.map(name).collect::<Result<Vec<String>, StoreError>>()?;
    names.sort();
    Ok(names)
}
