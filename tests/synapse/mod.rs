//! A homeserver of our own for tests: Synapse on a free loopback port, people with encrypting
//! clients, and the built bot, which can be killed at any moment and started again.
//!
//! `GCM_TALKS_TEST_SYNAPSE` names a Python that has Synapse; `tests/run` makes one. Where it is not
//! set, what needs it is left out. Nothing here waits by the clock: people wait for what they want
//! to see, on their client's sync, and a deadline says so when it never comes.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may end where its ground is missing"
)]

use crate::program::Program;
use matrix_sdk::Client;
use matrix_sdk::config::SyncSettings;
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::room::MessagesOptions;
use matrix_sdk::ruma::api::client::account::register::v3::Request as Registration;
use matrix_sdk::ruma::api::client::room::create_room::v3::Request as NewRoom;
use matrix_sdk::ruma::api::client::room::upgrade_room;
use matrix_sdk::ruma::api::client::state::get_state_events;
use matrix_sdk::ruma::api::client::uiaa::{AuthData, Dummy, MatrixUserIdentifier, Password, UserIdentifier};
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::ruma::{OwnedEventId, OwnedRoomId, RoomId, RoomVersionId, UserId};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// The Python that has Synapse.
const PYTHON: &str = "GCM_TALKS_TEST_SYNAPSE";
/// How long anybody waits for anything.
pub const PATIENCE: Duration = Duration::from_secs(90);
/// Everybody's password: the server lives as long as the test.
const PASSWORD: &str = "invented for a test";

/// A running homeserver. It ends, and its folder with it, when this program does, however it ends:
/// a shell waits for the end of a pipe that only this program holds.
pub struct Synapse {
    /// Where it listens.
    pub url: String,
    /// What its accounts end with.
    pub name: String,
    /// Holds the pipe open.
    _shell: Child,
}

/// The homeserver of this test program; none where none can be had.
pub fn synapse() -> Option<&'static Synapse> {
    static IT: LazyLock<Option<Synapse>> = LazyLock::new(|| Some(Synapse::start(&python()?, || Names::Alone)));
    IT.as_ref()
}

/// Two homeservers that speak with each other.
pub fn two() -> Option<&'static [Synapse; 2]> {
    static THEY: LazyLock<Option<[Synapse; 2]>> = LazyLock::new(|| {
        let python = python()?;
        Some([(); 2].map(|()| Synapse::start(&python, || Names::Federated(free_port()))))
    });
    THEY.as_ref()
}

fn python() -> Option<String> {
    let python = std::env::var(PYTHON).ok().filter(|python| !python.is_empty());
    if python.is_none() {
        // Written past the harness, which would keep it from who runs the tests.
        let _ = writeln!(std::io::stderr(), "not run on Synapse: set {PYTHON}, or use tests/run");
    }
    python
}

/// Whoever takes the port in the meantime makes a start fail, and the next takes another.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// With whom a homeserver speaks.
#[derive(Clone, Copy)]
enum Names {
    /// With nobody.
    Alone,
    /// With those of this machine, who find it at this port.
    Federated(u16),
}

impl Names {
    fn name(self) -> String {
        match self {
            Names::Alone => "localhost".to_owned(),
            Names::Federated(port) => format!("localhost:{port}"),
        }
    }
}

impl Synapse {
    fn start(python: &str, names: impl Fn() -> Names) -> Synapse {
        for _ in 0..5 {
            if let Some(started) = Synapse::try_start(python, names()) {
                return started;
            }
        }
        panic!("Synapse did not start with the Python of {PYTHON} ({python})");
    }

    fn try_start(python: &str, names: Names) -> Option<Synapse> {
        let folder = tempfile::tempdir().unwrap().keep();
        let port = free_port();
        std::fs::write(folder.join("homeserver.yaml"), settings(&folder, port, names)).unwrap();
        std::fs::write(folder.join("certificate.py"), CERTIFICATE).unwrap();
        std::fs::write(folder.join("bridge.yaml"), BRIDGE).unwrap();
        std::fs::write(folder.join("log.yaml"), LOG.replace("FOLDER", &folder.display().to_string())).unwrap();
        let script = r#"
            cd "$2" && "$1" certificate.py && "$1" -m synapse.app.homeserver -c homeserver.yaml --generate-keys >out 2>&1 &&
            { "$1" -m synapse.app.homeserver -c homeserver.yaml >>out 2>&1 & synapse=$!; echo started; read -r _; kill -9 $synapse; }
            cat out log 1>&2 2>/dev/null; cd / && rm -rf "$2""#;
        let mut shell = Command::new("sh");
        shell.args(["-c", script, "sh", python]).arg(&folder);
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = shell.spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let url = format!("http://127.0.0.1:{port}");
        // It says that it listens by a line of its log, which is written before the first request
        // can be answered: asking until it answers is what a client does.
        let answered = || {
            let asked = Command::new(python).args(["-c", ASK, &url]).stdin(Stdio::null()).output();
            asked.is_ok_and(|output| output.status.success())
        };
        (first.trim() == "started" && answered()).then(|| Synapse { url, name: names.name(), _shell: child })
    }
}

