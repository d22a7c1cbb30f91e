//! `link account` and `unlink account`: a person who writes from two accounts is one person. A code
//! that is asked for on one account and typed on the other shows that both are the same hands.

use super::desk::{Desk, Done};
use super::dialog::Dialog;
use super::{Failure, talk};
use crate::args;
use crate::chat::{Action, Document, Outgoing, To};
use crate::i18n::Args;
use crate::model::{HOUR, MINUTE, Platform, digit};
use crate::participation;
use crate::record::{self, Address};
use crate::store::{Dialog as Row, Load, LoadKey, Snapshot, StoreError};

/// For how long a code can be typed.
const LASTS: i64 = 10 * MINUTE;
/// How many digits it has: enough that nobody guesses one, few enough to be read aloud.
const DIGITS: usize = 8;
/// So many wrong codes are looked at within an hour.
const TRIES: usize = 5;

/// What `link account` needs beyond what every command needs: the code that is typed, and how often a
/// wrong one was.
pub fn needs(snapshot: &Snapshot, account: &[u8], rest: &str) -> Load {
    let tries = (0..TRIES).map(|n| LoadKey::Seen(try_hash(snapshot, account, n)));
    let code = code_of(rest).map(|code| LoadKey::Person(code_hash(snapshot, &code)));
    tries.chain(code).collect()
}

/// What the yes to linking two accounts needs: all of the other.
pub fn needs_other(snapshot: &Snapshot, with: &Address) -> Load {
    Load::from([LoadKey::Written(hash_of(snapshot, with), 0)])
}

/// `link account`: a code to be typed on the other account; `link account CODE`: the question whether
/// to go on.
pub fn link(desk: &mut Desk<'_>, rest: &str) -> Done {
    if !record::other_accounts(desk.snap, &desk.account)?.is_empty() {
        return Err(already(desk));
    }
    if rest.trim().is_empty() { give_code(desk) } else { take_code(desk, rest) }
}

fn give_code(desk: &mut Desk<'_>) -> Done {
    if record::participants(desk.snap, &desk.account).is_empty() {
        return Err(desk.refuse("error-join-first", &args![("command", desk.typed("join"))]));
    }
    refuse_quiet(desk, &[&desk.account.clone()])?;
    let number = u64::from_le_bytes(desk.snap.draw.bytes()) % 10_u64.pow(DIGITS as u32);
    let code = format!("{number:0width$}", width = DIGITS);
    let (id, hash) = (desk.snap.id(), code_hash(desk.snap, &code));
    let own = Address::new(desk.platform(), &desk.event.author.id);
    let sealed = desk.snap.seal_house(id, &own)?;
    let until = desk.snap.now + LASTS;
    desk.snap.rows.dialogs.insert(Row { id, rev: 1, hash, sealed, until });
    let (front, back) = code.split_at(DIGITS / 2);
    let command = format!("{} {front} {back}", super::in_words(desk.voice, "link account"));
    let text = desk.text("link-code", &args![("command", command), ("minutes", LASTS / MINUTE)]);
    let document = desk.document().text(text).text(desk.plain("link-warning"));
    desk.whisper(document)?;
    Ok(())
}

fn take_code(desk: &mut Desk<'_>, rest: &str) -> Done {
    let Some(code) = code_of(rest) else {
        let command = desk.typed("link account");
        return Err(desk.refuse("link-code-form", &args![("count", DIGITS), ("command", command)]));
    };
    let free =
        (0..TRIES).map(|n| try_hash(desk.snap, &desk.account, n)).find(|hash| record::seen(desk.snap, hash).is_none());
    let Some(next) = free else {
        return Err(desk.refuse("link-too-many", &Args::new()));
    };
    let hash = code_hash(desk.snap, &code);
    let found = desk.snap.rows.dialogs.find(|d| d.hash == hash && d.until > desk.snap.now).cloned();
    let Some(row) = found else {
        let until = Some(desk.snap.now + HOUR);
        record::remember(desk.snap, next, "effect", None, until);
        return Err(wrong(desk));
    };
    let with: Address = desk.snap.open_house(row.id, &row.sealed)?;
    if hash_of(desk.snap, &with) == desk.account {
        return Err(desk.refuse("link-own", &Args::new()));
    }
    // It is used up, by whoever was first.
    desk.snap.rows.dialogs.remove(row.id);
    let document = desk
        .document()
        .text(desk.text("link-confirm", &args![("platform", called(&with))]))
        .text(desk.plain("link-consent"))
        .choice(1, desk.plain("answer-yes"))
        .choice(2, desk.plain("answer-no"));
    desk.ask(Dialog::Link { with })?;
    desk.whisper(document)?;
    Ok(())
}

