//! Who holds which office, and what a command asks of its caller: the one place where it is
//! checked.

use crate::chat::Access;
use crate::model::{Role, Scope, Time};
use crate::store::{Consultation, Office, Snapshot};
use serde::{Deserialize, Serialize};

/// Who holds an office: sealed in its row by the house key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHolder {
    /// The platform's word.
    pub platform: String,
    /// What the platform calls the account, or the group.
    pub account: String,
    /// The name by which the office-holder is known.
    pub name: String,
}

impl OfficeHolder {
    /// Whether it is held by a group: by everyone of whom the platform says that they are in it.
    pub fn is_group(&self) -> bool {
        self.account.starts_with('&')
    }
}

/// The offices of someone, with role and scope: by the hashes of their account and their groups.
pub fn offices_of<'a>(snapshot: &'a Snapshot, bearers: &[Vec<u8>]) -> Vec<(&'a Office, Role, Scope)> {
    snapshot
        .rows
        .offices
        .iter()
        .filter(|office| bearers.contains(&office.hash))
        .filter_map(|office| Some((office, Role::parse(&office.role)?, Scope::parse(&office.scope)?)))
        .collect()
}

/// The roles that someone holds for a consultation (or for any, where none is given), and since when.
pub fn roles_for(snapshot: &Snapshot, bearers: &[Vec<u8>], consultation: Option<&Consultation>) -> Vec<(Role, Time)> {
    offices_of(snapshot, bearers)
        .into_iter()
        .filter(|(_, _, scope)| consultation.map_or(scope.is_whole(), |c| scope.covers(&c.slug, &c.region)))
        .map(|(office, role, _)| (role, office.since))
        .collect()
}

/// Whether a command's demand is met by someone who holds these roles and does or does not take
/// part.
pub fn allows(access: Access, roles: &[(Role, Time)], takes_part: bool) -> bool {
    match access {
        Access::Anyone | Access::AnyoneOr(_) => true,
        Access::Participant => takes_part,
        Access::Roles(wanted) => holds_any(wanted, roles),
    }
}

/// Whether one of these roles is held. The secretariat may do what every other office may.
pub fn holds_any(wanted: &[Role], roles: &[(Role, Time)]) -> bool {
    roles.iter().any(|(role, _)| *role == Role::Secretariat || wanted.contains(role))
}
