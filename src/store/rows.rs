//! The rows of every table, and what changes of them.

use crate::model::Time;
use crate::seal::{Sealed, hex};
use serde::{Deserialize, Serialize};
use sqlx::any::{AnyArguments, AnyRow, AnyTypeInfo, AnyValueRef};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::{Any, Arguments, Database, Decode, Encode, Row as _, Type};
use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet, btree_map};

/// A row of one table.
pub trait Row: Sized + Clone + Send + Sync {
    /// The table's name.
    const TABLE: &'static str;
    /// The columns in the order in which they are bound and read: `id`, `rev`, then the rest.
    const COLUMNS: &'static [&'static str];
    /// The row's identifier.
    fn id(&self) -> i64;
    /// How often the row was written.
    fn rev(&self) -> i64;
    /// Counts one more writing.
    fn bump(&mut self);
    /// Adds the row's values to a statement.
    fn bind(&self, arguments: &mut AnyArguments) -> Result<(), sqlx::Error>;
    /// Its table among all.
    fn table(rows: &mut Rows) -> &mut Table<Self>;
    /// Reads a row.
    fn read(row: &AnyRow) -> Result<Self, sqlx::Error>;
    /// The row's values as a backup carries them, in the order of the columns.
    fn cells(&self) -> Vec<Cell>;
    /// The row of these values, if they are those of such a row.
    fn from_cells(cells: Vec<Cell>) -> Option<Self>;
    /// A number for what the row is looked up by, where it is looked up among many.
    fn group(&self) -> Option<u64> {
        None
    }
}

/// A row that is looked up among many by what never changes of it.
pub trait Grouped: Row {
    /// The type of that.
    type By: Number + ?Sized;
}

/// What rows are looked up by, as a number: equal where it is equal.
pub trait Number {
    /// The number.
    fn number(&self) -> u64;
}

impl Number for i64 {
    fn number(&self) -> u64 {
        self.cast_unsigned()
    }
}

impl Number for [u8] {
    fn number(&self) -> u64 {
        self.first_chunk::<8>().map(|bytes| u64::from_le_bytes(*bytes)).unwrap_or_default()
    }
}

/// A value as a backup carries it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// BIGINT.
    Int(i64),
    /// TEXT.
    Text(String),
    /// BLOB, as hexadecimal digits.
    Bytes {
        /// Two digits a byte.
        hex: String,
    },
    /// Nothing.
    Null,
}

/// The type of a column.
trait Column: Sized {
    fn cell(&self) -> Cell;
    fn from_cell(cell: Cell) -> Option<Self>;
}

impl Column for i64 {
    fn cell(&self) -> Cell {
        Cell::Int(*self)
    }
    fn from_cell(cell: Cell) -> Option<Self> {
        if let Cell::Int(value) = cell { Some(value) } else { None }
    }
}

impl Column for String {
    fn cell(&self) -> Cell {
        Cell::Text(self.clone())
    }
    fn from_cell(cell: Cell) -> Option<Self> {
        if let Cell::Text(value) = cell { Some(value) } else { None }
    }
}

impl Column for Vec<u8> {
    fn cell(&self) -> Cell {
        Cell::Bytes { hex: hex(self) }
    }
    fn from_cell(cell: Cell) -> Option<Self> {
        let Cell::Bytes { hex } = cell else { return None };
        (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(hex.get(i..i + 2)?, 16).ok()).collect()
    }
}

impl Column for Sealed {
    fn cell(&self) -> Cell {
        Cell::Bytes { hex: hex(self) }
    }
    fn from_cell(cell: Cell) -> Option<Self> {
        Vec::from_cell(cell).map(Sealed::from)
    }
}

impl Type<Any> for Sealed {
    fn type_info() -> AnyTypeInfo {
        <Vec<u8> as Type<Any>>::type_info()
    }
}

impl Encode<'_, Any> for Sealed {
    fn encode_by_ref(&self, buffer: &mut <Any as Database>::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
        <Vec<u8> as Encode<Any>>::encode(self.to_bytes()?, buffer)
    }
}

impl<'r> Decode<'r, Any> for Sealed {
    fn decode(value: AnyValueRef<'r>) -> Result<Self, BoxDynError> {
        <Vec<u8> as Decode<Any>>::decode(value).map(Sealed::from)
    }
}

