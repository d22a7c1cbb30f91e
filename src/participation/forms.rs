//! Forms as configuration: what ships in `config/forms/` is built in, an operator's folder may add to
//! it, and a region lays its own over the common one.

use crate::model::Language;
use crate::store::{Consultation, Snapshot};
use crate::vocabulary::lay_over;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use toml::Table;

/// The forms that ship.
const SHIPPED: [(&str, &str); 6] = [
    ("registration", include_str!("../../config/forms/registration.toml")),
    ("submission", include_str!("../../config/forms/submission.toml")),
    ("speaking", include_str!("../../config/forms/speaking.toml")),
    ("proposal", include_str!("../../config/forms/proposal.toml")),
    ("travel", include_str!("../../config/forms/travel.toml")),
    ("priorities", include_str!("../../config/forms/priorities.toml")),
];

/// One text by language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<Language, String>);

impl Texts {
    /// The text in a language, or in English where it has none.
    pub fn get(&self, language: Language) -> &str {
        self.0.get(&language).or_else(|| self.0.get(&Language::En)).map(String::as_str).unwrap_or_default()
    }

    /// The text in every language that has one.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// One of the field's options.
    Choice,
    /// Several of them.
    Choices,
    /// A country by name, code or flag.
    Country,
    /// One of the sub-regions of the country that was answered before; asked where it is in several.
    Subregion,
    /// One of the stakeholder categories.
    Category,
    /// In the room or online, as the call offers.
    Mode,
    /// One of the bot's languages.
    Language,
    /// Objectives and round tables.
    Theme,
    /// An organisation's name.
    Organisation,
    /// Yes or no.
    YesNo,
    /// A text file, or its text.
    File,
}

/// One of the answers that a field offers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    /// Its name in what is kept.
    pub id: String,
    /// What people read.
    pub label: Texts,
}

/// A field is asked only where an earlier one was answered so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The earlier field.
    pub field: String,
    /// With one of these.
    pub is: Vec<String>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in what is kept, and in a command that answers it at once.
    pub id: String,
    /// What it takes.
    pub kind: Kind,
    /// Whether it must be answered.
    #[serde(default)]
    pub required: bool,
    /// Whether it is asked before the form is confirmed; the others are asked later, and by choice.
    #[serde(default)]
    pub first: bool,
    /// Whether to answer it needs a consent of its own.
    #[serde(default)]
    pub sensitive: bool,
    /// Whether it is left out: how a region does without a common field.
    #[serde(default)]
    pub off: bool,
    /// The most characters, or the most answers.
    pub limit: Option<usize>,
    /// When it is asked.
    pub only_if: Option<Condition>,
    /// Its name as people read and type it.
    pub label: Texts,
    /// The question.
    pub ask: Texts,
    /// What helps to answer it.
    #[serde(default)]
    pub help: Texts,
    /// The answers that it offers.
    #[serde(default, rename = "option")]
    pub options: Vec<Offered>,
}

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its name.
    pub id: String,
    /// Counts up with every change: answers keep the version that they answered.
    pub version: u32,
    /// What people read.
    pub title: Texts,
    /// What it is for, in a sentence of its call.
    #[serde(default)]
    pub about: Texts,
    /// Its questions in order.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
}

/// Why a form cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// The folder or a file of it cannot be read.
    #[error("{file} cannot be read: {reason}. Check that it exists and that its permissions allow reading.")]
    Unreadable {
        /// Which.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// It is not TOML, or has keys or values that mean nothing.
    #[error("form {form}: {reason}")]
    Malformed {
        /// Which.
        form: String,
        /// What is wrong.
        reason: String,
    },
    /// A field that cannot be.
    #[error("form {form}, field {field}: {reason}.")]
    Field {
        /// Which form.
        form: String,
        /// Which field.
        field: String,
        /// What to write instead.
        reason: &'static str,
    },
}

impl Form {
    fn read(id: &str, table: Table) -> Result<Form, FormError> {
        let malformed = |reason: String| FormError::Malformed { form: id.into(), reason };
        let form: Form = table.try_into().map_err(|error: toml::de::Error| malformed(error.to_string()))?;
        if form.id != id {
            return Err(malformed(format!("its id is {:?}, its file's name says {id:?}: write one of them", form.id)));
        }
        for (place, field) in form.fields.iter().enumerate() {
            form.check(place, field).map_err(|reason| FormError::Field {
                form: id.into(),
                field: field.id.clone(),
                reason,
            })?;
        }
        Ok(form)
    }

