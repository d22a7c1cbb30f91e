//! What the secretariat rules: consultations, what is set for them, and who holds which office.

use super::calendar::{dated, name_of};
use super::calling::{registers_until, renew_cards};
use super::card::{title_of, title_of_consultation};
use super::desk::{Desk, Done, settings_of};
use super::dialog::{Dialog, Founding};
use super::moment::{self, Weekly};
use super::order::{Order, Wanted};
use super::person::the_objective;
use super::registering::number;
use super::rooms::{is_bound, languages, on_or_off, timezone};
use super::scope::{self, Known, Takes, choose, first_word, is_word, take_apart, wrong_option};
use super::table::{COORDINATE, access_of};
use super::{Failure, only, organisations, spaces, talk, talks};
use crate::args;
use crate::chat::{Document, Span, Spans};
use crate::i18n::Args;
use crate::model::{ConsultationSettings, DAY, Language, Platform, Role, Scope, Stage};
use crate::participation::{PublicChange, form_of, note_change};
use crate::record;
use crate::store::{Consultation, FormChange, Office, StoreError};
use crate::trust::{self, OfficeHolder};
use crate::vocabulary::{Region, Vocabulary};

/// The longest time for which what people wrote may be kept after the summary, in days.
const LONGEST_RETENTION: u32 = 3650;
/// The longest notice that can be asked for a talk, in days.
const LONGEST_NOTICE: u32 = 120;
/// The longest value that is taken for a setting, in characters.
const LONGEST_VALUE: usize = 200;
/// A day alone begins at this hour.
const MORNING: &str = "9:00";

/// Who rules a consultation.
pub const RULE: &[Role] = &[Role::Secretariat];

/// Whether the person is the secretariat for everything that a scope covers.
fn rules(desk: &Desk<'_>, wanted: &Scope) -> bool {
    let region_of = |slug: &str| {
        desk.snap.rows.consultations.iter().find(|c| c.slug == slug).map(|c| c.region.clone()).unwrap_or_default()
    };
    trust::offices_of(desk.snap, &desk.bearers).into_iter().filter(|(_, role, _)| *role == Role::Secretariat).any(
        |(_, _, scope)| match (&scope, wanted) {
            (Scope::Everywhere, _) => true,
            (held, Scope::Consultation(slug)) => held.covers(slug, &region_of(slug)),
            (held, wanted) => held == wanted,
        },
    )
}

/// `consultation`, by its second word.
pub fn consultation(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (word, rest) = choose(desk, "consultation", rest, &["create", "set", "stage", "list"])?;
    match word {
        "create" => create(desk, rest),
        "set" => set(desk, rest),
        "stage" => stage(desk, rest),
        _ => list(desk),
    }
}

/// `consultation create SLUG region africa [title "…"] [space]`; `… like africa [opens 1 Sep]`, which is
/// shown first.
fn create(desk: &mut Desk<'_>, rest: &str) -> Done {
    const OPTIONS: &[Known] = &[
        ("region", Takes::Value),
        ("like", Takes::Value),
        ("title", Takes::Value),
        ("opens", Takes::Value),
        ("space", Takes::Nothing),
    ];
    let line = take_apart(rest, OPTIONS);
    let option = |name: &str| line.options.iter().find(|(n, v)| *n == name && !v.is_empty()).map(|(_, v)| v.as_str());
    let slug = line.bare.to_lowercase();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let example = desk.typed("consultation create africa-2027 region africa");
    if slug.is_empty() || slug.len() > 40 || !slug.chars().all(plain) {
        return Err(desk.refuse("error-slug", &args![("example", example)]));
    }
    let like = match option("like") {
        Some(typed) => {
            let found = desk.snap.rows.consultations.iter().find(|c| is_slug(typed, &c.slug)).cloned();
            Some(found.ok_or_else(|| which(desk, typed))?)
        }
        None => None,
    };
    let vocabulary = Vocabulary::current();
    let region: &Region = match (option("region"), &like) {
        (Some(typed), _) => vocabulary.find_region(typed).ok_or_else(|| which_region(desk, typed))?,
        (None, Some(like)) => vocabulary.region(&like.region).ok_or_else(|| which_region(desk, &like.region))?,
        (None, None) => return Err(desk.refuse("error-missing", &args![("usage", example)])),
    };
    let founding = Founding {
        slug,
        region: region.id.clone(),
        like: like.as_ref().map(|like| like.id),
        title: option("title").map(|title| value(desk, title)).transpose()?,
        space: line.options.iter().any(|(name, _)| *name == "space"),
        opens: option("opens").map(|typed| moment::beginning(desk, typed, MORNING)).transpose()?,
    };
    may_found(desk, &founding)?;
    match like {
        Some(like) => taken_over(desk, founding, &like),
        None => found(desk, founding),
    }
}

