//! The command table: every command as data, with its executor.

use super::desk::{Desk, Done};
use super::{calendar, calling, linking, office, organisations, person, reading, registering, rooms, talks, writing};
use crate::chat::{Access, Answer, CommandSpec, Param, ParamKind};
use crate::model::{Role, Stage};

/// A command with what it needs and what it does.
#[derive(Debug)]
pub struct Entry {
    /// The command as data.
    pub spec: CommandSpec,
    /// Whether it needs everything that its caller wrote.
    pub own: bool,
    /// Whether a co-host may use it too, for their talk alone.
    pub hosts: bool,
    /// The stages of a consultation at which it is open; none, where it always is. What an office does is
    /// never closed by a stage.
    pub stages: &'static [Stage],
    /// What it does. `rest` is what follows the command's words, as it was typed.
    pub run: fn(&mut Desk<'_>, rest: &str) -> Done,
}

impl Entry {
    /// Whether its line may name people who are to hold an office or to speak for others.
    pub fn takes_accounts(&self) -> bool {
        matches!(self.spec.name, "roles" | "talk" | "organisation")
    }
}

const fn required(name: &'static str, kind: ParamKind) -> Param {
    Param { name, kind, required: true }
}

const fn optional(name: &'static str, kind: ParamKind) -> Param {
    Param { name, kind, required: false }
}

const RUN_ROOMS: &[Role] = &[Role::Moderator, Role::Coordinator];
const READ: &[Role] = &[Role::Moderator, Role::Rapporteur, Role::Coordinator];
const REPORT: &[Role] = &[Role::Rapporteur, Role::Coordinator];
/// Who coordinates a region.
pub const COORDINATE: &[Role] = &[Role::Coordinator];
const RULE: &[Role] = &[Role::Secretariat];
const CONSENT: ParamKind = ParamKind::Choice(&["no", "summarise", "quote", "category", "organisation", "name"]);

const fn entry(
    name: &'static str,
    params: &'static [Param],
    access: Access,
    answer: Answer,
    run: fn(&mut Desk<'_>, &str) -> Done,
) -> Entry {
    let list = if let Access::Roles(_) = access { "gcm-office" } else { "gcm" };
    Entry { spec: CommandSpec { name, params, access, answer, list }, own: false, hosts: false, stages: &[], run }
}

/// A command of the list for taking part in calls and talks.
const fn of_talks(entry: Entry) -> Entry {
    Entry { spec: CommandSpec { list: "gcm-talks", ..entry.spec }, ..entry }
}

const fn own(entry: Entry) -> Entry {
    Entry { own: true, ..entry }
}

const fn hosts(entry: Entry) -> Entry {
    Entry { hosts: true, ..entry }
}

const ANSWERS: &[Param] = &[optional("answers", ParamKind::Options)];

/// A command that answers a call.
const fn answering(name: &'static str, run: fn(&mut Desk<'_>, &str) -> Done) -> Entry {
    of_talks(own(entry(name, ANSWERS, Access::Anyone, Answer::Private, run)))
}

/// While calls are answered: before people write, and while they do.
const CALLS: &[Stage] = &[Stage::Preparation, Stage::Open, Stage::Closing];
/// While people write.
const WRITING: &[Stage] = &[Stage::Open, Stage::Closing];

const fn during(stages: &'static [Stage], entry: Entry) -> Entry {
    Entry { stages, ..entry }
}

/// Every command.
pub static TABLE: &[Entry] = &[
    // Anyone.
    entry("help", &[optional("command", ParamKind::Word)], Access::Anyone, Answer::Here, person::help),
    entry("about", &[], Access::Anyone, Answer::Here, person::about),
    entry("privacy", &[], Access::Anyone, Answer::Here, person::privacy),
    entry("join", &[], Access::Anyone, Answer::Private, person::join),
    own(entry(
        "consent",
        &[optional("level", CONSENT), optional("receipt or word", ParamKind::Text)],
        Access::Anyone,
        Answer::Private,
        person::consent,
    )),
    entry("language", &[required("language", ParamKind::Language)], Access::Anyone, Answer::Private, person::language),
    own(entry("my data", &[], Access::Anyone, Answer::Private, person::my_data)),
    own(entry("forget me", &[], Access::Anyone, Answer::Private, person::forget_me)),
    entry("link account", &[optional("code", ParamKind::Text)], Access::Anyone, Answer::Private, linking::link),
    own(entry("unlink account", &[], Access::Anyone, Answer::Private, linking::unlink)),
    entry("stop", &[], Access::Anyone, Answer::Private, person::stop),
    own(entry(
        "status",
        &[optional("what", ParamKind::Choice(&["claims"]))],
        Access::Anyone,
        Answer::Private,
        person::status,
    )),
    entry("objective", &[optional("objective", ParamKind::Objective)], Access::Anyone, Answer::Here, person::objective),
    entry("why", &[optional("receipt", ParamKind::Receipt)], Access::Anyone, Answer::Private, person::why),
    entry("contact", &[], Access::Anyone, Answer::Here, person::contact),
    entry("who", &[], Access::Anyone, Answer::Here, person::who),
    during(WRITING, entry("private", &[], Access::Anyone, Answer::Private, person::private)),
    // Stakeholders.
    during(
        WRITING,
        entry("say", &[required("text", ParamKind::Text)], Access::Participant, Answer::Private, writing::say),
    ),
    during(
        WRITING,
        own(entry(
            "submit",
            &[required("text", ParamKind::Text)],
            Access::Participant,
            Answer::Private,
            writing::submit,
        )),
    ),
    own(entry("my contributions", &[], Access::Participant, Answer::Private, writing::my_contributions)),
    own(entry(
        "approve",
        &[optional("passage", ParamKind::Passage)],
        Access::Participant,
        Answer::Private,
        writing::approve,
    )),
    own(entry(
        "withdraw",
        &[optional("receipt", ParamKind::Receipt)],
        Access::Participant,
        Answer::Private,
        writing::withdraw,
    )),
    entry(
        "tag",
        &[required("receipt", ParamKind::Receipt), required("objective or kind", ParamKind::Text)],
        Access::AnyoneOr(READ),
        Answer::Private,
        rooms::tag,
    ),
    during(CALLS, answering("register", registering::register)),
    during(CALLS, answering("speak", registering::speak)),
    during(CALLS, answering("propose", registering::propose)),
    during(CALLS, answering("apply", registering::apply)),
    during(CALLS, answering("answer", registering::answer)),
    of_talks(own(entry(
        "unregister",
        &[optional("talk", ParamKind::Options)],
        Access::Anyone,
        Answer::Private,
        registering::unregister,
    ))),
    of_talks(own(entry(
        "check in",
        &[optional("number", ParamKind::Word)],
        Access::AnyoneOr(RUN_ROOMS),
        Answer::Private,
        registering::check_in,
    ))),
    of_talks(own(entry(
        "talks",
        &[optional("talk", ParamKind::Options)],
        Access::Anyone,
        Answer::Private,
        talks::talks,
    ))),
    of_talks(entry(
        "deadlines",
        &[
            optional("what", ParamKind::Choice(&["set", "name", "move", "remove"])),
            optional("options", ParamKind::Options),
        ],
        Access::Anyone,
        Answer::Private,
        calendar::deadlines,
    )),
    of_talks(entry("changes", &[], Access::Anyone, Answer::Private, calendar::changes)),
    // Moderators.
    entry(
        "room",
        &[
            required("what", ParamKind::Choice(&["bind", "set", "rehearsal", "check", "card", "unbind", "list"])),
            optional("options", ParamKind::Options),
        ],
        Access::Roles(RUN_ROOMS),
        Answer::Here,
        rooms::room,
    ),
    hosts(entry(
        "floor",
        &[required("what", ParamKind::Choice(&["open", "close"])), optional("until", ParamKind::Moment)],
        Access::Roles(RUN_ROOMS),
        Answer::Here,
        rooms::floor,
    )),
    entry("ask", &[required("question", ParamKind::Text)], Access::Roles(RUN_ROOMS), Answer::Here, rooms::ask),
    entry(
        "hide",
        &[required("receipt", ParamKind::Receipt), optional("reason", ParamKind::Text)],
        Access::Roles(RUN_ROOMS),
        Answer::Private,
        rooms::hide,
    ),
    entry(
        "restore",
        &[required("receipt", ParamKind::Receipt)],
        Access::Roles(RUN_ROOMS),
        Answer::Private,
        rooms::restore,
    ),
    hosts(entry(
        "registrations",
        &[optional("which", ParamKind::Options)],
        Access::Roles(READ),
        Answer::Private,
        calling::registrations,
    )),
    hosts(entry(
        "coverage",
        &[optional("talk", ParamKind::Options)],
        Access::Roles(READ),
        Answer::Private,
        calling::coverage,
    )),
    entry(
        "talk",
        &[required("what", ParamKind::Choice(&talks::WORDS)), optional("options", ParamKind::Options)],
        Access::Roles(RUN_ROOMS),
        Answer::Private,
        talks::talk,
    ),
    entry("health", &[], Access::Roles(READ), Answer::Private, rooms::health),
    // Rapporteurs and coordinators.
    entry("digest", &[optional("scope", ParamKind::Options)], Access::AnyoneOr(READ), Answer::Here, reading::digest),
    entry("show", &[required("receipt", ParamKind::Receipt)], Access::Roles(READ), Answer::Private, reading::show),
    entry("quotes", &[optional("scope", ParamKind::Options)], Access::Roles(REPORT), Answer::Private, reading::quotes),
    entry("export", &[optional("scope", ParamKind::Options)], Access::Roles(REPORT), Answer::Private, reading::export),
    // Coordinators.
    entry(
        "organisation",
        &[
            required("what", ParamKind::Choice(&["list", "show", "add", "remove", "focal", "merge", "part"])),
            optional("options", ParamKind::Options),
        ],
        Access::Roles(COORDINATE),
        Answer::Private,
        organisations::organisation,
    ),
    entry(
        "vouch",
        &[optional("organisation", ParamKind::Text)],
        Access::Roles(COORDINATE),
        Answer::Private,
        organisations::vouch,
    ),
    // The secretariat.
    entry(
        "consultation",
        &[
            required("what", ParamKind::Choice(&["create", "set", "stage", "list"])),
            optional("options", ParamKind::Options),
        ],
        Access::Roles(RULE),
        Answer::Private,
        office::consultation,
    ),
    entry(
        "call",
        &[
            required("what", ParamKind::Choice(&["open", "extend", "close", "form", "text", "announce"])),
            optional("options", ParamKind::Options),
        ],
        Access::Roles(RULE),
        Answer::Private,
        calling::call,
    ),
    own(entry(
        "roles",
        &[
            optional("what", ParamKind::Choice(&["grant", "revoke", "list", "report"])),
            optional("who and what", ParamKind::Text),
        ],
        Access::AnyoneOr(RULE),
        Answer::Private,
        office::roles,
    )),
    entry("audit", &[], Access::Roles(RULE), Answer::Private, office::audit),
];

/// The entry of this English name.
pub fn by_name(name: &str) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.spec.name == name)
}

/// What a command of the table asks of its caller; where there is no such command, more than anyone has.
pub fn access_of(name: &str) -> Access {
    by_name(name).map_or(Access::Roles(&[]), |entry| entry.spec.access)
}

/// The roles that a command of the table names.
pub fn roles_of(name: &str) -> &'static [Role] {
    access_of(name).roles()
}
