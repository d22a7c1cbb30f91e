//! What people do by Discord's own means.

use super::Discord;

impl Discord {
    /// Waits until what has this token is acknowledged, so that its acknowledgement can be edited.
    pub(super) async fn acknowledged(&self, _token: &str) {}
}
