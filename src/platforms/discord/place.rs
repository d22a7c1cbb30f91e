//! Where a message stands: in its room, or in a thread below it. And when: Discord's identifiers
//! hold the moment at which it made them.

use crate::model::Time;
use serenity::all::{ChannelId, MessageId};

/// The moment at which Discord's identifiers begin to count.
/// <https://discord.com/developers/docs/reference#snowflakes>
const EPOCH: Time = 1_420_070_400_000;

/// A message of a room. One in a thread that is no room itself belongs to the room of the channel
/// below which the thread stands, and is called by both: `thread/message`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The thread, where it stands in one that is no room itself.
    pub thread: Option<ChannelId>,
    /// The message.
    pub message: MessageId,
}

impl Place {
    /// Reads what the house calls a message; nothing, where that is no message.
    pub fn parse(event: &str) -> Option<Place> {
        let (thread, message) = match event.split_once('/') {
            Some((thread, message)) => (Some(thread.parse().ok()?), message),
            None => (None, event),
        };
        Some(Place { thread, message: message.parse().ok()? })
    }

    /// The channel in which Discord keeps it.
    pub fn channel(&self, room: ChannelId) -> ChannelId {
        self.thread.unwrap_or(room)
    }

    /// Another message in the same channel.
    pub fn beside(&self, message: MessageId) -> Place {
        Place { message, ..*self }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.thread {
            Some(thread) => write!(f, "{thread}/{}", self.message),
            None => write!(f, "{}", self.message),
        }
    }
}

/// When an identifier was made.
pub(super) fn moment(id: u64) -> Time {
    Time::try_from(id >> 22).unwrap_or(Time::MAX).saturating_add(EPOCH)
}

/// The first identifier of a moment.
pub(super) fn first_of(moment: Time) -> u64 {
    u64::try_from(moment.saturating_sub(EPOCH)).unwrap_or_default().checked_shl(22).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_called_by_itself_or_by_its_thread_and_itself() {
        for text in ["1338000000000000000", "1338000000000000000/1338000000000000001"] {
            let place = Place::parse(text).unwrap();
            assert_eq!(place.to_string(), text);
        }
        let room = ChannelId::new(7);
        assert_eq!(Place::parse("5").unwrap().channel(room), room);
        assert_eq!(Place::parse("6/5").unwrap().channel(room), ChannelId::new(6));
    }

    #[test]
    fn what_is_no_message_is_none() {
        for text in ["", "0", "i5", "5/", "/5", "5/i6", "5/6/7", "-1", "facts", "99999999999999999999999"] {
            assert_eq!(Place::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_identifier_tells_when_it_was_made() {
        let moments = [1_462_015_105_796, 1_800_000_000_000];
        assert_eq!(moment(175_928_847_299_117_063), moments[0], "the example of Discord's own pages");
        for at in moments {
            assert_eq!((moment(first_of(at)), moment(first_of(at) - 1)), (at, at - 1));
        }
        assert_eq!(first_of(0), 0);
    }
}
