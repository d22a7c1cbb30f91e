//! A platform that exists in memory alone. It keeps what was written in its rooms, does what the
//! bot asks of it, remembers the mark of every post, and fails where a test wants it to.

use gcm_talks::chat::{
    Action, Attachment, Author, Body, Delivered, Document, Event, File, Handle, HistoryQuery, Message, Origin,
    Outgoing, PlatformPort, RoomFacts, SendError, Sending, Target, To, render,
};
use gcm_talks::clock::{Clock, ManualClock};
use gcm_talks::model::{MINUTE, Platform, SECOND, Time};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};

/// The bot's own account.
pub const BOT: &str = "@gcm-talks:example.org";

/// What goes wrong with one thing that the platform is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The platform says to wait half a minute.
    Later,
    /// The platform does it, and its answer is lost.
    LostReply,
    /// The person takes no private messages. (In a room, nothing goes wrong.)
    Blocked,
    /// It can never be done.
    Never,
}

/// Something that stands in a room, or stood there.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What the platform calls it.
    pub id: String,
    /// Who wrote it.
    pub author: Author,
    /// When the platform took it.
    pub at: Time,
    /// What it says now.
    pub message: Message,
    /// Whether it was deleted.
    pub deleted: bool,
    /// What the bot said in it.
    pub document: Option<Document>,
    /// The text files that the bot put beside it.
    pub files: Vec<Attachment>,
    /// The mark under which the bot asked for it.
    pub mark: Option<i64>,
}

#[derive(Default)]
struct State {
    rooms: BTreeMap<String, Vec<Entry>>,
    names: HashMap<String, String>,
    reactions: Vec<(String, String)>,
    amended: Vec<(String, String)>,
    invited: Vec<(String, String)>,
    troubles: VecDeque<Option<Trouble>>,
    shut: BTreeSet<String>,
    refuses_rooms: bool,
    order: Vec<String>,
    made: u64,
}

/// The platform.
pub struct FakePlatform {
    kind: Platform,
    clock: Arc<ManualClock>,
    state: Mutex<State>,
}

/// The account of a person of this word.
pub fn account(person: &str) -> String {
    format!("@{person}:example.org")
}

/// The address of a room of this word.
pub fn address(room: &str) -> String {
    format!("!{room}:example.org")
}

/// The address of a person's conversation with the bot.
pub fn private(person: &str) -> String {
    private_of(&account(person))
}

fn private_of(account: &str) -> String {
    format!("!with{account}")
}

/// Where the answer to what was done under a token stands.
fn answer_to(token: &str) -> String {
    format!("?{token}")
}

impl FakePlatform {
    /// A platform of this kind on which nothing was written yet.
    pub fn new(kind: Platform, clock: Arc<ManualClock>) -> FakePlatform {
        FakePlatform { kind, clock, state: Mutex::default() }
    }

