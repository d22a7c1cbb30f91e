//! The stage on Synapse: everybody with an encrypting client of their own.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may end")]

use crate::stage::{REMOVED, Stage, is_aside};
use crate::synapse::{Bot, Person, Seen, Synapse, fresh};
use gcm_talks::store::Store;
use matrix_sdk::ruma::{OwnedRoomId, RoomId};
use regex::{Captures, Regex};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// What a client shows of a message whose key it does not have.
const UNREADABLE: &str = "(cannot be read)";

/// Rooms on Synapse, encrypted, with the built bot in them.
pub struct OnSynapse {
    synapse: &'static Synapse,
    /// The bot.
    pub bot: Bot,
    /// What this stage's accounts and rooms have behind their words: tests share the homeserver.
    mark: String,
    people: HashMap<String, Someone>,
    rooms: HashMap<String, (OwnedRoomId, String)>,
}

struct Someone {
    person: Person,
    entered: BTreeSet<String>,
    direct: Option<OwnedRoomId>,
    /// The last that they wrote, by room.
    last: HashMap<OwnedRoomId, String>,
}

impl OnSynapse {
    /// A running bot that knows nobody but its secretariat.
    pub async fn new(synapse: &'static Synapse, secretariat: &str) -> OnSynapse {
        OnSynapse::between(synapse, synapse, secretariat).await
    }

    /// The same, the bot on one homeserver and everybody else on another.
    pub async fn between(home: &Synapse, synapse: &'static Synapse, secretariat: &str) -> OnSynapse {
        let mark = fresh("t");
        let person = Person::new(synapse, &format!("{secretariat}-{mark}")).await;
        let mut bot = Bot::new(home, &format!("bot-{mark}"), &person).await;
        bot.start();
        let mut stage = OnSynapse { synapse, bot, mark, people: HashMap::new(), rooms: HashMap::new() };
        stage.people.insert(secretariat.to_owned(), Someone::new(person));
        stage
    }

    /// The account of a person of this word.
    pub fn account(&self, who: &str) -> String {
        format!("@{who}-{}:{}", self.mark, self.synapse.name)
    }

    /// Makes sure that a person is there.
    pub async fn meet(&mut self, who: &str) {
        if !self.people.contains_key(who) {
            let person = Person::new(self.synapse, &format!("{who}-{}", self.mark)).await;
            self.people.insert(who.to_owned(), Someone::new(person));
        }
    }

    /// A room as this person enters it; who comes first opens it and invites the bot.
    pub async fn enter(&mut self, who: &str, room: &str) -> OwnedRoomId {
        self.meet(who).await;
        if room == "private" {
            return self.direct(who).await;
        }
        let someone = self.people.get_mut(who).expect("met above");
        if let Some((id, _)) = self.rooms.get(room) {
            if someone.entered.insert(room.to_owned()) {
                someone.person.enters(id).await;
            }
            return id.clone();
        }
        let id = someone.person.opens_a_room(room, true, &self.bot.id).await;
        someone.person.invites(&id, &self.bot.id).await;
        // It says that it is there: what answers people comes after that.
        someone.person.hears(&id, &self.bot.id, "!gcm room bind").await;
        someone.entered.insert(room.to_owned());
        self.rooms.insert(room.to_owned(), (id.clone(), who.to_owned()));
        id
    }

    /// The conversation of a person with the bot: to which it has invited them, or one that they
    /// begin.
    async fn direct(&mut self, who: &str) -> OwnedRoomId {
        let someone = self.people.get_mut(who).expect("met by its caller");
        if let Some(room) = &someone.direct {
            return room.clone();
        }
        someone.person.sync(std::time::Duration::ZERO).await;
        let id = if someone.person.client.invited_rooms().is_empty() {
            someone.person.begins_conversation_with(&self.bot.id).await
        } else {
            someone.person.conversation_with(&self.bot.id).await
        };
        someone.direct = Some(id.clone());
        id
    }

    /// A room goes on in another, into which nobody has gone yet.
    pub fn goes_on(&mut self, room: &str, id: &RoomId) {
        self.rooms.get_mut(room).expect("somebody has opened it").0 = id.to_owned();
        self.people.values_mut().for_each(|someone| _ = someone.entered.remove(room));
    }

    /// A person's client.
    pub fn person(&self, who: &str) -> &Person {
        &self.people[who].person
    }

    /// What Matrix calls the last message that a person wrote in a room.
    pub async fn last(&mut self, who: &str, room: &str) -> String {
        let id = self.enter(who, room).await;
        self.people[who].last[&id].clone()
    }

