//! The options that people type after a command, in any order and in any of the seven languages:
//! `objective 6 since 2 Sep language fr`. And from them, what a digest is of.

use super::Failure;
use super::desk::{Desk, room_settings, settings_of};
use super::moment::{self, Meant, Weekly};
use super::parse::fold;
use super::person::the_objective;
use super::rooms::{is_bound, room_named};
use super::talks::the_talk;
use crate::args;
use crate::chat::sanitise;
use crate::digest::Scope;
use crate::i18n::speak;
use crate::model::{Category, DAY, Kind, Language, Level, Time};
use crate::participation::{TalkSettings, ends, talk_settings};
use crate::vocabulary::{Vocabulary, nearest};
use serde::{Deserialize, Serialize};

/// What an option takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Nothing: `full`.
    Nothing,
    /// A value: `objective 6`.
    Value,
    /// A value or nothing: `region`, `region africa`.
    Maybe,
}

/// An option's name with what it takes. Its words in each language stand in the locale under
/// `words-NAME`.
pub type Known = (&'static str, Takes);

/// A line of options, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What stands before the first option, and after one that takes nothing.
    pub bare: String,
    /// The options as they stand, with what follows each.
    pub options: Vec<(&'static str, String)>,
}

/// Whether a word is this one, in English or any language of the bot.
pub fn is_word(word: &str, name: &str) -> bool {
    let word = fold(word);
    let key = format!("words-{}", name.replace(' ', "-"));
    word == name
        || Language::ALL.into_iter().any(|language| speak(language).words(&key).iter().any(|w| fold(w) == word))
}

/// Whether two texts are the same but for case, accents and punctuation.
pub fn same(a: &str, b: &str) -> bool {
    crate::vocabulary::fold(a) == crate::vocabulary::fold(b)
}

/// The first word of a line, and what follows it.
pub fn first_word(line: &str) -> (&str, &str) {
    let line = line.trim();
    match line.find(char::is_whitespace) {
        Some(end) => (line.get(..end).unwrap_or_default(), line.get(end..).unwrap_or_default().trim()),
        None => (line, ""),
    }
}

/// The one of these words that a line begins with, and what follows it; or the word that says
/// which there are.
pub fn choose<'t>(
    desk: &Desk<'_>,
    command: &str,
    line: &'t str,
    words: &[&'static str],
) -> Result<(&'static str, &'t str), Failure> {
    let (first, rest) = first_word(line);
    if let Some(word) = words.iter().find(|word| is_word(first, word)) {
        return Ok((word, rest));
    }
    if first.is_empty() {
        let usage = desk.typed(&super::person::usage(desk, command));
        return Err(desk.refuse("error-missing", &args![("usage", usage)]));
    }
    Err(match nearest(first, words.iter().copied()) {
        Some(near) => did_you_mean(desk, first, &format!("{command} {near}")),
        None => wrong_option(desk, first, &super::person::choices(desk, command, words)),
    })
}

/// What is typed is not possible, and what is.
pub fn wrong_option(desk: &Desk<'_>, typed: &str, options: &[impl AsRef<str>]) -> Failure {
    let options = desk.voice.commas(options);
    desk.refuse("error-option", &args![("typed", desk.voice.quote(typed.trim())), ("options", options)])
}

/// What is typed is not understood, and what was most likely meant.
pub fn did_you_mean(desk: &Desk<'_>, typed: &str, command: &str) -> Failure {
    let unknown = desk.text("error-unknown-word", &args![("typed", desk.voice.quote(typed.trim()))]);
    let meant = desk.text("error-did-you-mean", &args![("command", desk.typed(command))]);
    Failure::User(crate::chat::Document::line(desk.language(), format!("{unknown} {meant}")))
}

/// Takes a line of options apart. What stands in quotation marks is never an option's name.
pub fn take_apart(text: &str, known: &[Known]) -> Line {
    let pieces = pieces(text);
    let mut line = Line::default();
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let last_takes = line.options.last().and_then(|(name, _)| known.iter().find(|(k, _)| k == name)).map(|k| k.1);
        let wants = last_takes == Some(Takes::Value) && line.options.last().is_some_and(|(_, v)| v.is_empty());
        let found = if wants || piece.quoted { None } else { option_at(&pieces, at, known) };
        if let Some((name, length)) = found {
            line.options.push((name, String::new()));
            at += length;
            continue;
        }
        // `目标6`, `objective6`: an option and its number without a blank between them.
        if let (false, Some((name, number))) = (wants || piece.quoted, numbered(&piece.text, known)) {
            line.options.push((name, number.into()));
            at += 1;
            continue;
        }
        let place = match line.options.last_mut() {
            Some((_, value)) if last_takes != Some(Takes::Nothing) => value,
            _ => &mut line.bare,
        };
        if !place.is_empty() {
            place.push(' ');
        }
        place.push_str(&piece.text);
        at += 1;
    }
    line
}

