//! What is typed on one line: `[#room] [@person] text`.

/// What the bot is called here.
pub(super) const BOT: &str = "gcm-talks";

/// Words after `@` that stand for more than one person, or for the bot: no person has such a name.
const NOBODY: [&str; 4] = [BOT, "room", "everyone", "here"];

/// A line in its parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// The room after `#`, if one is named.
    pub room: Option<&'a str>,
    /// The person after `@`, if one is named.
    pub person: Option<&'a str>,
    /// What they write or do.
    pub said: Said<'a>,
}

/// What someone writes or does.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said<'a> {
    /// Nothing: the line only switches, or is blank.
    Nothing,
    /// They write this.
    Text(&'a str),
    /// They do what is a tap elsewhere: `/edit TEXT`.
    Tap {
        /// The word after the slash.
        word: &'a str,
        /// What follows it.
        rest: &'a str,
    },
}

/// Takes a line apart. A backslash in front makes text of all that follows it.
pub(super) fn parse(line: &str) -> Line<'_> {
    let (room, person, rest) = names(line);
    Line { room, person, said: said(rest) }
}

/// The room and the person that are named in front, and the rest.
pub(super) fn names(line: &str) -> (Option<&str>, Option<&str>, &str) {
    let mut rest = begin(line);
    let mut room = None;
    let mut person = None;
    loop {
        let (word, after) = first_word(rest);
        match (word.strip_prefix('#'), word.strip_prefix('@')) {
            (Some(name), _) if !name.is_empty() && room.is_none() && person.is_none() => room = Some(name),
            (_, Some(name)) if person.is_none() => {
                let name = name.trim_end_matches([':', ',']);
                if name.is_empty() || NOBODY.iter().any(|n| n.eq_ignore_ascii_case(name)) {
                    break;
                }
                person = Some(name);
            }
            _ => break,
        }
        rest = after.trim_start();
    }
    (room, person, rest)
}

/// Whether a line goes on with the next: it ends with a backslash that none other escapes.
pub(super) fn goes_on(line: &[u8]) -> bool {
    line.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// The lines that go on with one another as one text: of the backslashes at the end of a line one
/// is left out.
pub(super) fn joined(lines: &str) -> String {
    let bare: Vec<&str> = lines.split('\n').map(|line| line.strip_suffix('\\').unwrap_or(line)).collect();
    bare.join("\n")
}

fn said(text: &str) -> Said<'_> {
    if text.trim().is_empty() {
        return Said::Nothing;
    }
    if let Some(text) = text.strip_prefix('\\') {
        return Said::Text(text);
    }
    match text.strip_prefix('/') {
        Some(tap) => match first_word(tap) {
            // As people type it elsewhere: a command, which is for the bot to read.
            ("gcm", _) => Said::Text(text),
            (word, rest) => Said::Tap { word, rest: rest.trim() },
        },
        None => Said::Text(text),
    }
}

/// Where the line begins: blanks, and before a sign what cannot be seen, are passed over.
fn begin(line: &str) -> &str {
    let seen =
        line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200e}' | '\u{200f}'));
    if seen.starts_with(['#', '@', '/', '\\']) { seen } else { line.trim_start_matches('\u{feff}').trim_start() }
}

/// The word up to the first blank, and what follows it.
pub(super) fn first_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// The text after the bot's name, if it begins with it: `@gcm-talks digest`, `gcm-talks: digest`.
pub(super) fn to_the_bot(text: &str) -> Option<&str> {
    const MARKS: [char; 4] = [':', ',', '：', '，'];
    let (at, named) = text.strip_prefix('@').map_or((false, text), |named| (true, named));
    let (name, after) = named.split_at_checked(BOT.len())?;
    let alone = after.is_empty() || after.starts_with(char::is_whitespace);
    let called = name.eq_ignore_ascii_case(BOT) && (after.starts_with(MARKS) || at && alone);
    called.then(|| after.trim_start_matches(MARKS).trim_start())
}

