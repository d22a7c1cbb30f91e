//! The way out: what was decided to be said is sent in the order of each place, once, and tried
//! again until it is.

use crate::chat::{
    Action, Batch, Block, Body, Delivered, Document, Event, Outgoing, PlatformPort, Queued, SendError, To, render,
};
use crate::commands::{self, language_of};
use crate::i18n::speak;
use crate::intake::Intake;
use crate::model::{DAY, Platform, SECOND, Time};
use crate::record;
use crate::seal::Sealed;
use crate::store::{
    Account, Job, Load, LoadKey, Office, Outbox as Row, Post, Snapshot, Standing, Store, StoreError, Value,
};
use futures_util::stream::{self, StreamExt};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many rows are taken at once.
const AT_ONCE: i64 = 256;
/// How many rows of one place are sent before others have their turn: a digest is one turn.
const IN_TURN: i64 = 32;
/// In how many places something is said at the same time.
const SIDE_BY_SIDE: usize = 8;
/// A place hears things in the order in which they were decided: behind one that has to wait nothing
/// of the same place is sent. No place waits for another that cannot be reached or has much to hear.
/// What is to be said on a platform that does not run keeps nobody waiting: the last three are those that do.
const DUE: &str = "id IN (SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY lane ORDER BY turn, id) AS place \
                   FROM outbox WHERE state = 'waiting' AND due <= $1 AND platform IN ($4, $5, $6) AND lane NOT IN \
                   (SELECT lane FROM outbox WHERE state = 'waiting' AND due > $1 AND tries > 0)) AS waiting \
                   WHERE place <= $2) ORDER BY turn, id LIMIT $3";
/// Who does not answer for so long keeps the rest of what is to be said there for the next round.
const SLOW: Time = 10 * SECOND;
/// What waits to be done about a digest, and about the one of which this post is.
const MENDING: &str = "kind = 'mend' AND state = 'waiting' AND subject_id = $1";
const MENDING_OF_POST: &str = "kind = 'mend' AND state = 'waiting' AND \
                               subject_id = (SELECT digest_id FROM posts WHERE id = $1 AND state <> 'down')";
/// How often what is acknowledged is read anew, where it changes while it is read.
const ANEW: usize = 8;
/// For how long something is tried again, and how often: a day on which the bot ran for most of it. While
/// it does not run nothing is given up.
const GIVE_UP: (i64, i64) = (DAY, 1_000);
/// After so many tries the pause doubles with each, up to a minute.
const SOON: i64 = 4;

/// Why something waits for a person's next word.
const BLOCKED: &str = "private messages are blocked";

/// The sender.
#[derive(Clone)]
pub struct Outbox {
    store: Store,
    intake: Intake,
    ports: HashMap<Platform, Arc<dyn PlatformPort>>,
}

impl Outbox {
    /// A sender for these platforms. What they find on request goes in by the door of intake.
    pub fn new(store: Store, intake: Intake, ports: Vec<Arc<dyn PlatformPort>>) -> Outbox {
        Outbox { store, intake, ports: ports.into_iter().map(|port| (port.platform(), port)).collect() }
    }

    /// Sends everything that is due, and what follows from it. Gives how much was settled.
    pub async fn send_due(&self) -> Result<usize, StoreError> {
        let mut settled = 0;
        loop {
            let sent = self.send_some().await?;
            if sent == 0 {
                return Ok(settled);
            }
            settled += sent;
        }
    }