/// The option that begins at a piece, of two words or one, and how many.
fn option_at(pieces: &[Piece], at: usize, known: &[Known]) -> Option<(&'static str, usize)> {
    [2, 1].into_iter().find_map(|length| {
        let of = pieces.get(at..at + length)?;
        if of.iter().any(|piece| piece.quoted) {
            return None;
        }
        let words = of.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
        // Also as one writes it on a command line, which phones turn into a dash.
        let words = words.trim_start_matches(['-', '–', '—']).trim_end_matches([':', '：', '=']);
        known.iter().find(|(name, _)| is_word(words, name)).map(|(name, _)| (*name, length))
    })
}

/// The option and the number that a word is made of.
fn numbered<'t>(word: &'t str, known: &[Known]) -> Option<(&'static str, &'t str)> {
    let (name, number) = word.split_at(word.find(char::is_numeric)?);
    let (name, _) = known.iter().find(|(known, takes)| *takes == Takes::Value && is_word(name, known))?;
    crate::model::numbered_answer(number).map(|_| (*name, number))
}

struct Piece {
    text: String,
    quoted: bool,
}

/// The words of a line; what stands in quotation marks is one.
fn pieces(text: &str) -> Vec<Piece> {
    const MARKS: [(char, char); 6] = [('"', '"'), ('“', '”'), ('«', '»'), ('„', '“'), ('「', '」'), ('”', '”')];
    let text = sanitise::clean(text);
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let inner = rest.get(first.len_utf8()..).unwrap_or_default();
        let quoted = MARKS
            .iter()
            .find(|(open, _)| *open == first)
            .and_then(|(_, close)| inner.split_once(*close))
            .filter(|(inside, _)| !inside.trim().is_empty());
        let (piece, after) = match quoted {
            Some((inside, after)) => (Piece { text: inside.trim().into(), quoted: true }, after),
            None => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let word = rest.get(..end).unwrap_or_default();
                (Piece { text: word.into(), quoted: false }, rest.get(end..).unwrap_or_default())
            }
        };
        pieces.push(piece);
        rest = after.trim_start();
    }
    pieces
}

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Markdown.
    Md,
    /// HTML.
    Html,
    /// JSON.
    Json,
    /// A table.
    Csv,
}

impl Format {
    /// The format of this word.
    pub fn parse(word: &str) -> Option<Format> {
        match fold(word).as_str() {
            "md" | "markdown" => Some(Format::Md),
            "html" => Some(Format::Html),
            "json" => Some(Format::Json),
            "csv" => Some(Format::Csv),
            _ => None,
        }
    }
}

/// When a room's digest comes by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schedule {
    /// At this time of every week.
    Every(Weekly),
    /// No more.
    Never,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Of what.
    pub scope: Scope,
    /// In which language, where one was named.
    pub language: Option<Language>,
    /// On one screen instead of in full.
    pub screen: bool,
    /// As a file.
    pub format: Option<Format>,
    /// By itself.
    pub schedule: Option<Schedule>,
}

