//! What an executor works with: the snapshot, who asks, from where, and in which language.

use super::card::languages_of;
use super::dialog::{Dialog, Open, set_dialog};
use super::rooms::was_bound;
use crate::analysis;
use crate::chat::{Access, Action, Attachment, Body, Document, Event, HistoryQuery, Outgoing, To};
use crate::i18n::{Args, Speaker, speak};
use crate::model::{Consent, ConsultationSettings, Language, Platform, Role, RoomSettings, Time};
use crate::record;
use crate::store::{Consultation, NewPost, Room, Snapshot, StoreError};
use crate::trust::{self, AuditEntry};

/// Why a command was not done.
#[derive(Debug)]
pub enum Failure {
    /// The person can mend it: what was wrong, and what to write instead, in their language.
    User(Document),
    /// It is not clear which consultation is meant: the sentence that asks.
    Which(Document),
    /// Something inside.
    Store(StoreError),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure::Store(error)
    }
}

/// The result of a command.
pub type Done = Result<(), Failure>;

/// Shows an office in private what others wrote or filled in: it is taken down when any of them takes that
/// back. What one person alone has seen of it in a room, for as long as their client keeps it, is not.
pub fn show(
    snap: &mut Snapshot,
    platform: Platform,
    to: &To,
    document: Document,
    of: &[i64],
) -> Result<(), StoreError> {
    let mut to = to.clone();
    if let To::Answer { room: None, .. } = to {
        // Nobody could take down the answer to a command: it ends the waiting, and the words follow.
        let (now, language) = (snap.now, document.language);
        let told = Document::line(language, speak(language).say_plain("pressed-follows"));
        let elsewhere = to.otherwise();
        snap.queue(platform, &Outgoing { to, action: Action::say(told) }, now)?;
        to = elsewhere;
    }
    let post = NewPost { platform, to: &to, room: None, kind: "shown", of: None, section: "", pin: false, files: &[] };
    let post = snap.post(&post, document)?;
    of.iter().for_each(|id| snap.cite(post, *id));
    Ok(())
}

/// What an executor works with.
pub struct Desk<'a> {
    /// The rows, the moment, the generator.
    pub snap: &'a mut Snapshot,
    /// What was heard.
    pub event: &'a Event,
    /// The hash of who wrote it.
    pub account: Vec<u8>,
    /// The hashes under which they may hold an office: of the account and of their groups.
    pub bearers: Vec<Vec<u8>>,
    /// The room where it was written, where that was bound then.
    pub room: Option<Room>,
    /// The consultation that it is about.
    pub consultation: Option<Consultation>,
    /// The participant behind the account, in that consultation, where they agreed that what they
    /// write is noted.
    pub participant: Option<i64>,
    /// The same, also where they only registered.
    pub person: Option<i64>,
    /// The roles held for that consultation.
    pub roles: Vec<(Role, Time)>,
    /// The voice in which the person is answered.
    pub voice: Speaker,
    /// What addresses the bot in a room: `!gcm`.
    pub prefix: &'a str,
    /// The question that was asked here: what is said next asks it.
    asked: Option<i64>,
}

