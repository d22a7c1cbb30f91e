//! What stands on the platforms and may have to be mended or answered: digests, questions, cards.

use super::{Citation, Outbox, Post, Snapshot, StoreError};
use crate::chat::{Action, Attachment, Document, Outgoing, Queued, To, render};
use crate::model::{Language, Platform};
use serde::{Deserialize, Serialize};

/// Where a post stands; sealed in its row by the house key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Where it was sent.
    pub to: To,
    /// The platform's word.
    pub platform: String,
    /// What the platform calls it, once it is sent.
    pub event: Option<String>,
    /// A keyed hash of what it says, its files included, so that a section that stays the same is left
    /// standing.
    pub fingerprint: Vec<u8>,
}

/// What is known of a post beside its words.
#[derive(Debug, Clone, Copy)]
pub struct NewPost<'a> {
    /// The platform.
    pub platform: Platform,
    /// Where.
    pub to: &'a To,
    /// The bound room, if it is one.
    pub room: Option<i64>,
    /// `digest`, `quotes`, `shown`, `question`, `card`, `call`.
    pub kind: &'a str,
    /// The digest or question that it is of.
    pub of: Option<i64>,
    /// Which section.
    pub section: &'a str,
    /// Whether it is pinned.
    pub pin: bool,
    /// Text files that come with it.
    pub files: &'a [Attachment],
}

/// What is said for a moment in the place of a post that was taken back while it was being sent.
const NOTHING: &str = "–";

impl Snapshot {
    /// Queues a post that may have to be mended or answered: with a row of its own, under the
    /// outbox row's identifier, which is given.
    pub fn post(&mut self, post: &NewPost<'_>, document: Document) -> Result<i64, StoreError> {
        let fingerprint = self.fingerprint(&document, post.files);
        let action = Action::Post { document, reply_to: None, pin: post.pin, files: post.files.to_vec() };
        let now = self.now;
        let id = self.queue(post.platform, &Outgoing { to: post.to.clone(), action }, now)?;
        let standing =
            Standing { to: post.to.clone(), platform: post.platform.word().into(), event: None, fingerprint };
        let sealed = self.seal_house(id, &standing)?;
        self.rows.posts.insert(Post {
            id,
            rev: 1,
            room_id: post.room,
            hash: None,
            kind: post.kind.into(),
            digest_id: post.of,
            section: post.section.into(),
            sealed,
            state: "waiting".into(),
            at: now,
        });
        Ok(id)
    }

    /// Writes down that a post shows a contribution, or the answer to a call: what is taken back is found by it.
    pub fn cite(&mut self, post_id: i64, contribution_id: i64) {
        let id = self.id();
        self.rows.citations.insert(Citation { id, rev: 1, post_id, contribution_id });
    }

    /// The posts that show a contribution, or the answer to a call, and are not taken down.
    pub fn showing(&self, id: i64) -> Vec<Post> {
        let cited = self.rows.citations.iter().filter(|c| c.contribution_id == id);
        cited.filter_map(|c| self.rows.posts.get(c.post_id)).filter(|post| post.state != "down").cloned().collect()
    }

    /// Takes down what shows it and is of no digest, which would be made anew without it.
    pub fn take_down_shown(&mut self, id: i64) -> Result<(), StoreError> {
        let shown = self.showing(id).into_iter().filter(|post| post.digest_id.is_none());
        shown.map(|post| post.id).collect::<Vec<_>>().into_iter().try_for_each(|post| self.take_down(post))
    }

    /// Queues that a loaded post that stands says something else from now on, in its place. Says
    /// whether it can: it stands as the platform knows it. What of this waits is sent only while it is
    /// what the post is to say.
    pub fn amend(&mut self, id: i64, document: Document, files: Vec<Attachment>) -> Result<bool, StoreError> {
        let Some(post) = self.rows.posts.get(id).filter(|post| post.state == "up").cloned() else { return Ok(false) };
        let standing: Standing = self.open_house(id, &post.sealed)?;
        let (Some(target), Some(platform)) = (standing.event.clone(), Platform::parse(&standing.platform)) else {
            return Ok(false);
        };
        let fingerprint = self.fingerprint(&document, &files);
        let (to, now) = (standing.to.clone(), self.now);
        self.forget_amendments(platform, &to, &target);
        self.queue(platform, &Outgoing { to, action: Action::Amend { target, document, files } }, now)?;
        let sealed = self.seal_house(id, &Standing { fingerprint, ..standing })?;
        if let Some(post) = self.rows.posts.edit(id) {
            post.sealed = sealed;
        }
        Ok(true)
    }

    /// Erases what was to stand in the place of a post and is not said yet, of what was loaded: it may hold
    /// what is taken back.
    fn forget_amendments(&mut self, platform: Platform, to: &To, of: &str) {
        let lane = self.lane(platform, to);
        let amends = |row: &&Outbox| {
            row.lane == lane
                && matches!(
                    self.open_house(row.id, &row.sealed),
                    Ok(Queued::Said(Outgoing { action: Action::Amend { target, .. }, .. })) if target == of
                )
        };
        for id in self.rows.outbox.iter().filter(amends).map(|row| row.id).collect::<Vec<_>>() {
            self.rows.outbox.remove(id);
        }
    }

    /// A keyed hash of what a document says, with the files that come with it.
    pub fn fingerprint(&self, document: &Document, files: &[Attachment]) -> Vec<u8> {
        let html = render::html(document);
        let files = files.iter().flat_map(|file| [file.name.as_str(), file.text.as_str()]);
        self.hash("fingerprint", &std::iter::once(html.as_str()).chain(files).collect::<Vec<_>>())
    }

    /// Takes back a post that was loaded: what waits is not sent, what stands is redacted.
    pub fn take_down(&mut self, id: i64) -> Result<(), StoreError> {
        let Some(post) = self.rows.posts.get(id).cloned() else { return Ok(()) };
        let standing: Standing = self.open_house(id, &post.sealed)?;
        if post.state == "down" && standing.event.is_none() {
            // It is taken back already, as soon as it is known where it stands.
            return Ok(());
        }
        // Whoever waits for an answer waits for no other.
        let answers = matches!(standing.to, To::Answer { .. });
        match (standing.event, Platform::parse(&standing.platform)) {
            (Some(target), Some(platform)) => {
                let now = self.now;
                self.forget_amendments(platform, &standing.to, &target);
                self.queue(platform, &Outgoing { to: standing.to, action: Action::Redact { target } }, now)?;
            }
            // A try may be under way, or be what stands there: it is taken down as soon as it is known
            // where. If none went through, the next says nothing of what is taken back.
            _ if self.rows.outbox.get(id).is_some_and(|row| row.state == "waiting" && (row.tries > 0 || answers)) => {
                let document = Document::line(Language::default(), NOTHING);
                let sealed = self.seal_house(id, &Outgoing { to: standing.to, action: Action::say(document) })?;
                if let Some(row) = self.rows.outbox.edit(id) {
                    row.sealed = sealed;
                }
                if let Some(post) = self.rows.posts.edit(id) {
                    post.state = "down".into();
                }
                return Ok(());
            }
            _ => self.rows.outbox.remove(id),
        }
        self.rows.posts.remove(id);
        self.rows.citations.remove_where(|c| c.post_id == id);
        Ok(())
    }
}
