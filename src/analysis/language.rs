//! In which language a text is written, and whether anybody here can analyse it.
//!
//! The script says most. Among the languages in Latin letters the little words decide, with
//! `whichlang` as a second opinion; the author's own language is a prior, never a verdict. What
//! cannot be analysed (Arabic in Latin letters, Darija, Tagalog, Amharic, Swahili, …) is recognised
//! as such and kept for a person who reads it.

use super::words::{Words, is_han};
use crate::vocabulary::{LANGUAGES, Vocabulary};
use std::collections::HashMap;
use std::sync::OnceLock;

/// The language of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detection {
    /// An ISO 639 code, with a script where it is not the usual one: `fr`, `am`, `ar-Latn`; `und`
    /// where it is none that is known here.
    pub tag: String,
    /// Whether the text itself says so. If not, it was too short or too mixed to tell, and the
    /// author's language or the likeliest one stands.
    pub sure: bool,
    /// Whether the text can be analysed here, which needs one of the seven languages.
    pub readable: bool,
}

impl Detection {
    fn new(tag: &str, sure: bool) -> Detection {
        Detection { tag: tag.into(), sure, readable: LANGUAGES.contains(&tag) }
    }
}

/// The readable languages in Latin letters.
const LATIN: [&str; 4] = ["en", "fr", "es", "pt"];

/// Detects the language of a text. `prior` is the code of the author's language.
pub fn detect(text: &str, prior: Option<&str>) -> Detection {
    let prior = prior.map(|p| p.split(['-', '_']).next().unwrap_or_default()).filter(|p| LANGUAGES.contains(p));
    let scripts = Scripts::of(text);
    match scripts.main() {
        None => Detection { sure: false, ..Detection::new(prior.unwrap_or("en"), false) },
        Some(Script::Latin) => latin(text, prior),
        Some(Script::Han) if scripts.kana * 10 > scripts.han => Detection::new("ja", true),
        Some(Script::Han) => Detection::new("zh", true),
        Some(Script::Arabic) => arabic(text),
        Some(Script::Cyrillic) => cyrillic(text),
        Some(Script::Other(tag)) => Detection::new(tag, true),
    }
}

#[derive(Clone, Copy)]
enum Script {
    Latin,
    Han,
    Arabic,
    Cyrillic,
    /// A script of one language, or of several that cannot be told apart by it (`und`).
    Other(&'static str),
}

/// How many letters of each script a text has.
#[derive(Default)]
struct Scripts {
    latin: usize,
    han: usize,
    kana: usize,
    arabic: usize,
    cyrillic: usize,
    other: usize,
    other_tag: Option<&'static str>,
}

impl Scripts {
    fn of(text: &str) -> Scripts {
        let mut s = Scripts::default();
        for c in text.chars() {
            if c.is_ascii() {
                s.latin += usize::from(c.is_ascii_alphabetic());
                continue;
            }
            match c {
                '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => s.latin += 1,
                '\u{400}'..='\u{52f}' => s.cyrillic += 1,
                '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6fa}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' => {
                    s.arabic += 1
                }
                '\u{3040}'..='\u{30ff}' => s.kana += 1,
                c if is_han(c) => s.han += 1,
                c if c.is_alphabetic() => {
                    s.other += 1;
                    s.other_tag = s.other_tag.or(Some(match c {
                        '\u{1200}'..='\u{139f}' | '\u{2d80}'..='\u{2ddf}' => "am",
                        '\u{900}'..='\u{97f}' => "hi",
                        '\u{980}'..='\u{9ff}' => "bn",
                        '\u{b80}'..='\u{bff}' => "ta",
                        '\u{d80}'..='\u{dff}' => "si",
                        '\u{e00}'..='\u{e7f}' => "th",
                        '\u{1000}'..='\u{109f}' => "my",
                        '\u{1780}'..='\u{17ff}' => "km",
                        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => "ko",
                        '\u{370}'..='\u{3ff}' => "el",
                        '\u{590}'..='\u{5ff}' => "he",
                        '\u{530}'..='\u{58f}' => "hy",
                        '\u{10a0}'..='\u{10ff}' => "ka",
                        _ => "und",
                    }));
                }
                _ => {}
            }
        }
        s
    }

