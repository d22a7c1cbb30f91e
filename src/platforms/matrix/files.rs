//! The files that people send: fetched into memory, where they are texts and small enough.

use super::Matrix;
use super::hear::{at, text};
use crate::chat::sanitise::{MAX_TEXT, clean};
use crate::chat::{File, FileRefusal};
use crate::model::{MINUTE, SECOND, Time};
use matrix_sdk::media::{MediaFormat, MediaRequestParameters};
use matrix_sdk::ruma::events::room::{EncryptedFile, MediaSource};
use matrix_sdk::ruma::{MxcUri, OwnedMxcUri};
use serde_json::Value;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// How long a file may take, and how often it is asked for where it fails at once: less than the library waits.
const PATIENCE: Duration = Duration::from_secs(20);
const TRIES: u64 = 3;
/// After one that took longer, none is asked for in the next minute.
const SLOW: Time = 10 * SECOND;
/// By so much a file may be longer where it is encrypted.
const CIPHER: usize = 16;

impl Matrix {
    /// The text of a file, where it is one that can be taken.
    pub(super) async fn file(&self, content: &Value, kind: &str, name: String) -> File {
        let text = self.file_text(content, kind, &name).await;
        File { name, text }
    }

    async fn file_text(&self, content: &Value, kind: &str, name: &str) -> Result<String, FileRefusal> {
        let lower = name.to_lowercase();
        let said = text(content, &["info", "mimetype"]).is_some_and(|mime| mime.starts_with("text/"));
        if kind != "m.file" || !(said || [".txt", ".md"].iter().any(|end| lower.ends_with(end))) {
            return Err(FileRefusal::NotText);
        }
        let size = at(content, &["info", "size"]).and_then(Value::as_u64);
        if size.is_some_and(|size| size > MAX_TEXT as u64) {
            return Err(FileRefusal::TooLarge);
        }
        let source = match content.get("file") {
            Some(file) => {
                serde_json::from_value::<EncryptedFile>(file.clone()).ok().map(Box::new).map(MediaSource::Encrypted)
            }
            None => text(content, &["url"]).map(OwnedMxcUri::from).map(MediaSource::Plain),
        };
        let source = source.ok_or(FileRefusal::Unreachable)?;
        let began = self.now();
        if began < self.files_from.load(Ordering::Relaxed) {
            return Err(FileRefusal::Unreachable);
        }
        let fetched = self.fetched(source).await;
        if self.now() - began > SLOW {
            self.files_from.store(self.now() + MINUTE, Ordering::Relaxed);
        }
        let bytes = fetched?;
        if bytes.len() > MAX_TEXT {
            return Err(FileRefusal::TooLarge);
        }
        String::from_utf8(bytes).map(|text| clean(&text)).map_err(|_| FileRefusal::NotText)
    }

    async fn fetched(&self, source: MediaSource) -> Result<Vec<u8>, FileRefusal> {
        self.is_small(match &source {
            MediaSource::Plain(uri) => uri,
            MediaSource::Encrypted(file) => &file.url,
        })
        .await?;
        let request = MediaRequestParameters { source, format: MediaFormat::File };
        let media = self.client.media();
        // Into memory alone: nothing of it is kept by the library, which itself would wait without end.
        let bytes = tokio::time::timeout(PATIENCE, media.get_media_content(&request, false)).await;
        bytes.ok().and_then(Result::ok).ok_or(FileRefusal::Unreachable)
    }

    /// Looks whether a file is no larger than what is taken, without reading more of it: what its sender says
    /// of that counts for nothing.
    async fn is_small(&self, uri: &MxcUri) -> Result<(), FileRefusal> {
        let mut tries = 0;
        loop {
            tries += 1;
            return match tokio::time::timeout(PATIENCE, self.size_of(uri)).await {
                Ok(Some(size)) if size > MAX_TEXT + CIPHER => Err(FileRefusal::TooLarge),
                Ok(Some(_)) => Ok(()),
                Ok(None) if tries < TRIES => {
                    tokio::time::sleep(Duration::from_secs(tries)).await;
                    continue;
                }
                _ => Err(FileRefusal::Unreachable),
            };
        }
    }

    /// How large a file is, as far as it is of interest; nothing, where the homeserver does not give it.
    async fn size_of(&self, uri: &MxcUri) -> Option<usize> {
        let (server, id) = uri.parts().ok()?;
        id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).then_some(())?;
        let (home, token) = (self.client.homeserver(), self.client.access_token()?);
        // The second is how older homeservers give it.
        for kind in ["client/v1/media", "media/v3"] {
            let address = format!("{}/_matrix/{kind}/download/{server}/{id}", home.as_str().trim_end_matches('/'));
            let mut answer = self.client.http_client().get(address).bearer_auth(&token).send().await.ok()?;
            if answer.status().as_u16() == 404 {
                continue;
            }
            answer = answer.error_for_status().ok()?;
            let mut size = 0;
            while size <= MAX_TEXT + CIPHER
                && let Some(chunk) = answer.chunk().await.ok()?
            {
                size += chunk.len();
            }
            return Some(size);
        }
        None
    }
}
