//! Which of the messages that somebody wrote one after the other belong to one thought.
//!
//! People send a thought in pieces, and they send several thoughts at once. A message begins a new
//! one where it could stand alone, what was said before it could too, and the two speak of different
//! things or do different things about one. Whatever is in doubt stays together.

use super::kind;
use super::language;
use super::marks::{Marks, Meaning};
use super::objective::{self, Prior};
use super::passages;
use super::words::is_han;
use crate::model::Kind;
use crate::vocabulary::{LANGUAGES, Vocabulary, fold};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::OnceLock;

/// What stands between two messages in their text.
pub const BETWEEN: &str = "\n";

/// A message with fewer letters is a piece of another; a Chinese character counts as three.
const ALONE: usize = 16;

/// The passages of messages that are one contribution, as byte ranges of the messages with
/// [`BETWEEN`] between them. `language` is the code of the author's language.
pub fn split(messages: &[&str], language: Option<&str>) -> Vec<Range<usize>> {
    let mut thoughts: Vec<Thought> = Vec::new();
    let mut start = 0;
    for message in messages {
        let begins = match thoughts.last_mut() {
            None => Some(Thought { start, text: (*message).to_owned(), said: None }),
            Some(before) => begins_anew(before, message, language).map(|says| Thought {
                start,
                text: (*message).to_owned(),
                said: Some(says),
            }),
        };
        match (begins, thoughts.last_mut()) {
            (None, Some(before)) => {
                before.text.push_str(BETWEEN);
                before.text.push_str(message);
                before.said = None;
            }
            (begins, _) => thoughts.extend(begins),
        }
        start += message.len() + BETWEEN.len();
    }
    let moved = |start: usize, passage: Range<usize>| start + passage.start..start + passage.end;
    thoughts
        .iter()
        .flat_map(|thought| passages::split(&thought.text).into_iter().map(|passage| moved(thought.start, passage)))
        .collect()
}

/// Messages that belong together.
struct Thought {
    start: usize,
    text: String,
    /// What they say, once that is known.
    said: Option<Said>,
}

/// What a message says, where it begins another thought than the one before it.
fn begins_anew(before: &mut Thought, message: &str, author: Option<&str>) -> Option<Said> {
    if is_open(&before.text) || size(message) < ALONE || size(&before.text) < ALONE {
        return None;
    }
    let language = language::detect(message, author).tag;
    if goes_on(message, &language) {
        return None;
    }
    let says = Said::of(message, &language);
    let Thought { text, said, .. } = before;
    let said = said.get_or_insert_with(|| Said::of(text, &language::detect(text, author).tag));
    are_apart(said, &says).then_some(says)
}

/// Whether two messages that can stand alone speak of different things, or do different things about
/// one.
fn are_apart(said: &Said, says: &Said) -> bool {
    let acts = said.kind != Kind::Other && says.kind != Kind::Other;
    if !said.objectives.is_empty() && !says.objectives.is_empty() {
        return said.objectives.is_disjoint(&says.objectives) || (acts && said.kind != says.kind);
    }
    // Where one of them is on no objective, the things that they name tell, if the message has more
    // of its own than one of them.
    let named = !said.concepts.is_empty() && !says.concepts.is_empty() && said.concepts.is_disjoint(&says.concepts);
    named && says.about_migration && says.kind != Kind::Question
}

/// What a message says, as far as it tells one thought from another.
struct Said {
    /// Whether it says itself that it is about migration.
    about_migration: bool,
    objectives: BTreeSet<u8>,
    concepts: BTreeSet<usize>,
    kind: Kind,
}

impl Said {
    fn of(text: &str, language: &str) -> Said {
        let marks = Marks::of(text, language);
        let concepts = marks.meanings().filter_map(|meaning| match meaning {
            Meaning::Concept(number) => Some(number),
            _ => None,
        });
        Said {
            concepts: concepts.collect(),
            about_migration: objective::about_migration(&marks),
            objectives: objective::of_marks(text, &marks, Prior::default())
                .iter()
                .map(|scored| scored.number)
                .collect(),
            kind: kind::of_marks(text, &marks),
        }
    }
}

/// Whether a message breaks off: something is to follow.
fn is_open(message: &str) -> bool {
    const SIGNS: [char; 14] = [',', ':', ';', '-', '–', '—', '…', '،', '؛', '，', '：', '；', '、', '('];
    let message = message.trim_end();
    message.ends_with(SIGNS) || message.ends_with("..")
}

