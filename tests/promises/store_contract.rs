//! What the store promises, on SQLite and on PostgreSQL alike.

use crate::common::town::between;
use crate::common::{NOW, for_each_database, source};
use gcm_talks::clock::{Draw, ManualClock, SeededChance, Source};
use gcm_talks::model::{DAY, WEEK};
use gcm_talks::seal::Keyring;
use gcm_talks::store::*;
use gcm_talks::trust::{self, AuditEntry};
use sqlx::{AnyConnection, Connection};
use std::sync::Arc;

fn ring() -> Keyring {
    Keyring::in_memory(&mut Draw::new([1; 32]), NOW)
}

async fn open(url: &str) -> Store {
    Store::open(url, ring(), source(1).1).await.unwrap()
}

/// Two rows of every table: one with a value in each column, one with none where there may be none.
fn rows_of_every_table() -> Rows {
    let mut rows = Rows::default();
    for (id, full) in [(10, true), (11, false)] {
        let rev = 1;
        let bytes = |n: u8| vec![n, id as u8, 0, 255];
        let text = |t: &str| format!("{t} {id} – é ع 中 ' \" \\ \u{1F4DD}");
        let int = full.then_some(-id);
        rows.seen.insert(Seen { id, rev, hash: bytes(1), kind: text("kind"), contribution_id: int, until: int });
        rows.keys.insert(KeyRow { id, rev, parent: id, wrapped: bytes(2).into() });
        rows.consultations.insert(Consultation {
            id,
            rev,
            slug: text("slug"),
            region: text("region"),
            stage: text("stage"),
            settings: "{}".into(),
        });
        rows.rooms.insert(Room {
            id,
            rev,
            consultation_id: id,
            platform: text("platform"),
            address: text("address"),
            name: text("name"),
            settings: "{}".into(),
            facts: String::new(),
            heard: i64::MAX,
            noted: i64::MIN,
            noted_at: int,
            card: int,
        });
        rows.log.insert(LogEntry { id, rev, subject_id: id, field: text("f"), value: text("v"), at: id });
        rows.offices.insert(Office {
            id,
            rev,
            hash: bytes(3),
            role: text("r"),
            scope: text("s"),
            sealed: bytes(4).into(),
            since: id,
        });
        rows.participants.insert(Participant {
            id,
            rev,
            consultation_id: id,
            language: text("l"),
            muted: 1,
            organisation_id: int,
            sealed: bytes(5).into(),
            joined_at: id,
            claim: -1,
        });
        rows.accounts.insert(Account {
            id,
            rev,
            consultation_id: id,
            hash: bytes(6),
            participant_id: id,
            sealed: Vec::new().into(),
        });
        rows.organisations.insert(Organisation {
            id,
            rev,
            sealed: bytes(7).into(),
            vouched: 0,
            merged_into: int,
            focal_hash: full.then(|| bytes(7)),
        });
        rows.organisation_names.insert(OrganisationName { id, rev, hash: bytes(8), organisation_id: id });
        rows.contributions.insert(Contribution {
            id,
            rev,
            consultation_id: id,
            room_id: int,
            participant_id: id,
            receipt: text("AF"),
            kind: text("k"),
            state: text("s"),
            at: id,
            given_at: id,
            open_until: id,
            cap: full.then(|| text("cap")),
            question_id: int,
            basis: full.then(|| text("basis")),
            edits: 0,
            next_passage: 2,
            key_id: id,
            sealed: bytes(9).into(),
        });
        rows.tags.insert(Tag {
            id,
            rev,
            contribution_id: id,
            passage: int,
            objective: int,
            kind: full.then(|| text("k")),
            at: id,
        });
        rows.approvals.insert(Approval { id, rev, contribution_id: id, passage: 1, state: text("s"), at: id });
        rows.questions.insert(Question { id, rev, room_id: id, sealed: bytes(10).into(), at: id, open: 1 });
        rows.dialogs.insert(Dialog { id, rev, hash: bytes(11), sealed: bytes(12).into(), until: id });
        rows.outbox.insert(Outbox {
            id,
            rev,
            platform: text("p"),
            lane: text("l"),
            turn: id,
            sealed: bytes(13).into(),
            due: id,
            state: text("s"),
            tries: 0,
            tried_at: int,
            reason: full.then(|| text("r")),
        });
        rows.posts.insert(Post {
            id,
            rev,
            room_id: int,
            hash: full.then(|| bytes(14)),
            kind: text("k"),
            digest_id: int,
            section: text("s"),
            sealed: bytes(15).into(),
            state: text("s"),
            at: id,
        });
        rows.citations.insert(Citation { id, rev, post_id: id, contribution_id: id });
        rows.digests.insert(Digest { id, rev, consultation_id: id, room_id: int, sealed: bytes(16).into(), at: id });
        rows.jobs.insert(Job {
            id,
            rev,
            kind: text("k"),
            subject_id: int,
            sealed: bytes(17).into(),
            due: id,
            state: text("s"),
            tries: 0,
            reason: full.then(|| text("r")),
        });
        rows.audit.insert(Audit { id, rev, at: id, sealed: bytes(18).into(), previous: bytes(19), hash: bytes(20) });
        rows.cursors.insert(Cursor { id, rev, platform: text("p"), address: text("a"), value: text("v") });
        rows.parked.insert(Parked {
            id,
            rev,
            hash: bytes(21),
            sealed: bytes(22).into(),
            reason: text("r"),
            tries: 3,
            at: id,
        });
        rows.counters.insert(Counter { id, rev, name: text("n"), value: id });
        rows.calls.insert(Call {
            id,
            rev,
            consultation_id: id,
            subject_id: id,
            kind: text("k"),
            state: text("s"),
            opens: id,
            closes: int,
            settings: "{}".into(),
            in_room: 1,
            in_room_waiting: 2,
            online: 3,
            online_waiting: 4,
            numbers: 5,
        });
        rows.entries.insert(Entry {
            id,
            rev,
            consultation_id: id,
            call_id: id,
            participant_id: id,
            form: text("f"),
            state: text("s"),
            mode: text("m"),
            number: 6,
            queued_at: id,
            until: int,
            checked_at: int,
            at: id,
            sealed: bytes(14).into(),
        });
        rows.forms.insert(FormChange { id, rev, consultation_id: id, form: text("f"), version: 2, changes: text("c") });
        rows.talks.insert(Talk {
            id,
            rev,
            consultation_id: id,
            number: 7,
            state: text("s"),
            starts: id,
            minutes: 90,
            room_id: int,
            moves: 1,
            changed_at: id,
            sealed: bytes(23).into(),
        });
        rows.leases.insert(Lease { id, rev, name: text("n"), holder: text("h"), until: 0 });
    }
    rows
}