    /// The script of most of the text. A Chinese character says about as much as three letters.
    fn main(&self) -> Option<Script> {
        let counts = [
            (self.latin, Script::Latin),
            (self.han * 3 + self.kana * 2, Script::Han),
            (self.arabic, Script::Arabic),
            (self.cyrillic, Script::Cyrillic),
            (self.other, Script::Other(self.other_tag.unwrap_or("und"))),
        ];
        counts.into_iter().filter(|(n, _)| *n > 0).max_by_key(|(n, _)| *n).map(|(_, script)| script)
    }
}

/// The little words of each language: for each word the languages that use it.
fn little_words() -> &'static HashMap<String, Vec<&'static str>> {
    static WORDS: OnceLock<HashMap<String, Vec<&'static str>>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let vocabulary = Vocabulary::current();
        let mut words: HashMap<String, Vec<&'static str>> = HashMap::new();
        for (list, langs) in [("stopwords", &LATIN[..]), ("other-language", &OTHERS[..])] {
            for lang in langs {
                for word in vocabulary.words(list, lang) {
                    let users = words.entry(crate::vocabulary::fold(word)).or_default();
                    if !users.contains(lang) {
                        users.push(lang);
                    }
                }
            }
        }
        words
    })
}

/// The languages that are recognised by their words and not analysed.
const OTHERS: [&str; 9] = ["ar-Latn", "ary", "tl", "sw", "ha", "so", "wo", "id", "ht"];

fn latin(text: &str, prior: Option<&str>) -> Detection {
    // Unstemmed words: the folded text between blanks.
    let folded = crate::vocabulary::fold(text);
    let tokens: Vec<&str> = folded.split(' ').filter(|t| !t.is_empty()).collect();
    let count = tokens.len().max(1) as f64;
    let known = little_words();
    let mut hits = [0.0_f64; LATIN.len()];
    let mut other = [0.0_f64; OTHERS.len()];
    for token in &tokens {
        for lang in known.get(*token).into_iter().flatten() {
            if let Some(at) = LATIN.iter().position(|l| l == lang) {
                hits[at] += 1.0;
            } else if let Some(at) = OTHERS.iter().position(|l| l == lang) {
                other[at] += 1.0;
            }
        }
        if is_arabizi(token) {
            other[0] += 2.0;
        }
    }
    let best = hits.iter().copied().fold(0.0, f64::max);
    if let Some((at, most)) = other.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).filter(|(_, n)| **n > 0.0) {
        let enough = *most >= 2.0 || (*most >= 1.0 && tokens.len() == 1);
        if enough && *most > best && *most / count >= 0.15 {
            return Detection { tag: OTHERS[at].into(), sure: true, readable: false };
        }
    }
    let guess = match whichlang::detect_language(text) {
        whichlang::Lang::Eng => Ok("en"),
        whichlang::Lang::Fra => Ok("fr"),
        whichlang::Lang::Spa => Ok("es"),
        whichlang::Lang::Por => Ok("pt"),
        whichlang::Lang::Deu => Err("de"),
        whichlang::Lang::Ita => Err("it"),
        whichlang::Lang::Nld => Err("nl"),
        whichlang::Lang::Swe => Err("sv"),
        whichlang::Lang::Tur => Err("tr"),
        whichlang::Lang::Vie => Err("vi"),
        _ => Err("und"),
    };
    if let Err(tag) = guess
        && tokens.len() >= 5
        && best / count < 0.2
    {
        return Detection::new(tag, true);
    }
    let mut scores: Vec<(f64, &str)> = LATIN
        .iter()
        .zip(hits)
        .map(|(lang, n)| {
            let second_opinion = if guess == Ok(*lang) { 0.25 } else { 0.0 };
            let own = if prior == Some(*lang) { 0.1 } else { 0.0 };
            (n / count + second_opinion + own, *lang)
        })
        .collect();
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let short = tokens.len() < 3 || folded.len() < 12;
    let clear = scores[0].0 - scores[1].0 >= 0.1;
    match prior.filter(|p| LATIN.contains(p)) {
        // Too short to contradict the author, unless every word does.
        Some(prior) if short && !(best == count && clear) => Detection::new(prior, false),
        _ => Detection::new(scores[0].1, clear && !short),
    }
}

/// Whether a word writes Arabic sounds with digits: `7na`, `ma3a`, `s3ib`, but not `3rd`, `mp3`.
fn is_arabizi(token: &str) -> bool {
    const ENDINGS: [&str; 22] = [
        "rd", "th", "st", "nd", "am", "pm", "km", "kg", "mm", "cm", "er", "eme", "ere", "mes", "ers", "ha", "min",
        "hrs", "bn", "usd", "eur", "xaf",
    ];
    let bytes = token.as_bytes();
    if !token.is_ascii() || bytes.iter().filter(|b| b.is_ascii_digit()).count() != 1 {
        return false;
    }
    let Some(at) = bytes.iter().position(|b| matches!(b, b'2' | b'3' | b'5' | b'7' | b'9')) else { return false };
    let (before, after) = (at, bytes.len() - at - 1);
    match (before, after) {
        (0, 2..) => !ENDINGS.contains(&&token[1..]),
        (1.., 1..) => before + after >= 3,
        _ => false,
    }
}