    fn check(&self, place: usize, field: &Field) -> Result<(), &'static str> {
        let before = self.fields.get(..place).unwrap_or_default();
        let offers = matches!(field.kind, Kind::Choice | Kind::Choices);
        let has_english = |texts: &Texts| texts.0.contains_key(&Language::En);
        match () {
            () if before.iter().any(|other| other.id == field.id) => Err("another field has this id, choose another"),
            () if field.required && field.sensitive => Err("what is sensitive cannot be required"),
            () if field.required && !field.first => Err("what is required has to be asked first: add first = true"),
            () if offers && field.options.is_empty() => Err("write the answers that it offers as [[field.option]]"),
            () if !offers && !field.options.is_empty() => Err("its kind offers no answers of its own"),
            () if field.limit == Some(0) => Err("the limit has to be at least 1"),
            () if !has_english(&field.label) || !has_english(&field.ask) => {
                Err("write label and ask at least in English")
            }
            () if field.kind == Kind::Subregion && !before.iter().any(|other| other.kind == Kind::Country) => {
                Err("a sub-region is asked after a country")
            }
            () if field.only_if.as_ref().is_some_and(|only| !before.iter().any(|other| other.id == only.field)) => {
                Err("only_if has to name a field that stands before it")
            }
            () => Ok(()),
        }
    }

    /// The field of this name.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }
}

/// Every form, for every region.
#[derive(Debug, Clone)]
pub struct Forms {
    common: BTreeMap<String, (Table, Form)>,
    by_region: BTreeMap<(String, String), (Table, Form)>,
}

static CURRENT: OnceLock<Forms> = OnceLock::new();

impl Forms {
    /// What ships with the program.
    pub fn built_in() -> &'static Forms {
        static BUILT_IN: OnceLock<Forms> = OnceLock::new();
        BUILT_IN.get_or_init(|| match shipped().and_then(|tables| build(tables, &BTreeMap::new())) {
            Ok(forms) => forms,
            Err(error) => unreachable!("a test reads the built-in forms: {error}"),
        })
    }

    /// What ships with a folder laid over it: `registration.toml` changes the common form of that name
    /// or adds one, `registration@africa.toml` is laid over it in the region of that identifier.
    ///
    /// # Errors
    /// Names the file that cannot be read, and the form and field that cannot be.
    pub fn with_folder(folder: &Path) -> Result<Forms, FormError> {
        let unreadable = |file: &Path, error: std::io::Error| FormError::Unreadable {
            file: file.display().to_string(),
            reason: error.to_string(),
        };
        let mut tables = shipped()?;
        let mut regional: BTreeMap<(String, String), Table> = BTreeMap::new();
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
            files.push(entry.map_err(|error| unreadable(folder, error))?.path());
        }
        files.sort();
        for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "toml")) {
            let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
            let text = std::fs::read_to_string(file).map_err(|error| unreadable(file, error))?;
            let table = parse(name, &text)?;
            match name.split_once('@') {
                Some((id, region)) => _ = regional.insert((id.into(), region.into()), table),
                None => lay_over(tables.entry(name.into()).or_default(), table),
            }
        }
        build(tables, &regional)
    }

    /// Makes these the forms of the process. Called once at start-up, before the first use of
    /// [`Forms::current`]; later calls change nothing and give `false`.
    pub fn install(self) -> bool {
        CURRENT.set(self).is_ok()
    }

    /// The forms of the process: the installed ones, else the built-in ones.
    pub fn current() -> &'static Forms {
        CURRENT.get().unwrap_or_else(|| Forms::built_in())
    }

    /// The names of all forms, registration first.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let shipped = SHIPPED.iter().map(|(name, _)| *name);
        let added = self.common.keys().map(String::as_str).filter(|id| SHIPPED.iter().all(|(name, _)| name != id));
        shipped.chain(added)
    }

    /// The form of this name in a region.
    pub fn get(&self, id: &str, region: &str) -> Option<&Form> {
        self.of(id, region).map(|(_, form)| form)
    }

    fn of(&self, id: &str, region: &str) -> Option<&(Table, Form)> {
        self.by_region.get(&(id.to_owned(), region.to_owned())).or_else(|| self.common.get(id))
    }

    /// The form of this name in a region with TOML laid over it, as its next version after this one.
    ///
    /// # Errors
    /// As for a file.
    pub fn with(&self, id: &str, region: &str, version: i64, changes: &str) -> Result<Form, FormError> {
        let mut table = self.of(id, region).map(|(table, _)| table.clone()).unwrap_or_default();
        lay_over(&mut table, parse(id, changes)?);
        table.insert("version".into(), version.into());
        Form::read(id, table)
    }
}

/// A consultation's form: that of its region, with what was changed of it from a chat.
pub fn form_of(snapshot: &Snapshot, consultation: &Consultation, id: &str) -> Option<Arc<Form>> {
    let (forms, region) = (Forms::current(), consultation.region.as_str());
    let changed = snapshot.rows.forms.find(|row| row.consultation_id == consultation.id && row.form == id);
    // What no longer fits a form that came with a newer program is left out.
    let changed = changed.and_then(|row| forms.with(id, region, row.version, &row.changes).ok());
    changed.or_else(|| forms.get(id, region).cloned()).map(Arc::new)
}

