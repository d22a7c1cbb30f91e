//! The console on a terminal: a chat with a line editor.
//!
//! What is typed is kept for the arrow keys in memory alone: it holds what people write before
//! they consent.

use super::desk::{ConsoleError, Desk, Next};
use super::line::{goes_on, joined, names};
use super::screen::paint;
use super::state::TAPS;
use super::{Console, Look, args, lock};
use crate::intake::Intake;
use nix::sys::termios::{SetArg, Termios, tcgetattr, tcsetattr};
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{ColorMode, CompletionType, Config, Context, Editor, ExternalPrinter, Helper};
use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, Write};
use std::pin::pin;
use std::sync::{Arc, mpsc};
use std::time::Duration;

/// How often what is due by the clock is done while nobody types.
const TICK: Duration = Duration::from_secs(5);

/// What came of asking for a line.
enum Typed {
    Line(String),
    Interrupted,
    End,
    Failed(io::Error),
}

/// Talks with whoever sits at the terminal until they leave or until `shutdown`; the terminal is
/// then as it was. `settle` sends all that is due and runs the jobs that are due, until nothing
/// is; it is called while nobody types, too.
///
/// Fails as [`super::run_pipe`] does.
pub async fn run_terminal<E: Display>(
    console: &Arc<Console>,
    intake: &Intake,
    settle: impl AsyncFn() -> Result<(), E>,
    shutdown: impl Future<Output = ()>,
) -> Result<(), ConsoleError> {
    let before = tcgetattr(io::stdin()).ok();
    let (prompts, asked) = mpsc::channel();
    let (answers, mut typed) = tokio::sync::mpsc::channel(1);
    let editor = editor(console).map_err(failed)?;
    let reader = console.clone();
    // A thread of its own: the runtime would wait for one of its threads that waits for a line.
    std::thread::Builder::new()
        .name("line editor".to_owned())
        .spawn(move || read_lines(&reader, editor, &asked, &answers))
        .map_err(ConsoleError::Input)?;
    lock(&console.screen).welcome(&console.welcome());

    let mut desk = Desk::new(console, async |batch| intake.take(batch).await, settle);
    let mut shutdown = pin!(shutdown);
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    // The first tick comes at once.
    ticks.tick().await;
    let mut next = desk.tick().await;
    let mut trouble = None;
    let mut waits = false;
    while next == Next::Line {
        if !waits {
            waits = prompts.send(console.prompt()).is_ok();
        }
        let line = tokio::select! {
            () = &mut shutdown => break,
            _ = ticks.tick() => {
                next = desk.tick().await;
                continue;
            }
            line = typed.recv() => line,
        };
        waits = false;
        match line {
            Some(Typed::Line(line)) => next = desk.hear(&joined(&line)).await,
            Some(Typed::Interrupted) => console.own(&console.speaker().say("console-leave", &args![])),
            Some(Typed::Failed(error)) => {
                trouble = Some(ConsoleError::Input(error));
                break;
            }
            Some(Typed::End) | None => break,
        }
    }
    let closed = desk.close().await;
    if waits && let Some(before) = before {
        give_back(&before);
    }
    closed?;
    trouble.map_or(Ok(()), Err)
}

/// Leaves the terminal as it was although the editor still waits for a line.
fn give_back(before: &Termios) {
    // Nothing can be done about a terminal that is gone.
    let _ = tcsetattr(io::stdin(), SetArg::TCSADRAIN, before);
    let mut output = io::stdout();
    // The editor had asked for pasted text to be marked.
    let _ = output.write_all(b"\x1b[?2004l\r\n").and_then(|()| output.flush());
}

type Line = Editor<Prompter, MemHistory>;

fn editor(console: &Arc<Console>) -> rustyline::Result<Line> {
    let colours = console.look == Look::Terminal { colours: true };
    let config = Config::builder()
        .completion_type(CompletionType::List)
        .color_mode(if colours { ColorMode::Enabled } else { ColorMode::Disabled })
        .history_ignore_space(true)
        .build();
    let history = MemHistory::with_config(&config);
    let mut editor = Editor::with_history(config, history)?;
    resize(console, &mut editor);
    editor.set_helper(Some(Prompter(console.clone())));
    // Without it, on a terminal that cannot move its cursor, answers are written as they come.
    if let Ok(printer) = editor.create_external_printer() {
        lock(&console.screen).redirect(Box::new(Beside { printer, text: Vec::new() }));
    }
    Ok(editor)
}

