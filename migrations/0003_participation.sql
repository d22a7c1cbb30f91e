-- Calls, and the forms that participants fill in and hand in to them. What they answer is sealed by the
-- participant's key.

CREATE TABLE calls (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, consultation_id BIGINT NOT NULL, subject_id BIGINT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, opens BIGINT NOT NULL, closes BIGINT, settings TEXT NOT NULL, in_room BIGINT NOT NULL, in_room_waiting BIGINT NOT NULL, online BIGINT NOT NULL, online_waiting BIGINT NOT NULL, numbers BIGINT NOT NULL);

CREATE TABLE entries (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, consultation_id BIGINT NOT NULL, call_id BIGINT NOT NULL, participant_id BIGINT NOT NULL, form TEXT NOT NULL, state TEXT NOT NULL, mode TEXT NOT NULL, number BIGINT NOT NULL, queued_at BIGINT NOT NULL, until BIGINT, checked_at BIGINT, at BIGINT NOT NULL, sealed BLOB NOT NULL);
CREATE INDEX entries_participant ON entries (participant_id);
CREATE INDEX entries_call ON entries (call_id, state, queued_at);

-- What was changed of a consultation's forms from a chat, as it is laid over them.
CREATE TABLE forms (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, consultation_id BIGINT NOT NULL, form TEXT NOT NULL, version BIGINT NOT NULL, changes TEXT NOT NULL, UNIQUE (consultation_id, form));
