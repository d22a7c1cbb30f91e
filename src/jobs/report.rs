//! What a coordinator is told every week of their region: who takes part, what was written by round
//! table, who waits for a word on their organisation, and who has not been heard.

use super::Jobs;
use crate::args;
use crate::chat::{Action, Document, Outgoing, To};
use crate::commands::{Weekly, in_words, settings_of, title_of_consultation};
use crate::digest::{self, DigestError, Scope};
use crate::i18n::{Speaker, speak};
use crate::model::{self, Language, Platform, WEEK};
use crate::record;
use crate::store::{Consultation, Job, Load, LoadKey, Participant, Snapshot, StoreError, Value};
use crate::trust::{self, OfficeHolder, band};
use std::collections::{BTreeMap, BTreeSet};

/// Who agreed that what they write is noted, and came since a moment. Who only registered did not.
const TAKE_PART: &str = "consultation_id = $1 AND joined_at >= $2 \
     AND id IN (SELECT subject_id FROM log WHERE field = 'consent' AND value <> 'no')";

impl Jobs {
    /// Tells the holder of a coordinator's office how their region fares, and queues the next report.
    /// Where the office is no longer held, nothing more is said.
    pub(super) async fn region_report(&self, snapshot: &mut Snapshot, job: &Job) -> Result<(), StoreError> {
        let weekly: Weekly = snapshot.open_house(job.id, &job.sealed)?;
        let Some(office) = job.subject_id.and_then(|id| snapshot.rows.offices.get(id)).cloned() else { return Ok(()) };
        let holder: OfficeHolder = snapshot.open_house(office.id, &office.sealed)?;
        let (Some(platform), Some(held)) = (Platform::parse(&holder.platform), model::Scope::parse(&office.scope))
        else {
            return Ok(());
        };
        let now = snapshot.now;
        snapshot.queue_job("region-report", Some(office.id), &weekly, weekly.next_after(now))?;
        let theirs = |c: &&Consultation| held.covers(&c.slug, &c.region) && !trust::is_over(snapshot, c);
        let consultations: Vec<Consultation> = snapshot.rows.consultations.iter().filter(theirs).cloned().collect();
        self.store.load(snapshot, &Load::from([LoadKey::Person(office.hash.clone())])).await?;
        let own = record::participants(snapshot, &office.hash).first().and_then(|p| Language::parse(&p.language));
        let first = consultations.first().and_then(|c| settings_of(c).languages.first().copied());
        let voice = speak(own.or(first).unwrap_or_default());
        let mut document = Document::new(voice.language());
        for consultation in &consultations {
            document = self.report_on(voice, consultation, &weekly.zone, now, document).await?;
        }
        if document.is_empty() {
            return Ok(());
        }
        let command = in_words(voice, "roles report off");
        document = document.small(voice.say("report-foot", &args![("command", command)]));
        let to = To::Person { account: holder.account, instead: None };
        snapshot.queue(platform, &Outgoing { to, action: Action::say(document) }, now)?;
        Ok(())
    }

    /// How one consultation fares. People are counted in bands.
    async fn report_on(
        &self,
        voice: Speaker,
        consultation: &Consultation,
        zone: &str,
        now: model::Time,
        document: Document,
    ) -> Result<Document, StoreError> {
        let of = Value::Int(consultation.id);
        let all = self.people(TAKE_PART, &[of, Value::Int(0)]).await?;
        let new = self.people(TAKE_PART, &[of, Value::Int(now - WEEK)]).await?;
        let waiting = "consultation_id = $1 AND organisation_id IS NOT NULL AND claim = 0";
        let waiting = self.people(waiting, &[of]).await?;
        let title = title_of_consultation(consultation, voice.language());
        let period = voice.period(now - WEEK, now, zone);
        let people = args![("people", band(all).words(voice)), ("new", band(new).words(voice))];
        let mut document = document.subheading(format!("{title}, {period}")).point(voice.say("report-people", &people));
        let everything = Scope::consultation(consultation.id, now);
        let week = Scope { since: Some(now - WEEK), ..everything.clone() };
        if let Some(digest) = self.read(&week, voice.language()).await? {
            document = document.point(voice.say("report-written", &args![("count", digest.contributions)]));
            let mut tables: BTreeMap<u8, BTreeSet<&str>> = BTreeMap::new();
            for section in &digest.sections {
                let passages = section.themes.iter().flat_map(|theme| &theme.passages);
                let receipts = passages.map(|passage| passage.split('.').next().unwrap_or(passage));
                if let Some(table) = section.round_table {
                    tables.entry(table).or_default().extend(receipts);
                }
            }
            for (table, receipts) in tables {
                let said = args![("number", u32::from(table)), ("count", receipts.len())];
                document = document.point(voice.say("report-round-table", &said));
            }
        }
        if waiting > 0 {
            let said = args![("people", band(waiting).words(voice)), ("command", in_words(voice, "vouch"))];
            document = document.point(voice.say("report-claims", &said));
        }
        let missing = self.read(&everything, voice.language()).await?.map(|digest| digest.not_yet_heard);
        let missing: Vec<String> = missing.into_iter().flatten().map(|party| party.label).collect();
        if !missing.is_empty() {
            document = document.point(voice.say("digest-not-heard", &args![("who", voice.list(&missing))]));
        }
        Ok(document)
    }

    async fn people(&self, condition: &'static str, of: &[Value<'_>]) -> Result<usize, StoreError> {
        Ok(usize::try_from(self.store.count::<Participant>(condition, of).await?).unwrap_or_default())
    }

    /// The digest of a scope; nothing, where there can be none.
    async fn read(&self, scope: &Scope, language: Language) -> Result<Option<digest::Digest>, StoreError> {
        match digest::digest(&self.store, scope, language).await {
            Ok(composed) => Ok(Some(composed.digest)),
            Err(DigestError::Store(error)) => Err(error),
            Err(_) => Ok(None),
        }
    }
}