fn read_lines(
    console: &Console,
    mut editor: Line,
    asked: &mpsc::Receiver<(String, String)>,
    answers: &tokio::sync::mpsc::Sender<Typed>,
) {
    while let Ok(prompt) = asked.recv() {
        resize(console, &mut editor);
        let typed = match editor.readline(&prompt) {
            Ok(line) => {
                // A line that is not remembered is typed again; nothing else follows from it.
                let _ = editor.add_history_entry(&line);
                Typed::Line(line)
            }
            Err(ReadlineError::Interrupted) => Typed::Interrupted,
            Err(ReadlineError::Eof) => Typed::End,
            Err(ReadlineError::Io(error)) => Typed::Failed(error),
            Err(error) => Typed::Failed(io::Error::other(error)),
        };
        if answers.blocking_send(typed).is_err() {
            return;
        }
    }
}

fn resize(console: &Console, editor: &mut Line) {
    if let Some((columns, _)) = editor.dimensions() {
        lock(&console.screen).resize(usize::from(columns));
    }
}

fn failed(error: ReadlineError) -> ConsoleError {
    ConsoleError::Input(io::Error::other(error))
}

/// An output that writes above the line that is being typed.
struct Beside<P> {
    printer: P,
    text: Vec<u8>,
}

impl<P: ExternalPrinter> Write for Beside<P> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let text = String::from_utf8_lossy(&std::mem::take(&mut self.text)).into_owned();
        if text.is_empty() { Ok(()) } else { self.printer.print(text).map_err(io::Error::other) }
    }
}

impl Console {
    /// What is shown before a line is typed, plain and in colours.
    fn prompt(&self) -> (String, String) {
        let (room, person) = lock(&self.state).here();
        (format!("{room} {person}> "), format!("{} {}> ", paint(&room), paint(&person)))
    }

    /// What this is, who is there, and three things to try.
    fn welcome(&self) -> String {
        let speaker = self.speaker();
        let say = |key| speaker.say_plain(key);
        let state = lock(&self.state);
        let (room, _) = state.here();
        let tries = [
            ("@amina join".to_owned(), say("console-try-join")),
            ("#private 2".to_owned(), say("console-try-private")),
            (format!("{room} @rapporteur !gcm digest"), say("console-try-digest")),
        ];
        let longest = tries.iter().map(|(line, _)| line.chars().count()).max().unwrap_or_default();
        let tries: Vec<String> = tries.iter().map(|(line, what)| format!("  {line:longest$}   {what}")).collect();
        let who = state.who(&self.offices);
        let (welcome, attempt, more) = (say("console-welcome"), say("console-try"), say("console-more"));
        format!("{welcome}\n\n{who}\n\n{attempt}\n{}\n{more}\n", tries.join("\n"))
    }

    /// Where the word to complete begins, and what it may become.
    fn candidates(&self, line: &str) -> (usize, Vec<String>) {
        let state = lock(&self.state);
        let (room, _, rest) = names(line);
        let word = line.rsplit(char::is_whitespace).next().unwrap_or_default();
        let (before, word) = line.split_at(line.len() - word.len());
        let (start, before) = (before.len(), before.trim());
        let after_room = before.starts_with('#') && !before.contains(char::is_whitespace);
        let (start, typed, choices) = if word.starts_with('#') && before.is_empty() {
            (start, word, state.rooms())
        } else if word.starts_with('@') && (before.is_empty() || after_room || before.ends_with("/reply")) {
            (start, word, state.people())
        } else if rest.starts_with('/') {
            (line.len() - rest.len(), rest, TAPS.iter().map(|tap| format!("/{tap}")).collect())
        } else {
            let commands = if state.is_private(room) { &self.in_private } else { &self.commands };
            (line.len() - rest.len(), rest, commands.clone())
        };
        if typed.is_empty() {
            return (start, Vec::new());
        }
        let typed = typed.to_lowercase();
        (start, choices.into_iter().filter(|choice| choice.to_lowercase().starts_with(&typed)).collect())
    }
}

