//! The end of the time for which a consultation keeps what people wrote: the secretariat is warned
//! before, then everything goes as by `forget me`, and receipts and counts remain.

use super::Jobs;
use crate::args;
use crate::chat::{Action, Document, Outgoing, To};
use crate::commands::{settings_of, title_of_consultation};
use crate::i18n::speak;
use crate::model::{Platform, Role, Scope, Time};
use crate::participation;
use crate::record;
use crate::store::{
    Account, Call, Consultation, Contribution, Digest, Load, LoadKey, Office, Organisation, Parked, Participant, Room,
    Snapshot, StoreError, Talk, Value,
};
use crate::trust::{self, AuditEntry, Mark, OfficeHolder, Retention};
use std::collections::BTreeSet;

/// How much is erased in one transaction, so that others can write between two.
const DIGESTS: &str = "consultation_id = $1 ORDER BY id LIMIT 5";
const CONTRIBUTIONS: &str = "consultation_id = $1 AND participant_id <> 0 ORDER BY id LIMIT 100";
const PEOPLE: &str = "consultation_id = $1 ORDER BY id LIMIT 100";
/// The offices for a part of a consultation: a talk, or a room.
const OF_PARTS: &str = "scope LIKE 'talk:%' OR scope LIKE 'room:%'";

impl Jobs {
    /// Does what the rules of retention ask for. What a crash cuts off is gone on with within the
    /// hour.
    pub(super) async fn keep_retention(&self) -> Result<(), StoreError> {
        let mut snapshot = self.store.snapshot()?;
        self.store.load_base(&mut snapshot).await?;
        for consultation in snapshot.rows.consultations.iter() {
            let last = "consultation_id = $1 ORDER BY at DESC LIMIT 1";
            let last = self.store.select::<Contribution>(last, &[Value::Int(consultation.id)]).await?;
            match trust::retention(&snapshot, consultation, last.first().map(|row| row.at)) {
                Retention::Kept => {}
                Retention::Warn { at, quiet } => self.tell(consultation.id, Mark::Warned, Some((at, quiet))).await?,
                Retention::Erase { since } => {
                    while Box::pin(self.erase_some(consultation.id)).await? {}
                    self.forget_parked(consultation.id).await?;
                    if !trust::is_marked(&snapshot, consultation, Mark::Erased, since) {
                        self.tell(consultation.id, Mark::Erased, None).await?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Forgets where events of a consultation's rooms could be read again.
    async fn forget_parked(&self, consultation: i64) -> Result<(), StoreError> {
        let mut snapshot = self.store.snapshot()?;
        self.store.load_base(&mut snapshot).await?;
        let parked = self.store.select::<Parked>("1 = 1", &[]).await?;
        let of_it = |row: &Parked| {
            let place: Result<(Platform, String, String, Time), StoreError> = snapshot.open_house(row.id, &row.sealed);
            // What does not open leads nowhere any more.
            place.is_ok_and(|(platform, room, ..)| {
                record::room_at(&snapshot, platform, &room).is_some_and(|room| room.consultation_id == consultation)
            })
        };
        let gone: Vec<Parked> = parked.into_iter().filter(of_it).collect();
        if gone.is_empty() {
            return Ok(());
        }
        let ids: Vec<i64> = gone.iter().map(|row| row.id).collect();
        snapshot.rows.parked.load(gone);
        snapshot.rows.parked.remove_where(|row| ids.contains(&row.id));
        self.store.write(snapshot.into_changes()).await
    }

    /// Erases some of what a consultation keeps. Says whether there was anything.
    ///
    /// What was posted goes first: it is taken down once, and not posted anew with ever less.
    async fn erase_some(&self, consultation: i64) -> Result<bool, StoreError> {
        let of = [Value::Int(consultation)];
        let mut snapshot = self.store.snapshot()?;
        let digests = self.store.select::<Digest>(DIGESTS, &of).await?;
        if !digests.is_empty() {
            let load: Load = digests.iter().map(|digest| LoadKey::Digest(digest.id)).collect();
            self.store.load(&mut snapshot, &load).await?;
            for digest in digests {
                let posts: Vec<i64> =
                    snapshot.rows.posts.iter().filter(|p| p.digest_id == Some(digest.id)).map(|p| p.id).collect();
                for post in posts {
                    snapshot.take_down(post)?;
                }
                snapshot.rows.digests.remove(digest.id);
            }
            return self.store.write(snapshot.into_changes()).await.map(|()| true);
        }
        let written = self.store.select::<Contribution>(CONTRIBUTIONS, &of).await?;
        if !written.is_empty() {
            let load: Load = written.iter().map(|row| LoadKey::Contribution(row.id)).collect();
            self.store.load(&mut snapshot, &load).await?;
            for row in written {
                record::let_go(&mut snapshot, row.id)?;
            }
            return self.store.write(snapshot.into_changes()).await.map(|()| true);
        }
        let people = self.store.select::<Participant>(PEOPLE, &of).await?;
        let load: Load = people.iter().map(|person| LoadKey::Author(person.id)).collect();
        self.store.load(&mut snapshot, &load).await?;
        let accounts: Vec<Account> = snapshot.rows.accounts.iter().cloned().collect();
        let hashes: Vec<Value<'_>> = accounts.iter().map(|account| Value::Bytes(&account.hash)).collect();
        snapshot.rows.accounts.load(self.store.select_in::<Account>("hash", &hashes).await?);
        snapshot.rows.organisations.load(self.store.select_in::<Organisation>("focal_hash", &hashes).await?);
        snapshot.rows.calls.load(self.store.select::<Call>("consultation_id = $1", &of).await?);
        if people.is_empty() {
            // Titles and agendas may name people, too.
            snapshot.rows.talks.load(self.store.select::<Talk>("consultation_id = $1", &of).await?);
            snapshot.rows.rooms.load(self.store.select::<Room>("consultation_id = $1", &of).await?);
            let talks = snapshot.rows.talks.iter().map(|talk| Scope::Talk(talk.id));
            let rooms = snapshot.rows.rooms.iter().map(|room| Scope::Room(room.id));
            let gone: Vec<String> = talks.chain(rooms).map(|scope| scope.text()).collect();
            snapshot.rows.talks.remove_where(|talk| talk.consultation_id == consultation);
            snapshot.rows.offices.load(self.store.select::<Office>(OF_PARTS, &[]).await?);
            snapshot.rows.offices.remove_where(|office| gone.contains(&office.scope));
        }
        for person in &people {
            participation::forget(&mut snapshot, person.id)?;
            record::forget(&mut snapshot, person.id)?;
        }
        self.store.write(snapshot.into_changes()).await.map(|()| !people.is_empty())
    }

    /// Tells the secretariat, once, what will be or was erased, and writes down that it was.
    /// A warning says when that is, and whether because it was quiet for long.
    async fn tell(&self, consultation: i64, mark: Mark, when: Option<(Time, bool)>) -> Result<(), StoreError> {
        let mut snapshot = self.store.snapshot()?;
        self.store.load_base(&mut snapshot).await?;
        self.store.load(&mut snapshot, &Load::from([LoadKey::AuditHead])).await?;
        let Some(row) = snapshot.rows.consultations.get(consultation).cloned() else { return Ok(()) };
        let settings = settings_of(&row);
        let voice = speak(settings.languages.first().copied().unwrap_or_default());
        let title = title_of_consultation(&row, voice.language());
        let text = match mark {
            Mark::Warned => {
                let (date, quiet) = when.unwrap_or((snapshot.now, false));
                let date = voice.date(date, &settings.timezone);
                let command = format!("export consultation {}", row.slug);
                let args = args![("consultation", title), ("date", date), ("command", command)];
                let mut text = voice.say("retention-warning", &args);
                if quiet {
                    text = format!("{text} {}", voice.say_plain("retention-quiet"));
                }
                text
            }
            Mark::Erased => {
                let gone = "consultation_id = $1 AND state = 'withdrawn'";
                let count = self.store.count::<Contribution>(gone, &[Value::Int(consultation)]).await?;
                let entry = AuditEntry {
                    office: "retention".into(),
                    office_id: None,
                    action: "erase".into(),
                    subject: row.slug.clone(),
                };
                trust::append(&mut snapshot, &entry)?;
                voice.say("retention-erased", &args![("consultation", title), ("count", count)])
            }
        };
        for (platform, account) in secretariat(&snapshot, &row)? {
            let action = Action::say(Document::line(voice.language(), text.clone()));
            let now = snapshot.now;
            snapshot.queue(platform, &Outgoing { to: To::Person { account, instead: None }, action }, now)?;
        }
        trust::mark(&mut snapshot, consultation, mark);
        self.store.write(snapshot.into_changes()).await
    }
}

/// The accounts that hold the secretariat's office for a consultation. A group cannot be told anything.
fn secretariat(snapshot: &Snapshot, of: &Consultation) -> Result<BTreeSet<(Platform, String)>, StoreError> {
    let mut accounts = BTreeSet::new();
    for office in snapshot.rows.offices.iter().filter(|office| office.role == Role::Secretariat.word()) {
        if Scope::parse(&office.scope).is_some_and(|scope| scope.covers(&of.slug, &of.region)) {
            let holder: OfficeHolder = snapshot.open_house(office.id, &office.sealed)?;
            let platform = Platform::parse(&holder.platform).filter(|_| !holder.is_group());
            accounts.extend(platform.map(|platform| (platform, holder.account)));
        }
    }
    Ok(accounts)
}
