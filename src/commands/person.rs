//! What anyone may ask, and what concerns oneself.

use super::card::turn_to;
use super::desk::{Desk, Done};
use super::dialog::Dialog;
use super::parse::{Parsed, fold};
use super::scope::choose;
use super::table::{TABLE, roles_of};
use super::{Heard, card, linking, office, organisations, registering, stages, talk, writing};
use crate::args;
use crate::chat::{Access, Block, Document, ParamKind, Span, Spans};
use crate::i18n::Args;
use crate::model::{Category, Consent, Language, Platform, Receipt};
use crate::participation;
use crate::record::{self, Profile};
use crate::seal::OUTER_KEY_DAYS;
use crate::store::StoreError;
use crate::trust;
use crate::vocabulary::Vocabulary;

/// `help`: what this person can use, a line each; `help WORD`: one command with what it takes.
pub fn help(desk: &mut Desk<'_>, rest: &str) -> Done {
    let one = match super::parse(rest, Heard::Invocation, desk.prefix) {
        Parsed::Command(typed) if !rest.trim().is_empty() => Some(typed.entry),
        _ => None,
    };
    let mut document = desk.document();
    if one.is_none() && !rest.trim().is_empty() {
        document = document.text(desk.text("error-unknown-command", &args![("typed", desk.voice.quote(rest.trim()))]));
    }
    if let Some(entry) = one {
        document = document
            .heading(Spans::from(vec![Span::code(desk.typed(&usage(desk, entry.spec.name)))]))
            .text(desk.plain(&entry.spec.help_key()));
        desk.answer(document)?;
        return Ok(());
    }
    let takes_part = desk.participant.is_some();
    let listed = desk.platform() == Platform::Discord;
    document = document.heading(desk.plain("help-heading"));
    let mut closed = Vec::new();
    for entry in TABLE {
        let spec = &entry.spec;
        let shown = match spec.access {
            Access::AnyoneOr(roles) => takes_part || trust::holds_any(roles, &desk.roles),
            access => trust::allows(access, &desk.roles, takes_part),
        };
        if shown && !stages::is_open(desk, entry) {
            closed.push(super::in_words(desk.voice, spec.name));
        } else if shown {
            let word = if listed { desk.typed(spec.name) } else { super::in_words(desk.voice, spec.name) };
            document = document
                .point(Spans::from(vec![Span::code(word), Span::text(format!("  {}", desk.plain(&spec.help_key())))]));
        }
    }
    if let Some(consultation) = desk.consultation.as_ref().filter(|_| !closed.is_empty()) {
        let title = card::title_of_consultation(consultation, desk.language());
        let stage = desk.plain(&format!("stage-{}", consultation.stage));
        let said = args![("consultation", title), ("stage", stage), ("commands", desk.voice.commas(&closed))];
        document = document.text(desk.text("help-closed", &said));
    }
    document = document.small(match listed {
        true => desk.plain("help-foot-list"),
        false => desk.text("help-foot", &args![("prefix", desk.prefix)]),
    });
    desk.answer(document)?;
    Ok(())
}

/// A command with the names of what it takes: `withdraw [receipt]`.
pub fn usage(desk: &Desk<'_>, name: &str) -> String {
    let Some(entry) = super::by_name(name) else { return name.into() };
    entry.spec.params.iter().fold(super::in_words(desk.voice, name), |line, param| {
        let takes = || desk.plain(&format!("takes-{}", param.name.replace(' ', "-")));
        match (param.required, param.kind) {
            (_, ParamKind::Choice(words)) => format!("{line} {}", choices(desk, name, words).join("|")),
            (true, _) => format!("{line} {}", takes().to_uppercase()),
            (false, _) => format!("{line} [{}]", takes()),
        }
    })
}

