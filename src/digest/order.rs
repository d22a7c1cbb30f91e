//! A digest that is asked for: of what, how much, for whom. Sealed in the job that makes it and
//! then beside its posts, so that they can be mended.

use super::{Form, Scope};
use crate::chat::To;
use crate::model::{Language, Platform, Time};
use serde::{Deserialize, Serialize};

/// A digest that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DigestOrder {
    /// Of what.
    pub scope: Scope,
    /// How much is shown.
    pub form: Form,
    /// In which language it speaks.
    pub language: Language,
    /// On which platform it is posted.
    pub platform: Platform,
    /// Where.
    pub to: To,
    /// The bound room, if it is posted in one.
    pub room: Option<i64>,
    /// Whether its asker may have only what was published: the last digest of the consultation that
    /// was posted in a room, as it stands today.
    pub published_only: bool,
    /// When it is made again: with the next period.
    pub every: Option<Weekly>,
}

/// Every week at a time of day in a time zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weekly {
    /// 1 for Monday to 7 for Sunday.
    pub weekday: i8,
    /// Minutes since midnight.
    pub minute: i16,
    /// IANA time zone.
    pub timezone: String,
}

impl Weekly {
    /// The first such moment after this one. A time of day that a clock change leaves out is moved
    /// as far as the clock; of one that comes twice the first is taken. None where the time zone is
    /// unknown.
    pub fn next_after(&self, moment: Time) -> Option<Time> {
        let zone = jiff::tz::TimeZone::get(&self.timezone).ok()?;
        let now = jiff::Timestamp::from_millisecond(moment).ok()?.to_zoned_datetime(zone.clone());
        let time = jiff::civil::Time::new((self.minute / 60) as i8, (self.minute % 60) as i8, 0, 0).ok()?;
        (0..=7).find_map(|days| {
            let date = now.date().checked_add(jiff::Span::new().days(days)).ok()?;
            if date.weekday().to_monday_one_offset() != self.weekday {
                return None;
            }
            let at = date.to_datetime(time).to_zoned_datetime(zone.clone()).ok()?.timestamp().as_millisecond();
            (at > moment).then_some(at)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Time {
        text.parse::<jiff::Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn a_weekly_digest_comes_at_the_time_of_day_of_its_place() {
        let monday = Weekly { weekday: 1, minute: 9 * 60, timezone: "Africa/Nairobi".into() };
        assert_eq!(monday.next_after(at("2026-11-23T05:59:59Z")), Some(at("2026-11-23T06:00:00Z")));
        assert_eq!(monday.next_after(at("2026-11-23T06:00:00Z")), Some(at("2026-11-30T06:00:00Z")));
        // The clocks go back on Sunday, 25 October: nine o'clock stays nine o'clock.
        let paris = Weekly { timezone: "Europe/Paris".into(), ..monday };
        assert_eq!(paris.next_after(at("2026-10-19T07:00:00Z")), Some(at("2026-10-26T08:00:00Z")));
    }
}
