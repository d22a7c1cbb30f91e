//! From TOML files to the vocabulary: merging an operator's folder, and refusing what is unknown.

use super::{
    Country, LANGUAGES, Label, Objective, Principle, Region, RoundTable, StakeholderCategory, Subregion, Vocabulary,
};
use std::collections::BTreeMap;
use std::path::Path;
use toml::{Table, Value};

const VOCABULARY: &str = "vocabulary.toml";
const REGIONS: &str = "regions.toml";
const COUNTRIES: &str = "countries.toml";
const LEXICON: &str = "lexicon.toml";
const SPEECH: &str = "speech.toml";

/// The shipped files.
const SHIPPED: [(&str, &str); 5] = [
    (VOCABULARY, include_str!("../../config/vocabulary/vocabulary.toml")),
    (REGIONS, include_str!("../../config/vocabulary/regions.toml")),
    (COUNTRIES, include_str!("../../config/vocabulary/countries.toml")),
    (LEXICON, include_str!("../../config/vocabulary/lexicon.toml")),
    (SPEECH, include_str!("../../config/vocabulary/speech.toml")),
];

/// Why a vocabulary file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum VocabularyError {
    /// The file is there but cannot be read.
    #[error("{file} cannot be read: {source}. Check that the file exists and that its permissions allow reading.")]
    Unreadable {
        /// The file's name.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not TOML.
    #[error("{file} is not valid TOML: {message}")]
    Malformed {
        /// The file's name.
        file: String,
        /// What is wrong, with the line.
        message: String,
    },
    /// A key that means nothing.
    #[error("{file}: {place} has the unknown key `{key}`. Correct its spelling or remove it.")]
    UnknownKey {
        /// The file's name.
        file: String,
        /// Where in the file: `objective 3`.
        place: String,
        /// The key.
        key: String,
    },
    /// A key that is missing or whose value cannot be.
    #[error("{file}: {place}, key `{key}`: {problem}.")]
    BadValue {
        /// The file's name.
        file: String,
        /// Where in the file.
        place: String,
        /// The key.
        key: String,
        /// What it should be.
        problem: String,
    },
}

/// Reads what ships.
pub(super) fn built_in() -> Result<Vocabulary, VocabularyError> {
    build(shipped()?)
}

