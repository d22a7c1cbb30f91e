//! What leaves the house in an export: what authors allow, with what they allow beside it, and a
//! way to find out later what was taken back.

use gcm_talks::clock::{ManualClock, SeededChance, Source};
use gcm_talks::model::{Category, Consent, ConsultationSettings, Language, Platform, RoomSettings, Time};
use gcm_talks::record::{self, Incoming, Outcome, Person, Profile};
use gcm_talks::seal::Keyring;
use gcm_talks::store::{Approval, Consultation, Load, LoadKey, Room, Snapshot, Store};
use gcm_talks::transfer::export::{ExportFile, TakenBack, Wanted, export, taken_back};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

const NOW: Time = 1_830_000_000_000;

struct House {
    store: Store,
    clock: Arc<ManualClock>,
    consultation: i64,
    room: i64,
    _folder: tempfile::TempDir,
}

impl House {
    async fn new() -> House {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(ManualClock::new(NOW));
        let source = Source { clock: clock.clone(), chance: Arc::new(SeededChance::new(3)) };
        let ring = Keyring::in_memory(&mut source.draw().unwrap(), NOW);
        let url = format!("sqlite:{}", folder.path().join("house.db").display());
        let store = Store::open(&url, ring, source).await.unwrap();
        let mut snapshot = store.snapshot().unwrap();
        let (consultation, room) = (snapshot.id(), snapshot.id());
        let settings =
            ConsultationSettings { timezone: "Africa/Dakar".into(), risky_objectives: vec![17], ..Default::default() };
        snapshot.rows.consultations.insert(Consultation {
            id: consultation,
            rev: 1,
            slug: "africa".into(),
            region: "africa".into(),
            stage: "open".into(),
            settings: serde_json::to_string(&settings).unwrap(),
        });
        snapshot.rows.rooms.insert(Room {
            id: room,
            rev: 1,
            consultation_id: consultation,
            platform: "console".into(),
            address: "west-africa".into(),
            name: "west-africa".into(),
            settings: serde_json::to_string(&RoomSettings::default()).unwrap(),
            facts: "{}".into(),
            heard: 0,
            noted: 0,
            noted_at: None,
            card: None,
        });
        store.write(snapshot.into_changes()).await.unwrap();
        House { store, clock, consultation, room, _folder: folder }
    }

    async fn snapshot(&self) -> Snapshot {
        let mut snapshot = self.store.snapshot().unwrap();
        self.store.load_base(&mut snapshot).await.unwrap();
        self.store.load(&mut snapshot, &Load::from([LoadKey::Consultation(self.consultation)])).await.unwrap();
        snapshot.rows.counters.load(self.store.select("1 = 1", &[]).await.unwrap());
        snapshot
    }

    /// Someone joins and writes one message; gives the contribution's row.
    async fn write(&self, who: &str, consent: Consent, category: &str, text: &str) -> i64 {
        let kind = if text.starts_with("Privately") { "private" } else { "message" };
        let mut snapshot = self.snapshot().await;
        let profile = Profile {
            name: Some(format!("Name of {who}")),
            category: Some(Category(category.into())),
            organisation: Some(format!("Union of {who}")),
            ..Profile::default()
        };
        let account = format!("account-{who}");
        let person = Person { platform: Platform::Console, account: &account, language: Language::En };
        let participant = record::join(&mut snapshot, self.consultation, &person, consent, &profile).unwrap();
        let incoming = Incoming {
            platform: Platform::Console,
            address: "west-africa",
            event: &account,
            at: NOW,
            participant,
            consultation: self.consultation,
            room: (kind == "message").then_some(self.room),
            kind,
            text,
            language: "en",
            prefix: "AF",
            given_at: NOW,
            question: None,
            may_join: false,
            on_behalf: None,
            basis: None,
            cap: None,
            label: None,
        };
        let Outcome::New(id) = record::note(&mut snapshot, &incoming).unwrap() else { panic!("not noted") };
        self.store.write(snapshot.into_changes()).await.unwrap();
        id
    }

    async fn export(&self) -> Exported {
        let wanted =
            Wanted { consultation: self.consultation, room: None, office: "rapporteur", language: Language::En };
        Exported(export(&self.store, &wanted).await.unwrap())
    }

    async fn change(&self, change: impl FnOnce(&mut Snapshot)) {
        let mut snapshot = self.snapshot().await;
        change(&mut snapshot);
        self.store.write(snapshot.into_changes()).await.unwrap();
    }
}

struct Exported(Vec<ExportFile>);

impl Exported {
    fn text(&self, end: &str) -> String {
        let file = self.0.iter().find(|file| file.name.ends_with(end)).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    }

    fn json(&self, end: &str) -> Value {
        serde_json::from_str(&self.text(end)).unwrap()
    }

