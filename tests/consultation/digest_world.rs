//! A consultation in a fresh store, and people who write in it.

use gcm_talks::clock::{Chance, ManualClock, SeededChance, Source};
use gcm_talks::digest::{self, Composed, DigestError, Scope};
use gcm_talks::model::{Category, Consent, DAY, Language, Platform};
use gcm_talks::record::{self, Incoming, OnBehalf, Outcome, Person, Profile};
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Approval, Consultation, Load, LoadKey, Question, Room, Snapshot, Store, Tag};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The afternoon of 8 September 2027.
const NOW: i64 = 1_820_415_600_000;

pub const CONSULTATION: i64 = 1;

/// Who says something, where, and how far it may go.
#[derive(Debug, Clone)]
pub struct Said {
    pub name: String,
    pub category: Option<String>,
    pub organisation: Option<String>,
    pub consent: Consent,
    pub language: String,
    pub room: Option<i64>,
    pub kind: &'static str,
    pub on_behalf: Option<OnBehalf>,
    pub question: Option<i64>,
    pub may_join: bool,
}

impl Said {
    /// Someone who may be quoted without a name.
    pub fn by(name: &str) -> Said {
        Said {
            name: name.into(),
            category: None,
            organisation: None,
            consent: Consent::Quote,
            language: "en".into(),
            room: None,
            kind: "message",
            on_behalf: None,
            question: None,
            may_join: false,
        }
    }

    /// As an answer to a question.
    pub fn answering(mut self, question: i64) -> Said {
        self.question = Some(question);
        self.kind("answer")
    }

    /// So that what follows within two minutes joins it.
    pub fn joining(mut self) -> Said {
        self.may_join = true;
        self
    }

    pub fn category(mut self, category: &str) -> Said {
        self.category = Some(category.into());
        self
    }

    pub fn organisation(mut self, organisation: &str) -> Said {
        self.organisation = Some(organisation.into());
        self
    }

    pub fn consent(mut self, consent: Consent) -> Said {
        self.consent = consent;
        self
    }

    pub fn language(mut self, language: &str) -> Said {
        self.language = language.into();
        self
    }

    pub fn room(mut self, room: i64) -> Said {
        self.room = Some(room);
        self
    }

    pub fn kind(mut self, kind: &'static str) -> Said {
        self.kind = kind;
        self
    }
}

/// A store with one consultation.
pub struct World {
    pub store: Store,
    clock: Arc<ManualClock>,
    people: BTreeMap<String, i64>,
    events: usize,
    rooms: i64,
    _folder: tempfile::TempDir,
}

