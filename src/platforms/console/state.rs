//! Who is where, what was said while the console runs, and what follows from a line.

use super::line::{self, BOT, Said, to_the_bot};
use crate::args;
use crate::chat::sanitise::{MAX_TEXT, clean};
use crate::chat::{Author, Body, Event, File, FileRefusal, HistoryQuery, Message, NewRoom, Origin, RoomFacts, Target};
use crate::i18n::{Speaker, speak};
use crate::model::{Language, Platform, Time};
use crate::vocabulary::nearest;
use std::collections::{BTreeMap, VecDeque};
use std::io::Read;

/// Who writes before a person is named.
const GUEST: &str = "guest";

/// The room that is each person's conversation with the bot.
pub(super) const PRIVATE: &str = "private";

/// How many messages a room remembers, and how many bytes of text.
const REMEMBERED: (usize, usize) = (2_000, 4 << 20);

/// The longest name of a room or a person, in characters.
const LONGEST_NAME: usize = 64;

/// What is a tap in a chat client, in the order of the help.
pub(super) const TAPS: [&str; 10] = ["edit", "delete", "react", "reply", "attach", "at", "room", "who", "help", "quit"];

/// What follows from a line.
#[derive(Debug, PartialEq)]
pub(super) enum Step {
    /// Nothing that anyone must hear.
    Nothing,
    /// The house hears this.
    Heard(Box<Event>),
    /// The console itself says this to whoever types.
    Say(String),
    /// The clock moves forward, in milliseconds.
    Forward(i64),
    /// The console ends.
    Quit,
}

/// Rooms, people and what they wrote.
pub(super) struct State {
    session: String,
    count: u64,
    language: Language,
    /// The names of the rooms, in the order in which they are shown.
    rooms: Vec<String>,
    /// The names of people, by their identifiers.
    people: BTreeMap<String, String>,
    /// What was said, by the room's address.
    said: BTreeMap<String, Room>,
    room: String,
    person: String,
}

#[derive(Default)]
struct Room {
    entries: VecDeque<Entry>,
    bytes: usize,
}

/// A message in a room.
struct Entry {
    id: String,
    /// The person, or nobody for the bot, of whose posts only the first words are kept.
    author: Option<String>,
    at: Time,
    message: Message,
}

impl State {
    /// Whether what is typed is said to the bot alone, in this room if one is named.
    pub fn is_private(&self, named: Option<&str>) -> bool {
        named.unwrap_or(&self.room) == PRIVATE
    }

    /// Nobody has said anything yet. `session` makes the identifiers of events unique over all
    /// the times that a console was started.
    pub fn new(session: [u8; 8], language: Language, rooms: &[String], people: &[String]) -> State {
        let mut state = State {
            session: session.iter().map(|byte| format!("{byte:02x}")).collect(),
            count: 0,
            language,
            rooms: Vec::new(),
            people: BTreeMap::new(),
            said: BTreeMap::new(),
            room: PRIVATE.to_owned(),
            person: GUEST.to_owned(),
        };
        for room in rooms {
            let room = room.to_lowercase();
            if room != PRIVATE && !state.rooms.contains(&room) {
                state.rooms.push(room);
            }
        }
        if let Some(first) = state.rooms.first() {
            state.room = first.clone();
        }
        for person in people {
            state.people.insert(person.to_lowercase(), person.clone());
        }
        state
    }

    /// What follows from a line that was typed at this moment.
    pub fn utterance(&mut self, line: &str, now: Time) -> Step {
        let line = line::parse(line);
        if let Some(named) = line.room {
            let named = clean(named).to_lowercase();
            if named != PRIVATE && !self.rooms.contains(&named) {
                let rooms = self.speaker().list(&self.rooms());
                return self.say("console-no-room", &args![("room", named), ("rooms", rooms)]);
            }
            self.room = named;
        }
        if let Some(named) = line.person {
            let name = clean(named);
            if name.is_empty() || name.chars().count() > LONGEST_NAME {
                return self.say("console-bad-person", &args![]);
            }
            self.person = name.to_lowercase();
            self.people.insert(self.person.clone(), name);
        }
        match line.said {
            Said::Nothing => Step::Nothing,
            Said::Text(text) => {
                let text = clean(text);
                if text.trim().is_empty() {
                    return Step::Nothing;
                }
                let (text, mention) = to_the_bot(&text).map_or((text.as_str(), false), |rest| (rest, true));
                self.write(now, Message { text: text.to_owned(), mention, ..Message::default() })
            }
            Said::Tap { word, rest } => self.tap(&clean(word).to_lowercase(), rest, now),
        }
    }

