//! What the outbox asks, done once: with a nonce that Discord knows again for a few minutes, and a
//! mark on the message by which it is found in the channel's history when Discord may not.
//!
//! An interaction is answered only by editing its acknowledgement, which may be repeated: what
//! stands there with a mark is done, and what is new is put below it.

use super::Discord;
use super::known::About;
use super::look::{DESCRIPTION, Look, last_line, length, mark_of};
use super::place::{Place, moment};
use super::rest::{SLOWLY, Trouble, code, id_of};
use crate::chat::{
    Action, Attachment, Body, Delivered, Document, Event, Handle, NewRoom, Outgoing, PlatformPort, SendError, Sending,
    To, render,
};
use crate::model::{MINUTE, Platform, Time};
use serde_json::Value;
use serenity::all::{
    AutoArchiveDuration, Builder, ChannelId, ChannelType, CreateAllowedMentions, CreateAttachment, CreateEmbed,
    CreateMessage, CreateThread, EditAttachments, EditInteractionResponse, EditMessage, EditThread, Embed, LightMethod,
    Message, MessageFlags, MessageId, MessageReference, MessageReferenceKind, Nonce, ReactionType, Request, Route,
    UserId,
};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

/// For how long Discord surely knows a nonce again: it says "a few minutes".
/// <https://discord.com/developers/docs/resources/message#create-message>
const KNOWN_AGAIN: Time = 2 * MINUTE;
/// So long before a try its clock may have stood.
const SKEW: Time = 10 * MINUTE;
/// How many messages a page of history holds.
const PAGE: usize = 100;
/// How much the embeds of a message hold together, how many they are, and how many its files.
/// <https://discord.com/developers/docs/resources/message#embed-object-embed-limits>
const ALL_EMBEDS: usize = 6_000;
const EMBEDS: usize = 10;
const FILES: usize = 10;
/// The longest name of a thread, in characters.
/// <https://discord.com/developers/docs/resources/channel#start-thread-without-message-json-params>
const LONGEST_NAME: usize = 100;
/// The kind of message that tells that something was pinned.
/// <https://discord.com/developers/docs/resources/message#message-object-message-types>
const PINNED: u64 = 6;

impl PlatformPort for Discord {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn side_by_side(&self) -> bool {
        true
    }

    fn post_limit(&self) -> usize {
        DESCRIPTION
    }

    fn size_of(&self, document: &Document) -> usize {
        Look::of(document).size()
    }

    fn send<'a>(&'a self, mark: i64, outgoing: &'a Outgoing, tried_before: Option<Time>) -> Sending<'a> {
        Box::pin(async move { self.deliver(mark, outgoing, tried_before).await })
    }
}

/// What a message is to hold.
struct Post<'a> {
    mark: String,
    document: &'a Document,
    look: Look,
    files: &'a [Attachment],
    /// When it was first tried, if it was.
    tried: Option<Time>,
}

