//! Who can read a room and what the bot may do there, from the room's state.

use super::{Matrix, is_direct};
use crate::chat::{Author, Body, Event, History, Origin, RoomFacts};
use crate::model::Platform;
use matrix_sdk::ruma::api::client::state::get_state_event_for_key;
use matrix_sdk::ruma::api::error::ErrorKind;
use matrix_sdk::ruma::events::room::guest_access::GuestAccess;
use matrix_sdk::ruma::events::room::history_visibility::HistoryVisibility;
use matrix_sdk::ruma::events::room::join_rules::JoinRule;
use matrix_sdk::ruma::events::{MessageLikeEventType, StateEventType};
use matrix_sdk::ruma::{OwnedUserId, UserId};
use matrix_sdk::sync::{JoinedRoomUpdate, State};
use matrix_sdk::{HttpError, Room, RoomMemberships, RoomState};

/// State that tells who can read, or what the bot may do.
const TELLING: [&str; 9] = [
    "m.room.create",
    "m.room.encryption",
    "m.room.guest_access",
    "m.room.history_visibility",
    "m.room.join_rules",
    "m.room.member",
    "m.room.power_levels",
    "m.bridge",
    "uk.half-shot.bridge",
];

/// Whether an answer changes what is to be known of a room.
pub(super) fn touched(update: &JoinedRoomUpdate) -> bool {
    let tells = |kind: Option<String>| kind.is_some_and(|kind| TELLING.contains(&kind.as_str()));
    let (State::Before(state) | State::After(state)) = &update.state;
    state.iter().any(|event| tells(event.get_field("type").ok().flatten()))
        || update.timeline.events.iter().any(|event| tells(event.raw().get_field("type").ok().flatten()))
}

impl Matrix {
    /// What is known of a room, as an event; nothing, where its state has not come yet: what comes of it
    /// is heard. Nobody's word but the homeserver's own: it is not passed over as what a program says.
    pub(super) async fn learned(&self, room: &Room) -> Option<Event> {
        if room.state() == RoomState::Joined && !self.is_known(room).await {
            return None;
        }
        let facts = Body::Facts(self.facts(room).await);
        Some(Event { direct: is_direct(room), ..self.told_by_homeserver(room.room_id().as_str(), "facts", facts) })
    }

    /// What the homeserver itself tells of a room, by nobody's word.
    pub(super) fn told_by_homeserver(&self, room: &str, id: &str, body: Body) -> Event {
        Event {
            platform: Platform::Matrix,
            room: room.into(),
            direct: false,
            id: id.into(),
            author: Author::new(&self.own, ""),
            at: self.now(),
            origin: Origin::Live,
            body,
            handle: None,
        }
    }

    /// Whether the state of a room has come that the bot is in. The homeserver may have told of it while it
    /// was being made: then it has rules that have not come yet.
    async fn is_known(&self, room: &Room) -> bool {
        let rules = StateEventType::RoomPowerLevels;
        if !room.is_state_fully_synced() {
            return false;
        }
        if room.get_state_event(rules.clone(), "").await.is_ok_and(|known| known.is_some()) {
            return true;
        }
        let asked = get_state_event_for_key::v3::Request::new(room.room_id().to_owned(), rules, String::new());
        let has_none = |error: HttpError| matches!(error.client_api_error_kind(), Some(ErrorKind::NotFound));
        self.client.send(asked).await.is_err_and(has_none)
    }

    async fn facts(&self, room: &Room) -> RoomFacts {
        if room.state() != RoomState::Joined {
            return RoomFacts { may: Some([false; 4]), ..RoomFacts::default() };
        }
        let encrypted = room.latest_encryption_state().await.is_ok_and(|state| state.is_encrypted());
        let may = match (room.power_levels().await, UserId::parse(&self.own)) {
            (Ok(levels), Ok(own)) => Some([
                true,
                levels.user_can_send_message(&own, MessageLikeEventType::RoomMessage),
                levels.user_can_send_state(&own, StateEventType::RoomPinnedEvents),
                levels.user_can_redact_own_event(&own),
            ]),
            _ => None,
        };
        let own_server = self.own.split_once(':').map(|(_, server)| server).unwrap_or_default();
        let members: Vec<OwnedUserId> = match room.members(RoomMemberships::JOIN).await {
            Ok(members) => members.iter().map(|member| member.user_id().to_owned()).collect(),
            Err(_) => Vec::new(),
        };
        let stays = room.create_content().is_some_and(|create| !create.federate);
        let mut bridged = members.iter().any(|id| id.localpart().starts_with('_'));
        for kind in ["m.bridge", "uk.half-shot.bridge"] {
            bridged |= room.get_state_events(kind.into()).await.is_ok_and(|events| !events.is_empty());
        }
        RoomFacts {
            encrypted,
            federated: !stays && members.iter().any(|id| id.server_name() != own_server),
            public: matches!(room.join_rule(), Some(JoinRule::Public)),
            restricted: matches!(room.join_rule(), Some(JoinRule::Restricted(_) | JoinRule::KnockRestricted(_))),
            guests: room.guest_access() == GuestAccess::CanJoin,
            bridged,
            history: Some(match room.history_visibility_or_default() {
                HistoryVisibility::WorldReadable => History::World,
                HistoryVisibility::Invited => History::Invited,
                HistoryVisibility::Joined => History::Joined,
                _ => History::Shared,
            }),
            members: members.len().checked_sub(1).and_then(|others| u32::try_from(others).ok()),
            may,
            ..RoomFacts::default()
        }
    }
}
