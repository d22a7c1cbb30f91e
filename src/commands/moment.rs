//! The moments that people type: `13 Sep 18:00`, `Friday 18:00`, `tomorrow`, `9月13日 18:00`, and
//! the schedules: `every Monday 9:00`. In the time zone of the room.

use super::Failure;
use super::desk::Desk;
use super::scope::is_word;
use crate::args;
use crate::chat::sanitise;
use crate::i18n::{speak, town};
use crate::model::{Language, MINUTE, Time};
use crate::vocabulary::fold;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, civil};
use serde::{Deserialize, Serialize};

/// For what a moment is typed: it decides which day is meant where the year or the time is left
/// out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// A moment to come; a day alone ends it.
    Deadline,
    /// When something to come begins; a day alone does not say it.
    Start,
    /// The beginning of a period that is over or under way; a day alone begins it.
    Since,
    /// The end of such a period; a day alone ends it.
    Until,
}

/// A moment that was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub at: Time,
    /// The clocks are put back there and show this time twice: the first is meant.
    pub twice: bool,
}

/// Why a moment was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MomentError {
    /// These are no words for a moment.
    Unknown,
    /// There is no such day, or it is another day of the week; noon of the last day of the month,
    /// where there is one.
    NoSuchDay(Option<Time>),
    /// The clocks are put forward and skip it.
    Skipped,
    /// It is over.
    Over,
    /// A day without a time.
    NoTime,
}

impl Meant {
    /// Whether a moment to come is meant.
    fn is_ahead(self) -> bool {
        matches!(self, Meant::Deadline | Meant::Start)
    }
}

/// A time of every week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weekly {
    /// 0 for Monday to 6 for Sunday.
    pub weekday: i8,
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59.
    pub minute: i8,
    /// IANA time zone.
    pub zone: String,
}

