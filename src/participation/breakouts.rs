//! Breakouts: who goes to which room of a talk, by the languages that they understand and the themes that
//! they named, with about as many people in each.

use crate::model::Language;
use crate::vocabulary::Vocabulary;

/// A room in which a part of a talk is held, and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakout {
    /// The room's row.
    pub room: i64,
    /// The objective that it is about.
    pub objective: Option<u8>,
    /// The round table that it is about.
    pub round_table: Option<u8>,
    /// Its languages; any, where none is set.
    pub languages: Vec<Language>,
}

/// Someone who has a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// Their registration's row.
    pub entry: i64,
    /// The themes that they named, as the form keeps them: `6`, `table:2`.
    pub themes: Vec<String>,
    /// The language in which they are spoken to.
    pub language: Language,
}

/// Why someone goes to a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// They named what it is about.
    Interest,
    /// It speaks their language, and not every room does.
    Language,
    /// So that there are about as many people in each.
    Balance,
}

impl Breakout {
    fn speaks(&self, language: Language) -> bool {
        self.languages.is_empty() || self.languages.contains(&language)
    }

    fn is_about(&self, themes: &[String]) -> bool {
        let table_of = |objective: u8| Vocabulary::current().objective(objective).map(|found| found.round_table);
        let table = self.round_table.or_else(|| table_of(self.objective?));
        themes.iter().any(|theme| match (theme.strip_prefix("table:"), theme.parse().ok()) {
            (Some(number), _) => table.is_some_and(|table| number == table.to_string()),
            (None, Some(objective)) => match self.objective {
                Some(own) => own == objective,
                None => self.round_table.is_some() && self.round_table == table_of(objective),
            },
            (None, None) => false,
        })
    }
}

/// Who goes where, and why: the same for the same people, in whatever order they are given. No room gets
/// more than its share; those whom a room suits best choose first, then who registered earlier.
pub fn assign(rooms: &[Breakout], guests: &[Guest]) -> Vec<(i64, i64, Because)> {
    let share = guests.len().div_ceil(rooms.len().max(1));
    let suits = |guest: &Guest, room: &Breakout| (room.speaks(guest.language), room.is_about(&guest.themes));
    let best = |guest: &Guest| rooms.iter().map(|room| suits(guest, room)).max();
    let mut in_turn: Vec<&Guest> = guests.iter().collect();
    in_turn.sort_by_key(|guest| (std::cmp::Reverse(best(guest)), guest.entry));
    let mut taken = vec![0; rooms.len()];
    let mut assigned = Vec::new();
    for guest in in_turn {
        let free = rooms.iter().enumerate().filter(|(at, _)| taken.get(*at).is_some_and(|taken| *taken < share));
        // Of those that suit as well, the one with the fewest people, then the first.
        let Some((at, room)) =
            free.max_by_key(|(at, room)| (suits(guest, room), std::cmp::Reverse((taken.get(*at).copied(), *at))))
        else {
            continue;
        };
        let because = match suits(guest, room) {
            (_, true) => Because::Interest,
            (true, _) if rooms.iter().any(|other| !other.speaks(guest.language)) => Because::Language,
            _ => Because::Balance,
        };
        assigned.push((guest.entry, room.room, because));
        if let Some(taken) = taken.get_mut(at) {
            *taken += 1;
        }
    }
    assigned
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guest(entry: i64, themes: &[&str], language: Language) -> Guest {
        Guest { entry, themes: themes.iter().map(|theme| (*theme).to_owned()).collect(), language }
    }

    fn rooms() -> [Breakout; 3] {
        let room = |room| Breakout { room, objective: None, round_table: None, languages: Vec::new() };
        [
            Breakout { objective: Some(6), ..room(1) },
            Breakout { languages: vec![Language::Fr], ..room(2) },
            Breakout { languages: vec![Language::En], ..room(3) },
        ]
    }

    #[test]
    fn people_go_where_they_understand_and_where_their_themes_are() {
        let guests = [
            guest(1, &[], Language::Fr),
            guest(2, &["6"], Language::En),
            guest(3, &[], Language::En),
            guest(4, &["21"], Language::Fr),
            guest(5, &["6", "9"], Language::Fr),
            guest(6, &[], Language::Ar),
        ];
        let assigned = assign(&rooms(), &guests);
        let of = |entry| assigned.iter().find(|(of, ..)| *of == entry).map(|(_, room, because)| (*room, *because));
        assert_eq!(of(2), Some((1, Because::Interest)));
        assert_eq!(of(5), Some((1, Because::Interest)));
        assert_eq!(of(1), Some((2, Because::Language)));
        assert_eq!(of(4), Some((2, Because::Language)));
        assert_eq!(of(3), Some((3, Because::Language)));
        assert_eq!(of(6).map(|(room, _)| room), Some(3), "where there is still a place");
        let mut backwards = guests.to_vec();
        backwards.reverse();
        assert_eq!(assign(&rooms(), &backwards), assigned);
    }

    #[test]
    fn a_round_table_is_about_its_objectives_and_no_room_gets_more_than_its_share() {
        let table = Vocabulary::current().objective(6).map(|objective| objective.round_table);
        let [objective, other, _] = rooms();
        let of_table = Breakout { objective: None, round_table: table, ..objective };
        assert!(of_table.is_about(&["6".into()]) && !of_table.is_about(&["moon".into()]));
        let guests: Vec<Guest> = (0..7).map(|n| guest(n, &["6"], Language::En)).collect();
        let assigned = assign(&[of_table, other], &guests);
        assert_eq!(assigned.len(), 7);
        assert_eq!(assigned.iter().filter(|(_, room, _)| *room == 1).count(), 4);
        assert!(assign(&[], &guests).is_empty());
    }
}
