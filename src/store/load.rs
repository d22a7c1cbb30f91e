//! Loading what a decision needs, with what belongs to it.

use super::{
    Account, Approval, Audit, Call, Citation, Consultation, Contribution, Counter, Dialog, Digest, Entry, FormChange,
    Job, KeyRow, LogEntry, MOST_LISTED, Office, Organisation, OrganisationName, Outbox, Parked, Participant, Post,
    Question, Room, Row, Rows, Seen, Session, Snapshot, Store, StoreError, Table, Tag, Talk, Value, listed, pairs,
    selection,
};
use crate::model::{Platform, Time};
use futures_util::TryStreamExt;
use sqlx::Either;
use sqlx::any::AnyRow;
use std::collections::{BTreeMap, BTreeSet};

/// One thing that a decision needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// What is known of an event, with the contribution that came from it.
    Seen(Vec<u8>),
    /// A person by the hash of an account, in every consultation, with key, consent and dialog.
    Person(Vec<u8>),
    /// What a person wrote since a moment, with all that belongs to it, and the forms they filled in.
    Written(Vec<u8>, Time),
    /// What a person wrote since a moment, with its keys alone: what they write next may join it.
    Recent(Vec<u8>, Time),
    /// A participant with key, consent and accounts.
    Participant(i64),
    /// The forms that were handed in to a call and wait for a place.
    Queue(i64),
    /// The forms that were handed in under this number, to whichever call, with their participants.
    Number(i64),
    /// A contribution by its receipt.
    Receipt(String),
    /// A contribution.
    Contribution(i64),
    /// Every contribution of one consultation.
    Consultation(i64),
    /// A post by the hash of the platform's event, with what it cites.
    Post(Vec<u8>),
    /// A post by its row.
    PostRow(i64),
    /// The posts of one digest.
    Digest(i64),
    /// What waits to be done about a subject.
    Jobs(i64),
    /// A participant by their row, with all that they wrote.
    Author(i64),
    /// An organisation by the hash of a spelling; where none is spelled so, every organisation, since it
    /// may be one of them.
    Organisation(Vec<u8>),
    /// Every organisation.
    Organisations,
    /// Who waits for a word on whether they belong to an organisation, or one that was merged into it;
    /// the first of them with account, key and consent.
    Claims(i64),
    /// Everyone who waits for such a word, by their rows alone.
    Waiting,
    /// The last entry of the audit log.
    AuditHead,
    /// A counter by its name.
    Counter(String),
    /// What is parked under this hash.
    Parked(Vec<u8>),
    /// What is not said yet in this lane: it waits its turn, or until it can be.
    Unsaid(String),
    /// How far a room, or an account, was read.
    Cursor(Platform, String),
}

/// Of so many who wait, who they are is loaded: of the one who is decided about and who comes next.
const FIRST_CLAIMS: usize = 2;

/// What a decision needs.
pub type Load = BTreeSet<Key>;

impl Store {
    /// Loads what every decision needs: see [`Session::load_base`].
    pub async fn load_base(&self, snapshot: &mut Snapshot) -> Result<(), StoreError> {
        Box::pin(async { self.session().await?.load_base(snapshot).await }).await
    }

    /// Loads what is named, and what belongs to it: see [`Session::load`].
    pub async fn load(&self, snapshot: &mut Snapshot, load: &Load) -> Result<(), StoreError> {
        Box::pin(async { self.session().await?.load(snapshot, load).await }).await
    }
}

