//! What a digest rests on, read from the store and opened.

use super::{DigestError, Scope};
use crate::analysis::Prior;
use crate::model::{Consent, ConsultationSettings, Language, RoomSettings, Time};
use crate::record::{self, Body, Claim, Passage};
use crate::store::{
    Account, Approval, Consultation, Contribution, KeyRow, LogEntry, Organisation, OrganisationName, Participant,
    Question, Room, Rows, Snapshot, Store, Tag, Value,
};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// How often the store is read again where a contribution was taken back between two tables.
const TRIES: usize = 3;

/// Whose word a contribution is: what counts as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Voice {
    /// A participant.
    Person(i64),
    /// An organisation that is vouched for, by its submission.
    Organisation(i64),
}

/// An organisation as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Named {
    pub name: String,
    /// Whether a coordinator vouched for it, and somebody who may said that the author belongs to it.
    pub vouched: bool,
}

/// The author of a contribution, as they described themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct Author {
    pub name: Option<String>,
    pub category: Option<String>,
    pub organisation: Option<Named>,
}

/// A bound room.
#[derive(Debug, Clone)]
pub(super) struct RoomOf {
    pub name: String,
    pub settings: RoomSettings,
}

/// One contribution in scope, opened.
#[derive(Debug, Clone)]
pub(super) struct Input {
    pub id: i64,
    /// The revision of its row that was read.
    pub rev: i64,
    pub receipt: String,
    pub room: Option<i64>,
    /// What its room, or the question that it answers, is about.
    pub prior: Prior,
    /// When it was written.
    pub at: Time,
    pub participant: i64,
    /// Written to the bot alone, so that a quotation of it needs a yes of its own.
    pub private: bool,
    pub consent: Consent,
    pub voices: BTreeSet<Voice>,
    pub author: Author,
    /// The author's language as a tag.
    pub language: String,
    pub text: String,
    pub passages: Vec<Passage>,
    /// Corrections, the latest last.
    pub tags: Vec<Tag>,
    /// The author's words on quotations, by passage.
    pub approvals: BTreeMap<i64, String>,
}

/// Everything that a digest rests on, in the order of content hashes.
#[derive(Debug, Clone)]
pub struct Gathered {
    pub(super) scope: Scope,
    pub(super) slug: String,
    pub(super) region: String,
    pub(super) settings: ConsultationSettings,
    pub(super) rooms: BTreeMap<i64, RoomOf>,
    pub(super) inputs: Vec<Input>,
    /// What moderators hid: only counted, where it is in scope.
    pub(super) hidden: Vec<Input>,
    pub(super) left_out: BTreeMap<&'static str, usize>,
}

impl Gathered {
    /// The room of a contribution.
    pub(super) fn room_of(&self, input: &Input) -> Option<&RoomOf> {
        self.rooms.get(&input.room?)
    }

    /// The sub-region of the room in which a contribution was written.
    pub(super) fn subregion_of(&self, input: &Input) -> Option<&str> {
        self.room_of(input)?.settings.subregion.as_deref()
    }
}

/// Reads what lies in a scope. What is left out is counted by its reason; a rehearsal leaves no
/// trace.
///
/// # Errors
/// The store's, and a consultation or room that is not there.
pub async fn gather(store: &Store, scope: &Scope) -> Result<Gathered, DigestError> {
    let mut snapshot = read(store, scope).await?;
    for _ in 1..TRIES {
        if snapshot.rows.contributions.iter().all(|c| c.key_id == 0 || has_keys(&snapshot, c)) {
            break;
        }
        snapshot = read(store, scope).await?;
    }
    open(&snapshot, scope)
}

