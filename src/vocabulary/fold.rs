//! Words as they are compared: without case, accents, vowel signs and width.

/// Appends the folded form of a character: lower case, compatibility forms taken apart, accents
/// and Arabic vowel signs dropped, ё as е. Characters that are no letter or digit add nothing.
pub fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        }
        return;
    }
    match c {
        '\u{4e00}'..='\u{9fff}' => out.push(c),
        'Ё' | 'ё' => out.push('е'),
        // Taken apart, й would lose the mark that tells it from и.
        'Й' | 'й' => out.push('й'),
        // The tatweel only stretches a word.
        '\u{640}' => {}
        'ى' => out.push('ي'),
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        _ => unicode_normalization::char::decompose_compatible(c, |part| {
            if part.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(part) {
                out.extend(part.to_lowercase());
            }
        }),
    }
}

/// Whether a character belongs to a word: a letter, a digit, or a mark on one.
pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || (!c.is_ascii() && unicode_normalization::char::is_combining_mark(c)) || c == '\u{640}'
}

/// A text as it is compared: folded words with single blanks between them.
///
/// ```
/// use gcm_talks::vocabulary::fold;
/// assert_eq!(fold("  L’Éducation,  ПАСПОРТ! "), "l education паспорт");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if is_word_char(c) {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            fold_char(c, &mut folded);
        } else {
            gap = true;
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_variants_fold_to_the_same_words() {
        assert_eq!(fold("Français"), "francais");
        assert_eq!(fold("Пётр, мой"), "петр мой");
        assert_eq!(fold("الهِجْرَة"), fold("الهجرة"));
        assert_eq!(fold("أفريقيا"), fold("افريقيا"));
        assert_eq!(fold("ＧＣＭ　１２"), "gcm 12");
        assert_eq!(fold("¡…!"), "");
    }
}
