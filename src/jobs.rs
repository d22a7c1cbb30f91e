//! What happens by the clock or takes longer than a decision may: digests and their mending, the
//! floor that closes by itself, the housekeeping. A job that is done goes in the same transaction
//! as what it did, so that running it twice does it once.

mod report;
mod retention;
mod talks;

use crate::chat::{Action, Asked, Attachment, Document, Outgoing, To};
use crate::commands::{self, Closing, Format, Order, Rehearsal, Scheduled, Turn, Wanted};
use crate::digest::{self, Composed, DigestError, Form, Scope, Section};
use crate::i18n::speak;
use crate::model::{DAY, HOUR, Language, MINUTE, Platform, WEEK, reference};
use crate::participation;
use crate::record;
use crate::seal::Sealed;
use crate::store::{
    Approval, Contribution, Dialog, Digest, Entry, Job, Load, LoadKey, NewPost, Organisation, OrganisationName, Outbox,
    Parked, Participant, Post, Seen, Snapshot, Standing, Store, StoreError, Value,
};
use crate::transfer::export;
use crate::trust;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How often a job is tried before it is given up and counted.
const TRIES: i64 = 5;

/// So many entries of the audit log are shown.
const ENTRIES: usize = 30;

/// What was posted: sealed beside its posts, so that they can be mended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Posted {
    scope: Scope,
    form: Form,
    language: Language,
    platform: Platform,
    to: To,
    room: Option<i64>,
}

/// What runs the jobs.
#[derive(Clone)]
pub struct Jobs {
    store: Store,
    prefix: String,
}

/// The digests in which something stands that was said in a room.
const OF_ROOM: &str = "id IN (SELECT digest_id FROM posts WHERE state <> 'down' AND id IN (SELECT post_id FROM citations \
                       WHERE contribution_id IN (SELECT id FROM contributions WHERE room_id = $1)))";

impl Jobs {
    /// A runner over this store. `prefix` is what addresses the bot in a room.
    pub fn new(store: Store, prefix: &str) -> Jobs {
        Jobs { store, prefix: prefix.into() }
    }

    /// Runs everything that is due. Gives how many jobs were done.
    pub async fn run_due(&self) -> Result<usize, StoreError> {
        let now = self.store.source().clock.now();
        let due = "state = 'waiting' AND due <= $1 ORDER BY due, id LIMIT 50";
        let mut done = 0;
        for job in self.store.select::<Job>(due, &[Value::Int(now)]).await? {
            match self.run(&job).await {
                Ok(()) => done += 1,
                Err(error) if error.is_passing() => return Err(error),
                // What it rested on changed: it is run again in the next round.
                Err(error) if error.is_conflict() => {}
                Err(error) => self.put_off(job, &error).await?,
            }
        }
        Ok(done)
    }

