//! What Discord tells, as the house understands it. Everything in it was written by someone else:
//! nothing is taken for granted.

use super::Discord;
use super::known::About;
use super::place::{Place, moment};
use super::rest::{ask, id_of, pause, until_read};
use crate::chat::sanitise::{MAX_TEXT, clean};
use crate::chat::{Author, Body, Event, File, FileRefusal, Message, Origin, Target};
use crate::model::{Platform, Time};
use serenity::all::{
    Attachment, Channel, ChannelId, GuildId, Member, Message as Said, MessageId, MessageType, MessageUpdateEvent,
    Reaction, ReactionType, RoleId, Route, User, UserId,
};

/// A variation that shows a sign as a picture: some clients send it, some do not.
pub(super) const PICTURE: char = '\u{fe0f}';

/// How often a file is asked for.
const TRIES: u32 = 3;

impl Discord {
    /// What the house hears of a message; nothing, where it is none of its business: a program's, a
    /// note of Discord's own, or one without words.
    pub(super) async fn heard(&self, said: &Said, origin: Origin) -> Option<Event> {
        self.known.wrote(said.id, Some(said.author.id));
        if !is_said(said) || self.known.is_gone(said.id) {
            return None;
        }
        let (room, place) = self.place(said.channel_id, said.id).await;
        let guild = self.guild(said).await;
        let (text, mention, named) = self.text(said);
        let mut files = Vec::new();
        for attachment in &said.attachments {
            files.push(file(attachment).await);
        }
        if said.poll.is_some() {
            files.push(File { name: String::new(), text: Err(FileRefusal::Poll) });
        }
        // Where the bot may not know what messages say, they come without words.
        if text.is_empty() && files.is_empty() {
            return None;
        }
        let author = self.author(said, guild, mention).await;
        let reply_to = self.reply_to(said, room, place).await;
        let body = Body::Message(Message { text, reply_to, mention, files, named });
        let event = self.event(room, &place.to_string(), author, moment(said.id.get()), origin, body);
        Some(Event { direct: guild.is_none(), ..event })
    }

    /// What the house hears of a message that was changed: what it says now.
    pub(super) async fn edited(&self, said: &Said, origin: Origin) -> Option<Event> {
        // Without it only something around the message changed: a link's preview came, it was pinned.
        let edited = said.edited_timestamp?;
        if !is_said(said) || self.known.is_gone(said.id) {
            return None;
        }
        let (room, place) = self.place(said.channel_id, said.id).await;
        let guild = self.guild(said).await;
        let (text, mention, _) = self.text(said);
        let author = self.author(said, guild, mention).await;
        let unseen = |author: Author| {
            let version = edited.unix_timestamp().to_string();
            let (id, target) = (format!("{place} changed {version}"), place.to_string());
            let event = self.event(room, &id, author, self.now(), origin, Body::Changed { target, version });
            Event { direct: guild.is_none(), ..event }
        };
        // What the bot may not know is no message that says nothing. What is found later may have been changed
        // before it was handed in.
        if text.is_empty() && !self.content && guild.is_some() {
            return Some(unseen(author)).filter(|_| origin == Origin::Live);
        }
        let mut files = Vec::new();
        for attachment in &said.attachments {
            files.push(file(attachment).await);
        }
        let message = Message { files, ..Message::default() };
        // What its file says now is not known: what was said before stands, and its author is told.
        if message.is_incomplete() {
            return Some(unseen(author));
        }
        let version = Time::try_from(edited.unix_timestamp_nanos() / 1_000_000).ok()?;
        let (target, text) = (place.to_string(), message.with_files(&text));
        let id = format!("{target} edited {version}");
        let body = Body::Edit { target, version: version.to_string(), text, mention };
        let event = self.event(room, &id, author, version, origin, body);
        Some(Event { direct: guild.is_none(), ..event })
    }

    /// What was told of a change, as the message that it is now.
    pub(super) fn changed(&self, update: &MessageUpdateEvent) -> Said {
        let mut said = Said::default();
        update.apply_to_message(&mut said);
        if update.author.is_none()
            && let Some(author) = self.known.author(update.id).flatten()
        {
            said.author.id = author;
        }
        said
    }