/// A bridge, which may say when something was written that it brings.
const BRIDGE: &str = "
id: bridge
url: null
as_token: invented-bridge
hs_token: invented
sender_localpart: bridge
rate_limited: false
namespaces: {users: [{regex: '@.*', exclusive: false}]}
";

/// Makes the certificate by which homeservers speak with each other, which nobody looks at.
const CERTIFICATE: &str = "
import datetime
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, 'localhost')])
now = datetime.datetime.now(datetime.timezone.utc)
made = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + datetime.timedelta(days=2))
with open('tls.crt', 'wb') as file:
    file.write(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
with open('tls.key', 'wb') as file:
    plain = serialization.NoEncryption()
    file.write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
";

/// Asks a homeserver until it answers, for at most a minute.
const ASK: &str = "
import sys, time, urllib.request
for _ in range(600):
    try:
        urllib.request.urlopen(sys.argv[1] + '/_matrix/client/versions', timeout=5).read()
        sys.exit(0)
    except OSError:
        time.sleep(0.1)
sys.exit(1)
";

const LOG: &str = "
version: 1
disable_existing_loggers: false
formatters: {plain: {format: '%(asctime)s %(levelname)s %(name)s %(message)s'}}
handlers: {file: {class: logging.FileHandler, filename: FOLDER/log, formatter: plain}}
root: {level: WARNING, handlers: [file]}
";

/// A homeserver that writes to one folder, lets people write as fast as they can, and gives nobody an
/// answer of two minutes ago (which would hide a bot that forgot its cursor).
fn settings(folder: &Path, port: u16, names: Names) -> String {
    let listens = |port: u16, tls: bool, what: &str| {
        format!(
            "{{port: {port}, bind_addresses: ['127.0.0.1'], type: http, tls: {tls}, resources: [{{names: [{what}]}}]}}"
        )
    };
    let (mut listeners, federation) = match names {
        Names::Alone => (Vec::new(), "federation_domain_whitelist: []\n"),
        Names::Federated(port) => (
            vec![listens(port, true, "federation")],
            "tls_certificate_path: FOLDER/tls.crt\n\
             tls_private_key_path: FOLDER/tls.key\n\
             federation_verify_certificates: false\n\
             ip_range_blacklist: []\n",
        ),
    };
    listeners.push(listens(port, false, "client"));
    let (name, listeners) = (names.name(), listeners.join(", "));
    let mut text = format!(
        "server_name: {name}\n\
         listeners: [{listeners}]\n\
         {federation}\
         database: {{name: sqlite3, args: {{database: FOLDER/homeserver.db}}}}\n\
         media_store_path: FOLDER/media\n\
         signing_key_path: FOLDER/signing.key\n\
         log_config: FOLDER/log.yaml\n\
         pid_file: FOLDER/pid\n\
         registration_shared_secret: invented\n\
         macaroon_secret_key: invented\n\
         form_secret: invented\n\
         app_service_config_files: [FOLDER/bridge.yaml]\n\
         report_stats: false\n\
         trusted_key_servers: []\n\
         bcrypt_rounds: 4\n\
         presence: {{enabled: false}}\n\
         caches: {{sync_response_cache_duration: 0}}\n\
         enable_registration: true\n\
         enable_registration_without_verification: true\n"
    );
    for limit in ["rc_message", "rc_registration", "rc_admin_redaction", "rc_key_requests", "rc_room_creation"] {
        writeln!(text, "{limit}: {{per_second: 100000, burst_count: 100000}}").unwrap();
    }
    for (limit, parts) in [
        ("rc_login", &["address", "account", "failed_attempts"][..]),
        ("rc_joins", &["local", "remote"]),
        ("rc_invites", &["per_room", "per_user", "per_issuer"]),
    ] {
        writeln!(text, "{limit}:").unwrap();
        for part in parts {
            writeln!(text, "  {part}: {{per_second: 100000, burst_count: 100000}}").unwrap();
        }
    }
    text.replace("FOLDER", &folder.display().to_string())
}

/// A word that no other test of this program uses: tests share the homeserver.
pub fn fresh(word: &str) -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    format!("{word}-{}", MADE.fetch_add(1, Ordering::SeqCst))
}

