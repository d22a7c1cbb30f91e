-- What is remembered. One text for SQLite and PostgreSQL: BIGINT, TEXT and BLOB alone, booleans as
-- 0 and 1, times as milliseconds since 1970, settings as JSON in TEXT. What people wrote, said or
-- are called is in the columns named `sealed`; what finds them, in those named `hash`.
-- `rev` counts the changes of a row, so that a write knows whether it rests on what it read.

CREATE TABLE keys (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, parent BIGINT NOT NULL, wrapped BLOB NOT NULL);
CREATE INDEX keys_parent ON keys (parent);

CREATE TABLE consultations (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, slug TEXT NOT NULL UNIQUE, region TEXT NOT NULL, stage TEXT NOT NULL, settings TEXT NOT NULL);

CREATE TABLE rooms (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, consultation_id BIGINT NOT NULL, platform TEXT NOT NULL, address TEXT NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL, facts TEXT NOT NULL, heard BIGINT NOT NULL, noted BIGINT NOT NULL, noted_at BIGINT, card BIGINT, UNIQUE (platform, address));

CREATE TABLE log (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, subject_id BIGINT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX log_subject ON log (subject_id);

CREATE TABLE offices (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, hash BLOB NOT NULL, role TEXT NOT NULL, scope TEXT NOT NULL, sealed BLOB NOT NULL, since BIGINT NOT NULL, UNIQUE (hash, role, scope));

CREATE TABLE participants (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, consultation_id BIGINT NOT NULL, language TEXT NOT NULL, muted BIGINT NOT NULL, organisation_id BIGINT, sealed BLOB NOT NULL, joined_at BIGINT NOT NULL);
CREATE INDEX participants_consultation ON participants (consultation_id);

CREATE TABLE accounts (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, consultation_id BIGINT NOT NULL, hash BLOB NOT NULL, participant_id BIGINT NOT NULL, sealed BLOB NOT NULL, UNIQUE (consultation_id, hash));
CREATE INDEX accounts_hash ON accounts (hash);
CREATE INDEX accounts_participant ON accounts (participant_id);

CREATE TABLE organisations (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, sealed BLOB NOT NULL, vouched BIGINT NOT NULL);
CREATE TABLE organisation_names (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, hash BLOB NOT NULL UNIQUE, organisation_id BIGINT NOT NULL);
CREATE INDEX organisation_names_organisation ON organisation_names (organisation_id);

CREATE TABLE contributions (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, consultation_id BIGINT NOT NULL, room_id BIGINT, participant_id BIGINT NOT NULL, receipt TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, state TEXT NOT NULL, at BIGINT NOT NULL, given_at BIGINT NOT NULL, open_until BIGINT NOT NULL, cap TEXT, question_id BIGINT, basis TEXT, edits BIGINT NOT NULL, next_passage BIGINT NOT NULL, key_id BIGINT NOT NULL, sealed BLOB NOT NULL);
CREATE INDEX contributions_participant ON contributions (participant_id, at);
CREATE INDEX contributions_consultation ON contributions (consultation_id, at);

CREATE TABLE seen (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, hash BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, contribution_id BIGINT, until BIGINT);
CREATE INDEX seen_contribution ON seen (contribution_id);

CREATE TABLE tags (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, contribution_id BIGINT NOT NULL, passage BIGINT, objective BIGINT, kind TEXT, at BIGINT NOT NULL);
CREATE INDEX tags_contribution ON tags (contribution_id);

CREATE TABLE approvals (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, contribution_id BIGINT NOT NULL, passage BIGINT NOT NULL, state TEXT NOT NULL, at BIGINT NOT NULL, UNIQUE (contribution_id, passage));

CREATE TABLE questions (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, room_id BIGINT NOT NULL, sealed BLOB NOT NULL, at BIGINT NOT NULL, open BIGINT NOT NULL);
CREATE INDEX questions_room ON questions (room_id);

CREATE TABLE dialogs (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, hash BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL, until BIGINT NOT NULL);

CREATE TABLE outbox (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, platform TEXT NOT NULL, lane TEXT NOT NULL, sealed BLOB NOT NULL, due BIGINT NOT NULL, state TEXT NOT NULL, tries BIGINT NOT NULL, tried_at BIGINT, reason TEXT);
CREATE INDEX outbox_due ON outbox (state, due);

CREATE TABLE posts (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, room_id BIGINT, hash BLOB, kind TEXT NOT NULL, digest_id BIGINT, section TEXT NOT NULL, sealed BLOB NOT NULL, state TEXT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX posts_hash ON posts (hash);
CREATE INDEX posts_digest ON posts (digest_id);

CREATE TABLE citations (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, post_id BIGINT NOT NULL, contribution_id BIGINT NOT NULL);
CREATE INDEX citations_contribution ON citations (contribution_id);
CREATE INDEX citations_post ON citations (post_id);

CREATE TABLE digests (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, consultation_id BIGINT NOT NULL, room_id BIGINT, sealed BLOB NOT NULL, at BIGINT NOT NULL);
CREATE INDEX digests_consultation ON digests (consultation_id, at);

CREATE TABLE jobs (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, kind TEXT NOT NULL, subject_id BIGINT, sealed BLOB NOT NULL, due BIGINT NOT NULL, state TEXT NOT NULL, tries BIGINT NOT NULL, reason TEXT);
CREATE INDEX jobs_due ON jobs (state, due);

CREATE TABLE audit (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, at BIGINT NOT NULL, sealed BLOB NOT NULL, previous BLOB NOT NULL UNIQUE, hash BLOB NOT NULL);

CREATE TABLE cursors (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, platform TEXT NOT NULL, address TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (platform, address));

CREATE TABLE parked (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, hash BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL, reason TEXT NOT NULL, tries BIGINT NOT NULL, at BIGINT NOT NULL);

CREATE TABLE counters (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, name TEXT NOT NULL UNIQUE, value BIGINT NOT NULL);

CREATE TABLE leases (id BIGINT PRIMARY KEY NOT NULL, rev BIGINT NOT NULL, name TEXT NOT NULL UNIQUE, holder TEXT NOT NULL, until BIGINT NOT NULL);
