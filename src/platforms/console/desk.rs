//! Where lines are handed over to the house, one after the other, and none is lost when the house
//! cannot take it.

use super::state::Step;
use super::{Console, Look, lock};
use crate::chat::Batch;
use std::collections::VecDeque;
use std::fmt::Display;
use std::io::{self, Write};

/// How many utterances wait for the house before no more lines are read.
const MOST_WAITING: usize = 1_000;

/// Why a console ended other than by its end of input.
#[derive(Debug, thiserror::Error)]
pub enum ConsoleError {
    /// The house could not take everything.
    #[error("{count} of the lines could not be recorded: {reason}")]
    NotTaken {
        /// How many utterances.
        count: usize,
        /// Why.
        reason: String,
    },
    /// What was decided could not be said or done.
    #[error("everything is recorded, but not every answer could be given; they follow at the next start: {0}")]
    NotSettled(String),
    /// The input cannot be read.
    #[error("the input cannot be read: {0}")]
    Input(#[source] io::Error),
    /// The output cannot be written.
    #[error("the output cannot be written: {0}")]
    Output(String),
}

/// Whether another line is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Line,
    End,
}

/// The way from lines into the house and of its answers back.
pub(super) struct Desk<'a, T, S> {
    console: &'a Console,
    take: T,
    settle: S,
    /// Utterances that the house has not taken yet, in their order.
    waiting: VecDeque<Batch>,
    /// Whether answers may be due.
    due: bool,
    /// The trouble that was last told.
    told: Option<String>,
}

impl<'a, T, S, E, F> Desk<'a, T, S>
where
    T: AsyncFn(Batch) -> Result<(), E>,
    S: AsyncFn() -> Result<(), F>,
    E: Display,
    F: Display,
{
    pub fn new(console: &'a Console, take: T, settle: S) -> Self {
        Desk { console, take, settle, waiting: VecDeque::new(), due: false, told: None }
    }

    /// Does what a line says and gives every answer to it. Trouble is told in one line; what was
    /// not taken is tried again before the next line.
    pub async fn hear(&mut self, line: &str) -> Next {
        match self.console.utterance(line) {
            Step::Nothing => {}
            Step::Say(text) => self.console.own(&text),
            Step::Quit => return Next::End,
            Step::Forward(_) => self.due = true,
            Step::Heard(event) => self.waiting.push_back(Batch { events: vec![*event], cursor: None }),
        }
        self.told = None;
        self.pass().await
    }

    /// Says and does what is due by the clock.
    pub async fn tick(&mut self) -> Next {
        self.due = true;
        self.pass().await
    }

    /// Hands over what waits. Ends when nothing can be shown any more or too much waits.
    async fn pass(&mut self) -> Next {
        let result = self.hand_over().await;
        if lock(&self.console.screen).failed().is_some() {
            return Next::End;
        }
        if let Err(error) = result {
            let trouble = match error {
                ConsoleError::NotTaken { reason, .. } => {
                    format!("not recorded yet, tried again with the next line: {reason}")
                }
                ConsoleError::NotSettled(reason) => format!("recorded, but not answered yet: {reason}"),
                error => error.to_string(),
            };
            if self.told.as_ref() != Some(&trouble) {
                self.tell(&trouble);
                self.told = Some(trouble);
            }
        }
        if self.waiting.len() >= MOST_WAITING { Next::End } else { Next::Line }
    }

    async fn hand_over(&mut self) -> Result<(), ConsoleError> {
        while let Some(batch) = self.waiting.front() {
            if let Err(error) = (self.take)(batch.clone()).await {
                return Err(ConsoleError::NotTaken { count: self.waiting.len(), reason: error.to_string() });
            }
            self.waiting.pop_front();
            self.settle().await?;
        }
        if self.due { self.settle().await } else { Ok(()) }
    }

    async fn settle(&mut self) -> Result<(), ConsoleError> {
        self.due = true;
        (self.settle)().await.map_err(|error| ConsoleError::NotSettled(error.to_string()))?;
        self.due = false;
        Ok(())
    }

    /// Tries once more what is left. A closed output ends the program quietly: what was not said
    /// is said by the next one.
    pub async fn close(mut self) -> Result<(), ConsoleError> {
        let result = self.hand_over().await;
        match (lock(&self.console.screen).failed(), result) {
            (Some(error), _) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(ConsoleError::Output(error.to_string()))
            }
            (Some(_), Err(ConsoleError::NotSettled(_))) => Ok(()),
            (_, result) => result,
        }
    }

    fn tell(&self, trouble: &str) {
        if self.console.look == Look::Pipe {
            // Where even this cannot be written, nobody reads it.
            let _ = writeln!(io::stderr(), "{trouble}");
        } else {
            self.console.own(trouble);
        }
    }
}
