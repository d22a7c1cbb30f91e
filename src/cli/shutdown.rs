//! Ending the program: cleanly at the first signal, at once at the second.

use super::output::complain;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long a clean end may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whether the program shall end; handed to every loop.
#[derive(Clone)]
pub struct Shutdown(Arc<watch::Sender<bool>>);

impl Shutdown {
    /// One that nobody has asked for.
    pub fn new() -> Shutdown {
        Shutdown(Arc::new(watch::Sender::new(false)))
    }

    /// Asks every loop to end.
    pub fn request(&self) {
        self.0.send_replace(true);
    }

    /// Waits until the end is asked for.
    pub async fn requested(&self) {
        // The sender is held here: waiting cannot fail.
        let _ = self.0.subscribe().wait_for(|asked| *asked).await;
    }

    /// Asks for the end when SIGTERM or SIGINT comes. After a second signal, or when the clean end
    /// takes more than five seconds, the program ends with status 1 as it stands: what was not
    /// committed the platforms deliver again.
    #[cfg(unix)]
    pub fn on_signals(&self) -> std::io::Result<()> {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let shutdown = self.clone();
        tokio::spawn(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            shutdown.request();
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
                () = tokio::time::sleep(PATIENCE) => complain("the clean end took too long"),
            }
            end_now();
        });
        Ok(())
    }

    /// Asks for the end when Ctrl+C comes.
    #[cfg(not(unix))]
    pub fn on_signals(&self) -> std::io::Result<()> {
        let shutdown = self.clone();
        tokio::spawn(async move {
            let _ = tokio::signal::ctrl_c().await;
            shutdown.request();
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                () = tokio::time::sleep(PATIENCE) => complain("the clean end took too long"),
            }
            end_now();
        });
        Ok(())
    }
}

#[allow(clippy::exit, reason = "someone asked twice, or a loop does not end")]
fn end_now() {
    std::process::exit(1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_loop_hears_it_also_those_that_ask_late() {
        let shutdown = Shutdown::new();
        let early = tokio::spawn({
            let shutdown = shutdown.clone();
            async move { shutdown.requested().await }
        });
        shutdown.request();
        early.await.unwrap();
        shutdown.requested().await;
    }
}