/// Reads what ships with a folder laid over it.
pub(super) fn with_folder(folder: &Path) -> Result<Vocabulary, VocabularyError> {
    let mut files = shipped()?;
    let unreadable = |file: &str, source| VocabularyError::Unreadable { file: file.into(), source };
    std::fs::read_dir(folder).map_err(|e| unreadable(&folder.display().to_string(), e))?;
    for (name, base) in &mut files {
        match std::fs::read_to_string(folder.join(name.as_str())) {
            Ok(text) => lay_over(base, parse(name, &text)?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(unreadable(name, error)),
        }
    }
    build(files)
}

fn shipped() -> Result<Vec<(String, Table)>, VocabularyError> {
    SHIPPED.iter().map(|(name, text)| Ok((name.to_string(), parse(name, text)?))).collect()
}

fn parse(file: &str, text: &str) -> Result<Table, VocabularyError> {
    text.parse().map_err(|e: toml::de::Error| VocabularyError::Malformed { file: file.into(), message: e.to_string() })
}

/// Lays one table over another: entries of the same `number` or `id` are merged, lists of plain
/// values grow by what is new, single values are replaced.
pub fn lay_over(base: &mut Table, over: Table) {
    for (key, value) in over {
        match (base.get_mut(&key), value) {
            (Some(Value::Table(base)), Value::Table(over)) => lay_over(base, over),
            (Some(Value::Array(base)), Value::Array(over)) => {
                for item in over {
                    let name = |v: &Value| v.get("id").or_else(|| v.get("number")).cloned();
                    let same = base.iter().position(|b| *b == item || (name(b).is_some() && name(b) == name(&item)));
                    match (same.and_then(|place| base.get_mut(place)), item) {
                        (Some(Value::Table(base)), Value::Table(item)) => lay_over(base, item),
                        (Some(_), _) => {}
                        (None, item) => base.push(item),
                    }
                }
            }
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

/// One table of a file while it is read: what is taken out is known, what is left is not.
struct Entry<'a> {
    file: &'a str,
    place: String,
    table: Table,
}

impl Entry<'_> {
    fn bad(&self, key: &str, problem: impl Into<String>) -> VocabularyError {
        VocabularyError::BadValue {
            file: self.file.into(),
            place: self.place.clone(),
            key: key.into(),
            problem: problem.into(),
        }
    }

    fn number(&mut self, key: &str, range: std::ops::RangeInclusive<u8>) -> Result<u8, VocabularyError> {
        let value = self.table.remove(key).and_then(|v| v.as_integer()).and_then(|n| u8::try_from(n).ok());
        value
            .filter(|n| range.contains(n))
            .ok_or_else(|| self.bad(key, format!("write a number from {} to {}", range.start(), range.end())))
    }

    fn text(&mut self, key: &str) -> Result<String, VocabularyError> {
        match self.table.remove(key) {
            Some(Value::String(text)) if !text.trim().is_empty() => Ok(text),
            _ => Err(self.bad(key, "write a text in quotation marks")),
        }
    }

    /// A list of texts; a missing one is empty.
    fn texts(&mut self, key: &str) -> Result<Vec<String>, VocabularyError> {
        let problem = "write a list of texts, [\"one\", \"two\"]";
        match self.table.remove(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => items
                .into_iter()
                .map(|item| match item {
                    Value::String(text) if !text.trim().is_empty() => Ok(text),
                    _ => Err(self.bad(key, problem)),
                })
                .collect(),
            Some(_) => Err(self.bad(key, problem)),
        }
    }

    /// The texts under `prefix` and a language code; English must be there. What is said beside
    /// them about where the wording comes from (`…_status`) is for people and is passed over.
    fn label(&mut self, prefix: &str) -> Result<Label, VocabularyError> {
        let mut label = BTreeMap::new();
        for lang in LANGUAGES {
            let key = format!("{prefix}{lang}");
            if self.table.contains_key(&key) {
                label.insert(lang.to_string(), self.text(&key)?);
            }
            self.table.remove(&format!("{key}_status"));
        }
        match label.contains_key("en") {
            true => Ok(Label(label)),
            false => Err(self.bad(&format!("{prefix}en"), "write at least the English text")),
        }
    }

    fn skip(&mut self, keys: &[&str]) {
        for key in keys {
            self.table.remove(*key);
        }
    }

    fn finish(self) -> Result<(), VocabularyError> {
        match self.table.into_iter().next() {
            None => Ok(()),
            Some((key, _)) => Err(VocabularyError::UnknownKey { file: self.file.into(), place: self.place, key }),
        }
    }

    /// The tables of a list (`[[region]]`), each with what it is called in messages.
    fn entries(&mut self, key: &str) -> Result<Vec<Entry<'static>>, VocabularyError> {
        let file = SHIPPED.iter().map(|(name, _)| *name).find(|name| *name == self.file).unwrap_or_default();
        let Some(Value::Array(items)) = self.table.remove(key) else {
            return Err(self.bad(key, format!("write its entries as [[{key}]]")));
        };
        items
            .into_iter()
            .enumerate()
            .map(|(index, item)| match item {
                Value::Table(table) => {
                    let name = table.get("id").or_else(|| table.get("number"));
                    let name = name.map_or(format!("entry {}", index + 1), |n| n.to_string().replace('"', ""));
                    Ok(Entry { file, place: format!("{key} {name}"), table })
                }
                _ => Err(self.bad(key, format!("write its entries as [[{key}]]"))),
            })
            .collect()
    }
}

fn build(files: Vec<(String, Table)>) -> Result<Vocabulary, VocabularyError> {
    let mut vocabulary = Vocabulary {
        objectives: Vec::new(),
        round_tables: Vec::new(),
        principles: Vec::new(),
        categories: Vec::new(),
        regions: Vec::new(),
        countries: Vec::new(),
        lists: BTreeMap::new(),
    };
    for (file, table) in &files {
        let mut root = Entry { file, place: "the file".into(), table: table.clone() };
        root.skip(&["schema", "source"]);
        match file.as_str() {
            VOCABULARY => names(&mut root, &mut vocabulary)?,
            REGIONS => regions(&mut root, &mut vocabulary)?,
            COUNTRIES => named_countries(&mut root, &mut vocabulary)?,
            LEXICON => {
                for mut entry in root.entries("objective")? {
                    let number = entry.number("number", 1..=23)?;
                    list(entry, &format!("objective.{number}"), &mut vocabulary)?;
                }
                lists(&mut root, "", &mut vocabulary)?;
            }
            _ => lists(&mut root, "", &mut vocabulary)?,
        }
        root.finish()?;
    }
    Ok(vocabulary)
}

fn names(root: &mut Entry<'_>, vocabulary: &mut Vocabulary) -> Result<(), VocabularyError> {
    for mut entry in root.entries("objective")? {
        let objective = Objective {
            number: entry.number("number", 1..=23)?,
            round_table: entry.number("roundtable", 1..=4)?,
            title: entry.label("title_")?,
            short: entry.label("short_")?,
        };
        entry.skip(&["gist"]);
        entry.finish()?;
        vocabulary.objectives.push(objective);
    }
    vocabulary.objectives.sort_by_key(|o| o.number);
    for mut entry in root.entries("roundtable")? {
        let number = entry.number("number", 1..=4)?;
        let title = entry.label("title_")?;
        // Which objectives it reviews stands with the objectives, too; one of both must give way.
        entry.skip(&["objectives", "objectives_status", "title_fr_es_status", "title_ar_ru_zh_pt_status"]);
        entry.finish()?;
        let objectives = vocabulary.objectives.iter().filter(|o| o.round_table == number).map(|o| o.number).collect();
        vocabulary.round_tables.push(RoundTable { number, objectives, title });
    }
    for mut entry in root.entries("principle")? {
        let principle =
            Principle { number: entry.number("number", 1..=10)?, id: entry.text("id")?, title: entry.label("")? };
        entry.skip(&["status"]);
        entry.finish()?;
        vocabulary.principles.push(principle);
    }
    for mut entry in root.entries("stakeholder")? {
        let category =
            StakeholderCategory { id: entry.text("id")?, label: entry.label("")?, aliases: entry.texts("aliases")? };
        entry.finish()?;
        vocabulary.categories.push(category);
    }
    root.skip(&["stakeholder_extra"]);
    Ok(())
}

fn regions(root: &mut Entry<'_>, vocabulary: &mut Vocabulary) -> Result<(), VocabularyError> {
    for mut entry in root.entries("region")? {
        let id = entry.text("id")?;
        let prefix = entry.text("prefix")?;
        if prefix.len() != 2 || !prefix.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(entry.bad("prefix", "write two capital letters, with which the region's receipts begin"));
        }
        if vocabulary.regions.iter().any(|r| r.prefix == prefix) {
            return Err(entry.bad("prefix", format!("{prefix} belongs to another region, choose two other letters")));
        }
        let label = entry.label("")?;
        let countries = countries(&mut entry)?;
        let mut subregions = Vec::new();
        if entry.table.contains_key("subregion") {
            for mut part in entry.entries("subregion")? {
                let countries = self::countries(&mut part)?;
                subregions.push(Subregion { id: part.text("id")?, label: part.label("")?, countries });
                part.finish()?;
            }
        }
        entry.skip(&["commission", "commission_name", "note", "second_review", "second_review_status"]);
        entry.finish()?;
        vocabulary.regions.push(Region { id, prefix, countries, subregions, label });
    }
    Ok(())
}