impl Weekly {
    /// The next time after a moment. Where the clocks skip it, it is later by what they skip.
    pub fn next_after(&self, time: Time) -> Time {
        let zone = zone_of(&self.zone);
        let today = zone.to_datetime(timestamp(time)).date();
        let mut day = today;
        for _ in 0..=8 {
            if day.weekday().to_monday_zero_offset() == self.weekday {
                let at = zone.to_timestamp(day.at(self.hour, self.minute, 0, 0)).map(Timestamp::as_millisecond);
                if let Ok(at) = at
                    && at > time
                {
                    return at;
                }
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        time + crate::model::WEEK
    }
}

/// What the words of a moment were found to be.
#[derive(Default)]
struct Parts {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    weekday: Option<i8>,
    /// Days from today.
    near: Option<i8>,
    time: Option<(i8, i8)>,
}

/// Reads a moment as typed, in a time zone (IANA name; an unknown one reads as UTC).
///
/// Where the year is left out, a deadline is the next such day, unless one went by in the last six
/// months: then the person most likely means that one, and it is over. The day of a period is the
/// last such day that has come.
pub fn moment(text: &str, now: Time, zone: &str, meant: Meant) -> Result<Moment, MomentError> {
    let parts = parts(text).ok_or(MomentError::Unknown)?;
    let zone = zone_of(zone);
    let today = zone.to_datetime(timestamp(now)).date();
    let (hour, minute) = parts.time.unwrap_or(if meant == Meant::Since { (0, 0) } else { (23, 59) });
    let on = |date: civil::Date| place(date.at(hour, minute, 0, 0), &zone);
    let ahead = meant.is_ahead();
    let fits = |date: civil::Date| match (ahead, parts.time) {
        (true, _) => on(date).is_ok_and(|moment| moment.at > now),
        (false, Some(_)) => on(date).is_ok_and(|moment| moment.at <= now),
        (false, None) => date <= today,
    };
    let date = match (parts.day, parts.month, parts.near, parts.weekday) {
        (Some(day), Some(month), ..) => {
            let date = match parts.year {
                Some(year) => civil::Date::new(year, month, day).ok(),
                None => without_year(today, month, day, ahead, fits),
            };
            let date =
                date.ok_or_else(|| MomentError::NoSuchDay(last_of(parts.year.unwrap_or(today.year()), month, &zone)))?;
            let named = date.weekday().to_monday_zero_offset();
            if parts.weekday.is_some_and(|weekday| weekday != named) {
                return Err(MomentError::NoSuchDay(None));
            }
            date
        }
        (None, None, Some(near), None) => step(today, near),
        (None, None, None, Some(weekday)) => walk(today, ahead)
            .find(|date| date.weekday().to_monday_zero_offset() == weekday && fits(*date))
            .ok_or(MomentError::Unknown)?,
        (None, None, None, None) if parts.time.is_some() => walk(today, ahead).find(|d| fits(*d)).unwrap_or(today),
        _ => return Err(MomentError::Unknown),
    };
    let moment = on(date)?;
    match meant {
        Meant::Start if parts.time.is_none() => Err(MomentError::NoTime),
        Meant::Deadline | Meant::Start if moment.at <= now => Err(MomentError::Over),
        // What is over at midnight holds to the end of its last minute.
        _ if parts.time.is_none() && meant != Meant::Since => Ok(Moment { at: moment.at + MINUTE - 1, ..moment }),
        _ => Ok(moment),
    }
}

/// The day of this month that is meant where no year is said.
fn without_year(
    today: civil::Date,
    month: i8,
    day: i8,
    ahead: bool,
    fits: impl Fn(civil::Date) -> bool,
) -> Option<civil::Date> {
    let of = |year: i16| civil::Date::new(year, month, day).ok();
    let (this, other) = (of(today.year()), of(if ahead { today.year() + 1 } else { today.year() - 1 }));
    let just_over = |date: civil::Date| {
        ahead && date.until(today).map(|span| span.get_days()).unwrap_or_default() < 183 && date < today
    };
    match this {
        Some(date) if fits(date) || date == today && ahead || just_over(date) => Some(date),
        _ => other.filter(|date| fits(*date)).or(if ahead { None } else { this }),
    }
}

/// `every Monday 9:00`, without its first word.
pub fn weekly(text: &str, zone: &str) -> Option<Weekly> {
    let parts = parts(text)?;
    let (hour, minute) = parts.time.unwrap_or((9, 0));
    let alone = parts.day.is_none() && parts.month.is_none() && parts.near.is_none();
    parts.weekday.filter(|_| alone).map(|weekday| Weekly { weekday, hour, minute, zone: zone.into() })
}

/// What a person is told whose moment was not understood. The example is one week from now, or the
/// last day of the month that they wrote.
pub fn refusal(desk: &Desk<'_>, typed: &str, error: MomentError, meant: Meant) -> Failure {
    let zone = desk.timezone();
    let weeks = if meant.is_ahead() { 1 } else { -1 };
    let week = desk.snap.now + weeks * crate::model::WEEK;
    let mut example = desk.voice.short_date(week, &zone);
    if let MomentError::NoSuchDay(Some(last)) = error {
        example = desk.voice.short_date(last, &zone);
    }
    if meant.is_ahead() {
        example = format!("{example} 18:00");
    }
    let key = match error {
        MomentError::Unknown => "error-moment",
        MomentError::NoSuchDay(_) => "error-date",
        MomentError::Skipped => "error-skipped",
        MomentError::Over => "error-past",
        MomentError::NoTime => "error-no-time",
    };
    let typed = desk.voice.quote(typed.trim());
    desk.refuse(key, &args![("typed", typed), ("example", example), ("town", town(&zone))])
}

/// The moment at which something begins: a day alone is meant with this hour.
pub fn beginning(desk: &Desk<'_>, typed: &str, hour: &str) -> Result<Time, Failure> {
    let read = |text: &str| moment(text, desk.snap.now, &desk.timezone(), Meant::Deadline);
    // What names an hour itself is no moment with another.
    match read(&format!("{typed} {hour}")) {
        Err(MomentError::Unknown) => read(typed),
        read => read,
    }
    .map(|moment| moment.at)
    .map_err(|error| refusal(desk, typed, error, Meant::Deadline))
}

/// How many days lie between two moments in a time zone.
pub fn days_between(from: Time, to: Time, zone: &str) -> i64 {
    let zone = zone_of(zone);
    let date = |at| zone.to_datetime(timestamp(at)).date();
    date(from).until(date(to)).map(|span| i64::from(span.get_days())).unwrap_or_default()
}

/// A moment so many days later, at the same time of day in a time zone.
pub fn days_later(at: Time, days: i64, zone: &str) -> Time {
    let zone = zone_of(zone);
    let later = zone.to_datetime(timestamp(at)).checked_add(jiff::Span::new().try_days(days).unwrap_or_default());
    later.ok().and_then(|later| zone.to_timestamp(later).ok()).map_or(at, Timestamp::as_millisecond)
}

/// The time zone that people mean by an IANA name or by its town (`Dakar`).
pub fn find_zone(typed: &str) -> Option<String> {
    let wanted = fold(typed);
    let names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
    let exact = names.iter().find(|name| fold(name) == wanted);
    exact.or_else(|| names.iter().find(|name| name.contains('/') && fold(&town(name)) == wanted)).cloned()
}

fn zone_of(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

fn timestamp(time: Time) -> Timestamp {
    Timestamp::from_millisecond(time).unwrap_or_default()
}

/// The moment of a day and time on the clocks of a time zone.
fn place(on: civil::DateTime, zone: &TimeZone) -> Result<Moment, MomentError> {
    let place = zone.to_ambiguous_timestamp(on);
    let twice = match place.offset() {
        AmbiguousOffset::Gap { .. } => return Err(MomentError::Skipped),
        AmbiguousOffset::Fold { .. } => true,
        AmbiguousOffset::Unambiguous { .. } => false,
    };
    let at = place.earlier().map_err(|_| MomentError::Unknown)?.as_millisecond();
    Ok(Moment { at, twice })
}

/// The days from today on, or back from it: eight of them, so that each weekday comes.
fn walk(today: civil::Date, ahead: bool) -> impl Iterator<Item = civil::Date> {
    (0..8).map(move |n| step(today, if ahead { n } else { -n }))
}

fn step(day: civil::Date, days: i8) -> civil::Date {
    (0..days.abs()).fold(day, |day, _| if days > 0 { day.tomorrow() } else { day.yesterday() }.unwrap_or(day))
}

/// Noon of the last day of a month.
fn last_of(year: i16, month: i8, zone: &TimeZone) -> Option<Time> {
    let last = civil::Date::new(year, month, 1).ok()?.last_of_month();
    place(last.at(12, 0, 0, 0), zone).ok().map(|noon| noon.at)
}

/// The locale's lists of months and of days of the week.
const MONTHS: &[&str] = &["date-months", "date-months-short"];
const WEEKDAYS: &[&str] = &["date-weekdays-short", "date-weekdays", "date-weekdays-forms"];

/// Small words that say nothing about when.
const FILLERS: &[&str] = &[
    "at",
    "on",
    "the",
    "of",
    "a",
    "de",
    "del",
    "do",
    "le",
    "el",
    "la",
    "las",
    "as",
    "em",
    "no",
    "um",
    "los",
    "les",
    "в",
    "во",
    "по",
    "на",
    "года",
    "г",
    "الساعة",
    "في",
    "يوم",
];

/// What each word of a moment is; nothing, where one of them is none or two say the same.
fn parts(text: &str) -> Option<Parts> {
    let mut parts = Parts::default();
    let text = plain(text);
    let words: Vec<&str> = text.split([' ', ',', '،', '、', '\n', '\t']).filter(|word| !word.is_empty()).collect();
    let months = words.iter().filter(|word| named(word, MONTHS).is_some()).count();
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        if let Some(mut time) = time_of(word) {
            // `6 pm`: the half of the day may stand apart.
            if let Some(half) = words.peek().filter(|half| matches!(**half, "am" | "pm")) {
                time = half_day(time, half)?;
                words.next();
            }
            set(&mut parts.time, time)?;
        } else if let Some((hour, half)) = bare_hour(word, words.peek().copied()) {
            words.next();
            set(&mut parts.time, half_day((hour, 0), half)?)?;
        } else if let Some((year, month, day)) = date_of(word) {
            if let Some(year) = year {
                set(&mut parts.year, year)?;
            }
            set(&mut parts.month, month)?;
            set(&mut parts.day, day)?;
        } else if let Some(number) = ordinal(word) {
            match number {
                1..=31 => set(&mut parts.day, number as i8)?,
                1000..=9999 => set(&mut parts.year, number)?,
                _ => return None,
            }
        } else if let Some(month) = named(word, MONTHS) {
            // `mar` is March beside a day, and Tuesday in French and Spanish elsewhere.
            let beside_a_day = parts.day.is_some() || words.peek().is_some_and(|next| ordinal(next).is_some());
            match named(word, WEEKDAYS) {
                Some(weekday) if !beside_a_day || (months > 1 && parts.weekday.is_none()) => {
                    set(&mut parts.weekday, weekday)?;
                }
                _ => set(&mut parts.month, month + 1)?,
            }
        } else if let Some(weekday) = named(word, WEEKDAYS) {
            set(&mut parts.weekday, weekday)?;
        } else if let Some(near) =
            [("today", 0), ("tomorrow", 1), ("yesterday", -1)].into_iter().find(|(name, _)| is_word(word, name))
        {
            set(&mut parts.near, near.1)?;
        } else if !FILLERS.contains(&fold(word).as_str()) {
            return None;
        }
    }
    let some = parts.day.is_some() || parts.weekday.is_some() || parts.near.is_some() || parts.time.is_some();
    some.then_some(parts)
}

/// Lower case, Western digits, and the Chinese signs for month, day and hour as signs between
/// numbers.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut last = ' ';
    let lower = sanitise::for_command(text).to_lowercase();
    let mut chars = lower.chars().peekable();
    while let Some(c) = chars.next() {
        let c = match c {
            '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10).unwrap_or(c),
            '\u{6f0}'..='\u{6f9}' => char::from_digit(c as u32 - 0x6f0, 10).unwrap_or(c),
            '年' => '-',
            '月' if last.is_ascii_digit() => '~',
            '日' | '号' | '分' if last.is_ascii_digit() => ' ',
            '点' | '點' | '时' | '時' | '：' if last.is_ascii_digit() => ':',
            't' if last.is_ascii_digit() && chars.peek().is_some_and(char::is_ascii_digit) => ' ',
            c => c,
        };
        let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        if han(last) && c.is_ascii_digit() {
            plain.push(' ');
        }
        plain.push(c);
        last = c;
    }
    plain
}

fn set<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.replace(value).is_none().then_some(())
}

