//! Promises 1 to 4: nothing heard is lost, nothing is said twice, no consent no content, and what
//! was taken back stays away; whatever is killed, repeated or out of order at whatever moment.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may end where its ground is missing"
)]

mod common;

use common::for_each_database;
use common::platform::{Trouble, address};
use common::town::{HARBOUR, MARKET, Town, as_history, cut};
use gcm_talks::model::SECOND;

const FEES: &str = "Recruitment fees keep domestic workers in debt for years.";
const VISAS: &str = "Visa offices are a two-day journey away for most villages here.";

#[tokio::test]
async fn what_people_write_after_a_yes_is_noted_once_however_often_it_comes() {
    for_each_database(async |url| {
        let town = Town::new(&url).await;
        let before = town.says("amina", MARKET, "Before I agreed, I said that visas take too long.").await;
        town.clock.advance(SECOND);
        town.whispers("amina", "consent quote").await;
        town.clock.advance(SECOND);
        let after = town.says("amina", MARKET, FEES).await;
        for _ in 0..2 {
            town.hear([after.clone(), before.clone()]).await;
            town.hear(as_history(&[before.clone(), after.clone()])).await;
        }
        assert_eq!(town.texts_of("amina").await, [FEES]);
    })
    .await;
}