/// The answer to whether two accounts are to be linked. Says whether it is one.
pub fn answered(desk: &mut Desk<'_>, text: &str, number: Option<u32>, with: &Address) -> Result<bool, Failure> {
    let Some(yes) = talk::yes_or_no(desk, text, number) else { return Ok(false) };
    desk.asked_nothing()?;
    if !yes {
        let document = desk.document().text(desk.plain("link-declined"));
        desk.whisper(document)?;
        return Ok(true);
    }
    let other = hash_of(desk.snap, with);
    // Who asked for the code may have gone meanwhile, or have taken another account.
    if record::participants(desk.snap, &other).is_empty() {
        return Err(wrong(desk));
    }
    for account in [&other, &desk.account] {
        if !record::other_accounts(desk.snap, account)?.is_empty() {
            return Err(already(desk));
        }
    }
    refuse_quiet(desk, &[&other, &desk.account.clone()])?;
    let own = Address::new(desk.platform(), &desk.event.author.id);
    hand_over(desk.snap, &other, &desk.account.clone())?;
    record::link(desk.snap, with, &own)?;
    let done = |desk: &Desk<'_>, of: &Address| {
        let text = desk.text("link-done", &args![("platform", called(of))]);
        let undo = desk.text("link-undo", &args![("command", super::in_words(desk.voice, "unlink account"))]);
        desk.document().text(text).text(desk.plain("link-named")).text(undo)
    };
    let document = done(desk, with);
    desk.whisper(document)?;
    let document = done(desk, &own);
    tell(desk, with, document)?;
    Ok(true)
}

/// What the second account filled in is with the first's participant, wherever each has one of its own.
fn hand_over(snapshot: &mut Snapshot, first: &[u8], second: &[u8]) -> Result<(), StoreError> {
    let of = |snapshot: &Snapshot, account: &[u8]| -> Vec<(i64, i64)> {
        record::participants(snapshot, account).iter().map(|p| (p.consultation_id, p.id)).collect()
    };
    let theirs = of(snapshot, second);
    for (consultation, to) in of(snapshot, first) {
        if let Some((_, from)) = theirs.iter().find(|(of, from)| *of == consultation && *from != to) {
            participation::hand_over(snapshot, *from, to)?;
        }
    }
    Ok(())
}

/// `unlink account`: the account from which it is typed is nobody's any more; what was written stays
/// with the other.
pub fn unlink(desk: &mut Desk<'_>, _: &str) -> Done {
    let others = record::other_accounts(desk.snap, &desk.account)?;
    if others.is_empty() {
        return Err(desk.refuse("unlink-none", &args![("command", desk.typed("link account"))]));
    }
    record::unlink(desk.snap, &desk.account)?;
    desk.asked_nothing()?;
    (desk.participant, desk.person) = (None, None);
    let own = Address::new(desk.platform(), &desk.event.author.id);
    for (_, other) in others {
        let text = desk.text("unlink-done", &args![("platform", called(&other)), ("command", desk.typed("join"))]);
        let document = desk.document().text(text);
        desk.whisper(document)?;
        let text = desk.text("unlink-told", &args![("platform", called(&own))]);
        let document = desk.document().text(text);
        tell(desk, &other, document)?;
    }
    Ok(())
}

/// Where an account is, without saying which it is.
pub fn called(address: &Address) -> &'static str {
    Platform::parse(&address.platform).map_or("–", Platform::name)
}

/// Tells the other account's person in private: it was done there, not here.
fn tell(desk: &mut Desk<'_>, other: &Address, document: Document) -> Result<(), StoreError> {
    let Some(platform) = Platform::parse(&other.platform) else { return Ok(()) };
    let to = To::Person { account: other.account.clone(), instead: None };
    let now = desk.snap.now;
    desk.snap.queue(platform, &Outgoing { to, action: Action::say(document) }, now)?;
    Ok(())
}

/// Who said `stop` on one of the accounts wants quiet there: that is taken back first, by their word.
fn refuse_quiet(desk: &Desk<'_>, accounts: &[&Vec<u8>]) -> Done {
    let quiet = accounts
        .iter()
        .flat_map(|account| record::participants(desk.snap, account))
        .any(|participant| participant.muted != 0);
    let command = super::in_words(desk.voice, "join");
    if quiet { Err(desk.refuse("link-quiet", &args![("command", command)])) } else { Ok(()) }
}

fn already(desk: &Desk<'_>) -> Failure {
    desk.refuse("link-already", &args![("command", super::in_words(desk.voice, "unlink account"))])
}

fn wrong(desk: &Desk<'_>) -> Failure {
    desk.refuse("link-code-wrong", &args![("command", super::in_words(desk.voice, "link account"))])
}

fn hash_of(snapshot: &Snapshot, address: &Address) -> Vec<u8> {
    let platform = Platform::parse(&address.platform).unwrap_or(Platform::Import);
    record::account_hash(snapshot, platform, &address.account)
}

/// A code as it is kept: nobody who reads the database can type it.
fn code_hash(snapshot: &Snapshot, code: &str) -> Vec<u8> {
    snapshot.hash("link code", &[code])
}

fn try_hash(snapshot: &Snapshot, account: &[u8], n: usize) -> Vec<u8> {
    snapshot.hash("link try", &[&crate::seal::hex(account), &n.to_string()])
}

/// The digits of a code, as people write or dictate them: in pairs, with dashes, in their own signs.
fn code_of(typed: &str) -> Option<String> {
    let plain = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.' | ','));
    let digits: Option<String> = plain.map(|c| char::from_digit(digit(c)?, 10)).collect();
    digits.filter(|digits| digits.len() == DIGITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_written() {
        for typed in ["12345678", " 1234 5678 ", "1234-5678", "12 34 56 78.", "١٢٣٤ ٥٦٧٨", "１２３４５６７８"]
        {
            assert_eq!(code_of(typed).as_deref(), Some("12345678"), "{typed}");
        }
        for typed in ["", "1234567", "123456789", "12345678x", "code", "1234 5678 please"] {
            assert_eq!(code_of(typed), None, "{typed}");
        }
    }
}