impl Session<'_> {
    /// Loads the consultations, rooms, offices, calls, talks and what is set for them: what every decision
    /// needs. The log is read last: only rows are added to it, and what was added since shows by the revision
    /// of a row that both decisions edit. Read after the log, that row would already have the new one.
    pub async fn load_base(&mut self, snapshot: &mut Snapshot) -> Result<(), StoreError> {
        let calls = [all::<Call>("1 = 1"), all::<FormChange>("1 = 1"), all::<Talk>("1 = 1")];
        self.load_together(snapshot, &[&calls, &of_rooms()[..]].concat()).await
    }

    /// Of what every decision needs, what one on a message in a room does: nobody answers a call by it.
    pub async fn load_rooms(&mut self, snapshot: &mut Snapshot) -> Result<(), StoreError> {
        self.load_together(snapshot, &of_rooms()).await
    }

    /// Reads several tables at once: the way to the database and back takes longer than to read a few rows.
    async fn load_together(&mut self, snapshot: &mut Snapshot, readings: &[Reading]) -> Result<(), StoreError> {
        let several = readings.iter().map(|(sql, _)| sql.as_str()).collect::<Vec<_>>().join("; ");
        let mut found = self.store.engine.fetch_several(&mut self.connection, several);
        let mut at = 0;
        while let Some(step) = found.try_next().await? {
            match (step, readings.get(at)) {
                (Either::Right(row), Some((_, take))) => take(&mut snapshot.rows, &row)?,
                // The end of a statement.
                _ => at += 1,
            }
        }
        Ok(())
    }

    /// Loads what is named, and what belongs to it: a contribution comes with its author, keys,
    /// tags and citations, a person with key, consent and dialog.
    pub async fn load(&mut self, snapshot: &mut Snapshot, load: &Load) -> Result<(), StoreError> {
        let bytes =
            |pick: fn(&Key) -> Option<&[u8]>| load.iter().filter_map(pick).map(Value::Bytes).collect::<Vec<_>>();

        let hashes = bytes(|k| if let Key::Seen(h) = k { Some(h) } else { None });
        snapshot.rows.seen.load(self.select_in::<Seen>("hash", &hashes).await?);

        let people = bytes(|k| match k {
            Key::Person(h) | Key::Written(h, _) | Key::Recent(h, _) => Some(h),
            _ => None,
        });
        // With the other accounts of whoever they are.
        let theirs = |marks| format!("participant_id IN (SELECT participant_id FROM accounts WHERE hash IN ({marks}))");
        snapshot.rows.accounts.load(self.select_any::<Account>(&people, theirs).await?);
        snapshot.rows.dialogs.load(self.select_in::<Dialog>("hash", &people).await?);

        let named = ids(load.iter().filter_map(|k| if let Key::Participant(id) = k { Some(*id) } else { None }));
        snapshot.rows.accounts.load(self.select_in::<Account>("participant_id", &named).await?);

        let posts = bytes(|k| if let Key::Post(h) = k { Some(h) } else { None });
        snapshot.rows.posts.load(self.select_in::<Post>("hash", &posts).await?);
        let digests = ids(load.iter().filter_map(|k| if let Key::Digest(id) = k { Some(*id) } else { None }));
        snapshot.rows.posts.load(self.select_in::<Post>("digest_id", &digests).await?);
        snapshot.rows.digests.load(self.select_in::<Digest>("id", &digests).await?);
        let rows = ids(load.iter().filter_map(|k| if let Key::PostRow(id) = k { Some(*id) } else { None }));
        snapshot.rows.posts.load(self.select_in::<Post>("id", &rows).await?);
        let subjects = ids(load.iter().filter_map(|k| if let Key::Jobs(id) = k { Some(*id) } else { None }));
        snapshot.rows.jobs.load(self.select_in::<Job>("subject_id", &subjects).await?);
        let cited = ids(snapshot.rows.posts.iter().map(|p| p.id));
        snapshot.rows.citations.load(self.select_in::<Citation>("post_id", &cited).await?);

        let organisations = bytes(|k| if let Key::Organisation(h) = k { Some(h) } else { None });
        let names = self.select_in::<OrganisationName>("hash", &organisations).await?;
        let unknown = load.iter().any(|k| matches!(k, Key::Organisation(h) if !names.iter().any(|n| n.hash == *h)));
        snapshot.rows.organisation_names.load(names);
        if load.contains(&Key::Organisations) {
            snapshot.rows.organisation_names.load(self.select::<OrganisationName>("1 = 1", &[]).await?);
        }
        if unknown || load.contains(&Key::Organisations) {
            snapshot.rows.organisations.load(self.select::<Organisation>("1 = 1", &[]).await?);
        }
        let named = ids(snapshot.rows.organisation_names.iter().map(|n| n.organisation_id));
        snapshot.rows.organisations.load(self.select_in::<Organisation>("id", &named).await?);

        if load.contains(&Key::AuditHead) {
            snapshot.rows.audit.load(self.select::<Audit>("id = (SELECT MAX(id) FROM audit)", &[]).await?);
        }
        let counters: Vec<Value<'_>> =
            load.iter().filter_map(|k| if let Key::Counter(n) = k { Some(Value::Text(n)) } else { None }).collect();
        snapshot.rows.counters.load(self.select_in::<Counter>("name", &counters).await?);
        let parked = bytes(|k| if let Key::Parked(h) = k { Some(h) } else { None });
        snapshot.rows.parked.load(self.select_in::<Parked>("hash", &parked).await?);

        let lanes: Vec<Value<'_>> =
            load.iter().filter_map(|k| if let Key::Unsaid(l) = k { Some(Value::Text(l)) } else { None }).collect();
        let unsaid = |marks| format!("state IN ('waiting', 'blocked') AND lane IN ({marks})");
        snapshot.rows.outbox.load(self.select_any::<Outbox>(&lanes, unsaid).await?);

        for key in load {
            if let Key::Cursor(platform, address) = key {
                let at = [platform.word().into(), address.as_str().into()];
                snapshot.rows.cursors.load(self.select("platform = $1 AND address = $2", &at).await?);
            }
        }

        // Who asks comes before what they wrote: a person's row changes with everything of theirs that
        // is added, so that what is added between these reads is a conflict and not overlooked.
        let authors: Vec<i64> =
            load.iter().filter_map(|k| if let Key::Author(id) = k { Some(*id) } else { None }).collect();
        self.load_people(snapshot, &authors).await?;
        self.load_contributions(snapshot, load).await?;
        self.load_entries(snapshot, load).await?;
        let waiting = ids(snapshot.rows.posts.iter().filter(|p| p.state == "waiting").map(|p| p.id));
        snapshot.rows.outbox.load(self.select_in::<Outbox>("id", &waiting).await?);
        self.load_people(snapshot, &authors).await?;
        self.load_organisations(snapshot, load).await
    }

    /// The organisations of who was loaded, and what is asked about organisations.
    async fn load_organisations(&mut self, snapshot: &mut Snapshot, load: &Load) -> Result<(), StoreError> {
        let concerned = |k: &Key| {
            use Key::{Author, Claims, Organisation, Organisations, Waiting, Written};
            matches!(k, Author(_) | Claims(_) | Organisation(_) | Organisations | Waiting | Written(..))
        };
        if !load.iter().any(concerned) {
            return Ok(());
        }
        let rows = &mut snapshot.rows;
        let asked =
            load.iter().filter_map(|k| if let Key::Written(hash, _) = k { Some(hash.as_slice()) } else { None });
        let mut accounts: BTreeSet<&[u8]> = asked.collect();
        if !accounts.is_empty() {
            // By any of a person's accounts; who takes part in nothing has this one.
            accounts.extend(rows.accounts.iter().map(|a| a.hash.as_slice()));
            let accounts: Vec<Value<'_>> = accounts.into_iter().map(Value::Bytes).collect();
            rows.organisations.load(self.select_in::<Organisation>("focal_hash", &accounts).await?);
        }
        if load.contains(&Key::Waiting) {
            let waiting = "organisation_id IS NOT NULL AND claim = 0";
            rows.participants.load(self.select::<Participant>(waiting, &[]).await?);
        }
        for id in load.iter().filter_map(|k| if let Key::Claims(id) = k { Some(*id) } else { None }) {
            rows.organisations.load(self.select::<Organisation>("id = $1", &[Value::Int(id)]).await?);
            rows.organisations.load(self.select::<Organisation>("merged_into IS NOT NULL", &[]).await?);
            let mut of: BTreeSet<i64> = BTreeSet::from([id]);
            let merged = |of: &BTreeSet<i64>| {
                let into = |row: &&Organisation| row.merged_into.is_some_and(|into| of.contains(&into));
                rows.organisations.iter().filter(into).map(|row| row.id).collect::<Vec<_>>()
            };
            // As deep as one was merged into another that was merged.
            while let more = merged(&of)
                && more.iter().any(|id| !of.contains(id))
            {
                of.extend(more);
            }
            let claims = |marks| format!("claim = 0 AND organisation_id IN ({marks}) ORDER BY id");
            let claims = self.select_any::<Participant>(&ids(of.into_iter()), claims).await?;
            let first = ids(claims.iter().map(|p| p.id).take(FIRST_CLAIMS));
            rows.accounts.load(self.select_in::<Account>("participant_id", &first).await?);
            rows.keys.load(self.select_in::<KeyRow>("id", &first).await?);
            rows.log.load(self.select_in::<LogEntry>("subject_id", &first).await?);
            rows.participants.load(claims);
        }
        loop {
            let named = rows.participants.iter().filter_map(|p| p.organisation_id);
            let into = rows.organisations.iter().filter_map(|o| o.merged_into);
            let more = missing(&rows.organisations, named.chain(into));
            let found = self.select_in::<Organisation>("id", &more).await?;
            if found.is_empty() {
                return Ok(());
            }
            rows.organisations.load(found);
        }
    }

    async fn load_contributions(&mut self, snapshot: &mut Snapshot, load: &Load) -> Result<(), StoreError> {
        let mut wanted: BTreeSet<i64> = snapshot.rows.seen.iter().filter_map(|s| s.contribution_id).collect();
        wanted.extend(load.iter().filter_map(|k| if let Key::Contribution(id) = k { Some(*id) } else { None }));
        let contributions = &mut snapshot.rows.contributions;
        wanted.retain(|id| contributions.get(*id).is_none());
        contributions.load(self.select_in::<Contribution>("id", &ids(wanted.into_iter())).await?);
        let receipts: Vec<Value<'_>> =
            load.iter().filter_map(|k| if let Key::Receipt(r) = k { Some(Value::Text(r)) } else { None }).collect();
        contributions.load(self.select_in::<Contribution>("receipt", &receipts).await?);
        let written =
            load.iter().filter_map(|k| if let Key::Written(hash, since) = k { Some((hash, *since)) } else { None });
        self.load_written(snapshot, written).await?;
        for id in load.iter().filter_map(|k| if let Key::Consultation(id) = k { Some(*id) } else { None }) {
            snapshot.rows.contributions.load(self.select("consultation_id = $1", &[Value::Int(id)]).await?);
        }
        for id in load.iter().filter_map(|k| if let Key::Author(id) = k { Some(*id) } else { None }) {
            snapshot.rows.contributions.load(self.select("participant_id = $1", &[Value::Int(id)]).await?);
        }
        let loaded = ids(snapshot.rows.contributions.iter().map(|c| c.id));
        snapshot.rows.tags.load(self.select_in::<Tag>("contribution_id", &loaded).await?);
        snapshot.rows.approvals.load(self.select_in::<Approval>("contribution_id", &loaded).await?);
        let answered = snapshot.rows.contributions.iter().filter_map(|c| c.question_id);
        let answered = missing(&snapshot.rows.questions, answered);
        snapshot.rows.questions.load(self.select_in::<Question>("id", &answered).await?);
        self.load_showing(snapshot, &loaded).await?;
        snapshot.rows.seen.load(self.select_in::<Seen>("contribution_id", &loaded).await?);
        let digests = ids(snapshot.rows.posts.iter().filter_map(|p| p.digest_id));
        snapshot.rows.jobs.load(self.select_in::<Job>("subject_id", &digests).await?);
        let recent =
            load.iter().filter_map(|k| if let Key::Recent(hash, since) = k { Some((hash, *since)) } else { None });
        self.load_written(snapshot, recent).await?;
        let keys: Vec<Value<'_>> = ids(snapshot.rows.contributions.iter().map(|c| c.key_id).filter(|id| *id != 0));
        snapshot.rows.keys.load(self.select_in::<KeyRow>("id", &keys).await?);
        Ok(())
    }

    /// The posts that show contributions, or answers to calls.
    async fn load_showing(&mut self, snapshot: &mut Snapshot, of: &[Value<'_>]) -> Result<(), StoreError> {
        snapshot.rows.citations.load(self.select_in::<Citation>("contribution_id", of).await?);
        let cited = missing(&snapshot.rows.posts, snapshot.rows.citations.iter().map(|c| c.post_id));
        snapshot.rows.posts.load(self.select_in::<Post>("id", &cited).await?);
        Ok(())
    }

    async fn load_entries(&mut self, snapshot: &mut Snapshot, load: &Load) -> Result<(), StoreError> {
        let people: BTreeSet<&[u8]> =
            load.iter().filter_map(|k| if let Key::Written(h, _) = k { Some(h.as_slice()) } else { None }).collect();
        let accounts = snapshot.rows.accounts.iter().filter(|a| people.contains(a.hash.as_slice()));
        let authors = load.iter().filter_map(|k| if let Key::Author(id) = k { Some(*id) } else { None });
        let theirs = ids(accounts.map(|a| a.participant_id).chain(authors).collect::<BTreeSet<i64>>().into_iter());
        snapshot.rows.entries.load(self.select_in::<Entry>("participant_id", &theirs).await?);
        for key in load {
            let (condition, value) = match key {
                Key::Queue(call) => ("call_id = $1 AND state = 'waiting'", *call),
                Key::Number(number) => ("number = $1", *number),
                _ => continue,
            };
            let entries = self.select::<Entry>(condition, &[Value::Int(value)]).await?;
            if let Key::Number(_) = key {
                let theirs = ids(entries.iter().map(|entry| entry.participant_id));
                snapshot.rows.accounts.load(self.select_in::<Account>("participant_id", &theirs).await?);
            }
            snapshot.rows.entries.load(entries);
        }
        let loaded = ids(snapshot.rows.entries.iter().map(|entry| entry.id));
        self.load_showing(snapshot, &loaded).await
    }

    /// What was written by each of these since their own moment.
    async fn load_written(
        &mut self,
        snapshot: &mut Snapshot,
        written: impl Iterator<Item = (&Vec<u8>, Time)>,
    ) -> Result<(), StoreError> {
        let mut since: BTreeMap<&[u8], Time> = BTreeMap::new();
        for (hash, at) in written {
            let first = since.entry(hash).or_insert(at);
            *first = at.min(*first);
        }
        let accounts = snapshot.rows.accounts.iter();
        let theirs: Vec<(i64, Time)> =
            accounts.filter_map(|a| Some((a.participant_id, *since.get(a.hash.as_slice())?))).collect();
        for chunk in theirs.chunks(MOST_LISTED) {
            // Filled up with nobody.
            let mut padded = chunk.to_vec();
            padded.resize(listed(chunk.len()), (0, Time::MAX));
            let (pairs, bound) = pairs(self.store.engine, &padded)?;
            let sql = format!(
                "SELECT {} FROM contributions, (VALUES {pairs}) AS since \
                 WHERE participant_id = since.column1 AND at >= since.column2",
                Contribution::COLUMNS.join(", ")
            );
            snapshot.rows.contributions.load(self.fetch(sql, bound).await?);
        }
        Ok(())
    }

    async fn load_people(&mut self, snapshot: &mut Snapshot, also: &[i64]) -> Result<(), StoreError> {
        let rows = &mut snapshot.rows;
        let people = rows.accounts.iter().map(|a| a.participant_id).chain(also.iter().copied());
        let people = missing(&rows.participants, people.chain(rows.contributions.iter().map(|c| c.participant_id)));
        rows.participants.load(self.select_in::<Participant>("id", &people).await?);
        let known: BTreeSet<i64> = rows.accounts.iter().map(|a| a.participant_id).collect();
        let others: Vec<_> =
            people.iter().copied().filter(|id| !matches!(id, Value::Int(id) if known.contains(id))).collect();
        rows.accounts.load(self.select_in::<Account>("participant_id", &others).await?);
        rows.keys.load(self.select_in::<KeyRow>("id", &people).await?);
        rows.log.load(self.select_in::<LogEntry>("subject_id", &people).await?);
        Ok(())
    }
}

/// What is read of one table, and where its rows go.
type Reading = (String, fn(&mut Rows, &AnyRow) -> Result<(), sqlx::Error>);

/// The rows of a table of which a condition without arguments holds.
fn all<R: Row>(condition: &str) -> Reading {
    (selection::<R>(condition), |rows, row| {
        R::table(rows).load([R::read(row)?]);
        Ok(())
    })
}

/// What every decision needs, on a message too; the log last.
fn of_rooms() -> [Reading; 5] {
    let of_them = "subject_id IN (SELECT id FROM rooms UNION ALL SELECT id FROM consultations)";
    [
        all::<Consultation>("1 = 1"),
        all::<Room>("1 = 1"),
        all::<Office>("1 = 1"),
        all::<Question>("open = 1"),
        all::<LogEntry>(of_them),
    ]
}

fn ids<'a>(ids: impl Iterator<Item = i64>) -> Vec<Value<'a>> {
    ids.map(Value::Int).collect()
}

fn missing<'a, R: Row>(table: &Table<R>, ids: impl Iterator<Item = i64>) -> Vec<Value<'a>> {
    let ids: BTreeSet<i64> = ids.filter(|id| table.get(*id).is_none()).collect();
    ids.into_iter().map(Value::Int).collect()
}