/// `18:00`, `18h`, `18h30`, `6:30pm`, `6pm`.
fn time_of(word: &str) -> Option<(i8, i8)> {
    let (word, half) = match word.strip_suffix("am").map(|w| (w, "am")).or(word.strip_suffix("pm").map(|w| (w, "pm"))) {
        Some((word, half)) => (word, Some(half)),
        None => (word, None),
    };
    let (hour, minute) = match word.split_once([':', 'h', 'ч']) {
        Some((hour, minute)) => (hour, minute),
        None if half.is_some() => (word, ""),
        None => return None,
    };
    let hour: i8 = hour.parse().ok().filter(|hour| (0..24).contains(hour))?;
    let minute: i8 = match minute {
        "" => 0,
        digits if digits.len() == 2 => digits.parse().ok().filter(|minute| (0..60).contains(minute))?,
        _ => return None,
    };
    match half {
        Some(half) => half_day((hour, minute), half),
        None => Some((hour, minute)),
    }
}

/// `6` before `pm`.
fn bare_hour<'w>(word: &str, next: Option<&'w str>) -> Option<(i8, &'w str)> {
    let half = next.filter(|half| matches!(*half, "am" | "pm"))?;
    Some((word.parse().ok()?, half))
}

fn half_day((hour, minute): (i8, i8), half: &str) -> Option<(i8, i8)> {
    (1..=12).contains(&hour).then(|| (hour % 12 + if half == "pm" { 12 } else { 0 }, minute))
}

