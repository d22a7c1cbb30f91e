//! A homeserver in this process: as much of Matrix's client interface as the library asks for, in
//! memory, for anybody who logs in. It keeps and hands over device keys and what devices send each
//! other, so that clients encrypt for each other, and stands in front of nothing.
//!
//! Events are kept as the text that is sent, so that answering costs next to nothing.

use super::Time;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::sync::Notify;

/// How many events of a room one answer holds.
const PAGE: usize = 100;

/// What the device of everybody is called.
pub const DEVICE: &str = "DEVICE";

/// The homeserver, which ends with the program.
#[derive(Clone)]
pub struct Homeserver {
    /// Where it listens.
    pub url: String,
    it: Arc<It>,
}

#[derive(Default)]
struct It {
    world: Mutex<World>,
    changed: Notify,
}

/// Who holds a device: the account and the device.
type Device = (String, String);

#[derive(Default)]
struct World {
    /// How many events and messages between devices there are; tokens are such numbers.
    position: u64,
    rooms: BTreeMap<String, Room>,
    keys: BTreeMap<Device, Value>,
    once: BTreeMap<Device, Map<String, Value>>,
    cross_signing: BTreeMap<String, Value>,
    between: BTreeMap<Device, Vec<(u64, String)>>,
    /// One answer ends where the first of these beyond its token stands.
    ends: Vec<u64>,
    /// The token with which each account asked last: what is before it has been taken.
    taken: BTreeMap<String, u64>,
    /// When what is sent next was said, and how much later what follows it.
    now: Time,
    spacing: Time,
}

#[derive(Default)]
struct Room {
    state: Vec<String>,
    members: Vec<String>,
    timeline: Vec<(u64, String)>,
    places: HashMap<String, usize>,
}

impl Homeserver {
    /// Starts on a free port. What is sent was said from `now` on, each message so much later.
    pub async fn start(now: Time, spacing: Time) -> Homeserver {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let it = Arc::new(It { world: Mutex::new(World { now, spacing, ..World::default() }), changed: Notify::new() });
        let app = Router::new().fallback(answer).with_state(it.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        Homeserver { url, it }
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.it.world.lock().unwrap()
    }

    /// Makes a room in which these accounts are; everybody who logs in sees every room.
    pub fn room(&self, id: &str, encrypted: bool, members: &[String]) {
        let mut world = self.world();
        let at = world.now;
        let creator = members.first().unwrap().clone();
        let mut room = Room::default();
        let state = |kind: &str, key: &str, content: Value| {
            // What stands behind a colon would have to be a server.
            let event = format!("${id}-{kind}-{key}").replace(':', "-");
            json!({"type": kind, "state_key": key, "sender": creator, "event_id": event, "room_id": id,
                "origin_server_ts": at, "content": content})
            .to_string()
        };
        room.state.push(state("m.room.create", "", json!({"room_version": "10", "creator": creator})));
        room.state.push(state("m.room.power_levels", "", json!({"users": {&creator: 100}})));
        room.state.push(state("m.room.join_rules", "", json!({"join_rule": "public"})));
        room.state.push(state("m.room.history_visibility", "", json!({"history_visibility": "shared"})));
        room.state.push(state("m.room.name", "", json!({"name": id})));
        if encrypted {
            room.state.push(state("m.room.encryption", "", json!({"algorithm": "m.megolm.v1.aes-sha2"})));
        }
        for member in members {
            let name = member.trim_start_matches('@').split(':').next();
            room.members.push(state("m.room.member", member, json!({"membership": "join", "displayname": name})));
        }
        world.rooms.insert(id.to_owned(), room);
    }

    /// Someone says something, unencrypted. Gives what the event is called.
    pub fn says(&self, room: &str, sender: &str, text: &str) -> String {
        self.world().add(room, sender, "m.room.message", &json!({"msgtype": "m.text", "body": text}))
    }

    /// The token behind everything.
    pub fn token(&self) -> String {
        format!("s{}", self.world().position)
    }

    /// Ends an answer here: what comes next comes with another.
    pub fn end_answer(&self) {
        let mut world = self.world();
        let position = world.position;
        world.ends.push(position);
    }

    /// Waits until an account has taken everything, and asks for more.
    pub async fn all_taken_by(&self, account: &str) {
        loop {
            let changed = self.it.changed.notified();
            let done = {
                let world = self.world();
                world.taken.get(account).is_some_and(|taken| *taken >= world.position)
            };
            if done {
                return;
            }
            changed.await;
        }
    }

    /// The clock of the homeserver.
    pub fn now(&self) -> Time {
        self.world().now
    }
}

impl World {
    fn add(&mut self, room: &str, sender: &str, kind: &str, content: &Value) -> String {
        self.position += 1;
        self.now += self.spacing;
        let id = format!("$event-{}", self.position);
        let event = json!({"type": kind, "sender": sender, "event_id": id, "room_id": room,
            "origin_server_ts": self.now, "content": content});
        let room = self.rooms.get_mut(room).unwrap();
        room.places.insert(id.clone(), room.timeline.len());
        room.timeline.push((self.position, event.to_string()));
        id
    }