/// Whether a message goes on with a sentence, or with the thing it is about.
fn goes_on(message: &str, tag: &str) -> bool {
    let folded = fold(message);
    continuing().get(tag).into_iter().flatten().any(|word| {
        let rest = folded.strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || word.chars().all(is_han))
    })
}

/// The folded words, by language, with which a message goes on.
fn continuing() -> &'static HashMap<&'static str, Vec<String>> {
    static CONTINUING: OnceLock<HashMap<&'static str, Vec<String>>> = OnceLock::new();
    CONTINUING.get_or_init(|| {
        let words = |tag| Vocabulary::current().words("continues", tag).iter().map(|word| fold(word)).collect();
        LANGUAGES.into_iter().map(|tag| (tag, words(tag))).collect()
    })
}

/// How long a text is to read.
fn size(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).map(|c| if is_han(c) { 3 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(messages: &[&str]) -> Vec<String> {
        let text = messages.join(BETWEEN);
        split(messages, None).into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn a_thought_that_is_split_over_messages_is_one_passage() {
        for messages in [
            &[
                "Il faut que les États interdisent les frais de recrutement",
                "et qu'ils contrôlent les agences",
                "une fois par an, sans prévenir",
            ][..],
            &["States must ban recruitment fees", "for domestic workers", "because they end in debt"],
            &["we paid two months of wages", "as recruitment fees", "to the agency in Talaworo"],
            &["my sister was turned away at the clinic", "she lost her child", "nobody answered our complaint"],
            &["the consulate of our country", "never answers the phone"],
            &["The agencies take our passports,", "the consulate must give us new ones"],
            &["Los niños están encerrados en la frontera", "porque no hay otro lugar", "eso tiene que acabar"],
            &["Детей держат под стражей", "потому что нет другого места"],
            &["يجب على الدول إلغاء نظام الكفالة", "لأن العمال لا يستطيعون تغيير صاحب العمل"],
            &["政府应当取消招聘费用", "因为工人负担不起"],
            &["As crianças não têm certidão de nascimento", "mas a escola exige documentos"],
        ] {
            assert_eq!(passages(messages).len(), 1, "{messages:?}");
        }
    }

    #[test]
    fn messages_on_different_matters_are_passages_of_their_own() {
        for messages in [
            &[
                "Children born on the road have no birth certificate and no school takes them",
                "who checks what the recruitment agencies do once the worker has left?",
                "the nurse from Talaworo cleans floors because nobody recognises her diploma",
            ][..],
            &["Migrant mothers are sent away from the clinic", "Newspapers call every migrant a thief"],
            &["Remittances cost nine per cent here.", "Pushbacks at the border must end."],
            &["Les envois de fonds coûtent trop cher", "Il faut mettre fin à la rétention des enfants migrants"],
            &["Las remesas cuestan demasiado", "Los títulos de las enfermeras migrantes no se reconocen"],
            &["يجب إنهاء احتجاز الأطفال المهاجرين", "التحويلات المالية مكلفة جدا للعائلات"],
            &["Денежные переводы стоят слишком дорого", "Детей мигрантов держат в центрах содержания под стражей"],
            &["政府应当取消招聘费用", "应当停止拘留移民儿童"],
            &["As remessas custam muito caro", "Os diplomas das enfermeiras migrantes não são reconhecidos"],
        ] {
            assert_eq!(passages(messages), messages, "{messages:?}");
        }
    }

    #[test]
    fn what_is_told_and_what_is_asked_of_one_matter_are_two_passages() {
        let messages = [
            "Since 2023 our desk has helped 400 families to get a birth certificate",
            "States must register every birth of migrant children",
        ];
        assert_eq!(passages(&messages), messages);
    }

    #[test]
    fn a_list_in_messages_of_its_own_stays_with_its_introduction() {
        let messages = ["We call on States to:", "- end recruitment fees\n- let workers change jobs"];
        assert_eq!(passages(&messages), ["We call on States to:\n- end recruitment fees", "- let workers change jobs"]);
    }

    #[test]
    fn what_comes_later_moves_no_cut_before_it() {
        let messages =
            ["Remittances cost nine per cent here.", "Pushbacks at the border must end.", "and it must end now"];
        let first = passages(&messages[..2]);
        let all = passages(&messages);
        assert_eq!((all.len(), &all[0]), (2, &first[0]));
        assert!(all[1].starts_with(&first[1]));
    }
}
