//! What several test programs share: a fresh store on each kind of database, a platform that
//! exists in memory alone, and a town in which people write there and the bot listens.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may end where its ground is missing"
)]

pub mod platform;
pub mod town;

use gcm_talks::clock::{ManualClock, SeededChance, Source};
use gcm_talks::record;
use gcm_talks::seal::Sealed;
use gcm_talks::store::*;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::future::Future;
use std::io::Write;
use std::sync::Arc;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

/// 2027-01-15, 08:00 UTC.
pub const NOW: i64 = 1_800_000_000_000;

/// A URL of a PostgreSQL server on which databases may be made.
const SERVER: &str = "GCM_TALKS_TEST_POSTGRES";

static MADE: AtomicU32 = AtomicU32::new(0);

/// Runs a test on a fresh SQLite database, and on a fresh PostgreSQL one where
/// `GCM_TALKS_TEST_POSTGRES` names a server; there it fails if the server cannot be reached.
pub async fn for_each_database<F, T>(test: F)
where
    F: Fn(String) -> T,
    T: Future<Output = ()> + Send + 'static,
{
    let folder = tempfile::tempdir().unwrap();
    println!("on SQLite");
    test(format!("sqlite:{}", folder.path().join("test.db").display())).await;
    let Some(server) = postgres_server() else { return };
    println!("on PostgreSQL");
    let (name, url) = make_postgres(&server).await;
    let done = tokio::spawn(test(url)).await;
    drop_postgres(&server, &name).await;
    if let Err(e) = done {
        std::panic::resume_unwind(e.into_panic());
    }
}

/// The PostgreSQL server, if one is given. Without one, the test program says so once.
pub fn postgres_server() -> Option<String> {
    static SAID: Once = Once::new();
    let server = std::env::var(SERVER).ok().filter(|url| !url.is_empty());
    if server.is_none() {
        SAID.call_once(|| not_run("on PostgreSQL", SERVER));
    }
    server
}

/// Says on standard error that something was not run. Written past the harness, which would keep
/// it from who runs the tests.
pub fn not_run(what: &str, variable: &str) {
    let _ = writeln!(std::io::stderr(), "not run {what}: set {variable}, or use tests/run");
}

/// Makes a fresh database: its name and URL.
pub async fn make_postgres(server: &str) -> (String, String) {
    let name = format!("gcm_talks_test_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::SeqCst));
    let mut connection = PgConnection::connect(server)
        .await
        .unwrap_or_else(|e| panic!("the PostgreSQL server of {SERVER} cannot be reached: {e}"));
    sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let (scheme, rest) = server.split_once("://").unwrap();
    let (place, options) = rest.split_once('?').map_or((rest, String::new()), |(p, o)| (p, format!("?{o}")));
    let host = place.split('/').next().unwrap_or_default();
    (name.clone(), format!("{scheme}://{host}/{name}{options}"))
}

/// Drops a database, whoever is still connected to it.
pub async fn drop_postgres(server: &str, name: &str) {
    let mut connection = PgConnection::connect(server).await.unwrap();
    let sql = AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// A clock that stands at [`NOW`] until it is moved, and chance from a seed.
pub fn source(seed: u64) -> (Arc<ManualClock>, Source) {
    let clock = Arc::new(ManualClock::new(NOW));
    (clock.clone(), Source { clock, chance: Arc::new(SeededChance::new(seed)) })
}

/// Everything in a store that opens with its keys, as one text.
pub async fn opened(store: &Store) -> String {
    let vault = store.vault();
    let mut all = String::new();
    let mut take = |value: serde_json::Value| all.push_str(&format!("{value}\n"));
    let house = |id: i64, sealed: &Sealed| vault.open::<serde_json::Value>(id, sealed).unwrap();
    macro_rules! by_house {
        ($($row:ident),*) => { $(
            for row in store.select::<$row>("1 = 1", &[]).await.unwrap() {
                // What is settled is emptied.
                if !row.sealed.is_empty() { take(house(row.id, &row.sealed)); }
            }
        )* };
    }
    by_house!(Office, Organisation, Question, Dialog, Outbox, Post, Digest, Job, Audit, Parked, Talk);
    let mut snapshot = store.snapshot().unwrap();
    store.load_base(&mut snapshot).await.unwrap();
    let load: Load = snapshot.rows.consultations.iter().map(|c| LoadKey::Consultation(c.id)).collect();
    store.load(&mut snapshot, &load).await.unwrap();
    let mut people = store.snapshot().unwrap();
    people.rows.keys.load(store.select::<KeyRow>("1 = 1", &[]).await.unwrap());
    for row in store.select::<Participant>("1 = 1", &[]).await.unwrap() {
        take(people.open(row.id, row.id, &row.sealed).unwrap());
    }
    for row in store.select::<Account>("1 = 1", &[]).await.unwrap() {
        take(people.open(row.participant_id, row.id, &row.sealed).unwrap());
    }
    for row in store.select::<Entry>("1 = 1", &[]).await.unwrap() {
        // What is withdrawn is emptied.
        if !row.sealed.is_empty() {
            take(people.open(row.participant_id, row.id, &row.sealed).unwrap());
        }
    }
    for row in snapshot.rows.contributions.iter() {
        if let Some(body) = record::body_of(&snapshot, row).unwrap() {
            take(serde_json::to_value(body).unwrap());
        }
    }
    all
}