/// The words between which a command lets one choose, in the person's language.
pub fn choices(desk: &Desk<'_>, command: &str, words: &[&str]) -> Vec<String> {
    let own = |key: String| desk.voice.word(&key);
    let shown = |word: &str| own(format!("words-{command}-{word}")).or_else(|| own(format!("words-{word}")));
    words.iter().map(|word| shown(word).unwrap_or_else(|| (*word).to_owned())).collect()
}

/// `about`: what the bot is and on what it rests.
pub fn about(desk: &mut Desk<'_>, _: &str) -> Done {
    let settings = desk.settings();
    let mut document = desk.document().heading(desk.plain("about-heading")).text(desk.plain("about-what"));
    document = document.text(desk.plain("about-basis")).text(desk.plain("about-limits"));
    if !settings.controller.is_empty() {
        document = document.text(turn_to(desk, "who-controller"));
    }
    desk.answer(document)?;
    Ok(())
}

/// `privacy`: what is kept, how, for how long, and how to take it back.
pub fn privacy(desk: &mut Desk<'_>, _: &str) -> Done {
    let settings = desk.settings();
    let mut document = desk.document().heading(desk.plain("privacy-heading"));
    for key in ["privacy-consent", "privacy-kept", "privacy-without", "privacy-read"] {
        document = document.point(desk.plain(key));
    }
    document = document.point(desk.text("privacy-backups", &args![("days", OUTER_KEY_DAYS)]));
    if settings.retention_days > 0 {
        document = document.point(desk.text("who-retention", &args![("days", settings.retention_days)]));
    }
    document = document.point(turn_to(desk, "privacy-contact"));
    document = document.small(desk.plain("privacy-commands"));
    document = desk.with_buttons(document, &["my data", "consent", "forget me", "stop"]);
    desk.answer(document)?;
    Ok(())
}

/// `join`: the question of consent in private; for those who take part already, what holds.
pub fn join(desk: &mut Desk<'_>, _: &str) -> Done {
    if desk.consultation.is_none() {
        return talk::which(desk, "join", &[]);
    }
    let from = if desk.event.direct { talk::told_in(desk) } else { Some(desk.event.room.clone()) };
    match desk.participant {
        Some(participant) => {
            let paused = desk.snap.rows.participants.get(participant).is_some_and(|p| p.muted != 0);
            if paused {
                resume(desk, participant);
            }
            let mut document = desk.document().text(standing(desk));
            document = document.small(desk.plain("join-again"));
            document = desk.with_buttons(document, &["consent", "my contributions", "stop"]);
            desk.whisper(document)?;
            Ok(())
        }
        None => talk::offer_consent(desk, from),
    }
}

/// Takes someone in again who had said `stop`.
fn resume(desk: &mut Desk<'_>, participant: i64) {
    if let Some(row) = desk.snap.rows.participants.edit(participant) {
        row.muted = 0;
    }
    note_pause(desk, participant, "0");
}

fn note_pause(desk: &mut Desk<'_>, participant: i64, value: &str) {
    let id = desk.snap.id();
    let at = desk.snap.now;
    desk.snap.rows.log.insert(crate::store::LogEntry {
        id,
        rev: 1,
        subject_id: participant,
        field: "paused".into(),
        value: value.into(),
        at,
    });
}

/// One line: how the person takes part, and since when.
fn standing(desk: &Desk<'_>) -> String {
    let since = desk
        .participant
        .and_then(|id| {
            desk.snap.rows.log.iter().filter(|l| l.subject_id == id && l.field == "consent").map(|l| l.at).max()
        })
        .unwrap_or(desk.snap.now);
    let level = desk.plain(&format!("consent-level-{}", desk.consent().word()));
    let title = desk.settings().title(desk.language()).to_owned();
    let since = desk.voice.short_date(since, &desk.timezone());
    desk.text("status-consent", &args![("consultation", title), ("level", level), ("since", since)])
}

