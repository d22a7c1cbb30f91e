//! Secrets: a value that shows itself to nobody by accident, and may come from the environment or
//! a file instead of the configuration.

use super::section::{ConfigError, Section};
use std::fmt;
use std::path::Path;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A value that is masked wherever it is printed.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Secret(String);

impl Secret {
    /// A secret of this value.
    pub fn new(value: String) -> Secret {
        Secret(value)
    }

    /// The value itself, for the one who needs it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Reads the environment.
pub(super) type Environment<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The secret `key` of a section: from the variable `GCM_TALKS_SECTION_KEY`, from the file that
/// `GCM_TALKS_SECTION_KEY_FILE` or `key_file` names, or written as `key`; the first there is. A
/// line break at a file's end is no part of the secret.
pub(super) fn secret(
    section: &mut Section,
    variable: &str,
    key: &'static str,
    key_file: &'static str,
    folder: &Path,
    environment: Environment<'_>,
) -> Result<Option<Secret>, ConfigError> {
    let written: Option<String> = section.optional(key)?;
    let file: Option<String> = section.optional(key_file)?;
    if written.is_some() && file.is_some() {
        return Err(section.error(key_file, format!("{key} is written too"), "Keep one of the two"));
    }
    if let Some(value) = environment(variable) {
        return Ok(Some(Secret(value)));
    }
    let Some(file) = environment(&format!("{variable}_FILE")).or(file) else { return Ok(written.map(Secret)) };
    let path = folder.join(&file);
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Some(Secret(text.trim_end_matches(['\r', '\n']).to_owned()))),
        Err(e) => Err(section.error(
            key_file,
            format!("{} cannot be read ({e})", path.display()),
            "Give the path of a file with nothing but the secret in it, readable by this user",
        )),
    }
}
