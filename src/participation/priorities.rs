//! What people named as the priorities of a talk, and the agenda that follows.

use super::coverage::Gathered;
use super::filling::worded;
use super::forms::Kind;
use super::talks::AgendaItem;
use crate::args;
use crate::chat::Document;
use crate::i18n::speak;
use crate::model::Language;
use crate::store::{Snapshot, Store, StoreError};
use crate::trust::band;
use crate::vocabulary::Vocabulary;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The form by which people name them.
pub const PRIORITIES: &str = "priorities";

/// A talk has so many themes at most, each with so many minutes at least, and so much of it is for opening
/// and ending.
const MOST_THEMES: usize = 4;
const LEAST_MINUTES: i64 = 15;
const AROUND: i64 = 10;
/// So many themes are listed.
const LISTED: usize = 10;

/// What people named in a call, the most often first, in bands; and the agenda of a talk of so many minutes
/// that follows, if anything was named.
///
/// # Errors
/// The database is away, or a row does not open.
pub async fn priorities(
    store: &Store,
    snapshot: &mut Snapshot,
    call: i64,
    minutes: i64,
    language: Language,
) -> Result<(Document, Vec<AgendaItem>), StoreError> {
    let voice = speak(language);
    let mut document = Document::new(language).heading(voice.say_plain("priorities-heading"));
    let Some(gathered) = Gathered::of(store, snapshot, call).await? else { return Ok((document, Vec::new())) };
    let people = band(gathered.entries.len()).words(voice);
    document = document.text(voice.say("priorities-people", &args![("people", people)]));
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    let of_theme = |field: &&super::Field| field.kind == Kind::Theme;
    for field in gathered.form.fields.iter().filter(of_theme) {
        let answers = gathered.entries.iter().filter_map(|(_, filled)| filled.answers.get(&field.id));
        for value in answers.flatten() {
            *named.entry(value).or_default() += 1;
        }
    }
    // Of those that as many named, in the order of their names: the same for the same answers.
    let mut named: Vec<(&str, usize)> = named.into_iter().collect();
    named.sort_by_key(|(theme, count)| (Reverse(*count), theme.len(), *theme));
    let worded: Vec<String> = named.iter().map(|(theme, _)| worded(Kind::Theme, theme, voice)).collect();
    for ((_, count), name) in named.iter().zip(&worded).take(LISTED) {
        let people = band(*count).words(voice);
        document = document.point(voice.say("coverage-group", &args![("name", name), ("people", people)]));
    }
    let (opening, ending) = (voice.say_plain("priorities-opening"), voice.say_plain("priorities-ending"));
    let vocabulary = Vocabulary::current();
    let titled = |(theme, worded): (&str, String)| {
        let objective = theme.parse().ok().and_then(|number| vocabulary.objective(number));
        objective.map_or(worded, |objective| objective.short(language.code()).to_owned())
    };
    // In an agenda, where minutes stand before it, without its number.
    let themes: Vec<String> = named.iter().map(|(theme, _)| *theme).zip(worded).map(titled).collect();
    Ok((document, agenda(minutes, &themes, (opening, ending))))
}

/// The agenda of a talk of so many minutes: between its opening and its end the first themes, with about as
/// much time for each.
fn agenda(minutes: i64, themes: &[String], (opening, ending): (String, String)) -> Vec<AgendaItem> {
    let around = AROUND.min(minutes / 6);
    let between = minutes - 2 * around;
    let fit = usize::try_from(between / LEAST_MINUTES).unwrap_or_default().clamp(1, MOST_THEMES);
    let themes: Vec<&String> = themes.iter().take(fit).collect();
    let Some(each) = i64::try_from(themes.len()).ok().filter(|count| *count > 0).map(|count| between / count) else {
        return Vec::new();
    };
    let item = |minutes: i64, text: &str| AgendaItem { minutes, text: text.to_owned() };
    let mut items = vec![item(around, &opening)];
    items.extend(themes.iter().map(|theme| item(each, theme)));
    let left = minutes - items.iter().map(|item| item.minutes).sum::<i64>();
    items.push(item(left, &ending));
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes_of(minutes: i64, themes: usize) -> Vec<i64> {
        let themes: Vec<String> = (0..themes).map(|n| n.to_string()).collect();
        agenda(minutes, &themes, ("Opening".into(), "End".into())).iter().map(|item| item.minutes).collect()
    }

    #[test]
    fn an_agenda_fills_a_talk_and_gives_each_theme_as_much_time() {
        assert_eq!(minutes_of(90, 9), [10, 17, 17, 17, 17, 12]);
        assert_eq!(minutes_of(60, 2), [10, 20, 20, 10]);
        assert_eq!(minutes_of(45, 9), [7, 15, 15, 8]);
        assert_eq!(minutes_of(5, 9), [0, 5, 0]);
        assert_eq!(minutes_of(90, 0), Vec::<i64>::new());
    }
}