/// `consent`: shows what holds; `consent LEVEL [what it shows]` sets it; `consent LEVEL RECEIPT`
/// sets a stricter one for one contribution.
pub fn consent(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (word, shown) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let shown = without_quotes(shown.trim());
    if desk.consultation.is_none() {
        return talk::which(desk, "consent", &[]);
    }
    if word.is_empty() {
        if desk.participant.is_none() {
            return talk::offer_consent(desk, None);
        }
        let mut document = desk.document().text(standing(desk)).text(desk.plain("consent-change"));
        let command = desk.typed_in_private("consent");
        for (level, word) in Consent::ALL.into_iter().zip(choices(desk, "consent", &Consent::ALL.map(Consent::word))) {
            document = document.point(Spans::from(vec![
                Span::code(format!("{command} {word}")),
                Span::text(format!("  {}", desk.plain(&format!("consent-level-{}", level.word())))),
            ]));
        }
        for level in Consent::ALL {
            let label = desk.plain(&format!("consent-level-{}", level.word()));
            document = document.button(label, format!("consent {}", level.word()));
        }
        desk.whisper(document)?;
        return Ok(());
    }
    let Some(level) = talk::consent_word(word) else {
        let words = choices(desk, "consent", &Consent::ALL.map(Consent::word));
        return Err(super::scope::wrong_option(desk, word, &words));
    };
    if let Some(receipt) = Receipt::parse(shown) {
        return consent_of_one(desk, level, &receipt);
    }
    if level == Consent::No && desk.participant.is_none() {
        return talk::decline(desk);
    }
    // These show nothing of who agrees: what follows them was meant for a receipt, and is no word on everything.
    if matches!(level, Consent::No | Consent::Summarise | Consent::Quote) && !shown.is_empty() {
        return Err(desk.refuse("error-receipt", &args![("typed", desk.voice.quote(shown)), ("example", "AF-0042")]));
    }
    if level == Consent::No {
        return erase(desk);
    }
    let known = desk.participant.map(|id| record::profile_of(desk.snap, id)).transpose()?.unwrap_or_default();
    let from = (desk.participant.is_none() && !desk.event.direct).then(|| desk.event.room.clone());
    let profile = match level {
        // Each level asks for what it shows.
        Consent::Category if shown.is_empty() && known.category.is_none() => return talk::choose(desk, level, from),
        Consent::Organisation if shown.is_empty() && known.organisation.is_none() => {
            return talk::choose(desk, level, from);
        }
        Consent::Category if !shown.is_empty() => {
            let Some(category) = Vocabulary::current().find_category(shown) else {
                let all: Vec<&str> =
                    Vocabulary::current().categories().iter().map(|c| c.label(desk.language().code())).collect();
                let options = all.join("; ");
                return Err(
                    desk.refuse("error-option", &args![("typed", desk.voice.quote(shown)), ("options", options)])
                );
            };
            Profile { category: Some(Category(category.id.clone())), ..Profile::default() }
        }
        Consent::Organisation if !shown.is_empty() => {
            Profile { organisation: Some(record::typed_name(shown)), ..Profile::default() }
        }
        // A name that was given before stays.
        Consent::Name if shown.is_empty() && known.name.is_some() => Profile::default(),
        Consent::Name => {
            let name = if shown.is_empty() { desk.event.author.name.clone() } else { shown.to_owned() };
            Profile { name: Some(name), ..Profile::default() }
        }
        _ => Profile::default(),
    };
    talk::agree(desk, level, profile, from)
}

