//! What the consultations speak of: objectives, round tables, principles, stakeholder categories,
//! regions, and the words by which texts are recognised. It ships in `config/vocabulary/` and is
//! built in; an operator's folder may add to it.
//!
//! Languages are ISO 639-1 codes here (`"fr"`); a label that a language lacks is given in English.

mod fold;
mod nearest;
mod read;

pub use fold::{fold, fold_char, is_word_char};
pub(crate) use nearest::distance;
pub use nearest::nearest;
pub use read::{VocabularyError, lay_over};

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// The codes of the languages that the vocabulary speaks.
pub const LANGUAGES: [&str; 7] = ["en", "fr", "es", "ar", "ru", "zh", "pt"];

/// One text in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label(BTreeMap<String, String>);

impl Label {
    /// The text in this language (`pt-BR` reads as `pt`), else in English.
    pub fn get(&self, lang: &str) -> &str {
        let code = lang.split(['-', '_']).next().unwrap_or_default();
        self.0.get(code).or_else(|| self.0.get("en")).map(String::as_str).unwrap_or_default()
    }

    /// The text in every language that has one of its own.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }
}

/// One of the 23 objectives of the Global Compact.
#[derive(Debug, Clone)]
pub struct Objective {
    /// 1 to 23.
    pub number: u8,
    /// The round table (1 to 4) that reviews it.
    pub round_table: u8,
    title: Label,
    short: Label,
}

impl Objective {
    /// The title of the resolution.
    pub fn title(&self, lang: &str) -> &str {
        self.title.get(lang)
    }

    /// A label of a few words.
    pub fn short(&self, lang: &str) -> &str {
        self.short.get(lang)
    }
}

/// One of the four groups in which reviews discuss the objectives.
#[derive(Debug, Clone)]
pub struct RoundTable {
    /// 1 to 4.
    pub number: u8,
    /// The numbers of its objectives, in order.
    pub objectives: Vec<u8>,
    title: Label,
}

impl RoundTable {
    /// The round table's title.
    pub fn title(&self, lang: &str) -> &str {
        self.title.get(lang)
    }
}

/// One of the ten guiding principles.
#[derive(Debug, Clone)]
pub struct Principle {
    /// 1 to 10.
    pub number: u8,
    /// The name in files: `child-sensitive`.
    pub id: String,
    title: Label,
}

impl Principle {
    /// The principle's title.
    pub fn title(&self, lang: &str) -> &str {
        self.title.get(lang)
    }
}

/// A category of stakeholders (paragraph 44 of the Global Compact).
#[derive(Debug, Clone)]
pub struct StakeholderCategory {
    /// The name in files and commands: `trade-unions`.
    pub id: String,
    label: Label,
    aliases: Vec<String>,
}

impl StakeholderCategory {
    /// The category as people read it.
    pub fn label(&self, lang: &str) -> &str {
        self.label.get(lang)
    }
}

/// A review region: that of a regional commission of the United Nations, or the whole world.
#[derive(Debug, Clone)]
pub struct Region {
    /// The name in files and commands: `asia-pacific`.
    pub id: String,
    /// The two letters with which its receipts begin: `AP`.
    pub prefix: String,
    /// ISO 3166 three-letter codes. Regions overlap.
    pub countries: Vec<String>,
    /// Its parts.
    pub subregions: Vec<Subregion>,
    label: Label,
}

impl Region {
    /// The region as people read it.
    pub fn label(&self, lang: &str) -> &str {
        self.label.get(lang)
    }

    /// The sub-region of this identifier.
    pub fn subregion(&self, id: &str) -> Option<&Subregion> {
        self.subregions.iter().find(|s| s.id == id)
    }
}

/// A part of a region.
#[derive(Debug, Clone)]
pub struct Subregion {
    /// The name in files and commands: `west-africa`.
    pub id: String,
    /// ISO 3166 three-letter codes.
    pub countries: Vec<String>,
    label: Label,
}