fn named_countries(root: &mut Entry<'_>, vocabulary: &mut Vocabulary) -> Result<(), VocabularyError> {
    let capitals = |code: &str, length: usize| code.len() == length && code.bytes().all(|b| b.is_ascii_uppercase());
    for mut entry in root.entries("country")? {
        let (id, iso2) = (entry.text("id")?, entry.text("iso2")?);
        if !capitals(&id, 3) {
            return Err(entry.bad("id", "write a three-letter country code such as NGA"));
        }
        if !capitals(&iso2, 2) {
            return Err(entry.bad("iso2", "write a two-letter country code such as NG"));
        }
        let (label, aliases) = (entry.label("")?, entry.texts("aliases")?);
        entry.finish()?;
        vocabulary.countries.push(Country { id, iso2, label, aliases });
    }
    Ok(())
}

fn countries(entry: &mut Entry<'_>) -> Result<Vec<String>, VocabularyError> {
    let codes = entry.texts("countries")?;
    match codes.iter().find(|c| c.len() != 3 || !c.bytes().all(|b| b.is_ascii_uppercase())) {
        None => Ok(codes),
        Some(code) => Err(entry.bad("countries", format!("`{code}` is no three-letter country code such as NGA"))),
    }
}

/// Every table of word lists below this one; nested tables join their names with dots.
fn lists(root: &mut Entry<'_>, prefix: &str, vocabulary: &mut Vocabulary) -> Result<(), VocabularyError> {
    for (name, value) in std::mem::take(&mut root.table) {
        let Value::Table(table) = value else {
            return Err(VocabularyError::UnknownKey { file: root.file.into(), place: root.place.clone(), key: name });
        };
        let name = format!("{prefix}{name}");
        if prefix == "concept." {
            list(Entry { file: root.file, place: format!("list {name}"), table }, &name, vocabulary)?;
            continue;
        }
        if name != "concept" && !LIST_NAMES.iter().any(|known| name == *known || known.starts_with(&format!("{name}.")))
        {
            return Err(VocabularyError::UnknownKey { file: root.file.into(), place: root.place.clone(), key: name });
        }
        let mut entry = Entry { file: root.file, place: format!("list {name}"), table };
        match LIST_NAMES.contains(&name.as_str()) {
            true => list(entry, &name, vocabulary)?,
            false => lists(&mut entry, &format!("{name}."), vocabulary)?,
        }
    }
    Ok(())
}