/// What stands in quotation marks, where all of it does.
fn without_quotes(text: &str) -> &str {
    let within = |(opens, closes): (char, char)| text.strip_prefix(opens)?.strip_suffix(closes);
    [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')].into_iter().find_map(within).map_or(text, str::trim)
}

/// A stricter consent for one contribution.
fn consent_of_one(desk: &mut Desk<'_>, level: Consent, receipt: &Receipt) -> Done {
    if level == Consent::No {
        return writing::withdraw(desk, receipt.as_str());
    }
    let id = writing::own_of(desk, receipt.as_str())?.id;
    if let Some(row) = desk.snap.rows.contributions.edit(id) {
        let before = row.cap.as_deref().and_then(Consent::parse);
        row.cap = Some(before.map_or(level, |before| before.min(level)).word().into());
    }
    record::mend(desk.snap, id)?;
    let holds = desk.snap.rows.contributions.get(id).map(|c| record::consent_of(desk.snap, c)).unwrap_or_default();
    let level = desk.plain(&format!("consent-level-{}", holds.word()));
    let document =
        desk.document().text(desk.text("consent-one-lowered", &args![("receipt", receipt), ("level", level)]));
    desk.whisper(document)?;
    Ok(())
}

/// `language fr`, by code or name.
pub fn language(desk: &mut Desk<'_>, rest: &str) -> Done {
    let Some(language) = Language::parse(&fold(rest)) else {
        let all: Vec<String> = Language::ALL.iter().map(|l| format!("{} ({})", l.own_name(), l.code())).collect();
        return Err(if rest.trim().is_empty() {
            desk.refuse("language-which", &args![("languages", desk.voice.commas(&all))])
        } else {
            desk.refuse(
                "error-language",
                &args![("typed", desk.voice.quote(rest.trim())), ("languages", desk.voice.commas(&all))],
            )
        });
    };
    let all: Vec<i64> = record::participants(desk.snap, &desk.account).iter().map(|p| p.id).collect();
    let kept = !all.is_empty();
    for id in all {
        if let Some(row) = desk.snap.rows.participants.edit(id) {
            row.language = language.code().into();
        }
    }
    desk.speak(language);
    let named = desk.plain(&format!("digest-language-{}", language.code()));
    // Of someone who does not take part nothing is kept: what was being asked is asked again in the
    // new language, and the dialog knows it until it lapses.
    if let Some(open) = super::open_dialog(desk.snap, &desk.account)? {
        if let Dialog::Consent { consultation, from } = open.dialog {
            desk.turn_to(consultation);
            return talk::offer_consent(desk, from);
        }
        desk.ask(open.dialog)?;
    } else if !kept {
        let said = args![("language", named), ("command", desk.typed("join"))];
        let document = desk.with_buttons(desk.document().text(desk.text("language-later", &said)), &["join"]);
        return Ok(desk.whisper(document)?);
    }
    let document = desk.document().text(desk.text("language-switched", &args![("language", named)]));
    desk.whisper(document)?;
    Ok(())
}

/// `my data`: all that is held of the person, or that nothing is.
pub fn my_data(desk: &mut Desk<'_>, _: &str) -> Done {
    let participants: Vec<(i64, i64)> =
        record::participants(desk.snap, &desk.account).iter().map(|p| (p.id, p.consultation_id)).collect();
    let roles = office::own_roles(desk, std::slice::from_ref(&desk.account))?;
    if participants.is_empty() && roles.is_empty() {
        let document = desk.document().text(desk.plain("data-none"));
        desk.whisper(document)?;
        return Ok(());
    }
    let mut document = desk.document().heading(desk.plain("data-heading"));
    let item = |desk: &Desk<'_>, key: &str, value: String| {
        Spans::say(desk.voice, "labelled", args![("value", value)], &[("label", Span::strong(desk.plain(key)))])
    };
    for line in roles {
        document = document.point(item(desk, "data-roles", line));
    }
    for (participant, consultation) in participants {
        desk.turn_to(consultation);
        let profile = record::profile_of(desk.snap, participant)?;
        let title = desk.settings().title(desk.language()).to_owned();
        document = document.subheading(title);
        if desk.participant.is_some() {
            document = document.point(item(desk, "data-consent", standing(desk)));
        }
        document = document.point(item(desk, "data-language", desk.language().own_name().into()));
        let accounts: Vec<String> = desk
            .snap
            .rows
            .accounts
            .iter()
            .filter(|a| a.participant_id == participant)
            .filter_map(|a| Some((a, desk.snap.open::<record::Address>(participant, a.id, &a.sealed).ok()?)))
            .map(|(row, address)| match row.hash == desk.account {
                true => format!("{} ({})", address.account, address.platform),
                // Whoever reads this account's messages need not learn what the other is called.
                false => desk.text("data-linked", &args![("platform", linking::called(&address))]),
            })
            .collect();
        document = document.point(item(desk, "data-accounts", desk.voice.commas(&accounts)));
        if let Some(name) = profile.name {
            document = document.point(item(desk, "data-name", name));
        }
        if let Some(category) = profile.category.and_then(|c| Vocabulary::current().category(&c.0)) {
            document = document.point(item(desk, "data-category", category.label(desk.language().code()).into()));
        }
        if let Some(organisation) = profile.organisation {
            document = document.point(item(desk, "data-organisation", organisation));
        }
        if let Some(line) = organisations::standing(desk, participant)? {
            document = document.point(line);
        }
        if let Some(zone) = profile.timezone {
            document = document.point(item(desk, "data-timezone", zone));
        }
        if profile.no_reminders {
            document =
                document.point(desk.text("talks-reminders-off", &args![("command", desk.typed("talks reminders on"))]));
        }
        let written: Vec<_> =
            desk.snap.rows.contributions.iter().filter(|c| c.participant_id == participant).cloned().collect();
        for (label, value) in registering::data(desk, participant)? {
            document = document.point(Spans::say(
                desk.voice,
                "labelled",
                args![("value", value)],
                &[("label", Span::strong(label))],
            ));
        }
        document = document.point(item(desk, "data-contributions", written.len().to_string()));
        for contribution in written {
            let when = desk.voice.day_time(contribution.at, &desk.timezone());
            match record::body_of(desk.snap, &contribution)? {
                Some(body) => {
                    document =
                        document.quote(body.text(), Some(&body.language), format!("{} · {when}", contribution.receipt));
                }
                None => {
                    let gone = desk.plain("contributions-withdrawn");
                    document = document.point(format!("{} · {gone}, {when}", contribution.receipt));
                }
            }
        }
        if desk.settings().retention_days > 0 {
            let days = desk.settings().retention_days;
            document = document.small(desk.text("data-kept", &args![("days", days)]));
        }
    }
    desk.whisper(document)?;
    Ok(())
}

