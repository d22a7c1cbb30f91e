//! Greetings, thanks and logistics, which are no contribution.
//!
//! A message is small talk only if every word of it is: each must stand in one language's list of
//! such words, and at least one must be a sign of small talk by itself (a greeting, thanks, "link",
//! "microphone"). One name after them is allowed. Anything else is kept.

use super::words::is_han;
use crate::vocabulary::{LANGUAGES, Vocabulary, fold};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Longer messages are never small talk.
const MOST_WORDS: usize = 24;
const MOST_BYTES: usize = 240;

/// Whether a message is nothing but greetings, thanks or logistics, in any of the seven languages.
pub fn is_smalltalk(text: &str) -> bool {
    let text = text.trim();
    if text.len() > MOST_BYTES {
        return false;
    }
    if !text.chars().any(char::is_alphabetic) {
        // 👍, +1, …: but a long row of digits (a number somebody asked for) is something.
        return text.chars().filter(|c| c.is_numeric()).count() <= 2;
    }
    let han = text.chars().filter(|c| is_han(*c)).count();
    if han > 0 && han * 2 > text.chars().filter(|c| c.is_alphabetic()).count() {
        return chinese(text);
    }
    // By language: whether a sign was found, no word or one word that is not in its lists.
    let (mut anchored, mut all_known, mut one_unknown) = (0, ALL, 0);
    let mut ones: Vec<(Languages, String)> = Vec::new();
    let mut count = 0;
    for word in text.split_whitespace() {
        for token in fold(word).split(' ').filter(|t| !t.is_empty()) {
            count += 1;
            let uses = words().get(token).copied().unwrap_or_default();
            anchored |= uses.sign;
            if token.len() <= 2 && token.bytes().all(|b| b.is_ascii_digit()) {
                continue;
            }
            let unknown = ALL & !(uses.sign | uses.filler);
            let first = all_known & unknown;
            if first != 0 {
                ones.push((first, token.to_owned()));
            }
            one_unknown = one_unknown & !unknown | first;
            all_known &= !unknown;
        }
        // Most messages say something: their first words tell, and every message comes by here.
        if count > MOST_WORDS || all_known | one_unknown == 0 {
            return false;
        }
    }
    anchored & all_known != 0
        || ones.iter().any(|(languages, word)| anchored & one_unknown & languages != 0 && is_name(text, word))
}

/// Whether a folded word stands in the text as a name: with a capital, not as its first word, and
/// not as a word that people come here to talk about.
fn is_name(text: &str, folded: &str) -> bool {
    let named = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
    };
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.skip(1).any(|w| named(w) && fold(w) == folded) && !themes().contains(folded)
}

/// The words of the lexicon's phrases.
fn themes() -> &'static HashSet<String> {
    static THEMES: OnceLock<HashSet<String>> = OnceLock::new();
    THEMES.get_or_init(|| {
        let vocabulary = Vocabulary::current();
        let phrases =
            |list: &str| LANGUAGES.into_iter().flat_map(|lang| vocabulary.words(list, lang)).collect::<Vec<_>>();
        vocabulary
            .lists("objective.")
            .chain(["context"])
            .flat_map(phrases)
            .flat_map(|phrase| fold(phrase).split(' ').map(String::from).collect::<Vec<_>>())
            .collect()
    })
}

/// A bit for each of the seven languages.
type Languages = u8;

const ALL: Languages = (1 << LANGUAGES.len()) - 1;

/// The languages in which a word is a sign of small talk, and those in which it is only allowed in it.
#[derive(Clone, Copy, Default)]
struct Uses {
    sign: Languages,
    filler: Languages,
}

fn words() -> &'static HashMap<String, Uses> {
    static WORDS: OnceLock<HashMap<String, Uses>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words: HashMap<String, Uses> = HashMap::new();
        for (place, lang) in LANGUAGES.iter().enumerate() {
            for word in Vocabulary::current().words("smalltalk.filler", lang) {
                words.entry(fold(word)).or_default().filler |= 1 << place;
            }
            for word in Vocabulary::current().words("smalltalk.anchor", lang) {
                words.entry(fold(word)).or_default().sign |= 1 << place;
            }
        }
        words
    })
}

