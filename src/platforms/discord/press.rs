//! What people do by Discord's own means.

use super::Discord;
use crate::intake::Intake;
use serenity::all::Interaction;

impl Discord {
    /// Takes what someone did by a slash command, a button or a form, and answers it.
    pub(super) async fn pressed(&self, _intake: Intake, _interaction: Interaction) {}
}