    async fn run(&self, job: &Job) -> Result<(), StoreError> {
        let mut snapshot = self.store.snapshot()?;
        snapshot.rows.jobs.load([job.clone()]);
        snapshot.rows.jobs.remove(job.id);
        self.store.load_base(&mut snapshot).await?;
        match job.kind.as_str() {
            "digest" | "published-digest" | "quotes" | "export" | "registrations" | "coverage" | "agenda"
            | "health" | "audit" => {
                let order: Order = snapshot.open_house(job.id, &job.sealed)?;
                Box::pin(self.order(&mut snapshot, order)).await?;
            }
            "scheduled-digest" => self.scheduled(&mut snapshot, job).await?,
            "mend" => self.mend(&mut snapshot, job).await?,
            "mend-room" => {
                let room = job.subject_id.unwrap_or_default();
                for digest in self.store.select::<Digest>(OF_ROOM, &[Value::Int(room)]).await? {
                    let now = snapshot.now;
                    snapshot.queue_job("mend", Some(digest.id), &digest.id, now)?;
                }
            }
            "close-floor" => self.close_floor(&mut snapshot, job).await?,
            "floor-closes-soon" => {
                let closing: Closing = snapshot.open_house(job.id, &job.sealed)?;
                commands::floor_closes_soon(&mut snapshot, closing)?;
            }
            "promote" => Box::pin(self.promote(&mut snapshot, job)).await?,
            "lapse" => Box::pin(self.lapse(&mut snapshot, job)).await?,
            "open-call" | "announce-call" | "close-call" => {
                let turn: Turn = snapshot.open_house(job.id, &job.sealed)?;
                // Cards are found by their room, and where a call was announced by the call.
                let rooms = snapshot.rows.rooms.iter().map(|room| room.id);
                let posts: Load = rooms.chain([turn.call]).map(LoadKey::Digest).collect();
                self.store.load(&mut snapshot, &posts).await?;
                match job.kind.as_str() {
                    "open-call" => commands::open_call_now(&mut snapshot, &self.prefix, turn)?,
                    "announce-call" => commands::announce_call(&mut snapshot, &self.prefix, turn)?,
                    _ => commands::close_call(&mut snapshot, &self.prefix, turn)?,
                }
            }
            "talk-notice" => Box::pin(self.talk_notice(&mut snapshot, job)).await?,
            "breakouts" => Box::pin(self.breakouts(&mut snapshot, job)).await?,
            "tell-talk" => Box::pin(self.tell_talk(&mut snapshot, job)).await?,
            "erase-rehearsal" => self.erase_rehearsal(&mut snapshot, job).await?,
            // As large as the housekeeping.
            "region-report" => Box::pin(self.region_report(&mut snapshot, job)).await?,
            "tidy-organisation" => self.tidy_organisation(&mut snapshot, job).await?,
            // Much is held in it: not on the stack of every other job.
            "housekeeping" => return Box::pin(self.housekeeping(snapshot)).await,
            kind => tracing::error!(kind, "no such job; it is dropped"),
        }
        self.store.write(snapshot.into_changes()).await
    }

    /// Tries a job that failed again later; what fails again and again is kept and counted.
    async fn put_off(&self, job: Job, error: &StoreError) -> Result<(), StoreError> {
        tracing::error!(kind = job.kind, %error, "a job failed");
        let mut snapshot = self.store.snapshot()?;
        let (id, for_good) = (job.id, job.tries + 1 >= TRIES);
        let unmended = job.subject_id.filter(|_| for_good && job.kind == "mend");
        snapshot.rows.jobs.load([job]);
        let now = snapshot.now;
        if let Some(row) = snapshot.rows.jobs.edit(id) {
            row.tries += 1;
            row.due = now + MINUTE * (1 << row.tries.min(10));
            row.reason = Some(error.to_string());
            if for_good {
                row.state = "failed".into();
            }
        }
        if let Some(digest) = unmended {
            // It shows what may not be shown any more: better no digest than that.
            self.store.load(&mut snapshot, &Load::from([LoadKey::Digest(digest)])).await?;
            let posts: Vec<i64> = snapshot.rows.posts.iter().map(|post| post.id).collect();
            for post in posts {
                if let Err(error) = snapshot.take_down(post) {
                    tracing::error!(%error, "what could not be mended cannot be taken down either");
                }
            }
        }
        self.store.write(snapshot.into_changes()).await
    }

    /// Reads what someone ordered and answers it.
    async fn order(&self, snapshot: &mut Snapshot, order: Order) -> Result<(), StoreError> {
        match order.wanted.clone() {
            Wanted::Digest { scope, screen, format } => {
                let form = if screen { Form::Screen } else { Form::Full };
                self.digest(snapshot, &order, scope, form, format).await
            }
            Wanted::Published { consultation } => match self.last_published(snapshot, consultation).await? {
                Some(posted) => self.digest(snapshot, &order, posted.scope, posted.form, None).await,
                None => {
                    let text = speak(order.language).say_plain("digest-none-published");
                    answer(snapshot, &order, Document::line(order.language, text), Vec::new())
                }
            },
            Wanted::Quotes { scope } => self.digest(snapshot, &order, scope, Form::Quotes, None).await,
            Wanted::Export { scope, format } => self.export(snapshot, &order, &scope, format).await,
            Wanted::Registrations { call, state, head } => {
                let state = state.as_deref();
                let (list, listed) = participation::listed(&self.store, snapshot, call, state, order.language).await?;
                for entry in &listed {
                    // Written anew: who withdraws meanwhile is not shown.
                    snapshot.rows.entries.edit(*entry);
                }
                commands::show(snapshot, order.platform, &order.to, head.then(list), &listed)
            }
            Wanted::Coverage { call } => {
                let report = participation::coverage(&self.store, snapshot, call, order.language).await?;
                answer(snapshot, &order, report, Vec::new())
            }
            Wanted::Agenda { call, talk, minutes } => {
                let named = participation::priorities(&self.store, snapshot, call, minutes, order.language).await?;
                answer(snapshot, &order, commands::with_agenda(named, talk, order.language), Vec::new())
            }
            Wanted::Health => self.health(snapshot, &order).await,
            Wanted::Audit => self.audit(snapshot, &order).await,
        }
    }