    /// By text: what kind of attribution, the attribution, and the room.
    fn shown(&self) -> BTreeMap<String, (String, String, Option<String>)> {
        let file = self.json("2027-12-28.json");
        let rows = file["passages"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().map(str::to_owned);
        rows.map(|row| {
            let shown =
                (text(&row["attribution_kind"]).unwrap(), text(&row["attribution"]).unwrap(), text(&row["room"]));
            (text(&row["text"]).unwrap(), shown)
        })
        .collect()
    }
}

const FEES: &str = "States should ban recruitment fees paid by migrant workers.";

/// Five trade unionists of one room, and others.
async fn full_house() -> (House, BTreeMap<&'static str, i64>) {
    let house = House::new().await;
    let mut ids = BTreeMap::new();
    for (n, who) in ["one", "two", "three", "four", "five"].into_iter().enumerate() {
        let text = format!("Inspectors visited {} farms and found unpaid workers there.", n + 2);
        ids.insert(who, house.write(who, Consent::Category, "trade-unions", &text).await);
    }
    for (who, consent, category, text) in [
        ("mayor", Consent::Category, "local-authorities", "Our city opened a help desk for newcomers this year."),
        ("amina", Consent::Name, "migrants", FEES),
        ("binta", Consent::Organisation, "migrants", "=HYPERLINK(\"x\") is how our form was broken by someone."),
        ("chidi", Consent::Summarise, "migrants", "Chidi wants this to be counted and never to be quoted."),
        ("dede", Consent::Quote, "migrants", "Privately I tell you that our employer keeps our passports."),
    ] {
        ids.insert(who, house.write(who, consent, category, text).await);
    }
    (house, ids)
}

#[tokio::test]
async fn a_passage_leaves_with_what_its_author_allows_and_no_more() {
    let (house, _) = full_house().await;
    let exported = house.export().await;
    let shown = exported.shown();
    let room = Some("west-africa".to_owned());
    let of = |text: &str| shown.get(text).cloned();
    assert_eq!(of(FEES), Some(("name".into(), "Name of amina".into(), room.clone())));
    assert_eq!(
        of("Inspectors visited 2 farms and found unpaid workers there."),
        Some(("category".into(), "trade-unions".into(), room.clone()))
    );
    // One mayor among them would be known by the category.
    let mayor = of("Our city opened a help desk for newcomers this year.");
    assert_eq!(mayor, Some(("nothing".into(), "".into(), room.clone())));
    let binta = of("=HYPERLINK(\"x\") is how our form was broken by someone.");
    assert_eq!(binta, Some(("claimed-organisation".into(), "Union of binta".into(), room)));
    assert_eq!(shown.len(), 8);

    let manifest = exported.json("manifest.json");
    assert_eq!(manifest["counts"]["people"], 10);
    assert_eq!(manifest["counts"]["passages_not_shown"], 2);
    assert_eq!((&manifest["rows"], &manifest["office"]), (&Value::from(8), &Value::from("rapporteur")));
    assert_eq!(manifest["receipts"].as_array().unwrap().len(), 8);
    for file in manifest["files"].as_array().unwrap() {
        let bytes = exported.text(file["name"].as_str().unwrap());
        assert_eq!(file["blake3"], blake3::hash(bytes.as_bytes()).to_hex().to_string());
    }
    for file in &exported.0 {
        let text = String::from_utf8_lossy(&file.bytes);
        for never in ["account-", "Chidi", "passports", "Name of one", "Union of amina", "Name of binta"] {
            assert!(!text.contains(never), "{never} in {}", file.name);
        }
    }
}

#[tokio::test]
async fn a_spreadsheet_finds_no_formula() {
    let (house, _) = full_house().await;
    let table = house.export().await.text(".csv");
    assert!(table.contains("\"'=HYPERLINK(\"\"x\"\") is how"), "{table}");
}

#[tokio::test]
async fn private_words_and_risky_objectives_leave_only_once_approved() {
    let (house, ids) = full_house().await;
    let risky = house
        .write(
            "ekow",
            Consent::Quote,
            "migrants",
            "Newspapers must end hate speech, racism and xenophobia against migrants.",
        )
        .await;
    assert_eq!(house.export().await.shown().len(), 8);
    let private = ids["dede"];
    house
        .change(|snapshot| {
            for (contribution_id, state) in [(private, "approved"), (risky, "declined")] {
                let id = snapshot.id();
                let state = state.to_owned();
                snapshot.rows.approvals.insert(Approval { id, rev: 1, contribution_id, passage: 1, state, at: NOW });
            }
        })
        .await;
    let shown = house.export().await.shown();
    assert_eq!(shown.len(), 9);
    assert!(shown.keys().any(|text| text.starts_with("Privately")));
}

#[tokio::test]
async fn a_manifest_tells_what_was_taken_back_since() {
    let (house, ids) = full_house().await;
    let manifest = house.export().await.text("manifest.json");
    assert_eq!(taken_back(&house.store, manifest.as_bytes()).await.unwrap(), []);
    let receipt =
        |snapshot: &Snapshot, who: &str| format!("{}.1", snapshot.rows.contributions.get(ids[who]).unwrap().receipt);
    let mut expected = Vec::new();
    house.clock.advance(1);
    house
        .change(|snapshot| {
            expected.push(TakenBack { passage: receipt(snapshot, "binta"), now: None });
            expected.push(TakenBack { passage: receipt(snapshot, "amina"), now: Some("nothing".into()) });
            record::withdraw(snapshot, ids["binta"]).unwrap();
            let amina = snapshot.rows.contributions.get(ids["amina"]).unwrap().participant_id;
            record::set_consent(snapshot, amina, Consent::Quote);
        })
        .await;
    let mut found = taken_back(&house.store, manifest.as_bytes()).await.unwrap();
    found.sort_by(|a, b| (a.now.is_some(), &a.passage).cmp(&(b.now.is_some(), &b.passage)));
    assert_eq!(found, expected);
    let error = taken_back(&house.store, b"{}").await.unwrap_err().to_string();
    assert!(error.contains("no manifest"), "{error}");
}