/// The rows of the consultation, table by table. Chat accounts are not among them, but for those of who also
/// wrote in a room of another that concerns this one.
async fn read(store: &Store, scope: &Scope) -> Result<Snapshot, DigestError> {
    let mut snapshot = store.snapshot()?;
    let rows = &mut snapshot.rows;
    let of = [Value::Int(scope.consultation)];
    rows.consultations.load(store.select::<Consultation>("id = $1", &of).await?);
    rows.rooms.load(store.select::<Room>("consultation_id = $1", &of).await?);
    rows.contributions.load(store.select::<Contribution>("consultation_id = $1", &of).await?);
    rows.participants.load(store.select::<Participant>("consultation_id = $1", &of).await?);
    let keys = "id IN (SELECT key_id FROM contributions WHERE consultation_id = $1) \
                OR id IN (SELECT id FROM participants WHERE consultation_id = $1)";
    rows.keys.load(store.select::<KeyRow>(keys, &of).await?);
    let consents = "field = 'consent' AND subject_id IN (SELECT id FROM participants WHERE consultation_id = $1)";
    rows.log.load(store.select::<LogEntry>(consents, &of).await?);
    let modes = "field IN ('mode', 'chatham') AND subject_id IN (SELECT id FROM rooms WHERE consultation_id = $1)";
    rows.log.load(store.select::<LogEntry>(modes, &of).await?);
    rows.questions
        .load(store.select::<Question>("room_id IN (SELECT id FROM rooms WHERE consultation_id = $1)", &of).await?);
    let tags = "contribution_id IN (SELECT id FROM contributions WHERE consultation_id = $1)";
    rows.tags.load(store.select::<Tag>(tags, &of).await?);
    rows.approvals.load(store.select::<Approval>(tags, &of).await?);
    rows.organisations.load(store.select::<Organisation>("vouched = 1 OR merged_into IS NOT NULL", &[]).await?);
    let spellings = "organisation_id IN (SELECT id FROM organisations WHERE vouched = 1 OR merged_into IS NOT NULL)";
    rows.organisation_names.load(store.select::<OrganisationName>(spellings, &[]).await?);
    read_of_others(store, rows, scope).await?;
    Ok(snapshot)
}

/// What was noted in rooms of other consultations that is said there to belong to this one's region too,
/// with the accounts by which one person is known who takes part in both.
async fn read_of_others(store: &Store, rows: &mut Rows, scope: &Scope) -> Result<(), DigestError> {
    let Some(region) = rows.consultations.get(scope.consultation).map(|row| row.region.clone()) else { return Ok(()) };
    let said = "field = 'regions' AND subject_id IN (SELECT id FROM rooms WHERE consultation_id <> $1)";
    let said = store.select::<LogEntry>(said, &[Value::Int(scope.consultation)]).await?;
    let concerning = said.iter().filter(|entry| entry.value.split(',').any(|id| id == region));
    let rooms: BTreeSet<i64> = concerning.map(|entry| entry.subject_id).collect();
    if rooms.is_empty() {
        return Ok(());
    }
    let values = |ids: &BTreeSet<i64>| ids.iter().map(|id| Value::Int(*id)).collect::<Vec<_>>();
    rows.rooms.load(store.select_in::<Room>("id", &values(&rooms)).await?);
    rows.log.load(store.select_in::<LogEntry>("subject_id", &values(&rooms)).await?);
    rows.questions.load(store.select_in::<Question>("room_id", &values(&rooms)).await?);
    let written = store.select_in::<Contribution>("room_id", &values(&rooms)).await?;
    let ids: BTreeSet<i64> = written.iter().map(|row| row.id).collect();
    let people: BTreeSet<i64> = written.iter().map(|row| row.participant_id).collect();
    let keys: BTreeSet<i64> = written.iter().map(|row| row.key_id).chain(people.iter().copied()).collect();
    rows.contributions.load(written);
    rows.participants.load(store.select_in::<Participant>("id", &values(&people)).await?);
    rows.keys.load(store.select_in::<KeyRow>("id", &values(&keys)).await?);
    rows.log.load(store.select_in::<LogEntry>("subject_id", &values(&people)).await?);
    rows.tags.load(store.select_in::<Tag>("contribution_id", &values(&ids)).await?);
    rows.approvals.load(store.select_in::<Approval>("contribution_id", &values(&ids)).await?);
    let accounts = store.select_in::<Account>("participant_id", &values(&people)).await?;
    let hashes: Vec<Value<'_>> = accounts.iter().map(|account| Value::Bytes(&account.hash)).collect();
    rows.accounts.load(store.select_in::<Account>("hash", &hashes).await?);
    Ok(())
}

