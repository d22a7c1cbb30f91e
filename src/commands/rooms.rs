//! What moderators do in rooms.

use super::desk::{Desk, Done};
use crate::model::Role;

/// The names of those who hold one of these roles here.
pub fn holders(_desk: &Desk<'_>, _roles: &[Role]) -> Vec<String> {
    Vec::new()
}
/// `tag`.
pub fn tag(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `room`.
pub fn room(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `floor`.
pub fn floor(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `ask`.
pub fn ask(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `hide`.
pub fn hide(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `restore`.
pub fn restore(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
/// `health`.
pub fn health(_desk: &mut Desk<'_>, _: &str) -> Done {
    Ok(())
}
