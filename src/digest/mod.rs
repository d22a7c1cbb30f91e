//! Digests: what was written in a scope is gathered, read and composed into cited themes, and shown
//! as documents and files.
//!
//! A digest is a function of the stored data and the configuration: nothing in it depends on the
//! order in which contributions arrived, receipts apart.

mod attribution;
mod compose;
mod files;
mod gather;
mod pages;
mod quotable;
mod quotes;
mod reading;
mod scope;
mod shape;
mod themes;
mod titles;

pub use attribution::Shown;
pub use compose::{Composed, compose};
pub use files::{csv, html, json, markdown};
pub use gather::{Gathered, gather};
pub use pages::{Form, Section, sections};
pub use quotable::{Allowed, Quotable, quotable};
pub use scope::Scope;
pub use shape::*;

use crate::args;
use crate::i18n::speak;
use crate::model::Language;
use crate::store::{Store, StoreError};
use crate::trust::SMALLEST_GROUP;

/// Why there is no digest.
#[derive(Debug, thiserror::Error)]
pub enum DigestError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The scope names a consultation or room that is not there.
    #[error("{0} is not in the store")]
    Missing(&'static str),
    /// What is set for a consultation or room cannot be read.
    #[error("the settings of {0} cannot be read: {1}")]
    Settings(&'static str, String),
    /// A scope cut out by attributes of people holds fewer than five of them.
    #[error("fewer than {SMALLEST_GROUP} people are in this scope")]
    TooFew,
}

impl DigestError {
    /// What a person is told, where it is for a person to know.
    pub fn told(&self, language: Language) -> Option<String> {
        match self {
            DigestError::TooFew => Some(speak(language).say("digest-too-few", &args![("count", SMALLEST_GROUP)])),
            _ => None,
        }
    }
}

/// Gathers and composes the digest of a scope in a language.
///
/// # Errors
/// See [`DigestError`]. A scope in which nothing was written is no error: its digest says so.
pub async fn digest(store: &Store, scope: &Scope, language: Language) -> Result<Composed, DigestError> {
    compose(&gather(store, scope).await?, language)
}
