//! The endpoints for whoever watches the program: `/livez`, `/readyz`, `/metrics`. The numbers are
//! read from the store when they are asked for, so that no other room knows of metrics.

use super::output::Failure;
use super::shutdown::Shutdown;
use crate::store::{Contribution, Job, KeyRow, Outbox, Parked, Room, Store, StoreError};
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::routing::get;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::net::TcpListener;

/// Whether the loops run.
#[derive(Clone, Default)]
pub struct Ready(Arc<AtomicBool>);

impl Ready {
    /// Says whether the loops run.
    pub fn set(&self, ready: bool) {
        self.0.store(ready, Ordering::SeqCst);
    }
}

#[derive(Clone)]
struct Watched {
    store: Store,
    ready: Ready,
}

/// Listens until the end is asked for. Gives the address once it listens.
pub async fn start(address: SocketAddr, store: Store, ready: Ready, shutdown: Shutdown) -> Result<SocketAddr, Failure> {
    let taken = |e| Failure::new(format!("http.listen: {address} cannot be used ({e}): choose another port"));
    let listener = TcpListener::bind(address).await.map_err(taken)?;
    let bound = listener.local_addr().map_err(taken)?;
    let routes = routes(Watched { store, ready });
    tokio::spawn(async move {
        let served = axum::serve(listener, routes).with_graceful_shutdown(async move { shutdown.requested().await });
        if let Err(e) = served.await {
            tracing::error!(error = %e, "the endpoints ended");
        }
    });
    Ok(bound)
}

fn routes(watched: Watched) -> Router {
    Router::new()
        .route("/livez", get(async || "ok\n"))
        .route("/readyz", get(readyz))
        .route("/metrics", get(metrics))
        .with_state(watched)
}

async fn readyz(State(watched): State<Watched>) -> (StatusCode, &'static str) {
    if !watched.ready.0.load(Ordering::SeqCst) {
        return (StatusCode::SERVICE_UNAVAILABLE, "not ready: starting or stopping\n");
    }
    match watched.store.count::<KeyRow>("id = 0", &[]).await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "not ready: the database does not answer\n"),
    }
}

async fn metrics(State(watched): State<Watched>) -> (StatusCode, [(header::HeaderName, &'static str); 1], String) {
    const TEXT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    match read_metrics(&watched.store).await {
        Ok(text) => (StatusCode::OK, [(header::CONTENT_TYPE, TEXT)], text),
        Err(e) => {
            tracing::warn!(error = %e, "no metrics");
            let text = "the database does not answer\n".to_owned();
            (StatusCode::SERVICE_UNAVAILABLE, [(header::CONTENT_TYPE, "text/plain")], text)
        }
    }
}

/// What a metric is called, what it tells, and its values by state; one without a state, where it
/// has none.
type Metric = (&'static str, &'static str, Vec<(Option<&'static str>, i64)>);

async fn read_metrics(store: &Store) -> Result<String, StoreError> {
    let rooms = store.select::<Room>("1 = 1", &[]).await?;
    let heard = rooms.iter().map(|room| room.heard).sum();
    let metrics: [Metric; 7] = [
        ("events_taken", "Messages heard in bound rooms, about", vec![(None, heard)]),
        (
            "contributions",
            "Contributions recorded",
            vec![
                (Some("live"), store.count::<Contribution>("state = 'live'", &[]).await?),
                (Some("hidden"), store.count::<Contribution>("state = 'hidden'", &[]).await?),
                (Some("withdrawn"), store.count::<Contribution>("state = 'withdrawn'", &[]).await?),
            ],
        ),
        (
            "outbox",
            "What is to be said, and was",
            vec![
                (Some("waiting"), store.count::<Outbox>("state = 'waiting'", &[]).await?),
                (Some("sent"), store.count::<Outbox>("state = 'sent'", &[]).await?),
                (Some("failed"), store.count::<Outbox>("state = 'failed'", &[]).await?),
            ],
        ),
        (
            "jobs",
            "What is done by the clock",
            vec![
                (Some("waiting"), store.count::<Job>("state = 'waiting'", &[]).await?),
                (Some("failed"), store.count::<Job>("state = 'failed'", &[]).await?),
            ],
        ),
        ("parked", "Events that failed three times", vec![(None, store.count::<Parked>("tries >= 3", &[]).await?)]),
        ("undecided", "Events that are read again", vec![(None, store.count::<Parked>("tries < 3", &[]).await?)]),
        ("database_bytes", "The size of the database", vec![(None, store.size().await?)]),
    ];
    Ok(render(metrics))
}

fn render(metrics: impl IntoIterator<Item = Metric>) -> String {
    let mut registry = Registry::with_prefix("gcm_talks");
    for (name, help, values) in metrics {
        let family = Family::<Vec<(&'static str, &'static str)>, Gauge>::default();
        for (state, value) in values {
            family.get_or_create(&state.map(|state| ("state", state)).into_iter().collect()).set(value);
        }
        registry.register(name, help, family);
    }
    let mut text = String::new();
    // Writing into a string fails only where a metric's own encoding does, and these have none.
    let _ = encode(&mut text, &registry);
    text
}
