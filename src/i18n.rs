//! What the bot says, in seven languages: Fluent messages from `config/locales/`, built in.
//!
//! A language is one folder of `.ftl` files, a message one key in each of them; `tests/handbook/locales.rs`
//! keeps the folders alike. Nothing here fails: a message that a language lacks is said in
//! English, and one that English lacks is shown by its key.
//!
//! Names, numbers and quotations stand readable in a message of the other writing direction:
//! Arabic messages isolate everything filled in, the others what is written from right to left.

use crate::model::{DAY, HOUR, Language, MINUTE, PassageId, Receipt, Time};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use std::sync::OnceLock;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/config/locales");

/// What is filled into a message; made with [`args!`](crate::args).
#[derive(Debug, Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    /// Nothing to fill in yet.
    pub fn new() -> Args<'a> {
        Args::default()
    }

    /// Fills in one placeholder: text, a number (which plural rules then see), a receipt.
    pub fn set(&mut self, name: &'a str, value: impl Into<FluentValue<'a>>) {
        self.0.set(name, value);
    }
}

impl From<&Receipt> for FluentValue<'_> {
    fn from(receipt: &Receipt) -> Self {
        receipt.to_string().into()
    }
}

impl From<&PassageId> for FluentValue<'_> {
    fn from(passage: &PassageId) -> Self {
        passage.to_string().into()
    }
}

/// What is filled into a message: `args![("receipt", &receipt), ("count", 3)]`.
#[macro_export]
macro_rules! args {
    ($(($name:expr, $value:expr)),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut args = $crate::i18n::Args::new();
        $(args.set($name, $value);)*
        args
    }};
}
pub use crate::args;

/// The voice of the bot in this language.
pub fn speak(language: Language) -> Speaker {
    Speaker(language)
}

/// The voice of the bot in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speaker(Language);

impl Speaker {
    /// The language spoken.
    pub fn language(self) -> Language {
        self.0
    }

