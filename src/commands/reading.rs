//! What rapporteurs and coordinators read.

use super::desk::{Desk, Done};
use crate::model::Receipt;

/// Why something of one's own was read as it was.
pub fn explain(_desk: &mut Desk<'_>, _receipt: &Receipt) -> Done {
    Ok(())
}
/// `digest`.
pub fn digest(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `show`.
pub fn show(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `quotes`.
pub fn quotes(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `export`.
pub fn export(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
