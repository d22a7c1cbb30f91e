//! The console: rooms and people in a terminal or a pipe, a platform like the others.
//!
//! It keeps what is said in its rooms in memory and only while it runs.

mod desk;
mod line;
mod pipe;
mod screen;
mod state;
mod terminal;

pub use desk::ConsoleError;
pub use pipe::run_pipe;
pub use screen::Look;
pub use terminal::run_terminal;

use crate::chat::{Action, Delivered, Document, Outgoing, PlatformPort, SendError, Sending, To, render};
use crate::clock::{Clock, SystemClock};
use crate::i18n::{Speaker, args, speak};
use crate::model::{Language, Platform, SECOND, Time};
use screen::Screen;
use state::{State, Step, first_words};
use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many things that were done once are remembered.
const REMEMBERED: usize = 10_000;

/// How many bytes one post holds for a person, and for a program.
const POST_LIMIT: (usize, usize) = (4_000, 1 << 20);

/// What a console starts with.
pub struct Setup {
    /// The clock that `/at` moves: the one that the house was given.
    pub clock: Arc<SystemClock>,
    /// Eight fresh random bytes: they keep the identifiers of events apart from those of earlier
    /// times.
    pub session: [u8; 8],
    /// The rooms' names, without `#`; people are in the first one at the start.
    pub rooms: Vec<String>,
    /// Who holds an office, without `@`, and the office in words.
    pub offices: Vec<(String, String)>,
    /// What the line editor completes in a room, as it is typed: `join`, `!gcm digest`.
    pub commands: Vec<String>,
    /// The same alone with the bot: `digest`.
    pub in_private: Vec<String>,
    /// The language in which the console itself speaks.
    pub language: Language,
}

/// The console.
pub struct Console {
    clock: Arc<SystemClock>,
    offices: Vec<(String, String)>,
    commands: Vec<String>,
    in_private: Vec<String>,
    language: Language,
    look: Look,
    state: Mutex<State>,
    screen: Mutex<Screen>,
    /// What was done once, by its mark, with the event that it made. Marks grow with time.
    done: Mutex<BTreeMap<i64, Option<String>>>,
}

impl Look {
    /// As the standard input and output are: a person's only if both are a terminal; without
    /// colours where the environment has `NO_COLOR` or a terminal that knows none.
    pub fn of_standard_streams() -> Look {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Look::Pipe;
        }
        let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let colours = set("NO_COLOR").is_none() && set("TERM").is_none_or(|term| term != "dumb");
        Look::Terminal { colours }
    }
}

impl Console {
    /// A console in whose rooms nobody has said anything yet.
    pub fn new(setup: Setup, output: Box<dyn Write + Send>, look: Look) -> Arc<Console> {
        let Setup { clock, session, rooms, offices, commands, in_private, language } = setup;
        let people: Vec<String> = offices.iter().map(|(person, _)| person.clone()).collect();
        Arc::new(Console {
            state: Mutex::new(State::new(session, language, &rooms, &people)),
            screen: Mutex::new(Screen::new(output, look)),
            done: Mutex::default(),
            clock,
            offices,
            commands,
            in_private,
            language,
            look,
        })
    }

    /// What follows from a line; the clock is moved already if it is to move.
    fn utterance(&self, line: &str) -> Step {
        let now = self.clock.now();
        let step = lock(&self.state).utterance(line, now);
        if let Step::Forward(span) = step {
            self.clock.advance(span);
            if self.look != Look::Pipe {
                let time = self.speaker().day_time(self.clock.now(), "UTC");
                self.own(&self.speaker().say("console-moved", &args![("time", time)]));
            }
        }
        step
    }

    /// Shows what the console itself says.
    fn own(&self, text: &str) {
        lock(&self.screen).own(text);
    }

    fn speaker(&self) -> Speaker {
        speak(self.language)
    }