    /// The message of this key, filled in. A placeholder that `args` lacks shows as its name.
    pub fn say(self, key: &str, args: &Args) -> String {
        let own = bundle(self.0);
        let english = bundle(Language::En);
        let Some((bundle, pattern)) = [own, english].into_iter().find_map(|b| Some((b, b.get_message(key)?.value()?)))
        else {
            tracing::warn!(key, "no such message");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let mut text = String::new();
        // Written, not formatted: `format_pattern` would isolate the whole message once more.
        let written = bundle.write_pattern(&mut text, pattern, Some(&args.0), &mut errors);
        if written.is_err() || !errors.is_empty() {
            tracing::warn!(key, language = self.0.code(), "a message could not be filled in");
        }
        if self.0.is_right_to_left() { turned(&text) } else { text }
    }

    /// The message of this key, which has nothing to fill in.
    pub fn say_plain(self, key: &str) -> String {
        self.say(key, &Args::new())
    }

    /// The words that a message lists between commas (of any script), in lower case: the
    /// synonyms of a command.
    pub fn words(self, key: &str) -> Vec<String> {
        self.names(key).iter().map(|word| word.to_lowercase()).collect()
    }

    /// The first of the words under a key that need not be there.
    pub fn word(self, key: &str) -> Option<String> {
        bundle(self.0).has_message(key).then(|| self.words(key).into_iter().next())?
    }

    /// The names that a message lists between commas, as they are written.
    fn names(self, key: &str) -> Vec<String> {
        let listed = self.say_plain(key);
        listed.split([',', '،', '，', '、']).map(str::trim).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    }

    /// `a, b and c`; every item isolated where it is of the other direction.
    pub fn list(self, items: &[impl AsRef<str>]) -> String {
        let mut text = String::new();
        for (i, item) in items.iter().enumerate() {
            match items.len() - i {
                _ if i == 0 => {}
                1 => text.push_str(&self.say_plain("list-and")),
                _ => text.push_str(&self.say_plain("list-comma")),
            }
            text.push_str(&self.isolate(item.as_ref()));
        }
        text
    }

    /// `a, b, c`: what can be chosen, or stands side by side.
    pub fn commas(self, items: &[impl AsRef<str>]) -> String {
        let items: Vec<String> = items.iter().map(|item| self.isolate(item.as_ref())).collect();
        items.join(&self.say_plain("list-comma"))
    }

    /// The text between this language's quotation marks.
    pub fn quote(self, text: &str) -> String {
        self.say("quoted", &args![("text", text)])
    }

    /// The text between the marks U+2068 and U+2069 where its direction, or a part's, is not this
    /// language's, so that it and what surrounds it keep their order; otherwise as it is.
    pub fn isolate(self, text: &str) -> String {
        if text.chars().any(|c| direction(c) == Some(!self.0.is_right_to_left())) {
            let inner: String = text.chars().filter(|c| !is_bidi_frame(*c)).collect();
            format!("\u{2068}{inner}\u{2069}")
        } else {
            text.to_owned()
        }
    }

    /// The day: `13 September 2027`. `timezone` is an IANA name here and below; an unknown one
    /// reads as UTC.
    pub fn date(self, time: Time, timezone: &str) -> String {
        self.moment("date-long", time, timezone)
    }

    /// The day without its year: `13 Sep`.
    pub fn short_date(self, time: Time, timezone: &str) -> String {
        self.moment("date-short", time, timezone)
    }

    /// The time of day: `18:00`.
    pub fn time_of_day(self, time: Time, timezone: &str) -> String {
        self.moment("date-time", time, timezone)
    }

    /// Day and time: `Fri 13 Sep, 18:00`.
    pub fn day_time(self, time: Time, timezone: &str) -> String {
        self.moment("date-day-time", time, timezone)
    }

    /// From one day to another, both included: `2–8 September`, `28 Aug – 3 Sep`, with the year
    /// where it changes between them.
    pub fn period(self, first: Time, last: Time, timezone: &str) -> String {
        let (from, to) = (local(first, timezone), local(last, timezone));
        if from.date() == to.date() {
            return self.civil("date-day-month", &to);
        }
        if (from.year(), from.month()) == (to.year(), to.month()) {
            let month = self.month("date-months", &to);
            return self.say("date-period", &args![("from", from.day()), ("to", to.day()), ("month", month)]);
        }
        let day = if from.year() == to.year() { "date-short" } else { "date-long" };
        self.say("date-from-to", &args![("from", self.civil(day, &from)), ("to", self.civil(day, &to))])
    }

    /// How long ago something was, from the milliseconds since: `4 minutes ago`.
    pub fn ago(self, span: i64) -> String {
        let (key, unit) = match span {
            ..MINUTE => return self.say_plain("ago-now"),
            MINUTE..HOUR => ("ago-minutes", MINUTE),
            HOUR..DAY => ("ago-hours", HOUR),
            _ => ("ago-days", DAY),
        };
        self.say(key, &args![("count", span / unit)])
    }

    fn moment(self, key: &str, time: Time, timezone: &str) -> String {
        self.civil(key, &local(time, timezone))
    }

    /// A message about a moment, which may use every placeholder below.
    fn civil(self, key: &str, at: &DateTime) -> String {
        let weekdays = self.names("date-weekdays-short");
        let weekday = weekdays.into_iter().nth(at.weekday().to_monday_zero_offset() as usize);
        self.say(
            key,
            &args![
                ("year", at.year()),
                ("month", self.month("date-months", at)),
                ("mon", self.month("date-months-short", at)),
                ("day", at.day()),
                ("weekday", weekday.unwrap_or_default()),
                ("time", format!("{:02}:{:02}", at.hour(), at.minute())),
            ],
        )
    }

    fn month(self, list: &str, at: &DateTime) -> String {
        self.names(list).into_iter().nth(at.month() as usize - 1).unwrap_or_default()
    }
}

/// The town that stands for a time zone: `Africa/Dakar` is `Dakar`.
pub fn town(timezone: &str) -> String {
    timezone.rsplit('/').next().unwrap_or_default().replace('_', " ")
}

/// Whether a letter is written from right to left; `None` for digits, signs and marks.
pub(crate) fn direction(c: char) -> Option<bool> {
    match c {
        // Digits of the Arabic script run from left to right but turn nothing round.
        '\u{660}'..='\u{66c}' | '\u{6f0}'..='\u{6f9}' => None,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' if c.is_alphabetic() => Some(true),
        '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' => Some(true),
        _ if c.is_alphabetic() => Some(false),
        _ => None,
    }
}

/// Whether it opens or closes an embedding, an override or an isolate.
pub(crate) fn is_bidi_frame(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text in which what was put together from isolated parts, and has no letter of its own beside them,
/// runs from right to left where the first of their letters does: `20 December`, filled into a message part
/// by part, would else run from left to right, since an isolate looks for its direction past those within
/// (UAX #9, rules X5c and P2).
fn turned(text: &str) -> String {
    let mut out: Vec<char> = Vec::with_capacity(text.len());
    // Of each isolate that is open: where it began, and the directions of the first letter beside the
    // isolates within it, and of the first at all.
    let mut open: Vec<(usize, Option<bool>, Option<bool>)> = Vec::new();
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push((out.len(), None, None)),
            '\u{2069}' => {
                if let Some((began, None, Some(true))) = open.pop()
                    && let Some(mark @ '\u{2068}') = out.get_mut(began)
                {
                    *mark = '\u{2067}';
                }
            }
            _ => {
                if let Some(turns) = direction(c) {
                    if let Some((_, own, _)) = open.last_mut() {
                        own.get_or_insert(turns);
                    }
                    for (_, _, any) in &mut open {
                        any.get_or_insert(turns);
                    }
                }
            }
        }
        out.push(c);
    }
    out.into_iter().collect()
}

