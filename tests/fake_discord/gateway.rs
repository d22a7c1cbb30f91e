//! The gateway: one WebSocket a connection, sessions that outlive it, a sequence and a replay.
//! <https://discord.com/developers/docs/events/gateway>

use super::Shared;
use super::world::{Id, World, intent};
use gcm_talks::model::Time;
use serde_json::{Value, json};
use serenity::futures::{SinkExt, StreamExt};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::protocol::CloseFrame;

/// How long a session waits for who was cut off: "a few minutes".
/// <https://discord.com/developers/docs/events/gateway#initiating-a-disconnect>
const SESSION_LIFE: Time = 3 * 60_000;

/// The longest payload that a client may send.
/// <https://discord.com/developers/docs/events/gateway#sending-events>
const LONGEST: usize = 4_096;

/// What goes out on a connection.
pub enum Out {
    /// A payload.
    Say(Value),
    /// A close frame with this code.
    Close(u16),
    /// The line is cut without a word.
    Cut,
}

/// A session: what it asked for and everything that it was told.
pub struct Session {
    pub id: String,
    pub intents: u64,
    shard: (u64, u64),
    seq: u64,
    told: Vec<Value>,
    /// The connection that it has now.
    pub line: Option<UnboundedSender<Out>>,
    left: Time,
}

impl Session {
    /// Whether what happens in this guild, or in a direct conversation, comes to its shard.
    /// <https://discord.com/developers/docs/events/gateway#sharding>
    pub fn hears(&self, guild: Option<Id>) -> bool {
        guild.map_or(0, |guild| (guild >> 22) % self.shard.1) == self.shard.0
    }

    /// Tells it something, now or when it comes back.
    pub fn say(&mut self, name: &str, data: Value) {
        self.seq += 1;
        let payload = json!({"op": 0, "s": self.seq, "t": name, "d": data});
        self.told.push(payload.clone());
        if let Some(line) = &self.line {
            let _ = line.send(Out::Say(payload));
        }
    }
}

/// Takes connections for as long as the fake stands.
pub async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    while let Ok((stream, _)) = listener.accept().await {
        // Who is refused finds the line closed.
        if shared.read(|world| world.refuse) {
            drop(stream);
            shared.with(|world| world.refusals += 1);
        } else {
            tokio::spawn(connection(stream, shared.clone()));
        }
    }
}

/// What one connection is at.
struct Link {
    line: UnboundedSender<Out>,
    session: Option<String>,
}

