//! Messages through intake into SQLite, sealed and unique, against bare inserts of the same rows.
//!
//! The bare baseline is pinned: the rows that intake made (same tables, same number, same sizes)
//! into a copy of the same database with the same indexes, 50 rows a statement, 200 events a
//! transaction, WAL, `synchronous=FULL`. Both are timed in turn on fresh files in one folder.
//! The figure to reach: half the rate of the bare inserts.

#![allow(clippy::unwrap_used, reason = "a benchmark ends where its ground is missing")]

mod support;

use gcm_talks::chat::Event;
use gcm_talks::model::Ack;
use gcm_talks::store::{Contribution, KeyRow, Outbox, Row, Seen, Store};
use sqlx::any::AnyArguments;
use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use std::collections::BTreeSet;
use std::path::Path;
use support::{BEGIN, House, median, ms, statements, time, url, verdict};

const MESSAGES: usize = 2_000;
const PEOPLE: usize = 34;
const BATCH: usize = 200;
const ROWS_A_STATEMENT: usize = 50;
const RUNS: usize = 7;

#[tokio::main]
async fn main() {
    println!("intake: {MESSAGES} messages by {PEOPLE} people in batches of {BATCH}, median of {RUNS} paired runs");
    // At 4 seconds each person writes every 136 seconds, at 1 second every 34: then messages join.
    let variants = [
        ("reaction", Ack::Reaction, 4_000),
        ("private", Ack::Private, 4_000),
        ("reaction, joined", Ack::Reaction, 1_000),
    ];
    for (name, ack, spacing) in variants {
        measure(name, ack, &statements(MESSAGES, 1, PEOPLE, spacing)).await;
    }
}

async fn measure(name: &str, ack: Ack, events: &[Event]) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let at = |name: String| folder.path().join(name);
    let empty = at("empty.db".into());
    let house = House::build(&empty, 1, PEOPLE, ack).await;
    house.store.close().await;

    let (mut intake_ms, mut bare_ms, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    let mut bare: Option<Bare> = None;
    for run in 0..RUNS {
        let file = at(format!("intake-{run}.db"));
        std::fs::copy(&empty, &file).unwrap();
        let house_now = House::open(&file, house.ring.clone(), 2, BEGIN).await;
        let (taken, ()) = time(house_now.take(events)).await;
        if bare.is_none() {
            bare = Some(Bare::of(&house_now.store, &empty, house.ring.clone()).await);
        }
        house_now.store.close().await;

        let file = at(format!("bare-{run}.db"));
        std::fs::copy(&empty, &file).unwrap();
        let inserted = bare.as_ref().unwrap().insert(&file).await;
        intake_ms.push(ms(taken));
        bare_ms.push(inserted);
        ratios.push(inserted / ms(taken));
    }
    let rate = |ms: f64| MESSAGES as f64 / ms * 1e3;
    let (taken, inserted, ratio) = (median(&mut intake_ms), median(&mut bare_ms), median(&mut ratios));
    println!(
        "  {name}: {:.0} messages/s; bare inserts of the same {} rows {:.0} messages/s; ratio {ratio:.2} (0.5): {}",
        rate(taken),
        bare.map_or(0, |bare| bare.rows()),
        rate(inserted),
        verdict(ratio >= 0.5)
    );
}

/// The rows that intake made, table by table.
struct Bare {
    seen: Vec<Seen>,
    keys: Vec<KeyRow>,
    contributions: Vec<Contribution>,
    outbox: Vec<Outbox>,
}

impl Bare {
    /// The rows that a store has beyond those of the database that it was copied from.
    async fn of(store: &Store, empty: &Path, ring: gcm_talks::seal::Keyring) -> Bare {
        let before = House::open(empty, ring, 3, BEGIN).await;
        let keys: BTreeSet<i64> = all::<KeyRow>(&before.store).await.iter().map(Row::id).collect();
        before.store.close().await;
        Bare {
            seen: all(store).await,
            keys: all::<KeyRow>(store).await.into_iter().filter(|row| !keys.contains(&row.id)).collect(),
            contributions: all(store).await,
            outbox: all(store).await,
        }
    }

    fn rows(&self) -> usize {
        self.seen.len() + self.keys.len() + self.contributions.len() + self.outbox.len()
    }

    /// Inserts them into a file, as many transactions as there were batches. Gives milliseconds.
    async fn insert(&self, file: &Path) -> f64 {
        let mut connection = AnyConnection::connect(&url(file)).await.unwrap();
        for pragma in ["journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY"] {
            sqlx::raw_sql(AssertSqlSafe(format!("PRAGMA {pragma}"))).execute(&mut connection).await.unwrap();
        }
        let batches = MESSAGES / BATCH;
        let (inserted, ()) = time(async {
            for batch in 0..batches {
                let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.unwrap();
                insert(&mut transaction, share(&self.seen, batch, batches)).await;
                insert(&mut transaction, share(&self.keys, batch, batches)).await;
                insert(&mut transaction, share(&self.contributions, batch, batches)).await;
                insert(&mut transaction, share(&self.outbox, batch, batches)).await;
                transaction.commit().await.unwrap();
            }
        })
        .await;
        connection.close().await.unwrap();
        ms(inserted)
    }
}

async fn all<R: Row>(store: &Store) -> Vec<R> {
    store.select("1 = 1 ORDER BY id", &[]).await.unwrap()
}

/// The rows of one of so many batches.
fn share<R>(rows: &[R], batch: usize, batches: usize) -> &[R] {
    &rows[rows.len() * batch / batches..rows.len() * (batch + 1) / batches]
}

async fn insert<R: Row>(connection: &mut AnyConnection, rows: &[R]) {
    for rows in rows.chunks(ROWS_A_STATEMENT) {
        let mut arguments = AnyArguments::default();
        for row in rows {
            row.bind(&mut arguments).unwrap();
        }
        let columns = R::COLUMNS.len();
        let values: Vec<String> = (0..rows.len())
            .map(|row| {
                let marks: Vec<String> = (1..=columns).map(|n| format!("${}", row * columns + n)).collect();
                format!("({})", marks.join(", "))
            })
            .collect();
        let sql = format!("INSERT INTO {} ({}) VALUES {}", R::TABLE, R::COLUMNS.join(", "), values.join(", "));
        sqlx::query_with(AssertSqlSafe(sql), arguments).execute(&mut *connection).await.unwrap();
    }
}