/// Something that stands in a room.
#[derive(Debug, Clone)]
pub struct Seen {
    /// What Matrix calls it.
    pub id: OwnedEventId,
    /// The account that sent it.
    pub sender: String,
    /// What kind of event it is, as one can read it: `m.room.message`.
    pub kind: String,
    /// What it holds; nothing once it was redacted.
    pub content: Value,
    /// Whether it was redacted.
    pub redacted: bool,
}

impl Seen {
    /// Its plain text.
    pub fn text(&self) -> &str {
        self.content["body"].as_str().unwrap_or_default()
    }

    /// `m.text`, `m.notice`, …
    pub fn msgtype(&self) -> &str {
        self.content["msgtype"].as_str().unwrap_or_default()
    }

    /// Whether it is a message, redacted or not.
    pub fn is_message(&self) -> bool {
        self.kind == "m.room.message" || self.kind == "m.room.encrypted"
    }
}

/// Someone with an encrypting client.
pub struct Person {
    /// The client.
    pub client: Client,
    /// The account.
    pub id: String,
    read: tokio::sync::Mutex<HashMap<OwnedRoomId, Vec<Seen>>>,
}

impl Person {
    /// Someone new, logged in on one device.
    pub async fn new(synapse: &Synapse, name: &str) -> Person {
        let client = Client::builder().homeserver_url(&synapse.url).build().await.unwrap();
        register(&client, name, false).await;
        let id = client.user_id().unwrap().to_string();
        let person = Person { client, id, read: tokio::sync::Mutex::default() };
        person.sync(Duration::ZERO).await;
        person
    }

    /// Gives their account up.
    pub async fn deactivates(&self) {
        let account = UserIdentifier::Matrix(MatrixUserIdentifier::new(self.id.clone()));
        let mut password = Password::new(account, PASSWORD.to_owned());
        let begun = self.client.account().deactivate(None, None, false).await.unwrap_err();
        password.session = begun.as_uiaa_response().and_then(|asked| asked.session.clone());
        self.client.account().deactivate(None, Some(AuthData::Password(password)), false).await.unwrap();
    }

    /// Hears what is new, for at most so long.
    pub async fn sync(&self, patience: Duration) {
        self.client.sync_once(SyncSettings::default().timeout(patience)).await.unwrap();
    }

