//! A command, from the event to the committed outbox row, in a store of some size; beside it, the
//! bare insert of one outbox row in a transaction of its own.
//!
//! The figure to reach: under 5 ms at the median.

#![allow(clippy::unwrap_used, reason = "a benchmark ends where its ground is missing")]

mod support;

use gcm_talks::chat::{Batch, Event};
use gcm_talks::model::{Ack, SECOND};
use gcm_talks::store::{Outbox, Row, Store};
use sqlx::any::AnyArguments;
use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use support::{House, median, message, ms, person, quantile, room, statements, time, url, verdict};

const CONTRIBUTIONS: usize = 5_000;
const PEOPLE: usize = 300;
const ROOMS: usize = 20;
const RUNS: usize = 200;
const LIMIT: f64 = 5.0;

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let file = folder.path().join("house.db");
    let house = House::build(&file, ROOMS, PEOPLE, Ack::Private).await;
    house.take(&statements(CONTRIBUTIONS, ROOMS, PEOPLE, SECOND)).await;
    let held = house.store.count::<gcm_talks::store::Contribution>("1 = 1", &[]).await.unwrap();
    println!("command: {held} contributions, {PEOPLE} people, {ROOMS} rooms; {RUNS} of each, in turn");

    let commands = ["help", "status", "my contributions", "say Recruitment fees keep our members in debt for years."];
    let mut taken: Vec<Vec<f64>> = vec![Vec::new(); commands.len()];
    let mut bare = Vec::new();
    let mut raw = AnyConnection::connect(&url(&file)).await.unwrap();
    for pragma in ["synchronous = FULL", "secure_delete = ON", "busy_timeout = 5000"] {
        sqlx::raw_sql(AssertSqlSafe(format!("PRAGMA {pragma}"))).execute(&mut raw).await.unwrap();
    }
    for run in 0..RUNS {
        for (command, taken) in commands.iter().zip(&mut taken) {
            house.clock.advance(10 * SECOND);
            let event = typed(&house, command, run * commands.len() + taken.len());
            let last = newest(&house.store).await.map(|row| row.id);
            let batch = Batch { events: vec![event], cursor: None };
            let (span, done) = time(house.intake.take(batch)).await;
            done.unwrap();
            let row = newest(&house.store).await;
            assert!(row.as_ref().map(|row| row.id) > last, "{command} was not answered");
            taken.push(ms(span));
        }
        bare.push(insert_one(&mut raw, newest(&house.store).await.unwrap(), run).await);
    }
    let base = median(&mut bare);
    for (command, taken) in commands.iter().zip(&mut taken) {
        let name = command.split_once(" Rec").map_or(*command, |(name, _)| name);
        let (middle, most) = (median(taken), quantile(taken, 0.95));
        println!(
            "  {name}: median {middle:.2} ms, 95 % under {most:.2} ms; bare insert of one row {base:.2} ms, ratio {:.1} ({LIMIT} ms): {}",
            middle / base,
            verdict(middle < LIMIT)
        );
    }
}

/// What a person types in private, or every third time in a room.
fn typed(house: &House, command: &str, number: usize) -> Event {
    use gcm_talks::clock::Clock;
    let who = person(number * 7 % PEOPLE);
    let at = house.clock.now();
    let number_of_event = 1_000_000 + at as usize % 1_000_000_000;
    if number.is_multiple_of(3) {
        return message(number_of_event, &room(number % ROOMS), &who, at, format!("!gcm {command}"));
    }
    let private = message(number_of_event, &format!("private-{who}"), &who, at, command.into());
    Event { direct: true, ..private }
}

async fn newest(store: &Store) -> Option<Outbox> {
    store.select::<Outbox>("id = (SELECT MAX(id) FROM outbox)", &[]).await.unwrap().pop()
}

/// Inserts a row like this one by itself. Gives milliseconds.
async fn insert_one(raw: &mut AnyConnection, row: Outbox, run: usize) -> f64 {
    // Far below every other identifier, so that it is not the newest.
    let row = Outbox { id: run as i64 + 1, state: "sent".into(), ..row };
    let marks: Vec<String> = (1..=Outbox::COLUMNS.len()).map(|n| format!("${n}")).collect();
    let sql = format!("INSERT INTO outbox ({}) VALUES ({})", Outbox::COLUMNS.join(", "), marks.join(", "));
    let mut arguments = AnyArguments::default();
    row.bind(&mut arguments).unwrap();
    let (span, ()) = time(async {
        let mut transaction = raw.begin_with("BEGIN IMMEDIATE").await.unwrap();
        sqlx::query_with(AssertSqlSafe(sql), arguments).execute(&mut *transaction).await.unwrap();
        transaction.commit().await.unwrap();
    })
    .await;
    ms(span)
}
