//! How a form is filled in, as a pure machine: from the form, the answers so far and what was typed
//! to the next question, a complaint, or nothing more to ask.

use super::forms::{Field, Form, Kind};
use crate::args;
use crate::i18n::{Speaker, speak};
use crate::model::{Language, numbered_answer};
use crate::vocabulary::{Vocabulary, fold, nearest};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest line, the longest text, and the most answers to one question, where a field says
/// nothing.
const LINE: usize = 200;
const TEXT: usize = 4_000;
const ANSWERS: usize = 23;
/// So many countries that may be meant are offered.
const OFFERED: usize = 5;

/// An answer: one value, or several where a question takes several; none, where it was left out.
pub type Answer = Vec<String>;

/// A form as far as it is filled in. Sealed by its participant's key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Filled {
    /// The form.
    pub form: String,
    /// Its version when it was answered last.
    pub version: u32,
    /// The answers by the fields' names.
    pub answers: BTreeMap<String, Answer>,
    /// The field to be asked next, whether it is answered already or not.
    pub at: Option<String>,
    /// What may have been meant by what was typed last, for a number to choose from.
    pub offered: Vec<String>,
    /// Whether what is asked by choice is being asked.
    pub more: bool,
    /// The room of a talk to which its person goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breakout: Option<i64>,
}

/// What a form is filled in for.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'s> {
    /// The consultation's region.
    pub region: &'s str,
    /// How one can be there: of `room` and `online`.
    pub modes: &'s [&'static str],
}

/// What was typed, as the machine takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move<'t> {
    /// To the question before.
    Back,
    /// Leave it out.
    Skip,
    /// To the answer of this number in the summary.
    Change(usize),
    /// An answer.
    Say(&'t str),
}

/// Why an answer was not taken: what is expected, with an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The locale's key.
    pub key: &'static str,
    /// What was typed, where the sentence quotes it.
    pub typed: String,
    /// The example, or what may be meant.
    pub example: String,
    /// The number that the sentence names.
    pub limit: usize,
}

impl Complaint {
    fn new(key: &'static str, typed: &str) -> Complaint {
        let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        Complaint { key, typed: typed.chars().take(60).collect(), example: String::new(), limit: 0 }
    }

    fn example(self, example: impl Into<String>) -> Complaint {
        Complaint { example: example.into(), ..self }
    }

    fn limit(self, limit: usize) -> Complaint {
        Complaint { limit, ..self }
    }

    /// The sentence.
    pub fn told(&self, voice: Speaker) -> String {
        let typed = voice.quote(&self.typed);
        voice.say(self.key, &args![("typed", typed), ("example", self.example.as_str()), ("limit", self.limit)])
    }
}

impl Filled {
    /// Nothing answered yet.
    pub fn of(form: &Form) -> Filled {
        Filled { form: form.id.clone(), version: form.version, ..Filled::default() }
    }

    fn is(&self, field: &str, values: &[String]) -> bool {
        self.answers.get(field).is_some_and(|answer| answer.iter().any(|value| values.contains(value)))
    }

    /// The first value of an answer.
    pub fn value(&self, field: &str) -> Option<&str> {
        self.answers.get(field)?.first().map(String::as_str)
    }

    /// The first value of the answer to the first field of a kind.
    pub fn value_of(&self, form: &Form, kind: Kind) -> Option<&str> {
        form.fields.iter().filter(|field| field.kind == kind).find_map(|field| self.value(&field.id))
    }
}