async fn same<R: Row>(store: &Store, table: &Table<R>, seen: &mut Vec<&'static str>) {
    let written: Vec<_> = table.iter().map(R::cells).collect();
    assert_eq!(written.len(), 2, "{} is not tried", R::TABLE);
    let read: Vec<R> = store.select("id IN (10, 11) ORDER BY id", &[]).await.unwrap();
    assert_eq!(read.iter().map(R::cells).collect::<Vec<_>>(), written, "{}", R::TABLE);
    seen.push(R::TABLE);
}

async fn all_the_same(store: &Store, rows: &Rows) {
    let mut seen = Vec::new();
    let s = &mut seen;
    same(store, &rows.seen, s).await;
    same(store, &rows.keys, s).await;
    same(store, &rows.consultations, s).await;
    same(store, &rows.rooms, s).await;
    same(store, &rows.log, s).await;
    same(store, &rows.offices, s).await;
    same(store, &rows.participants, s).await;
    same(store, &rows.accounts, s).await;
    same(store, &rows.organisations, s).await;
    same(store, &rows.organisation_names, s).await;
    same(store, &rows.contributions, s).await;
    same(store, &rows.tags, s).await;
    same(store, &rows.approvals, s).await;
    same(store, &rows.questions, s).await;
    same(store, &rows.dialogs, s).await;
    same(store, &rows.outbox, s).await;
    same(store, &rows.posts, s).await;
    same(store, &rows.citations, s).await;
    same(store, &rows.digests, s).await;
    same(store, &rows.jobs, s).await;
    same(store, &rows.audit, s).await;
    same(store, &rows.cursors, s).await;
    same(store, &rows.parked, s).await;
    same(store, &rows.counters, s).await;
    same(store, &rows.calls, s).await;
    same(store, &rows.entries, s).await;
    same(store, &rows.forms, s).await;
    same(store, &rows.talks, s).await;
    let tried = TABLES.iter().filter(|table| **table != "leases");
    assert_eq!(seen, tried.copied().collect::<Vec<_>>(), "every table is tried");
}

fn counter(id: i64, value: i64) -> Counter {
    Counter { id, rev: 1, name: format!("counter {id}"), value }
}

async fn write_counters(store: &Store, counters: impl IntoIterator<Item = Counter>) -> Result<(), StoreError> {
    let mut rows = Rows::default();
    for counter in counters {
        rows.counters.insert(counter);
    }
    store.write(rows.into_changes()).await
}

async fn counters(store: &Store) -> Vec<(i64, i64)> {
    let mut rows: Vec<_> =
        store.select::<Counter>("1 = 1", &[]).await.unwrap().iter().map(|c| (c.id, c.value)).collect();
    rows.sort_unstable();
    rows
}