    fn tap(&mut self, word: &str, rest: &str, now: Time) -> Step {
        match word {
            "edit" | "reply" | "attach" | "react" | "room" if rest.is_empty() => {
                let example = match word {
                    "react" => "/react 📝".to_owned(),
                    "attach" => "/attach statement.txt".to_owned(),
                    "room" => "/room north-africa".to_owned(),
                    _ => format!("/{word} TEXT"),
                };
                self.say("console-needs", &args![("example", example)])
            }
            "edit" => {
                let text = clean(rest);
                let Some(entry) = self.last_of(Some(&self.person)) else { return self.no_message(&self.person) };
                let target = entry.id.clone();
                self.change(&target, &text);
                let version = self.fresh_id();
                let (text, mention) = to_the_bot(&text).map_or((text.as_str(), false), |rest| (rest, true));
                let body = Body::Edit { target, version: version.clone(), text: text.to_owned(), mention };
                Step::Heard(Box::new(self.event_called(version, now, body)))
            }
            "delete" => {
                let Some(entry) = self.last_of(Some(&self.person)) else { return self.no_message(&self.person) };
                let target = entry.id.clone();
                self.remove(&self.address(), &target);
                Step::Heard(Box::new(self.event(now, Body::Deletion { target })))
            }
            "react" => {
                let Some(entry) = self.last_of(Some(&self.person)) else { return self.no_message(&self.person) };
                let target = entry.id.clone();
                Step::Heard(Box::new(self.event(now, Body::Reaction { target, mark: clean(rest), own: true })))
            }
            "reply" => self.reply(rest, now),
            "attach" => {
                let file = read_file(rest);
                self.write(now, Message { files: vec![file], ..Message::default() })
            }
            "at" => match line::span(rest) {
                Some(span) => Step::Forward(span),
                None => self.say("console-bad-span", &args![]),
            },
            "room" => self.open(rest),
            "who" => Step::Say(self.who(&[])),
            "help" => self.say("console-help", &args![]),
            "quit" => Step::Quit,
            _ => match nearest(word, TAPS) {
                Some(nearest) => self.say("console-no-tap-nearest", &args![("word", word), ("nearest", nearest)]),
                None => self.say("console-no-tap", &args![("word", word)]),
            },
        }
    }

    /// A reply to the bot's last message in the room, or to a person's.
    fn reply(&mut self, rest: &str, now: Time) -> Step {
        let named = rest.strip_prefix('@').map(line::first_word).filter(|(name, _)| !name.is_empty());
        let (author, text) = match named {
            Some((name, text)) if name.eq_ignore_ascii_case(BOT) => (None, text),
            Some((name, text)) => (Some(name.to_lowercase()), text),
            None => (None, rest),
        };
        let text = clean(text.trim());
        if text.is_empty() {
            return self.say("console-needs", &args![("example", "/reply TEXT")]);
        }
        let Some(entry) = self.last_of(author.as_deref()) else {
            return match author {
                Some(author) => self.no_message(&author),
                None => self.say("console-no-answer", &args![("room", self.label(&self.address()))]),
            };
        };
        let reply_to = Some(Target { id: entry.id.clone(), by_bot: author.is_none() });
        self.write(now, Message { text, reply_to, ..Message::default() })
    }

    fn open(&mut self, name: &str) -> Step {
        let name = name.trim_start_matches('#').to_lowercase();
        let sound = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        if name.is_empty() || name.chars().count() > LONGEST_NAME || !name.chars().all(sound) {
            return self.say("console-bad-room", &args![]);
        }
        self.room.clone_from(&name);
        if name == PRIVATE || self.rooms.contains(&name) {
            return Step::Nothing;
        }
        self.rooms.push(name.clone());
        self.say("console-room-opened", &args![("room", name)])
    }

