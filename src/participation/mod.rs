//! Taking part beyond words: calls, the forms by which they are answered, registration with its
//! places and waiting list, talks. Functions over a snapshot, as in `record`; nothing here writes the store
//! by itself.

mod announced;
mod breakouts;
mod calls;
mod changes;
mod coverage;
mod filling;
mod forms;
mod places;
mod priorities;
mod talks;
mod told;

pub use announced::{call_state, call_text, form_title};
pub use breakouts::{Because, Breakout, Guest, assign};
pub use calls::{
    Audience, CallSettings, REGISTRATION, SUBMISSION, call_of, call_settings, command_for, extend, is_coming, is_open,
    open, open_call,
};
pub use changes::{PublicChange, changes, note_change};
pub use coverage::{coverage, listed};
pub use filling::{Answer, Complaint, Filled, Move, Setting, options, put, settle, shown, take};
pub use forms::{Condition, Field, Form, FormError, Forms, Kind, Texts, form_of};
pub use places::{
    Seat, accept, confirm, current, decline, draft, end_with_talk, filled_of, forget, hand_in, hand_over, is_settled,
    lapse, move_to, next_in_line, place_in, promote, save, take_place, withdraw,
};
pub use priorities::{PRIORITIES, priorities};
pub use talks::{
    AgendaItem, Change, Notice, Plan, PlannedRoom, TalkMode, TalkSettings, carry_out, ends, is_due, is_planned,
    subject, talk_of, talk_settings, talks_of,
};
pub use told::{say_to, standing, tell, voice_to};