    /// Makes a digest, or says to whom asked why there is none.
    async fn compose(
        &self,
        snapshot: &mut Snapshot,
        order: &Order,
        scope: &Scope,
    ) -> Result<Option<Composed>, StoreError> {
        match digest::digest(&self.store, scope, order.language).await {
            Ok(composed) => Ok(Some(composed)),
            Err(DigestError::Store(error)) => Err(error),
            Err(error) => {
                let text = error.told(order.language).unwrap_or_else(|| {
                    tracing::error!(%error, "a digest could not be made");
                    speak(order.language).say_plain("digest-none-published")
                });
                answer(snapshot, order, Document::line(order.language, text), Vec::new())?;
                Ok(None)
            }
        }
    }

    /// Makes a digest and posts it, a section a post, or hands it over as a file.
    async fn digest(
        &self,
        snapshot: &mut Snapshot,
        order: &Order,
        scope: Scope,
        form: Form,
        format: Option<Format>,
    ) -> Result<(), StoreError> {
        let Some(composed) = self.compose(snapshot, order, &scope).await? else { return Ok(()) };
        if let Some(format) = format {
            let (kind, text) = match format {
                Format::Md => ("md", digest::markdown(&composed.digest)),
                Format::Html => ("html", digest::html(&composed.digest)),
                Format::Json => ("json", digest::json(&composed.digest)),
                Format::Csv => ("csv", digest::csv(&composed.digest)),
            };
            let file = Attachment { name: format!("digest.{kind}"), text };
            let told = speak(order.language).say("digest-file", &crate::args![("name", file.name.as_str())]);
            return answer(snapshot, order, Document::line(order.language, told), vec![file]);
        }
        // What one person sees in a room for a while, who may take no private messages, is not mended once it is
        // seen. Everything else stands for itself: nobody could mend the answer to a command.
        let for_one = matches!(&order.to, To::Answer { handle, room: Some(_), .. } if handle.private);
        let form = if for_one && form == Form::Full { Form::Screen } else { form };
        let to = if for_one { order.to.clone() } else { order.to.otherwise() };
        let room = match &to {
            To::Room(address) => record::room_at(snapshot, order.platform, address).map(|room| room.id),
            To::Person { .. } | To::Answer { .. } => None,
        };
        if to != order.to {
            // In a room it stands there in a moment: an empty answer ends the waiting.
            let mut told = Document::new(order.language);
            if room.is_none() {
                told = told.text(speak(order.language).say_plain("pressed-follows"));
            }
            answer(snapshot, order, told, Vec::new())?;
        }
        let posted = Posted { scope, form, language: order.language, platform: order.platform, to, room };
        let consultation_id = posted.scope.consultation;
        let (id, at) = (snapshot.id(), snapshot.now);
        let sealed = snapshot.seal_house(id, &posted)?;
        snapshot.rows.digests.insert(Digest { id, rev: 1, consultation_id, room_id: room, sealed, at });
        let sections = digest::sections(&composed.digest, form);
        let ids = self.cited(snapshot, &composed.read, &sections).await?;
        let mut files = files_of(&posted, &composed);
        for section in sections {
            post_section(snapshot, &posted, id, section, std::mem::take(&mut files), &ids)?;
        }
        match form {
            _ if for_one => Ok(()),
            Form::Quotes => Ok(()),
            Form::Screen | Form::Full => self.ask_for_approval(snapshot, &composed.wanted_approvals).await,
        }
    }