    fn deliver(&self, mark: i64, outgoing: &Outgoing) -> Result<Delivered, SendError> {
        let address = match outgoing.to.otherwise() {
            To::Room(address) => address,
            To::Person { account, .. } | To::Answer { account, .. } => State::private(&account),
        };
        let now = self.clock.now();
        match &outgoing.action {
            Action::ReadHistory(query) => {
                let found = lock(&self.state).found(&address, query, now);
                return Ok(Delivered { event: None, heard: vec![found] });
            }
            Action::Probe => {
                let facts = lock(&self.state).facts(&address, now);
                return Ok(Delivered { event: None, heard: vec![facts] });
            }
            Action::Amend { .. } => return Err(SendError::Never { reason: "what was said stays said here".into() }),
            Action::Make(room) => {
                let Some(made) = lock(&self.state).made(&address, room, now) else {
                    return Err(SendError::Never { reason: "there is a room of this name".into() });
                };
                return Ok(Delivered { event: None, heard: vec![made] });
            }
            Action::Post { .. } | Action::Redact { .. } | Action::React { .. } => {}
            // Whoever types opens the rooms here: nobody is invited.
            Action::Enter | Action::Leave | Action::Invite { .. } | Action::Arrange { .. } => {
                return Ok(Delivered { event: None, heard: Vec::new() });
            }
        }
        if let Some(event) = lock(&self.done).get(&mark) {
            return Ok(Delivered { event: event.clone(), heard: Vec::new() });
        }
        let event = match &outgoing.action {
            Action::Post { document, pin, files, .. } => {
                let event = self.post(&address, document, *pin, now)?;
                // A file would lie on the disk in readable form: here it is shown instead.
                for file in files {
                    self.show(&address, &format!("{}\n{}", file.name, file.text.trim_end()), false)?;
                }
                event
            }
            Action::Redact { target } => self.redact(&address, target)?,
            Action::React { target, mark } => self.react(&address, target, mark)?,
            Action::Amend { .. }
            | Action::ReadHistory(_)
            | Action::Probe
            | Action::Enter
            | Action::Leave
            | Action::Make(_)
            | Action::Invite { .. }
            | Action::Arrange { .. } => None,
        };
        let mut done = lock(&self.done);
        done.insert(mark, event.clone());
        if done.len() > REMEMBERED {
            done.pop_first();
        }
        Ok(Delivered { event, heard: Vec::new() })
    }

    fn post(&self, address: &str, document: &Document, pin: bool, now: Time) -> Result<Option<String>, SendError> {
        let text = render::plain(document);
        let pinned = if pin && self.look != Look::Pipe { "📌 " } else { "" };
        self.show(address, &format!("{pinned}{text}"), document.language.is_right_to_left())?;
        Ok(Some(lock(&self.state).posted(address, first_words(&text), now)))
    }

    fn redact(&self, address: &str, target: &str) -> Result<Option<String>, SendError> {
        let words = lock(&self.state).words(address, target).map(|(_, words)| words);
        let words = words.unwrap_or_else(|| self.speaker().say_plain("console-earlier"));
        self.show(address, &format!("[removed] {words}"), false)?;
        lock(&self.state).remove(address, target);
        Ok(None)
    }

    fn react(&self, address: &str, target: &str, mark: &str) -> Result<Option<String>, SendError> {
        let words = lock(&self.state).words(address, target);
        let text = match words {
            Some((Some(person), words)) => {
                let on = self.speaker().say("console-on-message", &args![("person", person), ("words", words)]);
                format!("{mark} {on}")
            }
            _ => mark.to_owned(),
        };
        self.show(address, &text, false)?;
        Ok(None)
    }

    /// Shows what the bot says at this address.
    fn show(&self, address: &str, text: &str, right_to_left: bool) -> Result<(), SendError> {
        let label = lock(&self.state).label(address);
        if lock(&self.screen).answer(&label, text, right_to_left) {
            Ok(())
        } else {
            // The console ends now; the next one says it.
            Err(SendError::Later { after: SECOND, reason: "the output is closed".to_owned() })
        }
    }
}

impl PlatformPort for Console {
    fn platform(&self) -> Platform {
        Platform::Console
    }

    fn side_by_side(&self) -> bool {
        false
    }

    fn post_limit(&self) -> usize {
        let (person, program) = POST_LIMIT;
        if self.look == Look::Pipe { program } else { person }
    }

    fn size_of(&self, document: &Document) -> usize {
        render::plain(document).len()
    }

    fn send<'a>(&'a self, mark: i64, outgoing: &'a Outgoing, _tried_before: Option<Time>) -> Sending<'a> {
        Box::pin(async move { self.deliver(mark, outgoing) })
    }
}