    /// Rooms and people, with the offices that some hold, a line each.
    pub fn who(&self, offices: &[(String, String)]) -> String {
        let speaker = self.speaker();
        let mut people: Vec<String> = Vec::new();
        for (id, name) in &self.people {
            match offices.iter().find(|(person, _)| person.to_lowercase() == *id) {
                Some((_, office)) => people.push(format!("@{name} ({office})")),
                None => people.push(format!("@{name}")),
            }
        }
        people.push(speaker.say_plain("console-everyone-else"));
        let mut rooms = self.rooms();
        if let Some(private) = rooms.last_mut() {
            *private = format!("{private} ({})", speaker.say_plain("console-private"));
        }
        let rooms = speaker.say("console-rooms", &args![("rooms", rooms.join(" "))]);
        let people = speaker.say("console-people", &args![("people", people.join(", "))]);
        format!("{rooms}\n{people}")
    }

    /// The rooms as they are typed, `#private` last.
    pub fn rooms(&self) -> Vec<String> {
        self.rooms.iter().map(String::as_str).chain([PRIVATE]).map(|room| format!("#{room}")).collect()
    }

    /// The people as they are typed.
    pub fn people(&self) -> Vec<String> {
        self.people.values().map(|name| format!("@{name}")).collect()
    }

    /// The room and the person of the next line, as they are typed.
    pub fn here(&self) -> (String, String) {
        (format!("#{}", self.room), format!("@{}", self.name(&self.person)))
    }

    /// The platform's address of a person's conversation with the bot.
    pub fn private(person: &str) -> String {
        format!("{PRIVATE}:{person}")
    }

    /// How an address is shown: `#room`, `@person`.
    pub fn label(&self, address: &str) -> String {
        match direct(address) {
            Some(person) => format!("@{}", self.name(person)),
            None => format!("#{address}"),
        }
    }

    /// Remembers what the bot said in a room, under a new identifier.
    pub fn posted(&mut self, address: &str, words: String, now: Time) -> String {
        let id = self.fresh_id();
        let message = Message { text: words, ..Message::default() };
        self.remember(address, Entry { id: id.clone(), author: None, at: now, message });
        id
    }

    /// The first words of a message that stands in the room, and who wrote it if it was not the bot.
    pub fn words(&self, address: &str, target: &str) -> Option<(Option<String>, String)> {
        let entry = self.said.get(address)?.entries.iter().rev().find(|entry| entry.id == target)?;
        Some((entry.author.as_deref().map(|a| self.name(a).to_owned()), first_words(&entry.message.text)))
    }

    /// Forgets a message; gives its first words.
    pub fn remove(&mut self, address: &str, target: &str) -> Option<String> {
        let room = self.said.get_mut(address)?;
        let at = room.entries.iter().position(|entry| entry.id == target)?;
        let entry = room.entries.remove(at)?;
        room.bytes = room.bytes.saturating_sub(entry.message.text.len());
        Some(first_words(&entry.message.text))
    }

    /// What was asked of the room's history. It speaks for the person who asked.
    pub fn found(&mut self, address: &str, query: &HistoryQuery, now: Time) -> Event {
        let author = self.author(&query.author);
        let asked = |entry: &&Entry| {
            entry.author.as_ref() == Some(&query.author)
                && query.reaches(entry.at)
                && query.event.as_ref().is_none_or(|id| *id == entry.id)
        };
        let entries = self.said.get(address).into_iter().flat_map(|room| room.entries.iter().rev());
        let mut messages: Vec<Event> = entries
            .filter(asked)
            .take(query.limit)
            .map(|entry| Event {
                platform: Platform::Console,
                room: address.to_owned(),
                direct: direct(address).is_some(),
                id: entry.id.clone(),
                author: author.clone(),
                at: entry.at,
                origin: Origin::Asked,
                body: Body::Message(entry.message.clone()),
                handle: None,
            })
            .collect();
        messages.reverse();
        self.learned(address, author, now, Body::Found { query: query.clone(), messages })
    }

    /// Who can read a room, and what the bot may do there.
    pub fn facts(&mut self, address: &str, now: Time) -> Event {
        // Anyone may write as anyone here: how many people read a room, nobody can tell.
        let members = direct(address).map(|_| 1);
        let facts = RoomFacts { members, may: Some([true; 4]), ..RoomFacts::default() };
        // Nobody's word but the platform's own: not to be passed over as what a program says.
        let platform = Author::new(BOT, BOT);
        self.learned(address, platform, now, Body::Facts(facts))
    }

