//! Discord's limits, as its answers tell them, for what is asked by the hundred: pages of history, marks
//! on messages, what channels are like. With a proxy nobody else keeps them.

use super::Discord;
use super::rest::Trouble;
use serenity::all::{LightMethod, RatelimitingBucket, Request, Route};
use std::collections::HashMap;
use std::sync::{Arc, Mutex as Lock, PoisonError};
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// From one request to the next: below the 50 a second that Discord allows, with room for what is
/// asked besides.
/// <https://discord.com/developers/docs/topics/rate-limits#global-rate-limit>
const APART: Duration = Duration::from_millis(30);
/// The longest pause that an answer may ask for.
const LONGEST_PAUSE: f64 = 60.0;

/// Who asks holds what they ask, and lets go of it when it may be asked again.
#[derive(Default)]
pub(super) struct Limits {
    anything: Arc<Mutex<()>>,
    routes: Lock<HashMap<RatelimitingBucket, Arc<Mutex<()>>>>,
}

impl Limits {
    fn of(&self, route: &Route<'_>) -> Arc<Mutex<()>> {
        let mut routes = self.routes.lock().unwrap_or_else(PoisonError::into_inner);
        routes.entry(route.ratelimiting_bucket()).or_default().clone()
    }
}

fn let_go(held: OwnedMutexGuard<()>, after: Duration) {
    tokio::spawn(async move {
        tokio::time::sleep(after).await;
        drop(held);
    });
}

impl Discord {
    /// Asks for something when it may be asked. Gives the answer's body.
    pub(super) async fn paced(
        &self,
        method: LightMethod,
        route: Route<'_>,
        params: Vec<(&'static str, String)>,
    ) -> Result<Vec<u8>, Trouble> {
        let held = self.limits.of(&route).lock_owned().await;
        let_go(self.limits.anything.clone().lock_owned().await, APART);
        let request = Request::new(route, method).params(Some(params));
        let answer = async {
            let response = self.http.request(request).await?;
            let told = |name: &str| response.headers().get(name)?.to_str().ok()?.parse::<f64>().ok();
            let used_up = told("x-ratelimit-remaining").is_some_and(|remaining| remaining < 1.0);
            let reset = told("x-ratelimit-reset-after").filter(|seconds| used_up && *seconds > 0.0);
            Ok((response.bytes().await?.to_vec(), reset))
        };
        let (body, reset) = self.ask(answer).await?;
        if let Some(seconds) = reset {
            let_go(held, Duration::from_secs_f64(seconds.min(LONGEST_PAUSE)));
        }
        Ok(body)
    }
}