/// What helps while a line is typed.
struct Prompter(Arc<Console>);

impl Helper for Prompter {}

impl Completer for Prompter {
    type Candidate = String;

    fn complete(&self, line: &str, pos: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        Ok(self.0.candidates(line.get(..pos).unwrap_or(line)))
    }
}

impl Hinter for Prompter {
    type Hint = String;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<String> {
        if pos < line.len() {
            return None;
        }
        let (start, candidates) = self.0.candidates(line);
        let typed = line.len() - start;
        candidates.first()?.get(typed..).filter(|rest| !rest.is_empty()).map(str::to_owned)
    }
}

impl Highlighter for Prompter {
    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        if self.0.look == (Look::Terminal { colours: true }) {
            Cow::Owned(format!("\x1b[2m{hint}\x1b[0m"))
        } else {
            Cow::Borrowed(hint)
        }
    }
}

impl Validator for Prompter {
    fn validate(&self, ctx: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let incomplete = goes_on(ctx.input().as_bytes());
        Ok(if incomplete { ValidationResult::Incomplete } else { ValidationResult::Valid(None) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;
    use crate::model::Language;
    use crate::platforms::console::Setup;
    use crate::platforms::console::screen::tests::Paper;

    fn console() -> Arc<Console> {
        let setup = Setup {
            clock: Arc::new(SystemClock::default()),
            session: [7; 8],
            rooms: vec!["africa".into(), "west-africa".into()],
            offices: vec![("moderator".into(), "moderator".into()), ("Mariam".into(), "rapporteur".into())],
            commands: vec!["join".into(), "!gcm digest".into(), "!gcm my data".into()],
            in_private: vec!["join".into(), "digest".into(), "my data".into()],
            language: Language::En,
        };
        Console::new(setup, Box::new(Paper::default()), Look::Terminal { colours: false })
    }

    #[test]
    fn rooms_people_taps_and_commands_are_completed() {
        let console = console();
        for (line, start, candidates) in [
            ("#", 0, vec!["#africa", "#west-africa", "#private"]),
            ("#we", 0, vec!["#west-africa"]),
            ("@m", 0, vec!["@Mariam", "@moderator"]),
            ("#africa @mo", 8, vec!["@moderator"]),
            ("#africa @mariam !gcm my", 16, vec!["!gcm my data"]),
            ("!GCM d", 0, vec!["!gcm digest"]),
            ("j", 0, vec!["join"]),
            ("my", 0, vec![]),
            ("#private my", 9, vec!["my data"]),
            ("/re", 0, vec!["/react", "/reply"]),
            ("/reply @mo", 7, vec!["@moderator"]),
            ("مرحبا ", 0, vec![]),
            ("#africa ", 8, vec![]),
            ("", 0, vec![]),
        ] {
            let found = console.candidates(line);
            assert_eq!((found.0, found.1.iter().map(String::as_str).collect()), (start, candidates), "{line:?}");
        }
    }

    #[test]
    fn the_welcome_names_rooms_people_and_what_to_try() {
        let welcome = console().welcome();
        for part in ["#africa #west-africa #private", "@Mariam (rapporteur)", "@amina join", "/help", "/quit"] {
            assert!(welcome.contains(part), "{part} in {welcome}");
        }
    }

    #[test]
    fn what_is_shown_beside_the_editor_comes_in_whole_answers() {
        struct Printed(Vec<String>);
        impl ExternalPrinter for Printed {
            fn print(&mut self, text: String) -> rustyline::Result<()> {
                self.0.push(text);
                Ok(())
            }
        }
        let mut beside = Beside { printer: Printed(Vec::new()), text: Vec::new() };
        beside.write_all("one\n".as_bytes()).unwrap();
        beside.write_all("two\n".as_bytes()).unwrap();
        beside.flush().unwrap();
        beside.flush().unwrap();
        assert_eq!(beside.printer.0, ["one\ntwo\n"]);
    }
}