    /// Opens a room that the bot makes; nothing, where there is one of its name.
    pub fn made(&mut self, key: &str, room: &NewRoom, now: Time) -> Option<Event> {
        if room.name == PRIVATE || self.rooms.contains(&room.name) {
            return None;
        }
        self.rooms.push(room.name.clone());
        let platform = Author::new(BOT, BOT);
        Some(self.learned(key, platform, now, Body::Moved { to: room.name.clone() }))
    }

    fn learned(&mut self, address: &str, author: Author, at: Time, body: Body) -> Event {
        Event {
            platform: Platform::Console,
            room: address.to_owned(),
            direct: direct(address).is_some(),
            id: self.fresh_id(),
            author,
            at,
            origin: Origin::Live,
            body,
            handle: None,
        }
    }

    /// The person writes a message in the room.
    fn write(&mut self, now: Time, message: Message) -> Step {
        let event = self.event(now, Body::Message(message.clone()));
        let entry = Entry { id: event.id.clone(), author: Some(self.person.clone()), at: now, message };
        self.remember(&event.room, entry);
        Step::Heard(Box::new(event))
    }

    fn event(&mut self, now: Time, body: Body) -> Event {
        let id = self.fresh_id();
        self.event_called(id, now, body)
    }

    fn event_called(&mut self, id: String, at: Time, body: Body) -> Event {
        let name = self.name(&self.person).to_owned();
        self.people.insert(self.person.clone(), name);
        Event {
            platform: Platform::Console,
            room: self.address(),
            direct: self.room == PRIVATE,
            id,
            author: self.author(&self.person),
            at,
            origin: Origin::Live,
            body,
            handle: None,
        }
    }

    fn author(&self, id: &str) -> Author {
        Author::new(id, self.name(id))
    }

    /// The platform's address of the room of the next line.
    fn address(&self) -> String {
        if self.room == PRIVATE { State::private(&self.person) } else { self.room.clone() }
    }

    fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.people.get(id).map_or(id, String::as_str)
    }

    fn fresh_id(&mut self) -> String {
        self.count += 1;
        format!("{}-{:06}", self.session, self.count)
    }

    /// The last message of this person, or of the bot, in the room.
    fn last_of(&self, author: Option<&str>) -> Option<&Entry> {
        let entries = &self.said.get(&self.address())?.entries;
        entries.iter().rev().find(|entry| entry.author.as_deref() == author)
    }

    fn change(&mut self, target: &str, text: &str) {
        let address = self.address();
        let Some(room) = self.said.get_mut(&address) else { return };
        let Some(entry) = room.entries.iter_mut().find(|entry| entry.id == target) else { return };
        let (text, mention) = to_the_bot(text).map_or((text, false), |rest| (rest, true));
        room.bytes = (room.bytes + text.len()).saturating_sub(entry.message.text.len());
        entry.message.text = text.to_owned();
        entry.message.mention = mention;
    }

    fn remember(&mut self, address: &str, entry: Entry) {
        let room = self.said.entry(address.to_owned()).or_default();
        room.bytes += entry.message.text.len();
        room.entries.push_back(entry);
        let (most, bytes) = REMEMBERED;
        while room.entries.len() > most || (room.bytes > bytes && room.entries.len() > 1) {
            let Some(oldest) = room.entries.pop_front() else { break };
            room.bytes = room.bytes.saturating_sub(oldest.message.text.len());
        }
    }

    fn speaker(&self) -> Speaker {
        speak(self.language)
    }

    fn say(&self, key: &str, args: &crate::i18n::Args) -> Step {
        Step::Say(self.speaker().say(key, args))
    }

    fn no_message(&self, person: &str) -> Step {
        let (person, room) = (self.name(person), self.label(&self.address()));
        self.say("console-no-message", &args![("person", person), ("room", room)])
    }
}

/// The person whose conversation with the bot it is, if it is one.
fn direct(address: &str) -> Option<&str> {
    address.strip_prefix(PRIVATE)?.strip_prefix(':')
}

/// Enough of a text to know it again.
pub(super) fn first_words(text: &str) -> String {
    const ENOUGH: usize = 48;
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    let short: String = line.chars().take(ENOUGH).collect();
    let whole = short.len() == line.len() && text.trim() == line;
    if whole { short } else { format!("{}…", short.trim_end()) }
}