    /// The digest that a room gets by itself, and the next.
    async fn scheduled(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let due: Scheduled = snapshot.open_house(job.id, &job.sealed)?;
        let Some(room) = snapshot.rows.rooms.get(due.room).cloned() else { return Ok(()) };
        // The room's log names another time, or none: this job is out of date.
        if commands::scheduled(snapshot, room.id).as_ref() != Some(&due.weekly) {
            return Ok(());
        }
        let now = snapshot.now;
        let Some(platform) = Platform::parse(&room.platform) else { return Ok(()) };
        if snapshot.rows.consultations.get(room.consultation_id).is_none_or(|of| trust::is_over(snapshot, of)) {
            commands::unschedule(snapshot, room.id);
            let language = commands::language_of(snapshot, &room);
            let text = speak(language).say_plain("digest-schedule-over");
            let action = Action::say(Document::line(language, text));
            snapshot.queue(platform, &Outgoing { to: To::Room(room.address.clone()), action }, now)?;
            return Ok(());
        }
        let next = due.weekly.next_after(now);
        snapshot.queue_job("scheduled-digest", Some(room.id), &due, next)?;
        let mut scope = Scope::consultation(room.consultation_id, now);
        scope.room = Some(room.id);
        scope.since = Some(now - 7 * DAY);
        let order = Order {
            wanted: Wanted::Digest { scope: scope.clone(), screen: true, format: None },
            language: commands::language_of(snapshot, &room),
            timezone: due.weekly.zone.clone(),
            platform,
            to: To::Room(room.address.clone()),
            reply_to: None,
        };
        self.digest(snapshot, &order, scope, Form::Screen, None).await
    }

    /// What may be exported, as files with a manifest.
    async fn export(
        &self,
        snapshot: &mut Snapshot,
        order: &Order,
        scope: &Scope,
        format: Option<Format>,
    ) -> Result<(), StoreError> {
        let office = "rapporteur";
        let wanted =
            export::Wanted { consultation: scope.consultation, room: scope.room, office, language: order.language };
        let files = match export::export(&self.store, &wanted).await {
            Ok(files) => files,
            Err(export::ExportError::Store(error)) => return Err(error),
            Err(error) => {
                tracing::error!(%error, "an export could not be made");
                let text = speak(order.language).say_plain("export-none");
                return answer(snapshot, order, Document::line(order.language, text), Vec::new());
            }
        };
        let kept = |name: &str| match format {
            Some(Format::Csv) => name.ends_with(".csv") || name.ends_with("manifest.json"),
            Some(Format::Json) => name.ends_with(".json"),
            _ => true,
        };
        let files: Vec<Attachment> = files
            .into_iter()
            .filter(|file| kept(&file.name))
            .map(|file| Attachment { name: file.name, text: String::from_utf8_lossy(&file.bytes).into_owned() })
            .collect();
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let voice = speak(order.language);
        let text = voice.say("export-done", &crate::args![("files", voice.list(&names))]);
        answer(snapshot, order, Document::line(order.language, text), files)
    }

