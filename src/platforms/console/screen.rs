//! What is shown: on a terminal with colours and wrapped by word, in a pipe as lines that a
//! program can read.

use super::line::BOT;
use std::io::{self, Write};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How wide a terminal is taken to be until it is known, in columns.
const WIDTH: usize = 80;

/// The narrowest width for which lines are wrapped, in columns.
const NARROWEST: usize = 20;

/// Where what is shown goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// To a program or a file.
    Pipe,
    /// To a person.
    Terminal {
        /// Whether in colours.
        colours: bool,
    },
}

/// The output.
pub(super) struct Screen {
    output: Box<dyn Write + Send>,
    look: Look,
    width: usize,
    failed: Option<io::Error>,
}

impl Screen {
    pub fn new(output: Box<dyn Write + Send>, look: Look) -> Screen {
        Screen { output, look, width: WIDTH, failed: None }
    }

    /// Writes to another output from now on.
    pub fn redirect(&mut self, output: Box<dyn Write + Send>) {
        self.output = output;
    }

    /// Wraps at this width from now on, in columns.
    pub fn resize(&mut self, width: usize) {
        self.width = width;
    }

    /// Why nothing can be shown any more, if it is so.
    pub fn failed(&self) -> Option<&io::Error> {
        self.failed.as_ref()
    }

    /// Shows what the bot says, under the name of the room or the person. A text written from
    /// right to left begins on a line of its own, so that its first letter decides the direction.
    /// False if it cannot be shown.
    pub fn answer(&mut self, label: &str, text: &str, right_to_left: bool) -> bool {
        let shown = match self.look {
            Look::Pipe => indented(&format!("{label} {BOT}: {}", visible(text))),
            Look::Terminal { colours } => {
                let head = format!("{label} {BOT}:");
                let painted = if colours { format!("{} \x1b[1m{BOT}:\x1b[0m", paint(label)) } else { head.clone() };
                let gap = if right_to_left { "\n" } else { " " };
                let first = if right_to_left { 0 } else { head.width() + 1 };
                format!("{painted}{gap}{}", wrap(&visible(text), self.width, first, right_to_left))
            }
        };
        self.show(&shown)
    }

    /// Shows what the console itself says.
    pub fn own(&mut self, text: &str) -> bool {
        let shown = match self.look {
            Look::Pipe => indented(&format!("console: {}", visible(text))),
            Look::Terminal { colours } => {
                let lines = wrap(&visible(text), self.width, 0, false);
                if colours { format!("\x1b[2m{lines}\x1b[0m") } else { lines }
            }
        };
        self.show(&shown)
    }

    /// Shows what the console says at its start.
    pub fn welcome(&mut self, text: &str) -> bool {
        self.show(&wrap(&visible(text), self.width, 0, false).replace("\n  ", "\n"))
    }

    fn show(&mut self, text: &str) -> bool {
        if self.failed.is_none() {
            let written = self.output.write_all(format!("{text}\n").as_bytes());
            self.failed = written.and_then(|()| self.output.flush()).err();
        }
        self.failed.is_none()
    }
}

/// The label in the colour that it always has.
pub(super) fn paint(label: &str) -> String {
    const COLOURS: [u8; 6] = [36, 33, 35, 32, 34, 31];
    let sum = label.bytes().fold(0usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
    let colour = COLOURS.get(sum % COLOURS.len()).copied().unwrap_or(36);
    format!("\x1b[{colour}m{label}\x1b[0m")
}

/// The text without what would steer a terminal.
fn visible(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}

/// Every line but the first begins with two blanks.
fn indented(text: &str) -> String {
    text.replace('\n', "\n  ")
}

/// The text in lines that are no wider than this, every line but the first begun with two blanks,
/// or every line where all are to be. `taken` columns of the first line are in use.
fn wrap(text: &str, width: usize, taken: usize, indent_first: bool) -> String {
    const INDENT: usize = 2;
    let width = width.max(NARROWEST);
    let mut shown = String::new();
    let mut column = taken;
    if indent_first {
        shown.push_str("  ");
        column = INDENT;
    }
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            shown.push_str("\n  ");
            column = INDENT;
        }
        for word in line.split_inclusive([' ', '\t']) {
            let bare = word.trim_end().width();
            let fits = column + bare <= width;
            if !fits && column > INDENT && INDENT + bare <= width {
                shown.truncate(shown.trim_end_matches(' ').len());
                shown.push_str("\n  ");
                column = INDENT;
            }
            if column + bare <= width {
                shown.push_str(word);
                column += word.width();
                continue;
            }
            // No blank to break at, as in Chinese or a long address.
            for letter in word.graphemes(true) {
                if column + letter.width() > width && !letter.chars().all(closes) {
                    shown.push_str("\n  ");
                    column = INDENT;
                }
                shown.push_str(letter);
                column += letter.width();
            }
        }
    }
    shown
}