/// The answers that a field offers, in the order of their numbers: what is kept, and what people
/// read. None, where it takes words.
pub fn options(form: &Form, set: Setting<'_>, filled: &Filled, field: &Field, voice: Speaker) -> Vec<(String, String)> {
    let vocabulary = Vocabulary::current();
    let code = voice.language().code();
    match field.kind {
        Kind::Choice | Kind::Choices => {
            field.options.iter().map(|o| (o.id.clone(), o.label.get(voice.language()).to_owned())).collect()
        }
        Kind::Category => vocabulary.categories().iter().map(|c| (c.id.clone(), c.label(code).to_owned())).collect(),
        Kind::Mode => set.modes.iter().map(|m| ((*m).to_owned(), voice.say_plain(&format!("mode-{m}")))).collect(),
        Kind::Language => Language::ALL.iter().map(|l| (l.code().to_owned(), l.own_name().to_owned())).collect(),
        Kind::YesNo => {
            ["yes", "no"].iter().map(|w| ((*w).to_owned(), voice.say_plain(&format!("answer-{w}")))).collect()
        }
        Kind::Subregion => {
            let country = filled.value_of(form, Kind::Country).unwrap_or_default();
            let mut of = vocabulary.subregions_of(country);
            of.sort_by_key(|(region, _)| region.id != set.region);
            let label = |(region, part): (&crate::vocabulary::Region, &crate::vocabulary::Subregion)| {
                (part.id.clone(), format!("{} · {}", region.label(code), part.label(code)))
            };
            of.into_iter().map(label).collect()
        }
        Kind::Text | Kind::LongText | Kind::Country | Kind::Theme | Kind::Organisation | Kind::File => Vec::new(),
    }
}

/// Whether a field offers answers to choose from.
fn offers(kind: Kind) -> bool {
    !matches!(kind, Kind::Text | Kind::LongText | Kind::Country | Kind::Theme | Kind::Organisation | Kind::File)
}

/// Whether a field is asked of someone who answered so.
fn is_asked(form: &Form, set: Setting<'_>, filled: &Filled, field: &Field) -> bool {
    let holds = field.only_if.as_ref().is_none_or(|only| filled.is(&only.field, &only.is));
    let any = || !offers(field.kind) || !options(form, set, filled, field, speak(Language::En)).is_empty();
    !field.off && holds && any()
}

/// The fields that are asked now: those before the form is confirmed, or all.
fn asked<'f>(form: &'f Form, set: Setting<'_>, filled: &Filled) -> Vec<&'f Field> {
    let now = |field: &&Field| field.first || filled.more;
    form.fields.iter().filter(now).filter(|field| is_asked(form, set, filled, field)).collect()
}

/// Brings the answers in line with the form as it is now: what is no longer asked or offered goes,
/// and what leaves no choice is answered. Gives the field to ask; nothing, where all is answered.
pub fn settle<'f>(form: &'f Form, set: Setting<'_>, filled: &mut Filled) -> Option<&'f Field> {
    filled.version = form.version;
    // In order, since a later answer rests on an earlier one.
    for field in &form.fields {
        if !is_asked(form, set, filled, field) {
            filled.answers.remove(&field.id);
            continue;
        }
        if !offers(field.kind) {
            continue;
        }
        let options = options(form, set, filled, field, speak(Language::En));
        let offered = |value: &String| options.iter().any(|(id, _)| id == value);
        if filled.answers.get(&field.id).is_some_and(|answer| !answer.iter().all(offered)) {
            filled.answers.remove(&field.id);
        }
        if let ([(only, _)], true) = (options.as_slice(), field.required) {
            filled.answers.insert(field.id.clone(), vec![only.clone()]);
        }
    }
    filled.answers.retain(|id, _| form.field(id).is_some());
    let fields = asked(form, set, filled);
    let wanted = filled.at.as_ref().and_then(|at| fields.iter().find(|field| field.id == *at)).copied();
    let open = |field: &&&Field| match filled.answers.get(&field.id) {
        Some(answer) => answer.is_empty() && field.required,
        None => true,
    };
    let next = wanted.or_else(|| fields.iter().find(open).copied());
    if next.is_none() {
        filled.at = None;
    }
    next
}

/// The answers that were given, in the order of their numbers: the field, and the answer as people
/// read it. What was left out has an empty one.
pub fn shown<'f>(form: &'f Form, set: Setting<'_>, filled: &Filled, voice: Speaker) -> Vec<(&'f Field, String)> {
    let answered = form.fields.iter().filter_map(|field| Some((field, filled.answers.get(&field.id)?)));
    answered
        .filter(|(field, _)| is_asked(form, set, filled, field))
        .map(|(field, answer)| {
            let options = options(form, set, filled, field, voice);
            let labels: Vec<String> = answer.iter().map(|value| label(field.kind, value, &options, voice)).collect();
            (field, voice.commas(&labels))
        })
        .collect()
}

