//! What the bot makes: a consultation's space, which is filled, and rooms. Each is found by its alias, and
//! made where there is none.
//!
//! Everything is asked of the homeserver itself, since the library's own copy comes later, and is
//! done only where it is not so already: after a crash the same request finds what was done.

use super::Matrix;
use super::speak::{never, trouble};
use crate::chat::{NewRoom, SendError, Space};
use matrix_sdk::ruma::api::client::room::create_room::v3::{Request as NewRequest, RoomPreset};
use matrix_sdk::ruma::api::client::state::{get_state_events, send_state_event};
use matrix_sdk::ruma::api::error::ErrorKind;
use matrix_sdk::ruma::events::AnyInitialStateEvent;
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::ruma::{OwnedRoomId, RoomAliasId, RoomId, UserId};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const CHILD: &str = "m.space.child";
const PARENT: &str = "m.space.parent";

/// The state of a room, by type and key: the content, and whether the bot set it.
type State = BTreeMap<(String, String), (Value, bool)>;

impl Matrix {
    /// Makes a space what it is to be.
    pub(super) async fn arrange(&self, space: &Space, owner: Option<&str>) -> Result<(), SendError> {
        let _making = self.making.lock().await;
        let root = self.space(space, owner).await?;
        let mut rooms = addresses(&space.rooms)?;
        let mut inside = rooms.clone();
        for part in &space.parts {
            let (id, of_part) = (self.space(part, None).await?, addresses(&part.rooms)?);
            self.fill(&id, &part.name, &of_part, std::slice::from_ref(&root)).await?;
            inside.extend(of_part);
            rooms.push(id);
        }
        // Who is in one of its rooms may enter the space.
        for gone in self.fill(&root, &space.name, &rooms, &inside).await? {
            // A part that is no more holds nothing.
            let Ok(state) = self.state(&gone).await else { continue };
            if of(&state, "m.room.create", "").is_some_and(|(create, own)| create["type"] == "m.space" && *own) {
                for room in children(&state) {
                    self.take_out(&gone, &room).await?;
                }
            }
        }
        Ok(())
    }

    /// The space of this key.
    async fn space(&self, space: &Space, owner: Option<&str>) -> Result<OwnedRoomId, SendError> {
        let mut request = NewRequest::new();
        request.name = Some(space.name.clone());
        // Who is asked in may do there what the bot may.
        request.preset = Some(RoomPreset::TrustedPrivateChat);
        request.invite = owner.and_then(|owner| UserId::parse(owner).ok()).into_iter().collect();
        request.creation_content = Some(raw(&json!({"type": "m.space"}))?.cast_unchecked());
        // Nobody writes in a space.
        request.power_level_content_override = Some(raw(&json!({"events_default": 100}))?.cast_unchecked());
        self.called(&space.key, request).await
    }

    /// Makes an encrypted room that whoever is in the room beside it may enter.
    pub(super) async fn make(&self, key: &str, room: &NewRoom) -> Result<OwnedRoomId, SendError> {
        let _making = self.making.lock().await;
        let beside = RoomId::parse(&room.beside).map_err(|_| never("this is no room"))?;
        let allowed = json!([{"type": "m.room_membership", "room_id": beside}]);
        let mut request = NewRequest::new();
        request.name = Some(room.title.clone());
        request.preset = Some(RoomPreset::TrustedPrivateChat);
        request.invite = UserId::parse(&room.owner).ok().into_iter().collect();
        request.initial_state = [
            ("m.room.encryption", json!({"algorithm": "m.megolm.v1.aes-sha2"})),
            ("m.room.history_visibility", json!({"history_visibility": "invited"})),
            ("m.room.guest_access", json!({"guest_access": "forbidden"})),
            ("m.room.join_rules", json!({"join_rule": "restricted", "allow": allowed})),
        ]
        .iter()
        .map(|(kind, content)| state(kind, content))
        .collect::<Result<_, _>>()?;
        self.called(key, request).await
    }

    /// What has this alias, made where there is nothing. The alias is there from the moment on at which what
    /// it stands for is, so that nothing is made twice.
    async fn called(&self, key: &str, mut request: NewRequest) -> Result<OwnedRoomId, SendError> {
        let alias = RoomAliasId::parse(format!("#{key}:{}", self.server()));
        let alias = alias.map_err(|_| never("this is no alias"))?;
        match self.client.resolve_room_alias(&alias).await {
            Ok(found) => return Ok(found.room_id),
            Err(error) if matches!(error.client_api_error_kind(), Some(ErrorKind::NotFound)) => {}
            Err(error) => return Err(trouble(&error.into())),
        }
        request.room_alias_name = Some(key.to_owned());
        let made = self.client.send(request).await.map_err(|error| trouble(&error.into()))?;
        Ok(made.room_id)
    }