    async fn send_some(&self) -> Result<usize, StoreError> {
        let now = self.store.source().clock.now();
        let runs = |platform: Platform| if self.ports.contains_key(&platform) { platform.word() } else { "" };
        let [console, matrix, discord] = [Platform::Console, Platform::Matrix, Platform::Discord].map(runs);
        let much = [now, IN_TURN, AT_ONCE].map(Value::Int);
        let asked = [&much[..], &[console, matrix, discord].map(Value::Text)].concat();
        let due: Vec<Row> = self.store.select(DUE, &asked).await?;
        let slow: HashMap<Platform, AtomicBool> =
            self.ports.keys().map(|port| (*port, AtomicBool::default())).collect();
        let mut queues: BTreeMap<String, (&dyn PlatformPort, Vec<Row>)> = BTreeMap::new();
        for row in due {
            let Some(port) = Platform::parse(&row.platform).and_then(|p| self.ports.get(&p)) else { continue };
            let queue = if port.side_by_side() { &row.lane } else { &row.platform };
            queues.entry(queue.clone()).or_insert_with(|| (port.as_ref(), Vec::new())).1.push(row);
        }
        // What goes wrong in one of them does not break off what is being said in another.
        let sending: Vec<Queue<'_>> = queues
            .into_values()
            .map(|(port, rows)| -> Queue<'_> { Box::pin(self.send_in_order(port, rows, slow.get(&port.platform()))) })
            .collect();
        let sent: Vec<_> = stream::iter(sending).buffer_unordered(SIDE_BY_SIDE).collect().await;
        sent.into_iter().sum()
    }

    /// Sends rows one after another; where one has to wait, the rest of its place waits with it, and where
    /// the platform does not answer, all that is to be said there. Gives how many are settled.
    async fn send_in_order(
        &self,
        port: &dyn PlatformPort,
        rows: Vec<Row>,
        slow: Option<&AtomicBool>,
    ) -> Result<usize, StoreError> {
        let (mut stuck, mut settled) = (BTreeSet::new(), 0);
        for row in rows {
            if slow.is_some_and(|slow| slow.load(Ordering::Relaxed)) {
                break;
            }
            if stuck.contains(&row.lane) {
                continue;
            }
            let (lane, began) = (row.lane.clone(), self.store.source().clock.now());
            match self.send_one(row, port).await? {
                Turn::Over => settled += 1,
                // Its parts come before what is behind it.
                Turn::Split => {
                    settled += 1;
                    stuck.insert(lane);
                }
                Turn::Waits => {
                    stuck.insert(lane);
                    if let Some(slow) = slow.filter(|_| self.store.source().clock.now() - began >= SLOW) {
                        slow.store(true, Ordering::Relaxed);
                    }
                }
            }
        }
        Ok(settled)
    }

    /// Sends one row.
    async fn send_one(&self, row: Row, port: &dyn PlatformPort) -> Result<Turn, StoreError> {
        let outgoing = match said(&self.store, &row).await {
            Ok(Some(outgoing)) => outgoing,
            Ok(None) => {
                let nothing = Delivered { event: None, heard: Vec::new() };
                return self.settle(row, None, Ended::Sent(nothing)).await.map(|()| Turn::Over);
            }
            Err(error) if error.is_passing() => return Err(error),
            Err(error) => {
                tracing::error!(%error, "an outbox row does not open and is given up");
                return self.settle(row, None, Ended::Failed("it does not open".into())).await.map(|()| Turn::Over);
            }
        };
        match self.amendment(&row, &outgoing).await? {
            Amendment::Due => {}
            Amendment::Over => {
                let nothing = Delivered { event: None, heard: Vec::new() };
                return self.settle(row, None, Ended::Sent(nothing)).await.map(|()| Turn::Over);
            }
            Amendment::Waits => return Ok(Turn::Waits),
        }
        if let Some(parts) = too_long(&outgoing, port) {
            return self.split(&row, &outgoing, parts).await.map(|()| Turn::Split);
        }
        let tried_before = row.tried_at;
        // That a try begins is written first: after a crash the platform is asked for the mark
        // before it is sent once more.
        let row = self.begin(row).await?;
        match port.send(row.id, &outgoing, tried_before).await {
            Ok(delivered) => {
                self.hear(row.id, delivered.heard.clone()).await?;
                self.settle(row, Some(&outgoing), Ended::Sent(delivered)).await?;
                Ok(Turn::Over)
            }
            Err(SendError::Later { after, reason }) => {
                let now = self.store.source().clock.now();
                let (long, often) = GIVE_UP;
                if row.tried_at.is_some_and(|first| now - first > long) && row.tries > often {
                    self.settle(row, Some(&outgoing), Ended::Failed(reason)).await?;
                    return Ok(Turn::Over);
                }
                tracing::info!(%reason, tries = row.tries, "something is said later");
                let pause = SECOND << (row.tries - SOON).clamp(0, 6);
                self.put_off(row, now + after.max(pause), reason).await?;
                Ok(Turn::Waits)
            }
            Err(SendError::Blocked) => {
                self.settle(row, Some(&outgoing), Ended::Blocked).await?;
                Ok(Turn::Over)
            }
            Err(SendError::Never { reason }) => {
                tracing::warn!(%reason, "something cannot be said");
                self.settle(row, Some(&outgoing), Ended::Failed(reason)).await?;
                Ok(Turn::Over)
            }
        }
    }

    /// What a platform found on request. Its identifier is that of the request, so that the same
    /// answer given twice is one.
    async fn hear(&self, mark: i64, heard: Vec<Event>) -> Result<(), StoreError> {
        if heard.is_empty() {
            return Ok(());
        }
        let events = heard
            .into_iter()
            .map(|event| match event.body {
                Body::Found { ref query, .. } => {
                    let handle = query.handle.clone();
                    Event { id: format!("found-{mark}"), handle, ..event }
                }
                _ => event,
            })
            .collect();
        self.intake.take(Batch { events, cursor: None }).await
    }

    async fn begin(&self, row: Row) -> Result<Row, StoreError> {
        let mut snapshot = self.store.snapshot()?;
        let id = row.id;
        snapshot.rows.outbox.load([row]);
        let now = snapshot.now;
        if let Some(row) = snapshot.rows.outbox.edit(id) {
            row.tries += 1;
            // The first try, after which it may stand: a later one may not have come so far.
            row.tried_at = row.tried_at.or(Some(now));
        }
        let begun = snapshot.rows.outbox.get(id).cloned();
        self.store.write(snapshot.into_changes()).await?;
        begun.ok_or(StoreError::Conflict("outbox"))
    }

    async fn put_off(&self, row: Row, due: Time, reason: String) -> Result<(), StoreError> {
        let mut snapshot = self.store.snapshot()?;
        let id = row.id;
        snapshot.rows.outbox.load([row]);
        if let Some(row) = snapshot.rows.outbox.edit(id) {
            row.due = due;
            row.reason = Some(reason);
        }
        self.store.write(snapshot.into_changes()).await
    }

    /// Erases what was said, and writes down where it stands.
    async fn settle(&self, row: Row, outgoing: Option<&Outgoing>, ended: Ended) -> Result<(), StoreError> {
        let mut snapshot = self.store.snapshot()?;
        let id = row.id;
        snapshot.rows.outbox.load([row]);
        self.store.load(&mut snapshot, &Load::from([LoadKey::PostRow(id)])).await?;
        match ended {
            Ended::Sent(delivered) => {
                snapshot.rows.outbox.remove(id);
                stand(&mut snapshot, id, &delivered)?;
            }
            Ended::Blocked => {
                if let Some(outgoing) = outgoing {
                    self.say_blocked(&mut snapshot, id, outgoing).await?;
                }
                match self.waits(&snapshot, id, outgoing).await? {
                    true => keep(&mut snapshot, id, BLOCKED),
                    false => fail(&mut snapshot, id, BLOCKED),
                }
            }
            Ended::Failed(reason) => {
                // What takes something back waits, and what may stand though its platform did not say so.
                let tried = snapshot.rows.outbox.get(id).is_some_and(|row| row.tries > 1);
                let stands = tried && snapshot.rows.posts.get(id).is_some();
                if stands || outgoing.is_some_and(|outgoing| takes_back(&outgoing.action)) {
                    keep(&mut snapshot, id, &reason);
                    return self.store.write(snapshot.into_changes()).await;
                }
                if let Some(Outgoing { to: To::Room(key), action: Action::Make(room) }) = outgoing
                    && let Some(platform) = snapshot.rows.outbox.get(id).and_then(|row| Platform::parse(&row.platform))
                {
                    self.store.load_base(&mut snapshot).await?;
                    commands::not_made(&mut snapshot, platform, key, room)?;
                }
                fail(&mut snapshot, id, &reason);
            }
        }
        self.store.write(snapshot.into_changes()).await
    }

    /// Whether what could not be said in private waits until the person can be told: of who takes no
    /// part and holds no office nothing is kept, and of what others wrote nothing that nobody mends.
    async fn waits(&self, snapshot: &Snapshot, id: i64, outgoing: Option<&Outgoing>) -> Result<bool, StoreError> {
        let platform = snapshot.rows.outbox.get(id).and_then(|row| Platform::parse(&row.platform));
        let to = outgoing.map(|outgoing| outgoing.to.otherwise());
        let (Some(platform), Some(To::Person { account, .. })) = (platform, to) else { return Ok(false) };
        let queued =
            snapshot.rows.outbox.get(id).map(|row| snapshot.open_house::<Queued>(id, &row.sealed)).transpose()?;
        if snapshot.rows.posts.get(id).is_none() && queued.is_some_and(|queued| holds_words(&queued)) {
            return Ok(false);
        }
        let hash = record::account_hash(snapshot, platform, &account);
        let known = [Value::Bytes(&hash)];
        let takes_part = self.store.count::<Account>("hash = $1", &known).await? > 0;
        Ok(takes_part || self.store.count::<Office>("hash = $1", &known).await? > 0)
    }

    /// One line in the room that names nobody and says how to reach the bot, once a day.
    async fn say_blocked(&self, snapshot: &mut Snapshot, id: i64, outgoing: &Outgoing) -> Result<(), StoreError> {
        let To::Person { instead: Some(address), .. } = outgoing.to.otherwise() else { return Ok(()) };
        let Some(platform) = snapshot.rows.outbox.get(id).and_then(|row| Platform::parse(&row.platform)) else {
            return Ok(());
        };
        let told = snapshot.hash("effect", &[platform.word(), "private messages are blocked", &address]);
        self.store.load_base(snapshot).await?;
        self.store.load(snapshot, &Load::from([LoadKey::Seen(told.clone())])).await?;
        if record::seen(snapshot, &told).is_some() {
            return Ok(());
        }
        let until = Some(snapshot.now + DAY);
        record::remember(snapshot, told, "effect", None, until);
        let room = record::room_at(snapshot, platform, &address);
        let language = room.map(|room| language_of(snapshot, room)).unwrap_or_default();
        let text = speak(language).say("private-blocked", &crate::args![("address", "gcm-talks")]);
        let document = Document::new(language).text(text);
        let action = Action::say(document);
        let now = snapshot.now;
        snapshot.queue(platform, &Outgoing { to: To::Room(address), action }, now)?;
        Ok(())
    }

    /// Whether what is to stand in the place of a post is still what the post is to say. The post may
    /// be gone or say something newer by now; and while its digest waits to be mended, something that
    /// it cites may have been taken back. So it may where it is posted for the first time.
    async fn amendment(&self, row: &Row, outgoing: &Outgoing) -> Result<Amendment, StoreError> {
        let mended = |condition, of| async move {
            let waiting = self.store.count::<Job>(condition, &[Value::Int(of)]).await?;
            Ok(if waiting > 0 { Amendment::Waits } else { Amendment::Due })
        };
        let (target, document, files) = match &outgoing.action {
            Action::Amend { target, document, files } => (target, document, files),
            Action::Post { .. } => return mended(MENDING_OF_POST, row.id).await,
            _ => return Ok(Amendment::Due),
        };
        let Some(platform) = Platform::parse(&row.platform) else { return Ok(Amendment::Over) };
        let mut snapshot = self.store.snapshot()?;
        let hash = standing_hash(&snapshot, platform, &outgoing.to, target);
        self.store.load(&mut snapshot, &Load::from([LoadKey::Post(hash)])).await?;
        let Some(post) = snapshot.rows.posts.iter().next() else { return Ok(Amendment::Over) };
        let standing: Standing = snapshot.open_house(post.id, &post.sealed)?;
        if standing.fingerprint != snapshot.fingerprint(document, files) {
            return Ok(Amendment::Over);
        }
        mended(MENDING, post.digest_id.unwrap_or_default()).await
    }

    /// Puts several posts in the place of one that is too long for the platform. One that stands and is
    /// to say so much is taken down for them.
    async fn split(&self, row: &Row, outgoing: &Outgoing, parts: Vec<Document>) -> Result<(), StoreError> {
        let mut snapshot = self.store.snapshot()?;
        let Some(platform) = Platform::parse(&row.platform) else { return Ok(()) };
        let post = match &outgoing.action {
            Action::Amend { target, .. } => {
                let target = target.clone();
                LoadKey::Post(standing_hash(&snapshot, platform, &outgoing.to, &target))
            }
            _ => LoadKey::PostRow(row.id),
        };
        self.store.load(&mut snapshot, &Load::from([post])).await?;
        snapshot.rows.outbox.load([row.clone()]);
        let post = snapshot.rows.posts.iter().next().cloned();
        let of = post.as_ref().map_or(row.id, |post| post.id);
        let cited: Vec<i64> =
            snapshot.rows.citations.iter().filter(|c| c.post_id == of).map(|c| c.contribution_id).collect();
        if let Action::Amend { .. } = &outgoing.action {
            snapshot.take_down(of)?;
        }
        for (n, document) in parts.into_iter().enumerate() {
            let (reply_to, pin, files) = match &outgoing.action {
                Action::Post { reply_to, pin, files, .. } if n == 0 => (reply_to.clone(), *pin, files.clone()),
                Action::Amend { files, .. } if n == 0 => (None, false, files.clone()),
                _ => (None, false, Vec::new()),
            };
            let action = Action::Post { document, reply_to, pin, files };
            let id = snapshot.queue(platform, &Outgoing { to: outgoing.to.clone(), action }, row.due)?;
            if let Some(part) = snapshot.rows.outbox.edit(id) {
                part.turn = row.turn;
            }
            if let Some(post) = &post {
                let standing: Standing = snapshot.open_house(post.id, &post.sealed)?;
                let sealed = snapshot.seal_house(id, &Standing { event: None, ..standing })?;
                let (hash, state) = (None, "waiting".into());
                snapshot.rows.posts.insert(Post { id, rev: 1, hash, sealed, state, ..post.clone() });
                for contribution_id in &cited {
                    snapshot.cite(id, *contribution_id);
                }
            }
        }
        snapshot.rows.outbox.remove(row.id);
        snapshot.rows.posts.remove(of);
        snapshot.rows.citations.remove_where(|c| c.post_id == of);
        self.store.write(snapshot.into_changes()).await
    }
}

/// What a row says, its words found where it waited without; nothing, where what it is about is gone.
pub async fn said(store: &Store, row: &Row) -> Result<Option<Outgoing>, StoreError> {
    let queued: Queued = store.vault().open(row.id, &row.sealed)?;
    let mut worded = word(store, &queued).await;
    // Its author may write on while it is read, and what it was sealed by is destroyed then.
    for _ in 0..ANEW {
        match &worded {
            Err(error) if !error.is_passing() => worded = word(store, &queued).await,
            _ => break,
        }
    }
    worded
}

/// What a row says, about what stands now where it waited without words.
async fn word(store: &Store, queued: &Queued) -> Result<Option<Outgoing>, StoreError> {
    let (to, reply_to, contribution) = match queued {
        Queued::Said(outgoing) => return Ok(Some(outgoing.clone())),
        Queued::Noted(noted) => (&noted.to, &noted.reply_to, noted.contribution),
        Queued::Asked(asked) => (&asked.to, &None, asked.contribution),
    };
    let mut snapshot = store.snapshot()?;
    store.load_base(&mut snapshot).await?;
    store.load(&mut snapshot, &Load::from([LoadKey::Contribution(contribution)])).await?;
    let document = match queued {
        Queued::Asked(asked) => commands::asked(&snapshot, asked)?,
        Queued::Noted(noted) => commands::noted(&snapshot, noted)?,
        Queued::Said(_) => None,
    };
    let action = |document| Action::Post { document, reply_to: reply_to.clone(), pin: false, files: Vec::new() };
    Ok(document.map(|document| Outgoing { to: to.clone(), action: action(document) }))
}

/// What is said in one place after another.
type Queue<'a> = Pin<Box<dyn Future<Output = Result<usize, StoreError>> + Send + 'a>>;

/// What becomes of something that is to stand in the place of a post.
enum Amendment {
    /// It is sent; and so is all that is nothing of the kind.
    Due,
    /// It is not what the post is to say any more.
    Over,
    /// It is not known yet.
    Waits,
}

/// What became of a row whose turn it was.
enum Turn {
    /// It is settled.
    Over,
    /// It is settled, and others stand in its place.
    Split,
    /// It waits, and what is behind it does too.
    Waits,
}

enum Ended {
    Sent(Delivered),
    Blocked,
    Failed(String),
}

/// Writes down what the platform calls a post that was sent. What only one person was shown for a while has
/// no name: nobody can mend it.
fn stand(snapshot: &mut Snapshot, id: i64, delivered: &Delivered) -> Result<(), StoreError> {
    let Some(post) = snapshot.rows.posts.get(id).cloned() else { return Ok(()) };
    let Some(event) = &delivered.event else {
        snapshot.rows.posts.remove(id);
        snapshot.rows.citations.remove_where(|c| c.post_id == id);
        return Ok(());
    };
    let standing: Standing = snapshot.open_house(id, &post.sealed)?;
    let standing = Standing { event: Some(event.clone()), ..standing };
    let platform = Platform::parse(&standing.platform);
    let hash = platform.map(|platform| standing_hash(snapshot, platform, &standing.to, event));
    let sealed = snapshot.seal_house(id, &standing)?;
    if post.state == "down" {
        // It was taken back while it was being sent.
        if let Some(post) = snapshot.rows.posts.edit(id) {
            post.sealed = sealed;
        }
        return snapshot.take_down(id);
    }
    if let Some(post) = snapshot.rows.posts.edit(id) {
        post.hash = hash;
        post.sealed = sealed;
        post.state = "up".into();
    }
    Ok(())
}

/// By what a post is found that stands in a room or with a person.
fn standing_hash(snapshot: &Snapshot, platform: Platform, to: &To, event: &str) -> Vec<u8> {
    match to {
        To::Room(place) | To::Person { account: place, .. } | To::Answer { account: place, .. } => {
            record::event_hash(snapshot, platform, place, event)
        }
    }
}

/// Whether it takes back something that stands: where that cannot be done it waits until the bot may again.
fn takes_back(action: &Action) -> bool {
    matches!(action, Action::Redact { .. } | Action::Amend { .. })
}

/// Whether it holds what somebody wrote: in a quotation or in a file.
fn holds_words(queued: &Queued) -> bool {
    let Queued::Said(Outgoing { action: Action::Post { document, files, .. }, .. }) = queued else { return false };
    !files.is_empty() || document.blocks.iter().any(|block| matches!(block, Block::Quote { .. }))
}

/// Keeps what could not be said, and holds nothing else up, until a person can be told or a room is open to
/// the bot again; for a week.
fn keep(snapshot: &mut Snapshot, id: i64, reason: &str) {
    let now = snapshot.now;
    if let Some(row) = snapshot.rows.outbox.edit(id) {
        (row.state, row.due, row.reason) = ("blocked".into(), now, Some(reason.into()));
    }
}

/// Erases what could not be said; that there was something, and why, is kept and counted.
fn fail(snapshot: &mut Snapshot, id: i64, reason: &str) {
    if let Some(row) = snapshot.rows.outbox.edit(id) {
        row.state = "failed".into();
        row.sealed = Sealed::default();
        row.reason = Some(reason.into());
    }
    snapshot.rows.posts.remove(id);
}

/// The parts of a post that is too long for the platform.
fn too_long(outgoing: &Outgoing, port: &dyn PlatformPort) -> Option<Vec<Document>> {
    let (Action::Post { document, .. } | Action::Amend { document, .. }) = &outgoing.action else { return None };
    let parts = render::split(document, port.post_limit(), |part| port.size_of(part));
    (parts.len() > 1).then_some(parts)
}