/// The lists that `lexicon.toml` and `speech.toml` may hold beside the objectives' phrases.
const LIST_NAMES: [&str; 39] = [
    "context",
    "general",
    "aside",
    "ignore",
    "kind.good-practice",
    "kind.challenge",
    "kind.recommendation",
    "kind.pledge",
    "kind.question",
    "kind.imperative",
    "kind.weak",
    "addressee.states",
    "addressee.un",
    "addressee.employers",
    "addressee.local-authorities",
    "addressee.civil-society",
    "addressee.parliaments",
    "addressee.consulates",
    "addressee.media",
    "level.local",
    "level.national",
    "level.regional",
    "level.global",
    "principle.1",
    "principle.2",
    "principle.3",
    "principle.4",
    "principle.5",
    "principle.6",
    "principle.7",
    "principle.8",
    "principle.9",
    "principle.10",
    "continues",
    "smalltalk.anchor",
    "smalltalk.filler",
    "stopwords",
    "other-language",
    "abbreviation",
];

fn list(mut entry: Entry<'_>, name: &str, vocabulary: &mut Vocabulary) -> Result<(), VocabularyError> {
    // Languages that are only recognised, never analysed, have lists as well.
    let others: Vec<String> = match name {
        "other-language" => entry.table.keys().cloned().collect(),
        _ => Vec::new(),
    };
    let langs = LANGUAGES.iter().map(|l| l.to_string()).chain(others);
    for lang in langs {
        let words = entry.texts(&lang)?;
        if !words.is_empty() {
            vocabulary.lists.entry(name.into()).or_default().entry(lang).or_default().extend(words);
        }
    }
    entry.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("a file in it");
        }
        folder
    }

    fn refusal(name: &str, text: &str) -> String {
        with_folder(folder(&[(name, text)]).path()).expect_err("it must be refused").to_string()
    }

    #[test]
    fn what_ships_can_be_read_and_is_whole() {
        let v = built_in().expect("the shipped files are valid");
        assert_eq!(v.objectives().iter().map(|o| o.number).collect::<Vec<_>>(), (1..=23).collect::<Vec<_>>());
        assert_eq!(v.round_tables().iter().map(|r| r.objectives.len()).sum::<usize>(), 23);
        assert_eq!(v.round_table(2).map(|r| r.objectives.clone()), Some(vec![4, 8, 9, 10, 11, 13, 21]));
        assert_eq!((v.principles().len(), v.categories().len(), v.regions().len()), (10, 13, 6));
        for lang in LANGUAGES {
            for o in v.objectives() {
                assert!(o.title.0.contains_key(lang) && o.short.0.contains_key(lang), "objective {} {lang}", o.number);
                assert!(!v.words(&format!("objective.{}", o.number), lang).is_empty());
            }
            assert!(v.round_tables().iter().all(|r| r.title.0.contains_key(lang)), "{lang}");
            assert!(v.principles().iter().all(|p| p.title.0.contains_key(lang)), "{lang}");
            assert!(v.categories().iter().all(|c| c.label.0.contains_key(lang)), "{lang}");
            assert!(v.countries().iter().all(|c| c.label.0.contains_key(lang)), "{lang}");
            for region in v.regions() {
                assert!(region.label.0.contains_key(lang), "{} {lang}", region.id);
                assert!(region.subregions.iter().all(|s| s.label.0.contains_key(lang)), "{} {lang}", region.id);
            }
        }
    }

    #[test]
    fn every_country_of_a_region_has_a_name_and_is_in_a_subregion_of_it_or_of_none() {
        let v = built_in().expect("valid");
        for region in v.regions() {
            assert!(region.countries.iter().all(|code| v.country(code).is_some()), "{}", region.id);
            for part in &region.subregions {
                for country in &part.countries {
                    assert!(region.countries.contains(country), "{} {country}", part.id);
                }
            }
        }
    }

    #[test]
    fn a_folder_adds_and_changes() {
        let folder = folder(&[
            (
                "vocabulary.toml",
                "[[stakeholder]]\nid = \"media\"\nen = \"Journalists\"\n[[stakeholder]]\nid = \"youth\"\nen = \"Young people\"\n",
            ),
            ("lexicon.toml", "[[objective]]\nnumber = 20\nen = [\"hawala\"]\n"),
        ]);
        let v = with_folder(folder.path()).expect("valid");
        assert_eq!(v.category("media").map(|c| (c.label("en"), c.label("fr"))), Some(("Journalists", "Médias")));
        assert_eq!(v.categories().len(), 14);
        assert_eq!(v.category("youth").map(|c| c.label("fr")), Some("Young people"));
        assert!(v.words("objective.20", "en").iter().any(|w| w == "hawala"));
        assert!(v.words("objective.20", "en").iter().any(|w| w == "remittances"));
    }

    #[test]
    fn an_error_names_file_key_and_remedy() {
        let text = refusal("vocabulary.toml", "[[objective]]\nnumber = 3\ntitel_en = \"x\"\n");
        assert_eq!(
            text,
            "vocabulary.toml: objective 3 has the unknown key `titel_en`. Correct its spelling or remove it."
        );
        let text = refusal("regions.toml", "[[region]]\nid = \"moon\"\nprefix = \"MOON\"\nen = \"Moon\"\n");
        assert!(text.contains("region moon, key `prefix`: write two capital letters"), "{text}");
        assert!(refusal("regions.toml", "[[region]]\nid = \"moon\"\nprefix = \"AF\"\nen = \"Moon\"\n").contains("AF"));
        assert!(refusal("lexicon.toml", "[[objective]]\nnumber = 24\n").contains("from 1 to 23"));
        assert!(refusal("speech.toml", "[kind.praise]\nen = [\"great\"]\n").contains("kind.praise"));
        assert!(refusal("speech.toml", "[context]\nen = \"x\"\n").contains("write a list of texts"));
        assert!(refusal("speech.toml", "[context\n").contains("not valid TOML"));
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_and_an_empty_one_is_not() {
        assert!(with_folder(Path::new("no-such-folder-of-ours")).is_err());
        assert!(with_folder(folder(&[]).path()).is_ok());
    }
}