/// The participant of this consultation behind the author of something noted in another's room, where there
/// is one: a person who takes part in both is one.
fn at_home(snapshot: &Snapshot, scope: &Scope, author: i64) -> Option<i64> {
    let accounts = &snapshot.rows.accounts;
    let theirs: Vec<&[u8]> =
        accounts.iter().filter(|a| a.participant_id == author).map(|a| a.hash.as_slice()).collect();
    let here = accounts.find(|a| a.consultation_id == scope.consultation && theirs.contains(&a.hash.as_slice()));
    here.map(|account| account.participant_id)
}

fn has_keys(snapshot: &Snapshot, contribution: &Contribution) -> bool {
    [contribution.key_id, contribution.participant_id].into_iter().all(|id| snapshot.rows.keys.get(id).is_some())
}

fn open(snapshot: &Snapshot, scope: &Scope) -> Result<Gathered, DigestError> {
    let consultation =
        snapshot.rows.consultations.get(scope.consultation).ok_or(DigestError::Missing("the consultation"))?;
    let mut rooms = BTreeMap::new();
    for room in snapshot.rows.rooms.iter() {
        let settings = settings("a room", &room.settings)?;
        rooms.insert(room.id, RoomOf { name: room.name.clone(), settings });
    }
    if scope.room.is_some_and(|id| !rooms.contains_key(&id)) {
        return Err(DigestError::Missing("the room"));
    }
    let mut gathered = Gathered {
        scope: scope.clone(),
        slug: consultation.slug.clone(),
        region: consultation.region.clone(),
        settings: settings("the consultation", &consultation.settings)?,
        rooms,
        inputs: Vec::new(),
        hidden: Vec::new(),
        left_out: BTreeMap::new(),
    };
    let people = People::of(snapshot)?;
    let mut tags: HashMap<i64, Vec<Tag>> = HashMap::new();
    for tag in snapshot.rows.tags.iter() {
        tags.entry(tag.contribution_id).or_default().push(tag.clone());
    }
    let mut approvals: HashMap<i64, Vec<&Approval>> = HashMap::new();
    for approval in snapshot.rows.approvals.iter() {
        approvals.entry(approval.contribution_id).or_default().push(approval);
    }
    let mut priors: HashMap<(Option<i64>, Option<i64>), Prior> = HashMap::new();
    for contribution in snapshot.rows.contributions.iter() {
        let room = contribution.room_id.and_then(|id| gathered.rooms.get(&id));
        if !in_scope(snapshot, scope, contribution, room, &people) {
            continue;
        }
        let consent = match state_of(snapshot, contribution) {
            Ok(consent) => consent,
            Err(_) if scope.by_words() => continue,
            Err(reason) => {
                *gathered.left_out.entry(reason).or_default() += 1;
                continue;
            }
        };
        let Some(body) = record::body_of(snapshot, contribution)? else { continue };
        let place = (contribution.room_id, contribution.question_id);
        let prior = match priors.get(&place) {
            Some(prior) => *prior,
            None => *priors.entry(place).or_insert(record::prior(snapshot, place.0, place.1)?),
        };
        let mut tags = tags.remove(&contribution.id).unwrap_or_default();
        tags.sort_by_key(|tag| (tag.at, tag.id));
        let mut approvals = approvals.remove(&contribution.id).unwrap_or_default();
        approvals.sort_by_key(|approval| (approval.at, approval.id));
        // A person who takes part in both consultations is one, and their stricter word holds.
        let other = contribution.consultation_id != scope.consultation;
        let here = if other { at_home(snapshot, scope, contribution.participant_id) } else { None };
        let word = here.map(|person| record::consent_log(snapshot, person).now()).filter(|word| *word != Consent::No);
        let consent = word.map_or(consent, |word| consent.min(word));
        let mut voices = people.voices(snapshot, contribution, &body);
        if let Some(person) = here.filter(|_| voices.remove(&Voice::Person(contribution.participant_id))) {
            voices.insert(Voice::Person(person));
        }
        // By the rule that held when it was said, or by today's.
        let ruled = |id| record::held_at(snapshot, id, record::CHATHAM, contribution.at) == Some("1");
        let under_chatham = room.is_some_and(|r| r.settings.chatham) || contribution.room_id.is_some_and(ruled);
        let private = contribution.kind != "import" && (contribution.kind == "private" || room.is_none());
        let input = Input {
            id: contribution.id,
            rev: contribution.rev,
            receipt: contribution.receipt.clone(),
            room: contribution.room_id,
            prior,
            at: contribution.at,
            participant: here.unwrap_or(contribution.participant_id),
            private,
            consent: if under_chatham { consent.min(Consent::Quote) } else { consent },
            voices,
            author: people.author(snapshot, contribution, &body),
            text: body.text(),
            language: body.language,
            passages: body.passages,
            tags,
            approvals: approvals.into_iter().map(|a| (a.passage, a.state.clone())).collect(),
        };
        let shown = if contribution.state == "live" { &mut gathered.inputs } else { &mut gathered.hidden };
        shown.push(input);
    }
    sort(&mut gathered);
    Ok(gathered)
}

