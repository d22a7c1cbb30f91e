//! Answers under way in private: what was asked last, so that a number can answer it.

use crate::model::{Consent, DAY, MINUTE, Time};
use crate::participation::Plan;
use crate::record::Address;
use crate::store::{Dialog as Row, Snapshot, StoreError};
use serde::{Deserialize, Serialize};

/// How long an answer is waited for.
pub const PATIENCE: i64 = 60 * MINUTE;

/// What a consultation is to be that is created like another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founding {
    /// Its short name.
    pub slug: String,
    /// Its region's identifier.
    pub region: String,
    /// The consultation from which it takes over what is set; none, where it begins with nothing.
    pub like: Option<i64>,
    /// Its title in the language of who creates it.
    pub title: Option<String>,
    /// Whether its rooms are put into a space.
    pub space: bool,
    /// The day on which it opens: the deadlines that it takes over are moved with it.
    pub opens: Option<Time>,
}

/// What was asked last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dialog {
    /// How may I use what you write?
    Consent {
        /// In which consultation.
        consultation: i64,
        /// The address of the room in which the person was, so that what they had just written can
        /// be offered.
        from: Option<String>,
    },
    /// Which category?
    Category {
        /// In which consultation.
        consultation: i64,
        /// As above.
        from: Option<String>,
    },
    /// Which organisation?
    Organisation {
        /// In which consultation.
        consultation: i64,
        /// As above.
        from: Option<String>,
    },
    /// Is it one of these organisations?
    SameOrganisation {
        /// In which consultation.
        consultation: i64,
        /// As it was typed.
        name: String,
        /// The organisations in the order of their numbers.
        alike: Vec<i64>,
        /// As above.
        from: Option<String>,
        /// The form to go on with, where the name was typed into one.
        form: Option<i64>,
    },
    /// Does this person belong to your organisation?
    Claim {
        /// The organisation.
        organisation: i64,
        /// Who says so.
        participant: i64,
    },
    /// Which name?
    Name {
        /// In which consultation.
        consultation: i64,
        /// As above.
        from: Option<String>,
    },
    /// You wrote this just now. Include it?
    Include {
        /// In which consultation.
        consultation: i64,
        /// Where it was written.
        room: String,
        /// The messages.
        events: Vec<(String, Time)>,
    },
    /// What else, after stop?
    Stop {
        /// In which consultation.
        consultation: i64,
    },
    /// Yes, forget me?
    Forget,
    /// Which consultation is it about?
    Which {
        /// The consultations in the order of their numbers.
        consultations: Vec<i64>,
        /// The command to go on with.
        line: String,
    },
    /// Shall I note what you wrote to me?
    Note {
        /// In which consultation.
        consultation: i64,
        /// The message.
        event: String,
        /// When it was written.
        at: Time,
    },
    /// What is written now is noted without asking.
    Writing {
        /// In which consultation.
        consultation: i64,
    },
    /// Are you of age? What is kept of a registration is told with it.
    Age {
        /// In which consultation.
        consultation: i64,
        /// The call that they answer.
        call: i64,
        /// What was typed after the command, to go on with.
        line: String,
    },
    /// Which registration is meant?
    WhichCall {
        /// In which consultation.
        consultation: i64,
        /// The calls in the order of their numbers.
        calls: Vec<i64>,
        /// What was typed after the command, to go on with.
        line: String,
        /// Whether it is to be taken back.
        leave: bool,
    },
    /// Is this what is to become of a talk?
    Talk {
        /// In which consultation.
        consultation: i64,
        /// What.
        plan: Box<Plan>,
    },
    /// Is this call to be announced so?
    Announce {
        /// In which consultation.
        consultation: i64,
        /// The call.
        call: i64,
        /// On which day; at once, where it is empty.
        on: Option<Time>,
    },
    /// Is this what is to be taken over into a new consultation?
    Found(Founding),
    /// Is this how a form is to ask from now on?
    FormChange {
        /// In which consultation.
        consultation: i64,
        /// The form.
        form: String,
        /// The field.
        field: String,
        /// All that is laid over the form, as TOML.
        changes: String,
    },
    /// The next question of a form.
    Form {
        /// In which consultation.
        consultation: i64,
        /// The entry that is being filled in: what is asked follows from it.
        entry: i64,
    },
    /// Is this account to be linked with another?
    Link {
        /// The other.
        with: Address,
    },
}

impl Dialog {
    fn lasts(&self) -> i64 {
        match self {
            Dialog::Writing { .. } | Dialog::Link { .. } => 10 * MINUTE,
            // A form can be gone on with for days; for so long its question needs no word to bring it back.
            Dialog::Form { .. } => DAY,
            _ => PATIENCE,
        }
    }
}

/// A dialog with what must be known before there is a participant: the language in which it is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// What was asked.
    pub dialog: Dialog,
    /// The language's code.
    pub language: String,
    /// The room in which the person was when it was asked, and when: a short answer there, soon
    /// after, is meant for it.
    #[serde(default)]
    pub from: Option<(String, Time)>,
}

impl Open {
    /// Whether something short that was written in a room answers what was asked.
    pub fn takes(&self, room: &str, at: Time) -> bool {
        self.from.as_ref().is_some_and(|(from, asked)| from == room && at - asked <= 2 * MINUTE)
    }
}

/// What was last asked of an account, unless it lapsed.
pub fn open_dialog(snapshot: &Snapshot, account: &[u8]) -> Result<Option<Open>, StoreError> {
    match snapshot.rows.dialogs.find(|d| d.hash == account && d.until > snapshot.now) {
        Some(row) => Ok(Some(snapshot.open_house(row.id, &row.sealed)?)),
        None => Ok(None),
    }
}

/// Whether this question was asked of an account, and no other since.
pub fn is_asked(snapshot: &Snapshot, account: &[u8], question: i64) -> bool {
    snapshot.rows.dialogs.get(question).is_some_and(|d| d.hash == account && d.until > snapshot.now)
}

/// Remembers what is asked of an account; `None` ends the dialog. Gives the question's row.
pub fn set_dialog(snapshot: &mut Snapshot, account: &[u8], open: Option<&Open>) -> Result<Option<i64>, StoreError> {
    snapshot.rows.dialogs.remove_where(|d| d.hash == account);
    let Some(open) = open else { return Ok(None) };
    let id = snapshot.id();
    let sealed = snapshot.seal_house(id, open)?;
    let until = snapshot.now + open.dialog.lasts();
    snapshot.rows.dialogs.insert(Row { id, rev: 1, hash: account.to_vec(), sealed, until });
    Ok(Some(id))
}

/// The levels of consent in the order of their numbers; 0 is no.
pub const NUMBERED: [Consent; 5] =
    [Consent::Summarise, Consent::Quote, Consent::Category, Consent::Organisation, Consent::Name];