/// Whether a sign belongs to what stands before it, so that no line begins with it.
fn closes(c: char) -> bool {
    c.is_whitespace() || "，。、；：？！）」』》】”’…,.;:?!)]}".contains(c)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    /// An output that can be read.
    #[derive(Clone, Default)]
    pub struct Paper(Arc<Mutex<Vec<u8>>>);

    impl Paper {
        pub fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }
    }

    impl Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// An output that takes nothing.
    pub struct Closed(pub io::ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn shown(look: Look, width: usize, show: impl FnOnce(&mut Screen)) -> String {
        let paper = Paper::default();
        let mut screen = Screen::new(Box::new(paper.clone()), look);
        screen.resize(width);
        show(&mut screen);
        paper.text()
    }

    const PLAIN: Look = Look::Terminal { colours: false };

    #[test]
    fn a_pipe_gets_lines_of_which_the_further_ones_begin_with_two_blanks() {
        let text = shown(Look::Pipe, 20, |screen| {
            screen.answer("#africa", "one line however long it may be\n\nand more", false);
            screen.answer("@amina", "مرحبا", true);
            screen.own("I know no /x.");
        });
        assert_eq!(
            text,
            "#africa gcm-talks: one line however long it may be\n  \n  and more\n\
             @amina gcm-talks: مرحبا\nconsole: I know no /x.\n"
        );
    }

    #[test]
    fn a_terminal_wraps_by_word() {
        let text = shown(PLAIN, 30, |screen| {
            screen.answer("#a", "recruitment fees push workers into debt\nhttps://example.org/a/very/long/path", false);
        });
        assert_eq!(
            text,
            "#a gcm-talks: recruitment fees\n  push workers into debt\n  https://example.org/a/very/l\n  ong/path\n"
        );
    }

    #[test]
    fn chinese_is_wrapped_between_letters_and_no_line_begins_with_a_stop() {
        let text = shown(PLAIN, 20, |screen| {
            screen.own("招聘费用使家政工人负债累累。我们建议。");
        });
        assert_eq!(text, "招聘费用使家政工人负\n  债累累。我们建议。\n");
        let text = shown(PLAIN, 20, |screen| {
            screen.own("招聘费用使家政工人负，债");
        });
        assert_eq!(text, "招聘费用使家政工人负，\n  债\n");
    }

    #[test]
    fn a_text_from_right_to_left_has_lines_of_its_own() {
        let text = shown(PLAIN, 40, |screen| {
            screen.answer("#a", "مرحبا بكم", true);
        });
        assert_eq!(text, "#a gcm-talks:\n  مرحبا بكم\n");
    }

    #[test]
    fn colours_are_only_where_they_are_wanted_and_nothing_else_steers_the_terminal() {
        let coloured = shown(Look::Terminal { colours: true }, 80, |screen| {
            screen.answer("#a", "x\x1b[31my\u{7}", false);
        });
        assert!(coloured.contains("m#a\x1b[0m \x1b[1mgcm-talks:\x1b[0m x[31my\n"), "{coloured:?}");
        assert!(!shown(PLAIN, 80, |screen| assert!(screen.answer("#a", "x\x1b[31m", false))).contains('\x1b'));
    }
}