/// By the hash of the text; equal texts by what else can be told apart, never by when they came.
fn sort(gathered: &mut Gathered) {
    let mut inputs = std::mem::take(&mut gathered.inputs);
    inputs.sort_by_cached_key(|input| {
        (
            *blake3::hash(input.text.as_bytes()).as_bytes(),
            std::cmp::Reverse(input.consent),
            input.private,
            gathered.room_of(input).map(|room| room.name.clone()),
            input.author.category.clone(),
            input.author.organisation.clone(),
            input.author.name.clone(),
            input.language.clone(),
            input.receipt.clone(),
        )
    });
    gathered.inputs = inputs;
}

fn settings<T: DeserializeOwned>(of: &'static str, json: &str) -> Result<T, DigestError> {
    serde_json::from_str(json).map_err(|error| DigestError::Settings(of, error.to_string()))
}

fn in_scope(
    snapshot: &Snapshot,
    scope: &Scope,
    contribution: &Contribution,
    room: Option<&RoomOf>,
    people: &People,
) -> bool {
    let settings = room.map(|room| &room.settings);
    let category = || people.authors.get(&contribution.participant_id).and_then(|author| author.category.as_deref());
    // A tombstone's own time is that of the withdrawal.
    let at = if record::is_open(contribution) { contribution.at } else { contribution.given_at };
    // Also of a rehearsal that is over: its words may not be erased yet.
    let rehearsed = contribution.room_id.is_some_and(|room| record::rehearsed(snapshot, room, at));
    let region = snapshot.rows.consultations.get(scope.consultation).map(|row| row.region.as_str()).unwrap_or_default();
    let concerns = |room: i64| record::concerns(snapshot, room, region, at);
    let of_it = contribution.consultation_id == scope.consultation || contribution.room_id.is_some_and(concerns);
    of_it
        && !rehearsed
        && settings.is_none_or(|settings| !settings.rehearsal)
        && scope.holds(at)
        && (scope.room.is_none() || scope.room == contribution.room_id)
        && (scope.rooms.is_empty() || contribution.room_id.is_some_and(|room| scope.rooms.contains(&room)))
        && (scope.subregion.is_none() || scope.subregion.as_ref() == settings.and_then(|s| s.subregion.as_ref()))
        && scope.category.as_ref().is_none_or(|wanted| Some(wanted.0.as_str()) == category())
}