impl Discord {
    async fn deliver(&self, mark: i64, outgoing: &Outgoing, tried: Option<Time>) -> Result<Delivered, SendError> {
        let mut event = None;
        let mut heard = Vec::new();
        match &outgoing.action {
            Action::Post { document, reply_to, pin, files } => {
                let look = Look::of(document);
                let post = Post { mark: mark_of(mark), document, look, files, tried };
                if let To::Answer { handle, .. } = &outgoing.to
                    && document.is_empty()
                {
                    self.end_waiting(handle).await?;
                    return Ok(Delivered { event: None, heard });
                }
                if let To::Answer { handle, .. } = &outgoing.to
                    && self.answered(handle, &post).await?
                {
                    return Ok(Delivered { event: None, heard });
                }
                let room = self.channel_of(&outgoing.to).await?;
                let in_room = matches!(outgoing.to.otherwise(), To::Room(_));
                let answers = reply_to.as_deref().and_then(Place::parse).filter(|_| in_room);
                let place = self.post(room, &post, answers).await?;
                if *pin {
                    self.pin(place.channel(room), place.message).await?;
                }
                event = Some(place.to_string());
            }
            Action::Amend { target, document, files } => {
                let room = self.channel_of(&outgoing.to).await?;
                let look = Look::of(document);
                self.amend(room, target, &Post { mark: mark_of(mark), document, look, files, tried }).await?;
            }
            Action::Redact { target } => {
                let (channel, message) = self.target(&outgoing.to, target).await?;
                let delete = || self.ask(channel.delete_message(&self.http, message));
                let deleted = match delete().await {
                    Err(trouble) if trouble.is(code::THREAD_ARCHIVED) => {
                        self.wake(channel).await?;
                        delete().await
                    }
                    deleted => deleted,
                };
                unless_gone(deleted)?;
            }
            Action::React { target, mark } => {
                let (channel, message) = self.target(&outgoing.to, target).await?;
                let mark = ReactionType::Unicode(mark.clone()).as_data();
                let place =
                    Route::ChannelMessageReactionMe { channel_id: channel, message_id: message, reaction: &mark };
                let put = || self.paced(LightMethod::Put, place, Vec::new());
                let put = match put().await {
                    Err(trouble) if trouble.is(code::THREAD_ARCHIVED) => {
                        self.wake(channel).await?;
                        put().await
                    }
                    done => done,
                };
                unless_gone(put.map(drop))?;
            }
            Action::ReadHistory(query) => {
                let room = self.channel_of(&outgoing.to).await?;
                heard.push(self.found(room, query).await?);
            }
            Action::Probe => {
                let room = self.channel_of(&outgoing.to).await?;
                heard.push(self.learned(room).await?);
            }
            // A server's owner lets the bot in and out.
            Action::Enter | Action::Leave => {}
            Action::Make(room) => {
                let thread = self.make(room, tried).await?;
                let To::Room(key) = &outgoing.to else { return Err(never("this is no room")) };
                let moved = Body::Moved { to: thread.to_string() };
                heard.push(Event { room: key.clone(), ..self.told_by_discord(thread, "made", moved) });
            }
            Action::Invite { account } => {
                let thread = self.channel_of(&outgoing.to).await?;
                self.ask_in(thread, account).await?;
            }
            Action::Arrange { .. } => return Err(never("Discord has no spaces")),
        }
        Ok(Delivered { event, heard })
    }

    /// The channel of a room, or of the conversation with a person.
    async fn channel_of(&self, to: &To) -> Result<ChannelId, SendError> {
        match to.otherwise() {
            To::Room(address) => address.parse().map_err(|_| never("this is no channel")),
            To::Person { account, .. } | To::Answer { account, .. } => self.direct(&account).await,
        }
    }

    /// The channel and the message that are meant by what the house calls a message.
    async fn target(&self, to: &To, target: &str) -> Result<(ChannelId, MessageId), SendError> {
        let room = self.channel_of(to).await?;
        let place = Place::parse(target).ok_or_else(|| never("this is no message"))?;
        Ok((place.channel(room), place.message))
    }

    /// The conversation with a person: Discord gives the same one each time.
    async fn direct(&self, account: &str) -> Result<ChannelId, SendError> {
        let person: UserId = account.parse().map_err(|_| never("this is no account"))?;
        let known = self.direct.lock().unwrap_or_else(PoisonError::into_inner).get(&person).copied();
        if let Some(channel) = known {
            return Ok(channel);
        }
        // Who begins too many is to begin none for a while, whoever they are with.
        let wait = self.begins_from.load(Ordering::Relaxed) - self.now();
        if wait > 0 {
            return Err(SendError::Later { after: wait, reason: "too many conversations were begun".into() });
        }
        let made = self.ask(person.create_dm_channel(&self.http)).await;
        if made.as_ref().is_err_and(|trouble| trouble.is(code::OPENING_TOO_FAST)) {
            self.begins_from.store(self.now() + SLOWLY, Ordering::Relaxed);
        }
        let made = made?.id;
        self.direct.lock().unwrap_or_else(PoisonError::into_inner).insert(person, made);
        Ok(made)
    }

