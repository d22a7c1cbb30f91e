//! The sample consultation with which the embedded default starts.

use super::section::{ConfigError, Section, nearest};
use crate::model::{Language, Role, RoomSettings, Stage};
use std::collections::BTreeMap;
use std::path::Path;

/// A consultation that is written into an empty store.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// Its short name in commands.
    pub slug: String,
    /// Its region's identifier in the vocabulary.
    pub region: String,
    /// Where it stands.
    pub stage: Stage,
    /// Its title by language.
    pub titles: BTreeMap<Language, String>,
    /// The languages in which the bot speaks in it.
    pub languages: Vec<Language>,
    /// IANA time zone.
    pub timezone: String,
    /// Who is responsible for the data.
    pub controller: String,
    /// The focal point whom people can turn to.
    pub contact: String,
    /// Whom people in danger, and people under 18, can turn to.
    pub help: String,
    /// For how many days after the summary what people wrote is kept.
    pub retention_days: u32,
    /// Objectives on which a quotation needs its author's approval.
    pub risky_objectives: Vec<u8>,
    /// Its rooms on the console, in order; the first is where people start.
    pub rooms: Vec<SampleRoom>,
    /// Who holds which office, everywhere, by the name on the console.
    pub offices: Vec<SampleOffice>,
}

/// A room of the sample.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleRoom {
    /// Its short name, which is its address on the console too.
    pub name: String,
    /// Whether its floor is open.
    pub floor_open: bool,
    /// What is set for it; it speaks the sample's languages.
    pub settings: RoomSettings,
}

/// An office in the sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleOffice {
    /// The person's name on the console, without @.
    pub person: String,
    /// The role.
    pub role: Role,
}

impl Sample {
    /// The sample that ships with the program.
    pub fn built_in() -> Result<Sample, ConfigError> {
        Sample::parse(Path::new("config/sample.toml"), include_str!("../../config/sample.toml"))
    }

    /// Reads a sample.
    pub fn parse(file: &Path, text: &str) -> Result<Sample, ConfigError> {
        let mut root = Section::parse(file, text)?;
        let mut of = root.section("consultation")?;
        let languages: Vec<Language> = of.required("languages")?;
        if languages.is_empty() {
            return Err(of.error("languages", "it is empty", "Name at least one language, such as \"en\""));
        }
        let sample = Sample {
            slug: of.required("slug")?,
            region: of.required("region")?,
            stage: of.required("stage")?,
            titles: of.required("titles")?,
            timezone: timezone(&mut of)?,
            controller: of.required("controller")?,
            contact: of.required("contact")?,
            help: of.required("help")?,
            retention_days: of.required("retention_days")?,
            risky_objectives: of.optional("risky_objectives")?.unwrap_or_default(),
            rooms: root
                .sections("room")?
                .into_iter()
                .map(|room| read_room(room, &languages))
                .collect::<Result<_, _>>()?,
            offices: root.sections("office")?.into_iter().map(read_office).collect::<Result<_, _>>()?,
            languages,
        };
        if sample.rooms.is_empty() {
            return Err(root.error("room", "there is none", "Add a section [[room]] with a name"));
        }
        of.finish()?;
        root.finish()?;
        Ok(sample)
    }
}

fn timezone(section: &mut Section) -> Result<String, ConfigError> {
    let name: String = section.required("timezone")?;
    match jiff::tz::TimeZone::get(&name) {
        Ok(_) => Ok(name),
        Err(_) => Err(section.error(
            "timezone",
            format!("I know no time zone {name:?}"),
            "Write a name of the IANA list, such as Africa/Dakar",
        )),
    }
}

fn read_room(mut section: Section, languages: &[Language]) -> Result<SampleRoom, ConfigError> {
    let room = SampleRoom {
        name: section.required("name")?,
        floor_open: section.required("floor_open")?,
        settings: RoomSettings {
            objective: numbered(&mut section, "objective", 23)?,
            round_table: numbered(&mut section, "round_table", 4)?,
            subregion: section.optional("subregion")?,
            languages: languages.to_vec(),
            ..RoomSettings::default()
        },
    };
    section.finish()?;
    Ok(room)
}

fn numbered(section: &mut Section, key: &'static str, last: u8) -> Result<Option<u8>, ConfigError> {
    match section.optional::<u8>(key)? {
        Some(number) if !(1..=last).contains(&number) => {
            Err(section.error(key, format!("there is no {number}"), format!("Write a number from 1 to {last}")))
        }
        number => Ok(number),
    }
}

fn read_office(mut section: Section) -> Result<SampleOffice, ConfigError> {
    let person: String = section.required("person")?;
    let word: String = section.required("role")?;
    let role = Role::parse(&word).ok_or_else(|| {
        let words = Role::ALL.map(Role::word);
        let remedy = match nearest(&word, words) {
            Some(right) => format!("Did you mean {right}?"),
            None => format!("Write one of: {}", words.join(", ")),
        };
        section.error("role", format!("I know no role {word:?}"), remedy)
    })?;
    section.finish()?;
    Ok(SampleOffice { person, role })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_that_ships_is_the_consultation_for_africa() {
        let sample = Sample::built_in().unwrap();
        assert_eq!((sample.slug.as_str(), sample.region.as_str()), ("africa", "africa"));
        assert_eq!(sample.languages, Language::ALL);
        assert_eq!(sample.titles.len(), Language::ALL.len());
        let rooms: Vec<_> = sample.rooms.iter().map(|r| (r.name.as_str(), r.floor_open)).collect();
        assert_eq!(rooms, [("africa", true), ("west-africa", true), ("round-table-2", true)]);
        assert_eq!(sample.rooms[1].settings.subregion.as_deref(), Some("west-africa"));
        assert_eq!(sample.rooms[2].settings.round_table, Some(2));
        let offices: Vec<_> = sample.offices.iter().map(|o| (o.person.as_str(), o.role)).collect();
        assert_eq!(
            offices,
            [("secretariat", Role::Secretariat), ("moderator", Role::Moderator), ("rapporteur", Role::Rapporteur)]
        );
        assert!(sample.retention_days > 0 && !sample.help.is_empty() && !sample.contact.is_empty());
    }

    #[test]
    fn what_is_wrong_in_a_sample_is_named() {
        let right = include_str!("../../config/sample.toml");
        for (from, to, says) in [
            ("Africa/Dakar", "Africa/Daka", "sample.toml: consultation.timezone: I know no time zone"),
            (
                "role = \"moderator\"",
                "role = \"moderater\"",
                "office.role: I know no role \"moderater\". Did you mean moderator?",
            ),
            ("round_table = 2", "round_table = 5", "room.round_table: there is no 5. Write a number from 1 to 4"),
            ("slug = ", "slog = ", "consultation.slug: it is missing"),
        ] {
            let error = Sample::parse(Path::new("sample.toml"), &right.replace(from, to)).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
    }
}