    /// How the bot fares, in a few lines.
    async fn health(&self, snapshot: &mut Snapshot, order: &Order) -> Result<(), StoreError> {
        let voice = speak(order.language);
        let waiting = self.store.count::<Outbox>("state = 'waiting'", &[]).await?;
        let unsaid = self.store.count::<Outbox>("state = 'failed'", &[]).await?;
        let parked = self.store.count::<Parked>("tries >= 3", &[]).await?;
        let newest = self.store.select::<Parked>("tries >= 3 ORDER BY id DESC LIMIT 5", &[]).await?;
        let newest: Vec<String> = newest.iter().map(|parked| reference(parked.id)).collect();
        let failed = self.store.count::<Job>("state = 'failed'", &[]).await?;
        let well = unsaid + parked + failed == 0;
        let mut document =
            Document::new(order.language).text(voice.say_plain(if well { "health-well" } else { "health-trouble" }));
        let mut rooms: BTreeMap<&str, i64> = BTreeMap::new();
        for room in snapshot.rows.rooms.iter() {
            *rooms.entry(room.platform.as_str()).or_default() += 1;
        }
        let rooms: Vec<String> = rooms
            .into_iter()
            .map(|(platform, count)| voice.say("health-rooms", &crate::args![("platform", platform), ("count", count)]))
            .collect();
        let last = snapshot.rows.rooms.iter().filter_map(|room| room.noted_at).max();
        let last = match last {
            Some(at) => voice.say("health-last", &crate::args![("ago", voice.ago(snapshot.now - at))]),
            None => voice.say_plain("health-nothing"),
        };
        document = document
            .text(rooms.join(" "))
            .text(format!("{last} {}", voice.say("health-waiting", &crate::args![("count", waiting)])));
        for (key, count) in [("health-unsaid", unsaid), ("health-parked", parked), ("health-failed", failed)] {
            if count > 0 {
                let mut text = voice.say(key, &crate::args![("count", count)]);
                if key == "health-parked" {
                    let references = voice.list(&newest);
                    text =
                        format!("{text} {}", voice.say("health-references", &crate::args![("references", references)]));
                }
                document = document.point(text);
            }
        }
        // An anonymous, approximate total: it says nothing of anyone.
        for room in snapshot.rows.rooms.iter().filter(|room| room.heard > 0) {
            let about = about(room.heard);
            document = document.point(voice.say(
                "health-room",
                &crate::args![
                    ("room", commands::title_of(snapshot, room, order.language)),
                    ("heard", about),
                    ("noted", room.noted)
                ],
            ));
        }
        answer(snapshot, order, document, Vec::new())
    }

    /// The last entries of the audit log, and whether it is whole.
    async fn audit(&self, snapshot: &mut Snapshot, order: &Order) -> Result<(), StoreError> {
        let voice = speak(order.language);
        let document = match trust::verify(&self.store).await? {
            Ok(entries) => {
                let heading = voice.say("audit-whole", &crate::args![("count", entries.len())]);
                let mut document = Document::new(order.language).heading(heading);
                for (at, entry) in entries.iter().rev().take(ENTRIES) {
                    let when = voice.day_time(*at, &order.timezone);
                    let parts = [when.as_str(), &entry.office, &entry.action, &entry.subject];
                    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                    document = document.point(parts.join(" · "));
                }
                document
            }
            Err(problem) => {
                tracing::error!(%problem, "the audit log is not whole");
                Document::line(order.language, voice.say_plain("audit-broken"))
            }
        };
        answer(snapshot, order, document, Vec::new())
    }

    /// Closes a floor whose time has come.
    async fn close_floor(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let closing: Closing = snapshot.open_house(job.id, &job.sealed)?;
        if commands::closes_at(snapshot, closing.room) != Some(closing.at) {
            return Ok(());
        }
        self.store.load(snapshot, &Load::from([LoadKey::Digest(closing.room)])).await?;
        commands::close_floor(snapshot, &self.prefix, closing.room, closing.at)
    }

    /// Gives the places of a call that are free to who waits longest.
    async fn promote(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let Some(call) = job.subject_id else { return Ok(()) };
        self.store.load(snapshot, &Load::from([LoadKey::Queue(call)])).await?;
        let next = participation::next_in_line(snapshot, call);
        let people = next.iter().filter_map(|entry| snapshot.rows.entries.get(*entry));
        let people: Load = people.map(|entry| LoadKey::Participant(entry.participant_id)).collect();
        self.store.load(snapshot, &people).await?;
        participation::promote(snapshot, call).map(|_| ())
    }

    /// Passes on promised places that nobody took in time.
    async fn lapse(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let call: i64 = snapshot.open_house(job.id, &job.sealed)?;
        let over = "call_id = $1 AND state = 'promised' AND until <= $2";
        let over = self.store.select::<Entry>(over, &[Value::Int(call), Value::Int(snapshot.now)]).await?;
        let people: Load = over.iter().map(|entry| LoadKey::Participant(entry.participant_id)).collect();
        snapshot.rows.entries.load(over);
        self.store.load(snapshot, &people).await?;
        participation::lapse(snapshot, call)
    }