fn arabic(text: &str) -> Detection {
    let letters = text.chars().filter(|c| ('\u{620}'..='\u{6ff}').contains(c)).count();
    let urdu = text.chars().filter(|c| matches!(c, 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ')).count();
    let persian = text.chars().filter(|c| matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی')).count();
    if urdu >= 2 && urdu * 20 > letters {
        return Detection::new("ur", true);
    }
    if persian >= 2 && persian * 20 > letters {
        return Detection::new("fa", true);
    }
    let darija = little_words();
    let words = crate::vocabulary::fold(text);
    let (mut count, mut hits) = (0, 0);
    for word in words.split(' ') {
        count += 1;
        hits += usize::from(darija.get(word).is_some_and(|langs| langs.contains(&"ary")));
    }
    if hits >= 2 && hits * 8 >= count {
        return Detection { tag: "ary".into(), sure: true, readable: false };
    }
    Detection::new("ar", true)
}

fn cyrillic(text: &str) -> Detection {
    for c in text.chars() {
        match c {
            'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ' => return Detection::new("uk", true),
            'ђ' | 'ћ' | 'љ' | 'њ' | 'ј' | 'џ' => return Detection::new("sr", true),
            '\u{48a}'..='\u{52f}' | 'ў' | 'Ў' => return Detection::new("und", true),
            _ => {}
        }
    }
    Detection::new("ru", Words::of(text, "ru").len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str, prior: Option<&str>) -> String {
        detect(text, prior).tag
    }

    #[test]
    fn the_seven_languages_are_told_apart() {
        for (text, expected) in [
            ("Recruitment agencies in our town ask for two months of wages.", "en"),
            ("Les agences de notre ville demandent deux mois de salaire.", "fr"),
            ("Las agencias de nuestra ciudad piden dos meses de salario.", "es"),
            ("As agências da nossa cidade pedem dois meses de salário.", "pt"),
            ("وكالات التوظيف في مدينتنا تطلب أجر شهرين", "ar"),
            ("Агентства в нашем городе требуют зарплату за два месяца.", "ru"),
            ("我们城里的中介要收两个月的工资。", "zh"),
        ] {
            let found = detect(text, None);
            assert_eq!((found.tag.as_str(), found.sure, found.readable), (expected, true, true), "{text}");
        }
    }

    #[test]
    fn the_authors_language_is_a_prior_and_no_verdict() {
        assert_eq!(tag("ok", Some("pt")), "pt");
        assert_eq!(tag("Visas!", Some("es")), "es");
        assert!(!detect("Visas!", Some("es")).sure);
        assert_eq!(tag("The embassy never answers our letters about the children", Some("ar")), "en");
        assert_eq!(tag("Nous demandons la fin de la rétention des enfants", Some("en")), "fr");
        assert_eq!(tag("👍", Some("ru")), "ru");
        assert_eq!(tag("12", None), "en");
    }

    #[test]
    fn what_nobody_here_can_analyse_is_recognised() {
        for (text, expected) in [
            ("7na 3ndna mochkil m3a l wra9, wallah ta3ebna", "ar-Latn"),
            ("ma 3ndich les papiers w dakchi s3ib bezaf", "ar-Latn"),
            ("Kailangan po namin ng tulong para sa mga manggagawa sa ibang bansa", "tl"),
            ("ሰራተኞች መብታቸው እንዲከበር እንጠይቃለን", "am"),
            ("Tunahitaji ulinzi kwa wafanyakazi wa nyumbani katika nchi za Ghuba", "sw"),
            ("واش كاين شي حل ديال الوراق بزاف الناس كيتسناو", "ary"),
            ("Wir fordern bessere Löhne und sichere Wohnungen für alle Arbeiter", "de"),
            ("हमें बेहतर वेतन चाहिए", "hi"),
            ("ما برای کارگران مهاجر حقوق برابر می‌خواهیم", "fa"),
            ("Ми вимагаємо захисту прав працівників", "uk"),
        ] {
            let found = detect(text, Some("en"));
            assert_eq!((found.tag.as_str(), found.readable), (expected, false), "{text}");
        }
    }

    #[test]
    fn digits_in_ordinary_words_are_no_arabic() {
        for text in ["On the 3rd of May the G7 met at 9am in H2O hall", "La 5ème réunion est le 3 mai, covid19"] {
            assert!(detect(text, None).readable, "{text}");
        }
        assert_eq!(tag("Inshallah we will register next year with our union", None), "en");
    }

    #[test]
    fn words_of_another_language_in_a_text_do_not_change_it() {
        assert_eq!(tag("نطالب بإلغاء نظام الكفالة kafala فورا في كل الدول", None), "ar");
        assert_eq!(tag("我们需要更好的 visa 政策", None), "zh");
    }
}