/// The span of `+3m`, `90s`, `+1d12h` in milliseconds: seconds, minutes, hours, days. At least a
/// second and at most ten years.
pub(super) fn span(text: &str) -> Option<i64> {
    use crate::model::{DAY, HOUR, MINUTE, SECOND};
    let mut rest = text.trim().trim_start_matches('+').trim_start();
    let mut total = 0i64;
    while !rest.is_empty() {
        let (digits, after) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
        let (unit, after) = after.split_at_checked(1)?;
        let unit = match unit {
            "s" => SECOND,
            "m" => MINUTE,
            "h" => HOUR,
            "d" => DAY,
            _ => return None,
        };
        total = total.checked_add(digits.parse::<i64>().ok()?.checked_mul(unit)?)?;
        rest = after.trim_start();
    }
    (SECOND..=3650 * DAY).contains(&total).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DAY, HOUR, MINUTE, SECOND};

    #[test]
    fn a_line_names_room_and_person_and_then_says_something() {
        let text = |text| Said::Text(text);
        for (line, room, person, said) in [
            ("#africa @amina hello there", Some("africa"), Some("amina"), text("hello there")),
            ("#africa hello", Some("africa"), None, text("hello")),
            ("@amina hello", None, Some("amina"), text("hello")),
            ("@amina: hello", None, Some("amina"), text("hello")),
            ("hello", None, None, text("hello")),
            ("#private", Some("private"), None, Said::Nothing),
            ("#private @amina", Some("private"), Some("amina"), Said::Nothing),
            ("  #africa\t@amina  two  blanks ", Some("africa"), Some("amina"), text("two  blanks ")),
            ("", None, None, Said::Nothing),
            (" \t ", None, None, Said::Nothing),
            // A person is named once, a room before the person; what follows is text.
            ("@amina @bintou is right", None, Some("amina"), text("@bintou is right")),
            ("@amina #justice for all", None, Some("amina"), text("#justice for all")),
            ("# a heading", None, None, text("# a heading")),
            ("@ noon", None, None, text("@ noon")),
            // Nobody has these names.
            ("@gcm-talks digest", None, None, text("@gcm-talks digest")),
            ("#africa @amina @GCM-talks: digest", Some("africa"), Some("amina"), text("@GCM-talks: digest")),
            ("@room come here", None, None, text("@room come here")),
            ("@everyone, come", None, None, text("@everyone, come")),
            // A backslash in front makes text of what follows.
            ("\\/edit is a word", None, None, text("/edit is a word")),
            ("\\#x", None, None, text("#x")),
            ("#africa \\@x says", Some("africa"), None, text("@x says")),
            ("\\\\x", None, None, text("\\x")),
            // Taps.
            ("/edit  new text ", None, None, Said::Tap { word: "edit", rest: "new text" }),
            ("#africa @amina /delete", Some("africa"), Some("amina"), Said::Tap { word: "delete", rest: "" }),
            ("/", None, None, Said::Tap { word: "", rest: "" }),
            ("/gcm help", None, None, text("/gcm help")),
            // What cannot be seen does not hide a sign, and stays where a script needs it.
            ("\u{feff}#africa hello", Some("africa"), None, text("hello")),
            ("\u{200f}/delete", None, None, Said::Tap { word: "delete", rest: "" }),
            ("\u{200f}مرحبا", None, None, text("\u{200f}مرحبا")),
        ] {
            assert_eq!(parse(line), Line { room, person, said }, "{line:?}");
        }
    }

    #[test]
    fn a_backslash_at_the_end_goes_on_with_the_next_line() {
        for (line, on, text) in [
            ("one", false, "one"),
            ("one\\", true, "one"),
            ("one\\\\", false, "one\\"),
            ("one\\\ntwo", false, "one\ntwo"),
            ("C:\\x", false, "C:\\x"),
        ] {
            assert_eq!((goes_on(line.as_bytes()), joined(line).as_str()), (on, text), "{line:?}");
        }
    }

    #[test]
    fn the_bot_is_addressed_by_its_name_in_front() {
        for (text, rest) in [
            ("@gcm-talks digest", Some("digest")),
            ("@GCM-Talks: digest", Some("digest")),
            ("gcm-talks: digest", Some("digest")),
            ("gcm-talks： 摘要", Some("摘要")),
            ("@gcm-talks", Some("")),
            ("gcm-talks, digest", Some("digest")),
            ("gcm-talks is a bot", None),
            ("@gcm-talks-2 hello", None),
            ("ask @gcm-talks", None),
            ("gcm", None),
            ("日本語日本語日本語", None),
        ] {
            assert_eq!(to_the_bot(text), rest, "{text:?}");
        }
    }

    #[test]
    fn the_clock_moves_forward_by_a_span() {
        for (text, moved) in [
            ("+3m", Some(3 * MINUTE)),
            ("90s", Some(90 * SECOND)),
            ("+1d 12h", Some(DAY + 12 * HOUR)),
            ("", None),
            ("+", None),
            ("-3m", None),
            ("+3", None),
            ("+0m", None),
            ("3 weeks", None),
            ("+3м", None),
            ("+99999999999999999999d", None),
            ("+9999999999999999d", None),
        ] {
            assert_eq!(span(text), moved, "{text:?}");
        }
    }
}