const OPTIONS: &[Known] = &[
    ("consultation", Takes::Value),
    ("objective", Takes::Value),
    ("round table", Takes::Value),
    ("room", Takes::Value),
    ("talk", Takes::Value),
    ("subregion", Takes::Value),
    ("region", Takes::Maybe),
    ("since", Takes::Value),
    ("until", Takes::Value),
    ("level", Takes::Value),
    ("kind", Takes::Value),
    ("category", Takes::Value),
    ("written in", Takes::Value),
    ("language", Takes::Value),
    ("format", Takes::Value),
    ("every", Takes::Value),
    ("never", Takes::Nothing),
    ("all", Takes::Nothing),
    ("full", Takes::Nothing),
    ("screen", Takes::Nothing),
];

/// Turns to the consultation or region that a scope names, where it names one.
pub fn turn(desk: &mut Desk<'_>, rest: &str) -> Result<(), Failure> {
    let line = take_apart(rest, OPTIONS);
    if let Some((_, slug)) = line.options.iter().find(|(name, _)| *name == "consultation") {
        turn_to_named(desk, slug)?;
    }
    if let Some((_, name)) = line.options.iter().find(|(name, value)| *name == "region" && !value.is_empty()) {
        turn_to_region(desk, name)?;
    }
    Ok(())
}

/// Reads what is asked of a digest, quotations or an export. Turns to the consultation that is
/// named.
pub fn read(desk: &mut Desk<'_>, rest: &str) -> Result<Asked, Failure> {
    turn(desk, rest)?;
    let line = take_apart(rest, OPTIONS);
    let consultation = desk.the_consultation()?;
    let mut asked = Asked {
        scope: Scope { consultation: consultation.id, until: desk.snap.now, ..Scope::default() },
        language: None,
        screen: false,
        format: None,
        schedule: None,
    };
    if !line.bare.is_empty() {
        bare(desk, &line.bare, &mut asked.scope)?;
    }
    for (name, value) in &line.options {
        option(desk, name, value, &mut asked)?;
    }
    if asked.scope.since.is_some_and(|since| since > asked.scope.until) {
        return Err(desk.refuse("error-period", &args![]));
    }
    Ok(asked)
}

/// Turns to the consultation of a short name, or says which there are.
pub fn turn_to_named(desk: &mut Desk<'_>, slug: &str) -> Result<(), Failure> {
    let wanted = fold(slug);
    let all: Vec<(i64, String)> = desk.snap.rows.consultations.iter().map(|c| (c.id, c.slug.clone())).collect();
    match all.iter().find(|(_, slug)| *slug == wanted) {
        Some((id, _)) => {
            desk.turn_to(*id);
            Ok(())
        }
        None => {
            let slugs: Vec<&str> = all.iter().map(|(_, slug)| slug.as_str()).collect();
            Err(match nearest(slug, slugs.iter().copied()) {
                Some(near) => did_you_mean(desk, slug, &format!("consultation {near}")),
                None => wrong_option(desk, slug, &slugs),
            })
        }
    }
}

/// Turns to the one consultation of a region, or says which regions have one.
fn turn_to_region(desk: &mut Desk<'_>, name: &str) -> Result<(), Failure> {
    let region = Vocabulary::current().find_region(name).map(|region| region.id.clone());
    let of: Vec<i64> =
        desk.snap.rows.consultations.iter().filter(|c| Some(&c.region) == region.as_ref()).map(|c| c.id).collect();
    match of.as_slice() {
        _ if region.is_some() && desk.consultation.as_ref().map(|c| &c.region) == region.as_ref() => Ok(()),
        [only] => {
            desk.turn_to(*only);
            Ok(())
        }
        [] => {
            let code = desk.language().code();
            let regions: Vec<String> = desk
                .snap
                .rows
                .consultations
                .iter()
                .filter_map(|c| Some(Vocabulary::current().region(&c.region)?.label(code).to_owned()))
                .collect();
            Err(wrong_option(desk, name, &regions))
        }
        several => {
            let slugs: Vec<String> =
                several.iter().filter_map(|id| desk.snap.rows.consultations.get(*id).map(|c| c.slug.clone())).collect();
            Err(desk.refuse("error-which-consultation", &args![("consultations", desk.voice.list(&slugs))]))
        }
    }
}