    /// Erases what was written in a rehearsal.
    async fn erase_rehearsal(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let rehearsal: Rehearsal = snapshot.open_house(job.id, &job.sealed)?;
        let written = "room_id = $1 AND at >= $2 AND at <= $3 AND key_id <> 0";
        let period = [Value::Int(rehearsal.room), Value::Int(rehearsal.since), Value::Int(rehearsal.until)];
        let written: Vec<i64> =
            self.store.select::<Contribution>(written, &period).await?.iter().map(|c| c.id).collect();
        let load: Load = written.iter().map(|id| LoadKey::Contribution(*id)).collect();
        self.store.load(snapshot, &load).await?;
        for id in written {
            record::withdraw(snapshot, id)?;
        }
        Ok(())
    }

    /// The last digest of a consultation that was posted in a room.
    async fn last_published(&self, snapshot: &Snapshot, consultation: i64) -> Result<Option<Posted>, StoreError> {
        let last = "consultation_id = $1 AND room_id IS NOT NULL ORDER BY at DESC LIMIT 1";
        let last = self.store.select::<Digest>(last, &[Value::Int(consultation)]).await?.pop();
        last.map(|row| snapshot.open_house(row.id, &row.sealed)).transpose()
    }

    /// The contributions that sections cite, by receipt. Each is written anew as it was read: who takes
    /// theirs back meanwhile either comes first, and all is read again, or finds what cites it.
    async fn cited(
        &self,
        snapshot: &mut Snapshot,
        read: &BTreeMap<String, (i64, i64)>,
        sections: impl IntoIterator<Item = &Section>,
    ) -> Result<BTreeMap<String, i64>, StoreError> {
        let receipts: BTreeSet<&String> = sections.into_iter().flat_map(|section| &section.cites).collect();
        let cited: BTreeMap<i64, (&String, i64)> = receipts
            .into_iter()
            .filter_map(|receipt| read.get(receipt).map(|(id, rev)| (*id, (receipt, *rev))))
            .collect();
        let ids: Vec<Value<'_>> = cited.keys().map(|id| Value::Int(*id)).collect();
        let rows = self.store.select_in::<Contribution>("id", &ids).await?;
        if rows.len() != cited.len() || rows.iter().any(|row| cited.get(&row.id).is_none_or(|(_, rev)| *rev != row.rev))
        {
            return Err(StoreError::Conflict("contributions"));
        }
        snapshot.rows.contributions.load(rows);
        for id in cited.keys() {
            snapshot.rows.contributions.edit(*id);
        }
        Ok(cited.into_iter().map(|(id, (receipt, _))| (receipt.clone(), id)).collect())
    }

    /// Asks authors, once and in private, for their leave to quote what only they can give leave
    /// for.
    async fn ask_for_approval(&self, snapshot: &mut Snapshot, wanted: &[(i64, i64)]) -> Result<(), StoreError> {
        let load: Load = wanted.iter().map(|(contribution, _)| LoadKey::Contribution(*contribution)).collect();
        self.store.load(snapshot, &load).await?;
        for (contribution_id, number) in wanted {
            let (contribution_id, passage) = (*contribution_id, *number);
            let Some(row) = snapshot.rows.contributions.get(contribution_id).cloned() else { continue };
            let asked = snapshot.rows.approvals.find(|a| a.contribution_id == contribution_id && a.passage == passage);
            let muted = snapshot.rows.participants.get(row.participant_id).is_none_or(|p| p.muted != 0);
            let (Some(body), Some(address), false, None) =
                (record::body_of(snapshot, &row)?, record::address_of(snapshot, row.participant_id)?, muted, asked)
            else {
                continue;
            };
            if !body.passages.iter().any(|p| p.number == passage) {
                continue;
            }
            let Some(platform) = Platform::parse(&address.platform).filter(|p| *p != Platform::Import) else {
                continue;
            };
            let (id, at) = (snapshot.id(), snapshot.now);
            let state = "asked".into();
            snapshot.rows.approvals.insert(Approval { id, rev: 1, contribution_id, passage, state, at });
            record::settle_text(snapshot, contribution_id);
            let to = To::Person { account: address.account, instead: None };
            snapshot.queue_asked(platform, &Asked { contribution: contribution_id, passage, to })?;
        }
        Ok(())
    }