/// How far a contribution's words may go, or why nothing of them is known here.
fn state_of(snapshot: &Snapshot, contribution: &Contribution) -> Result<Consent, &'static str> {
    if !record::is_open(contribution) || !has_keys(snapshot, contribution) {
        return Err("withdrawn");
    }
    match record::consent_of(snapshot, contribution) {
        Consent::No => Err("not-consented"),
        consent => Ok(consent),
    }
}

/// The participants, opened, and what they have to do with organisations.
struct People {
    authors: HashMap<i64, Author>,
    /// The organisation for which each speaks, with its name.
    speaks: HashMap<i64, (i64, String)>,
    /// The organisation to which each does not belong, as its focal point said.
    declined: HashMap<i64, i64>,
    /// Organisations that are vouched for, by the hashes of their spellings.
    spellings: HashMap<Vec<u8>, i64>,
}

impl People {
    fn of(snapshot: &Snapshot) -> Result<People, DigestError> {
        let names = snapshot.rows.organisation_names.iter();
        let spellings = names.map(|n| (n.hash.clone(), record::root(snapshot, n.organisation_id))).collect();
        let wrote: HashSet<i64> = snapshot.rows.contributions.iter().map(|c| c.participant_id).collect();
        let (mut authors, mut speaks, mut declined) = (HashMap::new(), HashMap::new(), HashMap::new());
        for participant in snapshot.rows.participants.iter().filter(|p| wrote.contains(&p.id)) {
            if snapshot.rows.keys.get(participant.id).is_none() {
                continue;
            }
            let profile = record::profile_of(snapshot, participant.id)?;
            let claimed = profile.organisation.map(|name| Named { name, vouched: false });
            let organisation = match (record::speaks_for(snapshot, participant), participant.organisation_id) {
                (Some(id), _) => {
                    let name = record::name_of(snapshot, id, Language::default())?;
                    speaks.insert(participant.id, (id, name.clone()));
                    Some(Named { name, vouched: true })
                }
                (None, Some(id)) if Claim::of(participant) == Claim::Declined => {
                    declined.insert(participant.id, record::root(snapshot, id));
                    None
                }
                _ => claimed,
            };
            let category = profile.category.map(|category| category.0);
            authors.insert(participant.id, Author { name: profile.name, category, organisation });
        }
        Ok(People { authors, speaks, declined, spellings })
    }

    /// The vouched organisation of a typed name.
    fn organisation(&self, snapshot: &Snapshot, typed: &str) -> Option<i64> {
        self.spellings.get(&record::name_hash(snapshot, typed)).copied()
    }

    /// A submission speaks for the organisation that sent or signed it, where its author speaks for
    /// that; everything else for its author. Of who else signed it, nobody has heard a word.
    fn voices(&self, snapshot: &Snapshot, contribution: &Contribution, body: &Body) -> BTreeSet<Voice> {
        let author = contribution.participant_id;
        let on_behalf = body.on_behalf.as_ref().filter(|_| contribution.kind == "submission");
        let own = self.speaks.get(&author).map(|(id, _)| *id).filter(|own| {
            let names = on_behalf.into_iter().flat_map(|of| std::iter::once(&of.name).chain(&of.signatories));
            names.into_iter().any(|name| self.organisation(snapshot, name) == Some(*own))
        });
        BTreeSet::from([own.map_or(Voice::Person(author), Voice::Organisation)])
    }

    /// The author; where it is written on behalf of someone, with that organisation.
    fn author(&self, snapshot: &Snapshot, contribution: &Contribution, body: &Body) -> Author {
        let id = contribution.participant_id;
        let mut author = self.authors.get(&id).cloned().unwrap_or_default();
        if let Some(on_behalf) = &body.on_behalf {
            let organisation = self.organisation(snapshot, &on_behalf.name);
            let own = self.speaks.get(&id).filter(|(own, _)| organisation == Some(*own));
            author.organisation = match own {
                Some((_, name)) => Some(Named { name: name.clone(), vouched: true }),
                None if organisation.is_some() && self.declined.get(&id) == organisation.as_ref() => None,
                None => Some(Named { name: on_behalf.name.clone(), vouched: false }),
            };
        }
        author
    }
}