    /// What is new for a device since a token, and nothing where nothing is.
    fn sync(&self, device: &Device, since: Option<u64>) -> Option<String> {
        let from = since.unwrap_or_default();
        let to = self.ends.iter().copied().find(|end| *end > from).unwrap_or(self.position);
        let mut rooms = String::new();
        for (id, room) in &self.rooms {
            let all = room.between(from, to);
            if since.is_some() && all.is_empty() {
                continue;
            }
            let events = &all[all.len().saturating_sub(PAGE)..];
            let before = events.first().map_or(to, |(position, _)| position - 1);
            let state =
                if since.is_none() { [&room.state[..], &room.members[..]].concat().join(",") } else { String::new() };
            let gap = if rooms.is_empty() { "" } else { "," };
            write!(
                rooms,
                r#"{gap}"{id}":{{"state":{{"events":[{state}]}},"timeline":{{"limited":{},"prev_batch":"s{before}","events":["#,
                events.len() < all.len()
            )
            .unwrap();
            joined(&mut rooms, events.iter());
            rooms.push_str("]}}");
        }
        let mut between = String::new();
        let sent = self.between.get(device).map(Vec::as_slice).unwrap_or_default();
        joined(&mut between, sent.iter().filter(|(position, _)| (from + 1..=to).contains(position)));
        if since.is_some() && rooms.is_empty() && between.is_empty() {
            return None;
        }
        Some(format!(
            r#"{{"next_batch":"s{to}","to_device":{{"events":[{between}]}},"rooms":{{"join":{{{rooms}}}}},{}}}"#,
            self.left(device)
        ))
    }

    /// What every answer says of a device's keys.
    fn left(&self, device: &Device) -> String {
        let left = self.once.get(device).map_or(0, Map::len);
        format!(
            r#""device_one_time_keys_count":{{"signed_curve25519":{left}}},"device_unused_fallback_key_types":["signed_curve25519"]"#
        )
    }

    fn upload(&mut self, device: &Device, body: &Value) -> String {
        if let Some(keys) = body.get("device_keys") {
            self.keys.insert(device.clone(), keys.clone());
        }
        let once = self.once.entry(device.clone()).or_default();
        once.extend(body["one_time_keys"].as_object().cloned().unwrap_or_default());
        json!({"one_time_key_counts": {"signed_curve25519": once.len()}}).to_string()
    }

    fn query(&self, body: &Value) -> String {
        let asked = body["device_keys"].as_object().cloned().unwrap_or_default();
        let mut answer = json!({"failures": {}, "device_keys": {}});
        for user in asked.keys() {
            let of_user = self.keys.iter().filter(|((account, _), _)| account == user);
            let devices: Map<String, Value> =
                of_user.map(|((_, device), keys)| (device.clone(), keys.clone())).collect();
            answer["device_keys"][user] = Value::Object(devices);
            for kind in ["master_key", "self_signing_key", "user_signing_key"] {
                if let Some(key) = self.cross_signing.get(user).and_then(|keys| keys.get(kind)) {
                    answer[format!("{kind}s")][user] = key.clone();
                }
            }
        }
        answer.to_string()
    }