    /// What the house hears of a message that is gone. Discord does not say who took it away: it
    /// counts as its author, where that is remembered.
    pub(super) async fn deleted(&self, channel: ChannelId, message: MessageId, direct: bool) -> Event {
        self.known.went(message);
        let (room, place) = self.place(channel, message).await;
        Event { direct, ..self.absent(room, place) }
    }

    /// A message of a room that is gone.
    pub(super) fn absent(&self, room: ChannelId, place: Place) -> Event {
        let author = self.known.author(place.message).flatten().unwrap_or(self.own);
        let target = place.to_string();
        let (id, author) = (format!("{target} deleted"), Author::new(author.to_string(), ""));
        self.event(room, &id, author, self.now(), Origin::Live, Body::Deletion { target })
    }

    /// What the house hears of a mark on a message.
    pub(super) async fn marked(&self, reaction: &Reaction) -> Option<Event> {
        let ReactionType::Unicode(mark) = &reaction.emoji else { return None };
        let by = reaction.user_id.filter(|by| *by != self.own)?;
        let member = reaction.member.as_ref();
        if member.is_some_and(|member| member.user.bot) {
            return None;
        }
        let (channel, message) = (reaction.channel_id, reaction.message_id);
        let own = match reaction.message_author_id {
            Some(author) => author == by,
            None => self.wrote(channel, message).await == Some(by),
        };
        let name = member.map(|member| name_of(&member.user, member.nick.as_deref())).unwrap_or_default();
        let groups = member.map(|member| groups(&member.roles)).unwrap_or_default();
        let author = Author { groups, ..Author::new(by.to_string(), name) };
        let (room, place) = self.place(channel, message).await;
        let event = self.mark(room, place, author, mark, own, Origin::Live);
        Some(Event { direct: reaction.guild_id.is_none(), ..event })
    }

    /// A mark on a message: by its name the same whether it is heard or found.
    pub(super) fn mark(
        &self,
        room: ChannelId,
        place: Place,
        author: Author,
        mark: &str,
        own: bool,
        origin: Origin,
    ) -> Event {
        let mark = clean(mark).trim_end_matches(PICTURE).to_owned();
        let target = place.to_string();
        let id = format!("{target}/{mark}");
        self.event(room, &id, author, self.now(), origin, Body::Reaction { target, mark, own })
    }

    /// Something that happened in a room.
    pub(super) fn event(
        &self,
        room: ChannelId,
        id: &str,
        author: Author,
        at: Time,
        origin: Origin,
        body: Body,
    ) -> Event {
        let (platform, room, id) = (Platform::Discord, room.to_string(), id.to_owned());
        Event { platform, room, direct: false, id, author, at, origin, body, handle: None }
    }

    /// The room in which a message stands, and what it is called there: a thread that is no room
    /// itself belongs to the one below which it stands.
    pub(super) async fn place(&self, channel: ChannelId, message: MessageId) -> (ChannelId, Place) {
        let own = (channel, Place { thread: None, message });
        if self.is_bound(channel) {
            return own;
        }
        let parent = self.channel(channel).await.and_then(|about| about.parent);
        match parent.filter(|parent| self.is_bound(*parent)) {
            Some(parent) => (parent, Place { thread: Some(channel), message }),
            None => own,
        }
    }

    /// What is known of a channel: what was heard of it, or what Discord says.
    pub(super) async fn channel(&self, channel: ChannelId) -> Option<About> {
        if let Some(about) = self.known.channel(channel) {
            return Some(about);
        }
        let route = || Route::Channel { channel_id: channel };
        let found = until_read(|| self.read(route(), Vec::new())).await.ok()?.ok()?;
        let about = match serde_json::from_value(found).ok()? {
            Channel::Guild(channel) => About::of(&channel),
            Channel::Private(_) => About::private(),
            _ => return None,
        };
        self.known.channel_is(channel, about.clone());
        Some(about)
    }

    /// The server in which something was said. What is read in history does not tell.
    async fn guild(&self, said: &Said) -> Option<GuildId> {
        match said.guild_id {
            Some(guild) => Some(guild),
            None => self.channel(said.channel_id).await?.guild,
        }
    }