/// `forget me`: asks for a yes; `forget me yes` is one.
pub fn forget_me(desk: &mut Desk<'_>, rest: &str) -> Done {
    if record::participants(desk.snap, &desk.account).is_empty() && organisations::as_focal(desk)?.is_empty() {
        let document = desk.document().text(desk.plain("data-none"));
        desk.whisper(document)?;
        return Ok(());
    }
    if talk::yes_or_no(desk, rest, None) == Some(true) {
        return forget(desk);
    }
    let yes = desk.voice.words("words-yes").into_iter().next().unwrap_or_else(|| "yes".into());
    let document = desk.document().text(desk.text("forget-confirm", &args![("command", yes)]));
    desk.ask(Dialog::Forget)?;
    desk.whisper(document)?;
    Ok(())
}

/// Forgets the person in every consultation, confirmed.
pub fn forget(desk: &mut Desk<'_>) -> Done {
    let all: Vec<i64> = record::participants(desk.snap, &desk.account).iter().map(|p| p.id).collect();
    // Also of who takes part in nothing.
    record::leave_focal(desk.snap, std::slice::from_ref(&desk.account))?;
    for participant in all {
        participation::forget(desk.snap, participant)?;
        record::forget(desk.snap, participant)?;
    }
    desk.asked_nothing()?;
    (desk.participant, desk.person) = (None, None);
    let document = desk.document().text(desk.text("forget-done", &args![("days", OUTER_KEY_DAYS)]));
    desk.whisper(document)?;
    Ok(())
}

