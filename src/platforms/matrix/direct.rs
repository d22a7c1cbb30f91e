//! The conversation with one person alone: found where it is, made where there is none.

use super::Matrix;
use super::speak::{never, trouble};
use crate::chat::SendError;
use matrix_sdk::deserialized_responses::SyncOrStrippedState;
use matrix_sdk::room::RoomMember;
use matrix_sdk::ruma::events::SyncStateEvent;
use matrix_sdk::ruma::events::room::member::MembershipState;
use matrix_sdk::ruma::{OwnedUserId, UserId};
use matrix_sdk::{Room, RoomMemberships};
use std::time::Duration;

/// How long a new room may take to come back from the homeserver.
const ECHO: Duration = Duration::from_secs(10);

/// How often it is looked whether it did.
const LOOK: Duration = Duration::from_millis(50);

/// Where a person stands in a conversation.
enum There {
    /// They are in it, or asked into it.
    Yes,
    /// They left it, and may be asked again.
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
                return match room.invite_user_by_id(&person).await {
                    Ok(()) => Ok(room),
                    Err(error) => Err(blocked(trouble(&error))),
                };
            }
            // Where they went and somebody else is, what was said can be taken back and nothing said any more.
            Some((_, There::Left)) | None => {}
        }
        let making = self.making.lock().await;
        let made = self.client.create_dm(&person).await.map_err(|error| blocked(trouble(&error)))?;
        drop(making);
        let later = || SendError::Later { after: 1_000, reason: "a new conversation is not there yet".into() };
        tokio::time::timeout(ECHO, self.comes_back(&made, &person)).await.map_err(|_| later())?;
        Ok(made)
    }

    /// Waits until the homeserver has told of a new room and of who was asked into it: a key is
    /// shared with those alone who are known to be there.
    async fn comes_back(&self, room: &Room, person: &UserId) {
        self.client.await_room_remote_echo(room.room_id()).await;
        while !matches!(room.get_member_no_sync(person).await, Ok(Some(_))) {
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn direct_with(&self, person: &UserId) -> Result<Option<(Room, There)>, SendError> {
        let mut last = None;
        for room in self.client.joined_rooms() {
            let targets = room.direct_targets();
            let of_person = targets.iter().any(|target| target.as_str() == person.as_str());
            // A crash between making a room and writing down whose it is leaves one without a name.
            let unclaimed = targets.is_empty()
                && !room.is_space()
                && room.name().is_none()
                && room.creators().is_some_and(|creators| creators.iter().any(|id| id.as_str() == self.own));
            if !(of_person || unclaimed) || room.active_members_count() > 2 {
                continue;
            }
            let Some(there) = there(&room, person).await? else { continue };
            if unclaimed {
                let _making = self.making.lock().await;
                let claimed = self.client.account().mark_as_dm(room.room_id(), &[person.to_owned()]).await;
                claimed.map_err(|error| trouble(&error))?;
            }
            match there {
                There::Yes => return Ok(Some((room, There::Yes))),
                there if last.is_none() || is_alone(&room) => last = Some((room, there)),
                _ => {}
            }
        }
        Ok(last)
    }
}

/// Whether nobody but the bot is in a room, or asked into it.
fn is_alone(room: &Room) -> bool {
    room.active_members_count() <= 1
}

fn person(account: &str) -> Result<OwnedUserId, SendError> {
    UserId::parse(account).map_err(|_| never("this is no Matrix account"))
}

async fn there(room: &Room, person: &UserId) -> Result<Option<There>, SendError> {
    let members = room.members(RoomMemberships::all()).await.map_err(|error| trouble(&error))?;
    let Some(member) = members.iter().find(|member| member.user_id() == person) else { return Ok(None) };
    Ok(Some(match member.membership() {
        MembershipState::Join | MembershipState::Invite => There::Yes,
        MembershipState::Ban => There::Refused,
        _ if declined(member) => There::Refused,
        _ => There::Left,
    }))
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