    /// Makes a posted digest anew and replaces the sections that changed: what was withdrawn,
    /// hidden, edited or lowered is no longer in it. Where nothing of what stood there stays readable,
    /// they are changed in their place.
    async fn mend(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let Some(id) = job.subject_id else { return Ok(()) };
        self.store.load(snapshot, &Load::from([LoadKey::Digest(id)])).await?;
        let Some(row) = snapshot.rows.digests.get(id).cloned() else { return Ok(()) };
        let posted: Posted = snapshot.open_house(id, &row.sealed)?;
        let lane = snapshot.lane(posted.platform, &posted.to);
        self.store.load(snapshot, &Load::from([LoadKey::Unsaid(lane)])).await?;
        let (sections, mut files, read) = match digest::digest(&self.store, &posted.scope, posted.language).await {
            Ok(composed) => {
                let files = files_of(&posted, &composed);
                (digest::sections(&composed.digest, posted.form), files, composed.read)
            }
            Err(DigestError::Store(error)) => return Err(error),
            // It can no longer be shown at all.
            Err(_) => Default::default(),
        };
        let sections: Vec<(Section, Vec<Attachment>)> =
            sections.into_iter().map(|section| (section, std::mem::take(&mut files))).collect();
        let ids = self.cited(snapshot, &read, sections.iter().map(|(section, _)| section)).await?;
        let standing: Vec<Post> =
            snapshot.rows.posts.iter().filter(|p| p.digest_id == Some(id) && p.state != "down").cloned().collect();
        let mut keep: BTreeSet<String> = BTreeSet::new();
        for (section, files) in &sections {
            let now = snapshot.fingerprint(&section.document, files);
            let of_section: Vec<&Post> = standing.iter().filter(|p| p.section == section.key).collect();
            let mut same = !of_section.is_empty();
            for post in &of_section {
                same &= snapshot.open_house::<Standing>(post.id, &post.sealed)?.fingerprint == now;
            }
            let amended = match of_section.as_slice() {
                [only] if !same && posted.platform.edits_in_place() => {
                    let amended = snapshot.amend(only.id, section.document.clone(), files.clone())?;
                    if amended {
                        snapshot.rows.citations.remove_where(|c| c.post_id == only.id);
                        cite(snapshot, only.id, section, &ids);
                    }
                    amended
                }
                _ => false,
            };
            if same || amended {
                keep.insert(section.key.clone());
            }
        }
        for post in standing.iter().filter(|p| !keep.contains(&p.section)) {
            snapshot.take_down(post.id)?;
        }
        for (section, files) in sections.into_iter().filter(|(s, _)| !keep.contains(&s.key)) {
            post_section(snapshot, &posted, id, section, files, &ids)?;
        }
        Ok(())
    }

    /// Takes away an organisation that nobody claims any more and nobody vouched for.
    async fn tidy_organisation(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let Some(id) = job.subject_id else { return Ok(()) };
        let claimed = self.store.count::<Participant>("organisation_id = $1", &[Value::Int(id)]).await?;
        // What is one with another stands by a coordinator's word.
        let merged = self.store.count::<Organisation>("merged_into = $1", &[Value::Int(id)]).await?;
        if claimed + merged > 0 {
            return Ok(());
        }
        snapshot.rows.organisations.load(self.store.select::<Organisation>("id = $1", &[Value::Int(id)]).await?);
        if snapshot.rows.organisations.get(id).is_none_or(|o| o.vouched != 0 || o.merged_into.is_some()) {
            return Ok(());
        }
        let names = self.store.select::<OrganisationName>("organisation_id = $1", &[Value::Int(id)]).await?;
        snapshot.rows.organisation_names.load(names);
        snapshot.rows.organisation_names.remove_where(|n| n.organisation_id == id);
        snapshot.rows.organisations.remove(id);
        Ok(())
    }