/// What a lock holds; what a thread left that panicked is as good as before.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::{Body, HistoryQuery, Purpose};
    use screen::tests::{Closed, Paper};

    fn console(look: Look) -> (Arc<Console>, Paper) {
        let paper = Paper::default();
        let setup = Setup {
            clock: Arc::new(SystemClock::default()),
            session: [7; 8],
            rooms: vec!["africa".into()],
            offices: Vec::new(),
            commands: Vec::new(),
            in_private: Vec::new(),
            language: Language::En,
        };
        (Console::new(setup, Box::new(paper.clone()), look), paper)
    }

    fn room(action: Action) -> Outgoing {
        Outgoing { to: To::Room("africa".to_owned()), action }
    }

    fn post(text: &str, pin: bool) -> Outgoing {
        let document = Document::line(Language::En, text);
        room(Action::Post { document, reply_to: None, pin, files: Vec::new() })
    }

    #[tokio::test]
    async fn what_was_done_is_not_done_again() {
        let (console, paper) = console(Look::Pipe);
        let first = console.send(1, &post("hello", true), None).await.unwrap();
        let again = console.send(1, &post("hello", true), Some(0)).await.unwrap();
        assert_eq!((first.event.is_some(), &first), (true, &again));
        let private = To::Person { account: "amina".to_owned(), instead: None };
        let other = console.send(2, &Outgoing { to: private, ..post("hello", false) }, None).await.unwrap();
        assert_ne!(first.event, other.event);
        assert_eq!(paper.text(), "#africa gcm-talks: hello\n@amina gcm-talks: hello\n");
    }

    #[tokio::test]
    async fn a_post_is_taken_back_by_its_first_words() {
        let (console, paper) = console(Look::Pipe);
        let posted = console.send(1, &post("West Africa\nmany words", false), None).await.unwrap();
        let target = posted.event.unwrap();
        for (mark, target) in [(2, &target), (3, &target)] {
            console.send(mark, &room(Action::Redact { target: target.clone() }), None).await.unwrap();
        }
        assert_eq!(
            paper.text(),
            "#africa gcm-talks: West Africa\n  many words\n#africa gcm-talks: [removed] West Africa…\n\
             #africa gcm-talks: [removed] an earlier message\n"
        );
    }

    #[tokio::test]
    async fn a_mark_says_whose_message_it_is_on() {
        for look in [Look::Pipe, Look::Terminal { colours: false }] {
            let shown = "#africa gcm-talks: 📝 on what @Amina wrote: fees are too high\n";
            let (console, paper) = console(look);
            let Step::Heard(event) = console.utterance("@Amina fees are too high") else { panic!() };
            let react = room(Action::React { target: event.id, mark: "📝".to_owned() });
            let done = console.send(1, &react, None).await.unwrap();
            assert_eq!((done.event, paper.text().as_str()), (None, shown));
        }
    }

    #[tokio::test]
    async fn questions_are_answered_each_time_and_show_nothing() {
        let (console, paper) = console(Look::Pipe);
        for _ in 0..2 {
            let heard = console.send(1, &room(Action::Probe), None).await.unwrap().heard;
            assert!(matches!(heard.as_slice(), [event] if matches!(event.body, Body::Facts(_))));
            let query = HistoryQuery {
                purpose: Purpose::Offer(1),
                author: "amina".to_owned(),
                event: None,
                since: 0,
                until: None,
                limit: 1,
                handle: None,
            };
            let heard = console.send(2, &room(Action::ReadHistory(query)), None).await.unwrap().heard;
            assert!(matches!(heard.as_slice(), [event] if matches!(event.body, Body::Found { .. })));
        }
        assert_eq!(paper.text(), "");
    }

    #[tokio::test]
    async fn a_closed_output_keeps_what_is_to_be_said_for_later() {
        let (console, _) = console(Look::Pipe);
        lock(&console.screen).redirect(Box::new(Closed(io::ErrorKind::BrokenPipe)));
        for _ in 0..2 {
            let sent = console.send(1, &post("hello", false), None).await;
            assert!(matches!(sent, Err(SendError::Later { .. })));
        }
    }

    #[test]
    fn the_clock_moves_and_a_pipe_is_not_told() {
        let (pipe, paper) = console(Look::Pipe);
        let before = pipe.clock.now();
        assert_eq!(pipe.utterance("/at +3d"), Step::Forward(3 * crate::model::DAY));
        assert!(pipe.clock.now() >= before + 3 * crate::model::DAY);
        assert_eq!(paper.text(), "");
        let (terminal, paper) = console(Look::Terminal { colours: false });
        terminal.utterance("/at +3d");
        assert!(paper.text().starts_with("It is now "));
    }
}
