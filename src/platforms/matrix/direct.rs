//! The conversation with one person alone: found where it is, made where there is none.

use super::Matrix;
use super::space::state;
use super::speak::{never, trouble};
use crate::chat::SendError;
use matrix_sdk::deserialized_responses::{RawAnySyncOrStrippedState, SyncOrStrippedState};
use matrix_sdk::room::RoomMember;
use matrix_sdk::ruma::api::client::room::create_room::v3::{Request as NewRequest, RoomPreset};
use matrix_sdk::ruma::events::SyncStateEvent;
use matrix_sdk::ruma::events::room::member::MembershipState;
use matrix_sdk::ruma::{OwnedUserId, UserId};
use matrix_sdk::{Room, RoomMemberships};
use serde_json::{Value, json};
use std::time::Duration;

/// How long a new room may take to come back from the homeserver.
const ECHO: Duration = Duration::from_secs(10);

/// The state of a room that says for whom a conversation was made.
const MEANT: &str = "org.gcm-talks.meant";

/// How often it is looked whether it did.
const LOOK: Duration = Duration::from_millis(50);

/// Where a person stands in a conversation.
enum There {
    /// They are in it, or asked into it.
    Yes,
    /// They left it, or could not be asked when it was made, and may be asked again.
    Left,
    /// They declined, or shut the bot out.
    Refused,
}

impl Matrix {
    /// The encrypted conversation with someone, as far as there is one.
    pub(super) async fn find_direct(&self, account: &str) -> Result<Option<Room>, SendError> {
        Ok(self.direct_with(&person(account)?).await?.map(|(room, _)| room))
    }

    /// The encrypted conversation with someone, who is asked into it if need be.
    pub(super) async fn direct(&self, account: &str) -> Result<Room, SendError> {
        let person = person(account)?;
        match self.direct_with(&person).await? {
            Some((room, There::Yes)) => return Ok(room),
            Some((_, There::Refused)) => return Err(SendError::Blocked),
            Some((room, There::Left)) if is_alone(&room) => {
                let asked = room.send_state_event_raw("m.room.member", person.as_str(), invitation()).await;
                asked.map_err(|error| blocked(trouble(&error)))?;
                return self.comes_back(room, &person).await;
            }
            // Where they went and somebody else is, what was said can be taken back and nothing said any more.
            Some((_, There::Left)) | None => {}
        }
        let mut request = NewRequest::new();
        (request.is_direct, request.preset) = (true, Some(RoomPreset::TrustedPrivateChat));
        request.invite = vec![person.clone()];
        let meant = json!({"account": person});
        request.initial_state = [("m.room.encryption", json!({"algorithm": "m.megolm.v1.aes-sha2"})), (MEANT, meant)]
            .iter()
            .map(|(kind, content)| state(kind, content))
            .collect::<Result<_, _>>()?;
        let making = self.making.lock().await;
        let made = self.client.create_room(request).await.map_err(|error| blocked(trouble(&error)))?;
        drop(making);
        self.comes_back(made, &person).await
    }

    /// Waits until the homeserver has told of a room and of who was asked into it: a key is shared with
    /// those alone who are known to be there.
    async fn comes_back(&self, room: Room, person: &UserId) -> Result<Room, SendError> {
        let is_there = async {
            self.client.await_room_remote_echo(room.room_id()).await;
            while !matches!(room.get_member_no_sync(person).await, Ok(member) if matches!(there(member.as_ref()), There::Yes))
            {
                tokio::time::sleep(LOOK).await;
            }
        };
        let later = || SendError::Later { after: 1_000, reason: "a new conversation is not there yet".into() };
        tokio::time::timeout(ECHO, is_there).await.map_err(|_| later())?;
        Ok(room)
    }

    /// For whom a conversation was made that is on nobody's list.
    async fn meant_for(&self, room: &Room) -> Option<String> {
        let found = room.get_state_event(MEANT.into(), "").await.ok()??;
        let RawAnySyncOrStrippedState::Sync(event) = found else { return None };
        // In a room of somebody else's it is that one's word.
        event.get_field::<String>("sender").ok()?.filter(|sender| *sender == self.own)?;
        let content: Value = event.get_field("content").ok()??;
        Some(content["account"].as_str()?.to_owned())
    }

    async fn direct_with(&self, person: &UserId) -> Result<Option<(Room, There)>, SendError> {
        let mut last = None;
        for room in self.client.joined_rooms() {
            let targets = room.direct_targets();
            let of_person = targets.iter().any(|target| target.as_str() == person.as_str());
            if room.active_members_count() > 2 {
                continue;
            }
            // It was made, and not written down whose it is: the bot was killed, or could not ask them in.
            let unclaimed = targets.is_empty()
                && room.name().is_none()
                && self.meant_for(&room).await.is_some_and(|meant| meant == person.as_str());
            if !(of_person || unclaimed) {
                continue;
            }
            let members = room.members(RoomMemberships::all()).await.map_err(|error| trouble(&error))?;
            let there = there(members.iter().find(|member| member.user_id() == person));
            if unclaimed {
                let _making = self.making.lock().await;
                let claimed = self.client.account().mark_as_dm(room.room_id(), &[person.to_owned()]).await;
                claimed.map_err(|error| trouble(&error))?;
            }
            match there {
                // What is said in private is encrypted: where the bot may not have it so, it makes a conversation.
                There::Yes if !is_sealed(&room).await? => {}
                There::Yes => return Ok(Some((room, There::Yes))),
                there if last.is_none() || is_alone(&room) => last = Some((room, there)),
                _ => {}
            }
        }
        Ok(last)
    }
}

/// Whether a conversation is encrypted, from now on if need be and the bot may.
async fn is_sealed(room: &Room) -> Result<bool, SendError> {
    let state = room.latest_encryption_state().await.map_err(|error| trouble(&error))?;
    if state.is_encrypted() {
        return Ok(true);
    }
    match room.enable_encryption().await.map_err(|error| trouble(&error)) {
        Err(SendError::Never { .. }) => Ok(false),
        enabled => enabled.map(|()| true),
    }
}

/// Whether nobody but the bot is in a room, or asked into it.
fn is_alone(room: &Room) -> bool {
    room.active_members_count() <= 1
}

fn person(account: &str) -> Result<OwnedUserId, SendError> {
    UserId::parse(account).map_err(|_| never("this is no Matrix account"))
}

fn there(member: Option<&RoomMember>) -> There {
    match member.map(|member| (member.membership(), member)) {
        Some((MembershipState::Join | MembershipState::Invite, _)) => There::Yes,
        Some((MembershipState::Ban, _)) => There::Refused,
        Some((_, member)) if declined(member) => There::Refused,
        _ => There::Left,
    }
}

/// That someone is asked into a conversation of two: their client lists it as one.
fn invitation() -> Value {
    json!({"membership": "invite", "is_direct": true})
}

/// Whether someone who is not there went without ever having entered.
fn declined(member: &RoomMember) -> bool {
    let SyncOrStrippedState::Sync(SyncStateEvent::Original(event)) = member.event().as_ref() else { return false };
    event.unsigned.prev_content.as_ref().is_some_and(|before| before.membership == MembershipState::Invite)
}

/// Who may not be asked takes no private messages.
fn blocked(error: SendError) -> SendError {
    if matches!(error, SendError::Never { .. }) { SendError::Blocked } else { error }
}