/// `2026-09-13`, `13/09`, `13/09/2026`, `13.09.2026`, and `9~13` for the Chinese order.
fn date_of(word: &str) -> Option<(Option<i16>, i8, i8)> {
    let numbers = |sign: char| -> Option<Vec<i16>> { word.split(sign).map(|n| n.parse().ok()).collect() };
    let small = |number: i16| i8::try_from(number).ok();
    if let Some((year, rest)) = word.split_once('-') {
        let (month, day) = rest.split_once(['-', '~'])?;
        let year = year.parse().ok().filter(|year| (1000..10_000).contains(year))?;
        return Some((Some(year), month.parse().ok()?, day.parse().ok()?));
    }
    if let Some((month, day)) = word.split_once('~') {
        return Some((None, month.parse().ok()?, day.parse().ok()?));
    }
    let numbers = numbers('/').filter(|n| n.len() > 1).or_else(|| numbers('.').filter(|n| n.len() > 1))?;
    match numbers.as_slice() {
        [day, month] => Some((None, small(*month)?, small(*day)?)),
        [day, month, year] => Some((Some(if *year < 100 { year + 2000 } else { *year }), small(*month)?, small(*day)?)),
        _ => None,
    }
}

/// `13`, `1st`, `1er`, `1º`.
fn ordinal(word: &str) -> Option<i16> {
    let digits = word.trim_end_matches('.');
    let digits = ["st", "nd", "rd", "th", "er", "º", "°"].iter().find_map(|s| digits.strip_suffix(s)).unwrap_or(digits);
    digits.parse().ok().filter(|number| *number > 0)
}