    /// Queues the housekeeping, where it does not wait already.
    pub async fn start(&self) -> Result<(), StoreError> {
        if self.store.count::<Job>("kind = 'housekeeping' AND state = 'waiting'", &[]).await? > 0 {
            return Ok(());
        }
        let mut snapshot = self.store.snapshot()?;
        let now = snapshot.now;
        snapshot.queue_job("housekeeping", None, &(), now)?;
        self.store.write(snapshot.into_changes()).await
    }

    /// Forgets what has lapsed, changes the keys when they are a week old, erases what is no longer
    /// to be kept, and has the database overwrite it. Every hour.
    async fn housekeeping(&self, mut snapshot: Snapshot) -> Result<(), StoreError> {
        let now = snapshot.now;
        let lapsed = self.store.select::<Seen>("until <= $1 LIMIT 5000", &[Value::Int(now)]).await?;

        snapshot.rows.seen.load(lapsed);
        snapshot.rows.seen.remove_where(|s| s.until.is_some_and(|until| until <= now));
        snapshot.rows.dialogs.load(self.store.select::<Dialog>("until <= $1", &[Value::Int(now)]).await?);
        snapshot.rows.dialogs.remove_where(|d| d.until <= now);
        let unsaid = self.store.select::<Outbox>("state = 'blocked' AND due <= $1", &[Value::Int(now - WEEK)]).await?;
        let ids: Vec<i64> = unsaid.iter().map(|row| row.id).collect();
        snapshot.rows.outbox.load(unsaid);
        for id in ids {
            // Who could not be told for a week is told no more.
            if let Some(row) = snapshot.rows.outbox.edit(id) {
                (row.state, row.sealed) = ("failed".into(), Sealed::default());
            }
        }
        snapshot.queue_job("housekeeping", None, &(), now + HOUR)?;
        self.store.write(snapshot.into_changes()).await?;
        self.store.change_keys().await?;
        // In boxes, as in the store: each holds a snapshot of its own.
        Box::pin(self.keep_retention()).await?;
        self.store.purge_erased().await?;
        Ok(())
    }
}

/// A number that tells only about how many.
fn about(number: i64) -> i64 {
    match number {
        0..=99 => (number + 9).div_euclid(10) * 10,
        100..=999 => (number + 25).div_euclid(50) * 50,
        _ => (number + 50).div_euclid(100) * 100,
    }
}

/// Answers an order.
fn answer(
    snapshot: &mut Snapshot,
    order: &Order,
    document: Document,
    files: Vec<Attachment>,
) -> Result<(), StoreError> {
    let now = snapshot.now;
    let action = Action::Post { document, reply_to: order.reply_to.clone(), pin: false, files };
    snapshot.queue(order.platform, &Outgoing { to: order.to.clone(), action }, now)?;
    Ok(())
}

/// Posts one section, and writes down what it cites.
fn post_section(
    snapshot: &mut Snapshot,
    posted: &Posted,
    digest: i64,
    section: Section,
    files: Vec<Attachment>,
    ids: &BTreeMap<String, i64>,
) -> Result<(), StoreError> {
    let post = NewPost {
        platform: posted.platform,
        to: &posted.to,
        room: posted.room,
        kind: if posted.form == Form::Quotes { "quotes" } else { "digest" },
        of: Some(digest),
        section: &section.key,
        pin: posted.form == Form::Screen && posted.room.is_some(),
        files: &files,
    };
    let post_id = snapshot.post(&post, section.document.clone())?;
    cite(snapshot, post_id, &section, ids);
    Ok(())
}

/// Writes down what a section cites.
fn cite(snapshot: &mut Snapshot, post_id: i64, section: &Section, ids: &BTreeMap<String, i64>) {
    for contribution_id in section.cites.iter().filter_map(|receipt| ids.get(receipt)) {
        snapshot.cite(post_id, *contribution_id);
    }
}

/// The whole digest as a file, which comes with its first section where files can be replaced: what
/// nobody could mend is not handed out.
fn files_of(posted: &Posted, composed: &Composed) -> Vec<Attachment> {
    match posted.form {
        Form::Full if posted.platform.edits_in_place() => {
            vec![Attachment { name: "digest.md".into(), text: digest::markdown(&composed.digest) }]
        }
        Form::Full | Form::Screen | Form::Quotes => Vec::new(),
    }
}