/// A word without the name of an option: a number is an objective; otherwise a room, the region,
/// a sub-region, or a word for an objective, in this order.
fn bare(desk: &Desk<'_>, text: &str, scope: &mut Scope) -> Result<(), Failure> {
    let vocabulary = Vocabulary::current();
    if text.chars().any(char::is_numeric) && room_named(desk, text).is_none() {
        scope.objective = Some(the_objective(desk, text)?);
        return Ok(());
    }
    if let Some(room) = room_named(desk, text) {
        scope.room = Some(room.id);
        return Ok(());
    }
    let consultation = desk.the_consultation()?;
    let region = vocabulary.region(&consultation.region);
    let title = settings_of(&consultation).title(desk.language()).to_lowercase();
    if fold(text) == consultation.slug
        || fold(text) == title
        || vocabulary.find_region(text).is_some_and(|found| found.id == consultation.region)
    {
        return Ok(());
    }
    if let Some((_, subregion)) =
        vocabulary.find_subregion(text).filter(|(of, _)| region.is_none_or(|region| of.id == region.id))
    {
        scope.subregion = Some(subregion.id.clone());
        return Ok(());
    }
    if let Some(objective) = vocabulary.find_objective(text) {
        scope.objective = Some(objective);
        return Ok(());
    }
    let rooms: Vec<String> =
        desk.snap.rows.rooms.iter().filter(|r| r.consultation_id == consultation.id).map(|r| r.name.clone()).collect();
    let words = rooms.iter().map(String::as_str).chain(OPTIONS.iter().map(|(name, _)| *name));
    let near = text.split_whitespace().next().and_then(|first| nearest(text, words.clone()).or(nearest(first, words)));
    Err(match near {
        Some(near) => did_you_mean(desk, text, &format!("digest {near}")),
        None => {
            let example = desk.typed("digest objective recruitment since 2 Sep");
            desk.refuse("error-scope", &args![("typed", desk.voice.quote(text)), ("example", example)])
        }
    })
}