impl<T: Column> Column for Option<T> {
    fn cell(&self) -> Cell {
        self.as_ref().map_or(Cell::Null, T::cell)
    }
    fn from_cell(cell: Cell) -> Option<Self> {
        if cell == Cell::Null { Some(None) } else { T::from_cell(cell).map(Some) }
    }
}

/// The rows of one table that were loaded, and what changed of them since.
#[derive(Debug, Clone)]
pub struct Table<R> {
    rows: BTreeMap<i64, R>,
    groups: BTreeSet<(u64, i64)>,
    new: BTreeSet<i64>,
    changed: BTreeSet<i64>,
    gone: BTreeMap<i64, i64>,
    /// Rows that are not written but rested on, with their revision.
    rested: BTreeMap<i64, i64>,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Table {
            rows: BTreeMap::new(),
            groups: BTreeSet::new(),
            new: BTreeSet::new(),
            changed: BTreeSet::new(),
            gone: BTreeMap::new(),
            rested: BTreeMap::new(),
        }
    }
}

impl<R: Row> Table<R> {
    /// Takes in rows as they are in the store.
    pub fn load(&mut self, rows: impl IntoIterator<Item = R>) {
        for row in rows {
            if let btree_map::Entry::Vacant(place) = self.rows.entry(row.id()) {
                self.groups.extend(row.group().map(|group| (group, row.id())));
                place.insert(row);
            }
        }
    }

    /// The row of this identifier.
    pub fn get(&self, id: i64) -> Option<&R> {
        self.rows.get(&id)
    }

    /// Every row, by identifier.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &R> {
        self.rows.values()
    }

    /// The first row of which this holds.
    pub fn find(&self, holds: impl Fn(&R) -> bool) -> Option<&R> {
        self.rows.values().find(|row| holds(row))
    }

    /// The rows among which those of this value are, by identifier.
    pub fn among<'t>(&'t self, by: &R::By) -> impl DoubleEndedIterator<Item = &'t R> + use<'t, R>
    where
        R: Grouped,
    {
        let group = by.number();
        self.groups.range((group, i64::MIN)..=(group, i64::MAX)).filter_map(|(_, id)| self.rows.get(id))
    }

    /// Adds a new row.
    pub fn insert(&mut self, row: R) {
        self.new.insert(row.id());
        self.groups.extend(row.group().map(|group| (group, row.id())));
        self.rows.insert(row.id(), row);
    }

    /// The row of this identifier, to be changed.
    pub fn edit(&mut self, id: i64) -> Option<&mut R> {
        let row = self.rows.get_mut(&id)?;
        if !self.new.contains(&id) && self.changed.insert(id) {
            row.bump();
        }
        Some(row)
    }

    /// Notes that what is written rests on this row as it was loaded: if it has changed by then,
    /// nothing is written.
    pub fn rest_on(&mut self, id: i64) {
        if let Some(row) = self.rows.get(&id).filter(|_| !self.new.contains(&id) && !self.changed.contains(&id)) {
            self.rested.insert(id, row.rev());
        }
    }

    /// The same for a row that is not loaded, of which the revision is known.
    pub(super) fn rest_on_revision(&mut self, id: i64, rev: i64) {
        self.rested.entry(id).or_insert(rev);
    }

    /// Takes a row away.
    pub fn remove(&mut self, id: i64) {
        let Some(row) = self.rows.remove(&id) else { return };
        if let Some(group) = row.group() {
            self.groups.remove(&(group, id));
        }
        if !self.new.remove(&id) {
            // One that was changed before counts one more than the store.
            let stored = row.rev() - i64::from(self.changed.remove(&id));
            self.gone.insert(id, stored);
        }
    }

    /// Takes away every row of which this holds.
    pub fn remove_where(&mut self, holds: impl Fn(&R) -> bool) {
        let ids: Vec<i64> = self.rows.values().filter(|row| holds(row)).map(Row::id).collect();
        for id in ids {
            self.remove(id);
        }
    }

    fn into_changed(mut self) -> Changed<R> {
        // What is written itself is checked by its own statement.
        let rested = self.rested.into_iter();
        let rested = rested.filter(|(id, _)| !self.changed.contains(id) && !self.gone.contains_key(id)).collect();
        let mut take = |ids: BTreeSet<i64>| ids.into_iter().filter_map(|id| self.rows.remove(&id)).collect();
        Changed { new: take(self.new), changed: take(self.changed), gone: self.gone.into_iter().collect(), rested }
    }
}