impl Subregion {
    /// The sub-region as people read it.
    pub fn label(&self, lang: &str) -> &str {
        self.label.get(lang)
    }
}

/// A country or territory.
#[derive(Debug, Clone)]
pub struct Country {
    /// ISO 3166 three-letter code: `KEN`.
    pub id: String,
    /// ISO 3166 two-letter code: `KE`.
    pub iso2: String,
    label: Label,
    aliases: Vec<String>,
}

impl Country {
    /// The country as people read it.
    pub fn label(&self, lang: &str) -> &str {
        self.label.get(lang)
    }

    /// Its flag: the two regional indicators of its code.
    pub fn flag(&self) -> String {
        let indicator = |b: u8| char::from_u32(0x1_f1e6 + u32::from(b.wrapping_sub(b'A')));
        self.iso2.bytes().filter_map(indicator).collect()
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let codes = [self.id.as_str(), self.iso2.as_str()];
        codes.into_iter().chain(self.label.all()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// The whole vocabulary.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    objectives: Vec<Objective>,
    round_tables: Vec<RoundTable>,
    principles: Vec<Principle>,
    categories: Vec<StakeholderCategory>,
    regions: Vec<Region>,
    countries: Vec<Country>,
    /// Word lists by name and language.
    lists: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

static CURRENT: OnceLock<Vocabulary> = OnceLock::new();

impl Vocabulary {
    /// What ships with the program.
    pub fn built_in() -> &'static Vocabulary {
        static BUILT_IN: OnceLock<Vocabulary> = OnceLock::new();
        BUILT_IN.get_or_init(|| match read::built_in() {
            Ok(vocabulary) => vocabulary,
            Err(error) => unreachable!("a test reads the built-in vocabulary: {error}"),
        })
    }

    /// What ships with the program, with an operator's folder laid over it.
    ///
    /// Files of the shipped names (`vocabulary.toml`, `regions.toml`, `countries.toml`, `lexicon.toml`,
    /// `speech.toml`) are read where they are there: entries of a known number or id change what
    /// they name, lists of words grow, new categories, regions and sub-regions are added.
    ///
    /// # Errors
    /// Names the file and the key that cannot be read, is unknown or holds a wrong value.
    pub fn with_folder(folder: &Path) -> Result<Vocabulary, VocabularyError> {
        read::with_folder(folder)
    }

    /// Makes this the vocabulary of the process. It is called once at start-up, before the first
    /// use of [`Vocabulary::current`]; later calls change nothing and return `false`.
    pub fn install(self) -> bool {
        CURRENT.set(self).is_ok()
    }

    /// The vocabulary of the process: the installed one, else the built-in one.
    pub fn current() -> &'static Vocabulary {
        CURRENT.get().unwrap_or_else(|| Vocabulary::built_in())
    }

    /// The 23 objectives in their order.
    pub fn objectives(&self) -> &[Objective] {
        &self.objectives
    }

    /// The objective of this number.
    pub fn objective(&self, number: u8) -> Option<&Objective> {
        self.objectives.iter().find(|o| o.number == number)
    }

    /// The four round tables in their order.
    pub fn round_tables(&self) -> &[RoundTable] {
        &self.round_tables
    }

    /// The round table of this number.
    pub fn round_table(&self, number: u8) -> Option<&RoundTable> {
        self.round_tables.iter().find(|r| r.number == number)
    }

    /// The ten guiding principles in their order.
    pub fn principles(&self) -> &[Principle] {
        &self.principles
    }

    /// The principle of this number.
    pub fn principle(&self, number: u8) -> Option<&Principle> {
        self.principles.iter().find(|p| p.number == number)
    }

    /// The stakeholder categories in the order in which they are offered.
    pub fn categories(&self) -> &[StakeholderCategory] {
        &self.categories
    }

    /// The category of this identifier.
    pub fn category(&self, id: &str) -> Option<&StakeholderCategory> {
        self.categories.iter().find(|c| c.id == id)
    }

    /// The regions, the whole world last.
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// The region of this identifier.
    pub fn region(&self, id: &str) -> Option<&Region> {
        self.regions.iter().find(|r| r.id == id)
    }

    /// The sub-region of this identifier, with its region.
    pub fn subregion(&self, id: &str) -> Option<(&Region, &Subregion)> {
        self.regions.iter().find_map(|r| r.subregion(id).map(|s| (r, s)))
    }

    /// The regions and sub-regions of a country (ISO 3166 three-letter code, any case).
    pub fn subregions_of(&self, country: &str) -> Vec<(&Region, &Subregion)> {
        let country = country.trim().to_uppercase();
        self.regions
            .iter()
            .flat_map(|r| r.subregions.iter().map(move |s| (r, s)))
            .filter(|(_, s)| s.countries.contains(&country))
            .collect()
    }

    /// The countries in the order of their codes.
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// The country of this three-letter code.
    pub fn country(&self, id: &str) -> Option<&Country> {
        self.countries.iter().find(|c| c.id == id)
    }

    /// The country that someone names: by its name in any language, a code or its flag; or else the
    /// countries that may be meant, where some are near.
    pub fn find_country(&self, text: &str) -> Result<&Country, Vec<&Country>> {
        let flag = text.trim();
        let folded = fold(text);
        let is = |c: &&Country| c.flag() == flag || c.names().any(|name| !folded.is_empty() && fold(name) == folded);
        if let Some(country) = self.countries.iter().find(is) {
            return Ok(country);
        }
        let near = |c: &&Country| nearest(text, c.names().filter(|name| name.chars().count() > 3)).is_some();
        // A word out of a longer name ("guinea", "coree") may be meant too.
        let within = |c: &&Country| {
            let long = folded.chars().count() > if is_han(&folded) { 0 } else { 3 };
            long && c.names().any(|name| match is_han(&folded) {
                true => fold(name).contains(&folded),
                false => format!(" {} ", fold(name)).contains(&format!(" {folded} ")),
            })
        };
        Err(self.countries.iter().filter(|c| near(c) || within(c)).collect())
    }

    /// A list of words in one language, as it stands in `lexicon.toml` or `speech.toml`; empty
    /// where there is none. The phrases of an objective are in the list `objective.6`.
    pub fn words(&self, list: &str, lang: &str) -> &[String] {
        self.lists.get(list).and_then(|by_language| by_language.get(lang)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The names of the lists that begin with this (`concept.`), in order.
    pub fn lists(&self, prefix: &str) -> impl Iterator<Item = &str> {
        self.lists.keys().map(String::as_str).filter(move |name| name.starts_with(prefix))
    }

    /// The objective that people mean by a number (`6`, `٦`, `#6`, `objectif 6`) or by a word in
    /// any language (`remittances`, `expulsions`, `汇款`), forgiving a slip or two.
    pub fn find_objective(&self, text: &str) -> Option<u8> {
        let folded = fold(text);
        let digits: String = folded.chars().filter_map(western_digit).collect();
        // A dash between words is none before a number.
        let is_below_zero = |word: &str| {
            word.strip_prefix(['-', '−']).is_some_and(|rest| rest.starts_with(|c| western_digit(c).is_some()))
        };
        if text.split_whitespace().any(is_below_zero) {
            return None;
        }
        if !digits.is_empty() && folded.split(' ').count() <= 2 {
            let number = digits.parse().ok()?;
            return self.objective(number).map(|o| o.number);
        }
        if folded.is_empty() {
            return None;
        }
        // What names an objective, with how surely: its short title, its title, its phrases. A
        // phrase that several share says little, so the lowest count wins, then the number.
        let mut names: Vec<(String, u8)> = Vec::new();
        for objective in &self.objectives {
            names.extend(objective.short.all().chain(objective.title.all()).map(|t| (fold(t), objective.number)));
        }
        let titles = names.len();
        for objective in &self.objectives {
            let list = format!("objective.{}", objective.number);
            for words in self.lists.get(&list).into_iter().flat_map(|l| l.values()) {
                names.extend(words.iter().map(|w| (fold(w), objective.number)));
            }
        }
        let exact = |names: &[(String, u8)]| names.iter().find(|(name, _)| *name == folded).map(|(_, n)| *n);
        // A word out of a short title ("fronteras") comes before the near misses.
        let within = |names: &[(String, u8)]| {
            let mut found: Vec<u8> = names
                .iter()
                .filter(|(name, _)| match is_han(&folded) {
                    true => name.contains(&folded),
                    false => folded.chars().count() > 3 && format!(" {name} ").contains(&format!(" {folded} ")),
                })
                .map(|(_, n)| *n)
                .collect();
            found.sort_unstable();
            found.dedup();
            (found.len() == 1).then(|| found[0])
        };
        let near = || {
            let hit = nearest(&folded, names.iter().map(|(name, _)| name.as_str()))?;
            names.iter().find(|(name, _)| name == hit).map(|(_, n)| *n)
        };
        exact(&names).or_else(|| within(&names[..titles])).or_else(|| within(&names)).or_else(near)
    }

    /// The category that people mean by an identifier, a label in any language or a common word
    /// for it (`NGO`, `syndicat`, `教会`), forgiving a slip or two.
    pub fn find_category(&self, text: &str) -> Option<&StakeholderCategory> {
        let folded = fold(text);
        if folded.is_empty() {
            return None;
        }
        let names: Vec<(String, &StakeholderCategory)> = self
            .categories
            .iter()
            .flat_map(|c| {
                let aliases = c.aliases.iter().map(String::as_str);
                std::iter::once(c.id.as_str()).chain(c.label.all()).chain(aliases).map(move |name| (fold(name), c))
            })
            .collect();
        let exact = || names.iter().find(|(name, _)| *name == folded);
        let near = || {
            let hit = nearest(&folded, names.iter().map(|(name, _)| name.as_str()))?;
            names.iter().find(|(name, _)| name == hit)
        };
        exact().or_else(near).map(|(_, category)| *category)
    }

    /// The region that people mean by an identifier or a label in any language, forgiving a slip
    /// or two.
    pub fn find_region(&self, text: &str) -> Option<&Region> {
        let folded = fold(text);
        let names: Vec<(String, &Region)> = self
            .regions
            .iter()
            .flat_map(|r| std::iter::once(r.id.as_str()).chain(r.label.all()).map(move |name| (fold(name), r)))
            .collect();
        let hit = nearest(&folded, names.iter().map(|(name, _)| name.as_str()))?;
        names.iter().find(|(name, _)| name == hit).map(|(_, region)| *region)
    }

    /// The sub-region that people mean by an identifier or a label in any language, with its
    /// region, forgiving a slip or two.
    pub fn find_subregion(&self, text: &str) -> Option<(&Region, &Subregion)> {
        let folded = fold(text);
        let names: Vec<(String, (&Region, &Subregion))> = self
            .regions
            .iter()
            .flat_map(|r| r.subregions.iter().map(move |s| (r, s)))
            .flat_map(|(r, s)| {
                std::iter::once(s.id.as_str()).chain(s.label.all()).map(move |name| (fold(name), (r, s)))
            })
            .collect();
        let hit = nearest(&folded, names.iter().map(|(name, _)| name.as_str()))?;
        names.iter().find(|(name, _)| name == hit).map(|(_, found)| *found)
    }
}

/// The digit as `0` to `9`, in whatever script it is written.
fn western_digit(c: char) -> Option<char> {
    let base = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    char::from_digit(c as u32 - base as u32, 10)
}

/// Whether a word is written in Chinese characters, between which there are no blanks.
fn is_han(text: &str) -> bool {
    text.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_objective_is_found_by_number_or_word_in_any_language() {
        let v = Vocabulary::built_in();
        for (text, number) in [
            ("6", 6),
            ("٦", 6),
            ("#13", 13),
            ("objectif 20", 20),
            ("１２", 12),
            ("remittances", 20),
            ("Remitances", 20),
            ("汇款", 20),
            ("expulsions", 21),
            ("fronteras", 11),
            ("консульская защита", 14),
            ("البيانات", 1),
            ("vistos", 5),
            ("3 per cent", 20),
            ("objective - 6", 6),
            ("remittances - cost", 20),
        ] {
            assert_eq!(v.find_objective(text), Some(number), "{text}");
        }
        for text in ["", "0", "24", "999", "-1", "objective -1", "bicycle", "of", "🙂"] {
            assert_eq!(v.find_objective(text), None, "{text}");
        }
    }

    #[test]
    fn a_category_is_found_by_what_people_call_it() {
        let v = Vocabulary::built_in();
        for (text, id) in [
            ("trade-unions", "trade-unions"),
            ("Syndicat", "trade-unions"),
            ("NGO", "civil-society"),
            ("universidad", "academia"),
            ("教会", "faith-based"),
            ("القطاع الخاص", "private-sector"),
            ("jornalista", "media"),
            ("parliamentarain", "parliamentarians"),
        ] {
            assert_eq!(v.find_category(text).map(|c| c.id.as_str()), Some(id), "{text}");
        }
        assert!(v.find_category("bicycle").is_none());
    }

    #[test]
    fn regions_and_subregions_are_found_and_known_by_country() {
        let v = Vocabulary::built_in();
        assert_eq!(v.find_region("Afrique").map(|r| r.prefix.as_str()), Some("AF"));
        assert_eq!(v.find_region("lac").map(|r| r.prefix.as_str()), Some("LA"));
        assert_eq!(
            v.find_subregion("Afrique de l'Ouest").map(|(r, s)| (r.id.as_str(), s.id.as_str())),
            Some(("africa", "west-africa"))
        );
        assert_eq!(v.find_subregion("غرب أفريقيا").map(|(_, s)| s.id.as_str()), Some("west-africa"));
        let places: Vec<&str> = v.subregions_of("egy").into_iter().map(|(_, s)| s.id.as_str()).collect();
        assert_eq!(places, ["north-africa", "mashreq"]);
        assert!(v.subregions_of("XXX").is_empty());
        assert_eq!(v.region("global").map(|r| (r.prefix.as_str(), r.label("fr"))), Some(("GL", "Mondial")));
    }

    #[test]
    fn a_country_is_found_by_name_code_or_flag_and_near_ones_are_proposed() {
        let v = Vocabulary::built_in();
        for (text, id) in [
            ("Kenya", "KEN"),
            ("kenia", "KEN"),
            ("KEN", "KEN"),
            ("ke", "KEN"),
            ("🇰🇪", "KEN"),
            ("肯尼亚", "KEN"),
            ("كينيا", "KEN"),
            ("Côte d'Ivoire", "CIV"),
            ("cote d ivoire", "CIV"),
            ("Ivory Coast", "CIV"),
            ("Viet Nam", "VNM"),
            ("DRC", "COD"),
        ] {
            assert_eq!(v.find_country(text).ok().map(|c| c.id.as_str()), Some(id), "{text}");
        }
        let near = |text: &str| -> Vec<&str> {
            v.find_country(text).err().unwrap_or_default().into_iter().map(|c| c.id.as_str()).collect()
        };
        assert_eq!(near("Senegall"), ["SEN"]);
        assert_eq!(near("Sudán del Norte"), Vec::<&str>::new());
        assert!(near("Korea Republic").is_empty());
        assert!(near("Virgin Islands").len() == 2, "{:?}", near("Virgin Islands"));
        assert!(near("Narnia").is_empty() && near("").is_empty());
    }

    #[test]
    fn a_label_that_a_language_lacks_is_given_in_english() {
        let v = Vocabulary::built_in();
        let objective = v.objective(6).expect("there are 23");
        assert_eq!(objective.short("sw"), objective.short("en"));
        assert_eq!(objective.short("pt-BR"), objective.short("pt"));
    }
}