/// Whether a consultation can be created by who asks for it.
fn may_found(desk: &Desk<'_>, founding: &Founding) -> Result<(), Failure> {
    if !rules(desk, &Scope::Everywhere) && !rules(desk, &Scope::Region(founding.region.clone())) {
        return Err(only(desk, "consultation", RULE));
    }
    match desk.snap.rows.consultations.find(|c| c.slug == founding.slug) {
        Some(_) => Err(desk.refuse("consultation-exists", &args![("slug", founding.slug.as_str())])),
        None => Ok(()),
    }
}

/// What is set for a consultation that is created: what it takes over, its deadlines moved with the day on
/// which it opens or left out.
fn settings_for(desk: &Desk<'_>, founding: &Founding) -> ConsultationSettings {
    let like = founding.like.and_then(|id| desk.snap.rows.consultations.get(id)).map(settings_of);
    let mut settings = like.unwrap_or_else(|| ConsultationSettings {
        languages: Language::ALL.to_vec(),
        timezone: "UTC".into(),
        ..ConsultationSettings::default()
    });
    settings.titles.clear();
    settings.titles.extend(founding.title.clone().map(|title| (desk.language(), title)));
    settings.space |= founding.space;
    let opening = settings.deadlines.iter().find(|deadline| deadline.stage == Some(Stage::Open)).map(|d| d.at);
    let first = opening.or(settings.deadlines.iter().map(|deadline| deadline.at).min());
    match first.zip(founding.opens) {
        Some((first, opens)) => {
            let days = moment::days_between(first, opens, &settings.timezone);
            for deadline in &mut settings.deadlines {
                deadline.at = moment::days_later(deadline.at, days, &settings.timezone);
            }
        }
        None => settings.deadlines.clear(),
    }
    settings
}

/// Shows what a consultation would take over from another, and asks for a yes.
fn taken_over(desk: &mut Desk<'_>, founding: Founding, like: &Consultation) -> Done {
    let settings = settings_for(desk, &founding);
    let said = args![("slug", founding.slug.as_str()), ("like", title_of_consultation(like, desk.language()))];
    let mut document = desk.document().text(desk.text("found-preview", &said));
    let codes: Vec<&str> = settings.languages.iter().map(|language| language.code()).collect();
    let risky: Vec<String> = settings.risky_objectives.iter().map(u8::to_string).collect();
    let region = Vocabulary::current().region(&founding.region);
    let region = region.map(|region| region.label(desk.language().code()).to_owned()).unwrap_or_default();
    for (what, value) in [
        ("title", founding.title.clone().unwrap_or_default()),
        ("region", region),
        ("languages", codes.join(", ")),
        ("timezone", settings.timezone.clone()),
        ("controller", settings.controller.clone()),
        ("contact", settings.contact.clone()),
        ("help", settings.help.clone()),
        ("retention", settings.retention_days.to_string()),
        ("risky", risky.join(", ")),
        ("space", desk.plain(if settings.space { "answer-yes" } else { "answer-no" })),
    ] {
        let label = desk.voice.word(&format!("words-{what}")).unwrap_or_else(|| what.to_owned());
        let value = if value.is_empty() { "–".to_owned() } else { value };
        document = document.point(desk.text("labelled", &args![("label", label), ("value", value)]));
    }
    for form in desk.snap.rows.forms.iter().filter(|form| form.consultation_id == like.id) {
        let title = form_of(desk.snap, like, &form.form);
        let title = title.map_or_else(|| form.form.clone(), |form| form.title.get(desk.language()).to_owned());
        document = document.point(desk.text("found-form", &args![("form", title), ("version", form.version)]));
    }
    for deadline in &settings.deadlines {
        let name = name_of(desk.voice, deadline.stage, &deadline.names);
        let value = dated(desk.voice, deadline.at, &settings.timezone);
        document = document.point(desk.text("labelled", &args![("label", name), ("value", value)]));
    }
    let there = settings_of(like).deadlines.len();
    if settings.deadlines.is_empty() && there > 0 {
        document = document.text(desk.text("found-no-deadlines", &args![("count", there)]));
    }
    let document = document
        .text(desk.plain("found-not-taken"))
        .choice(1, desk.plain("answer-yes"))
        .choice(2, desk.plain("answer-no"));
    desk.ask(Dialog::Found(founding))?;
    desk.whisper(document)?;
    Ok(())
}