impl World {
    pub async fn new() -> World {
        World::with(r#"{"titles":{"en":"Consultation for Africa"},"languages":["en","fr","ar","pt","es"],"timezone":"Africa/Dakar"}"#).await
    }

    pub async fn with(settings: &str) -> World {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(ManualClock::new(NOW));
        let chance = Arc::new(SeededChance::new(7));
        let source = Source { clock: clock.clone(), chance: chance.clone() };
        let mut draw = gcm_talks::clock::Draw::new(chance.seed().unwrap());
        let keyring = Keyring::in_memory(&mut draw, NOW);
        let url = format!("sqlite:{}", folder.path().join("digest.db").display());
        let store = Store::open(&url, keyring, source).await.unwrap();
        let mut world = World { store, clock, people: BTreeMap::new(), events: 0, rooms: 100, _folder: folder };
        let settings = settings.to_owned();
        world
            .change(|snapshot| {
                snapshot.rows.consultations.insert(Consultation {
                    id: CONSULTATION,
                    rev: 1,
                    slug: "africa".into(),
                    region: "africa".into(),
                    stage: "open".into(),
                    settings,
                });
            })
            .await;
        world
    }

    /// Loads the whole consultation, changes it, writes it.
    async fn change<T>(&mut self, change: impl FnOnce(&mut Snapshot) -> T) -> T {
        let mut snapshot = self.store.snapshot().unwrap();
        self.store.load_base(&mut snapshot).await.unwrap();
        let load = Load::from([
            LoadKey::Consultation(CONSULTATION),
            LoadKey::Organisations,
            LoadKey::Counter("receipt:AF".into()),
        ]);
        self.store.load(&mut snapshot, &load).await.unwrap();
        let done = change(&mut snapshot);
        self.store.write(snapshot.into_changes()).await.unwrap();
        done
    }

    /// Binds a room.
    pub async fn room(&mut self, name: &str, settings: &str) -> i64 {
        self.rooms += 1;
        let (id, name, settings) = (self.rooms, name.to_owned(), settings.to_owned());
        self.change(|snapshot| {
            snapshot.rows.rooms.insert(Room {
                id,
                rev: 1,
                consultation_id: CONSULTATION,
                platform: "console".into(),
                address: format!("#{name}"),
                name,
                settings,
                facts: "{}".into(),
                heard: 0,
                noted: 0,
                noted_at: None,
                card: None,
            });
        })
        .await;
        id
    }

    /// A moderator asks a room something, and takes no more answers. Gives the question.
    pub async fn ask(&mut self, room: i64, text: &str) -> i64 {
        let text = text.to_owned();
        self.change(|snapshot| {
            let (id, at) = (snapshot.id(), snapshot.now);
            let sealed = snapshot.seal_house(id, &text).unwrap();
            snapshot.rows.questions.insert(Question { id, rev: 1, room_id: room, sealed, at, open: 0 });
            id
        })
        .await
    }

    /// Someone says something. Gives the contribution.
    pub async fn say(&mut self, said: &Said, text: &str) -> i64 {
        self.say_all(&[(said.clone(), text)]).await[0]
    }

    /// People say something one after the other. Gives the contributions.
    pub async fn say_all(&mut self, all: &[(Said, &str)]) -> Vec<i64> {
        self.clock.advance(1_000);
        let (mut people, mut events) = (self.people.clone(), self.events);
        let ids = self
            .change(|snapshot| {
                let mut ids = Vec::new();
                for (said, text) in all {
                    events += 1;
                    ids.push(say(snapshot, &mut people, events, said, text));
                }
                ids
            })
            .await;
        (self.people, self.events) = (people, events);
        ids
    }

    /// The receipt of each contribution.
    pub async fn receipts(&mut self) -> BTreeMap<i64, String> {
        self.change(|snapshot| snapshot.rows.contributions.iter().map(|c| (c.id, c.receipt.clone())).collect()).await
    }

    pub async fn withdraw(&mut self, contribution: i64) {
        self.change(|snapshot| record::withdraw(snapshot, contribution).unwrap()).await;
    }

    pub async fn hide(&mut self, contribution: i64) {
        self.change(|snapshot| snapshot.rows.contributions.edit(contribution).unwrap().state = "hidden".into()).await;
    }

    pub async fn lower(&mut self, name: &str, consent: Consent) {
        self.clock.advance(1_000_000);
        let participant = self.people[name];
        self.change(|snapshot| record::set_consent(snapshot, participant, consent)).await;
    }

    pub async fn vouch(&mut self, name: &str) {
        let name = name.to_owned();
        self.change(|snapshot| {
            let id = record::claim(snapshot, &name).unwrap();
            record::vouch(snapshot, id);
        })
        .await;
    }

    /// Somebody who may says that a person belongs to an organisation.
    pub async fn confirm(&mut self, name: &str, organisation: &str) {
        let (participant, organisation) = (self.people[name], organisation.to_owned());
        self.change(|snapshot| {
            let id = record::claim(snapshot, &organisation).unwrap();
            record::set_claim(snapshot, participant, Some(id)).unwrap();
            record::settle(snapshot, participant, record::Claim::Confirmed).unwrap();
        })
        .await;
    }

    pub async fn tag(&mut self, contribution: i64, passage: Option<i64>, objective: Option<i64>, kind: Option<&str>) {
        let kind = kind.map(str::to_owned);
        self.change(|snapshot| {
            let (id, at) = (snapshot.id(), snapshot.now);
            snapshot.rows.tags.insert(Tag { id, rev: 1, contribution_id: contribution, passage, objective, kind, at });
        })
        .await;
    }

    pub async fn approval(&mut self, contribution: i64, passage: i64, state: &str) {
        let state = state.to_owned();
        self.change(|snapshot| {
            let (id, at) = (snapshot.id(), snapshot.now);
            snapshot.rows.approvals.insert(Approval { id, rev: 1, contribution_id: contribution, passage, state, at });
        })
        .await;
    }

    /// Everything until the end of the day.
    pub fn scope(&self) -> Scope {
        Scope::consultation(CONSULTATION, NOW + DAY / 4)
    }

    pub async fn try_digest(&self, scope: &Scope) -> Result<Composed, DigestError> {
        digest::digest(&self.store, scope, Language::En).await
    }

    pub async fn digest(&self, scope: &Scope) -> Composed {
        self.try_digest(scope).await.unwrap()
    }
}

fn say(snapshot: &mut Snapshot, people: &mut BTreeMap<String, i64>, event: usize, said: &Said, text: &str) -> i64 {
    let language = Language::parse(&said.language).unwrap_or_default();
    let participant = *people.entry(said.name.clone()).or_insert_with(|| {
        let person = Person { platform: Platform::Console, account: &said.name, language };
        let profile = Profile {
            name: Some(said.name.clone()),
            category: said.category.clone().map(Category),
            organisation: said.organisation.clone(),
            ..Profile::default()
        };
        let id = record::join(snapshot, CONSULTATION, &person, said.consent, &profile).unwrap();
        if let Some(organisation) = &said.organisation {
            let organisation = record::claim(snapshot, organisation).unwrap();
            record::set_claim(snapshot, id, Some(organisation)).unwrap();
        }
        id
    });
    let now = snapshot.now;
    let incoming = Incoming {
        platform: Platform::Console,
        address: "#room",
        event: &format!("event-{event}"),
        at: now,
        participant,
        consultation: CONSULTATION,
        room: said.room,
        kind: said.kind,
        text,
        language: &said.language,
        prefix: "AF",
        given_at: now,
        question: said.question,
        may_join: said.may_join,
        on_behalf: said.on_behalf.clone(),
        basis: None,
        cap: None,
        label: None,
    };
    let outcome = record::note(snapshot, &incoming).unwrap();
    record::cut_grown(snapshot).unwrap();
    match outcome {
        Outcome::New(id) | Outcome::Joined(id) => id,
        other => panic!("{other:?}"),
    }
}