    /// Who wrote a message: as it passed by, or as Discord says. Nobody, where it knows none.
    pub(super) async fn wrote(&self, channel: ChannelId, message: MessageId) -> Option<UserId> {
        if let Some(known) = self.known.author(message) {
            return known;
        }
        // As it comes: one that the library cannot read was written by somebody too.
        let route = || Route::ChannelMessage { channel_id: channel, message_id: message };
        let found = until_read(|| self.read(route(), Vec::new())).await.ok()?.ok();
        let author = found.and_then(|said| id_of(&said["author"]["id"])).map(UserId::new);
        self.known.wrote(message, author);
        author
    }

    /// What a message refers to. In a thread that was opened on what the bot said, everything is an
    /// answer to that.
    async fn reply_to(&self, said: &Said, room: ChannelId, place: Place) -> Option<Target> {
        if let Some(thread) = place.thread {
            // Discord gives a thread the number of the message on which it was opened.
            let root = MessageId::new(thread.get());
            if self.wrote(room, root).await == Some(self.own) {
                return Some(Target { id: root.to_string(), by_bot: true });
            }
        }
        let replied = said.message_reference.as_ref().filter(|_| said.kind == MessageType::InlineReply)?.message_id?;
        let author = match &said.referenced_message {
            Some(replied) => Some(replied.author.id),
            None => self.wrote(said.channel_id, replied).await,
        };
        Some(Target { id: place.beside(replied).to_string(), by_bot: author == Some(self.own) })
    }

    /// Who wrote a message. What is read in history does not tell what its author is on the server:
    /// that is asked where it may be a command.
    async fn author(&self, said: &Said, guild: Option<GuildId>, mention: bool) -> Author {
        let user = &said.author;
        let named = |nick: Option<&str>, roles: &[RoleId]| Author {
            groups: groups(roles),
            ..Author::new(user.id.to_string(), name_of(user, nick))
        };
        match (&said.member, guild) {
            (Some(member), _) => named(member.nick.as_deref(), &member.roles),
            (None, Some(guild)) if mention || !said.content.starts_with(char::is_alphanumeric) => {
                let route = || Route::GuildMember { guild_id: guild, user_id: user.id };
                let found = until_read(|| self.read(route(), Vec::new())).await.ok().and_then(Result::ok);
                match found.and_then(|member| serde_json::from_value::<Member>(member).ok()) {
                    Some(member) => named(member.nick.as_deref(), &member.roles),
                    None => named(None, &[]),
                }
            }
            (None, _) => named(None, &[]),
        }
    }

    /// What a message says, as it reads, without the bot's name in front; whether it names the bot; and whom else.
    fn text(&self, said: &Said) -> (String, bool, Vec<(String, String)>) {
        let (mut mention, mut people) = (false, Vec::new());
        let mut rest = said.content.trim();
        while let Some((_, after)) = tag(rest).filter(|(named, _)| self.means_bot(named)) {
            mention = true;
            rest = after.trim_start().trim_start_matches([':', ',']).trim_start();
        }
        let mut text = String::with_capacity(rest.len());
        while let Some(at) = rest.find('<') {
            text.push_str(&rest[..at]);
            match tag(&rest[at..]) {
                Some((named, after)) => {
                    mention |= self.means_bot(&named);
                    let typed = &rest[at..rest.len() - after.len()];
                    let name = self.name_of_tag(&named, said);
                    text.push_str(name.as_deref().unwrap_or(typed));
                    if let (Tag::User(_) | Tag::Role(_), Some(name)) = (named, name) {
                        people.push((name, typed.to_owned()));
                    }
                    rest = after;
                }
                None => {
                    text.push('<');
                    rest = &rest[at + 1..];
                }
            }
        }
        text.push_str(rest);
        (clean(&text), mention, people)
    }

    fn means_bot(&self, tag: &Tag<'_>) -> bool {
        match tag {
            Tag::User(user) => *user == self.own,
            Tag::Role(role) => self.known.is_own_role(*role),
            Tag::Channel(_) | Tag::Emoji(_) => false,
        }
    }

    fn name_of_tag(&self, tag: &Tag<'_>, said: &Said) -> Option<String> {
        Some(match tag {
            Tag::User(id) => format!("@{}", name_of(said.mentions.iter().find(|user| user.id == *id)?, None)),
            Tag::Role(role) => format!("@{}", self.known.role(*role)?),
            Tag::Channel(channel) => format!("#{}", self.known.channel(*channel)?.name),
            Tag::Emoji(name) => format!(":{name}:"),
        })
    }
}

