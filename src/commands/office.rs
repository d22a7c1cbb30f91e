//! What the secretariat rules.

use super::desk::{Desk, Done};

/// `consultation`.
pub fn consultation(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `roles`.
pub fn roles(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `audit`.
pub fn audit(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