/// The place, from 0, of a word in the first of these lists of any language that has it.
fn named(word: &str, lists: &[&str]) -> Option<i8> {
    let word = fold(word);
    Language::ALL.into_iter().find_map(|language| {
        lists.iter().find_map(|list| {
            let at =
                speak(language).words(list).iter().position(|name| name.split('/').any(|form| fold(form) == word))?;
            i8::try_from(at).ok()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Thursday 3 September 2026, 14:02 in Dakar, which keeps UTC all year.
    const NOW: Time = 1_788_444_120_000;

    fn read(text: &str, meant: Meant) -> Result<String, MomentError> {
        in_zone(text, meant, "Africa/Dakar")
    }

    fn in_zone(text: &str, meant: Meant, zone: &str) -> Result<String, MomentError> {
        let at = moment(text, NOW, zone, meant)?.at;
        Ok(zone_of(zone).to_datetime(timestamp(at)).strftime("%Y-%m-%d %H:%M").to_string())
    }

    fn noon(day: i8, month: i8) -> Time {
        civil::date(2026, month, day).at(12, 0, 0, 0).in_tz("Africa/Dakar").unwrap().timestamp().as_millisecond()
    }

    #[test]
    fn deadlines_are_read_as_people_type_them() {
        let table = [
            ("13 Sep 18:00", "2026-09-13 18:00"),
            ("13 September 2026 18:00", "2026-09-13 18:00"),
            ("September 13, 6pm", "2026-09-13 18:00"),
            ("Sunday 13 Sep at 6 pm", "2026-09-13 18:00"),
            ("2026-09-13 18:00", "2026-09-13 18:00"),
            ("2026-09-13T18:00", "2026-09-13 18:00"),
            ("13/09 18:00", "2026-09-13 18:00"),
            ("13.09.26 18:00", "2026-09-13 18:00"),
            ("18:00", "2026-09-03 18:00"),
            ("9:00", "2026-09-04 09:00"),
            ("today 18:00", "2026-09-03 18:00"),
            ("tomorrow 18:00", "2026-09-04 18:00"),
            ("tomorrow", "2026-09-04 23:59"),
            ("Friday 18:00", "2026-09-04 18:00"),
            ("Thursday 9:00", "2026-09-10 09:00"),
            ("Thu 15:00", "2026-09-03 15:00"),
            ("13 Sep", "2026-09-13 23:59"),
            ("1 Feb 12:00", "2027-02-01 12:00"),
            ("le 13 septembre à 18h", "2026-09-13 18:00"),
            ("1er oct. 18h30", "2026-10-01 18:30"),
            ("13 de setembro às 18:00", "2026-09-13 18:00"),
            ("13 сентября в 18:00", "2026-09-13 18:00"),
            ("13 سبتمبر الساعة ١٨:٠٠", "2026-09-13 18:00"),
            ("9月13日18:00", "2026-09-13 18:00"),
            ("2026年9月13日 18点", "2026-09-13 18:00"),
            ("周五18:00", "2026-09-04 18:00"),
            ("vie 18:00", "2026-09-04 18:00"),
            ("3 mar 10:00", "2027-03-03 10:00"),
            ("mar 10:00", "2026-09-08 10:00"),
            ("mar. 8 sept. 10:00", "2026-09-08 10:00"),
            ("September 13th 6:30pm", "2026-09-13 18:30"),
        ];
        for (typed, expected) in table {
            assert_eq!(read(typed, Meant::Deadline), Ok(expected.into()), "{typed}");
        }
    }

    #[test]
    fn what_begins_begins_at_a_time() {
        assert_eq!(read("13 Sep 18:00", Meant::Start), Ok("2026-09-13 18:00".into()));
        assert_eq!(read("13 Sep", Meant::Start), Err(MomentError::NoTime));
        assert_eq!(read("31 Feb 18:00", Meant::Start), Err(MomentError::NoSuchDay(Some(noon(28, 2)))));
        assert_eq!(read("2 Sep 18:00", Meant::Start), Err(MomentError::Over));
    }

    #[test]
    fn the_days_of_a_period_lie_behind() {
        let table = [
            ("2 Sep", Meant::Since, "2026-09-02 00:00"),
            ("8 Sep", Meant::Since, "2025-09-08 00:00"),
            ("3 Sep", Meant::Until, "2026-09-03 23:59"),
            ("Monday", Meant::Since, "2026-08-31 00:00"),
            ("yesterday", Meant::Until, "2026-09-02 23:59"),
            ("10:00", Meant::Since, "2026-09-03 10:00"),
            ("15:00", Meant::Since, "2026-09-02 15:00"),
        ];
        for (typed, meant, expected) in table {
            assert_eq!(read(typed, meant), Ok(expected.into()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_moment_says_why() {
        let table = [
            ("31 Feb", MomentError::NoSuchDay(Some(noon(28, 2)))),
            ("31/04 12:00", MomentError::NoSuchDay(Some(noon(30, 4)))),
            ("13/13", MomentError::NoSuchDay(None)),
            ("Monday 13 Sep", MomentError::NoSuchDay(None)),
            ("2 Sep 18:00", MomentError::Over),
            ("3 Sep 14:00", MomentError::Over),
            ("yesterday 10:00", MomentError::Over),
            ("2025-09-13 18:00", MomentError::Over),
            ("", MomentError::Unknown),
            ("lunch", MomentError::Unknown),
            ("25:00", MomentError::Unknown),
            ("13", MomentError::Unknown),
            ("18:00 19:00", MomentError::Unknown),
            ("99999999999 Sep", MomentError::Unknown),
            ("13 Sep 18:00 and so on", MomentError::Unknown),
        ];
        for (typed, expected) in table {
            assert_eq!(read(typed, Meant::Deadline), Err(expected), "{typed}");
        }
    }

    #[test]
    fn where_the_clocks_change_the_first_is_taken_and_what_is_skipped_is_refused() {
        let paris = "Europe/Paris";
        let twice = moment("25 Oct 2:30", NOW, paris, Meant::Deadline).unwrap();
        assert!(twice.twice);
        assert_eq!(timestamp(twice.at).to_string(), "2026-10-25T00:30:00Z");
        assert!(!moment("25 Oct 4:30", NOW, paris, Meant::Deadline).unwrap().twice);
        assert_eq!(in_zone("28 Mar 2027 2:30", Meant::Deadline, paris), Err(MomentError::Skipped));
    }

    #[test]
    fn a_weekly_time_keeps_its_hour_when_the_clocks_change() {
        let weekly = weekly("Sunday 9:00", "Europe/Paris").unwrap();
        let mut at = NOW;
        let mut seen = Vec::new();
        for _ in 0..9 {
            at = weekly.next_after(at);
            seen.push(zone_of(&weekly.zone).to_datetime(timestamp(at)).strftime("%m-%d %H:%M").to_string());
        }
        assert_eq!(seen.first().map(String::as_str), Some("09-06 09:00"));
        assert_eq!(seen.last().map(String::as_str), Some("11-01 09:00"));
        assert!(super::weekly("Monday 13 Sep 9:00", "UTC").is_none());
        assert!(super::weekly("now and then", "UTC").is_none());
    }

    #[test]
    fn days_of_the_week_are_known_in_the_forms_in_which_a_schedule_names_them() {
        let table = [
            ("Mondays 9:00", 0),
            ("lundis à 9h", 0),
            ("los martes a las 9:00", 1),
            ("sábados 9:00", 5),
            ("segundas-feiras às 9:00", 0),
            ("terça 9:00", 1),
            ("среду в 9:00", 2),
            ("по пятницам 9:00", 4),
            ("воскресеньям 9:00", 6),
            ("أحد 9:00", 6),
            ("礼拜天9:00", 6),
        ];
        for (typed, weekday) in table {
            let read = weekly(typed, "UTC").map(|weekly| (weekly.weekday, weekly.hour));
            assert_eq!(read, Some((weekday, 9)), "{typed}");
        }
    }

    #[test]
    fn time_zones_are_found_by_their_town() {
        assert_eq!(find_zone("dakar").as_deref(), Some("Africa/Dakar"));
        assert_eq!(find_zone("africa/addis_ababa").as_deref(), Some("Africa/Addis_Ababa"));
        assert_eq!(find_zone("UTC").as_deref(), Some("UTC"));
        assert_eq!(find_zone("Atlantis"), None);
    }
}