fn parse(name: &str, text: &str) -> Result<Table, FormError> {
    let malformed = |error: toml::de::Error| FormError::Malformed { form: name.into(), reason: error.to_string() };
    text.parse().map_err(malformed)
}

fn shipped() -> Result<BTreeMap<String, Table>, FormError> {
    SHIPPED.iter().map(|(name, text)| Ok(((*name).to_owned(), parse(name, text)?))).collect()
}

fn build(tables: BTreeMap<String, Table>, regional: &BTreeMap<(String, String), Table>) -> Result<Forms, FormError> {
    let mut forms = Forms { common: BTreeMap::new(), by_region: BTreeMap::new() };
    for ((id, region), over) in regional {
        let Some(mut table) = tables.get(id).cloned() else {
            return Err(FormError::Malformed {
                form: format!("{id}@{region}"),
                reason: format!("there is no form {id} to lay it over"),
            });
        };
        lay_over(&mut table, over.clone());
        let form = Form::read(id, table.clone())?;
        forms.by_region.insert((id.clone(), region.clone()), (table, form));
    }
    for (id, table) in tables {
        let form = Form::read(&id, table.clone())?;
        forms.common.insert(id, (table, form));
    }
    Ok(forms)
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

    #[test]
    fn what_ships_speaks_every_language_and_asks_few_questions_first() {
        for (id, _) in SHIPPED {
            let form = Forms::built_in().get(id, "africa").expect("it ships");
            for language in Language::ALL {
                for text in [&form.title, &form.about] {
                    assert!(text.0.contains_key(&language), "{id} {language:?}");
                }
                for field in &form.fields {
                    let texts = [&field.label, &field.ask].into_iter().chain(field.options.iter().map(|o| &o.label));
                    let help = Some(&field.help).filter(|help| !help.0.is_empty());
                    for text in texts.chain(help) {
                        assert!(text.0.contains_key(&language), "{id}, {}: {language:?}", field.id);
                    }
                }
            }
        }
        let registration = Forms::built_in().get("registration", "").expect("it ships");
        // One more is asked before all: whether the person is of age.
        assert!(registration.fields.iter().filter(|field| field.first).count() <= 4);
    }

    #[test]
    fn a_region_lays_its_own_over_the_common_form() {
        let folder = folder(&[(
            "registration@africa.toml",
            "version = 2\n[[field]]\nid = \"themes\"\noff = true\n[[field]]\nid = \"category\"\nrequired = true\n\
             [field.ask]\nen = \"Who do you speak for?\"\n",
        )]);
        let forms = Forms::with_folder(folder.path()).expect("valid");
        let africa = forms.get("registration", "africa").expect("there");
        assert_eq!(africa.version, 2);
        assert!(africa.field("themes").is_some_and(|field| field.off));
        assert_eq!(africa.field("category").map(|f| f.ask.get(Language::En)), Some("Who do you speak for?"));
        let elsewhere = forms.get("registration", "arab").expect("there");
        assert!(elsewhere.field("themes").is_some_and(|field| !field.off));
    }

    #[test]
    fn an_error_names_the_form_the_field_and_the_remedy() {
        let refused = |name: &str, text: &str| {
            Forms::with_folder(folder(&[(name, text)]).path()).expect_err("it is refused").to_string()
        };
        let form =
            |field: &str| format!("id = \"x\"\nversion = 1\n[title]\nen = \"X\"\n[[field]]\nid = \"a\"\n{field}");
        let texts = "[field.label]\nen = \"A\"\n[field.ask]\nen = \"A?\"\n";
        for (field, says) in [
            (
                format!("kind = \"text\"\nrequired = true\nsensitive = true\n{texts}"),
                "form x, field a: what is sensitive cannot be required.",
            ),
            (format!("kind = \"text\"\nrequired = true\n{texts}"), "add first = true"),
            (format!("kind = \"choice\"\n{texts}"), "[[field.option]]"),
            (format!("kind = \"subregion\"\n{texts}"), "asked after a country"),
            (format!("kind = \"text\"\nonly_if = {{ field = \"b\", is = [\"yes\"] }}\n{texts}"), "stands before it"),
            ("kind = \"text\"\n[field.label]\nfr = \"A\"\n[field.ask]\nen = \"A?\"\n".into(), "in English"),
        ] {
            let said = refused("x.toml", &form(&field));
            assert!(said.contains(says), "{said}");
        }
        assert!(refused("x.toml", &form(&format!("kind = \"texd\"\n{texts}"))).contains("texd"));
        assert!(refused("y.toml", &form(&format!("kind = \"text\"\n{texts}"))).contains("its file's name says \"y\""));
        assert!(refused("moon@africa.toml", "version = 2\n").contains("there is no form moon"));
        assert!(refused("x.toml", "title").starts_with("form x: "));
        assert!(Forms::with_folder(Path::new("no-such-folder-of-ours")).is_err());
    }
}