/// The answer to whether a consultation is to be created so. Says whether it is one.
pub fn founds(desk: &mut Desk<'_>, text: &str, number: Option<u32>, founding: Founding) -> Result<bool, Failure> {
    let Some(yes) = talk::yes_or_no(desk, text, number) else { return Ok(false) };
    desk.asked_nothing()?;
    if !yes {
        let document = desk.document().text(desk.plain("call-form-left"));
        desk.whisper(document)?;
        return Ok(true);
    }
    may_found(desk, &founding)?;
    found(desk, founding)?;
    Ok(true)
}

/// Creates a consultation, in preparation.
fn found(desk: &mut Desk<'_>, founding: Founding) -> Done {
    let settings = settings_for(desk, &founding);
    let Founding { slug, region, like, .. } = founding;
    let id = desk.snap.id();
    desk.snap.rows.consultations.insert(Consultation {
        id,
        rev: 1,
        slug: slug.clone(),
        region,
        stage: Stage::Preparation.word().into(),
        settings: to_json(&settings),
    });
    let forms = desk.snap.rows.forms.iter().filter(|form| Some(form.consultation_id) == like);
    for form in forms.cloned().collect::<Vec<_>>() {
        let new = desk.snap.id();
        desk.snap.rows.forms.insert(FormChange { id: new, rev: 1, consultation_id: id, ..form });
    }
    desk.audit(access_of("consultation"), "consultation create", &slug)?;
    let office = desk.office_word(access_of("consultation"));
    note_change(desk.snap, id, &office, PublicChange::Created);
    desk.turn_to(id);
    let title = desk.consultation.as_ref().map(|c| title_of_consultation(c, desk.language())).unwrap_or_default();
    let mut document = desk.document().text(desk.text("consultation-created", &args![("consultation", title)]));
    if settings.space {
        document = document.text(desk.plain(space_answer(desk)));
        spaces::arrange(desk.snap, desk.event, id)?;
    }
    let missing = settings.missing();
    if let Some(first) = missing.first() {
        let command = desk.typed(&format!("consultation set {slug} {first} …"));
        document = document.text(
            desk.text("consultation-missing", &args![("missing", desk.voice.commas(&missing)), ("command", command)]),
        );
    }
    desk.whisper(document)?;
    Ok(())
}

/// What becomes of a space where it is asked for.
fn space_answer(desk: &Desk<'_>) -> &'static str {
    if desk.platform() == spaces::PLATFORM { "consultation-space" } else { "consultation-space-elsewhere" }
}

/// Keeps what is set for a consultation from now on.
pub fn keep_settings(desk: &mut Desk<'_>, consultation: i64, settings: &ConsultationSettings) {
    if let Some(row) = desk.snap.rows.consultations.edit(consultation) {
        row.settings = to_json(settings);
    }
}

fn to_json(settings: &ConsultationSettings) -> String {
    // A struct of plain values always has a JSON form.
    serde_json::to_string(settings).unwrap_or_default()
}

fn is_slug(typed: &str, slug: &str) -> bool {
    typed.trim().to_lowercase() == slug
}

fn which(desk: &Desk<'_>, typed: &str) -> Failure {
    let slugs: Vec<String> = desk.snap.rows.consultations.iter().map(|c| c.slug.clone()).collect();
    wrong_option(desk, typed, &slugs)
}

fn which_region(desk: &Desk<'_>, typed: &str) -> Failure {
    let regions: Vec<&str> = Vocabulary::current().regions().iter().map(|r| r.id.as_str()).collect();
    wrong_option(desk, typed, &regions)
}

/// A value as it is kept: one line, not too long.
fn value(desk: &Desk<'_>, typed: &str) -> Result<String, Failure> {
    let value = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let value = value.trim_matches(['"', '“', '”', '«', '»', ' ']).to_owned();
    let length = value.chars().count();
    match length {
        1..=LONGEST_VALUE => Ok(value),
        _ => Err(desk.refuse("error-value-length", &args![("length", length), ("limit", LONGEST_VALUE)])),
    }
}

/// Turns to the consultation that a line begins with, where it does; gives the rest. Checks that
/// the person rules there.
fn turned<'t>(desk: &mut Desk<'_>, line: &'t str) -> Result<(Consultation, &'t str), Failure> {
    let (first, rest) = first_word(line);
    let named = desk.snap.rows.consultations.iter().find(|c| is_slug(first, &c.slug)).map(|c| c.id);
    if let Some(id) = named {
        desk.turn_to(id);
    }
    let consultation = desk.the_consultation()?;
    if !desk.holds(RULE) {
        return Err(only(desk, "consultation", RULE));
    }
    Ok((consultation, if named.is_some() { rest } else { line }))
}

