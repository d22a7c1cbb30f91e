//! The console in a pipe: one line an utterance, each answered before the next is read.

use super::desk::{ConsoleError, Desk, Next};
use super::line::{goes_on, joined};
use super::{Console, args};
use crate::intake::Intake;
use std::fmt::Display;
use std::io;
use std::pin::pin;
use tokio::io::{AsyncBufRead, AsyncBufReadExt};

/// The longest line that is read, in bytes, those included that it goes on with.
const LONGEST_LINE: usize = 1 << 20;

/// Reads lines to their end, to `/quit`, or until `shutdown`. `settle` sends all that is due and
/// runs the jobs that are due, until nothing is.
///
/// Fails if something could not be taken or said even when it was tried again at the end, or if
/// the input cannot be read or the output written; a closed output is no failure.
pub async fn run_pipe<E: Display>(
    console: &Console,
    input: impl AsyncBufRead + Unpin,
    intake: &Intake,
    settle: impl AsyncFn() -> Result<(), E>,
    shutdown: impl Future<Output = ()>,
) -> Result<(), ConsoleError> {
    let desk = Desk::new(console, async |batch| intake.take(batch).await, settle);
    run(console, input, desk, shutdown).await
}

async fn run<T, S, E, F>(
    console: &Console,
    input: impl AsyncBufRead + Unpin,
    mut desk: Desk<'_, T, S>,
    shutdown: impl Future<Output = ()>,
) -> Result<(), ConsoleError>
where
    T: AsyncFn(crate::chat::Batch) -> Result<(), E>,
    S: AsyncFn() -> Result<(), F>,
    E: Display,
    F: Display,
{
    let mut shutdown = pin!(shutdown);
    let mut lines = Lines { input, line: Vec::new(), length: 0 };
    // Answers that an earlier run could not give come first.
    let mut next = desk.tick().await;
    let mut trouble = None;
    while next == Next::Line {
        let line = tokio::select! {
            () = &mut shutdown => break,
            line = lines.next() => line,
        };
        match line {
            Ok(Some(Read::Line(line))) => next = desk.hear(&line).await,
            Ok(Some(Read::TooLong)) => console.own(&console.speaker().say("console-too-long", &args![])),
            Ok(None) => break,
            Err(error) => {
                trouble = Some(ConsoleError::Input(error));
                break;
            }
        }
    }
    desk.close().await?;
    trouble.map_or(Ok(()), Err)
}

/// A line that was read.
#[derive(Debug, PartialEq, Eq)]
enum Read {
    Line(String),
    TooLong,
}

/// Lines of bytes, read as UTF-8 with U+FFFD for what is none. A line that ends with a backslash
/// goes on with the next one; one that ends with two ends with one.
struct Lines<R> {
    input: R,
    line: Vec<u8>,
    /// The bytes of the line, those included that were not kept because it is too long.
    length: usize,
}

impl<R: AsyncBufRead + Unpin> Lines<R> {
    /// The next line, if there is one. Nothing is lost when the future is dropped.
    async fn next(&mut self) -> io::Result<Option<Read>> {
        loop {
            let bytes = self.input.fill_buf().await?;
            if bytes.is_empty() {
                if self.line.last() == Some(&b'\r') {
                    self.line.pop();
                }
                return Ok((self.length > 0).then(|| self.finish()));
            }
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let part = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
            let room = LONGEST_LINE.saturating_sub(self.line.len());
            self.line.extend_from_slice(part.get(..room).unwrap_or(part));
            self.length += part.len();
            let used = part.len() + usize::from(end.is_some());
            self.input.consume(used);
            if end.is_none() {
                continue;
            }
            if self.line.last() == Some(&b'\r') {
                self.line.pop();
            }
            if !goes_on(&self.line) || self.length > LONGEST_LINE {
                return Ok(Some(self.finish()));
            }
            self.line.push(b'\n');
            self.length += 1;
        }
    }