fn option(desk: &Desk<'_>, name: &'static str, value: &str, asked: &mut Asked) -> Result<(), Failure> {
    let takes = OPTIONS.iter().find(|(known, _)| *known == name).map(|(_, takes)| *takes);
    if takes == Some(Takes::Value) && value.is_empty() {
        return Err(desk.refuse("error-option-empty", &args![("option", name)]));
    }
    let scope = &mut asked.scope;
    match name {
        "objective" => scope.objective = Some(the_objective(desk, value)?),
        "round table" => scope.round_table = Some(round_table(desk, value)?),
        "room" => {
            let Some(room) = room_named(desk, value) else { return Err(no_such_room(desk, value)) };
            scope.room = Some(room.id);
        }
        "talk" => {
            let (talk, _) = the_talk(desk, value)?;
            let TalkSettings { breakouts, divided, .. } = talk_settings(desk.snap, &talk)?;
            let from = divided.map_or(talk.starts, |at| at.min(talk.starts));
            if from > desk.snap.now {
                return Err(desk.refuse("talk-not-begun", &args![("number", talk.number)]));
            }
            // What is written after it, still belongs to it for a day.
            match breakouts.is_empty() {
                true => scope.room = talk.room_id,
                false => scope.rooms = talk.room_id.into_iter().chain(breakouts).collect(),
            }
            (scope.since, scope.until) = (Some(from), desk.snap.now.min(ends(&talk) + DAY));
        }
        "subregion" => scope.subregion = Some(subregion(desk, value)?),
        "since" => scope.since = Some(day(desk, value, Meant::Since)?),
        "until" => scope.until = day(desk, value, Meant::Until)?,
        "level" => scope.level = Some(level(desk, value)?),
        "kind" => scope.kind = Some(kind(desk, value)?),
        "category" => {
            let Some(category) = Vocabulary::current().find_category(value) else {
                let code = desk.language().code();
                let all: Vec<&str> = Vocabulary::current().categories().iter().map(|c| c.label(code)).collect();
                return Err(wrong_option(desk, value, &all));
            };
            scope.category = Some(Category(category.id.clone()));
        }
        "written in" => scope.language = Some(language(desk, value)?.code().into()),
        "language" => asked.language = Some(language(desk, value)?),
        "format" => {
            let Some(format) = Format::parse(value) else {
                return Err(wrong_option(desk, value, &["md", "html", "json", "csv"]));
            };
            asked.format = Some(format);
        }
        "every" => {
            let Some(weekly) = moment::weekly(value, &desk.timezone()) else {
                let example = desk.typed("digest every Monday 9:00");
                return Err(
                    desk.refuse("error-weekly", &args![("typed", desk.voice.quote(value)), ("example", example)])
                );
            };
            asked.schedule = Some(Schedule::Every(weekly));
        }
        "never" => asked.schedule = Some(Schedule::Never),
        "screen" => asked.screen = true,
        // `all`, `region` and `consultation` name the whole; `full` is what one gets anyway.
        _ => {}
    }
    Ok(())
}

fn day(desk: &Desk<'_>, typed: &str, meant: Meant) -> Result<Time, Failure> {
    moment::moment(typed, desk.snap.now, &desk.timezone(), meant)
        .map(|moment| moment.at)
        .map_err(|error| moment::refusal(desk, typed, error, meant))
}

/// The round table that someone typed.
pub fn round_table(desk: &Desk<'_>, typed: &str) -> Result<u8, Failure> {
    crate::model::numbered_answer(typed)
        .and_then(|number| u8::try_from(number).ok())
        .filter(|number| Vocabulary::current().round_table(*number).is_some())
        .ok_or_else(|| {
            let last = Vocabulary::current().round_tables().len();
            desk.refuse("error-number", &args![("typed", desk.voice.quote(typed)), ("from", 1), ("to", last)])
        })
}

/// The sub-region of the consultation's region that someone typed, by its identifier.
pub fn subregion(desk: &Desk<'_>, typed: &str) -> Result<String, Failure> {
    let own = desk.consultation.as_ref().and_then(|c| Vocabulary::current().region(&c.region));
    let found = Vocabulary::current().find_subregion(typed);
    // A consultation of the whole world has rooms for the parts of every region.
    let own = own.filter(|region| !region.subregions.is_empty());
    match found.filter(|(region, _)| own.is_none_or(|own| own.id == region.id)) {
        Some((_, subregion)) => Ok(subregion.id.clone()),
        None => {
            let code = desk.language().code();
            let regions = own.map_or(Vocabulary::current().regions(), std::slice::from_ref);
            let all: Vec<&str> = regions.iter().flat_map(|r| &r.subregions).map(|s| s.label(code)).collect();
            Err(wrong_option(desk, typed, &all))
        }
    }
}

/// The kind that someone typed, in any language.
pub fn kind(desk: &Desk<'_>, typed: &str) -> Result<Kind, Failure> {
    let named: Vec<(String, Kind)> = Kind::ALL
        .into_iter()
        .flat_map(|kind| {
            let key = format!("kind-{}", kind.name());
            let labels = Language::ALL.map(|language| speak(language).say_plain(&key));
            std::iter::once(kind.name().replace('-', " ")).chain(labels).map(move |label| (label, kind))
        })
        .collect();
    let near = nearest(typed, named.iter().map(|(label, _)| label.as_str()));
    near.and_then(|near| named.iter().find(|(label, _)| label == near)).map(|(_, kind)| *kind).ok_or_else(|| {
        let all = Kind::ALL.map(|kind| desk.plain(&format!("kind-{}", kind.name())));
        wrong_option(desk, typed, &all)
    })
}