fn label(kind: Kind, value: &str, options: &[(String, String)], voice: Speaker) -> String {
    let offered = options.iter().find(|(id, _)| id == value);
    offered.map_or_else(|| worded(kind, value, voice), |(_, label)| label.clone())
}

/// An answer that a field does not offer to choose from, as people read it.
pub(super) fn worded(kind: Kind, value: &str, voice: Speaker) -> String {
    let vocabulary = Vocabulary::current();
    let code = voice.language().code();
    match (kind, value.split_once(':')) {
        (Kind::Country, _) => vocabulary.country(value).map_or(value, |country| country.label(code)).to_owned(),
        (Kind::Theme, Some(("table", number))) => voice.say("room-round-table", &args![("number", number)]),
        (Kind::Theme, _) => {
            let objective = value.parse().ok().and_then(|number| vocabulary.objective(number));
            objective.map_or(value.to_owned(), |o| format!("{} {}", o.number, o.short(code)))
        }
        _ => value.to_owned(),
    }
}

/// Takes what was typed. Afterwards [`settle`] says what to ask next.
///
/// # Errors
/// What is expected instead; nothing was changed but for what is offered to choose from.
pub fn take(
    form: &Form,
    set: Setting<'_>,
    filled: &mut Filled,
    typed: &Move<'_>,
    voice: Speaker,
) -> Result<(), Complaint> {
    let current = settle(form, set, filled);
    match typed {
        Move::Back => {
            let fields = asked(form, set, filled);
            let place = fields.iter().position(|field| Some(field.id.as_str()) == current.map(|c| c.id.as_str()));
            // What left no choice was not asked.
            let chosen = |field: &&&Field| {
                !offers(field.kind) || !field.required || options(form, set, filled, field, voice).len() > 1
            };
            let before = fields.get(..place.unwrap_or(fields.len())).unwrap_or_default();
            let before = before.iter().rfind(chosen).ok_or_else(|| Complaint::new("form-first", ""))?;
            filled.at = Some(before.id.clone());
        }
        Move::Change(number) => {
            let given = shown(form, set, filled, voice);
            let wrong = || Complaint::new("form-change", "").limit(given.len());
            let (field, _) = number.checked_sub(1).and_then(|place| given.get(place)).ok_or_else(wrong)?;
            filled.more |= !field.first;
            filled.at = Some(field.id.clone());
        }
        Move::Skip => {
            let Some(field) = current else { return Ok(()) };
            if field.required {
                return Err(Complaint::new("form-required", ""));
            }
            filled.answers.insert(field.id.clone(), Vec::new());
            filled.at = None;
        }
        Move::Say(text) => {
            let Some(field) = current else { return Ok(()) };
            if numbered_answer(text) == Some(0) && !field.required {
                return take(form, set, filled, &Move::Skip, voice);
            }
            put(form, set, filled, field, text, voice)?;
            filled.at = None;
        }
    }
    filled.offered.clear();
    Ok(())
}

/// Answers one field, asked or not.
///
/// # Errors
/// As [`take`].
pub fn put(
    form: &Form,
    set: Setting<'_>,
    filled: &mut Filled,
    field: &Field,
    text: &str,
    voice: Speaker,
) -> Result<(), Complaint> {
    let text = text.trim();
    let answer = match field.kind {
        Kind::Text | Kind::Organisation => line(text, field.limit.unwrap_or(LINE))?,
        Kind::LongText | Kind::File => words(text, field.limit.unwrap_or(TEXT))?,
        Kind::Country => country(text, filled, voice)?,
        Kind::Theme => themes(text, field.limit.unwrap_or(ANSWERS))?,
        kind => chosen(field, text, &options(form, set, filled, field, voice), kind == Kind::Choices)?,
    };
    filled.answers.insert(field.id.clone(), answer);
    Ok(())
}