    fn finish(&mut self) -> Read {
        let too_long = std::mem::take(&mut self.length) > LONGEST_LINE;
        let line = std::mem::take(&mut self.line);
        if too_long { Read::TooLong } else { Read::Line(joined(&String::from_utf8_lossy(&line))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::{Action, Batch, Body, Document, Event, Outgoing, PlatformPort, To};
    use crate::clock::SystemClock;
    use crate::model::Language;
    use crate::platforms::console::screen::tests::{Closed, Paper};
    use crate::platforms::console::{Look, Setup};
    use std::cell::{Cell, RefCell};
    use std::sync::Arc;

    async fn read(bytes: &[u8]) -> Vec<Read> {
        let mut lines = Lines { input: bytes, line: Vec::new(), length: 0 };
        let mut found = Vec::new();
        while let Some(line) = lines.next().await.unwrap() {
            found.push(line);
        }
        found
    }

    fn line(text: &str) -> Read {
        Read::Line(text.to_owned())
    }

    #[tokio::test]
    async fn lines_are_read_whatever_their_bytes() {
        let bytes = b"one\r\n\ntwo \xff\xc3\nthree\\\r\nfour\\\\\nlast\\";
        let expected = [line("one"), line(""), line("two \u{fffd}\u{fffd}"), line("three\nfour\\"), line("last")];
        assert_eq!(read(bytes).await, expected);
        assert_eq!(read(b"").await, []);
    }

    #[tokio::test]
    async fn a_line_of_endless_length_is_refused_and_the_next_is_read() {
        let mut bytes = vec![b'x'; LONGEST_LINE];
        bytes.extend_from_slice(b"\n");
        assert!(matches!(read(&bytes).await.as_slice(), [Read::Line(line)] if line.len() == LONGEST_LINE));
        bytes.insert(0, b'x');
        bytes.extend_from_slice(b"next\n");
        assert_eq!(read(&bytes).await, [Read::TooLong, line("next")]);
        let endless = b"x\\\n".repeat(LONGEST_LINE / 2);
        assert_eq!(read(&endless).await.first(), Some(&Read::TooLong));
    }

    /// A house that says of each message how long it is, in the room and to its author.
    struct Echo {
        console: Arc<Console>,
        taken: RefCell<Vec<Event>>,
        due: RefCell<Vec<Outgoing>>,
        mark: Cell<i64>,
        /// How many tries of taking fail yet.
        failures: Cell<usize>,
    }

    impl Echo {
        async fn take(&self, batch: Batch) -> Result<(), &'static str> {
            if let Some(left) = self.failures.get().checked_sub(1) {
                self.failures.set(left);
                return Err("the disk is full");
            }
            for event in batch.events {
                if let Body::Message(message) = &event.body {
                    let say =
                        |text: String, to| Outgoing { to, action: Action::say(Document::line(Language::En, text)) };
                    let account = event.author.id.clone();
                    let mut due = self.due.borrow_mut();
                    due.push(say(format!("{} letters", message.text.chars().count()), To::Room(event.room.clone())));
                    due.push(say("noted".to_owned(), To::Person { account, instead: None }));
                }
                self.taken.borrow_mut().push(event);
            }
            Ok(())
        }

        async fn settle(&self) -> Result<(), &'static str> {
            for outgoing in self.due.take() {
                self.mark.set(self.mark.get() + 1);
                self.console.send(self.mark.get(), &outgoing, None).await.map_err(|_| "closed")?;
            }
            Ok(())
        }
    }

    async fn converse(input: &[u8], failures: usize) -> (String, Vec<Event>, Result<(), ConsoleError>) {
        let paper = Paper::default();
        let (taken, result) = converse_on(Box::new(paper.clone()), input, failures).await;
        (paper.text(), taken, result)
    }

    async fn converse_on(
        output: Box<dyn io::Write + Send>,
        input: &[u8],
        failures: usize,
    ) -> (Vec<Event>, Result<(), ConsoleError>) {
        let setup = Setup {
            clock: Arc::new(SystemClock::default()),
            session: [7; 8],
            rooms: vec!["africa".into(), "west-africa".into()],
            offices: vec![("moderator".into(), "moderator".into())],
            commands: Vec::new(),
            in_private: Vec::new(),
            language: Language::En,
        };
        let console = Console::new(setup, output, Look::Pipe);
        let house = Echo {
            console: console.clone(),
            taken: RefCell::default(),
            due: RefCell::default(),
            mark: Cell::new(0),
            failures: Cell::new(failures),
        };
        let desk = Desk::new(&console, async |batch| house.take(batch).await, async || house.settle().await);
        let result = run(&console, input, desk, std::future::pending()).await;
        (house.taken.take(), result)
    }

    #[tokio::test]
    async fn each_line_is_answered_before_the_next() {
        let script = "#africa @Amina hello\nand more\n\n#private @bintou\n!gcm help\n#west-africa\n/edti x\n\\/edit\n\
                      #nowhere hello\n/quit\nnever read\n";
        let (text, taken, result) = converse(script.as_bytes(), 0).await;
        assert_eq!(
            text,
            "#africa gcm-talks: 5 letters\n@Amina gcm-talks: noted\n\
             #africa gcm-talks: 8 letters\n@Amina gcm-talks: noted\n\
             @bintou gcm-talks: 9 letters\n@bintou gcm-talks: noted\n\
             console: I know no /edti. Did you mean /edit?\n\
             #west-africa gcm-talks: 5 letters\n@bintou gcm-talks: noted\n\
             console: There is no room #nowhere. The rooms are: #africa, #west-africa and #private. \
             If it is text, write \\ in front of it.\n"
        );
        assert!(result.is_ok());
        assert_eq!(taken.len(), 4);
    }

    #[tokio::test]
    async fn what_the_house_cannot_take_is_tried_again_in_order() {
        let (_, taken, result) = converse(b"one\ntwo\nthree\n", 2).await;
        let texts: Vec<&str> = taken.iter().filter_map(text_of).collect();
        assert_eq!(texts, ["one", "two", "three"]);
        assert!(result.is_ok());
        // At the end of the input it is tried once more.
        let (text, taken, result) = converse(b"one\n", 1).await;
        assert_eq!((text.lines().count(), taken.len(), result.is_ok()), (2, 1, true));
    }

    #[tokio::test]
    async fn a_house_that_takes_nothing_is_reported() {
        let (text, taken, result) = converse(b"one\ntwo\n", usize::MAX).await;
        assert_eq!((text.as_str(), taken.len()), ("", 0));
        let error = result.unwrap_err().to_string();
        assert_eq!(error, "2 of the lines could not be recorded: the disk is full");
        // No more is read than can be kept.
        let (_, _, result) = converse(&b"x\n".repeat(5_000), usize::MAX).await;
        assert!(matches!(result, Err(ConsoleError::NotTaken { count: 1_000, .. })));
    }

    #[tokio::test]
    async fn a_closed_output_ends_it_quietly_and_a_full_disk_with_a_reason() {
        let (taken, result) = converse_on(Box::new(Closed(io::ErrorKind::BrokenPipe)), b"one\ntwo\n", 0).await;
        assert_eq!((taken.len(), result.is_ok()), (1, true));
        let (_, result) = converse_on(Box::new(Closed(io::ErrorKind::StorageFull)), b"one\ntwo\n", 0).await;
        assert!(matches!(result, Err(ConsoleError::Output(_))));
    }

    #[tokio::test]
    async fn it_stops_when_asked_while_it_waits_for_a_line() {
        let setup = Setup {
            clock: Arc::new(SystemClock::default()),
            session: [7; 8],
            rooms: vec!["africa".into()],
            offices: Vec::new(),
            commands: Vec::new(),
            in_private: Vec::new(),
            language: Language::En,
        };
        let console = Console::new(setup, Box::new(Paper::default()), Look::Pipe);
        let (_open, input) = tokio::io::duplex(16);
        let desk = Desk::new(&console, async |_| Ok::<(), &str>(()), async || Ok::<(), &str>(()));
        let input = tokio::io::BufReader::new(input);
        assert!(run(&console, input, desk, std::future::ready(())).await.is_ok());
    }

    fn text_of(event: &Event) -> Option<&str> {
        match &event.body {
            Body::Message(message) => Some(&message.text),
            _ => None,
        }
    }
}
