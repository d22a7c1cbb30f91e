//! A digest from the store; beside it, reading and opening what it rests on.
//!
//! The figure to reach: over 600 statements under 200 ms. Over 5,000 it shows how it grows.

#![allow(clippy::unwrap_used, reason = "a benchmark ends where its ground is missing")]

mod support;

use gcm_talks::clock::Clock;
use gcm_talks::digest::{self, Scope};
use gcm_talks::model::{Ack, Language};
use support::{House, median, ms, statements, time, verdict};

const PEOPLE: usize = 120;
const ROOMS: usize = 6;
const LIMIT: f64 = 200.0;

#[tokio::main]
async fn main() {
    println!("digest: by {PEOPLE} people in {ROOMS} rooms and seven languages");
    for (count, runs, limit) in [(600, 11, Some(LIMIT)), (5_000, 3, None)] {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let house = House::build(&folder.path().join("house.db"), ROOMS, PEOPLE, Ack::Reaction).await;
        house.take(&statements(count, ROOMS, PEOPLE, 2_000)).await;
        let scope = Scope::consultation(house.consultation, house.clock.now());

        let (mut whole, mut gathered) = (Vec::new(), Vec::new());
        let mut themes = 0;
        // The first digest also reads the vocabulary, once in the life of the program.
        let (first, composed) = time(digest::digest(&house.store, &scope, Language::En)).await;
        composed.unwrap();
        for _ in 0..runs {
            let (span, done) = time(digest::gather(&house.store, &scope)).await;
            done.unwrap();
            gathered.push(ms(span));
            let (span, composed) = time(digest::digest(&house.store, &scope, Language::En)).await;
            let digest = composed.unwrap().digest;
            assert_eq!(digest.contributions, count, "something is missing");
            themes = digest.sections.iter().map(|section| section.themes.len()).sum();
            whole.push(ms(span));
        }
        let (middle, base) = (median(&mut whole), median(&mut gathered));
        let verdict = limit.map_or(String::new(), |limit| format!(" ({limit} ms): {}", verdict(middle < limit)));
        println!(
            "  {count} statements, {themes} themes: median {middle:.0} ms of {runs} (the first {:.0} ms); reading and opening alone {base:.0} ms, ratio {:.1}{verdict}",
            ms(first),
            middle / base
        );
    }
}