/// The file, if it is a text that can be taken.
fn read_file(path: &str) -> File {
    let path = std::path::Path::new(path.trim_matches(['"', '\'']));
    let name = path.file_name().map(|name| clean(&name.to_string_lossy())).unwrap_or_default();
    File { name, text: text_of(path) }
}

fn text_of(path: &std::path::Path) -> Result<String, FileRefusal> {
    // A pipe or a device may never end; only a file is read.
    if !std::fs::metadata(path).is_ok_and(|found| found.is_file()) {
        return Err(FileRefusal::Unreachable);
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(|_| FileRefusal::Unreachable)?;
    file.take(MAX_TEXT as u64 + 1).read_to_end(&mut bytes).map_err(|_| FileRefusal::Unreachable)?;
    if bytes.len() > MAX_TEXT {
        return Err(FileRefusal::TooLarge);
    }
    match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(clean(&text)),
        _ => Err(FileRefusal::NotText),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::Purpose;

    fn state() -> State {
        let rooms = ["africa".to_owned(), "west-africa".to_owned()];
        State::new([0xab; 8], Language::En, &rooms, &["moderator".to_owned()])
    }

    /// The event that the house hears of a line.
    fn heard(state: &mut State, line: &str) -> Event {
        match state.utterance(line, 1_000) {
            Step::Heard(event) => *event,
            step => panic!("{line:?} gave {step:?}"),
        }
    }

    fn said(state: &mut State, line: &str) -> String {
        match state.utterance(line, 1_000) {
            Step::Say(text) => text,
            step => panic!("{line:?} gave {step:?}"),
        }
    }

    fn message(text: &str) -> Body {
        Body::Message(Message { text: text.to_owned(), ..Message::default() })
    }

    #[test]
    fn a_guest_in_the_first_room_writes_first_and_room_and_person_stay() {
        let mut state = state();
        let event = heard(&mut state, "hello");
        let guest = Author::new("guest", "guest");
        assert_eq!(
            event,
            Event {
                platform: Platform::Console,
                room: "africa".to_owned(),
                direct: false,
                id: "abababababababab-000001".to_owned(),
                author: guest,
                at: 1_000,
                origin: Origin::Live,
                body: message("hello"),
                handle: None,
            }
        );
        heard(&mut state, "#West-Africa @Amina one");
        let event = heard(&mut state, "two");
        assert_eq!((event.room.as_str(), event.author.id.as_str()), ("west-africa", "amina"));
        assert_eq!((event.author.name.as_str(), event.id.as_str()), ("Amina", "abababababababab-000003"));
    }

    #[test]
    fn the_private_room_is_each_persons_own() {
        let mut state = state();
        assert_eq!(state.utterance("#private @amina", 0), Step::Nothing);
        let event = heard(&mut state, "2");
        assert_eq!((event.room.as_str(), event.direct), ("private:amina", true));
        let event = heard(&mut state, "@bintou 2");
        assert_eq!((event.room.as_str(), event.direct), ("private:bintou", true));
        assert_eq!(state.label("private:bintou"), "@bintou");
        assert_eq!(state.label("private:unseen"), "@unseen");
    }

    #[test]
    fn what_cannot_be_seen_is_taken_out_and_the_bots_name_makes_a_mention() {
        let mut state = state();
        assert_eq!(heard(&mut state, "pay\u{202e}\u{0}ment").body, message("payment"));
        assert_eq!(state.utterance("\u{202e}\u{200b}", 0), Step::Nothing);
        let Body::Message(message) = heard(&mut state, "@amina @gcm-talks: digest").body else { panic!() };
        assert_eq!((message.text.as_str(), message.mention), ("digest", true));
    }

    #[test]
    fn a_person_edits_deletes_and_marks_their_own_last_message_in_the_room() {
        let mut state = state();
        let first = heard(&mut state, "@amina first").id;
        let second = heard(&mut state, "second").id;
        heard(&mut state, "@bintou other");
        heard(&mut state, "#west-africa @amina elsewhere");
        let edit = heard(&mut state, "#africa /edit better");
        let Body::Edit { target, version, text, .. } = edit.body else { panic!() };
        assert_eq!((target.as_str(), text.as_str()), (second.as_str(), "better"));
        assert_eq!(version, edit.id);
        let Body::Edit { text, mention, .. } = heard(&mut state, "/edit @gcm-talks: say best").body else { panic!() };
        assert_eq!((text.as_str(), mention), ("say best", true));
        let again = heard(&mut state, "/edit best");
        assert!(matches!(again.body, Body::Edit { version: other, .. } if other != version));
        let react = heard(&mut state, "/react 📝").body;
        assert_eq!(react, Body::Reaction { target: second.clone(), mark: "📝".to_owned(), own: true });
        assert_eq!(heard(&mut state, "/delete").body, Body::Deletion { target: second });
        assert_eq!(heard(&mut state, "/delete").body, Body::Deletion { target: first });
        assert_eq!(said(&mut state, "/delete"), "@amina has no message in #africa that I remember.");
        assert_eq!(said(&mut state, "/edit"), "Write it like this: /edit TEXT");
    }

    #[test]
    fn a_reply_is_to_the_bots_last_message_or_to_a_persons() {
        let mut state = state();
        assert_eq!(said(&mut state, "/reply yes"), "I said nothing in #africa yet that you could reply to.");
        let asked = state.posted("africa", "What do you think?".to_owned(), 5);
        let reply = |body| match body {
            Body::Message(Message { text, reply_to: Some(to), .. }) => (text, to.id, to.by_bot),
            body => panic!("{body:?}"),
        };
        let answer = heard(&mut state, "@amina /reply yes");
        assert_eq!(reply(answer.body), ("yes".to_owned(), asked.clone(), true));
        let other = heard(&mut state, "@bintou /reply @Amina I agree");
        assert_eq!(reply(other.body), ("I agree".to_owned(), answer.id, false));
        let named = heard(&mut state, "/reply @gcm-talks no");
        assert_eq!(reply(named.body), ("no".to_owned(), asked, true));
        assert_eq!(said(&mut state, "/reply @nobody yes"), "@nobody has no message in #africa that I remember.");
    }

    #[test]
    fn files_are_taken_if_they_are_texts() {
        let folder = tempfile::tempdir().unwrap();
        let attached = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            if !bytes.is_empty() {
                std::fs::write(&path, bytes).unwrap();
            }
            match heard(&mut state(), &format!("/attach {}", path.display())).body {
                Body::Message(mut message) => message.files.remove(0),
                body => panic!("{body:?}"),
            }
        };
        let file = attached("joint letter.txt", b"we\r\nask\0".strip_suffix(b"\0").unwrap());
        assert_eq!((file.name.as_str(), file.text.as_deref()), ("joint letter.txt", Ok("we\nask")));
        assert_eq!(attached("a.bin", b"\xff\xfe").text, Err(FileRefusal::NotText));
        assert_eq!(attached("b.bin", b"a\0b").text, Err(FileRefusal::NotText));
        assert_eq!(attached("exact", &[b'x'; MAX_TEXT]).text.map(|text| text.len()), Ok(MAX_TEXT));
        assert_eq!(attached("long", &[b'x'; MAX_TEXT + 1]).text, Err(FileRefusal::TooLarge));
        assert_eq!(attached("missing", b"").text, Err(FileRefusal::Unreachable));
        assert_eq!(attached(".", b"").text, Err(FileRefusal::Unreachable));
    }

    #[test]
    fn wrong_lines_get_one_clear_sentence() {
        let mut state = state();
        for (line, answer) in [
            ("/digset", "I know no /digset. Write /help, or \\ in front if it is text."),
            ("/delte", "I know no /delte. Did you mean /delete?"),
            ("/at 3 weeks", "Write how far the clock moves forward, at most ten years: /at +3m"),
            ("/room a b", "A room's name has letters, digits and hyphens, at most 64: /room north-africa"),
            ("/react", "Write it like this: /react 📝"),
        ] {
            assert_eq!(said(&mut state, line), answer, "{line:?}");
        }
        let long = format!("@{} hello", "x".repeat(65));
        assert_eq!(said(&mut state, &long), "A person's name has at most 64 letters.");
        // Nobody was switched to meanwhile.
        assert_eq!(state.here(), ("#africa".to_owned(), "@guest".to_owned()));
    }

    #[test]
    fn a_room_can_be_opened() {
        let mut state = state();
        assert!(said(&mut state, "/room #North-Africa").starts_with("#north-africa is open"));
        assert_eq!(heard(&mut state, "hello").room, "north-africa");
        assert_eq!(state.utterance("/room africa", 0), Step::Nothing);
        assert_eq!(heard(&mut state, "hello").room, "africa");
        assert_eq!(state.utterance("/at +3m", 0), Step::Forward(180_000));
        assert_eq!(state.utterance("/quit", 0), Step::Quit);
    }

    fn query(author: &str, since: Time, limit: usize) -> HistoryQuery {
        HistoryQuery {
            purpose: Purpose::Reread,
            author: author.to_owned(),
            event: None,
            since,
            until: None,
            limit,
            handle: None,
        }
    }

    fn texts(found: &Event) -> Vec<(Time, &str)> {
        let Body::Found { messages, .. } = &found.body else { panic!() };
        messages
            .iter()
            .map(|event| match &event.body {
                Body::Message(message) => (event.at, message.text.as_str()),
                body => panic!("{body:?}"),
            })
            .collect()
    }

    #[test]
    fn history_gives_a_persons_own_messages_as_they_stand_now() {
        let mut state = state();
        for (at, line) in [
            (1, "@amina one"),
            (2, "two"),
            (3, "@bintou not hers"),
            (4, "@amina three"),
            (5, "/edit three, corrected"),
            (6, "four"),
            (7, "/delete"),
            (8, "#west-africa elsewhere"),
        ] {
            state.utterance(line, at);
        }
        state.posted("africa", "the bot's".to_owned(), 9);
        let found = state.found("africa", &query("amina", 0, 10), 10);
        assert_eq!(texts(&found), [(1, "one"), (2, "two"), (4, "three, corrected")]);
        assert_eq!((found.room.as_str(), found.author.id.as_str()), ("africa", "amina"));
        let Body::Found { query: asked, messages } = &found.body else { panic!() };
        assert_eq!(*asked, query("amina", 0, 10));
        assert!(messages.iter().all(|event| event.origin == Origin::Asked));
        let one = messages[0].id.clone();
        assert_eq!(texts(&state.found("africa", &query("amina", 2, 10), 10)).len(), 2);
        assert_eq!(texts(&state.found("africa", &query("amina", 0, 2), 10)), [(2, "two"), (4, "three, corrected")]);
        let until = HistoryQuery { until: Some(2), ..query("amina", 0, 1) };
        assert_eq!(texts(&state.found("africa", &until, 10)), [(2, "two")]);
        let this = HistoryQuery { event: Some(one), ..query("amina", 0, 10) };
        assert_eq!(texts(&state.found("africa", &this, 10)), [(1, "one")]);
        let not_hers = HistoryQuery { author: "bintou".to_owned(), ..this };
        assert_eq!(texts(&state.found("africa", &not_hers, 10)), []);
    }

    #[test]
    fn a_room_remembers_only_so_much() {
        let mut state = state();
        for at in 0..2_010 {
            state.utterance("@amina hello", at);
        }
        let found = state.found("africa", &query("amina", 0, 5_000), 0);
        assert_eq!((texts(&found).len(), texts(&found)[0].0), (2_000, 10));
        let long = "x".repeat(1 << 20);
        for at in 0..6 {
            state.utterance(&format!("#west-africa {long}"), at);
        }
        assert_eq!(texts(&state.found("west-africa", &query("amina", 0, 10), 0)).len(), 4);
    }

    #[test]
    fn facts_tell_who_can_read_a_room() {
        let mut state = state();
        heard(&mut state, "@amina hello");
        let event = state.facts("africa", 0);
        assert!(!event.author.bot, "intake passes over what programs say");
        let Body::Facts(facts) = event.body else { panic!() };
        assert_eq!((facts.members, facts.may, facts.encrypted), (None, Some([true; 4]), false));
        let Body::Facts(facts) = state.facts("private:amina", 0).body else { panic!() };
        assert_eq!(facts.members, Some(1));
    }

    #[test]
    fn first_words_are_enough_to_know_a_text_again() {
        assert_eq!(first_words("short"), "short");
        assert_eq!(first_words("\n one\ntwo"), "one…");
        assert_eq!(first_words(&"й".repeat(60)), format!("{}…", "й".repeat(48)));
    }
}