    /// Puts rooms into a space, and takes out those that the bot put there and that are in it no
    /// more, which it gives. A name and a join rule that people changed stay as they are.
    async fn fill(
        &self,
        id: &RoomId,
        name: &str,
        rooms: &[OwnedRoomId],
        allowed: &[OwnedRoomId],
    ) -> Result<Vec<OwnedRoomId>, SendError> {
        let state = self.state(id).await?;
        let members: Vec<Value> =
            allowed.iter().map(|room| json!({"type": "m.room_membership", "room_id": room})).collect();
        let rule = match members.is_empty() {
            true => json!({"join_rule": "invite"}),
            false => json!({"join_rule": "restricted", "allow": members}),
        };
        for (kind, content) in [("m.room.name", json!({"name": name})), ("m.room.join_rules", rule)] {
            if of(&state, kind, "").is_none_or(|(is, own)| *own && *is != content) {
                self.set(id, kind, "", &content).await.map_err(|error| trouble(&error))?;
            }
        }
        let via = json!({"via": [self.server()]});
        for room in rooms {
            if of(&state, CHILD, room.as_str()).is_some_and(|(is, _)| is["via"].is_array()) {
                continue;
            }
            // Where the bot may not say in a room to what it belongs, the space says so alone.
            if let Err(error) = self.set(room, PARENT, id.as_str(), &via).await {
                self.waited_for(&error)?;
            }
            self.set(id, CHILD, room.as_str(), &via).await.map_err(|error| trouble(&error))?;
        }
        let gone: Vec<OwnedRoomId> = children(&state).into_iter().filter(|room| !rooms.contains(room)).collect();
        for room in &gone {
            self.take_out(id, room).await?;
        }
        Ok(gone)
    }

    async fn take_out(&self, space: &RoomId, room: &RoomId) -> Result<(), SendError> {
        if let Err(error) = self.set(room, PARENT, space.as_str(), &json!({})).await {
            self.waited_for(&error)?;
        }
        self.set(space, CHILD, room.as_str(), &json!({})).await.map_err(|error| trouble(&error))
    }

    async fn state(&self, id: &RoomId) -> Result<State, SendError> {
        let request = get_state_events::v3::Request::new(id.to_owned());
        let state = self.client.send(request).await.map_err(|error| trouble(&error.into()))?.room_state;
        let events = state.iter().filter_map(|event| serde_json::from_str::<Value>(event.json().get()).ok());
        Ok(events
            .filter_map(|mut event| {
                let text = |key: &str| event[key].as_str().map(str::to_owned);
                let (kind, key, own) = (text("type")?, text("state_key")?, event["sender"] == self.own.as_str());
                Some(((kind, key), (event["content"].take(), own)))
            })
            .collect())
    }

    async fn set(&self, room: &RoomId, kind: &str, key: &str, content: &Value) -> Result<(), matrix_sdk::Error> {
        let content = Raw::new(content)?.cast_unchecked();
        let request = send_state_event::v3::Request::new_raw(room.to_owned(), kind.into(), key.to_owned(), content);
        self.client.send(request).await?;
        Ok(())
    }

    fn server(&self) -> &str {
        self.own.split_once(':').map(|(_, server)| server).unwrap_or_default()
    }
}

/// State of a room that is made.
pub(super) fn state(kind: &str, content: &Value) -> Result<Raw<AnyInitialStateEvent>, SendError> {
    Ok(raw(&json!({"type": kind, "state_key": "", "content": content}))?.cast_unchecked())
}

fn raw(content: &Value) -> Result<Raw<Value>, SendError> {
    Raw::new(content).map_err(|_| never("this is no content"))
}

fn addresses(rooms: &[String]) -> Result<Vec<OwnedRoomId>, SendError> {
    rooms.iter().map(|room| RoomId::parse(room).map_err(|_| never("this is no room"))).collect()
}

fn of<'s>(state: &'s State, kind: &str, key: &str) -> Option<&'s (Value, bool)> {
    state.get(&(kind.to_owned(), key.to_owned()))
}

/// The rooms that the bot put into a space.
fn children(state: &State) -> Vec<OwnedRoomId> {
    let own = state.iter().filter(|((kind, _), (is, own))| kind == CHILD && *own && is["via"].is_array());
    own.filter_map(|((_, room), _)| RoomId::parse(room).ok()).collect()
}