#[tokio::test]
async fn what_is_written_is_read_in_every_table_with_and_without_values() {
    for_each_database(|url| async move {
        let store = open(&url).await;
        let rows = rows_of_every_table();
        store.write(rows.clone().into_changes()).await.unwrap();
        all_the_same(&store, &rows).await;
        let leases: Vec<Lease> = store.select("1 = 1", &[]).await.unwrap();
        assert_eq!(leases.len(), 2);
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_write_that_rests_on_an_older_revision_is_a_conflict() {
    for_each_database(|url| async move {
        let store = open(&url).await;
        write_counters(&store, [counter(1, 0)]).await.unwrap();
        let mut left = Rows::default();
        left.counters.load(store.select("id = 1", &[]).await.unwrap());
        let mut right = left.clone();
        left.counters.edit(1).unwrap().value = 5;
        right.counters.edit(1).unwrap().value = 7;
        store.write(left.into_changes()).await.unwrap();
        let error = store.write(right.into_changes()).await.unwrap_err();
        assert!(error.is_conflict() && !error.is_passing(), "{error}");
        assert_eq!(counters(&store).await, [(1, 5)]);
        store.close().await;
    })
    .await;
}

/// Two who decide by the log at the same moment edit the same row beside it. Who began before the other was
/// through must have read either all of that or the row's older revision, with which it is not written.
#[tokio::test]
async fn what_is_written_while_a_decision_begins_is_seen_whole_or_by_its_revision() {
    for_each_database(|url| async move {
        let store = open(&url).await;
        let mut rows = rows_of_every_table();
        // More than is read ahead of who asks for it.
        let entry = |id| LogEntry { id, rev: 1, subject_id: 10, field: "f".into(), value: "v".into(), at: 0 };
        (1_000..1_500).for_each(|id| rows.log.insert(entry(id)));
        store.write(rows.into_changes()).await.unwrap();
        for polls in 0..20 {
            let id = 2_000 + i64::try_from(polls).unwrap();
            let decided = async {
                let mut changed = Rows::default();
                changed.talks.load(store.select("id = 10", &[]).await.unwrap());
                changed.talks.edit(10).unwrap();
                changed.log.insert(entry(id));
                store.write(changed.into_changes()).await.unwrap();
            };
            let mut begun = store.snapshot().unwrap();
            let (read, ()) = between(polls, store.load_base(&mut begun), decided).await;
            read.unwrap();
            let now: Vec<Talk> = store.select("id = 10", &[]).await.unwrap();
            let newest = begun.rows.talks.get(10).unwrap().rev == now[0].rev;
            assert!(!newest || begun.rows.log.get(id).is_some(), "after {polls} polls");
        }
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn every_row_of_every_table_can_be_changed() {
    for_each_database(|url| async move {
        let store = open(&url).await;
        store.write(rows_of_every_table().into_changes()).await.unwrap();
        let (mut rows, mut wanted) = (Rows::default(), rows_of_every_table());
        macro_rules! change {
            ($($field:ident: $column:ident),* $(,)?) => { $(
                rows.$field.load(store.select("id IN (10, 11)", &[]).await.unwrap());
                for id in [10, 11] {
                    // Each takes over what the other has in this column, or something new.
                    let other = rows.$field.get(21 - id).unwrap().$column.clone();
                    rows.$field.edit(id).unwrap().$column = other.clone();
                    let mut row = wanted.$field.get(id).unwrap().clone();
                    (row.$column, row.rev) = (other, 2);
                    wanted.$field.insert(row);
                }
            )* };
        }
        change!(
            seen: until, keys: wrapped, consultations: stage, rooms: card, log: value, offices: sealed,
            participants: sealed, accounts: sealed, organisations: sealed, organisation_names: organisation_id,
            contributions: cap, tags: kind, approvals: state, questions: sealed, dialogs: sealed, outbox: reason,
            posts: hash, citations: post_id, digests: room_id, jobs: reason, audit: sealed, cursors: value,
            parked: sealed, counters: value, calls: closes, entries: sealed, forms: changes,
        );
        store.write(rows.into_changes()).await.unwrap();
        all_the_same(&store, &wanted).await;
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_row_that_is_gone_is_a_conflict_for_who_changes_or_deletes_it() {
    for_each_database(|url| async move {
        let store = open(&url).await;
        write_counters(&store, [counter(1, 0), counter(2, 0)]).await.unwrap();
        let mut rows = Rows::default();
        rows.counters.load(store.select("1 = 1", &[]).await.unwrap());
        let (mut again, mut changed) = (rows.clone(), rows.clone());
        rows.counters.remove(1);
        store.write(rows.into_changes()).await.unwrap();
        assert_eq!(counters(&store).await, [(2, 0)]);
        again.counters.remove(1);
        assert!(store.write(again.into_changes()).await.unwrap_err().is_conflict());
        // A change of a row that is gone would bring it back.
        changed.counters.edit(1).unwrap().value = 9;
        assert!(store.write(changed.into_changes()).await.unwrap_err().is_conflict());
        assert_eq!(counters(&store).await, [(2, 0)], "nothing that was deleted comes back");
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_unique_hash_is_there_once_and_the_write_all_or_nothing() {
    for_each_database(|url| async move {
        let store = open(&url).await;
        let write = |id: i64, hash: u8| {
            let mut rows = Rows::default();
            let hash = vec![hash; 32];
            rows.seen.insert(Seen { id, rev: 1, hash, kind: "source".into(), contribution_id: None, until: None });
            rows.counters.insert(counter(id, 0));
            store.write(rows.into_changes())
        };
        write(1, 7).await.unwrap();
        let error = write(2, 7).await.unwrap_err();
        assert!(error.is_conflict(), "{error}");
        write(3, 8).await.unwrap();
        assert_eq!(counters(&store).await, [(1, 0), (3, 0)]);
        // The other way round: the hash is new, what comes after it is not.
        let mut rows = Rows::default();
        let hash = vec![9; 32];
        rows.seen.insert(Seen { id: 4, rev: 1, hash, kind: "source".into(), contribution_id: None, until: None });
        rows.counters.insert(counter(1, 1));
        assert!(store.write(rows.into_changes()).await.unwrap_err().is_conflict());
        assert_eq!(store.count::<Seen>("1 = 1", &[]).await.unwrap(), 2);
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn lists_of_any_length_find_each_row_once() {
    for_each_database(|url| async move {
        let store = open(&url).await;
        write_counters(&store, (1..=450).map(|id| counter(id, id))).await.unwrap();
        for length in [0, 1, 2, 4, 5, 17, 65, 200, 201, 450] {
            let ids: Vec<Value> = (1..=length).map(Value::Int).collect();
            let found: Vec<Counter> = store.select_in("id", &ids).await.unwrap();
            assert_eq!(found.len() as i64, length);
            let names: Vec<String> = (1..=length).map(|id| format!("counter {id}")).collect();
            let names: Vec<Value> = names.iter().map(|name| Value::Text(name)).collect();
            assert_eq!(store.select_in::<Counter>("name", &names).await.unwrap().len() as i64, length);
        }
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_store_of_a_newer_program_is_refused_and_left_alone() {
    for_each_database(|url| async move {
        open(&url).await.close().await;
        open(&url).await.close().await;
        let known = inspect(&url).await.unwrap().unwrap();
        assert_eq!((known.schema, known.schema > 0), (known.known, true));
        let mut connection = AnyConnection::connect(&url).await.unwrap();
        let insert = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                      VALUES (999, 'later', TRUE, $1, 0)";
        sqlx::query(insert).bind(vec![0u8]).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        let error = Store::open(&url, ring(), source(1).1).await.map(|_| ()).unwrap_err();
        assert!(matches!(error, StoreError::Newer { found: 999, .. }), "{error}");
        assert!(error.to_string().contains("use the newer program, or restore a backup"), "{error}");
        assert_eq!(inspect(&url).await.unwrap().unwrap().schema, 999);
    })
    .await;
}

#[tokio::test]
async fn two_processes_may_open_a_fresh_database_at_once() {
    for_each_database(|url| async move {
        let (left, right) =
            tokio::join!(Store::open(&url, ring(), source(1).1), Store::open(&url, ring(), source(2).1));
        let (left, right) = (left.unwrap(), right.unwrap());
        let mut snapshot = left.snapshot().unwrap();
        let sealed = snapshot.seal_house(1, &"word").unwrap().to_bytes().unwrap();
        assert_eq!(right.snapshot().unwrap().open_house::<String>(1, &sealed.into()).unwrap(), "word");
        left.close().await;
        right.close().await;
    })
    .await;
}

#[tokio::test]
async fn other_keys_are_refused() {
    for_each_database(|url| async move {
        open(&url).await.close().await;
        for (seed, day) in [(2, NOW), (2, NOW + DAY)] {
            let other = Keyring::in_memory(&mut Draw::new([seed; 32]), day);
            let error = Store::open(&url, other, source(1).1).await.map(|_| ()).unwrap_err();
            assert!(matches!(error, StoreError::WrongKeys), "{error}");
        }
        open(&url).await.close().await;
    })
    .await;
}

#[tokio::test]
async fn what_a_database_looks_like_is_told_without_changing_it() {
    for_each_database(|url| async move {
        let before = inspect(&url).await.unwrap();
        assert!(before.is_none_or(|found| found.schema == 0));
        let again = inspect(&url).await.unwrap();
        assert!(again.is_none_or(|found| found.schema == 0), "looking made a schema");
        let store = open(&url).await;
        let found = inspect(&url).await.unwrap().unwrap();
        assert!(found.writable.is_ok() && found.bytes > 10_000, "{found:?}");
        assert!(store.size().await.unwrap() > 10_000);
        assert_eq!(store.last_backup().await.unwrap(), None);
        store.note_backup().await.unwrap();
        store.note_backup().await.unwrap();
        assert_eq!(store.last_backup().await.unwrap(), Some(NOW));
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn one_process_at_a_time_holds_a_lease() {
    for_each_database(|url| async move {
        let (first, second) = (open(&url).await, Store::open(&url, ring(), source(2).1).await.unwrap());
        let held = first.acquire_lease("the bot", NOW, 100).await.unwrap();
        let refused = second.acquire_lease("the bot", NOW + 99, 100).await.unwrap_err();
        assert!(refused.to_string().starts_with("another process runs the bot: stop it first"), "{refused}");
        second.acquire_lease("another thing", NOW, 100).await.unwrap();
        first.renew_lease(&held, NOW + 90, 100).await.unwrap();
        assert!(second.acquire_lease("the bot", NOW + 150, 100).await.is_err());

        // The first is not heard of for too long: the second takes over, and the first writes no more.
        let guarded = first.guarded(&held);
        write_counters(&guarded, [counter(1, 0)]).await.unwrap();
        let taken = second.acquire_lease("the bot", NOW + 190, 100).await.unwrap();
        let error = write_counters(&guarded, [counter(2, 0)]).await.unwrap_err();
        assert!(matches!(error, StoreError::Leased(_)), "{error}");
        assert!(matches!(first.renew_lease(&held, NOW + 191, 100).await, Err(StoreError::Leased(_))));
        assert!(first.release_lease(&held).await.is_err());
        write_counters(&second.guarded(&taken), [counter(3, 0)]).await.unwrap();
        assert_eq!(counters(&first).await, [(1, 0), (3, 0)]);

        second.release_lease(&taken).await.unwrap();
        first.acquire_lease("the bot", NOW + 192, 100).await.unwrap();
        first.close().await;
        second.close().await;
    })
    .await;
}

#[tokio::test]
async fn of_two_processes_that_take_a_lease_at_once_one_gets_it() {
    for_each_database(|url| async move {
        let (first, second) = (open(&url).await, Store::open(&url, ring(), source(2).1).await.unwrap());
        for now in [NOW, NOW + 1_000] {
            let (left, right) =
                tokio::join!(first.acquire_lease("the bot", now, 100), second.acquire_lease("the bot", now, 100));
            assert_ne!(left.is_ok(), right.is_ok(), "{left:?} {right:?}");
            let refused = left.err().or(right.err()).unwrap();
            assert!(matches!(refused, StoreError::Leased(_)), "{refused}");
        }
        first.close().await;
        second.close().await;
    })
    .await;
}

/// A backup of a store with something in every table.
async fn a_backup(rows: &Rows) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&format!("sqlite:{}", folder.path().join("from.db").display())).await;
    store.write(rows.clone().into_changes()).await.unwrap();
    let mut file = Vec::new();
    let done = store.backup(&mut file).await.unwrap();
    assert_eq!(done, BackedUp { rows: 2 * TABLES.len() as u64 + 1, at: NOW });
    store.close().await;
    file
}

#[tokio::test]
async fn a_backup_goes_into_either_database_whole() {
    let rows = rows_of_every_table();
    let file = a_backup(&rows).await;
    for_each_database(move |url| {
        let (rows, file) = (rows.clone(), file.clone());
        async move {
            let store = Store::open(&url, ring(), source(9).1).await.unwrap();
            store.restore(&mut &file[..]).await.unwrap();
            all_the_same(&store, &rows).await;
            assert_eq!(store.count::<Lease>("1 = 1", &[]).await.unwrap(), 0, "who held a lease is elsewhere");
            // What comes out again is what went in, leases apart.
            let mut again = Vec::new();
            store.backup(&mut again).await.unwrap();
            let lines = |file: &[u8]| {
                let text = String::from_utf8(file.to_vec()).unwrap();
                let lines: Vec<String> = text.lines().map(str::to_owned).collect();
                lines.into_iter().filter(|l| l.starts_with('[') && !l.starts_with("[\"leases")).collect::<Vec<_>>()
            };
            assert_eq!(lines(&again), lines(&file));
            // A second time there is something there.
            let error = store.restore(&mut &file[..]).await.unwrap_err();
            assert!(matches!(error, BackupError::NotEmpty(_)), "{error}");
            all_the_same(&store, &rows).await;
            store.close().await;
            // The house key is the one of the backup from now on.
            Store::open(&url, ring(), source(10).1).await.unwrap().close().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_backup_that_is_not_whole_restores_nothing() {
    let file = a_backup(&rows_of_every_table()).await;
    for_each_database(move |url| {
        let file = file.clone();
        async move {
            let text = String::from_utf8(file).unwrap();
            let lines = text.lines().count();
            let without_end = text.lines().take(lines - 1).map(|l| format!("{l}\n")).collect::<String>();
            let cases = [
                (text.chars().take(text.chars().count() / 2).collect(), "cut off"),
                (without_end, "cut off"),
                (text.replacen("\"slug 10", "\"slug 19", 1), "the file is damaged"),
                (text.replacen("[\"cursors\"", "[\"curses\"", 1), "no row of a table that I know"),
                (text.replacen("\"schema\":", "\"schema\":9", 1), "the backup has schema 9"),
                ("{}\n".to_owned(), "line 1 of the backup"),
                (String::new(), "line 1 of the backup is cut off"),
            ];
            let store = open(&url).await;
            for (file, says) in cases {
                let error = store.restore(&mut file.as_bytes()).await.unwrap_err().to_string();
                assert!(error.contains(says), "{error} / {says}");
                assert_eq!(store.count::<Seen>("1 = 1", &[]).await.unwrap(), 0);
                assert_eq!(store.count::<KeyRow>("1 = 1", &[]).await.unwrap(), 1, "the house key stays");
            }
            store.restore(&mut text.as_bytes()).await.unwrap();
            store.close().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_backup_of_other_keys_is_refused() {
    let file = a_backup(&rows_of_every_table()).await;
    for_each_database(move |url| {
        let file = file.clone();
        async move {
            let other = Keyring::in_memory(&mut Draw::new([2; 32]), NOW);
            let store = Store::open(&url, other, source(1).1).await.unwrap();
            let error = store.restore(&mut &file[..]).await.unwrap_err();
            assert!(matches!(error, BackupError::Store(StoreError::WrongKeys)), "{error}");
            assert_eq!(store.count::<Seen>("1 = 1", &[]).await.unwrap(), 0);
            store.close().await;
        }
    })
    .await;
}

/// A participant with something sealed under the own key, and one version key below it.
async fn a_person(store: &Store, word: &str) -> (i64, i64, Vec<u8>) {
    let mut snapshot = store.snapshot().unwrap();
    let person = snapshot.id();
    snapshot.make_participant_key(person).unwrap();
    let version = snapshot.make_version_key(person).unwrap();
    let sealed = snapshot.seal(version, 1, &word).unwrap().to_bytes().unwrap();
    store.write(snapshot.into_changes()).await.unwrap();
    (person, version, sealed)
}

async fn read(store: &Store, (person, version, sealed): &(i64, i64, Vec<u8>)) -> Result<String, StoreError> {
    let mut snapshot = store.snapshot()?;
    snapshot.rows.keys.load(store.select_in("id", &[Value::Int(*person), Value::Int(*version)]).await?);
    snapshot.open(*version, 1, &sealed.clone().into())
}

#[tokio::test]
async fn after_five_weeks_an_old_backup_opens_nothing_and_what_lives_opens() {
    for_each_database(|url| async move {
        let folder = tempfile::tempdir().unwrap();
        let (clock, source) = source(1);
        let keys = folder.path().join("keys");
        let ring = Keyring::create(&keys, &mut source.draw().unwrap(), NOW).unwrap();
        let store = Store::open(&url, ring, source.clone()).await.unwrap();
        // More than one batch of keys.
        let mut people = Vec::new();
        for n in 0..205 {
            people.push(a_person(&store, &format!("word {n}")).await);
        }
        let mut backup = Vec::new();
        store.backup(&mut backup).await.unwrap();
        let old_keys: Vec<KeyRow> = store.select("parent = 0", &[]).await.unwrap();

        for week in 1..=5 {
            clock.advance(WEEK);
            let done = store.change_keys().await.unwrap();
            let expected = ChangedKeys { renewed: true, people: 204 + week, resealed: 0, forgotten: 0 };
            assert_eq!(done, expected, "week {week}");
            people.push(a_person(&store, &format!("week {week}")).await);
            let daily = store.change_keys().await.unwrap();
            assert_eq!((daily.renewed, daily.people), (false, 0));
            assert_eq!(daily.forgotten, usize::from(week == 5), "a key lives for 30 days");
        }
        for (n, person) in people.iter().enumerate().step_by(20) {
            let word = if n < 205 { format!("word {n}") } else { format!("week {}", n - 204) };
            assert_eq!(read(&store, person).await.unwrap(), word);
        }
        let ring = &store.vault().ring;
        assert!(old_keys.len() == 206 && old_keys.iter().all(|row| ring.unwrap(row.id, &row.wrapped).is_err()));
        store.close().await;

        // What is in the folder opens the database, and the old backup no more.
        let ring = Keyring::open(&keys).unwrap();
        assert_eq!(ring.newest().1, 5);
        let store = Store::open(&url, ring.clone(), source.clone()).await.unwrap();
        assert_eq!(read(&store, &people[0]).await.unwrap(), "word 0");
        store.close().await;
        let elsewhere = format!("sqlite:{}", folder.path().join("elsewhere.db").display());
        let store = Store::open(&elsewhere, ring, source).await.unwrap();
        let error = store.restore(&mut &backup[..]).await.unwrap_err().to_string();
        assert!(error.contains("it may have been deleted after 30 days"), "{error}");
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_change_of_keys_that_was_cut_off_is_finished_by_the_next() {
    for_each_database(|url| async move {
        let folder = tempfile::tempdir().unwrap();
        let (clock, source) = source(1);
        let keys = folder.path().join("keys");
        let ring = Keyring::create(&keys, &mut source.draw().unwrap(), NOW).unwrap();
        let store = Store::open(&url, ring.clone(), source.clone()).await.unwrap();
        let person = a_person(&store, "word").await;
        store.close().await;
        // The new key is in the folder, and nothing is wrapped by it yet.
        clock.advance(WEEK);
        let mut cut = ring;
        assert!(cut.renew(&mut source.draw().unwrap(), NOW + WEEK).unwrap());
        let store = Store::open(&url, Keyring::open(&keys).unwrap(), source).await.unwrap();
        let expected = ChangedKeys { renewed: false, people: 1, resealed: 0, forgotten: 0 };
        assert_eq!(store.change_keys().await.unwrap(), expected);
        assert_eq!(read(&store, &person).await.unwrap(), "word");
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_key_that_was_destroyed_is_in_no_file_of_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.db");
    let store = open(&format!("sqlite:{}", path.display())).await;
    let (person, ..) = a_person(&store, "word").await;
    let mut snapshot = store.snapshot().unwrap();
    snapshot.rows.keys.load(store.select("id = $1", &[Value::Int(person)]).await.unwrap());
    let wrapped = snapshot.rows.keys.get(person).unwrap().wrapped.clone();
    assert!(store.purge_erased().await.unwrap());
    assert!(in_files(folder.path(), &wrapped), "the test would not see it");
    snapshot.destroy_key(person);
    store.write(snapshot.into_changes()).await.unwrap();
    assert!(store.purge_erased().await.unwrap());
    assert!(!in_files(folder.path(), &wrapped));
    store.close().await;
}

#[tokio::test]
async fn what_was_erased_can_be_purged_on_both() {
    for_each_database(|url| async move {
        let store = open(&url).await;
        assert!(store.purge_erased().await.unwrap());
        store.close().await;
    })
    .await;
}

fn in_files(folder: &std::path::Path, bytes: &[u8]) -> bool {
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    files.into_iter().any(|file| file.windows(bytes.len()).any(|window| window == bytes))
}

async fn refusal(url: &str) -> String {
    let (_, source): (_, Source) = source(1);
    Store::open(url, ring(), source).await.map(|_| ()).unwrap_err().to_string()
}

#[tokio::test]
async fn what_is_wrong_with_a_database_is_one_sentence_with_the_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let url = |name: &str| format!("sqlite:{}", folder.path().join(name).display());

    std::fs::write(folder.path().join("letter.db"), "Dear secretariat, this is no database. ".repeat(50)).unwrap();
    let damaged = "the database file is damaged, or is none: move it away and restore a backup with gcm-talks restore";
    assert_eq!(refusal(&url("letter.db")).await, damaged);
    assert_eq!(inspect(&url("letter.db")).await.unwrap_err().to_string(), damaged);

    std::fs::create_dir(folder.path().join("folder.db")).unwrap();
    let error = refusal(&url("folder.db")).await;
    assert!(error.starts_with("the database cannot be reached (") && error.contains("check that"), "{error}");
    let error = refusal(&url("letter.db/inside.db")).await;
    assert!(error.starts_with("the database cannot be reached ("), "{error}");

    let error = refusal("mysql://root:hunter2@db/talks").await;
    assert!(error.contains("write sqlite:PATH or postgres://USER@HOST/NAME") && !error.contains("hunter2"), "{error}");
    // Nobody listens on this port of this machine: it is answered at once.
    let error = refusal("postgres://bot:hunter2@127.0.0.1:1/talks").await;
    assert!(error.starts_with("the database cannot be reached (") && !error.contains("hunter2"), "{error}");
}

#[tokio::test]
async fn a_database_whose_pages_are_mixed_up_is_found_by_looking() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.db");
    let url = format!("sqlite:{}", path.display());
    let store = open(&url).await;
    store.write(rows_of_every_table().into_changes()).await.unwrap();
    store.close().await;
    let mut bytes = std::fs::read(&path).unwrap();
    for page in (8_192..bytes.len() - 4_096).step_by(12_288) {
        bytes[page..page + 4_096].fill(0xa5);
    }
    std::fs::write(&path, bytes).unwrap();
    let error = inspect(&url).await.unwrap_err().to_string();
    assert!(error.contains("damaged") && error.contains("gcm-talks restore"), "{error}");
}

#[tokio::test]
async fn an_old_copy_of_the_database_does_not_open_with_the_keys_of_today() {
    for_each_database(|url| async move {
        let clock = Arc::new(ManualClock::new(NOW));
        let source = Source { clock: clock.clone(), chance: Arc::new(SeededChance::new(77)) };
        let ring = Keyring::in_memory(&mut source.draw().unwrap(), NOW);
        let store = Store::open(&url, ring, source).await.unwrap();
        let mut snapshot = store.snapshot().unwrap();
        let participant = snapshot.id();
        snapshot.make_participant_key(participant).unwrap();
        let version = snapshot.make_version_key(participant).unwrap();
        store.write(snapshot.into_changes()).await.unwrap();
        let key = |id: i64| {
            let store = store.clone();
            async move { store.select::<KeyRow>("id = $1", &[Value::Int(id)]).await.unwrap().pop().unwrap() }
        };
        let copied = key(version).await;
        assert!(store.vault().open_key(&copied, Some(&key(participant).await)).is_ok());

        clock.advance(WEEK);
        store.change_keys().await.unwrap();
        let participant = key(participant).await;
        assert!(store.vault().open_key(&key(version).await, Some(&participant)).is_ok(), "what lives opens");
        assert!(store.vault().open_key(&copied, Some(&participant)).is_err(), "the copy opens with the new key");
    })
    .await;
}

#[tokio::test]
async fn what_is_written_by_a_key_that_has_changed_is_decided_anew() {
    for_each_database(|url| async move {
        let clock = Arc::new(ManualClock::new(NOW));
        let source = Source { clock: clock.clone(), chance: Arc::new(SeededChance::new(78)) };
        let ring = Keyring::in_memory(&mut source.draw().unwrap(), NOW);
        let store = Store::open(&url, ring, source).await.unwrap();
        let mut snapshot = store.snapshot().unwrap();
        let participant = snapshot.id();
        snapshot.make_participant_key(participant).unwrap();
        store.write(snapshot.into_changes()).await.unwrap();

        let mut late = store.snapshot().unwrap();
        late.rows.keys.load(store.select::<KeyRow>("id = $1", &[Value::Int(participant)]).await.unwrap());
        late.make_version_key(participant).unwrap();
        clock.advance(WEEK);
        store.change_keys().await.unwrap();
        assert!(store.write(late.into_changes()).await.unwrap_err().is_conflict());
    })
    .await;
}

/// Jobs with a word each, sealed by the house key: more than one batch of them.
async fn jobs(store: &Store, count: usize) {
    let mut snapshot = store.snapshot().unwrap();
    for n in 0..count {
        snapshot.queue_job("digest", None, &format!("word {n}"), NOW).unwrap();
    }
    store.write(snapshot.into_changes()).await.unwrap();
}

async fn words(store: &Store) -> Vec<String> {
    let vault = store.vault();
    let jobs = store.select::<Job>("1 = 1 ORDER BY id", &[]).await.unwrap();
    jobs.iter().map(|job| vault.open(job.id, &job.sealed).unwrap()).collect()
}

/// A store with keys in a folder.
async fn with_keys(url: &str, folder: &std::path::Path) -> (Arc<ManualClock>, Store) {
    let (clock, source) = source(1);
    let ring = Keyring::create(&folder.join("keys"), &mut source.draw().unwrap(), NOW).unwrap();
    (clock, Store::open(url, ring, source).await.unwrap())
}

#[tokio::test]
async fn what_the_house_sealed_in_an_old_backup_opens_no_more_and_all_of_today_opens() {
    for_each_database(|url| async move {
        let folder = tempfile::tempdir().unwrap();
        let (clock, store) = with_keys(&url, folder.path()).await;
        jobs(&store, 450).await;
        for _ in 0..3 {
            let mut snapshot = store.snapshot().unwrap();
            store.load(&mut snapshot, &Load::from([LoadKey::AuditHead])).await.unwrap();
            let text = |text: &str| text.to_owned();
            let entry =
                AuditEntry { office: text("moderator"), office_id: None, action: text("hide"), subject: text("AF-1") };
            trust::append(&mut snapshot, &entry).unwrap();
            store.write(snapshot.into_changes()).await.unwrap();
        }
        let before = words(&store).await;
        let old_jobs = store.select::<Job>("1 = 1", &[]).await.unwrap();
        let old_audit = store.select::<Audit>("1 = 1", &[]).await.unwrap();
        let old_keys = store.select::<KeyRow>("1 = 1", &[]).await.unwrap();

        clock.advance(WEEK);
        let changed = store.change_keys().await.unwrap();
        assert_eq!(changed, ChangedKeys { renewed: true, people: 0, resealed: 453, forgotten: 0 });
        assert_eq!(store.change_keys().await.unwrap().resealed, 0, "once a week is enough");
        // Already a week later the key of today opens nothing of then.
        let vault = store.vault();
        assert!(old_jobs.iter().all(|job| vault.open::<String>(job.id, &job.sealed).is_err()));
        assert!(old_audit.iter().all(|row| vault.open::<serde_json::Value>(row.id, &row.sealed).is_err()));
        for _ in 0..31 {
            clock.advance(DAY);
            store.change_keys().await.unwrap();
        }
        let vault = store.vault();
        assert!(old_keys.iter().all(|row| vault.open_key(row, None).is_err()), "nor does its key open");
        assert_eq!(words(&store).await, before);
        let audited = trust::verify(&store).await.unwrap().unwrap();
        assert_eq!(audited.len(), 3, "the chain of the audit log holds on");
        assert_eq!(store.count::<KeyRow>("id <= 0", &[]).await.unwrap(), 1, "the keys before are destroyed");
        store.close().await;

        // Nothing of it was in memory alone.
        let ring = Keyring::open(&folder.path().join("keys")).unwrap();
        let store = Store::open(&url, ring, source(2).1).await.unwrap();
        assert_eq!(words(&store).await, before);
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_change_of_the_house_key_that_was_cut_off_is_finished_by_the_next() {
    for_each_database(|url| async move {
        let folder = tempfile::tempdir().unwrap();
        let (clock, store) = with_keys(&url, folder.path()).await;
        jobs(&store, 450).await;
        let before = words(&store).await;
        let old = store.select::<KeyRow>("id = 0", &[]).await.unwrap().remove(0);
        let half: Vec<Job> = store.select("1 = 1 ORDER BY id LIMIT 200", &[]).await.unwrap();
        clock.advance(WEEK);
        store.change_keys().await.unwrap();

        // Half of the rows, and the key that opens them, as they are in the middle of the change.
        let key = store.vault().open_key(&old, None).unwrap();
        let mut rows = Rows::default();
        let wrapped = store.vault().ring.wrap(&mut Draw::new([3; 32]), -1, &key).unwrap();
        rows.keys.insert(KeyRow { id: -1, rev: 1, parent: 0, wrapped: wrapped.into() });
        rows.jobs.load(store.select::<Job>("1 = 1", &[]).await.unwrap());
        for job in &half {
            rows.jobs.edit(job.id).unwrap().sealed = job.sealed.clone();
        }
        store.write(rows.into_changes()).await.unwrap();
        let mut backup = Vec::new();
        store.backup(&mut backup).await.unwrap();
        store.close().await;

        let ring = Keyring::open(&folder.path().join("keys")).unwrap();
        let store = Store::open(&url, ring.clone(), Source { clock, ..source(2).1 }).await.unwrap();
        assert_eq!(words(&store).await, before, "both keys open meanwhile");
        assert_eq!(store.change_keys().await.unwrap().resealed, 200);
        assert_eq!(words(&store).await, before);
        assert_eq!(store.count::<KeyRow>("id <= 0", &[]).await.unwrap(), 1);
        store.close().await;

        // A backup of that moment brings both keys along.
        let elsewhere = format!("sqlite:{}", folder.path().join("elsewhere.db").display());
        let store = Store::open(&elsewhere, ring, source(3).1).await.unwrap();
        store.restore(&mut &backup[..]).await.unwrap();
        assert_eq!(words(&store).await, before);
        store.close().await;
    })
    .await;
}

#[tokio::test]
async fn who_still_has_the_house_key_of_before_writes_nothing_by_it() {
    for_each_database(|url| async move {
        let folder = tempfile::tempdir().unwrap();
        let (clock, store) = with_keys(&url, folder.path()).await;
        let ring = Keyring::open(&folder.path().join("keys")).unwrap();
        let other = Store::open(&url, ring, source(2).1).await.unwrap();
        // A decision that is under way, here and in another process.
        let mut here = store.snapshot().unwrap();
        here.queue_job("digest", None, &"word", NOW).unwrap();
        let mut elsewhere = other.snapshot().unwrap();
        elsewhere.queue_job("digest", None, &"word", NOW).unwrap();
        clock.advance(WEEK);
        store.change_keys().await.unwrap();
        assert!(store.write(here.into_changes()).await.unwrap_err().is_conflict());
        assert!(other.write(elsewhere.into_changes()).await.unwrap_err().is_conflict());
        // Decided anew, it rests on the key of now.
        jobs(&store, 1).await;
        jobs(&other, 1).await;
        assert_eq!(words(&store).await, ["word 0", "word 0"]);
        store.close().await;
        other.close().await;
    })
    .await;
}
