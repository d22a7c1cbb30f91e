//! The platforms on which people write: one adapter each. An adapter turns what it hears into
//! [`crate::chat::Event`]s for intake and does what the outbox asks; no rule of the consultation
//! lives here.

#[cfg(any(feature = "discord", feature = "matrix"))]
use crate::intake::IntakeError;

pub mod console;
#[cfg(feature = "discord")]
pub mod discord;
#[cfg(feature = "matrix")]
pub mod matrix;

/// Asks the store until it answers: while the database is away, or others are faster each time, nothing more
/// is heard. What stays overtaken without end intake parks by itself.
#[cfg(any(feature = "discord", feature = "matrix"))]
async fn until_taken<T, F>(ask: impl Fn() -> F) -> Result<T, IntakeError>
where
    F: Future<Output = Result<T, IntakeError>>,
{
    let mut failures = 0u32;
    loop {
        match ask().await {
            Err(error) if error.is_passing() => {
                tracing::warn!(%error, "what was heard is written down later");
                tokio::time::sleep(std::time::Duration::from_millis(250 << failures.min(7))).await;
                failures = failures.saturating_add(1);
            }
            Err(error) if error.is_overtaken() => tokio::task::yield_now().await,
            answer => return answer,
        }
    }
}

#[cfg(test)]
#[cfg(any(feature = "discord", feature = "matrix"))]
mod tests {
    use super::until_taken;
    use crate::intake::IntakeError;
    use std::cell::Cell;

    #[tokio::test]
    async fn who_is_overtaken_again_and_again_asks_on() {
        let asked = Cell::new(0);
        let taken = until_taken(|| {
            asked.set(asked.get() + 1);
            let answer = if asked.get() < 30 { Err(IntakeError::Conflict("rooms")) } else { Ok(asked.get()) };
            std::future::ready(answer)
        });
        assert_eq!(taken.await.unwrap(), 30);
    }

    #[tokio::test]
    async fn what_cannot_be_taken_is_not_asked_for_without_end() {
        let taken = until_taken(|| std::future::ready(Err::<(), _>(IntakeError::Database(sqlx::Error::RowNotFound))));
        assert!(taken.await.is_err());
    }
}