    /// Makes a room that anybody may enter, in which an invited bot may pin.
    pub async fn opens_a_room(&self, name: &str, encrypted: bool, bot: &str) -> OwnedRoomId {
        let mut request = NewRoom::new();
        request.name = Some(name.to_owned());
        request.preset = Some(matrix_sdk::ruma::api::client::room::create_room::v3::RoomPreset::PublicChat);
        let levels = json!({"users": {bot: 50}});
        request.power_level_content_override = Some(Raw::new(&levels).unwrap().cast_unchecked());
        if encrypted {
            let state = json!({
                "type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"},
            });
            request.initial_state = vec![Raw::new(&state).unwrap().cast_unchecked()];
        }
        let id = self.client.create_room(request).await.unwrap().room_id().to_owned();
        self.sync(Duration::ZERO).await;
        id
    }

    /// Invites an account.
    pub async fn invites(&self, room: &RoomId, account: &str) {
        self.room(room).invite_user_by_id(&UserId::parse(account).unwrap()).await.unwrap();
    }

    /// Enters a room.
    pub async fn enters(&self, room: &RoomId) {
        self.client.join_room_by_id(room).await.unwrap();
        self.sync(Duration::ZERO).await;
    }

    fn room(&self, room: &RoomId) -> matrix_sdk::Room {
        self.client.get_room(room).unwrap_or_else(|| panic!("{} knows no room {room}", self.id))
    }

    /// Says something.
    pub async fn says(&self, room: &RoomId, text: &str) -> OwnedEventId {
        self.sends(room, "m.room.message", json!({"msgtype": "m.text", "body": text})).await
    }

    /// Says something in the clear, over a server whose clock shows this.
    pub async fn says_at(&self, room: &RoomId, at: i64, text: &str) {
        let mut url = self.client.homeserver();
        url.set_path(&format!("/_matrix/client/v3/rooms/{room}/send/m.room.message/{}", fresh("at")));
        url.query_pairs_mut().append_pair("user_id", &self.id).append_pair("ts", &at.to_string());
        let request = self.client.http_client().put(url).bearer_auth("invented-bridge");
        let sent = request.body(json!({"msgtype": "m.text", "body": text}).to_string()).send().await.unwrap();
        assert!(sent.status().is_success(), "{}", sent.text().await.unwrap());
    }

    /// Encrypts what it says in a room with a new key from now on.
    pub async fn changes_the_key(&self, room: &RoomId) {
        self.room(room).discard_room_key().await.unwrap();
    }

    /// Has a room go on in a new one, and says where that is.
    pub async fn upgrades(&self, room: &RoomId) -> OwnedRoomId {
        let request = upgrade_room::v3::Request::new(room.to_owned(), RoomVersionId::V11);
        self.client.send(request).await.unwrap().replacement_room
    }

    /// Answers a message, as clients do: with whom it answers named.
    /// <https://spec.matrix.org/latest/client-server-api/#mentioning-the-replied-to-user>
    pub async fn replies(&self, room: &RoomId, target: &str, text: &str) -> OwnedEventId {
        let answered = self.room(room).event(&OwnedEventId::try_from(target).unwrap(), None).await.unwrap();
        let sender = answered.sender().unwrap();
        let content = json!({
            "msgtype": "m.text", "body": text, "m.relates_to": {"m.in_reply_to": {"event_id": target}},
            "m.mentions": {"user_ids": [sender]},
        });
        self.sends(room, "m.room.message", content).await
    }

    /// Changes a message.
    pub async fn edits(&self, room: &RoomId, target: &str, text: &str) -> OwnedEventId {
        let content = json!({
            "msgtype": "m.text", "body": format!("* {text}"), "m.new_content": {"msgtype": "m.text", "body": text},
            "m.relates_to": {"rel_type": "m.replace", "event_id": target},
        });
        self.sends(room, "m.room.message", content).await
    }

    /// Puts a mark on a message.
    pub async fn reacts(&self, room: &RoomId, target: &str, mark: &str) -> OwnedEventId {
        let relates = json!({"rel_type": "m.annotation", "event_id": target, "key": mark});
        self.sends(room, "m.reaction", json!({"m.relates_to": relates})).await
    }

    /// Sends whatever it is, for the devices that are in the room now.
    pub async fn sends(&self, room: &RoomId, kind: &str, content: Value) -> OwnedEventId {
        self.sync(Duration::ZERO).await;
        self.room(room).send_raw(kind, content).await.unwrap().response.event_id
    }

    /// Sends many messages as fast as the homeserver takes them.
    pub async fn says_all(&self, room: &RoomId, texts: &[String]) {
        self.sync(Duration::ZERO).await;
        let room = self.room(room);
        for text in texts {
            room.send_raw("m.room.message", json!({"msgtype": "m.text", "body": text})).await.unwrap();
        }
    }

    /// Deletes a message.
    pub async fn redacts(&self, room: &RoomId, target: &str) {
        self.room(room).redact(&OwnedEventId::try_from(target).unwrap(), None, None).await.unwrap();
    }

    /// What a room says of itself: its state, as the homeserver has it.
    pub async fn state(&self, room: &RoomId) -> Vec<Value> {
        let request = get_state_events::v3::Request::new(room.to_owned());
        let state = self.client.send(request).await.unwrap().room_state;
        state.iter().map(|event| serde_json::from_str(event.json().get()).unwrap()).collect()
    }

    /// Waits until something holds of a room's state.
    pub async fn waits_for_state(&self, room: &RoomId, what: &str, holds: impl Fn(&[Value]) -> bool) {
        let search = async {
            while !holds(&self.state(room).await) {
                self.sync(Duration::from_secs(1)).await;
            }
        };
        if tokio::time::timeout(PATIENCE, search).await.is_err() {
            panic!("{} waits in vain for {what} in\n{:#?}", self.id, self.state(room).await);
        }
    }

    /// Everything that stands in a room, oldest first, as far as this client can read it. What it
    /// has read before is not asked for again, but for what it had no key to.
    pub async fn reads(&self, id: &RoomId) -> Vec<Seen> {
        let (room, mut new, mut from) = (self.room(id), Vec::new(), None);
        let mut known = self.read.lock().await;
        let known = known.entry(id.to_owned()).or_default();
        'pages: loop {
            let mut options = MessagesOptions::backward().from(from.as_deref());
            options.limit = if known.is_empty() { 100u32 } else { 20 }.into();
            let page = room.messages(options).await.unwrap();
            for event in page.chunk.iter().map(seen) {
                if known.last().is_some_and(|last| last.id == event.id) {
                    break 'pages;
                }
                new.push(event);
            }
            from = page.end;
            if from.is_none() {
                break;
            }
        }
        known.extend(new.into_iter().rev());
        let gone: Vec<Value> =
            known.iter().filter(|it| it.kind == "m.room.redaction").map(|it| it.content.clone()).collect();
        for it in known.iter_mut().filter(|it| !it.redacted) {
            if gone.iter().any(|redaction| redaction["redacts"] == it.id.as_str()) {
                (it.redacted, it.content) = (true, json!({}));
            } else if it.kind == "m.room.encrypted" {
                *it = seen(&room.event(&it.id, None).await.unwrap());
            }
        }
        known.clone()
    }

    /// Waits until something can be seen in a room, and gives it.
    pub async fn waits_for<T>(&self, room: &RoomId, what: &str, find: impl Fn(&[Seen]) -> Option<T>) -> T {
        let search = async {
            loop {
                if let Some(found) = find(&self.reads(room).await) {
                    return found;
                }
                self.sync(Duration::from_secs(2)).await;
            }
        };
        match tokio::time::timeout(PATIENCE, search).await {
            Ok(found) => found,
            Err(_) => {
                let there: Vec<String> = self.reads(room).await.iter().map(told).collect();
                panic!("{} waits in vain for {what} in\n{}", self.id, there.join("\n"));
            }
        }
    }

    /// Waits until the account said something that holds these words.
    pub async fn hears(&self, room: &RoomId, account: &str, words: &str) -> Seen {
        let said = |seen: &Seen| seen.sender == account && seen.text().contains(words);
        self.waits_for(room, words, |all| all.iter().find(|seen| said(seen)).cloned()).await
    }

    /// Waits until an account is in a room.
    pub async fn sees_entering(&self, room: &RoomId, account: &str) {
        let entered = |seen: &Seen| {
            seen.kind == "m.room.member" && seen.sender == account && seen.content["membership"] == "join"
        };
        self.waits_for(room, "an entry", |all| all.iter().any(entered).then_some(())).await;
    }

    /// A conversation that this person begins with an account, once that is in it.
    pub async fn begins_conversation_with(&self, account: &str) -> OwnedRoomId {
        let room = self.client.create_dm(&UserId::parse(account).unwrap()).await.unwrap().room_id().to_owned();
        self.sync(Duration::ZERO).await;
        self.sees_entering(&room, account).await;
        room
    }

    /// The direct conversation to which an account invited, entered.
    pub async fn conversation_with(&self, account: &str) -> OwnedRoomId {
        self.invited_by(account, |name| name.is_none()).await
    }

    /// The room to which an account invited and whose name ends so, entered.
    pub async fn room_of(&self, account: &str, name: &str) -> OwnedRoomId {
        self.invited_by(account, |called| called.is_some_and(|called| called.ends_with(name))).await
    }

    async fn invited_by(&self, account: &str, is_it: impl Fn(Option<String>) -> bool) -> OwnedRoomId {
        let search = async {
            loop {
                for room in
                    self.client.invited_rooms().into_iter().filter(|room| !room.is_space() && is_it(room.name()))
                {
                    let invite = room.invite_details().await.unwrap();
                    if invite.inviter.is_none_or(|inviter| inviter.user_id() != account) {
                        continue;
                    }
                    // A homeserver may send an invitation before it knows of it itself.
                    if self.client.join_room_by_id(room.room_id()).await.is_ok() {
                        self.sync(Duration::ZERO).await;
                        return room.room_id().to_owned();
                    }
                }
                self.sync(Duration::from_secs(2)).await;
            }
        };
        let found = tokio::time::timeout(PATIENCE, search).await;
        found.unwrap_or_else(|_| panic!("{account} does not invite {}", self.id))
    }
}

