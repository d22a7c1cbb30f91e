//! iCalendar (RFC 5545): appointments as a text that calendars read.

use crate::model::Time;
use jiff::Timestamp;

/// The longest line, in bytes without its end.
const LINE: usize = 75;

/// One appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// By what a calendar knows it again.
    pub id: String,
    /// How often it was changed.
    pub sequence: i64,
    /// When it was changed last.
    pub changed: Time,
    /// When it begins.
    pub starts: Time,
    /// When it ends.
    pub ends: Time,
    /// What it is called.
    pub title: String,
    /// What else there is to say.
    pub about: String,
    /// Where it is; nothing, where that is nowhere.
    pub place: String,
    /// Whether it is not held.
    pub cancelled: bool,
}

/// A calendar of this name with these appointments.
pub fn ics(name: &str, appointments: &[Appointment]) -> String {
    let mut text = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gcm-talks//talks//EN", "METHOD:PUBLISH"] {
        put(&mut text, line);
    }
    put(&mut text, &format!("X-WR-CALNAME:{}", escaped(name)));
    for appointment in appointments {
        put(&mut text, "BEGIN:VEVENT");
        put(&mut text, &format!("UID:{}@gcm-talks", appointment.id));
        put(&mut text, &format!("SEQUENCE:{}", appointment.sequence));
        put(&mut text, &format!("DTSTAMP:{}", utc(appointment.changed)));
        put(&mut text, &format!("DTSTART:{}", utc(appointment.starts)));
        put(&mut text, &format!("DTEND:{}", utc(appointment.ends)));
        put(&mut text, if appointment.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        for (key, value) in
            [("SUMMARY", &appointment.title), ("DESCRIPTION", &appointment.about), ("LOCATION", &appointment.place)]
        {
            if !value.is_empty() {
                put(&mut text, &format!("{key}:{}", escaped(value)));
            }
        }
        put(&mut text, "END:VEVENT");
    }
    put(&mut text, "END:VCALENDAR");
    text
}

/// A moment as `20270212T150000Z`.
fn utc(time: Time) -> String {
    Timestamp::from_millisecond(time).unwrap_or_default().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as a value: what would end it or divide it is escaped, what has no place in it left out.
fn escaped(text: &str) -> String {
    let mut value = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// Adds a line, folded where it is too long: never within a character.
fn put(text: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn talk() -> Appointment {
        Appointment {
            id: "talk-7".into(),
            sequence: 2,
            changed: 1_800_000_000_000,
            starts: 1_802_444_400_000,
            ends: 1_802_449_800_000,
            title: "Recruitment, fees; and \\ debt".into(),
            about: "90 minutes\nonline".into(),
            place: String::new(),
            cancelled: false,
        }
    }

    #[test]
    fn an_appointment_is_what_calendars_read() {
        let text = ics("Consultation for Africa", &[talk()]);
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//gcm-talks//talks//EN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Consultation for Africa",
            "BEGIN:VEVENT",
            "UID:talk-7@gcm-talks",
            "SEQUENCE:2",
            "DTSTAMP:20270115T080000Z",
            "DTSTART:20270212T150000Z",
            "DTEND:20270212T163000Z",
            "STATUS:CONFIRMED",
            "SUMMARY:Recruitment\\, fees\\; and \\\\ debt",
            "DESCRIPTION:90 minutes\\nonline",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(text, expected.join("\r\n"));
        assert!(ics("x", &[Appointment { cancelled: true, ..talk() }]).contains("STATUS:CANCELLED\r\n"));
    }

    #[test]
    fn long_lines_are_folded_and_no_character_is_cut() {
        let title = "Миграция и труд в Западной Африке: кто платит за вербовку, и кто за неё должен платить";
        let text = ics("x", &[Appointment { title: title.into(), ..talk() }]);
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
        assert!(text.replace("\r\n ", "").contains(&format!("SUMMARY:{}", title.replace(',', "\\,"))), "{text}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    }
}
