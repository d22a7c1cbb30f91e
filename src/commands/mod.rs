//! The table of commands with their executors, and the conversation that leads to them. What
//! concerns several rooms of the house at once (a withdrawal, `forget me`, `my data`) is fanned out
//! here.

mod announcing;
mod calendar;
mod calling;
mod card;
mod desk;
mod dialog;
mod hosting;
mod linking;
mod making;
mod moment;
mod office;
mod order;
mod organisations;
mod parse;
mod person;
mod proposals;
mod reading;
mod registering;
mod rooms;
mod scope;
mod spaces;
mod stages;
mod table;
mod talk;
mod talks;
mod telling;
mod writing;

pub use announcing::{announce_call, call_named, call_page};
pub use calling::{Turn, close_call, open_call_now};
pub use card::{facts_of, language_of, post_card, renew_card, title_of, title_of_consultation};
pub use desk::{Desk, Done, Failure, room_settings, settings_of, show};
pub use dialog::{Dialog, Open, is_asked, open_dialog, set_dialog};
pub use making::{is_being_made, not_made};
pub use moment::Weekly;
pub use order::{Order, Scheduled, Wanted};
pub use parse::{Heard, Parsed, Typed, addressed, fold, in_words, nearest_command, parse};
pub use proposals::proposals;
pub use reading::{scheduled, unschedule};
pub use rooms::{
    Closing, Rehearsal, bound_since, close_floor, closes_at, floor_closes_soon, found_out, holders, is_bound, is_open,
    now_part,
};
pub use scope::Format;
pub use spaces::keep as keep_space;
pub use table::{Entry, TABLE, by_name};
pub use talk::{
    acknowledge, answered, asked, asked_hash, closing_hash, file_refused, floor_is_closed, found, handed_in, invite,
    is_answer, is_writing, language_in, noted, offer_consent, private_text, taken_back,
};
pub use talks::{calendar_of, is_public, with_agenda};
pub use telling::{TalkTold, Telling, announce, is_told, made, remind, tell_of_talk, to_breakouts};
pub use writing::{As, take};

use crate::args;
use crate::chat::{Access, Event};
use crate::record;
use crate::store::{Load, LoadKey, Snapshot, StoreError};
use crate::trust;

/// What a command needs beyond what every event needs.
pub fn needs(snapshot: &Snapshot, account: &[u8], typed: &Typed) -> Load {
    let mut load = Load::from([LoadKey::AuditHead]);
    load.extend(receipts_in(&typed.rest).into_iter().map(LoadKey::Receipt));
    if matches!(typed.entry.spec.name, "room" | "floor" | "call" | "consultation") {
        // Cards are found by their room, and so is what waits for the hour at which a floor closes.
        load.extend(snapshot.rows.rooms.iter().flat_map(|room| [LoadKey::Digest(room.id), LoadKey::Jobs(room.id)]));
    }
    if typed.entry.spec.name == "call" {
        // So is where a call stands, and the day on which it is to be announced.
        load.extend(snapshot.rows.calls.iter().flat_map(|call| [LoadKey::Digest(call.id), LoadKey::Jobs(call.id)]));
    }
    if typed.entry.own {
        load.insert(LoadKey::Written(account.to_vec(), 0));
    }
    match typed.entry.spec.name {
        "register" | "speak" | "propose" | "apply" | "answer" => {
            load.extend(registering::needs(snapshot, &typed.rest));
        }
        "status" | "talks" => load.extend(snapshot.rows.calls.iter().map(|call| LoadKey::Queue(call.id))),
        "check in" | "registrations" => load.extend(calling::needs(&typed.rest)),
        _ => {}
    }
    if typed.entry.spec.name == "link account" {
        load.extend(linking::needs(snapshot, account, &typed.rest));
    }
    if typed.entry.spec.name == "join" {
        load.extend(snapshot.rows.rooms.iter().map(|room| LoadKey::Seen(talk::told_hash(snapshot, account, room.id))));
    }
    if typed.entry.spec.name == "roles" {
        // The weekly report of a coordinator waits under their office.
        load.extend(snapshot.rows.offices.iter().map(|office| LoadKey::Jobs(office.id)));
    }
    if typed.entry.spec.name == "consent" {
        // The organisation that may follow the level.
        let name = typed.rest.split_once(char::is_whitespace).map(|(_, name)| name).unwrap_or_default();
        load.insert(LoadKey::Organisation(record::name_hash(snapshot, &record::typed_name(name))));
    }
    load
}

