//! What happens by the clock or takes longer than a decision may: digests and their mending, the
//! floor that closes by itself, the housekeeping. A job that is done goes in the same transaction
//! as what it did, so that running it twice does it once.

use crate::chat::{Document, Outgoing, To};
use crate::digest::{self, DigestError, DigestOrder, Form, Section};
use crate::i18n::speak;
use crate::model::{DAY, HOUR, Language, MINUTE, Platform};
use crate::record;
use crate::store::{
    Approval, Citation, Contribution, Dialog, Digest, Job, Load, LoadKey, NewPost, Organisation, OrganisationName,
    Participant, Post, Seen, Snapshot, Standing, Store, StoreError, Value,
};
use std::collections::{BTreeMap, BTreeSet};

/// How often a job is tried before it is given up and counted.
const TRIES: i64 = 5;

/// What runs the jobs.
#[derive(Clone)]
pub struct Jobs {
    store: Store,
}

impl Jobs {
    /// A runner over this store.
    pub fn new(store: Store) -> Jobs {
        Jobs { store }
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
            "digest" => self.digest(&mut snapshot, job).await?,
            "mend" => self.mend(&mut snapshot, job).await?,
            "tidy-organisation" => self.tidy_organisation(&mut snapshot, job).await?,
            "housekeeping" => return self.housekeeping(snapshot).await,
            kind => tracing::error!(kind, "no such job; it is dropped"),
        }
        self.store.write(snapshot.into_changes()).await
    }

    /// Tries a job that failed again later; what fails again and again is kept and counted.
    async fn put_off(&self, job: Job, error: &StoreError) -> Result<(), StoreError> {
        tracing::error!(kind = job.kind, %error, "a job failed");
        let mut snapshot = self.store.snapshot()?;
        let id = job.id;
        snapshot.rows.jobs.load([job]);
        let now = snapshot.now;
        if let Some(row) = snapshot.rows.jobs.edit(id) {
            row.tries += 1;
            row.due = now + MINUTE * (1 << row.tries.min(10));
            row.reason = Some(error.to_string());
            if row.tries >= TRIES {
                row.state = "failed".into();
            }
        }
        self.store.write(snapshot.into_changes()).await
    }

    /// Makes a digest and posts it, a section a post.
    async fn digest(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let mut order: DigestOrder = snapshot.open_house(job.id, &job.sealed)?;
        if let Some(every) = &order.every {
            let now = snapshot.now;
            order.scope.until = now;
            order.scope.since = Some(now - 7 * DAY);
            match every.next_after(now) {
                Some(next) => snapshot.queue_job("digest", job.subject_id, &order, next)?,
                None => tracing::error!("a weekly digest has a time zone that is unknown; it is dropped"),
            }
        }
        if order.published_only {
            let Some(published) = self.last_published(snapshot, order.scope.consultation).await? else {
                let text = speak(order.language).say_plain("digest-none-published");
                return say(snapshot, &order, Document::new(order.language).text(text));
            };
            order.scope = published.scope;
        }
        let composed = match digest::digest(&self.store, &order.scope, order.language).await {
            Ok(composed) => composed,
            Err(DigestError::Store(error)) => return Err(error),
            Err(error) => {
                let text = error.told(order.language).unwrap_or_else(|| {
                    tracing::error!(%error, "a digest could not be made");
                    speak(order.language).say_plain("digest-none-published")
                });
                return say(snapshot, &order, Document::new(order.language).text(text));
            }
        };
        let id = snapshot.id();
        let at = snapshot.now;
        let sealed = snapshot.seal_house(id, &order)?;
        let room_id = order.room;
        snapshot.rows.digests.insert(Digest {
            id,
            rev: 1,
            consultation_id: order.scope.consultation,
            room_id,
            sealed,
            at,
        });
        let sections = digest::sections(&composed.digest, order.form);
        let ids = self.contributions_of(&sections).await?;
        for section in sections {
            post_section(snapshot, &order, id, section, &ids)?;
        }
        self.ask_for_approval(snapshot, &composed.wanted_approvals).await
    }

    /// The last digest of a consultation that was posted in a room.
    async fn last_published(&self, snapshot: &Snapshot, consultation: i64) -> Result<Option<DigestOrder>, StoreError> {
        let last = "consultation_id = $1 AND room_id IS NOT NULL ORDER BY at DESC LIMIT 1";
        let last = self.store.select::<Digest>(last, &[Value::Int(consultation)]).await?.pop();
        last.map(|row| snapshot.open_house(row.id, &row.sealed)).transpose()
    }

    /// The contributions of the receipts that sections cite.
    async fn contributions_of(&self, sections: &[Section]) -> Result<BTreeMap<String, i64>, StoreError> {
        let receipts: BTreeSet<&str> = sections.iter().flat_map(|s| &s.cites).map(String::as_str).collect();
        let receipts: Vec<Value<'_>> = receipts.into_iter().map(Value::Text).collect();
        let rows = self.store.select_in::<Contribution>("receipt", &receipts).await?;
        Ok(rows.into_iter().map(|row| (row.receipt, row.id)).collect())
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
            let Some(found) = body.passages.iter().find(|p| p.number == passage) else { continue };
            let Some(platform) = Platform::parse(&address.platform).filter(|p| *p != Platform::Import) else {
                continue;
            };
            let text = body.text();
            let quoted = record::passage_text(&text, found).to_owned();
            let (id, at) = (snapshot.id(), snapshot.now);
            let state = "asked".into();
            snapshot.rows.approvals.insert(Approval { id, rev: 1, contribution_id, passage, state, at });
            let language = snapshot.rows.participants.get(row.participant_id).map(|p| p.language.clone());
            let voice = speak(language.and_then(|l| Language::parse(&l)).unwrap_or_default());
            let command = format!("approve {}.{passage}", row.receipt);
            let document = Document::new(voice.language())
                .text(voice.say("approve-ask", &crate::args![("command", command.as_str())]))
                .quote(quoted, Some(&body.language), crate::chat::Spans::default());
            let to = To::Person { account: address.account, instead: None };
            let action = crate::chat::Action::Post { document, reply_to: None, pin: false };
            snapshot.queue(platform, &Outgoing { to, action }, at)?;
        }
        Ok(())
    }

    /// Makes a posted digest anew and replaces the sections that changed: what was withdrawn,
    /// hidden, edited or lowered is no longer in it.
    async fn mend(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let Some(id) = job.subject_id else { return Ok(()) };
        self.store.load(snapshot, &Load::from([LoadKey::Digest(id)])).await?;
        let Some(row) = snapshot.rows.digests.get(id).cloned() else { return Ok(()) };
        let order: DigestOrder = snapshot.open_house(id, &row.sealed)?;
        let sections = match digest::digest(&self.store, &order.scope, order.language).await {
            Ok(composed) => digest::sections(&composed.digest, order.form),
            Err(DigestError::Store(error)) => return Err(error),
            // It can no longer be shown at all.
            Err(_) => Vec::new(),
        };
        let ids = self.contributions_of(&sections).await?;
        let standing: Vec<Post> = snapshot.rows.posts.iter().filter(|p| p.digest_id == Some(id)).cloned().collect();
        let mut keep: BTreeSet<String> = BTreeSet::new();
        for section in &sections {
            let now = snapshot.fingerprint(&section.document);
            let mut of_section = standing.iter().filter(|p| p.section == section.key).peekable();
            let mut same = of_section.peek().is_some();
            for post in of_section {
                same &= snapshot.open_house::<Standing>(post.id, &post.sealed)?.fingerprint == now;
            }
            if same {
                keep.insert(section.key.clone());
            }
        }
        for post in standing.iter().filter(|p| !keep.contains(&p.section)) {
            snapshot.take_down(post.id)?;
        }
        for section in sections.into_iter().filter(|s| !keep.contains(&s.key)) {
            post_section(snapshot, &order, id, section, &ids)?;
        }
        Ok(())
    }

    /// Takes away an organisation that nobody claims any more and nobody vouched for.
    async fn tidy_organisation(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let Some(id) = job.subject_id else { return Ok(()) };
        let claimed = self.store.count::<Participant>("organisation_id = $1", &[Value::Int(id)]).await?;
        if claimed > 0 {
            return Ok(());
        }
        snapshot.rows.organisations.load(self.store.select::<Organisation>("id = $1", &[Value::Int(id)]).await?);
        if snapshot.rows.organisations.get(id).is_none_or(|o| o.vouched != 0) {
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

    /// Forgets what has lapsed, changes the outer key when it is a week old, and has the database
    /// overwrite what was erased. Every hour.
    async fn housekeeping(&self, mut snapshot: Snapshot) -> Result<(), StoreError> {
        let now = snapshot.now;
        let lapsed = self.store.select::<Seen>("until <= $1 LIMIT 5000", &[Value::Int(now)]).await?;

        snapshot.rows.seen.load(lapsed);
        snapshot.rows.seen.remove_where(|s| s.until.is_some_and(|until| until <= now));
        snapshot.rows.dialogs.load(self.store.select::<Dialog>("until <= $1", &[Value::Int(now)]).await?);
        snapshot.rows.dialogs.remove_where(|d| d.until <= now);
        snapshot.queue_job("housekeeping", None, &(), now + HOUR)?;
        self.store.write(snapshot.into_changes()).await?;
        self.store.rewrap().await?;
        self.store.purge_erased().await?;
        Ok(())
    }
}

/// Says something in the place of a digest.
fn say(snapshot: &mut Snapshot, order: &DigestOrder, document: Document) -> Result<(), StoreError> {
    let now = snapshot.now;
    let action = crate::chat::Action::Post { document, reply_to: None, pin: false };
    snapshot.queue(order.platform, &Outgoing { to: order.to.clone(), action }, now)?;
    Ok(())
}

/// Posts one section, and writes down what it cites.
fn post_section(
    snapshot: &mut Snapshot,
    order: &DigestOrder,
    digest: i64,
    section: Section,
    ids: &BTreeMap<String, i64>,
) -> Result<(), StoreError> {
    let post = NewPost {
        platform: order.platform,
        to: &order.to,
        room: order.room,
        kind: "digest",
        of: Some(digest),
        section: &section.key,
        pin: order.form == Form::Screen && order.room.is_some(),
    };
    let post_id = snapshot.post(&post, section.document)?;
    for contribution_id in section.cites.iter().filter_map(|receipt| ids.get(receipt)) {
        let id = snapshot.id();
        snapshot.rows.citations.insert(Citation { id, rev: 1, post_id, contribution_id: *contribution_id });
    }
    Ok(())
}
