//! What a new store begins with: the first offices that the configuration names, and in the
//! embedded default the sample consultation.

use crate::config::{Config, Holder, Sample};
use crate::model::{ConsultationSettings, Platform, Role, Scope};
use crate::record;
use crate::store::{Consultation, LogEntry, Office, Room, Snapshot, Store, StoreError};
use crate::trust::{self, OfficeHolder};

/// Writes what is missing: the sample where there is no consultation, the secretariat where nobody
/// holds that office.
pub async fn found(store: &Store, config: &Config) -> Result<(), StoreError> {
    let mut snapshot = store.snapshot()?;
    store.load_base(&mut snapshot).await?;
    if let Some(sample) = &config.sample
        && snapshot.rows.consultations.iter().next().is_none()
    {
        write_sample(&mut snapshot, sample)?;
    }
    if !snapshot.rows.offices.iter().any(|office| office.role == Role::Secretariat.word()) {
        for Holder { platform, account } in &config.bot.secretariat {
            appoint(&mut snapshot, *platform, account, Role::Secretariat)?;
        }
    }
    store.write(snapshot.into_changes()).await
}

fn write_sample(snapshot: &mut Snapshot, sample: &Sample) -> Result<(), StoreError> {
    let now = snapshot.now;
    let consultation_id = snapshot.id();
    let settings = ConsultationSettings {
        titles: sample.titles.clone(),
        languages: sample.languages.clone(),
        timezone: sample.timezone.clone(),
        controller: sample.controller.clone(),
        contact: sample.contact.clone(),
        help: sample.help.clone(),
        retention_days: sample.retention_days,
        risky_objectives: sample.risky_objectives.clone(),
        space: false,
        notice_days: None,
        deadlines: Vec::new(),
    };
    snapshot.rows.consultations.insert(Consultation {
        id: consultation_id,
        rev: 1,
        slug: sample.slug.clone(),
        region: sample.region.clone(),
        stage: sample.stage.word().into(),
        settings: json(consultation_id, &settings)?,
    });
    trust::set_stage(snapshot, consultation_id, sample.stage);
    for room in &sample.rooms {
        let id = snapshot.id();
        snapshot.rows.rooms.insert(Room {
            id,
            rev: 1,
            consultation_id,
            platform: Platform::Console.word().into(),
            address: room.name.clone(),
            name: room.name.clone(),
            settings: json(id, &room.settings)?,
            facts: "{}".into(),
            heard: 0,
            noted: 0,
            noted_at: None,
            card: None,
        });
        for (field, value) in [("bound", "1"), ("floor", if room.floor_open { "open" } else { "closed" })] {
            let entry = snapshot.id();
            snapshot.rows.log.insert(LogEntry {
                id: entry,
                rev: 1,
                subject_id: id,
                field: field.into(),
                value: value.into(),
                at: now,
            });
        }
    }
    for office in &sample.offices {
        appoint(snapshot, Platform::Console, &office.person, office.role)?;
    }
    Ok(())
}

/// Gives an account an office everywhere.
fn appoint(snapshot: &mut Snapshot, platform: Platform, account: &str, role: Role) -> Result<(), StoreError> {
    let id = snapshot.id();
    let hash = record::account_hash(snapshot, platform, account);
    let holder = OfficeHolder { platform: platform.word().into(), account: account.into(), name: account.into() };
    let sealed = snapshot.seal_house(id, &holder)?;
    let since = snapshot.now;
    let (role, scope) = (role.word().into(), Scope::Everywhere.text());
    snapshot.rows.offices.insert(Office { id, rev: 1, hash, role, scope, sealed, since });
    Ok(())
}

fn json<T: serde::Serialize>(row: i64, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| StoreError::Inconsistent {
        table: "any",
        column: "settings",
        row,
        reason: e.to_string(),
    })
}