/// What is needed beyond that, once it is known who asks and what they were asked. `text` is what they
/// wrote.
pub fn needs_next(snapshot: &Snapshot, event: &Event, parsed: &Parsed, text: &str) -> Result<Load, StoreError> {
    if let Parsed::Command(typed) = parsed
        && !is_in_own_words(snapshot, event, typed)?
    {
        return organisations::needs(snapshot, event, typed);
    }
    let account = record::account_hash(snapshot, event.platform, &event.author.id);
    Ok(match open_dialog(snapshot, &account)?.map(|open| open.dialog) {
        // The answer runs the command that was asked about.
        Some(Dialog::Which { line, .. }) => match parse(&line, Heard::Invocation, "") {
            Parsed::Command(typed) => {
                let first = needs(snapshot, &account, &typed);
                organisations::needs(snapshot, event, &typed)?.into_iter().chain(first).collect()
            }
            _ => Load::new(),
        },
        Some(Dialog::Link { with }) => linking::needs_other(snapshot, &with),
        Some(Dialog::Organisation { .. }) => {
            Load::from([LoadKey::Organisation(record::name_hash(snapshot, &record::typed_name(text)))])
        }
        Some(Dialog::SameOrganisation { .. }) => Load::from([LoadKey::Organisations]),
        // With the yes to being of age goes what was typed with the command.
        // And with the answer to what someone registers for.
        Some(Dialog::Age { line, .. } | Dialog::WhichCall { line, .. }) => registering::needs(snapshot, &line),
        Some(Dialog::Announce { call, .. }) => Load::from([LoadKey::Digest(call), LoadKey::Jobs(call)]),
        Some(Dialog::Form { entry, .. }) => registering::needs_of_answer(snapshot, entry, text)?,
        Some(Dialog::Claim { organisation, participant }) => {
            Load::from([LoadKey::Author(participant), LoadKey::Claims(organisation)])
        }
        _ => Load::new(),
    })
}

/// Whether what begins like a command in private is words of one's own: a sentence (`Private schools refuse
/// our children here`), also one that begins like the command of an office that its writer does not hold
/// (`Call centres hang up on us`), or the answer to a question for words (`Help for the Aged` is an
/// organisation's name there). A command alone, or with what only it takes, is one, and so is what was said
/// to the bot by its prefix.
pub fn is_in_own_words(snapshot: &Snapshot, event: &Event, typed: &Typed) -> Result<bool, StoreError> {
    if !event.direct || typed.addressed {
        return Ok(false);
    }
    if parse::is_sentence(typed) {
        return Ok(true);
    }
    let account = record::account_hash(snapshot, event.platform, &event.author.id);
    let asked = open_dialog(snapshot, &account)?.map(|open| open.dialog);
    let for_a_name = matches!(asked, Some(Dialog::Organisation { .. } | Dialog::Name { .. }));
    if for_a_name && matches!(typed.entry.spec.access, Access::Roles(_)) {
        return Ok(true);
    }
    if parse::is_sentence_of_others(typed) {
        let bearers = record::bearers(snapshot, event.platform, &event.author);
        if trust::offices_of(snapshot, &bearers).is_empty() {
            return Ok(true);
        }
    }
    Ok(!typed.rest.is_empty() && !parse::is_meant(typed) && registering::asks_for_words(snapshot, &account)?)
}

/// The receipts in a line, as they stand in the store.
fn receipts_in(text: &str) -> Vec<String> {
    text.split([' ', ',', ';', '\n', '，', '、'])
        .filter_map(|word| crate::model::Receipt::parse(word.split('.').next().unwrap_or_default()))
        .map(|receipt| receipt.to_string())
        .collect()
}

/// Runs a command for someone who may use it, or says who may.
pub fn run(desk: &mut Desk<'_>, typed: &Typed) -> Done {
    let spec = &typed.entry.spec;
    if let Some(participant) = desk.participant {
        let room = desk.room.as_ref().map(|room| room.id);
        record::close(desk.snap, participant, room);
    }
    desk.turn_to_office(spec.access.roles());
    if let Some(closed) = stages::closed(desk, typed.entry, &typed.rest) {
        return Err(closed);
    }
    let hosts = typed.entry.hosts && hosting::hosts(desk, spec.name, &typed.rest);
    if hosts || trust::allows(spec.access, &desk.roles, desk.participant.is_some()) {
        return match (typed.entry.run)(desk, &typed.rest) {
            Err(Failure::Which(_)) if desk.event.direct => {
                talk::which(desk, &format!("{} {}", spec.name, typed.rest), spec.access.roles())
            }
            done => done,
        };
    }
    let Access::Roles(roles) = spec.access else {
        return Err(desk.join_first());
    };
    Err(only(desk, spec.name, roles))
}

/// Only these roles may use a command here, and who holds them.
pub fn only(desk: &Desk<'_>, command: &str, roles: &[crate::model::Role]) -> Failure {
    let mut titles: Vec<String> = roles.iter().map(|role| desk.plain(&format!("role-{}", role.word()))).collect();
    titles.dedup();
    let roles_text = desk.voice.list(&titles);
    let command = desk.typed(command);
    let mut text = match &desk.room {
        Some(room) => desk.text(
            "error-role-here",
            &args![("roles", roles_text), ("command", command), ("room", room_title(desk, room))],
        ),
        None => desk.text("error-role", &args![("roles", roles_text), ("command", command)]),
    };
    let names = rooms::holders(desk, roles);
    if !names.is_empty() {
        text = format!("{text} {}", desk.text("error-role-names", &args![("names", desk.voice.list(&names))]));
    }
    Failure::User(crate::chat::Document::line(desk.language(), text))
}

/// How a room is called in the answer's language: its sub-region's, round table's or region's
/// label where its name is that; otherwise its name.
pub fn room_title(desk: &Desk<'_>, room: &crate::store::Room) -> String {
    card::title_of(desk.snap, room, desk.language())
}
