//! The endpoints for whoever watches the program: `/livez`, `/readyz`, `/metrics`; and the talks of a
//! consultation for calendars: `/talks/africa.ics`. All of it is read from the store when it is asked for,
//! so that no other room knows of metrics.

use super::output::Failure;
use super::shutdown::Shutdown;
use crate::commands::{calendar_of, is_public, settings_of};
use crate::store::{Consultation, Contribution, Job, KeyRow, Outbox, Parked, Room, Store, StoreError, Talk, Value};
use axum::Router;
use axum::extract::{Path, State};
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
        .route("/talks/{file}", get(talks))
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

/// The talks of a consultation that are for everyone, as iCalendar. Nothing in it is of a person who takes
/// part.
async fn talks(
    State(watched): State<Watched>,
    Path(file): Path<String>,
) -> (StatusCode, [(header::HeaderName, &'static str); 1], String) {
    let plain = |status, text: &str| (status, [(header::CONTENT_TYPE, "text/plain")], text.to_owned());
    let slug = file.strip_suffix(".ics").unwrap_or_default();
    match read_talks(&watched.store, slug).await {
        Ok(Some(text)) => (StatusCode::OK, [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text),
        Ok(None) => plain(StatusCode::NOT_FOUND, "no such consultation: /talks/NAME.ics\n"),
        Err(e) => {
            tracing::warn!(error = %e, "no calendar");
            plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}

async fn read_talks(store: &Store, slug: &str) -> Result<Option<String>, StoreError> {
    let Some(of) = store.select::<Consultation>("slug = $1", &[Value::Text(slug)]).await?.pop() else {
        return Ok(None);
    };
    let mut snapshot = store.snapshot()?;
    snapshot.rows.talks.load(store.select::<Talk>("consultation_id = $1", &[Value::Int(of.id)]).await?);
    let language = settings_of(&of).languages.first().copied().unwrap_or_default();
    calendar_of(&snapshot, &of, language, is_public).map(Some)
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

/// What a metric is called, what it tells, and what it shows.
type Metric = (&'static str, &'static str, Values);

/// What a metric shows.
enum Values {
    One(i64),
    ByState(Vec<(&'static str, i64)>),
}

async fn read_metrics(store: &Store) -> Result<String, StoreError> {
    let rooms = store.select::<Room>("1 = 1", &[]).await?;
    let heard = rooms.iter().map(|room| room.heard).sum();
    let metrics: [Metric; 7] = [
        ("events_taken", "Messages heard in bound rooms, about", Values::One(heard)),
        (
            "contributions",
            "Contributions recorded",
            Values::ByState(vec![
                ("live", store.count::<Contribution>("state = 'live'", &[]).await?),
                ("hidden", store.count::<Contribution>("state = 'hidden'", &[]).await?),
                ("withdrawn", store.count::<Contribution>("state = 'withdrawn'", &[]).await?),
            ]),
        ),
        (
            "outbox",
            "What is to be said, and was",
            Values::ByState(vec![
                ("waiting", store.count::<Outbox>("state = 'waiting'", &[]).await?),
                ("sent", store.count::<Outbox>("state = 'sent'", &[]).await?),
                ("failed", store.count::<Outbox>("state = 'failed'", &[]).await?),
            ]),
        ),
        (
            "jobs",
            "What is done by the clock",
            Values::ByState(vec![
                ("waiting", store.count::<Job>("state = 'waiting'", &[]).await?),
                ("failed", store.count::<Job>("state = 'failed'", &[]).await?),
            ]),
        ),
        ("parked", "Events that failed three times", Values::One(store.count::<Parked>("tries >= 3", &[]).await?)),
        ("undecided", "Events that are read again", Values::One(store.count::<Parked>("tries < 3", &[]).await?)),
        ("database_bytes", "The size of the database", Values::One(store.size().await?)),
    ];
    Ok(render(metrics))
}

fn render(metrics: impl IntoIterator<Item = Metric>) -> String {
    let mut registry = Registry::with_prefix("gcm_talks");
    for (name, help, values) in metrics {
        match values {
            Values::One(value) => {
                let gauge: Gauge = Gauge::default();
                gauge.set(value);
                registry.register(name, help, gauge);
            }
            Values::ByState(values) => {
                let family = Family::<[(&'static str, &'static str); 1], Gauge>::default();
                for (state, value) in values {
                    family.get_or_create(&[("state", state)]).set(value);
                }
                registry.register(name, help, family);
            }
        }
    }
    let mut text = String::new();
    // Writing into a string fails only where a metric's own encoding does, and these have none.
    let _ = encode(&mut text, &registry);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Draw, Source};
    use crate::model::Language;
    use crate::participation::{Audience, Plan, TalkSettings, carry_out};
    use crate::seal::Keyring;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    async fn get(address: SocketAddr, path: &str) -> (u16, String) {
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer.split_once("\r\n\r\n").unwrap().1.to_owned())
    }

    #[tokio::test]
    async fn it_tells_whether_it_lives_is_ready_and_how_it_fares() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        let ring = Keyring::in_memory(&mut Draw::new([1; 32]), 0);
        let store = Store::open(&url, ring, Source::system()).await.unwrap();
        let (ready, shutdown) = (Ready::default(), Shutdown::new());
        let address = start(([127, 0, 0, 1], 0).into(), store.clone(), ready.clone(), shutdown.clone()).await.unwrap();

        assert_eq!(get(address, "/livez").await, (200, "ok\n".into()));
        assert_eq!(get(address, "/readyz").await.0, 503, "the loops do not run yet");
        ready.set(true);
        assert_eq!(get(address, "/readyz").await, (200, "ready\n".into()));
        assert_eq!(get(address, "/elsewhere").await.0, 404);
        assert_eq!(get(address, "/talks/africa.ics").await.0, 404);

        let (status, metrics) = get(address, "/metrics").await;
        assert_eq!(status, 200);
        for line in [
            "gcm_talks_events_taken 0",
            "gcm_talks_contributions{state=\"live\"} 0",
            "gcm_talks_outbox{state=\"failed\"} 0",
            "gcm_talks_jobs{state=\"failed\"} 0",
            "gcm_talks_parked 0",
            "gcm_talks_undecided 0",
        ] {
            assert!(metrics.lines().any(|l| l == line), "{line}\n{metrics}");
        }
        let bytes = metrics.lines().find_map(|l| l.strip_prefix("gcm_talks_database_bytes ")).unwrap();
        assert!(bytes.parse::<i64>().unwrap() > 10_000 && metrics.ends_with("# EOF\n"), "{metrics}");

        store.close().await;
        assert_eq!(get(address, "/readyz").await.0, 503, "the database does not answer");
        assert_eq!(get(address, "/metrics").await.0, 503);
        assert_eq!(get(address, "/livez").await.0, 200);
        shutdown.request();
    }

    #[tokio::test]
    async fn calendars_can_subscribe_to_the_talks_that_are_for_everyone() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        let ring = Keyring::in_memory(&mut Draw::new([1; 32]), 0);
        let store = Store::open(&url, ring, Source::system()).await.unwrap();
        let mut snapshot = store.snapshot().unwrap();
        let id = snapshot.id();
        let (slug, region, stage, settings) = ("africa".into(), "africa".into(), "open".into(), "{}".into());
        snapshot.rows.consultations.insert(Consultation { id, rev: 1, slug, region, stage, settings });
        for (title, audience) in [("For all", Audience::Open), ("Invited", Audience::Invitation)] {
            let titles = [(Language::En, title.to_owned())].into();
            let settings = TalkSettings { titles, audience, ..TalkSettings::default() };
            let plan = Plan::new(1_802_444_400_000, 90, None, settings);
            assert!(carry_out(&mut snapshot, id, &plan).unwrap().is_some());
        }
        store.write(snapshot.into_changes()).await.unwrap();
        let shutdown = Shutdown::new();
        let address =
            start(([127, 0, 0, 1], 0).into(), store.clone(), Ready::default(), shutdown.clone()).await.unwrap();
        let (status, text) = get(address, "/talks/africa.ics").await;
        assert_eq!(status, 200);
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("SUMMARY:For all\r\n"), "{text}");
        assert!(!text.contains("Invited"), "{text}");
        assert_eq!(get(address, "/talks/moon.ics").await.0, 404);
        assert_eq!(get(address, "/talks/africa").await.0, 404);
        shutdown.request();
    }
}
