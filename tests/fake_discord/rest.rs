//! The REST interface under `/api/v10`: who may ask, how often, and what is answered.
//! <https://discord.com/developers/docs/reference#http-api>

use super::door::Scissors;
use super::gateway::application_flags;
use super::rules::{self, Wrong};
use super::spec;
use super::world::*;
use super::{Shared, Trouble};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use gcm_talks::model::Time;
use regex::Regex;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// The largest file without a boost. <https://discord.com/developers/docs/reference#uploading-files>
const LARGEST: usize = 10 * 1024 * 1024;

/// How often all of it may be asked, in a second.
/// <https://discord.com/developers/docs/topics/rate-limits#global-rate-limit>
const GLOBAL: u32 = 50;

/// An error as Discord words it.
/// <https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>
#[derive(Debug)]
pub struct Refusal {
    pub status: u16,
    body: Value,
}

impl Refusal {
    pub fn new(status: u16, code: u32, message: &str) -> Refusal {
        Refusal { status, body: json!({"message": message, "code": code}) }
    }

    pub fn form(errors: Value) -> Refusal {
        Refusal { status: 400, body: json!({"message": "Invalid Form Body", "code": 50035, "errors": errors}) }
    }

    pub fn code(&self) -> u64 {
        self.body["code"].as_u64().unwrap_or_default()
    }
}

fn no_access() -> Refusal {
    Refusal::new(403, 50001, "Missing Access")
}

fn no_permission() -> Refusal {
    Refusal::new(403, 50013, "Missing Permissions")
}

fn not_found() -> Refusal {
    Refusal::new(404, 0, "404: Not Found")
}

/// What was asked, and what came of it.
#[derive(Debug, Clone)]
pub struct Asked {
    pub method: String,
    /// Below `/api/v10`, without its query.
    pub path: String,
    pub body: Value,
    pub status: u16,
    pub at: Time,
}

/// How much of a limit is used.
#[derive(Default)]
pub struct Window {
    since: Time,
    used: u32,
}

/// A file that came with a request.
struct Upload {
    name: String,
    mime: String,
    bytes: Vec<u8>,
}

struct Call {
    method: String,
    segments: Vec<String>,
    query: BTreeMap<String, String>,
    body: Value,
    files: BTreeMap<u64, Upload>,
    token: Option<String>,
}

type Answer = Result<(u16, Value), Refusal>;

pub async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    if let Some(file) = path.strip_prefix("/attachments/") {
        if shared.with(|world| take_fault(world, "GET", &path)).is_some() {
            return plain(503, &Value::Null);
        }
        return shared.read(|world| download(world, file));
    }
    let Ok(bytes) = to_bytes(body, 64 * 1024 * 1024).await else {
        scissors.cut();
        return Response::default();
    };
    let Some(path) = path.strip_prefix("/api/v10/") else { return plain(404, &not_found().body) };
    let token = parts.headers.get("authorization").and_then(|t| t.to_str().ok()).map(str::to_owned);
    let mut call = Call {
        method: parts.method.to_string(),
        segments: path.split('/').map(decode).collect(),
        query: query_of(parts.uri.query().unwrap_or_default()),
        body: Value::Null,
        files: BTreeMap::new(),
        token,
    };
    let read = read_body(&parts.headers, &bytes, &mut call);
    let trouble = shared.with(|world| take_fault(world, &call.method, path));
    match trouble {
        Some(Trouble::Cut) => {
            scissors.cut();
            return Response::default();
        }
        Some(Trouble::Silence) => std::future::pending().await,
        _ => {}
    }
    let (status, body, headers) = shared.with(|world| {
        let (status, body, headers) = world.serve(&mut call, read, trouble);
        world.asked.push(Asked {
            method: call.method.clone(),
            path: path.to_owned(),
            body: call.body.clone(),
            status,
            at: world.now(),
        });
        (status, body, headers)
    });
    if trouble == Some(Trouble::LostReply) {
        scissors.cut();
    }
    let mut response = plain(status, &body);
    for (name, value) in headers {
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

fn plain(status: u16, body: &Value) -> Response {
    let content = if status == 204 { Body::empty() } else { Body::from(body.to_string()) };
    let mut response = Response::new(content);
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    if status != 204 {
        response.headers_mut().insert("content-type", "application/json".parse().unwrap());
    }
    response
}

/// A file, at the address that its message gives.
fn download(world: &World, path: &str) -> Response {
    let mut parts = path.split('/').filter_map(|part| part.parse::<Id>().ok());
    let found = parts.next().and_then(|channel| world.channels.get(&channel)).and_then(|channel| {
        let id = parts.next()?;
        let standing = channel.messages.values().filter(|m| !m.gone);
        standing.flat_map(|m| &m.attachments).find(|a| a.id == id)
    });
    let Some(found) = found else { return plain(404, &not_found().body) };
    let mut response = Response::new(Body::from(found.bytes.clone()));
    if let Ok(mime) = found.mime.parse() {
        response.headers_mut().insert("content-type", mime);
    }
    response
}

fn take_fault(world: &mut World, method: &str, path: &str) -> Option<Trouble> {
    let fits = |f: &super::Fault| (f.method.is_empty() || f.method == method) && path.contains(&f.path);
    if let Some(at) = world.faults.iter().position(fits) {
        return world.faults.remove(at).map(|fault| fault.trouble);
    }
    let (draw, per_mille) = world.storm.as_mut()?;
    let [a, b, kind] = draw.bytes::<3>();
    // A gateway's address is asked once; without it a client would go to the real one. Files lie elsewhere.
    if path.starts_with("gateway")
        || path.starts_with("/attachments/")
        || u16::from_le_bytes([a, b]) % 1_000 >= *per_mille
    {
        return None;
    }
    Some(match kind % 5 {
        0 => Trouble::Status(500),
        1 => Trouble::Status(502),
        2 => Trouble::Cut,
        3 => Trouble::TooMany { after: 0.05, global: false },
        _ => Trouble::LostReply,
    })
}

fn query_of(query: &str) -> BTreeMap<String, String> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    // <https://url.spec.whatwg.org/#urlencoded-parsing>
    pairs.map(|(name, value)| (name.to_owned(), decode(&value.replace('+', " ")))).collect()
}