    /// Posts a message with its mark, unless it stands there already.
    async fn post(&self, room: ChannelId, post: &Post<'_>, answers: Option<Place>) -> Result<Place, SendError> {
        let channel = answers.map_or(room, |place| place.channel(room));
        let place = |message| match answers {
            Some(answered) => answered.beside(message),
            None => Place { thread: None, message },
        };
        if let Some(tried) = post.tried.filter(|tried| *tried < self.since || self.now() - tried > KNOWN_AGAIN)
            && let Some(message) = self.with_mark(channel, &post.mark, tried).await?
        {
            return Ok(place(message));
        }
        let message = post.message();
        let replied = answers.map(|answered| {
            let reference = MessageReference::new(MessageReferenceKind::Default, channel);
            let reference = reference.message_id(answered.message).fail_if_not_exists(false);
            // Whoever asked is told that there is an answer.
            let told = CreateAllowedMentions::new().replied_user(true);
            message.clone().reference_message(reference).allowed_mentions(told)
        });
        let sent = match self.ask(replied.unwrap_or(message.clone()).execute(&self.http, (channel, None))).await {
            Err(trouble) if trouble.is(code::NO_REPLY_WITHOUT_HISTORY) => {
                self.ask(message.execute(&self.http, (channel, None))).await
            }
            sent => sent,
        };
        Ok(place(sent?.id))
    }

    /// The bot's own message with this mark since shortly before a moment.
    async fn with_mark(&self, channel: ChannelId, mark: &str, tried: Time) -> Result<Option<MessageId>, Trouble> {
        let mut before: Option<MessageId> = None;
        loop {
            let mut params = vec![("limit", PAGE.to_string())];
            params.extend(before.map(|before| ("before", before.to_string())));
            // As it comes: a message of someone else that the library cannot read stops nothing.
            let request = Request::new(Route::ChannelMessages { channel_id: channel }, LightMethod::Get);
            let page: Vec<Value> = self.ask(self.http.fire(request.params(Some(params)))).await?;
            let own = page.iter().filter(|message| id_of(&message["author"]["id"]) == Some(self.own.get()));
            if let Some(found) = own.filter(|message| bears(message, mark)).filter_map(|m| id_of(&m["id"])).next() {
                return Ok(Some(MessageId::new(found)));
            }
            match page.last().and_then(|oldest| id_of(&oldest["id"])) {
                Some(oldest) if page.len() == PAGE && moment(oldest) >= tried - SKEW => {
                    before = Some(MessageId::new(oldest));
                }
                _ => return Ok(None),
            }
        }
    }

    /// Answers what someone did by Discord's own means, below what was answered already. Says whether
    /// it could: where not, it is to be said elsewhere.
    async fn answered(&self, handle: &Handle, post: &Post<'_>) -> Result<bool, SendError> {
        // What was tried before may stand there, and nobody is told twice.
        let over = self.now() >= handle.until;
        if over && post.tried.is_none() {
            return Ok(false);
        }
        self.acknowledged(&handle.token).await;
        let standing = match self.ask(self.http.get_original_interaction_response(&handle.token)).await {
            Err(trouble) if is_over(&trouble) => return Ok(false),
            standing => standing?,
        };
        if serde_json::to_value(&standing).is_ok_and(|standing| bears(&standing, &post.mark)) {
            return Ok(true);
        }
        let Some(edit) = post.below(&standing).filter(|_| !over) else { return Ok(false) };
        match self.ask(edit.execute(&self.http, &handle.token)).await {
            Err(trouble) if is_over(&trouble) => Ok(false),
            edited => Ok(edited.map(|_| true)?),
        }
    }

    /// Takes an acknowledgement away to which nothing is to be said: what was done stands elsewhere.
    async fn end_waiting(&self, handle: &Handle) -> Result<(), SendError> {
        self.acknowledged(&handle.token).await;
        match self.ask(self.http.get_original_interaction_response(&handle.token)).await {
            Err(trouble) if is_over(&trouble) => return Ok(()),
            standing if !standing.as_ref().is_ok_and(|standing| standing.embeds.is_empty()) => {
                return Ok(standing.map(drop)?);
            }
            _ => {}
        }
        match self.ask(self.http.delete_original_interaction_response(&handle.token)).await {
            Err(trouble) if is_over(&trouble) => Ok(()),
            deleted => Ok(deleted?),
        }
    }

    /// Puts something else in the place of a message and its files. One that is gone needs none.
    async fn amend(&self, room: ChannelId, target: &str, post: &Post<'_>) -> Result<(), SendError> {
        let place = Place::parse(target).ok_or_else(|| never("this is no message"))?;
        let (channel, message) = (place.channel(room), place.message);
        let edit = || self.ask(post.amendment().execute(&self.http, (channel, message, None)));
        let edited = match edit().await {
            Err(trouble) if trouble.is(code::THREAD_ARCHIVED) => {
                self.wake(channel).await?;
                edit().await
            }
            edited => edited,
        };
        unless_gone(edited.map(drop))
    }