    /// Where a place is, and whose client looks at it.
    async fn place(&mut self, place: &str) -> (String, OwnedRoomId) {
        if let Some(room) = place.strip_prefix('#') {
            let (id, who) = self.rooms.get(room).expect("somebody wrote there").clone();
            return (who, id);
        }
        let who = place.trim_start_matches('@').to_owned();
        self.meet(&who).await;
        let someone = self.people.get_mut(&who).expect("met above");
        if someone.direct.is_none() {
            someone.direct = Some(someone.person.conversation_with(&self.bot.id).await);
        }
        (who.clone(), self.people[&who].direct.clone().expect("set above"))
    }

    /// The text with accounts in the place of `@words`, the bot left out, and whether it is named.
    fn named(&self, text: &str) -> (String, bool) {
        let word = Regex::new(r"(^|\s)@([a-z][a-z-]*)").unwrap();
        let mut mention = false;
        let text = word.replace_all(text, |found: &Captures<'_>| {
            let account = if &found[2] == "gcm-talks" {
                mention = true;
                self.bot.id.clone()
            } else {
                self.account(&found[2])
            };
            format!("{}{account}", &found[1])
        });
        (text.into_owned(), mention)
    }
}

impl Someone {
    fn new(person: Person) -> Someone {
        Someone { person, entered: BTreeSet::new(), direct: None, last: HashMap::new() }
    }
}

/// What the bot said and did, as [`Stage::said`] tells it.
pub fn of_bot(all: &[Seen], bot: &str) -> Vec<String> {
    let by_bot = all.iter().filter(|seen| seen.sender == bot);
    by_bot
        .filter_map(|seen| match seen.kind.as_str() {
            "m.room.message" | "m.room.encrypted" if seen.redacted => Some(REMOVED.to_owned()),
            "m.room.message" => Some(seen.text().to_owned()),
            "m.room.encrypted" => Some(UNREADABLE.to_owned()),
            "m.reaction" if !seen.redacted => seen.content["m.relates_to"]["key"].as_str().map(str::to_owned),
            _ => None,
        })
        .collect()
}

impl Stage for OnSynapse {
    async fn act(&mut self, who: &str, room: &str, line: &str) {
        let id = self.enter(who, room).await;
        let (tap, rest) = match line.strip_prefix('/') {
            Some(tap) => tap.split_once(' ').unwrap_or((tap, "")),
            None => ("", line),
        };
        let (own, rest) = match rest.strip_prefix('@').and_then(|named| named.split_once(' ')) {
            Some((name, rest)) if tap == "reply" => (Some(self.account(name)), rest),
            _ => (None, rest),
        };
        let (text, mention) = self.named(rest);
        let bot = self.bot.id.clone();
        let someone = self.people.get_mut(who).expect("met on entering");
        let last = someone.last.get(&id).cloned();
        let person = &someone.person;
        let sent = match tap {
            "reply" => {
                let author = own.unwrap_or(bot);
                let of = |seen: &&Seen| seen.sender == author && seen.is_message() && !seen.redacted;
                let all = person.reads(&id).await;
                let target = all.iter().rev().find(of).expect("there is something to answer").id.to_string();
                person.replies(&id, &target, &text).await
            }
            "edit" => {
                person.edits(&id, &last.expect("they wrote before"), &text).await;
                return;
            }
            "delete" => return person.redacts(&id, &last.expect("they wrote before")).await,
            "react" => {
                person.reacts(&id, &last.expect("they wrote before"), &text).await;
                return;
            }
            _ if mention => {
                let mentions = json!({"user_ids": [bot]});
                let content = json!({"msgtype": "m.text", "body": text, "m.mentions": mentions});
                person.sends(&id, "m.room.message", content).await
            }
            _ => person.says(&id, &text).await,
        };
        someone.last.insert(id, sent.to_string());
    }

    async fn open(&mut self, who: &str, room: &str) {
        self.enter(who, room).await;
    }

    async fn go(&mut self, who: &str, room: &str) {
        self.meet(who).await;
        let someone = self.people.get_mut(who).expect("met above");
        let id = someone.person.room_of(&self.bot.id, &format!(" · {room}")).await;
        someone.entered.insert(room.to_owned());
        self.rooms.entry(room.to_owned()).or_insert((id, who.to_owned()));
    }

    async fn said(&mut self, place: &str, at_least: usize) -> Vec<String> {
        if at_least == 0 {
            return Vec::new();
        }
        let (who, room) = self.place(place).await;
        let bot = self.bot.id.clone();
        let enough = |all: &[Seen]| {
            let mut said = of_bot(all, &bot);
            said.retain(|text| !is_aside(text));
            // A key may come after its message.
            Some(said).filter(|said| said.len() >= at_least && said.iter().all(|text| text != UNREADABLE))
        };
        let what = format!("{at_least} answers at {place}");
        self.people[&who].person.waits_for(&room, &what, enough).await
    }

    async fn close(&mut self) -> Store {
        self.bot.end();
        self.bot.store().await
    }
}