fn local(time: Time, timezone: &str) -> DateTime {
    let zone = TimeZone::get(timezone).unwrap_or(TimeZone::UTC);
    zone.to_datetime(Timestamp::from_millisecond(time).unwrap_or_default())
}

type Bundle = FluentBundle<FluentResource>;

/// The messages of a language, read once.
fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    BUNDLES[language as usize].get_or_init(|| read(language))
}

fn read(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.code().parse().into_iter().collect());
    bundle.set_use_isolating(language.is_right_to_left());
    if !language.is_right_to_left() {
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::String(text) if text.chars().any(|c| direction(c) == Some(true)) => {
                Some(speak(Language::En).isolate(text))
            }
            _ => None,
        }));
    }
    let files = LOCALES.get_dir(language.code()).into_iter().flat_map(Dir::files);
    for file in files {
        let source = file.contents_utf8().unwrap_or_default().to_owned();
        // What of a file can be read is used; tests/handbook/locales.rs finds what cannot.
        let resource = FluentResource::try_new(source).unwrap_or_else(|(readable, _)| readable);
        if bundle.add_resource(resource).is_err() {
            tracing::warn!(file = %file.path().display(), "a message stands twice");
        }
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2027-09-10T18:00:00Z, a Friday.
    const FRIDAY: Time = 1_820_599_200_000;
    const FSI: char = '\u{2068}';
    const PDI: char = '\u{2069}';

    #[test]
    fn counts_follow_the_plural_rules_of_each_language() {
        let ago = |language, minutes| speak(language).ago(minutes * MINUTE);
        assert_eq!(ago(Language::En, 1), "1 minute ago");
        assert_eq!(ago(Language::En, 4), "4 minutes ago");
        assert_eq!(ago(Language::Fr, 1), "il y a 1 minute");
        assert_eq!(ago(Language::Ru, 2), "2 минуты назад");
        assert_eq!(ago(Language::Ru, 5), "5 минут назад");
        assert_eq!(ago(Language::Ru, 21), "21 минуту назад");
        assert_eq!(ago(Language::Ar, 2), "قبل دقيقتين");
        assert_eq!(ago(Language::Ar, 3), format!("قبل {FSI}3{PDI} دقائق"));
        assert_eq!(speak(Language::En).ago(0), "just now");
        assert_eq!(speak(Language::En).ago(-5), "just now");
        assert_eq!(speak(Language::En).ago(50 * HOUR), "2 days ago");
    }

    #[test]
    fn large_numbers_are_plain_digits() {
        let text = speak(Language::Fr).say("health-room", &args![("heard", 12_345)]);
        assert!(text.contains("12345"), "{text}");
    }

    #[test]
    fn days_are_said_as_each_language_says_them() {
        let said = |language, zone| speak(language).day_time(FRIDAY, zone);
        assert_eq!(said(Language::En, "Africa/Dakar"), "Fri 10 Sep, 18:00");
        assert_eq!(said(Language::En, "Africa/Nairobi"), "Fri 10 Sep, 21:00");
        assert_eq!(said(Language::Fr, "Africa/Dakar"), "ven. 10 sept., 18:00");
        assert_eq!(said(Language::Zh, "Africa/Dakar"), "9月10日（周五）18:00");
        assert_eq!(said(Language::En, "Nowhere/Atlantis"), "Fri 10 Sep, 18:00");
        assert_eq!(speak(Language::Ru).date(FRIDAY, "UTC"), "10 сентября 2027 г.");
        assert_eq!(speak(Language::Es).short_date(FRIDAY, "UTC"), "10 sept");
        assert_eq!(speak(Language::Pt).time_of_day(FRIDAY, "UTC"), "18:00");
        assert!(speak(Language::Ar).date(FRIDAY, "UTC").contains("سبتمبر"));
        assert!(!speak(Language::En).date(Time::MAX, "UTC").is_empty());
        assert_eq!(town("America/Port_of_Spain"), "Port of Spain");
    }

    #[test]
    fn a_period_names_only_what_changes() {
        let english = speak(Language::En);
        assert_eq!(english.period(FRIDAY, FRIDAY, "UTC"), "10 September");
        assert_eq!(english.period(FRIDAY - 8 * DAY, FRIDAY, "UTC"), "2–10 September");
        assert_eq!(english.period(FRIDAY - 12 * DAY, FRIDAY, "UTC"), "29 Aug – 10 Sep");
        assert_eq!(english.period(FRIDAY - 365 * DAY, FRIDAY, "UTC"), "10 September 2026 – 10 September 2027");
        assert_eq!(speak(Language::Zh).period(FRIDAY - DAY, FRIDAY, "UTC"), "9月9日至10日");
    }

    #[test]
    fn lists_end_as_people_end_them() {
        let english = speak(Language::En);
        assert_eq!(english.list(&[""; 0]), "");
        assert_eq!(english.list(&["a"]), "a");
        assert_eq!(english.list(&["a", "b"]), "a and b");
        assert_eq!(english.list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(speak(Language::Zh).list(&["甲", "乙", "丙"]), "甲、乙和丙");
        assert_eq!(speak(Language::Ar).list(&["أ", "ب"]), "أ وب");
        assert_eq!(english.commas(&["a", "b"]), "a, b");
        assert_eq!(speak(Language::Zh).commas(&["甲", "乙"]), "甲、乙");
    }

    #[test]
    fn words_are_cut_at_commas_of_any_script() {
        assert!(speak(Language::Ar).words("words-yes").contains(&"نعم".to_owned()));
        assert!(speak(Language::Zh).words("command-help").contains(&"帮助".to_owned()));
        assert_eq!(speak(Language::En).words("command-join"), ["join", "take part"]);
    }

    #[test]
    fn what_is_put_together_from_parts_runs_in_the_direction_of_its_letters() {
        const RLI: char = '\u{2067}';
        let arabic = speak(Language::Ar);
        // A day of number, month and year, filled into a message as one.
        let told = arabic.say("quoted", &args![("text", arabic.date(FRIDAY, "Africa/Dakar"))]);
        let inside = told.chars().filter(|c| matches!(*c, RLI | FSI)).take(2).collect::<String>();
        assert_eq!(inside, format!("{RLI}{FSI}"), "{told:?}");
        assert_eq!(told.matches([RLI, FSI]).count(), told.matches(PDI).count());
        for kept in
            [format!("{FSI}AF-0731{PDI}"), format!("{FSI}{FSI}AF{PDI} ({FSI}عربي{PDI}){PDI}"), format!("x{PDI}")]
        {
            assert_eq!(turned(&kept), kept);
        }
    }

    #[test]
    fn text_of_the_other_direction_stands_isolated() {
        let said = speak(Language::En).say("record-yours-are", &args![("receipts", "عربي")]);
        assert_eq!(said, format!("Yours are: {FSI}عربي{PDI}."));
        let said = speak(Language::Ar).say("record-withdrawn", &args![("receipt", &Receipt::new("AF", 731))]);
        assert!(said.contains(&format!("{FSI}AF-0731{PDI}")), "{said}");
        let plain = speak(Language::En).say("record-not-yours", &args![("receipt", &Receipt::new("AF", 731))]);
        assert_eq!(plain, "You have no contribution AF-0731.");
        assert_eq!(speak(Language::En).isolate("plain"), "plain");
        assert_eq!(speak(Language::Ar).isolate("AF"), format!("{FSI}AF{PDI}"));
        // What is isolated cannot break out.
        assert_eq!(speak(Language::En).isolate("أ\u{2069}\u{202e}x"), format!("{FSI}أx{PDI}"));
    }

    #[test]
    fn quotation_marks_are_those_of_the_language() {
        assert_eq!(speak(Language::En).quote("x"), "“x”");
        assert_eq!(speak(Language::Fr).quote("x"), "«\u{a0}x\u{a0}»");
        assert_eq!(speak(Language::Ru).quote("x"), "«x»");
    }

    #[test]
    fn what_is_missing_is_never_a_failure() {
        assert_eq!(speak(Language::Fr).say_plain("no-such-key"), "no-such-key");
        assert!(speak(Language::En).say_plain("record-not-yours").contains("receipt"));
    }
}
