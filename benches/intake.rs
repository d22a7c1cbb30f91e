//! Messages through intake into SQLite, sealed and unique, against bare inserts of the same rows.
//!
//! The bare baseline is pinned: the rows that intake made (same tables, same number, same sizes)
//! into a copy of the same database with the same indexes, 50 rows a statement, 200 events a
//! transaction, WAL, `synchronous=FULL`. It is timed with `$1, $2, …` for the values, as both
//! databases read it, and with `?`, which SQLite reads faster and the store uses. All are timed in
//! turn on fresh files in one folder. The figure to reach: half the rate of the bare inserts.

#![allow(clippy::unwrap_used, reason = "a benchmark ends where its ground is missing")]

mod support;

use gcm_talks::chat::Event;
use gcm_talks::model::Ack;
use gcm_talks::store::{Contribution, KeyRow, Outbox, Row, Seen, Store};
use sqlx::any::AnyArguments;
use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use std::collections::BTreeSet;
use std::path::Path;
use support::{BEGIN, House, median, ms, quantile, statements, time, url, verdict};

const MESSAGES: usize = 2_000;
const PEOPLE: usize = 34;
const BATCH: usize = 200;
const ROWS_A_STATEMENT: usize = 50;
const RUNS: usize = 15;

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

    // The first run gives the rows for the others and is not counted.
    let (_, bare) = take(&empty, &at("first.db".into()), &house, events).await;
    let (mut intake_ms, mut plain, mut numbered) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..RUNS {
        // Which comes first changes from run to run.
        let mut spans = [0.0; 3];
        for turn in 0..3 {
            let which = (run + turn) % 3;
            let file = at(format!("{run}-{which}.db"));
            spans[which] = match which {
                0 => take(&empty, &file, &house, events).await.0,
                which => bare.insert(&empty, &file, which == 2).await,
            };
        }
        intake_ms.push(spans[0]);
        plain.push((spans[1], spans[1] / spans[0]));
        numbered.push((spans[2], spans[2] / spans[0]));
    }
    let rate = |ms: &mut [f64]| MESSAGES as f64 / median(ms) * 1e3;
    println!("  {name}: {:.0} messages/s, {} new rows", rate(&mut intake_ms), bare.rows());
    for (marks, pairs) in [("?", plain), ("$n", numbered)] {
        let (mut spans, mut ratios): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let (low, high) = (quantile(&mut ratios, 0.25), quantile(&mut ratios, 0.75));
        let ratio = median(&mut ratios);
        println!(
            "    bare inserts with {marks}: {:.0} messages/s; ratio {ratio:.2}, half of the pairs {low:.2} to {high:.2} (0.5): {}",
            rate(&mut spans),
            verdict(ratio >= 0.5)
        );
    }
}

/// Takes the events into a copy of a database. Gives milliseconds and the rows that they made.
async fn take(empty: &Path, file: &Path, house: &House, events: &[Event]) -> (f64, Bare) {
    std::fs::copy(empty, file).unwrap();
    let house = House::open(file, house.ring.clone(), 2, BEGIN).await;
    let (span, ()) = time(house.take(events)).await;
    let bare = Bare::of(&house.store, empty, house.ring.clone()).await;
    house.store.close().await;
    (ms(span), bare)
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

    /// Inserts them into a copy of a database, as many transactions as there were batches. Gives milliseconds.
    async fn insert(&self, empty: &Path, file: &Path, numbered: bool) -> f64 {
        std::fs::copy(empty, file).unwrap();
        let mut connection = AnyConnection::connect(&url(file)).await.unwrap();
        for pragma in ["journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY"] {
            sqlx::raw_sql(AssertSqlSafe(format!("PRAGMA {pragma}"))).execute(&mut connection).await.unwrap();
        }
        let batches = MESSAGES / BATCH;
        let (inserted, ()) = time(async {
            for batch in 0..batches {
                let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.unwrap();
                insert(&mut transaction, share(&self.seen, batch, batches), numbered).await;
                insert(&mut transaction, share(&self.keys, batch, batches), numbered).await;
                insert(&mut transaction, share(&self.contributions, batch, batches), numbered).await;
                insert(&mut transaction, share(&self.outbox, batch, batches), numbered).await;
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

async fn insert<R: Row>(connection: &mut AnyConnection, rows: &[R], numbered: bool) {
    for rows in rows.chunks(ROWS_A_STATEMENT) {
        let mut arguments = AnyArguments::default();
        for row in rows {
            row.bind(&mut arguments).unwrap();
        }
        let width = R::COLUMNS.len();
        let mark = |number: usize| if numbered { format!("${number}") } else { "?".into() };
        let marks = |row: usize| (1..=width).map(|n| mark(row * width + n)).collect::<Vec<_>>().join(", ");
        let values = (0..rows.len()).map(|row| format!("({})", marks(row))).collect::<Vec<_>>().join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES {values}", R::TABLE, R::COLUMNS.join(", "));
        sqlx::query_with(AssertSqlSafe(sql), arguments).execute(&mut *connection).await.unwrap();
    }
}