fn seen(event: &TimelineEvent) -> Seen {
    let event: Value = serde_json::from_str(event.raw().json().get()).unwrap();
    Seen {
        id: OwnedEventId::try_from(event["event_id"].as_str().unwrap()).unwrap(),
        sender: event["sender"].as_str().unwrap().to_owned(),
        kind: event["type"].as_str().unwrap().to_owned(),
        redacted: event["unsigned"].get("redacted_because").is_some(),
        content: event["content"].clone(),
    }
}

fn told(seen: &Seen) -> String {
    let gone = if seen.redacted { " (redacted)" } else { "" };
    format!("{} {}{gone}: {}", seen.sender, seen.kind, seen.content)
}

/// Makes an account, with a device or without.
async fn register(client: &Client, name: &str, without_device: bool) {
    let mut request = Registration::new();
    request.username = Some(name.to_owned());
    request.password = Some(PASSWORD.to_owned());
    request.auth = Some(AuthData::Dummy(Dummy::new()));
    request.inhibit_login = without_device;
    client.matrix_auth().register(request).await.unwrap();
}

/// The built bot with an account.
pub struct Bot {
    /// Its account.
    pub id: String,
    program: Program,
}

impl Deref for Bot {
    type Target = Program;

    fn deref(&self) -> &Program {
        &self.program
    }
}