/// Chinese has no blanks: the text must be made up of listed words, the longest first.
fn chinese(text: &str) -> bool {
    let chinese = LANGUAGES.iter().position(|l| *l == "zh").map_or(0, |place| 1 << place);
    let chars: Vec<char> = fold(text).chars().filter(|c| *c != ' ').collect();
    let mut anchored = false;
    let mut at = 0;
    while at < chars.len() {
        let longest = (1..=(chars.len() - at).min(8)).rev().find_map(|length| {
            let word: String = chars[at..at + length].iter().collect();
            let uses = words().get(&word).filter(|uses| (uses.sign | uses.filler) & chinese != 0)?;
            Some((length, uses.sign & chinese != 0))
        });
        let Some((length, anchor)) = longest else { return false };
        anchored |= anchor;
        at += length;
    }
    anchored
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_thanks_and_logistics_are_small_talk_in_seven_languages() {
        for text in [
            "Hello everyone",
            "hello everyone!! 👋",
            "Good morning colleagues, thank you for joining",
            "Can you hear me?",
            "what time do we start",
            "The link does not work",
            "Thank you Amina",
            "+1",
            "+1 agree",
            "I agree with Amina",
            "Good morning from Nairobi",
            "Thanks for the great discussion today",
            "Je n'entends rien",
            "no se escucha nada",
            "ничего не слышно",
            "sorry i write a lot :)",
            "Sorry for the long message, and for my bad English",
            "désolé j'écris trop",
            "Pardon pour les fautes de français",
            "perdón por escribir tanto",
            "آسف على الإطالة",
            "Извините, что так много пишу",
            "抱歉，写太多了",
            "desculpem a mensagem longa",
            "👍",
            "ok",
            "OK thanks, see you tomorrow",
            "merci à tous",
            "Bonjour à toutes et à tous",
            "le lien ne marche pas",
            "vous m'entendez ?",
            "hola a todos",
            "muchas gracias",
            "no funciona el enlace",
            "شكرا",
            "السلام عليكم ورحمة الله وبركاته",
            "صباح الخير جميعا",
            "здравствуйте",
            "Всем спасибо!",
            "меня слышно?",
            "大家好",
            "谢谢大家！",
            "听得到吗",
            "bom dia",
            "Obrigada a todos",
            "o link não funciona",
        ] {
            assert!(is_smalltalk(text), "{text}");
        }
    }

    #[test]
    fn a_message_with_substance_is_kept() {
        for text in [
            "Hello, in Kano recruitment fees are two months of wages",
            "Thank you. Stop detaining children.",
            "Merci, mais les visas coûtent trop cher",
            "We do not work",
            "No work, no papers",
            "Hola, falta vivienda",
            "شكرا، لكن رسوم الاستقدام مرتفعة",
            "Спасибо, но пенсии не переводят",
            "大家好，招聘费用太高",
            "The hotline does not work at night",
            "obrigado, mas faltam escolas",
            "Deportations",
            "Racism",
            "0803 555 0142",
            "Hello Remittances",
            "Hello, I am Fatou from the Talaworo domestic workers union",
            "Thanks to the union we have contracts now",
            "Can you hear our cries for justice",
            "We welcome refugees",
            "I agree that visas cost too much",
            "Sorry, but a letter takes too long",
            "Sorry, no school here",
            "désolé, on attend trop longtemps les papiers",
            "perdón, no hay trabajo",
            "Извините, но нас не слушают",
            "抱歉，学费太高",
            "Thanks. We wait too long for papers",
            "I am late to work because of the police",
        ] {
            assert!(!is_smalltalk(text), "{text}");
        }
    }
}