impl<'a> Desk<'a> {
    /// The desk for an event. `typed` are the languages that the words typed may be of. Where they
    /// are of several, it is the one in which the person was asked last, or that of what else they
    /// wrote with them, or the first of the room's.
    pub fn open(
        snap: &'a mut Snapshot,
        event: &'a Event,
        typed: &[Language],
        prefix: &'a str,
    ) -> Result<Desk<'a>, StoreError> {
        let account = record::account_hash(snap, event.platform, &event.author.id);
        let bearers = record::bearers(snap, event.platform, &event.author);
        let room = if event.direct { None } else { record::room_of(snap, event) };
        let room = room.filter(|room| was_bound(snap, room.id, event.at)).cloned();
        let dialog = super::dialog::open_dialog(snap, &account)?;
        let consultation = match &room {
            Some(room) => snap.rows.consultations.get(room.consultation_id).cloned(),
            None => default_consultation(snap, &account),
        };
        let person = consultation.as_ref().and_then(|c| record::participant(snap, &account, c.id)).map(|p| p.id);
        let participant = person.filter(|id| record::has_agreed(snap, *id));
        let roles = trust::roles_for(snap, &bearers, consultation.as_ref());
        let own = person.and_then(|id| snap.rows.participants.get(id)).and_then(|p| Language::parse(&p.language));
        let language = own.unwrap_or_else(|| {
            let asked = dialog.and_then(|open| Language::parse(&open.language));
            let spoken = match (&room, &consultation) {
                (Some(room), _) => languages_of(snap, room),
                (None, Some(consultation)) => settings_of(consultation).languages,
                (None, None) => Vec::new(),
            };
            let written = || match &event.body {
                Body::Message(message) if typed.len() > 1 => {
                    Language::parse(&analysis::language::detect(&message.text, asked.map(Language::code)).tag)
                }
                _ => None,
            };
            let of_typed = |language: &Language| typed.contains(language);
            let of_room = || spoken.iter().copied().find(of_typed).or(typed.first().copied());
            let typed = asked.filter(of_typed).or_else(|| written().filter(of_typed)).or_else(of_room);
            typed.or(asked).or(spoken.first().copied()).unwrap_or_default()
        });
        Ok(Desk {
            snap,
            event,
            account,
            bearers,
            room,
            consultation,
            participant,
            person,
            roles,
            voice: speak(language),
            prefix,
            asked: None,
        })
    }

    /// Turns to another consultation.
    pub fn turn_to(&mut self, consultation: i64) {
        self.consultation = self.snap.rows.consultations.get(consultation).cloned();
        self.person = record::participant(self.snap, &self.account, consultation).map(|p| p.id);
        self.participant = self.person.filter(|id| record::has_agreed(self.snap, *id));
        self.roles = trust::roles_for(self.snap, &self.bearers, self.consultation.as_ref());
    }

    /// Speaks of a consultation for which one of these roles is held, where no bound room says of
    /// which: the one at hand, or else the only one. Where there are several, of none.
    pub fn turn_to_office(&mut self, wanted: &[Role]) {
        let held = self.held(wanted);
        if self.room.is_some() || self.consultation.as_ref().is_some_and(|c| held.contains(&c.id)) {
            return;
        }
        match held.as_slice() {
            [] => {}
            [only] => self.turn_to(*only),
            _ => {
                self.consultation = None;
                (self.participant, self.person) = (None, None);
                self.roles = trust::roles_for(self.snap, &self.bearers, None);
            }
        }
    }

    /// The consultations for which one of these roles is held.
    pub fn held(&self, wanted: &[Role]) -> Vec<i64> {
        let holds = |c: &&Consultation| {
            !wanted.is_empty() && trust::holds_any(wanted, &trust::roles_for(self.snap, &self.bearers, Some(c)))
        };
        self.snap.rows.consultations.iter().filter(holds).map(|c| c.id).collect()
    }

    /// Speaks another language from here on.
    pub fn speak(&mut self, language: Language) {
        self.voice = speak(language);
    }

    /// The language of the answer.
    pub fn language(&self) -> Language {
        self.voice.language()
    }

    /// A text of the locale.
    pub fn text(&self, key: &str, args: &Args<'_>) -> String {
        self.voice.say(key, args)
    }

    /// A text of the locale that has nothing to fill in.
    pub fn plain(&self, key: &str) -> String {
        self.voice.say_plain(key)
    }

    /// An empty answer in the person's language.
    pub fn document(&self) -> Document {
        Document::new(self.language())
    }

    /// A refusal with what to do.
    pub fn refuse(&self, key: &str, args: &Args<'_>) -> Failure {
        Failure::User(Document::line(self.language(), self.text(key, args)))
    }

    /// The consultation, or the word that asks which.
    pub fn the_consultation(&self) -> Result<Consultation, Failure> {
        self.consultation.clone().ok_or_else(|| self.which_consultation())
    }

    /// The word that asks which consultation is meant.
    pub fn which_consultation(&self) -> Failure {
        let names: Vec<String> = self.snap.rows.consultations.iter().map(|c| c.slug.clone()).collect();
        if names.is_empty() {
            return self.refuse("error-no-consultation", &Args::new());
        }
        let which = crate::args![("consultations", self.voice.list(&names))];
        Failure::Which(Document::line(self.language(), self.text("error-which-consultation", &which)))
    }

    /// The room, or the word that this works in a room.
    pub fn the_room(&self) -> Result<Room, Failure> {
        match &self.room {
            Some(room) => Ok(room.clone()),
            None if self.event.direct => Err(self.refuse("error-in-room", &Args::new())),
            None => {
                let command = self.typed("room bind");
                Err(self.refuse("error-not-bound", &crate::args![("command", command)]))
            }
        }
    }

    /// The participant, or the word to join first.
    pub fn the_participant(&self) -> Result<i64, Failure> {
        self.participant.ok_or_else(|| self.join_first())
    }

    /// The word to join first, and what to press for it.
    pub fn join_first(&self) -> Failure {
        let text = self.text("error-join-first", &crate::args![("command", self.typed("join"))]);
        Failure::User(self.with_buttons(self.document().text(text), &["join"]))
    }

    /// A document with commands that can be pressed, each by the label of its name.
    pub fn with_buttons(&self, document: Document, names: &[&str]) -> Document {
        let label = |name: &str| self.plain(&format!("button-{}", name.replace(' ', "-")));
        names.iter().fold(document, |document, name| document.button(label(name), *name))
    }

    /// How a command is typed where the person is, in the words of their language.
    pub fn typed(&self, line: &str) -> String {
        let words = super::in_words(self.voice, line);
        match line {
            "join" | "stop" if self.platform() != Platform::Discord => words,
            _ => self.prefixed(&words),
        }
    }

    /// How a command is typed in answer to what is told in private. What only one person sees in a
    /// room is not answered by a word that all would see.
    pub fn typed_in_private(&self, line: &str) -> String {
        match self.event.handle {
            Some(_) => self.typed(line),
            None => super::in_words(self.voice, line),
        }
    }

    /// A line that is a command: as one addresses the bot in a room, by itself in private.
    pub fn prefixed(&self, line: &str) -> String {
        if self.event.direct {
            return line.to_owned();
        }
        super::addressed(self.platform(), self.prefix, self.voice, line)
    }

    /// What is set for the consultation.
    pub fn settings(&self) -> ConsultationSettings {
        self.consultation.as_ref().map(settings_of).unwrap_or_default()
    }

    /// The time zone of the room or consultation.
    pub fn timezone(&self) -> String {
        let room = self.room.as_ref().and_then(|room| room_settings(room).timezone);
        room.or_else(|| Some(self.settings().timezone).filter(|zone| !zone.is_empty())).unwrap_or_else(|| "UTC".into())
    }

    /// Answers in private.
    pub fn whisper(&mut self, document: Document) -> Result<(), StoreError> {
        self.send(self.in_private(), document, Vec::new())
    }

    /// Answers in private with what somebody else wrote.
    pub fn whisper_words(&mut self, of: i64, document: Document) -> Result<(), StoreError> {
        // Written anew: what is taken back meanwhile is not shown.
        self.snap.rows.contributions.edit(of);
        show(self.snap, self.event.platform, &self.in_private(), document, &[of])
    }

    /// Answers in private with text files.
    pub fn hand_over(&mut self, document: Document, files: Vec<Attachment>) -> Result<(), StoreError> {
        self.send(self.in_private(), document, files)
    }

    /// Where the person is told something in private.
    pub fn in_private(&self) -> To {
        self.event.in_private()
    }

    /// Answers where it was asked.
    pub fn answer(&mut self, document: Document) -> Result<(), StoreError> {
        self.send(self.event.here(), document, Vec::new())
    }

    fn send(&mut self, to: To, document: Document, files: Vec<Attachment>) -> Result<(), StoreError> {
        let in_room = matches!(to, To::Room(_));
        let reply_to = self.event.answered().filter(|_| in_room || self.event.direct);
        let document = Document { asks: document.asks.or(self.asked), ..document };
        let action = Action::Post { document, reply_to, pin: false, files };
        let now = self.snap.now;
        self.snap.queue(self.event.platform, &Outgoing { to, action }, now)?;
        Ok(())
    }

    /// Does something in the room where it was asked.
    pub fn act(&mut self, action: Action) -> Result<i64, StoreError> {
        let to = To::Room(self.event.room.clone());
        let now = self.snap.now;
        self.snap.queue(self.event.platform, &Outgoing { to, action }, now)
    }

    /// Asks for a room's history.
    pub fn look_up(&mut self, room: &str, query: HistoryQuery) -> Result<(), StoreError> {
        let now = self.snap.now;
        let query = HistoryQuery { handle: self.event.handle.clone(), ..query };
        // What is found is the answer.
        self.snap.answered |= query.handle.is_some();
        let outgoing = Outgoing { to: To::Room(room.into()), action: Action::ReadHistory(query) };
        self.snap.queue(self.event.platform, &outgoing, now)?;
        Ok(())
    }

    /// Remembers what is asked, so that a number can answer it.
    pub fn ask(&mut self, dialog: Dialog) -> Result<(), StoreError> {
        let from = (!self.event.direct).then(|| (self.event.room.clone(), self.event.at));
        let open = Open { dialog, language: self.language().code().into(), from };
        self.asked = set_dialog(self.snap, &self.account, Some(&open))?;
        Ok(())
    }

    /// Ends what was asked.
    pub fn asked_nothing(&mut self) -> Result<(), StoreError> {
        self.asked = set_dialog(self.snap, &self.account, None)?;
        Ok(())
    }

    /// Whether one of these roles is held for the consultation.
    pub fn holds(&self, roles: &[Role]) -> bool {
        trust::holds_any(roles, &self.roles)
    }

    /// The office by which the person acts under this demand: the first held that it names, or that of a
    /// co-host, who may do some of it for one talk.
    fn office(&self, access: Access) -> (String, Option<i64>) {
        let wanted = access.roles();
        let held = trust::offices_of(self.snap, &self.bearers);
        let named = held.iter().find(|(_, role, _)| wanted.contains(role) || *role == Role::Secretariat);
        let office = named.or(held.iter().find(|(_, role, _)| *role == Role::CoHost));
        office.map_or(("participant".into(), None), |(office, role, _)| (role.word().to_owned(), Some(office.id)))
    }

    /// The word of the office by which the person acts under this demand.
    pub fn office_word(&self, access: Access) -> String {
        self.office(access).0
    }

    /// Writes down what was done, by office and without content.
    pub fn audit(&mut self, access: Access, action: &str, subject: &str) -> Result<(), StoreError> {
        let (office, office_id) = self.office(access);
        trust::append(self.snap, &AuditEntry { office, office_id, action: action.into(), subject: subject.into() })
    }

    /// The consent that holds now.
    pub fn consent(&self) -> Consent {
        self.participant.map(|id| record::consent_log(self.snap, id).now()).unwrap_or_default()
    }

    /// The platform.
    pub fn platform(&self) -> Platform {
        self.event.platform
    }
}

/// What is set for a consultation.
pub fn settings_of(consultation: &Consultation) -> ConsultationSettings {
    serde_json::from_str(&consultation.settings).unwrap_or_default()
}

/// What is set for a room.
pub fn room_settings(room: &Room) -> RoomSettings {
    serde_json::from_str(&room.settings).unwrap_or_default()
}

/// In private, a person speaks of the consultation that they joined last; who takes part in none,
/// of the only one there is.
fn default_consultation(snap: &Snapshot, account: &[u8]) -> Option<Consultation> {
    if let Some(participant) = record::participants(snap, account).first() {
        return snap.rows.consultations.get(participant.consultation_id).cloned();
    }
    let mut all = snap.rows.consultations.iter().filter(|c| c.stage != "follow-up");
    let only = all.next().cloned();
    if all.next().is_some() { None } else { only }
}