    fn claim(&mut self, body: &Value) -> String {
        let mut answer = json!({"failures": {}, "one_time_keys": {}});
        for (user, devices) in body["one_time_keys"].as_object().cloned().unwrap_or_default() {
            for device in devices.as_object().cloned().unwrap_or_default().keys() {
                let Some(once) = self.once.get_mut(&(user.clone(), device.clone())) else { continue };
                if let Some(name) = once.keys().next().cloned() {
                    answer["one_time_keys"][&user][device] = json!({&name: once.remove(&name)});
                }
            }
        }
        answer.to_string()
    }

    fn send_between(&mut self, sender: &str, kind: &str, body: &Value) {
        for (user, devices) in body["messages"].as_object().cloned().unwrap_or_default() {
            for (device, content) in devices.as_object().cloned().unwrap_or_default() {
                self.position += 1;
                let event = json!({"type": kind, "sender": sender, "content": content}).to_string();
                self.between.entry((user.clone(), device)).or_default().push((self.position, event));
            }
        }
    }

    /// A page of history, backwards.
    fn page(&self, room: &str, query: &HashMap<String, String>) -> Option<String> {
        let token = |name: &str| query.get(name).and_then(|token| token.strip_prefix('s')?.parse::<u64>().ok());
        let limit = query.get("limit").and_then(|limit| limit.parse().ok()).unwrap_or(10);
        let from = token("from").unwrap_or(self.position);
        let all = self.rooms.get(room)?.between(token("to").unwrap_or_default(), from);
        let events = &all[all.len().saturating_sub(limit)..];
        let mut chunk = String::new();
        joined(&mut chunk, events.iter().rev());
        let end = events.first().filter(|_| events.len() < all.len());
        let end = end.map(|(position, _)| format!(r#","end":"s{}""#, position - 1)).unwrap_or_default();
        Some(format!(r#"{{"start":"s{from}","chunk":[{chunk}]{end}}}"#))
    }
}

impl Room {
    /// What was said after one position, up to another.
    fn between(&self, from: u64, to: u64) -> &[(u64, String)] {
        let end = self.timeline.partition_point(|(position, _)| *position <= to);
        let start = self.timeline.partition_point(|(position, _)| *position <= from).min(end);
        &self.timeline[start..end]
    }
}

fn joined<'e>(text: &mut String, events: impl Iterator<Item = &'e (u64, String)>) {
    for (n, (_, event)) in events.enumerate() {
        if n > 0 {
            text.push(',');
        }
        text.push_str(event);
    }
}

async fn answer(State(it): State<Arc<It>>, request: Request) -> Response {
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let device = request.headers().get(header::AUTHORIZATION).and_then(|value| whose(value.to_str().ok()?));
    let body = to_bytes(request.into_body(), usize::MAX).await.unwrap();
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let query: HashMap<String, String> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| (name.to_owned(), decoded(value)))
        .collect();
    let path: Vec<String> = uri.path().trim_start_matches("/_matrix/client/").split('/').map(decoded).collect();
    // The version of the interface is all one.
    let path: Vec<&str> =
        path.iter().map(String::as_str).skip_while(|part| part.starts_with(['v', 'r']) && part.len() == 2).collect();
    let (status, text) = match told(&it, &method, &path, &query, &body, &device.unwrap_or_default()).await {
        Some(text) => (StatusCode::OK, text),
        None => (StatusCode::NOT_FOUND, json!({"errcode": "M_NOT_FOUND", "error": "not here"}).to_string()),
    };
    let response = Response::builder().status(status).header(header::CONTENT_TYPE, "application/json");
    response.body(Body::from(text)).unwrap()
}

/// A token names the device that holds it.
fn whose(authorization: &str) -> Option<Device> {
    let (user, device) = authorization.strip_prefix("Bearer ")?.split_once('|')?;
    Some((user.to_owned(), device.to_owned()))
}

async fn told(
    it: &It,
    method: &Method,
    path: &[&str],
    query: &HashMap<String, String>,
    body: &Value,
    device: &Device,
) -> Option<String> {
    let world = || it.world.lock().unwrap();
    let nothing = || Some("{}".to_owned());
    match (method.as_str(), path) {
        ("GET", ["versions"]) => Some(json!({"versions": ["v1.1", "v1.6", "v1.11"]}).to_string()),
        ("GET", ["login"]) => Some(json!({"flows": [{"type": "m.login.password"}]}).to_string()),
        ("POST", ["login"]) => {
            let user = body["identifier"]["user"].as_str()?;
            Some(json!({"user_id": user, "device_id": DEVICE, "access_token": format!("{user}|{DEVICE}")}).to_string())
        }
        ("GET", ["account", "whoami"]) => Some(json!({"user_id": device.0, "device_id": device.1}).to_string()),
        ("GET", ["joined_rooms"]) => {
            Some(json!({"joined_rooms": world().rooms.keys().collect::<Vec<_>>()}).to_string())
        }
        ("POST", ["keys", "upload"]) => Some(world().upload(device, body)),
        ("POST", ["keys", "query"]) => Some(world().query(body)),
        ("POST", ["keys", "claim"]) => Some(world().claim(body)),
        ("POST", ["keys", "device_signing", "upload"]) => {
            world().cross_signing.insert(device.0.clone(), body.clone());
            nothing()
        }
        ("POST", ["keys", "signatures", "upload"]) => Some(json!({"failures": {}}).to_string()),
        ("PUT", ["sendToDevice", kind, _]) => {
            world().send_between(&device.0, kind, body);
            it.changed.notify_waiters();
            nothing()
        }
        ("GET", ["sync"]) => {
            let since = query.get("since").and_then(|token| token.strip_prefix('s')?.parse().ok());
            let patience = Duration::from_millis(query.get("timeout").and_then(|ms| ms.parse().ok()).unwrap_or(0));
            if let Some(since) = since {
                world().taken.insert(device.0.clone(), since);
                it.changed.notify_waiters();
            }
            let wait = async {
                loop {
                    let changed = it.changed.notified();
                    let new = world().sync(device, since);
                    match new {
                        Some(answer) => return answer,
                        None => changed.await,
                    }
                }
            };
            match tokio::time::timeout(patience.max(Duration::from_millis(1)), wait).await {
                Ok(answer) => Some(answer),
                Err(_) => {
                    let world = world();
                    Some(format!(r#"{{"next_batch":"s{}",{}}}"#, since.unwrap_or_default(), world.left(device)))
                }
            }
        }
        ("GET", ["rooms", room, "messages"]) => world().page(room, query),
        ("GET", ["rooms", room, "members"]) => {
            Some(format!(r#"{{"chunk":[{}]}}"#, world().rooms.get(*room)?.members.join(",")))
        }
        ("GET", ["rooms", room, "event", id]) => {
            let world = world();
            let room = world.rooms.get(*room)?;
            room.timeline.get(*room.places.get(*id)?).map(|(_, event)| event.clone())
        }
        ("PUT", ["rooms", room, "send", kind, _]) => {
            let id = world().add(room, &device.0, kind, body);
            it.changed.notify_waiters();
            Some(json!({"event_id": id}).to_string())
        }
        ("PUT", ["user", _, "account_data", ..]) => nothing(),
        _ => None,
    }
}

/// A part of an address as it was meant.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        match byte {
            b'%' => {
                let (high, low) = (digit(rest.next()).unwrap(), digit(rest.next()).unwrap());
                bytes.push(u8::try_from(high * 16 + low).unwrap());
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap()
}
