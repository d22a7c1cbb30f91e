//! Organisations: one record with its spellings. What people type is a claim until a coordinator
//! vouches for it.

use crate::store::{Organisation, OrganisationName, Snapshot, StoreError};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name without case, accents, punctuation and the order of its words, so that spellings of one
/// name meet.
pub fn fold_name(name: &str) -> String {
    let plain: String = name
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

/// The keyed hash by which a spelling is looked up.
pub fn name_hash(snapshot: &Snapshot, name: &str) -> Vec<u8> {
    snapshot.hash("organisation", &[&fold_name(name)])
}

/// The record behind a typed name, made where there is none. The name's hash must have been looked
/// up before.
pub fn claim(snapshot: &mut Snapshot, name: &str) -> Result<i64, StoreError> {
    let hash = name_hash(snapshot, name);
    if let Some(known) = snapshot.rows.organisation_names.find(|n| n.hash == hash) {
        return Ok(known.organisation_id);
    }
    let id = snapshot.id();
    let sealed = snapshot.seal_house(id, &vec![name])?;
    snapshot.rows.organisations.insert(Organisation { id, rev: 1, sealed, vouched: 0 });
    let name_id = snapshot.id();
    snapshot.rows.organisation_names.insert(OrganisationName { id: name_id, rev: 1, hash, organisation_id: id });
    Ok(id)
}

/// An organisation's first name.
pub fn name_of(snapshot: &Snapshot, id: i64) -> Result<Option<String>, StoreError> {
    match snapshot.rows.organisations.get(id) {
        Some(row) => Ok(snapshot.open_house::<Vec<String>>(id, &row.sealed)?.into_iter().next()),
        None => Ok(None),
    }
}

/// Whether a coordinator vouched for it.
pub fn vouched(snapshot: &Snapshot, id: i64) -> bool {
    snapshot.rows.organisations.get(id).is_some_and(|o| o.vouched != 0)
}

#[cfg(test)]
mod tests {
    use super::fold_name;

    #[test]
    fn spellings_of_one_name_meet() {
        let folded = fold_name("Union des Travailleuses Domestiques (Exemple)");
        for spelling in
            ["UNION DES TRAVAILLEUSES DOMESTIQUES – exemple", "Exemple: union des travailleuses domestiques"]
        {
            assert_eq!(fold_name(spelling), folded);
        }
        assert_ne!(fold_name("Union des Travailleurs Domestiques (Exemple)"), folded);
    }
}