impl DerefMut for Bot {
    fn deref_mut(&mut self) -> &mut Program {
        &mut self.program
    }
}

impl Bot {
    /// A bot with a new account, set up as an operator does it; not started.
    pub async fn new(synapse: &Synapse, name: &str, secretariat: &Person) -> Bot {
        let client = Client::builder().homeserver_url(&synapse.url).build().await.unwrap();
        register(&client, name, true).await;
        let bot = Bot { id: format!("@{name}:{}", synapse.name), program: Program::new() };
        let matrix =
            format!("[matrix]\nhomeserver = \"{}\"\nuser = \"{}\"\npassword = \"{PASSWORD}\"\n", synapse.url, bot.id);
        bot.init(&format!("matrix:{}", secretariat.id), &matrix);
        bot.print(&["matrix", "login"]);
        bot
    }

    /// An account and an empty folder with its password in a file.
    pub async fn nothing_but_an_account(synapse: &Synapse, name: &str, password: &str) -> Bot {
        let client = Client::builder().homeserver_url(&synapse.url).build().await.unwrap();
        register(&client, name, true).await;
        let bot = Bot { id: format!("@{name}:{}", synapse.name), program: Program::new() };
        std::fs::write(bot.file(password), PASSWORD).unwrap();
        bot
    }

    /// Another client on its account, with the password.
    pub async fn elsewhere(&self, synapse: &Synapse) -> Client {
        let client = Client::builder().homeserver_url(&synapse.url).build().await.unwrap();
        client.matrix_auth().login_username(&self.id, PASSWORD).send().await.unwrap();
        client
    }

    /// Puts a homeserver in front of its own that fails as a plan says (`troubled.py`).
    pub fn in_trouble(&mut self, synapse: &Synapse, plan: &str) -> Trouble {
        let script = self.file("troubled.py");
        std::fs::write(&script, include_str!("troubled.py")).unwrap();
        std::fs::write(self.file("plan"), plan).unwrap();
        let mut command = Command::new(std::env::var(PYTHON).unwrap());
        command.arg(&script).arg(&synapse.url).arg(self.file("plan"));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut url = String::new();
        said.read_line(&mut url).unwrap();
        let file = self.file("gcm-talks.toml");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text.replace(&synapse.url, url.trim())).unwrap();
        Trouble { child, said }
    }
}

/// A homeserver that fails as planned.
pub struct Trouble {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Trouble {
    /// Waits until the next thing goes wrong, and says what.
    pub fn happens(&mut self) -> String {
        let mut said = String::new();
        self.said.read_line(&mut said).unwrap();
        said.trim().to_owned()
    }

    /// Has it give what it keeps back.
    pub fn relents(&mut self) {
        writeln!(self.child.stdin.as_mut().unwrap()).unwrap();
    }

    /// Ends it. Gives each thing that went wrong, in order.
    pub fn end(mut self) -> Vec<String> {
        drop(self.child.stdin.take());
        let mut said = String::new();
        self.said.read_to_string(&mut said).unwrap();
        self.child.wait().unwrap();
        said.lines().map(str::to_owned).collect()
    }
}