fn line(text: &str, limit: usize) -> Result<Answer, Complaint> {
    words(&text.split_whitespace().collect::<Vec<_>>().join(" "), limit)
}

fn words(text: &str, limit: usize) -> Result<Answer, Complaint> {
    match text.chars().count() {
        0 => Err(Complaint::new("form-empty", "")),
        length if length > limit => Err(Complaint::new("form-too-long", "").example(length.to_string()).limit(limit)),
        _ => Ok(vec![text.to_owned()]),
    }
}

fn country(text: &str, filled: &mut Filled, voice: Speaker) -> Result<Answer, Complaint> {
    let code = voice.language().code();
    let pick = numbered_answer(text).and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
    if let Some(offered) = pick.and_then(|place| filled.offered.get(place)) {
        return Ok(vec![offered.clone()]);
    }
    match Vocabulary::current().find_country(text) {
        Ok(country) => Ok(vec![country.id.clone()]),
        Err(near) => {
            let near: Vec<_> = near.into_iter().take(OFFERED).collect();
            filled.offered = near.iter().map(|country| country.id.clone()).collect();
            let numbered = (1..).zip(&near).map(|(n, country)| format!("{n} {}", country.label(code)));
            let names: Vec<String> = numbered.collect();
            let unknown = match near.is_empty() {
                true => Complaint::new("form-country", text),
                false => Complaint::new("form-country-near", text),
            };
            Err(unknown.example(voice.commas(&names)))
        }
    }
}

fn themes(text: &str, limit: usize) -> Result<Answer, Complaint> {
    let mut answer: Answer = Vec::new();
    for piece in text.split([',', ';', '،', '、', '，', '\n']).map(str::trim).filter(|piece| !piece.is_empty()) {
        // `round table 2`, in any language's word for it.
        let folded = fold(piece);
        let tables = Language::ALL.into_iter().flat_map(|language| speak(language).words("words-round-table"));
        let mut numbers = tables.filter_map(|word| numbered_answer(folded.strip_prefix(&fold(&word))?));
        let table = numbers.next().and_then(|number| u8::try_from(number).ok());
        let table = table.and_then(|number| Vocabulary::current().round_table(number));
        let value = match table {
            Some(table) => format!("table:{}", table.number),
            None => match Vocabulary::current().find_objective(piece) {
                Some(number) => number.to_string(),
                None => return Err(Complaint::new("form-theme", piece)),
            },
        };
        if !answer.contains(&value) {
            answer.push(value);
        }
    }
    several(answer, limit)
}

fn several(answer: Answer, limit: usize) -> Result<Answer, Complaint> {
    match answer.len() {
        0 => Err(Complaint::new("form-empty", "")),
        count if count > limit => Err(Complaint::new("form-too-many", "").limit(limit)),
        _ => Ok(answer),
    }
}

/// One of the answers offered, or several: by number, by what stands there in any language, or nearly.
fn chosen(field: &Field, text: &str, options: &[(String, String)], many: bool) -> Result<Answer, Complaint> {
    let one = |piece: &str| -> Option<String> {
        if let Some(number) = numbered_answer(piece) {
            let place = usize::try_from(number).ok()?.checked_sub(1)?;
            return options.get(place).map(|(id, _)| id.clone());
        }
        let found = match field.kind {
            Kind::Category => Vocabulary::current().find_category(piece).map(|category| category.id.clone()),
            Kind::Language => Language::parse(piece).map(|language| language.code().to_owned()),
            Kind::Subregion => Vocabulary::current().find_subregion(piece).map(|(_, part)| part.id.clone()),
            Kind::Mode => in_any_language(piece, ["room", "online"], "mode"),
            Kind::YesNo => in_any_language(piece, ["yes", "no"], "words"),
            _ => offered(field, piece),
        };
        found.filter(|id| options.iter().any(|(known, _)| known == id))
    };
    let example = options.last().map(|(_, label)| label.clone()).unwrap_or_default();
    let wrong = |piece: &str| {
        let key = if many { "form-choices" } else { "form-choice" };
        Complaint::new(key, piece).example(example.clone()).limit(options.len())
    };
    if !many {
        return one(text).map(|id| vec![id]).ok_or_else(|| wrong(text));
    }
    let numbers = text.split([' ', ',', ';', '،', '、', '，']).filter(|piece| !piece.is_empty());
    let numbers: Option<Vec<String>> = numbers.map(|piece| numbered_answer(piece).map(|n| n.to_string())).collect();
    let by_words = || text.split([',', ';', '،', '、', '，', '\n']).map(|piece| piece.trim().to_owned()).collect();
    let pieces: Vec<String> = numbers.filter(|numbers| !numbers.is_empty()).unwrap_or_else(by_words);
    let mut answer = Answer::new();
    for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
        let id = one(piece).ok_or_else(|| wrong(piece))?;
        if !answer.contains(&id) {
            answer.push(id);
        }
    }
    several(answer, field.limit.unwrap_or(ANSWERS))
}