/// `consent no` of someone who takes part: nothing of theirs is kept in this consultation.
fn erase(desk: &mut Desk<'_>) -> Done {
    let participant = desk.the_participant()?;
    let registered = registering::is_registered(desk, participant);
    participation::forget(desk.snap, participant)?;
    record::forget(desk.snap, participant)?;
    (desk.participant, desk.person) = (None, None);
    desk.asked_nothing()?;
    let mut document = desk.document().text(desk.plain("consent-stopped"));
    if registered {
        let consultation = desk.the_consultation()?;
        let title = card::title_of_consultation(&consultation, desk.language());
        let said = args![("consultation", title), ("command", desk.typed("register"))];
        document = document.text(desk.text("unregister-done", &said));
    }
    desk.whisper(document)?;
    Ok(())
}

/// `stop`: quiet from now on, and the offer of what else to take back.
pub fn stop(desk: &mut Desk<'_>, _: &str) -> Done {
    if desk.consultation.is_none() && !record::participants(desk.snap, &desk.account).is_empty() {
        return talk::which(desk, "stop", &[]);
    }
    let Some(participant) = desk.person else {
        return talk::leave_alone(desk);
    };
    if let Some(row) = desk.snap.rows.participants.edit(participant) {
        row.muted = 1;
    }
    note_pause(desk, participant, "1");
    let consultation = desk.the_consultation()?.id;
    let mut document = desk.document().text(desk.plain("stop-menu"));
    for (n, key) in [
        (1, "stop-answer-withdraw"),
        (2, "stop-answer-unregister"),
        (3, "stop-answer-forget"),
        (4, "stop-answer-nothing"),
    ] {
        document = document.choice(n, desk.plain(key));
    }
    desk.ask(Dialog::Stop { consultation })?;
    desk.whisper(document)?;
    Ok(())
}

/// `status`: how one takes part, and what became of what one wrote.
pub fn status(desk: &mut Desk<'_>, rest: &str) -> Done {
    if !rest.trim().is_empty() {
        choose(desk, "status", rest, &["claims"])?;
        return organisations::claims(desk);
    }
    if desk.consultation.is_none() {
        return talk::which(desk, "status", &[]);
    }
    let Some(participant) = desk.participant else {
        let text = desk.text("status-none", &args![("command", desk.typed("join"))]);
        let mut document = desk.document().text(text);
        if let Some(line) = desk.person.map(|person| organisations::standing(desk, person)).transpose()?.flatten() {
            document = document.text(line);
        }
        let document = registering::with_standing(desk, document)?;
        let document = with_roles(desk, document)?;
        desk.whisper(document)?;
        return Ok(());
    };
    let mut document = desk.document().text(standing(desk));
    if desk.snap.rows.participants.get(participant).is_some_and(|p| p.muted != 0) {
        document = document.text(desk.text("status-paused", &args![("command", desk.typed("join"))]));
    }
    let own: Vec<i64> = desk
        .snap
        .rows
        .contributions
        .iter()
        .filter(|c| c.participant_id == participant && record::is_open(c))
        .map(|c| c.id)
        .collect();
    let stands = |id: &&i64| desk.snap.showing(**id).iter().any(|post| post.kind == "digest");
    let cited = own.iter().filter(stands).count();
    document = document.text(desk.text("status-written", &args![("count", own.len()), ("cited", cited)]));
    if let Some(line) = organisations::standing(desk, participant)? {
        document = document.text(line);
    }
    document = registering::with_standing(desk, document)?;
    let document = with_roles(desk, document)?;
    desk.whisper(document)?;
    Ok(())
}

/// Adds which roles the person holds, and who waits for their word.
fn with_roles(desk: &Desk<'_>, document: Document) -> Result<Document, StoreError> {
    let roles = office::own_roles(desk, &desk.bearers)?;
    let document = if roles.is_empty() { document } else { document.text(desk.plain("roles-own")) };
    let mut document = roles.into_iter().fold(document, Document::point);
    let count = organisations::waiting(desk)?;
    if count > 0 {
        let command = desk.typed("status claims");
        document = document.text(desk.text("status-claims", &args![("count", count), ("command", command)]));
    }
    Ok(document)
}

