//! Which of the 23 objectives a text speaks of, and why.
//!
//! A text speaks of an objective by the phrases of the lexicon and the official titles that it
//! holds. A phrase weighs the more the fewer objectives share it and the more words it has. Words
//! that stand for many things ("data", "return", "health") count only where the text is about
//! migration at all, which other words show, or where the room is about that objective. No
//! objective is a normal answer.

use super::marks::{Marks, Meaning};
use crate::vocabulary::Vocabulary;

/// What a room is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Prior {
    /// The objective (1 to 23).
    pub objective: Option<u8>,
    /// The round table (1 to 4).
    pub round_table: Option<u8>,
}

/// One objective of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// 1 to 23.
    pub number: u8,
    /// How surely, above 0 and at most 1. [`Scored::ROOM`] where only the room says so.
    pub score: f64,
    /// The words that decided it, as they stand in the text; none where only the room did.
    pub because: Vec<String>,
}

impl Scored {
    /// The score of an objective that a text on migration has from its room alone.
    pub const ROOM: f64 = 0.25;
}

/// What a phrase of its own weight adds: an objective's score is 1 − Π(1 − weight).
const PHRASE: f64 = 0.5;
/// What each further word of a phrase adds to its weight, up to three words.
const FURTHER_WORD: f64 = 0.1;
/// The weight of a word that stands for many things.
const GENERAL: f64 = 0.35;
/// Less than this is no objective.
const LEAST: f64 = 0.3;
/// An objective must reach this part of the surest one.
const BESIDE_THE_SUREST: f64 = 0.55;
/// What a room's own objective or round table adds to what is there already.
const ROOM_OBJECTIVE: f64 = 0.15;
const ROOM_ROUND_TABLE: f64 = 0.05;
/// More objectives than these are no longer what a passage is about.
const MOST: usize = 4;

/// The objectives of a text in this language, the surest first.
///
/// A room's objective raises only what is there already and breaks ties. Where a text is about
/// migration and names no objective, it has the room's, with [`Scored::ROOM`] and no reason.
pub fn score(text: &str, tag: &str, prior: Option<u8>, round_table: Option<u8>) -> Vec<Scored> {
    of_marks(text, &Marks::of(text, tag), Prior { objective: prior, round_table })
}

/// Whether a text is about migration: it says so, or speaks of an objective in words that belong
/// to it alone.
pub(super) fn about_migration(marks: &Marks) -> bool {
    marks.meanings().any(|m| matches!(m, Meaning::Context | Meaning::Objective { general: false, .. }))
}

pub(super) fn of_marks(text: &str, marks: &Marks, room: Prior) -> Vec<Scored> {
    let context = about_migration(marks);
    let in_room = |number: u8| {
        room.objective == Some(number)
            || (room.round_table.is_some()
                && Vocabulary::current().objective(number).map(|o| o.round_table) == room.round_table)
    };
    // What each objective misses of certainty, and the phrases that were counted.
    let mut found: Vec<(u8, f64, Vec<usize>, Vec<String>)> = Vec::new();
    for mark in &marks.marks {
        let Meaning::Objective { number, general, shared } = mark.meaning else { continue };
        if general && !context && !in_room(number) {
            continue;
        }
        let length = mark.words.len().clamp(1, 3) as f64;
        let full = if general { GENERAL } else { PHRASE };
        let weight = (full + FURTHER_WORD * (length - 1.0)) / f64::from(shared).sqrt();
        let words = text.get(marks.words.place(mark.words.clone())).unwrap_or_default().to_string();
        match found.iter_mut().find(|(n, ..)| *n == number) {
            None => found.push((number, 1.0 - weight, vec![mark.phrase], vec![words])),
            // A phrase said twice says it once.
            Some((_, _, phrases, _)) if phrases.contains(&mark.phrase) => {}
            Some((_, missing, phrases, because)) => {
                *missing *= 1.0 - weight;
                phrases.push(mark.phrase);
                because.push(words);
            }
        }
    }
    let mut scored: Vec<Scored> = found
        .into_iter()
        .map(|(number, missing, _, because)| {
            let raised = match () {
                _ if room.objective == Some(number) => ROOM_OBJECTIVE,
                _ if in_room(number) => ROOM_ROUND_TABLE,
                _ => 0.0,
            };
            // Rounded, so that the same phrases give the same score in whatever order they stand.
            let score = ((1.0 - missing + raised).min(1.0) * 1000.0).round() / 1000.0;
            Scored { number, score, because }
        })
        .filter(|s| s.score >= LEAST)
        .collect();
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.number.cmp(&b.number)));
    let surest = scored.first().map_or(0.0, |s| s.score);
    scored.retain(|s| s.score >= surest * BESIDE_THE_SUREST);
    scored.truncate(MOST);
    if let (true, true, Some(number)) = (scored.is_empty(), context, room.objective) {
        scored.push(Scored { number, score: Scored::ROOM, because: Vec::new() });
    }
    scored
}