    /// Makes a thread, unless it was made when that was tried before, and asks in who runs it.
    async fn make(&self, room: &NewRoom, tried: Option<Time>) -> Result<ChannelId, SendError> {
        let beside: ChannelId = room.beside.parse().map_err(|_| never("this is no channel"))?;
        // A thread has no threads: it is made beside it.
        let beside = self.channel(beside).await.and_then(|about| about.parent).unwrap_or(beside);
        let title: String = room.title.chars().take(LONGEST_NAME).collect();
        let known = match tried {
            Some(tried) => self.thread_called(beside, &title, tried).await?,
            None => None,
        };
        let thread = match known {
            Some(thread) => thread,
            None => {
                let thread = CreateThread::new(title).kind(ChannelType::PublicThread);
                let thread = thread.auto_archive_duration(AutoArchiveDuration::OneWeek);
                let made = self.ask(self.http.create_thread(beside, &thread, None)).await?;
                self.known.channel_is(made.id, About::of(&made));
                made.id
            }
        };
        self.ask_in(thread, &room.owner).await?;
        Ok(thread)
    }

    /// The bot's own open thread of this title below a channel since shortly before a moment; one that is a
    /// room already was made for another.
    async fn thread_called(&self, beside: ChannelId, title: &str, tried: Time) -> Result<Option<ChannelId>, Trouble> {
        let Some(guild_id) = self.channel(beside).await.and_then(|about| about.guild) else { return Ok(None) };
        let active = self.read(Route::GuildThreadsActive { guild_id }, Vec::new()).await?;
        let ours = active["threads"].as_array().into_iter().flatten().filter(|thread| {
            thread["name"] == title
                && id_of(&thread["parent_id"]) == Some(beside.get())
                && id_of(&thread["owner_id"]) == Some(self.own.get())
        });
        let found = ours.filter_map(|thread| id_of(&thread["id"])).filter(|id| moment(*id) >= tried - SKEW);
        Ok(found.map(ChannelId::new).filter(|thread| !self.is_bound(*thread)).max())
    }

    /// Asks someone into a thread, who may not see it: then they stay where they are.
    async fn ask_in(&self, thread: ChannelId, account: &str) -> Result<(), SendError> {
        let person: UserId = account.parse().map_err(|_| never("this is no account"))?;
        Ok(unless_refused(self.ask(self.http.add_thread_channel_member(thread, person)).await).map(drop)?)
    }

    /// Opens a thread again that was put away: nothing can be changed in it before.
    async fn wake(&self, thread: ChannelId) -> Result<(), Trouble> {
        let awake = EditThread::new().archived(false);
        self.ask(awake.execute(&self.http, thread)).await.map(drop)
    }

    /// Pins a message, and takes Discord's own note of it away. The room's check says where the bot
    /// may not pin: then it stands unpinned.
    async fn pin(&self, channel: ChannelId, message: MessageId) -> Result<(), Trouble> {
        unless_refused(self.ask(self.http.pin_message(channel, message, None)).await)?;
        let params = vec![("after", message.to_string()), ("limit", PAGE.to_string())];
        let request = Request::new(Route::ChannelMessages { channel_id: channel }, LightMethod::Get);
        let after = self.ask(self.http.fire::<Vec<Value>>(request.params(Some(params)))).await;
        for told in unless_refused(after)?.unwrap_or_default() {
            let of_this = id_of(&told["message_reference"]["message_id"]) == Some(message.get());
            if let Some(id) = id_of(&told["id"]).filter(|_| told["type"] == PINNED && of_this) {
                unless_refused(self.ask(channel.delete_message(&self.http, id)).await)?;
            }
        }
        Ok(())
    }
}

