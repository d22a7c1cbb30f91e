//! One consultation from the public call to the digest of a talk, in which people of seven languages take
//! part: the same on every platform. What anyone signed up for, where they stand and why they learn by
//! asking the bot alone.

use crate::script::play;
use crate::stage::Console;

/// What is written, and what is said to it.
const SCRIPT: &str = include_str!("whole_consultation.txt");
const SECRETARIAT: &str = "sana";

#[tokio::test]
async fn a_whole_consultation_on_the_console() {
    play(&mut Console::new(SECRETARIAT, &["plaza"]), SCRIPT).await;
}

#[cfg(feature = "matrix")]
#[tokio::test(flavor = "multi_thread")]
async fn a_whole_consultation_on_synapse() {
    let Some(synapse) = crate::synapse::synapse() else { return };
    play(&mut crate::on_synapse::OnSynapse::new(synapse, SECRETARIAT).await, SCRIPT).await;
}

#[cfg(feature = "discord")]
#[tokio::test(flavor = "multi_thread")]
async fn a_whole_consultation_on_discord() {
    play(&mut crate::on_discord::OnDiscord::new(SECRETARIAT).await, SCRIPT).await;
}