async fn connection(stream: TcpStream, shared: Arc<Shared>) {
    let mut query = String::new();
    #[allow(clippy::result_large_err, reason = "the type of the callback is the library's")]
    let note = |request: &Request, response: Response| -> Result<Response, ErrorResponse> {
        query = request.uri().query().unwrap_or_default().to_owned();
        Ok(response)
    };
    let Ok(socket) = tokio_tungstenite::accept_hdr_async(stream, note).await else { return };
    let (mut sink, mut heard) = socket.split();
    let (line, mut out) = unbounded_channel();
    let mut link = Link { line, session: None };
    let interval = shared.read(|world| world.heartbeat);
    let _ = link.line.send(Out::Say(json!({"op": 10, "d": {"heartbeat_interval": interval}})));
    if !query.split('&').any(|pair| pair == "v=10") {
        let _ = link.line.send(Out::Close(4012));
    }
    // Who sends no heartbeat in time is disconnected.
    // <https://discord.com/developers/docs/events/gateway#sending-heartbeats>
    let patience = || Box::pin(tokio::time::sleep(Duration::from_millis(2 * interval) + Duration::from_secs(2)));
    let mut silence = patience();
    let mut ended = false;
    loop {
        tokio::select! {
            next = out.recv() => match next {
                Some(Out::Say(payload)) => {
                    if sink.send(Message::Text(payload.to_string())).await.is_err() {
                        break;
                    }
                }
                Some(Out::Close(code)) => {
                    let frame = CloseFrame { code: code.into(), reason: "".into() };
                    let _ = sink.send(Message::Close(Some(frame))).await;
                    // The frame arrives only if the line is not torn down at once.
                    let _ = tokio::time::timeout(Duration::from_secs(1), async {
                        while let Some(Ok(_)) = heard.next().await {}
                    })
                    .await;
                    break;
                }
                Some(Out::Cut) | None => break,
            },
            message = heard.next() => match message {
                Some(Ok(Message::Text(text))) => {
                    if shared.with(|world| hear(world, &mut link, &text)) {
                        silence = patience();
                    }
                }
                // Closing with 1000 or 1001 ends the session.
                Some(Ok(Message::Close(frame))) => {
                    ended = frame.is_some_and(|f| matches!(u16::from(f.code), 1000 | 1001));
                    break;
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            },
            () = &mut silence => {
                let _ = link.line.send(Out::Close(4009));
                silence = patience();
            }
        }
    }
    shared.with(|world| {
        let now = world.now();
        let Some(at) = world.sessions.iter().position(|s| Some(&s.id) == link.session.as_ref()) else { return };
        let session = &mut world.sessions[at];
        // It may have come back on another line meanwhile.
        if session.line.as_ref().is_some_and(|line| line.same_channel(&link.line)) {
            session.line = None;
            session.left = now;
            if ended {
                world.sessions.remove(at);
            }
        }
    });
}

/// Takes one payload; says whether it was a heartbeat.
fn hear(world: &mut World, link: &mut Link, text: &str) -> bool {
    let close = |code: u16| {
        let _ = link.line.send(Out::Close(code));
        false
    };
    let payload: Value = match serde_json::from_str(text) {
        Ok(payload) if text.len() <= LONGEST => payload,
        _ => return close(4002),
    };
    let data = &payload["d"];
    let authentic = |world: &World| data["token"].as_str().is_some_and(|t| t.trim_start_matches("Bot ") == world.token);
    match payload["op"].as_u64() {
        Some(1) => {
            if !world.mute {
                let _ = link.line.send(Out::Say(json!({"op": 11})));
            }
            return true;
        }
        Some(2) => {
            let intents = data["intents"].as_u64().unwrap_or(u64::MAX);
            let shard = (data["shard"][0].as_u64().unwrap_or(0), data["shard"][1].as_u64().unwrap_or(1));
            if link.session.is_some() {
                return close(4005);
            } else if !authentic(world) {
                return close(4004);
            } else if intents & !intent::KNOWN != 0 {
                return close(4013);
            } else if intents & intent::PRIVILEGED & !world.given != 0 {
                return close(4014);
            } else if shard.0 >= shard.1 {
                return close(4010);
            }
            world.identifies += 1;
            let id = format!("session-{}", world.fresh());
            link.session = Some(id.clone());
            let line = Some(link.line.clone());
            world.sessions.push(Session { id, intents, shard, seq: 0, told: Vec::new(), line, left: 0 });
            greet(world);
        }
        Some(6) => {
            if !authentic(world) {
                return close(4004);
            }
            let seq = data["seq"].as_u64().unwrap_or(0);
            let since = world.now() - SESSION_LIFE;
            let alive = |s: &&mut Session| Some(s.id.as_str()) == data["session_id"].as_str();
            let Some(session) = world.sessions.iter_mut().find(alive).filter(|s| s.line.is_some() || s.left >= since)
            else {
                let _ = link.line.send(Out::Say(json!({"op": 9, "d": false})));
                return false;
            };
            if seq > session.seq {
                return close(4007);
            }
            if let Some(old) = session.line.replace(link.line.clone()) {
                let _ = old.send(Out::Cut);
            }
            link.session = Some(session.id.clone());
            for payload in session.told.iter().filter(|p| p["s"].as_u64() > Some(seq)) {
                let _ = link.line.send(Out::Say(payload.clone()));
            }
            session.say("RESUMED", json!({}));
            world.resumes += 1;
        }
        Some(3 | 4 | 8 | 31) if link.session.is_some() => {}
        Some(3 | 4 | 8 | 31) => return close(4003),
        _ => return close(4001),
    }
    false
}

/// READY, with guilds that are not there yet, and then the guilds.
/// <https://discord.com/developers/docs/events/gateway-events#ready>
fn greet(world: &mut World) {
    let Some(session) = world.sessions.last() else { return };
    let member = |id: &Id| world.guilds[id].members.contains_key(&world.bot) && session.hears(Some(*id));
    let guilds: Vec<Id> = world.guilds.keys().copied().filter(member).collect();
    let unavailable: Vec<Value> = guilds.iter().map(|id| json!({"id": id.to_string(), "unavailable": true})).collect();
    let mut user = world.user_json(world.bot);
    user["verified"] = json!(true);
    user["mfa_enabled"] = json!(false);
    let ready = json!({
        "v": 10,
        "user": user,
        "guilds": unavailable,
        "session_id": session.id,
        "session_type": "normal",
        "resume_gateway_url": world.gateway,
        "shard": [session.shard.0, session.shard.1],
        "application": {"id": world.bot.to_string(), "flags": application_flags(world)},
        "private_channels": [],
    });
    let wants_guilds = session.intents & intent::GUILDS != 0;
    let told: Vec<Value> = guilds.iter().filter(|_| wants_guilds).map(|id| world.guild_create(*id)).collect();
    let Some(session) = world.sessions.last_mut() else { return };
    session.say("READY", ready);
    for guild in told {
        session.say("GUILD_CREATE", guild);
    }
}

/// What the application may ask for, as it reads in its flags: the limited kind, of applications in
/// fewer than 100 guilds.
/// <https://discord.com/developers/docs/resources/application#application-object-application-flags>
pub fn application_flags(world: &World) -> u64 {
    let flag = |intent: u64, bit: u32| if world.given & intent != 0 { 1 << bit } else { 0 };
    flag(intent::PRESENCES, 13) | flag(intent::MEMBERS, 15) | flag(intent::CONTENT, 19)
}
