//! `gcm-talks call`: the text of a public call as a file, for the review's web page.

use super::Place;
use super::opening::{There, open};
use super::output::{Failure, deliver};
use crate::clock::Source;
use crate::commands::{call_named, call_page};
use crate::intake::import::consultation;
use crate::model::Language;
use crate::store::Store;
use clap::ValueEnum;
use std::path::PathBuf;

/// Write a public call.
#[derive(clap::Args)]
pub struct Call {
    /// What is called for: registration, submission, speaking, proposal, travel, or a form of your own
    #[arg(value_name = "FORM", default_value = "registration")]
    form: String,
    /// The consultation's short name; the only open one without it
    #[arg(long, value_name = "NAME")]
    consultation: Option<String>,
    /// The language of the text: en, fr, es, ar, ru, zh or pt
    #[arg(long, value_name = "CODE", default_value = "en", value_parser = language)]
    language: Language,
    /// What is written
    #[arg(long, value_enum, default_value = "md")]
    format: Format,
    /// The file; without it standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// A page that needs nothing else
    Html,
}

fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "write en, fr, es, ar, ru, zh or pt".into())
}

impl Call {
    /// Makes it and writes it.
    pub async fn execute(self, place: &Place) -> Result<(), Failure> {
        let config = place.read()?;
        let store = open(&config, There::Everything, Source::system()).await?;
        let made = self.make(&store, &config.bot.prefix).await;
        store.close().await;
        deliver(&made?, self.output.as_deref())
    }

    async fn make(&self, store: &Store, prefix: &str) -> Result<String, Failure> {
        let mut snapshot = store.snapshot()?;
        store.load_base(&mut snapshot).await?;
        let consultation = consultation(&snapshot, self.consultation.as_deref()).map_err(Failure::new)?;
        let slug = &consultation.slug;
        let call = call_named(&snapshot, consultation, &self.form).map_err(|known| {
            let form = &self.form;
            Failure::new(match known.is_empty() {
                true => format!("{slug} has no call yet: the secretariat opens one by \"call open {form}\""),
                false => format!("{slug} has no call \"{form}\": write one of {}", known.join(", ")),
            })
        })?;
        let page = call_page(&snapshot, call, self.language, prefix, self.format == Format::Html);
        page.ok_or_else(|| Failure::new(format!("there is no form \"{}\": put it back into the folder", call.kind)))
    }
}