impl Post<'_> {
    /// As a message of its own.
    fn message(&self) -> CreateMessage {
        let message = CreateMessage::new()
            .components(self.look.rows.clone())
            .allowed_mentions(CreateAllowedMentions::new())
            .nonce(Nonce::String(self.mark.clone()))
            .enforce_nonce(true)
            .add_files(self.files.iter().map(file));
        match self.look.content(&self.mark) {
            // Without an embed of its own: what Discord would make of an address is left out.
            Some(content) => message.content(content).flags(MessageFlags::SUPPRESS_EMBEDS),
            None => message.embed(self.look.embed(&self.mark)),
        }
    }

    /// In the place of a message and of its files.
    fn amendment(&self) -> EditMessage {
        let files = self.files.iter().map(file).fold(EditAttachments::new(), EditAttachments::add);
        let edit = EditMessage::new()
            .components(self.look.rows.clone())
            .allowed_mentions(CreateAllowedMentions::new())
            .attachments(files);
        match self.look.content(&self.mark) {
            Some(content) => edit.content(content).embeds(Vec::new()).suppress_embeds(true),
            None => edit.content("").embeds(vec![self.look.embed(&self.mark)]).suppress_embeds(false),
        }
    }

    /// Below what stands in an answer: what has no room there is handed over as a file. Nothing, where
    /// there is no place for that either.
    fn below(&self, standing: &Message) -> Option<EditInteractionResponse> {
        let mut embeds: Vec<CreateEmbed> = standing.embeds.iter().cloned().map(CreateEmbed::from).collect();
        let mut files: Vec<CreateAttachment> = self.files.iter().map(file).collect();
        let taken: usize = standing.embeds.iter().map(size_of).sum();
        if embeds.len() < EMBEDS && taken + self.look.size_of_embed(&self.mark) <= ALL_EMBEDS {
            embeds.push(self.look.embed(&self.mark));
        } else {
            let name = format!("more-{}.txt", self.mark);
            files.push(CreateAttachment::bytes(render::plain(self.document), name));
        }
        if standing.attachments.len() + files.len() > FILES {
            return None;
        }
        let files = files.into_iter().fold(EditAttachments::keep_all(standing), EditAttachments::add);
        // It may stand there that the answer takes longer.
        let edit = EditInteractionResponse::new()
            .content("")
            .embeds(embeds)
            .allowed_mentions(CreateAllowedMentions::new())
            .attachments(files);
        // A question stays answerable when something is said after it that asks nothing.
        Some(if self.look.rows.is_empty() { edit } else { edit.components(self.look.rows.clone()) })
    }
}

fn file(attachment: &Attachment) -> CreateAttachment {
    CreateAttachment::bytes(attachment.text.as_bytes(), attachment.name.as_str())
}

/// Whether a message bears this mark: at the foot of an embed, on its last line, in a file's name.
fn bears(message: &Value, mark: &str) -> bool {
    let each = |key: &str| message[key].as_array().into_iter().flatten();
    let last = message["content"].as_str().unwrap_or_default().lines().last().unwrap_or_default();
    last == last_line(mark)
        || each("embeds").any(|embed| embed["footer"]["text"] == mark)
        || each("attachments").any(|file| file["filename"] == format!("more-{mark}.txt"))
}

/// How much an embed takes of all that a message may hold in embeds.
fn size_of(embed: &Embed) -> usize {
    let texts = [embed.title.as_deref(), embed.description.as_deref(), embed.footer.as_ref().map(|f| f.text.as_str())];
    texts.into_iter().flatten().map(length).sum()
}

/// Whether an interaction cannot be answered any more, or what was answered is gone.
fn is_over(trouble: &Trouble) -> bool {
    let codes = [code::UNKNOWN_MESSAGE, code::UNKNOWN_WEBHOOK, code::UNKNOWN_INTERACTION, code::INVALID_WEBHOOK_TOKEN];
    codes.into_iter().any(|code| trouble.is(code))
}

/// What is gone already needs nothing more.
fn unless_gone(done: Result<(), Trouble>) -> Result<(), SendError> {
    match done {
        Err(trouble) if trouble.is(code::UNKNOWN_MESSAGE) || trouble.is(code::UNKNOWN_CHANNEL) => Ok(()),
        done => Ok(done?),
    }
}

/// Goes on after what is not worth failing for, unless Discord is away.
fn unless_refused<T>(done: Result<T, Trouble>) -> Result<Option<T>, Trouble> {
    match done {
        Err(Trouble::Refused { .. }) => Ok(None),
        done => done.map(Some),
    }
}

/// What can never be done.
fn never(reason: &str) -> SendError {
    SendError::Never { reason: reason.into() }
}