/// `consultation set [SLUG] WHAT VALUE`.
fn set(desk: &mut Desk<'_>, rest: &str) -> Done {
    const WHAT: &[&str] =
        &["controller", "contact", "help", "retention", "timezone", "languages", "title", "risky", "space", "notice"];
    let (consultation, rest) = turned(desk, rest)?;
    let (what, typed) = choose(desk, "consultation set", rest, WHAT)?;
    if typed.is_empty() {
        return Err(desk.refuse("error-option-empty", &args![("option", what)]));
    }
    let mut settings = settings_of(&consultation);
    match what {
        "controller" => settings.controller = value(desk, typed)?,
        "contact" => settings.contact = value(desk, typed)?,
        "help" => settings.help = value(desk, typed)?,
        "retention" => settings.retention_days = days(desk, &consultation, typed)?,
        "timezone" => settings.timezone = timezone(desk, typed)?,
        "languages" => settings.languages = languages(desk, typed)?,
        "title" => {
            // `title fr Consultation pour l’Afrique`: in another language than one's own.
            let (first, after) = first_word(typed);
            let (language, title) = match Language::parse(first).filter(|l| l.code() == first && !after.is_empty()) {
                Some(language) => (language, after),
                None => (desk.language(), typed),
            };
            let title = value(desk, title)?;
            settings.titles.insert(language, title);
        }
        "space" => settings.space = on_or_off(desk, typed)?,
        "notice" => settings.notice_days = Some(notice(desk, typed)?),
        _ => settings.risky_objectives = objectives(desk, typed)?,
    }
    let had_space = settings_of(&consultation).space;
    keep_settings(desk, consultation.id, &settings);
    desk.audit(access_of("consultation"), "consultation set", &format!("{} {what}", consultation.slug))?;
    let office = desk.office_word(access_of("consultation"));
    note_change(desk.snap, consultation.id, &office, PublicChange::Set(what.into()));
    desk.turn_to(consultation.id);
    let mut text = desk.text("consultation-set", &args![("what", what), ("consultation", consultation.slug.as_str())]);
    let missing = settings.missing();
    text = match missing.is_empty() {
        true => format!("{text} {}", desk.plain("consultation-complete")),
        false => {
            let missing = args![("missing", desk.voice.commas(&missing))];
            format!("{text} {}", desk.text("consultation-still-missing", &missing))
        }
    };
    let mut document = desk.document().text(text);
    if what == "retention" {
        document = with_end(desk, document);
    }
    if what == "space" && settings.space {
        document = document.text(desk.plain(space_answer(desk)));
    }
    // Its name and those of its parts are in what is set; and what is turned off is emptied.
    if settings.space || had_space {
        spaces::arrange(desk.snap, desk.event, consultation.id)?;
    }
    desk.whisper(document)?;
    Ok(())
}

/// Adds the day on which everything in the consultation is erased, once that is known.
fn with_end(desk: &Desk<'_>, document: Document) -> Document {
    let Some(at) = desk.consultation.as_ref().and_then(|c| trust::erased_at(desk.snap, c)) else { return document };
    let date = desk.voice.date(at, &desk.timezone());
    document.text(desk.text("retention-date", &args![("date", date)]))
}

/// So many days before a talk people are to know of it.
fn notice(desk: &Desk<'_>, typed: &str) -> Result<u32, Failure> {
    let days = number(typed).and_then(|days| u32::try_from(days).ok()).filter(|days| *days <= LONGEST_NOTICE);
    days.ok_or_else(|| {
        let typed = desk.voice.quote(typed);
        desk.refuse("error-number", &args![("typed", typed), ("from", 0), ("to", LONGEST_NOTICE)])
    })
}