fn decode(part: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let coded = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match coded.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn read_body(headers: &HeaderMap, bytes: &Bytes, call: &mut Call) -> Result<(), Refusal> {
    let kind = headers.get("content-type").and_then(|t| t.to_str().ok()).unwrap_or_default();
    let broken = || Refusal::new(400, 50109, "The request body contains invalid JSON.");
    if let Some((_, boundary)) = kind.split_once("boundary=") {
        for (name, file, mime, content) in form_parts(bytes, boundary.trim_matches('"')) {
            if name == "payload_json" {
                call.body = serde_json::from_slice(&content).map_err(|_| broken())?;
            } else if let Some(number) = name.strip_prefix("files[").and_then(|n| n.trim_end_matches(']').parse().ok())
            {
                call.files.insert(number, Upload { name: file, mime, bytes: content });
            }
        }
        if call.files.values().any(|file| file.bytes.len() > LARGEST) {
            return Err(Refusal::new(413, 40005, "Request entity too large"));
        }
    } else if !bytes.is_empty() {
        if !kind.starts_with("application/json") {
            return Err(Refusal::new(400, 50035, "Invalid Form Body"));
        }
        call.body = serde_json::from_slice(bytes).map_err(|_| broken())?;
    }
    Ok(())
}

/// The parts of a form with files: name, file's name, type, content.
fn form_parts(bytes: &[u8], boundary: &str) -> Vec<(String, String, String, Vec<u8>)> {
    let find = |hay: &[u8], needle: &[u8]| hay.windows(needle.len()).position(|w| w == needle);
    let mark = format!("--{boundary}").into_bytes();
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(start) = find(rest, &mark) {
        let after = &rest[start + mark.len()..];
        let Some(end) = find(after, &mark) else { break };
        let part = after[..end].strip_prefix(b"\r\n").unwrap_or(&after[..end]);
        rest = &after[end..];
        let Some(head) = find(part, b"\r\n\r\n") else { continue };
        let text = String::from_utf8_lossy(&part[..head]).into_owned();
        let content = part[head + 4..].strip_suffix(b"\r\n").unwrap_or(&part[head + 4..]);
        let after = |from: &str, until: char| {
            let (_, value) = text.split_once(from)?;
            value.split(until).next().map(str::to_owned)
        };
        let name = after(" name=\"", '"').unwrap_or_default();
        let file = after("filename=\"", '"').unwrap_or_default();
        let mime = after("Content-Type: ", '\r').unwrap_or_else(|| "application/octet-stream".into());
        parts.push((name, file, mime, content.to_vec()));
    }
    parts
}

/// The limit of a route: its name, how often, in how many milliseconds. Discord publishes no
/// numbers; these are of the size that its headers have been seen to tell.
fn limit_of(method: &str, segments: &[&str]) -> (String, u32, Time) {
    let numeric = |s: &&str| s.parse::<Id>().is_ok();
    let route: Vec<&str> = segments.iter().map(|s| if numeric(s) { "{id}" } else { s }).collect();
    // Channels, guilds and webhooks have limits of their own.
    let major = segments.get(1).copied().filter(|_| matches!(segments[0], "channels" | "guilds" | "webhooks"));
    let (often, span) = match (method, segments) {
        ("PUT" | "DELETE", [.., "reactions", _, _]) => (1, 250),
        ("POST" | "PATCH", ["channels", _, "messages", ..]) => (5, 5_000),
        ("POST" | "PATCH", ["webhooks", ..]) => (5, 2_000),
        ("POST", ["users", "@me", "channels"]) => (10, 10_000),
        _ => (50, 1_000),
    };
    let route = match segments {
        ["webhooks", _, token, ..] => format!("webhooks/{token}"),
        [.., "reactions", _, _] => "reactions".into(),
        _ => route.join("/"),
    };
    (format!("{method} {route} {}", major.unwrap_or_default()), often, span)
}

static PERSON: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<@!?(\d+)>").unwrap());
static ROLE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<@&(\d+)>").unwrap());

fn id_of(text: &str) -> Result<Id, Refusal> {
    text.parse().map_err(|_| {
        let mut wrong = Wrong::default();
        wrong.at("id", "NUMBER_TYPE_COERCE", &format!("Value \"{text}\" is not snowflake."));
        wrong.done().err().unwrap_or_else(not_found)
    })
}

fn id_in(value: &Value) -> Option<Id> {
    value.as_str().and_then(|s| s.parse().ok()).or_else(|| value.as_u64())
}

impl World {
    /// Limits, token, address and form; then what is asked.
    fn serve(
        &mut self,
        call: &mut Call,
        read: Result<(), Refusal>,
        trouble: Option<Trouble>,
    ) -> (u16, Value, Vec<(&'static str, String)>) {
        let segments: Vec<String> = call.segments.clone();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let (name, limit, span) = limit_of(&call.method, &segments);
        let of_interaction = matches!(segments.as_slice(), ["interactions" | "webhooks", ..]);
        let (used, reset) = self.spend(&name, span);
        let (of_all, soon) = if of_interaction { (0, 0) } else { self.spend("", 1_000) };
        let seconds = |ms: Time| format!("{}.{:03}", ms / 1_000, ms % 1_000);
        let bucket = name.split(' ').take(2).collect::<Vec<_>>().join(" ");
        let mut headers = vec![
            ("x-ratelimit-limit", limit.to_string()),
            ("x-ratelimit-remaining", limit.saturating_sub(used).to_string()),
            ("x-ratelimit-reset", seconds(self.now() + reset)),
            ("x-ratelimit-reset-after", seconds(reset)),
            ("x-ratelimit-bucket", blake3::hash(bucket.as_bytes()).to_hex()[..16].to_owned()),
        ];
        let wait = match trouble {
            Some(Trouble::TooMany { after, global }) => Some((after, global)),
            #[allow(clippy::cast_precision_loss, reason = "a few milliseconds")]
            _ if self.limits && of_all > GLOBAL => Some((soon as f64 / 1_000.0, true)),
            #[allow(clippy::cast_precision_loss, reason = "a few milliseconds")]
            _ if self.limits && used > limit => Some((reset as f64 / 1_000.0, false)),
            _ => None,
        };
        if let Some((after, global)) = wait {
            headers.push(("retry-after", after.ceil().to_string()));
            headers.push(("x-ratelimit-scope", if global { "global" } else { "user" }.to_owned()));
            if global {
                headers.push(("x-ratelimit-global", "true".into()));
            }
            self.invalid.push(self.now());
            let body = json!({"message": "You are being rate limited.", "retry_after": after, "global": global});
            return (429, body, headers);
        }
        if let Some(Trouble::Refused(code)) = trouble {
            return (403, json!({"message": "Forbidden", "code": code}), headers);
        }
        if let Some(Trouble::Status(status)) = trouble {
            return (status, json!({"message": "500: Internal Server Error", "code": 0}), headers);
        }
        let address = format!("{} /{}", call.method, segments.join("/"));
        if let Some(wrong) = spec::of_request(&call.method, &call.segments, &call.body) {
            self.findings.push(format!("asked {address}: {wrong}\n{}", call.body));
        }
        let open = of_interaction || segments == ["gateway"];
        let known = call.token.as_ref().is_some_and(|t| t.strip_prefix("Bot ") == Some(self.token.as_str()));
        let answer = match read {
            Err(refusal) => Err(refusal),
            Ok(()) if !open && !known => Err(Refusal::new(401, 0, "401: Unauthorized")),
            Ok(()) => self.route(call, &segments),
        };
        match answer {
            Ok((status, body)) => {
                // What a test has garbled is not as Discord tells it; all beside it is.
                let mut told = body.clone();
                if let Some(several) = told.as_array_mut() {
                    several.retain(|one| one["timestamp"] != GARBLED);
                }
                let wrong = spec::of_answer(&call.method, &call.segments, status, &told);
                if let Some(wrong) = wrong.filter(|_| told["timestamp"] != GARBLED) {
                    self.findings.push(format!("the fake answered {address}: {wrong}\n{body}"));
                }
                (status, body, headers)
            }
            Err(refusal) => {
                if matches!(refusal.status, 401 | 403) {
                    self.invalid.push(self.now());
                }
                if refusal.code() == 50035 {
                    self.findings.push(format!("asked {address}: {}\n{}", refusal.body, call.body));
                }
                (refusal.status, refusal.body, headers)
            }
        }
    }

    /// Counts one more; says how many there were in this span, and when it ends.
    fn spend(&mut self, name: &str, span: Time) -> (u32, Time) {
        let now = self.now();
        let window = self.windows.entry(name.to_owned()).or_default();
        if now >= window.since + span {
            *window = Window { since: now, used: 0 };
        }
        window.used += 1;
        (window.used, window.since + span - now)
    }

    fn route(&mut self, call: &mut Call, segments: &[&str]) -> Answer {
        let bot = self.bot;
        match (call.method.as_str(), segments) {
            ("GET", ["gateway"]) => Ok((200, json!({"url": self.gateway}))),
            ("GET", ["gateway", "bot"]) => Ok((
                200,
                json!({"url": self.gateway, "shards": self.shards, "session_start_limit":
                    {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}}),
            )),
            ("GET", ["users", "@me"]) => {
                let mut user = self.user_json(bot);
                user["mfa_enabled"] = json!(false);
                user["verified"] = json!(true);
                user["locale"] = json!("en-US");
                Ok((200, user))
            }
            ("GET", ["users", "@me", "guilds"]) => {
                let mine = self.guilds.values().filter(|g| g.members.contains_key(&bot));
                let tell = |g: &Guild| {
                    json!({"id": g.id.to_string(), "name": g.name, "icon": null, "banner": null, "owner": false,
                        "permissions": may::USUAL.to_string(), "features": []})
                };
                Ok((200, mine.map(tell).collect()))
            }
            ("POST", ["users", "@me", "channels"]) => {
                let person = id_in(&call.body["recipient_id"]).filter(|id| self.users.contains_key(id));
                let person = person.ok_or_else(|| Refusal::new(404, 10013, "Unknown User"))?;
                let channel = self.direct(person);
                Ok((200, self.channel_json(channel)))
            }
            ("GET", ["users", id]) => match self.users.get(&id_of(id)?) {
                Some(user) => Ok((200, self.user_json(user.id))),
                None => Err(Refusal::new(404, 10013, "Unknown User")),
            },
            ("GET", ["applications", "@me"] | ["oauth2", "applications", "@me"]) => Ok((200, self.application())),
            (_, ["applications", app, rest @ ..]) => {
                if id_of(app)? != bot {
                    return Err(Refusal::new(
                        403,
                        20012,
                        "You are not authorized to perform this action on this application",
                    ));
                }
                match rest {
                    ["commands", rest @ ..] => self.commands_route(call, None, rest),
                    ["guilds", guild, "commands", rest @ ..] => {
                        let guild = self.my_guild(id_of(guild)?)?;
                        self.commands_route(call, Some(guild), rest)
                    }
                    _ => Err(not_found()),
                }
            }
            (_, ["guilds", guild, rest @ ..]) => {
                let guild = self.my_guild(id_of(guild)?)?;
                self.guild_route(call, guild, rest)
            }
            (_, ["channels", channel, rest @ ..]) => {
                let channel = self.channel(id_of(channel)?)?.id;
                if !self.sees(bot, channel) {
                    return Err(no_access());
                }
                self.channel_route(call, channel, rest)
            }
            ("POST", ["interactions", id, token, "callback"]) => self.callback(call, id_of(id)?, token),
            (_, ["webhooks", app, token, rest @ ..]) if id_of(app)? == bot => self.webhook_route(call, token, rest),
            (_, ["webhooks", ..]) => Err(Refusal::new(404, 10015, "Unknown Webhook")),
            _ => Err(not_found()),
        }
    }

    /// <https://discord.com/developers/docs/resources/application#get-current-application>
    fn application(&self) -> Value {
        let owner = self.guilds.values().next().map_or(self.bot, |g| g.owner);
        let flags = application_flags(self);
        json!({
            "id": self.bot.to_string(), "name": "gcm-talks", "icon": null, "description": "", "type": null,
            "verify_key": "00".repeat(32), "flags": flags, "flags_new": flags.to_string(), "redirect_uris": [],
            "interactions_endpoint_url": null, "role_connections_verification_url": null,
            "owner": self.user_json(owner), "approximate_guild_count": self.guilds.len(),
            "approximate_user_install_count": 0, "approximate_user_authorization_count": 0,
            "explicit_content_filter": 0, "team": null, "eligible_oauth2_scopes": [], "bot_public": false,
            "bot_require_code_grant": false, "rpc_origins": [],
        })
    }

    fn my_guild(&self, id: Id) -> Result<Id, Refusal> {
        match self.guilds.get(&id) {
            Some(guild) if guild.members.contains_key(&self.bot) => Ok(id),
            Some(_) => Err(no_access()),
            None => Err(Refusal::new(404, 10004, "Unknown Guild")),
        }
    }

    fn guild_route(&mut self, call: &Call, guild: Id, rest: &[&str]) -> Answer {
        let of_guild = |c: &&Channel| c.guild == Some(guild) && !c.gone && self.sees(self.bot, c.id);
        match (call.method.as_str(), rest) {
            ("GET", []) => Ok((200, self.guild_json(guild))),
            ("GET", ["roles"]) => Ok((200, json!(self.roles_json(guild)))),
            ("GET", ["channels"]) => {
                let all = self.channels.values().filter(of_guild).filter(|c| c.thread.is_none());
                Ok((200, all.map(|c| self.channel_json(c.id)).collect()))
            }
            ("POST", ["channels"]) => {
                // The bot's base permissions decide, as no channel is there yet.
                let of = &self.guilds[&guild];
                let roles = &of.members[&self.bot].roles;
                let mine = of.roles.iter().filter(|r| r.id == guild || roles.contains(&r.id));
                let all = mine.fold(0, |all, role| all | role.permissions);
                if all & (may::MANAGE_CHANNELS | may::ADMINISTRATOR) == 0 {
                    return Err(no_permission());
                }
                let name = call.body["name"].as_str().unwrap_or_default().to_owned();
                if name.is_empty() || name.chars().count() > 100 {
                    let mut wrong = Wrong::default();
                    wrong.at("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
                    wrong.done()?;
                }
                let kind = call.body["type"].as_u64().and_then(|k| u8::try_from(k).ok()).unwrap_or(kind::TEXT);
                let id = self.add_channel(kind, Some(guild), &name);
                self.change_channel(id, &call.body);
                Ok((201, self.channel_json(id)))
            }
            ("GET", ["threads", "active"]) => {
                let active = |c: &&Channel| c.thread.as_ref().is_some_and(|t| !t.archived);
                let threads: Vec<Id> = self.channels.values().filter(of_guild).filter(active).map(|c| c.id).collect();
                Ok((200, self.threads_json(&threads)))
            }
            ("GET", ["members"]) => {
                // <https://discord.com/developers/docs/resources/guild#list-guild-members>
                if self.given & intent::MEMBERS == 0 {
                    return Err(no_access());
                }
                let limit = call.query.get("limit").and_then(|l| l.parse().ok()).unwrap_or(1);
                let after: Id = call.query.get("after").and_then(|a| a.parse().ok()).unwrap_or(0);
                let all = self.guilds[&guild].members.keys().filter(|id| **id > after).take(limit);
                Ok((200, all.filter_map(|id| self.member_json(guild, *id)).collect()))
            }
            ("GET", ["members", user]) => match self.member_json(guild, id_of(user)?) {
                Some(member) => Ok((200, member)),
                None => Err(Refusal::new(404, 10007, "Unknown Member")),
            },
            _ => Err(not_found()),
        }
    }

    fn threads_json(&self, threads: &[Id]) -> Value {
        let mine = threads
            .iter()
            .filter(|t| self.channels[t].thread.as_ref().is_some_and(|thread| thread.members.contains(&self.bot)));
        let members: Vec<Value> = mine
            .map(|t| {
                json!({"id": t.to_string(), "user_id": self.bot.to_string(), "flags": 0,
                    "join_timestamp": rfc3339(time_of(*t))})
            })
            .collect();
        let threads: Vec<Value> = threads.iter().map(|t| self.channel_json(*t)).collect();
        json!({"threads": threads, "members": members, "has_more": false})
    }

    /// Takes over what a form says of a channel.
    fn change_channel(&mut self, id: Id, body: &Value) {
        let now = self.now();
        let Some(channel) = self.channels.get_mut(&id) else { return };
        if let Some(name) = body["name"].as_str() {
            channel.name = name.to_owned();
        }
        if let Some(topic) = body["topic"].as_str() {
            channel.topic = Some(topic.to_owned());
        }
        if let Some(parent) = id_in(&body["parent_id"]) {
            channel.parent = Some(parent);
        }
        if let Some(overwrites) = body["permission_overwrites"].as_array() {
            let bits = |v: &Value| v.as_str().and_then(|s| s.parse().ok()).or_else(|| v.as_u64()).unwrap_or(0);
            let read = |o: &Value| {
                let person = o["type"] == 1;
                Some(Overwrite { id: id_in(&o["id"])?, person, allow: bits(&o["allow"]), deny: bits(&o["deny"]) })
            };
            channel.overwrites = overwrites.iter().filter_map(read).collect();
        }
        if let Some(thread) = &mut channel.thread {
            if let Some(archived) = body["archived"].as_bool() {
                (thread.archived, thread.since) = (archived, now);
            }
            thread.locked = body["locked"].as_bool().unwrap_or(thread.locked);
        }
    }

    fn channel_route(&mut self, call: &mut Call, channel: Id, rest: &[&str]) -> Answer {
        let bot = self.bot;
        let permissions = self.permissions(bot, channel);
        let needs = |bit: u64| if permissions & bit == bit { Ok(()) } else { Err(no_permission()) };
        let guild = self.channel(channel)?.guild;
        match (call.method.as_str(), rest) {
            ("GET", []) => Ok((200, self.channel_json(channel))),
            ("PATCH", []) => {
                // Who may write in a thread that is not locked may open it again.
                // <https://discord.com/developers/docs/resources/channel#modify-channel>
                let opens = call.body == json!({"archived": false}) && self.may_send(bot, channel);
                let thread = self.channel(channel)?.thread.as_ref();
                if !thread.is_some_and(|t| t.owner == bot || opens && !t.locked) {
                    needs(if thread.is_some() { may::MANAGE_THREADS } else { may::MANAGE_CHANNELS })?;
                }
                self.change_channel(channel, &call.body.clone());
                let data = self.channel_json(channel);
                let name = if self.channel(channel)?.thread.is_some() { "THREAD_UPDATE" } else { "CHANNEL_UPDATE" };
                self.tell(name, intent::GUILDS, guild, data.clone());
                Ok((200, data))
            }
            ("DELETE", []) => {
                needs(may::MANAGE_CHANNELS)?;
                let data = self.channel_json(channel);
                self.close_channel(channel);
                Ok((200, data))
            }
            ("POST", ["typing"]) => needs(may::SEND).map(|()| (204, Value::Null)),
            ("GET", ["messages"]) => self.history(call, channel, permissions),
            ("POST", ["messages"]) => self.send(call, channel, permissions),
            ("GET", ["messages", "pins"]) => {
                let pinned = self.pinned(channel);
                let tell = |id: &Id| json!({"pinned_at": rfc3339(time_of(*id)), "message": self.told(channel, *id)});
                Ok((200, json!({"items": pinned.iter().map(tell).collect::<Vec<_>>(), "has_more": false})))
            }
            ("GET", ["pins"]) => Ok((200, self.pinned(channel).iter().map(|id| self.told(channel, *id)).collect())),
            ("PUT" | "DELETE", ["pins", id] | ["messages", "pins", id]) => {
                needs(may::PIN)?;
                let on = call.method == "PUT";
                let id = id_of(id)?;
                self.seen_message(channel, id)?;
                if on && self.pinned(channel).len() >= 250 {
                    return Err(Refusal::new(400, 30003, "Maximum number of pins reached (250)"));
                }
                let message = self.message_mut(channel, id)?;
                let changed = message.pinned != on;
                message.pinned = on;
                if changed {
                    self.tell_message("MESSAGE_UPDATE", channel, id);
                    let mut data =
                        json!({"channel_id": channel.to_string(), "last_pin_timestamp": rfc3339(self.now())});
                    name_guild(&mut data, guild);
                    self.tell_in(channel, "CHANNEL_PINS_UPDATE", intent::GUILDS, data);
                }
                if changed && on {
                    // The platform's own note that something was pinned.
                    self.post(Message { channel, author: bot, kind: 6, reply_to: Some(id), ..Message::default() });
                }
                Ok((204, Value::Null))
            }
            ("GET", ["messages", id]) => {
                needs(may::HISTORY)?;
                let id = self.seen_message(channel, id_of(id)?)?;
                Ok((200, self.told(channel, id)))
            }
            ("PATCH", ["messages", id]) => {
                let id = self.seen_message(channel, id_of(id)?)?;
                if self.message(channel, id)?.author != bot {
                    return Err(Refusal::new(403, 50005, "Cannot edit a message authored by another user"));
                }
                self.no_archive(channel)?;
                self.change(call, channel, id)?;
                Ok((200, self.message_json(channel, id, true)))
            }
            ("DELETE", ["messages", id]) => {
                let id = self.seen_message(channel, id_of(id)?)?;
                if self.message(channel, id)?.author != bot {
                    if guild.is_none() {
                        return Err(Refusal::new(403, 50003, "Cannot execute action on a DM channel"));
                    }
                    needs(may::MANAGE_MESSAGES)?;
                }
                self.no_archive(channel)?;
                self.remove(channel, id)?;
                Ok((204, Value::Null))
            }
            ("GET", ["messages", id, "reactions", emoji]) => {
                let id = self.seen_message(channel, id_of(id)?)?;
                let limit = call.query.get("limit").and_then(|l| l.parse().ok()).unwrap_or(25);
                let after: Id = call.query.get("after").and_then(|a| a.parse().ok()).unwrap_or(0);
                let message = self.message(channel, id)?;
                // <https://discord.com/developers/docs/resources/message#get-reactions>
                let burst = call.query.get("type").is_some_and(|kind| kind == "1");
                let mut users: Vec<Id> = if burst { &message.bursts } else { &message.reactions }
                    .iter()
                    .filter(|(e, _)| e == emoji)
                    .flat_map(|(_, users)| users.iter().copied())
                    .filter(|user| *user > after)
                    .collect();
                users.sort_unstable();
                Ok((200, users.into_iter().take(limit).map(|u| self.user_json(u)).collect()))
            }
            ("PUT", ["messages", id, "reactions", emoji, "@me"]) => {
                needs(may::HISTORY)?;
                let id = self.seen_message(channel, id_of(id)?)?;
                self.no_archive(channel)?;
                if !self.message(channel, id)?.reactions.iter().any(|(e, _)| e == emoji) {
                    needs(may::ADD_REACTIONS)?;
                }
                // An emoji of the fake is one of Unicode's.
                if emoji.is_ascii() || emoji.chars().count() > 8 {
                    return Err(Refusal::new(400, 10014, "Unknown Emoji"));
                }
                self.mark(bot, channel, id, emoji, true)?;
                Ok((204, Value::Null))
            }
            ("DELETE", ["messages", id, "reactions", emoji, who]) => {
                let id = self.seen_message(channel, id_of(id)?)?;
                let user = if *who == "@me" { bot } else { id_of(who)? };
                if user != bot {
                    needs(may::MANAGE_MESSAGES)?;
                }
                self.mark(user, channel, id, emoji, false)?;
                Ok((204, Value::Null))
            }
            ("POST", ["messages", id, "threads"]) => {
                needs(may::PUBLIC_THREADS)?;
                let id = self.seen_message(channel, id_of(id)?)?;
                if self.channels.contains_key(&id) {
                    return Err(Refusal::new(400, 160_004, "A thread has already been created for this message"));
                }
                let (name, minutes) = thread_form(&call.body)?;
                self.message_mut(channel, id)?.flags |= flag::HAS_THREAD;
                self.add_thread(channel, id, &name, bot, false, minutes);
                self.tell_message("MESSAGE_UPDATE", channel, id);
                Ok((201, self.channel_json(id)))
            }
            ("POST", ["threads"]) => {
                let (name, minutes) = thread_form(&call.body)?;
                let id = self.fresh();
                if self.channel(channel)?.kind == kind::FORUM {
                    needs(may::SEND)?;
                    let message = self.draft(&call.body["message"].clone(), &mut call.files, id, bot, "message")?;
                    self.add_thread(channel, id, &name, bot, false, minutes);
                    // The first message of a post has the id of its thread.
                    self.post(Message { id, ..message });
                    let mut data = self.channel_json(id);
                    data["message"] = self.message_json(id, id, true);
                    return Ok((201, data));
                }
                let private = call.body["type"] != kind::PUBLIC_THREAD;
                needs(if private { may::PRIVATE_THREADS } else { may::PUBLIC_THREADS })?;
                self.add_thread(channel, id, &name, bot, private, minutes);
                Ok((201, self.channel_json(id)))
            }
            ("GET", ["threads", "archived", "public"]) => {
                needs(may::HISTORY)?;
                let fits = |c: &&Channel| {
                    c.parent == Some(channel)
                        && c.thread.as_ref().is_some_and(|t| t.archived)
                        && c.kind == kind::PUBLIC_THREAD
                };
                // Those put away last come first, of those before a moment so many.
                // <https://discord.com/developers/docs/resources/channel#list-public-archived-threads>
                let limit: usize = call.query.get("limit").and_then(|limit| limit.parse().ok()).unwrap_or(50);
                let since = |c: &Channel| c.thread.as_ref().map(|t| rfc3339(t.since)).unwrap_or_default();
                let before = call.query.get("before");
                if before.is_some_and(|before| before.parse::<jiff::Timestamp>().is_err()) {
                    let mut wrong = Wrong::default();
                    wrong.at("before", "DATE_TIME_TYPE_PARSE", "Could not parse the date.");
                    wrong.done()?;
                }
                let all = self.channels.values().filter(fits).map(|c| (since(c), c.id));
                let mut all: Vec<_> = all.filter(|(since, _)| before.is_none_or(|before| since < before)).collect();
                all.sort_by(|a, b| b.cmp(a));
                let page: Vec<Id> = all.iter().take(limit).map(|(_, id)| *id).collect();
                let mut told = self.threads_json(&page);
                told["has_more"] = json!(all.len() > limit);
                Ok((200, told))
            }
            ("PUT" | "DELETE", ["thread-members", who]) => {
                let user = if *who == "@me" { bot } else { id_of(who)? };
                let joins = call.method == "PUT";
                let thread = self.channels.get_mut(&channel).and_then(|c| c.thread.as_mut());
                let thread =
                    thread.ok_or_else(|| Refusal::new(400, 50024, "Cannot execute action on this channel type"))?;
                if joins {
                    thread.members.insert(user);
                } else {
                    thread.members.remove(&user);
                }
                Ok((204, Value::Null))
            }
            _ => Err(not_found()),
        }
    }

    /// A channel is gone, with what stood in it.
    pub fn close_channel(&mut self, id: Id) {
        let seen = self.sees(self.bot, id);
        let data = self.channel_json(id);
        let Some(channel) = self.channels.get_mut(&id) else { return };
        channel.gone = true;
        let (guild, thread) = (channel.guild, channel.thread.is_some());
        channel.messages.values_mut().for_each(|m| m.gone = true);
        if seen {
            let name = if thread { "THREAD_DELETE" } else { "CHANNEL_DELETE" };
            self.tell(name, intent::GUILDS, guild, data);
        }
    }

    /// A message as the bot may read it in the history.
    fn told(&self, channel: Id, id: Id) -> Value {
        self.message_json(channel, id, self.given & intent::CONTENT != 0)
    }

    /// A message that is there for all.
    fn seen_message(&self, channel: Id, id: Id) -> Result<Id, Refusal> {
        match self.message(channel, id)? {
            message if message.only_for.is_none() => Ok(id),
            _ => Err(Refusal::new(404, 10008, "Unknown Message")),
        }
    }

    fn pinned(&self, channel: Id) -> Vec<Id> {
        let all = self.channels[&channel].messages.values();
        all.filter(|m| m.pinned && !m.gone).map(|m| m.id).rev().collect()
    }

    fn no_archive(&self, channel: Id) -> Result<(), Refusal> {
        match &self.channel(channel)?.thread {
            Some(thread) if thread.archived => Err(Refusal::new(400, 50083, "Thread is archived")),
            _ => Ok(()),
        }
    }

    /// Newest first; who may not read the history reads nothing.
    /// <https://discord.com/developers/docs/resources/message#get-channel-messages>
    fn history(&self, call: &Call, channel: Id, permissions: u64) -> Answer {
        let limit: usize = match call.query.get("limit").map(|l| l.parse()) {
            None => 50,
            Some(Ok(limit @ 1..=100)) => limit,
            Some(_) => {
                let mut wrong = Wrong::default();
                wrong.at("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
                wrong.done()?;
                return Err(not_found());
            }
        };
        if permissions & may::HISTORY == 0 {
            return Ok((200, json!([])));
        }
        let asked = |name: &str| call.query.get(name).map(|id| id_of(id)).transpose();
        let all: Vec<Id> = self.channels[&channel]
            .messages
            .values()
            .filter(|m| !m.gone && m.only_for.is_none())
            .map(|m| m.id)
            .collect();
        let newest = |ids: Vec<Id>| -> Vec<Id> { ids.into_iter().rev().take(limit).collect() };
        let found: Vec<Id> = match (asked("around")?, asked("before")?, asked("after")?) {
            (Some(middle), _, _) => {
                let at = all.partition_point(|id| *id < middle);
                let from = at.saturating_sub(limit / 2);
                newest(all.into_iter().skip(from).take(limit).collect())
            }
            (_, Some(before), _) => newest(all.into_iter().filter(|id| *id < before).collect()),
            // Those right after it, though told newest first.
            (_, _, Some(after)) => newest(all.into_iter().filter(|id| *id > after).take(limit).collect()),
            _ => newest(all),
        };
        Ok((200, found.into_iter().map(|id| self.told(channel, id)).collect()))
    }

    fn send(&mut self, call: &mut Call, channel: Id, permissions: u64) -> Answer {
        let bot = self.bot;
        let place = self.channel(channel)?;
        if place.kind == kind::FORUM {
            return Err(Refusal::new(400, 50008, "Cannot send messages in a non-text channel"));
        }
        if let Some(person) = place.recipient {
            let shared = self.guilds.values().any(|g| g.members.contains_key(&person) && g.members.contains_key(&bot));
            if !shared || self.users.get(&person).is_none_or(|u| u.closed) {
                return Err(Refusal::new(403, 50007, "Cannot send messages to this user"));
            }
        }
        if place.thread.as_ref().is_some_and(|t| t.locked) {
            return Err(Refusal::new(403, 160_005, "Thread is locked"));
        }
        let has = |name: &str| call.body[name].as_array().is_some_and(|a| !a.is_empty());
        let files = !call.files.is_empty();
        if !self.may_send(bot, channel)
            || has("embeds") && permissions & may::EMBED == 0
            || files && permissions & may::ATTACH == 0
        {
            return Err(no_permission());
        }
        let mut message = self.draft(&call.body.clone(), &mut call.files, channel, bot, "")?;
        if let Some(target) = id_in(&call.body["message_reference"]["message_id"]) {
            if permissions & may::HISTORY == 0 {
                return Err(Refusal::new(400, 160_002, "Cannot reply without permission to read message history"));
            }
            match self.seen_message(channel, target) {
                Ok(target) => {
                    message.reply_to = Some(target);
                    message.kind = 19;
                    let author = self.message(channel, target)?.author;
                    let told = call.body["allowed_mentions"].is_null()
                        || call.body["allowed_mentions"]["replied_user"] == true;
                    if told && !message.mentions.contains(&author) {
                        message.mentions.push(author);
                    }
                }
                Err(_) if call.body["message_reference"]["fail_if_not_exists"] == false => {}
                Err(_) => {
                    let mut wrong = Wrong::default();
                    wrong.at("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
                    wrong.done()?;
                }
            }
        }
        // A nonce that is enforced gives the first message back.
        if let (Some(nonce), true) = (&message.nonce, call.body["enforce_nonce"] == true)
            && let Some(known) = self.by_nonce(channel, bot, nonce)
        {
            return Ok((200, self.message_json(channel, known, true)));
        }
        let nonce = message.nonce.clone();
        let id = self.post(message);
        let mut data = self.message_json(channel, id, true);
        if let Some(nonce) = nonce {
            data["nonce"] = nonce;
        }
        Ok((200, data))
    }

    /// A message from a form, not yet posted.
    fn draft(
        &mut self,
        body: &Value,
        files: &mut BTreeMap<u64, Upload>,
        channel: Id,
        author: Id,
        at: &str,
    ) -> Result<Message, Refusal> {
        let mut wrong = Wrong::default();
        rules::message(body, &mut wrong, at);
        wrong.done()?;
        let mut message = Message { channel, author, ..Message::default() };
        self.fill(&mut message, body, files)?;
        message.nonce = Some(body["nonce"].clone()).filter(|nonce| !nonce.is_null());
        message.flags = body["flags"].as_u64().unwrap_or(0) & flag::EPHEMERAL;
        if is_empty(&message) {
            return Err(Refusal::new(400, 50006, "Cannot send an empty message"));
        }
        Ok(message)
    }

    /// Takes over what a form says of a message. What it does not name stays.
    /// <https://discord.com/developers/docs/resources/message#edit-message>
    fn fill(&mut self, message: &mut Message, body: &Value, files: &mut BTreeMap<u64, Upload>) -> Result<(), Refusal> {
        if let Some(given) = body.get("content") {
            message.content = given.as_str().unwrap_or_default().trim().to_owned();
        }
        if let Some(given) = body.get("embeds") {
            message.embeds = given.as_array().cloned().unwrap_or_default();
            for embed in &mut message.embeds {
                embed["type"] = json!("rich");
                for field in embed["fields"].as_array_mut().into_iter().flatten() {
                    if field["inline"].is_null() {
                        field["inline"] = json!(false);
                    }
                }
                if let Some(embed) = embed.as_object_mut() {
                    embed.retain(|_, value| !value.is_null());
                }
            }
        }
        if let Some(given) = body.get("components") {
            message.components = given.as_array().cloned().unwrap_or_default();
            let mut next = 1;
            for row in &mut message.components {
                row["id"] = json!(next);
                next += 1;
                for part in row["components"].as_array_mut().into_iter().flatten() {
                    part["id"] = json!(next);
                    next += 1;
                    if part["type"] == 3 {
                        for bound in ["min_values", "max_values"] {
                            if part[bound].is_null() {
                                part[bound] = json!(1);
                            }
                        }
                    }
                }
            }
        }
        // Who is listed stays or comes; without a list all stay and all files come.
        let listed = body["attachments"].as_array().cloned();
        if let Some(listed) = &listed {
            let kept: Vec<Id> = listed.iter().filter_map(|a| id_in(&a["id"])).collect();
            message.attachments.retain(|a| kept.contains(&a.id));
        }
        for (number, file) in std::mem::take(files) {
            let entry = listed.iter().flatten().find(|a| id_in(&a["id"]) == Some(number));
            if listed.is_some() && entry.is_none() {
                continue;
            }
            let named = entry.and_then(|a| a["filename"].as_str()).unwrap_or(&file.name).to_owned();
            let id = self.fresh();
            message.attachments.push(Attachment { id, name: named, mime: file.mime, bytes: file.bytes });
        }
        if body.get("content").is_some() {
            self.find_mentions(message, &body["allowed_mentions"]);
        }
        Ok(())
    }

    /// Whom a message calls: what its text names, as far as it is allowed to.
    pub fn find_mentions(&self, message: &mut Message, allowed: &Value) {
        let any =
            |kind: &str| allowed.is_null() || allowed["parse"].as_array().is_some_and(|p| p.iter().any(|k| k == kind));
        let one = |kind: &str, id: Id| {
            any(kind) || allowed[kind].as_array().is_some_and(|all| all.iter().any(|k| id_in(k) == Some(id)))
        };
        let named = |of: &Regex| -> Vec<Id> {
            let mut ids: Vec<Id> = of.captures_iter(&message.content).filter_map(|c| c[1].parse().ok()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        let (people, roles) = (named(&PERSON), named(&ROLE));
        message.mentions = people.into_iter().filter(|id| self.users.contains_key(id) && one("users", *id)).collect();
        message.mention_roles = roles.into_iter().filter(|id| one("roles", *id)).collect();
        let all = message.content.contains("@everyone") || message.content.contains("@here");
        let may = self.permissions(message.author, message.channel) & may::MENTION_EVERYONE != 0;
        message.mention_everyone = all && may && any("everyone");
    }

    fn change(&mut self, call: &mut Call, channel: Id, id: Id) -> Result<(), Refusal> {
        let mut wrong = Wrong::default();
        rules::message(&call.body, &mut wrong, "");
        wrong.done()?;
        let mut message = self.message(channel, id)?.clone();
        self.fill(&mut message, &call.body.clone(), &mut call.files)?;
        if is_empty(&message) {
            return Err(Refusal::new(400, 50006, "Cannot send an empty message"));
        }
        message.edited = if message.flags & flag::LOADING != 0 { message.edited } else { Some(self.now()) };
        message.amended.extend(message.edited);
        message.flags &= !flag::LOADING;
        *self.message_mut(channel, id)? = message;
        self.tell_message("MESSAGE_UPDATE", channel, id);
        Ok(())
    }

    fn commands_route(&mut self, call: &Call, guild: Option<Id>, rest: &[&str]) -> Answer {
        let known = self.commands.get(&guild).cloned().unwrap_or_default();
        let find = |id: &str| {
            let found = known.iter().position(|c| c["id"] == *id);
            found.ok_or_else(|| Refusal::new(404, 10063, "Unknown application command"))
        };
        match (call.method.as_str(), rest) {
            ("GET", []) => {
                // Localised texts only come where they are asked for.
                // <https://discord.com/developers/docs/interactions/application-commands#retrieving-localized-commands>
                let full = call.query.get("with_localizations").is_some_and(|v| v == "true");
                Ok((200, known.into_iter().map(|c| if full { c } else { without_localisations(c) }).collect()))
            }
            ("GET", [id]) => Ok((200, known[find(id)?].clone())),
            ("POST", []) => {
                let mut wrong = Wrong::default();
                rules::command(&call.body, &mut wrong, "");
                wrong.done()?;
                let (made, new) = self.make_command(guild, &known, &call.body)?;
                let mut all = known;
                all.retain(|c| c["id"] != made["id"]);
                all.push(made.clone());
                rules::commands(&all)?;
                self.commands.insert(guild, all);
                Ok((if new { 201 } else { 200 }, made))
            }
            ("PUT", []) => {
                let given = call.body.as_array().cloned().unwrap_or_default();
                let mut wrong = Wrong::default();
                for (number, command) in given.iter().enumerate() {
                    rules::command(command, &mut wrong, &number.to_string());
                }
                wrong.done()?;
                rules::commands(&given)?;
                let mut all = Vec::new();
                for command in &given {
                    all.push(self.make_command(guild, &known, command)?.0);
                }
                self.commands.insert(guild, all.clone());
                Ok((200, json!(all)))
            }
            ("PATCH", [id]) => {
                let at = find(id)?;
                let mut changed = known[at].clone();
                for (name, value) in call.body.as_object().into_iter().flatten() {
                    changed[name.as_str()] = value.clone();
                }
                let mut wrong = Wrong::default();
                rules::command(&changed, &mut wrong, "");
                wrong.done()?;
                changed["version"] = json!(self.fresh().to_string());
                let mut all = known;
                all[at] = changed.clone();
                rules::commands(&all)?;
                self.commands.insert(guild, all);
                Ok((200, changed))
            }
            ("DELETE", [id]) => {
                let mut all = known.clone();
                all.remove(find(id)?);
                self.commands.insert(guild, all);
                Ok((204, Value::Null))
            }
            _ => Err(not_found()),
        }
    }

    /// A command with its id; whether it is new. One of the same type and name is replaced, which
    /// does not count among the 200 a day.
    fn make_command(&mut self, guild: Option<Id>, known: &[Value], given: &Value) -> Result<(Value, bool), Refusal> {
        let kind = given["type"].as_u64().unwrap_or(1);
        let same = known.iter().find(|c| c["type"].as_u64() == Some(kind) && c["name"] == given["name"]);
        let mut made = given.clone();
        let description = given["description"].as_str().unwrap_or_default().to_owned();
        made["type"] = json!(kind);
        made["description"] = json!(description);
        made["application_id"] = json!(self.bot.to_string());
        made["default_member_permissions"] = match &given["default_member_permissions"] {
            Value::Number(bits) => json!(bits.to_string()),
            other => other.clone(),
        };
        if made["nsfw"].is_null() {
            made["nsfw"] = json!(false);
        }
        name_guild(&mut made, guild);
        if let Some(same) = same {
            let mut as_it_was = same.clone();
            as_it_was["version"] = Value::Null;
            made["id"] = same["id"].clone();
            made["version"] = Value::Null;
            made["version"] = if made == as_it_was { same["version"].clone() } else { json!(self.fresh().to_string()) };
            return Ok((made, false));
        }
        let since = self.now() - 24 * 3_600_000;
        self.created_commands.retain(|(_, at)| *at > since);
        if self.created_commands.iter().filter(|(of, _)| *of == guild).count() >= 200 {
            return Err(Refusal::new(
                400,
                30034,
                "Max number of daily application command creates has been reached (200)",
            ));
        }
        self.created_commands.push((guild, self.now()));
        made["id"] = json!(self.fresh().to_string());
        made["version"] = json!(self.fresh().to_string());
        Ok((made, true))
    }

    /// The first answer to an interaction.
    /// <https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response>
    fn callback(&mut self, call: &mut Call, id: Id, token: &str) -> Answer {
        let now = self.now();
        let unknown = || Refusal::new(404, 10062, "Unknown interaction");
        let found = self.interactions.get(&id).filter(|i| i.token == token).ok_or_else(unknown)?;
        if found.answered.is_some() {
            return Err(Refusal::new(400, 40060, "Interaction has already been acknowledged."));
        }
        if now - found.at > FIRST_ANSWER {
            return Err(unknown());
        }
        let (kind, user, channel, target) = (found.kind, found.user, found.channel, found.message);
        let answer = call.body["type"].as_u64().and_then(|t| u8::try_from(t).ok()).unwrap_or(0);
        let fits = match answer {
            4 | 5 => kind != 4,
            6 | 7 => target.is_some() && kind != 4,
            8 => kind == 4,
            9 => matches!(kind, 2 | 3),
            _ => false,
        };
        let mut wrong = Wrong::default();
        let data = call.body["data"].clone();
        let mut shown = None;
        match answer {
            _ if !fits => {
                wrong.at("type", "INTERACTION_INVALID_CALLBACK_TYPE", "This type of answer is not taken here.")
            }
            4 => {
                let mut message = self.draft(&data, &mut call.files, channel, self.bot, "data")?;
                message.kind = 20;
                message.interaction = Some(id);
                message.only_for = (message.flags & flag::EPHEMERAL != 0).then_some(user);
                shown = Some(self.post(message));
            }
            5 => {
                let flags = data["flags"].as_u64().unwrap_or(0) & flag::EPHEMERAL;
                let only_for = (flags != 0).then_some(user);
                let flags = flags | flag::LOADING;
                let (author, interaction) = (self.bot, Some(id));
                shown = Some(self.post(Message {
                    channel,
                    author,
                    kind: 20,
                    flags,
                    only_for,
                    interaction,
                    ..Message::default()
                }));
            }
            7 => {
                call.body = data.clone();
                let target = target.unwrap_or_default();
                self.change(call, channel, target)?;
                shown = Some(target);
            }
            6 => shown = target,
            8 => rules::choices(&data["choices"], &mut wrong, "data.choices"),
            _ => rules::form(&data, &mut wrong),
        }
        wrong.done()?;
        let interaction = self.interactions.get_mut(&id).ok_or_else(unknown)?;
        interaction.answered = Some(answer);
        interaction.original = shown;
        if answer == 8 {
            interaction.choices = data["choices"].as_array().cloned().unwrap_or_default();
        }
        if answer == 9 {
            interaction.form = Some(data);
        }
        if call.query.get("with_response").is_some_and(|v| v == "true") {
            let mut body = json!({"interaction": {"id": id.to_string(), "type": kind}});
            if let (Some(message), 4 | 7) = (shown, answer) {
                body["resource"] = json!({"type": answer, "message": self.message_json(channel, message, true)});
            }
            return Ok((200, body));
        }
        Ok((204, Value::Null))
    }

    /// What follows the first answer, by the interaction's token alone.
    /// <https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages>
    fn webhook_route(&mut self, call: &mut Call, token: &str, rest: &[&str]) -> Answer {
        let unknown = || Refusal::new(404, 10015, "Unknown Webhook");
        let found = self.interactions.values().find(|i| i.token == token).ok_or_else(unknown)?;
        if self.now() - found.at > TOKEN_LIFE {
            return Err(Refusal::new(401, 50027, "Invalid Webhook Token"));
        }
        // Autocompletion and forms leave nothing to follow up.
        if found.answered.is_none_or(|answer| matches!(answer, 8 | 9)) {
            return Err(unknown());
        }
        let (id, user, channel, original) = (found.id, found.user, found.channel, found.original);
        let gone = || Refusal::new(404, 10008, "Unknown Message");
        let message = match rest {
            [] => None,
            ["messages", "@original"] => Some(original.ok_or_else(gone)?),
            ["messages", message] => Some(id_of(message)?),
            _ => return Err(not_found()),
        };
        let Some(message) = message else {
            if call.method != "POST" {
                return Err(not_found());
            }
            // The first that follows a deferred answer takes its place.
            let loading = original.filter(|o| self.message(channel, *o).is_ok_and(|m| m.flags & flag::LOADING != 0));
            if let Some(original) = loading {
                self.change(call, channel, original)?;
                return Ok((200, self.message_json(channel, original, true)));
            }
            let mut draft = self.draft(&call.body.clone(), &mut call.files, channel, self.bot, "")?;
            draft.interaction = Some(id);
            draft.only_for = (draft.flags & flag::EPHEMERAL != 0).then_some(user);
            let posted = self.post(draft);
            return Ok((200, self.message_json(channel, posted, true)));
        };
        let own = self.message(channel, message)?.interaction == Some(id) || original == Some(message);
        if !own {
            return Err(gone());
        }
        match call.method.as_str() {
            "GET" => Ok((200, self.message_json(channel, message, true))),
            "PATCH" => {
                self.change(call, channel, message)?;
                Ok((200, self.message_json(channel, message, true)))
            }
            "DELETE" => {
                self.remove(channel, message)?;
                Ok((204, Value::Null))
            }
            _ => Err(not_found()),
        }
    }
}

fn is_empty(message: &Message) -> bool {
    let nothing = message.embeds.is_empty() && message.components.is_empty() && message.attachments.is_empty();
    nothing && message.content.is_empty()
}

fn thread_form(body: &Value) -> Result<(String, u64), Refusal> {
    let name = body["name"].as_str().unwrap_or_default();
    let minutes = body["auto_archive_duration"].as_u64().unwrap_or(4_320);
    let mut wrong = Wrong::default();
    if name.is_empty() || name.chars().count() > 100 {
        wrong.at("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
    }
    if ![60, 1_440, 4_320, 10_080].contains(&minutes) {
        wrong.at("auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of {60, 1440, 4320, 10080}.");
    }
    wrong.done()?;
    Ok((name.to_owned(), minutes))
}

fn without_localisations(mut command: Value) -> Value {
    match &mut command {
        Value::Object(fields) => {
            fields.retain(|name, _| !name.ends_with("_localizations"));
            fields.values_mut().for_each(|v| *v = without_localisations(v.take()));
        }
        Value::Array(all) => all.iter_mut().for_each(|v| *v = without_localisations(v.take())),
        _ => {}
    }
    command
}
