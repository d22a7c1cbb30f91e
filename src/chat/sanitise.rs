//! What people send, made safe to keep and to show, and otherwise as they wrote it.

use crate::i18n::is_bidi_frame;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The longest text that is taken, in bytes. Who sends more is told so; nothing is cut off.
pub const MAX_TEXT: usize = 65_536;

/// How many empty lines may follow one another.
const EMPTY_LINES: usize = 2;

/// The text without what cannot be seen and could mislead: control characters, overrides and
/// isolates of the writing direction, zero-width spaces, tag characters; with one kind of line
/// break, in the normal form NFC, and with at most two empty lines in a row. Marks that scripts
/// need (joiners, U+200E and U+200F) stay. Cleaning twice changes nothing more.
pub fn clean(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let plain = |c: char| !c.is_control() && !is_invisible(c) && !matches!(c, '\u{2028}' | '\u{2029}');
    if text.chars().all(plain) && is_nfc(text) {
        return text.to_owned();
    }
    let text = text.replace("\r\n", "\n");
    let visible = text.chars().filter_map(|c| match c {
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\n' | '\t' => Some(c),
        _ if c.is_control() || is_invisible(c) => None,
        _ => Some(c),
    });
    let normal: String = visible.nfc().collect();
    let mut empty = 0;
    let lines = normal.split('\n').filter(|line| {
        empty = if line.trim().is_empty() { empty + 1 } else { 0 };
        empty <= EMPTY_LINES
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The text as a command is recognised in it: clean, without any invisible character, and with
/// the letters, digits and blanks of full width (and a sign in front, as in `！gcm`) made plain.
/// Punctuation inside stays, so that what follows the command is still what was written.
pub fn for_command(text: &str) -> String {
    let mut in_front = true;
    let plain = |c: char| {
        let narrow = match c {
            '\u{3000}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            _ => c,
        };
        let always = narrow.is_ascii_alphanumeric() || narrow == ' ' || narrow == '-';
        let shown = if always || in_front { narrow } else { c };
        in_front &= !narrow.is_alphanumeric();
        shown
    };
    let joiners = |c: &char| !matches!(c, '\u{200c}'..='\u{200f}' | '\u{61c}' | '\u{fe00}'..='\u{fe0f}');
    clean(text).chars().filter(joiners).map(plain).collect::<String>().trim().to_owned()
}

/// Whether a character shows nothing and no script needs it.
fn is_invisible(c: char) -> bool {
    is_bidi_frame(c)
        || matches!(
            c,
            '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        for (sent, kept) in [
            ("a\u{0}b\u{7}c\u{1b}[31m", "abc[31m"),
            ("pay \u{202e}eef on\u{202c}", "pay eef on"),
            ("\u{2067}x\u{2069}\u{2066}y", "xy"),
            ("re\u{200b}cruit\u{ad}ment\u{feff}\u{2060}", "recruitment"),
            ("x\u{e0041}\u{e007f}", "x"),
            ("one\r\ntwo\rthree\u{2028}four", "one\ntwo\nthree\nfour"),
            ("e\u{301}", "é"),
            ("e\u{200b}\u{301}", "é"),
            ("a\n\n\n \n\nb", "a\n\n\nb"),
        ] {
            assert_eq!(clean(sent), kept, "{sent:?}");
        }
    }

    #[test]
    fn what_scripts_and_layout_need_stays() {
        for text in
            ["می\u{200c}روم", "क्\u{200d}ष", "👩\u{200d}🌾", "عربي\u{200f}!", "a\tb\n\nc", "  spaced  ", "中文，好。"]
        {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn commands_are_recognised_however_they_are_typed() {
        for (typed, read) in [
            ("！gcm　ｈｅｌｐ", "!gcm help"),
            ("\u{200f}!gcm مساعدة\u{200e}", "!gcm مساعدة"),
            ("／gcm withdraw ＡＦ－００42", "/gcm withdraw AF-0042"),
            ("！gcm say 你好，世界！", "!gcm say 你好，世界！"),
            ("❌\u{fe0f}", "❌"),
            ("  join \n", "join"),
        ] {
            assert_eq!(for_command(typed), read, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in "(\\PC|[\r\n \u{200b}\u{202e}\u{301}\u{308}\u{1b}\u{2028}])*") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }

        #[test]
        fn nothing_that_can_be_seen_is_lost(text in "[a-zA-Z0-9 .,!?éñçأبتруки中文\u{200b}\u{202e}]*") {
            let seen: String = text.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{202e}')).collect();
            prop_assert_eq!(clean(&text), seen);
        }

        #[test]
        fn any_bytes_can_be_read_for_a_command(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let read = for_command(&String::from_utf8_lossy(&bytes));
            let hidden = read.chars().any(|c| is_bidi_frame(c) || is_invisible(c));
            prop_assert!(!hidden);
        }
    }
}