    /// Which platform it plays.
    pub fn kind(&self) -> Platform {
        self.kind
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Gives a person a name that others see; otherwise it is their word.
    pub fn name(&self, person: &str, name: &str) {
        self.state().names.insert(account(person), name.to_owned());
    }

    /// What goes wrong with the next things that the platform is asked to do, one after another.
    pub fn trouble(&self, troubles: impl IntoIterator<Item = Option<Trouble>>) {
        self.state().troubles.extend(troubles);
    }

    /// Nothing goes wrong any more.
    pub fn untroubled(&self) {
        self.state().troubles.clear();
    }

    /// A person writes something in a room (or, with an address of [`private`], to the bot alone).
    pub fn write(&self, person: &str, room: &str, text: &str) -> Event {
        self.write_message(person, room, Message { text: text.to_owned(), ..Message::default() })
    }

    /// A person writes to the bot alone.
    pub fn whisper(&self, person: &str, text: &str) -> Event {
        self.write(person, &private(person), text)
    }

    /// A person answers something that the bot wrote.
    pub fn reply(&self, person: &str, room: &str, text: &str, target: &str) -> Event {
        let reply_to = Some(Target { id: target.to_owned(), by_bot: true });
        self.write_message(person, room, Message { text: text.to_owned(), reply_to, ..Message::default() })
    }

    /// A person sends a file with a text.
    pub fn attach(&self, person: &str, room: &str, text: &str, file: File) -> Event {
        self.write_message(person, room, Message { text: text.to_owned(), files: vec![file], ..Message::default() })
    }

    fn write_message(&self, person: &str, room: &str, message: Message) -> Event {
        let event = self.event(person, room, Body::Message(message.clone()));
        self.state().rooms.entry(room.to_owned()).or_default().push(Entry {
            id: event.id.clone(),
            author: event.author.clone(),
            at: event.at,
            message,
            deleted: false,
            document: None,
            files: Vec::new(),
            mark: None,
        });
        event
    }

    /// A person changes what they wrote.
    pub fn edit(&self, person: &str, room: &str, target: &str, text: &str) -> Event {
        if let Some(entry) = entry(&mut self.state(), room, target) {
            entry.message.text = text.to_owned();
        }
        let version = self.fresh_id();
        self.event(
            person,
            room,
            Body::Edit { target: target.to_owned(), version, text: text.to_owned(), mention: false },
        )
    }

    /// A person deletes what they wrote.
    pub fn delete(&self, person: &str, room: &str, target: &str) -> Event {
        if let Some(entry) = entry(&mut self.state(), room, target) {
            entry.deleted = true;
        }
        self.event(person, room, Body::Deletion { target: target.to_owned() })
    }

    /// A person puts a mark on a message.
    pub fn react(&self, person: &str, room: &str, target: &str, mark: &str) -> Event {
        let own = entry(&mut self.state(), room, target).is_some_and(|entry| entry.author.id == account(person));
        self.event(person, room, Body::Reaction { target: target.to_owned(), mark: mark.to_owned(), own })
    }

    /// Something that a person did, now, as it is heard when it happens.
    pub fn event(&self, person: &str, room: &str, body: Body) -> Event {
        let id = self.fresh_id();
        let author = self.author(&account(person));
        self.heard(room, id, author, Origin::Live, body)
    }

    /// Something that a person did by the platform's own means, to be answered for a quarter of an
    /// hour so that they alone see it.
    pub fn press(&self, person: &str, room: &str, body: Body) -> Event {
        let event = self.event(person, room, body);
        let handle = Handle { token: event.id.clone(), private: true, until: event.at + 15 * MINUTE };
        Event { handle: Some(handle), ..event }
    }

    /// What the bot answered to that.
    pub fn answers(&self, pressed: &Event) -> Vec<Document> {
        self.entries(&answer_to(&pressed.id)).into_iter().filter_map(|entry| entry.document).collect()
    }

    fn heard(&self, room: &str, id: String, author: Author, origin: Origin, body: Body) -> Event {
        let direct = room.starts_with("!with");
        let at = self.clock.now();
        Event { platform: self.kind, room: room.to_owned(), direct, id, author, at, origin, body, handle: None }
    }

    fn author(&self, account: &str) -> Author {
        let word = account.trim_start_matches('@').split(':').next().unwrap_or_default().to_owned();
        let name = self.state().names.get(account).cloned().unwrap_or(word);
        Author { bot: account == BOT, ..Author::new(account, name) }
    }

    fn fresh_id(&self) -> String {
        let mut state = self.state();
        state.made += 1;
        // As on Matrix, an identifier tells nothing of the order.
        format!("$e{:x}", state.made.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// What stands in a room, or stood there.
    pub fn entries(&self, room: &str) -> Vec<Entry> {
        self.state().rooms.get(room).cloned().unwrap_or_default()
    }

    /// What the bot said in a room and did not take back, as plain text.
    pub fn said_in(&self, room: &str) -> Vec<String> {
        let standing = |entry: &Entry| (!entry.deleted).then(|| entry.document.as_ref().map(render::plain)).flatten();
        self.entries(room).iter().filter_map(standing).collect()
    }

    /// What the bot said to a person alone, as plain text.
    pub fn said_to(&self, person: &str) -> Vec<String> {
        self.said_in(&private(person))
    }

    /// Everything that the bot ever posted, taken back or not: the place and the entry.
    pub fn posts(&self) -> Vec<(String, Entry)> {
        let state = self.state();
        let all = state.rooms.iter().flat_map(|(room, entries)| entries.iter().map(move |e| (room.clone(), e.clone())));
        all.filter(|(_, entry)| entry.document.is_some()).collect()
    }

    /// The marks that the bot put on messages: the message, the mark.
    pub fn reactions(&self) -> Vec<(String, String)> {
        self.state().reactions.clone()
    }

    /// Who was asked into which room, by their addresses.
    pub fn invited(&self) -> Vec<(String, String)> {
        self.state().invited.clone()
    }

    /// What the bot put in the place of its posts, with its files, one after another: the post, the
    /// words.
    pub fn amended(&self) -> Vec<(String, String)> {
        self.state().amended.clone()
    }

    /// Takes nothing more in a room for now.
    pub fn shut(&self, room: &str) {
        self.state().shut.insert(address(room));
    }

    /// Lets the bot make no rooms, or lets it again.
    pub fn refuse_rooms(&self, refuse: bool) {
        self.state().refuses_rooms = refuse;
    }

    /// Takes everything again.
    pub fn reopen(&self) {
        self.state().shut.clear();
    }

    /// Where the platform did something, in the order in which it did.
    pub fn order(&self) -> Vec<String> {
        self.state().order.clone()
    }

    fn done(&self, mark: i64, outgoing: &Outgoing, tried_before: Option<Time>) -> Result<Delivered, SendError> {
        let trouble = self.state().troubles.pop_front().flatten();
        let later = || SendError::Later { after: 30 * SECOND, reason: "the platform is busy".into() };
        match (trouble, &outgoing.to) {
            (Some(Trouble::Later), _) => return Err(later()),
            (Some(Trouble::Never), _) => return Err(SendError::Never { reason: "no permission".into() }),
            (Some(Trouble::Blocked), To::Person { .. }) => return Err(SendError::Blocked),
            _ if matches!(outgoing.action, Action::Make(_)) && self.state().refuses_rooms => {
                return Err(SendError::Never { reason: "no permission".into() });
            }
            (_, To::Room(room)) if self.state().shut.contains(room) => return Err(later()),
            _ => {}
        }
        let delivered = self.perform(mark, outgoing, tried_before);
        if trouble == Some(Trouble::LostReply) { Err(later()) } else { Ok(delivered) }
    }

    fn perform(&self, mark: i64, outgoing: &Outgoing, tried_before: Option<Time>) -> Delivered {
        let room = match &outgoing.to {
            To::Room(address) => address.clone(),
            To::Person { account, .. } => private_of(account),
            To::Answer { handle, .. } => answer_to(&handle.token),
        };
        self.state().order.push(room.clone());
        let nothing = Delivered { event: None, heard: Vec::new() };
        match &outgoing.action {
            Action::Post { document, reply_to, files, .. } => {
                // Only who says to have tried before is asked whether it was heard then.
                let known = self.entries(&room).into_iter().find(|entry| entry.mark == Some(mark));
                if let (Some(_), Some(known)) = (tried_before, known) {
                    return Delivered { event: Some(known.id), heard: Vec::new() };
                }
                let id = self.fresh_id();
                let reply_to = reply_to.as_ref().map(|id| Target { id: id.clone(), by_bot: false });
                let text = render::plain(document);
                self.state().rooms.entry(room).or_default().push(Entry {
                    id: id.clone(),
                    author: Author { bot: true, ..Author::new(BOT, "gcm-talks") },
                    at: self.clock.now(),
                    message: Message { text, reply_to, ..Message::default() },
                    deleted: false,
                    document: Some(document.clone()),
                    files: files.clone(),
                    mark: Some(mark),
                });
                Delivered { event: Some(id), heard: Vec::new() }
            }
            Action::Redact { target } => {
                if let Some(entry) = entry(&mut self.state(), &room, target) {
                    entry.deleted = true;
                }
                nothing
            }
            Action::React { target, mark } => {
                let reaction = (target.clone(), mark.clone());
                let mut state = self.state();
                if !state.reactions.contains(&reaction) {
                    state.reactions.push(reaction);
                }
                nothing
            }
            Action::ReadHistory(query) => {
                let found = self.found(&room, query);
                Delivered { event: None, heard: vec![found] }
            }
            Action::Amend { target, document, files } => {
                let mut state = self.state();
                let said = files.iter().fold(render::plain(document), |said, file| said + file.text.as_str());
                state.amended.push((target.clone(), said));
                if let Some(entry) = entry(&mut state, &room, target) {
                    entry.message.text = render::plain(document);
                    (entry.document, entry.files) = (Some(document.clone()), files.clone());
                }
                nothing
            }
            Action::Make(new) => {
                let made = Body::Moved { to: address(&new.name) };
                let platform = Author::new("example.org", "example.org");
                Delivered { event: None, heard: vec![self.heard(&room, self.fresh_id(), platform, Origin::Live, made)] }
            }
            Action::Invite { account } => {
                self.state().invited.push((room, account.clone()));
                nothing
            }
            Action::Enter | Action::Leave | Action::Arrange { .. } => nothing,
            Action::Probe => {
                let facts = RoomFacts { may: Some([true; 4]), ..RoomFacts::default() };
                let platform = Author::new("example.org", "example.org");
                let heard = self.heard(&room, self.fresh_id(), platform, Origin::Live, Body::Facts(facts));
                Delivered { event: None, heard: vec![heard] }
            }
        }
    }

    fn found(&self, room: &str, query: &HistoryQuery) -> Event {
        let asked = |entry: &Entry| {
            !entry.deleted
                && entry.author.id == query.author
                && query.reaches(entry.at)
                && query.event.as_ref().is_none_or(|id| *id == entry.id)
        };
        let mut messages: Vec<Event> = self
            .entries(room)
            .into_iter()
            .rev()
            .filter(asked)
            .take(query.limit)
            .map(|e| Event { at: e.at, ..self.heard(room, e.id, e.author, Origin::Asked, Body::Message(e.message)) })
            .collect();
        messages.reverse();
        let body = Body::Found { query: query.clone(), messages };
        self.heard(room, self.fresh_id(), self.author(&query.author), Origin::Live, body)
    }
}

fn entry<'a>(state: &'a mut State, room: &str, id: &str) -> Option<&'a mut Entry> {
    state.rooms.get_mut(room)?.iter_mut().find(|entry| entry.id == id)
}

impl PlatformPort for FakePlatform {
    fn platform(&self) -> Platform {
        self.kind
    }

    fn side_by_side(&self) -> bool {
        true
    }

    fn post_limit(&self) -> usize {
        60_000
    }

    fn size_of(&self, document: &Document) -> usize {
        render::html(document).len()
    }

    fn send<'a>(&'a self, mark: i64, outgoing: &'a Outgoing, tried_before: Option<Time>) -> Sending<'a> {
        Box::pin(async move {
            // A process may end before the platform hears of it …
            tokio::task::yield_now().await;
            let done = self.done(mark, outgoing, tried_before);
            // … and before it hears back.
            tokio::task::yield_now().await;
            done
        })
    }
}
