//! Each passage in scope, read: its objective and kind by the analysis, the room and the
//! corrections in force, and whether it may be quoted.

use super::gather::{Gathered, Input};
use crate::analysis::{self, Addressee, clusters, duplicates};
use crate::model::Kind;
use crate::record::passage_text;
use crate::vocabulary::Vocabulary;
use std::collections::HashMap;

/// Whether a passage may be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    /// It may.
    Yes,
    /// Its author has to be asked first, and has not been.
    Ask,
    /// Its author allows no quotation, said no to this one, or has not answered.
    No,
}

/// One passage in scope.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    pub input: &'a Input,
    pub number: i64,
    pub text: &'a str,
    pub language: String,
    /// Whether anybody here can analyse its language.
    pub readable: bool,
    pub smalltalk: bool,
    pub objective: Option<u8>,
    pub kind: Kind,
    pub addressee: Option<Addressee>,
    pub principles: Vec<u8>,
    /// The words that decided its objective.
    pub because: Vec<String>,
    pub quoting: Quoting,
    pub category: Option<&'a str>,
    /// The room's short name.
    pub room: Option<&'a str>,
    pub subregion: Option<&'a str>,
    /// Passages that say the same in the same words share this number.
    pub copy_of: usize,
    /// Passages on the same matter share this number.
    pub cluster: usize,
    in_scope: bool,
}

impl Item<'_> {
    /// The passage's name.
    pub fn id(&self) -> String {
        format!("{}.{}", self.input.receipt, self.number)
    }
}

/// The passages of all that was gathered, each by itself, in the order of their contributions'
/// content.
pub(super) fn passages(gathered: &Gathered) -> Vec<Item<'_>> {
    gathered.inputs.iter().flat_map(|input| passages_of(gathered, input)).collect()
}

fn passages_of<'a>(gathered: &'a Gathered, input: &'a Input) -> impl Iterator<Item = Item<'a>> {
    let mut passages: Vec<_> = input.passages.iter().collect();
    passages.sort_by_key(|passage| (passage.start, passage.number));
    passages
        .into_iter()
        .map(move |passage| item(gathered, input, passage.number, passage_text(&input.text, passage).trim()))
}

/// How many of the contributions that moderators hid have a passage in scope.
pub(super) fn hidden(gathered: &Gathered) -> usize {
    let in_scope = |input: &&Input| passages_of(gathered, input).any(|item| item.in_scope);
    gathered.hidden.iter().filter(in_scope).count()
}

/// The passages in scope, with what joins them.
///
/// Copies and clusters are found among all that was gathered, so that the digest of an objective
/// says of it what the digest of the whole says.
pub(super) fn read(gathered: &Gathered) -> Vec<Item<'_>> {
    let mut items = passages(gathered);
    let texts: Vec<&str> = items.iter().map(|item| item.text).collect();
    let copies = duplicates::groups(&texts);
    // Of each text one copy is clustered, and the others stand with it.
    let firsts: Vec<usize> = copies.iter().enumerate().filter(|(i, first)| i == *first).map(|(i, _)| i).collect();
    let (texts, tags): (Vec<&str>, Vec<&str>) =
        firsts.iter().filter_map(|first| items.get(*first)).map(|item| (item.text, item.language.as_str())).unzip();
    let clusters: HashMap<usize, usize> = firsts.iter().copied().zip(clusters::cluster(&texts, &tags)).collect();
    for (item, first) in items.iter_mut().zip(copies) {
        item.copy_of = first;
        item.cluster = clusters.get(&first).copied().unwrap_or(usize::MAX);
    }
    items.retain(|item| item.in_scope);
    items
}

/// One passage.
fn item<'a>(gathered: &'a Gathered, input: &'a Input, number: i64, text: &'a str) -> Item<'a> {
    let scope = &gathered.scope;
    let reading = analysis::read(text, Some(&input.language), input.prior);

    // The latest word on the passage itself, or else on the whole.
    let tags = || input.tags.iter().rev();
    let own = || tags().filter(|tag| tag.passage == Some(number)).chain(tags().filter(|tag| tag.passage.is_none()));
    let tagged = own().find_map(|tag| tag.objective).and_then(|number| u8::try_from(number).ok());
    let first = reading.objectives.first();
    let objective = match tagged {
        Some(0) => None,
        Some(number) => Some(number),
        None => first.map(|scored| scored.number),
    };
    let kind = own().find_map(|tag| tag.kind.as_deref().and_then(Kind::parse)).unwrap_or(reading.kind);
    let because = first.filter(|scored| Some(scored.number) == objective).map(|scored| scored.because.clone());
    let round_table = match objective {
        Some(number) => Vocabulary::current().objective(number).map(|objective| objective.round_table),
        None => reading.round_table,
    };

    let in_scope = scope.objective.is_none_or(|wanted| objective == Some(wanted))
        && scope.round_table.is_none_or(|wanted| round_table == Some(wanted))
        && scope.kind.is_none_or(|wanted| kind == wanted)
        && scope.level.is_none_or(|wanted| reading.level == Some(wanted))
        && scope.language.as_ref().is_none_or(|wanted| *wanted == reading.language.tag);

    let speaks_of = reading.objectives.iter().map(|scored| scored.number).chain(objective);
    let risky = speaks_of.into_iter().any(|number| gathered.settings.risky_objectives.contains(&number));
    let quoting = match input.approvals.get(&number).map(String::as_str) {
        _ if !input.consent.quotes() => Quoting::No,
        Some("approved") => Quoting::Yes,
        Some("declined") => Quoting::No,
        _ if !input.private && !risky => Quoting::Yes,
        None => Quoting::Ask,
        Some(_) => Quoting::No,
    };
    Item {
        input,
        number,
        text,
        readable: reading.language.readable,
        language: reading.language.tag,
        smalltalk: reading.smalltalk,
        objective,
        kind,
        addressee: reading.addressee,
        principles: reading.principles,
        because: because.unwrap_or_default(),
        quoting,
        category: input.author.category.as_deref(),
        room: gathered.room_of(input).map(|room| room.name.as_str()),
        subregion: gathered.subregion_of(input),
        copy_of: 0,
        cluster: 0,
        in_scope,
    }
}
