//! Taking part beyond words: calls, the forms by which they are answered, registration with its
//! places and waiting list, talks. Functions over a snapshot, as in `record`; nothing here writes the store
//! by itself.

mod calls;
mod coverage;
mod filling;
mod forms;
mod places;
mod talks;
mod told;

pub use calls::{Audience, CallSettings, call_of, call_settings, extend, is_open, open, open_call};
pub use coverage::{coverage, listed};
pub use filling::{Answer, Complaint, Filled, Move, Setting, options, put, settle, shown, take};
pub use forms::{Condition, Field, Form, FormError, Forms, Kind, Texts, form_of};
pub use places::{
    Seat, accept, confirm, current, decline, draft, end_with_talk, filled_of, forget, hand_over, is_settled, lapse,
    move_to, next_in_line, place_in, promote, save, take_place, withdraw,
};
pub use talks::{
    AgendaItem, Change, Notice, Plan, TalkMode, TalkSettings, carry_out, ends, is_due, is_planned, subject, talk_of,
    talk_settings, talks_of,
};
pub use told::{say_to, standing, tell, voice_to};

/// The form, and the kind of call, by which people register.
pub const REGISTRATION: &str = "registration";