/// `objective 6`, or a word; alone, the 23 by round table.
pub fn objective(desk: &mut Desk<'_>, rest: &str) -> Done {
    let vocabulary = Vocabulary::current();
    let code = desk.language().code();
    if rest.trim().is_empty() {
        let mut document = desk.document().heading(desk.plain("objectives-heading"));
        for table in vocabulary.round_tables() {
            document = document.subheading(format!("{} · {}", table.number, table.title(code)));
            for objective in vocabulary.objectives().iter().filter(|o| o.round_table == table.number) {
                document = document.point(format!("{}  {}", objective.number, objective.short(code)));
            }
        }
        desk.answer(document)?;
        return Ok(());
    }
    let number = the_objective(desk, rest)?;
    if let Some(objective) = vocabulary.objective(number) {
        let mut document = desk
            .document()
            .heading(format!("{number} · {}", objective.title(code)))
            .text(desk.text("objective-round-table", &args![("number", u32::from(objective.round_table))]));
        // Everyone else gets the one digest that was published.
        if desk.holds(roles_of("digest")) {
            let command = desk.typed(&format!("digest objective {number}"));
            document = document.small(desk.text("objective-digest", &args![("command", command)]));
        }
        desk.answer(document)?;
    }
    Ok(())
}

/// The objective that someone typed, or the word that says what to type.
pub fn the_objective(desk: &Desk<'_>, typed: &str) -> Result<u8, super::Failure> {
    Vocabulary::current()
        .find_objective(typed)
        .ok_or_else(|| desk.refuse("error-objective", &args![("example", desk.typed("digest objective recruitment"))]))
}

/// `why`: the text that entitles people to take part; `why AF-0042`, why something of one's own was
/// read as it was and where it stands.
pub fn why(desk: &mut Desk<'_>, rest: &str) -> Done {
    if let Some(receipt) = Receipt::parse(rest.split('.').next().unwrap_or_default()) {
        return super::reading::explain(desk, &receipt);
    }
    let mut document = desk.document().heading(desk.plain("why-heading"));
    for key in ["why-compact", "why-format", "why-declaration", "why-note"] {
        document = document.point(desk.plain(key));
    }
    desk.whisper(document)?;
    Ok(())
}

/// `contact`: whom to turn to.
pub fn contact(desk: &mut Desk<'_>, _: &str) -> Done {
    let settings = desk.settings();
    if settings.contact.is_empty() {
        return Err(desk.refuse("who-not-configured", &Args::new()));
    }
    let mut document = desk.document().text(turn_to(desk, "who-controller"));
    if !settings.help.is_empty() {
        let help = [("help", Span::address(settings.help))];
        document = document.text(Spans::say(desk.voice, "contact-help", Args::new(), &help));
    }
    desk.answer(document)?;
    Ok(())
}

/// `who`: who can read here, honestly.
pub fn who(desk: &mut Desk<'_>, _: &str) -> Done {
    let document = card::who_can_read(desk)?;
    desk.answer(document)?;
    Ok(())
}

/// `private`: how to write to the bot alone.
pub fn private(desk: &mut Desk<'_>, _: &str) -> Done {
    if desk.consultation.is_none() {
        return talk::which(desk, "private", &[]);
    }
    let Some(_) = desk.participant else { return join(desk, "") };
    let consultation = desk.the_consultation()?.id;
    let title = desk.settings().title(desk.language()).to_owned();
    let document = desk.document().text(desk.text("private-writing", &args![("consultation", title)]));
    let document = document.block(Block::Field(desk.plain("form-write")));
    desk.ask(Dialog::Writing { consultation })?;
    desk.whisper(document)?;
    Ok(())
}