/// The word that a text is, by the lists `words-yes` or the labels `mode-room` of any language.
fn in_any_language(text: &str, words: [&str; 2], of: &str) -> Option<String> {
    let folded = fold(text);
    let says = |word: &&&str| {
        let key = format!("{of}-{word}");
        let mut all = Language::ALL.into_iter().flat_map(|language| speak(language).words(&key));
        folded == **word || all.any(|own| fold(&own) == folded)
    };
    words.iter().find(says).map(|word| (*word).to_owned())
}

/// The option of a field that a text names, forgiving a slip or two.
fn offered(field: &Field, text: &str) -> Option<String> {
    let names: Vec<(&str, &str)> = field
        .options
        .iter()
        .flat_map(|option| {
            std::iter::once(option.id.as_str()).chain(option.label.all()).map(|name| (name, option.id.as_str()))
        })
        .collect();
    let folded = fold(text);
    let exact = names.iter().find(|(name, _)| fold(name) == folded);
    let near = || {
        let hit = nearest(text, names.iter().map(|(name, _)| *name))?;
        names.iter().find(|(name, _)| *name == hit)
    };
    exact.or_else(near).map(|(_, id)| (*id).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participation::Forms;

    const HYBRID: Setting<'_> = Setting { region: "africa", modes: &["room", "online"] };

    fn form() -> &'static Form {
        Forms::built_in().get("registration", "africa").expect("it ships")
    }

    /// Types these answers one after the other. Gives what is asked next.
    fn type_in(filled: &mut Filled, set: Setting<'_>, typed: &[&str]) -> Result<Option<&'static str>, Complaint> {
        let voice = speak(Language::En);
        for text in typed {
            take(form(), set, filled, &Move::Say(text), voice)?;
        }
        Ok(settle(form(), set, filled).map(|field| field.id.as_str()))
    }

    #[test]
    fn one_question_follows_the_other_until_all_that_is_needed_is_answered() {
        let mut filled = Filled::of(form());
        assert_eq!(type_in(&mut filled, HYBRID, &[]), Ok(Some("country")));
        assert_eq!(type_in(&mut filled, HYBRID, &["Kenya"]), Ok(Some("category")), "in one region alone");
        assert_eq!(filled.value("subregion"), Some("east-africa"));
        assert_eq!(type_in(&mut filled, HYBRID, &["trade unions", "2"]), Ok(None));
        assert_eq!(filled.value("mode"), Some("online"));
        filled.more = true;
        assert_eq!(type_in(&mut filled, HYBRID, &[]), Ok(Some("name")));
    }

    #[test]
    fn a_country_in_two_regions_is_asked_which_and_one_way_to_be_there_is_not() {
        let mut filled = Filled::of(form());
        let online = Setting { modes: &["online"], ..HYBRID };
        assert_eq!(type_in(&mut filled, online, &["مصر"]), Ok(Some("subregion")));
        assert_eq!(type_in(&mut filled, online, &["2", "media"]), Ok(None));
        assert_eq!((filled.value("subregion"), filled.value("mode")), (Some("mashreq"), Some("online")));
        // Another country: the sub-region of the first is no longer an answer.
        let voice = speak(Language::En);
        take(form(), online, &mut filled, &Move::Change(1), voice).expect("there is a first answer");
        assert_eq!(type_in(&mut filled, online, &["Togo"]), Ok(None));
        assert_eq!(filled.value("subregion"), Some("west-africa"));
    }

    #[test]
    fn one_goes_back_leaves_out_and_changes() {
        let (mut filled, voice) = (Filled::of(form()), speak(Language::En));
        let go = |filled: &mut Filled, to: Move<'_>| {
            take(form(), HYBRID, filled, &to, voice).map_err(|complaint| complaint.key)
        };
        assert_eq!(go(&mut filled, Move::Back), Err("form-first"));
        assert_eq!(go(&mut filled, Move::Skip), Err("form-required"));
        assert_eq!(go(&mut filled, Move::Change(1)), Err("form-change"));
        assert_eq!(type_in(&mut filled, HYBRID, &["Kenya", "media"]), Ok(Some("mode")));
        assert_eq!(go(&mut filled, Move::Back), Ok(()));
        assert_eq!(type_in(&mut filled, HYBRID, &[]), Ok(Some("category")));
        assert_eq!(type_in(&mut filled, HYBRID, &["academia"]), Ok(Some("mode")));
        assert_eq!(type_in(&mut filled, HYBRID, &["online"]), Ok(None));
        filled.more = true;
        assert_eq!(type_in(&mut filled, HYBRID, &["0"]), Ok(Some("organisation")), "0 leaves out what is optional");
        assert_eq!(filled.answers.get("name"), Some(&Vec::new()));
    }

    #[test]
    fn a_wrong_answer_says_what_is_expected_with_an_example() {
        let voice = speak(Language::En);
        let mut filled = Filled::of(form());
        let complain = |filled: &mut Filled, text: &str| {
            take(form(), HYBRID, filled, &Move::Say(text), voice).expect_err("it is wrong").told(voice)
        };
        assert_eq!(
            complain(&mut filled, "Narnia"),
            "I know no country “Narnia”. Write its name, its code or its flag, such as Kenya, KEN or 🇰🇪."
        );
        assert_eq!(
            complain(&mut filled, "Senegall"),
            "I know no country “Senegall”. Do you mean 1 Senegal? Write the number, or the name."
        );
        assert_eq!(type_in(&mut filled, HYBRID, &["1"]), Ok(Some("category")));
        assert_eq!(filled.value("country"), Some("SEN"));
        assert_eq!(
            complain(&mut filled, "99"),
            "“99” is none of the answers. Write a number from 1 to 13, or the words, such as: Other relevant stakeholders."
        );
        assert!(complain(&mut filled, "").starts_with("“” is none of the answers."));
    }

    #[test]
    fn themes_are_objectives_and_round_tables() {
        assert_eq!(themes("6, remittances; table ronde 2", 5), Ok(vec!["6".into(), "20".into(), "table:2".into()]));
        assert_eq!(themes("1, 2, 3", 2).map_err(|c| (c.key, c.limit)), Err(("form-too-many", 2)));
        assert_eq!(themes("bicycles", 2).map_err(|c| (c.key, c.typed)), Err(("form-theme", "bicycles".into())));
    }

    #[test]
    fn a_form_that_changed_meanwhile_asks_anew_only_what_no_longer_holds() {
        let mut filled = Filled::of(form());
        assert_eq!(type_in(&mut filled, HYBRID, &["Kenya", "media", "in person"]), Ok(None));
        filled.answers.insert("category".into(), vec!["no-longer-there".into()]);
        filled.answers.insert("gone".into(), vec!["x".into()]);
        assert_eq!(type_in(&mut filled, HYBRID, &[]), Ok(Some("category")));
        assert!(!filled.answers.contains_key("gone"));
        let online = Setting { modes: &["online"], ..HYBRID };
        assert_eq!(type_in(&mut filled, online, &["media"]), Ok(None));
        assert_eq!(filled.value("mode"), Some("online"), "the only way that is left");
    }
}