/// What a person said: no note of Discord's own, nothing of a program or a webhook.
pub(super) fn is_said(said: &Said) -> bool {
    let words = matches!(said.kind, MessageType::Regular | MessageType::InlineReply);
    words && !said.author.bot && !said.author.system && said.webhook_id.is_none()
}

/// The name that others see.
pub(super) fn name_of(user: &User, nick: Option<&str>) -> String {
    clean(nick.or(user.global_name.as_deref()).unwrap_or(&user.name))
}

/// What someone is on a server, as an office can be held by it.
pub(super) fn groups(roles: &[RoleId]) -> Vec<String> {
    roles.iter().map(|role| format!("&{role}")).collect()
}

/// What stands in a text for something that has a name.
/// <https://discord.com/developers/docs/reference#message-formatting>
#[derive(Debug, PartialEq, Eq)]
enum Tag<'t> {
    User(UserId),
    Role(RoleId),
    Channel(ChannelId),
    Emoji(&'t str),
}

/// The tag with which a text begins, and what comes after it.
fn tag(text: &str) -> Option<(Tag<'_>, &str)> {
    let (inside, after) = text.strip_prefix('<')?.split_once('>')?;
    let tag = if let Some(role) = inside.strip_prefix("@&") {
        Tag::Role(role.parse().ok()?)
    } else if let Some(user) = inside.strip_prefix('@') {
        Tag::User(user.strip_prefix('!').unwrap_or(user).parse().ok()?)
    } else if let Some(channel) = inside.strip_prefix('#') {
        Tag::Channel(channel.parse().ok()?)
    } else {
        let (name, id) = inside.strip_prefix('a').unwrap_or(inside).strip_prefix(':')?.split_once(':')?;
        id.parse::<u64>().ok()?;
        Tag::Emoji(name)
    };
    Some((tag, after))
}

/// A file, with its text where that can be taken.
async fn file(attachment: &Attachment) -> File {
    File { name: clean(&attachment.filename), text: file_text(attachment).await }
}

async fn file_text(attachment: &Attachment) -> Result<String, FileRefusal> {
    let lower = attachment.filename.to_lowercase();
    let said = attachment.content_type.as_deref().is_some_and(|mime| mime.starts_with("text/plain"));
    if !(said || [".txt", ".md"].iter().any(|end| lower.ends_with(end))) {
        return Err(FileRefusal::NotText);
    }
    let size = usize::try_from(attachment.size).unwrap_or(usize::MAX);
    if size > MAX_TEXT {
        return Err(FileRefusal::TooLarge);
    }
    let mut tries = 0;
    let bytes = loop {
        tries += 1;
        match ask(attachment.download()).await {
            // The library takes a refusal for the file.
            Ok(bytes) if bytes.len() == size => break bytes,
            Ok(_) | Err(_) if tries == TRIES => return Err(FileRefusal::Unreachable),
            Ok(_) | Err(_) => tokio::time::sleep(pause(tries)).await,
        }
    };
    String::from_utf8(bytes).map(|text| clean(&text)).map_err(|_| FileRefusal::NotText)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_name_is_read_and_everything_else_is_text() {
        let id = 1_338_000_000_000_000_000_u64;
        for (text, read) in [
            (format!("<@{id}> help"), Some((Tag::User(UserId::new(id)), " help"))),
            (format!("<@!{id}>"), Some((Tag::User(UserId::new(id)), ""))),
            (format!("<@&{id}>!"), Some((Tag::Role(RoleId::new(id)), "!"))),
            (format!("<#{id}>"), Some((Tag::Channel(ChannelId::new(id)), ""))),
            (format!("<a:wave:{id}>"), Some((Tag::Emoji("wave"), ""))),
            (format!("<:wave:{id}>"), Some((Tag::Emoji("wave"), ""))),
            ("<@0>".into(), None),
            ("<@>".into(), None),
            ("<3 > 2".into(), None),
            ("<b>bold</b>".into(), None),
            ("<".into(), None),
            ("help".into(), None),
        ] {
            assert_eq!(tag(&text), read, "{text}");
        }
    }
}