/// A number of days. Once the summary is published, no more than people were told, and not so few
/// that no time is left for a warning.
fn days(desk: &Desk<'_>, consultation: &Consultation, typed: &str) -> Result<u32, Failure> {
    let (number, _) = first_word(typed);
    let (from, to) = match trust::published_at(desk.snap, consultation) {
        None => (1, LONGEST_RETENTION),
        Some(at) => {
            let told = settings_of(consultation).retention_days;
            let warned = (desk.snap.now - at).div_euclid(DAY) + trust::WARNING_DAYS + 1;
            (u32::try_from(warned).unwrap_or(told).min(told), told)
        }
    };
    number.parse().ok().filter(|days| (from..=to).contains(days)).ok_or_else(|| {
        let typed = desk.voice.quote(typed);
        desk.refuse("error-number", &args![("typed", typed), ("from", from), ("to", to)])
    })
}

/// Objectives in a list, or `none`.
fn objectives(desk: &Desk<'_>, typed: &str) -> Result<Vec<u8>, Failure> {
    if is_word(typed, "none") {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    for word in typed.split([',', ';', '،', '，', '、', ' ']).filter(|word| !word.is_empty()) {
        all.push(the_objective(desk, word)?);
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// `consultation stage [SLUG] open`.
fn stage(desk: &mut Desk<'_>, rest: &str) -> Done {
    let (consultation, rest) = turned(desk, rest)?;
    let Some(stage) =
        Stage::ALL.into_iter().find(|stage| is_word(rest, stage.word()) || Some(*stage) == Stage::parse(rest))
    else {
        return Err(match rest.is_empty() {
            true => {
                let usage = desk.typed("consultation stage open");
                desk.refuse("error-missing", &args![("usage", usage)])
            }
            false => wrong_option(desk, rest, &Stage::ALL.map(Stage::word)),
        });
    };
    let registered = registers_until(desk.snap, consultation.id);
    trust::set_stage(desk.snap, consultation.id, stage);
    if registers_until(desk.snap, consultation.id) != registered {
        renew_cards(desk.snap, desk.prefix, consultation.id)?;
    }
    desk.audit(access_of("consultation"), "consultation stage", &format!("{} {}", consultation.slug, stage.word()))?;
    let office = desk.office_word(access_of("consultation"));
    note_change(desk.snap, consultation.id, &office, PublicChange::Stage(stage));
    let title = title_of_consultation(&consultation, desk.language());
    let stage = desk.plain(&format!("stage-{}", stage.word()));
    let document =
        desk.document().text(desk.text("consultation-stage", &args![("consultation", title), ("stage", stage)]));
    desk.turn_to(consultation.id);
    let document = with_end(desk, document);
    desk.whisper(document)?;
    Ok(())
}

/// `consultation list`: each with its stage, its rooms and what is missing.
fn list(desk: &mut Desk<'_>) -> Done {
    let mut all: Vec<Consultation> = desk.snap.rows.consultations.iter().cloned().collect();
    all.sort_by(|a, b| a.slug.cmp(&b.slug));
    if all.is_empty() {
        let example = desk.typed("consultation create africa-2027 region africa");
        return Err(desk.refuse("consultation-none", &args![("example", example)]));
    }
    let mut document = desk.document().heading(desk.plain("consultations-heading"));
    for consultation in all {
        let settings = settings_of(&consultation);
        let rooms = desk
            .snap
            .rows
            .rooms
            .iter()
            .filter(|room| room.consultation_id == consultation.id && is_bound(desk.snap, room.id))
            .count();
        let mut about = vec![
            title_of_consultation(&consultation, desk.language()),
            desk.plain(&format!("stage-{}", consultation.stage)),
            desk.text("consultation-rooms", &args![("count", rooms)]),
        ];
        let missing = settings.missing();
        if !missing.is_empty() {
            about.push(desk.text("consultation-still-missing", &args![("missing", desk.voice.commas(&missing))]));
        }
        let about = Span::text(format!("  {}", about.join(" · ")));
        document = document.point(Spans::from(vec![Span::code(consultation.slug), about]));
    }
    desk.whisper(document)?;
    Ok(())
}

/// `roles`: one's own; for the secretariat also `list`, `grant ROLE ACCOUNT [where]` and `revoke`.
pub fn roles(desk: &mut Desk<'_>, rest: &str) -> Done {
    if rest.trim().is_empty() {
        return own(desk);
    }
    // Of one's own office, whoever holds it.
    let (word, switched) = first_word(rest);
    if is_word(word, "report") {
        return report(desk, switched);
    }
    if !trust::offices_of(desk.snap, &desk.bearers).iter().any(|(_, role, _)| *role == Role::Secretariat) {
        return Err(only(desk, "roles", RULE));
    }
    let (word, rest) = choose(desk, "roles", rest, &["grant", "revoke", "list"])?;
    match word {
        "grant" => grant(desk, rest),
        "revoke" => revoke(desk, rest),
        _ => holders(desk),
    }
}

/// Where an office holds, as people read it.
fn place(desk: &Desk<'_>, scope: &Scope) -> String {
    let code = desk.language().code();
    match scope {
        Scope::Everywhere => desk.plain("scope-everywhere"),
        Scope::Region(id) => {
            Vocabulary::current().region(id).map_or(id.clone(), |region| region.label(code).to_owned())
        }
        Scope::Talk(id) => {
            let talk = desk.snap.rows.talks.get(*id);
            let title = talk.and_then(|talk| talks::title(desk.snap, talk, desk.language()).ok());
            title.unwrap_or_else(|| scope.text())
        }
        Scope::Room(id) => {
            let room = desk.snap.rows.rooms.get(*id);
            room.map_or_else(|| scope.text(), |room| title_of(desk.snap, room, desk.language()))
        }
        Scope::Consultation(slug) => desk
            .snap
            .rows
            .consultations
            .iter()
            .find(|c| c.slug == *slug)
            .map_or_else(|| slug.clone(), |c| title_of_consultation(c, desk.language())),
    }
}

/// One's own roles, where, and since when, a line each: of the account alone, or with those of its groups.
pub fn own_roles(desk: &Desk<'_>, bearers: &[Vec<u8>]) -> Result<Vec<String>, StoreError> {
    let offices = trust::offices_of(desk.snap, bearers).into_iter().map(|(office, role, scope)| {
        let role = desk.plain(&format!("role-one-{}", role.word()));
        let since = desk.voice.date(office.since, &desk.timezone());
        let scope = place(desk, &scope);
        desk.text("roles-line", &args![("role", role), ("scope", scope), ("since", since)])
    });
    Ok(offices.chain(organisations::as_focal(desk)?).collect())
}

fn own(desk: &mut Desk<'_>) -> Done {
    let lines = own_roles(desk, &desk.bearers)?;
    let none = desk.plain(if lines.is_empty() { "roles-none" } else { "roles-own" });
    let document = lines.into_iter().fold(desk.document().text(none), Document::point);
    desk.whisper(document)?;
    Ok(())
}

/// What the weekly report of an office waits as.
const REPORT: &str = "region-report";

/// `roles report off`: no weekly report of one's region any more; `on`: again.
fn report(desk: &mut Desk<'_>, typed: &str) -> Done {
    let own = trust::offices_of(desk.snap, std::slice::from_ref(&desk.account));
    let own: Vec<i64> = own.iter().filter(|(_, role, _)| *role == Role::Coordinator).map(|(o, ..)| o.id).collect();
    if own.is_empty() {
        return Err(only(desk, "roles report", COORDINATE));
    }
    let on = on_or_off(desk, typed)?;
    for id in own {
        match on {
            true => queue_report(desk, id)?,
            false => desk.snap.rows.jobs.remove_where(|job| job.kind == REPORT && job.subject_id == Some(id)),
        }
    }
    let document = desk.document().text(desk.plain(if on { "roles-report-on" } else { "roles-report-off" }));
    desk.whisper(document)?;
    Ok(())
}

/// The first report comes on the next Monday morning.
fn queue_report(desk: &mut Desk<'_>, office: i64) -> Result<(), StoreError> {
    let monday = Weekly { weekday: 0, hour: 8, minute: 0, zone: desk.timezone() };
    let due = monday.next_after(desk.snap.now);
    desk.snap.queue_job(REPORT, Some(office), &monday, due)
}

/// Everyone who holds an office, as far as the person rules.
fn holders(desk: &mut Desk<'_>) -> Done {
    let mut lines: Vec<(Role, String, String)> = Vec::new();
    for office in desk.snap.rows.offices.iter() {
        let (Some(role), Some(scope)) = (Role::parse(&office.role), Scope::parse(&office.scope)) else { continue };
        if !rules(desk, &scope) {
            continue;
        }
        let holder: OfficeHolder = desk.snap.open_house(office.id, &office.sealed)?;
        let title = desk.plain(&format!("role-one-{}", role.word()));
        let since = desk.voice.date(office.since, &desk.timezone());
        let place = place(desk, &scope);
        let line = desk.text("roles-line", &args![("role", title), ("scope", place), ("since", since)]);
        let name = called(desk, &holder);
        let line = format!("{name} ({}): {line}", holder.platform);
        lines.push((role, name, line));
    }
    lines.sort();
    let mut document = desk.document().heading(desk.plain("roles-heading"));
    for (_, _, line) in lines {
        document = document.point(line);
    }
    desk.whisper(document)?;
    Ok(())
}

/// How the holder of an office is called among all of them.
fn called(desk: &Desk<'_>, holder: &OfficeHolder) -> String {
    match holder.is_group() {
        true => desk.text("roles-everyone", &args![("group", desk.voice.isolate(&holder.account))]),
        false => holder.name.clone(),
    }
}

/// What follows `grant` and `revoke`: the role, who is to hold it, and where.
struct Appointment {
    role: Role,
    holder: OfficeHolder,
    scope: Scope,
}

fn appointment(desk: &mut Desk<'_>, command: &str, rest: &str) -> Result<Appointment, Failure> {
    let offices: Vec<Role> = Role::ALL.into_iter().filter(|role| *role != Role::Stakeholder).collect();
    let words: Vec<&str> = rest.split_whitespace().collect();
    let amina = if desk.platform() == Platform::Matrix { "@amina:example.org" } else { "@amina" };
    let example = desk.typed(&format!("{command} moderator {amina} region africa"));
    // `task team` and `co host` are two words.
    let found = [2, 1].into_iter().find_map(|length| {
        let typed = words.get(..length)?.join(" ");
        let role = offices.iter().copied().find(|role| {
            Role::parse(&typed) == Some(*role)
                || ["role", "role-one"].iter().any(|key| {
                    let label = desk.plain(&format!("{key}-{}", role.word()));
                    scope::same(&label, &typed)
                })
        })?;
        Some((role, length))
    });
    let Some((role, length)) = found else {
        return Err(match words.first() {
            None => desk.refuse("error-missing", &args![("usage", example)]),
            Some(typed) => {
                let all: Vec<&str> = offices.iter().map(|role| role.word()).collect();
                wrong_option(desk, typed, &all)
            }
        });
    };
    let Some(typed) = words.get(length) else {
        return Err(desk.refuse("error-missing", &args![("usage", example)]));
    };
    let rest = words.get(length + 1..).unwrap_or_default().join(" ");
    let scope = scope_of(desk, &rest)?;
    if !rules(desk, &scope) {
        return Err(only(desk, "roles", RULE));
    }
    match holder_of(desk.platform(), typed) {
        Some(holder) => Ok(Appointment { role, holder, scope }),
        None => Err(desk.refuse("error-who", &args![("typed", desk.voice.quote(typed)), ("usage", example)])),
    }
}

/// Who is named by a word, where it names anyone: a name that others see may be anybody's.
pub fn holder_of(platform: Platform, typed: &str) -> Option<OfficeHolder> {
    let name = typed.trim_matches(['<', '>', '@', '!']).to_owned();
    let (account, is_one) = match platform {
        Platform::Matrix => (typed.to_owned(), typed.starts_with('@') && typed.contains(':')),
        Platform::Discord => (name.clone(), name.trim_start_matches('&').bytes().all(|b| b.is_ascii_digit())),
        _ => (name.to_lowercase(), true),
    };
    let fits = is_one && !name.is_empty() && account.len() <= LONGEST_VALUE;
    fits.then(|| OfficeHolder { platform: platform.word().into(), account, name })
}

/// `everywhere`, `region africa`, `consultation africa-2027`; nothing is the consultation at hand.
fn scope_of(desk: &Desk<'_>, typed: &str) -> Result<Scope, Failure> {
    const OPTIONS: &[Known] =
        &[("everywhere", Takes::Nothing), ("region", Takes::Value), ("consultation", Takes::Value)];
    let line = take_apart(typed, OPTIONS);
    match (line.bare.as_str(), line.options.as_slice()) {
        ("", []) => Ok(Scope::Consultation(desk.the_consultation()?.slug)),
        ("", [("everywhere", _)]) => Ok(Scope::Everywhere),
        ("", [("region", region)]) => match Vocabulary::current().find_region(region) {
            Some(region) => Ok(Scope::Region(region.id.clone())),
            None => Err(which_region(desk, region)),
        },
        ("", [("consultation", slug)]) => match desk.snap.rows.consultations.iter().find(|c| is_slug(slug, &c.slug)) {
            Some(found) => Ok(Scope::Consultation(found.slug.clone())),
            None => Err(which(desk, slug)),
        },
        _ => Err(wrong_option(desk, typed, &["everywhere", "region africa", "consultation africa-2027"])),
    }
}

fn grant(desk: &mut Desk<'_>, rest: &str) -> Done {
    let appointment = appointment(desk, "roles grant", rest)?;
    let Appointment { role, holder, scope } = appointment;
    let hash = record::account_hash(desk.snap, desk.platform(), &holder.account);
    let title = desk.plain(&format!("role-one-{}", role.word()));
    let place = place(desk, &scope);
    let said = args![("name", desk.voice.isolate(&called(desk, &holder))), ("role", title), ("scope", place)];
    let held = desk.snap.rows.offices.find(|o| o.hash == hash && o.role == role.word() && o.scope == scope.text());
    if held.is_some() {
        return Err(desk.refuse("roles-already", &said));
    }
    let id = desk.snap.id();
    let sealed = desk.snap.seal_house(id, &holder)?;
    let since = desk.snap.now;
    let (role, scope) = (role.word().to_owned(), scope.text());
    // The log names the office by its number, never the person.
    let subject = format!("{role} {scope} {id}");
    let reported = role == Role::Coordinator.word() && !holder.is_group();
    desk.snap.rows.offices.insert(Office { id, rev: 1, hash, role, scope, sealed, since });
    if reported {
        queue_report(desk, id)?;
    }
    desk.audit(access_of("roles"), "roles grant", &subject)?;
    let document = desk.document().text(desk.text("roles-granted", &said));
    desk.whisper(document)?;
    Ok(())
}

fn revoke(desk: &mut Desk<'_>, rest: &str) -> Done {
    let Appointment { role, holder, scope } = appointment(desk, "roles revoke", rest)?;
    let hash = record::account_hash(desk.snap, desk.platform(), &holder.account);
    let title = desk.plain(&format!("role-one-{}", role.word()));
    let place = place(desk, &scope);
    let said = args![("name", desk.voice.isolate(&called(desk, &holder))), ("role", title), ("scope", place)];
    let held = desk.snap.rows.offices.find(|o| o.hash == hash && o.role == role.word() && o.scope == scope.text());
    let Some(office) = held.cloned() else {
        return Err(desk.refuse("roles-not-held", &said));
    };
    // Someone has to be left who can appoint others for the same, or for everything. A group may be
    // empty.
    let is_group = |o: &Office| desk.snap.open_house::<OfficeHolder>(o.id, &o.sealed).is_ok_and(|h| h.is_group());
    let left = desk.snap.rows.offices.iter().any(|other| {
        let other_scope = Scope::parse(&other.scope);
        other.id != office.id
            && !is_group(other)
            && Role::parse(&other.role) == Some(Role::Secretariat)
            && (other_scope == Some(Scope::Everywhere)
                || scope != Scope::Everywhere && other_scope.as_ref() == Some(&scope))
    });
    if role == Role::Secretariat && !left && !is_group(&office) {
        return Err(desk.refuse("roles-last", &Args::new()));
    }
    desk.snap.rows.offices.remove(office.id);
    desk.snap.rows.jobs.remove_where(|job| job.kind == REPORT && job.subject_id == Some(office.id));
    let subject = format!("{} {} {}", role.word(), scope.text(), office.id);
    desk.audit(access_of("roles"), "roles revoke", &subject)?;
    let document = desk.document().text(desk.text("roles-revoked", &said));
    desk.whisper(document)?;
    Ok(())
}

/// `audit`: the log of what office-holders did.
pub fn audit(desk: &mut Desk<'_>, _: &str) -> Done {
    let everywhere = rules(desk, &Scope::Everywhere);
    if !everywhere {
        return Err(desk.refuse("audit-everywhere", &Args::new()));
    }
    desk.audit(access_of("audit"), "audit", "")?;
    Order::private(desk, Wanted::Audit).queue(desk)
}