/// The level that someone typed.
pub fn level(desk: &Desk<'_>, typed: &str) -> Result<Level, Failure> {
    [("local", Level::Local), ("national", Level::National), ("regional", Level::Regional), ("global", Level::Global)]
        .into_iter()
        .find(|(name, _)| is_word(typed, name))
        .map(|(_, level)| level)
        .ok_or_else(|| wrong_option(desk, typed, &["local", "national", "regional", "global"]))
}

/// The language that someone typed.
pub fn language(desk: &Desk<'_>, typed: &str) -> Result<Language, Failure> {
    Language::parse(&fold(typed)).ok_or_else(|| {
        let all: Vec<String> = Language::ALL.iter().map(|l| format!("{} ({})", l.own_name(), l.code())).collect();
        desk.refuse(
            "error-language",
            &args![("typed", desk.voice.quote(typed)), ("languages", desk.voice.commas(&all))],
        )
    })
}

/// There is no such room, and which there are.
pub(super) fn no_such_room(desk: &Desk<'_>, typed: &str) -> Failure {
    let rooms: Vec<String> = desk
        .snap
        .rows
        .rooms
        .iter()
        .filter(|room| Some(room.consultation_id) == desk.consultation.as_ref().map(|c| c.id))
        .filter(|room| is_bound(desk.snap, room.id) && !room_settings(room).rehearsal)
        .map(|room| room.name.clone())
        .collect();
    if rooms.is_empty() {
        return desk.refuse("error-no-rooms", &args![("command", desk.typed("room bind"))]);
    }
    wrong_option(desk, typed, &rooms)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(bare: &str, options: &[(&'static str, &str)]) -> Line {
        Line { bare: bare.into(), options: options.iter().map(|(name, value)| (*name, (*value).to_owned())).collect() }
    }

    #[test]
    fn options_are_found_in_any_order() {
        let table = [
            ("", line("", &[])),
            ("6", line("6", &[])),
            ("west africa", line("west africa", &[])),
            ("objective 6 since 2 Sep", line("", &[("objective", "6"), ("since", "2 Sep")])),
            (
                "since 2 Sep until 8 Sep round table 2",
                line("", &[("since", "2 Sep"), ("until", "8 Sep"), ("round table", "2")]),
            ),
            (
                "Objective: recruitment fees LANGUAGE fr",
                line("", &[("objective", "recruitment fees"), ("language", "fr")]),
            ),
            ("full 6", line("6", &[("full", "")])),
            ("region", line("", &[("region", "")])),
            ("region africa full", line("", &[("region", "africa"), ("full", "")])),
            ("room all", line("", &[("room", "all")])),
            ("room “round table 2” kind challenge", line("", &[("room", "round table 2"), ("kind", "challenge")])),
            ("\"since 2 Sep\"", line("since 2 Sep", &[])),
            ("every Monday 9:00", line("", &[("every", "Monday 9:00")])),
            ("category trade unions level national", line("", &[("category", "trade unions"), ("level", "national")])),
            ("目标6 圆桌会议2", line("", &[("objective", "6"), ("round table", "2")])),
            ("objective６", line("", &[("objective", "６")])),
            ("round-table-2", line("round-table-2", &[])),
            ("written in ar", line("", &[("written in", "ar")])),
            ("«", line("«", &[])),
        ];
        for (typed, expected) in table {
            assert_eq!(take_apart(typed, OPTIONS), expected, "{typed}");
        }
    }
}