/// What changed of one table.
#[derive(Debug, Clone)]
pub struct Changed<R> {
    /// Rows to add.
    pub new: Vec<R>,
    /// Rows to overwrite, where the store still has the revision before.
    pub changed: Vec<R>,
    /// Rows to delete, where the store still has this revision.
    pub gone: Vec<(i64, i64)>,
    /// Rows that must still have this revision.
    pub rested: Vec<(i64, i64)>,
}

impl<R> Changed<R> {
    fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}

macro_rules! tables {
    ($( $(#[$doc:meta])* $row:ident, $field:ident $( by $by:ident: $of:ty )? { $( $(#[$column_doc:meta])* $column:ident: $type:ty, )* } )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone)]
            pub struct $row {
                /// The identifier; sorts by time.
                pub id: i64,
                /// How often the row was written, from 1.
                pub rev: i64,
                $( $(#[$column_doc])* pub $column: $type, )*
            }

            impl Row for $row {
                const TABLE: &'static str = stringify!($field);
                const COLUMNS: &'static [&'static str] = &["id", "rev", $( stringify!($column), )*];
                fn id(&self) -> i64 { self.id }
                fn rev(&self) -> i64 { self.rev }
                fn bump(&mut self) { self.rev += 1; }
                fn bind(&self, arguments: &mut AnyArguments) -> Result<(), sqlx::Error> {
                    arguments.add(self.id).map_err(sqlx::Error::Encode)?;
                    arguments.add(self.rev).map_err(sqlx::Error::Encode)?;
                    $( arguments.add(&self.$column).map_err(sqlx::Error::Encode)?; )*
                    Ok(())
                }
                fn table(rows: &mut Rows) -> &mut Table<Self> { &mut rows.$field }
                fn read(row: &AnyRow) -> Result<Self, sqlx::Error> {
                    // By their place: to look for each name in each row takes longer than to read it.
                    let mut places = 0..;
                    let mut next = || places.next().unwrap_or_default();
                    Ok($row {
                        id: row.try_get(next())?,
                        rev: row.try_get(next())?,
                        $( $column: row.try_get(next())?, )*
                    })
                }
                $(
                    fn group(&self) -> Option<u64> {
                        let by: &$of = self.$by.borrow();
                        Some(by.number())
                    }
                )?
                fn cells(&self) -> Vec<Cell> {
                    vec![self.id.cell(), self.rev.cell(), $( self.$column.cell(), )*]
                }
                fn from_cells(cells: Vec<Cell>) -> Option<Self> {
                    let mut cells = cells.into_iter();
                    let row = $row {
                        id: Column::from_cell(cells.next()?)?,
                        rev: Column::from_cell(cells.next()?)?,
                        $( $column: Column::from_cell(cells.next()?)?, )*
                    };
                    cells.next().is_none().then_some(row)
                }
            }

            $( impl Grouped for $row { type By = $of; } )?
        )*

        /// Rows of every table.
        #[derive(Debug, Clone, Default)]
        pub struct Rows {
            $( #[doc = stringify!($field)] pub $field: Table<$row>, )*
        }

        /// What a decision changes, table by table: written in one transaction or not at all.
        #[derive(Debug, Clone)]
        pub struct Changes {
            $( #[doc = stringify!($field)] pub $field: Changed<$row>, )*
        }

        impl Rows {
            /// What changed since the rows were loaded.
            pub fn into_changes(self) -> Changes {
                Changes { $( $field: self.$field.into_changed(), )* }
            }
        }

        impl Changes {
            /// Whether nothing changes.
            pub fn is_empty(&self) -> bool {
                true $( && self.$field.is_empty() )*
            }

            /// The statements that write it, table by table, each made when its turn comes.
            pub(super) fn steps(&self, engine: super::Engine) -> Vec<super::Making<'_>> {
                let mut steps = Vec::new();
                $( self.$field.steps(engine, &mut steps); )*
                steps
            }
        }

        /// The name of every table, in the order in which they are written.
        pub const TABLES: &[&str] = &[ $( stringify!($field), )* ];

        /// The next rows of a table after this identifier, with their identifiers.
        pub(super) async fn read_cells(
            from: &mut sqlx::Transaction<'_, sqlx::Any>,
            table: &str,
            after: i64,
        ) -> Result<Vec<(i64, Vec<Cell>)>, sqlx::Error> {
            match table {
                $( stringify!($field) => super::backup::page::<$row>(from, after).await, )*
                _ => Ok(Vec::new()),
            }
        }

        /// Adds a new row to a table. Says whether there is such a table with such rows.
        pub(super) fn add_cells(to: &mut Rows, table: &str, cells: Vec<Cell>) -> bool {
            match table {
                $( stringify!($field) => $row::from_cells(cells).map(|row| to.$field.insert(row)).is_some(), )*
                _ => false,
            }
        }
    };
}

tables! {
    /// What makes an event unique (for the life of the consultation), the tombstone of one that is
    /// gone, an effect that happened (seven days), a person who was asked (thirty days). The
    /// unique hash is what no second delivery passes, hence this table is written first.
    Seen, seen by hash: [u8] {
        /// Keyed hash; of what, is in `kind`.
        hash: Vec<u8>,
        /// `source`, `gone`, `effect` or `asked`.
        kind: String,
        /// The contribution that came from this source.
        contribution_id: Option<i64>,
        /// When this is forgotten; never, where it is empty.
        until: Option<Time>,
    }
    /// The wrapped key of the house (id 0, and -1 the one before while it is being changed), of a
    /// participant or of a contribution's version.
    KeyRow, keys {
        /// 0 where the outer key wraps it, or the participant whose key does.
        parent: i64,
        /// The wrapped key.
        wrapped: Sealed,
    }
    /// A consultation.
    Consultation, consultations {
        /// Its short name in commands: `africa`.
        slug: String,
        /// Its region's identifier in the vocabulary.
        region: String,
        /// The word of its stage.
        stage: String,
        /// JSON of `model::ConsultationSettings`.
        settings: String,
    }
    /// A bound room.
    Room, rooms {
        /// The consultation.
        consultation_id: i64,
        /// The platform's word.
        platform: String,
        /// What the platform calls it.
        address: String,
        /// Its short name in commands: `west-africa`.
        name: String,
        /// JSON of `model::RoomSettings`.
        settings: String,
        /// JSON of `chat::RoomFacts`: what the adapter learned of it.
        facts: String,
        /// About how many messages were written here, of anyone.
        heard: i64,
        /// How many of them are on the record.
        noted: i64,
        /// When something was last recorded.
        noted_at: Option<Time>,
        /// The outbox row of its card.
        card: Option<i64>,
    }
    /// What held for a room, a participant or a consultation since when: floor, mode, binding,
    /// consent, stage.
    LogEntry, log by subject_id: i64 {
        /// The room, participant or consultation.
        subject_id: i64,
        /// `floor`, `mode`, `bound`, `consent`, `take-back`, `stage`, `retention`.
        field: String,
        /// What held from then on.
        value: String,
        /// From when.
        at: Time,
    }
    /// An office: who holds it is known by it.
    Office, offices {
        /// Keyed hash of the account.
        hash: Vec<u8>,
        /// The role's word.
        role: String,
        /// The form of `model::Scope`.
        scope: String,
        /// The account's address and name, by the house key.
        sealed: Sealed,
        /// Since when.
        since: Time,
    }
    /// A person in one consultation.
    Participant, participants {
        /// The consultation.
        consultation_id: i64,
        /// The language's code.
        language: String,
        /// 1 after `stop`.
        muted: i64,
        /// The organisation that the person says to belong to.
        organisation_id: Option<i64>,
        /// `record::Profile`, by the participant's key.
        sealed: Sealed,
        /// Since when.
        joined_at: Time,
        /// Whether they belong to that organisation: 1 where its focal point or a coordinator said so,
        /// -1 where its focal point said no, 0 before.
        claim: i64,
    }
    /// A chat account of a participant.
    Account, accounts {
        /// The consultation.
        consultation_id: i64,
        /// Keyed hash of platform and user.
        hash: Vec<u8>,
        /// Whose account it is.
        participant_id: i64,
        /// `record::Address`, by the participant's key.
        sealed: Sealed,
    }
    /// One canonical organisation.
    Organisation, organisations {
        /// `record::Known`, by the house key.
        sealed: Sealed,
        /// 1 once a coordinator vouched for it.
        vouched: i64,
        /// The organisation that it was found to be one with.
        merged_into: Option<i64>,
        /// Keyed hash of its focal point's account.
        focal_hash: Option<Vec<u8>>,
    }
    /// A spelling of an organisation's name.
    OrganisationName, organisation_names {
        /// Keyed hash of the folded spelling.
        hash: Vec<u8>,
        /// The organisation.
        organisation_id: i64,
    }
    /// One written input by one author.
    Contribution, contributions {
        /// The consultation.
        consultation_id: i64,
        /// The room; none for what was written in private.
        room_id: Option<i64>,
        /// The author.
        participant_id: i64,
        /// Its short name.
        receipt: String,
        /// `message`, `answer`, `private`, `submission`, `import`.
        kind: String,
        /// `live`, `hidden` or `withdrawn` (then a tombstone).
        state: String,
        /// When its first part was written, by the platform's clock.
        at: Time,
        /// The moment by which its consent is judged: when it was written, or when its author asked
        /// that it be included.
        given_at: Time,
        /// Until when the author's next message in the room joins it.
        open_until: Time,
        /// A stricter consent of its own.
        cap: Option<String>,
        /// The question that it answers.
        question_id: Option<i64>,
        /// Why an imported row may be used.
        basis: Option<String>,
        /// How often it was edited.
        edits: i64,
        /// The number that the next new passage gets.
        next_passage: i64,
        /// The key that seals it; none when it is withdrawn.
        key_id: i64,
        /// `record::Body`, by its own key.
        sealed: Sealed,
    }
    /// A moderator's or the author's correction of how a contribution or passage was read.
    Tag, tags {
        /// The contribution.
        contribution_id: i64,
        /// The passage; the whole, where it is empty.
        passage: Option<i64>,
        /// The objective; 0 for none.
        objective: Option<i64>,
        /// The kind's name.
        kind: Option<String>,
        /// When.
        at: Time,
    }
    /// An author's word on one quotation.
    Approval, approvals {
        /// The contribution.
        contribution_id: i64,
        /// The passage.
        passage: i64,
        /// `asked`, `approved` or `declined`.
        state: String,
        /// When.
        at: Time,
    }
    /// A moderator's question to a room.
    Question, questions {
        /// The room.
        room_id: i64,
        /// Its words, by the house key.
        sealed: Sealed,
        /// When.
        at: Time,
        /// 1 while answers are taken.
        open: i64,
    }
    /// An answer under way in private.
    Dialog, dialogs {
        /// Keyed hash of the account.
        hash: Vec<u8>,
        /// `commands::Dialog`, by the house key.
        sealed: Sealed,
        /// When it lapses.
        until: Time,
    }
    /// Something to be said or done on a platform.
    Outbox, outbox {
        /// The platform's word.
        platform: String,
        /// What must stay in order: a keyed hash of the place, as hexadecimal digits.
        lane: String,
        /// Its turn there: its own number, or that of the row in whose place it is said.
        turn: i64,
        /// `chat::Outgoing`, by the house key; empty once settled.
        sealed: Sealed,
        /// From when.
        due: Time,
        /// `waiting`, `sent` or `failed`.
        state: String,
        /// How often it was tried.
        tries: i64,
        /// When it was first tried.
        tried_at: Option<Time>,
        /// Why it failed, without content.
        reason: Option<String>,
    }
    /// Something that stands on a platform and may have to be mended or answered.
    Post, posts {
        /// The room; none for a private post.
        room_id: Option<i64>,
        /// Keyed hash of the platform's event, once it is sent.
        hash: Option<Vec<u8>>,
        /// `digest`, `quotes`, `shown`, `question`, `card`, `call`.
        kind: String,
        /// The digest, question or call that it is of.
        digest_id: Option<i64>,
        /// Which section.
        section: String,
        /// Where it stands and the platform's event, by the house key.
        sealed: Sealed,
        /// `waiting`, `up` or `down`.
        state: String,
        /// When.
        at: Time,
    }
    /// A post shows a contribution's words or receipt, or what somebody filled in.
    Citation, citations {
        /// The post.
        post_id: i64,
        /// The contribution, or the answer to a call.
        contribution_id: i64,
    }
    /// A digest that was posted.
    Digest, digests {
        /// The consultation.
        consultation_id: i64,
        /// The room in which it was posted.
        room_id: Option<i64>,
        /// Its scope and period, by the house key.
        sealed: Sealed,
        /// When.
        at: Time,
    }
    /// Something to be done by the clock.
    Job, jobs {
        /// Which job.
        kind: String,
        /// What it is about; one job of a kind for one subject.
        subject_id: Option<i64>,
        /// What it needs to know, by the house key.
        sealed: Sealed,
        /// From when.
        due: Time,
        /// `waiting` or `failed`.
        state: String,
        /// How often it was tried.
        tries: i64,
        /// Why it failed, without content.
        reason: Option<String>,
    }
    /// An entry of the audit log.
    Audit, audit {
        /// When.
        at: Time,
        /// A salt and `trust::AuditEntry`, by the house key.
        sealed: Sealed,
        /// The hash of the entry before; unique, so that the chain cannot fork.
        previous: Vec<u8>,
        /// BLAKE3 over the previous hash, the time and the entry with its salt.
        hash: Vec<u8>,
    }
    /// How far a room was read.
    Cursor, cursors {
        /// The platform's word.
        platform: String,
        /// The room's address, or the account's.
        address: String,
        /// The platform's own mark.
        value: String,
    }
    /// An event that failed three times.
    Parked, parked {
        /// Keyed hash of the event.
        hash: Vec<u8>,
        /// Where to read it again, by the house key.
        sealed: Sealed,
        /// Why, without content.
        reason: String,
        /// How often it was tried.
        tries: i64,
        /// When.
        at: Time,
    }
    /// A number that counts up.
    Counter, counters {
        /// Of what.
        name: String,
        /// How far it has come.
        value: i64,
    }
    /// A call that people answer by a form.
    Call, calls {
        /// The consultation.
        consultation_id: i64,
        /// What it is for: the consultation, or one of its talks.
        subject_id: i64,
        /// `registration`, or the form of another call.
        kind: String,
        /// `open` or `closed`.
        state: String,
        /// From when it can be answered.
        opens: Time,
        /// Until when; without end, where it is empty.
        closes: Option<Time>,
        /// JSON of `participation::CallSettings`.
        settings: String,
        /// How many places in the room are given away, those that wait for a yes included.
        in_room: i64,
        /// How many people wait for one.
        in_room_waiting: i64,
        /// How many places online are given away.
        online: i64,
        /// How many people wait for one.
        online_waiting: i64,
        /// The last number that was given. Each answer counts here, so that two that come at the same
        /// moment rest on the same row.
        numbers: i64,
    }
    /// A form that a participant fills in or has handed in.
    Entry, entries {
        /// The consultation.
        consultation_id: i64,
        /// The call that it answers; 0 where it answers none.
        call_id: i64,
        /// Who fills it in.
        participant_id: i64,
        /// The form's name.
        form: String,
        /// `draft`, `confirmed`, `waiting`, `promised`, `asked`, `received`, `declined`, `lapsed`, `cancelled`
        /// or `withdrawn`.
        state: String,
        /// `room` or `online`; empty where neither is known.
        mode: String,
        /// The number that its participant was told; 0 for a draft.
        number: i64,
        /// Since when it waits for a place.
        queued_at: Time,
        /// Until when a promised place is kept.
        until: Option<Time>,
        /// When its participant was there.
        checked_at: Option<Time>,
        /// When it came to this state.
        at: Time,
        /// `participation::Filled`, by the participant's key; empty once withdrawn.
        sealed: Sealed,
    }
    /// What was changed of a consultation's form from a chat.
    FormChange, forms {
        /// The consultation.
        consultation_id: i64,
        /// The form's name.
        form: String,
        /// The version that it makes.
        version: i64,
        /// TOML that is laid over the form.
        changes: String,
    }
    /// A talk of a consultation.
    Talk, talks {
        /// The consultation.
        consultation_id: i64,
        /// By which people name it; counted in its consultation.
        number: i64,
        /// `planned` or `cancelled`.
        state: String,
        /// When it begins.
        starts: Time,
        /// How long it lasts.
        minutes: i64,
        /// The room in which it is announced; every room of the consultation, where it is empty.
        room_id: Option<i64>,
        /// How often it was moved: what waits to be told of it before is out of date.
        moves: i64,
        /// When something of it was changed last.
        changed_at: Time,
        /// `participation::TalkSettings`, by the house key.
        sealed: Sealed,
    }
    /// Which process writes for an account or does a job.
    Lease, leases {
        /// Of what.
        name: String,
        /// The process.
        holder: String,
        /// Until when.
        until: Time,
    }
}
